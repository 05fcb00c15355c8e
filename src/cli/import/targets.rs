//! Direction, targets, baseline and breaks, from Open SDG's `progress_calculation_options`, `graph_target_lines` and
//! `graph_series_breaks`. An item may be limited to a series and a unit; without a limit it holds for all.

use std::collections::BTreeSet;

use super::data::Slice;
use super::leftovers::Leftovers;
use super::meta::Meta;
use super::plain::line;
use super::scope::Scopes;
use super::yaml::Yaml;
use crate::feed::date::Date;
use crate::feed::finding::quoted;
use crate::feed::period::{Period, PeriodKind};
use crate::feed::records::indicator::{Baseline, Direction, Limits, Target, TargetKind, TargetScope, Unit, UnitKind};
use crate::feed::records::{SetBy, Setting};
use crate::feed::series::{Line, Status};

/// The year of a target that names none, as Open SDG documents it.
const TARGET_YEAR: i32 = 2030;
/// The year from which Open SDG measures progress where nothing else is said.
const BASE_YEAR: i32 = 2015;

/// What an indicator should become.
pub(super) struct Aims {
    pub(super) direction: Direction,
    pub(super) targets: Vec<Target>,
    pub(super) baseline: Option<Baseline>,
    pub(super) limits: Option<Limits>,
}

/// What the aims of one indicator are judged by.
pub(super) struct Of<'a> {
    pub(super) slice: &'a Slice<'a>,
    pub(super) unit: &'a Unit,
    pub(super) lines: &'a [Line],
    pub(super) scopes: &'a Scopes,
}

/// The aims of one indicator.
pub(super) fn aims(meta: &Meta, of: &Of<'_>, leftovers: &mut Leftovers) -> Aims {
    let place = meta.path.as_str();
    let options: Vec<&Yaml> = options(meta).into_iter().filter(|item| fits(item, of.slice)).collect();
    let mut aims =
        Aims { direction: direction(&options, place, leftovers), targets: Vec::new(), baseline: None, limits: None };
    for item in &options {
        if let Some(value) = wanted(item, "target", place, leftovers) {
            let year = item.get_text("target_year").map_or(Some(TARGET_YEAR), |year| year.parse().ok());
            add(&mut aims, Wish { value, year, label: None, item }, of, place, leftovers);
        }
    }
    for item in lines_of(meta, "graph_target_lines").into_iter().filter(|item| fits(item, of.slice)) {
        let label = item.get_text("label_content").and_then(|label| line(label, place, leftovers));
        let year = label.as_deref().map_or(Some(TARGET_YEAR), |label| Some(year_in(label).unwrap_or(TARGET_YEAR)));
        match wanted(item, "value", place, leftovers) {
            Some(value) => add(&mut aims, Wish { value, year, label, item }, of, place, leftovers),
            None => leftovers.dropped(place, "A target line without a number"),
        }
    }
    // Open SDG looks at a limit only where there is no target.
    for limit in options.iter().filter_map(|item| wanted(item, "limit", place, leftovers)).collect::<Vec<_>>() {
        if aims.targets.is_empty() {
            add_limit(&mut aims, limit, of, place, leftovers);
        } else {
            leftovers.dropped(place, format!("The limit {limit} beside a target, where it has no effect"));
        }
    }
    if !options.is_empty() {
        aims.baseline = baseline(&options, &aims, of, place, leftovers);
    }
    aims
}

/// Lists the items that fit no series and unit of the table.
pub(super) fn unmatched(meta: &Meta, slices: &[Slice<'_>], leftovers: &mut Leftovers) {
    let lists = ["graph_titles", "graph_target_lines", "graph_series_breaks"].map(|name| (name, lines_of(meta, name)));
    for (name, items) in lists.into_iter().chain([("progress_calculation_options", options(meta))]) {
        for item in items.into_iter().filter(|item| !slices.iter().any(|slice| fits(item, slice))) {
            let said = item.get_text("series").or_else(|| item.get_text("unit")).unwrap_or_default();
            leftovers.dropped(
                meta.path.as_str(),
                format!("An item of \"{name}\" for {}, which no series or unit of the table is called", quoted(said)),
            );
        }
    }
}

/// The options, with groups of series taken apart.
fn options(meta: &Meta) -> Vec<&Yaml> {
    let items = meta.get("progress_calculation_options").map_or(&[][..], Yaml::items);
    items
        .iter()
        .flat_map(|item| match item.get("group") {
            Some(group) => group.items().iter().collect::<Vec<_>>(),
            None => vec![item],
        })
        .filter(|item| !item.is_blank())
        .collect()
}

fn lines_of<'m>(meta: &'m Meta, name: &str) -> Vec<&'m Yaml> {
    meta.get(name).map_or(&[][..], Yaml::items).iter().filter(|item| !item.is_blank()).collect()
}

fn fits(item: &Yaml, slice: &Slice<'_>) -> bool {
    let fits = |name: &str, wanted: &str| item.get_text(name).is_none_or(|said| said.eq_ignore_ascii_case(wanted));
    fits("series", slice.series) && fits("unit", slice.unit)
}

/// Neither, unless all options of the indicator agree.
fn direction(options: &[&Yaml], place: &str, leftovers: &mut Leftovers) -> Direction {
    let mut found: Vec<Direction> = Vec::new();
    for said in options.iter().filter_map(|item| item.get_text("direction")) {
        match said.to_lowercase().as_str() {
            "positive" => found.push(Direction::Increase),
            "negative" => found.push(Direction::Decrease),
            _ => leftovers.dropped(place, format!("The direction {}", quoted(said))),
        }
    }
    found.dedup();
    match found.as_slice() {
        [one] => *one,
        [] => Direction::Neither,
        _ => {
            leftovers.dropped(place, "Directions that contradict each other within one series");
            Direction::Neither
        }
    }
}

fn wanted(item: &Yaml, name: &str, place: &str, leftovers: &mut Leftovers) -> Option<f64> {
    let text = item.get_text(name)?;
    let number = text.parse::<f64>().ok().filter(|number| number.is_finite());
    if number.is_none() {
        leftovers.dropped(place, format!("The {name} {}, which is not a number", quoted(text)));
    }
    number
}

/// A target as an item of the metadata has it.
struct Wish<'y> {
    value: f64,
    /// `None` if what stands there is no year.
    year: Option<i32>,
    label: Option<String>,
    item: &'y Yaml,
}

fn add(aims: &mut Aims, wish: Wish<'_>, of: &Of<'_>, place: &str, leftovers: &mut Leftovers) {
    let Wish { value, year, label, item } = wish;
    let Some(year) = year.filter(|year| (1000..=9999).contains(year)) else {
        leftovers.dropped(place, "A target whose year is not a year");
        return;
    };
    let Some(scope) = scope(item, of, place, leftovers) else { return };
    if let Some(same) = aims
        .targets
        .iter_mut()
        .find(|known| known.value == value && known.by == Date::Year(year) && known.scope == scope)
    {
        same.set_by.get_or_insert_with(set_by).how = label.map(Into::into);
        return;
    }
    let impossible = match of.unit.kind {
        UnitKind::Percent => !(0.0..=100.0).contains(&value),
        UnitKind::PercentChange => false,
        _ => value < 0.0 && !of.unit.signed,
    };
    if impossible {
        leftovers.dropped(place, format!("The target {value}, which the unit \"{}\" cannot reach", of.slice.unit));
        return;
    }
    let set_by = Some(Setting { how: label.map(Into::into), ..set_by() });
    aims.targets.push(Target {
        value,
        by: Date::Year(year),
        scope,
        kind: TargetKind::Aspiration,
        set_by,
        interim: Vec::new(),
        previous: Vec::new(),
    });
}

fn set_by() -> Setting {
    Setting { who: SetBy::Official, how: None, on: None }
}

/// The scope of an item's disaggregation: `Some(None)` for everybody, `None` if a feed's targets cannot say it.
fn scope(item: &Yaml, of: &Of<'_>, place: &str, leftovers: &mut Leftovers) -> Option<Option<TargetScope>> {
    let parts = item.get("disaggregation").map_or(&[][..], Yaml::items);
    let mut scope = TargetScope { geography: None, dimension: None, group: None };
    for part in parts.iter().filter(|part| !part.is_blank()) {
        let (field, value) = (part.get_text("field").unwrap_or_default(), part.get_text("value").unwrap_or_default());
        let known =
            of.scopes.find(field, value).filter(|known| of.lines.iter().any(|line| line.scope.groups.contains(known)));
        if let (Some((dimension, group)), None) = (known, &scope.dimension) {
            (scope.dimension, scope.group) = (Some(dimension), Some(group));
        } else if let (Some(geography), None) = (of.scopes.find_place(value), &scope.geography) {
            scope.geography = Some(geography);
        } else {
            leftovers.dropped(
                place,
                format!(
                    "The target for {} {}: the series has no such group or place, or it is one breakdown too many",
                    quoted(field),
                    quoted(value)
                ),
            );
            return None;
        }
    }
    let whole = scope.geography.is_none() && scope.dimension.is_none();
    Some((!whole).then_some(scope))
}

/// A ceiling where more is better, a floor where less is; kept only if all values respect it.
fn add_limit(aims: &mut Aims, limit: f64, of: &Of<'_>, place: &str, leftovers: &mut Leftovers) {
    let values = || of.lines.iter().flat_map(|line| &line.points).filter_map(|point| point.value);
    let kept = match aims.direction {
        Direction::Increase => values().all(|value| value <= limit).then_some(Limits { min: None, max: Some(limit) }),
        Direction::Decrease => values().all(|value| value >= limit).then_some(Limits { min: Some(limit), max: None }),
        Direction::Maintain | Direction::Range | Direction::Neither => None,
    };
    match kept {
        Some(limits) => aims.limits = Some(limits),
        None => leftovers.dropped(place, format!("The limit {limit}: values lie beyond it, or no direction is given")),
    }
}

/// The base year, if everybody has a final value for it.
fn baseline(options: &[&Yaml], aims: &Aims, of: &Of<'_>, place: &str, leftovers: &mut Leftovers) -> Option<Baseline> {
    let said = options.iter().find_map(|item| item.get_text("base_year"));
    let year: i32 = said.map_or(Some(BASE_YEAR), |year| year.parse().ok()).unwrap_or(BASE_YEAR);
    let period = match of.slice.kind {
        PeriodKind::FinancialYear => Period::FinancialYear(year),
        PeriodKind::SchoolYear => Period::SchoolYear(year),
        _ => Period::Year(year),
    };
    let weak = [Status::Provisional, Status::Unreliable, Status::Forecast];
    let total = of.lines.iter().find(|line| line.scope.is_total());
    let point = total.and_then(|line| line.points.iter().find(|point| point.period == period));
    let good = point.is_some_and(|point| point.value.is_some() && !weak.iter().any(|status| point.status.has(*status)));
    let before = aims.targets.iter().all(|target| target.by.last() > period.bounds().1);
    if good && before {
        return Some(Baseline { period });
    }
    if let Some(said) = said {
        leftovers.dropped(
            place,
            format!(
                "The base year {}: there is no final value for everybody, or a target lies before it",
                quoted(said)
            ),
        );
    }
    None
}

/// Four digits that stand alone: 2030 in "2030 target".
fn year_in(label: &str) -> Option<i32> {
    let words = label.split(|c: char| !c.is_ascii_digit());
    words.filter(|word| word.len() == 4).filter_map(|word| word.parse().ok()).find(|year| (1900..=2200).contains(year))
}

/// The periods from which values cannot be compared with earlier ones. Open SDG counts places along a chart's axis:
/// 8.5 lies between the ninth and the tenth year. The axis has the years of the series that the item names. A place can
/// only be turned into a year if the axis has no gaps and it is sure where it begins; otherwise the break is listed.
pub(super) fn breaks(
    meta: &Meta,
    slice: &Slice<'_>,
    slices: &[Slice<'_>],
    leftovers: &mut Leftovers,
) -> BTreeSet<Period> {
    let periods = |slice: &Slice<'_>| slice.rows.iter().map(|(_, year)| year.period).collect::<BTreeSet<_>>();
    let mut found = BTreeSet::new();
    for item in lines_of(meta, "graph_series_breaks").into_iter().filter(|item| fits(item, slice)) {
        let axis: Vec<Period> = slices
            .iter()
            .filter(|other| fits(item, other))
            .flat_map(periods)
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect();
        let even = axis.windows(2).all(|pair| match pair {
            [a, b] => a.kind() == b.kind() && (b.middle() - a.middle() - 1.0).abs() < 0.01,
            _ => false,
        });
        let same_start = item.get_text("series").is_some() || periods(slice).first() == axis.first();
        let at = wanted(item, "value", &meta.path, leftovers)
            .map(f64::ceil)
            .filter(|at| *at >= 1.0 && *at < axis.len() as f64);
        match at.filter(|_| even && same_start).and_then(|at| axis.get(at as usize)) {
            Some(period) => {
                found.insert(*period);
                if let Some(label) = item.get_text("label_content") {
                    leftovers
                        .dropped(meta.path.as_str(), format!("The label {} of a break in a series", quoted(label)));
                }
            }
            None => leftovers.dropped(
                meta.path.as_str(),
                "A break in a series, given as a place on a chart that cannot be turned into a year",
            ),
        }
    }
    found
}

/// Marks, in every line, the first value of each new stretch, if there is one before it.
pub(super) fn mark_breaks(lines: &mut [Line], breaks: &BTreeSet<Period>) {
    for line in lines {
        for period in breaks {
            let before = line.points.iter().any(|point| point.period < *period && point.value.is_some());
            let first = line.points.iter_mut().find(|point| point.period >= *period && point.value.is_some());
            if let Some(point) = first.filter(|_| before) {
                point.status = point.status.with(Status::Break);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::year_in;

    #[test]
    fn the_year_of_a_label() {
        assert_eq!(year_in("National target 2026 (75)"), Some(2026));
        assert_eq!(year_in("75 percent"), None);
        assert_eq!(year_in("20301"), None);
    }
}

//! Disclosure control: what could point to a person must not be in the file, because the file is public.
//!
//! Limits after the small-numbers guidance of US health departments and CMS: counts below the limit are withheld,
//! rates over few people too, and no withheld count may follow by subtraction from what is published.

use std::collections::HashMap;

use super::series::Wrong;
use super::{Check, shown};
use crate::feed::id::{DimensionId, GeographyId};
use crate::feed::period::Period;
use crate::feed::read::Draft;
use crate::feed::records::indicator::{Indicator, UnitKind};
use crate::feed::records::{Coalition, Source};
use crate::feed::rule::{Rule, Severity};
use crate::feed::series::{Observation, Row, Scope, SeriesDraft, Status};

pub(super) fn check(draft: &Draft<'_, '_>, wrong: &Wrong, check: &mut Check<'_>) {
    let Some(coalition) = &draft.coalition else { return };
    let sources: HashMap<&str, &Source> = draft.sources.iter().map(|s| (s.record.id.as_str(), &s.record)).collect();
    let indicators: HashMap<&str, &Indicator> =
        draft.indicators.iter().map(|indicator| (indicator.record.id.as_str(), &indicator.record)).collect();
    let families = Families::new(draft, coalition.record.geography.clone());
    for (at, series) in draft.series.iter().enumerate() {
        let Some(indicator) = indicators.get(series.indicator.as_str()) else { continue };
        let limits = Limits::of(&coalition.record, indicator, &sources);
        let right =
            series.rows.iter().enumerate().filter(|(index, _)| !wrong.contains(&(at, *index))).map(|(_, row)| row);
        small(series, right.clone(), indicator, &limits, check);
        recoverable(series, right, indicator, &limits, &families, check);
    }
    let least = coalition.record.disclosure.min_count;
    for activity in &draft.activities {
        let reached = activity.record.serves.as_ref().and_then(|serves| serves.reached);
        if let Some(reached) = reached.filter(|reached| (1..least).contains(reached)) {
            let message =
                format!("Only {reached} people were reached; counts from 1 to {} can point to a person.", least - 1);
            check.report(
                Rule::SmallCount,
                activity.at("serves/reached"),
                message,
                "Leave \"reached\" out until there are more.",
            );
        }
    }
}

struct Limits {
    min_count: f64,
    min_denominator: f64,
    zero_ok: bool,
    severity: Severity,
}

impl Limits {
    fn of(coalition: &Coalition, indicator: &Indicator, sources: &HashMap<&str, &Source>) -> Self {
        let rules = || {
            indicator.source.iter().filter_map(|id| sources.get(id.as_str())).map(|source| source.disclosure.as_ref())
        };
        let stricter = rules().flatten().filter_map(|rule| rule.min_count).max().unwrap_or(0);
        let by_publisher = rules().all(|rule| rule.is_some_and(|rule| rule.applied_by_publisher));
        Self {
            min_count: f64::from(coalition.disclosure.min_count.max(stricter)),
            min_denominator: f64::from(coalition.disclosure.min_denominator),
            zero_ok: coalition.disclosure.zero_ok,
            severity: if by_publisher { Severity::Notice } else { Severity::Error },
        }
    }

    fn is_small(&self, count: f64) -> bool {
        (count > 0.0 && count < self.min_count) || (count == 0.0 && !self.zero_ok)
    }
}

/// The number of people that an observation gives away, if it does. A share of a known number gives it away too.
fn people(observation: &Observation, indicator: &Indicator) -> Option<f64> {
    let Observation { value, numerator, denominator, .. } = *observation;
    match indicator.unit.kind {
        _ if indicator.unit.things => None,
        UnitKind::Count => value.map(|value| value * indicator.unit.multiplier.unwrap_or(1.0)),
        UnitKind::Percent => numerator.or_else(|| Some((value? * denominator? / 100.0).round())),
        _ => numerator,
    }
}

fn small<'r>(
    series: &SeriesDraft<'_, '_>,
    rows: impl Iterator<Item = &'r Row>,
    indicator: &Indicator,
    limits: &Limits,
    check: &mut Check<'_>,
) {
    let withhold = "Empty all number cells of this line and write suppressed in the column status.";
    for row in rows {
        let observation = &row.observation;
        let column = if indicator.unit.kind == UnitKind::Count || observation.numerator.is_none() {
            "value"
        } else {
            "numerator"
        };
        if let Some(count) = people(observation, indicator).filter(|count| limits.is_small(*count)) {
            let message = format!(
                "Only {} people stand behind this; counts below {} can point to a person.",
                shown(count),
                shown(limits.min_count)
            );
            check.report_as(limits.severity, Rule::SmallCount, series.place(row, column), message, withhold);
        } else if let Some(base) =
            observation.denominator.filter(|base| *base < limits.min_denominator && !indicator.unit.things)
        {
            let message = format!(
                "This is a rate over {} people; rates over fewer than {} are not published.",
                shown(base),
                shown(limits.min_denominator)
            );
            check.report_as(limits.severity, Rule::SmallBase, series.place(row, "denominator"), message, withhold);
        }
    }
}

/// A whole and its parts, without the one that was asked for.
struct Family {
    whole: Scope,
    others: Vec<Scope>,
    /// Whether the feed says that the parts are all there are. Of places it does not: a feed may know some of them.
    complete: bool,
}

/// Who makes up a whole: the groups of an exhaustive dimension, the places inside a place.
struct Families {
    groups: HashMap<DimensionId, Vec<crate::feed::id::Name>>,
    parent: HashMap<GeographyId, GeographyId>,
    children: HashMap<GeographyId, Vec<GeographyId>>,
    area: GeographyId,
}

impl Families {
    fn new(draft: &Draft<'_, '_>, area: GeographyId) -> Self {
        let exhaustive = draft.dimensions.iter().map(|d| &d.record).filter(|d| d.exhaustive);
        let groups =
            exhaustive.map(|d| (d.id.clone(), d.groups.iter().map(|group| group.id.clone()).collect())).collect();
        let mut parent = HashMap::new();
        let mut children: HashMap<GeographyId, Vec<GeographyId>> = HashMap::new();
        for place in draft.geographies.iter().map(|place| &place.record) {
            if let Some(above) = &place.parent {
                parent.insert(place.id.clone(), above.clone());
                children.entry(above.clone()).or_default().push(place.id.clone());
            }
        }
        Self { groups, parent, children, area }
    }

    /// For each whole that a scope is a part of.
    fn of(&self, scope: &Scope) -> Vec<Family> {
        let mut families = Vec::new();
        for (at, (dimension, group)) in scope.groups.iter().enumerate() {
            let Some(all) = self.groups.get(dimension) else { continue };
            let mut whole = scope.clone();
            whole.groups.remove(at);
            let others = all.iter().filter(|other| *other != group).map(|other| {
                let mut part = scope.clone();
                part.groups[at].1 = other.clone();
                part
            });
            families.push(Family { whole, others: others.collect(), complete: true });
        }
        if let Some(place) = &scope.geography
            && let Some(above) = self.parent.get(place)
        {
            let at_place = |place: &GeographyId| {
                let geography = (*place != self.area).then(|| place.clone());
                Scope { geography, ..scope.clone() }
            };
            let siblings = self.children.get(above).into_iter().flatten().filter(|other| *other != place);
            families.push(Family { whole: at_place(above), others: siblings.map(at_place).collect(), complete: false });
        }
        families
    }
}

fn recoverable<'r>(
    series: &SeriesDraft<'_, '_>,
    rows: impl Iterator<Item = &'r Row>,
    indicator: &Indicator,
    limits: &Limits,
    families: &Families,
    check: &mut Check<'_>,
) {
    let by_scope = |number: &dyn Fn(&Observation) -> Option<f64>| -> HashMap<(&Scope, Period), f64> {
        let numbers = series
            .rows
            .iter()
            .filter_map(|row| Some(((&row.scope, row.observation.period), number(&row.observation)?)));
        numbers.collect()
    };
    let counts = by_scope(&|observation| people(observation, indicator));
    let bases = by_scope(&|observation| observation.denominator);
    for row in rows {
        let hidden = [Status::Suppressed, Status::Withheld].iter().any(|status| row.observation.status.has(*status));
        if !hidden {
            continue;
        }
        let period = row.observation.period;
        let found = families.of(&row.scope).into_iter().find_map(|family| {
            let known = |numbers: &HashMap<(&Scope, Period), f64>| {
                let total = *numbers.get(&(&family.whole, period))?;
                let rest: Option<Vec<f64>> =
                    family.others.iter().map(|part| numbers.get(&(part, period)).copied()).collect();
                Some((total, rest?.iter().sum::<f64>()))
            };
            let (total, sum) = known(&counts).filter(|_| !family.others.is_empty())?;
            // If places are missing, the difference is large: then it is not the withheld value.
            let small = limits.is_small(total - sum)
                || known(&bases).is_some_and(|(total, sum)| total > sum && total - sum < limits.min_denominator);
            (family.complete || small).then_some((total, sum))
        });
        if let Some((total, sum)) = found {
            let message = format!(
                "The withheld value can be worked out: {} less {} is {}.",
                shown(total),
                shown(sum),
                shown(total - sum)
            );
            check.report_as(
                limits.severity,
                Rule::Recoverable,
                series.place(row, "status"),
                message,
                "Withhold a second group or place for this period, or the total.",
            );
        }
    }
}

//! The groups and places of an indicator: how each started and where it stands.

use super::status_words;
use crate::feed::id::{DimensionId, GeographyId, Name};
use crate::feed::records::{Dimension, Indicator};
use crate::feed::series::{Line, Scope};
use crate::measure::change::{Change, is_measured, standing};
use crate::present::{Context, Phrase};
use crate::words::say;

/// The value of the query's `by` that shows places.
pub(super) const PLACES: &str = "places";

/// One table of groups or places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupTable {
    pub title: Phrase,
    /// Headings of the two value columns; the first is empty without a baseline.
    pub from: String,
    pub to: String,
    pub rows: Vec<GroupRow>,
    /// Groups that nobody counts, with the reason.
    pub not_collected: Vec<(Phrase, Phrase)>,
}

/// One group or place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRow {
    pub name: Phrase,
    pub definition: Option<Phrase>,
    pub baseline: String,
    pub latest: String,
    pub change: String,
    /// Why there is no latest value.
    pub withheld: bool,
}

/// Dimensions that the series has one-way figures for, in the order of the feed.
pub(super) fn dimensions<'a>(context: &Context<'a>, indicator: &Indicator) -> Vec<&'a Dimension> {
    let Some(series) = context.feed.series_of(&indicator.id) else { return Vec::new() };
    let one_way = |id: &DimensionId| {
        let is = |line: &Line| matches!(line.scope.groups.as_slice(), [(dimension, _)] if dimension == id);
        series.lines.iter().any(|line| is(line) && line.scope.geography.is_none())
    };
    context.feed.dimensions.iter().filter(|dimension| one_way(&dimension.id)).collect()
}

/// Lines of places, of everybody who lives there.
pub(super) fn places<'a>(context: &Context<'a>, indicator: &Indicator) -> Vec<&'a Line> {
    let lines = context.feed.series_of(&indicator.id).map_or(&[][..], |series| &series.lines);
    lines.iter().filter(|line| line.scope.groups.is_empty() && line.scope.geography.is_some()).collect()
}

pub(super) fn has_places(context: &Context<'_>, indicator: &Indicator) -> bool {
    !places(context, indicator).is_empty()
}

/// Lines of a dimension's groups, in the dimension's order.
pub(super) fn lines_of<'a>(context: &Context<'a>, indicator: &Indicator, dimension: &Dimension) -> Vec<&'a Line> {
    let Some(series) = context.feed.series_of(&indicator.id) else { return Vec::new() };
    let of = |group: &Name| Scope { groups: vec![(dimension.id.clone(), group.clone())], geography: None };
    dimension.groups.iter().filter_map(|group| series.lines.iter().find(|line| line.scope == of(&group.id))).collect()
}

/// Whom a line speaks of: "Low-income families, Eastside"; everybody without any.
pub(in crate::present) fn line_name(context: &Context<'_>, scope: &Scope) -> Phrase {
    let mut names: Vec<Phrase> =
        scope.groups.iter().map(|(dimension, group)| group_name(context, dimension, group)).collect();
    names.extend(scope.geography.as_ref().map(|id| place_name(context, id)));
    match names.as_slice() {
        [] => say!(context.words, "view-everybody").into(),
        [one] => one.clone(),
        _ => names.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().join(" · ").into(),
    }
}

fn group_name(context: &Context<'_>, dimension: &DimensionId, group: &Name) -> Phrase {
    let found = context.feed.dimension(dimension).and_then(|d| d.groups.iter().find(|known| known.id == *group));
    found.map(|group| context.text(&group.label)).unwrap_or_else(|| group.as_str().to_owned().into())
}

fn place_name(context: &Context<'_>, id: &GeographyId) -> Phrase {
    context.feed.geography(id).map(|place| context.text(&place.name)).unwrap_or_default()
}

/// A table for each dimension, one for places, one for what is left (two-way breakdowns).
pub(super) fn groups(context: &Context<'_>, indicator: &Indicator) -> Vec<GroupTable> {
    let mut tables: Vec<GroupTable> = dimensions(context, indicator)
        .into_iter()
        .map(|dimension| {
            let lines = lines_of(context, indicator, dimension);
            let mut table = table(context, indicator, context.text(&dimension.label), &lines);
            for (row, line) in table.rows.iter_mut().zip(&lines) {
                let group = line.scope.groups.first().and_then(|(_, id)| dimension.groups.iter().find(|g| g.id == *id));
                row.definition = group.and_then(|group| group.definition.as_ref()).map(|text| context.text(text));
            }
            let not =
                dimension.not_collected.iter().map(|group| (context.text(&group.label), context.text(&group.why)));
            table.not_collected = not.collect();
            table
        })
        .collect();
    let places = places(context, indicator);
    if !places.is_empty() {
        tables.push(table(context, indicator, say!(context.words, "view-places").into(), &places));
    }
    let rest: Vec<&Line> = context.feed.series_of(&indicator.id).map_or(Vec::new(), |series| {
        let parts = |line: &Line| line.scope.groups.len() + usize::from(line.scope.geography.is_some());
        series.lines.iter().filter(|line| parts(line) > 1).collect()
    });
    if !rest.is_empty() {
        tables.push(table(context, indicator, say!(context.words, "view-combined").into(), &rest));
    }
    tables
}

fn table(context: &Context<'_>, indicator: &Indicator, title: Phrase, lines: &[&Line]) -> GroupTable {
    let latest = lines.iter().filter_map(|line| line.points.last()).map(|point| point.period).max();
    let baseline = indicator.baseline.as_ref().map(|baseline| baseline.period);
    let rows = lines.iter().map(|line| row(context, indicator, line)).collect();
    GroupTable {
        title,
        from: baseline.map_or(String::new(), |period| {
            say!(context.words, "table-baseline-in", period = context.words.period_short(period))
        }),
        to: latest.map_or(String::new(), |period| {
            say!(context.words, "table-latest-in", period = context.words.period_short(period))
        }),
        rows,
        not_collected: Vec::new(),
    }
}

fn row(context: &Context<'_>, indicator: &Indicator, line: &Line) -> GroupRow {
    let standing = standing(line, indicator);
    let value = |value: Option<f64>| value.map_or(String::new(), |value| context.value(indicator, value));
    let last = line.points.last();
    let withheld = last.is_some_and(|last| !is_measured(last));
    let latest = match last {
        Some(last) if withheld => status_words(context, last).join(", "),
        _ => value(standing.latest.and_then(|latest| latest.value)),
    };
    let change = match standing.change {
        Some(Change::By(by)) if !withheld => context.signed_change(indicator, by),
        Some(Change::Broken) if !withheld => say!(context.words, "value-break"),
        _ => String::new(),
    };
    GroupRow {
        name: line_name(context, &line.scope),
        definition: None,
        baseline: value(standing.baseline.and_then(|baseline| baseline.value)),
        latest,
        change,
        withheld,
    }
}

//! Rules about observations, one at a time and beside each other.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::lines::lines;
use super::scopes::exhaustive;
use super::{Check, copies, groups, outliers, plausible, samples, shown, sums, time, values};
use crate::feed::finding::quoted;
use crate::feed::id::DimensionId;
use crate::feed::period::PeriodKind;
use crate::feed::read::{Draft, Placed};
use crate::feed::records::Indicator;
use crate::feed::records::geography::Dimension;
use crate::feed::rule::Rule;
use crate::feed::series::{Row, Scope, SeriesDraft, Status, order};

/// Observations with an error of their own, as series and row: what follows from a wrong number is not reported too.
pub(super) type Wrong = HashSet<(usize, usize)>;

pub(super) fn check(draft: &Draft<'_, '_>, check: &mut Check<'_>) -> Wrong {
    let mut wrong = Wrong::new();
    let indicators: HashMap<&str, &Placed<'_, '_, Indicator>> =
        draft.indicators.iter().map(|indicator| (indicator.record.id.as_str(), indicator)).collect();
    let dimensions: HashMap<&DimensionId, &Placed<'_, '_, Dimension>> =
        draft.dimensions.iter().map(|dimension| (&dimension.record.id, dimension)).collect();
    let groups: HashMap<&str, Vec<&str>> = draft
        .dimensions
        .iter()
        .map(|d| (d.record.id.as_str(), d.record.groups.iter().map(|group| group.id.as_str()).collect()))
        .collect();
    let exhaustive = exhaustive(draft);
    let mut copies = copies::Seen::new();
    let mut seen = HashMap::new();
    for (at, series) in draft.series.iter().enumerate() {
        if let Some(first) = seen.insert(series.indicator.as_str(), series.start()) {
            let message =
                format!("The indicator {} has two series; the other is at {first}.", quoted(series.indicator.as_str()));
            check.report(Rule::DuplicatePeriod, series.start(), message, "Put all its lines into one.");
        }
        let before = check.errors;
        known_groups(series, &groups, check);
        let named = check.errors == before;
        once_each(series, check);
        let single = check.errors == before;
        if single {
            sorted(series, check);
        }
        // A series whose indicator could not be read is not judged any further.
        let Some(indicator) = indicators.get(series.indicator.as_str()) else { continue };
        let one_kind = other_periods(series, &indicator.record, check);
        let mut odd = observations(series, &indicator.record, check);
        wrong.extend(odd.iter().map(|index| (at, *index)));
        if !(named && single && one_kind) {
            continue;
        }
        // From here on: what is well formed, and yet hardly meant.
        let lines = lines(series);
        let record = &indicator.record;
        time::periods(series, &lines, record, |index| odd.contains(&index), check);
        time::break_after_baseline(indicator, &lines, check);
        groups::check(series, &lines, &dimensions, check);
        plausible::check(series, &lines, record, &mut odd, check);
        outliers::check(series, &lines, record, &mut odd, check);
        sums::check(series, &lines, record, &exhaustive, &odd, check);
        copies::check(series, &lines, record, |index| odd.contains(&index), &mut copies, check);
        samples::uncertainty(indicator, series, check);
        samples::precision(series, &lines, record, |index| odd.contains(&index), check);
    }
    wrong
}

/// Looks at each observation by itself, and gives the indices of those with an error.
fn observations(series: &SeriesDraft<'_, '_>, indicator: &Indicator, check: &mut Check<'_>) -> HashSet<usize> {
    let mut wrong = HashSet::new();
    values::no_level(series, indicator, check);
    for (index, row) in series.rows.iter().enumerate() {
        let before = check.errors;
        not_yet(series, row, check);
        if !withheld(series, row, check) {
            values::limits(series, row, indicator, check);
            values::revision(series, row, check);
            if check.errors == before {
                values::interval(series, row, check);
            }
            if check.errors == before {
                values::quotient(series, row, &indicator.unit, check);
            }
        }
        if check.errors > before {
            wrong.insert(index);
        }
    }
    wrong
}

fn known_groups(series: &SeriesDraft<'_, '_>, groups: &HashMap<&str, Vec<&str>>, check: &mut Check<'_>) {
    let mut reported: Vec<&Scope> = Vec::new();
    for row in &series.rows {
        for (dimension, group) in &row.scope.groups {
            let Some(known) = groups.get(dimension.as_str()) else { continue };
            if known.contains(&group.as_str()) || reported.contains(&&row.scope) {
                continue;
            }
            reported.push(&row.scope);
            let meant = crate::feed::text::did_you_mean(group.as_str(), known.iter().copied());
            let message =
                format!("The dimension {} has no group {}.{meant}", quoted(dimension.as_str()), quoted(group.as_str()));
            check.report(
                Rule::DeadReference,
                series.place(row, "group"),
                message,
                format!("Its groups are {}.", known.join(", ")),
            );
        }
    }
}

fn once_each(series: &SeriesDraft<'_, '_>, check: &mut Check<'_>) {
    let mut first = HashMap::new();
    let mut reported = BTreeSet::new();
    for row in &series.rows {
        let Some(other) = first.insert((&row.scope, row.observation.period), row) else { continue };
        let place = series.place_of_second(other, row);
        if !reported.insert(place.clone()) {
            continue;
        }
        let values = |row: &Row| row.observation.value.map_or("no value".to_owned(), shown);
        let message = format!(
            "{} is there twice for the same group and place: {} at line {}, {} here.",
            row.observation.period,
            values(other),
            series.place(other, "value").line,
            values(row)
        );
        check.report(Rule::DuplicatePeriod, place, message, "Keep the right one.");
    }
}

/// Tables are sorted by dimension, group, place and period, so that two people who add figures touch different lines.
/// A warning only: the values are right in any order.
fn sorted(series: &SeriesDraft<'_, '_>, check: &mut Check<'_>) {
    if !series.is_table() {
        return;
    }
    let key = |row: &Row| (order(&row.scope), row.observation.period);
    let late = series.rows.windows(2).find(|pair| matches!(pair, [a, b] if key(a) > key(b)));
    if let Some([before, row]) = late {
        let message = format!(
            "The lines are not in order: {} comes after {}.",
            row.observation.period, before.observation.period
        );
        check.report(
            Rule::OutOfOrder,
            series.place(row, "period"),
            message,
            "Sort them by dimension, group, geography and period, blanks first.",
        );
    }
}

/// Periods of another kind than the indicator's, each kind once: mostly it is the indicator that is wrong. Whether there
/// are none.
fn other_periods(series: &SeriesDraft<'_, '_>, indicator: &Indicator, check: &mut Check<'_>) -> bool {
    let mut seen = HashSet::from([indicator.period_type]);
    for row in &series.rows {
        let period = row.observation.period;
        if seen.insert(period.kind()) {
            let words = |kind: PeriodKind| kind.wire().replace('_', " ");
            let message = format!(
                "{period} is a {}, but the indicator is counted by {}.",
                words(period.kind()),
                words(indicator.period_type)
            );
            check.report(
                Rule::MixedPeriods,
                series.place(row, "period"),
                message,
                "Use one kind of period, or make two indicators.",
            );
        }
    }
    seen.len() == 1
}

fn not_yet(series: &SeriesDraft<'_, '_>, row: &Row, check: &mut Check<'_>) {
    let period = row.observation.period;
    let expected = [Status::Forecast, Status::NotDue].iter().any(|status| row.observation.status.has(*status));
    if check.is_to_come(period.bounds().0) && !expected {
        let message = format!("{period} has not begun yet, so nothing can have been measured in it.");
        check.report(
            Rule::FutureValue,
            series.place(row, "period"),
            message,
            "Correct the period; an expected value belongs in the indicator's \"forecasts\".",
        );
    }
}

/// Whether the observation says that it has no value; then nothing else is looked at.
fn withheld(series: &SeriesDraft<'_, '_>, row: &Row, check: &mut Check<'_>) -> bool {
    let observation = &row.observation;
    let Some(status) = [Status::Suppressed, Status::Withheld, Status::Missing, Status::NotDue]
        .into_iter()
        .find(|status| observation.status.has(*status))
    else {
        return false;
    };
    let numbers = [
        ("value", observation.value),
        ("lower", observation.lower),
        ("upper", observation.upper),
        ("se", observation.se),
        ("numerator", observation.numerator),
        ("denominator", observation.denominator),
        ("was", observation.was),
    ];
    if let Some((column, number)) = numbers.into_iter().find_map(|(column, number)| Some((column, number?))) {
        let message =
            format!("The observation is marked {}, but its {column} is there: {}.", status.wire(), shown(number));
        check.report(
            Rule::SuppressedValue,
            series.place(row, column),
            message,
            "Empty all its number cells, or correct the status.",
        );
    }
    true
}

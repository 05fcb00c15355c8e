//! Rules about observations, one at a time and beside each other.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{Check, named_limits, shown};
use crate::feed::finding::quoted;
use crate::feed::period::PeriodKind;
use crate::feed::read::Draft;
use crate::feed::records::Indicator;
use crate::feed::records::indicator::{Unit, UnitKind};
use crate::feed::rule::Rule;
use crate::feed::series::{Observation, Row, Scope, SeriesDraft, Status, order};

/// Observations with an error of their own, as series and row: what follows from a wrong number is not reported too.
pub(super) type Wrong = HashSet<(usize, usize)>;

pub(super) fn check(draft: &Draft<'_, '_>, check: &mut Check<'_>) -> Wrong {
    let mut wrong = Wrong::new();
    let indicators: HashMap<&str, &Indicator> =
        draft.indicators.iter().map(|indicator| (indicator.record.id.as_str(), &indicator.record)).collect();
    let groups: HashMap<&str, Vec<&str>> = draft
        .dimensions
        .iter()
        .map(|d| (d.record.id.as_str(), d.record.groups.iter().map(|group| group.id.as_str()).collect()))
        .collect();
    let mut seen = HashMap::new();
    for (at, series) in draft.series.iter().enumerate() {
        if let Some(first) = seen.insert(series.indicator.as_str(), series.start()) {
            let message =
                format!("The indicator {} has two series; the other is at {first}.", quoted(series.indicator.as_str()));
            check.report(Rule::DuplicatePeriod, series.start(), message, "Put all its lines into one.");
        }
        known_groups(series, &groups, check);
        let before = check.errors;
        once_each(series, check);
        if check.errors == before {
            sorted(series, check);
        }
        // A series whose indicator could not be read is not judged any further.
        let Some(indicator) = indicators.get(series.indicator.as_str()) else { continue };
        other_periods(series, indicator, check);
        no_level(series, indicator, check);
        for (index, row) in series.rows.iter().enumerate() {
            let before = check.errors;
            not_yet(series, row, check);
            if !withheld(series, row, check) {
                limits(series, row, indicator, check);
                if check.errors == before {
                    interval(series, row, check);
                }
                if check.errors == before {
                    quotient(series, row, &indicator.unit, check);
                }
            }
            if check.errors > before {
                wrong.insert((at, index));
            }
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

/// Periods of another kind than the indicator's, each kind once: mostly it is the indicator that is wrong.
fn other_periods(series: &SeriesDraft<'_, '_>, indicator: &Indicator, check: &mut Check<'_>) {
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
}

/// Intervals without the level that they hold at, once for each series: it is missing in the indicator.
fn no_level(series: &SeriesDraft<'_, '_>, indicator: &Indicator, check: &mut Check<'_>) {
    if indicator.interval_level.is_some() {
        return;
    }
    let bound = |row: &Row| match row.observation {
        Observation { lower: Some(_), .. } => Some("lower"),
        Observation { upper: Some(_), .. } => Some("upper"),
        _ => None,
    };
    if let Some((row, column)) = series.rows.iter().find_map(|row| Some((row, bound(row)?))) {
        let message = "There is an interval, but the indicator does not say at which level.";
        check.report(
            Rule::IntervalBounds,
            series.place(row, column),
            message,
            "Add \"interval_level\": 0.95 to the indicator.",
        );
    }
}

fn not_yet(series: &SeriesDraft<'_, '_>, row: &Row, check: &mut Check<'_>) {
    let period = row.observation.period;
    let expected = [Status::Forecast, Status::NotDue].iter().any(|status| row.observation.status.has(*status));
    if period.bounds().0 > check.today && !expected {
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

fn limits(series: &SeriesDraft<'_, '_>, row: &Row, indicator: &Indicator, check: &mut Check<'_>) {
    let unit = &indicator.unit;
    let Some(value) = row.observation.value else { return };
    let place = || series.place(row, "value");
    let (low, high) = named_limits(indicator);
    let outside = low.is_some_and(|low| value < low) || high.is_some_and(|high| value > high);
    match unit.kind {
        UnitKind::Percent if !(0.0..=100.0).contains(&value) => {
            let meant = slip(value).map_or(String::new(), |meant| format!(" Did you mean {meant}?"));
            let fix = "A share lies between 0 and 100. Growth is \"percent_change\", an amount as a percent of another \"percent_ratio\".";
            check.report(
                Rule::OutsideLimits,
                place(),
                format!("{} percent cannot be right.{meant}", shown(value)),
                fix,
            );
        }
        _ if outside => {
            let bound = |limit: Option<f64>| limit.map_or("any".to_owned(), shown);
            let message =
                format!("{} lies outside the indicator's limits ({} to {}).", shown(value), bound(low), bound(high));
            check.report(Rule::OutsideLimits, place(), message, "Correct the value or the limits.");
        }
        UnitKind::PercentChange => {}
        _ if value < 0.0 && !unit.signed => {
            let message =
                format!("{} is below zero; values of the kind \"{}\" are not.", shown(value), unit.kind.wire());
            check.report(
                Rule::BelowZero,
                place(),
                message,
                "Correct it, or write \"signed\": true in the unit if values below zero are real.",
            );
        }
        UnitKind::Count if value.fract() != 0.0 && unit.multiplier.is_none() => {
            check.report(
                Rule::NotWhole,
                place(),
                format!("A count is a whole number; here stands {}.", shown(value)),
                "Correct it, or use the unit \"quantity\" or \"rate\".",
            );
        }
        _ => {}
    }
}

/// What a share above 100 probably was before a decimal point went missing.
fn slip(value: f64) -> Option<String> {
    [10.0, 100.0].iter().map(|by| value / by).find(|v| (10.0..=100.0).contains(v)).map(shown)
}

fn interval(series: &SeriesDraft<'_, '_>, row: &Row, check: &mut Check<'_>) {
    let Observation { value, lower, upper, se, .. } = row.observation;
    let mut bad = |column: &str, message: String, fix: &str| {
        check.report(Rule::IntervalBounds, series.place(row, column), message, fix)
    };
    let low_wrong = matches!((lower, value.or(upper)), (Some(lower), Some(value)) if lower > value);
    let high_wrong = matches!((upper, value), (Some(upper), Some(value)) if upper < value);
    if low_wrong || high_wrong {
        let bound = |bound: Option<f64>| bound.map_or("?".to_owned(), shown);
        bad(
            "value",
            format!("The value {} lies outside its own interval {} to {}.", bound(value), bound(lower), bound(upper)),
            "Correct one of the three.",
        );
    } else if let Some(se) = se.filter(|se| *se < 0.0) {
        bad("se", format!("A standard error is not below zero; here stands {}.", shown(se)), "Correct it.");
    }
}

/// Compares the value with numerator / denominator: beyond half a unit is an error, beyond rounding a warning.
fn quotient(series: &SeriesDraft<'_, '_>, row: &Row, unit: &Unit, check: &mut Check<'_>) {
    let Observation { value: Some(value), numerator: Some(numerator), denominator: Some(denominator), .. } =
        row.observation
    else {
        return;
    };
    let scale = match unit.kind {
        UnitKind::Percent | UnitKind::PercentRatio => 100.0,
        UnitKind::Ratio => 1.0,
        UnitKind::Rate => match unit.per_size {
            Some(size) => size,
            None => return,
        },
        _ => return,
    };
    if denominator <= 0.0 {
        check.report(
            Rule::NotTheQuotient,
            series.place(row, "denominator"),
            "A denominator is above zero.",
            "Correct it, or leave numerator and denominator empty.",
        );
        return;
    }
    let expected = numerator / denominator * scale;
    let away = (value - expected).abs();
    let rounding = 0.5 * 10f64.powi(-(unit.decimals.min(3) as i32)) + 1e-9;
    let gives = format!(
        "{} of {} gives {:.3}, but the value says {}.",
        shown(numerator),
        shown(denominator),
        expected,
        shown(value)
    );
    let half_unit: f64 = if unit.kind == UnitKind::Ratio { 0.005 } else { 0.5 };
    if away > half_unit.max(rounding) {
        check.report(Rule::NotTheQuotient, series.place(row, "value"), gives, "Correct the one that is wrong.");
    } else if away > rounding {
        check.report(
            Rule::NearTheQuotient,
            series.place(row, "value"),
            gives,
            "Round the value once, from numerator and denominator.",
        );
    }
}

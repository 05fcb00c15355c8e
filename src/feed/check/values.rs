//! The numbers of one observation: within limits, within their own interval, and what numerator and denominator give.

use super::{Check, named_limits, shown};
use crate::feed::records::Indicator;
use crate::feed::records::indicator::{Unit, UnitKind};
use crate::feed::rule::Rule;
use crate::feed::series::{Observation, Row, SeriesDraft};

/// Intervals without the level that they hold at, once for each series: it is missing in the indicator.
pub(super) fn no_level(series: &SeriesDraft<'_, '_>, indicator: &Indicator, check: &mut Check<'_>) {
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

pub(super) fn limits(series: &SeriesDraft<'_, '_>, row: &Row, indicator: &Indicator, check: &mut Check<'_>) {
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

pub(super) fn interval(series: &SeriesDraft<'_, '_>, row: &Row, check: &mut Check<'_>) {
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

/// A revision says what was published before, and since when it is no longer.
pub(super) fn revision(series: &SeriesDraft<'_, '_>, row: &Row, check: &mut Check<'_>) {
    let Observation { value, was, revised, .. } = row.observation;
    let mut bad = |column: &str, message: String, fix: &str| {
        check.report(Rule::RevisionUnclear, series.place(row, column), message, fix);
    };
    match (was, revised) {
        (Some(was), None) => {
            let message = format!("The value was {} before, but it is not said when it was revised.", shown(was));
            bad("was", message, "Write the day in the column revised, or empty both.");
        }
        (None, Some(_)) => {
            let message = "The value was revised, but it is not said what it was before.".to_owned();
            bad("revised", message, "Write the old value in the column was, or empty both.");
        }
        (Some(was), Some(_)) if value == Some(was) => {
            let message = format!("The value was {} before the revision, and it is {} now.", shown(was), shown(was));
            bad("was", message, "Write the value that was published before, or empty both columns.");
        }
        (Some(_), Some(day)) if check.is_to_come(day.first()) => {
            let message = format!("{day} has not come yet, so nothing can have been revised on it.");
            check.report(Rule::FutureValue, series.place(row, "revised"), message, "Correct the day of the revision.");
        }
        _ => {}
    }
}

/// Compares the value with numerator / denominator: beyond half a unit is an error, beyond rounding a warning.
pub(super) fn quotient(series: &SeriesDraft<'_, '_>, row: &Row, unit: &Unit, check: &mut Check<'_>) {
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

//! Groups against their whole: counts add up to it, shares and rates lie around it.
//!
//! Only for dimensions whose groups are everybody, and only where all groups are published. If a group is missing, all
//! periods are wrong at once: each dimension gets one finding in a series.

use std::collections::{HashMap, HashSet};

use super::lines::Line;
use super::scopes::{Exhaustive, in_order, with, without};
use super::{Check, shown};
use crate::feed::period::Period;
use crate::feed::records::Indicator;
use crate::feed::records::indicator::{Aggregation, Method, UnitKind};
use crate::feed::rule::Rule;
use crate::feed::series::{Row, Scope, SeriesDraft};

pub(super) fn check(
    series: &SeriesDraft<'_, '_>,
    lines: &[Line<'_>],
    indicator: &Indicator,
    dimensions: &Exhaustive,
    odd: &HashSet<usize>,
    check: &mut Check<'_>,
) {
    let right: Vec<&Row> = lines
        .iter()
        .flat_map(|line| &line.rows)
        .filter(|(index, row)| !odd.contains(index) && row.observation.value.is_some())
        .map(|(_, row)| *row)
        .collect();
    let cells: HashMap<(Scope, Period), &Row> =
        right.iter().map(|row| ((in_order(&row.scope), row.observation.period), *row)).collect();
    // A whole that is wrong fits none of its dimensions: that is one mistake.
    let mut told = HashSet::new();
    for (dimension, groups) in dimensions {
        // Every family is met once, at its first group.
        let families = right.iter().filter_map(|row| {
            let period = row.observation.period;
            let (scope, group) = without(&row.scope, dimension)?;
            let is_first = groups.first() == Some(group) && groups.len() > 1;
            let part = |group| cells.get(&(with(&scope, dimension, group)?, period)).copied();
            let parts: Vec<&Row> = groups.iter().map(part).collect::<Option<_>>().filter(|_| is_first)?;
            Some(Family { whole: cells.get(&(scope, period)).copied(), parts })
        });
        let families: Vec<Family<'_>> = families.collect();
        let wrong = families.iter().find_map(|family| family.wrong(indicator));
        if let Some(found) = wrong.or_else(|| not_a_hundred(&families, indicator)) {
            let Found { rule, row, message, fix } = found;
            let place = series.place(row, "value");
            if !told.insert((rule, place.offset)) {
                continue;
            }
            check.report(rule, place, message, fix);
        }
    }
}

/// All groups of a dimension in one period, and the whole that they make up if it is published.
struct Family<'r> {
    whole: Option<&'r Row>,
    parts: Vec<&'r Row>,
}

struct Found<'r> {
    rule: Rule,
    row: &'r Row,
    message: String,
    fix: &'static str,
}

const ADD_GROUP: &str =
    "Correct the one that is wrong; if some people are in no group, add a group for them, such as not known.";

impl<'r> Family<'r> {
    fn wrong(&self, indicator: &Indicator) -> Option<Found<'r>> {
        let whole = self.whole?;
        let kind = indicator.unit.kind;
        let shares = matches!(kind, UnitKind::Percent | UnitKind::PercentRatio | UnitKind::Rate | UnitKind::Ratio);
        match (kind, indicator.aggregation) {
            (UnitKind::Count | UnitKind::Currency | UnitKind::Quantity, Aggregation::Sum) => self.sum(whole),
            (_, Aggregation::Sum) => None,
            // The answers of a sample carry weights of their own, which the feed does not know.
            _ if shares && indicator.method != Method::Sample && self.has_denominators() => self.weighted(whole),
            (_, Aggregation::Mean) => self.between(whole),
            _ if shares || kind == UnitKind::Days => self.between(whole),
            _ => None,
        }
    }

    fn has_denominators(&self) -> bool {
        self.whole.iter().chain(&self.parts).all(|row| row.observation.denominator.is_some_and(|base| base > 0.0))
    }

    fn values(&self) -> Vec<f64> {
        self.parts.iter().filter_map(|row| row.observation.value).collect()
    }

    /// Values that add up: counts of people or things, money, amounts.
    fn sum(&self, whole: &'r Row) -> Option<Found<'r>> {
        let (values, total) = (self.values(), whole.observation.value?);
        let sum: f64 = values.iter().sum();
        let step = step(values.iter().copied().chain([total]));
        // Numbers of people are exact unless all of them are round.
        let rounding = if step == 1.0 { 0.5 } else { step / 2.0 * (values.len() + 1) as f64 };
        ((sum - total).abs() > rounding + 1e-9).then(|| Found {
            rule: Rule::GroupSum,
            row: whole,
            message: format!(
                "In {} the {} groups add up to {}, but the whole says {}.",
                whole.observation.period,
                values.len(),
                shown(sum),
                shown(total)
            ),
            fix: ADD_GROUP,
        })
    }

    /// Shares with known bases: the whole is the mean of the groups, each with the weight of its base.
    fn weighted(&self, whole: &'r Row) -> Option<Found<'r>> {
        let total = whole.observation.value?;
        let base = whole.observation.denominator?;
        let bases: Vec<f64> = self.parts.iter().filter_map(|row| row.observation.denominator).collect();
        let sum: f64 = bases.iter().sum();
        let step_of_bases = step(bases.iter().copied().chain([base]));
        let period = whole.observation.period;
        let found = |message| Found { rule: Rule::ShareSum, row: whole, message, fix: ADD_GROUP };
        if (sum - base).abs() > step_of_bases / 2.0 * (bases.len() + 1) as f64 + 1e-9 {
            let message = format!(
                "In {period} the denominators of the {} groups add up to {}, but the whole has {}.",
                bases.len(),
                shown(sum),
                shown(base)
            );
            return Some(found(message));
        }
        let values = self.values();
        let mean = values.iter().zip(&bases).map(|(value, base)| value * base).sum::<f64>() / sum;
        let rounding = step(values.iter().copied().chain([total]));
        ((mean - total).abs() > rounding + 1e-9).then(|| {
            let mean = shown((mean * 1e3).round() / 1e3);
            found(format!("In {period} the groups together give {mean}, but the whole says {}.", shown(total)))
        })
    }

    /// Whatever the weights, a mean lies between the lowest and the highest.
    fn between(&self, whole: &'r Row) -> Option<Found<'r>> {
        let total = whole.observation.value.filter(|_| whole.observation.note.is_none())?;
        let values = self.values();
        let (low, high) = values.iter().fold((f64::MAX, f64::MIN), |(low, high), v| (low.min(*v), high.max(*v)));
        let rounding = step(values.iter().copied().chain([total])).min(1.0);
        (total < low - rounding || total > high + rounding).then(|| Found {
            rule: Rule::TotalOutside,
            row: whole,
            message: format!(
                "In {} the whole is {}, but all {} groups lie between {} and {}.",
                whole.observation.period,
                shown(total),
                values.len(),
                shown(low),
                shown(high)
            ),
            fix: "Correct the one that is wrong, or add a note to the whole that says how it can be.",
        })
    }
}

/// Shares that divide a whole between the groups: they do so in most periods, so they should in all.
fn not_a_hundred<'r>(families: &[Family<'r>], indicator: &Indicator) -> Option<Found<'r>> {
    let divides = |family: &&Family<'_>| {
        family.whole.is_none_or(|whole| whole.observation.value == Some(100.0))
            && indicator.unit.kind == UnitKind::Percent
    };
    let away = |family: &Family<'_>| {
        let values = family.values();
        let rounding = step(values.iter().copied()).min(1.0) / 2.0 * values.len() as f64;
        (values.iter().sum::<f64>() - 100.0).abs() > rounding + 1e-9
    };
    let (bad, good): (Vec<&Family<'_>>, Vec<_>) = families.iter().filter(divides).partition(|family| away(family));
    let family = bad.first().filter(|_| good.len() >= 2 && good.len() > bad.len())?;
    let sum: f64 = family.values().iter().sum();
    let row = family.parts.first()?;
    Some(Found {
        rule: Rule::ShareSum,
        row,
        message: format!(
            "In {} the shares of the {} groups add up to {}; in other periods they make 100.",
            row.observation.period,
            family.parts.len(),
            shown(sum)
        ),
        fix: "Correct the share that is wrong, or add the group that is missing.",
    })
}

/// The step that numbers were rounded to: 1,000, 100, 10 or 5 if all are multiples of it, 1, or a part of 1.
fn step(numbers: impl Iterator<Item = f64> + Clone) -> f64 {
    const STEPS: [f64; 11] = [1000.0, 100.0, 10.0, 5.0, 1.0, 0.1, 0.01, 0.001, 1e-4, 1e-5, 1e-6];
    let is_multiple = |number: f64, step: f64| {
        let times = number / step;
        (times - times.round()).abs() < 1e-6 * times.abs().max(1.0)
    };
    let whole = STEPS.into_iter().find(|step| numbers.clone().all(|number| is_multiple(number, *step)));
    whole.unwrap_or(1e-6)
}

#[cfg(test)]
mod tests {
    use super::step;

    #[track_caller]
    fn check(numbers: &[f64], expected: f64) {
        assert_eq!(step(numbers.iter().copied()), expected);
    }

    #[test]
    fn the_step_of_numbers() {
        check(&[4000.0, 12_000.0, 0.0], 1000.0);
        check(&[210.0, 180.0, 385.0], 5.0);
        check(&[210.0, 181.0], 1.0);
        check(&[48.0, 60.1, 54.25], 0.01);
        check(&[1.0 / 3.0], 1e-6);
    }
}

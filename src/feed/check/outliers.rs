//! Changes that are unlike the other changes of their line.
//!
//! A change is measured against the median of all changes of the line and their median absolute deviation (MAD; Hampel
//! 1974), made comparable with a standard deviation by 1.4826. Iglewicz and Hoaglin (1993) call 3.5 of these an outlier;
//! here it takes 5, as changes of yearly figures have heavier tails than a normal distribution. A rule with mean and
//! standard deviation cannot do this: among ten numbers none lies more than 2.85 standard deviations from the mean.

use std::collections::HashSet;

use super::lines::{Line, Point, comparable, median};
use super::{Check, shown};
use crate::feed::period::Period;
use crate::feed::records::Indicator;
use crate::feed::records::indicator::UnitKind;
use crate::feed::rule::Rule;
use crate::feed::series::SeriesDraft;

/// Fewest values of a line that is judged.
const FEWEST: usize = 6;
/// From the median of the changes, in deviations.
const FAR: f64 = 5.0;
/// Makes the MAD of normal data their standard deviation.
const NORMAL: f64 = 1.4826;
/// Smallest deviation that is reckoned with: of the value itself. Else the smallest change of a smooth line would be far.
const SMOOTHEST: f64 = 0.03;

/// Reports each period at most once in a series, at its first line, and adds the rows to `odd`.
pub(super) fn check(
    series: &SeriesDraft<'_, '_>,
    lines: &[Line<'_>],
    indicator: &Indicator,
    odd: &mut HashSet<usize>,
    check: &mut Check<'_>,
) {
    let counts = indicator.unit.kind == UnitKind::Count;
    let mut reported: HashSet<Period> = HashSet::new();
    for line in lines {
        let points = line.points(|index| odd.contains(&index));
        for stretch in comparable(&points) {
            let values: Vec<f64> = stretch.iter().map(|point| point.value).collect();
            for at in outliers(&values) {
                let (Some(before), Some(point)) = (stretch.get(at - 1), stretch.get(at)) else { continue };
                let said = before.explained || point.explained;
                if said || longer_than_usual(stretch, at) || by_chance(before, point, counts) {
                    continue;
                }
                odd.insert(point.index);
                if !reported.insert(point.row.observation.period) {
                    continue;
                }
                let message = format!(
                    "The change from {} in {} to {} in {} is unlike all other changes of this line.",
                    shown(before.value),
                    before.row.observation.period,
                    shown(point.value),
                    point.row.observation.period
                );
                let fix = "Compare it with the source, then correct it or add a note that says what happened.";
                check.report(Rule::Outlier, series.place(point.row, "value"), message, fix);
            }
        }
    }
}

/// The indices of the values that a far change leads to. A value that goes up and back again is one, not two.
pub(super) fn outliers(values: &[f64]) -> Vec<usize> {
    if values.len() < FEWEST {
        return Vec::new();
    }
    // Of what is above zero, percentages of change are compared: money and people grow by them.
    let positive = values.iter().all(|value| *value > 0.0);
    let changes: Vec<f64> =
        values.windows(2).map(|pair| if positive { (pair[1] / pair[0]).ln() } else { pair[1] - pair[0] }).collect();
    let Some(middle) = median(changes.clone()) else { return Vec::new() };
    let Some(mad) = median(changes.iter().map(|change| (change - middle).abs()).collect()) else { return Vec::new() };
    let size = if positive { 1.0 } else { median(values.iter().map(|value| value.abs()).collect()).unwrap_or(0.0) };
    let deviation = (NORMAL * mad).max(SMOOTHEST * size);
    let far = |change: &f64| deviation > 0.0 && (change - middle).abs() > FAR * deviation;
    let mut found = Vec::new();
    for (at, change) in changes.iter().enumerate().filter(|(_, change)| far(change)) {
        let back = found.last() == Some(&at) && changes[at - 1].signum() != change.signum();
        if !back {
            found.push(at + 1);
        }
    }
    found
}

/// Whether more time lies before a point than between most others: then more may change.
fn longer_than_usual(stretch: &[Point<'_>], at: usize) -> bool {
    let middles: Vec<f64> = stretch.iter().map(|point| point.row.observation.period.middle()).collect();
    let steps: Vec<f64> = middles.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let step = at.checked_sub(1).and_then(|at| steps.get(at)).copied();
    matches!((step, median(steps)), (Some(step), Some(usual)) if step > 1.5 * usual)
}

/// Whether chance alone may have made the change: by the intervals of both values, or as counts vary (Poisson).
fn by_chance(a: &Point<'_>, b: &Point<'_>, counts: bool) -> bool {
    let (first, second) = (&a.row.observation, &b.row.observation);
    let apart = |lower: Option<f64>, upper: Option<f64>| matches!((lower, upper), (Some(l), Some(u)) if l > u);
    let intervals = first.lower.is_some() && first.upper.is_some() && second.lower.is_some() && second.upper.is_some();
    let overlap = intervals && !apart(first.lower, second.upper) && !apart(second.lower, first.upper);
    let number = |observation: &crate::feed::series::Observation, value: f64| {
        if counts { Some(value) } else { observation.numerator }
    };
    let noise = match (number(first, a.value), number(second, b.value)) {
        (Some(x), Some(y)) => (x - y).abs() <= 3.0 * (x + y).max(0.0).sqrt(),
        _ => false,
    };
    overlap || noise
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(values: &[f64], expected: &[usize]) {
        assert_eq!(outliers(values), expected);
    }

    #[test]
    fn digits_that_changed_places_among_ten_points() {
        check(&[78.4, 79.0, 80.1, 80.9, 81.7, 28.4, 83.9, 83.1, 83.0, 84.6], &[5]);
        check(&[78.4, 79.0, 80.1, 80.9, 81.7, 82.4, 83.9, 83.1, 83.0, 84.6], &[]);
    }

    #[test]
    fn a_step_is_found_where_it_is_made() {
        check(&[50.0, 51.0, 50.5, 51.5, 70.0, 71.0, 70.5, 71.0], &[4]);
    }

    #[test]
    fn the_first_and_the_last_value_are_looked_at() {
        check(&[80.0, 51.0, 50.5, 51.5, 51.0, 50.0], &[1]);
        check(&[50.0, 51.0, 50.5, 51.5, 51.0, 80.0], &[5]);
    }

    #[test]
    fn steady_growth_and_rough_lines_have_none() {
        check(&[100.0, 120.0, 144.0, 173.0, 207.0, 249.0, 299.0], &[]);
        check(&[10.0, 30.0, 12.0, 45.0, 20.0, 60.0, 11.0], &[]);
    }

    #[test]
    fn values_around_zero_are_compared_by_difference() {
        check(&[-3.0, 2.0, 1.0, -2.0, 3.0, 0.0, 60.0], &[6]);
    }

    #[test]
    fn equal_and_few_values_have_none() {
        check(&[0.0; 8], &[]);
        check(&[5.0, 5.0, 500.0, 5.0, 5.0], &[]);
    }
}

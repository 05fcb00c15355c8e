//! Recent trend: which way do the figures go, and is that more than chance?
//!
//! The run of latest moves in one direction, and the test of Mann (1945) and Kendall (1975) for a monotonic trend.

use super::numbers::{TOLERANCE, Way, Z_ONE_SIDED, thinned};

super::codes! {
    /// What is said of a line of figures.
    pub enum TrendLabel {
        Rising = "rising",
        Falling = "falling",
        /// The test finds no direction.
        Unclear = "no_clear_trend",
        TooFewPoints = "too_few_points",
        /// Pooled periods that share years are not independent of each other.
        OverlappingPeriods = "overlapping_periods",
    }
}

/// Fewest points that a trend is read from.
pub const FEWEST_POINTS: usize = 4;

/// Smallest |S| whose chance in one direction is at most 0.05, for 4 to 12 points without ties.
pub const CRITICAL: [i64; 9] = [6, 8, 11, 13, 16, 18, 21, 23, 26];

/// What the test compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Test {
    /// |S| with its exact critical value.
    Exact { critical: i64 },
    /// Normal approximation, corrected for ties and for continuity. `None` where all values are equal.
    Normal { z: Option<f64> },
}

/// A trend and what it was read from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trend {
    pub label: TrendLabel,
    /// Number of points that were looked at.
    pub points: usize,
    /// Direction of the latest move: up or down in value. `None` where the last two are equal, or there are no two.
    pub direction: Option<Way>,
    /// How many periods the latest run has lasted.
    pub run: usize,
    /// Mann-Kendall's S: pairs that rise less pairs that fall.
    pub s: i64,
    pub test: Option<Test>,
}

impl Trend {
    /// Whether the trend goes the wanted way; `None` without a clear trend.
    pub fn is_towards(&self, way: Way) -> Option<bool> {
        match self.label {
            TrendLabel::Rising => Some(way == Way::Up),
            TrendLabel::Falling => Some(way == Way::Down),
            TrendLabel::Unclear | TrendLabel::TooFewPoints | TrendLabel::OverlappingPeriods => None,
        }
    }
}

/// Reads a trend from values in time order. `overlapping` says that some of their periods share time.
pub fn trend(values: &[f64], overlapping: bool) -> Trend {
    let values = &thinned(values);
    let points = values.len();
    let mut found = Trend { label: TrendLabel::OverlappingPeriods, points, direction: None, run: 0, s: 0, test: None };
    if overlapping {
        return found;
    }
    (found.direction, found.run) = run(values);
    if points < FEWEST_POINTS {
        return Trend { label: TrendLabel::TooFewPoints, ..found };
    }
    let (s, ties) = kendall(values);
    let critical = CRITICAL.get(points - FEWEST_POINTS).copied().filter(|_| ties == 0.0);
    let test = match critical {
        Some(critical) => Test::Exact { critical },
        None => Test::Normal { z: z(s, ties, points as f64) },
    };
    let clear = match test {
        Test::Exact { critical } => s.abs() >= critical,
        Test::Normal { z } => z.is_some_and(|z| z > Z_ONE_SIDED * (1.0 + TOLERANCE)),
    };
    let label = match (clear, s > 0) {
        (false, _) => TrendLabel::Unclear,
        (true, true) => TrendLabel::Rising,
        (true, false) => TrendLabel::Falling,
    };
    Trend { label, s, test: Some(test), ..found }
}

/// Direction and length of the latest run. Equal values make a run of their own, without a direction.
fn run(values: &[f64]) -> (Option<Way>, usize) {
    let way = |pair: &[f64]| match pair[1] - pair[0] {
        step if step > 0.0 => Some(Way::Up),
        step if step < 0.0 => Some(Way::Down),
        _ => None,
    };
    let mut steps = values.windows(2).rev().map(way);
    let Some(latest) = steps.next() else { return (None, 0) };
    (latest, 1 + steps.take_while(|step| *step == latest).count())
}

/// S, and the sum of t (t - 1) (2t + 5) over the groups of t equal values.
fn kendall(values: &[f64]) -> (i64, f64) {
    let (mut s, mut ties) = (0, 0.0);
    for (at, value) in values.iter().enumerate() {
        s += values[at + 1..].iter().map(|later| i64::from(later > value) - i64::from(later < value)).sum::<i64>();
        // Each of the t equal values adds its share of the group's term.
        let t = values.iter().filter(|other| *other == value).count() as f64;
        ties += (t - 1.0) * (2.0 * t + 5.0);
    }
    (s, ties)
}

fn z(s: i64, ties: f64, n: f64) -> Option<f64> {
    let variance = (n * (n - 1.0) * (2.0 * n + 5.0) - ties) / 18.0;
    (variance > 0.0).then(|| (s.abs() as f64 - 1.0).max(0.0) / variance.sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(values: &[f64], label: TrendLabel, direction: Option<Way>, periods: usize) -> Trend {
        let found = trend(values, false);
        assert_eq!((found.label, found.direction, found.run), (label, direction, periods), "{found:?}");
        found
    }

    use TrendLabel::*;

    #[test]
    fn below_four_points_there_is_no_trend() {
        check(&[], TooFewPoints, None, 0);
        check(&[5.0], TooFewPoints, None, 0);
        check(&[1.0, 2.0, 3.0], TooFewPoints, Some(Way::Up), 2);
        check(&[1.0, 2.0, 3.0, 4.0], Rising, Some(Way::Up), 3);
        check(&[4.0, 3.0, 2.0, 1.0], Falling, Some(Way::Down), 3);
        check(&[1.0, 2.0, 4.0, 3.0], Unclear, Some(Way::Down), 1);
    }

    #[test]
    fn a_run_counts_the_latest_moves_in_one_direction() {
        check(&[9.0, 1.0, 2.0, 3.0], Unclear, Some(Way::Up), 2);
        check(&[1.0, 2.0, 0.0, 3.0, 3.0, 3.0], Unclear, None, 2);
    }

    #[test]
    fn ties_and_long_lines_take_the_normal_approximation() {
        let tied = check(&[1.0, 2.0, 2.0, 3.0, 4.0, 5.0], Rising, Some(Way::Up), 3);
        assert!(
            matches!(tied.test, Some(Test::Normal { z: Some(z) }) if (z - 13.0 / (492.0_f64 / 18.0).sqrt()).abs() < 0.001),
            "{tied:?}"
        );
        let long: Vec<f64> = (0..13).map(f64::from).collect();
        let long = check(&long, Rising, Some(Way::Up), 12);
        assert!(
            matches!(long.test, Some(Test::Normal { z: Some(z) }) if (z - 77.0 / (4836.0_f64 / 18.0).sqrt()).abs() < 0.001),
            "{long:?}"
        );
        assert_eq!(check(&[7.0; 6], Unclear, None, 5).test, Some(Test::Normal { z: None }));
    }

    #[test]
    fn overlapping_periods_have_no_trend() {
        assert_eq!(trend(&[1.0, 2.0, 3.0, 4.0, 5.0], true).label, OverlappingPeriods);
    }

    #[test]
    fn a_trend_is_wanted_or_not() {
        let rising = trend(&[1.0, 2.0, 3.0, 4.0], false);
        assert_eq!((rising.is_towards(Way::Up), rising.is_towards(Way::Down)), (Some(true), Some(false)));
        assert_eq!(trend(&[1.0], false).is_towards(Way::Up), None);
    }

    /// Counts, for n values in every order, how often each number of falling pairs comes up.
    fn falling_pairs(n: usize) -> Vec<f64> {
        (1..=n).fold(vec![1.0], |ways, length| {
            let mut next = vec![0.0; ways.len() + length - 1];
            for (pairs, count) in ways.iter().enumerate() {
                (0..length).for_each(|more| next[pairs + more] += count);
            }
            next
        })
    }

    #[test]
    fn critical_values_are_those_of_all_orders_enumerated() {
        for (n, &critical) in (FEWEST_POINTS..).zip(&CRITICAL) {
            let counts = falling_pairs(n);
            let all: f64 = counts.iter().sum();
            let pairs = (n * (n - 1) / 2) as i64;
            let chance = |s: i64| -> f64 {
                let at_least = counts.iter().zip(0..).filter(|(_, falling)| pairs - 2 * falling >= s);
                at_least.map(|(count, _)| count).sum::<f64>() / all
            };
            assert!(chance(critical) <= 0.05, "{n}: {}", chance(critical));
            assert!(chance(critical - 2) > 0.05, "{n}: {}", chance(critical - 2));
        }
    }
}

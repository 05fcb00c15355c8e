//! The arithmetic that several measures share.

use crate::feed::records::indicator::Direction;
use crate::feed::series::Observation;

/// How far a computed number may fall short of a threshold and still count as having reached it. Relative: it only
/// forgives what binary fractions do to numbers such as 10 percent.
pub const TOLERANCE: f64 = 1e-9;

/// One-sided 0.05 limit of the normal distribution, as Healthy People writes it.
pub const Z_ONE_SIDED: f64 = 1.645;

/// Most points of a line that pairs are made of. A longer line is thinned first; else a daily series of many years
/// would keep a phone busy.
pub const MOST_POINTS: usize = 500;

super::codes! {
    /// Which way is better on a scale.
    pub enum Way {
        Up = "up",
        Down = "down",
    }
}

impl Way {
    /// The way that an indicator's direction names; `None` for a level, a range, or none.
    pub const fn of(direction: Direction) -> Option<Self> {
        match direction {
            Direction::Increase => Some(Self::Up),
            Direction::Decrease => Some(Self::Down),
            Direction::Maintain | Direction::Range | Direction::Neither => None,
        }
    }

    /// +1 or -1.
    pub const fn sign(self) -> f64 {
        match self {
            Self::Up => 1.0,
            Self::Down => -1.0,
        }
    }
}

/// A value at a time in decimal years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    pub time: f64,
    pub value: f64,
}

/// A value with its standard error, where one is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sample {
    pub value: f64,
    pub se: Option<f64>,
}

/// Whether a size has reached its limit, both at least 0.
pub fn reaches(size: f64, limit: f64) -> bool {
    size >= limit * (1.0 - TOLERANCE)
}

/// The middle value; of an even number, the mean of the two in the middle. `None` for no values.
pub fn median(values: &mut [f64]) -> Option<f64> {
    let half = values.len() / 2;
    if values.is_empty() {
        return None;
    }
    let even = values.len().is_multiple_of(2);
    let (below, &mut upper, _) = values.select_nth_unstable_by(half, f64::total_cmp);
    let lower = below.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    Some(if even { lower + (upper - lower) / 2.0 } else { upper })
}

/// At most [`MOST_POINTS`] of the points, evenly spaced, the first and the last among them.
pub fn thinned<T: Copy>(points: &[T]) -> Vec<T> {
    let (n, most) = (points.len(), MOST_POINTS);
    if n <= most {
        return points.to_vec();
    }
    (0..most).filter_map(|at| points.get(at * (n - 1) / (most - 1)).copied()).collect()
}

/// How many standard errors a two-sided interval of this level reaches to each side: 1.96 for 0.95. `None` for a level
/// that is not between 0 and 1.
pub fn interval_reach(level: f64) -> Option<f64> {
    if !(level > 0.0 && level < 1.0) {
        return None;
    }
    // The share within z of the middle, from the power series of the normal integral (Abramowitz and Stegun 26.2.11);
    // halving the range finds z. Slow and short: it runs once for a value with an interval.
    let inside = |z: f64| {
        let (mut term, mut sum, mut odd) = (z, z, 1.0);
        while term > sum * f64::EPSILON {
            odd += 2.0;
            term *= z * z / odd;
            sum += term;
        }
        2.0 * sum * (-z * z / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt()
    };
    let (mut low, mut high) = (0.0, 8.0);
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if inside(middle) < level { low = middle } else { high = middle }
    }
    Some(high)
}

/// The standard error of an observation: the one the series gives, else half its interval over what the interval's
/// level reaches.
pub fn standard_error(observation: &Observation, level: Option<f64>) -> Option<f64> {
    let from_interval = || {
        let width = observation.upper? - observation.lower?;
        Some(width / (2.0 * interval_reach(level?)?))
    };
    observation.se.or_else(from_interval).filter(|se| *se >= 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::period::Period;
    use crate::feed::series::StatusSet;

    #[track_caller]
    fn check(found: Option<f64>, expected: Option<f64>) {
        let same = found.zip(expected).is_some_and(|(a, b)| (a - b).abs() < 1e-6);
        assert!(same || found == expected, "{found:?} is not {expected:?}");
    }

    #[test]
    fn the_median_is_in_the_middle() {
        check(median(&mut []), None);
        check(median(&mut [3.0]), Some(3.0));
        check(median(&mut [9.0, -1.0, 2.0]), Some(2.0));
        check(median(&mut [9.0, 4.0, -1.0, 2.0]), Some(3.0));
        check(median(&mut [5.0, 5.0, 5.0, 5.0]), Some(5.0));
    }

    #[test]
    fn intervals_reach_as_far_as_tables_say() {
        check(interval_reach(0.95), Some(1.959_964));
        check(interval_reach(0.90), Some(1.644_854));
        check(interval_reach(0.99), Some(2.575_829));
        check(interval_reach(0.5), Some(0.674_490));
        for level in [0.0, 1.0, 95.0, -0.5, f64::NAN] {
            check(interval_reach(level), None);
        }
    }

    #[test]
    fn the_given_standard_error_comes_before_the_interval() {
        let observation = |se| Observation {
            period: Period::Year(2024),
            value: Some(50.0),
            lower: Some(48.04),
            upper: Some(51.96),
            se,
            numerator: None,
            denominator: None,
            status: StatusSet::default(),
            note: None,
            was: None,
            revised: None,
        };
        check(standard_error(&observation(Some(1.5)), Some(0.95)), Some(1.5));
        let from_interval = standard_error(&observation(None), Some(0.95)).map(|se| (se * 1000.0).round());
        check(from_interval, Some(1000.0));
        check(standard_error(&observation(None), None), None);
        check(standard_error(&observation(Some(-1.0)), None), None);
    }

    #[test]
    fn long_lines_keep_their_ends() {
        let long: Vec<usize> = (0..12_345).collect();
        let short = thinned(&long);
        assert_eq!((short.len(), short.first(), short.last()), (MOST_POINTS, Some(&0), Some(&12_344)));
        assert!(short.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(thinned(&long[..MOST_POINTS]).len(), MOST_POINTS);
    }
}

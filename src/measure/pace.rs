//! Pace: does it move fast enough to be at the target on its date?
//!
//! R is the rate so far over the rate from the baseline to the target, signed so that a move away from the wanted
//! direction is below zero, whichever side of the baseline the target lies on. The cut-offs 0.95, 0.60 and 0 are those
//! of Eurostat and Statistics Canada.

use super::numbers::{Spot, TOLERANCE, Way, median, thinned};
use crate::feed::records::indicator::PaceModel;

super::codes! {
    /// What is said of the way to a target.
    pub enum PaceLabel {
        OnPace = "on_pace",
        /// Moving, too slowly.
        TooSlow = "too_slow",
        FarTooSlow = "far_too_slow",
        MovingAway = "moving_away",
        Met = "target_met",
        /// The date has passed and the figure that counts for it did not meet the target.
        MissedDate = "missed_date",
        /// The date has passed, but the figure that counts for it is not there yet.
        AwaitingFigure = "awaiting_figure",
        /// See [`NoPace`].
        NotDefined = "not_defined",
    }
}

super::codes! {
    /// Why there is no pace.
    pub enum NoPace {
        /// No target, or one without a date.
        NoTarget = "no_target",
        /// The status could not be assessed either, or there is nothing to judge.
        NotAssessed = "not_assessed",
        BaselineIsTarget = "baseline_equals_target",
        /// Target, baseline and latest value do not follow each other in time.
        NoTime = "no_time_between",
        /// Compound growth needs values and a target above zero.
        NotPositive = "not_positive",
    }
}

super::codes! {
    /// How the rate so far was found.
    pub enum SlopeMethod {
        /// Latest less baseline, over the time between them.
        EndPoints = "end_points",
        /// Median of the slopes of all pairs of points (Theil 1950, Sen 1968).
        TheilSen = "theil_sen",
    }
}

/// Ratios at which labels change: on pace from the first, moving from the second, not away from the third.
pub const THRESHOLDS: [f64; 3] = [0.95, 0.60, 0.0];

/// Fewest points, baseline included, for the median of slopes.
pub const FEWEST_POINTS: usize = 5;

/// Farthest that a projection is said, in years after the latest value.
pub const FARTHEST_YEARS: f64 = 50.0;

/// A rate so far.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slope {
    /// In the unit each year; in percent each year for compound growth.
    pub per_year: f64,
    pub method: SlopeMethod,
    /// From how many points, the baseline included.
    pub points: usize,
}

/// A pace and what it was made from. Rates are in the unit each year; for compound growth, in percent each year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    pub label: PaceLabel,
    /// Said for `NotDefined` only.
    pub why: Option<NoPace>,
    /// Whether steps of equal size are wanted, or of equal percent.
    pub model: PaceModel,
    /// The baseline, on the scale that is judged.
    pub start: Option<Spot>,
    /// The latest value, on that scale.
    pub end: Option<Spot>,
    /// The target at its date, on that scale.
    pub goal: Option<Spot>,
    /// R, without a unit: at 1 the target is met on its date, at 0 nothing moves, below 0 it moves away.
    pub ratio: Option<f64>,
    /// The rate since the baseline.
    pub recent: Option<Slope>,
    /// The rate that would have led from the baseline to the target: what R divides by.
    pub planned_per_year: Option<f64>,
    /// The rate from the latest value to the target.
    pub needed_per_year: Option<f64>,
    /// When the target would be reached at the rate so far, in decimal years.
    pub projected: Option<f64>,
}

impl Pace {
    /// No pace, and why.
    pub fn none(why: NoPace, model: PaceModel) -> Self {
        Self {
            label: PaceLabel::NotDefined,
            why: Some(why),
            model,
            start: None,
            end: None,
            goal: None,
            ratio: None,
            recent: None,
            planned_per_year: None,
            needed_per_year: None,
            projected: None,
        }
    }

    /// The calendar year in which the target would be reached at the rate so far.
    pub fn projected_year(&self) -> Option<i32> {
        self.projected.map(|time| (time + TOLERANCE).floor() as i32)
    }
}

/// The pace on a line from its baseline to its latest value.
///
/// `points` are in time order, the baseline first and the latest value last. `way` is `None` where neither is better.
pub fn pace(points: &[Spot], goal: Option<Spot>, way: Option<Way>, model: PaceModel) -> Pace {
    let nothing = Pace::none(NoPace::NotAssessed, model);
    let (Some(&start), Some(&end)) = (points.first(), points.last()) else { return nothing };
    // With compound growth everything below happens on the logarithms.
    let on_scale = |spot: Spot| match model {
        PaceModel::Linear => Some(spot),
        PaceModel::Compound => (spot.value > 0.0).then(|| Spot { time: spot.time, value: spot.value.ln() }),
    };
    let per_year = |rate: f64| match model {
        PaceModel::Linear => rate,
        PaceModel::Compound => 100.0 * rate.exp_m1(),
    };
    let mut pace = Pace { start: Some(start), end: Some(end), goal, ..nothing };
    let not = |pace: Pace, why: NoPace| Pace { why: Some(why), ..pace };
    let line: Option<Vec<Spot>> = points.iter().copied().map(on_scale).collect();
    let Some(line) = line else { return not(pace, NoPace::NotPositive) };
    let recent = slope(&line);
    pace.recent = recent.map(|slope| Slope { per_year: per_year(slope.per_year), ..slope });
    let Some(way) = way else { return not(pace, NoPace::NotAssessed) };
    let Some(goal) = goal else { return not(pace, NoPace::NoTarget) };
    if way.sign() * (end.value - goal.value) >= 0.0 {
        return Pace { label: PaceLabel::Met, why: None, ..pace };
    }
    let (Some(from), Some(to), Some(aim)) = (on_scale(start), on_scale(end), on_scale(goal)) else {
        return not(pace, NoPace::NotPositive);
    };
    let planned = rate(from, aim);
    pace.planned_per_year = planned.map(per_year);
    let needed = rate(to, aim);
    pace.needed_per_year = needed.map(per_year);
    let (Some(slope), Some(planned), Some(_)) = (recent, planned, needed) else { return not(pace, NoPace::NoTime) };
    pace.projected = projected(to, aim.value, slope.per_year, way);
    if planned == 0.0 {
        return not(pace, NoPace::BaselineIsTarget);
    }
    // Plus zero: a rate of zero against the wanted way is no -0.
    let ratio = way.sign() * slope.per_year / planned.abs() + 0.0;
    Pace { label: label(ratio), why: None, ratio: Some(ratio), ..pace }
}

/// The label of a ratio. A ratio that binary fractions put just below a threshold has reached it.
pub fn label(ratio: f64) -> PaceLabel {
    let labels = [PaceLabel::OnPace, PaceLabel::TooSlow, PaceLabel::FarTooSlow];
    let found = labels.into_iter().zip(THRESHOLDS).find(|(_, from)| ratio >= from - TOLERANCE);
    found.map_or(PaceLabel::MovingAway, |(label, _)| label)
}

/// Change over time; `None` unless the second comes later.
fn rate(from: Spot, to: Spot) -> Option<f64> {
    (to.time > from.time).then(|| (to.value - from.value) / (to.time - from.time))
}

/// The rate on a line: from five points the median of all pairs, below that the two ends. `None` without two times.
pub fn slope(line: &[Spot]) -> Option<Slope> {
    let points = line.len();
    if points < FEWEST_POINTS {
        let per_year = rate(*line.first()?, *line.last()?)?;
        return Some(Slope { per_year, method: SlopeMethod::EndPoints, points });
    }
    let line = thinned(line);
    let pairs = line.iter().enumerate().flat_map(|(at, from)| line[at + 1..].iter().map(|to| rate(*from, *to)));
    let mut slopes: Vec<f64> = pairs.flatten().collect();
    let per_year = median(&mut slopes)?;
    Some(Slope { per_year, method: SlopeMethod::TheilSen, points })
}

/// When the goal is reached from here at this rate.
fn projected(from: Spot, goal: f64, per_year: f64, way: Way) -> Option<f64> {
    let years = (way.sign() * per_year > 0.0).then(|| (goal - from.value) / per_year)?;
    (years <= FARTHEST_YEARS).then_some(from.time + years)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line that begins in 2020, one value a year.
    fn line(values: &[f64]) -> Vec<Spot> {
        values.iter().zip(0..).map(|(&value, at)| Spot { time: 2020.5 + f64::from(at), value }).collect()
    }

    fn on(values: &[f64], goal: f64, by: f64, way: Way) -> Pace {
        pace(&line(values), Some(Spot { time: by, value: goal }), Some(way), PaceModel::Linear)
    }

    #[track_caller]
    fn check(pace: Pace, label: PaceLabel, ratio: Option<f64>, why: Option<NoPace>) -> Pace {
        let close = match (pace.ratio, ratio) {
            (Some(found), Some(expected)) => (found - expected).abs() < 1e-6,
            (found, expected) => found == expected,
        };
        assert!(pace.label == label && close && pace.why == why, "{pace:?}");
        pace
    }

    use PaceLabel::*;

    #[test]
    fn ratios_have_labels_from_their_thresholds_on() {
        for (ratio, expected) in [
            (1.2, OnPace),
            (0.95, OnPace),
            (0.95 - 1e-12, OnPace),
            (0.949, TooSlow),
            (0.6, TooSlow),
            (0.599, FarTooSlow),
            (0.0, FarTooSlow),
            (-1e-12, FarTooSlow),
            (-0.001, MovingAway),
        ] {
            assert_eq!(label(ratio), expected, "{ratio}");
        }
    }

    #[test]
    fn rates_are_those_that_residents_can_check() {
        let pace = check(on(&[50.0, 52.0], 60.0, 2030.5, Way::Up), OnPace, Some(2.0), None);
        assert_eq!(pace.planned_per_year, Some(1.0));
        assert_eq!(pace.needed_per_year.map(|rate| (rate * 1e6).round()), Some(888_889.0));
        assert_eq!((pace.projected, pace.projected_year()), (Some(2025.5), Some(2025)));
        let slow = check(on(&[50.0, 50.1], 60.0, 2030.5, Way::Up), FarTooSlow, Some(0.1), None);
        assert_eq!(slow.projected, None, "more than 50 years");
        let away = check(on(&[50.0, 49.0], 60.0, 2030.5, Way::Up), MovingAway, Some(-1.0), None);
        assert_eq!(away.projected, None, "never");
    }

    #[test]
    fn from_five_points_the_median_slope_counts() {
        let four = check(on(&[50.0, 50.0, 50.0, 56.0], 60.0, 2030.5, Way::Up), OnPace, Some(2.0), None);
        assert_eq!(four.recent.map(|slope| slope.method), Some(SlopeMethod::EndPoints));
        let five = check(on(&[50.0, 51.0, 52.0, 53.0, 30.0], 60.0, 2030.5, Way::Up), OnPace, Some(1.0), None);
        assert_eq!(five.recent.map(|slope| (slope.method, slope.points)), Some((SlopeMethod::TheilSen, 5)));
    }

    #[test]
    fn a_target_on_the_worse_side_cannot_be_reached_by_getting_worse() {
        check(on(&[90.0, 80.0], 85.0, 2030.5, Way::Up), MovingAway, Some(-20.0), None);
    }

    #[test]
    fn where_there_is_no_pace_it_is_said_why() {
        check(on(&[80.0, 70.0], 80.0, 2030.5, Way::Up), NotDefined, None, Some(NoPace::BaselineIsTarget));
        check(on(&[50.0, 52.0], 60.0, 2021.5, Way::Up), NotDefined, None, Some(NoPace::NoTime));
        check(on(&[50.0], 60.0, 2030.5, Way::Up), NotDefined, None, Some(NoPace::NoTime));
        check(on(&[], 60.0, 2030.5, Way::Up), NotDefined, None, Some(NoPace::NotAssessed));
        let free = pace(&line(&[50.0, 52.0]), None, Some(Way::Up), PaceModel::Linear);
        let free = check(free, NotDefined, None, Some(NoPace::NoTarget));
        assert_eq!(free.recent.map(|slope| slope.per_year), Some(2.0));
        check(on(&[50.0, 61.0], 60.0, 2030.5, Way::Up), Met, None, None);
    }

    #[test]
    fn compound_growth_is_measured_in_percent_each_year() {
        let grows = |values: &[f64], goal: f64| {
            let goal = Spot { time: 2030.5, value: goal };
            pace(&line(values), Some(goal), Some(Way::Up), PaceModel::Compound)
        };
        let pace = check(grows(&[100.0, 110.0], 100.0 * 1.1_f64.powi(10)), OnPace, Some(1.0), None);
        let percent = |rate: Option<f64>| rate.map(|rate| (rate * 1e6).round() / 1e6);
        assert_eq!(percent(pace.recent.map(|slope| slope.per_year)), Some(10.0));
        assert_eq!((percent(pace.needed_per_year), percent(pace.planned_per_year)), (Some(10.0), Some(10.0)));
        assert_eq!(percent(pace.projected), Some(2030.5));
        check(grows(&[0.0, 110.0], 200.0), NotDefined, None, Some(NoPace::NotPositive));
    }
}

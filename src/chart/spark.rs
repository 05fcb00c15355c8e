//! The sparkline beside a number: the shape of a history and the way to its target, without text.

use super::path::through;
use super::reading::Reading;
use super::round;
use super::scale::Scale;

/// Height of a sparkline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SparkSize {
    /// In a list.
    Small,
    /// For the first measure of a goal.
    Large,
}

impl SparkSize {
    /// Height in px.
    pub fn height(self) -> f64 {
        match self {
            Self::Small => 46.,
            Self::Large => 96.,
        }
    }

    /// Kept free above and below, for the dots.
    fn padding(self) -> f64 {
        match self {
            Self::Small => 8.,
            Self::Large => 12.,
        }
    }
}

/// One period of the history.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SparkPoint {
    /// Decimal year.
    pub at: f64,
    pub reading: Reading,
    /// Not comparable with the point before.
    pub break_before: bool,
}

/// Geometry of a sparkline. Across in percent, down in px; the path lives in a box 1000 wide.
#[derive(Clone, Debug, PartialEq)]
pub struct Spark {
    pub height: f64,
    /// The history, with a gap where a figure is missing or a series breaks.
    pub path: String,
    /// Points with no neighbour to draw a line to. The path does not show them.
    pub alone: Vec<(f64, f64)>,
    pub baseline: Option<(f64, f64)>,
    pub latest: Option<(f64, f64)>,
    /// The latest figure may still change.
    pub latest_is_open: bool,
    /// Height of the target's bar.
    pub target: Option<f64>,
    /// From the latest value towards the target.
    pub reach: Option<((f64, f64), (f64, f64))>,
}

/// Where the history ends if there is a target to the right of it, in percent.
const END_BEFORE_TARGET: f64 = 80.;
/// Where it ends otherwise: the latest dot needs some room.
const END: f64 = 98.;
/// Left and right end of the target's bar, in percent.
pub const TARGET_BAR: (f64, f64) = (93., 100.);
const END_OF_REACH: f64 = 97.;

/// Lays out a sparkline. `baseline` is an index into the points. Without a known value there is no line, and the
/// target, if any, is all there is.
pub fn spark(points: &[SparkPoint], baseline: Option<usize>, target: Option<f64>, size: SparkSize) -> Spark {
    let target = target.filter(|target| target.is_finite());
    let known: Vec<(usize, f64, f64)> = points
        .iter()
        .enumerate()
        .filter(|(_, point)| point.at.is_finite())
        .filter_map(|(index, point)| Some((index, point.at, point.reading.value()?)))
        .collect();
    let ends = |values: &mut dyn Iterator<Item = f64>| {
        values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)))
    };
    let (low, high) = ends(&mut known.iter().map(|point| point.2).chain(target));
    let (first, last) = ends(&mut known.iter().map(|point| point.1));
    let (height, padding) = (size.height(), size.padding());
    let down = Scale::new((low, high), (height - padding, padding));
    let end = if target.is_some() { END_BEFORE_TARGET } else { END };
    let across = Scale::new((first, last), (0., end));

    let places: Vec<(usize, (f64, f64))> = known
        .iter()
        // The only moment there is is the latest one.
        .map(|&(index, at, value)| {
            (index, (if first == last { end } else { round(across.at(at)) }, round(down.at(value))))
        })
        .collect();
    let runs = || places.chunk_by(|a, b| a.0 + 1 == b.0 && !points[b.0].break_before);
    let path =
        runs().filter(|run| run.len() > 1).map(|run| through(&run.iter().map(|place| place.1).collect::<Vec<_>>()));
    let latest = places.last().copied();
    let target = target.map(|target| round(down.at(target)));
    Spark {
        height,
        path: path.collect(),
        alone: runs().filter(|run| run.len() == 1).map(|run| run[0].1).collect(),
        baseline: places.iter().find(|place| Some(place.0) == baseline).map(|place| place.1),
        latest: latest.map(|place| place.1),
        latest_is_open: latest.is_some_and(|place| points[place.0].reading.is_open()),
        target,
        reach: latest.zip(target).map(|(place, y)| (place.1, (END_OF_REACH, y))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::reading::{Absence, PointMark};

    fn year(at: f64, value: f64) -> SparkPoint {
        SparkPoint { at, reading: Reading::of(value), break_before: false }
    }

    fn missing(at: f64) -> SparkPoint {
        SparkPoint { at, reading: Reading::Absent(Absence::NotCollected), break_before: false }
    }

    #[track_caller]
    fn check(points: &[SparkPoint], target: Option<f64>, path: &str, latest: Option<(f64, f64)>) {
        let spark = spark(points, Some(0), target, SparkSize::Small);
        assert_eq!((spark.path.as_str(), spark.latest), (path, latest));
    }

    #[test]
    fn rises_towards_its_target() {
        let spark = spark(&[year(2021., 40.), year(2025., 50.)], Some(0), Some(60.), SparkSize::Small);
        assert_eq!(spark.path, "M0 38L800 23");
        assert_eq!(spark.baseline, Some((0., 38.)));
        assert_eq!(spark.target, Some(8.));
        assert_eq!(spark.reach, Some(((80., 23.), (97., 8.))));
        assert!(!spark.latest_is_open);
    }

    #[test]
    fn without_a_target_it_uses_the_width() {
        check(&[year(2021., 40.), year(2025., 50.)], None, "M0 38L980 8", Some((98., 8.)));
    }

    #[test]
    fn a_missing_year_is_a_gap() {
        let points = [year(2021., 40.), year(2022., 45.), missing(2023.), year(2024., 50.), year(2025., 50.)];
        check(&points, None, "M0 38L245 23M735 8L980 8", Some((98., 8.)));
    }

    #[test]
    fn a_break_is_a_gap_and_leaves_a_single_point() {
        let points = [year(2023., 40.), SparkPoint { break_before: true, ..year(2024., 50.) }, year(2025., 50.)];
        let spark = spark(&points, None, None, SparkSize::Large);
        assert_eq!((spark.path.as_str(), spark.alone), ("M490 12L980 12", vec![(0., 84.)]));
    }

    #[test]
    fn one_point_is_the_latest() {
        check(&[year(2024., 40.)], None, "", Some((98., 23.)));
    }

    #[test]
    fn nothing_known_draws_nothing() {
        check(&[], None, "", None);
        check(&[missing(2024.)], None, "", None);
        check(&[year(f64::NAN, 3.), year(2024., f64::INFINITY)], Some(f64::NAN), "", None);
        assert_eq!(spark(&[], None, Some(3.), SparkSize::Small).target, Some(23.));
    }

    #[test]
    fn equal_values_run_along_the_middle() {
        check(&[year(2024., 5.), year(2025., 5.)], None, "M0 23L980 23", Some((98., 23.)));
    }

    #[test]
    fn a_provisional_latest_is_open() {
        let reading = Reading::Known { value: 1., interval: None, mark: PointMark::Provisional };
        assert!(spark(&[SparkPoint { reading, ..year(2025., 0.) }], None, None, SparkSize::Small).latest_is_open);
    }
}

//! The gaps between the groups of an indicator.

use super::Point;
use super::figures::{flaw, overlap, point};
use crate::feed::Feed;
use crate::feed::id::Name;
use crate::feed::period::Period;
use crate::feed::records::{Dimension, Indicator};
use crate::feed::series::{Line, Observation, Scope, Status as Mark};
use crate::measure::aim::{Aim, Scale};
use crate::measure::change::{differs, is_measured};
use crate::measure::gap::{Extremes, GapChange, GapLabel, GapReason, compare, extremes};
use crate::measure::numbers::{Sample, Way};

/// The gap between the groups of one dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct DimensionGap<'f> {
    pub dimension: &'f Dimension,
    pub label: GapLabel,
    /// Said for `NotComparable` only.
    pub why: Option<GapReason>,
    /// The latest period with two groups or more, and the gap between all that are published then.
    pub now: Option<(Period, Extremes)>,
    /// The same groups at the baseline and now. The positions in it count the groups for which both values are there.
    pub change: Option<GapChange>,
    /// Every group that the series has a line for, in the dimension's order.
    pub groups: Vec<GroupGap<'f>>,
}

/// The values of one group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupGap<'f> {
    pub group: &'f Name,
    /// The value of the baseline period, where it can be compared.
    pub then: Option<Point>,
    /// The value of the period that is compared.
    pub now: Option<Point>,
}

/// The gap of every dimension that the series has groups of, in the feed's order.
pub fn gaps<'f>(feed: &'f Feed, indicator: &'f Indicator) -> Vec<DimensionGap<'f>> {
    feed.dimensions.iter().filter_map(|dimension| gap(feed, indicator, dimension)).collect()
}

/// The gap of one dimension; `None` if the series has no groups of it.
pub fn gap<'f>(feed: &'f Feed, indicator: &'f Indicator, dimension: &'f Dimension) -> Option<DimensionGap<'f>> {
    let series = feed.series_of(&indicator.id)?;
    let line = |group: &Name| {
        let scope = Scope { groups: vec![(dimension.id.clone(), group.clone())], geography: None };
        series.lines.iter().find(|line| line.scope == scope)
    };
    let lines: Vec<(&Name, &Line)> =
        dimension.groups.iter().filter_map(|group| Some((&group.id, line(&group.id)?))).collect();
    if lines.is_empty() {
        return None;
    }
    let latest = latest_of_two(&lines);
    let start = indicator.baseline.as_ref().map(|baseline| baseline.period);
    let (baseline, later) = (start, latest.filter(|latest| start.is_some_and(|start| *latest > start)));
    // The gap is between values as they are, also where the indicator is judged by a distance.
    let aim = Aim { scale: Scale::Value, way: None, goal: None, tolerance: None };
    let groups: Vec<GroupGap<'f>> = lines
        .iter()
        .map(|(group, line)| {
            let now = latest.and_then(|at| usable(line, at));
            let then = baseline.and_then(|at| usable(line, at)).filter(|then| {
                now.is_some_and(|now| !differs(then, now) && !broken_between(line, then.period, now.period))
            });
            let point = |observation| point(observation, indicator, aim);
            GroupGap { group, then: then.and_then(point), now: now.and_then(point) }
        })
        .collect();
    let sample = |point: Point| Sample { value: point.value, se: point.se };
    let all: Vec<Sample> = groups.iter().filter_map(|group| group.now.map(sample)).collect();
    let now = latest.zip(extremes(&all));
    let both: Vec<(Point, Point)> = groups.iter().filter_map(|group| group.then.zip(group.now)).collect();
    let independent = both.iter().all(|(then, now)| !overlap(then.period, now.period));
    let (then, since): (Vec<Sample>, Vec<Sample>) = both.iter().map(|(a, b)| (sample(*a), sample(*b))).unzip();
    let way = Way::of(indicator.direction);
    let change = later.and_then(|_| compare(&then, &since, way, independent));
    let (label, why) = match (&now, &change, baseline, later) {
        (None, ..) => (GapLabel::TooFewGroups, None),
        (Some(_), Some(change), ..) => (change.label, None),
        (Some(_), None, None, _) => (GapLabel::NotComparable, Some(GapReason::NoBaseline)),
        (Some(_), None, Some(_), None) => (GapLabel::NotComparable, Some(GapReason::BaselineOnly)),
        (Some(_), None, Some(_), Some(_)) => (GapLabel::NotComparable, Some(GapReason::TooFewGroups)),
    };
    Some(DimensionGap { dimension, label, why, now, change, groups })
}

/// The latest period that two groups or more have a figure for.
fn latest_of_two(lines: &[(&Name, &Line)]) -> Option<Period> {
    let mut below = None;
    loop {
        let earlier = |line: &Line| {
            let mut points = line.points.iter().rev().filter(|point| below.is_none_or(|below| point.period < below));
            points.find(|point| is_usable(point)).map(|point| point.period)
        };
        let period = lines.iter().filter_map(|(_, line)| earlier(line)).max()?;
        if lines.iter().filter(|(_, line)| usable(line, period).is_some()).count() > 1 {
            return Some(period);
        }
        below = Some(period);
    }
}

/// The observation of a period, if it is a figure to compare with.
fn usable(line: &Line, at: Period) -> Option<&Observation> {
    line.points.iter().rev().find(|point| point.period == at && is_usable(point))
}

fn is_usable(observation: &Observation) -> bool {
    is_measured(observation) && flaw(observation).is_none()
}

fn broken_between(line: &Line, from: Period, to: Period) -> bool {
    line.points.iter().any(|point| point.period > from && point.period <= to && point.status.has(Mark::Break))
}

//! The marks of a line chart: lines, dots, bands, rules, targets and projections.

use super::frame::{BOTTOM, Frame, TOP_OF_RULES};
use super::{
    Band, BreakRule, ComparisonKind, Dot, DotKind, Interval, LineChart, LineInput, Point, Projection, SupersededMark,
    TargetMark, Trace, TraceKind,
};
use crate::chart::path::{around, through};
use crate::chart::reading::{Absence, PointMark, Reading};
use crate::chart::round;
use crate::sorted::sort_by_key;

/// With more points than this, their dots would run into each other.
const MOST_DOTS: usize = 30;
pub const LATEST_RADIUS: f64 = 6.5;
pub const BASELINE_RADIUS: f64 = 5.;
pub const RADIUS: f64 = 4.;
const OLD_RADIUS: f64 = 2.5;
/// How much wider than a dot the ring around it is.
const RING_AROUND: f64 = 2.5;
/// How far before the first point of a new series its break is drawn, as a share of the distance to the period
/// before: close to the new series, clear of a band that ends half way.
const BREAK_SHARE: f64 = 0.28;

/// Adds all marks to the chart.
pub fn draw(chart: &mut LineChart, input: &LineInput, frame: &Frame) {
    chart.bands = gaps(&input.points).iter().map(|gap| band(&input.points, gap, frame)).collect();
    chart.breaks = breaks(&input.points)
        .into_iter()
        .map(|index| BreakRule { x: break_x(&input.points, index, frame), path: zigzag() })
        .collect();
    comparisons(chart, input, frame);
    history(chart, input, frame);
    projections(chart, input, frame);
    targets(chart, input, frame);
}

/// A run of points without a figure, for one reason: first and last index.
pub struct Gap {
    pub first: usize,
    pub last: usize,
    pub absence: Absence,
}

/// The runs of absent points.
pub fn gaps(points: &[Point]) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = Vec::new();
    for (index, point) in points.iter().enumerate() {
        let Reading::Absent(absence) = point.reading else { continue };
        match gaps.last_mut() {
            Some(gap) if gap.last + 1 == index && gap.absence == absence => gap.last = index,
            _ => gaps.push(Gap { first: index, last: index, absence }),
        }
    }
    gaps
}

fn band(points: &[Point], gap: &Gap, frame: &Frame) -> Band {
    let (first, last) = (points[gap.first].at, points[gap.last].at);
    let before = gap.first.checked_sub(1).map(|index| first - points[index].at);
    let after = points.get(gap.last + 1).map(|next| next.at - last);
    // At an end of the series the other side's distance serves; alone, the band stands for one year.
    let (before, after) = (before.or(after).unwrap_or(1.), after.or(before).unwrap_or(1.));
    let x = round(frame.time.clamped(first - before / 2.).position);
    let end = round(frame.time.clamped(last + after / 2.).position);
    Band { x, width: round(end - x), absence: gap.absence }
}

/// Indexes of the points that begin a new series. What has no figure before it is no break.
pub fn breaks(points: &[Point]) -> Vec<usize> {
    let first = points.iter().position(|point| point.reading.value().is_some()).unwrap_or(points.len());
    (first + 1..points.len()).filter(|&index| points[index].break_before.is_some()).collect()
}

/// Where the rule of a break stands, in percent.
pub fn break_x(points: &[Point], index: usize, frame: &Frame) -> f64 {
    let at = points[index].at;
    let before = index.checked_sub(1).map_or(at, |index| points[index].at);
    frame.x(at - BREAK_SHARE * (at - before))
}

fn zigzag() -> String {
    let middle = (TOP_OF_RULES + BOTTOM) / 2. - 14.;
    format!("M0 {TOP_OF_RULES}V{middle}l-5 4 10 6 -10 6 10 6 -5 4V{BOTTOM}")
}

/// The known points of the main series: (index, percent, px).
pub fn known(input: &LineInput, frame: &Frame) -> Vec<(usize, f64, f64)> {
    let points = input.points.iter().enumerate().filter(|(_, point)| point.at.is_finite());
    points
        .filter_map(|(index, point)| {
            let (x, y) = frame.at(point.at, point.reading.value()?);
            Some((index, x, y))
        })
        .collect()
}

fn history(chart: &mut LineChart, input: &LineInput, frame: &Frame) {
    let known = known(input, frame);
    let breaks = breaks(&input.points);
    let last_break = breaks.last().copied().unwrap_or(0);
    // A line ends where the next index is not known, and where a new series begins.
    let runs: Vec<&[(usize, f64, f64)]> = known.chunk_by(|a, b| a.0 + 1 == b.0 && !breaks.contains(&b.0)).collect();
    let path = |old: bool| -> String {
        let runs = runs.iter().filter(|run| run.len() > 1 && (run[0].0 < last_break) == old);
        runs.map(|run| through(&run.iter().map(|&(_, x, y)| (x, y)).collect::<Vec<_>>())).collect()
    };
    for (kind, path) in [(TraceKind::BeforeBreak, path(true)), (TraceKind::Current, path(false))] {
        if !path.is_empty() {
            chart.traces.push(Trace { kind, path });
        }
    }
    for run in &runs {
        intervals(chart, input, frame, run);
    }
    let latest = known.last().map(|point| point.0);
    let baseline = input.baseline.as_ref().map(|baseline| baseline.index);
    let alone: Vec<usize> = runs.iter().filter(|run| run.len() == 1).map(|run| run[0].0).collect();
    let many = known.len() > MOST_DOTS;
    // The latest dot is drawn last, and so in front.
    for &(index, x, y) in &known {
        let open = match input.points[index].reading {
            Reading::Known { mark: PointMark::Provisional, .. } => Some(DotKind::Open),
            Reading::Known { mark: PointMark::Estimated, .. } => Some(DotKind::Estimated),
            Reading::Known { mark: PointMark::Final, .. } | Reading::Absent(_) => None,
        };
        let old = index < last_break;
        let (kind, radius) = if Some(index) == latest {
            (open.unwrap_or(DotKind::Latest), LATEST_RADIUS)
        } else if Some(index) == baseline {
            (DotKind::Baseline, BASELINE_RADIUS)
        } else if many && !alone.contains(&index) {
            continue;
        } else if let Some(open) = open {
            (open, RADIUS)
        } else if old {
            (DotKind::BeforeBreak, if alone.contains(&index) { RADIUS } else { OLD_RADIUS })
        } else {
            (DotKind::Current, RADIUS)
        };
        if let Some(was) = input.points[index].was.filter(|was| frame.holds(*was)) {
            let old = frame.y(was);
            // Of values that are nearly the same, the old one's ring goes round the dot of the new one.
            let radius = if (old - y).abs() < radius + RADIUS { radius + RING_AROUND } else { RADIUS };
            chart.intervals.push(Interval { x, high: old, low: y });
            chart.dots.push(Dot { kind: DotKind::Revised, x, y: old, radius });
        }
        chart.dots.push(Dot { kind, x, y, radius });
    }
}

/// The intervals of a run of figures: a band where neighbours have one, else a whisker.
fn intervals(chart: &mut LineChart, input: &LineInput, frame: &Frame, run: &[(usize, f64, f64)]) {
    let bounds: Vec<Option<(f64, f64, f64)>> = run
        .iter()
        .map(|&(index, x, _)| {
            let (low, high) = input.points[index].reading.interval()?;
            Some((x, frame.y(low), frame.y(high)))
        })
        .collect();
    for bounded in bounds.split(Option::is_none) {
        let bounded: Vec<(f64, f64, f64)> = bounded.iter().flatten().copied().collect();
        match bounded.as_slice() {
            [] => {}
            [(x, low, high)] => chart.intervals.push(Interval { x: *x, high: *high, low: *low }),
            _ => {
                let above = bounded.iter().map(|&(x, _, high)| (x, high));
                let below = bounded.iter().rev().map(|&(x, low, _)| (x, low));
                chart.ranges.push(around(&above.chain(below).collect::<Vec<_>>()));
            }
        }
    }
}

/// What lines and dots the comparison lines get, in their order.
pub fn comparison_kinds(input: &LineInput) -> Vec<(TraceKind, DotKind)> {
    let mut coloured = [
        (TraceKind::Second, DotKind::Second),
        (TraceKind::Third, DotKind::Third),
        (TraceKind::Fourth, DotKind::Fourth),
    ]
    .into_iter();
    let mut kind = |line: &super::Comparison| match line.kind {
        ComparisonKind::Group => coloured.next().unwrap_or((TraceKind::Other, DotKind::Other)),
        ComparisonKind::Whole => (TraceKind::Whole, DotKind::Whole),
    };
    input.comparisons.iter().map(&mut kind).collect()
}

/// The known stretches of a comparison line, as (percent, px).
pub fn stretches(points: &[(f64, Option<f64>)], frame: &Frame) -> Vec<Vec<(f64, f64)>> {
    let place = |&(at, value): &(f64, Option<f64>)| {
        value.filter(|value| at.is_finite() && value.is_finite()).map(|value| frame.at(at, value))
    };
    let placed: Vec<Option<(f64, f64)>> = points.iter().map(place).collect();
    placed
        .split(Option::is_none)
        .filter(|run| !run.is_empty())
        .map(|run| run.iter().flatten().copied().collect())
        .collect()
}

fn comparisons(chart: &mut LineChart, input: &LineInput, frame: &Frame) {
    for (line, (kind, dot)) in input.comparisons.iter().zip(comparison_kinds(input)) {
        let (lines, alone): (Vec<_>, Vec<_>) =
            stretches(&line.points, frame).into_iter().partition(|run| run.len() > 1);
        let path: String = lines.iter().map(|run| through(run)).collect();
        if !path.is_empty() {
            chart.traces.push(Trace { kind, path });
        }
        chart.dots.extend(alone.iter().map(|run| Dot { kind: dot, x: run[0].0, y: run[0].1, radius: RADIUS - 1. }));
    }
    // Grey behind colour.
    sort_by_key(&mut chart.traces, |trace| !matches!(trace.kind, TraceKind::Other | TraceKind::Whole));
}

/// A point of a projection: percent across, px down.
pub struct Projected {
    pub x: f64,
    pub y: f64,
    /// Heights of the lower and the upper bound.
    pub range: Option<(f64, f64)>,
}

/// One projection, from the last value on that was there when it was made.
pub fn projected(input: &LineInput, forecast: &super::Forecast, frame: &Frame) -> Vec<Projected> {
    let sound = |point: &&super::ForecastPoint| {
        point.at.is_finite()
            && point.value.is_finite()
            && point.interval.is_none_or(|(low, high)| low.is_finite() && high.is_finite())
    };
    let place = |point: &super::ForecastPoint| {
        let (x, y) = frame.at(point.at, point.value);
        Projected { x, y, range: point.interval.map(|(low, high)| (frame.y(low), frame.y(high))) }
    };
    let mut marks: Vec<_> = forecast.points.iter().filter(sound).map(place).collect();
    if let Some(start) = marks.first().map(|first| first.x) {
        let made = frame.x(forecast.made_at);
        let before: Vec<_> = known(input, frame).into_iter().filter(|(_, x, _)| *x < start).collect();
        if let Some(&(_, x, y)) = before.iter().rfind(|(_, x, _)| *x <= made).or(before.last()) {
            marks.insert(0, Projected { x, y, range: Some((y, y)) });
        }
    }
    marks
}

fn projections(chart: &mut LineChart, input: &LineInput, frame: &Frame) {
    for (at, forecast) in input.forecasts.iter().enumerate() {
        let marks = projected(input, forecast, frame);
        if marks.len() < 2 {
            continue;
        }
        let past = at + 1 < input.forecasts.len();
        let path = through(&marks.iter().map(|mark| (mark.x, mark.y)).collect::<Vec<_>>());
        chart.projections.push(Projection { path, past });
        if past {
            continue;
        }
        let low: Vec<_> = marks.iter().filter_map(|mark| Some((mark.x, mark.range?.0))).collect();
        let high: Vec<_> = marks.iter().filter_map(|mark| Some((mark.x, mark.range?.1))).collect();
        // The latest value alone is no range.
        if high.len() > 1 {
            chart.fans.push(around(&high.into_iter().chain(low.into_iter().rev()).collect::<Vec<_>>()));
        }
    }
}

fn targets(chart: &mut LineChart, input: &LineInput, frame: &Frame) {
    let target = input.target.as_ref().filter(|target| target.at.is_finite() && target.value.is_finite());
    let sound =
        |old: &&super::Superseded| old.from_at.is_finite() && old.replaced_at.is_finite() && old.value.is_finite();
    let superseded: Vec<_> = input.superseded.iter().filter(sound).collect();
    for (index, old) in superseded.iter().enumerate() {
        let (x, y) = frame.at(old.from_at, old.value);
        let end = frame.x(old.replaced_at);
        let next = superseded.get(index + 1).map(|next| next.value).or(target.map(|target| target.value));
        let mut corners = vec![(x, y), (end, y)];
        let next_y = next.map(|value| frame.y(value));
        corners.extend(next_y.map(|y| (end, y)));
        chart.superseded.push(SupersededMark { path: through(&corners), x, y, end, next_y });
    }
    let Some(target) = target else { return };
    let (x, y) = frame.at(target.at, target.value);
    let steps: Vec<_> = target
        .steps
        .iter()
        .filter(|step| step.at.is_finite() && step.value.is_finite())
        .map(|step| frame.at(step.at, step.value))
        .collect();
    let baseline = input.baseline.as_ref().and_then(|baseline| {
        known(input, frame).into_iter().find(|(index, ..)| *index == baseline.index).map(|(_, x, y)| (x, y))
    });
    let way: Vec<_> = baseline.into_iter().chain(steps.iter().copied()).chain([(x, y)]).collect();
    let replaced = superseded.last().map(|old| frame.x(old.replaced_at)).filter(|start| *start < x);
    chart.target = Some(TargetMark {
        x1: round(x - 1.4),
        x2: round(x + 1.2),
        y,
        path: (way.len() > 1).then(|| through(&way)),
        level: replaced.map(|start| through(&[(start, y), (x, y)])),
        steps,
    });
}

//! The line chart of one indicator over time: its history, where it should go, and what may happen.
//!
//! [`line`] turns numbers and finished texts into marks and labels, which a view maps to elements one by one.
//! Positions across are percent of the plot's width, positions down are px; paths live in a box 1000 wide.

mod frame;
mod lettering;
mod marks;
mod obstacles;
mod spans;
#[cfg(test)]
mod tests;

use super::labels::Label;
use super::reading::{Absence, Reading};
use super::round;
use super::scale::Scale;
use super::text::LabelText;
use frame::Frame;

/// What a line chart is made from. Times are decimal years. A point that stands for a whole year is best given at
/// the year itself (2024.0): there it meets the tick of that year.
#[derive(Clone, Debug, Default)]
pub struct LineInput {
    /// The main series, in order of time. Periods without a figure have a point too, or the line runs across them.
    pub points: Vec<Point>,
    pub baseline: Option<Baseline>,
    /// The latest value as its label says it, if that is more than the point's label: "56.2%" rather than "56.2".
    pub latest_label: Option<String>,
    /// Other lines. The first three groups have a colour of their own, the rest are gray.
    pub comparisons: Vec<Comparison>,
    pub target: Option<Target>,
    /// Targets that were replaced, in order of time.
    pub superseded: Vec<Superseded>,
    /// In order of the day they were made; only the last one still holds.
    pub forecasts: Vec<Forecast>,
    /// What was done in these years, under the axis.
    pub spans: Option<Spans>,
    /// The unit has no parts (people, events): no tick has decimals.
    pub whole: bool,
}

/// One period of the main series.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    pub at: f64,
    /// The period in words, such as "spring 2025".
    pub period: String,
    /// The value in words, such as "56.2".
    pub label: String,
    pub reading: Reading,
    /// The value that was published before, if this one replaced it.
    pub was: Option<f64>,
    /// This point and what follows cannot be compared with what came before.
    pub break_before: Option<Break>,
}

/// A break in the series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break {
    /// What changed, as a sentence beside the rule.
    pub sentence: LabelText,
    /// A name for the history before the break, such as "Old test form".
    pub name_before: Option<LabelText>,
}

/// Where the change is counted from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Baseline {
    /// Index into the points.
    pub index: usize,
    pub label: LabelText,
}

/// Another line to compare with.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    pub name: LabelText,
    pub kind: ComparisonKind,
    /// Time and value, in order of time. The line does not run across a missing value.
    pub points: Vec<(f64, Option<f64>)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComparisonKind {
    Group,
    /// Everybody, of whom the main series is a part.
    Whole,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    pub at: f64,
    pub value: f64,
    pub label: LabelText,
    /// Interim aims on the way, in order of time.
    pub steps: Vec<TargetStep>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TargetStep {
    pub at: f64,
    pub value: f64,
    pub label: LabelText,
}

/// A target that held from one day until another replaced it.
#[derive(Clone, Debug, PartialEq)]
pub struct Superseded {
    pub from_at: f64,
    pub replaced_at: f64,
    pub value: f64,
    pub label: LabelText,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// When it was made: the projection begins at the last value that was known then.
    pub made_at: f64,
    /// In order of time.
    pub points: Vec<ForecastPoint>,
    /// What it assumes, who made it and when.
    pub label: LabelText,
}

/// Bars under the time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Spans {
    pub title: LabelText,
    /// Today: what lies beyond it is planned.
    pub now: f64,
    pub now_label: String,
    pub rows: Vec<Span>,
}

/// What was done from one day to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    pub from: f64,
    /// `None` if no end is known.
    pub to: Option<f64>,
    pub label: LabelText,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ForecastPoint {
    pub at: f64,
    pub value: f64,
    /// Lower and upper bound.
    pub interval: Option<(f64, f64)>,
}

/// The texts that depend on what the chart decides.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    /// A value on the axis, with the decimals that all ticks have.
    pub tick: &'a dyn Fn(f64, usize) -> String,
    pub year: &'a dyn Fn(i32) -> String,
    /// Says what is missing in a run of points that lack a figure for the same reason.
    pub gap: &'a dyn Fn(&[Point], Absence) -> LabelText,
}

/// Geometry of a line chart.
#[derive(Clone, Debug, PartialEq)]
pub struct LineChart {
    /// There is no figure at all. Everything else is empty then.
    pub empty: bool,
    /// Where moments and values stand.
    pub axes: Axes,
    /// Height of the whole picture in px.
    pub height: f64,
    /// Where the vertical rules and bands begin and end, in px.
    pub top: f64,
    pub bottom: f64,
    /// Whether the lowest tick of the value axis is zero. If not, the subtitle has to say so.
    pub starts_at_zero: bool,
    pub value_ticks: Vec<ValueTick>,
    pub time_ticks: Vec<TimeTick>,
    /// Height of the zero line, if it is not the lower edge.
    pub zero: Option<f64>,
    pub bands: Vec<Band>,
    pub breaks: Vec<BreakRule>,
    /// Lines, from the back to the front.
    pub traces: Vec<Trace>,
    /// Outlines of the intervals of neighbouring figures.
    pub ranges: Vec<String>,
    /// Outlines of the ranges of projections.
    pub fans: Vec<String>,
    /// Lines of projections, the one that holds last.
    pub projections: Vec<Projection>,
    /// Intervals of figures that have no neighbour with one, and ways from a value to the one it replaced.
    pub intervals: Vec<Interval>,
    pub superseded: Vec<SupersededMark>,
    pub target: Option<TargetMark>,
    pub dots: Vec<Dot>,
    pub spans: Vec<SpanBar>,
    /// Today's rule beside the spans: percent, and px from and to.
    pub now: Option<(f64, f64, f64)>,
    pub labels: Vec<Label>,
}

/// From moments and values to positions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axes {
    time: Scale,
    value: Scale,
}

impl Axes {
    /// Percent across and px down.
    pub fn at(&self, at: f64, value: f64) -> (f64, f64) {
        (self.x(at), round(self.value.at(value)))
    }

    /// Percent across.
    pub fn x(&self, at: f64) -> f64 {
        round(self.time.at(at))
    }
}

/// A bar of what was done, and what of it is planned.
#[derive(Clone, Debug, PartialEq)]
pub struct SpanBar {
    /// Top edge, in px.
    pub y: f64,
    /// Start and width in percent.
    pub done: Option<(f64, f64)>,
    pub planned: Option<(f64, f64)>,
}

/// The line of a projection.
#[derive(Clone, Debug, PartialEq)]
pub struct Projection {
    pub path: String,
    /// A newer one holds.
    pub past: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ValueTick {
    pub y: f64,
    /// Left of the plot. None if the texts are too wide for that: then they are among the labels.
    pub label: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TimeTick {
    pub x: f64,
    /// Text below the axis in either layout. A tick without any is short.
    pub wide: Option<String>,
    pub narrow: Option<String>,
}

/// Periods without a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    pub x: f64,
    pub width: f64,
    pub absence: Absence,
}

/// A break in the series: a rule with a zigzag.
#[derive(Clone, Debug, PartialEq)]
pub struct BreakRule {
    pub x: f64,
    /// Px around the rule.
    pub path: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    pub kind: TraceKind,
    pub path: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TraceKind {
    /// The main series since the last break.
    Current,
    /// The main series before the last break.
    BeforeBreak,
    Second,
    Third,
    Fourth,
    /// A group beyond the fourth.
    Other,
    Whole,
}

/// The interval of one figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Interval {
    pub x: f64,
    pub high: f64,
    pub low: f64,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SupersededMark {
    pub path: String,
    /// Where it was set.
    pub x: f64,
    pub y: f64,
    /// Where it was replaced.
    pub end: f64,
    /// Height of the target that replaced it.
    pub next_y: Option<f64>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TargetMark {
    /// The bar, from `x1` to `x2`.
    pub x1: f64,
    pub x2: f64,
    pub y: f64,
    /// From the baseline through the steps.
    pub path: Option<String>,
    /// From the day it replaced another target.
    pub level: Option<String>,
    pub steps: Vec<(f64, f64)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    pub kind: DotKind,
    pub x: f64,
    pub y: f64,
    pub radius: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DotKind {
    Current,
    BeforeBreak,
    Second,
    Third,
    Fourth,
    Other,
    Whole,
    Baseline,
    Latest,
    /// The figure may still change.
    Open,
    /// The figure is an estimate.
    Estimated,
    /// A ring: the value that was published before.
    Revised,
}

/// Lays out a line chart. Without any known value in the main series and the comparisons the chart is `empty`.
pub fn line(input: &LineInput, wording: &Wording<'_>) -> LineChart {
    let Some(frame) = Frame::new(input) else { return empty() };
    let mut chart = LineChart { empty: false, axes: frame.axes(), starts_at_zero: frame.starts_at_zero(), ..empty() };
    marks::draw(&mut chart, input, &frame);
    frame::axes(&mut chart, input, &frame, wording);
    chart.labels = lettering::labels(&chart, input, &frame, wording);
    spans::draw(&mut chart, input, &frame);
    chart
}

fn empty() -> LineChart {
    LineChart {
        empty: true,
        axes: Axes { time: Scale::new((0., 1.), (0., 100.)), value: Scale::new((0., 1.), (frame::BOTTOM, 0.)) },
        height: frame::HEIGHT,
        top: frame::TOP_OF_RULES,
        bottom: frame::BOTTOM,
        starts_at_zero: false,
        value_ticks: Vec::new(),
        time_ticks: Vec::new(),
        zero: None,
        bands: Vec::new(),
        breaks: Vec::new(),
        traces: Vec::new(),
        ranges: Vec::new(),
        fans: Vec::new(),
        projections: Vec::new(),
        intervals: Vec::new(),
        superseded: Vec::new(),
        target: None,
        dots: Vec::new(),
        spans: Vec::new(),
        now: None,
        labels: Vec::new(),
    }
}

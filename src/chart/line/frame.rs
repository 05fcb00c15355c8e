//! The frame of a line chart: which values and which time it spans, and its axes.

use super::{Axes, LineChart, LineInput, TimeTick, ValueTick, Wording};
use crate::chart::labels::Layout;
use crate::chart::round;
use crate::chart::scale::Scale;
use crate::chart::text::{TEXT_SIZE, width};
use crate::chart::ticks::{Ticks, value_ticks, year_ticks};
use crate::sorted::sort_by;

pub const HEIGHT: f64 = 376.;
/// Rules and bands reach above the highest value, where labels have room.
pub const TOP_OF_RULES: f64 = 26.;
const TOP: f64 = 60.;
pub const BOTTOM: f64 = 344.;
/// Texts up to this width in px fit left of the plot: its start padding, and a little of the page's own margin.
const TICK_ROOM: f64 = 38.;
/// With more years than this, ticks without a text would be a comb.
const MOST_SHORT_TICKS: usize = 40;

/// Span and scales of a chart.
pub struct Frame {
    pub time: Scale,
    value: Scale,
    ticks: Ticks,
    first: f64,
    last: f64,
}

impl Frame {
    /// None if there is nothing to draw a line from.
    pub fn new(input: &LineInput) -> Option<Self> {
        let known = || input.points.iter().filter_map(|point| Some((point.at, point.reading.value()?)));
        let compared = || input.comparisons.iter().flat_map(|line| &line.points).filter_map(|&(at, v)| Some((at, v?)));
        if !known().chain(compared()).any(|(at, value)| at.is_finite() && value.is_finite()) {
            return None;
        }
        let bounds = input.points.iter().filter_map(|point| Some((point.at, point.reading.interval()?)));
        let ahead = input.forecasts.iter().flat_map(|forecast| &forecast.points);
        let ranges = ahead.clone().filter_map(|point| Some((point.at, point.interval?)));
        let values = Span::over(
            known()
                .chain(compared())
                .chain(bounds.chain(ranges).flat_map(|(at, (low, high))| [(at, low), (at, high)]))
                .chain(ahead.map(|point| (point.at, point.value)))
                .chain(input.target.iter().map(|target| (target.at, target.value)))
                .chain(input.target.iter().flat_map(|target| &target.steps).map(|step| (step.at, step.value)))
                .chain(input.superseded.iter().map(|old| (old.from_at, old.value)))
                .filter(|(at, value)| at.is_finite() && value.is_finite()),
        );
        let mut values = values;
        let room = ((values.high - values.low) / 2.).max(values.high.abs() / 4.);
        // A value that was a slip, ten times too large, must not press the line flat: it is said, but not drawn.
        let near = values.low - room..=values.high + room;
        for was in input.points.iter().filter_map(|point| point.was).filter(|was| near.contains(was)) {
            (values.low, values.high) = (values.low.min(was), values.high.max(was));
        }
        // Also periods without a figure, and the day a target was replaced, are on the time axis.
        let silent = input.points.iter().map(|point| point.at);
        let replaced = input.superseded.iter().map(|old| old.replaced_at);
        let times = silent.chain(replaced).filter(|at| at.is_finite());
        let (first, last) = times.fold((values.first, values.last), |(first, last), at| (first.min(at), last.max(at)));

        let (low, high) = with_zero(values.low, values.high);
        let ticks = value_ticks(low, high, input.whole);
        let floor = ticks.values.first().copied().unwrap_or(low);
        let ceiling = ticks.values.last().copied().unwrap_or(high).max(high);
        Some(Self {
            time: Scale::new((first, last), (0., 100.)),
            value: Scale::new((floor, ceiling), (BOTTOM, TOP)),
            ticks,
            first,
            last,
        })
    }

    pub fn axes(&self) -> Axes {
        Axes { time: self.time, value: self.value }
    }

    /// Whether the chart spans more than one moment.
    pub fn has_time(&self) -> bool {
        self.last > self.first
    }

    /// Percent across and px down.
    pub fn at(&self, at: f64, value: f64) -> (f64, f64) {
        (self.x(at), self.y(value))
    }

    pub fn x(&self, at: f64) -> f64 {
        round(self.time.at(at))
    }

    pub fn y(&self, value: f64) -> f64 {
        round(self.value.at(value))
    }

    /// Whether a value stands between the ends of its axis.
    pub fn holds(&self, value: f64) -> bool {
        (TOP - 1. ..=BOTTOM).contains(&self.y(value))
    }

    pub fn starts_at_zero(&self) -> bool {
        self.ticks.values.first() == Some(&0.)
    }

    /// Values and texts of the value axis, if the texts are too wide to stand left of the plot.
    pub fn ticks_inside(&self, wording: &Wording<'_>) -> Option<Vec<(f64, String)>> {
        let texts = self.tick_texts(wording);
        texts.iter().any(|(_, text)| width(text, TEXT_SIZE) > TICK_ROOM).then_some(texts)
    }

    fn tick_texts(&self, wording: &Wording<'_>) -> Vec<(f64, String)> {
        self.ticks.values.iter().map(|&tick| (self.y(tick), (wording.tick)(tick, self.ticks.decimals))).collect()
    }
}

struct Span {
    low: f64,
    high: f64,
    first: f64,
    last: f64,
}

impl Span {
    fn over(marks: impl Iterator<Item = (f64, f64)>) -> Self {
        let nothing =
            Self { low: f64::INFINITY, high: f64::NEG_INFINITY, first: f64::INFINITY, last: f64::NEG_INFINITY };
        marks.fold(nothing, |span, (at, value)| Self {
            low: span.low.min(value),
            high: span.high.max(value),
            first: span.first.min(at),
            last: span.last.max(at),
        })
    }
}

/// Extends the values to zero where the lowest is less than a third of the highest: little is lost then, and the
/// heights can be compared.
fn with_zero(low: f64, high: f64) -> (f64, f64) {
    if low >= 0. && low < high / 3. {
        (0., high)
    } else if high <= 0. && high > low / 3. {
        (low, 0.)
    } else {
        (low, high)
    }
}

/// Adds both axes to the chart.
pub fn axes(chart: &mut LineChart, input: &LineInput, frame: &Frame, wording: &Wording<'_>) {
    let inside = frame.ticks_inside(wording).is_some();
    chart.value_ticks = frame
        .tick_texts(wording)
        .into_iter()
        .map(|(y, text)| ValueTick { y, label: (!inside).then_some(text) })
        .collect();
    let zero = frame.y(0.);
    chart.zero = (frame.ticks.values.contains(&0.) && zero < BOTTOM).then_some(zero);
    chart.time_ticks = years(frame, wording);
    // Less than two new years do not make an axis: the first and the last period do.
    if chart.time_ticks.iter().filter(|tick| tick.wide.is_some()).count() < 2 {
        chart.time_ticks = first_and_last_period(input, frame);
    }
}

fn years(frame: &Frame, wording: &Wording<'_>) -> Vec<TimeTick> {
    let widest = year_ticks(frame.first, frame.last, 2)
        .into_iter()
        .map(|year| width(&(wording.year)(year), TEXT_SIZE))
        .fold(24., f64::max);
    let texts = |layout: Layout| {
        let narrowest = layout.plot_widths().iter().copied().fold(f64::INFINITY, f64::min);
        // Between two texts half a text is kept free. A part of a step at either end is no room for a text.
        let share = (frame.last - frame.first) / (narrowest / (widest * 1.5));
        let mut at_most = (narrowest / (widest * 1.5)) as usize + 1;
        loop {
            let years = year_ticks(frame.first, frame.last, at_most);
            let close = years.windows(2).any(|pair| f64::from(pair[1] - pair[0]) < share);
            if !close || at_most <= 2 {
                return years;
            }
            at_most -= 1;
        }
    };
    let (wide, narrow) = (texts(Layout::Wide), texts(Layout::Narrow));
    let mut all = year_ticks(frame.first, frame.last, MOST_SHORT_TICKS);
    all.extend(wide.iter().chain(&narrow));
    sort_by(&mut all, Ord::cmp);
    all.dedup();
    let text = |years: &[i32], year| years.contains(&year).then(|| (wording.year)(year));
    all.iter()
        .map(|&year| TimeTick { x: frame.x(f64::from(year)), wide: text(&wide, year), narrow: text(&narrow, year) })
        .collect()
}

fn first_and_last_period(input: &LineInput, frame: &Frame) -> Vec<TimeTick> {
    let mut ends: Vec<&super::Point> = input.points.iter().filter(|point| point.at.is_finite()).collect();
    let last = ends.pop();
    ends.truncate(1);
    ends.extend(last);
    ends.iter()
        .map(|point| {
            let text = Some(point.period.clone()).filter(|text| !text.is_empty());
            TimeTick { x: frame.x(point.at), wide: text.clone(), narrow: text }
        })
        .collect()
}

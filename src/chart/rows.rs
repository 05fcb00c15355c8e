//! Charts of rows, one row a group, a place or a period: the dot plot ([`dots`]) and bars ([`bars`]).
//!
//! Both are one chart with one axis of values across. Dots show where a value stands, so the axis may begin anywhere;
//! the length of a bar is its amount, so the axis of bars always has zero. Names stand above their rows: no column has
//! to be as wide as the longest of them.

mod axis;
#[cfg(test)]
mod tests;

use super::labels::{Anchor, Label, TextStyle, join};
use super::reading::Reading;
use super::room::{INDENT, LINE, MOST_LINES, ROOMS, Room, write, write_at_start};
use super::round;
use super::text::{TEXT_SIZE, wrap};
use axis::Axis;

/// What a chart of rows is made from.
#[derive(Clone, Debug, Default)]
pub struct RowsInput {
    /// From the top down.
    pub rows: Vec<Row>,
    /// The value of all, drawn through all rows.
    pub total: Option<Total>,
    /// The difference between two rows that is to be shown.
    pub gap: Option<Gap>,
    /// The unit has no parts (people, events): no tick has decimals.
    pub whole: bool,
}

/// One row. All values are in the unit of the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub name: String,
    /// The latest value in words, such as "41.0%".
    pub label: String,
    pub reading: Reading,
    /// The value that the change is counted from.
    pub baseline: Option<f64>,
    /// The row's own target.
    pub target: Option<f64>,
    /// Why there is no figure, in words. Only shown if the reading has none.
    pub missing: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Total {
    pub value: f64,
    /// Name and value, such as "All third graders 56.2%".
    pub label: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Indexes of two rows. Nothing is drawn if one of them has no figure.
    pub between: (usize, usize),
    /// Such as "26.5 points".
    pub label: String,
}

/// Geometry of a chart of rows. Across in percent, down in px.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowChart {
    /// There are no rows. Everything else is empty then.
    pub empty: bool,
    /// Height of the whole picture.
    pub height: f64,
    /// Where the upright lines begin and end; `bottom` is the axis.
    pub top: f64,
    pub bottom: f64,
    /// Whether the axis begins at zero. If that of a dot plot does not, the subtitle has to say so.
    pub starts_at_zero: bool,
    /// Without any value there are none.
    pub ticks: Vec<Tick>,
    /// The upright zero line, if zero is on the axis.
    pub zero: Option<f64>,
    pub rows: Vec<RowMarks>,
    /// The upright line of the total.
    pub total: Option<f64>,
    pub gap: Option<GapMark>,
    pub labels: Vec<Label>,
    /// Where the latest value of each row stands, in the order of the rows: (percent, px). None without a figure.
    pub stops: Vec<Option<(f64, f64)>>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    pub x: f64,
    /// Below the axis. None where the texts would run into each other on a phone.
    pub label: Option<String>,
    pub anchor: Anchor,
}

/// The marks of one row. A row has either a `value` or a `band`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowMarks {
    /// The middle of the row, in px.
    pub y: f64,
    /// Of the latest value.
    pub value: Option<f64>,
    /// The figure may still change.
    pub is_open: bool,
    /// The bar: its left end and its width. Dot plots have none.
    pub bar: Option<(f64, f64)>,
    pub baseline: Option<f64>,
    pub target: Option<f64>,
    /// Lower and upper bound of the value.
    pub interval: Option<(f64, f64)>,
    /// Height in px of the hatched band across, which says why there is no figure.
    pub band: Option<f64>,
}

/// The gap between two rows: a line in a lane of its own, and a thin upright one from either value.
#[derive(Clone, Debug, PartialEq)]
pub struct GapMark {
    pub y: f64,
    /// The value on the left and the one on the right: (percent, px).
    pub left: (f64, f64),
    pub right: (f64, f64),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Dots,
    Bars,
}

pub const LATEST_RADIUS: f64 = 6.;
pub const BASELINE_RADIUS: f64 = 4.5;
/// Height of a bar.
pub const BAR: f64 = 14.;
/// From the middle of a row to its upper and its lower end.
const HALF: f64 = 12.;
const BETWEEN: f64 = 8.;
const BELOW_AXIS: f64 = 26.;
/// Between a mark and its text.
const AIR: f64 = 7.;

/// A dot plot. `tick` says a value on the axis, with the decimals that all ticks have.
pub fn dots(input: &RowsInput, tick: &dyn Fn(f64, usize) -> String) -> RowChart {
    chart(input, Form::Dots, tick)
}

/// Bars from zero, to the left for negative values.
pub fn bars(input: &RowsInput, tick: &dyn Fn(f64, usize) -> String) -> RowChart {
    chart(input, Form::Bars, tick)
}

fn chart(input: &RowsInput, form: Form, tick: &dyn Fn(f64, usize) -> String) -> RowChart {
    if input.rows.is_empty() {
        return RowChart { empty: true, ..RowChart::default() };
    }
    let axis = Axis::new(input, form);
    let mut chart = RowChart { starts_at_zero: axis.starts_at_zero(), ..RowChart::default() };
    let mut labels = [Vec::new(), Vec::new()];
    let mut y = 4.;
    if let Some(total) = input.total.as_ref().filter(|total| total.value.is_finite()) {
        let x = axis.x(total.value);
        y = write(&mut labels, &total.label, TextStyle::Strong, x, (y, 1.)) + 4.;
        chart.total = Some(x);
    }
    chart.top = y;
    for (index, row) in input.rows.iter().enumerate() {
        y = write_at_start(&mut labels, &row.name, TextStyle::Value, (y + BETWEEN / 2., 1.));
        let (marks, end) = match row.reading.value() {
            Some(value) => figure(&mut labels, row, value, form, &axis, y),
            None => band(&mut labels, row, y),
        };
        y = end + BETWEEN / 2.;
        chart.stops.push(marks.value.map(|x| (x, marks.y)));
        chart.rows.push(marks);
        if let Some(gap) = input.gap.as_ref().filter(|gap| gap.between.0.max(gap.between.1) == index)
            && let Some(mark) = gap_mark(gap, &chart.stops, y + BETWEEN / 2.)
        {
            let middle = (mark.left.0 + mark.right.0) / 2.;
            y = write(&mut labels, &gap.label, TextStyle::Strong, middle, (mark.y + 4., 0.)) + BETWEEN;
            chart.gap = Some(mark);
        }
    }
    chart.bottom = round(y);
    chart.ticks = axis.ticks(tick);
    chart.zero = axis.zero();
    chart.height = round(y + if chart.ticks.is_empty() { 0. } else { BELOW_AXIS });
    let [narrow, wide] = labels;
    chart.labels = join(wide, narrow);
    chart
}

/// A row with a figure, from `top` on, and where it ends.
fn figure(labels: &mut [Vec<Label>; 2], row: &Row, value: f64, form: Form, axis: &Axis, top: f64) -> (RowMarks, f64) {
    let x = axis.x(value);
    let zero = axis.x(0.);
    let marks = RowMarks {
        y: round(top + HALF),
        value: Some(x),
        is_open: row.reading.is_open(),
        bar: (form == Form::Bars).then(|| (zero.min(x), round((x - zero).abs()))),
        baseline: row.baseline.filter(|value| value.is_finite()).map(|value| axis.x(value)),
        target: row.target.filter(|value| value.is_finite()).map(|value| axis.x(value)),
        interval: row.reading.interval().map(|(low, high)| (axis.x(low), axis.x(high))),
        band: None,
    };
    let mut end = top + 2. * HALF;
    let foot = end;
    for (room, labels) in ROOMS.iter().zip(labels) {
        let width = TextStyle::Value.width(&row.label);
        if let Some(place) = beside(&marks, value < 0., room, width) {
            labels.push(room.label(row.label.clone(), TextStyle::Value, place, marks.y - LINE / 2.));
        } else if let Some((x, anchor)) = above(x, room, width, &row.name) {
            labels.push(room.label(row.label.clone(), TextStyle::Value, (x, 0., anchor), top - LINE));
        } else {
            // A value is not cut short: it has room of its own.
            let lines = wrap(std::slice::from_ref(&row.label), room.width(), TEXT_SIZE, MOST_LINES);
            end = end.max(room.write(labels, lines, TextStyle::Value, x, foot));
        }
    }
    (marks, end)
}

/// The first free place for the text of a value: right of its mark, left of it, or right of its interval. What a
/// negative bar says stands left of it first. Beyond another mark the text would seem to be that mark's.
fn beside(marks: &RowMarks, is_negative: bool, room: &Room, width: f64) -> Option<(f64, f64, Anchor)> {
    let x = marks.value?;
    let is_bar = marks.bar.is_some();
    let radius = if is_bar { 0. } else { LATEST_RADIUS };
    // Each mark from left to right, in percent, and how far it reaches beyond, in px.
    let run = marks.bar.map(|(left, width)| (left, round(left + width), 0.));
    let run = run.or(marks.baseline.map(|base| (base.min(x), base.max(x), 0.)));
    let others = [
        run,
        marks.baseline.map(|base| (base, base, BASELINE_RADIUS)),
        marks.target.map(|target| (target, target, 2.)),
        marks.interval.map(|(low, high)| (low, high, 1.)),
    ];
    let others = || others.iter().flatten();
    let right = (x, radius + AIR, Anchor::Start);
    let left = (x, -radius - AIR, Anchor::End);
    let beyond = (marks.interval.map_or(x, |(_, high)| high.max(x)), radius + AIR, Anchor::Start);
    let (first, second) = if is_bar && is_negative { (left, right) } else { (right, left) };
    let is_free = |place: (f64, f64, Anchor)| {
        let (x, dx, anchor) = place;
        let (start, end) = room.span(x, dx, anchor, width);
        let from_start = anchor == Anchor::Start;
        // A mark on the text's side of its place must be clear of it at the narrowest, for it only moves off. One on
        // the other side must not reach over.
        let covers = |&(low, high, reach): &(f64, f64, f64)| {
            let (left, right) = (low / 100. * room.plot - reach, high / 100. * room.plot + reach);
            let is_beside = if from_start { high > x } else { low < x };
            if is_beside == from_start { left < end + 3. } else { start - 3. < right }
        };
        let skips = |other: f64| marks.value < Some(other) && other < x;
        let is_own = !marks.baseline.into_iter().chain(marks.target).any(skips);
        is_own && room.holds(x, dx, anchor, width) && !others().any(covers)
    };
    [first, second, beyond].into_iter().find(|place| is_free(*place))
}

/// A place for the text of a value above its mark, beside the last line of the row's name.
fn above(x: f64, room: &Room, width: f64, name: &str) -> Option<(f64, Anchor)> {
    let lines = room.lines(name, TextStyle::Value, MOST_LINES);
    let end = lines.last().map(|line| INDENT + TextStyle::Value.width(line))?;
    let (at, anchor) = room.settle(x, width);
    let (left, right) = room.span(at, 0., anchor, width);
    (at == x && left > end + AIR && right <= room.width()).then_some((at, anchor))
}

/// A row without a figure, from `top` on, and where it ends.
fn band(labels: &mut [Vec<Label>; 2], row: &Row, top: f64) -> (RowMarks, f64) {
    let first = top + 4.;
    let end = write_at_start(labels, &row.missing, TextStyle::Plain, (first, 0.5)).max(first + LINE) + 4.;
    (RowMarks { y: round((top + end) / 2.), band: Some(round(end - top)), ..RowMarks::default() }, end)
}

fn gap_mark(gap: &Gap, stops: &[Option<(f64, f64)>], y: f64) -> Option<GapMark> {
    let (one, other) = gap.between;
    let (a, b) = ((*stops.get(one)?)?, (*stops.get(other)?)?);
    let (left, right) = if a.0 <= b.0 { (a, b) } else { (b, a) };
    (one != other).then_some(GapMark { y: round(y), left, right })
}

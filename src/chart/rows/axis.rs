//! The value axis of a chart of rows.

use super::{Form, RowsInput, Tick};
use crate::chart::labels::TextStyle;
use crate::chart::room::ROOMS;
use crate::chart::round;
use crate::chart::scale::Scale;
use crate::chart::ticks::{Ticks, value_ticks};

/// At most this share of the plot is kept free for the texts of negative bars, in percent.
const MOST_START: f64 = 35.;

/// None of it is drawn if there is no value.
pub struct Axis {
    scale: Scale,
    ticks: Option<Ticks>,
}

impl Axis {
    pub fn new(input: &RowsInput, form: Form) -> Self {
        let rows = input.rows.iter().filter_map(|row| {
            let bounds = row.reading.interval().map(<[f64; 2]>::from);
            let marks = [row.reading.value(), row.baseline, row.target];
            row.reading.value().map(|_| marks.into_iter().flatten().chain(bounds.into_iter().flatten()))
        });
        let values = rows.flatten().chain(input.total.iter().map(|total| total.value));
        let (low, high) = values
            .filter(|value| value.is_finite())
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
        if low > high {
            return Self { scale: Scale::new((0., 1.), (0., 100.)), ticks: None };
        }
        let (low, high) = if form == Form::Bars { (low.min(0.), high.max(0.)) } else { (low, high) };
        let ticks = value_ticks(low, high, input.whole);
        let floor = ticks.values.first().copied().unwrap_or(low);
        let ceiling = ticks.values.last().copied().unwrap_or(high).max(high);
        let negative = input.rows.iter().filter(|row| row.reading.value().is_some_and(|value| value < 0.));
        let widest = negative.map(|row| TextStyle::Value.width(&row.label) + 10.).fold(0., f64::max);
        let start = if form == Form::Bars { (widest / ROOMS[0].plot * 100.).min(MOST_START) } else { 0. };
        Self { scale: Scale::new((floor, ceiling), (start, 100.)), ticks: Some(ticks) }
    }

    pub fn x(&self, value: f64) -> f64 {
        round(self.scale.clamped(value).position)
    }

    fn values(&self) -> &[f64] {
        self.ticks.as_ref().map_or(&[], |ticks| &ticks.values)
    }

    pub fn starts_at_zero(&self) -> bool {
        self.values().first() == Some(&0.)
    }

    pub fn zero(&self) -> Option<f64> {
        self.values().contains(&0.).then(|| self.x(0.))
    }

    /// All ticks, with as many texts as have room at the narrowest: all, every other, every third.
    pub fn ticks(&self, say: &dyn Fn(f64, usize) -> String) -> Vec<Tick> {
        let decimals = self.ticks.as_ref().map_or(0, |ticks| ticks.decimals);
        let narrow = ROOMS[0];
        let texts: Vec<(f64, String)> =
            self.values().iter().map(|&value| (self.x(value), say(value, decimals))).collect();
        // Counted from zero, so that zero has its text.
        let from = self.values().iter().position(|value| *value == 0.).unwrap_or(0);
        let spans: Vec<(f64, f64)> = texts
            .iter()
            .map(|(x, text)| {
                let width = TextStyle::Plain.width(text);
                let (x, anchor) = narrow.settle(*x, width);
                narrow.span(x, 0., anchor, width)
            })
            .collect();
        let is_shown = |index: usize, every: usize| index.abs_diff(from).is_multiple_of(every);
        let is_loose = |every: &usize| {
            let shown: Vec<_> = (0..spans.len()).filter(|index| is_shown(*index, *every)).collect();
            shown.windows(2).all(|pair| spans[pair[0]].1 + 8. <= spans[pair[1]].0)
        };
        let every = (1..texts.len()).find(is_loose).unwrap_or(texts.len().max(1));
        let tick = |(index, (x, text)): (usize, (f64, String))| {
            let (at, anchor) = narrow.settle(x, TextStyle::Plain.width(&text));
            // A text that fits nowhere would stand elsewhere.
            Tick { x, label: Some(text).filter(|_| is_shown(index, every) && at == x), anchor }
        };
        texts.into_iter().enumerate().map(tick).collect()
    }
}

//! The table beside the chart: the same figures, in words.

use super::status_words;
use crate::feed::records::Indicator;
use crate::feed::series::Line;
use crate::measure::change::is_measured;
use crate::present::{Context, Phrase};
use crate::sorted::sort_by;
use crate::words::say;

/// A table of periods by lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub caption: Phrase,
    /// What the figures mean.
    pub unit: String,
    pub columns: Vec<Column>,
    pub rows: Vec<TableRow>,
    pub has_counts: bool,
    pub has_notes: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub name: Phrase,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    pub period: String,
    pub cells: Vec<Cell>,
    /// "449 of 891", for the main line.
    pub count: String,
    /// What is to be known about the period: words for its status, and the note of the series.
    pub remarks: Vec<Phrase>,
}

/// A figure, or the reason why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub text: String,
    pub known: bool,
}

/// The table of these lines; the first is the main one, whose counts and notes are shown.
pub(super) fn table(context: &Context<'_>, indicator: &Indicator, lines: &[(Phrase, &Line)]) -> Table {
    let mut periods: Vec<_> = lines.iter().flat_map(|(_, line)| &line.points).map(|point| point.period).collect();
    sort_by(&mut periods, Ord::cmp);
    periods.dedup();
    let rows: Vec<TableRow> = periods
        .iter()
        .map(|period| {
            let find = |line: &&Line| line.points.iter().find(|point| point.period == *period).cloned();
            let cells = lines.iter().map(|(_, line)| match find(line) {
                Some(point) if is_measured(&point) => Cell {
                    text: point.value.map_or(String::new(), |value| context.bare_value(indicator, value)),
                    known: true,
                },
                Some(point) => Cell { text: status_words(context, &point).join(", "), known: false },
                None => Cell { text: String::new(), known: false },
            });
            let main = lines.first().and_then(|(_, line)| find(line));
            let count = main.as_ref().and_then(|point| point.numerator.zip(point.denominator)).map(|(part, whole)| {
                let number = |n: f64| context.words.number(n, if n.fract() == 0.0 { 0 } else { 1 });
                say!(context.words, "table-part-of", part = number(part), whole = number(whole))
            });
            let words = main.as_ref().filter(|point| is_measured(point)).map(|point| status_words(context, point));
            let note = main.and_then(|point| point.note).map(|note| context.note(note));
            TableRow {
                period: context.words.period(*period),
                cells: cells.collect(),
                count: count.unwrap_or_default(),
                remarks: words.into_iter().flatten().map(Phrase::from).chain(note).collect(),
            }
        })
        .collect();
    Table {
        caption: context.text(&indicator.title),
        unit: context.unit(indicator),
        columns: lines.iter().map(|(name, _)| Column { name: name.clone() }).collect(),
        has_counts: rows.iter().any(|row| !row.count.is_empty()),
        has_notes: rows.iter().any(|row| !row.remarks.is_empty()),
        rows,
    }
}

//! The table of a figure: the same sheet, in words.

use super::sheet::periods;
use super::status_words;
use crate::chart::sheet::{Entry, Sheet, SheetLine};
use crate::feed::period::Period;
use crate::feed::records::Indicator;
use crate::feed::series::Line;
use crate::measure::change::is_measured;
use crate::present::{Context, Phrase};
use crate::words::say;

/// A table of periods by lines, or of lines by periods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub caption: Phrase,
    /// What the figures mean.
    pub unit: String,
    /// What the rows are.
    pub corner: String,
    pub columns: Vec<Phrase>,
    pub rows: Vec<TableRow>,
    pub has_counts: bool,
    pub has_notes: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    pub head: Phrase,
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
    /// What it was before, and until when.
    pub was: Option<String>,
}

/// One row a period. Counts and notes are those of the main line, the first.
pub(super) fn by_period(context: &Context<'_>, indicator: &Indicator, sheet: &Sheet, lines: &[&Line]) -> Table {
    let main = lines.first();
    let row = |(index, period): (usize, Period)| {
        let point = main.and_then(|line| line.points.iter().find(|point| point.period == period));
        let count = point.and_then(|point| point.numerator.zip(point.denominator)).map(|(part, whole)| {
            let number = |n: f64| context.words.number(n, if n.fract() == 0.0 { 0 } else { 1 });
            say!(context.words, "table-part-of", part = number(part), whole = number(whole))
        });
        let words = point.filter(|point| is_measured(point)).map(|point| status_words(context, point));
        let note = point.and_then(|point| point.note.clone()).map(|note| context.note(note));
        TableRow {
            head: Phrase::from(sheet.moments.get(index).map_or(String::new(), |moment| moment.name.clone())),
            cells: sheet.lines.iter().map(|line| cell(line.entry(index))).collect(),
            count: count.unwrap_or_default(),
            remarks: words.into_iter().flatten().map(Phrase::from).chain(note).collect(),
        }
    };
    let rows: Vec<TableRow> = periods(lines).into_iter().enumerate().map(row).collect();
    Table {
        corner: say!(context.words, "table-period"),
        columns: sheet.lines.iter().map(name).collect(),
        has_counts: rows.iter().any(|row| !row.count.is_empty()),
        has_notes: rows.iter().any(|row| !row.remarks.is_empty()),
        ..plain(context, indicator, rows)
    }
}

/// One row a line, for pictures of few periods.
pub(super) fn by_line(context: &Context<'_>, indicator: &Indicator, sheet: &Sheet) -> Table {
    let row = |line: &SheetLine| TableRow {
        head: name(line),
        cells: (0..sheet.moments.len()).map(|index| cell(line.entry(index))).collect(),
        count: String::new(),
        remarks: Vec::new(),
    };
    Table {
        corner: say!(context.words, "table-whom"),
        columns: sheet.moments.iter().map(|moment| moment.short.clone().into()).collect(),
        ..plain(context, indicator, sheet.lines.iter().map(row).collect())
    }
}

fn plain(context: &Context<'_>, indicator: &Indicator, rows: Vec<TableRow>) -> Table {
    Table {
        caption: context.text(&indicator.title),
        unit: context.unit(indicator),
        corner: String::new(),
        columns: Vec::new(),
        rows,
        has_counts: false,
        has_notes: false,
    }
}

fn name(line: &SheetLine) -> Phrase {
    Phrase { text: line.name.clone(), lang: line.lang.clone() }
}

fn cell(entry: Option<&Entry>) -> Cell {
    let known = entry.is_some_and(|entry| entry.reading.value().is_some());
    let was = entry.and_then(|entry| entry.revised.as_ref()).map(|revised| revised.says.clone());
    Cell { text: entry.map_or(String::new(), |entry| entry.text.clone()), known, was }
}

//! How a sheet is laid out: which row is the header, and what each column is.

use std::collections::HashMap;

use super::grid::Grid;
use super::heads::{Field, Head, Knowledge, Slot, is_own, is_reckoned};
use super::marks;
use super::names::{Named, Wanted, key};
use super::period;
use super::refusal::{Refusal, letters};
use crate::feed::finding::quoted;

/// How many rows the header is looked for in.
const ROWS_TO_LOOK_AT: usize = 40;
/// How many cells of a column without a known head are looked at.
const CELLS_TO_LOOK_AT: usize = 500;

/// What each column of a sheet is.
#[derive(Debug)]
pub(super) struct Layout {
    /// By column; `None` for an empty one.
    pub(super) heads: Vec<Option<Head>>,
    /// The row with the heads, counted from 0.
    pub(super) header: usize,
    /// Whether a row above it belongs to the heads.
    pub(super) has_upper: bool,
    /// Whether it has the columns of the feed's own tables, where a blank group or place means everybody.
    pub(super) is_own: bool,
}

/// Finds the header.
///
/// # Errors
/// What about the sheet or its columns is not understood.
pub(super) fn find(grid: &Grid, knowledge: &Knowledge<'_>) -> Result<Layout, Vec<Refusal>> {
    let samples = samples(grid);
    let rows = (0..grid.rows.len()).filter(|row| grid.filled(*row) > 0).take(ROWS_TO_LOOK_AT);
    let candidates = rows.flat_map(|row| [false, true].map(|has_upper| (row, has_upper)));
    let tried = candidates
        .filter(|(row, has_upper)| !has_upper || (*row > 0 && grid.filled(row - 1) > 0))
        .map(|(row, has_upper)| Try::of(grid, knowledge, &samples, row, has_upper))
        .filter(Try::is_viable);
    let best = tried.min_by_key(|tried| (-tried.score(), tried.row, tried.has_upper));
    let Some(best) = best else { return Err(vec![no_header(grid)]) };
    let mut refused = best.unknown(grid);
    refused.extend(best.doubles(grid));
    refused.extend(best.above(grid, knowledge));
    if !refused.is_empty() {
        return Err(refused);
    }
    let own = |column: usize| best.heads[column].is_none() || is_own(grid.cell(best.row, column));
    let is_own = !best.has_upper && (0..best.heads.len()).all(own);
    Ok(Layout { heads: best.heads, header: best.row, has_upper: best.has_upper, is_own })
}

/// The first rows in which each column holds something. A row with a single cell is a title or a note.
fn samples(grid: &Grid) -> Vec<Vec<usize>> {
    let mut samples = vec![Vec::new(); grid.width()];
    for (row, cells) in grid.rows.iter().enumerate().filter(|(row, _)| grid.filled(*row) > 1) {
        for (column, _) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            if samples[column].len() < CELLS_TO_LOOK_AT {
                samples[column].push(row);
            }
        }
    }
    samples
}

/// One row taken for the header.
struct Try {
    row: usize,
    has_upper: bool,
    heads: Vec<Option<Head>>,
    /// Columns that hold something and are not understood.
    unknown: Vec<usize>,
    has_rows: bool,
    /// Whether the cells under a period are periods themselves: then the row is one of data.
    is_data: bool,
}

impl Try {
    fn of(grid: &Grid, knowledge: &Knowledge<'_>, samples: &[Vec<usize>], row: usize, has_upper: bool) -> Self {
        let mut heads: Vec<Option<Head>> = vec![None; samples.len()];
        let mut unknown = Vec::new();
        let mut above = String::new();
        for (column, rows) in samples.iter().enumerate() {
            let text = grid.cell(row, column);
            if has_upper {
                // Merged cells of a header are blank after the first.
                let upper = grid.cell(row - 1, column);
                above = if upper.is_empty() { above } else { upper.to_owned() };
            }
            let has_cells = rows.last().is_some_and(|last| *last > row);
            if text.is_empty() && !has_cells {
                continue;
            }
            let by_letter = knowledge.mapped(&key(&letters(column)));
            let head = by_letter.or_else(|| head_of(text, &above, knowledge));
            heads[column] = head.or_else(|| inferred((grid, samples), knowledge, row, column, &heads));
            if heads[column].is_none() && has_cells {
                unknown.push(column);
            }
        }
        let has_period = heads.iter().flatten().any(|head| *head == Head::Period);
        if let ([one], true) = (unknown.as_slice(), has_period)
            && !heads.iter().flatten().any(|head| matches!(head, Head::Figure(_)))
            && below(grid, samples, row, *one).all(is_figure)
        {
            // What else could it be?
            heads[*one] = Some(Head::Figure(Slot { field: Some(Field::Value), ..Slot::default() }));
            unknown.clear();
        }
        for (column, head) in heads.iter_mut().enumerate() {
            if let Some(Head::Figure(slot)) = head {
                let text = grid.cell(row, column);
                let reckoned = is_reckoned(text) || slot.named == [Named::Everybody];
                match (has_period, slot.period) {
                    (true, Some(_)) => {
                        unknown.push(column);
                        *head = None;
                    }
                    (false, None) if reckoned => *head = Some(Head::Skip("reckoned from the other figures")),
                    (false, None) => {
                        unknown.push(column);
                        *head = None;
                    }
                    _ => {}
                }
            }
        }
        let is_period = |cell: &&str| period::read(cell, knowledge.indicator.period_type, knowledge.order).is_ok();
        let first = heads.iter().position(|head| matches!(head, Some(Head::Figure(Slot { period: Some(_), .. }))));
        let is_data = first.is_some_and(|column| {
            let mut cells = below(grid, samples, row, column).peekable();
            cells.peek().is_some() && cells.all(|cell| is_period(&cell))
        });
        let has_rows = (row + 1..grid.rows.len()).any(|row| grid.filled(row) > 0);
        Self { row, has_upper, heads, unknown, has_rows, is_data }
    }

    fn is_viable(&self) -> bool {
        let heads = || self.heads.iter().flatten();
        let value =
            |head: &&Head| matches!(head, Head::Figure(slot) if slot.field.is_none_or(|field| field.name() == "value"));
        let across = heads().filter(|head| matches!(head, Head::Figure(Slot { period: Some(_), .. }))).count();
        let label = heads().any(|head| matches!(head, Head::Place | Head::Group(_) | Head::Either));
        let periods = heads().any(|head| *head == Head::Period) || across > 1 || (across == 1 && label);
        periods && heads().any(|head| value(&head)) && self.has_rows && !self.is_data
    }

    fn score(&self) -> isize {
        let known = self.heads.iter().flatten().count();
        2 * known.cast_signed() - 3 * self.unknown.len().cast_signed()
    }

    fn unknown(&self, grid: &Grid) -> Vec<Refusal> {
        let explain = |column: &usize| {
            let text = grid.cell(self.row, *column);
            let named = if text.is_empty() { letters(*column) } else { text.chars().take(60).collect() };
            let why = format!(
                "This column is not understood. Say what it is with --map {}, or leave it out with =ignore.",
                quoted(&format!("{named}=FIELD"))
            );
            Refusal::cell(self.row, *column, text, why)
        };
        self.unknown.iter().map(explain).collect()
    }

    /// Columns that would give the same figure twice.
    fn doubles(&self, grid: &Grid) -> Vec<Refusal> {
        let mut seen: HashMap<String, usize> = HashMap::new();
        let mut refused = Vec::new();
        for (column, head) in self.heads.iter().enumerate() {
            let Some(head @ Head::Figure(_)) = head else { continue };
            if let Some(first) = seen.get(&head.written()) {
                let why = format!(
                    "Columns {} and {} are both the {}. Say which one counts: --map {}.",
                    letters(*first),
                    letters(column),
                    head.written(),
                    quoted(&format!("{}=ignore", letters(column)))
                );
                refused.push(Refusal::cell(self.row, column, grid.cell(self.row, column), why));
            } else {
                seen.insert(head.written(), column);
            }
        }
        refused
    }

    /// What stands above the header and is more than a title: it may change what the figures are.
    fn above(&self, grid: &Grid, knowledge: &Knowledge<'_>) -> Vec<Refusal> {
        let mut refused = Vec::new();
        let top = self.row - usize::from(self.has_upper);
        for row in 0..self.row {
            let first = (0..grid.width()).find(|column| self.heads[*column].is_some()).unwrap_or(0);
            for (column, text) in grid.rows[row].iter().enumerate().filter(|(_, text)| !text.is_empty()) {
                if row >= top {
                    if column > first && head_of(text, "", knowledge).is_none() {
                        refused.push(Refusal::cell(
                            row,
                            column,
                            text,
                            "The head of several columns is not understood. Write a group, a place or a period.",
                        ));
                    }
                } else if knowledge.names.is_name(text) {
                    let why = "It names a group or a place above the table. Put it into a column of its own.";
                    refused.push(Refusal::cell(row, column, text, why));
                } else if row + 1 == self.row
                    && column > first
                    && matches!(self.heads.get(column), Some(Some(Head::Figure(_))))
                {
                    let why = "It stands over a column of figures and is not understood. Delete it if it says nothing of them.";
                    refused.push(Refusal::cell(row, column, text, why));
                }
            }
        }
        refused
    }
}

/// The head that a text and the text above it make together.
fn head_of(text: &str, above: &str, knowledge: &Knowledge<'_>) -> Option<Head> {
    let upper = if above.is_empty() { None } else { knowledge.understand(above, None) };
    let within = match &upper {
        Some(Head::Group(dimension)) => dimension.as_ref(),
        _ => None,
    };
    let lower = knowledge.understand(text, within);
    match (&upper, lower) {
        (None, lower) => lower,
        (Some(_), None) => upper.filter(|_| text.is_empty()),
        // A label column has its own name below whatever stands above its neighbours.
        (Some(_), Some(lower @ (Head::Period | Head::Place | Head::Either | Head::Group(_) | Head::Skip(_)))) => {
            Some(lower)
        }
        (Some(upper), Some(lower)) => lower.under(upper),
    }
}

/// The first cells under a head.
fn below<'g>(grid: &'g Grid, samples: &'g [Vec<usize>], header: usize, column: usize) -> impl Iterator<Item = &'g str> {
    samples[column].iter().filter(move |row| **row > header).map(move |row| grid.cell(*row, column))
}

/// What a column is by its cells: all of them periods, or all of them names.
fn inferred(
    (grid, samples): (&Grid, &[Vec<usize>]),
    knowledge: &Knowledge<'_>,
    row: usize,
    column: usize,
    heads: &[Option<Head>],
) -> Option<Head> {
    let all = |test: &dyn Fn(&str) -> bool| {
        let mut cells = below(grid, samples, row, column).peekable();
        cells.peek().is_some() && cells.all(test)
    };
    let is_first = heads.iter().all(Option::is_none);
    let is_period =
        |cell: &str| is_reckoned(cell) || period::read(cell, knowledge.indicator.period_type, knowledge.order).is_ok();
    if is_first && all(&is_period) {
        return Some(Head::Period);
    }
    all(&|cell| knowledge.names.get(cell, Wanted::Either).is_some()).then_some(Head::Either)
}

/// Whether a cell can be a figure, or a sign in place of one.
fn is_figure(cell: &str) -> bool {
    cell.contains(|c: char| c.is_ascii_digit()) || marks::status(cell).is_some()
}

fn no_header(grid: &Grid) -> Refusal {
    let widest =
        (0..grid.rows.len().min(ROWS_TO_LOOK_AT)).max_by_key(|row| (grid.filled(*row), std::cmp::Reverse(*row)));
    let seen: Vec<String> = widest.map_or(Vec::new(), |row| {
        grid.rows[row]
            .iter()
            .filter(|cell| !cell.is_empty())
            .take(4)
            .map(|cell| quoted(&cell.chars().take(15).collect::<String>()))
            .collect()
    });
    let why = format!(
        "No header was found with a period and a value. Seen: {}. Say what they are, as in --map \"Rate=value\".",
        seen.join(", ")
    );
    Refusal { row: widest, ..Refusal::sheet(why) }
}

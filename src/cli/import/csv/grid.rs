//! A sheet as rows of cells, and the separator between them.

use std::collections::BTreeMap;

use super::refusal::Refusal;
use super::split::{Fault, first_records, plain, records};
use crate::feed::text::MAX_CHARACTERS;

/// Most cells with something in them.
const MAX_FILLED: usize = 1_000_000;
/// Most columns with something in them. What lies beyond and is empty does not matter.
const MAX_COLUMNS: usize = 2_000;

/// Separators, the surest first: commas also stand in numbers and titles.
const SEPARATORS: [u8; 4] = [b'\t', b';', b'|', b','];

/// How many rows the separator is looked for in.
const ROWS_TO_LOOK_AT: usize = 200;

/// Cells without the blanks around them; rows without empty cells at their end.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Grid {
    pub(super) rows: Vec<Vec<String>>,
    pub(super) separator: char,
    /// How many cells of each row hold something.
    filled: Vec<usize>,
}

impl Grid {
    /// Splits a text.
    ///
    /// # Errors
    /// Where a quote is left open, a row has too many cells, or a cell is too long.
    pub(super) fn read(text: &str) -> Result<Self, Refusal> {
        let (named, text) = named_separator(text);
        let separator = named.unwrap_or_else(|| separator(text));
        let records = records(text, separator).map_err(explain)?;
        let (mut rows, mut filled) = (Vec::with_capacity(records.len()), 0);
        for (row, record) in records.iter().enumerate() {
            let mut cells: Vec<String> = Vec::new();
            for (column, range) in record.cells.iter().enumerate() {
                let cell = plain(&text[range.clone()]);
                let cell = cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
                if cell.is_empty() {
                    continue;
                }
                if cell.len() > MAX_CHARACTERS {
                    let why = format!("The cell has more than {MAX_CHARACTERS} characters. Look for a quote too many.");
                    return Err(Refusal { cell: None, ..Refusal::cell(row, column, "", why) });
                }
                if column >= MAX_COLUMNS {
                    let why = format!("The sheet has more than {MAX_COLUMNS} columns. Export only those you need.");
                    return Err(Refusal { cell: None, ..Refusal::cell(row, column, "", why) });
                }
                filled += 1;
                cells.resize(column, String::new());
                cells.push(cell.to_owned());
            }
            rows.push(cells);
            if filled > MAX_FILLED {
                let why = format!("The sheet has more than {MAX_FILLED} cells. Export only the rows you need.");
                return Err(Refusal::sheet(why));
            }
        }
        while rows.last().is_some_and(Vec::is_empty) {
            rows.pop();
        }
        let filled = rows.iter().map(|cells| cells.iter().filter(|cell| !cell.is_empty()).count()).collect();
        Ok(Self { rows, separator: char::from(separator), filled })
    }

    /// A cell, both counted from 0; empty where there is none.
    pub(super) fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|cells| cells.get(column)).map_or("", String::as_str)
    }

    /// The columns of the widest row.
    pub(super) fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// How many cells of a row hold something.
    pub(super) fn filled(&self, row: usize) -> usize {
        self.filled.get(row).copied().unwrap_or(0)
    }
}

/// Excel may write the separator into a first line of its own, which it does not show as a row.
fn named_separator(text: &str) -> (Option<u8>, &str) {
    let line = text.lines().next().unwrap_or_default();
    match line.strip_prefix("sep=").map(str::as_bytes) {
        Some([separator]) if SEPARATORS.contains(separator) => {
            (Some(*separator), text[line.len()..].trim_start_matches('\r').trim_start_matches('\n'))
        }
        _ => (None, text),
    }
}

/// The separator that parts the most rows into the same number of cells. Commas also stand in numbers and titles, so that
/// any other counts for half as much again.
fn separator(text: &str) -> u8 {
    let score = |separator: u8| {
        let mut rows_with: BTreeMap<usize, usize> = BTreeMap::new();
        for record in first_records(text, separator, ROWS_TO_LOOK_AT).unwrap_or_default() {
            *rows_with.entry(record.cells.len() - 1).or_default() += 1;
        }
        let best = rows_with.iter().map(|(separators, rows)| separators * rows).max().unwrap_or(0);
        if separator == b',' { 2 * best } else { 3 * best }
    };
    let scored = SEPARATORS.iter().rev().map(|separator| (score(*separator), *separator));
    // Of equal ones it is the last, the surest.
    scored.filter(|(score, _)| *score > 0).max_by_key(|(score, _)| *score).map_or(b',', |(_, separator)| separator)
}

fn explain(fault: Fault) -> Refusal {
    match fault {
        Fault::QuoteLeftOpen { row, column } => {
            let why = "A quote is opened here and never closed. Export the sheet again, or delete the quote.";
            Refusal { cell: None, ..Refusal::cell(row - 1, column - 1, "", why) }
        }
        Fault::TooManyCells { row } => {
            Refusal::row(row - 1, "The row has more cells than a spreadsheet can hold. Look at how the file was made.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, separator: char, expected: &[&[&str]]) {
        let grid = Grid::read(text).unwrap();
        assert_eq!(
            (grid.separator, grid.rows),
            (separator, expected.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect())
        );
    }

    #[track_caller]
    fn check_not(text: &str, said: &str) {
        let why = Grid::read(text).unwrap_err().to_string();
        assert!(why.contains(said), "{why}");
    }

    #[test]
    fn the_separator_is_found() {
        check("a,b\n1,2\n", ',', &[&["a", "b"], &["1", "2"]]);
        check(
            "Reading, grade 3\n\na;b\n1;2,5\n2;3,5\n",
            ';',
            &[&["Reading, grade 3"], &[], &["a", "b"], &["1", "2,5"], &["2", "3,5"]],
        );
        check("a\tb\n1,5\t2,5\n", '\t', &[&["a", "b"], &["1,5", "2,5"]]);
        check("sep=;\r\na;b\r\n", ';', &[&["a", "b"]]);
        check("a,b\n1,x; y\n2,z\n", ',', &[&["a", "b"], &["1", "x; y"], &["2", "z"]]);
        check("one\ntwo\n", ',', &[&["one"], &["two"]]);
    }

    #[test]
    fn blanks_around_cells_and_empty_ends_are_left_out() {
        check("a,\u{a0}b ,,\n,,\n\n,1\n,\n\n", ',', &[&["a", "b"], &[], &[], &["", "1"]]);
    }

    #[test]
    fn hostile_sheets_are_refused_where_it_shows() {
        check_not("a,b\n1,\"2\n", "row 2, column B: A quote is opened here");
        check_not(&"\"".repeat(5 * 1024 * 1024), "row 1, column A: The cell has more than");
        check_not(&"\"".repeat(5 * 1024 * 1024 - 1), "row 1, column A: A quote is opened here");
        check_not(&",".repeat(1_000_000), "row 1: The row has more cells");
        check_not(&"1,".repeat(2_001), "row 1, column BXY: The sheet has more than 2000 columns");
        check_not(&"1,2\n".repeat(500_001), "more than 1000000 cells");
    }
}

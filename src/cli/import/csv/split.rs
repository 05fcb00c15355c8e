//! The cells of a table as ranges of its text, so that a cell can be read or replaced where it stands.
//!
//! The csv crate passes over empty lines and over a quote that is never closed. Here both matter: a person looks for the
//! row that the spreadsheet shows.

use std::borrow::Cow;
use std::ops::Range;

/// Most cells that one row may have: what a spreadsheet can hold.
const MAX_CELLS: usize = 16_384;

/// One row, empty ones too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Record {
    pub(super) cells: Vec<Range<usize>>,
    /// Where its line end begins.
    pub(super) end: usize,
    /// Where the next row begins.
    pub(super) next: usize,
}

/// Why a text cannot be split. The row counts from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    QuoteLeftOpen { row: usize, column: usize },
    TooManyCells { row: usize },
}

/// Splits a text into rows and cells. The separator is ASCII.
pub(super) fn records(text: &str, separator: u8) -> Result<Vec<Record>, Fault> {
    first_records(text, separator, usize::MAX)
}

/// As [`records`], only so many of the first rows.
pub(super) fn first_records(text: &str, separator: u8, most: usize) -> Result<Vec<Record>, Fault> {
    let bytes = text.as_bytes();
    let (mut records, mut cells, mut at) = (Vec::new(), Vec::new(), 0);
    while at < bytes.len() && records.len() < most {
        let start = at;
        if bytes[at] == b'"' {
            let open = Fault::QuoteLeftOpen { row: records.len() + 1, column: cells.len() + 1 };
            at = closing_quote(bytes, at + 1).ok_or(open)? + 1;
        }
        while at < bytes.len() && bytes[at] != separator && !matches!(bytes[at], b'\n' | b'\r') {
            at += 1;
        }
        cells.push(start..at);
        if cells.len() > MAX_CELLS {
            return Err(Fault::TooManyCells { row: records.len() + 1 });
        }
        if bytes.get(at) == Some(&separator) {
            at += 1;
            if at == bytes.len() {
                cells.push(at..at);
            } else {
                continue;
            }
        }
        let line_end = match &bytes[at..] {
            [b'\r', b'\n', ..] => 2,
            [_, ..] => 1,
            [] => 0,
        };
        records.push(Record { cells: std::mem::take(&mut cells), end: at, next: at + line_end });
        at += line_end;
    }
    Ok(records)
}

/// The quote that closes a cell; two in a row stand for one and close nothing.
fn closing_quote(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == b'"')?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}

/// What a cell says: without its quotes.
pub(super) fn plain(cell: &str) -> Cow<'_, str> {
    match cell.strip_prefix('"') {
        None => Cow::Borrowed(cell),
        Some(rest) => match closing_quote(rest.as_bytes(), 0) {
            Some(end) => Cow::Owned(format!("{}{}", rest[..end].replace("\"\"", "\""), &rest[end + 1..])),
            None => Cow::Borrowed(rest),
        },
    }
}

/// A cell as a table of commas writes it, in quotes if it needs them (RFC 4180).
pub(super) fn quoted_cell(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&[&str]]) {
        let records = records(text, b',').unwrap();
        let found: Vec<Vec<String>> = records
            .iter()
            .map(|record| record.cells.iter().map(|range| plain(&text[range.clone()]).into_owned()).collect())
            .collect();
        assert_eq!(found, expected, "{text:?}");
        assert_eq!(records.last().map_or(0, |last| last.next), text.len());
    }

    #[test]
    fn rows_and_cells_are_those_of_the_spreadsheet() {
        check("a,b\n1,2\n", &[&["a", "b"], &["1", "2"]]);
        check("a,b\r\n\r\n1,2", &[&["a", "b"], &[""], &["1", "2"]]);
        check("a\rb", &[&["a"], &["b"]]);
        check("a,\n,", &[&["a", ""], &["", ""]]);
        check("\"a, \"\"b\"\"\nc\",d", &[&["a, \"b\"\nc", "d"]]);
        check("\"a\"b,5\" tall", &[&["ab", "5\" tall"]]);
        check("", &[]);
    }

    #[test]
    fn a_quote_left_open_is_named_where_it_opens() {
        assert_eq!(records("a,b\n1,\"2\n3,4\n", b','), Err(Fault::QuoteLeftOpen { row: 2, column: 2 }));
    }

    #[test]
    fn a_million_columns_are_too_many() {
        assert_eq!(records(&",".repeat(1_000_000), b','), Err(Fault::TooManyCells { row: 1 }));
    }
}

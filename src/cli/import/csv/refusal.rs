//! What an import does not take, and where it stands in the sheet.

use std::fmt;

use crate::feed::finding::quoted;

/// One cell, row or sheet that is not taken.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Refusal {
    /// Counted from 0; `None` for the whole sheet.
    pub(super) row: Option<usize>,
    /// Counted from 0; `None` for the whole row.
    pub(super) column: Option<usize>,
    /// As it stands in the sheet.
    pub(super) cell: Option<String>,
    /// One or two sentences.
    pub(super) why: String,
}

impl Refusal {
    pub(super) fn sheet(why: impl Into<String>) -> Self {
        Self { row: None, column: None, cell: None, why: why.into() }
    }

    pub(super) fn row(row: usize, why: impl Into<String>) -> Self {
        Self { row: Some(row), ..Self::sheet(why) }
    }

    pub(super) fn cell(row: usize, column: usize, cell: &str, why: impl Into<String>) -> Self {
        Self { row: Some(row), column: Some(column), cell: Some(cell.to_owned()), why: why.into() }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.row, self.column, &self.cell) {
            (Some(row), Some(column), cell) => {
                write!(f, "row {}, column {}", row + 1, letters(column))?;
                if let Some(cell) = cell {
                    write!(f, ", {}", quoted(cell))?;
                }
                write!(f, ": ")?;
            }
            (Some(row), None, _) => write!(f, "row {}: ", row + 1)?,
            _ => {}
        }
        f.write_str(&self.why)
    }
}

/// The letters over a column, counted from 0: A, Z, AA.
pub(super) fn letters(column: usize) -> String {
    let (mut letters, mut rest) = (Vec::new(), column + 1);
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(refusal: &Refusal, expected: &str) {
        assert_eq!(refusal.to_string(), expected);
    }

    #[test]
    fn places_are_those_that_the_spreadsheet_shows() {
        check(&Refusal::cell(6, 2, "a\u{202e}b", "No."), "row 7, column C, \"a\\u{202E}b\": No.");
        check(&Refusal::row(0, "No."), "row 1: No.");
        check(&Refusal::sheet("No."), "No.");
        let all: Vec<String> = [0, 25, 26, 701, 702].map(letters).to_vec();
        assert_eq!(all, ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}

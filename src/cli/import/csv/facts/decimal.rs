//! The decimal mark of a whole sheet.

use super::super::grid::Grid;
use super::super::layout::Layout;
use super::super::number::{DecimalMark, Evidence, evidence};
use super::super::refusal::{Refusal, letters};
use super::figures;
use crate::feed::finding::quoted;

/// Which decimal mark holds, and how that is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in super::super) enum Decimal {
    /// No number has a sign in it.
    #[default]
    NotNeeded,
    Said(DecimalMark),
    /// Row and column of a cell that shows it, counted from 0.
    Seen(DecimalMark, usize, usize),
    /// The feed's own tables are written with a point.
    Own,
}

impl Decimal {
    pub(in super::super) fn mark(self) -> DecimalMark {
        match self {
            Self::NotNeeded | Self::Own => DecimalMark::Point,
            Self::Said(mark) | Self::Seen(mark, ..) => mark,
        }
    }
}

/// Looks at every number under the header.
///
/// # Errors
/// The question, if the cells leave it open or contradict each other.
pub(super) fn decide(grid: &Grid, layout: &Layout, wanted: Option<DecimalMark>) -> Result<Decimal, Refusal> {
    if let Some(mark) = wanted {
        return Ok(Decimal::Said(mark));
    }
    let columns: Vec<usize> =
        figures(layout).filter(|(_, field)| field.is_number()).map(|(column, _)| column).collect();
    let mut seen: Option<(DecimalMark, usize, usize)> = None;
    let mut open: Option<(usize, usize)> = None;
    for row in layout.header + 1..grid.rows.len() {
        for &column in &columns {
            match (evidence(grid.cell(row, column)), seen) {
                (Evidence::Sure(mark), Some((other, r, c))) if mark != other => {
                    let why = format!(
                        "Here stands another decimal mark than in row {}, column {} ({}). Say which one holds: --decimal point or --decimal comma.",
                        r + 1,
                        letters(c),
                        quoted(grid.cell(r, c))
                    );
                    return Err(Refusal::cell(row, column, grid.cell(row, column), why));
                }
                (Evidence::Sure(mark), None) => seen = Some((mark, row, column)),
                (Evidence::Either, _) => open = open.or(Some((row, column))),
                _ => {}
            }
        }
    }
    match (seen, open) {
        (Some((mark, row, column)), _) => Ok(Decimal::Seen(mark, row, column)),
        (None, None) => Ok(Decimal::NotNeeded),
        (None, Some(_)) if layout.is_own && grid.separator == ',' => Ok(Decimal::Own),
        (None, Some((row, column))) => {
            let cell = grid.cell(row, column);
            let why = "Are these thousands or decimals? Nothing in the sheet tells. Say --decimal point if 1,234 is over a thousand, --decimal comma if it is 1 and a bit.";
            let why = if cell.contains('.') {
                "Are these thousands or decimals? Nothing in the sheet tells. Say --decimal comma if 1.234 is over a thousand, --decimal point if it is 1 and a bit."
            } else {
                why
            };
            Err(Refusal::cell(row, column, cell, why))
        }
    }
}

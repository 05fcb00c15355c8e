//! The rows of a sheet as facts: for which period, group and place, what is given.

mod cells;
mod decimal;
mod rows;

use std::collections::HashMap;

use chrono::NaiveDate;

use super::grid::Grid;
use super::heads::{Field, Head, Knowledge};
use super::kept::Key;
use super::layout::Layout;
use super::number::DecimalMark;
use super::refusal::Refusal;
use crate::feed::finding::quoted;
use crate::feed::period::Period;
use crate::feed::records::indicator::UnitKind;
use crate::feed::series::{Status, StatusSet};
pub(super) use decimal::Decimal;

/// What a sheet says of one observation. What it does not say stays as the feed has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Given {
    /// In the order of [`Field::NUMBERS`].
    pub(super) numbers: [Option<f64>; 6],
    /// A sign in place of the value.
    pub(super) mark: Option<Status>,
    pub(super) status: Option<StatusSet>,
    pub(super) note: Option<String>,
}

impl Given {
    pub(super) fn value(&self) -> Option<f64> {
        self.numbers[0]
    }

    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// One observation of a sheet; row and column of its value, counted from 0.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fact {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) key: Key,
    pub(super) given: Given,
}

/// What was understood of a sheet, and what not.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) facts: Vec<Fact>,
    pub(super) refused: Vec<Refusal>,
    /// Rows that are no data, and why.
    pub(super) left_out: Vec<(usize, &'static str)>,
    /// Names as the sheet writes them, and what each stands for.
    pub(super) names: Vec<(String, String)>,
    pub(super) periods: Vec<(String, Period)>,
    /// Signs in place of numbers, what each became, and how often.
    pub(super) marks: Vec<(String, Status, usize)>,
    /// Marks of footnotes that were left out.
    pub(super) footnotes: Vec<(usize, usize, String)>,
    pub(super) decimal: Decimal,
    /// Whether blank names were taken for those above them.
    pub(super) is_filled: bool,
    has_percent_signs: bool,
}

/// Reads the rows under the header.
///
/// # Errors
/// What about the whole sheet is not clear.
pub(super) fn read(
    grid: &Grid,
    layout: &Layout,
    knowledge: &Knowledge<'_>,
    wanted: Option<DecimalMark>,
    today: NaiveDate,
) -> Result<Facts, Refusal> {
    let decimal = decimal::decide(grid, layout, wanted)?;
    if knowledge.indicator.unit.multiplier.is_none()
        && let Some(refusal) = in_multiples(grid, layout)
    {
        return Err(refusal);
    }
    let pass = |fill| rows::Reader { grid, layout, knowledge, decimal, today, fill }.read();
    let blank_is_everybody = pass(false);
    let mut facts = if layout.is_own || !has_blank_names(grid, layout) {
        blank_is_everybody
    } else {
        filled(grid, layout, blank_is_everybody, pass(true))?
    };
    facts.decimal = decimal;
    facts.without_doubles();
    facts.without_mixed_percents(grid, knowledge);
    Ok(facts)
}

/// Whether a name is missing in some row.
fn has_blank_names(grid: &Grid, layout: &Layout) -> bool {
    let is_label =
        |head: &Option<Head>| matches!(head, Some(Head::Place | Head::Group(_) | Head::Either | Head::Dimension));
    let labels: Vec<usize> = (0..layout.heads.len()).filter(|column| is_label(&layout.heads[*column])).collect();
    let mut rows = (layout.header + 1..grid.rows.len()).filter(|row| grid.filled(*row) > 0);
    rows.any(|row| labels.iter().any(|column| grid.cell(row, *column).is_empty()))
}

/// Of two readings, the one in which no observation is there twice: blank names stand for everybody, or for the name
/// above them in cells that were merged.
fn filled(grid: &Grid, layout: &Layout, everybody: Facts, mut above: Facts) -> Result<Facts, Refusal> {
    if everybody.facts == above.facts {
        return Ok(everybody);
    }
    match (everybody.doubles().is_empty(), above.doubles().is_empty()) {
        (true, false) => Ok(everybody),
        (false, true) => {
            above.is_filled = true;
            Ok(above)
        }
        _ => {
            let label = |head: &Option<Head>| {
                matches!(head, Some(Head::Place | Head::Group(_) | Head::Either | Head::Dimension))
            };
            let blank =
                everybody.facts.iter().zip(&above.facts).find(|(a, b)| a != b).map_or(layout.header, |(a, _)| a.row);
            let column = layout
                .heads
                .iter()
                .enumerate()
                .find(|(column, head)| label(head) && grid.cell(blank, *column).is_empty());
            let why = "The blank may mean everybody, or the same as above. Fill in the name, or write \"Total\".";
            Err(Refusal { column: column.map(|(column, _)| column), ..Refusal::row(blank, why) })
        }
    }
}

/// A sheet that says it is kept in thousands or millions: in a title, a head, or a row of units.
fn in_multiples(grid: &Grid, layout: &Layout) -> Option<Refusal> {
    for (row, cells) in grid.rows.iter().enumerate().take(layout.header + 2) {
        let figures: Vec<usize> = figures(layout).map(|(column, _)| column).collect();
        let is_head = |column: usize| row <= layout.header || figures.contains(&column);
        for (column, cell) in cells.iter().enumerate().filter(|(column, _)| is_head(*column)) {
            if says_multiples(cell) {
                let why = "The figures seem to be in thousands or millions, the indicator is not. Multiply them in the spreadsheet, and delete these words.";
                return Some(Refusal::cell(row, column, cell, why));
            }
        }
    }
    None
}

fn says_multiples(cell: &str) -> bool {
    const ALONE: [&str; 7] = ["thousand", "thousands", "million", "millions", "millones", "000s", "in 000s"];
    const WITHIN: [&str; 8] = [
        " in thousands ",
        " in thousand ",
        " in millions ",
        " thousands of ",
        " millions of ",
        " en miles ",
        " en millones ",
        " 000s ",
    ];
    let key = super::names::key(&cell.chars().take(200).collect::<String>());
    let (padded, open) = (format!(" {key} "), cell.to_lowercase());
    let bracket = ["(thousand", "(million", "($ million", "($ thousand"].iter().any(|start| open.contains(start));
    ALONE.contains(&key.as_str()) || WITHIN.iter().any(|words| padded.contains(words)) || bracket
}

impl Facts {
    /// The places in `facts` of observations that stand in several rows with different figures.
    fn doubles(&self) -> Vec<usize> {
        let mut first: HashMap<&Key, usize> = HashMap::new();
        let mut doubles = Vec::new();
        for (at, fact) in self.facts.iter().enumerate() {
            let other = *first.entry(&fact.key).or_insert(at);
            if other != at && self.facts[other].given != fact.given {
                doubles.extend([other, at]);
            }
        }
        doubles.sort_unstable();
        doubles.dedup();
        doubles
    }

    /// Refuses both of two different figures for one observation; the second of two equal ones says nothing new.
    fn without_doubles(&mut self) {
        let doubles = self.doubles();
        let mut seen: HashMap<Key, usize> = HashMap::new();
        let facts = std::mem::take(&mut self.facts);
        let rows: HashMap<Key, Vec<usize>> = doubles.iter().fold(HashMap::new(), |mut rows, at| {
            rows.entry(facts[*at].key.clone()).or_insert_with(Vec::new).push(facts[*at].row);
            rows
        });
        for (at, fact) in facts.into_iter().enumerate() {
            if let Some(others) = rows.get(&fact.key) {
                if doubles.binary_search(&at).is_ok() {
                    let other = others.iter().find(|row| **row != fact.row).map_or(fact.row, |row| *row);
                    let why = format!(
                        "Row {} has another figure for the same period, group and place. Delete one, or add the column that tells them apart.",
                        other + 1
                    );
                    self.refused.push(Refusal { column: Some(fact.column), ..Refusal::row(fact.row, why) });
                }
            } else if seen.insert(fact.key.clone(), at).is_none() {
                self.facts.push(fact);
            }
        }
    }

    /// Where some cells have a percent sign, a small number without one can be a share of 1.
    fn without_mixed_percents(&mut self, grid: &Grid, knowledge: &Knowledge<'_>) {
        if !self.has_percent_signs || knowledge.indicator.unit.kind != UnitKind::Percent {
            return;
        }
        let mut refused = Vec::new();
        self.facts.retain(|fact| {
            let cell = grid.cell(fact.row, fact.column);
            let doubtful = fact.given.value().is_some_and(|value| value != 0.0 && value.abs() <= 1.0)
                && !cell.contains(['%', '％', '٪']);
            if doubtful {
                let why = format!(
                    "Other cells have a percent sign, this one has none. Write {} or its hundredfold with the sign.",
                    quoted(&format!("{cell}%"))
                );
                refused.push(Refusal::cell(fact.row, fact.column, cell, why));
            }
            !doubtful
        });
        self.refused.append(&mut refused);
    }

    /// Whether all figures of a sheet of percents look like shares of 1.
    pub(super) fn look_like_shares_of_one(&self) -> bool {
        let values = || self.facts.iter().filter_map(|fact| fact.given.value());
        !self.has_percent_signs
            && values().count() >= 3
            && values().all(|value| (0.0..=1.0).contains(&value))
            && values().any(|value| value > 0.0 && value < 1.0)
    }
}

/// The columns of figures: index and field.
fn figures(layout: &Layout) -> impl Iterator<Item = (usize, Field)> {
    layout.heads.iter().enumerate().filter_map(|(column, head)| match head {
        Some(Head::Figure(slot)) => Some((column, slot.field.unwrap_or(Field::Value))),
        _ => None,
    })
}

//! Row by row: labels, then figures.

use chrono::NaiveDate;

use super::super::grid::Grid;
use super::super::heads::{Field, Head, Knowledge, is_reckoned};
use super::super::kept::Key;
use super::super::layout::Layout;
use super::super::marks;
use super::super::names::{Named, Wanted, is_everybody, key, scope};
use super::super::number::{Evidence, evidence};
use super::super::period;
use super::super::refusal::Refusal;
use super::{Decimal, Fact, Facts, Given, figures};
use crate::feed::id::DimensionId;
use crate::feed::period::Period;
use crate::feed::series::Status;

/// Reads the rows of one sheet in one way.
pub(super) struct Reader<'r> {
    pub(super) grid: &'r Grid,
    pub(super) layout: &'r Layout,
    pub(super) knowledge: &'r Knowledge<'r>,
    pub(super) decimal: Decimal,
    pub(super) today: NaiveDate,
    /// Whether a blank name is the one above it.
    pub(super) fill: bool,
}

/// Words that may stand alone under a head.
const UNITS: [&str; 18] = [
    "%",
    "percent",
    "percentage",
    "number",
    "count",
    "n",
    "no",
    "rate",
    "usd",
    "$",
    "eur",
    "€",
    "days",
    "ratio",
    "index",
    "score",
    "people",
    "children",
];

/// What the labels of a row say.
struct Labels {
    period: Option<Period>,
    named: Vec<Named>,
}

impl Reader<'_> {
    pub(super) fn read(&self) -> Facts {
        let mut facts = Facts::default();
        let rows = self.grid.rows.len();
        let last = (self.layout.header + 1..rows).rev().find(|row| self.has_figure(*row)).unwrap_or(self.layout.header);
        // The labels of each column as they hold for the next blank cell.
        let mut before = vec![String::new(); self.layout.heads.len()];
        for row in 0..rows {
            if self.grid.filled(row) == 0 || row == self.layout.header {
                continue;
            }
            let upper = self.layout.has_upper && row + 1 == self.layout.header;
            if row < self.layout.header {
                if !upper {
                    facts.left_out.push((row, "above the table"));
                }
            } else if row > last {
                facts.left_out.push((row, "below the figures"));
            } else if self.grid.rows[row] == self.grid.rows[self.layout.header] {
                facts.left_out.push((row, "the header again"));
            } else if row == self.layout.header + 1 && self.is_units(row) {
                facts.left_out.push((row, "units"));
            } else {
                self.read_row(row, &mut before, &mut facts);
            }
        }
        facts
    }

    /// Whether a row holds a figure. A single cell that is no number is a title or a note.
    fn has_figure(&self, row: usize) -> bool {
        let alone = self.grid.filled(row) == 1;
        figures(self.layout).any(|(column, field)| {
            let cell = self.grid.cell(row, column);
            let number =
                || field.is_number() && (cell.contains(|c: char| c.is_ascii_digit()) || marks::status(cell).is_some());
            !cell.is_empty()
                && (!alone
                    || (number() && cell.chars().count() < 20 && evidence(cell) != Evidence::Silent)
                    || cell.parse::<f64>().is_ok())
        })
    }

    fn is_units(&self, row: usize) -> bool {
        let unit = |cell: &str| UNITS.contains(&key(cell).as_str()) || key(cell).starts_with("per ");
        let cells =
            || figures(self.layout).map(|(column, _)| self.grid.cell(row, column)).filter(|cell| !cell.is_empty());
        let no_period = self
            .layout
            .heads
            .iter()
            .enumerate()
            .all(|(column, head)| *head != Some(Head::Period) || self.grid.cell(row, column).is_empty());
        cells().next().is_some() && cells().all(unit) && no_period
    }

    fn read_row(&self, row: usize, before: &mut [String], facts: &mut Facts) {
        if !self.has_figure(row) {
            if self.grid.filled(row) == 1 {
                let column = self.grid.rows[row].len() - 1;
                let why = "It stands alone between the figures. If it is the head of the rows below, put it into a column of its own; else delete the row.";
                facts.refused.push(Refusal::cell(row, column, self.grid.cell(row, column), why));
            }
            self.remember(row, before);
            return;
        }
        let reckoned =
            |column: usize| self.layout.heads[column] == Some(Head::Period) && is_reckoned(self.grid.cell(row, column));
        if (0..self.layout.heads.len()).any(reckoned) {
            facts.left_out.push((row, "reckoned from the other rows"));
            return;
        }
        let labels = self.labels(row, before, facts);
        self.remember(row, before);
        let Some(labels) = labels else { return };
        // Nothing of an observation is taken if one of its cells is not.
        let (mut found, mut bad): (Vec<Fact>, Vec<Key>) = (Vec::new(), Vec::new());
        for (column, head) in self.layout.heads.iter().enumerate() {
            let Some(Head::Figure(slot)) = head else { continue };
            let cell = self.grid.cell(row, column);
            if cell.is_empty() {
                continue;
            }
            let named: Vec<Named> = labels.named.iter().chain(&slot.named).cloned().collect();
            let (Some(period), Some(scope)) = (slot.period.or(labels.period), scope(&named)) else {
                let why = "The row and the head of the column name two places, or two groups of one dimension.";
                facts.refused.push(Refusal::cell(row, column, cell, why));
                continue;
            };
            let key = Key::new(period, scope);
            let field = slot.field.unwrap_or(Field::Value);
            let at = match found.iter().position(|fact| fact.key == key) {
                Some(at) => at,
                None => {
                    found.push(Fact { row, column, key, given: Given::default() });
                    found.len() - 1
                }
            };
            if field == Field::Value {
                found[at].column = column;
            }
            if let Err(why) = self.give((row, column), field, &mut found[at].given, facts) {
                facts.refused.push(Refusal::cell(row, column, cell, why));
                bad.push(found[at].key.clone());
            }
        }
        found.retain(|fact| !bad.contains(&fact.key));
        let not_begun = |fact: &Fact| {
            fact.given.mark == Some(Status::Missing)
                && fact.given.status.is_none()
                && fact.key.period.bounds().0 > self.today
        };
        facts.facts.extend(found.into_iter().filter(|fact| !fact.given.is_empty() && !not_begun(fact)));
    }

    fn remember(&self, row: usize, before: &mut [String]) {
        for (column, known) in before.iter_mut().enumerate() {
            let cell = self.grid.cell(row, column);
            if !cell.is_empty() {
                *known = cell.to_owned();
            }
        }
    }

    /// What the labels of a row say; `None` after refusing one of them.
    fn labels(&self, row: usize, before: &[String], facts: &mut Facts) -> Option<Labels> {
        let (mut periods, mut named, mut dimensions) = (Vec::new(), Vec::new(), None);
        let refused = facts.refused.len();
        for (column, head) in self.layout.heads.iter().enumerate() {
            let cell = self.grid.cell(row, column);
            // A blank period can only be the one above it, where something else tells the row from that above.
            let other = || {
                self.layout.heads.iter().enumerate().any(|(at, head)| {
                    matches!(head, Some(Head::Place | Head::Group(_) | Head::Either))
                        && !self.grid.cell(row, at).is_empty()
                })
            };
            let fill = if *head == Some(Head::Period) { other() } else { self.fill };
            let text = if cell.is_empty() && fill { before[column].as_str() } else { cell };
            let mut refuse = |why: String| facts.refused.push(Refusal::cell(row, column, text, why));
            match head {
                Some(Head::Period) => periods.push((column, text)),
                Some(Head::Dimension) => dimensions = Some((column, text)),
                Some(Head::Indicator) => {
                    let mine = |name: &str| key(name) == key(text);
                    let indicator = self.knowledge.indicator;
                    if !text.is_empty() && !mine(indicator.id.as_str()) && !indicator.title.versions().any(mine) {
                        refuse(format!(
                            "The row is about another indicator than {}. Import it with its own id.",
                            indicator.id
                        ));
                    }
                }
                Some(Head::Place | Head::Group(_) | Head::Either) if text.is_empty() => {}
                Some(Head::Group(None)) if dimensions.is_some_and(|(_, text)| !text.is_empty()) => {
                    let written = dimensions.map_or("", |(_, text)| text);
                    match self.groups(written, text) {
                        Ok(groups) => named.extend(groups),
                        Err(why) => refuse(why),
                    }
                    dimensions = None;
                }
                Some(head @ (Head::Place | Head::Group(_) | Head::Either)) => {
                    let wanted = match head {
                        Head::Place => Wanted::Place,
                        Head::Group(dimension) => Wanted::Group(dimension.as_ref()),
                        _ => Wanted::Either,
                    };
                    match self.knowledge.names.find(text, wanted) {
                        Ok(found) => {
                            facts.named(text, &found);
                            named.push(found);
                        }
                        Err(why) => refuse(why),
                    }
                }
                _ => {}
            }
        }
        if let Some((column, text)) = dimensions.filter(|(_, text)| !text.is_empty() && !is_everybody(text)) {
            facts.refused.push(Refusal::cell(
                row,
                column,
                text,
                "A dimension is named, but no group of it. Write the group.",
            ));
        }
        let period = self.period(row, &periods, facts);
        (facts.refused.len() == refused).then_some(Labels { period, named })
    }

    /// `dim-income*dim-sex` and `low*f`, as the feed's tables write them.
    fn groups(&self, dimensions: &str, groups: &str) -> Result<Vec<Named>, String> {
        let (dimensions, groups): (Vec<&str>, Vec<&str>) =
            (dimensions.split('*').collect(), groups.split('*').collect());
        if dimensions.len() != groups.len() {
            return Err("Each dimension needs its group, such as dim-income*dim-sex and low*f.".to_owned());
        }
        let known = |text: &str| -> Result<DimensionId, String> {
            self.knowledge
                .names
                .dimension(text)
                .cloned()
                .ok_or_else(|| format!("{} is no dimension of the feed.", crate::feed::finding::quoted(text)))
        };
        let pairs = dimensions.into_iter().zip(groups);
        pairs
            .map(|(dimension, group)| self.knowledge.names.find(group, Wanted::Group(Some(&known(dimension)?))))
            .collect()
    }

    fn period(&self, row: usize, cells: &[(usize, &str)], facts: &mut Facts) -> Option<Period> {
        let (kind, order) = (self.knowledge.indicator.period_type, self.knowledge.order);
        let (column, text) = match cells {
            [] => return None,
            [(column, text)] => (*column, (*text).to_owned()),
            [(column, first), rest @ ..] => {
                let rest: Vec<&str> = rest.iter().map(|(_, text)| *text).collect();
                (*column, format!("{first} {}", rest.join(" ")))
            }
        };
        if text.trim().is_empty() {
            facts.refused.push(Refusal {
                column: Some(column),
                ..Refusal::row(row, "There is a figure, but no period. Write the period.")
            });
            return None;
        }
        match period::read(&text, kind, order) {
            Ok(period) => {
                let known = facts.periods.iter().rev().take(50).any(|(known, _)| *known == text);
                if !known {
                    facts.periods.push((text, period));
                }
                Some(period)
            }
            Err(why) => {
                facts.refused.push(Refusal { column: Some(column), ..Refusal::row(row, why) });
                None
            }
        }
    }
}

impl Facts {
    fn named(&mut self, text: &str, named: &Named) {
        let written = named.written();
        if text != written && !self.names.iter().any(|(known, _)| known == text) {
            self.names.push((text.to_owned(), written));
        }
    }
}

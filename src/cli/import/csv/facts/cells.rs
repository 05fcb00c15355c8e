//! Single cells: what a figure, a status or a note gives.

use super::super::heads::Field;
use super::super::marks;
use super::super::number;
use super::rows::Reader;
use super::{Facts, Given};
use crate::feed::series::{Status, StatusSet};
use crate::present::csv::unguarded;

impl Reader<'_> {
    /// Puts what a cell says into what is given; the error says why it cannot be taken.
    pub(super) fn give(
        &self,
        (row, column): (usize, usize),
        field: Field,
        given: &mut Given,
        facts: &mut Facts,
    ) -> Result<(), String> {
        let cell = self.grid.cell(row, column);
        match field {
            Field::Status => {
                let set =
                    StatusSet::parse(&cell.to_lowercase()).map_err(|(message, fix)| format!("{message} {fix}"))?;
                given.status = Some(set);
            }
            Field::Note => given.note = Some(note(cell)?),
            _ => self.give_number((row, column), field, given, facts)?,
        }
        Ok(())
    }

    fn give_number(
        &self,
        (row, column): (usize, usize),
        field: Field,
        given: &mut Given,
        facts: &mut Facts,
    ) -> Result<(), String> {
        let cell = self.grid.cell(row, column);
        if let Some(status) = marks::status(cell) {
            // Beside a value, a sign in place of a bound or a count says nothing.
            if field == Field::Value {
                given.mark = Some(status);
                facts.marked(cell, status);
            }
            return Ok(());
        }
        let number = number::read(cell, self.decimal.mark(), &self.knowledge.indicator.unit)
            .map_err(|why| format!("{}{}.", why[..1].to_uppercase(), &why[1..]))?;
        facts.has_percent_signs |= number.has_percent_sign;
        facts.footnotes.extend(number.footnote.map(|mark| (row, column, mark)));
        given.numbers[field as usize] = Some(number.value);
        Ok(())
    }
}

impl Facts {
    fn marked(&mut self, cell: &str, status: Status) {
        match self.marks.iter_mut().find(|(known, ..)| known == cell) {
            Some((.., times)) => *times += 1,
            None => self.marks.push((cell.to_owned(), status, 1)),
        }
    }
}

/// A note as the feed keeps it: without the apostrophe that keeps a spreadsheet from taking it for a formula.
fn note(cell: &str) -> Result<String, String> {
    if cell.starts_with(['=', '＝']) {
        return Err("It is a formula. Copy the sheet and paste it as values only.".to_owned());
    }
    Ok(unguarded(cell).to_owned())
}

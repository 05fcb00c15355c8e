//! The series of a feed in a folder: `series/<indicator>.csv`, read and changed where it stands.

use std::collections::HashMap;

use super::kept::{Kept, Key, rank};
use super::merge::Edit;
use super::split::{Record, plain, quoted_cell, records};
use crate::feed::date::Date;
use crate::feed::id::{DimensionId, GeographyId, Name};
use crate::feed::period::Period;
use crate::feed::series::{COLUMNS, Observation, PLAIN_COLUMNS, Scope, StatusSet};

/// A table that was split, with what its rows are.
struct Table<'t> {
    text: &'t str,
    records: Vec<Record>,
    columns: Vec<String>,
}

impl<'t> Table<'t> {
    fn of(text: &'t str) -> Option<Self> {
        let records = records(text, b',').ok()?;
        let header = records.first()?;
        let bare = |at: usize| plain(&text[header.cells[at].clone()]).trim_matches(['\u{feff}', ' ']).to_owned();
        let columns = (0..header.cells.len()).map(bare).collect();
        Some(Self { text, records, columns })
    }

    fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name)
    }

    fn cell(&self, record: &Record, name: &str) -> String {
        let range = self.column(name).and_then(|at| record.cells.get(at));
        range.map_or(String::new(), |range| plain(&self.text[range.clone()]).trim().to_owned())
    }

    /// What a row says; `None` for an empty row and for one that the check does not take either.
    fn read(&self, record: &Record) -> Option<(Scope, Observation)> {
        if record.cells.len() != self.columns.len() {
            return None;
        }
        let number = |name: &str| self.cell(record, name).parse().ok();
        let scope =
            scope(&self.cell(record, "geography"), &self.cell(record, "dimension"), &self.cell(record, "group"))?;
        let observation = Observation {
            period: Period::parse(&self.cell(record, "period")).ok()?,
            value: number("value"),
            lower: number("lower"),
            upper: number("upper"),
            se: number("se"),
            numerator: number("numerator"),
            denominator: number("denominator"),
            status: StatusSet::parse(&self.cell(record, "status")).ok()?,
            note: Some(self.cell(record, "note")).filter(|note| !note.is_empty()),
            was: number("was"),
            revised: Date::parse(&self.cell(record, "revised")).ok(),
        };
        Some((scope, observation))
    }

    fn rows(&self) -> impl Iterator<Item = (usize, Scope, Observation)> {
        let read = |(at, record): (usize, &Record)| self.read(record).map(|(scope, found)| (at, scope, found));
        self.records.iter().enumerate().skip(1).filter_map(read)
    }
}

/// A scope out of the three cells that write it.
pub(super) fn scope(geography: &str, dimension: &str, group: &str) -> Option<Scope> {
    let parts = |text: &str| text.split('*').filter(|part| !part.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let (dimensions, groups) = (parts(dimension), parts(group));
    if dimensions.len() != groups.len() {
        return None;
    }
    let pair = |(dimension, group): (String, String)| Some((DimensionId::new(dimension)?, Name::new(group)?));
    let groups = dimensions.into_iter().zip(groups).map(pair).collect::<Option<Vec<_>>>()?;
    Some(Scope { groups, geography: GeographyId::new(geography) })
}

/// The observations of a table.
pub(super) fn read(text: &str) -> Kept {
    let mut kept = Kept::default();
    if let Some(table) = Table::of(text) {
        table.rows().for_each(|(_, scope, observation)| kept.add(scope, observation));
    }
    kept
}

/// The table with the changes. Rows, cells and columns that do not change stay byte for byte; new rows go to their place
/// in the order of the table. `None` if the text is no table.
pub(super) fn write(text: &str, edits: &[Edit]) -> Option<String> {
    let header = format!("{}\n", COLUMNS[..PLAIN_COLUMNS].join(","));
    let text = if text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty() {
        header.as_str()
    } else {
        text
    };
    let mut table = Table::of(text)?;
    let header = table.records.first()?;
    let line_end = match &text[header.end..header.next] {
        "" => "\n",
        line_end => line_end,
    };
    let needed = |name: &str| edits.iter().any(|edit| written(edit, name).is_some());
    let missing: Vec<&str> = COLUMNS.into_iter().filter(|name| table.column(name).is_none() && needed(name)).collect();
    let mut at = HashMap::new();
    let mut ranks: Vec<(usize, Rank)> = Vec::new();
    for (row, scope, found) in table.rows() {
        ranks.push((row, (rank(&scope), found.period)));
        at.insert(Key::new(found.period, scope), row);
    }
    let width = table.columns.len();
    table.columns.extend(missing.iter().map(|name| (*name).to_owned()));
    let changes: HashMap<usize, &Edit> = edits.iter().filter_map(|edit| Some((*at.get(&edit.key)?, edit))).collect();
    let mut new: Vec<(Rank, &Edit)> = edits
        .iter()
        .filter(|edit| !at.contains_key(&edit.key))
        .map(|edit| ((rank(&edit.scope), edit.key.period), edit))
        .collect();
    new.sort_by(|a, b| a.0.cmp(&b.0));
    let is_sorted = ranks.is_sorted_by(|a, b| a.1 <= b.1);
    let mut before: HashMap<usize, Vec<&Edit>> = HashMap::new();
    for (wanted, edit) in new {
        before.entry(place(&ranks, &wanted, is_sorted)).or_default().push(edit);
    }
    let mut out = String::with_capacity(text.len());
    for (row, record) in table.records.iter().enumerate() {
        for edit in before.remove(&row).unwrap_or_default() {
            out.push_str(&new_row(&table, edit, line_end));
        }
        match changes.get(&row) {
            Some(edit) => out.push_str(&changed(&table, record, edit)),
            None => out.push_str(&text[record.cells.first().map_or(record.end, |cell| cell.start)..record.end]),
        }
        if row == 0 {
            missing.iter().for_each(|name| out.push_str(&format!(",{name}")));
        } else if record.cells.len() == width && !changes.contains_key(&row) {
            missing.iter().for_each(|_| out.push(','));
        }
        out.push_str(&text[record.end..record.next]);
    }
    for edit in before.remove(&table.records.len()).unwrap_or_default() {
        if !out.ends_with('\n') {
            out.push_str(line_end);
        }
        out.push_str(&new_row(&table, edit, line_end));
    }
    Some(out)
}

type Rank = ((String, String, String), Period);

/// The row before which a new one goes: behind the last of its group and place that is earlier, else before the first
/// that is later in the order of tables, else behind the last. A table that is not sorted keeps its order.
fn place(ranks: &[(usize, Rank)], rank: &Rank, is_sorted: bool) -> usize {
    let behind_last = ranks.last().map_or(1, |(row, _)| row + 1);
    if is_sorted {
        let at = ranks.partition_point(|(_, other)| other <= rank);
        return match at.checked_sub(1).map(|last| &ranks[last]) {
            Some((row, other)) if other.0 == rank.0 => row + 1,
            _ => ranks.get(at).map_or(behind_last, |(row, _)| *row),
        };
    }
    let earlier = ranks.iter().rev().find(|(_, other)| other.0 == rank.0 && other.1 < rank.1);
    let later = || ranks.iter().find(|(_, other)| other.0 == rank.0 && other.1 > rank.1);
    earlier.map(|(row, _)| row + 1).or_else(|| later().map(|(row, _)| *row)).unwrap_or(behind_last)
}

fn new_row(table: &Table<'_>, edit: &Edit, line_end: &str) -> String {
    let cells: Vec<String> = table.columns.iter().map(|name| written(edit, name).unwrap_or_default()).collect();
    cells.join(",") + line_end
}

/// A row with its changed cells; what stands between the others stays.
fn changed(table: &Table<'_>, record: &Record, edit: &Edit) -> String {
    let cells = table.columns.iter().enumerate().map(|(at, name)| {
        match edit.cells.iter().find(|cell| cell.field.name() == name) {
            Some(cell) => quoted_cell(&cell.new),
            None => record.cells.get(at).map_or(String::new(), |range| table.text[range.clone()].to_owned()),
        }
    });
    cells.collect::<Vec<_>>().join(",")
}

/// A cell of a new row, or the new text of a cell that changes; `None` if it is empty.
fn written(edit: &Edit, name: &str) -> Option<String> {
    let text = match name {
        "period" => edit.key.period.to_string(),
        "geography" => edit.scope.geography.as_ref().map_or(String::new(), ToString::to_string),
        "dimension" => edit.scope.dimension(),
        "group" => edit.scope.group(),
        _ => edit
            .cells
            .iter()
            .find(|cell| cell.field.name() == name)
            .map_or(String::new(), |cell| quoted_cell(&cell.new)),
    };
    Some(text).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests;

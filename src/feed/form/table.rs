//! A table of observations as text: cells as they were written, columns and rows in order.

use crate::feed::period::Period;
use crate::feed::series::COLUMNS;
use crate::sorted::sort_by_key;

/// A table whose first line and rows can be trusted. Cells stand without the blanks around them, which the reader does
/// not see either.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Table {
    /// Known columns in their order, then those that begin with `x_`.
    pub(super) columns: Vec<String>,
    /// As many cells as columns; sorted, if all periods can be read.
    pub(super) rows: Vec<Vec<String>>,
}

/// What rows are sorted by: dimension, group, place, period.
type Key = (String, String, String, Option<Period>);

impl Table {
    /// `None` for a text that is no sound table: unknown or doubled columns, a row with more or fewer cells. To format it
    /// could move a value under another name.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let cells = |record: csv::ByteRecord| -> Option<Vec<String>> {
            record.iter().map(|cell| Some(std::str::from_utf8(cell).ok()?.trim().replace("\r\n", "\n"))).collect()
        };
        let mut records = reader.byte_records();
        let columns = cells(records.next()?.ok()?)?;
        let mut rows = Vec::new();
        for record in records {
            let row = cells(record.ok()?)?;
            // The reader passes over lines without anything.
            if row.iter().all(String::is_empty) {
                continue;
            }
            if row.len() != columns.len() {
                return None;
            }
            rows.push(row);
        }
        Self::new(columns, rows)
    }

    /// As [`Table::read`], from cells.
    pub(super) fn new(columns: Vec<String>, rows: Vec<Vec<String>>) -> Option<Self> {
        let known = |name: &String| COLUMNS.iter().position(|column| *column == name);
        let sound = |(at, name): (usize, &String)| {
            !columns[..at].contains(name) && (known(name).is_some() || name.starts_with("x_"))
        };
        let needed = ["period", "value"].into_iter().all(|name| columns.iter().any(|column| column == name));
        if !needed || !columns.iter().enumerate().all(sound) {
            return None;
        }
        let mut places: Vec<usize> = (0..columns.len()).collect();
        sort_by_key(&mut places, |place| known(&columns[*place]).unwrap_or(COLUMNS.len()));
        let moved =
            |row: &[String]| -> Vec<String> { places.iter().filter_map(|place| row.get(*place).cloned()).collect() };
        let mut table = Self { columns: moved(&columns), rows: rows.iter().map(|row| moved(row)).collect() };
        table.name_scopes_alike();
        let keys: Vec<Key> = table.rows.iter().map(|row| table.key(row)).collect();
        if keys.iter().all(|(.., period)| period.is_some()) {
            let mut keyed: Vec<(Key, Vec<String>)> = keys.into_iter().zip(std::mem::take(&mut table.rows)).collect();
            crate::sorted::sort_by(&mut keyed, |(a, _), (b, _)| a.cmp(b));
            table.rows = keyed.into_iter().map(|(_, row)| row).collect();
        }
        Some(table)
    }

    /// The cell of a row under a column; empty if there is no such column.
    pub(super) fn cell<'t>(&self, row: &'t [String], column: &str) -> &'t str {
        let at = self.columns.iter().position(|name| name == column);
        at.and_then(|at| row.get(at)).map_or("", String::as_str)
    }

    /// To the reader `a**b` and `a*b` are the same group: here too, or two rows of one group would be told apart.
    fn name_scopes_alike(&mut self) {
        for (at, _) in
            self.columns.iter().enumerate().filter(|(_, name)| ["dimension", "group"].contains(&name.as_str()))
        {
            for cell in self.rows.iter_mut().filter_map(|row| row.get_mut(at)) {
                *cell = cell.split('*').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("*");
            }
        }
    }

    fn key(&self, row: &[String]) -> Key {
        let cell = |column| self.cell(row, column).to_owned();
        (cell("dimension"), cell("group"), cell("geography"), Period::parse(self.cell(row, "period")).ok())
    }

    /// The table as text.
    pub(super) fn written(&self) -> String {
        let mut out = String::new();
        for row in std::iter::once(&self.columns).chain(&self.rows) {
            for (at, cell) in row.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                out.push_str(&quote(cell));
            }
            out.push('\n');
        }
        out
    }
}

/// A cell in quotes if it needs them (RFC 4180).
pub(crate) fn quote(text: &str) -> std::borrow::Cow<'_, str> {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\"")).into()
    } else {
        text.into()
    }
}

//! The tables of the package. A list inside a record is a table of its own, so that tables can be joined.

mod agenda;
mod figures;
mod together;

use super::cells::{Column, Reference};
use crate::present::Context;

/// A finished table.
pub(super) struct Table {
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    pub(super) columns: Vec<Column>,
    /// RFC 4180, UTF-8, with the names of the columns.
    pub(super) csv: Vec<u8>,
    /// The columns that tell rows apart.
    pub(super) key: Vec<String>,
    pub(super) references: Vec<Reference>,
}

impl Table {
    pub(super) fn path(&self) -> String {
        format!("{}.csv", self.name)
    }

    /// Which columns tell rows apart.
    fn key(mut self, columns: &[&str]) -> Self {
        self.key = columns.iter().map(|name| (*name).to_owned()).collect();
        self
    }

    /// A column that holds ids of another table, or of this one.
    fn refers(mut self, column: &str, table: &'static str) -> Self {
        let table = if table == self.name { String::new() } else { table.to_owned() };
        self.references.push(Reference { fields: vec![column.to_owned()], table, to: vec!["id".to_owned()] });
        self
    }
}

/// Adds a line of a table.
pub(super) fn line(out: &mut String, cells: impl Iterator<Item = impl AsRef<str>>) {
    for (n, cell) in cells.enumerate() {
        let cell = cell.as_ref();
        if n > 0 {
            out.push(',');
        }
        if cell.contains([',', '"', '\n', '\r']) {
            out.push_str(&format!("\"{}\"", cell.replace('"', "\"\"")));
        } else {
            out.push_str(cell);
        }
    }
    out.push_str("\r\n");
}

/// All tables, in the order of the package. They are always all there, also without rows: whoever reads packages of
/// several coalitions finds the same tables in each.
pub(super) fn tables(context: &Context<'_>) -> Vec<Table> {
    let mut tables = figures::tables(context);
    tables.extend(agenda::tables(context));
    tables.extend(together::tables(context));
    tables
}

/// The words of a closed list.
macro_rules! words {
    ($Type:ty) => {
        <$Type>::ALL.iter().map(|one| one.wire()).collect()
    };
}
use words;

/// Rows of a link between two kinds of records: the id of the one and of the other, and what is said of the link.
type Pairs = Vec<(String, String, &'static str)>;

/// Every pair of a record and the ids in one of its lists.
fn pairs<'r, T: crate::feed::Record, I: ToString + 'r>(
    records: &'r [T],
    ids: impl Fn(&'r T) -> Box<dyn Iterator<Item = &'r I> + 'r>,
) -> Pairs {
    let of =
        |record: &'r T| -> Pairs { ids(record).map(|id| (record.id_text().to_owned(), id.to_string(), "")).collect() };
    let mut found: Pairs = records.iter().flat_map(of).collect();
    // A list may name a record twice; a table of links may not.
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|(one, other, says)| seen.insert((one.clone(), other.clone(), *says)));
    found
}

/// A table of links.
fn links<'c>(
    context: &'c Context<'c>,
    name: &'static str,
    title: &'static str,
    (one, ones): (&'static str, &'static str),
    (other, others): (&'static str, &'static str),
    rows: &Pairs,
) -> Table {
    super::cells::Of::<(String, String, &'static str)>::new(context)
        .id(one, &format!("An id of {ones}."), |row| row.0.clone())
        .id(other, &format!("An id of {others}."), |row| row.1.clone())
        .rows(name, title, rows)
        .key(&[one, other])
        .refers(one, ones)
        .refers(other, others)
}

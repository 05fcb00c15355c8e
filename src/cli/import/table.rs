//! One table of an Open SDG repository: `data/indicator_*.csv`.

use super::leftovers::Leftovers;
use super::plain::line;
use crate::feed::finding::quoted;

/// A table, with the columns that Open SDG knows told apart from those that break values down.
pub(super) struct Table {
    /// The file's path in the repository.
    pub(super) path: String,
    /// Names of the columns that break values down, in the file's order, each once.
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Row>,
}

/// One line. Blank cells are empty strings.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    /// Counted from 1.
    pub(super) line: usize,
    pub(super) year: String,
    pub(super) series: String,
    pub(super) unit: String,
    pub(super) multiplier: String,
    pub(super) status: String,
    pub(super) geocode: String,
    pub(super) note: String,
    /// As written.
    pub(super) value: String,
    pub(super) number: Option<f64>,
    /// One cell for each of the table's `columns`.
    pub(super) cells: Vec<String>,
}

impl Table {
    /// Where a row stands, for the list of what was not carried over.
    pub(super) fn place(&self, row: &Row) -> String {
        format!("{}:{}", self.path, row.line)
    }
}

/// What a column is for. Names are compared without case, blanks for underscores, also as SDMX writes them.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Role {
    Year,
    Value,
    Series,
    Unit,
    UnitMeasure,
    Multiplier,
    Status,
    GeoCode,
    Note,
    /// Other values for Open SDG's own calculation of progress, not for display.
    Progress,
    Breakdown(usize),
    Nameless,
}

fn role(name: &str) -> Option<Role> {
    Some(match name.to_lowercase().replace('_', " ").as_str() {
        "year" | "time period" => Role::Year,
        "value" | "obs value" => Role::Value,
        "series" => Role::Series,
        "units" | "unit" => Role::Unit,
        "unit measure" | "unit of measure" => Role::UnitMeasure,
        "unit multiplier" | "unit mult" => Role::Multiplier,
        "observation status" | "obs status" => Role::Status,
        "geocode" => Role::GeoCode,
        "footnote" | "footnotes" | "note" | "notes" | "comment" | "comments" | "comment obs" => Role::Note,
        "progress" => Role::Progress,
        "" => Role::Nameless,
        _ => return None,
    })
}

/// Reads a table. `None`, with the reason in `leftovers`, if it has no column for the year or the value.
pub(super) fn read(path: &str, bytes: &[u8], leftovers: &mut Leftovers) -> Option<Table> {
    let text = decoded(path, bytes, leftovers);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut records = reader.records();
    let header = records.next().and_then(Result::ok).unwrap_or_default();
    let mut table = Table { path: path.to_owned(), columns: Vec::new(), rows: Vec::new() };
    let mut roles: Vec<Role> = Vec::new();
    for name in &header {
        let name = clean(name.trim(), &|| path.to_owned(), leftovers);
        let name = name.as_str();
        let known = role(name).filter(|role| !roles.contains(role) || *role == Role::Nameless);
        roles.push(known.unwrap_or_else(|| {
            let times = table
                .columns
                .iter()
                .filter(|column| *column == name || column.starts_with(&format!("{name} (")))
                .count();
            let twice = times > 0 || role(name).is_some();
            table.columns.push(if twice { format!("{name} ({})", times + 2) } else { name.to_owned() });
            if twice {
                leftovers.changed(
                    path,
                    format!("The column {} is there twice; the second is kept as a breakdown", quoted(name)),
                );
            }
            Role::Breakdown(table.columns.len() - 1)
        }));
    }
    for (needed, name) in [(Role::Year, "Year"), (Role::Value, "Value")] {
        if !roles.contains(&needed) {
            leftovers.dropped(path, format!("The table has no column \"{name}\""));
            return None;
        }
    }
    let mut lines = LineCount { text: &text, counted: 0, line: 1 };
    for record in records {
        let record = match record {
            Ok(record) => record,
            Err(why) => {
                leftovers.dropped(path, format!("A line that cannot be read: {why}"));
                continue;
            }
        };
        if record.iter().any(|cell| !cell.trim().is_empty()) {
            let line = lines.at(record.position().map_or(0, csv::Position::byte));
            let row = read_row(&record, line, &roles, &table, leftovers);
            table.rows.push(row);
        }
    }
    Some(table)
}

/// Counts lines from 1. The csv crate's own count is one short where lines end in CR LF.
struct LineCount<'t> {
    text: &'t str,
    counted: usize,
    line: usize,
}

impl LineCount<'_> {
    /// The line on which a record begins whose first byte, or the line break before it, is `start`. Records come in
    /// the file's order.
    fn at(&mut self, start: u64) -> usize {
        let bytes = self.text.as_bytes();
        let start = usize::try_from(start).unwrap_or(usize::MAX).clamp(self.counted, bytes.len());
        let first =
            bytes[start..].iter().position(|byte| !b"\r\n".contains(byte)).map_or(bytes.len(), |skip| start + skip);
        self.line += bytes[self.counted..first].iter().filter(|byte| **byte == b'\n').count();
        self.counted = first;
        self.line
    }
}

fn read_row(record: &csv::StringRecord, line: usize, roles: &[Role], table: &Table, leftovers: &mut Leftovers) -> Row {
    let place = || format!("{}:{line}", table.path);
    let mut row = Row { line, cells: vec![String::new(); table.columns.len()], ..Row::default() };
    let mut measure = String::new();
    for (index, cell) in record.iter().enumerate() {
        let cell = cell.trim();
        if cell.is_empty() {
            continue;
        }
        let slot = match roles.get(index) {
            Some(Role::Year) => &mut row.year,
            Some(Role::Value) => &mut row.value,
            Some(Role::Series) => &mut row.series,
            Some(Role::Unit) => &mut row.unit,
            Some(Role::UnitMeasure) => &mut measure,
            Some(Role::Multiplier) => &mut row.multiplier,
            Some(Role::Status) => &mut row.status,
            Some(Role::GeoCode) => &mut row.geocode,
            Some(Role::Note) => &mut row.note,
            Some(Role::Breakdown(at)) => &mut row.cells[*at],
            Some(Role::Progress) => {
                leftovers.dropped(
                    place(),
                    "The column \"Progress\": values for a calculation that this program does in its own way",
                );
                continue;
            }
            Some(Role::Nameless) => {
                leftovers.dropped(place(), format!("The cell {} in a column without a name", quoted(cell)));
                continue;
            }
            None => {
                leftovers.dropped(place(), format!("The cell {} beyond the last column", quoted(cell)));
                continue;
            }
        };
        *slot = clean(cell, &place, leftovers);
    }
    // Some tables have both columns, with "Units" as the filler in one of them.
    if !measure.is_empty() && (row.unit.is_empty() || is_filler(&row.unit)) {
        row.unit = measure;
    }
    row.number = number(&row.value);
    row
}

/// A cell as public text may have it. Most need nothing, so that the work is only done where a character asks for it.
fn clean(cell: &str, place: &dyn Fn() -> String, leftovers: &mut Leftovers) -> String {
    if !cell.contains(|c: char| "<&@[".contains(c) || c.is_control() || crate::feed::text::is_hidden(c)) {
        return cell.to_owned();
    }
    line(cell, &place(), leftovers).unwrap_or_default()
}

/// Whether a unit says nothing.
pub(super) fn is_filler(unit: &str) -> bool {
    ["unit", "units", "none", "n/a", "not applicable"].contains(&unit.to_lowercase().as_str())
}

/// A number as a table writes it. Thousands commas are not guessed at: "1,234" may be 1.234 elsewhere.
fn number(text: &str) -> Option<f64> {
    let starts = text.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c));
    text.parse::<f64>().ok().filter(|number| starts && number.is_finite())
}

/// The file's text. Tables that a spreadsheet saved in its own way are read as Windows-1252.
fn decoded(path: &str, bytes: &[u8], leftovers: &mut Leftovers) -> String {
    const HIGH: [char; 32] = [
        '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž', '\u{fffd}',
        '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ',
    ];
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    leftovers.changed(path, "The file is not UTF-8; it was read as Windows-1252");
    bytes
        .iter()
        .map(|byte| if (0x80..0xa0).contains(byte) { HIGH[usize::from(byte - 0x80)] } else { char::from(*byte) })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], rows: &[&str], listed: &str) {
        let mut leftovers = Leftovers::default();
        let table = read("t.csv", bytes, &mut leftovers);
        let shown: Vec<String> = table
            .iter()
            .flat_map(|table| &table.rows)
            .map(|row| format!("{}|{}|{}|{}|{:?}", row.year, row.unit, row.cells.join("/"), row.value, row.number))
            .collect();
        assert_eq!(shown, rows);
        assert!(leftovers.report(true).contains(listed), "{}", leftovers.report(true));
    }

    #[test]
    fn awkward_tables_are_read() {
        check(
            b"\xef\xbb\xbfYear,Sex,Units,Value\r\n2015,\"Male, all\",Percent,\"5\"\r\n\r\n",
            &["2015|Percent|Male, all|5|Some(5.0)"],
            "Everything",
        );
        check(
            b"YEAR,UNIT_MEASURE,Units,value\n2015,Tonnes,Units,1e3\n",
            &["2015|Tonnes||1e3|Some(1000.0)"],
            "Everything",
        );
        check(
            b"Year,A,A,Value\n2015,x,y,1,z\n2016\n",
            &["2015||x/y|1|Some(1.0)", "2016||/||None"],
            "beyond the last column",
        );
        check(b"Year,A,Value\n2015,caf\xe9 \x96,1\n", &["2015||café –|1|Some(1.0)"], "Windows-1252");
    }

    #[test]
    fn lines_are_counted_as_editors_do() {
        for text in ["Year,Value\n1,1\n\n2,2\n", "Year,Value\r\n1,1\r\n\r\n2,2\r\n"] {
            let table = read("t.csv", text.as_bytes(), &mut Leftovers::default()).unwrap();
            assert_eq!(table.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 4], "{text:?}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in ["N/A", "NaN", "inf", "1,234", "<5", "..", "5%", ""] {
            assert_eq!(number(text), None, "{text}");
        }
        assert_eq!(number("-0.5"), Some(-0.5));
    }

    #[test]
    fn a_table_without_years_or_values_is_listed() {
        check(b"", &[], "no column \"Year\"");
        check(b"Year,X\n2015,1\n", &[], "no column \"Value\"");
    }
}

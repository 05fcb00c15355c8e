//! The bytes of a `.pb` file to its three sections. Of the votes only numbers are taken: see [`super::votes`].

use std::collections::HashMap;

use super::votes::Votes;
use crate::feed::finding::quoted;

/// Largest file that is looked at. A city of a million with a line for every ballot has a tenth of it.
pub(super) const MAX_BYTES: u64 = 128 * 1024 * 1024;
/// Most projects of one file.
const MAX_PROJECTS: usize = 20_000;
/// Most lines of META, and most columns of PROJECTS.
const MAX_FIELDS: usize = 500;

/// A cell and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) text: String,
    /// Of the row's first line, counted from 1.
    pub(super) line: usize,
    /// Which cell of its row, counted from 1.
    pub(super) column: usize,
}

/// A row of PROJECTS: one cell for every column of the head that is used.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) line: usize,
    pub(super) cells: Vec<String>,
}

/// What stands in a file.
#[derive(Debug, Default)]
pub(super) struct File {
    /// Key and value, in the order of the file; every key once.
    pub(super) meta: Vec<(String, Cell)>,
    /// The names of the columns of PROJECTS, as they are written.
    pub(super) columns: Vec<String>,
    pub(super) projects: Vec<Row>,
    pub(super) votes: Votes,
    /// What does not fit, with its place.
    pub(super) notes: Vec<Note>,
}

/// Something that is not carried over, or carried over with a change.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Note {
    pub(super) line: usize,
    /// The cell's number and the name of its column or key.
    pub(super) column: Option<(usize, String)>,
    pub(super) reason: String,
}

impl Note {
    /// The place, as people look for it: `town.pb:12, column 3 (cost)`.
    pub(super) fn place(&self, file: &str) -> String {
        match &self.column {
            Some((at, name)) => format!("{file}:{}, column {at} ({})", self.line, plain_name(name)),
            None => format!("{file}:{}", self.line),
        }
    }
}

/// The name of a column in a report: short, and without what could move a cursor.
pub(super) fn plain_name(name: &str) -> String {
    let shown = quoted(name);
    shown.trim_matches('"').to_owned()
}

impl File {
    pub(super) fn meta(&self, key: &str) -> Option<&Cell> {
        self.meta.iter().find(|(known, _)| known == key).map(|(_, cell)| cell).filter(|cell| !cell.text.is_empty())
    }

    /// Where a column of PROJECTS is.
    pub(super) fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|known| known == name)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Section {
    Meta,
    Projects,
    Votes,
}

impl Section {
    const ALL: [Self; 3] = [Self::Meta, Self::Projects, Self::Votes];

    fn title(self) -> &'static str {
        match self {
            Self::Meta => "META",
            Self::Projects => "PROJECTS",
            Self::Votes => "VOTES",
        }
    }

    /// A row that is a title: the word, and nothing else on the line.
    fn of(row: &csv::StringRecord) -> Option<Self> {
        let first = row.get(0)?.trim();
        let alone = row.iter().skip(1).all(|cell| cell.trim().is_empty());
        Self::ALL.into_iter().find(|section| alone && section.title().eq_ignore_ascii_case(first))
    }
}

/// Reads a file.
///
/// # Errors
/// A sentence if it is no file of this form at all.
pub(super) fn read(bytes: &[u8]) -> Result<File, String> {
    let text = text(bytes)?;
    let mut reading = Reading::default();
    let mut rows =
        csv::ReaderBuilder::new().delimiter(b';').has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut row = csv::StringRecord::new();
    let mut lines = Lines { bytes: text.as_bytes(), at: 0, line: 1 };
    while rows.read_record(&mut row).map_err(|why| format!("The file cannot be read as a table: {why}."))? {
        let from = row.position().map_or(0, csv::Position::byte);
        let line = lines.line(usize::try_from(from).unwrap_or(usize::MAX));
        reading.row(&row, line)?;
    }
    if text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1 {
        return Err(format!(
            "A quotation mark is opened and not closed, so that nobody knows where a cell ends. Look around line {}: \
             inside quotation marks, a mark is written twice.",
            reading.longest.1
        ));
    }
    reading.end()
}

/// UTF-8, with or without a mark at the beginning.
fn text(bytes: &[u8]) -> Result<&str, String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|why| {
        let line = bytes.iter().take(why.valid_up_to()).filter(|byte| **byte == b'\n').count() + 1;
        format!(
            "Line {line} is not in UTF-8, the only encoding of this form; older programs save in Windows-1252. Save the \
             file again with the encoding UTF-8."
        )
    })?;
    match text.find('\0') {
        Some(at) => {
            let line = text[..at].matches('\n').count() + 1;
            Err(format!("Line {line} holds a NUL character, which no text has. Save the file again with UTF-8."))
        }
        None if text.trim().is_empty() => Err("The file is empty.".to_owned()),
        None => Ok(text),
    }
}

/// Counts lines up to a row; blank lines before it are not its own.
struct Lines<'t> {
    bytes: &'t [u8],
    at: usize,
    line: usize,
}

impl Lines<'_> {
    fn line(&mut self, from: usize) -> usize {
        let blank = |at: usize| self.bytes.get(at).is_some_and(|byte| matches!(byte, b'\r' | b'\n'));
        let mut to = from.min(self.bytes.len());
        while blank(to) {
            to += 1;
        }
        let passed = self.bytes.get(self.at..to).unwrap_or_default();
        self.line += passed.iter().filter(|byte| **byte == b'\n').count();
        self.at = self.at.max(to);
        self.line
    }
}

#[derive(Default)]
struct Reading {
    file: File,
    /// The sections that have been seen; the last is the one being read.
    seen: Vec<Section>,
    /// Whether rows are passed over: a section that is there twice.
    twice: bool,
    /// Whether the next row is the head of its section.
    head: bool,
    /// For each column of the head, where its cell goes; `None` for one that is not used.
    kept: Vec<Option<usize>>,
    /// The row with the longest cell, which is where a forgotten quotation mark is.
    longest: (usize, usize),
    ids: HashMap<String, usize>,
}

impl Reading {
    fn note(&mut self, line: usize, column: Option<(usize, &str)>, reason: impl Into<String>) {
        let column = column.map(|(at, name)| (at + 1, name.to_owned()));
        self.file.notes.push(Note { line, column, reason: reason.into() });
    }

    fn row(&mut self, row: &csv::StringRecord, line: usize) -> Result<(), String> {
        let long = row.iter().map(str::len).max().unwrap_or(0);
        if long > self.longest.0 {
            self.longest = (long, line);
        }
        if let Some(section) = Section::of(row) {
            self.twice = self.seen.contains(&section);
            if self.twice {
                self.note(line, None, format!("A second section {}: only the first one is read", section.title()));
            }
            self.seen.push(section);
            self.head = true;
            return Ok(());
        }
        if self.twice || row.iter().all(|cell| cell.trim().is_empty()) {
            return Ok(());
        }
        match self.seen.last() {
            None => self.note(line, None, "A line before the first section"),
            Some(Section::Meta) => self.meta(row, line)?,
            Some(Section::Projects) => self.project(row, line)?,
            Some(Section::Votes) if std::mem::take(&mut self.head) => self.file.votes.head(row),
            Some(Section::Votes) => self.file.votes.count(row),
        }
        Ok(())
    }

    fn meta(&mut self, row: &csv::StringRecord, line: usize) -> Result<(), String> {
        let cell = |at: usize| row.get(at).unwrap_or_default().trim();
        if std::mem::take(&mut self.head) {
            if cell(0).eq_ignore_ascii_case("key") && cell(1).eq_ignore_ascii_case("value") {
                return Ok(());
            }
            self.note(line, None, "The first line of META is not \"key;value\"; it is taken for a key and its value");
        }
        let key = cell(0);
        if key.is_empty() {
            self.note(line, Some((0, "key")), "A value without a key");
            return Ok(());
        }
        if self.file.meta.iter().any(|(known, _)| known == key) {
            self.note(line, Some((0, key)), "A key that is there already: the first value counts");
            return Ok(());
        }
        if self.file.meta.len() >= MAX_FIELDS {
            return Err(format!("META has more than {MAX_FIELDS} lines. Is a section title missing?"));
        }
        if row.iter().skip(2).any(|cell| !cell.trim().is_empty()) {
            let reason = "More cells than key and value: a value with a semicolon is written in quotation marks";
            self.note(line, Some((2, key)), reason);
        }
        let value = Cell { text: tidy(cell(1)), line, column: 2 };
        self.file.meta.push((key.to_owned(), value));
        Ok(())
    }

    fn project(&mut self, row: &csv::StringRecord, line: usize) -> Result<(), String> {
        if std::mem::take(&mut self.head) {
            return self.columns(row, line);
        }
        if self.file.projects.len() >= MAX_PROJECTS {
            return Err(format!("PROJECTS has more than {MAX_PROJECTS} lines. Split the file by subunit."));
        }
        if row.iter().skip(self.kept.len()).any(|cell| !cell.trim().is_empty()) {
            let reason = "More cells than columns: a text with a semicolon is written in quotation marks";
            self.note(line, None, reason);
        }
        let mut cells = vec![String::new(); self.file.columns.len()];
        for (cell, kept) in row.iter().zip(&self.kept) {
            if let Some(slot) = kept.and_then(|at| cells.get_mut(at)) {
                *slot = tidy(cell.trim());
            }
        }
        let at = self.file.column("project_id").unwrap_or_default();
        let id = cells.get(at).cloned().unwrap_or_default();
        if id.is_empty() {
            self.note(line, Some((at, "project_id")), "A project without project_id");
        } else if let Some(first) = self.ids.get(&id) {
            let reason = format!("The project_id {} is there twice: line {first} counts", quoted(&id));
            self.note(line, Some((at, "project_id")), reason);
        } else {
            self.ids.insert(id, line);
            self.file.projects.push(Row { line, cells });
        }
        Ok(())
    }

    fn columns(&mut self, row: &csv::StringRecord, line: usize) -> Result<(), String> {
        if row.len() > MAX_FIELDS {
            return Err(format!("PROJECTS has more than {MAX_FIELDS} columns."));
        }
        for (at, name) in row.iter().map(str::trim).enumerate() {
            let reason = match name {
                "" => "A column without a name",
                _ if self.file.columns.iter().any(|known| known == name) => "A column that is there already",
                _ => {
                    self.kept.push(Some(self.file.columns.len()));
                    self.file.columns.push(name.to_owned());
                    continue;
                }
            };
            self.kept.push(None);
            self.note(line, Some((at, name)), reason);
        }
        if self.file.column("project_id").is_none() {
            return Err(format!(
                "Line {line}: PROJECTS has no column project_id. The line after the title names the columns, such as \
                 \"project_id;cost;name\"."
            ));
        }
        if self.file.column("cost").is_none() {
            self.note(line, None, "PROJECTS has no column cost, which the form asks for");
        }
        Ok(())
    }

    fn end(self) -> Result<File, String> {
        for section in [Section::Meta, Section::Projects] {
            if !self.seen.contains(&section) {
                return Err(format!(
                    "The section {title} is missing: a line with only the word {title}. Is it a .pb file?",
                    title = section.title()
                ));
            }
        }
        let mut file = self.file;
        if !self.seen.contains(&Section::Votes) {
            file.notes.push(Note { line: 1, column: None, reason: "The section VOTES is missing".to_owned() });
        }
        Ok(file)
    }
}

/// Line breaks inside a cell as a feed has them.
fn tidy(text: &str) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() }
}

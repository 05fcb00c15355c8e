//! Series: the observations of an indicator, and how they are read from a table or from `feed.json`.

use std::collections::HashMap;

use jsonc_parser::ast::Value;

use super::date::{DATE_FORMS, Date, PERIOD_FORMS, explain};
use super::finding::{Finding, Place, quoted, sentence};
use super::id::{DimensionId, GeographyId, IndicatorId, Kind, Name, Reference, is_id};
use super::json;
use super::period::Period;
use super::record::{FromNode, Reader, choice, enough, takes};
use super::rule::Rule;
use super::source::{At, SourceText};
use super::text::{did_you_mean, hidden, personal_data};
use crate::sorted::{sort_by, sort_by_key};

/// All observations of one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    pub indicator: IndicatorId,
    /// The total first, then by dimension, group and place.
    pub lines: Vec<Line>,
}

impl Series {
    /// The line for everybody in the coalition's whole area.
    pub fn total(&self) -> Option<&Line> {
        self.lines.iter().find(|line| line.scope.is_total())
    }
}

/// The observations of one group at one place, in time order.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub scope: Scope,
    pub points: Vec<Observation>,
}

/// Whom and where a value speaks of. Empty means everybody, everywhere in the coalition's area.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Scope {
    /// One dimension and group, or several for two-way breakdowns.
    pub groups: Vec<(DimensionId, Name)>,
    pub geography: Option<GeographyId>,
}

impl Scope {
    /// Whether it is everybody, everywhere in the coalition's area.
    pub fn is_total(&self) -> bool {
        self.groups.is_empty() && self.geography.is_none()
    }

    /// The dimensions as a table writes them: `dim-income*dim-sex`.
    pub fn dimension(&self) -> String {
        self.groups.iter().map(|(dimension, _)| dimension.as_str()).collect::<Vec<_>>().join("*")
    }

    /// The groups as a table writes them: `low*f`.
    pub fn group(&self) -> String {
        self.groups.iter().map(|(_, group)| group.as_str()).collect::<Vec<_>>().join("*")
    }
}

/// One value, or the reason why there is none (the concepts of SDMX observation status).
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    pub period: Period,
    /// In the indicator's unit; percent from 0 to 100.
    pub value: Option<f64>,
    pub lower: Option<f64>,
    pub upper: Option<f64>,
    /// Standard error, in the unit.
    pub se: Option<f64>,
    pub numerator: Option<f64>,
    pub denominator: Option<f64>,
    pub status: StatusSet,
    pub note: Option<String>,
    /// What was published before, in the indicator's unit, if the value has been revised.
    pub was: Option<f64>,
    /// The day of that revision.
    pub revised: Option<Date>,
}

impl Observation {
    /// The value that was published before this one, and the day on which this one took its place.
    pub fn revision(&self) -> Option<(f64, Date)> {
        self.value?;
        self.was.zip(self.revised)
    }
}

choice! {
    /// What is to be known about a value. Several may hold at once.
    pub enum Status {
        /// It will not change.
        Final = "final",
        /// It may still change.
        Provisional = "provisional",
        /// It was worked out, not counted.
        Estimated = "estimated",
        /// It is expected, not counted.
        Forecast = "forecast",
        /// This value and the ones before it cannot be compared.
        Break = "break",
        /// Not collected.
        Missing = "missing",
        /// Withheld because it could point to a person.
        Suppressed = "suppressed",
        /// Withheld for another reason.
        Withheld = "withheld",
        /// Not yet due.
        NotDue = "not_due",
        /// It rests on too few cases to be relied on.
        Unreliable = "unreliable",
        /// Several periods were put together.
        Pooled = "pooled",
        /// A gap was filled by a rule.
        Imputed = "imputed",
        /// Counted by a definition that differs from the indicator's.
        DefinitionDiffers = "definition_differs",
        /// It is invented.
        Synthetic = "synthetic",
    }
}

/// A set of [`Status`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct StatusSet(u16);

impl StatusSet {
    /// Whether a status is in it.
    pub fn has(self, status: Status) -> bool {
        self.0 & (1 << status as u16) != 0
    }

    /// The same with this status.
    #[must_use]
    pub fn with(self, status: Status) -> Self {
        Self(self.0 | (1 << status as u16))
    }

    /// The same without this status.
    #[must_use]
    pub fn without(self, status: Status) -> Self {
        Self(self.0 & !(1 << status as u16))
    }

    /// What is in it, in the order of [`Status`].
    pub fn iter(self) -> impl Iterator<Item = Status> {
        Status::ALL.iter().copied().filter(move |status| self.has(*status))
    }

    /// Whether a status says why there is no value.
    pub fn explains_absence(self) -> bool {
        [Status::Missing, Status::Suppressed, Status::Withheld, Status::NotDue, Status::Unreliable]
            .into_iter()
            .any(|status| self.has(status))
    }

    /// Reads words separated by spaces.
    ///
    /// # Errors
    /// A sentence and its fix if a word is no status.
    pub fn parse(text: &str) -> Result<Self, (String, String)> {
        text.split_whitespace().try_fold(Self::default(), |set, word| match Status::from_wire(word) {
            Some(status) => Ok(set.with(status)),
            None => {
                let words: Vec<_> = Status::ALL.iter().map(|status| status.wire()).collect();
                let meant = did_you_mean(word, words.iter().copied());
                let fix = sentence!("Write one or more of: {}.", words.join(", "));
                Err((sentence!("{} is not a status.{meant}", quoted(word)), fix))
            }
        })
    }

    /// As the table writes it: words separated by spaces.
    pub fn written(self) -> String {
        self.iter().map(Status::wire).collect::<Vec<_>>().join(" ")
    }
}

impl FromNode for StatusSet {
    fn example() -> String {
        "\"final\"".into()
    }

    fn from_node(node: &Value<'_>, reader: &mut Reader<'_, '_, '_>) -> Option<Self> {
        match node {
            Value::StringLit(literal) => match Self::parse(&literal.value) {
                Ok(set) => Some(set),
                Err((message, fix)) => {
                    reader.report(Rule::WrongType, node, message, fix);
                    None
                }
            },
            _ => {
                reader.wrong_type(node, "one or more statuses in quotes, such as \"final\"");
                None
            }
        }
    }
}

/// The columns of a table of observations, in their order.
pub const COLUMNS: [&str; 14] = [
    "period",
    "geography",
    "dimension",
    "group",
    "value",
    "lower",
    "upper",
    "se",
    "numerator",
    "denominator",
    "status",
    "note",
    "was",
    "revised",
];

/// So many of the columns are written where nothing has been revised.
pub const PLAIN_COLUMNS: usize = COLUMNS.len() - 2;

/// Most observations that one series may have.
const MAX_ROWS: usize = 250_000;

/// A series as it was read, with the way back to its places.
pub(super) struct SeriesDraft<'s, 'a> {
    pub(super) indicator: IndicatorId,
    pub(super) rows: Vec<Row>,
    /// Whether all of it could be read.
    pub(super) whole: bool,
    origin: Origin<'s, 'a>,
}

pub(super) struct Row {
    pub(super) scope: Scope,
    pub(super) observation: Observation,
    spot: Spot,
}

#[derive(Clone, Copy)]
struct Spot {
    /// The line of a table (from 1), or the index in `lines`.
    line: usize,
    /// The index in the columns of a line of `feed.json`.
    index: usize,
}

enum Origin<'s, 'a> {
    Table { source: &'s SourceText<'a>, columns: Vec<String> },
    Json { source: &'s SourceText<'a>, node: &'s Value<'a> },
}

impl SeriesDraft<'_, '_> {
    /// Where a cell of an observation stands.
    pub(super) fn place(&self, row: &Row, column: &str) -> Place {
        match &self.origin {
            Origin::Table { source, columns } => {
                let index = columns.iter().position(|name| name == column);
                cell(source, row.spot.line, index.unwrap_or(0)).place()
            }
            Origin::Json { source, node } => {
                let path = match column {
                    "period" => format!("periods/{}", row.spot.index),
                    "geography" | "dimension" | "group" => format!("lines/{}/{column}", row.spot.line),
                    _ => format!("lines/{}/{column}/{}", row.spot.line, row.spot.index),
                };
                let (start, end) = json::span(json::at(node, &path));
                source.place(start, end)
            }
        }
    }

    /// Where the second of two observations for the same period, group and place stands: the observation itself, or
    /// in `feed.json` the whole line if there are two for the same group and place.
    pub(super) fn place_of_second(&self, first: &Row, second: &Row) -> Place {
        match &self.origin {
            Origin::Json { source, node } if first.spot.line != second.spot.line => {
                let (start, end) = json::span(json::at(node, &format!("lines/{}", second.spot.line)));
                source.place(start, end)
            }
            _ => self.place(second, "period"),
        }
    }

    /// Where the series begins.
    pub(super) fn start(&self) -> Place {
        match &self.origin {
            Origin::Table { source, .. } => source.place(0, 1),
            Origin::Json { source, node } => {
                let (start, end) = json::span(node);
                source.place(start, end)
            }
        }
    }

    /// Whether the rows stand in a table, where their order is seen.
    pub(super) fn is_table(&self) -> bool {
        matches!(self.origin, Origin::Table { .. })
    }
}

/// The range of a cell of the record that begins on a line: counts commas outside quotes.
fn cell<'s, 'a>(source: &'s SourceText<'a>, line: usize, column: usize) -> At<'s, 'a> {
    let first = source.line_start(line);
    let text = source.text.get(first..).unwrap_or_default();
    let (mut start, mut seen, mut in_quotes) = (0, 0, false);
    let mut end = text.len();
    for (offset, byte) in text.bytes().enumerate() {
        match byte {
            b'"' => in_quotes = !in_quotes,
            b'\n' if !in_quotes => {
                end = offset;
                break;
            }
            b',' if !in_quotes && seen == column => {
                end = offset;
                break;
            }
            b',' if !in_quotes => {
                seen += 1;
                start = offset + 1;
            }
            _ => {}
        }
    }
    let end = text[..end].trim_end_matches('\r').len();
    source.at(first + start, first + end.max(start))
}

/// What reading one cell or item needs to report.
struct Sink<'f, 's, 'a> {
    findings: &'f mut Vec<Finding>,
    references: &'f mut Vec<Reference<'s, 'a>>,
}

impl Sink<'_, '_, '_> {
    fn report(&mut self, rule: Rule, at: At<'_, '_>, message: impl Into<String>, fix: impl Into<String>) {
        self.findings.push(Finding::new(rule, at.place(), message, fix));
    }
}

/// Reads `series/<indicator>.csv`.
pub(super) fn read_table<'s, 'a>(
    source: &'s SourceText<'a>,
    indicator: IndicatorId,
    findings: &mut Vec<Finding>,
    references: &mut Vec<Reference<'s, 'a>>,
) -> SeriesDraft<'s, 'a> {
    let mut sink = Sink { findings, references };
    let mut draft = SeriesDraft {
        indicator,
        rows: Vec::new(),
        whole: false,
        origin: Origin::Table { source, columns: Vec::new() },
    };
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(source.text.as_bytes());
    let mut records = reader.byte_records();
    let header =
        records.next().and_then(Result::ok).filter(|header| !source.text.trim().is_empty() && !header.is_empty());
    let Some(header) = header else {
        sink.report(
            Rule::CsvStructure,
            source.at(0, 1),
            "The table is empty.",
            sentence!("Begin with a line of column names: {}.", COLUMNS.join(",")),
        );
        return draft;
    };
    let columns: Vec<String> = header.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect();
    if !known_columns(source, &columns, &mut sink) {
        return draft;
    }
    draft.origin = Origin::Table { source, columns: columns.clone() };
    draft.whole = true;
    let mut scopes = Scopes::default();
    for record in records {
        let Ok(record) = record else { continue };
        let line = record.position().map_or(1, |position| first_line(source.text, position));
        if record.iter().all(|cell| cell.trim_ascii().is_empty()) {
            continue;
        }
        if enough(sink.findings) {
            break;
        }
        if draft.rows.len() >= MAX_ROWS {
            sink.report(
                Rule::TooLarge,
                cell(source, line, 0),
                sentence!("The table has more than {MAX_ROWS} observations."),
                "Split the indicator, or keep older periods elsewhere.",
            );
            break;
        }
        if record.len() != columns.len() {
            let message = sentence!("This line has {} cells, the first line has {}.", record.len(), columns.len());
            sink.report(
                Rule::CsvStructure,
                cell(source, line, columns.len().min(record.len()).saturating_sub(1)),
                message,
                "Count the commas; put a cell that holds a comma into double quotes.",
            );
            draft.whole = false;
            continue;
        }
        let cells: HashMap<&str, &str> = columns
            .iter()
            .map(String::as_str)
            .zip(record.iter().map(|cell| std::str::from_utf8(cell).unwrap_or_default().trim()))
            .collect();
        let at = |column: &str| cell(source, line, columns.iter().position(|name| name == column).unwrap_or(0));
        match read_cells(&cells, &at, &mut scopes, &mut sink) {
            Some((scope, observation)) => draft.rows.push(Row { scope, observation, spot: Spot { line, index: 0 } }),
            None => draft.whole = false,
        }
    }
    draft
}

/// The line on which a record begins. The reader's own position lies before the empty lines and half line ends that it
/// passes over.
fn first_line(text: &str, position: &csv::Position) -> usize {
    let rest = text.get(position.byte() as usize..).unwrap_or_default();
    let skipped = rest.bytes().take_while(|byte| matches!(byte, b'\r' | b'\n')).filter(|byte| *byte == b'\n').count();
    position.line() as usize + skipped
}

fn known_columns(source: &SourceText<'_>, columns: &[String], sink: &mut Sink<'_, '_, '_>) -> bool {
    let mut good = true;
    for (index, name) in columns.iter().enumerate() {
        let at = || cell(source, 1, index);
        if columns[..index].contains(name) {
            sink.report(
                Rule::DuplicateKey,
                at(),
                sentence!("The column {} is there twice.", quoted(name)),
                "Keep one of the two.",
            );
            good = false;
        } else if !COLUMNS.contains(&name.as_str()) && !name.starts_with("x_") {
            let meant = did_you_mean(name, COLUMNS.into_iter());
            let message = sentence!("{} is not a column of a table of observations.{meant}", quoted(name));
            // As spreadsheets save it where numbers have a comma.
            let is_parted_otherwise = columns.len() == 1 && name.contains([';', '\t']);
            let fix = if is_parted_otherwise {
                sentence!(
                    "Save the table as CSV with commas between its cells, or bring it in with `commonweal import csv`."
                )
            } else {
                sentence!("The columns are {}.", COLUMNS.join(", "))
            };
            sink.report(Rule::CsvStructure, at(), message, fix);
            good = false;
        }
    }
    for needed in ["period", "value"] {
        if good && !columns.iter().any(|name| name == needed) {
            sink.report(
                Rule::CsvStructure,
                source.at(0, 1),
                sentence!("The column \"{needed}\" is missing."),
                sentence!("The columns are {}.", COLUMNS.join(", ")),
            );
            good = false;
        }
    }
    good
}

/// Scopes already read, so that a reference is looked up once and not for every observation.
#[derive(Default)]
struct Scopes(HashMap<(String, String, String), Option<Scope>>);

impl Scopes {
    fn read<'s, 'a>(
        &mut self,
        geography: &str,
        dimension: &str,
        group: &str,
        at: &dyn Fn(&str) -> At<'s, 'a>,
        sink: &mut Sink<'_, 's, 'a>,
    ) -> Option<Scope> {
        let key = (geography.to_owned(), dimension.to_owned(), group.to_owned());
        if let Some(known) = self.0.get(&key) {
            return known.clone();
        }
        let scope = read_scope(geography, dimension, group, at, sink);
        self.0.insert(key, scope.clone());
        scope
    }
}

fn read_scope<'s, 'a>(
    geography: &str,
    dimension: &str,
    group: &str,
    at: &dyn Fn(&str) -> At<'s, 'a>,
    sink: &mut Sink<'_, 's, 'a>,
) -> Option<Scope> {
    let mut bad_id = |column: &str, text: &str| {
        let message = sentence!("{} is not an id: lower-case letters, digits and hyphens.", quoted(text));
        sink.report(Rule::BadId, at(column), message, "Write the id of the record.");
    };
    if !geography.is_empty() && !is_id(geography) {
        bad_id("geography", geography);
        return None;
    }
    let dimensions: Vec<&str> = dimension.split('*').filter(|part| !part.is_empty()).collect();
    let groups: Vec<&str> = group.split('*').filter(|part| !part.is_empty()).collect();
    if let Some(bad) = dimensions.iter().find(|part| !is_id(part)) {
        bad_id("dimension", bad);
        return None;
    }
    if let Some(bad) = groups.iter().find(|part| Name::new(**part).is_none()) {
        bad_id("group", bad);
        return None;
    }
    if dimensions.len() != groups.len() {
        let message = sentence!("Here stand {} dimensions and {} groups.", dimensions.len(), groups.len());
        sink.report(
            Rule::CsvStructure,
            at("group"),
            message,
            "Each dimension needs its group, such as dim-income*dim-sex and low*f.",
        );
        return None;
    }
    let mut reference = |kinds, id: &str, column| {
        sink.references.push(Reference { kinds, id: id.to_owned(), at: at(column) });
    };
    if !geography.is_empty() {
        reference(&[Kind::Geography], geography, "geography");
    }
    for dimension in &dimensions {
        reference(&[Kind::Dimension], dimension, "dimension");
    }
    let groups =
        dimensions.iter().zip(&groups).filter_map(|(d, g)| Some((DimensionId::new(*d)?, Name::new(*g)?))).collect();
    Some(Scope { groups, geography: GeographyId::new(geography) })
}

fn read_cells<'s, 'a>(
    cells: &HashMap<&str, &str>,
    at: &dyn Fn(&str) -> At<'s, 'a>,
    scopes: &mut Scopes,
    sink: &mut Sink<'_, 's, 'a>,
) -> Option<(Scope, Observation)> {
    let cell = |name: &str| cells.get(name).copied().unwrap_or_default();
    let period = read_period(cell("period"), at("period"), sink);
    let scope = scopes.read(cell("geography"), cell("dimension"), cell("group"), at, sink);
    let status = read_status(cell("status"), at("status"), sink);
    let note = read_note(cell("note"), at("note"), sink);
    let mut good = true;
    let mut number = |name: &str| {
        let text = cell(name);
        if text.is_empty() {
            return None;
        }
        let value = super::number::number(text, super::number::by_std).filter(|_| !text.starts_with('+'));
        if value.is_none() {
            let fix = if text.contains('<') || text.contains('*') {
                "Leave the cell empty and write suppressed in the column status."
            } else {
                "Write only the number: no percent sign, no thousands comma, a point for decimals; leave it empty if there is none."
            };
            sink.report(Rule::WrongType, at(name), sentence!("{} is not a number.", quoted(text)), fix);
            good = false;
        } else if let Some((message, fix)) = super::number::loss(text)
            && takes(sink.findings, Rule::LossyNumber.severity())
        {
            sink.report(Rule::LossyNumber, at(name), message, fix);
        }
        value
    };
    let (value, lower, upper) = (number("value"), number("lower"), number("upper"));
    let (se, numerator, denominator) = (number("se"), number("numerator"), number("denominator"));
    let was = number("was");
    let revised = match cell("revised") {
        "" => None,
        day => Some(read_day(day, at("revised"), sink)?),
    };
    let (period, status) = (period?, status?);
    let observation =
        Observation { period, value, lower, upper, se, numerator, denominator, status, note, was, revised };
    let scope = scope?;
    if !good {
        return None;
    }
    if value.is_none() && !status.explains_absence() {
        sink.report(
            Rule::MissingField,
            at("value"),
            "There is no value, and the status does not say why.",
            "Write missing, suppressed, withheld or not_due in the column status.",
        );
        return None;
    }
    Some((scope, observation))
}

fn read_period(text: &str, at: At<'_, '_>, sink: &mut Sink<'_, '_, '_>) -> Option<Period> {
    match Period::parse(text) {
        Ok(period) => Some(period),
        Err(why) => {
            let (rule, message, fix) = explain(text, &why, PERIOD_FORMS);
            sink.report(rule, at, message, fix);
            None
        }
    }
}

fn read_day(text: &str, at: At<'_, '_>, sink: &mut Sink<'_, '_, '_>) -> Option<Date> {
    match Date::parse(text) {
        Ok(date) => Some(date),
        Err(why) => {
            let (rule, message, fix) = explain(text, &why, DATE_FORMS);
            sink.report(rule, at, message, fix);
            None
        }
    }
}

fn read_status(text: &str, at: At<'_, '_>, sink: &mut Sink<'_, '_, '_>) -> Option<StatusSet> {
    StatusSet::parse(text).map_err(|(message, fix)| sink.report(Rule::WrongType, at, message, fix)).ok()
}

fn read_note(text: &str, at: At<'_, '_>, sink: &mut Sink<'_, '_, '_>) -> Option<String> {
    if text.is_empty() {
        return None;
    }
    // A note of several lines is the same one whichever line ends the table was saved with.
    let text = text.replace("\r\n", "\n");
    for (rule, message, fix) in hidden(&text).into_iter().chain(personal_data(&text)) {
        sink.report(rule, at, message, fix);
    }
    Some(text)
}

/// Reads one item of `series` in `feed.json`: shared periods, and lines whose columns are as long as the periods.
pub(super) fn read_json<'s, 'a>(
    source: &'s SourceText<'a>,
    node: &'s Value<'a>,
    reader: &mut Reader<'_, 's, 'a>,
) -> Option<SeriesDraft<'s, 'a>> {
    let object = reader.fields(node, "a series", &["indicator", "periods", "lines"])?;
    let indicator: Option<IndicatorId> = reader.field(node, object, "indicator");
    let periods: Option<Vec<Period>> = reader.field(node, object, "periods");
    let lines =
        object.properties.iter().find(|property| property.name.as_str() == "lines").map(|property| &property.value);
    let mut draft =
        SeriesDraft { indicator: indicator?, rows: Vec::new(), whole: false, origin: Origin::Json { source, node } };
    let Some(Value::Array(lines)) = lines else {
        reader.report(
            Rule::MissingField,
            node,
            "The series has no list \"lines\".",
            "Add \"lines\": [{\"value\": [ … ]}] with one value for each period.",
        );
        return Some(draft);
    };
    let Some(periods) = periods else { return Some(draft) };
    if periods.len().saturating_mul(lines.elements.len()) > MAX_ROWS {
        reader.report(
            Rule::TooLarge,
            node,
            sentence!("The series has more than {MAX_ROWS} observations."),
            "Split the indicator, or keep older periods elsewhere.",
        );
        return Some(draft);
    }
    draft.whole = true;
    for (index, line) in lines.elements.iter().enumerate() {
        if enough(reader.findings) {
            break;
        }
        let read = read_line(line, index, &periods, &mut draft, reader);
        draft.whole &= read.is_some();
    }
    Some(draft)
}

fn read_line(
    line: &Value<'_>,
    line_index: usize,
    periods: &[Period],
    draft: &mut SeriesDraft<'_, '_>,
    reader: &mut Reader<'_, '_, '_>,
) -> Option<()> {
    let known = &COLUMNS[1..];
    let object = reader.fields(line, "a line of a series", known)?;
    let text = |name: &str| {
        object
            .properties
            .iter()
            .find(|p| p.name.as_str() == name)
            .and_then(|p| p.value.as_string_lit())
            .map_or("", |s| &s.value)
    };
    let source = reader.source;
    let at = |path: &str| {
        let (start, end) = json::span(json::at(line, path));
        source.at(start, end)
    };
    let scope = {
        let mut sink = Sink { findings: reader.findings, references: reader.references };
        read_scope(text("geography"), text("dimension"), text("group"), &at, &mut sink)?
    };
    let mut numbers = |name: &str| column::<f64>(line, object, name, periods.len(), reader);
    let (value, lower, upper) = (numbers("value"), numbers("lower"), numbers("upper"));
    let (se, numerator, denominator) = (numbers("se"), numbers("numerator"), numbers("denominator"));
    let was = numbers("was");
    let statuses: Option<Vec<Option<StatusSet>>> = column(line, object, "status", periods.len(), reader);
    let mut texts = |name: &str| column::<String>(line, object, name, periods.len(), reader);
    let (notes, days) = (texts("note"), texts("revised"));
    let (value, lower, upper, se) = (value?, lower?, upper?, se?);
    let (numerator, denominator, statuses, notes) = (numerator?, denominator?, statuses?, notes?);
    let (was, days) = (was?, days?);
    let get = |column: &[Option<f64>], index: usize| column.get(index).copied().flatten();
    for (index, &period) in periods.iter().enumerate() {
        let status = statuses.get(index).copied().flatten().unwrap_or_default();
        let note = notes.get(index).cloned().flatten();
        let revised = match days.get(index).and_then(Option::as_deref) {
            Some(day) => {
                let mut sink = Sink { findings: reader.findings, references: reader.references };
                Some(read_day(day, at(&format!("revised/{index}")), &mut sink)?)
            }
            None => None,
        };
        let observation = Observation {
            period,
            value: get(&value, index),
            lower: get(&lower, index),
            upper: get(&upper, index),
            se: get(&se, index),
            numerator: get(&numerator, index),
            denominator: get(&denominator, index),
            status,
            note,
            was: get(&was, index),
            revised,
        };
        if observation.value.is_none() && !status.explains_absence() {
            let said = observation.status != StatusSet::default()
                || observation.note.is_some()
                || observation.numerator.is_some();
            if said {
                let place = at(&format!("value/{index}")).place();
                let fix = "Write missing, suppressed, withheld or not_due as its status.";
                reader.findings.push(Finding::new(
                    Rule::MissingField,
                    place,
                    "There is no value, and the status does not say why.",
                    fix,
                ));
            }
            // No value, no status, no note: this line has no observation for this period.
            continue;
        }
        draft.rows.push(Row { scope: scope.clone(), observation, spot: Spot { line: line_index, index } });
    }
    Some(())
}

/// A column of a line: as long as the periods, or not there at all.
fn column<T: FromNode>(
    line: &Value<'_>,
    object: &jsonc_parser::ast::Object<'_>,
    name: &str,
    length: usize,
    reader: &mut Reader<'_, '_, '_>,
) -> Option<Vec<Option<T>>> {
    let column: Vec<Option<T>> = reader.field(line, object, name)?;
    let required = name == "value";
    if column.len() != length && (required || !column.is_empty()) {
        let message = sentence!("The column \"{name}\" has {} items, but there are {length} periods.", column.len());
        reader.report(
            Rule::CsvStructure,
            json::at(line, name),
            message,
            "Write one item for each period, null where there is none.",
        );
        return None;
    }
    Some(column)
}

/// The rows of one series, grouped into lines and put in order.
pub(super) fn lines(mut rows: Vec<Row>) -> Vec<Line> {
    sort_by(&mut rows, |a, b| a.scope.cmp(&b.scope));
    let mut lines: Vec<Line> = Vec::new();
    for row in rows {
        match lines.last_mut() {
            Some(line) if line.scope == row.scope => line.points.push(row.observation),
            _ => lines.push(Line { scope: row.scope, points: vec![row.observation] }),
        }
    }
    for line in &mut lines {
        sort_by_key(&mut line.points, |point| point.period);
    }
    sort_by_key(&mut lines, |line| order(&line.scope));
    lines
}

/// The order of a table: dimension, group, place; blanks first.
pub(super) fn order(scope: &Scope) -> (String, String, String) {
    (scope.dimension(), scope.group(), scope.geography.as_ref().map_or(String::new(), ToString::to_string))
}

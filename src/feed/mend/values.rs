//! Mends of one value or one name, at the place of a finding.

use std::collections::{HashMap, HashSet};

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;

use super::spot::{self, Spot};
use super::{Edit, dates, rows};
use crate::feed::finding::Finding;
use crate::feed::form::{order, points};
use crate::feed::id::Kind;
use crate::feed::json;
use crate::feed::number::by_std;
use crate::feed::read::FeedSource;
use crate::feed::record::{FromNode, Shape};
use crate::feed::records::Coalition;
use crate::feed::rule::Rule;
use crate::feed::series::{COLUMNS, Status};
use crate::feed::source::SourceText;

/// The texts of a feed, and what the mends have to know of it.
pub(super) struct Values<'s> {
    single: bool,
    texts: HashMap<&'s str, Text<'s>>,
    /// Indicators whose figures are percentages.
    percent: HashSet<String>,
}

struct Text<'s> {
    text: &'s str,
    /// Bytes of the byte order mark, which places do not count.
    mark: usize,
    root: Option<Value<'s>>,
}

/// What lies between 0 and 100, or is a change in percent: all are written without the sign.
const PERCENT: [&str; 3] = ["percent", "percent_change", "percent_ratio"];

impl<'s> Values<'s> {
    pub(super) fn of(source: &'s FeedSource) -> Self {
        let (files, single) = match source {
            FeedSource::File(file) => (std::slice::from_ref(file), true),
            FeedSource::Folder(files) => (files.as_slice(), false),
        };
        let mut found = Self { single, texts: HashMap::new(), percent: HashSet::new() };
        for file in files {
            let Some(SourceText { text, .. }) = file.text(by_std, &mut Vec::new()) else { continue };
            let mark = file.bytes.len() - text.len();
            let text = file.bytes.get(mark..).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default();
            let is_json = single || file.path.ends_with(".json");
            let root = is_json.then(|| parsed(text)).flatten();
            if let Some(root) = &root {
                found.learn(root, &file.path);
            }
            found.texts.insert(&file.path, Text { text, mark, root });
        }
        found
    }

    fn learn(&mut self, root: &Value<'_>, path: &str) {
        let mut learn_one = |indicator: &Value<'_>| {
            let word = |path| json::at(indicator, path).as_string_lit().map(|text| text.value.to_string());
            if let (Some(id), Some(unit)) = (word("id"), word("unit/kind"))
                && PERCENT.contains(&unit.as_str())
            {
                self.percent.insert(id);
            }
        };
        match json::at(root, "indicators") {
            Value::Array(list) if self.single => list.elements.iter().for_each(learn_one),
            _ if path.starts_with("indicators/") => learn_one(root),
            _ => {}
        }
    }

    /// The edit that mends a finding, if it can be mended in one way only.
    pub(super) fn edit(&self, finding: &Finding) -> Option<Edit> {
        let file = self.texts.get(finding.place.path.as_str())?;
        let offset = finding.place.offset;
        let mut edit = match &file.root {
            Some(root) => {
                let shape = self.shape(&finding.place.path)?;
                self.in_json(finding.rule, file.text, root, spot::at(root, shape, offset)?)
            }
            None if finding.rule == Rule::OutOfOrder => rows::sorted(file.text),
            None => self.in_table(finding, file.text),
        }?;
        edit.start += file.mark;
        edit.end += file.mark;
        Some(edit)
    }

    fn shape(&self, path: &str) -> Option<Shape> {
        match path.split_once('/') {
            _ if self.single => Some(order::FEED),
            None => Some(Coalition::shape()),
            Some((folder, _)) => Kind::from_list(folder).map(order::shape),
        }
    }

    fn in_json(&self, rule: Rule, text: &str, root: &Value<'_>, spot: Spot<'_, '_>) -> Option<Edit> {
        match (rule, spot) {
            (Rule::MisspeltField, Spot::Name { property, object, known }) => {
                let range = property.name.range();
                let free = known
                    .iter()
                    .map(|(name, _)| *name)
                    .filter(|name| object.properties.iter().all(|other| other.name.as_str() != *name));
                let meant = only(property.name.as_str(), free)?;
                Some(Edit::new(range.start, range.end, format!("\"{meant}\"")))
            }
            (rule, Spot::Value { value, shape, path }) => {
                let range = value.range();
                let put = match value {
                    Value::StringLit(literal) if is_blanks(rule) => trimmed(text.get(range.start..range.end)?)?,
                    Value::StringLit(literal) => {
                        let percent = || self.is_percent(root, range.start, &path);
                        mended(rule, shape, &literal.value, &percent)?
                    }
                    Value::NumberLit(number) if rule == Rule::WrongType && matches!(shape, Shape::Date) => {
                        let year = number.value.len() == 4 && number.value.bytes().all(|byte| byte.is_ascii_digit());
                        year.then(|| format!("\"{}\"", number.value))?
                    }
                    _ => return None,
                };
                Some(Edit::new(range.start, range.end, put))
            }
            _ => None,
        }
    }

    /// Whether a number of a JSON file is a percentage: a figure of such an indicator, or its target.
    fn is_percent(&self, root: &Value<'_>, offset: usize, path: &[&str]) -> bool {
        let list = if self.single { path.first().copied().unwrap_or_default() } else { "indicators" };
        let inner = if self.single { path.get(1..).unwrap_or_default() } else { path };
        let figures = match list {
            "series" => matches!(inner, ["lines", "value" | "lower" | "upper" | "se"]),
            "indicators" => matches!(inner, ["targets", "value"] | ["targets", "interim" | "previous", "value"]),
            _ => false,
        };
        let record = match json::at(root, list) {
            Value::Array(items) if self.single => {
                items.elements.iter().find(|item| item.range().start <= offset && offset < item.range().end)
            }
            _ => Some(root),
        };
        let name = if list == "series" { "indicator" } else { "id" };
        let id = record.and_then(|record| json::at(record, name).as_string_lit());
        figures && id.is_some_and(|id| self.percent.contains(id.value.as_ref()))
    }

    fn in_table(&self, finding: &Finding, text: &str) -> Option<Edit> {
        let start = finding.place.offset;
        let length: usize = text.get(start..)?.chars().take(finding.place.length).map(char::len_utf8).sum();
        let raw = text.get(start..start + length)?;
        let row = text.get(..start)?.rsplit('\n').next().unwrap_or_default();
        // A cell with a line break before this one: which column is it?
        if row.matches('"').count() % 2 == 1 || raw.contains('\n') {
            return None;
        }
        let header: Vec<&str> = text.lines().next()?.split(',').map(|name| name.trim().trim_matches('"')).collect();
        let column = *header.get(cells_before(row))?;
        let inner = raw.trim().strip_prefix('"').and_then(|raw| raw.strip_suffix('"')).unwrap_or(raw.trim());
        let indicator = finding.place.path.rsplit('/').next()?.trim_end_matches(".csv");
        let put = match finding.rule {
            rule if is_blanks(rule) => {
                let bare = inner.trim();
                if raw.trim().starts_with('"') { format!("\"{bare}\"") } else { bare.to_owned() }
            }
            Rule::UnclearDate if ["period", "revised"].contains(&column) => dates::unambiguous(inner)?,
            Rule::WrongType if column == "status" => {
                let words = inner.to_lowercase().replace(',', " ").replace('-', "_");
                let words: Vec<&str> = words.split_whitespace().collect();
                let known = words.iter().all(|word| Status::from_wire(word).is_some());
                known.then(|| words.join(" "))?
            }
            Rule::WrongType if COLUMNS[4..8].contains(&column) => {
                let number = inner.strip_suffix('%')?.trim();
                let sure = points::is_number(number) && self.percent.contains(indicator);
                sure.then(|| number.to_owned())?
            }
            _ => return None,
        };
        (put != raw).then(|| Edit::new(start, start + length, put))
    }
}

fn parsed(text: &str) -> Option<Value<'_>> {
    jsonc_parser::parse_to_ast(text, &jsonc_parser::CollectOptions::default(), &json::STRICT).ok()?.value
}

/// The rule about blanks around a text.
fn is_blanks(rule: Rule) -> bool {
    rule.code() == "X506"
}

/// A text with its quotes, without the blanks around it. Escapes stay as they are written.
fn trimmed(raw: &str) -> Option<String> {
    let inner = raw.strip_prefix('"')?.strip_suffix('"')?;
    let bare = inner.trim();
    (bare != inner && !bare.is_empty()).then(|| format!("\"{bare}\""))
}

/// The one known name that a misspelt one can have been meant to be. Two that are near enough are a question.
fn only<'k>(name: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let mut near = known.filter(|known| crate::feed::record::nearest(name, std::iter::once(*known)).is_some());
    near.next().filter(|_| near.next().is_none())
}

/// What should stand in place of a text in quotes, as it is written in the file.
fn mended(rule: Rule, shape: Shape, says: &str, is_percent: &dyn Fn() -> bool) -> Option<String> {
    let bare = says.trim();
    match (rule, shape) {
        (Rule::UnclearDate, Shape::Date) => Some(format!("\"{}\"", dates::unambiguous(bare)?)),
        (Rule::WrongType, Shape::Number) => {
            let number = bare.strip_suffix('%').filter(|_| is_percent()).map_or(bare, str::trim_end);
            points::is_number(number).then(|| number.to_owned())
        }
        (Rule::WrongType, Shape::Flag) => {
            let word = bare.to_ascii_lowercase();
            ["true", "false"].contains(&word.as_str()).then_some(word)
        }
        (Rule::WrongType, Shape::Word(words)) => {
            let word = bare.to_lowercase().replace([' ', '-'], "_");
            // A list may have words with hyphens: ci-3.0.
            let meant = words.iter().find(|known| known.replace('-', "_") == word)?;
            Some(format!("\"{meant}\""))
        }
        _ => None,
    }
}

/// How many commas stand outside of quotes.
fn cells_before(row: &str) -> usize {
    let (mut count, mut in_quotes) = (0, false);
    for byte in row.bytes() {
        match byte {
            b'"' => in_quotes = !in_quotes,
            b',' if !in_quotes => count += 1,
            _ => {}
        }
    }
    count
}

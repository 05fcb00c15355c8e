//! Where a finding is, in words that stay the same when lines move and when a feed changes its source form: the field
//! inside its record, and for an observation its period, group and place.

use std::collections::HashMap;

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;

use super::finding::Place;
use super::id::Kind;
use super::json;
use super::number::by_std;
use super::read::FeedSource;
use super::source::SourceFile;

/// A place in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// The way to the field from its record, such as `targets/0/by`; of an observation, the column.
    pub field: String,
    /// Of an observation.
    pub row: Option<RowName>,
}

/// What tells an observation from the others of its series, as they are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowName {
    pub period: String,
    pub geography: String,
    pub dimension: String,
    pub group: String,
}

/// Finds places in the files of a feed; each file is parsed once.
pub struct Locator<'f> {
    files: &'f [SourceFile],
    parsed: HashMap<&'f str, Parsed<'f>>,
}

enum Parsed<'f> {
    Json(Value<'f>),
    Table(&'f str),
    Unreadable,
}

impl<'f> Locator<'f> {
    /// For the files of this feed. Nothing is parsed before it is asked for.
    pub fn new(source: &'f FeedSource) -> Self {
        let files = match source {
            FeedSource::File(file) => std::slice::from_ref(file),
            FeedSource::Folder(files) => files,
        };
        Self { files, parsed: HashMap::new() }
    }

    /// The place in words; an empty field for a whole record, and where a file cannot be read.
    pub fn spot(&mut self, place: &Place) -> Spot {
        let Some(file) = self.files.iter().find(|file| file.path == place.path) else { return Spot::default() };
        match self.parsed.entry(&file.path).or_insert_with(|| parse(file)) {
            Parsed::Json(root) => in_json(root, place.offset),
            Parsed::Table(text) => in_table(text, place.offset),
            Parsed::Unreadable => Spot::default(),
        }
    }
}

fn parse(file: &SourceFile) -> Parsed<'_> {
    let mut findings = Vec::new();
    let Some(source) = file.text(by_std, &mut findings) else { return Parsed::Unreadable };
    if file.path.ends_with(".csv") {
        return Parsed::Table(source.text);
    }
    json::parse(&source, &mut findings).map_or(Parsed::Unreadable, Parsed::Json)
}

fn in_json(root: &Value<'_>, offset: usize) -> Spot {
    let path = way(root, offset);
    let steps: Vec<&str> = path.iter().map(String::as_str).collect();
    let series = |at: &[&str]| written(root, &[&steps[..2], at].concat().join("/"));
    match steps.as_slice() {
        ["series", _, "lines", line, column, index] => Spot {
            field: (*column).to_owned(),
            row: Some(RowName {
                period: series(&["periods", index]),
                geography: series(&["lines", line, "geography"]),
                dimension: series(&["lines", line, "dimension"]),
                group: series(&["lines", line, "group"]),
            }),
        },
        ["series", _, "lines", line, column @ ..] => Spot {
            field: column.join("/"),
            row: Some(RowName {
                geography: series(&["lines", line, "geography"]),
                dimension: series(&["lines", line, "dimension"]),
                group: series(&["lines", line, "group"]),
                ..RowName::default()
            }),
        },
        ["series", _, "periods", index] => Spot {
            field: "period".to_owned(),
            row: Some(RowName { period: series(&["periods", index]), ..RowName::default() }),
        },
        ["coalition", rest @ ..] => Spot { field: rest.join("/"), row: None },
        [list, _, rest @ ..] if Kind::from_list(list).is_some() => Spot { field: rest.join("/"), row: None },
        all => Spot { field: all.join("/"), row: None },
    }
}

/// The names and numbers that lead to a byte.
fn way(root: &Value<'_>, offset: usize) -> Vec<String> {
    let (mut node, mut steps) = (root, Vec::new());
    loop {
        let holds = |range: jsonc_parser::common::Range| (range.start..range.end).contains(&offset);
        let next = match node {
            Value::Object(object) => {
                let found = object.properties.iter().find(|property| holds(property.range));
                found.map(|property| (property.name.as_str().to_owned(), &property.value))
            }
            Value::Array(array) => {
                let found = array.elements.iter().enumerate().find(|(_, element)| holds(element.range()));
                found.map(|(index, element)| (index.to_string(), element))
            }
            _ => None,
        };
        let Some((step, below)) = next else { return steps };
        steps.push(step);
        node = below;
    }
}

/// The text that a path leads to; empty if it leads to none.
fn written(root: &Value<'_>, path: &str) -> String {
    match json::at(root, path) {
        Value::StringLit(text) => text.value.to_string(),
        _ => String::new(),
    }
}

fn in_table(text: &str, offset: usize) -> Spot {
    let offset = offset.min(text.len());
    let start = text.get(..offset).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let columns = cells(text);
    let (mut at, mut in_quotes) = (0, false);
    for byte in text.bytes().take(offset).skip(start) {
        match byte {
            b'"' => in_quotes = !in_quotes,
            b',' if !in_quotes => at += 1,
            _ => {}
        }
    }
    let field = columns.get(at).cloned().unwrap_or_default();
    if start == 0 {
        return Spot { field, row: None };
    }
    let row = cells(text.get(start..).unwrap_or_default());
    let cell = |name: &str| {
        let at = columns.iter().position(|column| column == name);
        at.and_then(|at| row.get(at)).cloned().unwrap_or_default()
    };
    let row = RowName {
        period: cell("period"),
        geography: cell("geography"),
        dimension: cell("dimension"),
        group: cell("group"),
    };
    Spot { field, row: Some(row) }
}

/// The cells of the first line of a text.
fn cells(text: &str) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let first = reader.records().next().and_then(Result::ok);
    first.iter().flat_map(|record| record.iter().map(|cell| cell.trim().to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The spot at the mark `|`.
    #[track_caller]
    fn check(path: &str, text: &str, field: &str, row: Option<[&str; 4]>) {
        let offset = text.find('|').unwrap();
        let source = FeedSource::Folder(vec![SourceFile::new(path, text.replacen('|', "", 1))]);
        let spot = Locator::new(&source).spot(&Place { offset, ..Place::start_of(path) });
        let found = spot.row.map(|row| [row.period, row.geography, row.dimension, row.group]);
        assert_eq!((spot.field.as_str(), found), (field, row.map(|row| row.map(str::to_owned))));
    }

    #[test]
    fn a_field_of_a_record_is_the_same_in_both_forms() {
        check("goals/g.json", r#"{"id": "g", "targets": [{"by": |"2030"}]}"#, "targets/0/by", None);
        check("feed.json", r#"{"goals": [{}, {"targets": [{"by": |"2030"}]}]}"#, "targets/0/by", None);
        check("coalition.json", r#"{"id": |"c"}"#, "id", None);
        check("feed.json", r#"{"coalition": {"id": |"c"}}"#, "id", None);
        check("goals/g.json", r#"|{"id": "g"}"#, "", None);
        check("feed.json", r#"{"goals": [|{}]}"#, "", None);
    }

    #[test]
    fn an_observation_is_the_same_in_both_forms() {
        let row = Some(["2023", "geo-east", "", ""]);
        check("series/i.csv", "period,geography,value\n2022,,1\n2023,geo-east,|2\n", "value", row);
        check("series/i.csv", "\"period\",value\r\n|2023,2\r\n", "period", Some(["2023", "", "", ""]));
        check("series/i.csv", "note,period,value\n\"a, b\",2023,|2", "value", Some(["2023", "", "", ""]));
        let text =
            r#"{"series": [{"periods": ["2022", "2023"], "lines": [{"geography": "geo-east", "value": [1, |2]}]}]}"#;
        check("feed.json", text, "value", row);
        check("feed.json", r#"{"series": [{"periods": [|"2023"]}]}"#, "period", Some(["2023", "", "", ""]));
    }

    #[test]
    fn what_cannot_be_read_has_no_words() {
        check("goals/g.json", "{|", "", None);
        check("series/i.csv", "|", "", None);
    }
}

//! A new record in a feed, with no other byte changed.

use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;

use super::tree::Tree;
use super::{layout, order};
use crate::feed::id::Kind;
use crate::feed::json;
use crate::feed::number::by_std;
use crate::feed::read::{FeedSource, belongs};
use crate::feed::record::Shape;
use crate::feed::source::SourceFile;

/// The records of a feed as they are written, those of files that can be read; the coalition has no kind.
pub fn records(source: &FeedSource) -> Vec<(Option<Kind>, Tree)> {
    match source {
        FeedSource::File(file) => {
            let Some(Tree::Object(fields)) = tree(file) else { return Vec::new() };
            let in_field = |field: super::tree::Field| match (Kind::from_list(&field.name), field.value) {
                (Some(kind), Tree::List(items)) => items.into_iter().map(|item| (Some(kind), item)).collect(),
                (None, record) if field.name == "coalition" => vec![(None, record)],
                _ => Vec::new(),
            };
            fields.into_iter().flat_map(in_field).collect()
        }
        FeedSource::Folder(files) => {
            let json = files.iter().filter(|file| belongs(&file.path) && file.path.ends_with(".json"));
            json.filter_map(|file| {
                let folder = file.path.split_once('/').map_or("", |(folder, _)| folder);
                Some((Kind::from_list(folder), tree(file)?))
            })
            .collect()
        }
    }
}

fn tree(file: &SourceFile) -> Option<Tree> {
    let text = file.text(by_std, &mut Vec::new())?;
    Some(Tree::of(&json::parse(&text, &mut Vec::new())?, text.text))
}

/// The file that has to be written so that a feed holds one more record: a new file of a folder, or the single file with
/// the record in its list; where that list is in the order of ids, in its place.
///
/// # Errors
/// A sentence if the single file cannot be read, or its list is no list.
pub fn with_record(source: &FeedSource, kind: Kind, id: &str, record: Tree) -> Result<SourceFile, String> {
    let record = order::record(record, kind);
    let file = match source {
        FeedSource::Folder(_) => {
            return Ok(SourceFile::new(format!("{}/{id}.json", kind.list()), layout::file(&record)));
        }
        FeedSource::File(file) => file,
    };
    let unread = || format!("{} cannot be read; `commonweal check` says why.", file.path);
    let text = file.text(by_std, &mut Vec::new()).ok_or_else(unread)?;
    let root = json::parse(&text, &mut Vec::new()).ok_or_else(unread)?;
    let Value::Object(root) = root else { return Err(unread()) };
    let (at, put) = place(&root, kind, id, &record)
        .ok_or_else(|| format!("\"{}\" in {} is not a list of records.", kind.list(), file.path))?;
    let put = if text.text.contains("\r\n") { put.replace('\n', "\r\n") } else { put };
    let mark = file.bytes.len() - text.text.len();
    let mut bytes = file.bytes.clone();
    bytes.splice(at + mark..at + mark, put.into_bytes());
    Ok(SourceFile::new(file.path.clone(), bytes))
}

/// Where the record goes in the text, and what is put there.
fn place(root: &Object<'_>, kind: Kind, id: &str, record: &Tree) -> Option<(usize, String)> {
    let found = root.properties.iter().find(|property| property.name.as_str() == kind.list());
    let Some(property) = found else {
        let list = layout::inside(&Tree::List(vec![record.clone()]), 1);
        let field = format!("\"{}\": {list}", kind.list());
        // After the last of the lists that stand before it.
        let names: Vec<&str> = match order::FEED {
            Shape::Record(fields) => {
                fields.iter().map(|(name, _)| *name).take_while(|name| *name != kind.list()).collect()
            }
            _ => Vec::new(),
        };
        let before = root.properties.iter().rfind(|property| names.contains(&property.name.as_str()));
        return match before {
            Some(property) => Some((property.range.end, format!(",\n  {field}"))),
            None if root.properties.is_empty() => Some((root.range.start + 1, format!("\n  {field}\n"))),
            None => Some((root.range.start + 1, format!("\n  {field},"))),
        };
    };
    let Value::Array(list) = &property.value else { return None };
    let record = layout::inside(record, 2);
    let Some(last) = list.elements.last() else {
        return Some((list.range.start + 1, format!("\n    {record}\n  ")));
    };
    let id_of = |item: &Value<'_>| json::at(item, "id").as_string_lit().map(|id| id.value.to_string());
    let ids: Vec<Option<String>> = list.elements.iter().map(id_of).collect();
    let next = list.elements.iter().zip(&ids).find(|(_, other)| other.as_deref().is_some_and(|other| other > id));
    match next {
        Some((next, _)) if ids.is_sorted() => Some((next.range().start, format!("{record},\n    "))),
        _ => Some((last.range().end, format!(",\n    {record}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::form::formatted;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let record = Tree::Object(vec![super::super::tree::Field::new("id", Tree::text("bb"))]);
        let source = |text: &str| FeedSource::File(SourceFile::new("feed.json", text));
        let file = with_record(&source(text), Kind::Goal, "bb", record).unwrap();
        let text = String::from_utf8(file.bytes).unwrap();
        let values = |text: &str| formatted(&source(text)).files.remove(0);
        assert_eq!(values(&text), values(expected), "{text}");
    }

    #[test]
    fn a_record_goes_to_its_place() {
        check("{}", r#"{"goals": [{"id": "bb"}]}"#);
        check(r#"{"x_a": 1}"#, r#"{"goals": [{"id": "bb"}], "x_a": 1}"#);
        check(r#"{"coalition": {}, "events": []}"#, r#"{"coalition": {}, "goals": [{"id": "bb"}], "events": []}"#);
        check(r#"{"goals": []}"#, r#"{"goals": [{"id": "bb"}]}"#);
        check(r#"{"goals": [{"id": "aa"}, {"id": "cc"}]}"#, r#"{"goals": [{"id": "aa"}, {"id": "bb"}, {"id": "cc"}]}"#);
        check(r#"{"goals": [{"id": "aa"}]}"#, r#"{"goals": [{"id": "aa"}, {"id": "bb"}]}"#);
        // An order of the group's own stays: the new one comes last.
        check(r#"{"goals": [{"id": "zz"}, {"id": "cc"}]}"#, r#"{"goals": [{"id": "zz"}, {"id": "cc"}, {"id": "bb"}]}"#);
    }

    #[test]
    fn in_the_written_form_the_file_stays_in_it() {
        let text = "{\n  \"coalition\": {},\n  \"goals\": [\n    {\n      \"id\": \"aa\"\n    },\n    {\n      \"id\": \"cc\"\n    }\n  ]\n}\n";
        for id in ["ab", "dd"] {
            let record = Tree::Object(vec![super::super::tree::Field::new("id", Tree::text(id))]);
            let file = with_record(&FeedSource::File(SourceFile::new("f", text)), Kind::Goal, id, record).unwrap();
            assert_eq!(formatted(&FeedSource::File(file.clone())).files, [file]);
        }
    }

    #[test]
    fn what_is_no_list_is_refused() {
        let refused = |text: &str| {
            let source = FeedSource::File(SourceFile::new("f", text));
            with_record(&source, Kind::Goal, "bb", Tree::null()).unwrap_err()
        };
        assert_eq!(refused(r#"{"goals": {}}"#), "\"goals\" in f is not a list of records.");
        assert_eq!(refused("{"), "f cannot be read; `commonweal check` says why.");
        assert_eq!(refused("[]"), "f cannot be read; `commonweal check` says why.");
    }
}

//! The forms hold every field, and every value of a feed finds its place in them.

use std::path::Path;

use serde_json::Value;

use super::form::{Field, Forms, Input};
use super::*;
use crate::feed::id::Kind;
use crate::feed::model::for_each_list;
use crate::feed::schema;

/// serde_json's own `Value` reads any format.
#[derive(serde::Deserialize)]
struct Read(Value);

fn yaml(text: &str) -> Value {
    serde_saphyr::from_str::<Read>(text).unwrap().0
}

fn feed(path: &str) -> Feed {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let reading = read(&load::load(&path).unwrap(), "2026-11-22".parse().unwrap());
    assert_eq!(reading.findings, []);
    reading.feed.unwrap()
}

/// The names of all fields that a schema knows, as paths.
fn in_schema(schema: &Value, definitions: &Value, path: &str, found: &mut Vec<String>) {
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        let path = format!("{path}/{name}");
        found.push(path.clone());
        let text = property.to_string();
        let inner = text.split("#/$defs/").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        if inner != "Text" {
            in_schema(&definitions[inner], definitions, &path, found);
        }
    }
}

/// The names of all fields that a generated form knows, as paths; `fields` holds those of a group.
fn in_form(fields: &Value, path: &str, found: &mut Vec<String>) {
    for field in fields.as_array().into_iter().flatten() {
        let path = format!("{path}/{}", field["name"].as_str().unwrap());
        found.push(path.clone());
        let inner = &field["fields"];
        // The languages of a text are no fields of their own.
        if inner
            .as_array()
            .is_some_and(|inner| inner.iter().any(|field| field.get("description").or(field.get("hint")).is_some()))
        {
            in_form(inner, &path, found);
        }
    }
}

#[track_caller]
fn check_names(feed: &Feed, config: &str, collections: &str) {
    let config = yaml(config);
    let forms = Forms::of(feed).unwrap();
    for kind in Kind::ALL {
        let schema = schema::record(*kind);
        let mut expected = Vec::new();
        in_schema(&schema, &schema["$defs"], kind.list(), &mut expected);
        expected.retain(|path| !forms.mixed.contains(path));
        let entries = config[collections].as_array().unwrap();
        let form = entries.iter().find(|entry| entry["name"] == kind.list()).unwrap();
        let mut found = Vec::new();
        in_form(&form["fields"], kind.list(), &mut found);
        assert_eq!(found, expected);
    }
}

const MILLBROOK: &str = "samples/millbrook/feed.json";

#[test]
fn every_field_of_every_record_is_in_both_forms() {
    for path in ["samples/tri-river", "src/cli/init", MILLBROOK] {
        let feed = feed(path);
        let forms = Forms::of(&feed).unwrap();
        check_names(&feed, &pages_cms::config(&forms, ""), "content");
        check_names(&feed, &sveltia::config(&forms, "", ("github", "a/b")), "collections");
    }
}

/// Whether a form can show a value and write it back as it was.
fn fits(field: &Field, value: &Value, mixed: &[String]) -> bool {
    match &field.input {
        Input::Line { .. } | Input::Lines | Input::Reference(_) => value.is_string(),
        Input::Languages { tags, .. } => {
            value.as_object().is_some_and(|texts| texts.keys().all(|tag| tags.contains(tag)))
        }
        Input::Number { whole } => {
            if *whole {
                value.is_u64()
            } else {
                value.is_number()
            }
        }
        Input::YesNo => value.is_boolean(),
        Input::Choice(words) => words.iter().any(|(word, _)| value == word),
        Input::Group(fields) => value.is_object() && misfits(fields, value, mixed, "").is_empty(),
    }
}

fn misfits(fields: &[Field], record: &Value, mixed: &[String], path: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (name, value) in record.as_object().unwrap() {
        let path = format!("{path}/{name}");
        let field = fields.iter().find(|field| field.name == *name);
        let good = match (field, value) {
            (Some(field), Value::Array(items)) if field.many => items.iter().all(|item| fits(field, item, mixed)),
            (Some(field), value) => !field.many && fits(field, value, mixed),
            (None, _) => mixed.iter().any(|mixed| mixed.ends_with(name.as_str())),
        };
        if !good {
            found.push(format!("{path}: {value}"));
        }
    }
    found
}

#[track_caller]
fn check_values(path: &str) {
    let feed = feed(path);
    let forms = Forms::of(&feed).unwrap();
    let mut records = 0;
    macro_rules! each_kind {
        ($($list:ident $one:ident $Record:ident $Id:ident;)*) => {$(
            let (_, fields) = forms.records.iter().find(|(kind, _)| *kind == Kind::$Record).unwrap();
            for record in &feed.$list {
                let record = serde_json::to_value(record).unwrap();
                assert_eq!(misfits(fields, &record, &forms.mixed, Kind::$Record.list()), Vec::<String>::new());
                records += 1;
            }
        )*};
    }
    for_each_list!(each_kind);
    let coalition = serde_json::to_value(&feed.coalition).unwrap();
    assert_eq!(misfits(&forms.coalition, &coalition, &forms.mixed, "coalition"), Vec::<String>::new());
    assert!(records > 10);
}

#[test]
fn every_value_of_a_feed_has_its_place_in_the_form() {
    check_values("src/cli/init");
    check_values(MILLBROOK);
    check_values("samples/tri-river");
}

#[test]
fn a_text_is_asked_for_as_the_feed_writes_it() {
    let one_language = Forms::of(&feed("src/cli/init")).unwrap();
    assert_eq!(one_language.mixed, Vec::<String>::new());
    let title = |forms: &Forms, kind: Kind| {
        let (_, fields) = forms.records.iter().find(|(other, _)| *other == kind).unwrap();
        Forms::known_by(fields)
    };
    assert_eq!(title(&one_language, Kind::Goal), "title");
    let two_languages = Forms::of(&feed("samples/tri-river")).unwrap();
    assert_eq!(title(&two_languages, Kind::Goal), "title.en");
    assert!(two_languages.mixed.contains(&"partners/name".to_owned()), "some partners have one name in all languages");
    assert_eq!(title(&two_languages, Kind::Partner), "id");
    assert_eq!(title(&two_languages, Kind::Story), "id");
}

/// The names that Pages CMS takes for a field; it refuses every other.
const PAGES_FIELD: [&str; 10] =
    ["name", "label", "description", "type", "required", "list", "pattern", "options", "fields", "default"];

fn check_pages_fields(fields: &Value) {
    for field in fields.as_array().unwrap() {
        let names: Vec<&String> = field.as_object().unwrap().keys().collect();
        assert!(names.iter().all(|name| PAGES_FIELD.contains(&name.as_str())), "{field}");
        assert_eq!(field["type"] == "object", field.get("fields").is_some(), "{field}");
        if field["type"] == "select" {
            assert!(field["options"]["values"].as_array().is_some_and(|values| !values.is_empty()), "{field}");
        }
        if let Some(fields) = field.get("fields") {
            check_pages_fields(fields);
        }
    }
}

#[test]
fn pages_cms_gets_only_what_it_knows() {
    let config = yaml(&pages_cms::config(&Forms::of(&feed("samples/tri-river")).unwrap(), "data/feed/"));
    let content = config["content"].as_array().unwrap();
    assert_eq!(content.len(), Kind::ALL.len() + 2);
    assert_eq!(content[0]["path"], "data/feed/coalition.json");
    assert_eq!(content[1]["path"], "data/feed/goals");
    content.iter().filter_map(|entry| entry.get("fields")).for_each(check_pages_fields);
    let collections: Vec<&Value> = content.iter().map(|entry| &entry["name"]).collect();
    let references = pages_cms::config(&Forms::of(&feed("samples/tri-river")).unwrap(), "");
    for named in references.split("collection: ").skip(1).filter_map(|rest| rest.lines().next()) {
        assert!(collections.iter().any(|name| *name == named), "{named}");
    }
}

#[test]
fn a_no_that_nobody_gave_does_not_fill_in_a_group() {
    let config = yaml(&pages_cms::config(&Forms::of(&feed("src/cli/init")).unwrap(), ""));
    let stories = config["content"].as_array().unwrap().iter().find(|entry| entry["name"] == "stories").unwrap();
    let voices = stories["fields"].as_array().unwrap().iter().find(|field| field["name"] == "resident_voices").unwrap();
    let consent = voices["fields"].as_array().unwrap().iter().find(|field| field["name"] == "consent").unwrap();
    assert_eq!(consent.get("default"), Some(&Value::Null));
}

#[track_caller]
fn check_host(address: &str, expected: (&str, &str)) {
    let repository =
        Repository { url: crate::feed::link::Link::new(address).unwrap(), branch: None, path: None, host: None };
    let (program, name) = hosted(Some(&repository));
    assert_eq!((program, name.as_str()), expected);
}

#[test]
fn the_forms_know_the_repository_of_the_coalition() {
    check_host("https://github.com/town/data", ("github", "town/data"));
    check_host("https://github.com/town/data.git", ("github", "town/data"));
    check_host("https://gitlab.example.org/group/sub/data/", ("gitlab", "group/sub/data"));
    check_host("https://example.org/town/data", ("github", "your-organisation/your-repository"));
}

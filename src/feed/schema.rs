//! JSON Schema 2020-12 of the feed, out of the record types.

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::id::Kind;
use super::model::for_each_list;
use super::records::{
    Activity, Coalition, Dimension, Event, Geography, Goal, Indicator, Partner, Source, Story, Strategy, Update,
};
use super::series::Status;
use super::waiver;

/// The address that published feeds and editors know the schema by, relative to the feed.
pub const FILE_NAME: &str = "feed.schema.json";

/// The schema of a whole `feed.json`; each record's own is under `$defs`.
pub fn schema() -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let mut properties = Map::new();
    properties.insert("$schema".into(), json!({"type": "string", "description": "Where this schema is."}));
    properties.insert("coalition".into(), generator.subschema_for::<Coalition>().to_value());
    macro_rules! lists {
        ($($list:ident $one:ident $Record:ident $Id:ident;)*) => {$(
            let items = generator.subschema_for::<$Record>().to_value();
            properties.insert(Kind::$Record.list().into(), json!({"type": "array", "items": items}));
        )*};
    }
    for_each_list!(lists);
    properties.insert("series".into(), json!({"type": "array", "items": series()}));
    let waiver = generator.subschema_for::<waiver::Waiver>().to_value();
    let what = "Findings of the check that the coalition accepts for a while. Never published.";
    properties.insert(waiver::LIST.into(), json!({"type": "array", "description": what, "items": waiver}));
    let mut root = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Commonweal feed",
        "description": "The data of a coalition: its common agenda, its activities and its progress indicators.",
        "type": "object",
        "required": ["coalition"],
        "properties": properties,
        "additionalProperties": false,
        "patternProperties": {"^x_": true},
        "$defs": generator.take_definitions(true),
    });
    as_the_reader_has_it(&mut root);
    root
}

/// The schema of one item of `series`.
fn series() -> Value {
    let numbers = json!({"type": "array", "items": {"type": ["number", "null"]}});
    let texts = json!({"type": "array", "items": {"type": ["string", "null"]}});
    let words: Vec<_> = Status::ALL.iter().map(|status| status.wire()).collect();
    let mut status = texts.clone();
    status["description"] = format!("For each period, words separated by spaces: {}.", words.join(", ")).into();
    json!({
        "type": "object",
        "description": "The observations of one indicator: shared periods, and one line for each group and place.",
        "required": ["indicator", "periods", "lines"],
        "additionalProperties": false,
        "properties": {
            "indicator": {"type": "string"},
            "periods": {"type": "array", "items": {"type": "string"}},
            "lines": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["value"],
                    "additionalProperties": false,
                    "properties": {
                        "geography": {"type": "string"},
                        "dimension": {"type": "string"},
                        "group": {"type": "string"},
                        "value": numbers, "lower": numbers, "upper": numbers, "se": numbers,
                        "numerator": numbers, "denominator": numbers,
                        "status": status, "note": texts,
                    }
                }
            }
        }
    })
}

/// Lists and true/false may be left out, fields may start with `x_`, and `null` means "not there".
fn as_the_reader_has_it(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            let optional: Vec<String> = object
                .get("properties")
                .and_then(Value::as_object)
                .into_iter()
                .flatten()
                .filter(|(_, property)| match property["type"].as_str() {
                    Some("array") => property.get("minItems").is_none(),
                    kind => kind == Some("boolean"),
                })
                .map(|(name, _)| name.clone())
                .collect();
            if let Some(Value::Array(required)) = object.get_mut("required") {
                required.retain(|name| name.as_str().is_none_or(|name| !optional.iter().any(|o| o == name)));
                if required.is_empty() {
                    object.remove("required");
                }
            }
            if object.get("additionalProperties") == Some(&Value::Bool(false)) {
                object.insert("patternProperties".into(), json!({"^x_": true}));
            }
            object.values_mut().for_each(as_the_reader_has_it);
        }
        Value::Array(items) => items.iter_mut().for_each(as_the_reader_has_it),
        _ => {}
    }
}

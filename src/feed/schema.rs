//! JSON Schema 2020-12 of the feed, out of the record types.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, json_schema};
use serde_json::{Map, Value, json};

use super::id::Kind;
use super::model::for_each_list;
use super::records::{
    Activity, BudgetCycle, BudgetProposal, Coalition, Commitment, Decision, Dimension, Engagement, Event, Feedback,
    Geography, Goal, Indicator, Need, Partner, Source, Story, Strategy, Term, Update, WorkGroup,
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
    let mut its_own = generator.subschema_for::<Coalition>().to_value();
    its_own["description"] = "Who the coalition is, for whom, and how to reach a person.".into();
    properties.insert("coalition".into(), its_own);
    macro_rules! lists {
        ($($list:ident $one:ident $Record:ident $Id:ident;)*) => {$(
            let items = generator.subschema_for::<$Record>().to_value();
            let about = format!("All records of this kind: {}.", Kind::$Record.list());
            properties.insert(Kind::$Record.list().into(), json!({"type": "array", "description": about, "items": items}));
        )*};
    }
    for_each_list!(lists);
    properties.insert(
        "series".into(),
        json!({
            "type": "array",
            "description": "The figures: one item for each indicator that has any.",
            "items": series(),
        }),
    );
    properties.insert("changed".into(), changed());
    let waiver = generator.subschema_for::<waiver::Waiver>().to_value();
    properties.insert(waiver::LIST.into(), json!({"type": "array", "description": WAIVERS, "items": waiver}));
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

/// The schema of what a build knows of changes.
fn changed() -> Value {
    let day = |about: &str| json!({"type": "string", "description": about});
    let days =
        |about: &str| json!({"type": "object", "description": about, "additionalProperties": {"type": "string"}});
    json!({
        "type": "object",
        "description": "When records were changed, out of the history in git. Only in what a build publishes.",
        "properties": {
            "since": day("The day on which the known history begins."),
            "records": days("The day of the last change of a record, by its id."),
            "figures": days("The day of the last change of an indicator's figures, by its id."),
        }
    })
}

/// The schema of one record's own file in a folder.
pub fn record(kind: Kind) -> Value {
    macro_rules! file_of {
        ($($list:ident $one:ident $Record:ident $Id:ident;)*) => {
            match kind { $(Kind::$Record => file::<$Record>(),)* }
        };
    }
    for_each_list!(file_of)
}

/// The schema of `coalition.json` in a folder.
pub fn coalition() -> Value {
    file::<Coalition>()
}

/// The schema of `waivers.json` in a folder.
pub fn waivers() -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let waiver = generator.subschema_for::<waiver::Waiver>().to_value();
    let mut root = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Waivers",
        "description": WAIVERS,
        "type": "object",
        "properties": {waiver::LIST: {"type": "array", "description": WAIVERS, "items": waiver}},
        "additionalProperties": false,
        "$defs": generator.take_definitions(true),
    });
    as_the_reader_has_it(&mut root);
    root
}

/// What waivers are.
const WAIVERS: &str = "Findings of the check that the coalition accepts for a while. Never published.";

fn file<T: JsonSchema>() -> Value {
    let mut root = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>().to_value();
    as_the_reader_has_it(&mut root);
    root
}

/// The schema of a closed list of words, each with what it means. Texts come out of doc comments.
pub(super) fn choice(about: &str, words: &[(&str, &str)]) -> Schema {
    let words: Vec<Value> =
        words.iter().map(|(word, meaning)| json!({"const": word, "description": meaning.trim()})).collect();
    json_schema!({"description": about.trim(), "type": "string", "oneOf": words})
}

/// What stands in a series, as a table's columns and as fields of `feed.json` have it.
pub const COLUMNS: [(&str, &str); 14] = [
    ("period", "When the value is from, as 2024, 2024-Q3, 2024-05 or SY2023."),
    ("geography", "The id of the place, if the value is not for the whole area."),
    ("dimension", "The id of the dimension, if the value is for one group; two are joined by *."),
    ("group", "The group within the dimension; two are joined by *."),
    ("value", "The value, in the indicator's unit. Empty if there is none; then status says why."),
    ("lower", "The lower end of the interval of confidence."),
    ("upper", "The upper end of the interval of confidence."),
    ("se", "The standard error, in the unit."),
    ("numerator", "The number above the line: those counted."),
    ("denominator", "The number below the line: those it is counted out of."),
    (
        "status",
        "What is to be known about the value: final, provisional, suppressed … Several words are parted by spaces.",
    ),
    ("note", "What a reader has to know about this one value."),
    ("was", "The value that was published before this one, in the indicator's unit. The build fills it in out of git."),
    ("revised", "The day on which this value took the place of the one before. It goes with was."),
];

/// What a column of a series holds.
fn column(name: &str) -> &'static str {
    COLUMNS.iter().find(|(column, _)| *column == name).map_or("", |(_, about)| about)
}

/// The schema of one item of `series`.
fn series() -> Value {
    let numbers =
        |name: &str| json!({"type": "array", "description": column(name), "items": {"type": ["number", "null"]}});
    let texts =
        |name: &str| json!({"type": "array", "description": column(name), "items": {"type": ["string", "null"]}});
    let text = |name: &str| json!({"type": "string", "description": column(name)});
    let words: Vec<_> = Status::ALL.iter().map(|status| status.wire()).collect();
    let mut status = texts("status");
    status["description"] = format!("For each period, words separated by spaces: {}.", words.join(", ")).into();
    json!({
        "type": "object",
        "description": "The observations of one indicator: shared periods, and one line for each group and place.",
        "required": ["indicator", "periods", "lines"],
        "additionalProperties": false,
        "properties": {
            "indicator": {"type": "string", "description": "The id of the indicator."},
            "periods": {
                "type": "array",
                "description": "The periods that all lines share, in time order.",
                "items": {"type": "string"}
            },
            "lines": {
                "type": "array",
                "description": "One line for everybody, then one for each group and place.",
                "items": {
                    "type": "object",
                    "description": "The values of one group at one place; every list is as long as periods.",
                    "required": ["value"],
                    "additionalProperties": false,
                    "properties": {
                        "geography": text("geography"),
                        "dimension": text("dimension"),
                        "group": text("group"),
                        "value": numbers("value"), "lower": numbers("lower"), "upper": numbers("upper"),
                        "se": numbers("se"),
                        "numerator": numbers("numerator"), "denominator": numbers("denominator"),
                        "status": status, "note": texts("note"),
                        "was": numbers("was"), "revised": texts("revised"),
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Every property and every word of a list that says nothing about itself.
    fn mute(schema: &Value, path: &str, found: &mut Vec<String>) {
        let says = |part: &Value| part["description"].as_str().is_some_and(|text| text.len() > 3);
        if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
            let silent = properties.iter().filter(|(_, property)| !says(property));
            found.extend(silent.map(|(name, _)| format!("{path}/{name}")));
        }
        for (index, word) in schema.get("oneOf").and_then(Value::as_array).into_iter().flatten().enumerate() {
            if word.get("const").is_some() && !says(word) {
                found.push(format!("{path}/{index}"));
            }
        }
        if let Some(definitions) = schema.get("$defs").and_then(Value::as_object) {
            let silent = definitions.iter().filter(|(_, definition)| !says(definition));
            found.extend(silent.map(|(name, _)| format!("{path}/{name}")));
        }
        match schema {
            Value::Object(object) => {
                object.iter().for_each(|(name, part)| mute(part, &format!("{path}/{name}"), found))
            }
            Value::Array(items) => items.iter().for_each(|part| mute(part, path, found)),
            _ => {}
        }
    }

    #[track_caller]
    fn check(schema: &Value) {
        let mut found = Vec::new();
        mute(schema, "", &mut found);
        assert_eq!(found, Vec::<String>::new());
    }

    #[test]
    fn every_field_and_every_word_says_what_it_is() {
        check(&schema());
        check(&coalition());
        check(&waivers());
        Kind::ALL.iter().for_each(|kind| check(&record(*kind)));
    }

    #[test]
    fn the_walk_finds_what_says_nothing() {
        let mut found = Vec::new();
        let bare =
            json!({"properties": {"a": {"type": "string"}, "b": {"description": "Said."}}, "oneOf": [{"const": "x"}]});
        mute(&bare, "", &mut found);
        assert_eq!(found, ["/a", "/0"]);
    }

    #[test]
    fn a_records_own_file_has_its_own_schema() {
        let goal = record(Kind::Goal);
        assert_eq!(goal["title"], "Goal");
        assert_eq!(goal["properties"]["kind"]["$ref"], "#/$defs/GoalKind");
        assert_eq!(goal["$defs"]["GoalKind"]["oneOf"][0]["const"], "north_star");
        assert!(goal["$defs"].get("Indicator").is_none());
    }

    #[test]
    fn columns_are_those_of_a_series() {
        let fields = series();
        let lines =
            fields["properties"]["lines"]["items"]["properties"].as_object().unwrap().keys().map(String::as_str);
        let columns: Vec<_> = ["period"].into_iter().chain(lines).collect();
        assert_eq!(columns, COLUMNS.map(|(name, _)| name));
    }
}

//! Help while typing in Visual Studio Code: a schema for every folder of the feed, from files beside it, so that nothing
//! is fetched from anywhere.

use serde_json::{Map, Value, json};

use super::place::Place;
use super::written::ToolFile;
use crate::feed::id::Kind;
use crate::feed::schema;

/// The folder of the schemas, from the root.
const SCHEMAS: &str = ".commonweal/schemas";

/// Settings and schemas.
///
/// # Errors
/// A sentence, should a schema not be writable.
pub(super) fn files(place: &Place) -> Result<Vec<ToolFile>, String> {
    let mut files = Vec::new();
    let mut matches = Vec::new();
    let mut add = |name: &str, pattern: String, schema: Value| {
        matches.push(json!({"fileMatch": [pattern], "url": format!("./{SCHEMAS}/{name}.json")}));
        files.push(json_file(format!("{SCHEMAS}/{name}.json"), &for_an_editor(schema)));
    };
    let folder = &place.folder;
    match &place.file {
        Some(file) => add("feed", format!("/{folder}{file}"), schema::schema()),
        None => {
            add("coalition", format!("/{folder}coalition.json"), schema::coalition());
            add("waivers", format!("/{folder}waivers.json"), schema::waivers());
            for kind in Kind::ALL {
                add(kind.wire(), format!("/{folder}{}/*.json", kind.list()), schema::record(*kind));
            }
        }
    }
    let settings = json!({
        "files.eol": "\n",
        "files.insertFinalNewline": true,
        "[json]": {"editor.tabSize": 2, "editor.insertSpaces": true},
        "json.schemas": matches,
    });
    let extensions = json!({"recommendations": ["EditorConfig.EditorConfig", "mechatroner.rainbow-csv"]});
    files.push(json_file(".vscode/settings.json".into(), &settings));
    files.push(json_file(".vscode/extensions.json".into(), &extensions));
    files.into_iter().collect()
}

fn json_file(path: String, value: &Value) -> Result<ToolFile, String> {
    let text = serde_json::to_string_pretty(value).map_err(|why| format!("{path} cannot be written: {why}."))?;
    Ok(ToolFile { path, content: text + "\n", runs: false })
}

/// The same schema, with words as the editor shows them best: in a list with what each means beside it, instead of one
/// small schema for each word.
fn for_an_editor(schema: Value) -> Value {
    match schema {
        Value::Object(mut fields) => {
            let words = fields
                .get("oneOf")
                .and_then(Value::as_array)
                .filter(|words| words.iter().all(|word| word.get("const").is_some()));
            if let Some(words) = words.cloned() {
                fields.remove("oneOf");
                let column = |name: &str| words.iter().map(|word| word[name].clone()).collect::<Value>();
                fields.insert("enum".into(), column("const"));
                fields.insert("enumDescriptions".into(), column("description"));
            }
            fields.into_iter().map(|(name, value)| (name, for_an_editor(value))).collect::<Map<_, _>>().into()
        }
        Value::Array(items) => items.into_iter().map(for_an_editor).collect(),
        other => other,
    }
}

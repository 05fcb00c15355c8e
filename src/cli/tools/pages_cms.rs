//! `.pages.yml`: forms in Pages CMS, which edits a repository at GitHub. Its file is described at
//! pagescms.org/docs/configuration.

use serde_json::{Map, Value, json};

use super::form::{Field, Forms, Input, label};
use super::yaml::yaml;
use crate::words::endonym;

const HEAD: &str = "# Forms for Pages CMS. Written by `commonweal tools` out of the schema of the feed.\n";

/// The file. `feed` is the feed's folder in the repository, empty or with a slash at its end.
pub(super) fn config(forms: &Forms, feed: &str) -> String {
    let titles = Titles(forms);
    let mut content = vec![json!({
        "name": "coalition", "label": "Coalition", "type": "file", "format": "json",
        "path": format!("{feed}coalition.json"),
        "fields": titles.fields(&forms.coalition, false),
    })];
    for (kind, fields) in &forms.records {
        let known_by = Forms::known_by(fields);
        content.push(json!({
            "name": kind.list(), "label": label(kind.list()), "type": "collection", "format": "json",
            "path": format!("{feed}{}", kind.list()),
            "filename": "{fields.id}.json",
            "view": {"fields": [known_by, "id"], "primary": known_by, "sort": [known_by, "id"], "search": [known_by, "id"]},
            "fields": titles.fields(fields, false),
        }));
    }
    content.push(json!({
        "name": "series", "label": "Series", "type": "collection", "format": "datagrid",
        "path": format!("{feed}series"),
        "filename": {"template": "indicator-id.csv", "field": "create"},
    }));
    // What no form shows, such as fields of one's own, stays in the file.
    let whole = json!({"settings": {"content": {"merge": true}}, "content": content});
    format!("{HEAD}{}", yaml(&whole))
}

struct Titles<'f>(&'f Forms);

impl Titles<'_> {
    /// `maybe`: inside a group that may be left out as a whole.
    fn fields(&self, fields: &[Field], maybe: bool) -> Vec<Value> {
        fields.iter().map(|field| self.field(field, maybe)).collect()
    }

    fn field(&self, field: &Field, maybe: bool) -> Value {
        let mut out = Map::new();
        let mut set = |name: &str, value: Value| out.insert(name.into(), value);
        set("name", field.name.as_str().into());
        set("label", field.label.as_str().into());
        set("description", field.hint.as_str().into());
        let kind = match &field.input {
            Input::Line { .. } => "string",
            Input::Lines => "text",
            Input::Number { .. } => "number",
            Input::YesNo => "boolean",
            Input::Choice(_) => "select",
            Input::Reference(_) => "reference",
            Input::Languages { .. } | Input::Group(_) => "object",
        };
        set("type", kind.into());
        if field.required {
            set("required", true.into());
        }
        let chosen = matches!(field.input, Input::Reference(_));
        if field.many && !chosen {
            set("list", json!({"collapsible": true}));
        }
        match &field.input {
            // An empty text would not have the form, so only texts that have to be there are held to it.
            Input::Line { pattern: Some(pattern) } if field.required && !field.many => {
                set("pattern", json!({"regex": pattern, "message": field.hint}));
            }
            Input::Line { .. } | Input::Lines => {}
            Input::Number { whole } => {
                if *whole {
                    set("options", json!({"min": 0}));
                }
            }
            // A "no" that nobody gave would make the whole group count as filled in.
            Input::YesNo => {
                if maybe {
                    set("default", Value::Null);
                }
            }
            Input::Choice(words) => {
                let values: Vec<Value> =
                    words.iter().map(|(word, about)| json!({"value": word, "label": said(word, about)})).collect();
                set("options", json!({"values": values}));
            }
            Input::Reference(kind) => {
                let target = self.0.records.iter().find(|(other, _)| other == kind);
                let title = target.map_or_else(|| "id".to_owned(), |(_, fields)| Forms::known_by(fields));
                let mut options = json!({
                    "collection": kind.list(),
                    "search": format!("id,{title}"),
                    "value": "{fields.id}",
                    "label": format!("{{fields.{title}}} ({{fields.id}})"),
                });
                if field.many {
                    options["multiple"] = true.into();
                    if field.required {
                        options["min"] = 1.into();
                    }
                }
                set("options", options);
            }
            Input::Languages { tags, short } => {
                let kind = if *short { "string" } else { "text" };
                let one = |(index, tag): (usize, &String)| {
                    let mut one = json!({"name": tag, "label": endonym(tag).unwrap_or(tag), "type": kind});
                    if index == 0 && field.required && !field.many {
                        one["required"] = true.into();
                    }
                    one
                };
                let languages: Vec<Value> = tags.iter().enumerate().map(one).collect();
                set("fields", languages.into());
            }
            Input::Group(fields) => {
                let fields = self.fields(fields, !field.required && !field.many);
                set("fields", fields.into());
            }
        }
        out.into()
    }
}

/// A word and what it means, for a list to choose from.
pub(super) fn said(word: &str, about: &str) -> String {
    if about.is_empty() { label(word) } else { format!("{}: {about}", label(word)) }
}

//! `config.yml` and the page of Sveltia CMS, which runs in the browser and edits a repository at GitHub, GitLab, Gitea or
//! Forgejo. Decap CMS reads the same file. Both are described at sveltiacms.app/en/docs and decapcms.org/docs.

use serde_json::{Map, Value, json};

use super::form::{Field, Forms, Input, label};
use super::pages_cms::said;
use super::yaml::yaml;
use crate::feed::schema;
use crate::words::endonym;

const HEAD: &str = "\
# Forms for Sveltia CMS. Written by `commonweal tools` out of the schema of the feed.
# Before you use it: write your own repository below, and see how people sign in at sveltiacms.app/en/docs/backends.
";

/// The page that loads Sveltia CMS from beside itself.
pub(super) const PAGE: &str = include_str!("files/admin/index.html");

/// The file. `feed` is the feed's folder in the repository, empty or with a slash at its end; `backend` and `repository`
/// say where the repository is.
pub(super) fn config(forms: &Forms, feed: &str, (backend, repository): (&str, &str)) -> String {
    let mut collections = Vec::new();
    for (kind, fields) in &forms.records {
        let known_by = Forms::known_by(fields);
        collections.push(json!({
            "name": kind.list(), "label": label(kind.list()), "label_singular": label(kind.wire()),
            "folder": format!("{feed}{}", kind.list()),
            "create": true, "format": "json", "extension": "json",
            "identifier_field": "id", "slug": "{{id}}",
            "summary": format!("{{{{{known_by}}}}}"),
            "sortable_fields": [known_by, "id"],
            "fields": self::fields(forms, fields),
        }));
    }
    collections.push(json!({
        "name": "series", "label": "Series", "label_singular": "Series",
        "folder": format!("{feed}series"),
        "create": true, "format": "raw", "extension": "csv",
        "slug": "{{fields._slug}}", "summary": "{{slug}}",
        "fields": [{
            "name": "body", "label": "Table", "widget": "text",
            "hint": format!("One line for each figure. The columns: {}.", schema::COLUMNS.map(|(name, _)| name).join(", ")),
        }],
    }));
    let whole = json!({
        "backend": {"name": backend, "repo": repository},
        "media_folder": format!("{feed}.media"),
        // Empty texts and lists are left out, as the check asks for.
        "output": {"omit_empty_optional_fields": true, "json": {"indent_style": "space", "indent_size": 2}},
        "editor": {"preview": false},
        "singletons": [{
            "name": "coalition", "label": "Coalition", "file": format!("{feed}coalition.json"), "format": "json",
            "fields": self::fields(forms, &forms.coalition),
        }],
        "collections": collections,
    });
    format!("{HEAD}{}", yaml(&whole))
}

fn fields(forms: &Forms, fields: &[Field]) -> Vec<Value> {
    fields.iter().map(|field| one(forms, field)).collect()
}

fn one(forms: &Forms, field: &Field) -> Value {
    let mut out = Map::new();
    out.insert("name".into(), field.name.as_str().into());
    out.insert("label".into(), field.label.as_str().into());
    let chosen = matches!(field.input, Input::Reference(_));
    if field.many && !chosen {
        out.insert("widget".into(), "list".into());
        if field.required {
            out.insert("min".into(), 1.into());
        }
        match widget(forms, field) {
            Value::Object(mut item) if item.contains_key("fields") => {
                out.insert("fields".into(), item.remove("fields").unwrap_or_default());
                out.insert("collapsed".into(), "auto".into());
            }
            item => {
                let mut inner = json!({"name": "item", "label": field.label});
                merge(&mut inner, item);
                out.insert("field".into(), inner);
            }
        }
    } else if let Value::Object(widget) = widget(forms, field) {
        out.extend(widget);
    }
    out.insert("hint".into(), field.hint.as_str().into());
    // The default of both programs is that a field has to be filled in.
    if !field.required {
        out.insert("required".into(), false.into());
    }
    out.into()
}

fn merge(into: &mut Value, from: Value) {
    if let (Value::Object(into), Value::Object(from)) = (into, from) {
        into.extend(from);
    }
}

/// The widget of a single value.
fn widget(forms: &Forms, field: &Field) -> Value {
    match &field.input {
        Input::Line { pattern: Some(pattern) } if field.required && !field.many => {
            json!({"widget": "string", "pattern": [pattern, field.hint]})
        }
        Input::Line { .. } => json!({"widget": "string"}),
        Input::Lines => json!({"widget": "text"}),
        Input::Number { whole: true } => json!({"widget": "number", "value_type": "int", "min": 0}),
        Input::Number { whole: false } => json!({"widget": "number", "value_type": "float"}),
        Input::YesNo => json!({"widget": "boolean"}),
        Input::Choice(words) => {
            let options: Vec<Value> =
                words.iter().map(|(word, about)| json!({"label": said(word, about), "value": word})).collect();
            json!({"widget": "select", "options": options})
        }
        Input::Reference(kind) => {
            let target = forms.records.iter().find(|(other, _)| other == kind);
            let title = target.map_or_else(|| "id".to_owned(), |(_, fields)| Forms::known_by(fields));
            let mut widget = json!({
                "widget": "relation", "collection": kind.list(), "value_field": "id",
                "search_fields": [title, "id"], "display_fields": [title, "id"],
            });
            if field.many {
                widget["multiple"] = true.into();
                if field.required {
                    widget["min"] = 1.into();
                }
            }
            widget
        }
        Input::Languages { tags, short } => {
            let widget = if *short { "string" } else { "text" };
            let languages: Vec<Value> = (tags.iter().enumerate())
                .map(|(index, tag)| {
                    let required = index == 0 && field.required && !field.many;
                    json!({"name": tag, "label": endonym(tag).unwrap_or(tag), "widget": widget, "required": required})
                })
                .collect();
            json!({"widget": "object", "fields": languages})
        }
        Input::Group(inner) => json!({"widget": "object", "fields": fields(forms, inner)}),
    }
}

//! Forms for people who never see JSON, out of the same schema that the reader has. [`super::pages_cms`] and
//! [`super::sveltia`] say the same form in their two languages.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::feed::id::Kind;
use crate::feed::model::for_each_list;
use crate::feed::{Feed, schema};

/// The forms of a feed in a folder.
pub(super) struct Forms {
    pub(super) coalition: Vec<Field>,
    pub(super) records: Vec<(Kind, Vec<Field>)>,
    /// Texts that some files write as one text and others by language. A form knows one way only and would lose the
    /// other, so they are in no form: `goals/title`.
    pub(super) mixed: Vec<String>,
}

/// One field of a form.
pub(super) struct Field {
    /// In the file.
    pub(super) name: String,
    /// For people.
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) required: bool,
    /// Whether it holds any number of the input.
    pub(super) many: bool,
    pub(super) input: Input,
}

pub(super) enum Input {
    /// A short text, with what it has to look like.
    Line {
        pattern: Option<String>,
    },
    /// A text of several lines.
    Lines,
    /// A text in each of these languages, the coalition's own first.
    Languages {
        tags: Vec<String>,
        short: bool,
    },
    Number {
        whole: bool,
    },
    YesNo,
    /// Words and what they mean.
    Choice(Vec<(String, String)>),
    /// The id of another record.
    Reference(Kind),
    Group(Vec<Field>),
}

/// Texts that fit into one line.
const SHORT: [&str; 10] =
    ["title", "name", "label", "term", "theme", "categories", "per", "tz", "languages", "license"];

/// How the feed writes a text.
#[derive(Default)]
struct Spoken {
    plain: bool,
    tags: Vec<String>,
}

impl Forms {
    /// The feed decides how texts are asked for: as one text, or in each language.
    ///
    /// # Errors
    /// A sentence, should a record not be writable.
    pub(super) fn of(feed: &Feed) -> Result<Self, String> {
        let failed = |why: serde_json::Error| format!("The feed cannot be written: {why}.");
        let default = feed.coalition.default_locale.as_str();
        let offered = feed.coalition.locales.iter().map(|locale| locale.as_str());
        let mut asked = vec![default.to_owned()];
        asked.extend(offered.filter(|tag| *tag != default).map(str::to_owned));

        let mut builder = Builder { definitions: Value::Null, spoken: BTreeMap::new(), asked, mixed: Vec::new() };
        let coalition = serde_json::to_value(&feed.coalition).map_err(failed)?;
        let coalition = builder.form(&schema::coalition(), "coalition", &[coalition]);
        let mut records = Vec::new();
        macro_rules! each_kind {
            ($($list:ident $one:ident $Record:ident $Id:ident;)*) => {$(
                let written: Result<Vec<Value>, _> = feed.$list.iter().map(serde_json::to_value).collect();
                let kind = Kind::$Record;
                let fields = builder.form(&schema::record(kind), kind.list(), &written.map_err(failed)?);
                records.push((kind, fields));
            )*};
        }
        for_each_list!(each_kind);
        Ok(Self { coalition, records, mixed: builder.mixed })
    }

    /// The field by which people know a record of this kind, as a path into it: `title` or `title.en`.
    pub(super) fn known_by(fields: &[Field]) -> String {
        let named =
            ["title", "name", "label", "term"].iter().find_map(|name| fields.iter().find(|field| field.name == *name));
        match named {
            Some(Field { name, input: Input::Languages { tags, .. }, .. }) => {
                tags.first().map_or_else(|| name.clone(), |tag| format!("{name}.{tag}"))
            }
            Some(field) => field.name.clone(),
            None => "id".to_owned(),
        }
    }
}

struct Builder {
    /// `$defs` of the schema at hand.
    definitions: Value,
    spoken: BTreeMap<String, Spoken>,
    asked: Vec<String>,
    mixed: Vec<String>,
}

impl Builder {
    fn form(&mut self, schema: &Value, path: &str, records: &[Value]) -> Vec<Field> {
        self.definitions = schema["$defs"].clone();
        for record in records {
            self.listen(schema, record, path);
        }
        self.fields(schema, path)
    }

    /// The schema that a property stands for, without "or nothing" and behind its name, and that name.
    fn resolve(&self, property: &Value) -> (Value, String) {
        let options = property["anyOf"].as_array();
        let property = options.and_then(|options| options.iter().find(|one| one["type"] != "null")).unwrap_or(property);
        match property["$ref"].as_str().and_then(|address| address.strip_prefix("#/$defs/")) {
            Some(name) => (self.definitions[name].clone(), name.to_owned()),
            None => (property.clone(), String::new()),
        }
    }

    /// Notes how each text of a record is written.
    fn listen(&mut self, schema: &Value, value: &Value, path: &str) {
        for (name, property) in schema["properties"].as_object().into_iter().flatten() {
            let (mut inner, mut called) = self.resolve(property);
            if inner["type"] == "array" {
                (inner, called) = self.resolve(&inner["items"]);
            }
            let path = format!("{path}/{name}");
            let written = &value[name.as_str()];
            for value in written.as_array().map_or(std::slice::from_ref(written), Vec::as_slice) {
                match value {
                    Value::String(_) if called == "Text" => self.spoken.entry(path.clone()).or_default().plain = true,
                    Value::Object(texts) if called == "Text" => {
                        let spoken = self.spoken.entry(path.clone()).or_default();
                        spoken.tags.extend(texts.keys().cloned());
                    }
                    Value::Object(_) => self.listen(&inner, value, &path),
                    _ => {}
                }
            }
        }
    }

    fn fields(&mut self, schema: &Value, path: &str) -> Vec<Field> {
        let required = |name: &str| schema["required"].as_array().is_some_and(|names| names.iter().any(|n| n == name));
        let mut fields = Vec::new();
        for (name, property) in schema["properties"].as_object().into_iter().flatten() {
            let (mut inner, mut called) = self.resolve(property);
            let many = inner["type"] == "array";
            if many {
                (inner, called) = self.resolve(&inner["items"]);
            }
            let Some(input) = self.input(&inner, &called, name, &format!("{path}/{name}")) else { continue };
            let mut hint = property["description"].as_str().unwrap_or_default().to_owned();
            // A date or a link says what it looks like; what a record or a list of words is, the form shows.
            if let (Input::Line { .. }, Some(form)) = (&input, inner["description"].as_str())
                && !called.is_empty()
                && called != "Text"
            {
                hint = format!("{hint} {form}");
            }
            fields.push(Field { name: name.clone(), label: label(name), hint, required: required(name), many, input });
        }
        fields
    }

    /// `None` for a text that is written in two ways.
    fn input(&mut self, schema: &Value, called: &str, name: &str, path: &str) -> Option<Input> {
        let short = SHORT.contains(&name);
        let is = |kind: &str| schema["type"] == kind || schema["type"][0] == kind;
        if called == "Text" {
            let spoken = self.spoken.get(path);
            let (plain, tags) = spoken.map_or((false, &[][..]), |spoken| (spoken.plain, spoken.tags.as_slice()));
            if plain && !tags.is_empty() {
                self.mixed.push(path.to_owned());
                return None;
            }
            if plain || (tags.is_empty() && self.asked.len() == 1) {
                return Some(if short { Input::Line { pattern: None } } else { Input::Lines });
            }
            let mut all = self.asked.clone();
            all.extend(tags.iter().cloned());
            let mut seen = Vec::new();
            all.retain(|tag| {
                !seen.contains(tag) && {
                    seen.push(tag.clone());
                    true
                }
            });
            return Some(Input::Languages { tags: all, short });
        }
        if let Some(words) = schema["oneOf"].as_array() {
            let text = |part: &Value| part.as_str().unwrap_or_default().to_owned();
            return Some(Input::Choice(words.iter().map(|w| (text(&w["const"]), text(&w["description"]))).collect()));
        }
        // A record's own id is written, every other is chosen.
        let leads_to = schema["title"].as_str().and_then(|title| title.strip_suffix(" id")).and_then(Kind::from_wire);
        Some(match leads_to {
            Some(kind) if name != "id" => Input::Reference(kind),
            _ if is("object") => Input::Group(self.fields(schema, path)),
            _ if is("boolean") => Input::YesNo,
            _ if is("number") => Input::Number { whole: false },
            _ if is("integer") => Input::Number { whole: true },
            _ => Input::Line { pattern: schema["pattern"].as_str().map(str::to_owned) },
        })
    }
}

/// `plain_summary` as people say it: "Plain summary".
pub(super) fn label(name: &str) -> String {
    let words = name.replace('_', " ");
    let mut characters = words.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

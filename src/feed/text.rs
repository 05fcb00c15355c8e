//! Texts of the feed: one string, or one for each language.

use std::borrow::Cow;

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::finding::{Finding, quoted, sentence};
use super::json;
use super::record::{FromNode, Reader, nearest};
use super::rule::Rule;

/// Most characters a single text may have.
pub(crate) const MAX_CHARACTERS: usize = 10_000;

/// Most languages of a single text.
const MAX_LANGUAGES: usize = 100;

/// Plain text in the coalition's default language, or in several languages. Never HTML, never Markdown.
#[derive(Clone, Debug, PartialEq)]
pub enum Text {
    /// In the coalition's default language.
    Plain(String),
    /// Language tag and text, in the order of the file.
    Languages(Vec<(String, String)>),
}

impl Text {
    /// The text in a language, and the language it is in fact in: the wanted one, else the default, else the first.
    pub fn in_language<'t>(&'t self, wanted: &'t str, default: &'t str) -> (&'t str, &'t str) {
        match self {
            Self::Plain(text) => (text, default),
            Self::Languages(texts) => {
                let find = |language: &str| texts.iter().find(|(tag, _)| tag == language);
                let found = find(wanted).or_else(|| find(default)).or_else(|| texts.first());
                found.map_or(("", default), |(tag, text)| (text.as_str(), tag.as_str()))
            }
        }
    }

    /// All its versions.
    pub fn versions(&self) -> impl Iterator<Item = &str> {
        let (plain, languages) = match self {
            Self::Plain(text) => (Some(text.as_str()), &[][..]),
            Self::Languages(texts) => (None, texts.as_slice()),
        };
        plain.into_iter().chain(languages.iter().map(|(_, text)| text.as_str()))
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::Plain(text.to_owned())
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::Plain(text)
    }
}

impl serde::Serialize for Text {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(TEXT, &Inner(self))
    }
}

/// By this name a serializer knows a text from an id or a word.
pub(super) const TEXT: &str = "Text";

/// A text as it is written: one string, or one for each language.
struct Inner<'t>(&'t Text);

impl serde::Serialize for Inner<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Text::Plain(text) => serializer.serialize_str(text),
            Text::Languages(texts) => serializer.collect_map(texts.iter().map(|(tag, text)| (tag, text))),
        }
    }
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Plain text in the coalition's default language, or an object with one text for each language tag.",
            "oneOf": [
                {"type": "string", "minLength": 1, "maxLength": MAX_CHARACTERS},
                {
                    "type": "object",
                    "minProperties": 1,
                    "propertyNames": {"pattern": LANGUAGE_PATTERN},
                    "additionalProperties": {"type": "string", "minLength": 1, "maxLength": MAX_CHARACTERS}
                }
            ]
        })
    }
}

/// A language tag as BCP 47 has it, in the simple forms: `en`, `hmn`, `zh-Hant`, `pt-BR`.
pub(super) const LANGUAGE_PATTERN: &str = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$";

pub(super) fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let is = |part: &str, lengths: &[usize], test: fn(&u8) -> bool| {
        lengths.contains(&part.len()) && part.as_bytes().iter().all(test)
    };
    let language = parts.next().is_some_and(|part| is(part, &[2, 3], u8::is_ascii_lowercase));
    let rest: Vec<_> = parts.collect();
    let script = |part: &str| {
        part.len() == 4 && is(&part[..1], &[1], u8::is_ascii_uppercase) && is(&part[1..], &[3], u8::is_ascii_lowercase)
    };
    let region = |part: &str| is(part, &[2], u8::is_ascii_uppercase) || is(part, &[3], u8::is_ascii_digit);
    tag.is_ascii()
        && language
        && match rest.as_slice() {
            [] => true,
            [one] => script(one) || region(one),
            [first, second] => script(first) && region(second),
            _ => false,
        }
}

impl FromNode for Text {
    fn example() -> String {
        "\"a text\"".into()
    }

    fn from_node(node: &Value<'_>, reader: &mut Reader<'_, '_, '_>) -> Option<Self> {
        match node {
            Value::StringLit(_) => String::from_node(node, reader).map(Self::Plain),
            Value::Object(object) if object.properties.len() > MAX_LANGUAGES => {
                let message =
                    sentence!("This text has {} languages; the limit is {MAX_LANGUAGES}.", object.properties.len());
                reader.report(Rule::TooLarge, node, message, "Keep the languages of the site.");
                None
            }
            Value::Object(object) if !object.properties.is_empty() => {
                reader.doubles(object);
                let texts: Vec<Option<(String, String)>> = object
                    .properties
                    .iter()
                    .map(|property| {
                        let tag = property.name.as_str();
                        let text = String::from_node(&property.value, reader);
                        if !is_language(tag) {
                            let message = sentence!("{} is not a language tag such as \"en\" or \"es\".", quoted(tag));
                            let range = property.name.range();
                            let place = reader.source.place(range.start, range.end);
                            let fix = "Write the tag of the text's language.";
                            reader.findings.push(Finding::new(Rule::WrongType, place, message, fix));
                            return None;
                        }
                        text.map(|text| (tag.to_owned(), text))
                    })
                    .collect();
                texts.into_iter().collect::<Option<Vec<_>>>().map(Self::Languages)
            }
            _ => {
                reader.wrong_type(node, "a text, or one text for each language such as {\"en\": \"…\", \"es\": \"…\"}");
                None
            }
        }
    }
}

/// A string that readers will see: never empty, no hidden characters, no personal data.
impl FromNode for String {
    fn example() -> String {
        "\"a text\"".into()
    }

    fn from_node(node: &Value<'_>, reader: &mut Reader<'_, '_, '_>) -> Option<Self> {
        let text = plain(node, reader)?;
        for (rule, message, fix) in personal_data(&text) {
            reader.report(rule, node, message, fix);
        }
        Some(text)
    }
}

/// A string without the search for personal data: contact fields, names of things.
pub(super) fn plain(node: &Value<'_>, reader: &mut Reader<'_, '_, '_>) -> Option<String> {
    let Value::StringLit(literal) = node else {
        reader.wrong_type(node, "a text in straight double quotes");
        return None;
    };
    let text = literal.value.as_ref();
    if text.trim().is_empty() {
        reader.report(
            Rule::WrongType,
            node,
            "This text is empty.",
            "Write it, or leave the field out if it may be missing.",
        );
        return None;
    }
    let characters = text.chars().count();
    if characters > MAX_CHARACTERS {
        let message = sentence!("This text has {characters} characters; the limit is {MAX_CHARACTERS}.");
        reader.report(Rule::TooLarge, node, message, "Shorten it, or link to a document.");
        return None;
    }
    if let Some((rule, message, fix)) = hidden(text) {
        let place = hidden_place(node, reader);
        reader.findings.push(Finding::new(rule, place, message, fix));
        return None;
    }
    Some(text.to_owned())
}

/// The finding for the first hidden character of a text, if it has one.
pub(super) fn hidden(text: &str) -> Option<(Rule, String, &'static str)> {
    let c = text.chars().find(|&c| is_hidden(c) || (c.is_control() && !"\n\t".contains(c)))?;
    let message = sentence!(
        "An invisible character (U+{:04X}) stands in this text; it can make it read differently from what it says.",
        u32::from(c)
    );
    Some((Rule::HiddenCharacter, message, "Retype the phrase by hand."))
}

/// The exact character where it stands bare in the source, else the whole text.
fn hidden_place(node: &Value<'_>, reader: &Reader<'_, '_, '_>) -> super::finding::Place {
    let (start, end) = json::span(node);
    let bare = reader.source.text.get(start..end).and_then(|raw| raw.char_indices().find(|(_, c)| is_hidden(*c)));
    match bare {
        Some((offset, c)) => reader.source.place(start + offset, start + offset + c.len_utf8()),
        None => reader.source.place(start, end),
    }
}

/// Characters that change how text is read without being seen: direction overrides and isolates, tags, private use,
/// invisible operators. The marks that Arabic, Hebrew and Persian are written with (U+200C to U+200F) are not among them.
pub(crate) fn is_hidden(c: char) -> bool {
    matches!(u32::from(c),
        0x180E | 0x200B | 0x202A..=0x202E | 0x2060..=0x206F | 0xFEFF
        | 0xFFF9..=0xFFFB | 0xE000..=0xF8FF | 0xE0000..=0xE0FFF | 0xF0000..=0x10FFFF)
}

/// E-mail addresses and telephone numbers in a text that everybody reads.
pub(super) fn personal_data(text: &str) -> Vec<(Rule, String, &'static str)> {
    let mut found = Vec::new();
    if !crate::SPEAKS {
        return found;
    }
    if let Some(address) = email(text) {
        let fix = "Remove it; an office address belongs in a contact field.";
        found.push((Rule::EmailInText, sentence!("{} is an e-mail address in public text.", quoted(address)), fix));
    }
    if let Some(number) = phone(text) {
        let fix = "Remove it if it is a person's; an office number belongs in a contact field.";
        found.push((Rule::PhoneInText, sentence!("{} looks like a telephone number.", quoted(number)), fix));
    }
    found
}

/// The first e-mail address in a text.
pub(crate) fn email(text: &str) -> Option<&str> {
    text.split(|c: char| c.is_whitespace() || "<>(),;:\"“”".contains(c)).map(|word| word.trim_end_matches('.')).find(
        |word| {
            word.split_once('@').is_some_and(|(name, host)| {
                let part = |c: char| c.is_alphanumeric() || "._%+-".contains(c);
                let suffix = host.rsplit('.').next().unwrap_or_default();
                !name.is_empty()
                    && name.chars().all(part)
                    && host.contains('.')
                    && suffix.len() >= 2
                    && suffix.chars().all(char::is_alphabetic)
            })
        },
    )
}

/// Ten to fifteen digits, or seven written as `555-0100`, with the marks that telephone numbers are written with.
/// Years, sums of money and identifiers without such marks are left alone.
fn phone(text: &str) -> Option<&str> {
    let is_mark = |c: char| " -.()".contains(c) || c == '\u{a0}';
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit() || c == '+') {
        let tail = &rest[start..];
        let end = tail.find(|c: char| !(c.is_ascii_digit() || is_mark(c) || c == '+')).unwrap_or(tail.len());
        let run = tail[..end].trim_end_matches(is_mark);
        let groups: Vec<&str> = run.split(is_mark).filter(|group| !group.is_empty()).collect();
        let digits = run.chars().filter(char::is_ascii_digit).count();
        let free_before = !rest[..start].ends_with(|c: char| c.is_alphanumeric() || "$€£/".contains(c));
        let local = digits == 7 && groups.len() == 2 && groups[0].len() == 3 && run.contains('-');
        let long = (10..=15).contains(&digits)
            && (groups.len() >= 3 || run.starts_with('+'))
            && groups.iter().all(|group| group.len() <= 5 || run.starts_with('+'));
        let years = groups.iter().all(|group| group.len() == 4 && (group.starts_with("19") || group.starts_with("20")));
        let iso_date = groups.len() == 3 && groups[0].len() == 4 && digits == 8;
        if free_before && (local || long) && !years && !iso_date {
            return Some(run);
        }
        rest = &tail[end.max(1)..];
    }
    None
}

/// The nearest known id, as a half sentence for a message, or nothing.
pub(super) fn did_you_mean<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> String {
    nearest(word, known).map_or(String::new(), |meant| sentence!(" Did you mean \"{meant}\"?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, codes: &[&str]) {
        let found: Vec<_> = personal_data(text).iter().map(|(rule, ..)| rule.code()).collect();
        assert_eq!(found, codes, "{text}");
    }

    #[test]
    fn personal_data_is_seen_and_numbers_are_not() {
        check("Write to maria.lopez@example.org.", &["X507"]);
        check("Call 555-0100 or come by", &["X508"]);
        check("Call +1 555 010 0199", &["X508"]);
        check("Call (555) 010-0199", &["X508"]);
        check("Between 2019 2020 2021 it rose", &[]);
        check("On 2024-05-17, 1,312 ballots; $2,100,000", &[]);
        check("Priced at 5 @ 3 each, see @library", &[]);
        check("ISO 3166-1, RFC 5545, GB-CHC-1234567", &[]);
        check("about 9,400 children aged 0 to 9 in 2024 2025", &[]);
    }

    #[test]
    fn language_tags() {
        for good in ["en", "hmn", "pt-BR", "zh-Hant", "zh-Hant-TW", "es-419"] {
            assert!(is_language(good), "{good}");
        }
        for bad in ["", "e", "EN", "en_US", "en-us", "english", "en-", "zh-Hant-TW-x", "ñn"] {
            assert!(!is_language(bad), "{bad}");
        }
    }

    #[test]
    fn a_missing_language_falls_back_and_says_so() {
        let text = Text::Languages(vec![("en".into(), "Reading".into()), ("es".into(), "Lectura".into())]);
        assert_eq!(text.in_language("es", "en"), ("Lectura", "es"));
        assert_eq!(text.in_language("ar", "en"), ("Reading", "en"));
        assert_eq!(Text::from("x").in_language("es", "en"), ("x", "en"));
    }
}

//! A language file, read. By the parser that the feed is read with: serde's would be a second one in every browser.

use std::collections::BTreeMap;

use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, parse_to_ast};

use super::number::Symbols;
use super::plural::Family;
use super::{Catalog, CatalogError, Direction};
use crate::feed::json::STRICT;

/// Fields that are not known are passed over.
pub(super) fn catalog(text: &str) -> Result<Catalog, CatalogError> {
    let parsed =
        parse_to_ast(text, &CollectOptions::default(), &STRICT).map_err(|why| CatalogError(why.to_string()))?;
    let Some(Value::Object(root)) = &parsed.value else { return Err(CatalogError("it is no object".into())) };
    let file = Part { text, object: root };
    let numbers = file.part("numbers")?;
    Ok(Catalog {
        lang: file.string("lang")?,
        name: file.string("name")?,
        dir: match file.string("dir")?.as_str() {
            "ltr" => Direction::Ltr,
            "rtl" => Direction::Rtl,
            _ => return Err(file.wrong("dir", "\"ltr\" or \"rtl\"")),
        },
        plural: Family::named(&file.string("plural")?).ok_or_else(|| file.wrong("plural", "a known plural family"))?,
        numbers: Symbols {
            decimal: numbers.string("decimal")?,
            group: numbers.string("group")?,
            group_from: numbers.number("group_from")?,
            minus: numbers.string("minus")?,
            plus: numbers.string("plus")?,
        },
        months: file.strings("months")?,
        months_alone: file.find("months_alone").map(|_| file.strings("months_alone")).transpose()?,
        months_short: file.strings("months_short")?,
        weekdays: file.strings("weekdays")?,
        currencies: file.map("currencies")?,
        formats: file.map("formats")?,
        messages: file.map("messages")?,
    })
}

/// One object of the file.
struct Part<'f, 'v> {
    text: &'f str,
    object: &'f Object<'v>,
}

impl<'f, 'v> Part<'f, 'v> {
    fn find(&self, name: &str) -> Option<&'f Value<'v>> {
        self.object.properties.iter().find(|property| property.name.as_str() == name).map(|property| &property.value)
    }

    fn wrong(&self, name: &str, wanted: &str) -> CatalogError {
        let offset = self.find(name).map_or(self.object.range.start, |value| value.range().start);
        let before = &self.text[..offset];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |rest| rest.chars().count()) + 1;
        CatalogError(format!("\"{name}\" should be {wanted}, on line {line} column {column}"))
    }

    fn string(&self, name: &str) -> Result<String, CatalogError> {
        self.find(name).and_then(string).ok_or_else(|| self.wrong(name, "a text"))
    }

    fn number(&self, name: &str) -> Result<usize, CatalogError> {
        let number = match self.find(name) {
            Some(Value::NumberLit(number)) => number.value.parse().ok(),
            _ => None,
        };
        number.ok_or_else(|| self.wrong(name, "a whole number"))
    }

    fn strings<const N: usize>(&self, name: &str) -> Result<[String; N], CatalogError> {
        let items = match self.find(name) {
            Some(Value::Array(array)) => array.elements.iter().map(string).collect::<Option<Vec<_>>>(),
            _ => None,
        };
        items.and_then(|items| items.try_into().ok()).ok_or_else(|| self.wrong(name, &format!("a list of {N} texts")))
    }

    fn part(&self, name: &str) -> Result<Self, CatalogError> {
        match self.find(name) {
            Some(Value::Object(object)) => Ok(Self { text: self.text, object }),
            _ => Err(self.wrong(name, "an object")),
        }
    }

    fn map(&self, name: &str) -> Result<BTreeMap<String, String>, CatalogError> {
        let inside = self.part(name)?;
        let mut map = BTreeMap::new();
        for property in &inside.object.properties {
            let key = property.name.as_str();
            map.insert(key.to_owned(), string(&property.value).ok_or_else(|| inside.wrong(key, "a text"))?);
        }
        Ok(map)
    }
}

fn string(value: &Value<'_>) -> Option<String> {
    match value {
        Value::StringLit(text) => Some(text.value.to_string()),
        _ => None,
    }
}

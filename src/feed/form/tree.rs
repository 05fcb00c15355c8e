//! A JSON file as a tree that keeps every text as it was written.

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;

/// A value and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tree {
    /// A string: with its quotes and escapes as written, and what it says.
    Text {
        written: String,
        says: String,
    },
    /// A number, true, false or null, as written.
    Bare(String),
    List(Vec<Tree>),
    Object(Vec<Field>),
}

/// A field of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The name with its quotes, as written.
    pub(super) written: String,
    pub name: String,
    pub value: Tree,
}

impl Field {
    /// A field with this name, which is written with no more escapes than it needs.
    pub fn new(name: &str, value: Tree) -> Self {
        Self { written: quoted(name), name: name.to_owned(), value }
    }
}

impl Tree {
    /// The tree of a parsed file. `text` is what was parsed.
    pub(super) fn of(value: &Value<'_>, text: &str) -> Self {
        let range = value.range();
        let written = || text.get(range.start..range.end).unwrap_or_default().to_owned();
        match value {
            Value::StringLit(literal) => Self::Text { written: written(), says: literal.value.to_string() },
            Value::Array(array) => Self::List(array.elements.iter().map(|item| Self::of(item, text)).collect()),
            Value::Object(object) => {
                let field = |property: &jsonc_parser::ast::ObjectProp<'_>| {
                    let range = property.name.range();
                    Field {
                        written: text.get(range.start..range.end).unwrap_or_default().to_owned(),
                        name: property.name.as_str().to_owned(),
                        value: Self::of(&property.value, text),
                    }
                };
                Self::Object(object.properties.iter().map(field).collect())
            }
            Value::NumberLit(_) | Value::BooleanLit(_) | Value::NullKeyword(_) => Self::Bare(written()),
        }
    }

    /// A string with no more escapes than it needs.
    pub fn text(says: &str) -> Self {
        Self::Text { written: quoted(says), says: says.to_owned() }
    }

    /// The word `null`.
    pub fn null() -> Self {
        Self::Bare("null".to_owned())
    }

    pub(super) fn is_null(&self) -> bool {
        matches!(self, Self::Bare(word) if word == "null")
    }

    /// What a string says; `None` for anything else.
    pub fn says(&self) -> Option<&str> {
        match self {
            Self::Text { says, .. } => Some(says),
            _ => None,
        }
    }

    pub(super) fn fields(&self) -> &[Field] {
        match self {
            Self::Object(fields) => fields,
            _ => &[],
        }
    }

    /// The value of the first field of this name; `None` for anything but an object.
    pub fn field(&self, name: &str) -> Option<&Tree> {
        self.fields().iter().find(|field| field.name == name).map(|field| &field.value)
    }
}

/// A text in quotes, as JSON writes it with the fewest escapes.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

//! From parsed JSON to typed records, collecting every finding on the way instead of stopping at the first.
//!
//! `record!` and `choice!` make three things out of one declaration: the type, its reader and its JSON Schema.
//! serde's own deserializer was rejected: it stops at the first error and knows no positions.

use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;

use super::finding::{Finding, Place, quoted, sentence};
use super::id::Reference;
use super::json;
use super::rule::{Rule, Severity};
use super::source::{At, SourceText};
use super::text::did_you_mean;

/// Most fields a single object may have.
const MAX_FIELDS: usize = 1000;

/// What reading one file gathers.
pub(crate) struct Reader<'r, 's, 'a> {
    pub(super) source: &'s SourceText<'a>,
    pub(super) findings: &'r mut Vec<Finding>,
    /// Every id that stands where a reference is meant, to be looked up once all records are read.
    pub(super) references: &'r mut Vec<Reference<'s, 'a>>,
    /// The same for references that may lead to any kind of record.
    pub(super) any_references: &'r mut Vec<(String, At<'s, 'a>)>,
}

/// Nobody reads more findings than this, and a hostile file must not fill the memory.
const MAX_FINDINGS: usize = 500;

/// Whether reading may stop. Only once there is an error: what is left out must never be taken for good.
pub(super) fn enough(findings: &[Finding]) -> bool {
    findings.len() > MAX_FINDINGS && findings.iter().rev().any(Finding::is_error)
}

/// Whether one more finding is worth its place. Errors are kept until reading stops.
pub(super) fn takes(findings: &[Finding], severity: Severity) -> bool {
    severity == Severity::Error || findings.len() <= MAX_FINDINGS
}

impl<'s, 'a> Reader<'_, 's, 'a> {
    pub(super) fn at(&self, node: &Value<'_>) -> At<'s, 'a> {
        let (start, end) = json::span(node);
        self.source.at(start, end)
    }

    pub(super) fn place(&self, node: &Value<'_>) -> Place {
        let (start, end) = json::span(node);
        self.source.place(start, end)
    }

    pub(super) fn report(&mut self, rule: Rule, node: &Value<'_>, message: impl Into<String>, fix: impl Into<String>) {
        if !takes(self.findings, rule.severity()) {
            return;
        }
        let place = self.place(node);
        self.findings.push(Finding::new(rule, place, message, fix));
    }

    pub(super) fn wrong_type(&mut self, node: &Value<'_>, wanted: &str) {
        if !crate::SPEAKS {
            return self.report(Rule::WrongType, node, "", "");
        }
        let wrote = match node {
            Value::StringLit(text) => quoted(&text.value),
            Value::NumberLit(number) if number.value.len() > 40 => "a very long number".to_owned(),
            Value::NumberLit(number) => number.value.to_owned(),
            other => json::kind_of(other).to_owned(),
        };
        self.report(
            Rule::WrongType,
            node,
            sentence!("Here stands {wrote}; {wanted} is needed."),
            sentence!("Write {wanted}."),
        );
    }

    /// Which word of a closed list a node is.
    pub(crate) fn word(&mut self, node: &Value<'_>, known: &[&'static str]) -> Option<usize> {
        let found = match node {
            Value::StringLit(text) => known.iter().position(|word| *word == text.value),
            _ => None,
        };
        if found.is_none() {
            self.unknown_word(node, known, &one_of(known));
        }
        found
    }

    /// For a word that is none of a closed list. The list stands in the fix: it can be long.
    pub(super) fn unknown_word(&mut self, node: &Value<'_>, known: &[&'static str], example: &str) {
        match node {
            _ if !crate::SPEAKS => self.report(Rule::WrongType, node, "", ""),
            Value::StringLit(word) => {
                let meant = did_you_mean(&word.value, known.iter().copied());
                let message = sentence!("{} is not a word for this field.{meant}", quoted(&word.value));
                self.report(Rule::WrongType, node, message, sentence!("Write {example}."));
            }
            _ => {
                let message = sentence!("Here stands {}; a word in quotes is needed.", json::kind_of(node));
                self.report(Rule::WrongType, node, message, sentence!("Write {example}."));
            }
        }
    }

    /// The object's fields, after looking for doubles and for names that nobody knows.
    pub(crate) fn fields<'n, 'v>(
        &mut self,
        node: &'n Value<'v>,
        what: &'static str,
        known: &[&'static str],
    ) -> Option<&'n Object<'v>> {
        let Value::Object(object) = node else {
            self.wrong_type(node, &sentence!("an object in {{ }} with the fields of {what}"));
            return None;
        };
        if object.properties.len() > MAX_FIELDS {
            let message = sentence!("This object has {} fields; the limit is {MAX_FIELDS}.", object.properties.len());
            self.report(Rule::TooLarge, node, message, "Use a list for many things of one kind.");
            return None;
        }
        self.doubles(object);
        // A page is no place to look for slips: an older app may read the feed of a newer program, whose fields it does
        // not know.
        let properties: &[_] = if crate::SPEAKS { &object.properties } else { &[] };
        for property in properties {
            let name = property.name.as_str();
            if known.contains(&name) || name.starts_with("x_") {
                continue;
            }
            let meant = nearest(name, known.iter().copied());
            if meant.is_none() && !takes(self.findings, Rule::UnknownField.severity()) {
                continue;
            }
            let range = property.name.range();
            let place = self.source.place(range.start, range.end);
            self.findings.push(match meant {
                Some(meant) => Finding::new(
                    Rule::MisspeltField,
                    place,
                    sentence!("{} is not a field of {what}. Did you mean \"{meant}\"?", quoted(name)),
                    sentence!("Write \"{meant}\", or start the name with x_ if the field is your own."),
                ),
                None => Finding::new(
                    Rule::UnknownField,
                    place,
                    sentence!("{} is not a field of {what} that this version knows; it is passed over.", quoted(name)),
                    "Delete it, or start its name with x_ if the field is your own.",
                ),
            });
        }
        Some(object)
    }

    pub(super) fn doubles(&mut self, object: &Object<'_>) {
        let names = || object.properties.iter().map(|property| property.name.as_str());
        for (index, property) in object.properties.iter().enumerate() {
            if names().take(index).any(|name| name == property.name.as_str()) {
                let range = property.name.range();
                let finding = Finding::new(
                    Rule::DuplicateKey,
                    self.source.place(range.start, range.end),
                    sentence!("{} is written twice in one object.", quoted(property.name.as_str())),
                    "Keep one of the two; readers would see only the last.",
                );
                self.findings.push(finding);
            }
        }
    }

    /// One field of an object. `None` means that a finding has been reported.
    ///
    /// Not inlined, and all that does not need the type in functions of its own: this is compiled for every type.
    #[inline(never)]
    pub(crate) fn field<T: FromNode>(&mut self, node: &Value<'_>, object: &Object<'_>, name: &str) -> Option<T> {
        match written(object, name) {
            Some(value) => T::from_node(value, self),
            None => T::missing().or_else(|| {
                let example = if crate::SPEAKS { T::example() } else { String::new() };
                self.report_missing(node, object, name, &example);
                None
            }),
        }
    }

    #[inline(never)]
    fn report_missing(&mut self, node: &Value<'_>, object: &Object<'_>, name: &str, example: &str) {
        if !crate::SPEAKS || !self.is_misspelt(object, name) {
            let message = sentence!("The field \"{name}\" is missing.");
            self.report(Rule::MissingField, node, message, sentence!("Add \"{name}\": {example}."));
        }
    }

    /// Whether a field is there under a name that has been reported as a slip of this one: one mistake, one finding.
    fn is_misspelt(&self, object: &Object<'_>, name: &str) -> bool {
        let slips =
            object.properties.iter().filter(|slip| nearest(slip.name.as_str(), std::iter::once(name)).is_some());
        let mut places = slips.map(|slip| self.source.place(slip.name.range().start, slip.name.range().end));
        let meant = sentence!("Did you mean \"{name}\"?");
        let reported = |finding: &Finding| finding.rule == Rule::MisspeltField && finding.message.ends_with(&meant);
        places.any(|place| self.findings.iter().any(|finding| reported(finding) && finding.place == place))
    }
}

/// The words of a closed list, for a fix.
pub(crate) fn one_of(words: &[&str]) -> String {
    sentence!("one of \"{}\"", words.join("\", \""))
}

/// The value of a field, if it is written.
#[inline(never)]
fn written<'n, 'v>(object: &'n Object<'v>, name: &str) -> Option<&'n Value<'v>> {
    object.properties.iter().find(|property| property.name.as_str() == name).map(|property| &property.value)
}

/// The known word that a wrong one was probably meant to be: at most one slip in short words, two in longer ones.
pub(super) fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    if !crate::SPEAKS || word.len() > 80 {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    known
        .map(|candidate| (strsim::damerau_levenshtein(&lower, candidate), candidate))
        .filter(|(distance, candidate)| {
            let allowed = if candidate.len() < 5 { 1 } else { 2 };
            *distance <= allowed
        })
        .min()
        .map(|(_, candidate)| candidate)
}

/// A value that can be read out of JSON.
pub(crate) trait FromNode: Sized {
    /// What a valid value looks like, for the fix of "is missing".
    fn example() -> String;

    /// The value, or `None` after reporting why not.
    fn from_node(node: &Value<'_>, reader: &mut Reader<'_, '_, '_>) -> Option<Self>;

    /// What a field that is not written means; `None` where it has to be written.
    fn missing() -> Option<Self> {
        None
    }

    /// Whether the field can be left out when the value is written.
    fn is_absent(&self) -> bool {
        false
    }

    /// What is known of the value before it is read.
    fn shape() -> Shape {
        Shape::Other
    }
}

/// The fields of a record in their order, each with the form of its value.
pub(crate) type Fields = &'static [(&'static str, fn() -> Shape)];

/// The form of a value, as its type declares it: what a file is put in order by. Only the command line asks for it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shape {
    Record(Fields),
    /// A list, and the form of its items.
    List(fn() -> Shape),
    Number,
    /// True or false.
    Flag,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A day, as precise as it is known.
    Date,
    /// A text, a link, an id: whatever has no parts and no order of its own.
    Other,
}

/// For `skip_serializing_if`.
pub(crate) fn absent<T: FromNode>(value: &T) -> bool {
    value.is_absent()
}

impl<T: FromNode> FromNode for Option<T> {
    fn example() -> String {
        T::example()
    }

    fn from_node(node: &Value<'_>, reader: &mut Reader<'_, '_, '_>) -> Option<Self> {
        match node {
            Value::NullKeyword(_) => Some(None),
            _ => T::from_node(node, reader).map(Some),
        }
    }

    fn missing() -> Option<Self> {
        Some(None)
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn shape() -> Shape {
        T::shape()
    }
}

impl<T: FromNode> FromNode for Vec<T> {
    fn example() -> String {
        "[]".into()
    }

    fn from_node(node: &Value<'_>, reader: &mut Reader<'_, '_, '_>) -> Option<Self> {
        let Value::Array(array) = node else {
            reader.wrong_type(node, "a list in [ ]");
            return None;
        };
        let mut items = Some(Vec::with_capacity(array.elements.len()));
        for item in &array.elements {
            if enough(reader.findings) {
                return None;
            }
            match (T::from_node(item, reader), &mut items) {
                (Some(item), Some(items)) => items.push(item),
                _ => items = None,
            }
        }
        items
    }

    fn missing() -> Option<Self> {
        Some(Self::new())
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn shape() -> Shape {
        Shape::List(T::shape)
    }
}

/// A list with at least one item.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[serde(transparent)]
pub struct OneOrMore<T>(Vec<T>);

impl<T> OneOrMore<T> {
    /// `None` for an empty list.
    pub fn new(items: Vec<T>) -> Option<Self> {
        (!items.is_empty()).then_some(Self(items))
    }
}

impl<T> std::ops::Deref for OneOrMore<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T: schemars::JsonSchema> schemars::JsonSchema for OneOrMore<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("OneOrMore_{}", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "array", "minItems": 1, "items": generator.subschema_for::<T>()})
    }
}

impl<T: FromNode> FromNode for OneOrMore<T> {
    fn example() -> String {
        "[…] with at least one item".into()
    }

    fn from_node(node: &Value<'_>, reader: &mut Reader<'_, '_, '_>) -> Option<Self> {
        let items = Vec::from_node(node, reader)?;
        Self::new(items).or_else(|| {
            reader.report(Rule::MissingField, node, "This list is empty; at least one item is needed.", "Put one in.");
            None
        })
    }

    fn shape() -> Shape {
        Shape::List(T::shape)
    }
}

impl FromNode for bool {
    fn example() -> String {
        "true".into()
    }

    fn from_node(node: &Value<'_>, reader: &mut Reader<'_, '_, '_>) -> Option<Self> {
        match node {
            Value::BooleanLit(literal) => Some(literal.value),
            _ => {
                reader.wrong_type(node, "true or false, without quotes");
                None
            }
        }
    }

    fn missing() -> Option<Self> {
        Some(false)
    }

    fn is_absent(&self) -> bool {
        !self
    }

    fn shape() -> Shape {
        Shape::Flag
    }
}

impl FromNode for f64 {
    fn example() -> String {
        "a number".into()
    }

    fn from_node(node: &Value<'_>, reader: &mut Reader<'_, '_, '_>) -> Option<Self> {
        let number = match node {
            Value::NumberLit(literal) => super::number::number(literal.value, reader.source.numbers),
            _ => None,
        };
        match node {
            _ if number.is_some() => {}
            Value::NumberLit(_) => {
                reader.report(
                    Rule::WrongType,
                    node,
                    "This number is larger than programs can keep.",
                    "Use a larger unit.",
                );
            }
            _ => reader.wrong_type(node, "a number, without quotes and without a percent sign"),
        }
        number
    }

    fn shape() -> Shape {
        Shape::Number
    }
}

impl FromNode for u32 {
    fn example() -> String {
        "a whole number".into()
    }

    fn from_node(node: &Value<'_>, reader: &mut Reader<'_, '_, '_>) -> Option<Self> {
        let number = match node {
            Value::NumberLit(literal) => super::number::number(literal.value, reader.source.numbers),
            _ => None,
        };
        let whole = number.filter(|n| n.fract() == 0.0 && *n >= 0.0 && *n <= f64::from(u32::MAX));
        if whole.is_none() {
            reader.wrong_type(node, "a whole number from 0 up");
        }
        // In range, as just tested.
        whole.map(|n| n as u32)
    }

    fn shape() -> Shape {
        Shape::Number
    }
}

/// A record of the feed: a struct, its reader and its schema. Fields that are `Option`, `Vec` or `bool` may be left out.
macro_rules! record {
    (
        $(#[$meta:meta])*
        pub struct $Name:ident ($what:literal) {
            $($(#[$field_meta:meta])* $field:ident $(as $wire:literal)? : $Type:ty,)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, schemars::JsonSchema)]
        #[schemars(deny_unknown_fields)]
        pub struct $Name {
            $(
                $(#[$field_meta])*
                $(#[serde(rename = $wire)])?
                #[serde(skip_serializing_if = "crate::feed::record::absent")]
                pub $field: $Type,
            )*
        }

        impl $crate::feed::record::FromNode for $Name {
            fn example() -> String {
"{ … }".into()
}

            fn from_node(
                node: &jsonc_parser::ast::Value<'_>,
                reader: &mut $crate::feed::record::Reader<'_, '_, '_>,
            ) -> Option<Self> {
                let names = [$($crate::feed::record::wire_name!($field $($wire)?)),*];
                let object = reader.fields(node, $what, &names)?;
                // All fields are read before any is looked at, so that all findings are collected.
                $(let $field: Option<$Type> =
                    reader.field(node, object, $crate::feed::record::wire_name!($field $($wire)?));)*
                // In one step: a `?` for each would have the compiler write out the end of all the others each time.
                if !($($field.is_some() &&)* true) {
                    return None;
                }
                Some(Self { $($field: $field?),* })
            }

            fn shape() -> $crate::feed::record::Shape {
                const FIELDS: $crate::feed::record::Fields = &[$((
                    $crate::feed::record::wire_name!($field $($wire)?),
                    <$Type as $crate::feed::record::FromNode>::shape,
                )),*];
                $crate::feed::record::Shape::Record(FIELDS)
            }
        }
    };
}

macro_rules! wire_name {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $wire:literal) => {
        $wire
    };
}

/// A closed list of words: an enum, its reader and its schema. What the doc comments say of the list and of each word is
/// what an editor shows beside it.
macro_rules! choice {
    (
        $(#[doc = $about:literal])*
        pub enum $Name:ident { $($(#[doc = $meaning:literal])* $Case:ident = $wire:literal,)* }
    ) => {
        $(#[doc = $about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $Name { $($(#[doc = $meaning])* $Case,)* }

        impl $Name {
            pub const ALL: &'static [Self] = &[$(Self::$Case,)*];
            const WIRES: &'static [&'static str] = &[$($wire,)*];

            /// The word in the feed.
            pub const fn wire(self) -> &'static str {
                match self { $(Self::$Case => $wire,)* }
            }

            /// The other way round.
            pub fn from_wire(word: &str) -> Option<Self> {
                Self::WIRES.iter().position(|wire| *wire == word).and_then(|at| Self::ALL.get(at)).copied()
            }
        }

        impl serde::Serialize for $Name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.wire())
            }
        }

        impl schemars::JsonSchema for $Name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($Name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::feed::schema::choice(
                    concat!($($about,)* ""),
                    &[$(($wire, concat!($($meaning,)* ""))),*],
                )
            }
        }

        impl $crate::feed::record::FromNode for $Name {
            fn example() -> String {
                $crate::feed::record::one_of(Self::WIRES)
            }

            fn from_node(
                node: &jsonc_parser::ast::Value<'_>,
                reader: &mut $crate::feed::record::Reader<'_, '_, '_>,
            ) -> Option<Self> {
                reader.word(node, Self::WIRES).and_then(|at| Self::ALL.get(at)).copied()
            }

            fn shape() -> $crate::feed::record::Shape {
                $crate::feed::record::Shape::Word(Self::WIRES)
            }
        }
    };
}

pub(crate) use {choice, record, wire_name};

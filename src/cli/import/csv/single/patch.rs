//! Changes to the text of a JSON file that leave everything else as it is.

use jsonc_parser::ast::{Array, Object, Value};
use jsonc_parser::common::{Range, Ranged};

/// Whether blanks follow commas and colons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Style {
    is_tight: bool,
}

impl Style {
    /// As the text has it: a published feed has no blanks, one that people edit has them.
    pub(super) fn of(text: &str) -> Self {
        Self { is_tight: text.contains("\":") && !text.contains("\": ") }
    }

    pub(super) fn list(self, items: &[String]) -> String {
        format!("[{}]", items.join(if self.is_tight { "," } else { ", " }))
    }

    pub(super) fn object(self, parts: &[String]) -> String {
        if self.is_tight { format!("{{{}}}", parts.join(",")) } else { format!("{{ {} }}", parts.join(", ")) }
    }
}

/// A field and its value.
pub(super) fn property(name: &str, value: &str, style: Style) -> String {
    format!("\"{name}\":{}{value}", if style.is_tight { "" } else { " " })
}

/// Replacements by range, applied all together.
pub(super) struct Patch<'t> {
    text: &'t str,
    changes: Vec<(usize, usize, String)>,
}

impl<'t> Patch<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, changes: Vec::new() }
    }

    pub(super) fn text_of(&self, range: Range) -> &'t str {
        self.text.get(range.start..range.end).unwrap_or_default()
    }

    pub(super) fn replace(&mut self, value: &Value<'_>, text: String) {
        self.replace_range(value.range(), text);
    }

    pub(super) fn replace_range(&mut self, range: Range, text: String) {
        self.changes.push((range.start, range.end, text));
    }

    /// Puts items before the elements with these places, in the order given; the place behind the last one is the end.
    pub(super) fn insert(&mut self, array: &Array<'_>, items: &[(usize, String)]) {
        let ranges: Vec<Range> = array.elements.iter().map(Ranged::range).collect();
        let between = self.between(&ranges);
        let Some(last) = ranges.last() else {
            if !items.is_empty() {
                let texts: Vec<&str> = items.iter().map(|(_, text)| text.as_str()).collect();
                self.changes.push((array.range.start, array.range.end, format!("[{}]", texts.join(", "))));
            }
            return;
        };
        for (at, text) in items {
            match ranges.get(*at) {
                Some(range) => self.changes.push((range.start, range.start, format!("{text}{between}"))),
                None => self.changes.push((last.end, last.end, format!("{between}{text}"))),
            }
        }
    }

    /// Adds a field at the end of an object.
    pub(super) fn add(&mut self, object: &Object<'_>, property: &str) {
        let ranges: Vec<Range> = object.properties.iter().map(Ranged::range).collect();
        let between = self.between(&ranges);
        match ranges.last() {
            Some(last) => self.changes.push((last.end, last.end, format!("{between}{property}"))),
            None => self.changes.push((object.range.start, object.range.end, format!("{{{property}}}"))),
        }
    }

    /// What stands between the last two of several things: a comma and blanks.
    fn between(&self, ranges: &[Range]) -> &'t str {
        match ranges {
            [.., a, b] => self.text.get(a.end..b.start).unwrap_or(", "),
            _ => ", ",
        }
    }

    /// The text with all changes. What is put to one place keeps its order.
    pub(super) fn done(mut self) -> String {
        self.changes.sort_by_key(|(start, end, _)| (*start, *end));
        let (mut out, mut at) = (String::with_capacity(self.text.len()), 0);
        for (start, end, text) in &self.changes {
            out.push_str(self.text.get(at..*start).unwrap_or_default());
            out.push_str(text);
            at = *end;
        }
        out.push_str(self.text.get(at..).unwrap_or_default());
        out
    }
}

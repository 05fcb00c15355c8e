//! The metadata of one indicator in one language. Every field that is read is remembered, so that the rest can be
//! listed as not carried over.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::leftovers::Leftovers;
use super::yaml::Yaml;

pub(super) struct Meta {
    /// The file's path in the repository.
    pub(super) path: String,
    fields: Yaml,
    /// What stands below the front matter.
    body: String,
    used: RefCell<BTreeSet<String>>,
}

impl Meta {
    pub(super) fn new(path: &str, fields: Yaml, body: &str, leftovers: &mut Leftovers) -> Self {
        let mut seen = BTreeSet::new();
        if let Yaml::Map(pairs) = &fields {
            for (name, _) in pairs.iter().filter(|(name, value)| !seen.insert(name.as_str()) && !value.is_blank()) {
                leftovers.changed(path, format!("The field \"{name}\" is there twice; the last is kept"));
            }
        } else if !fields.is_blank() {
            leftovers.dropped(path, "Metadata that are not a list of fields");
        }
        Self { path: path.to_owned(), fields, body: body.to_owned(), used: RefCell::default() }
    }

    /// Adds the fields of a second file for the same indicator; where both have a field, the second holds.
    pub(super) fn join(&mut self, other: Self) {
        match (&mut self.fields, other.fields) {
            (Yaml::Map(pairs), Yaml::Map(more)) => pairs.extend(more),
            (fields @ Yaml::Nothing, more) => *fields = more,
            _ => {}
        }
        self.path = other.path;
        self.body.push_str(&other.body);
    }

    /// A field, which counts as carried over from now on.
    pub(super) fn get(&self, name: &str) -> Option<&Yaml> {
        let found = self.fields.get(name)?;
        self.used.borrow_mut().insert(name.to_owned());
        Some(found)
    }

    /// The text of a field. A translation key is none: its text is kept in another repository.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        let text = self.fields.get_text(name).filter(|text| !is_key(text));
        if text.is_some() {
            self.used.borrow_mut().insert(name.to_owned());
        }
        text
    }

    /// What stands below the front matter.
    pub(super) fn body(&self) -> Option<&str> {
        Some(self.body.trim()).filter(|body| !body.is_empty())
    }

    /// The names of all fields.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        let pairs = match &self.fields {
            Yaml::Map(pairs) => pairs.as_slice(),
            Yaml::Nothing | Yaml::Text(_) | Yaml::List(_) => &[],
        };
        pairs.iter().map(|(name, _)| name.as_str())
    }

    /// Says that a field has been dealt with in another way.
    pub(super) fn done(&self, name: &str) {
        self.used.borrow_mut().insert(name.to_owned());
    }

    /// Lists the fields that nothing asked for.
    pub(super) fn list_unused(&self, leftovers: &mut Leftovers) {
        let used = self.used.borrow();
        let names: BTreeSet<&str> = self.names().collect();
        for name in names {
            let value = self.fields.get(name).filter(|value| !value.is_blank() && !used.contains(name));
            let Some(value) = value else { continue };
            let reason = if SETTINGS.contains(&name) {
                format!("\"{name}\": a setting of Open SDG's own pages")
            } else if value.text().is_some_and(is_key) {
                format!("\"{name}\": a translation key, whose text is kept in another repository")
            } else {
                format!("\"{name}\": a feed has no field for it")
            };
            leftovers.dropped(self.path.as_str(), reason);
        }
    }
}

/// Fields that shape a page of Open SDG and say nothing about the indicator.
const SETTINGS: [&str; 33] = [
    "auto_progress_calculation",
    "composite_breakdown_label",
    "csv_size",
    "data_non_statistical",
    "data_notice_class",
    "data_show_map",
    "data_start_values",
    "embedded_feature_footer",
    "embedded_feature_html",
    "embedded_feature_tab_title",
    "embedded_feature_title",
    "embedded_feature_url",
    "footer_fields",
    "graph_annotations",
    "graph_limits",
    "graph_min_value",
    "graph_max_value",
    "graph_stacked_disaggregation",
    "graph_stepsize",
    "graph_type",
    "graph_types",
    "indicator_sort_order",
    "layout",
    "permalink",
    "placeholder",
    "precision",
    "published",
    "sort",
    "standalone",
    "x_axis_label",
    "y_axis_label",
    "zero_axis",
    "graphs",
];

/// Whether a text is a key such as `global_indicators.7-1-2-title` and not a text to read.
fn is_key(text: &str) -> bool {
    let parts: Vec<&str> = text.split('.').collect();
    let part = |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || "_-".contains(c));
    let word = |text: &str| text.starts_with(|c: char| c.is_ascii_lowercase()) && text.len() > 1 && text != "www";
    parts.len() >= 2 && parts.iter().all(part) && parts.first().is_some_and(|first| word(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, key: bool) {
        assert_eq!(is_key(text), key, "{text}");
    }

    #[test]
    fn translation_keys_are_told_from_texts() {
        check("global_indicators.7-1-2-title", true);
        check("my_translations.australia", true);
        check("7.1.2", false);
        check("United Kingdom", false);
        check("See note.", false);
        check("https://example.org/a.b", false);
        check("Percent", false);
    }

    #[test]
    fn what_nobody_asked_for_is_listed() {
        let fields = super::super::yaml::parse("a: x\nb: y\ncsv_size: 3\nname: global.title\nempty:\n").unwrap();
        let mut leftovers = Leftovers::default();
        let meta = Meta::new("m", fields, "", &mut leftovers);
        assert_eq!(meta.text("a"), Some("x"));
        assert_eq!(meta.text("name"), None);
        meta.list_unused(&mut leftovers);
        let report = leftovers.report(true);
        assert_eq!(report.lines().count(), 4, "{report}");
        assert!(report.contains("\"b\": a feed has no field"), "{report}");
        assert!(report.contains("\"csv_size\": a setting"), "{report}");
        assert!(report.contains("\"name\": a translation key"), "{report}");
    }
}

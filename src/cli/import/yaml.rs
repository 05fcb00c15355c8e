//! YAML as text, lists and maps. Scalars stay text: "2020" may be a year, a count or a title.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// One value of a YAML file.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Yaml {
    Nothing,
    Text(String),
    List(Vec<Yaml>),
    /// In the file's order; a name may be there twice.
    Map(Vec<(String, Yaml)>),
}

/// Deepest nesting of a metadata file; the deepest documented one is 4.
const MAX_DEPTH: usize = 32;
/// Most values of a metadata file; real ones have a hundred.
const MAX_NODES: usize = 20_000;

/// Reads one document.
///
/// # Errors
/// One sentence without a full stop: where the YAML is broken and how.
pub(super) fn parse(text: &str) -> Result<Yaml, String> {
    if text.trim().is_empty() {
        return Ok(Yaml::Nothing);
    }
    let options = serde_saphyr::options! {
        duplicate_keys: serde_saphyr::options::DuplicateKeyPolicy::PassThrough,
        budget: serde_saphyr::budget! { max_depth: MAX_DEPTH, max_nodes: MAX_NODES, max_events: 2 * MAX_NODES, },
        alias_limits: serde_saphyr::alias_limits! { max_total_replayed_events: MAX_NODES, },
        no_schema: false,
        strict_indentation: false,
        with_snippet: false,
    };
    serde_saphyr::from_str_with_options(text, options).map_err(|error| {
        let sentence = error.to_string();
        sentence.lines().next().unwrap_or("it is broken").trim_end_matches('.').to_owned()
    })
}

/// A Markdown file's YAML front matter and what stands below it. Without front matter, all of it stands below.
pub(super) fn front_matter(text: &str) -> (&str, &str) {
    let start = text.trim_start_matches(['\u{feff}', '\n', '\r', ' ']);
    let Some(rest) = start.strip_prefix("---").filter(|rest| rest.starts_with(['\n', '\r'])) else { return ("", text) };
    let mut offset = 0;
    for line in rest.split_inclusive('\n') {
        if offset > 0 && line.trim_end() == "---" {
            return (&rest[..offset], &rest[offset + line.len()..]);
        }
        offset += line.len();
    }
    (rest, "")
}

impl Yaml {
    /// The text of a scalar that is not blank.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            Self::Nothing | Self::List(_) | Self::Map(_) => None,
        }
    }

    /// The last value under a name, as Jekyll and Python take it.
    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Map(pairs) => pairs.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value),
            Self::Nothing | Self::Text(_) | Self::List(_) => None,
        }
    }

    pub(super) fn get_text(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(Self::text)
    }

    /// The items of a list; a single value counts as a list of one.
    pub(super) fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            Self::Nothing => &[],
            Self::Text(_) | Self::Map(_) => std::slice::from_ref(self),
        }
    }

    /// Whether nothing is said: blank, `null`, or a list of such.
    pub(super) fn is_blank(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::List(items) => items.iter().all(Self::is_blank),
            Self::Map(pairs) => pairs.iter().all(|(_, value)| value.is_blank()),
        }
    }
}

impl<'de> Deserialize<'de> for Yaml {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyYaml)
    }
}

struct AnyYaml;

impl<'de> Visitor<'de> for AnyYaml {
    type Value = Yaml;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a YAML value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Yaml, E> {
        Ok(Yaml::Text(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Yaml, E> {
        Ok(Yaml::Text(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Yaml, E> {
        Ok(Yaml::Text(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Yaml, E> {
        Ok(Yaml::Text(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Yaml, E> {
        Ok(Yaml::Text(value.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Yaml, E> {
        Ok(Yaml::Nothing)
    }

    fn visit_none<E>(self) -> Result<Yaml, E> {
        Ok(Yaml::Nothing)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Yaml, D::Error> {
        Yaml::deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Yaml, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = sequence.next_element()? {
            items.push(item);
        }
        Ok(Yaml::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Yaml, A::Error> {
        let mut pairs = Vec::new();
        while let Some((key, value)) = map.next_entry::<Yaml, Yaml>()? {
            pairs.push((key.text().unwrap_or_default().to_owned(), value));
        }
        Ok(Yaml::Map(pairs))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, name: &str, expected: Option<&str>) {
        assert_eq!(parse(text).unwrap().get_text(name), expected, "{text}");
    }

    #[test]
    fn scalars_stay_text() {
        check("a: 7.1.2", "a", Some("7.1.2"));
        check("a: 2020", "a", Some("2020"));
        check("a: true", "a", Some("true"));
        check("a: 2.5", "a", Some("2.5"));
        check("a: ''\nb: x", "a", None);
        check("a:\nb: x", "a", None);
        check("a: 1\na: 2", "a", Some("2"));
        check("a: >-\n  two\n  lines", "a", Some("two lines"));
        check("2: x", "2", Some("x"));
    }

    #[test]
    fn hostile_yaml_is_refused_and_does_not_panic() {
        let nested = format!("a: {}{}", "[".repeat(5000), "]".repeat(5000));
        let bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e,*e]\ng: [*f,*f,*f,*f,*f,*f,*f,*f,*f,*f]";
        for text in ["a: b: c", "\ta: 1", "a: \"x", "&a *a", "%", "? : :", "- a\nb: c"] {
            let _ = parse(text);
        }
        for text in [nested.as_str(), bomb, "a: ["] {
            assert!(parse(text).is_err());
        }
    }

    #[test]
    fn front_matter_ends_at_its_mark() {
        assert_eq!(front_matter("---\na: 1\n---\nText\n"), ("\na: 1\n", "Text\n"));
        assert_eq!(front_matter("\u{feff}---\r\na: 1\r\n---\r\nText"), ("\r\na: 1\r\n", "Text"));
        assert_eq!(front_matter("---\na: 1\n"), ("\na: 1\n", ""));
        assert_eq!(front_matter("No front matter --- here"), ("", "No front matter --- here"));
    }
}

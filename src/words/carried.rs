//! The language files inside the program: the build has them all, and so has the program that shows drafts. The readers'
//! program carries none: it fetches the one of its reader.

use super::{Catalog, CatalogError};

/// A language inside the program.
pub(crate) struct Language {
    pub(crate) tag: &'static str,
    /// The file as it is published.
    pub(crate) json: &'static str,
}

impl Language {
    /// # Errors
    /// If the file is broken, which a test rules out.
    pub(crate) fn catalog(&self) -> Result<Catalog, CatalogError> {
        Catalog::parse(self.json)
    }
}

/// All languages that the program has.
pub(crate) const LANGUAGES: [Language; 3] = [
    Language { tag: "en", json: include_str!("en.json") },
    Language { tag: "es", json: include_str!("es.json") },
    Language { tag: "ar", json: include_str!("ar.json") },
];

/// The language of this tag, if the program has it.
pub(crate) fn language(tag: &str) -> Option<&'static Language> {
    LANGUAGES.iter().find(|language| language.tag == tag)
}

/// The languages that a coalition asks for and this program has, the default one first; English if there is none.
pub(crate) fn languages(default: &str, wanted: &[String]) -> Vec<&'static Language> {
    let mut found: Vec<&'static Language> = Vec::new();
    for tag in std::iter::once(default).chain(wanted.iter().map(String::as_str)) {
        let new = |language: &&Language| !found.iter().any(|known| known.tag == language.tag);
        found.extend(language(tag).filter(new));
    }
    if found.is_empty() { LANGUAGES.iter().take(1).collect() } else { found }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(default: &str, wanted: &[&str], expected: &[&str]) {
        let wanted: Vec<String> = wanted.iter().map(|tag| (*tag).to_owned()).collect();
        let found: Vec<_> = languages(default, &wanted).iter().map(|language| language.tag).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_default_language_comes_first_and_unknown_ones_are_left_out() {
        check("en", &["en", "es"], &["en", "es"]);
        check("es", &["en", "es"], &["es", "en"]);
        check("en", &["en", "es", "ar"], &["en", "es", "ar"]);
        check("xx", &["xx"], &["en"]);
        check("en", &["en", "xx"], &["en"]);
    }

    #[test]
    fn every_language_can_be_read() {
        for language in &LANGUAGES {
            assert_eq!(language.catalog().unwrap().lang(), language.tag);
        }
    }
}

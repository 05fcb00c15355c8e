//! The language files that this program carries. The browser fetches the reader's one; the build has them all.

use std::sync::Arc;

use crate::words::Catalog;

/// A language of the site.
pub(super) struct Language {
    pub(super) catalog: Arc<Catalog>,
    /// The file as it is published.
    pub(super) json: &'static str,
}

const FILES: [(&str, &str); 2] = [("en", include_str!("../words/en.json")), ("es", include_str!("../words/es.json"))];

/// The languages that a coalition asks for and this program has, the default one first; English if there is none.
///
/// # Errors
/// A sentence if a language file is broken, which a test rules out.
pub(super) fn languages(default: &str, wanted: &[String]) -> Result<Vec<Language>, String> {
    let mut tags: Vec<&str> = std::iter::once(default).chain(wanted.iter().map(String::as_str)).collect();
    tags.dedup();
    let mut files: Vec<(&str, &'static str)> = Vec::new();
    for tag in tags {
        if let Some((tag, json)) = FILES.iter().find(|(known, _)| *known == tag)
            && !files.iter().any(|(seen, _)| seen == tag)
        {
            files.push((tag, json));
        }
    }
    if files.is_empty() {
        files.push(FILES[0]);
    }
    files
        .into_iter()
        .map(|(tag, json)| {
            let catalog = Catalog::parse(json).map_err(|why| format!("The language {tag} cannot be used: {why}."))?;
            Ok(Language { catalog: Arc::new(catalog), json })
        })
        .collect()
}

/// The languages that a coalition asks for and this program does not have.
pub(super) fn missing(wanted: &[String]) -> Vec<&str> {
    wanted.iter().map(String::as_str).filter(|tag| !FILES.iter().any(|(known, _)| known == tag)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(default: &str, wanted: &[&str], expected: &[&str]) {
        let wanted: Vec<String> = wanted.iter().map(|tag| (*tag).to_owned()).collect();
        let found = languages(default, &wanted).unwrap();
        assert_eq!(found.iter().map(|language| language.catalog.lang()).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn the_default_language_comes_first_and_unknown_ones_are_left_out() {
        check("en", &["en", "es"], &["en", "es"]);
        check("es", &["en", "es"], &["es", "en"]);
        check("xx", &["xx"], &["en"]);
        check("en", &["en", "xx"], &["en"]);
    }
}

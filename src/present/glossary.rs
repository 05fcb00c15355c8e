//! Words we use: terms in plain words, in the order of the page's language.

use super::{Context, Head, Link, Phrase};
use crate::routes::Page;
use crate::sorted::sort_by_key;
use crate::words::{fold, say};

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct GlossaryPage {
    pub head: Head,
    pub title: String,
    pub lead: String,
    pub entries: Vec<Entry>,
    /// Said if there are none.
    pub none: Option<String>,
    /// How measures are judged is explained elsewhere.
    pub method: String,
    pub method_link: Link,
}

/// A term. Its id is its place on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub id: String,
    pub term: Phrase,
    pub acronym: Option<String>,
    pub definition: Phrase,
}

/// The page.
pub fn glossary_page(context: &Context<'_>) -> GlossaryPage {
    let words = context.words;
    let (title, lead) = (say!(words, "glossary-title"), say!(words, "glossary-lead"));
    let mut terms: Vec<_> = context.feed.terms.iter().collect();
    sort_by_key(&mut terms, |term| fold(&context.plain(&term.term)));
    let entries: Vec<_> = (terms.into_iter())
        .map(|term| Entry {
            id: term.id.to_string(),
            term: context.text(&term.term),
            acronym: term.acronym.clone(),
            definition: context.text(&term.definition),
        })
        .collect();
    GlossaryPage {
        head: context.head(&title, lead.clone()),
        title,
        lead,
        none: entries.is_empty().then(|| say!(words, "glossary-none")),
        entries,
        method: say!(words, "glossary-method"),
        method_link: Link { label: say!(words, "nav-method").into(), href: context.href(&Page::Method) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::testing::Small;

    const TERMS: [(&str, &str); 3] = [
        (
            "terms/term-wic.json",
            r#"{"id": "term-wic", "term": "Women, infants and children", "definition": "Food help.", "acronym": "WIC"}"#,
        ),
        (
            "terms/term-steward.json",
            r#"{"id": "term-steward", "term": {"en": "Steward", "es": "Responsable"}, "definition": {"en": "Who answers.", "es": "Quien responde."}}"#,
        ),
        (
            "terms/term-eclectic.json",
            r#"{"id": "term-eclectic", "term": {"en": "Éclair", "es": "Zeta"}, "definition": "A cake."}"#,
        ),
    ];

    #[track_caller]
    fn check(records: &[(&str, &str)], lang: &str, expected: &[&str]) {
        let small = Small::new(records);
        let page = glossary_page(&small.context(lang));
        assert_eq!(page.entries.iter().map(|entry| entry.term.text.as_str()).collect::<Vec<_>>(), expected);
        assert_eq!(page.none.is_some(), expected.is_empty());
    }

    #[test]
    fn terms_stand_in_the_order_of_the_pages_language() {
        check(&TERMS, "en", &["Éclair", "Steward", "Women, infants and children"]);
        check(&TERMS, "es", &["Responsable", "Women, infants and children", "Zeta"]);
    }

    #[test]
    fn a_feed_without_terms_says_so() {
        check(&[], "en", &[]);
    }
}

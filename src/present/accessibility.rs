//! The accessibility statement: what is aimed at, what is done, what is not, and whom to tell.

use super::chapter::{Fixed, TextBody, keys};
use super::frame::{ContactLine, contacts};
use super::{Context, Head, Phrase};
use crate::words::{endonym, say};

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct AccessibilityPage {
    pub head: Head,
    pub text: TextBody,
    /// Whom to tell of a barrier.
    pub contacts: Vec<ContactLine>,
}

/// The page.
pub fn accessibility_page(context: &Context<'_>) -> AccessibilityPage {
    let words = context.words;
    let (title, lead) = (say!(words, "nav-accessibility"), say!(words, "accessibility-lead"));
    let mut done = DONE.chapter(words);
    done.points.extend(languages(context));
    let text =
        TextBody { lead: lead.clone().into(), chapters: vec![done, LIMITS.chapter(words), TELL.chapter(words)], title };
    AccessibilityPage { head: context.head(&text.title, lead), text, contacts: contacts(context) }
}

const DONE: Fixed = Fixed {
    id: "done",
    title: keys!["accessibility-done"][0],
    paragraphs: &[],
    points: keys![
        "accessibility-keyboard",
        "accessibility-contrast",
        "accessibility-color",
        "accessibility-tables",
        "accessibility-script",
        "accessibility-narrow",
        "accessibility-motion",
    ],
    terms: &[],
};

const LIMITS: Fixed = Fixed {
    id: "limits",
    title: keys!["accessibility-limits"][0],
    paragraphs: &[],
    points: keys!["accessibility-limit-texts", "accessibility-limit-links", "accessibility-limit-audit",],
    terms: &[],
};

const TELL: Fixed = Fixed {
    id: "tell",
    title: keys!["accessibility-tell"][0],
    paragraphs: keys!["accessibility-tell-text"],
    points: &[],
    terms: &[],
};

/// The languages of the site, if there are several.
fn languages(context: &Context<'_>) -> Option<Phrase> {
    let tags = context.site.languages();
    let names: Vec<_> = tags.iter().map(|tag| endonym(tag).unwrap_or(tag)).collect();
    let words = context.words;
    (tags.len() > 1).then(|| say!(words, "accessibility-languages", languages = words.list(&names)).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::testing::Small;

    #[track_caller]
    fn check(lang: &str, languages: &str) {
        let page = accessibility_page(&Small::new(&[]).context(lang));
        let done = &page.text.chapters[0].points;
        assert_eq!(done.last().map(|point| point.text.as_str()), Some(languages));
        assert_eq!(page.contacts[0].href.as_deref(), Some("tel:+15550100"));
        assert!(!page.text.chapters[1].points.is_empty());
    }

    #[test]
    fn languages_and_contacts_are_the_sites_own() {
        check(
            "en",
            "You can read the site in English and Español. Texts that are not translated yet name their language to screen readers.",
        );
        let spanish = "Puede leer el sitio en English y Español. Los textos sin traducir indican su idioma a los lectores de pantalla.";
        check("es", spanish);
    }
}

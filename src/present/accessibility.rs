//! The accessibility statement: what is aimed at, what is done, what is not, and whom to tell.

use super::chapter::{Chapter, TextBody};
use super::frame::{ContactLine, contacts};
use super::{Context, Head};
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
    let text = TextBody {
        lead: lead.clone().into(),
        chapters: vec![
            Chapter {
                id: "done",
                title: say!(words, "accessibility-done"),
                points: done(context).into_iter().map(Into::into).collect(),
                ..Chapter::default()
            },
            Chapter {
                id: "limits",
                title: say!(words, "accessibility-limits"),
                points: vec![
                    say!(words, "accessibility-limit-chart").into(),
                    say!(words, "accessibility-limit-texts").into(),
                    say!(words, "accessibility-limit-links").into(),
                    say!(words, "accessibility-limit-audit").into(),
                ],
                ..Chapter::default()
            },
            Chapter {
                id: "tell",
                title: say!(words, "accessibility-tell"),
                paragraphs: vec![say!(words, "accessibility-tell-text").into()],
                ..Chapter::default()
            },
        ],
        title,
    };
    AccessibilityPage { head: context.head(&text.title, lead), text, contacts: contacts(context) }
}

fn done(context: &Context<'_>) -> Vec<String> {
    let words = context.words;
    let mut done = vec![
        say!(words, "accessibility-keyboard"),
        say!(words, "accessibility-contrast"),
        say!(words, "accessibility-color"),
        say!(words, "accessibility-tables"),
        say!(words, "accessibility-script"),
        say!(words, "accessibility-narrow"),
        say!(words, "accessibility-motion"),
    ];
    let tags = context.site.languages();
    if tags.len() > 1 {
        let names: Vec<_> = tags.iter().map(|tag| endonym(tag).unwrap_or(tag)).collect();
        done.push(say!(words, "accessibility-languages", languages = words.list(&names)));
    }
    done
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

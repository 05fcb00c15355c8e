//! Who the coalition is: what its feed says of itself.

use super::chapter::Term;
use super::frame::{ContactLine, contacts};
use super::{Context, Head, Phrase};
use crate::feed::records::coalition::FrameworkVersion;
use crate::routes::Page;
use crate::words::say;

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct AboutPage {
    pub head: Head,
    pub title: String,
    pub summary: Phrase,
    pub vision: Phrase,
    /// What is wrong today.
    pub problem: Option<Phrase>,
    /// For whom, where, and who keeps the whole together.
    pub terms: Vec<Term>,
    /// What it means that the data are invented.
    pub sample: Option<String>,
    /// Licence, repository, what the figures cannot be used for.
    pub data: Vec<Term>,
    pub contacts: Vec<ContactLine>,
}

/// The page.
pub fn about_page(context: &Context<'_>) -> AboutPage {
    let words = context.words;
    let coalition = &context.feed.coalition;
    let name = context.plain(&coalition.name);
    let summary = context.text(&coalition.plain_summary);
    let mut data = vec![Term::new(say!(words, "data-license"), coalition.license.clone())];
    data.extend(super::data::repository(context));
    let disclaimer = coalition.disclaimer.as_ref().map(|text| context.text(text));
    data.extend(disclaimer.map(|text: Phrase| Term::new(say!(words, "data-disclaimer"), text)));
    let title = say!(words, "nav-about");
    AboutPage {
        head: context.head(&title, summary.text.clone()),
        vision: context.text(&coalition.vision),
        problem: coalition.problem_statement.as_ref().map(|text| context.text(text)),
        terms: terms(context),
        sample: coalition.sample.then(|| say!(words, "about-sample", name = name)),
        data,
        contacts: contacts(context),
        summary,
        title,
    }
}

fn terms(context: &Context<'_>) -> Vec<Term> {
    let words = context.words;
    let coalition = &context.feed.coalition;
    let mut terms = vec![Term::new(say!(words, "about-population"), context.text(&coalition.population))];
    if let Some(area) = context.feed.geography(&coalition.geography) {
        terms.push(Term::new(say!(words, "about-area"), context.text(&area.name)));
        if let Some(count) = &area.population {
            let n = words.number(f64::from(count.value), 0);
            let says = say!(words, "about-residents-in", n = n, year = context.date(count.year));
            terms.push(Term::new(say!(words, "about-residents"), says));
        }
    }
    if let Some(partner) = coalition.backbone.as_ref().and_then(|id| context.feed.partner(id)) {
        let href = context.href(&Page::Partner(partner.id.to_string()));
        terms.push(Term::leading(say!(words, "partner-role-backbone"), context.text(&partner.name), href));
    }
    let framework = coalition.framework.as_ref().map(|framework| {
        say!(
            words,
            match framework.version {
                FrameworkVersion::FiveConditions => "framework-five-conditions",
                FrameworkVersion::ThreePointZero => "framework-three-point-zero",
                FrameworkVersion::Custom => "framework-custom",
            }
        )
    });
    terms.extend(framework.map(|framework| Term::new(say!(words, "about-framework"), framework)));
    terms
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::testing::Small;

    const WHOLE: (&str, &str) = (
        "coalition.json",
        r#"{"schema_version": "1.0.0", "id": "valley", "name": "Valley Together", "plain_summary": "Two groups.",
        "vision": {"en": "Every child reads well.", "es": "Cada niño lee bien."}, "problem_statement": "Four in ten do not.",
        "geography": "geo-valley", "population": "All children", "backbone": "par-library", "default_locale": "en",
        "locales": ["en", "es"], "disclosure": {"min_count": 10, "min_denominator": 30, "zero_ok": true},
        "contacts": [{"kind": "phone", "value": "+1-555-0100"}], "license": "CC0-1.0", "framework": {"version": "ci-3.0"},
        "repository": {"url": "https://git.example.org/feed/", "branch": "main"}, "disclaimer": "Not for ranking.", "sample": true}"#,
    );

    #[track_caller]
    fn check(lang: &str, records: &[(&str, &str)], terms: &[&str], data: &[&str]) {
        let page = about_page(&Small::new(records).context(lang));
        let said = |terms: &[Term]| -> Vec<String> {
            terms.iter().map(|term| format!("{}: {}", term.label.text, term.says.text)).collect()
        };
        assert_eq!(said(&page.terms), terms);
        assert_eq!(said(&page.data), data);
        assert_eq!(page.sample.is_some(), !records.is_empty());
    }

    #[test]
    fn a_short_feed_says_little() {
        let terms = ["For whom: All children of the valley", "Area: The valley", "Keeps the whole together: Library"];
        check("en", &[], &terms, &["License: CC-BY-4.0"]);
    }

    #[test]
    fn a_full_feed_says_all() {
        let terms = [
            "Para quién: All children",
            "Zona: The valley",
            "Coordina el conjunto: Library",
            "Marco de trabajo: Impacto colectivo 3.0 (2016)",
        ];
        let data = [
            "Licencia: CC0-1.0",
            "Dónde se guardan los datos: git.example.org/feed, rama main",
            "Tenga en cuenta: Not for ranking.",
        ];
        check("es", &[WHOLE], &terms, &data);
    }

    #[test]
    fn texts_in_another_language_say_so() {
        let small = Small::new(&[WHOLE]);
        let page = about_page(&small.context("es"));
        assert_eq!((page.vision.lang, page.problem.and_then(|text| text.lang)), (None, Some("en".into())));
    }
}

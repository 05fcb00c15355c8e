//! What stands at an address that no page has.

use super::{Context, Head, Link};
use crate::routes::Page;
use crate::words::say;

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct NotFoundPage {
    pub head: Head,
    pub title: String,
    pub text: String,
    /// Ways on.
    pub links: Vec<Link>,
}

/// The page for unknown addresses, and for records that the feed no longer has.
pub fn not_found_page(context: &Context<'_>) -> NotFoundPage {
    let words = context.words;
    let (title, text) = (say!(words, "not-found-title"), say!(words, "not-found-text"));
    let link = |label: String, page: Page| Link { label: label.into(), href: context.href(&page) };
    NotFoundPage {
        head: context.head(&title, text.clone()),
        links: vec![
            link(say!(words, "not-found-home"), Page::Overview),
            link(say!(words, "nav-measures"), Page::Indicators),
            link(say!(words, "nav-activities"), Page::Activities),
        ],
        title,
        text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::testing::Small;

    #[track_caller]
    fn check(lang: &str, title: &str, hrefs: [&str; 3]) {
        let page = not_found_page(&Small::new(&[]).context(lang));
        assert_eq!(page.title, title);
        assert_eq!(page.links.iter().map(|link| link.href.as_str()).collect::<Vec<_>>(), hrefs);
    }

    #[test]
    fn there_is_always_a_way_on() {
        check("en", "Page not found", ["/", "/indicators/", "/activities/"]);
        check("es", "No se encontró la página", ["/es/", "/es/indicators/", "/es/activities/"]);
    }
}

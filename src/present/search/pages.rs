//! The pages that are about no record, as entries of the search.

use super::entry::Entry;
use super::records::{below, cut, other_words};
use crate::present::frame::frame;
use crate::present::{Context, Phrase};
use crate::routes::{Address, Page, Query};
use crate::words::say;

/// The pages that the frame around every page leads to, under the same names.
pub(super) fn pages(context: &Context<'_>) -> Vec<Entry> {
    let words = context.words;
    let home = Address { lang: context.lang().to_owned(), page: Page::Overview, query: Query::default() };
    let frame = frame(context, &home);
    let nav = frame.nav.into_iter().map(|item| (Phrase::from(item.label), item.href));
    let foot = frame.foot.about_links.into_iter().chain(frame.foot.data_links).map(|link| (link.label, link.href));
    let more = [(say!(words, "portfolio-title"), Page::Portfolio), (say!(words, "slides-title"), Page::Present)];
    let more = more.into_iter().map(|(label, page)| (label.into(), context.href(&page)));
    let about = |page: &Page| {
        Some(match page {
            Page::Activities => say!(words, "activities-lead"),
            Page::Indicators => say!(words, "indicators-lead"),
            Page::Partners => say!(words, "partners-lead"),
            Page::Places => say!(words, "places-lead"),
            Page::Promises => say!(words, "promise-lead"),
            Page::News => say!(words, "news-lead"),
            Page::Events => say!(words, "events-lead"),
            Page::Changes => say!(words, "changes-lead"),
            Page::HowWeWork => say!(words, "how-lead"),
            Page::Mine => say!(words, "mine-lead"),
            Page::Review => say!(words, "review-lead"),
            Page::Method => say!(words, "method-lead"),
            Page::Glossary => say!(words, "glossary-lead"),
            Page::Accessibility => say!(words, "accessibility-lead"),
            Page::Data => say!(words, "data-lead"),
            Page::Preview => say!(words, "preview-lead"),
            Page::Portfolio => say!(words, "portfolio-lead"),
            Page::Present => say!(words, "slides-lead"),
            Page::About => context.plain(&context.feed.coalition.plain_summary),
            _ => return None,
        })
    };
    let entry = |(title, href): (Phrase, String)| {
        let page = context.site.parse(&href, "").page;
        // A calendar or a feed of news is a file and no page.
        let says = about(&page).unwrap_or_default();
        (page != Page::NotFound).then(|| Entry {
            kind: None,
            path: below(context, &href),
            words: other_words(&title.text, &cut(&says), std::iter::once(says.as_str())),
            title,
            context: cut(&says).into(),
        })
    };
    nav.chain(foot).chain(more).filter_map(entry).collect()
}

//! News, stories, lessons and corrections, the newest first.

use super::{Context, Head, Link, Phrase, record};
use crate::feed::Text;
use crate::feed::records::Update;
use crate::feed::records::update::UpdateKind;
use crate::routes::Page;
use crate::sorted::sort_by_key;
use crate::words::say;

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct NewsPage {
    pub head: Head,
    pub title: String,
    pub lead: String,
    pub items: Vec<NewsItem>,
    /// Said if there is no news yet.
    pub empty: Option<String>,
}

/// A piece of news.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewsItem {
    /// The fragment of its address.
    pub id: String,
    pub date: String,
    /// The date for machines.
    pub datetime: String,
    pub kind: String,
    pub title: Phrase,
    pub paragraphs: Vec<Phrase>,
    pub correction: Option<Corrected>,
    pub author: Link,
    pub about: Vec<Link>,
    pub picture: Option<Picture>,
}

/// What a record said and what it says now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corrected {
    pub record: Option<Link>,
    pub was: Phrase,
    pub now: Phrase,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub src: String,
    pub alt: Phrase,
}

/// All news up to today.
pub fn news_page(context: &Context<'_>) -> NewsPage {
    let words = context.words;
    let (title, lead) = (say!(words, "nav-news"), say!(words, "news-lead"));
    let mut updates: Vec<_> = context.feed.updates.iter().filter(|update| update.on.first() <= context.today).collect();
    sort_by_key(&mut updates, |update| std::cmp::Reverse(update.on.last()));
    let items: Vec<_> = updates.into_iter().map(|update| item(context, update)).collect();
    NewsPage {
        head: context.head(&title, lead.clone()),
        empty: items.is_empty().then(|| say!(words, "news-none")),
        items,
        title,
        lead,
    }
}

/// The word for a kind of news.
pub fn kind(context: &Context<'_>, kind: UpdateKind) -> String {
    let words = context.words;
    say!(
        words,
        match kind {
            UpdateKind::News => "update-kind-news",
            UpdateKind::Story => "update-kind-story",
            UpdateKind::Learning => "update-kind-learning",
            UpdateKind::Correction => "update-kind-correction",
            UpdateKind::AnnualReport => "update-kind-annual-report",
        }
    )
}

/// Where a piece of news stands.
pub fn href(context: &Context<'_>, update: &Update) -> String {
    format!("{}#{}", context.href(&Page::News), update.id)
}

fn item(context: &Context<'_>, update: &Update) -> NewsItem {
    let author = context.feed.partner(&update.author).map(|partner| context.text(&partner.name)).unwrap_or_default();
    NewsItem {
        id: update.id.to_string(),
        date: context.date(update.on),
        datetime: update.on.to_string(),
        kind: kind(context, update.kind),
        title: context.text(&update.title),
        paragraphs: paragraphs(context, &update.body),
        correction: update.correction.as_ref().map(|correction| Corrected {
            record: record::link(context, correction.record.as_str()),
            was: context.text(&correction.was),
            now: context.text(&correction.now),
        }),
        author: Link { label: author, href: context.href(&Page::Partner(update.author.to_string())) },
        about: update.about.iter().filter_map(|id| record::link(context, id.as_str())).collect(),
        picture: update.image.as_ref().map(|image| Picture {
            src: local(context, &image.src),
            alt: image.alt.as_ref().map(|alt| context.text(alt)).unwrap_or_default(),
        }),
    }
}

/// The address of a link from the feed. A path means this site, wherever it lives.
pub(super) fn local(context: &Context<'_>, link: &crate::feed::link::Link) -> String {
    match link.as_str().strip_prefix('/') {
        Some(path) => format!("{}{path}", context.site.base()),
        None => link.as_str().to_owned(),
    }
}

/// A plain text, one phrase for each line that is not empty.
pub(super) fn paragraphs(context: &Context<'_>, text: &Text) -> Vec<Phrase> {
    let whole = context.text(text);
    let lines = whole.text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| Phrase { text: line.to_owned(), lang: whole.lang.clone() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::testing::{READING, Small};

    #[track_caller]
    fn check(lang: &str, updates: &[(&str, &str)], expect: impl FnOnce(NewsPage)) {
        let records: Vec<_> = READING.iter().chain(updates).copied().collect();
        expect(news_page(&Small::new(&records).context(lang)));
    }

    const OLD: (&str, &str) = (
        "updates/upd-old.json",
        r#"{"id": "upd-old", "title": "Begun", "body": "One.\n\nTwo.", "on": "2024-02", "kind": "news", "author": "par-circle",
        "about": ["par-library", "geo-east", "upd-fixed"]}"#,
    );
    const FIXED: (&str, &str) = (
        "updates/upd-fixed.json",
        r#"{"id": "upd-fixed", "title": {"en": "Corrected", "es": "Corregido"}, "body": "B", "on": "2025-10-22",
        "kind": "correction", "author": "par-library", "about": [],
        "correction": {"record": "ind-reading", "was": "58.0", "now": "57.1"}}"#,
    );

    #[test]
    fn the_newest_stands_first() {
        check("en", &[OLD, FIXED], |page| {
            let dates: Vec<_> = page.items.iter().map(|item| format!("{} {}", item.date, item.kind)).collect();
            assert_eq!(dates, ["22 October 2025 Correction", "February 2024 News"]);
            assert_eq!(page.empty, None);
        });
    }

    #[test]
    fn a_text_keeps_its_paragraphs() {
        check("es", &[OLD, FIXED], |page| {
            let body: Vec<_> = page.items[1].paragraphs.iter().map(|p| (p.text.as_str(), p.lang.as_deref())).collect();
            assert_eq!(body, [("One.", Some("en")), ("Two.", Some("en"))]);
        });
    }

    #[test]
    fn news_leads_to_what_it_is_about() {
        check("es", &[OLD, FIXED], |page| {
            let about: Vec<_> = page.items[1].about.iter().map(|link| link.href.as_str()).collect();
            assert_eq!(about, ["/es/partners/par-library/", "/es/places/geo-east/", "/es/news/#upd-fixed"]);
            assert_eq!(page.items[1].author.href, "/es/partners/par-circle/");
        });
    }

    #[test]
    fn news_about_a_story_leads_to_its_indicator() {
        let story = r#"{"id": "sto-1", "indicator": "ind-reading", "as_of": "2025", "summary": "S", "authors": ["par-circle"]}"#;
        let old = OLD.1.replace("\"geo-east\", \"upd-fixed\"", "\"sto-1\"");
        check("es", &[("stories/sto-1.json", story), (OLD.0, &old)], |page| {
            assert_eq!(page.items[0].about[1].href, "/es/indicators/ind-reading/#story");
        });
    }

    #[test]
    fn a_correction_says_what_was_and_what_is() {
        check("en", &[OLD, FIXED], |page| {
            let correction = page.items[0].correction.clone().unwrap();
            let record = correction.record.unwrap();
            assert_eq!((correction.was.text.as_str(), correction.now.text.as_str()), ("58.0", "57.1"));
            assert_eq!(record.href, "/indicators/ind-reading/");
        });
    }

    #[test]
    fn no_news_is_said() {
        check("en", &[], |page| assert_eq!((page.items.len(), page.empty.is_some()), (0, true)));
    }
}

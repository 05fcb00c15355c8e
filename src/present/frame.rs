//! What stands around every page: masthead, languages, navigation, foot.

use super::labels::{Label, label};
use super::{Context, Link, Phrase};
use crate::WHOLE;
use crate::feed::records::coalition::ContactKind;
use crate::routes::{Address, Page};
use crate::words::{endonym, say};

/// The frame of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    pub skip: String,
    /// Said on every page of a sample.
    pub sample: Option<SampleStrip>,
    /// Said on every page of a draft.
    pub draft: Option<DraftStrip>,
    pub brand: Link,
    /// Where everything can be searched.
    pub search: NavItem,
    pub nav_label: String,
    pub nav: Vec<NavItem>,
    pub languages_label: String,
    pub languages: Vec<Language>,
    pub foot: Foot,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleStrip {
    pub label: String,
    pub says: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftStrip {
    pub label: String,
    pub says: String,
    /// To what the check says about it.
    pub findings: Link,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavItem {
    pub label: String,
    pub href: String,
    pub current: Current,
}

/// How an item of the navigation relates to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Current {
    /// It is the page.
    Page,
    /// The page is below it.
    Section,
    No,
}

impl Current {
    /// The value of `aria-current`.
    pub fn aria(self) -> Option<&'static str> {
        match self {
            Self::Page => Some("page"),
            Self::Section => Some("true"),
            Self::No => None,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    pub tag: String,
    /// The language's name in itself.
    pub name: String,
    pub href: String,
    pub current: bool,
}

/// The foot of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foot {
    pub about_title: String,
    pub about: Vec<Phrase>,
    pub about_links: Vec<Link>,
    pub data_title: String,
    pub data_links: Vec<Link>,
    pub ask_title: String,
    pub contacts: Vec<ContactLine>,
    pub theme_title: String,
    pub theme: [String; 3],
    pub legal: String,
}

/// One way to reach a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactLine {
    pub label: Option<Phrase>,
    pub value: String,
    pub href: Option<String>,
}

/// The frame around the page at an address.
pub fn frame(context: &Context<'_>, address: &Address) -> Frame {
    let words = context.words;
    let coalition = &context.feed.coalition;
    let name = context.plain(&coalition.name);
    let item = |label: String, page: Page| NavItem {
        label,
        current: current(&page, &address.page),
        href: context.href(&page),
    };
    let link = |label: String, page: Page| Link { label: label.into(), href: context.href(&page) };
    Frame {
        skip: say!(words, "nav-skip"),
        sample: coalition.sample.then(|| SampleStrip {
            label: say!(words, "sample-label"),
            says: say!(words, "sample-strip", name = &name),
        }),
        draft: context.draft.filter(|draft| WHOLE && draft.is_good()).map(|draft| DraftStrip {
            label: say!(words, "draft-label"),
            says: say!(words, "draft-strip", name = draft.name.clone()),
            findings: link(say!(words, "draft-findings"), Page::Preview),
        }),
        brand: context.link(&coalition.name, &Page::Overview),
        search: item(say!(words, "search-title"), Page::Search),
        nav_label: say!(words, "nav-main"),
        nav: vec![
            item(say!(words, "nav-overview"), Page::Overview),
            item(label(context, Label::Measures).text, Page::Indicators),
            item(label(context, Label::Activities).text, Page::Activities),
            item(label(context, Label::TakePart).text, Page::TakePart),
            item(label(context, Label::Promises).text, Page::Promises),
            item(say!(words, "places-title"), Page::Places),
            item(label(context, Label::Partners).text, Page::Partners),
            item(say!(words, "nav-about"), Page::About),
        ],
        languages_label: say!(words, "nav-language"),
        languages: languages(context, address),
        foot: Foot {
            about_title: say!(words, "footer-about-data"),
            about: coalition.disclaimer.iter().map(|text| context.text(text)).collect(),
            about_links: vec![
                link(say!(words, "nav-news"), Page::News),
                link(say!(words, "nav-events"), Page::Events),
                link(say!(words, "who-title"), Page::WhoDoesWhat),
                link(say!(words, "how-title"), Page::HowWeWork),
                link(say!(words, "mine-title"), Page::Mine),
                link(say!(words, "nav-review"), Page::Review),
                link(say!(words, "nav-changes"), Page::Changes),
                link(say!(words, "nav-method"), Page::Method),
                link(say!(words, "glossary-title"), Page::Glossary),
                link(say!(words, "nav-accessibility"), Page::Accessibility),
            ],
            data_title: say!(words, "footer-use-data"),
            data_links: data_links(context),
            ask_title: say!(words, "footer-ask-person"),
            contacts: contacts(context),
            theme_title: say!(words, "footer-appearance"),
            theme: [say!(words, "theme-system"), say!(words, "theme-light"), say!(words, "theme-dark")],
            legal: say!(words, "footer-legal", license = &coalition.license),
        },
    }
}

fn data_links(context: &Context<'_>) -> Vec<Link> {
    let words = context.words;
    let page = |label: String, page: Page| Link { label: label.into(), href: context.href(&page) };
    let mut links = vec![page(say!(words, "nav-data"), Page::Data)];
    if !context.feed.events.is_empty() {
        let href = context.site.calendar(context.lang());
        links.push(Link { label: say!(words, "footer-calendar").into(), href });
    }
    links.push(page(say!(words, "nav-preview"), Page::Preview));
    let href = context.site.news_feed(context.lang());
    links.push(Link { label: say!(words, "footer-news-feed").into(), href });
    links
}

fn current(item: &Page, page: &Page) -> Current {
    let below = match page {
        Page::Goal(_) | Page::Sheet(_) | Page::Present => Page::Overview,
        Page::Indicator(_) | Page::Published(_) | Page::Review => Page::Indicators,
        Page::Activity(_) => Page::Activities,
        Page::Partner(_) | Page::WhoDoesWhat | Page::HowWeWork => Page::Partners,
        Page::Engagement(_) | Page::Budget(_) | Page::Events => Page::TakePart,
        Page::Portfolio => Page::Activities,
        Page::Place(_) => Page::Places,
        _ => return if item == page { Current::Page } else { Current::No },
    };
    if *item == below { Current::Section } else { Current::No }
}

fn languages(context: &Context<'_>, address: &Address) -> Vec<Language> {
    let all = context.site.languages();
    if all.len() < 2 {
        return Vec::new();
    }
    all.iter()
        .map(|tag| Language {
            name: endonym(tag).map_or_else(|| tag.clone(), str::to_owned),
            href: context.site.href(&Address { lang: tag.clone(), ..address.clone() }),
            current: *tag == context.lang(),
            tag: tag.clone(),
        })
        .collect()
}

/// Said on a page whose app did not start.
pub fn not_started(context: &Context<'_>) -> String {
    say!(context.words, "notice-not-started")
}

/// The coalition's contacts, each with a link where a device can follow it.
pub fn contacts(context: &Context<'_>) -> Vec<ContactLine> {
    context
        .feed
        .coalition
        .contacts
        .iter()
        .map(|contact| {
            let value = contact.value.as_str();
            let digits: String = value.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
            let href = match contact.kind {
                ContactKind::Phone => Some(format!("tel:{digits}")),
                ContactKind::Email => Some(format!("mailto:{value}")),
                ContactKind::Web => crate::feed::link::Link::new(value).map(|link| link.as_str().to_owned()),
                ContactKind::Address => None,
            };
            ContactLine {
                label: contact.label.as_ref().map(|label| context.text(label)),
                value: context.words.apart(value).into_owned(),
                href,
            }
        })
        .collect()
}

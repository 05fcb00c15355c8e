//! What is new, for feed readers (Atom, RFC 4287).

use atom_syndication::{Category, Content, Entry, Feed as Atom, FixedDateTime, Generator, Link, Person, Text};
use chrono::{NaiveDate, NaiveTime};

use super::news::{Item, items, tag};
use crate::feed::history::History;
use crate::present::{Context, changes};
use crate::routes::Page;
use crate::words::say;

/// The items of a language as an Atom feed.
pub(super) fn news_feed(context: &Context<'_>, history: &History) -> String {
    let items = items(context, history);
    let name = context.plain(&context.feed.coalition.name);
    let own = context.site.absolute(&context.site.news_feed(context.lang()));
    let page = context.site.absolute(&context.href(&Page::News));
    let sample = context.feed.coalition.sample.then(|| say!(context.words, "sample-strip", name = name.clone()));
    let atom = Atom {
        title: Text::plain(changes::news_feed_title(context)),
        subtitle: sample.map(Text::plain),
        id: tag(context, "news", ""),
        // The newest entry's day, not the clock: the same feed gives the same bytes.
        updated: moment(items.first().map_or(context.today, |item| item.on)),
        authors: vec![Person { name, ..Person::default() }],
        generator: Some(Generator { value: "Commonweal".into(), ..Generator::default() }),
        links: vec![link("self", &own, "application/atom+xml"), link("alternate", &page, "text/html")],
        rights: Some(Text::plain(context.feed.coalition.license.clone())),
        lang: Some(context.lang().to_owned()),
        entries: items.into_iter().map(|item| entry(context, item)).collect(),
        ..Atom::default()
    };
    atom.to_string()
}

fn entry(context: &Context<'_>, item: Item) -> Entry {
    Entry {
        title: Text::plain(item.title),
        id: item.id,
        updated: moment(item.on),
        authors: item.author.into_iter().map(|name| Person { name, ..Person::default() }).collect(),
        categories: vec![Category { term: item.kind.code().into(), label: Some(item.word), ..Category::default() }],
        summary: item.summary.map(Text::plain),
        links: vec![link("alternate", &context.site.absolute(&item.href), "text/html")],
        content: Some(Content { value: Some(item.text), content_type: Some("text".into()), ..Content::default() }),
        ..Entry::default()
    }
}

fn link(rel: &str, href: &str, kind: &str) -> Link {
    Link { href: href.to_owned(), rel: rel.to_owned(), mime_type: Some(kind.to_owned()), ..Link::default() }
}

/// The beginning of a day in UTC.
fn moment(day: NaiveDate) -> FixedDateTime {
    day.and_time(NaiveTime::MIN).and_utc().fixed_offset()
}

//! News and changes for feed readers (Atom, RFC 4287).

use atom_syndication::{Content, Entry, Feed as Atom, FixedDateTime, Generator, Link, Person, Text};
use chrono::{NaiveDate, NaiveTime};

use crate::feed::history::{History, Version};
use crate::feed::records::Update;
use crate::present::changes::{records, summary};
use crate::present::{Context, changes, news};
use crate::routes::Page;

/// Most entries: readers ask for the newest.
const MOST_ENTRIES: usize = 100;
/// Records of one version that are told; the page has them all.
const MOST_RECORDS: usize = 20;

/// News up to today and the versions of the feed, the newest first. `host` makes ids unique in the world.
pub(in crate::cli) fn news_feed(context: &Context<'_>, history: &History, host: &str) -> String {
    let name = context.plain(&context.feed.coalition.name);
    let ids = Ids { context, host };
    let mut entries: Vec<(NaiveDate, Entry)> = Vec::new();
    for update in context.feed.updates.iter().filter(|update| update.on.first() <= context.today) {
        entries.push((update.on.first(), piece_of_news(context, &ids, update)));
    }
    // The oldest version is where history begins; it is no news.
    for version in history.versions.iter().take(history.versions.len().saturating_sub(1)) {
        entries.push((version.on.first(), new_version(context, &ids, version)));
    }
    entries.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
    entries.truncate(MOST_ENTRIES);
    let own = context.site.absolute(&context.site.news_feed(context.lang()));
    let page = context.site.absolute(&context.href(&Page::News));
    let atom = Atom {
        title: Text::plain(changes::news_feed_title(context)),
        id: ids.of("news", ""),
        // The newest entry's day, not the clock: the same feed gives the same bytes.
        updated: moment(entries.first().map_or(context.today, |(day, _)| *day)),
        authors: vec![Person { name, ..Person::default() }],
        generator: Some(Generator { value: "Commonweal".into(), ..Generator::default() }),
        links: vec![link("self", &own, "application/atom+xml"), link("alternate", &page, "text/html")],
        rights: Some(Text::plain(context.feed.coalition.license.clone())),
        lang: Some(context.lang().to_owned()),
        entries: entries.into_iter().map(|(_, entry)| entry).collect(),
        ..Atom::default()
    };
    atom.to_string()
}

/// Ids that stay the same for ever (tag URIs, RFC 4151). The year in them only has to lie behind us.
struct Ids<'a> {
    context: &'a Context<'a>,
    host: &'a str,
}

impl Ids<'_> {
    fn of(&self, kind: &str, name: &str) -> String {
        let coalition = self.context.feed.coalition.id.as_str();
        let slash = if name.is_empty() { "" } else { "/" };
        format!("tag:{},2026:{coalition}/{}/{kind}{slash}{name}", self.host, self.context.lang())
    }
}

fn piece_of_news(context: &Context<'_>, ids: &Ids<'_>, update: &Update) -> Entry {
    let author = context.feed.partner(&update.author).map(|partner| context.plain(&partner.name)).unwrap_or_default();
    Entry {
        title: Text::plain(context.plain(&update.title)),
        id: ids.of("news", update.id.as_str()),
        updated: moment(update.on.first()),
        authors: vec![Person { name: author, ..Person::default() }],
        links: vec![link("alternate", &context.site.absolute(&news::href(context, update)), "text/html")],
        content: Some(text(context.plain(&update.body))),
        ..Entry::default()
    }
}

fn new_version(context: &Context<'_>, ids: &Ids<'_>, version: &Version) -> Entry {
    let records = records(context, &version.changes);
    let mut lines = vec![summary(context, &version.changes), String::new()];
    lines.extend(
        records
            .into_iter()
            .take(MOST_RECORDS)
            .map(|record| format!("{} {}: {}", record.kind, record.name.text, record.lines.join(" "))),
    );
    Entry {
        title: Text::plain(changes::version_title(context, version)),
        id: ids.of("version", &version.commit),
        updated: moment(version.on.first()),
        summary: lines.first().cloned().map(Text::plain),
        links: vec![link("alternate", &context.site.absolute(&changes::href(context, version)), "text/html")],
        content: Some(text(lines.join("\n"))),
        ..Entry::default()
    }
}

fn text(value: String) -> Content {
    Content { value: Some(value), content_type: Some("text".into()), ..Content::default() }
}

fn link(rel: &str, href: &str, kind: &str) -> Link {
    Link { href: href.to_owned(), rel: rel.to_owned(), mime_type: Some(kind.to_owned()), ..Link::default() }
}

/// The beginning of a day in UTC.
fn moment(day: NaiveDate) -> FixedDateTime {
    day.and_time(NaiveTime::MIN).and_utc().fixed_offset()
}

//! What has changed, for somebody who comes back: every version, what is new since a day, and what differs between two
//! versions.

mod fields;
mod figures;
mod says;
mod summary;

use chrono::NaiveDate;

use super::{Context, Head, Phrase};
use crate::feed::date::Date;
use crate::feed::history::{History, Version};
use crate::routes::{Page, Query};
use crate::words::say;

pub use says::{RecordChanges, records};
use says::{by_record, record};
pub use summary::summary;

/// Records that are listed of one version; nobody reads more on one page.
const MOST_RECORDS: usize = 20;

/// What stands around the list.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangesPage {
    pub head: Head,
    pub title: String,
    pub lead: String,
}

/// The history as the address asks for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChangesList {
    /// What is shown, for the heading above it.
    pub title: String,
    /// Said under the heading: how far back the history goes, or what a net change is.
    pub notes: Vec<String>,
    /// The net change, where one was asked for.
    pub net: Option<ChangesOf>,
    pub versions: Vec<VersionChanges>,
    /// The way back to everything.
    pub all: Option<super::Link>,
}

/// Changes in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChangesOf {
    pub summary: String,
    pub records: Vec<RecordChanges>,
    /// Said if more records have changed, or changes are not listed.
    pub more: Vec<String>,
}

/// A version with its changes.
#[derive(Clone, Debug, PartialEq)]
pub struct VersionChanges {
    /// The fragment of its address.
    pub id: String,
    pub date: String,
    /// The date for machines.
    pub datetime: String,
    pub changes: ChangesOf,
}

/// What can be asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Controls {
    pub since_label: String,
    pub since: String,
    /// Earliest and latest day there is something about.
    pub first: String,
    pub last: String,
    pub between_title: String,
    pub from_label: String,
    pub to_label: String,
    pub from: Vec<Choice>,
    pub to: Vec<Choice>,
    /// Since the last visit, where there was one.
    pub last_visit: Option<super::Link>,
    pub visit_note: String,
}

/// A version in a list to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

/// The page without its list.
pub fn changes_page(context: &Context<'_>) -> ChangesPage {
    let (title, lead) = (say!(context.words, "changes-title"), say!(context.words, "changes-lead"));
    ChangesPage { head: context.head(&title, lead.clone()), title, lead }
}

/// What the address asks for: everything; `since=` a day; or `from=` one version `to=` another.
pub fn changes_list(context: &Context<'_>, history: &History, query: &Query) -> ChangesList {
    let asked = |name: &str| query.get(name).unwrap_or_default();
    let found = match (asked("since"), asked("from"), asked("to")) {
        ("", "", "") => Some(everything(context, history)),
        ("", from, to) => between(context, history, from, to),
        (since, ..) => day(since).map(|day| since_day(context, history, day)),
    };
    let unknown = || ChangesList { title: say!(context.words, "changes-unknown"), ..ChangesList::default() };
    let mut list = found.unwrap_or_else(unknown);
    let back =
        || super::Link { label: say!(context.words, "changes-clear").into(), href: context.href(&Page::Changes) };
    list.all = (!query.is_empty()).then(back);
    list
}

/// Said where there is no history: none was built in, or it could not be loaded.
pub fn no_history(context: &Context<'_>, loaded: bool) -> String {
    if loaded { say!(context.words, "changes-no-history") } else { say!(context.words, "changes-not-loaded") }
}

fn everything(context: &Context<'_>, history: &History) -> ChangesList {
    let words = context.words;
    let known = begins_note(context, history);
    let passed_over = (history.passed_over > 0).then(|| say!(words, "changes-passed-over", n = history.passed_over));
    ChangesList {
        title: say!(words, "changes-all"),
        notes: known.into_iter().chain(passed_over).collect(),
        versions: versions(context, history, history.versions.len()),
        ..ChangesList::default()
    }
}

/// Says when the known history begins.
pub(super) fn begins_note(context: &Context<'_>, history: &History) -> Option<String> {
    let date = context.date(history.versions.last()?.on);
    Some(match history.complete {
        true => say!(context.words, "changes-known-all", date = date),
        false => say!(context.words, "changes-known-since", date = date),
    })
}

fn since_day(context: &Context<'_>, history: &History, day: NaiveDate) -> ChangesList {
    let (count, net) = history.since(day);
    let date = context.words.day(day);
    ChangesList {
        title: say!(context.words, "changes-since-title", n = count, date = date),
        notes: net_notes(context, history, count, 0),
        net: (count > 0).then(|| changes_of(context, &net, 0)),
        versions: versions(context, history, count),
        all: None,
    }
}

/// Either may be left out: then it is the oldest, or the newest. In the wrong order they are turned round.
fn between(context: &Context<'_>, history: &History, from: &str, to: &str) -> Option<ChangesList> {
    let place = |name: &str, otherwise: usize| if name.is_empty() { Some(otherwise) } else { history.place_of(name) };
    let last = history.versions.len().checked_sub(1)?;
    let (from, to) = (place(from, last)?, place(to, 0)?);
    let (older, newer) = (from.max(to), from.min(to));
    let date = |place: usize| history.versions.get(place).map_or(String::new(), |version| context.date(version.on));
    Some(ChangesList {
        title: say!(context.words, "changes-between-title", from = date(older), to = date(newer)),
        notes: net_notes(context, history, older, newer),
        net: Some(changes_of(context, &history.net(older, newer), 0)),
        ..ChangesList::default()
    })
}

fn net_notes(context: &Context<'_>, history: &History, older: usize, newer: usize) -> Vec<String> {
    let several = older > newer + 1;
    let gap = history.has_gap(older, newer).then(|| say!(context.words, "changes-gap"));
    several.then(|| say!(context.words, "changes-net-note")).into_iter().chain(gap).collect()
}

/// The newest versions, so many of them.
fn versions(context: &Context<'_>, history: &History, count: usize) -> Vec<VersionChanges> {
    let oldest = history.versions.len().saturating_sub(1);
    let version = |(place, version): (usize, &Version)| VersionChanges {
        id: format!("v-{}", version.commit),
        date: context.date(version.on),
        datetime: version.on.to_string(),
        changes: match place == oldest {
            true => ChangesOf { summary: say!(context.words, "changes-begins"), ..ChangesOf::default() },
            false => changes_of(context, &version.changes, version.left_out),
        },
    };
    history.versions.iter().enumerate().take(count).map(version).collect()
}

/// What the file for feed readers is called.
pub fn news_feed_title(context: &Context<'_>) -> String {
    say!(context.words, "news-feed-title", name = context.plain(&context.feed.coalition.name))
}

/// What a version is called there.
pub fn version_title(context: &Context<'_>, version: &Version) -> String {
    say!(context.words, "news-feed-version", date = context.date(version.on))
}

/// Where a version stands on the page.
pub fn href(context: &Context<'_>, version: &Version) -> String {
    format!("{}#v-{}", context.href(&Page::Changes), version.commit)
}

fn changes_of(context: &Context<'_>, changes: &[crate::feed::diff::Change], left_out: u32) -> ChangesOf {
    let words = context.words;
    let all = by_record(changes);
    let records = all.iter().take(MOST_RECORDS).map(|own| record(context, own)).collect();
    let more = all.len().saturating_sub(MOST_RECORDS);
    let more = (more > 0).then(|| say!(words, "changes-more", n = more));
    let left_out = (left_out > 0).then(|| say!(words, "changes-left-out", n = left_out));
    ChangesOf { summary: summary(context, changes), records, more: more.into_iter().chain(left_out).collect() }
}

/// What can be chosen. Nothing, if there is only one version.
pub fn controls(
    context: &Context<'_>,
    history: &History,
    query: &Query,
    last_visit: Option<NaiveDate>,
) -> Option<Controls> {
    let words = context.words;
    let (newest, oldest) = (history.versions.first()?, history.versions.last()?);
    if history.versions.len() < 2 {
        return None;
    }
    let choices = |name: &str, otherwise: &Version| -> Vec<Choice> {
        let chosen = query.get(name).unwrap_or(&otherwise.commit);
        let choice = |version: &Version| Choice {
            value: version.commit.clone(),
            label: say!(words, "changes-version", date = context.date_short(version.on), commit = &version.commit),
            chosen: version.commit == chosen,
        };
        history.versions.iter().map(choice).collect()
    };
    Some(Controls {
        since_label: say!(words, "changes-since"),
        since: query.get("since").unwrap_or_default().to_owned(),
        first: oldest.on.first().to_string(),
        last: context.today.to_string(),
        between_title: say!(words, "changes-between"),
        from_label: say!(words, "changes-from"),
        to_label: say!(words, "changes-to"),
        from: choices("from", oldest),
        to: choices("to", newest),
        last_visit: last_visit.map(|visit| super::Link {
            label: Phrase::from(say!(words, "changes-last-visit", date = words.day(visit))),
            href: context.href_with(&Page::Changes, &Query::default().with("since", &visit.to_string())),
        }),
        visit_note: say!(words, "changes-visit-note"),
    })
}

/// The address that asks for what is new since a day; of nothing, the page itself.
pub fn since_href(context: &Context<'_>, since: &str) -> String {
    context.href_with(&Page::Changes, &Query::default().with("since", since))
}

/// The address that asks for two versions, one of which has just been chosen.
pub fn between_href(context: &Context<'_>, history: &History, query: &Query, name: &str, commit: &str) -> String {
    let other = if name == "from" { "to" } else { "from" };
    let end = if other == "to" { history.versions.first() } else { history.versions.last() };
    let kept = query.get(other).or(end.map(|version| version.commit.as_str())).unwrap_or_default();
    context.href_with(&Page::Changes, &Query::default().with(other, kept).with(name, commit))
}

fn day(text: &str) -> Option<NaiveDate> {
    match Date::parse(text) {
        Ok(date) => Some(date.first()),
        Err(_) => None,
    }
}

#[cfg(test)]
mod tests;

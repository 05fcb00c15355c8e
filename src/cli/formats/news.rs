//! What is new, as one list: Atom and JSON Feed are two ways of writing it.

use chrono::NaiveDate;

use super::address;
use crate::feed::history::{History, Version};
use crate::feed::records::commitment::CommitmentState;
use crate::feed::records::{Commitment, Decision, Feedback, Update};
use crate::present::changes::{records, summary};
use crate::present::{Context, changes, commitments, decisions, news, record};
use crate::words::say;

/// Most items: readers ask for the newest.
const MOST_ITEMS: usize = 100;
/// Records of one version that are told; the page has them all.
const MOST_RECORDS: usize = 20;

/// What an item is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A piece of news.
    News,
    /// A decision was made.
    Decision,
    /// Something that was heard has an answer.
    Answer,
    /// A promise was kept, broken or taken back.
    Promise,
    /// A new version of the data.
    Version,
}

impl Kind {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::News => "news",
            Self::Decision => "decision",
            Self::Answer => "answer",
            Self::Promise => "promise",
            Self::Version => "version",
        }
    }

    fn word(self, context: &Context<'_>) -> String {
        let words = context.words;
        say!(
            words,
            match self {
                Self::News => "nav-news",
                Self::Decision => "decision-title",
                Self::Answer => "feed-answers",
                Self::Promise => "promises-title",
                Self::Version => "nav-changes",
            }
        )
    }
}

/// One thing that is new.
pub(super) struct Item {
    pub(super) kind: Kind,
    /// The kind for people.
    pub(super) word: String,
    /// The same for ever, unique in the world (a tag URI, RFC 4151).
    pub(super) id: String,
    pub(super) on: NaiveDate,
    pub(super) title: String,
    /// In one sentence, where the text has more.
    pub(super) summary: Option<String>,
    pub(super) text: String,
    /// Who says it; the coalition if nobody is named.
    pub(super) author: Option<String>,
    /// Where it stands on the site.
    pub(super) href: String,
}

/// The ids of items and feeds. The year in them only has to lie behind us.
pub(super) fn tag(context: &Context<'_>, kind: &str, name: &str) -> String {
    let coalition = context.feed.coalition.id.as_str();
    let slash = if name.is_empty() { "" } else { "/" };
    format!("tag:{},2026:{coalition}/{}/{kind}{slash}{name}", address::host(context), context.lang())
}

/// What is new up to today, the newest first: news, decisions, answers, promises that were settled, versions of the feed.
pub(super) fn items(context: &Context<'_>, history: &History) -> Vec<Item> {
    let feed = context.feed;
    let mut items: Vec<Item> = feed.updates.iter().map(|update| piece_of_news(context, update)).collect();
    items.extend(feed.decisions.iter().map(|decision| decided(context, decision)));
    items.extend(feed.feedback.iter().filter_map(|theme| answered(context, theme)));
    items.extend(feed.commitments.iter().filter_map(|promise| settled(context, promise)));
    // The oldest version is where history begins; it is no news.
    let newer = history.versions.len().saturating_sub(1);
    items.extend(history.versions.iter().take(newer).map(|version| new_version(context, version)));
    items.retain(|item| item.on <= context.today);
    items.sort_by_key(|item| std::cmp::Reverse(item.on));
    items.truncate(MOST_ITEMS);
    items
}

fn item(context: &Context<'_>, kind: Kind, name: &str, on: NaiveDate, title: String) -> Item {
    Item {
        kind,
        word: kind.word(context),
        id: tag(context, kind.code(), name),
        on,
        title,
        summary: None,
        text: String::new(),
        author: None,
        href: record::href(context, name).unwrap_or_default(),
    }
}

fn piece_of_news(context: &Context<'_>, update: &Update) -> Item {
    let title = context.plain(&update.title);
    Item {
        text: context.plain(&update.body),
        author: context.feed.partner(&update.author).map(|partner| context.plain(&partner.name)),
        href: news::href(context, update),
        ..item(context, Kind::News, update.id.as_str(), update.on.first(), title)
    }
}

fn decided(context: &Context<'_>, decision: &Decision) -> Item {
    let words = context.words;
    let result = decisions::result(context, decision.result).word;
    let title = say!(words, "feed-decision", result = result, title = context.plain(&decision.title));
    let why = context.plain(&decision.reason);
    Item {
        text: lines([Some(context.plain(&decision.what)), Some(say!(words, "feed-why", why = why))]),
        author: record::name(context, decision.made_by.as_str()).map(|name| name.text),
        ..item(context, Kind::Decision, decision.id.as_str(), decision.on.first(), title)
    }
}

fn answered(context: &Context<'_>, theme: &Feedback) -> Option<Item> {
    let response = theme.response.as_ref()?;
    let words = context.words;
    let title = say!(words, "feed-answer", said = context.plain(&theme.you_said));
    let why = response.why.as_ref().map(|why| say!(words, "feed-why", why = context.plain(why)));
    Some(Item {
        text: lines([Some(context.plain(&response.we_did)), why]),
        author: record::name(context, response.by.as_str()).map(|name| name.text),
        ..item(context, Kind::Answer, theme.id.as_str(), response.on.first(), title)
    })
}

/// A promise that is kept, broken or taken back, with the day on which that was settled. One that is still open is not.
fn settled(context: &Context<'_>, promise: &Commitment) -> Option<Item> {
    let on = promise.settled_on.filter(|_| !promise.state.is_open())?.first();
    let words = context.words;
    let standing = commitments::standing(context, promise);
    let state = commitments::state(context, standing).word;
    let says = context.plain(&promise.text);
    let title = say!(words, "feed-promise", state = state, text = says.clone());
    let reason = promise.state_reason.as_ref().map(|reason| context.plain(reason));
    // A promise that was kept in part today may be kept tomorrow: each end of it is an item of its own.
    let name = match promise.state {
        CommitmentState::Kept => promise.id.as_str().to_owned(),
        other => format!("{}/{}", promise.id, other.wire()),
    };
    Some(Item {
        id: tag(context, Kind::Promise.code(), &name),
        text: lines([Some(says), reason]),
        author: record::name(context, promise.by.as_str()).map(|name| name.text),
        ..item(context, Kind::Promise, promise.id.as_str(), on, title)
    })
}

fn new_version(context: &Context<'_>, version: &Version) -> Item {
    let records = records(context, &version.changes);
    let summary = summary(context, &version.changes);
    let mut text = vec![summary.clone(), String::new()];
    text.extend(
        records
            .into_iter()
            .take(MOST_RECORDS)
            .map(|record| format!("{} {}: {}", record.kind, record.name.text, record.lines.join(" "))),
    );
    Item {
        summary: Some(summary),
        text: text.join("\n"),
        href: changes::href(context, version),
        ..item(context, Kind::Version, &version.commit, version.on.first(), changes::version_title(context, version))
    }
}

fn lines<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

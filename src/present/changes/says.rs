//! Changes in words, record by record.

use std::collections::BTreeMap;

use super::summary::capital;
use super::{fields, figures};
use crate::feed::diff::{Change, Subject, What};
use crate::present::{Context, Phrase, record};
use crate::routes::Page;
use crate::words::say;

/// What has changed in one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordChanges {
    /// "Activity".
    pub kind: String,
    pub name: Phrase,
    /// Where the record is, if it has a page and is still there.
    pub href: Option<String>,
    /// Finished sentences.
    pub lines: Vec<String>,
}

/// Each record with what has changed in it, in the order of the changes.
pub fn records(context: &Context<'_>, changes: &[Change]) -> Vec<RecordChanges> {
    by_record(changes).iter().map(|own| record(context, own)).collect()
}

/// The changes of each record, in the order of the changes.
pub(super) fn by_record(changes: &[Change]) -> Vec<Vec<&Change>> {
    let mut places = BTreeMap::new();
    let mut found: Vec<Vec<&Change>> = Vec::new();
    for change in changes {
        let place = *places.entry((change.of, &change.id)).or_insert(found.len());
        match found.get_mut(place) {
            Some(own) => own.push(change),
            None => found.push(vec![change]),
        }
    }
    found
}

/// What has changed in one record.
pub(super) fn record(context: &Context<'_>, changes: &[&Change]) -> RecordChanges {
    let name = match changes.last() {
        None => Phrase::default(),
        Some(Change { of: Subject::Coalition, .. }) => context.text(&context.feed.coalition.name),
        Some(Change { id: None, .. }) => Phrase::default(),
        Some(change) => fields::name(context, change),
    };
    let of = changes.first().map_or(Subject::Coalition, |first| first.of);
    RecordChanges {
        kind: kind(context, of),
        name,
        href: changes.first().and_then(|first| href(context, first)),
        lines: lines(context, changes),
    }
}

/// The word for a kind of record.
fn kind(context: &Context<'_>, of: Subject) -> String {
    say!(
        context.words,
        match of {
            Subject::Coalition => "record-coalition",
            Subject::Goal => "record-goal",
            Subject::Strategy => "record-strategy",
            Subject::Indicator => "record-indicator",
            Subject::Source => "record-source",
            Subject::Dimension => "record-dimension",
            Subject::Geography => "record-geography",
            Subject::Partner => "record-partner",
            Subject::Activity => "record-activity",
            Subject::Story => "record-story",
            Subject::Update => "record-update",
            Subject::Event => "record-event",
            Subject::WorkGroup => "record-workgroup",
            Subject::Commitment => "record-commitment",
            Subject::Engagement => "record-engagement",
            Subject::Feedback => "record-feedback",
            Subject::Decision => "record-decision",
            Subject::BudgetCycle => "record-budget-cycle",
            Subject::BudgetProposal => "record-budget-proposal",
            Subject::Need => "record-need",
            Subject::Term => "record-term",
        }
    )
}

/// Where a record is shown, if it is still there.
fn href(context: &Context<'_>, change: &Change) -> Option<String> {
    let feed = context.feed;
    let id = change.id.as_ref().map_or("", |id| id.as_str());
    if change.of == Subject::Coalition {
        return Some(context.href(&Page::About));
    }
    feed.kind_of(id).filter(|kind| Subject::from(*kind) == change.of)?;
    record::href(context, id)
}

/// The sentences of one record, each once.
fn lines(context: &Context<'_>, changes: &[&Change]) -> Vec<String> {
    let words = context.words;
    let mut lines: Vec<String> = Vec::new();
    for change in changes {
        let said = match change.what {
            What::Added => vec![say!(words, "change-added")],
            What::Removed => vec![say!(words, "change-removed")],
            What::Replaced => vec![say!(words, "change-replaced")],
            What::Order => vec![say!(words, "change-order-all")],
            What::Figures => figures::lines(context, change, target_stays(context, change, changes)),
            What::Field => field(context, change, changes).into_iter().collect(),
        };
        for line in said.iter().map(|line| capital(line)) {
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    lines
}

/// Whether an indicator has a target, and none of its targets is among the changes. Only of figures of everybody.
pub(super) fn target_stays(context: &Context<'_>, change: &Change, changes: &[&Change]) -> bool {
    let has = fields::indicator(context, change).is_some_and(|indicator| !indicator.targets.is_empty());
    let moved = |other: &&Change| other.id == change.id && other.steps().first() == Some(&"targets");
    change.whom.is_none() && has && !changes.iter().any(moved)
}

/// One field in a sentence; nothing for a part that another sentence speaks of.
fn field(context: &Context<'_>, change: &Change, changes: &[&Change]) -> Option<String> {
    let words = context.words;
    let steps = change.steps();
    let label = || fields::label(context, change);
    if change.was.iter().chain(&change.now).any(|said| said.is_hidden()) {
        return Some(say!(words, "change-hidden", field = label()));
    }
    match steps.as_slice() {
        ["targets", scope, rest @ ..] => target(context, change, scope, rest, changes),
        ["milestones", step, part, ..] if !is_item(change, "milestones", step, changes) => {
            let item = fields::milestone(context, change, step).unwrap_or_default();
            let what = say!(words, "change-item-of", field = label(), item = item);
            match (*part, &change.was, &change.now) {
                ("state", Some(_), Some(now)) => {
                    Some(say!(words, "change-field-now", field = what, now = fields::word(context, &now.text)?))
                }
                // The day stands beside the state, which is said.
                ("done_on", None, Some(_)) if other_part(change, "state", changes) => None,
                _ => plain(context, change, what),
            }
        }
        [_, .., crate::feed::diff::ORDER] => Some(say!(words, "change-order", field = label())),
        [list, item, part] if is_item(change, list, item, changes) => whole_item(context, change, part, changes),
        ["title" | "name" | "label"] | ["title" | "name" | "label", _] => {
            let (was, now) = (change.was.as_ref(), change.now.as_ref());
            let quoted = |said: &crate::feed::diff::Said| say!(words, "change-quoted", text = &said.text);
            match (was, now) {
                (Some(was), Some(now)) => Some(say!(words, "change-renamed", was = quoted(was), now = quoted(now))),
                _ => plain(context, change, label()),
            }
        }
        _ => plain(context, change, label()),
    }
}

/// A field that came, went or changed.
fn plain(context: &Context<'_>, change: &Change, label: String) -> Option<String> {
    let words = context.words;
    let says =
        |said: &Option<crate::feed::diff::Said>| said.as_ref().and_then(|said| fields::says(context, change, said));
    let (was, now) = (says(&change.was), says(&change.now));
    Some(match (&change.was, &change.now, was, now) {
        (Some(_), Some(_), Some(was), Some(now)) if was != now => {
            say!(words, "change-field-from-to", field = label, was = was, now = now)
        }
        (None, Some(_), _, Some(now)) => say!(words, "change-field-added", field = label, now = now),
        (None, Some(_), _, None) => say!(words, "change-field-new", field = label),
        (Some(_), None, Some(was), _) => say!(words, "change-field-removed-was", field = label, was = was),
        (Some(_), None, None, _) => say!(words, "change-field-removed", field = label),
        _ => say!(words, "change-changed", field = label),
    })
}

/// Whether all parts of an item have come or gone together: then one sentence says so.
fn is_item(change: &Change, list: &str, item: &str, changes: &[&Change]) -> bool {
    let (came, went) = (change.was.is_none(), change.now.is_none());
    let of_item = |other: &&&Change| matches!(other.steps().as_slice(), [l, i, _, ..] if *l == list && *i == item);
    let parts: Vec<_> = changes.iter().filter(of_item).collect();
    (came || went)
        && parts.len() > 1
        && parts.iter().all(|part| (part.was.is_none(), part.now.is_none()) == (came, went))
}

/// Whether another part of the same item has changed too.
fn other_part(change: &Change, part: &str, changes: &[&Change]) -> bool {
    let steps = change.steps();
    let is = |other: &&Change| matches!(other.steps().as_slice(), [l, i, p] if [*l, *i] == steps[..2] && *p == part);
    changes.iter().any(is)
}

/// An item that came or went, by the part that names it best.
fn whole_item(context: &Context<'_>, change: &Change, part: &str, changes: &[&Change]) -> Option<String> {
    const NAMES: [&str; 6] = ["title", "text", "label", "value", "partner", "id"];
    let steps = change.steps();
    let sibling = |name: &str| {
        let is = |other: &&&Change| matches!(other.steps().as_slice(), [l, i, p, ..] if [*l, *i] == steps[..2] && *p == name);
        changes.iter().find(is)
    };
    let named = NAMES.into_iter().find(|name| sibling(name).is_some());
    let first =
        changes.iter().find(|other| matches!(other.steps().as_slice(), [l, i, ..] if [*l, *i] == steps[..2]))?;
    // One sentence for all parts: where the naming part stands, or where the first part does.
    let here = match named {
        Some(named) => part == named,
        None => std::ptr::eq(*first, change),
    };
    let label = fields::known_label(context, steps.first()?).unwrap_or_else(|| say!(context.words, "field-other"));
    here.then(|| plain(context, change, label)).flatten()
}

/// A target in a sentence.
fn target(context: &Context<'_>, change: &Change, scope: &str, rest: &[&str], changes: &[&Change]) -> Option<String> {
    let words = context.words;
    let part = |name: &str| {
        let is = |other: &&&Change| matches!(other.steps().as_slice(), ["targets", s, p] if *s == scope && *p == name);
        changes.iter().find(is)
    };
    let says =
        |said: &Option<crate::feed::diff::Said>| said.as_ref().and_then(|said| fields::says(context, change, said));
    let sentence = match (rest, &change.was, &change.now) {
        (["value"], None, Some(_)) => {
            let by = part("by").and_then(|by| by.now.as_ref().and_then(|now| fields::says(context, by, now)));
            say!(words, "change-target-set", value = says(&change.now)?, by = by.unwrap_or_default())
        }
        (["value"], Some(_), None) => {
            let by = part("by").and_then(|by| by.was.as_ref().and_then(|was| fields::says(context, by, was)));
            say!(words, "change-target-removed", value = says(&change.was)?, by = by.unwrap_or_default())
        }
        (["value"], Some(_), Some(_)) => {
            say!(words, "change-target-value", was = says(&change.was)?, now = says(&change.now)?)
        }
        (["by"], Some(_), Some(_)) => {
            say!(words, "change-target-by", was = says(&change.was)?, now = says(&change.now)?)
        }
        (["previous", _, "reason", ..], None, Some(_)) => {
            say!(words, "change-target-kept", reason = says(&change.now)?)
        }
        (["previous", _, _], None, Some(_)) => return None,
        // Parts of a target that came or went as a whole.
        _ if part("value").is_some_and(|value| value.was.is_none() != value.now.is_none()) => return None,
        _ => return plain(context, change, fields::known_label(context, "targets")?),
    };
    let whom = whom_of(context, scope);
    Some(if whom.is_empty() { sentence } else { say!(words, "change-whom", whom = whom, says = sentence) })
}

/// Whom a target is for, from the step of its path; empty for everybody.
fn whom_of(context: &Context<'_>, scope: &str) -> String {
    let parts: Vec<&str> = scope.split('~').next().unwrap_or_default().split('.').collect();
    let whom = |geography: Option<&str>, dimension: Option<&str>, group: Option<&str>| {
        let own = |part: Option<&str>| part.map(str::to_owned);
        let whom = crate::feed::diff::Whom { geography: own(geography), dimension: own(dimension), group: own(group) };
        figures::whom_name(context, &whom.scope())
    };
    match parts.as_slice() {
        ["all"] => String::new(),
        [place] => whom(Some(place), None, None),
        [dimension, group] => whom(None, Some(dimension), Some(group)),
        [place, dimension, group, ..] => whom(Some(place), Some(dimension), Some(group)),
        [] => String::new(),
    }
}

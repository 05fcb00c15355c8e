//! Several steps put together: what is left of them. What was undone on the way is no change.

use std::collections::BTreeMap;

use super::{Change, FigureChange, Said, Subject, What};
use crate::sorted::{sort_by, sort_by_key};

/// What changes of one thing have in common.
type Key = (Subject, String, bool, String, String);

/// The net change of steps, the oldest first.
pub fn net<'c>(steps: impl IntoIterator<Item = &'c [Change]>) -> Vec<Change> {
    let mut all: Vec<Change> = Vec::new();
    let mut places: BTreeMap<Key, usize> = BTreeMap::new();
    for change in steps.into_iter().flatten() {
        match places.get(&key(change)).and_then(|place| all.get_mut(*place)) {
            Some(known) => follow(known, change),
            None => {
                places.insert(key(change), all.len());
                all.push(change.clone());
            }
        }
    }
    let mut whole: BTreeMap<(Subject, String), bool> = BTreeMap::new();
    for change in all.iter_mut().filter(|change| is_whole(change)) {
        change.what = match (&change.was, &change.now) {
            (None, _) => What::Added,
            (_, None) => What::Removed,
            _ => What::Replaced,
        };
        whole.insert(record(change), !undone(change));
    }
    // Of a record that has come or gone, what happened to its fields on the way does not matter.
    all.retain(|change| {
        let fate = whole.get(&record(change));
        match is_whole(change) {
            true => !undone(change),
            false => fate != Some(&true) && !undone(change),
        }
    });
    let mut first: BTreeMap<(Subject, String), usize> = BTreeMap::new();
    for (place, change) in all.iter().enumerate() {
        first.entry(record(change)).or_insert(place);
    }
    sort_by_key(&mut all, |change| (change.of, first.get(&record(change)).copied()));
    all
}

fn key(change: &Change) -> Key {
    let (of, id) = record(change);
    let whom = change.whom.as_ref().map_or(String::new(), |whom| format!("{whom:?}"));
    let part = match change.what {
        What::Figures => "~figures".to_owned(),
        What::Order => "~records".to_owned(),
        _ => change.path.clone().unwrap_or_default(),
    };
    (of, id, is_whole(change), part, whom)
}

fn record(change: &Change) -> (Subject, String) {
    (change.of, change.id.as_ref().map_or(String::new(), |id| id.as_str().to_owned()))
}

fn is_whole(change: &Change) -> bool {
    matches!(change.what, What::Added | What::Removed | What::Replaced)
}

/// Lets a change be followed by a later one of the same thing.
fn follow(known: &mut Change, later: &Change) {
    known.name = later.name.clone().or(known.name.take());
    known.now.clone_from(&later.now);
    for figure in &later.figures {
        match known.figures.iter_mut().find(|known| known.period == figure.period) {
            Some(known) => {
                known.now.clone_from(&figure.now);
                if known.now.as_ref().is_none_or(|now| now.value.is_none()) {
                    known.was.iter_mut().for_each(super::figures::hide);
                }
            }
            None => known.figures.push(figure.clone()),
        }
    }
    sort_by(&mut known.figures, |a, b| a.period.cmp(&b.period));
}

/// Whether nothing is left of a change; takes away its figures that are as they were.
fn undone(change: &Change) -> bool {
    let same = |was: &Option<Said>, now: &Option<Said>| match (was, now) {
        (Some(was), Some(now)) => was.same(now),
        (None, None) => true,
        _ => false,
    };
    match change.what {
        What::Figures => change.figures.iter().all(is_same),
        // The order of what has no name is known to differ, and no more.
        What::Order => change.was.is_some() && same(&change.was, &change.now),
        _ => same(&change.was, &change.now),
    }
}

/// Two figures whose values are hidden may differ: that is kept.
fn is_same(figure: &FigureChange) -> bool {
    let hidden = figure.was.as_ref().is_some_and(|was| was.hidden);
    !hidden && figure.was == figure.now
}

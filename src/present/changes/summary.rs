//! Changes in one sentence: what a reader should know first, the rest counted.

use std::collections::BTreeSet;

use super::figures::{Fate, fate, values};
use super::says::target_stays;
use super::{fields, figures};
use crate::feed::diff::{Change, FigureChange, Said, Subject, What};
use crate::feed::id::Kind;
use crate::present::Context;
use crate::words::say;

/// So many things of one sort are named; more are counted.
const NAMED: usize = 2;

/// One sentence on all changes.
pub fn summary(context: &Context<'_>, changes: &[Change]) -> String {
    if changes.is_empty() {
        return say!(context.words, "changes-none");
    }
    let mut parts = Vec::new();
    parts.extend(figures_in(context, changes));
    parts.extend(targets(context, changes));
    parts.extend(records(context, changes));
    let (named, counted) = states(context, changes);
    parts.extend(named);
    let plain = changes.iter().filter(|change| change.what == What::Field && is_plain(change));
    // Parts of one item are one thing to a reader.
    let plain: BTreeSet<_> = plain.map(|change| (change.of, &change.id, item(change))).collect();
    let texts = plain.len() + counted;
    if texts > 0 {
        parts.push(say!(context.words, "summary-texts", n = texts));
    }
    let others = changes.iter().filter(|change| matches!(change.what, What::Order | What::Replaced)).count();
    if others > 0 {
        parts.push(say!(context.words, "summary-more", n = others));
    }
    format!("{}.", capital(&parts.join("; ")))
}

/// Figures: the first ones by name, what is left by number.
fn figures_in(context: &Context<'_>, changes: &[Change]) -> Vec<String> {
    let all: Vec<&Change> = changes.iter().collect();
    let mut parts = Vec::new();
    for wanted in [Fate::Corrected, Fate::Added, Fate::Final, Fate::Withheld, Fate::Gone, Fate::Detail] {
        let same: Vec<(&Change, &FigureChange)> = (changes.iter())
            .flat_map(|change| change.figures.iter().map(move |figure| (change, figure)))
            .filter(|(_, figure)| fate(figure).case() == wanted.case())
            .collect();
        let named = matches!(wanted, Fate::Corrected | Fate::Added) && same.len() <= NAMED;
        if named {
            let stays = same.iter().all(|(change, _)| target_stays(context, change, &all));
            parts.extend(same.iter().map(|(change, figure)| one(context, change, figure, wanted)));
            if wanted == Fate::Corrected && stays && !same.is_empty() {
                parts.push(say!(context.words, "summary-target-unchanged"));
            }
        } else if !same.is_empty() {
            parts.push(say!(context.words, "summary-figures", what = wanted.case(), n = same.len()));
        }
    }
    parts
}

fn one(context: &Context<'_>, change: &Change, figure: &FigureChange, fate: Fate) -> String {
    let words = context.words;
    let whom = change.whom.as_ref().map(|whom| figures::whom_name(context, &whom.scope()));
    let name = fields::name(context, change).text;
    let name = whom.map_or(name.clone(), |whom| format!("{name} ({whom})"));
    let (was, now) = values(context, change, figure);
    let period = words.period(figure.period);
    match fate {
        Fate::Corrected => say!(words, "summary-corrected", name = name, period = period, was = was, now = now),
        _ => say!(words, "summary-figure", name = name, period = period, now = now),
    }
}

/// Indicators with a target that was set, moved or taken out: by name, or many by number.
fn targets(context: &Context<'_>, changes: &[Change]) -> Vec<String> {
    let words = context.words;
    let mut seen = BTreeSet::new();
    let moved: Vec<&Change> = changes.iter().filter(|change| is_target(change) && seen.insert(&change.id)).collect();
    if moved.len() > NAMED {
        return vec![say!(words, "summary-targets", n = moved.len())];
    }
    moved.iter().map(|change| say!(words, "summary-target", name = fields::name(context, change).text)).collect()
}

/// Records that came or went, counted by kind.
fn records(context: &Context<'_>, changes: &[Change]) -> Vec<String> {
    let count =
        |what: What, of: Subject| changes.iter().filter(|change| change.what == what && change.of == of).count();
    let mut parts = Vec::new();
    for kind in Kind::ALL {
        let n = count(What::Added, Subject::from(*kind));
        if n > 0 {
            parts.push(say!(context.words, "summary-added", kind = kind.wire(), n = n));
        }
    }
    for kind in Kind::ALL {
        let n = count(What::Removed, Subject::from(*kind));
        if n > 0 {
            parts.push(say!(context.words, "summary-removed", kind = kind.wire(), n = n));
        }
    }
    parts
}

/// New states and names, the first ones by name; and how many are left.
fn states(context: &Context<'_>, changes: &[Change]) -> (Vec<String>, usize) {
    let words = context.words;
    let mut said: Vec<String> = Vec::new();
    let mut left = 0;
    for change in changes.iter().filter(|change| is_state(change)) {
        let name = fields::name(context, change).text;
        let now = change.now.as_ref().map_or("", |now| now.text.as_str());
        let part = match change.steps().as_slice() {
            ["milestones", step, _] => {
                let step = fields::milestone(context, change, step);
                let state = fields::word(context, now);
                step.zip(state)
                    .map(|(step, state)| say!(words, "summary-step", name = name, step = step, state = state))
            }
            ["status"] => fields::word(context, now).map(|now| say!(words, "summary-status", name = name, now = now)),
            _ => {
                let quoted = |said: &Option<Said>| {
                    let text = said.as_ref().map_or("", |said| said.text.as_str());
                    say!(words, "change-quoted", text = text)
                };
                Some(say!(words, "summary-renamed", was = quoted(&change.was), now = quoted(&change.now)))
            }
        };
        match part {
            Some(part) if said.len() < 2 * NAMED => said.push(part),
            _ => left += 1,
        }
    }
    (said, left)
}

fn is_target(change: &Change) -> bool {
    change.what == What::Field && change.steps().first() == Some(&"targets")
}

/// Changes that are worth a part of the sentence: states, steps and names.
fn is_state(change: &Change) -> bool {
    let both = change.was.is_some() && change.now.is_some();
    let hidden = change.now.iter().any(Said::is_hidden);
    let steps = change.steps();
    let is = matches!(steps.as_slice(), ["status"] | ["milestones", _, "state"] | ["title" | "name" | "label"]);
    change.what == What::Field && both && !hidden && is
}

/// The day on which a step was done stands beside its state.
fn is_plain(change: &Change) -> bool {
    !is_target(change) && !is_state(change) && change.steps().last() != Some(&"done_on")
}

/// The field, and in a list the item.
fn item(change: &Change) -> String {
    change.steps().into_iter().take(2).collect::<Vec<_>>().join("/")
}

/// With a capital letter at the beginning.
pub(super) fn capital(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or(String::new(), |first| first.to_uppercase().chain(rest).collect())
}

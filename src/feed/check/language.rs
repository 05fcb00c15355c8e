//! Rules about the wording of texts. Every text of every record goes through here, in each of its languages.
//!
//! Word lists are for English and Spanish only; the other rules hold for every language. Mistakes are reported for each
//! version of a text, notices once for a text: an editor is not shouted at.

mod abbreviations;
mod blanks;
mod length;
mod markup;
mod persons;
mod script;
mod signs;
mod wording;

use std::collections::HashSet;

use super::Check;
use super::leaves::{Found, Subject};
use crate::feed::id::Kind;
use crate::feed::read::Draft;
use crate::feed::records::indicator::Level;
use crate::feed::rule::{Rule, Severity};

/// What is to be said about a text.
struct Remark {
    rule: Rule,
    message: String,
    fix: String,
}

impl Remark {
    fn new(rule: Rule, message: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { rule, message: message.into(), fix: fix.into() }
    }
}

/// One version of a text.
#[derive(Clone, Copy)]
struct Passage<'t> {
    text: &'t str,
    /// The first part of the language tag.
    language: &'t str,
    /// The whole tag.
    tag: &'t str,
    field: &'t str,
    /// Whether it speaks of a whole population, of which nobody alone is the cause.
    population: bool,
}

pub(super) fn check(draft: &Draft<'_, '_>, records: &[Subject<'_>], default: &str, check: &mut Check<'_>) {
    let population: HashSet<&str> = (draft.indicators.iter())
        .filter(|indicator| indicator.record.level == Level::Population)
        .map(|indicator| indicator.record.id.as_str())
        .collect();
    let mut unexplained = abbreviations::Unexplained::of(records, &draft.terms);
    for record in records {
        let about = match record.kind {
            Some(Kind::Indicator) => Some(record.id),
            Some(Kind::Story) => {
                record.leaves.ids.iter().find(|(path, _)| path == "indicator").map(|(_, id)| id.as_str())
            }
            _ => None,
        };
        let population = about.is_some_and(|id| population.contains(id));
        for found in &record.leaves.texts {
            one_text(record, found, default, population, &mut unexplained, check);
        }
    }
}

fn one_text(
    record: &Subject<'_>,
    found: &Found,
    default: &str,
    population: bool,
    unexplained: &mut abbreviations::Unexplained,
    check: &mut Check<'_>,
) {
    let mut report = |tag: &Option<String>, remark: Remark| {
        let path = tag.as_ref().map_or(found.path.clone(), |tag| format!("{}/{tag}", found.path));
        check.report(remark.rule, record.at(&path), remark.message, remark.fix);
    };
    let mut noticed: Option<(&Option<String>, Remark)> = None;
    let mut wrong = false;
    for (tag, text) in &found.versions {
        let whole = tag.as_deref().unwrap_or(default);
        let language = whole.split('-').next().unwrap_or_default();
        let passage = Passage { text, language, tag: whole, field: found.field(), population };
        match mistake(passage) {
            Some(remark) => {
                wrong = true;
                report(tag, remark);
            }
            None if noticed.is_none() => {
                let remark = notice(record, found, passage).or_else(|| unexplained.first_in(passage));
                noticed = remark.map(|remark| (tag, remark));
            }
            None => {}
        }
    }
    if let Some((tag, remark)) = noticed.filter(|_| !wrong) {
        report(tag, remark);
    }
}

/// The weightiest error or warning of a text.
fn mistake(passage: Passage<'_>) -> Option<Remark> {
    let remark = persons::identity(passage)
        .or_else(|| persons::birth(passage))
        .or_else(|| persons::home(passage))
        .or_else(|| script::wrong(passage))
        .or_else(|| markup::markup(passage))
        .or_else(|| script::mixed(passage))
        .or_else(|| blanks::blanks(passage));
    debug_assert!(remark.as_ref().is_none_or(|remark| remark.rule.severity() != Severity::Notice));
    remark
}

/// The most useful notice about a text.
fn notice(record: &Subject<'_>, found: &Found, passage: Passage<'_>) -> Option<Remark> {
    persons::need(passage)
        .or_else(|| wording::label(passage))
        .or_else(|| wording::cause(passage))
        .or_else(|| signs::alone(passage))
        .or_else(|| signs::shouting(passage))
        .or_else(|| length::title(record, found, passage))
        .or_else(|| length::sentences(passage))
}

/// Words in small letters between single blanks, `|` where a clause ends, a blank at both ends: so that a phrase is found
/// by looking for it between blanks.
fn flat(text: &str) -> String {
    let mut out = String::from(" ");
    for c in text.chars() {
        match c {
            '\'' | '’' => out.push('\''),
            _ if c.is_alphanumeric() => out.extend(c.to_lowercase()),
            _ if ".,;:!?()–—\n".contains(c) => {
                out.truncate(out.trim_end_matches([' ', '|']).len());
                out.push_str(" | ");
            }
            _ if !out.ends_with(' ') => out.push(' '),
            _ => {}
        }
    }
    if !out.ends_with(' ') {
        out.push(' ');
    }
    out
}

/// What stands behind each place where words are found in such a text.
fn behind<'t>(flat: &'t str, words: &'t str) -> impl Iterator<Item = &'t str> {
    let found = flat.match_indices(words);
    found.filter_map(move |(at, _)| flat[..at].ends_with(' ').then(|| flat[at + words.len()..].strip_prefix(' '))?)
}

/// The sentences of a text. A point counts only before a blank and not behind a title, so that 3.5 and Mr. stay whole.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    const TITLES: [&str; 8] = ["Mr", "Mrs", "Ms", "Dr", "St", "Sr", "Sra", "Srta"];
    let mut rest = text;
    let pieces = std::iter::from_fn(move || {
        let mut ends = rest.char_indices().peekable();
        let mut end = rest.len();
        while let Some((at, c)) = ends.next() {
            let before_blank = ends.peek().is_none_or(|(_, next)| next.is_whitespace());
            let title = c == '.' && TITLES.contains(&rest[..at].rsplit(' ').next().unwrap_or_default());
            if c == '\n' || (".!?…".contains(c) && before_blank && !title) {
                end = at + c.len_utf8();
                break;
            }
        }
        let (sentence, after) = rest.split_at(end);
        rest = after;
        (!sentence.is_empty()).then_some(sentence.trim())
    });
    pieces.filter(|sentence| !sentence.is_empty())
}

#[cfg(test)]
mod tests;

//! Abbreviations that nothing in the feed spells out.

use std::collections::HashSet;

use super::super::leaves::Subject;
use super::{Passage, Remark};
use crate::feed::read::Placed;
use crate::feed::records::Term;
use crate::feed::rule::Rule;

/// Known by themselves, in English or Spanish.
const KNOWN: [&str; 31] = [
    "AIDS", "AM", "BY", "CC", "CD", "COVID", "DVD", "EEUU", "EU", "EUR", "FAQ", "GB", "GBP", "GPS", "HIV", "ID", "KB",
    "MB", "NHS", "OK", "ONU", "PDF", "PM", "SMS", "TV", "UK", "UN", "US", "USA", "USD", "ZIP",
];

/// Reports each abbreviation at its first place only.
pub(super) struct Unexplained {
    settled: HashSet<String>,
}

impl Unexplained {
    /// Spelled out is what stands in brackets behind the long form, or before brackets that hold it, and what a term
    /// explains. Names of bodies are left alone: they are what people call themselves.
    pub(super) fn of(records: &[Subject<'_>], terms: &[Placed<'_, '_, Term>]) -> Self {
        let mut settled: HashSet<String> = KNOWN.iter().map(|known| (*known).to_owned()).collect();
        for term in terms.iter().map(|term| &term.record) {
            settled.extend(term.acronym.iter().map(|acronym| acronym.trim().to_owned()));
            settled.extend(term.term.versions().map(|word| word.trim().to_owned()));
        }
        for found in records.iter().flat_map(|record| &record.leaves.texts) {
            let name = ["name", "publisher", "label", "license"].contains(&found.field());
            for (_, text) in &found.versions {
                for (at, word) in abbreviations(text) {
                    let after = text[at + word.len()..].trim_start();
                    if name || text[..at].ends_with('(') && after.starts_with(')') || after.starts_with('(') {
                        settled.insert(word.to_owned());
                    }
                }
            }
        }
        Self { settled }
    }

    pub(super) fn first_in(&mut self, passage: Passage<'_>) -> Option<Remark> {
        if passage.field == "license" {
            return None;
        }
        let (_, word) = abbreviations(passage.text).find(|(_, word)| !self.settled.contains(*word))?;
        self.settled.insert(word.to_owned());
        Some(Remark::new(
            Rule::Shouting,
            format!("Nothing in the feed says what \"{word}\" stands for."),
            format!("Write it out where it comes first, with \"({word})\" behind it."),
        ))
    }
}

/// Two to six capitals, as a word of their own. Roman numerals are numbers, and letters with digits are codes.
fn abbreviations(text: &str) -> impl Iterator<Item = (usize, &str)> {
    // Most texts have no two capitals side by side, and then there is nothing to look for.
    let mut before = false;
    let capitals = text.chars().any(|c| {
        let both = before && c.is_uppercase();
        before = c.is_uppercase();
        both
    });
    let text = if capitals { text } else { "" };
    let word = |c: char| c.is_alphanumeric() || c == '-' || c == '_' || c == '/';
    let starts = text.char_indices().filter(move |(at, c)| word(*c) && !text[..*at].ends_with(word));
    starts.filter_map(move |(at, _)| {
        let rest = &text[at..];
        let whole = &rest[..rest.find(|c| !word(c)).unwrap_or(rest.len())];
        let capitals = whole.chars().all(char::is_uppercase);
        let roman = whole.chars().all(|c| "IVXLCDM".contains(c));
        ((2..=6).contains(&whole.chars().count()) && capitals && !roman).then_some((at, whole))
    })
}

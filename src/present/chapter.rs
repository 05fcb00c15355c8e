//! Pages that are read from top to bottom: parts with a heading, sentences and explained words.

use super::Phrase;

/// What a page of text says below its head.
#[derive(Clone, Debug, PartialEq)]
pub struct TextBody {
    pub title: String,
    pub lead: Phrase,
    pub chapters: Vec<Chapter>,
}

/// A part of a page of text. What is empty is not shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chapter {
    /// Unique on the page; also the fragment of its address.
    pub id: &'static str,
    pub title: String,
    pub paragraphs: Vec<Phrase>,
    pub points: Vec<Phrase>,
    pub terms: Vec<Term>,
}

/// A word and what it means, or a label and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    pub label: Phrase,
    pub says: Phrase,
    /// Where the second part leads.
    pub href: Option<String>,
}

impl Term {
    pub(super) fn new(label: impl Into<Phrase>, says: impl Into<Phrase>) -> Self {
        Self { label: label.into(), says: says.into(), href: None }
    }

    pub(super) fn leading(label: impl Into<Phrase>, says: impl Into<Phrase>, href: String) -> Self {
        Self { label: label.into(), says: says.into(), href: Some(href) }
    }
}

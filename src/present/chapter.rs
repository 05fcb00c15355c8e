//! Pages that are read from top to bottom: parts with a heading, sentences and explained words.

use super::Phrase;
use crate::words::Catalog;

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

/// Keys of messages that take no arguments. A test reads them here as it reads the calls of `say!`.
macro_rules! keys {
    [$($key:literal),* $(,)?] => { &[$($key),*] };
}
pub(super) use keys;

/// A part of a page of text that is the same for every feed, as the keys of its messages: as values and not as calls,
/// for such texts are long, and each call takes its bytes of the app.
#[derive(Clone, Copy, Default)]
pub(super) struct Fixed {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) paragraphs: &'static [&'static str],
    pub(super) points: &'static [&'static str],
    /// By twos: the word, and what it means.
    pub(super) terms: &'static [&'static str],
}

impl Fixed {
    pub(super) fn chapter(self, words: &Catalog) -> Chapter {
        let said = |key: &&'static str| Phrase::from(words.say(key, "", &[]));
        Chapter {
            id: self.id,
            title: words.say(self.title, "", &[]),
            paragraphs: self.paragraphs.iter().map(said).collect(),
            points: self.points.iter().map(said).collect(),
            terms: self.terms.chunks_exact(2).map(|pair| Term::new(said(&pair[0]), said(&pair[1]))).collect(),
        }
    }
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

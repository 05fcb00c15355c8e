//! The words of all entries, each once, with the entries that it stands in: made once when the file has come, so that a
//! key press goes through some thousand words and not through all texts.

use std::collections::HashMap;

use super::entry::{self, Entry};
use super::fold::{each_with_article, each_word};
use crate::words::fold;

/// Everything that can be found, ready to be searched.
pub struct Index {
    entries: Vec<Entry>,
    pub(super) words: Vec<Word>,
    /// How many words the title of each entry has, doubles left out.
    pub(super) title_words: Vec<u32>,
}

/// A word of some entries.
pub(super) struct Word {
    /// Folded.
    pub(super) text: String,
    /// How many characters it has.
    pub(super) length: usize,
    /// A bit for each of its letters; several letters may share one.
    pub(super) letters: u32,
    /// The places of its entries in their list, in order.
    pub(super) entries: Vec<Mention>,
}

/// An entry in which a word stands.
#[derive(Clone, Copy)]
pub(super) struct Mention {
    pub(super) entry: usize,
    pub(super) in_title: bool,
}

impl Index {
    /// Makes the index of these entries. Where two fit a search equally well, the one that stands first here is first.
    pub fn new(entries: Vec<Entry>) -> Self {
        let (mut words, mut places) = (Vec::new(), HashMap::new());
        let mut title_words = Vec::with_capacity(entries.len());
        for (at, entry) in entries.iter().enumerate() {
            let mut note = |word: &str, in_title: bool| {
                let place = places.get(word).copied().unwrap_or_else(|| {
                    places.insert(word.to_owned(), words.len());
                    words.push(Word::new(word));
                    words.len() - 1
                });
                u32::from(words[place].stands_in(Mention { entry: at, in_title }))
            };
            let mut add = |text: &str, in_title: bool| {
                let mut new = 0;
                each_word(text, &mut |word| new += note(word, in_title));
                each_with_article(text, &mut |word| {
                    note(word, in_title);
                });
                new
            };
            title_words.push(add(&entry.title.text, true));
            add(&entry.context.text, false);
            add(&entry.words, false);
        }
        Self { entries, words, title_words }
    }

    /// The index of a published file; `None` if that is not whole.
    pub fn read(file: &str) -> Option<Self> {
        entry::read(file).map(Self::new)
    }

    /// What can be found.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Whether some entry has this very word.
    pub fn knows(&self, word: &str) -> bool {
        let folded = fold(word);
        self.words.iter().any(|known| known.text == folded)
    }
}

impl Word {
    fn new(text: &str) -> Self {
        Self { text: text.to_owned(), length: text.chars().count(), letters: letters(text), entries: Vec::new() }
    }

    /// Notes an entry, unless it is noted already. Titles come first: there a word counts most.
    fn stands_in(&mut self, mention: Mention) -> bool {
        let new = self.entries.last().is_none_or(|last| last.entry != mention.entry);
        if new {
            self.entries.push(mention);
        }
        new
    }
}

/// A bit for each letter of a word.
pub(super) fn letters(word: &str) -> u32 {
    word.chars().fold(0, |letters, c| letters | 1 << (u32::from(c) % 32))
}

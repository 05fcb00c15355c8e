//! Which entries a search finds, the best first.
//!
//! Every word of the search has to fit a word of the entry: it is that word, begins it, stands inside it, is another form of
//! it, or is a slip or two away. In this order it counts less, and three times as much in a title. In a word that is spelled
//! as some entry spells it no slip is looked for. If no entry has all words, those come that have most of them. Small words
//! ("where can I get") are passed over as long as others are there.

use super::fold::words_of;
use super::index::{Index, letters};
use super::typo::{LONGEST, distance};
use crate::sorted::sort_by;

/// Most words of a search that are looked at; so many nobody types.
const MOST_WORDS: usize = 10;

/// What a fit counts.
const EXACT: u32 = 12;
const BEGINS: u32 = 8;
const INSIDE: u32 = 4;
/// Another form of the word: "library" and "libraries".
const AKIN: u32 = 4;
const ONE_SLIP: u32 = 3;
const SLIPS: u32 = 2;
/// A slip in what begins a word, too.
const SLIP_AT_BEGINNING: u32 = 1;
/// How much more it counts in a title.
const IN_TITLE: u32 = 3;

/// Fewest letters that are looked for inside of a word, and in what begins a word with a slip.
const FEWEST_INSIDE: usize = 3;
const FEWEST_AT_BEGINNING: usize = 5;
/// Fewest letters that two forms of a word share, unless they differ from the last one on.
const FEWEST_SHARED: usize = 5;

/// Most slips that are forgiven in any word.
const MOST_SLIPS: usize = 2;

/// How many slips are forgiven in a word of so many letters.
fn forgiven(length: usize) -> usize {
    match length {
        0..=3 => 0,
        4..=7 => 1,
        _ => MOST_SLIPS,
    }
}

/// A word that was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Typed {
    /// Folded.
    pub(super) text: String,
    letters: Vec<char>,
    mask: u32,
    /// How many slips are forgiven in it: none if some entry has this very word, and no more than it takes to find one.
    most: usize,
    /// Some entry has a word that fits.
    pub(super) fits: bool,
}

/// How a typed word fits one of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fit {
    pub(super) counts: u32,
    slips: usize,
    /// Which characters of the word are meant: from, and up to.
    pub(super) from: usize,
    pub(super) to: usize,
}

/// What a search has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ranked {
    /// The places of entries in their list, the best first.
    pub(super) entries: Vec<usize>,
    pub(super) typed: Vec<Typed>,
    /// Whether these entries have all words that were typed.
    pub(super) all: bool,
}

impl Typed {
    fn new(text: String) -> Self {
        Self { letters: text.chars().collect(), mask: letters(&text), most: MOST_SLIPS, fits: false, text }
    }

    /// How this fits a word of so many characters with these letters; `None` if it does not.
    pub(super) fn fit(&self, word: &str, length: usize, mask: u32) -> Option<Fit> {
        let own = self.letters.len();
        // Each slip can bring in one letter that the word has not; without any, it has all.
        let strange = (self.mask & !mask).count_ones() as usize;
        if strange == 0
            && let Some(at) = word.find(&self.text)
        {
            let from = word[..at].chars().count();
            let counts = match (from, own == length) {
                (0, true) => EXACT,
                (0, false) => BEGINS,
                _ => INSIDE,
            };
            return (from == 0 || own >= FEWEST_INSIDE).then_some(Fit { counts, slips: 0, from, to: from + own });
        }
        let shared = self.letters.iter().zip(word.chars()).take_while(|(own, other)| **own == *other).count();
        if shared >= FEWEST_SHARED && own <= shared + 3 || shared + 1 >= FEWEST_SHARED && own <= shared + 1 {
            return Some(Fit { counts: AKIN, slips: 0, from: 0, to: length });
        }
        let most = forgiven(own.max(length.min(own + 1))).min(self.most);
        let longest = if own < FEWEST_AT_BEGINNING { own + most } else { usize::MAX };
        if most == 0 || strange > most || length + most < own || length > longest {
            return None;
        }
        let mut buffer = ['\0'; LONGEST + 3];
        let letters = chars(word, &mut buffer);
        let found = distance(&self.letters, letters, most);
        // A long word whose end was not looked at is at best begun.
        let whole = found.whole.filter(|_| letters.len() == length);
        let begun = found.beginning.filter(|slips| {
            own >= FEWEST_AT_BEGINNING && *slips <= forgiven(own) && self.letters.first() == letters.first()
        });
        let (counts, slips) = match (whole, begun) {
            (Some(1), _) => (ONE_SLIP, 1),
            (_, Some(slips)) if whole.is_none_or(|whole| slips < whole) => (SLIP_AT_BEGINNING, slips),
            (Some(slips), _) => (SLIPS, slips),
            (None, _) => return None,
        };
        Some(Fit { counts, slips, from: 0, to: length })
    }
}

/// The first characters of a word.
fn chars<'b>(word: &str, buffer: &'b mut [char]) -> &'b [char] {
    let mut n = 0;
    for (cell, c) in buffer.iter_mut().zip(word.chars()) {
        *cell = c;
        n += 1;
    }
    &buffer[..n]
}

/// Searches for a text. A text without words finds nothing. `small`: words of the language that say nothing by themselves.
pub(super) fn search(index: &Index, text: &str, small: &str) -> Ranked {
    let mut typed: Vec<Typed> = Vec::new();
    for word in words_of(text).into_iter().take(MOST_WORDS) {
        if typed.iter().all(|other| other.text != word) {
            typed.push(Typed::new(word));
        }
    }
    let small = words_of(small);
    if typed.iter().any(|word| !small.contains(&word.text)) {
        typed.retain(|word| !small.contains(&word.text));
    }
    // Of each entry: what it counts, and how many of the typed words it has.
    let mut counted = vec![(0_u32, 0_usize); index.len()];
    for word in &mut typed {
        if index.knows(&word.text) {
            word.most = 0;
        }
        let mut fits = Vec::new();
        for known in &index.words {
            fits.extend(word.fit(&known.text, known.length, known.letters).map(|fit| (known, fit)));
        }
        word.fits = !fits.is_empty();
        // Whoever is one slip away from a word, or none, does not mean those that are two away.
        word.most = fits.iter().map(|(_, fit)| fit.slips.max(1)).min().unwrap_or_default().min(word.most);
        let mut best = vec![0_u32; index.len()];
        for (known, fit) in fits.iter().filter(|(_, fit)| fit.slips <= word.most) {
            for mention in &known.entries {
                let counts = if mention.in_title { fit.counts * IN_TITLE } else { fit.counts };
                best[mention.entry] = best[mention.entry].max(counts);
            }
        }
        for (entry, counts) in counted.iter_mut().zip(&best).filter(|(_, counts)| **counts > 0) {
            entry.0 += counts;
            entry.1 += 1;
        }
    }
    let most = counted.iter().map(|(_, words)| *words).max().unwrap_or_default();
    let mut entries: Vec<usize> = (0..index.len()).filter(|at| most > 0 && counted[*at].1 == most).collect();
    // Of titles that have the words, the shortest is nearest to them.
    sort_by(&mut entries, |a, b| {
        let key = |at: usize| (u32::MAX - counted[at].0, index.title_words[at], at);
        key(*a).cmp(&key(*b))
    });
    Ranked { entries, all: most == typed.len(), typed }
}

/// The word of all entries that is nearest to one that fits none; of equals the most frequent. `None` if none is near.
pub(super) fn nearest<'i>(index: &'i Index, typed: &Typed) -> Option<&'i str> {
    let own = typed.letters.len();
    // Of three letters one may be wrong: with more, another word was meant.
    let most = 3.min(own / 3);
    let near = index.words.iter().filter_map(|word| {
        let mut buffer = ['\0'; LONGEST + 3];
        let letters = chars(&word.text, &mut buffer);
        let slips = distance(&typed.letters, letters, most).whole.filter(|_| letters.len() == word.length)?;
        Some((slips, usize::MAX - word.entries.len(), word.text.as_str()))
    });
    near.min().map(|(.., word)| word)
}

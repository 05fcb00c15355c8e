//! Blanks that nobody sees, but that sorting and searching stumble over.

use super::{Passage, Remark};
use crate::feed::rule::Rule;

pub(super) fn blanks(passage: Passage<'_>) -> Option<Remark> {
    let text = passage.text;
    let remark = |message: &str, fix: &str| Some(Remark::new(Rule::StrayBlank, message, fix));
    match () {
        () if text.starts_with(char::is_whitespace) => remark("This text begins with a blank.", "Delete the blank."),
        () if text.ends_with(char::is_whitespace) => {
            remark("This text ends with a blank or a line break.", "Delete what stands after the last word.")
        }
        () if doubled(text) => remark("Two blanks stand side by side in this text.", "Delete one of them."),
        () if unseen(text) => remark(
            "A mark without width stands in this text: searching for the word will not find it.",
            "Retype the word by hand.",
        ),
        () => None,
    }
}

/// Not at the beginning of a line: there they may set something in.
fn doubled(text: &str) -> bool {
    let blank = |c: char| c == ' ' || c == '\u{a0}';
    let mut before: (Option<char>, Option<char>) = (None, None);
    text.chars().any(|c| {
        let found = blank(c) && before.1.is_some_and(blank) && before.0.is_some_and(|c| !c.is_whitespace());
        before = (before.1, Some(c));
        found
    })
}

/// Joiners and direction marks where no letter needs them. Arabic, Persian, Hebrew and the scripts of India do, and so
/// do joined emoji.
fn unseen(text: &str) -> bool {
    let needs = |c: char| matches!(u32::from(c), 0x0590..=0x08FF | 0x0900..=0x0DFF | 0x1780..=0x18AF | 0x2600..=0x27BF | 0x1F000..=0x1FAFF);
    text.contains(|c| ('\u{200c}'..='\u{200f}').contains(&c)) && !text.contains(needs)
}

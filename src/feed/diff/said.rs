//! What stood or stands in a field, short enough to be read.

use crate::feed::record::record;

/// Most characters of a text that are repeated.
const LONGEST: usize = 120;
/// So many characters before the first difference are kept.
const BEFORE: usize = 30;

/// What stands in place of a text that must not be repeated.
const HIDDEN: &str = "…";

record! {
    /// What a field says.
    pub struct Said ("what a field says") {
        /// As in the feed; of a long text the part around the difference, with … where it is cut.
        text: String,
        /// Stands for the whole of a text that was cut: equal texts have equal marks.
        mark: Option<String>,
    }
}

impl Said {
    /// One text alone.
    pub(super) fn alone(text: &str) -> Self {
        if text.chars().count() <= LONGEST { Self { text: text.to_owned(), mark: None } } else { Self::cut(text, 0) }
    }

    /// Two texts that differ, cut around the place where they begin to.
    pub(super) fn pair(old: &str, new: &str) -> (Self, Self) {
        if [old, new].iter().all(|text| text.chars().count() <= LONGEST) {
            return (Self::alone(old), Self::alone(new));
        }
        let same = old.chars().zip(new.chars()).take_while(|(a, b)| a == b).count();
        let first = if same < LONGEST / 2 { 0 } else { word_start(old, same - BEFORE) };
        (Self::cut(old, first), Self::cut(new, first))
    }

    /// Only the mark of something that is not to be read.
    pub(super) fn mark_only(whole: &str) -> Self {
        Self { text: mark(whole), mark: None }
    }

    /// In place of a text that must not be repeated.
    pub(super) fn hidden() -> Self {
        Self { text: HIDDEN.to_owned(), mark: None }
    }

    /// Whether it stands for a text that must not be repeated.
    pub fn is_hidden(&self) -> bool {
        self.text == HIDDEN
    }

    fn cut(text: &str, first: usize) -> Self {
        let rest: Vec<char> = text.chars().skip(first).collect();
        let kept: String = rest.iter().take(LONGEST).collect();
        let (before, after) = (if first > 0 { "…" } else { "" }, if rest.len() > LONGEST { "…" } else { "" });
        Self { text: format!("{before}{}{after}", kept.trim_end()), mark: Some(mark(text)) }
    }

    /// Whether both say the same.
    pub(super) fn same(&self, other: &Self) -> bool {
        self.mark == other.mark && (self.mark.is_some() || self.text == other.text)
    }
}

/// The first character of the word after this place; both texts are the same up to there.
fn word_start(text: &str, from: usize) -> usize {
    from + text.chars().skip(from).take(BEFORE).position(char::is_whitespace).map_or(0, |blank| blank + 1)
}

/// A short name for a text: equal texts have equal names (FNV-1a, 64 bits). Not a secret, and no proof of anything.
pub(crate) fn mark(text: &str) -> String {
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(old: &str, new: &str, was: &str, now: &str) {
        let (old, new) = Said::pair(old, new);
        assert_eq!((old.text.as_str(), new.text.as_str()), (was, now));
        assert!(!old.same(&new));
    }

    #[test]
    fn short_texts_are_repeated_whole() {
        check("forty places", "sixty places", "forty places", "sixty places");
    }

    #[test]
    fn long_texts_are_cut_around_the_difference() {
        let same = "word ".repeat(40);
        check(
            &format!("{same}forty"),
            &format!("{same}sixty"),
            "…word word word word word forty",
            "…word word word word word sixty",
        );
        let (was, now) = Said::pair(&format!("a{same}"), &format!("b{same}"));
        assert!(was.text.starts_with("aword") && now.text.starts_with("bword") && now.text.ends_with('…'));
        assert_eq!(now.text.chars().count(), LONGEST + 1);
    }

    #[test]
    fn cut_texts_are_told_apart_by_their_marks() {
        let long = "x".repeat(500);
        assert!(Said::alone(&long).same(&Said::alone(&long)));
        assert!(!Said::alone(&long).same(&Said::alone(&format!("{long}x"))));
        assert!(!Said::alone("x").same(&Said::alone(&long)));
    }
}

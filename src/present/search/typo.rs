//! How many slips of the finger are between two words.
//!
//! A slip is a letter too many, one missing, another one in its place, or two neighbours exchanged: the distance of
//! Damerau (1964), in the form in which no piece of the text is changed twice ("optimal string alignment").

/// Longest word in which slips are looked for, in characters. Nobody types a longer one.
pub(super) const LONGEST: usize = 30;

/// Most slips that are ever asked for.
const MOST: usize = 3;
const ROW: usize = LONGEST + MOST + 1;

/// How far a word is from what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Distance {
    /// From the whole word; `None` if it is more than was asked for.
    pub(super) whole: Option<usize>,
    /// From the nearest beginning of the word.
    pub(super) beginning: Option<usize>,
}

/// The distance of `word` from `typed`, up to `most` slips.
pub(super) fn distance(typed: &[char], word: &[char], most: usize) -> Distance {
    let none = Distance { whole: None, beginning: None };
    let most = most.min(MOST);
    if typed.len() > LONGEST {
        return none;
    }
    // What lies further behind cannot be reached.
    let seen = word.len().min(typed.len() + most);
    let mut rows = [[0_usize; ROW]; 3];
    let [_, _, row] = &mut rows;
    for (at, cell) in row.iter_mut().enumerate() {
        *cell = at;
    }
    for (i, letter) in typed.iter().enumerate() {
        rows.rotate_left(1);
        let [before, above, row] = &mut rows;
        row[0] = i + 1;
        for j in 0..seen {
            let other = usize::from(*letter != word[j]);
            let mut least = (above[j] + other).min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *letter == word[j - 1] && typed[i - 1] == word[j] {
                least = least.min(before[j - 1] + 1);
            }
            row[j + 1] = least;
        }
        if row[..=seen].iter().all(|cell| *cell > most) {
            return none;
        }
    }
    let [_, _, row] = &rows;
    let within = |slips: usize| (slips <= most).then_some(slips);
    let whole = if seen == word.len() { within(row[seen]) } else { None };
    Distance { whole, beginning: row[..=seen].iter().min().copied().and_then(within) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, word: &str, whole: Option<usize>, beginning: Option<usize>) {
        let letters = |text: &str| text.chars().collect::<Vec<_>>();
        assert_eq!(distance(&letters(typed), &letters(word), 2), Distance { whole, beginning }, "{typed} {word}");
    }

    #[test]
    fn slips_are_counted() {
        check("library", "library", Some(0), Some(0));
        check("libary", "library", Some(1), Some(1));
        check("libbrary", "library", Some(1), Some(1));
        check("lobrary", "library", Some(1), Some(1));
        check("lirbary", "library", Some(1), Some(1));
        check("lirbray", "library", Some(2), Some(2));
        check("despensa", "dispensa", Some(1), Some(1));
        check("مدرصة", "مدرسة", Some(1), Some(1));
    }

    #[test]
    fn a_beginning_may_be_near_where_the_word_is_not() {
        check("libr", "library", None, Some(0));
        check("lbirar", "library", Some(2), Some(1));
        check("neihbor", "neighborhoods", None, Some(1));
    }

    #[test]
    fn what_is_too_far_is_nothing() {
        check("bus", "library", None, None);
        check("abc", "", None, None);
        check("", "abc", None, Some(0));
        let long = "a".repeat(LONGEST + 1);
        check(&long, &long, None, None);
        check(&"a".repeat(LONGEST), &"a".repeat(LONGEST + 9), None, Some(0));
    }
}

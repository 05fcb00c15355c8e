//! Long titles, long summaries, long sentences.

use super::super::leaves::{Found, Subject};
use super::{Passage, Remark};
use crate::feed::rule::Rule;

/// Most characters of a title; other languages need more of them for the same.
fn longest_title(language: &str) -> usize {
    if language == "en" { 80 } else { 100 }
}

const MAX_SUMMARY: usize = 280;

/// Fields for those who want to know exactly; they may be long.
const EXACT: [&str; 6] = ["definition", "method_note", "coverage", "label_source", "license", "publisher"];

pub(super) fn title(record: &Subject<'_>, found: &Found, passage: Passage<'_>) -> Option<Remark> {
    let characters = passage.text.chars().count();
    let (message, fix) = match found.path.as_str() {
        "title" if characters > longest_title(passage.language) => (
            format!(
                "This title has {characters} characters; more than {} do not fit into lists and charts.",
                longest_title(passage.language)
            ),
            "Shorten it, and put the rest into the summary.",
        ),
        "plain_summary" if characters > MAX_SUMMARY => (
            format!("This summary has {characters} characters; more than {MAX_SUMMARY} are not read."),
            "Keep the one or two sentences that say most.",
        ),
        "plain_summary" if same_as_title(record, passage) => {
            ("The summary only repeats the title.".to_owned(), "Say in a sentence what it means for people.")
        }
        _ => return None,
    };
    Some(Remark::new(Rule::LongTitle, message, fix))
}

fn same_as_title(record: &Subject<'_>, passage: Passage<'_>) -> bool {
    let bare = |text: &str| text.trim().trim_end_matches('.').to_lowercase();
    let title = record.text("title").or_else(|| record.text("name"));
    title.is_some_and(|title| title.versions.iter().any(|(_, text)| bare(text) == bare(passage.text)))
}

/// Most words of a sentence: 25 in English, as the style guide of GOV.UK has it; 30 where a language needs more words
/// for the same.
fn longest(language: &str) -> usize {
    if language == "en" { 25 } else { 30 }
}

/// Highest school grade, and the fewest words over which it says anything.
const MAX_GRADE: f64 = 9.0;
const LEAST_WORDS: usize = 60;

fn too_long(text: &str, language: &str) -> Option<usize> {
    let words =
        |sentence: &str| sentence.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
    super::sentences(text).map(words).max().filter(|most| *most > longest(language))
}

pub(super) fn sentences(passage: Passage<'_>) -> Option<Remark> {
    if EXACT.contains(&passage.field) {
        return None;
    }
    if let Some(words) = too_long(passage.text, passage.language) {
        return Some(Remark::new(
            Rule::LongSentence,
            format!(
                "One sentence here has {words} words; {} are the most that is read at once.",
                longest(passage.language)
            ),
            "Make two sentences of it.",
        ));
    }
    let grade = grade(passage.text).filter(|grade| *grade > MAX_GRADE && passage.language == "en")?;
    Some(Remark::new(
        Rule::LongSentence,
        format!("This text needs about {grade:.0} years of school to be read; aim at {MAX_GRADE} or fewer."),
        "Use shorter words and shorter sentences.",
    ))
}

/// The school grade of an English text, after Kincaid, Fishburne, Rogers and Chissom (1975), "Derivation of new
/// readability formulas for Navy enlisted personnel". Syllables are counted as groups of vowels.
fn grade(text: &str) -> Option<f64> {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphabetic() && c != '\'').filter(|word| !word.is_empty()).collect();
    if words.len() < LEAST_WORDS {
        return None;
    }
    let sentences = super::sentences(text).filter(|sentence| sentence.contains(char::is_alphabetic)).count().max(1);
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let count = words.len() as f64;
    Some(0.39 * count / sentences as f64 + 11.8 * syllables as f64 / count - 15.59)
}

fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let vowel = |c: char| "aeiouy".contains(c);
    let mut groups = 0;
    let mut before = false;
    for c in word.chars() {
        groups += usize::from(vowel(c) && !before);
        before = vowel(c);
    }
    // The e of "late" is silent, that of "table" and "the" is not.
    let silent = word.ends_with('e') && !word.ends_with("le") && !word.ends_with("ee");
    (groups - usize::from(silent && groups > 1)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_groups_of_vowels() {
        for (word, count) in [("cat", 1), ("late", 1), ("table", 2), ("reading", 2), ("the", 1), ("community", 4)] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    /// Ten sentences of six words of one syllable: 0.39 * 6 + 11.8 * 1 - 15.59.
    #[test]
    fn the_grade_is_the_formula() {
        let easy = "The cat sat on the mat. ".repeat(10);
        assert!((grade(&easy).unwrap() - (2.34 + 11.8 - 15.59)).abs() < 1e-9);
        assert_eq!(grade("Too short to tell."), None);
    }
}

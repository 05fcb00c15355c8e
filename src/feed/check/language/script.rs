//! Scripts: the one that a language is written in, and letters that pretend to be of another.

use super::super::fold::twin;
use super::{Passage, Remark};
use crate::feed::finding::quoted;
use crate::feed::rule::Rule;

#[derive(Clone, Copy, PartialEq)]
enum Script {
    Latin,
    Greek,
    Cyrillic,
    Hebrew,
    Arabic,
    Devanagari,
    Han,
    Hangul,
}

impl Script {
    fn of(c: char) -> Option<Self> {
        let script = match u32::from(c) {
            0x41..=0x5A | 0x61..=0x7A | 0xC0..=0x24F | 0x1E00..=0x1EFF => Self::Latin,
            0x370..=0x3FF | 0x1F00..=0x1FFF => Self::Greek,
            0x400..=0x52F => Self::Cyrillic,
            0x590..=0x5FF => Self::Hebrew,
            0x600..=0x6FF | 0x750..=0x77F => Self::Arabic,
            0x900..=0x97F => Self::Devanagari,
            // Japanese mixes three scripts; they count as one here.
            0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF => Self::Han,
            0xAC00..=0xD7AF => Self::Hangul,
            _ => return None,
        };
        c.is_alphabetic().then_some(script)
    }

    /// The script of a language tag: the one it names, else the one that the language is written in today.
    fn of_tag(tag: &str) -> Option<Self> {
        let named = tag.split('-').nth(1).filter(|part| part.len() == 4);
        Some(match (named, tag.split('-').next().unwrap_or_default()) {
            (Some("Latn"), _) => Self::Latin,
            (Some("Cyrl"), _) => Self::Cyrillic,
            (Some("Arab"), _) => Self::Arabic,
            (Some("Hans" | "Hant"), _) => Self::Han,
            (Some(_), _) => return None,
            (
                None,
                "en" | "es" | "fr" | "de" | "pt" | "it" | "nl" | "pl" | "vi" | "ht" | "so" | "sw" | "tl" | "hmn",
            ) => Self::Latin,
            (None, "cy" | "ga" | "gd" | "sv" | "da" | "nb" | "fi" | "tr" | "ro" | "cs" | "hu" | "ca" | "eu" | "gl") => {
                Self::Latin
            }
            (None, "ru" | "uk" | "bg" | "be") => Self::Cyrillic,
            (None, "el") => Self::Greek,
            (None, "he" | "yi") => Self::Hebrew,
            (None, "ar" | "fa" | "ur" | "ps") => Self::Arabic,
            (None, "hi" | "ne" | "mr") => Self::Devanagari,
            (None, "zh" | "ja") => Self::Han,
            (None, "ko") => Self::Hangul,
            (None, _) => return None,
        })
    }

    fn name(self) -> &'static str {
        match self {
            Self::Latin => "Latin",
            Self::Greek => "Greek",
            Self::Cyrillic => "Cyrillic",
            Self::Hebrew => "Hebrew",
            Self::Arabic => "Arabic",
            Self::Devanagari => "Devanagari",
            Self::Han => "Chinese or Japanese",
            Self::Hangul => "Korean",
        }
    }
}

/// Fewer letters than this are a name or a loan, not a text in a language.
const LEAST: usize = 8;

/// Most of the letters are of another script than the language is written in.
pub(super) fn wrong(passage: Passage<'_>) -> Option<Remark> {
    let wanted = Script::of_tag(passage.tag).filter(|script| *script != Script::Latin || !passage.text.is_ascii())?;
    let letters = || passage.text.chars().filter_map(Script::of);
    let other = letters().find(|script| *script != wanted)?;
    let (all, strange) = (letters().count(), letters().filter(|script| *script == other).count());
    (all >= LEAST && strange * 2 > all).then(|| {
        Remark::new(
            Rule::WrongScript,
            format!("This text stands for \"{}\", but most of its letters are {}.", passage.tag, other.name()),
            format!("Put it under the tag of its own language, and write the text for \"{}\".", passage.tag),
        )
    })
}

/// A word of Latin letters in which one is of another script and looks the same.
pub(super) fn mixed(passage: Passage<'_>) -> Option<Remark> {
    if passage.text.is_ascii() {
        return None;
    }
    let words = passage.text.split(|c: char| !c.is_alphanumeric());
    let strange = |word: &str| {
        let latin = word.chars().any(|c| Script::of(c) == Some(Script::Latin));
        word.chars().find(|c| latin && twin(*c).is_some())
    };
    let (word, c) = words.filter_map(|word| Some((word, strange(word)?))).next()?;
    let script = Script::of(c).map_or("", Script::name);
    Some(Remark::new(
        Rule::StrayBlank,
        format!("In {} the letter \"{c}\" is {script} and only looks like \"{}\".", quoted(word), twin(c)?),
        "Retype the word by hand.",
    ))
}

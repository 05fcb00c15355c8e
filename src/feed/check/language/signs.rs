//! Signs in place of words, and shouting.

use super::{Passage, Remark};
use crate::feed::finding::quoted;
use crate::feed::rule::Rule;

/// Signs and colours that stand for "good" or "bad".
fn is_status(c: char) -> bool {
    "🔴🟠🟡🟢🔵⚫⚪🟥🟧🟨🟩🟦🚦✅❌✔✖👍👎".contains(c)
}

/// A status sign that no word follows: read aloud it says "red circle", and printed in grey nothing.
pub(super) fn alone(passage: Passage<'_>) -> Option<Remark> {
    let bare = |c: char| c.is_whitespace() || c == '\u{fe0f}' || is_status(c);
    let sign = passage.text.char_indices().find(|(at, c)| {
        is_status(*c) && !passage.text[*at..].trim_start_matches(bare).starts_with(char::is_alphanumeric)
    });
    let (_, sign) = sign?;
    Some(Remark::new(
        Rule::SignAlone,
        format!("\"{sign}\" stands here in place of a word; not everybody sees or hears what it means."),
        format!("Write the word after it, such as \"{sign} on track\", or the word alone."),
    ))
}

/// Fewest letters of words in capitals that follow one another.
const LOUD: usize = 10;

pub(super) fn shouting(passage: Passage<'_>) -> Option<Remark> {
    let text = passage.text;
    if let Some(marks) = ["!!", "??", "?!", "!?"].into_iter().find(|marks| text.contains(marks)) {
        let message = format!("\"{marks}\" reads as shouting.");
        return Some(Remark::new(Rule::Shouting, message, "One mark is enough."));
    }
    let (mut run, mut letters) = (Vec::new(), 0);
    for word in text.split_whitespace() {
        let count = word.chars().filter(|c| c.is_alphabetic()).count();
        let loud = count >= 2 && !word.contains(char::is_lowercase) && word.contains(char::is_uppercase);
        if loud {
            run.push(word);
            letters += count;
        } else {
            (run, letters) = (Vec::new(), 0);
        }
        if run.len() >= 3 && letters >= LOUD {
            let message = format!("{} is written in capitals, which are slow to read.", quoted(&run.join(" ")));
            return Some(Remark::new(Rule::Shouting, message, "Write it in small letters."));
        }
    }
    None
}

//! The words of a text as they are searched: folded, and without the signs between them.

use crate::words::fold;

/// Hands over each word of a text, folded.
pub(super) fn each_word(text: &str, hear: &mut dyn FnMut(&str)) {
    for word in fold(text).split(|c| !is_letter(c)).filter(|word| !word.is_empty()) {
        hear(without_article(word));
    }
}

/// Hands over each word of a text that has an article, with it: where the slip is in the article, it has to be there.
pub(super) fn each_with_article(text: &str, hear: &mut dyn FnMut(&str)) {
    let folded = fold(text);
    folded.split(|c| !is_letter(c)).filter(|word| without_article(word).len() < word.len()).for_each(hear);
}

/// An Arabic word without its article, which is written as its beginning: who looks for "library" finds "the library".
fn without_article(word: &str) -> &str {
    word.strip_prefix(ARTICLE).filter(|rest| rest.chars().nth(2).is_some()).unwrap_or(word)
}

const ARTICLE: &str = "ال";

/// The words of a text, folded, in its order.
pub(super) fn words_of(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    each_word(text, &mut |word| found.push(word.to_owned()));
    found
}

/// A word where it stands in a text.
pub(super) struct Place {
    /// Folded.
    pub(super) word: String,
    /// For each character of the folded word, and for its end: where that is in the text, in bytes.
    pub(super) at: Vec<usize>,
}

/// The words of a text with their places. What folding leaves out belongs to the word that it follows.
pub(super) fn places(text: &str) -> Vec<Place> {
    let mut found: Vec<Place> = Vec::new();
    let mut inside = false;
    let mut letter = [0; 4];
    for (at, c) in text.char_indices() {
        let folded = fold(c.encode_utf8(&mut letter));
        let end = at + c.len_utf8();
        match (found.last_mut().filter(|_| inside), folded.is_empty(), folded.chars().all(is_letter)) {
            (Some(last), true, _) => last.end_at(end),
            (None, true, _) => {}
            (Some(last), _, true) => last.add(&folded, at, end),
            (None, _, true) => {
                let mut place = Place { word: String::new(), at: vec![at] };
                place.add(&folded, at, end);
                found.push(place);
                inside = true;
            }
            _ => inside = false,
        }
    }
    for place in &mut found {
        let rest = without_article(&place.word);
        let article = place.word[..place.word.len() - rest.len()].chars().count();
        place.word = rest.to_owned();
        place.at.drain(..article);
    }
    found
}

impl Place {
    fn add(&mut self, folded: &str, at: usize, end: usize) {
        self.end_at(at);
        // One letter may have become several: all of them stand at its beginning.
        self.at.extend(folded.chars().skip(1).map(|_| at));
        self.at.push(end);
        self.word.push_str(folded);
    }

    fn end_at(&mut self, end: usize) {
        if let Some(last) = self.at.last_mut() {
            *last = end;
        }
    }
}

/// Whether a folded character is part of a word. Of the scripts that are not named here all characters are: their signs
/// are few, and std's table of letters would be in the app for this alone.
fn is_letter(c: char) -> bool {
    match c {
        '0'..='9' | 'a'..='z' => true,
        // Signs of ASCII and Latin-1.
        ..='\u{a9}' | '\u{ab}'..='\u{b4}' | '\u{b6}'..='\u{b9}' | '\u{bb}'..='\u{bf}' | '×' | '÷' => false,
        // Arabic comma, semicolon, question mark, percent and full stop.
        '\u{60c}' | '\u{61b}' | '\u{61f}' | '\u{66a}'..='\u{66d}' | '\u{6d4}' => false,
        // Dashes, quotes, currencies, arrows, signs of mathematics, East Asian punctuation.
        '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{3020}' | '\u{ff00}'..='\u{ff0f}' => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(words_of(text), expected);
        let placed: Vec<_> = places(text).into_iter().map(|place| place.word).collect();
        assert_eq!(placed, expected, "with places");
        for place in places(text) {
            assert_eq!(place.at.len(), place.word.chars().count() + 1);
            assert!(place.at.iter().all(|at| text.is_char_boundary(*at)));
        }
    }

    #[test]
    fn words_are_folded_and_signs_dropped() {
        check("Parents’ Circle: 3rd-grade (2026/27)", &["parents", "circle", "3rd", "grade", "2026", "27"]);
        check("¿Dónde está la despensa?", &["donde", "esta", "la", "despensa"]);
        check("Straße—Œuvre", &["strasse", "oeuvre"]);
        check(" · – ", &[]);
    }

    #[test]
    fn arabic_words_lose_what_is_often_not_written() {
        check("مَكتبةُ الحيّ، أين؟ المَكتبة", &["مكتبه", "الحي", "اين", "مكتبه"]);
        check("مســتشفى", &["مستشفي"]);
    }

    #[test]
    fn places_lead_back_into_the_text() {
        let text = "Die Straße lebt";
        let place = &places(text)[1];
        // s t r a s s e: the sharp s stands for two.
        assert_eq!(&text[place.at[0]..place.at[4]], "Stra");
        assert_eq!(&text[place.at[4]..place.at[6]], "ß");
        assert_eq!(&text[place.at[0]..*place.at.last().unwrap()], "Straße");
        let marked = "nin\u{303}o";
        assert_eq!(places(marked)[0].at, [0, 1, 2, 5, 6]);
    }
}

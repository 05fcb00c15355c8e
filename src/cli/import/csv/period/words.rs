//! The words and numbers that a period is written with.

use crate::words::fold;

/// A piece of a period's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A number of four digits, taken for a year.
    Four(i32),
    /// A shorter number, and how many digits it has.
    Short(u32, usize),
    /// In small letters without accents.
    Word(String),
}

pub(super) const YEAR: &[&str] = &["year", "cy", "calendar", "ano"];
pub(super) const SCHOOL: &[&str] =
    &["sy", "ay", "school", "academic", "year", "ano", "curso", "ciclo", "escolar", "lectivo"];
pub(super) const FINANCIAL: &[&str] = &["fy", "fiscal", "financial", "year", "ano", "ejercicio"];
pub(super) const SPAN: &[&str] = &["to", "a", "through", "years", "anos"];
/// Words that add nothing beside a month, a quarter or a half.
pub(super) const FILLER: &[&str] = &["of", "de", "del", "st", "nd", "rd", "th", "year", "month", "mes"];

/// Months in English and Spanish.
const MONTHS: [[&str; 2]; 12] = [
    ["january", "enero"],
    ["february", "febrero"],
    ["march", "marzo"],
    ["april", "abril"],
    ["may", "mayo"],
    ["june", "junio"],
    ["july", "julio"],
    ["august", "agosto"],
    ["september", "septiembre"],
    ["october", "octubre"],
    ["november", "noviembre"],
    ["december", "diciembre"],
];

/// Most pieces that are looked at; no period has as many.
const MOST: usize = 12;

/// The numbers and words of a cell. Blanks and signs part them; so does the change from letters to digits.
pub(super) fn tokens(cell: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let short: String = cell.chars().take(80).collect();
    let folded = fold(&short);
    let mut rest = folded.as_str();
    while let Some(first) = rest.chars().next() {
        if tokens.len() == MOST {
            return Vec::new();
        }
        let digits = first.is_ascii_digit();
        let same = |c: char| if digits { c.is_ascii_digit() } else { c.is_alphabetic() };
        let length = rest.find(|c| !same(c)).unwrap_or(rest.len());
        if length == 0 {
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let (piece, after) = rest.split_at(length);
        rest = after;
        tokens.push(match (digits, piece.parse::<i32>(), piece.parse::<u32>()) {
            (true, Ok(year), _) if length == 4 => Token::Four(year),
            (true, _, Ok(number)) if length < 4 => Token::Short(number, length),
            // A longer number is no part of a period; as a word nothing matches it.
            _ => Token::Word(piece.to_owned()),
        });
    }
    tokens
}

/// The pieces that are not among these words.
pub(super) fn without(tokens: &[Token], words: &[&str]) -> Vec<Token> {
    let named = |token: &&Token| !matches!(token, Token::Word(word) if words.contains(&word.as_str()));
    tokens.iter().filter(named).cloned().collect()
}

/// Whether a word names a half (h), a quarter (q) or a week (w).
pub(super) fn is_part(word: &str, letter: char) -> bool {
    let words: &[&str] = match letter {
        'h' => &["h", "half", "s", "semestre"],
        'q' => &["q", "quarter", "qtr", "t", "trimestre"],
        _ => &["w", "wk", "week", "semana"],
    };
    words.contains(&word)
}

/// The number of a month by its name, or by the first three letters or more of it.
pub(super) fn month(name: &str) -> Option<u32> {
    let named = |full: &&'static str| name.len() >= 3 && full.starts_with(name);
    MONTHS.iter().position(|names| names.iter().any(named)).and_then(|at| u32::try_from(at + 1).ok())
}

/// The year that two digits stand for: up to 69 of this century.
pub(super) fn century(short: u32) -> i32 {
    let base = if short < 70 { 2000 } else { 1900 };
    base + i32::try_from(short).unwrap_or(0)
}

/// The first year after `from` that ends with these two digits.
pub(super) fn after(from: i32, short: u32) -> i32 {
    let year = from - from.rem_euclid(100) + i32::try_from(short).unwrap_or(0);
    if year > from { year } else { year + 100 }
}

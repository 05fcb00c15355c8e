//! Numbers as people write them in sheets. One decimal mark holds for the whole sheet, and is never guessed.

use crate::feed::finding::quoted;
use crate::feed::records::indicator::{Unit, UnitKind};

/// The sign between whole number and decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum DecimalMark {
    /// 54.2, thousands 1,234
    Point,
    /// 54,2, thousands 1.234
    Comma,
}

impl DecimalMark {
    fn sign(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }

    /// The sign that can part thousands beside it.
    fn grouping(self) -> char {
        match self {
            Self::Point => ',',
            Self::Comma => '.',
        }
    }
}

/// What a cell alone tells of the decimal mark of its sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Evidence {
    /// No sign, or no number.
    Silent,
    Sure(DecimalMark),
    /// `1,234`: one thousand two hundred and thirty-four, or one and a bit.
    Either,
}

/// A number, and what stood around it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Number {
    pub(super) value: f64,
    pub(super) has_percent_sign: bool,
    /// The mark of a footnote behind it, which is left out: `*`, `(1)`.
    pub(super) footnote: Option<String>,
}

/// What a cell tells of the decimal mark.
pub(super) fn evidence(cell: &str) -> Evidence {
    let Ok(bare) = Bare::of(cell) else { return Evidence::Silent };
    let digits = bare.digits.as_str();
    let (points, commas) = (digits.matches('.').count(), digits.matches(',').count());
    let sure = |decimal: char| Evidence::Sure(if decimal == '.' { DecimalMark::Point } else { DecimalMark::Comma });
    match (points, commas) {
        (0, 0) => Evidence::Silent,
        (1.., 1..) => sure(if digits.rfind('.') > digits.rfind(',') { '.' } else { ',' }),
        (2.., 0) => sure(','),
        (0, 2..) => sure('.'),
        _ => {
            let sign = if points == 1 { '.' } else { ',' };
            let (whole, part) = digits.split_once(sign).unwrap_or((digits, ""));
            let could_group = part.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
            if could_group && !bare.has_gaps { Evidence::Either } else { sure(sign) }
        }
    }
}

/// Reads a number in an indicator's unit.
///
/// # Errors
/// Half a sentence that says why the cell is none.
pub(super) fn read(cell: &str, mark: DecimalMark, unit: &Unit) -> Result<Number, String> {
    let bare = Bare::of(cell)?;
    if bare.has_percent_sign
        && !matches!(unit.kind, UnitKind::Percent | UnitKind::PercentChange | UnitKind::PercentRatio)
    {
        return Err("it has a percent sign, but the indicator is not counted in percent".to_owned());
    }
    if let Some(sign) = &bare.currency {
        let code = unit.currency.as_ref().map_or("", |code| code.as_str());
        let known = match sign.as_str() {
            "$" => ["USD", "CAD", "AUD", "NZD", "MXN"].contains(&code),
            "US$" => code == "USD",
            "€" => code == "EUR",
            "£" => code == "GBP",
            "¥" => ["JPY", "CNY"].contains(&code),
            other => other == code,
        };
        if unit.kind != UnitKind::Currency || !known {
            return Err(format!("it has the currency sign {sign}, which is not the indicator's unit"));
        }
    }
    let no_number = || format!("with {} as the decimal mark it is no number", quoted(&mark.sign().to_string()));
    let (whole, part) = bare.digits.split_once(mark.sign()).unwrap_or((&bare.digits, ""));
    if !part.bytes().all(|byte| byte.is_ascii_digit()) || !grouped(whole, mark.grouping()) {
        return Err(no_number());
    }
    let plain = format!("{}{}.{part}", if bare.negative { "-" } else { "" }, whole.replace(mark.grouping(), ""));
    let value = plain.parse::<f64>().ok().filter(|value| value.is_finite()).ok_or_else(no_number)?;
    Ok(Number { value, has_percent_sign: bare.has_percent_sign, footnote: bare.footnote })
}

/// Whether thousands are parted as people do: `1,234,567`, or `12,34,567` in India.
fn grouped(whole: &str, sign: char) -> bool {
    let groups: Vec<&str> = whole.split(sign).collect();
    let digits = |group: &&str| group.bytes().all(|byte| byte.is_ascii_digit());
    match groups.as_slice() {
        [one] => digits(one),
        [first, between @ .., last] => {
            let even = |size: usize| between.iter().all(|group| group.len() == size);
            groups.iter().all(digits)
                && (1..=3).contains(&first.len())
                && last.len() == 3
                && (even(3) || (even(2) && first.len() <= 2))
        }
        [] => false,
    }
}

/// A cell without all that may stand around a number.
struct Bare {
    negative: bool,
    /// Digits, points and commas; at least one digit.
    digits: String,
    /// Whether blanks or apostrophes parted its thousands.
    has_gaps: bool,
    has_percent_sign: bool,
    currency: Option<String>,
    footnote: Option<String>,
}

impl Bare {
    /// Half a sentence if a cell is no number whatever the decimal mark.
    fn of(cell: &str) -> Result<Self, String> {
        let text: String = cell.trim().chars().map(western).collect();
        if text.starts_with(['=', '＝']) {
            return Err("it is a formula. Copy the sheet and paste it as values only".to_owned());
        }
        if text.starts_with('#') {
            return Err("it is an error of the spreadsheet. Mend the formula there".to_owned());
        }
        let (text, footnote) = without_footnote(&text);
        let (mut text, mut negative) = match text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
            Some(inner) => (inner.trim(), true),
            None => (text, false),
        };
        let (mut currency, mut has_percent_sign) = (None, false);
        // Signs come in any order: -$5, $-5, 5 %, 5 €.
        loop {
            let before = text;
            if let Some(rest) = text.strip_prefix(['-', '−', '–']).filter(|_| !negative) {
                (text, negative) = (rest, true);
            }
            text = text.strip_prefix('+').unwrap_or(text);
            if let Some(rest) = text.strip_suffix(['%', '％']).filter(|_| !has_percent_sign) {
                (text, has_percent_sign) = (rest, true);
            }
            if let Some((sign, rest)) = currency_sign(text).filter(|_| currency.is_none()) {
                (text, currency) = (rest, Some(sign));
            }
            text = text.trim();
            if text == before {
                break;
            }
        }
        if !text.contains(|c: char| c.is_ascii_digit()) {
            return Err("it is no number".to_owned());
        }
        let shortened = text.split_once(['E', 'e']).is_some_and(|(number, power)| {
            number.ends_with(|c: char| c.is_ascii_digit())
                && power.trim_start_matches(['+', '-']).parse::<u32>().is_ok()
        });
        if shortened {
            return Err("the spreadsheet has shortened it. Widen the column, then export again".to_owned());
        }
        let gap = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’');
        if !text.chars().all(|c| c.is_ascii_digit() || ".,".contains(c) || gap(c)) {
            return Err("it is no number".to_owned());
        }
        let whole = text.split(['.', ',']).next().unwrap_or_default();
        let has_gaps = whole.contains(gap);
        let digits = if has_gaps {
            let groups: Vec<&str> = whole.split(gap).collect();
            let parted = matches!(groups.as_slice(), [first, rest @ ..] if first.len() <= 3 && rest.iter().all(|group| group.len() == 3));
            if !parted {
                return Err("its blanks do not part thousands".to_owned());
            }
            format!("{}{}", groups.concat(), &text[whole.len()..])
        } else {
            text.to_owned()
        };
        if !digits.bytes().all(|byte| byte.is_ascii_digit() || b".,".contains(&byte)) {
            return Err("it is no number".to_owned());
        }
        Ok(Self { negative, digits, has_gaps, has_percent_sign, currency, footnote })
    }
}

/// Arabic and Persian digits and their signs as Western ones.
fn western(c: char) -> char {
    let digit = |zero: u32| char::from_digit(u32::from(c) - zero, 10).unwrap_or(c);
    match c {
        '٠'..='٩' => digit(0x660),
        '۰'..='۹' => digit(0x6f0),
        '٪' => '%',
        '٬' => ' ',
        _ => c,
    }
}

/// The text before the mark of a footnote, and the mark. Only behind a digit, a percent or a currency sign.
fn without_footnote(text: &str) -> (&str, Option<String>) {
    let sign = |c: char| "*†‡§¶¹²³⁴⁵⁶⁷⁸⁹⁰ᵃᵇᶜᵈᵉ".contains(c);
    let bare = text.trim_end_matches(|c: char| sign(c) || c == ' ');
    let bare = match bare.rfind(['(', '[']).map(|open| (bare[..open].trim_end(), &bare[open..])) {
        Some((before, mark)) if is_note(mark) => before.trim_end_matches(|c: char| sign(c) || c == ' '),
        _ => bare,
    };
    let kept = bare.ends_with(|c: char| c.is_ascii_digit() || ")%％€£$¥".contains(c));
    let mark = text[bare.len()..].trim();
    if kept && !mark.is_empty() { (bare, Some(mark.to_owned())) } else { (text, None) }
}

/// `(1)`, `[a]`, `[note 3]`: one digit or letter, or the word note.
fn is_note(mark: &str) -> bool {
    let inner = mark.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let inner = inner.or_else(|| mark.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')));
    inner.is_some_and(|inner| {
        let small = inner.trim().to_ascii_lowercase();
        (small.len() == 1 && small.bytes().all(|byte| byte.is_ascii_alphanumeric()))
            || (small.len() <= 8 && (small.starts_with("note") || small.starts_with("nota")))
    })
}

/// A currency sign or code at either end, and the rest.
fn currency_sign(text: &str) -> Option<(String, &str)> {
    for sign in ["US$", "$", "€", "£", "¥"] {
        if let Some(rest) = text.strip_prefix(sign).or_else(|| text.strip_suffix(sign)) {
            return Some((sign.to_owned(), rest));
        }
    }
    let is_code = |code: &&str| code.bytes().all(|byte| byte.is_ascii_uppercase());
    let first = text.get(..3).filter(is_code).map(|code| (code.to_owned(), &text[3..]));
    let cut = text.len().checked_sub(3)?;
    first.or_else(|| text.get(cut..).filter(is_code).map(|code| (code.to_owned(), &text[..cut])))
}

#[cfg(test)]
mod tests;

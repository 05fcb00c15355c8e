//! Slips of the pen in JSON, one at a time.

use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, parse_to_ast};

use super::Edit;
use crate::feed::json::STRICT;

/// The edit that mends the first slip of a text, if it is one that can be mended in one way only.
pub(super) fn edit(text: &str) -> Option<Edit> {
    let error = parse_to_ast(text, &CollectOptions::default(), &STRICT).err()?;
    let at = error.range().start;
    let rest = text.get(at..)?;
    match rest.chars().next()? {
        open @ ('“' | '”' | '„') => {
            return quoted(text, at, open, &['”', '“']).or_else(|| quoted(text, at, open, &['"']));
        }
        open @ ('‘' | '’') => {
            return quoted(text, at, open, &['’', '‘']).or_else(|| quoted(text, at, open, &['\'']));
        }
        _ => {}
    }
    match error.kind() {
        ParseErrorKind::TrailingCommasNotAllowed if rest.starts_with(',') => Some(Edit::new(at, at + 1, "")),
        ParseErrorKind::ExpectedComma => missing_comma(text, at),
        ParseErrorKind::SingleQuotedStringsNotAllowed => quoted(text, at, '\'', &['\'']),
        ParseErrorKind::CommentsNotAllowed => comment(text, at),
        ParseErrorKind::UnaryPlusNumbersNotAllowed if rest.starts_with('+') => Some(Edit::new(at, at + 1, "")),
        ParseErrorKind::BareDecimalPointNumbersNotAllowed => {
            let digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
            let point = at + rest.find('.').filter(|before| *before <= 1)?;
            digit(text.get(point + 1..)?).then(|| Edit::new(point, point, "0"))
        }
        _ if rest.starts_with(',') => doubled_comma(text, at),
        _ => None,
    }
}

/// The second of two commas before a field. In a list there may be a value too few.
fn doubled_comma(text: &str, at: usize) -> Option<Edit> {
    let field = text.get(at + 1..)?.trim_start().strip_prefix('"')?;
    let (_, after) = field.split_once('"')?;
    let sure = text.get(..at)?.trim_end().ends_with(',') && after.trim_start().starts_with(':');
    sure.then(|| Edit::new(at, at + 1, ""))
}

/// A comma between two items that stand on lines of their own, or of which the first is closed by a bracket. Inside a line
/// it may be a text with quotes in it, or a number with a blank, that only looks like two items.
fn missing_comma(text: &str, at: usize) -> Option<Edit> {
    let before = text.get(..at)?.trim_end();
    let rest = text.get(before.len()..)?;
    let next = rest.trim_start();
    let apart = rest.get(..rest.len() - next.len())?.contains('\n');
    let item = |c: char| c.is_ascii_digit() || "\"'“‘{[-tfn".contains(c);
    let ends = before.ends_with(|c: char| c.is_ascii_alphanumeric() || "\"}]".contains(c));
    let sure = next.starts_with(item) && ends && (apart || before.ends_with(['}', ']']));
    sure.then(|| Edit::new(before.len(), before.len(), ","))
}

/// A name or text in quotes of another kind. It has to end on its line, before a mark that can follow a text, and hold no
/// quote of its kind inside but apostrophes.
fn quoted(text: &str, at: usize, open: char, closing: &[char]) -> Option<Edit> {
    let inside = at + open.len_utf8();
    let line = text.get(inside..)?.lines().next()?;
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let apostrophe = |at: usize, c: char| {
        "'’".contains(c)
            && letter(line.get(..at).and_then(|before| before.chars().next_back()))
            && letter(line.get(at + c.len_utf8()..).and_then(|after| after.chars().next()))
    };
    let (end, close) = line.char_indices().find(|(at, c)| closing.contains(c) && !apostrophe(*at, *c))?;
    let after = line.get(end + close.len_utf8()..)?.trim_start();
    if !(after.is_empty() || after.starts_with([':', ',', ']', '}'])) || line.get(..end)?.contains('\\') {
        return None;
    }
    // Straight quotes inside are escaped.
    let says = line.get(..end)?.replace('"', "\\\"");
    Some(Edit::new(at, inside + end + close.len_utf8(), format!("\"{says}\"")))
}

/// A comment goes with the blanks before it, and with its line if it has one for itself.
fn comment(text: &str, at: usize) -> Option<Edit> {
    let rest = text.get(at..)?;
    let length = if rest.starts_with("//") {
        rest.find('\n').map_or(rest.len(), |end| rest.get(..end).unwrap_or_default().trim_end_matches('\r').len())
    } else if rest.starts_with("/*") {
        rest.find("*/")? + 2
    } else {
        return None;
    };
    let end = at + length;
    let before = text.get(..at)?.trim_end_matches([' ', '\t']);
    let after = text.get(end..)?.trim_start_matches([' ', '\t', '\r']);
    let own_line = (before.is_empty() || before.ends_with('\n')) && after.starts_with('\n');
    let end = if own_line { text.len() - after.len() + 1 } else { end };
    Some(Edit::new(before.len(), end, ""))
}

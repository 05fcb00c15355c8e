//! Texts of a feed as they may be put on a terminal or into a log: nothing in them moves the cursor, turns the line
//! around or gives an order.

use crate::feed::text::is_hidden;

/// Whether a character acts on the text around it rather than being part of it: control characters, direction marks,
/// line separators.
pub(super) fn acts(c: char) -> bool {
    c.is_control() || is_hidden(c) || matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2028}' | '\u{2029}')
}

/// The text with such characters as `\u{…}`.
pub(in crate::cli) fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if acts(c) { out.push_str(&format!("\\u{{{:04X}}}", u32::from(c))) } else { out.push(c) }
    }
    out
}

/// The same for a path at the beginning of a line, where `::` and `##[` are orders to some build services.
pub(super) fn visible_path(path: &str) -> String {
    let path = visible(path);
    match path
        .strip_prefix(':')
        .map(|rest| ("003A", rest))
        .or_else(|| path.strip_prefix('#').map(|rest| ("0023", rest)))
    {
        Some((code, rest)) => format!("\\u{{{code}}}{rest}"),
        None => path,
    }
}

/// JSON text with such characters as `\u….`: it says the same to a program.
pub(super) fn json_visible(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        // Line ends are those of the layout: inside a text they are escaped already.
        if acts(c) && c != '\n' {
            let mut units = [0; 2];
            c.encode_utf16(&mut units).iter().for_each(|unit| out.push_str(&format!("\\u{unit:04x}")));
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_acts_on_a_terminal() {
        assert_eq!(visible("a\u{1b}[31mb\r\n\u{202e}c\u{200f}"), r"a\u{001B}[31mb\u{000D}\u{000A}\u{202E}c\u{200F}");
        assert_eq!(visible("Ñandú 🦤 می‌خواهم"), "Ñandú 🦤 می‌خواهم");
        assert_eq!(visible_path("::error::x"), r"\u{003A}:error::x");
        assert_eq!(visible_path("##[error]x"), r"\u{0023}#[error]x");
        assert_eq!(visible_path("goals/a:b.json"), "goals/a:b.json");
    }

    #[test]
    fn json_says_the_same() {
        let text = "a\u{7f}\u{202e}\u{e0001}\n";
        let json = serde_json::to_string(text).unwrap();
        let escaped = json_visible(&json);
        assert_eq!(escaped, r#""a\u007f\u202e\udb40\udc01\n""#);
        assert_eq!(serde_json::from_str::<String>(&escaped).unwrap(), text);
    }
}

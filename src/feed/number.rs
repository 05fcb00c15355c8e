//! Numbers as JSON and tables write them.

use super::finding::sentence;

/// Reads the digits of a number, correctly rounded (IEEE 754, to nearest, ties to even). The rim hands it in: std does it
/// natively, and in a page the browser does. Both are exact; std's own tables of powers, which no packing makes smaller,
/// so stay out of the app.
pub type ReadNumber = fn(&str) -> Option<f64>;

/// As std reads numbers.
pub fn by_std(text: &str) -> Option<f64> {
    text.parse().ok()
}

/// The number that a text is. `None` for anything else, and for what is too large to be kept.
pub(super) fn number(text: &str, read: ReadNumber) -> Option<f64> {
    // Words and blanks that one of the readers would take for numbers are none in a feed.
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
    if plain && has_digit { read(text).filter(|number| number.is_finite()) } else { None }
}

/// What a number loses when a program reads it: sentence and fix. Nothing for digits that come out as they went in,
/// however many there are.
pub(super) fn loss(text: &str) -> Option<(String, &'static str)> {
    if !crate::SPEAKS {
        return None;
    }
    let value = number(text, by_std)?;
    let written = digits(text);
    let shown = if text.len() > 40 { "This number" } else { text };
    if written.0.is_empty() {
        let minus = text.starts_with('-');
        return minus.then(|| (sentence!("{shown} is zero with a minus sign."), "Write 0."));
    }
    if value == 0.0 {
        return Some((
            sentence!("{shown} is so close to zero that programs keep 0."),
            "Write 0, or use a smaller unit.",
        ));
    }
    let kept = format!("{value:e}");
    (digits(&kept) != written).then(|| {
        let message = sentence!("{shown} has more digits than programs keep; they read {value}.");
        (message, "Round it to at most 15 digits, or use a larger unit.")
    })
}

/// The digits that count, and the power of ten of the last of them: how the number is written does not matter.
fn digits(text: &str) -> (String, i64) {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all: String = [whole, part].concat().chars().filter(char::is_ascii_digit).collect();
    let kept = all.trim_end_matches('0');
    let power = exponent.parse::<i64>().unwrap_or(0) - part.len() as i64 + (all.len() - kept.len()) as i64;
    (kept.trim_start_matches('0').to_owned(), power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<f64>) {
        assert_eq!(number(text, by_std), expected, "{text}");
    }

    #[test]
    fn numbers_are_read_exactly() {
        check("0.1", Some(0.1));
        check("-0", Some(-0.0));
        check("9007199254740993", Some(9_007_199_254_740_992.0));
        check("1e22", Some(1e22));
        check("2.2250738585072011e-308", Some(2.225_073_858_507_201e-308));
        check("1e-400", Some(0.0));
    }

    #[test]
    fn anything_else_is_none() {
        for text in ["", "-", "1e999", "NaN", "inf", "1,5", "1 ", "0x10", "1e", "½", "."] {
            check(text, None);
        }
    }

    /// The browser's reader takes an empty text for zero.
    #[test]
    fn a_reader_is_asked_about_numbers_only() {
        let zero: ReadNumber = |_| Some(0.0);
        assert_eq!(
            [number("", zero), number(" ", zero), number("NaN", zero), number("7", zero)],
            [None, None, None, Some(0.0)]
        );
    }

    #[track_caller]
    fn check_loss(text: &str, lost: bool) {
        assert_eq!(loss(text).is_some(), lost, "{text}: {:?}", loss(text));
    }

    #[test]
    fn what_programs_would_change_is_named() {
        check_loss("10000000000000000999", true);
        check_loss("0.12345678901234567890", true);
        check_loss("1e-400", true);
        check_loss("-0", true);
        check_loss("-0.00", true);
        for fine in ["0", "0.0", "0.10", "-5", "1e22", "33.333333333333336", "100000000000000000000", "1500.50e-2", "x"]
        {
            check_loss(fine, false);
        }
    }
}

//! Numbers as JSON and tables write them.

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
}

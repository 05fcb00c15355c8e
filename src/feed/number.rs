//! Numbers as JSON and tables write them.

use lexical_parse_float::FromLexical;

/// The number that a text is, correctly rounded. `None` for anything else, and for what is too large to be kept.
pub(super) fn number(text: &str) -> Option<f64> {
    // Words that the library would take for numbers are none in a feed.
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    f64::from_lexical(text.as_bytes()).ok().filter(|number| plain && number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<f64>) {
        assert_eq!(number(text), expected, "{text}");
    }

    #[test]
    fn numbers_are_read_as_std_reads_them() {
        let mut state = 1_u64;
        for _ in 0..20_000 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let value = f64::from_bits(state);
            if value.is_finite() {
                check(&value.to_string(), Some(value));
                check(&format!("{value:e}"), Some(value));
            }
            let short = format!("{}.{}", state % 100_000, (state >> 40) % 1000);
            check(&short, short.parse().ok());
        }
        for hard in [
            "9007199254740993",
            "1e-400",
            "2.2250738585072011e-308",
            "0.1",
            "-0",
            "1e22",
            "123456789012345678901234567890",
        ] {
            check(hard, hard.parse().ok());
        }
    }

    #[test]
    fn anything_else_is_none() {
        for text in ["", "-", "1e999", "NaN", "inf", "1,5", "1 ", "0x10", "1e", "½"] {
            check(text, None);
        }
    }
}

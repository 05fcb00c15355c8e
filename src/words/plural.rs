//! Plural families: which form of a word goes with a number.
//!
//! The rules are those of Unicode CLDR 48 for cardinal numbers. They look at the number as it is shown: "1" and "1.0"
//! can take different forms.

use super::number::Shown;

/// Languages that share their plural rules, by the name the language files use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// One form for everything: Chinese, Japanese, Korean, Vietnamese, Thai, Indonesian; also Hmong.
    None,
    /// One, and the rest: English, German, Dutch, Swedish. Close enough for Somali, Swahili and Turkish, which differ
    /// in "1.0" only.
    OneOther,
    /// Nought counts as one: French, Brazilian Portuguese. `many` is for exact millions and can be left out.
    OneZeroOther,
    /// As `one_other`, but "1,0" takes the form of one. `many` is for exact millions and can be left out.
    Spanish,
    Arabic,
    /// Russian, Ukrainian.
    Slavic,
    Polish,
}

impl Family {
    /// The family of this name in a language file.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "none" => Self::None,
            "one_other" => Self::OneOther,
            "one_zero_other" => Self::OneZeroOther,
            "spanish" => Self::Spanish,
            "arabic" => Self::Arabic,
            "slavic" => Self::Slavic,
            "polish" => Self::Polish,
            _ => return None,
        })
    }

    /// The form that goes with a number.
    pub(super) fn category(self, shown: &Shown) -> &'static str {
        // The letters of CLDR: i is the whole part, v the number of decimals; n is i where the decimals are all zero.
        let i = shown.whole();
        let v = shown.decimals();
        let n = shown.is_whole().then_some(i);
        let millions = i != 0 && i.is_multiple_of(1_000_000) && v == 0;
        let few = matches!(i % 10, 2..=4) && !matches!(i % 100, 12..=14);
        match self {
            Self::None => "other",
            Self::OneOther if i == 1 && v == 0 => "one",
            Self::OneZeroOther if i <= 1 => "one",
            Self::Spanish if n == Some(1) => "one",
            Self::OneZeroOther | Self::Spanish if millions => "many",
            Self::OneOther | Self::OneZeroOther | Self::Spanish => "other",
            Self::Arabic => match n.map(|n| (n, n % 100)) {
                Some((0, _)) => "zero",
                Some((1, _)) => "one",
                Some((2, _)) => "two",
                Some((_, 3..=10)) => "few",
                Some((_, 11..=99)) => "many",
                _ => "other",
            },
            Self::Slavic | Self::Polish if v != 0 => "other",
            Self::Slavic if i % 10 == 1 && i % 100 != 11 => "one",
            Self::Polish if i == 1 => "one",
            Self::Slavic | Self::Polish if few => "few",
            Self::Slavic | Self::Polish => "many",
        }
    }

    /// The forms a message in this family can have, and whether it must have them.
    #[cfg(test)]
    pub(super) fn forms(self) -> &'static [(&'static str, bool)] {
        match self {
            Self::None => &[("other", true)],
            Self::OneOther => &[("one", true), ("other", true)],
            Self::OneZeroOther | Self::Spanish => &[("one", true), ("many", false), ("other", true)],
            Self::Arabic => {
                &[("zero", true), ("one", true), ("two", true), ("few", true), ("many", true), ("other", true)]
            }
            Self::Slavic | Self::Polish => &[("one", true), ("few", true), ("many", true), ("other", true)],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(family: Family, numbers: &[&str], expected: &str) {
        for number in numbers {
            let decimals = number.split_once('.').map_or(0, |(_, decimals)| decimals.len());
            let shown = Shown::new(number.parse().unwrap(), decimals as u8).unwrap();
            assert_eq!(family.category(&shown), expected, "{number}");
        }
    }

    #[test]
    fn no_plural_at_all() {
        check(Family::None, &["0", "1", "2", "1.0", "1000000"], "other");
    }

    #[test]
    fn english() {
        check(Family::OneOther, &["1", "-1"], "one");
        check(Family::OneOther, &["0", "2", "1.0", "0.1", "11", "21", "101", "1000000"], "other");
    }

    #[test]
    fn french() {
        check(Family::OneZeroOther, &["0", "1", "0.5", "1.0", "1.9"], "one");
        check(Family::OneZeroOther, &["1000000", "3000000"], "many");
        check(Family::OneZeroOther, &["2", "17", "2.0", "100", "1000001", "1000000.0"], "other");
    }

    #[test]
    fn spanish() {
        check(Family::Spanish, &["1", "1.0", "1.00"], "one");
        check(Family::Spanish, &["1000000", "2000000"], "many");
        check(Family::Spanish, &["0", "0.1", "1.1", "2", "16", "1001", "1000000.0"], "other");
    }

    #[test]
    fn arabic() {
        check(Family::Arabic, &["0", "0.0"], "zero");
        check(Family::Arabic, &["1", "1.0"], "one");
        check(Family::Arabic, &["2", "2.0"], "two");
        check(Family::Arabic, &["3", "10", "103", "110", "1003", "3.0"], "few");
        check(Family::Arabic, &["11", "26", "99", "111", "1011", "11.0"], "many");
        check(Family::Arabic, &["100", "102", "200", "202", "600", "1000", "1000000", "0.1", "1.1", "10.1"], "other");
    }

    #[test]
    fn russian_and_ukrainian() {
        check(Family::Slavic, &["1", "21", "31", "101", "1001"], "one");
        check(Family::Slavic, &["2", "4", "22", "24", "32", "62", "102", "1002"], "few");
        check(Family::Slavic, &["0", "5", "11", "12", "14", "19", "100", "111", "112", "1000000"], "many");
        check(Family::Slavic, &["0.0", "1.0", "1.5", "10.0", "100.0"], "other");
    }

    #[test]
    fn polish() {
        check(Family::Polish, &["1"], "one");
        check(Family::Polish, &["2", "4", "22", "24", "62", "102", "1002"], "few");
        check(Family::Polish, &["0", "5", "12", "14", "19", "21", "31", "100", "101", "112", "1000000"], "many");
        check(Family::Polish, &["0.0", "1.0", "1.5", "10.0"], "other");
    }
}

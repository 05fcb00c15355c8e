//! Numbers as a reader of the language expects them.

use std::iter;

use super::{Arg, Catalog};

/// The signs a language writes numbers with.
#[derive(Debug)]
pub(super) struct Symbols {
    pub(super) decimal: String,
    pub(super) group: String,
    /// How many digits before the decimal sign a number needs for its thousands to be set apart: 4 gives "1,234",
    /// 5 gives "1234" and "12,345".
    pub(super) group_from: usize,
    pub(super) minus: String,
    pub(super) plus: String,
}

/// A number rounded to the decimals it is shown with.
pub(super) struct Shown {
    negative: bool,
    whole: String,
    fraction: String,
}

impl Shown {
    /// Rounds half away from zero, as people do on paper. `None` if the value is no finite number.
    pub(super) fn new(value: f64, decimals: u8) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        let decimals = usize::from(decimals);
        // Binary numbers are a hair off: 1.005 is stored as 1.00499999999999989, and 100.05 - 100 gives 0.0499999999999972.
        // A few decimals more than wanted wipe that out before the half is looked at, as long as all digits together
        // are no more than the 15 that such a number holds.
        let value_digits = format!("{:.0}", value.abs()).len();
        let guard = 15_usize.saturating_sub(value_digits + decimals).clamp(1, 9);
        let text = format!("{:.*}", decimals + guard, value.abs());
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let mut digits: Vec<char> = whole.chars().chain(fraction.chars().take(decimals)).collect();
        if fraction.chars().nth(decimals).is_some_and(|digit| digit >= '5') {
            add_one(&mut digits);
        }
        let fraction = digits.split_off(digits.len() - decimals);
        let zero = digits.iter().chain(&fraction).all(|digit| *digit == '0');
        Some(Self {
            negative: value < 0.0 && !zero,
            whole: digits.into_iter().collect(),
            fraction: fraction.into_iter().collect(),
        })
    }

    /// The digits before the decimal sign as a number. Of more than 18 digits the last 18: all that plurals look at.
    pub(super) fn whole(&self) -> u64 {
        let skip = self.whole.len().saturating_sub(18);
        self.whole.bytes().skip(skip).fold(0, |n, digit| n * 10 + u64::from(digit - b'0'))
    }

    pub(super) fn decimals(&self) -> usize {
        self.fraction.len()
    }

    /// True if every digit after the decimal sign is 0, or there is none.
    pub(super) fn is_whole(&self) -> bool {
        self.fraction.bytes().all(|digit| digit == b'0')
    }

    /// The same text in every language, to compare with: "-1", "0", "2.50".
    pub(super) fn plain(&self) -> String {
        let sign = if self.negative { "-" } else { "" };
        match self.is_whole() {
            true => format!("{sign}{}", self.whole),
            false => format!("{sign}{}.{}", self.whole, self.fraction),
        }
    }

    fn is_zero(&self) -> bool {
        self.is_whole() && self.whole == "0"
    }

    /// Drops zeros at the end of the decimals: "6.0" becomes "6".
    fn trimmed(mut self) -> Self {
        self.fraction.truncate(self.fraction.trim_end_matches('0').len());
        self
    }
}

/// Adds one to the last digit and carries.
fn add_one(digits: &mut Vec<char>) {
    for digit in digits.iter_mut().rev() {
        match char::from_digit(digit.to_digit(10).map_or(0, |d| d + 1), 10) {
            Some(next) => return *digit = next,
            None => *digit = '0',
        }
    }
    digits.insert(0, '1');
}

/// A share in percent as the whole number of an "n in 100" sentence. Rounds half away from zero; a share outside
/// 0 to 100 is taken to the nearer end. For text that must not say "0 in 100" of a small share see
/// [`Catalog::share_in_100`].
pub fn in_100(percent: f64) -> u8 {
    Shown::new(percent.clamp(0.0, 100.0), 0).map_or(0, |shown| shown.whole() as u8)
}

impl Catalog {
    /// A number with so many decimals: "1,234.5", "−0.3". Zero has no sign, however it came about. What is no finite
    /// number gives `[number]`; a checked feed has none.
    pub fn number(&self, value: f64, decimals: u8) -> String {
        Shown::new(value, decimals).map_or_else(not_finite, |shown| self.shown(&shown))
    }

    /// A change, with its sign: "+2.1", "−0.3", "0.0".
    pub fn signed(&self, value: f64, decimals: u8) -> String {
        let Some(shown) = Shown::new(value, decimals) else { return not_finite() };
        let plus = if shown.negative || shown.is_zero() { "" } else { &self.numbers.plus };
        format!("{plus}{}", self.shown(&shown))
    }

    /// A percentage, given as 0 to 100: "56.2%".
    pub fn percent(&self, value: f64, decimals: u8) -> String {
        self.format("percent", &[("n", Arg::Number(value, decimals))])
    }

    /// A share in percent as "56 in 100". A share that is not quite nothing or not quite all says so, and is not
    /// rounded to 0 or 100.
    pub fn share_in_100(&self, percent: f64) -> String {
        let key = match in_100(percent) {
            0 if percent > 0.0 => "in-100-almost-none",
            100 if percent < 100.0 => "in-100-almost-all",
            _ => "in-100",
        };
        self.format(key, &[("n", in_100(percent).into())])
    }

    /// A large number in words, with at most one decimal: "6.3 million". Below the smallest word of the language it
    /// is written out without decimals.
    pub fn compact(&self, value: f64) -> String {
        let Some(mut shown) = Shown::new(value, 0) else { return not_finite() };
        let mut unit = None;
        // The words of a language are its formats `large-6` (millions), `large-9` and so on; Chinese would have
        // `large-4` and `large-8`. A word is taken once the number, rounded as the word before would show it, is
        // full: 999,960,000 would be 1,000 million and is 1 billion, but 950,000 stays as it is.
        for zeros in 1..=15 {
            let gap = zeros - unit.map_or(0, |(zeros, _)| zeros);
            let Some(pattern) = self.formats.get(&format!("large-{zeros}")) else { continue };
            if shown.whole() < 10_u64.pow(gap) {
                break;
            }
            unit = Some((zeros, pattern));
            match Shown::new(value / 10_f64.powi(zeros as i32), 1) {
                Some(scaled) => shown = scaled.trimmed(),
                None => break,
            }
        }
        let Some((zeros, pattern)) = unit else { return self.shown(&shown) };
        let n = Arg::Number(value / 10_f64.powi(zeros as i32), shown.decimals() as u8);
        self.fill(Some(pattern), "large", &[("n", n)])
    }

    /// An amount of money: "$1,234.50", "−€5", "CHF 20". The currency is an ISO 4217 code.
    pub fn money(&self, value: f64, currency: &str, decimals: u8) -> String {
        let negative = Shown::new(value, decimals).is_some_and(|shown| shown.negative);
        self.with_currency(negative, currency, self.number(value.abs(), decimals))
    }

    /// A large amount of money in words: "$2.1 million".
    pub fn compact_money(&self, value: f64, currency: &str) -> String {
        let negative = Shown::new(value, 0).is_some_and(|shown| shown.negative);
        self.with_currency(negative, currency, self.compact(value.abs()))
    }

    fn with_currency(&self, negative: bool, currency: &str, number: String) -> String {
        let minus = if negative { &self.numbers.minus } else { "" };
        let sign = self.currencies.get(currency).map_or(currency, String::as_str);
        // A sign that ends in a letter would run into the digits.
        let key = if sign.ends_with(char::is_alphabetic) { "money-code" } else { "money" };
        self.format(key, &[("minus", minus.into()), ("sign", sign.into()), ("n", number.into())])
    }

    pub(super) fn shown(&self, shown: &Shown) -> String {
        let Symbols { decimal, group, group_from, minus, .. } = &self.numbers;
        let grouped = shown.whole.len() >= *group_from;
        let mut text = if shown.negative { minus.clone() } else { String::new() };
        for (left, digit) in iter::zip((0..shown.whole.len()).rev(), shown.whole.chars()) {
            text.push(digit);
            if grouped && left > 0 && left % 3 == 0 {
                text.push_str(group);
            }
        }
        if !shown.fraction.is_empty() {
            text.push_str(decimal);
            text.push_str(&shown.fraction);
        }
        text
    }
}

fn not_finite() -> String {
    "[number]".to_owned()
}

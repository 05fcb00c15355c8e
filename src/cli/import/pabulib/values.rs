//! The texts of cells as numbers, days and texts of a feed, and the other way round.

use chrono::{Datelike, NaiveDate};

use crate::feed::date::Date;
use crate::feed::finding::quoted;
use crate::feed::text::{MAX_CHARACTERS, email, is_hidden};

/// What stands in the place of an e-mail address, which public text must not hold.
const NO_ADDRESS: &str = "[e-mail address left out]";

/// Money and points: digits, with a decimal point if need be.
///
/// # Errors
/// What is wrong, as a sentence without its full stop.
pub(super) fn number(text: &str, below_zero: bool) -> Result<f64, String> {
    let digits = if below_zero { text.strip_prefix('-').unwrap_or(text) } else { text };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let all = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if all(whole) && all(part) && whole.len() <= 15 {
        return text.parse().map_err(|_| not_a_number(text));
    }
    let comma = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
    if text.contains(',') && text.chars().all(comma) {
        return Err(format!("{} has a comma: write a decimal point and nothing between thousands", quoted(text)));
    }
    if !below_zero && text.starts_with('-') {
        return Err(format!("{} is below zero", quoted(text)));
    }
    Err(not_a_number(text))
}

fn not_a_number(text: &str) -> String {
    format!("{} is not a number such as 1200 or 1200.50", quoted(text))
}

/// How many of something.
///
/// # Errors
/// As [`number`].
pub(super) fn count(text: &str) -> Result<u32, String> {
    let value = number(text, false)?;
    let whole = value.fract() == 0.0 && value <= f64::from(u32::MAX);
    if whole { Ok(value as u32) } else { Err(format!("{} is not a whole number", quoted(text))) }
}

/// A day as `dd.mm.yyyy`, or a year.
///
/// # Errors
/// As [`number`].
pub(super) fn date(text: &str) -> Result<Date, String> {
    let wrong = || format!("{} is not a day such as 16.09.2023, and not a year", quoted(text));
    let parts: Vec<&str> = text.split('.').collect();
    let digits = |part: &str, most: usize| {
        let fits = (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| part.parse::<u32>().ok()).flatten()
    };
    match parts.as_slice() {
        [year] => Date::parse(year).map_err(|_| wrong()),
        [day, month, year] if year.len() == 4 => {
            let day = digits(day, 2).zip(digits(month, 2)).zip(digits(year, 4)).and_then(|((day, month), year)| {
                NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).filter(|day| day.year() >= 1000)
            });
            day.map(Date::Day).ok_or_else(wrong)
        }
        _ => Err(wrong()),
    }
}

/// A day as the form has it. A month that is known without its day is its year: the form knows no months.
pub(in crate::cli) fn written_date(date: Date) -> String {
    match date {
        Date::Year(year) | Date::Month(year, _) => year.to_string(),
        Date::Day(day) => day.format("%d.%m.%Y").to_string(),
    }
}

/// A text that may stand in a feed, and what had to be changed for it. `None` if nothing is left.
pub(super) fn text(text: &str) -> (Option<String>, Vec<&'static str>) {
    let mut changes = Vec::new();
    let lost = |c: char| is_hidden(c) || (c.is_control() && !"\n\t".contains(c));
    let mut clean: String = text.chars().filter(|c| !lost(*c)).collect();
    if clean.len() != text.len() {
        changes.push("Invisible characters were taken out");
    }
    let mut addresses = 0;
    while let Some(address) = email(&clean).map(str::to_owned) {
        clean = clean.replace(&address, NO_ADDRESS);
        addresses += 1;
    }
    if addresses > 0 {
        changes.push("An e-mail address was taken out: public text must not hold one");
    }
    if clean.chars().count() > MAX_CHARACTERS {
        changes.push("A text was cut: a feed's texts have at most 10,000 characters");
        clean = clean.chars().take(MAX_CHARACTERS - 1).collect::<String>() + "…";
    }
    let clean = clean.trim();
    ((!clean.is_empty()).then(|| clean.to_owned()), changes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<f64, &str>) {
        match (number(text, false), expected) {
            (Ok(found), Ok(expected)) => assert_eq!(found, expected),
            (Err(found), Err(expected)) => assert!(found.contains(expected), "{found}"),
            (found, _) => panic!("{text}: {found:?}"),
        }
    }

    #[test]
    fn numbers_have_a_point_and_no_comma() {
        check("2500", Ok(2500.0));
        check("500000.50", Ok(500_000.5));
        check("1200,50", Err("has a comma"));
        check("1,200.50", Err("has a comma"));
        check("-5", Err("below zero"));
        for bad in ["", ".", "1.", ".5", "1e9", "NaN", "inf", "0x10", "١٢", "9999999999999999", "5 000"] {
            check(bad, Err("is not a number"));
        }
        assert_eq!(number("-2.5", true), Ok(-2.5));
        assert_eq!(count("12.0"), Ok(12));
        assert!(count("12.5").is_err() && count("4294967296").is_err());
    }

    #[test]
    fn days_go_both_ways() {
        for day in ["16.09.2023", "2023"] {
            assert_eq!(written_date(date(day).unwrap()), day);
        }
        assert_eq!(written_date(date("4.3.2023").unwrap()), "04.03.2023");
        for bad in ["31.02.2023", "09.2023", "16/09/2023", "16.09.23", "", "1.1.0001", "x", "16.09.2023 10:00"] {
            assert!(date(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn texts_hold_nothing_hidden_and_no_address() {
        assert_eq!(text(" a\u{202e}b\u{7} "), (Some("ab".into()), vec!["Invisible characters were taken out"]));
        assert_eq!(text("ask me@example.org").0.unwrap(), "ask [e-mail address left out]");
        assert_eq!(text("\u{feff}").0, None);
        assert_eq!(text(&"x".repeat(10_001)).0.unwrap().chars().count(), MAX_CHARACTERS);
    }
}

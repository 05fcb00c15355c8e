//! Dates in sheets: year first, day first, month first, in words, or as the number that a spreadsheet keeps.

use chrono::{Days, NaiveDate};

use super::words::{Token, century, month, tokens};
use crate::feed::finding::quoted;

/// Whether 03/04/2024 is in April or in March.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DayOrder {
    DayFirst,
    MonthFirst,
}

/// The order that the dates of a whole sheet are written in; `None` if none tells it, or if they contradict each other.
pub(crate) fn order<'c>(cells: impl Iterator<Item = &'c str>) -> Option<DayOrder> {
    let (mut day_first, mut month_first) = (false, false);
    let is_short = |cell: &&str| cell.len() < 30 && cell.starts_with(|c: char| c.is_ascii_digit());
    for cell in cells.filter(is_short) {
        if let [Token::Short(a, _), Token::Short(b, _), Token::Four(_)] = tokens(without_time(cell)).as_slice() {
            day_first |= *a > 12;
            month_first |= *b > 12;
        }
    }
    match (day_first, month_first) {
        (true, false) => Some(DayOrder::DayFirst),
        (false, true) => Some(DayOrder::MonthFirst),
        _ => None,
    }
}

/// The date that a cell is, if it is one.
///
/// # Errors
/// A sentence if it is one of two dates.
pub(super) fn read(cell: &str, order: Option<DayOrder>) -> Result<Option<NaiveDate>, String> {
    let date = |year: i32, month: u32, day: u32| Ok(NaiveDate::from_ymd_opt(year, month, day));
    let cell = without_time(cell);
    if let Some(day) = serial(cell) {
        return Ok(Some(day));
    }
    match tokens(cell).as_slice() {
        [Token::Four(year), Token::Short(month, _), Token::Short(day, _)] => date(*year, *month, *day),
        [Token::Short(a, _), Token::Short(b, _), Token::Four(year)] => match order {
            _ if a == b => date(*year, *a, *b),
            _ if *a > 12 => date(*year, *b, *a),
            _ if *b > 12 => date(*year, *a, *b),
            Some(DayOrder::DayFirst) => date(*year, *b, *a),
            Some(DayOrder::MonthFirst) => date(*year, *a, *b),
            None => Err(format!(
                "{} is one of two dates. Write it as {year}-{a:02}-{b:02} or {year}-{b:02}-{a:02}.",
                quoted(cell)
            )),
        },
        [Token::Short(day, _), Token::Word(name), Token::Four(year)]
        | [Token::Word(name), Token::Short(day, _), Token::Four(year)] => {
            month(name).map_or(Ok(None), |month| date(*year, month, *day))
        }
        [Token::Short(day, _), Token::Word(name), Token::Short(year, 2)] => {
            month(name).map_or(Ok(None), |month| date(century(*year), month, *day))
        }
        _ => Ok(None),
    }
}

/// The day that a spreadsheet keeps as a number: days since 30 December 1899. Only from 1954 to 2119, so that nothing
/// else is taken for a date.
fn serial(cell: &str) -> Option<NaiveDate> {
    let days: u64 = cell.strip_suffix(".0").unwrap_or(cell).parse().ok()?;
    if !(20_000..80_000).contains(&days) {
        return None;
    }
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))
}

/// Midnight behind a date says nothing.
fn without_time(cell: &str) -> &str {
    let cell = cell.trim();
    [" 00:00:00", "T00:00:00", " 00:00", " 0:00", " 0:00:00"]
        .iter()
        .find_map(|end| cell.strip_suffix(end))
        .unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cells: &[&str], expected: Option<DayOrder>) {
        assert_eq!(order(cells.iter().copied()), expected);
    }

    #[test]
    fn one_date_tells_the_order_of_all() {
        check(&["03/04/2024", "17/04/2024"], Some(DayOrder::DayFirst));
        check(&["03/04/2024", "04/17/2024"], Some(DayOrder::MonthFirst));
        check(&["17/04/2024", "04/17/2024"], None);
        check(&["03/04/2024", "2024", "x"], None);
    }
}

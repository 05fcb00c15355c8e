//! The ways in which sheets write periods, read as the kind of period that the indicator is counted in.

mod date;
mod words;

use chrono::{Datelike, NaiveDate};

use crate::feed::finding::quoted;
use crate::feed::period::{Period, PeriodKind};
pub(super) use date::{DayOrder, order};
use words::{Token, tokens};

/// Reads a cell as a period.
///
/// # Errors
/// A sentence that says why it is none, with what to write.
pub(super) fn read(cell: &str, kind: PeriodKind, order: Option<DayOrder>) -> Result<Period, String> {
    let cell = cell.trim();
    if let Ok(period) = Period::parse(cell)
        && period.kind() == kind
    {
        return Ok(period);
    }
    let tokens = tokens(cell);
    let found = match kind {
        PeriodKind::Year => year(&tokens),
        PeriodKind::SchoolYear => span_of_two(&tokens, words::SCHOOL).map(Period::SchoolYear),
        PeriodKind::FinancialYear => financial(&tokens),
        PeriodKind::Half => part(&tokens, 'h', 2).map(|(year, n)| Period::Half(year, n)),
        PeriodKind::Quarter => part(&tokens, 'q', 4).map(|(year, n)| Period::Quarter(year, n)),
        PeriodKind::Month => month(&tokens),
        PeriodKind::Week => part(&tokens, 'w', 53).map(|(year, n)| Period::Week(year, n)),
        PeriodKind::Pooled => pooled(&tokens),
        PeriodKind::Day => None,
    };
    // A week 53 that the year does not have, and its like: what the feed itself refuses.
    if let Some(period) = found.and_then(|period| Period::parse(&period.to_string()).ok()) {
        return Ok(period);
    }
    match date::read(cell, order) {
        Ok(Some(day)) => at(day, kind).ok_or_else(|| unfit(cell, kind)),
        Ok(None) => Err(unfit(cell, kind)),
        Err(why) => Err(why),
    }
}

/// The period of a kind that a date marks by its first or its last day. A date in its midst marks none.
fn at(day: NaiveDate, kind: PeriodKind) -> Option<Period> {
    let year = day.year();
    let period = match kind {
        PeriodKind::Day => return Some(Period::Day(day)),
        PeriodKind::Year => Period::Year(year),
        PeriodKind::Half => Period::Half(year, day.month0() / 6 + 1),
        PeriodKind::Quarter => Period::Quarter(year, day.month0() / 3 + 1),
        PeriodKind::Month => Period::Month(year, day.month()),
        PeriodKind::Week => Period::Week(day.iso_week().year(), day.iso_week().week()),
        PeriodKind::SchoolYear | PeriodKind::FinancialYear | PeriodKind::Pooled => return None,
    };
    let (first, last) = period.bounds();
    (day == first || day == last).then_some(period)
}

fn unfit(cell: &str, kind: PeriodKind) -> String {
    let (named, such_as) = match kind {
        PeriodKind::Year => ("year", "2023"),
        PeriodKind::Half => ("half-year", "2023-H1"),
        PeriodKind::Quarter => ("quarter", "2023-Q1"),
        PeriodKind::Month => ("month", "2023-01"),
        PeriodKind::Week => ("week", "2023-W07"),
        PeriodKind::Day => ("day", "2023-01-31"),
        PeriodKind::Pooled => ("span of years", "2019-2023"),
        PeriodKind::SchoolYear => ("school year", "2022-23"),
        PeriodKind::FinancialYear => ("financial year", "2022-23"),
    };
    format!("{} is no {named}, which the indicator is counted by. Write it as {such_as}.", quoted(cell))
}

fn year(tokens: &[Token]) -> Option<Period> {
    match words::without(tokens, words::YEAR).as_slice() {
        [Token::Four(year)] | [Token::Four(year), Token::Short(0, 1)] => Some(Period::Year(*year)),
        _ => None,
    }
}

/// The first of two years that follow each other: 2022-23, 2022/2023, SY 22-23.
fn span_of_two(tokens: &[Token], named: &[&str]) -> Option<i32> {
    let rest = words::without(tokens, named);
    let is_named = rest.len() < tokens.len();
    let (from, to) = match rest.as_slice() {
        [Token::Four(from), Token::Four(to)] => (*from, *to),
        [Token::Four(from), Token::Short(to, 2)] => (*from, words::after(*from, *to)),
        [Token::Short(from, 2), Token::Short(to, 2)] if is_named => {
            let from = words::century(*from);
            (from, words::after(from, *to))
        }
        _ => return None,
    };
    (to == from + 1).then_some(from)
}

/// As the feed writes them: FY2023 is the financial year that begins in 2023.
fn financial(tokens: &[Token]) -> Option<Period> {
    let rest = words::without(tokens, words::FINANCIAL);
    let one = match rest.as_slice() {
        [Token::Four(year)] if rest.len() < tokens.len() => Some(*year),
        _ => None,
    };
    one.or_else(|| span_of_two(tokens, words::FINANCIAL)).map(Period::FinancialYear)
}

/// A numbered part of a year: Q1 2023, 2023 Q1, 1Q23, quarter 1 of 2023.
fn part(tokens: &[Token], letter: char, most: u32) -> Option<(i32, u32)> {
    let (mut year, mut number, mut named) = (None, None, false);
    for token in tokens {
        match token {
            Token::Four(value) if year.is_none() => year = Some(*value),
            Token::Word(word) if words::is_part(word, letter) && !named => named = true,
            Token::Word(word) if words::FILLER.contains(&word.as_str()) => {}
            // The number stands beside its letter; what is left over is a year of two digits.
            Token::Short(value, _) if number.is_none() => number = Some(*value),
            Token::Short(value, 2) if year.is_none() => year = Some(words::century(*value)),
            _ => return None,
        }
    }
    let number = number.filter(|number| (1..=most).contains(number))?;
    named.then_some((year?, number))
}

/// January 2023, Jan-23, 2023/01, 1/2023.
fn month(tokens: &[Token]) -> Option<Period> {
    let tokens = words::without(tokens, words::FILLER);
    let (year, month) = match tokens.as_slice() {
        [Token::Word(name), Token::Four(year)] | [Token::Four(year), Token::Word(name)] => (*year, words::month(name)?),
        [Token::Word(name), Token::Short(year, 2)] => (words::century(*year), words::month(name)?),
        [Token::Four(year), Token::Short(month, _)] | [Token::Short(month, _), Token::Four(year)] => (*year, *month),
        _ => return None,
    };
    Some(Period::Month(year, month))
}

fn pooled(tokens: &[Token]) -> Option<Period> {
    let (from, to) = match words::without(tokens, words::SPAN).as_slice() {
        [Token::Four(from), Token::Four(to)] => (*from, *to),
        [Token::Four(from), Token::Short(to, 2)] => (*from, words::after(*from, *to)),
        _ => return None,
    };
    Some(Period::Pooled(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: PeriodKind, cells: &[&str], expected: &str) {
        for cell in cells {
            let found = read(cell, kind, None).map(|period| period.to_string());
            assert_eq!(found.as_deref(), Ok(expected), "{cell}");
        }
    }

    #[track_caller]
    fn check_not(kind: PeriodKind, cells: &[&str]) {
        for cell in cells {
            let why = read(cell, kind, None).map(|period| period.to_string()).unwrap_err();
            assert!(why.ends_with('.') && why.chars().count() <= 200, "{cell}: {why}");
        }
    }

    #[test]
    fn years() {
        check(PeriodKind::Year, &["2023", "2023.0", "CY2023", "Year 2023", "Año 2023", "2023-12-31", "45291"], "2023");
        check_not(
            PeriodKind::Year,
            &["2022/23", "2022-23", "FY2023", "Jan-23", "23", "20233", "", "2023-05-17", "change", "year ending 2023"],
        );
    }

    #[test]
    fn school_years_and_financial_years() {
        let same = ["2022-23", "2022/23", "2022–23", "2022-2023", "School year 2022-23", "SY 22-23", "Curso 2022/23"];
        check(PeriodKind::SchoolYear, &same, "SY2022");
        check(PeriodKind::SchoolYear, &["SY2022"], "SY2022");
        check(PeriodKind::SchoolYear, &["1999-00", "99-00 school year"], "SY1999");
        // It may be the year in which it begins, or the one in which it ends.
        check_not(PeriodKind::SchoolYear, &["2023", "2022-24", "22-23", "2023-09-01", "FY2023"]);
        check(PeriodKind::FinancialYear, &["2022/23", "FY2022", "FY 2022-23", "fiscal year 2022", "FY22/23"], "FY2022");
        check_not(PeriodKind::FinancialYear, &["2022", "FY22", "SY2022"]);
    }

    #[test]
    fn quarters_halves_and_weeks() {
        let same =
            ["Q1 2023", "2023 Q1", "2023Q1", "1Q23", "Q1-23", "Q1/2023", "1st quarter 2023", "T1 2023", "2023-01-01"];
        check(PeriodKind::Quarter, &same, "2023-Q1");
        check(PeriodKind::Quarter, &["Quarter 4 of 2023", "31 December 2023"], "2023-Q4");
        check_not(PeriodKind::Quarter, &["Q5 2023", "Q1", "2023", "Q1 Q2 2023", "2023-02-01"]);
        check(PeriodKind::Half, &["H1 2023", "2023 H1", "1H23", "S1 2023", "1st half 2023"], "2023-H1");
        check(PeriodKind::Week, &["W07 2024", "2024 week 7", "2024W07", "2024-02-12"], "2024-W07");
        check_not(PeriodKind::Week, &["2023-W53", "week 54 2024"]);
    }

    #[test]
    fn months() {
        let same = [
            "2023-01",
            "Jan-23",
            "January 2023",
            "Jan. 2023",
            "ene-23",
            "enero de 2023",
            "01/2023",
            "2023/1",
            "2023 1",
        ];
        check(PeriodKind::Month, &same, "2023-01");
        check(PeriodKind::Month, &["2023-01-31", "1/31/2023", "01.01.2023", "44927", "2023-01-01 00:00:00"], "2023-01");
        check(PeriodKind::Month, &["Sept 2023", "septiembre 2023"], "2023-09");
        check_not(PeriodKind::Month, &["2023", "January", "13/2023", "2023-01-15", "Ja 2023", "1/2/2023"]);
    }

    #[test]
    fn days_and_spans() {
        check(
            PeriodKind::Day,
            &["2024-05-17", "17/05/2024", "5/17/2024", "17 May 2024", "May 17, 2024", "45429"],
            "2024-05-17",
        );
        check_not(PeriodKind::Day, &["03/04/2024", "2025-02-30", "May 2024", "999999", "1-5"]);
        assert_eq!(
            read("03/04/2024", PeriodKind::Day, Some(DayOrder::DayFirst)),
            Ok(Period::parse("2024-04-03").unwrap())
        );
        assert_eq!(
            read("03/04/2024", PeriodKind::Day, Some(DayOrder::MonthFirst)),
            Ok(Period::parse("2024-03-04").unwrap())
        );
        check(PeriodKind::Pooled, &["2019..2023", "2019-2023", "2019–23", "2019 to 2023"], "2019..2023");
        check_not(PeriodKind::Pooled, &["2023", "2023-2019"]);
    }
}

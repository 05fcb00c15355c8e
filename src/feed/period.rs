//! Stretches of time an observation can stand for, as written in the feed.

use std::fmt;

use chrono::{Datelike, Days, NaiveDate};

/// A stretch of time. The order is by first day, then by last day.
///
/// Written `2024`, `2024-H1`, `2024-Q3`, `2024-05`, `2024-W07`, `2024-05-17`, `2019..2023` (pooled years),
/// `SY2023` (school year that begins in 2023) or `FY2023` (financial year that begins in 2023).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    Year(i32),
    Half(i32, u32),
    Quarter(i32, u32),
    Month(i32, u32),
    /// ISO 8601 week.
    Week(i32, u32),
    Day(NaiveDate),
    /// First and last year, both included.
    Pooled(i32, i32),
    SchoolYear(i32),
    FinancialYear(i32),
}

/// Why a text is no [`Period`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotAPeriod {
    /// It has the form of a period, but no calendar has it: `2023-13`, `2025-02-30`.
    NotInCalendar,
    /// It could be read in two ways: `03/04/2024`.
    Ambiguous,
    /// None of the forms.
    Unknown,
}

impl Period {
    /// Reads the written form. Years have four digits.
    ///
    /// # Errors
    /// Why it is no period.
    pub fn parse(text: &str) -> Result<Self, NotAPeriod> {
        if text.contains('/') {
            return Err(NotAPeriod::Ambiguous);
        }
        if let Some((from, to)) = text.split_once("..") {
            let (from, to) = (year(from)?, year(to)?);
            return if from < to { Ok(Self::Pooled(from, to)) } else { Err(NotAPeriod::NotInCalendar) };
        }
        if let Some(rest) = text.strip_prefix("SY") {
            return year(rest).map(Self::SchoolYear);
        }
        if let Some(rest) = text.strip_prefix("FY") {
            return year(rest).map(Self::FinancialYear);
        }
        let Some((first, rest)) = text.split_once('-') else { return year(text).map(Self::Year) };
        let first = year(first)?;
        let period = match rest.as_bytes() {
            [b'H', n @ b'0'..=b'9'] => Self::Half(first, u32::from(n - b'0')),
            [b'Q', n @ b'0'..=b'9'] => Self::Quarter(first, u32::from(n - b'0')),
            [b'W', ..] => Self::Week(first, two_digits(&rest[1..])?),
            // "2025-26" is how people write a school year; "2011-12" cannot be told from a month.
            [_, _] if i32::try_from(two_digits(rest)?).is_ok_and(|last| last > 12 && last == (first + 1) % 100) => {
                return Err(NotAPeriod::Unknown);
            }
            [_, _] => Self::Month(first, two_digits(rest)?),
            [_, _, b'-', _, _] => {
                let (month, day) = (two_digits(&rest[..2])?, two_digits(&rest[3..])?);
                let date = NaiveDate::from_ymd_opt(first, month, day).ok_or(NotAPeriod::NotInCalendar)?;
                return Ok(Self::Day(date));
            }
            _ => return Err(NotAPeriod::Unknown),
        };
        period.checked_bounds().map(|_| period).ok_or(NotAPeriod::NotInCalendar)
    }

    /// First and last day, both included. A financial year is taken to begin on 1 April and a school year on
    /// 1 September: only the distance between two periods of one indicator is ever used, not the day itself.
    pub fn bounds(self) -> (NaiveDate, NaiveDate) {
        self.checked_bounds().unwrap_or((NaiveDate::MIN, NaiveDate::MAX))
    }

    fn checked_bounds(self) -> Option<(NaiveDate, NaiveDate)> {
        let first_of = |year, month| NaiveDate::from_ymd_opt(year, month, 1);
        let until = |start: NaiveDate, end: NaiveDate| Some((start, end.checked_sub_days(Days::new(1))?));
        let months = |year: i32, month: u32, length: u32| {
            let start = first_of(year, month)?;
            let after = month - 1 + length;
            until(start, first_of(year + (after / 12) as i32, after % 12 + 1)?)
        };
        match self {
            Self::Year(year) => months(year, 1, 12),
            Self::Half(year, n @ 1..=2) => months(year, 6 * n - 5, 6),
            Self::Quarter(year, n @ 1..=4) => months(year, 3 * n - 2, 3),
            Self::Month(year, month @ 1..=12) => months(year, month, 1),
            Self::Half(..) | Self::Quarter(..) | Self::Month(..) => None,
            Self::Week(year, week) => {
                let monday = NaiveDate::from_isoywd_opt(year, week, chrono::Weekday::Mon)?;
                Some((monday, monday.checked_add_days(Days::new(6))?))
            }
            Self::Day(date) => Some((date, date)),
            Self::Pooled(from, to) => until(first_of(from, 1)?, first_of(to + 1, 1)?),
            Self::SchoolYear(year) => months(year, 9, 12),
            Self::FinancialYear(year) => months(year, 4, 12),
        }
    }

    /// The middle in decimal years: 2024 is 2024.5, `2024-Q3` 2024.625, `2019..2023` 2021.5, `SY2023` 2024.0.
    pub fn middle(self) -> f64 {
        let year = |year: i32| f64::from(year);
        match self {
            Self::Year(y) => year(y) + 0.5,
            Self::Half(y, n) => year(y) + f64::from(n) / 2.0 - 0.25,
            Self::Quarter(y, n) => year(y) + f64::from(n) / 4.0 - 0.125,
            Self::Month(y, n) => year(y) + (f64::from(n) - 0.5) / 12.0,
            Self::Pooled(from, to) => (year(from) + year(to) + 1.0) / 2.0,
            Self::SchoolYear(y) => year(y) + 1.0,
            Self::FinancialYear(y) => year(y) + 0.75,
            Self::Week(..) | Self::Day(_) => {
                let (start, end) = self.bounds();
                (decimal_year(start) + decimal_year(end)) / 2.0
            }
        }
    }

    /// What two periods of one series must have in common.
    pub fn kind(self) -> PeriodKind {
        match self {
            Self::Year(_) => PeriodKind::Year,
            Self::Half(..) => PeriodKind::Half,
            Self::Quarter(..) => PeriodKind::Quarter,
            Self::Month(..) => PeriodKind::Month,
            Self::Week(..) => PeriodKind::Week,
            Self::Day(_) => PeriodKind::Day,
            Self::Pooled(..) => PeriodKind::Pooled,
            Self::SchoolYear(_) => PeriodKind::SchoolYear,
            Self::FinancialYear(_) => PeriodKind::FinancialYear,
        }
    }
}

/// A date as decimal years: 1 January 2024 is 2024.0.
pub fn decimal_year(date: NaiveDate) -> f64 {
    let days = if date.leap_year() { 366.0 } else { 365.0 };
    f64::from(date.year()) + f64::from(date.ordinal0()) / days
}

super::record::choice! {
    /// The kind of period an indicator is counted in.
    pub enum PeriodKind {
        /// A calendar year: 2024.
        Year = "year",
        /// Half a year: 2024-H1.
        Half = "half",
        /// A quarter: 2024-Q3.
        Quarter = "quarter",
        /// A month: 2024-05.
        Month = "month",
        /// A week: 2024-W07.
        Week = "week",
        /// A day: 2024-05-17.
        Day = "day",
        /// Several years together: 2019..2023.
        Pooled = "pooled",
        /// A school year, by the year it begins in: SY2023.
        SchoolYear = "school_year",
        /// A financial year: FY2023.
        FinancialYear = "financial_year",
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.bounds().cmp(&other.bounds())
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Half(year, n) => write!(f, "{year:04}-H{n}"),
            Self::Quarter(year, n) => write!(f, "{year:04}-Q{n}"),
            Self::Month(year, n) => write!(f, "{year:04}-{n:02}"),
            Self::Week(year, n) => write!(f, "{year:04}-W{n:02}"),
            Self::Day(date) => write!(f, "{date}"),
            Self::Pooled(from, to) => write!(f, "{from:04}..{to:04}"),
            Self::SchoolYear(year) => write!(f, "SY{year:04}"),
            Self::FinancialYear(year) => write!(f, "FY{year:04}"),
        }
    }
}

fn year(text: &str) -> Result<i32, NotAPeriod> {
    match text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()) {
        true => text.parse().map_err(|_| NotAPeriod::Unknown),
        false => Err(NotAPeriod::Unknown),
    }
}

fn two_digits(text: &str) -> Result<u32, NotAPeriod> {
    match text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit()) {
        true => text.parse().map_err(|_| NotAPeriod::Unknown),
        false => Err(NotAPeriod::Unknown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, first: &str, last: &str, middle: f64) {
        let period = Period::parse(text).unwrap();
        let (start, end) = period.bounds();
        assert_eq!((start.to_string().as_str(), end.to_string().as_str()), (first, last));
        assert!((period.middle() - middle).abs() < 0.005, "{} is not {middle}", period.middle());
        assert_eq!(period.to_string(), text);
    }

    #[track_caller]
    fn check_not(text: &str, why: NotAPeriod) {
        assert_eq!(Period::parse(text), Err(why));
    }

    #[test]
    fn every_form_reads_and_writes() {
        check("2024", "2024-01-01", "2024-12-31", 2024.5);
        check("2024-H2", "2024-07-01", "2024-12-31", 2024.75);
        check("2024-Q3", "2024-07-01", "2024-09-30", 2024.625);
        check("2024-12", "2024-12-01", "2024-12-31", 2024.958);
        check("2024-W07", "2024-02-12", "2024-02-18", 2024.123);
        check("2024-05-17", "2024-05-17", "2024-05-17", 2024.374);
        check("2019..2023", "2019-01-01", "2023-12-31", 2021.5);
        check("SY2023", "2023-09-01", "2024-08-31", 2024.0);
        check("FY2023", "2023-04-01", "2024-03-31", 2023.75);
    }

    #[test]
    fn wrong_ones_say_why() {
        check_not("2025-02-30", NotAPeriod::NotInCalendar);
        check_not("2023-13", NotAPeriod::NotInCalendar);
        check_not("2023-24", NotAPeriod::Unknown);
        check_not("2023-Q5", NotAPeriod::NotInCalendar);
        check_not("2023-W60", NotAPeriod::NotInCalendar);
        check_not("2023..2019", NotAPeriod::NotInCalendar);
        check_not("03/04/2024", NotAPeriod::Ambiguous);
        check_not("202", NotAPeriod::Unknown);
        check_not("", NotAPeriod::Unknown);
        check_not("2023-é", NotAPeriod::Unknown);
        check_not("2024-ab-cd", NotAPeriod::Unknown);
    }

    #[test]
    fn earlier_comes_first() {
        let mut periods: Vec<_> = ["2024", "2019..2023", "2023-Q4", "2023"].map(|p| Period::parse(p).unwrap()).to_vec();
        periods.sort();
        assert_eq!(
            periods.iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["2019..2023", "2023", "2023-Q4", "2024"]
        );
    }
}

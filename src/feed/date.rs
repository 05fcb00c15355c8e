//! Dates as precise as they are known, and moments of events.

use std::borrow::Cow;
use std::fmt;

use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime, Timelike};
use jsonc_parser::ast::Value;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::finding::{quoted, sentence};
use super::period::{NotAPeriod, Period};
use super::record::{FromNode, Reader, Shape};
use super::rule::Rule;

/// A date of which the day, or the day and the month, may be unknown: `2024`, `2024-05` or `2024-05-17`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Date {
    Year(i32),
    Month(i32, u32),
    Day(NaiveDate),
}

impl Date {
    /// Reads `2024`, `2024-05` or `2024-05-17`.
    ///
    /// # Errors
    /// Why it is no such date; other periods, such as a quarter, are [`NotAPeriod::Unknown`].
    pub fn parse(text: &str) -> Result<Self, NotAPeriod> {
        match Period::parse(text)? {
            Period::Year(year) => Ok(Self::Year(year)),
            Period::Month(year, month) => Ok(Self::Month(year, month)),
            Period::Day(day) => Ok(Self::Day(day)),
            _ => Err(NotAPeriod::Unknown),
        }
    }

    /// The first day it can mean.
    pub fn first(self) -> NaiveDate {
        self.period().bounds().0
    }

    /// The last day it can mean: a thing due in 2030 is not late before 2031.
    pub fn last(self) -> NaiveDate {
        self.period().bounds().1
    }

    fn period(self) -> Period {
        match self {
            Self::Year(year) => Period::Year(year),
            Self::Month(year, month) => Period::Month(year, month),
            Self::Day(day) => Period::Day(day),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.period().fmt(f)
    }
}

impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl FromNode for Date {
    fn example() -> String {
        "\"2024-05-17\"".into()
    }

    fn from_node(node: &Value<'_>, reader: &mut Reader<'_, '_, '_>) -> Option<Self> {
        let Value::StringLit(literal) = node else {
            reader.wrong_type(node, "a date in quotes, such as \"2024-05-17\" or \"2024\"");
            return None;
        };
        match Self::parse(&literal.value) {
            Ok(date) => Some(date),
            Err(why) => {
                let (rule, message, fix) = explain(&literal.value, &why, DATE_FORMS);
                reader.report(rule, node, message, fix);
                None
            }
        }
    }

    fn shape() -> Shape {
        Shape::Date
    }
}

/// Rule, sentence and fix for a text that is no date or no period.
pub(super) fn explain(text: &str, why: &NotAPeriod, fix: &str) -> (Rule, String, String) {
    let shown = quoted(text);
    match why {
        NotAPeriod::NotInCalendar => {
            let hint = month_length(text).map_or(String::new(), |hint| sentence!(" {hint}"));
            (Rule::ImpossibleDate, sentence!("{shown} is not in the calendar.{hint}"), "Correct it.".into())
        }
        NotAPeriod::Ambiguous => (Rule::UnclearDate, sentence!("{shown} can be read in two ways."), fix.into()),
        NotAPeriod::Unknown => {
            (Rule::UnclearDate, sentence!("{shown} is not written in a way this program knows."), fix.into())
        }
    }
}

/// "February 2025 has 28 days." for a day that its month does not have.
fn month_length(text: &str) -> Option<String> {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let Ok(Date::Month(year, month)) = Date::parse(text.get(..7)?) else { return None };
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let last = first.checked_add_months(Months::new(1))?.checked_sub_days(Days::new(1))?;
    let name = NAMES.get(first.month0() as usize)?;
    Some(sentence!("{name} {year} has {} days.", last.day()))
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A date as precise as it is known: 2024, 2024-05 or 2024-05-17.",
            "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
        })
    }
}

/// When an event begins or ends: a whole day, or a time of day at the place of the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Moment {
    Day(NaiveDate),
    /// Local day and time, and how many minutes that clock is ahead of UTC.
    Time {
        day: NaiveDate,
        time: NaiveTime,
        offset_minutes: i32,
    },
}

impl Moment {
    /// Reads `2025-03-11` or `2025-03-11T18:00:00-05:00` (RFC 3339; seconds may be left out).
    ///
    /// # Errors
    /// Why it is no day and no time of a day with its distance from UTC.
    pub fn parse(text: &str) -> Result<Self, NotAPeriod> {
        let day = |text: &str| match Date::parse(text)? {
            Date::Day(day) => Ok(day),
            _ => Err(NotAPeriod::Unknown),
        };
        let Some((date, rest)) = text.split_once('T') else { return day(text).map(Self::Day) };
        let at = rest.find(['Z', '+', '-']).ok_or(NotAPeriod::Unknown)?;
        let (clock, offset) = rest.split_at(at);
        let time = clock_time(clock).ok_or(NotAPeriod::Unknown)?;
        let offset_minutes = match offset {
            "Z" => 0,
            _ => {
                let sign = if offset.starts_with('-') { -1 } else { 1 };
                let ahead = clock_time(&offset[1..]).ok_or(NotAPeriod::Unknown)?;
                sign * (ahead.signed_duration_since(NaiveTime::MIN).num_minutes() as i32)
            }
        };
        Ok(Self::Time { day: day(date)?, time, offset_minutes })
    }

    /// The day at the place of the event.
    pub fn day(self) -> NaiveDate {
        match self {
            Self::Day(day) | Self::Time { day, .. } => day,
        }
    }

    /// Whether an end at this moment lies before a beginning. A day lasts until it is over: where one of the two is a day,
    /// only days are compared, as they are written down.
    pub fn is_end_before(self, start: Self) -> bool {
        match (start, self) {
            (Self::Time { .. }, Self::Time { .. }) => self.minutes() < start.minutes(),
            _ => self.day() < start.day(),
        }
    }

    /// Minutes in UTC since midnight before day 0 of the common era; a whole day counts from its own midnight.
    pub fn minutes(self) -> i64 {
        let days = |day: NaiveDate| i64::from(day.num_days_from_ce()) * 24 * 60;
        match self {
            Self::Day(day) => days(day),
            Self::Time { day, time, offset_minutes } => {
                days(day) + time.signed_duration_since(NaiveTime::MIN).num_minutes() - i64::from(offset_minutes)
            }
        }
    }
}

/// `18:00` or `18:00:00`. By hand: chrono's parser of formats is large, and this is all that is needed of it.
fn clock_time(text: &str) -> Option<NaiveTime> {
    let mut parts = text.split(':').map(|part| {
        let digits = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse::<u32>().ok()).flatten()
    });
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = match parts.next() {
        Some(second) => second?,
        None => 0,
    };
    if parts.next().is_some() { None } else { NaiveTime::from_hms_opt(hour, minute, second) }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Time { day, time, offset_minutes } => {
                let sign = if *offset_minutes < 0 { '-' } else { '+' };
                let ahead = offset_minutes.abs();
                let (hour, minute, second) = (time.hour(), time.minute(), time.second());
                write!(f, "{day}T{hour:02}:{minute:02}:{second:02}{sign}{:02}:{:02}", ahead / 60, ahead % 60)
            }
        }
    }
}

impl serde::Serialize for Moment {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl FromNode for Moment {
    fn example() -> String {
        "\"2025-03-11T18:00:00-05:00\"".into()
    }

    fn from_node(node: &Value<'_>, reader: &mut Reader<'_, '_, '_>) -> Option<Self> {
        let Value::StringLit(literal) = node else {
            reader.wrong_type(node, "a day or a time in quotes, such as \"2025-03-11T18:00:00-05:00\"");
            return None;
        };
        match Self::parse(&literal.value) {
            Ok(moment) => Some(moment),
            Err(why) => {
                let (rule, message, fix) = explain(
                    &literal.value,
                    &why,
                    "Write 2025-03-11, or 2025-03-11T18:00:00-05:00 with the offset from UTC.",
                );
                reader.report(rule, node, message, fix);
                None
            }
        }
    }
}

impl JsonSchema for Moment {
    fn schema_name() -> Cow<'static, str> {
        "Moment".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A day (2025-03-11) or a time with its offset from UTC (2025-03-11T18:00:00-05:00).",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2}))?$"
        })
    }
}

/// A period inside a record, such as a baseline's.
impl FromNode for Period {
    fn example() -> String {
        "\"2024\"".into()
    }

    fn from_node(node: &Value<'_>, reader: &mut Reader<'_, '_, '_>) -> Option<Self> {
        let Value::StringLit(literal) = node else {
            reader.wrong_type(node, "a period in quotes, such as \"2024\" or \"2024-Q3\"");
            return None;
        };
        match Self::parse(&literal.value) {
            Ok(period) => Some(period),
            Err(why) => {
                let (rule, message, fix) = explain(&literal.value, &why, PERIOD_FORMS);
                reader.report(rule, node, message, fix);
                None
            }
        }
    }

    fn shape() -> Shape {
        Shape::Date
    }
}

pub(super) const DATE_FORMS: &str = "Write year-month-day, such as 2024-05-17; 2024-05 and 2024 are fine too.";
pub(super) const PERIOD_FORMS: &str =
    "Write 2024, 2024-H1, 2024-Q3, 2024-05, 2024-W07, 2024-05-17, 2019..2023, SY2023 or FY2023.";

impl serde::Serialize for Period {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for Period {
    fn schema_name() -> Cow<'static, str> {
        "Period".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "2024, 2024-H1, 2024-Q3, 2024-05, 2024-W07, 2024-05-17, 2019..2023 (pooled years), SY2023 (school year) or FY2023 (financial year).",
            "pattern": "^((SY|FY)?[0-9]{4}|[0-9]{4}\\.\\.[0-9]{4}|[0-9]{4}-(H[12]|Q[1-4]|W[0-9]{2}|[0-9]{2}(-[0-9]{2})?))$"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, minutes_after: &str, expected: i64) {
        let (one, two) = (Moment::parse(text).unwrap(), Moment::parse(minutes_after).unwrap());
        assert_eq!(one.minutes() - two.minutes(), expected);
        assert_eq!(Moment::parse(&one.to_string()), Ok(one));
    }

    #[test]
    fn moments_know_their_offset() {
        check("2025-03-11T18:00:00-05:00", "2025-03-11T23:00:00Z", 0);
        check("2025-03-11T18:00+05:30", "2025-03-11T12:00Z", 30);
        check("2025-03-12", "2025-03-11", 24 * 60);
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for text in ["2025-03-11T18:00", "2025-03", "2025-02-30", "2025-03-11T25:00Z", "2025-03-11T18:00+é", "T", ""] {
            assert!(Moment::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_day_that_is_not_there_says_how_long_the_month_is() {
        let (rule, message, _) = explain("2025-02-30", &NotAPeriod::NotInCalendar, "");
        assert_eq!(
            (rule.code(), message.as_str()),
            ("T203", "\"2025-02-30\" is not in the calendar. February 2025 has 28 days.")
        );
    }

    #[test]
    fn an_imprecise_date_ends_late() {
        assert_eq!(Date::parse("2030").unwrap().last().to_string(), "2030-12-31");
        assert_eq!(Date::parse("2028-02").unwrap().last().to_string(), "2028-02-29");
    }
}

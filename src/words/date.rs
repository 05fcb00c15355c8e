//! Dates and times of day. A date that is only a year or a month has its own function; none is made up to a day.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

use super::Catalog;

impl Catalog {
    /// "2025". Never with a thousands sign.
    pub fn year(&self, year: i32) -> String {
        self.format("date-year", &[("year", year.to_string().into())])
    }

    /// "November 2025". January is 1.
    pub fn month(&self, year: i32, month: u32) -> String {
        let names = self.months_alone.as_ref().unwrap_or(&self.months);
        self.format("date-month", &[("month", name(names, month).into()), ("year", year.to_string().into())])
    }

    /// "Nov 2025", for tables and charts.
    pub fn month_short(&self, year: i32, month: u32) -> String {
        let month = name(&self.months_short, month);
        self.format("date-month-short", &[("month", month.into()), ("year", year.to_string().into())])
    }

    /// "14 November 2025".
    pub fn day(&self, date: NaiveDate) -> String {
        self.dated("date-day", &self.months, date)
    }

    /// "14 Nov 2025", for tables and charts.
    pub fn day_short(&self, date: NaiveDate) -> String {
        self.dated("date-day-short", &self.months_short, date)
    }

    /// "Friday 14 November 2025", for what people come to.
    pub fn weekday(&self, date: NaiveDate) -> String {
        self.dated("date-weekday", &self.months, date)
    }

    /// "6 pm", "7:30 pm", "noon". Seconds are left out.
    pub fn time(&self, time: NaiveTime) -> String {
        let (afternoon, hour12) = time.hour12();
        let key = match (time.hour(), time.minute()) {
            (0, 0) => "time-midnight",
            (12, 0) => "time-noon",
            (_, 0) => "time-full-hour",
            _ => "time",
        };
        let half = self.format(if afternoon { "time-pm" } else { "time-am" }, &[]);
        let minute = format!("{:02}", time.minute());
        self.format(
            key,
            &[
                ("hour", time.hour().into()),
                ("hour12", hour12.into()),
                ("minute", minute.into()),
                ("half", half.into()),
            ],
        )
    }

    fn dated(&self, key: &str, months: &[String; 12], date: NaiveDate) -> String {
        self.format(
            key,
            &[
                ("weekday", name(&self.weekdays, date.weekday().number_from_monday()).into()),
                ("day", date.day().into()),
                ("month", name(months, date.month()).into()),
                ("year", date.year().to_string().into()),
            ],
        )
    }
}

/// The name of the nth month or weekday, counted from 1.
fn name(names: &[String], n: u32) -> &str {
    (n as usize).checked_sub(1).and_then(|i| names.get(i)).map_or("?", String::as_str)
}

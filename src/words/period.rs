//! Periods of the feed in words.

use crate::feed::period::Period;

use super::{Arg, Catalog};

impl Catalog {
    /// A period inside a sentence: "third quarter of 2024", "2023-24 school year".
    pub fn period(&self, period: Period) -> String {
        match period {
            Period::Year(year) => self.year(year),
            Period::Half(year, n) => self.part_of_year("period-half", year, n),
            Period::Quarter(year, n) => self.part_of_year("period-quarter", year, n),
            Period::Month(year, month) => self.month(year, month),
            // Few people know the number of a week, all know its Monday.
            Period::Week(..) => self.format("period-week", &[("from", self.day(period.bounds().0).into())]),
            Period::Day(date) => self.day(date),
            Period::Pooled(from, to) => self.years("period-pooled", from, to),
            Period::SchoolYear(year) => self.years("period-school-year", year, year.saturating_add(1)),
            Period::FinancialYear(year) => self.years("period-financial-year", year, year.saturating_add(1)),
        }
    }

    /// A period after "in" or "since", with the article that a language may want there: "el año escolar 2023-24".
    pub fn period_in(&self, period: Period) -> String {
        self.format("period-in", &[("kind", period.kind().wire().into()), ("period", self.period(period).into())])
    }

    /// A period in a table or under an axis: "Q3 2024", "2023-24".
    pub fn period_short(&self, period: Period) -> String {
        match period {
            Period::Year(year) => self.year(year),
            Period::Half(year, n) => self.part_of_year("period-half-short", year, n),
            Period::Quarter(year, n) => self.part_of_year("period-quarter-short", year, n),
            Period::Month(year, month) => self.month_short(year, month),
            Period::Week(..) => self.format("period-week-short", &[("from", self.day_short(period.bounds().0).into())]),
            Period::Day(date) => self.day_short(date),
            Period::Pooled(from, to) => self.years("period-pooled-short", from, to),
            Period::SchoolYear(year) => self.years("period-school-year-short", year, year.saturating_add(1)),
            Period::FinancialYear(year) => self.years("period-financial-year-short", year, year.saturating_add(1)),
        }
    }

    fn part_of_year(&self, key: &str, year: i32, n: u32) -> String {
        self.format(key, &[("n", n.into()), ("year", self.year(year).into())])
    }

    /// Slots: `from` and `to` as whole years, `to_short` as the last two digits.
    fn years(&self, key: &str, from: i32, to: i32) -> String {
        let to_short = Arg::from(format!("{:02}", to.rem_euclid(100)));
        let whole = |year: i32| Arg::from(year.to_string());
        self.format(key, &[("from", whole(from)), ("to", whole(to)), ("to_short", to_short)])
    }
}

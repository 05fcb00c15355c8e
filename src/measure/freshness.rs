//! How old a figure is, and when the next one is due. Never a judgement of progress.

use chrono::{Days, Months, NaiveDate};

use crate::feed::period::Period;
use crate::feed::records::Indicator;
use crate::feed::records::indicator::Frequency;

/// When the figure after the latest one should be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Freshness {
    /// `None` for figures that come irregularly.
    pub due: Option<NaiveDate>,
    /// The day has passed.
    pub late: bool,
}

/// The next figure is due one cycle after the end of the latest period, plus the days it usually takes.
pub fn freshness(indicator: &Indicator, latest: Period, today: NaiveDate) -> Freshness {
    let lag = u64::from(indicator.expected_lag_days.unwrap_or(0));
    let end = latest.bounds().1;
    let due = cycle(indicator.update_frequency)
        .and_then(|next| next(end))
        .and_then(|end| end.checked_add_days(Days::new(lag)));
    Freshness { due, late: due.is_some_and(|due| due < today) }
}

/// The end of the next period for a frequency.
fn cycle(frequency: Frequency) -> Option<fn(NaiveDate) -> Option<NaiveDate>> {
    let months: fn(NaiveDate) -> Option<NaiveDate> = match frequency {
        Frequency::Weekly => |end| end.checked_add_days(Days::new(7)),
        Frequency::Monthly => |end| end.checked_add_months(Months::new(1)),
        Frequency::Quarterly => |end| end.checked_add_months(Months::new(3)),
        Frequency::HalfYearly => |end| end.checked_add_months(Months::new(6)),
        Frequency::Yearly => |end| end.checked_add_months(Months::new(12)),
        Frequency::EveryTwoYears => |end| end.checked_add_months(Months::new(24)),
        Frequency::EveryThreeYears => |end| end.checked_add_months(Months::new(36)),
        Frequency::EveryFiveYears => |end| end.checked_add_months(Months::new(60)),
        Frequency::Irregular => return None,
    };
    Some(months)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(frequency: Frequency, latest: &str, due: Option<&str>) {
        let end = Period::parse(latest).unwrap().bounds().1;
        let found = cycle(frequency).and_then(|next| next(end)).map(|due| due.to_string());
        assert_eq!(found.as_deref(), due);
    }

    #[test]
    fn the_next_figure_comes_one_cycle_later() {
        check(Frequency::Yearly, "2024", Some("2025-12-31"));
        check(Frequency::Quarterly, "2024-Q3", Some("2024-12-30"));
        check(Frequency::Monthly, "2024-01", Some("2024-02-29"));
        check(Frequency::EveryTwoYears, "2019..2023", Some("2025-12-31"));
        check(Frequency::Irregular, "2024", None);
    }
}

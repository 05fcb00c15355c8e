//! How old a figure is, and when the next one is due. Never a judgement of progress.

use chrono::NaiveDate;

use crate::feed::due::due;
use crate::feed::period::Period;
use crate::feed::records::Indicator;

super::codes! {
    /// What is known of the figure after the latest one.
    pub enum FreshnessState {
        /// Its period is not over yet.
        Fresh = "fresh",
        /// Its period is over, and it is being made.
        Due = "due",
        /// It should be there.
        Late = "late",
        /// The one after it should be there too.
        Stale = "stale",
        /// Figures come irregularly, or come no more: none is promised.
        NotPromised = "not_promised",
    }
}

/// When the figure after the latest one should be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Freshness {
    /// The latest period.
    pub as_of: Period,
    /// `None` for figures that come irregularly.
    pub due: Option<NaiveDate>,
    pub state: FreshnessState,
}

impl Freshness {
    /// Whether the day has passed.
    pub fn is_late(&self) -> bool {
        matches!(self.state, FreshnessState::Late | FreshnessState::Stale)
    }
}

/// How old the latest figure is.
pub fn freshness(indicator: &Indicator, latest: Period, today: NaiveDate) -> Freshness {
    let due = due(indicator, latest);
    let state = match due {
        None => FreshnessState::NotPromised,
        Some(due) if due.over >= today => FreshnessState::Fresh,
        Some(due) if due.figure >= today => FreshnessState::Due,
        Some(due) if due.second >= today => FreshnessState::Late,
        Some(_) => FreshnessState::Stale,
    };
    Freshness { as_of: latest, due: due.map(|due| due.figure), state }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::tests::indicator;

    #[track_caller]
    fn check(fields: &str, latest: &str, today: &str, due: Option<&str>, state: FreshnessState) {
        let found = freshness(&indicator(fields), Period::parse(latest).unwrap(), today.parse().unwrap());
        assert_eq!((found.due.map(|due| due.to_string()).as_deref(), found.state), (due, state));
    }

    use FreshnessState::*;

    #[test]
    fn the_next_figure_comes_one_cycle_later() {
        let frequency = |word: &str| format!(r#""update_frequency": "{word}""#);
        check(&frequency("yearly"), "2024", "2025-06-01", Some("2025-12-31"), Fresh);
        check(&frequency("quarterly"), "2024-Q3", "2024-10-01", Some("2024-12-31"), Fresh);
        check(&frequency("monthly"), "2024-01", "2024-02-01", Some("2024-02-29"), Fresh);
        check(&frequency("monthly"), "2024-02", "2024-03-31", Some("2024-03-31"), Fresh);
        check(&frequency("weekly"), "2024-W07", "2024-02-20", Some("2024-02-25"), Fresh);
        check(&frequency("every_two_years"), "2019..2023", "2024-06-01", Some("2025-12-31"), Fresh);
        check(&frequency("irregular"), "2024", "2039-06-01", None, NotPromised);
    }

    #[test]
    fn a_figure_is_fresh_then_due_then_late_then_stale() {
        let lag = r#""update_frequency": "yearly", "expected_lag_days": 90"#;
        let due = Some("2026-03-31");
        check(lag, "2024", "2025-12-31", due, Fresh);
        check(lag, "2024", "2026-01-01", due, Due);
        check(lag, "2024", "2026-03-31", due, Due);
        check(lag, "2024", "2026-04-01", due, Late);
        check(lag, "2024", "2027-03-31", due, Late);
        check(lag, "2024", "2027-04-01", due, Stale);
    }

    #[test]
    fn a_retired_indicator_owes_nothing() {
        check(r#""update_frequency": "yearly", "phase": "retired""#, "2019", "2026-11-22", None, NotPromised);
    }
}

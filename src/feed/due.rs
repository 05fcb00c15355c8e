//! When the next figure of an indicator should be there.

use chrono::{Days, Months, NaiveDate};

use super::period::Period;
use super::records::Indicator;
use super::records::indicator::{Frequency, Phase};

/// The days that decide how old a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The last day of the period after the latest one.
    pub over: NaiveDate,
    /// The day on which its figure should be there: later by the days it usually takes.
    pub figure: NaiveDate,
    /// The day on which the figure after that should be there too.
    pub second: NaiveDate,
}

/// The next figure is due one cycle after the end of the latest period, plus the days it usually takes. `None` for
/// figures that come irregularly, or come no more.
pub fn due(indicator: &Indicator, latest: Period) -> Option<Due> {
    let lag = Days::new(u64::from(indicator.expected_lag_days.unwrap_or(0)));
    let over = next_end(indicator.update_frequency, latest).filter(|_| indicator.phase != Phase::Retired)?;
    let second = one_cycle_after(indicator.update_frequency, over)?;
    Some(Due { over, figure: over.checked_add_days(lag)?, second: second.checked_add_days(lag)? })
}

/// The last day of the period after the latest one; `None` for figures that come irregularly.
pub fn next_end(frequency: Frequency, latest: Period) -> Option<NaiveDate> {
    one_cycle_after(frequency, latest.bounds().1)
}

fn one_cycle_after(frequency: Frequency, end: NaiveDate) -> Option<NaiveDate> {
    if frequency == Frequency::Weekly {
        return end.checked_add_days(Days::new(7));
    }
    // From the first day of the next period, so that the last of February leads to the last of March.
    end.succ_opt()?.checked_add_months(Months::new(frequency.months()?))?.pred_opt()
}

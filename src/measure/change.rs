//! The latest value, the baseline, and the change between them.

use crate::feed::records::Indicator;
use crate::feed::series::{Line, Observation, Status};

/// Where a line of observations stands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Standing<'f> {
    /// The last observation with a measured value.
    pub latest: Option<&'f Observation>,
    /// The observation of the baseline period, if it has a value.
    pub baseline: Option<&'f Observation>,
    pub change: Option<Change>,
}

/// The change from the baseline to the latest value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change {
    /// Latest less baseline, in the indicator's unit.
    By(f64),
    /// The two cannot be compared: a break in the series lies between them.
    Broken,
}

/// Whether a value was measured: it is there, and nobody marked it as expected.
pub fn is_measured(observation: &Observation) -> bool {
    observation.value.is_some() && !observation.status.has(Status::Forecast)
}

/// Whether one of the two was counted by another definition. Where both were, it is taken to be the same one.
pub(super) fn differs(one: &Observation, other: &Observation) -> bool {
    one.status.has(Status::DefinitionDiffers) != other.status.has(Status::DefinitionDiffers)
}

/// Reads a line. There is no change without a baseline, nor while the baseline is itself the latest value; and none
/// between two figures that the method does not compare: of different definitions, or unreliable.
pub fn standing<'f>(line: &'f Line, indicator: &Indicator) -> Standing<'f> {
    let latest = line.points.iter().rev().find(|point| is_measured(point));
    let wanted = indicator.baseline.as_ref().map(|baseline| baseline.period);
    let baseline = line.points.iter().find(|point| Some(point.period) == wanted && is_measured(point));
    let change = match (baseline, latest) {
        (Some(from), Some(to)) if to.period > from.period => {
            let between = |point: &&Observation| point.period > from.period && point.period <= to.period;
            let broken = line.points.iter().filter(between).any(|point| point.status.has(Status::Break));
            match (from.value, to.value) {
                _ if broken => Some(Change::Broken),
                _ if differs(from, to) || [from, to].iter().any(|point| point.status.has(Status::Unreliable)) => None,
                (Some(from), Some(to)) => Some(Change::By(to - from)),
                _ => None,
            }
        }
        _ => None,
    };
    Standing { latest, baseline, change }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::tests::feed;

    /// A line of `period value status`, and what is read from it.
    #[track_caller]
    fn check(rows: &str, baseline: &str, latest: Option<f64>, change: Option<Change>) {
        let feed = feed(&[(&format!(r#""baseline": {{"period": "{baseline}"}}"#), rows)]);
        let standing = standing(&feed.series[0].lines[0], &feed.indicators[0]);
        assert_eq!((standing.latest.and_then(|point| point.value), standing.change), (latest, change));
    }

    #[test]
    fn change_is_latest_less_baseline() {
        check("2020 50 final, 2021 51 final, 2022 54.5 final", "2020", Some(54.5), Some(Change::By(4.5)));
        check("2020 50 final, 2021 - missing", "2020", Some(50.0), None);
        check("2020 50 final, 2021 51 final, 2022 60 forecast", "2020", Some(51.0), Some(Change::By(1.0)));
    }

    #[test]
    fn what_is_not_compared_has_no_change() {
        check("2020 50 final, 2021 58 unreliable", "2020", Some(58.0), None);
        check("2020 50 final, 2021 58 definition_differs", "2020", Some(58.0), None);
        check("2020 50 definition_differs, 2021 58 definition_differs", "2020", Some(58.0), Some(Change::By(8.0)));
    }

    #[test]
    fn a_break_forbids_comparison() {
        check("2020 50 final, 2021 60 break, 2022 61 final", "2020", Some(61.0), Some(Change::Broken));
        check("2020 50 final, 2021 60 break, 2022 61 final", "2021", Some(61.0), Some(Change::By(1.0)));
    }
}

//! Series that nobody measured: one value everywhere, or the values of another indicator.

use std::collections::HashMap;

use super::lines::Line;
use super::{Check, shown};
use crate::feed::finding::quoted;
use crate::feed::period::Period;
use crate::feed::records::Indicator;
use crate::feed::records::indicator::UnitKind;
use crate::feed::rule::Rule;
use crate::feed::series::SeriesDraft;

/// Fewest equal values that look like a placeholder.
const FEWEST_EQUAL: usize = 4;
/// Fewest values of two series that are called a copy.
const FEWEST_COPIED: usize = 3;

/// The values for everybody of the series before, with the indicator they were seen at.
pub(super) type Seen = HashMap<Vec<(Period, u64)>, String>;

pub(super) fn check(
    series: &SeriesDraft<'_, '_>,
    lines: &[Line<'_>],
    indicator: &Indicator,
    is_odd: impl Fn(usize) -> bool,
    seen: &mut Seen,
    check: &mut Check<'_>,
) {
    let Some(total) = lines.first().filter(|line| line.scope.is_total()) else { return };
    let points = total.points(is_odd);
    let Some(first) = points.first() else { return };
    let explained = points.iter().any(|point| point.explained);
    if points.iter().all(|point| point.value == first.value) {
        // Nothing and everything are values that stay: no outages, all schools.
        let end = first.value == 0.0 || (indicator.unit.kind == UnitKind::Percent && first.value == 100.0);
        if points.len() >= FEWEST_EQUAL && !end && !explained {
            let message =
                format!("All {} values for everybody are {}, as in a placeholder.", points.len(), shown(first.value));
            let fix = "Put in the measured values, or add a note if it really stays the same.";
            check.report(Rule::SameValues, series.place(first.row, "value"), message, fix);
        }
        return;
    }
    if points.len() < FEWEST_COPIED {
        return;
    }
    let key = points.iter().map(|point| (point.row.observation.period, point.value.to_bits())).collect();
    if let Some(other) = seen.insert(key, series.indicator.to_string()).filter(|_| !explained) {
        let message = format!("All {} values are those of the indicator {} too.", points.len(), quoted(&other));
        let fix = "Put in the right values, or keep one of the two indicators.";
        check.report(Rule::SameValues, series.place(first.row, "value"), message, fix);
    }
}

//! Figures of samples: how sure they are, and how precise they can be.

use super::lines::Line;
use super::{Check, shown};
use crate::feed::read::Placed;
use crate::feed::records::Indicator;
use crate::feed::records::indicator::{Method, UnitKind};
use crate::feed::rule::Rule;
use crate::feed::series::{Observation, SeriesDraft};

/// Fewer answers than this do not carry a second decimal: one answer is more than a tenth of a percent.
const MANY: f64 = 1000.0;

/// A sample says at one figure at least how many were asked, or how far the truth may lie.
pub(super) fn uncertainty(indicator: &Placed<'_, '_, Indicator>, series: &SeriesDraft<'_, '_>, check: &mut Check<'_>) {
    let said = |o: &Observation| o.denominator.or(o.se).or(o.lower).or(o.upper).is_some();
    let mut observations = series.rows.iter().map(|row| &row.observation);
    let any_value = series.rows.iter().any(|row| row.observation.value.is_some());
    if indicator.record.method != Method::Sample || !series.whole || !any_value || observations.any(said) {
        return;
    }
    let message = "The figures come from a sample, but none says how many answered or how far it may be off.";
    let fix = "Fill the column denominator, se, or lower and upper; if everybody was asked, write another \"method\".";
    check.report(Rule::NoUncertainty, indicator.at("method"), message, fix);
}

/// Decimals of a share that so few answers cannot give. Once for each series.
pub(super) fn precision(
    series: &SeriesDraft<'_, '_>,
    lines: &[Line<'_>],
    indicator: &Indicator,
    is_odd: impl Fn(usize) -> bool,
    check: &mut Check<'_>,
) {
    let asked = matches!(indicator.method, Method::Sample | Method::SelfReport);
    if !asked || indicator.unit.kind != UnitKind::Percent {
        return;
    }
    let fine = |value: f64| ((value * 100.0) - (value * 100.0).round()).abs() < 1e-6;
    let found = lines.iter().flat_map(|line| line.points(&is_odd)).find_map(|point| {
        let answers = point.row.observation.denominator.filter(|n| *n < MANY)?;
        (!fine(point.value)).then_some((point, answers))
    });
    if let Some((point, answers)) = found {
        let message = format!("{} has more decimals than {} answers can give.", shown(point.value), shown(answers));
        let fix = format!(
            "Write {} here, and round the other lines in the same way.",
            shown((point.value * 10.0).round() / 10.0)
        );
        check.report(Rule::TooPrecise, series.place(point.row, "value"), message, fix);
    }
}

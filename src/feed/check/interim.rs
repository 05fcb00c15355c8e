//! Interim targets: steps on the way from the baseline to the target.

use chrono::NaiveDate;

use super::targets::{Start, outside};
use super::{Check, shown};
use crate::feed::read::Placed;
use crate::feed::records::Indicator;
use crate::feed::records::indicator::{Direction, TargetKind};
use crate::feed::rule::Rule;
use crate::sorted::sort_by_key;

/// Steps towards a target lie between baseline and target, in time and in value.
pub(super) fn check(
    indicator: &Placed<'_, '_, Indicator>,
    index: usize,
    baseline: Option<&Start>,
    check: &mut Check<'_>,
) {
    let Some(target) = indicator.record.targets.get(index) else { return };
    let at = |step: usize, field: &str| indicator.at(&format!("targets/{index}/interim/{step}/{field}"));
    let start: NaiveDate = baseline.map_or(NaiveDate::MIN, |start| start.period.bounds().1);
    let mut steps: Vec<_> = target.interim.iter().enumerate().collect();
    sort_by_key(&mut steps, |(_, step)| step.by.last());
    for (step, interim) in &steps {
        if interim.by.last() >= target.by.last() || interim.by.last() <= start {
            let from = baseline.map_or(String::new(), |start| format!(" after the baseline {} and", start.period));
            let message = format!("The interim target for {} does not lie{from} before {}.", interim.by, target.by);
            check.report(Rule::InterimTarget, at(*step, "by"), message, "Correct the date.");
            return;
        }
    }
    let sign = match indicator.record.direction {
        Direction::Increase => 1.0,
        Direction::Decrease => -1.0,
        Direction::Maintain | Direction::Range | Direction::Neither => return,
    };
    if target.kind == TargetKind::Maintain || outside(&indicator.record, target.value).is_some() {
        return;
    }
    // The way begins at the baseline, or where it has become worse since then. Both are everybody's, not a group's.
    let worst = |start: &Start| {
        let worst = start.since.iter().copied().min_by(|a, b| (sign * a).total_cmp(&(sign * b)))?;
        let value = start.value?;
        let worse = sign * worst < sign * value;
        Some(if worse { ("the worst value since the baseline,", worst) } else { ("the baseline", value) })
    };
    let mut before = baseline.filter(|_| target.scope.is_none()).and_then(worst);
    for (step, interim) in steps {
        if outside(&indicator.record, interim.value).is_some() {
            return;
        }
        let behind = before.filter(|(_, value)| sign * interim.value < sign * value);
        let beyond = Some(("the target", target.value)).filter(|(_, value)| sign * interim.value > sign * value);
        if let Some((what, value)) = behind.or(beyond) {
            let way = if behind.is_some() { "behind" } else { "beyond" };
            let message = format!(
                "The interim target {} for {} is {way} {what} {}.",
                shown(interim.value),
                interim.by,
                shown(value)
            );
            check.report(Rule::InterimTarget, at(step, "value"), message, "Correct the value or the date.");
            return;
        }
        before = Some(("the one before,", interim.value));
    }
}

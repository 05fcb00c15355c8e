//! Rules about baselines and targets.

use std::collections::{HashMap, HashSet};

use super::{Check, interim, named_limits, shown, time};
use crate::feed::finding::quoted;
use crate::feed::period::Period;
use crate::feed::read::{Draft, Placed};
use crate::feed::records::Indicator;
use crate::feed::records::indicator::{Direction, Target, TargetKind, UnitKind};
use crate::feed::rule::Rule;
use crate::feed::series::{Observation, SeriesDraft, Status};

pub(super) fn check(draft: &Draft<'_, '_>, check: &mut Check<'_>) {
    let series: HashMap<&str, &SeriesDraft<'_, '_>> =
        draft.series.iter().map(|series| (series.indicator.as_str(), series)).collect();
    let groups: HashMap<&str, Vec<&str>> = draft
        .dimensions
        .iter()
        .map(|d| (d.record.id.as_str(), d.record.groups.iter().map(|group| group.id.as_str()).collect()))
        .collect();
    let ids: HashSet<&str> = draft.indicators.iter().map(|indicator| indicator.record.id.as_str()).collect();
    let lost_series = draft.lost_series || draft.series.iter().any(|series| !ids.contains(series.indicator.as_str()));
    for indicator in &draft.indicators {
        let series = series.get(indicator.record.id.as_str()).copied();
        let whole = series.map_or(!lost_series, |series| series.whole);
        let baseline = baseline(indicator, series, whole, check);
        time::verdict(indicator, series, whole, check);
        for (index, target) in indicator.record.targets.iter().enumerate() {
            one_target(indicator, index, target, baseline.as_ref(), check);
            scope(indicator, index, target, &groups, check);
            interim::check(indicator, index, baseline.as_ref(), check);
        }
    }
}

/// A baseline that can be used.
pub(super) struct Start {
    pub(super) period: Period,
    /// For everybody; `None` if there are figures for groups only, or if the series could not be read.
    pub(super) value: Option<f64>,
    /// The values for everybody from the baseline on.
    pub(super) since: Vec<f64>,
}

/// `None` if there is no baseline, or one that has been reported.
fn baseline(
    indicator: &Placed<'_, '_, Indicator>,
    series: Option<&SeriesDraft<'_, '_>>,
    whole: bool,
    check: &mut Check<'_>,
) -> Option<Start> {
    let period = indicator.record.baseline.as_ref()?.period;
    let mut unusable = |message: String, fix: &str| {
        check.report(Rule::BaselineUnusable, indicator.at("baseline/period"), message, fix);
        None
    };
    let in_period = |observation: &Observation| observation.period == period;
    let rows = || series.into_iter().flat_map(|series| &series.rows).filter(|row| in_period(&row.observation));
    // Some indicators have figures for groups only; then any of them makes the period a usable one.
    let Some(row) = rows().find(|row| row.scope.is_total()).or_else(|| rows().next()) else {
        if !whole {
            return Some(Start { period, value: None, since: Vec::new() });
        }
        return unusable(
            format!("The series has no observation for the baseline {period}."),
            "Choose a period of the series, or add the observation.",
        );
    };
    let observation = &row.observation;
    let weak = [Status::Provisional, Status::Unreliable, Status::Forecast]
        .into_iter()
        .find(|status| observation.status.has(*status));
    match (observation.value, weak) {
        (None, _) => {
            unusable(format!("The baseline {period} has no published value."), "Choose a period that has one.")
        }
        (Some(_), Some(weak)) => unusable(
            format!("The value of the baseline {period} is {}.", weak.wire()),
            "Choose a period with a final value.",
        ),
        (Some(value), None) => {
            let later = series.into_iter().flat_map(|series| &series.rows).filter(|row| row.scope.is_total());
            let since = later.map(|row| &row.observation).filter(|observation| observation.period >= period);
            let since = since.filter_map(|observation| observation.value).collect();
            Some(Start { period, value: row.scope.is_total().then_some(value), since })
        }
    }
}

fn one_target(
    indicator: &Placed<'_, '_, Indicator>,
    index: usize,
    target: &Target,
    baseline: Option<&Start>,
    check: &mut Check<'_>,
) {
    let record = &indicator.record;
    let at = |field: &str| indicator.at(&format!("targets/{index}/{field}"));
    if let Some(baseline) = baseline
        && target.by.last() <= baseline.period.bounds().1
    {
        let message = format!("The target is for {}, which is not after the baseline {}.", target.by, baseline.period);
        check.report(Rule::TargetDate, at("by"), message, "Correct the date.");
    }
    let mut values = vec![("value".to_owned(), target.value)];
    values.extend(
        target.interim.iter().enumerate().map(|(step, interim)| (format!("interim/{step}/value"), interim.value)),
    );
    for (field, value) in values {
        if let Some((low, high)) = outside(record, value) {
            let message =
                format!("The target {} lies outside what the indicator can be ({low} to {high}).", shown(value));
            check.report(Rule::OutsideLimits, at(&field), message, "Correct the target or the limits.");
        }
    }
    if target.scope.is_some() || target.kind == TargetKind::Maintain || outside(record, target.value).is_some() {
        return;
    }
    let Some(baseline) = baseline.and_then(|baseline| baseline.value) else { return };
    let (word, wrong) = match record.direction {
        Direction::Increase => ("up", target.value <= baseline),
        Direction::Decrease => ("down", target.value >= baseline),
        Direction::Maintain | Direction::Range | Direction::Neither => return,
    };
    if wrong {
        let message = format!(
            "You want it to go {word}, but the target {} is not beyond the baseline {}.",
            shown(target.value),
            shown(baseline)
        );
        check.report(
            Rule::TargetWrongSide,
            at("value"),
            message,
            "Correct target or direction; write \"kind\": \"maintain\" if the level is to be held.",
        );
    }
}

/// The limits that a value breaks, as words.
pub(super) fn outside(indicator: &Indicator, value: f64) -> Option<(String, String)> {
    let (min, max) = named_limits(indicator);
    let implied = match indicator.unit.kind {
        UnitKind::Percent => (Some(0.0), Some(100.0)),
        UnitKind::PercentChange => (None, None),
        _ if indicator.unit.signed => (None, None),
        _ => (Some(0.0), None),
    };
    let (low, high) = (min.or(implied.0), max.or(implied.1));
    let outside = low.is_some_and(|low| value < low) || high.is_some_and(|high| value > high);
    let words = |bound: Option<f64>| bound.map_or("any".to_owned(), shown);
    outside.then(|| (words(low), words(high)))
}

fn scope(
    indicator: &Placed<'_, '_, Indicator>,
    index: usize,
    target: &Target,
    groups: &HashMap<&str, Vec<&str>>,
    check: &mut Check<'_>,
) {
    let Some(scope) = &target.scope else { return };
    let (Some(dimension), Some(group)) = (&scope.dimension, &scope.group) else { return };
    if let Some(known) = groups.get(dimension.as_str()).filter(|known| !known.contains(&group.as_str())) {
        let message = format!("The dimension {} has no group {}.", quoted(dimension.as_str()), quoted(group.as_str()));
        let place = indicator.at(&format!("targets/{index}/scope/group"));
        check.report(Rule::DeadReference, place, message, format!("Its groups are {}.", known.join(", ")));
    }
}

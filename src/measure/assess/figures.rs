//! Which figures of a line are compared, and what can stand in the way.

use chrono::NaiveDate;

use super::{Point, Status};
use crate::feed::period::Period;
use crate::feed::records::Indicator;
use crate::feed::records::indicator::{Direction, Phase};
use crate::feed::series::{Line, Observation, Status as Mark};
use crate::measure::aim::Aim;
use crate::measure::change::{Change, Standing, differs, is_measured};
use crate::measure::numbers::standard_error;
use crate::measure::status::Reason;

pub(super) fn point(observation: &Observation, indicator: &Indicator, aim: Aim) -> Option<Point> {
    let value = observation.value?;
    Some(Point {
        period: observation.period,
        time: observation.period.middle(),
        value,
        judged: aim.scale.of(value),
        se: standard_error(observation, indicator.interval_level),
        status: observation.status,
    })
}

/// Whether two periods share time.
pub(super) fn overlap(earlier: Period, later: Period) -> bool {
    later.bounds().0 <= earlier.bounds().1
}

pub(super) fn measures(line: &Line) -> bool {
    line.points.iter().any(is_measured)
}

/// Why an observation is no figure to compare with, if it is none.
pub(super) fn flaw(observation: &Observation) -> Option<Reason> {
    let flaws = [
        (Mark::Unreliable, Reason::Unreliable),
        (Mark::Forecast, Reason::Forecast),
        (Mark::Suppressed, Reason::Suppressed),
        (Mark::Withheld, Reason::Withheld),
    ];
    flaws.into_iter().find(|(mark, _)| observation.status.has(*mark)).map(|(_, reason)| reason)
}

/// The status, where nothing can be judged.
///
/// The latest value is the last that was measured: a later one that is missing or withheld does not undo it. Only where
/// nothing was measured after the baseline does the reason count.
pub(super) fn obstacle(
    indicator: &Indicator,
    line: Option<&Line>,
    standing: &Standing<'_>,
    elsewhere: bool,
    today: NaiveDate,
) -> Option<Status> {
    let not = |reason| Some(Status::NotAssessable(reason));
    match indicator.phase {
        Phase::Developmental => return Some(Status::Developmental),
        Phase::Retired => return not(Reason::Retired),
        Phase::Live => {}
    }
    let points = line.map_or(&[][..], |line| &line.points);
    // Expectations of a time that has not begun say nothing about what is there.
    let begun = points.iter().filter(|point| point.period.bounds().0 <= today);
    let last_flaw = |from: Option<Period>| {
        let after = begun.clone().rev().filter(|point| from.is_none_or(|from| point.period > from));
        after.filter(|point| !is_measured(point)).find_map(flaw)
    };
    let Some(latest) = standing.latest else {
        return match last_flaw(None) {
            Some(reason) => not(reason),
            None if elsewhere => not(Reason::NoTotal),
            None => Some(Status::NoData),
        };
    };
    if indicator.direction == Direction::Neither && indicator.baseline.is_none() {
        return Some(Status::ContextOnly { percent: None });
    }
    let Some(wanted) = indicator.baseline.as_ref().map(|baseline| baseline.period) else {
        return not(Reason::NoBaseline);
    };
    let Some(baseline) = standing.baseline else {
        let stated = points.iter().find(|point| point.period == wanted).and_then(flaw);
        return not(stated.unwrap_or(Reason::BaselineMissing));
    };
    if let Some(reason) = flaw(baseline) {
        return not(reason);
    }
    if latest.period <= baseline.period {
        return match last_flaw(Some(baseline.period)) {
            Some(reason) => not(reason),
            None => Some(Status::BaselineOnly),
        };
    }
    if let Some(reason) = flaw(latest) {
        return not(reason);
    }
    if standing.change == Some(Change::Broken) {
        return not(Reason::Break);
    }
    if differs(baseline, latest) {
        return not(Reason::DefinitionDiffers);
    }
    None
}

/// The observations that rates and trend are read from: those that can be compared with the latest one, from the
/// baseline or the last break on, whichever comes later.
pub(super) fn window<'f>(line: &'f Line, standing: &Standing<'_>) -> Vec<&'f Observation> {
    let Some(latest) = standing.latest else { return Vec::new() };
    let until = || line.points.iter().filter(|point| point.period <= latest.period);
    let broken = until().rev().find(|point| point.status.has(Mark::Break)).map(|point| point.period);
    let from = broken.max(standing.baseline.map(|baseline| baseline.period));
    until()
        .filter(|point| from.is_none_or(|from| point.period >= from))
        .filter(|point| is_measured(point) && flaw(point).is_none() && !differs(point, latest))
        .collect()
}

/// The period of the last figure that was brought, be it published or withheld.
pub(super) fn delivered(line: &Line) -> Option<Period> {
    let brought = |point: &&Observation| {
        is_measured(point) || matches!(flaw(point), Some(Reason::Suppressed | Reason::Withheld | Reason::Unreliable))
    };
    line.points.iter().rev().find(brought).map(|point| point.period)
}

//! What the methods of others say, where the coalition has chosen them.

use super::{Comparison, Point, Status};
use crate::feed::Feed;
use crate::feed::records::Indicator;
use crate::feed::records::coalition::ComparisonMethod;
use crate::feed::records::indicator::{Target, UnitKind};
use crate::measure::aim::time_of;
use crate::measure::growth::{Cannot, Terms, growth};
use crate::measure::numbers::Way;
use crate::measure::percent_of_target::percent_of_target;

pub(super) fn comparisons(
    feed: &Feed,
    indicator: &Indicator,
    status: &Status,
    target: Option<&Target>,
    values: Option<(Point, Point)>,
) -> Vec<Comparison> {
    let chosen = feed.coalition.assessment.as_ref().map_or(&[][..], |assessment| &assessment.comparisons);
    // Both methods need a direction; a distance from a band is measured towards zero, where neither has an answer.
    let way = Way::of(indicator.direction).ok_or(Cannot::NoDirection);
    let comparable = match (way, status, values) {
        (Err(why), ..) => Err(why),
        (Ok(way), Status::Judged(_), Some((from, to))) => Ok((way, from, to)),
        (Ok(_), ..) => Err(Cannot::NotAssessed),
    };
    let growth_rates = |(way, from, to): (Way, Point, Point)| {
        let goal = target.map(|target| (target.value, time_of(target.by) - from.time));
        let (baseline, latest, years) = (from.value, to.value, to.time - from.time);
        growth(Terms { baseline, latest, years, goal, way, limit: limit(indicator, way) })
    };
    let share = |(_, _, to): (Way, Point, Point)| match target {
        Some(target) => percent_of_target(to.value, target.value),
        None => Err(Cannot::NoTarget),
    };
    chosen
        .iter()
        .map(|method| match method {
            ComparisonMethod::GrowthRate => Comparison::Growth(comparable.map(growth_rates)),
            ComparisonMethod::PercentOfTarget => Comparison::PercentOfTarget(comparable.and_then(share)),
        })
        .collect()
}

/// The value that cannot be passed in the wanted direction: the indicator's own limit, or what its unit implies.
fn limit(indicator: &Indicator, way: Way) -> Option<f64> {
    let own = indicator.limits.as_ref().and_then(|limits| match way {
        Way::Up => limits.max,
        Way::Down => limits.min,
    });
    let implied = match (way, indicator.unit.kind) {
        (Way::Up, UnitKind::Percent) => Some(100.0),
        _ => None,
    };
    own.or(implied)
}

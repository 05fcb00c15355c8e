//! Ways that lead from one step to the next: strategies, stages of a policy, handovers.

use std::collections::{HashMap, HashSet};

use super::super::{Check, shown};
use crate::feed::date::Date;
use crate::feed::finding::{Place, quoted};
use crate::feed::read::{Draft, Placed};
use crate::feed::records::Activity;
use crate::feed::records::budget::Point;
use crate::feed::rule::{Rule, Severity};

pub(super) fn check(draft: &Draft<'_, '_>, check: &mut Check<'_>) {
    rings(draft, check);
    for activity in &draft.activities {
        let stages = activity.record.stage_dates.iter().map(|stage| (stage.stage, stage.stage.wire(), stage.on));
        in_order(stages.collect(), |index| activity.at(&format!("stage_dates/{index}/on")), check);
        handovers(activity, check);
        for (index, location) in activity.record.locations.iter().enumerate() {
            point(location.point.as_ref(), |field| activity.at(&format!("locations/{index}/point/{field}")), check);
        }
    }
}

/// Strategies that lead back to themselves. One ring is one mistake.
fn rings(draft: &Draft<'_, '_>, check: &mut Check<'_>) {
    let next: HashMap<&str, Vec<&str>> = (draft.strategies.iter())
        .map(|one| (one.record.id.as_str(), one.record.leads_to.iter().map(|step| step.to.as_str()).collect()))
        .collect();
    let reached_from = |start: &str| -> HashSet<&str> {
        let mut reached = HashSet::new();
        let mut ahead: Vec<&str> = next.get(start).cloned().unwrap_or_default();
        while let Some(at) = ahead.pop() {
            if reached.insert(at) {
                ahead.extend(next.get(at).into_iter().flatten());
            }
        }
        reached
    };
    let mut told: HashSet<&str> = HashSet::new();
    for strategy in draft.strategies.iter().filter(|strategy| !strategy.record.leads_to.is_empty()) {
        let id = strategy.record.id.as_str();
        let reached = reached_from(id);
        if !reached.contains(id) || told.contains(id) {
            continue;
        }
        let back = |to: &str| to == id || reached_from(to).contains(id);
        let step = strategy.record.leads_to.iter().position(|step| back(step.to.as_str())).unwrap_or(0);
        check.report(
            Rule::Cycle,
            strategy.at(&format!("leads_to/{step}/to")),
            format!("The strategy {} leads back to itself.", quoted(id)),
            "Remove one of the steps in \"leads_to\" on the way round.",
        );
        told.extend(reached.into_iter().filter(|to| back(to)));
    }
}

/// Steps that have an order, each with its word and its first day: none begins before the one that precedes it.
pub(super) fn in_order<K: Ord + Copy>(
    steps: Vec<(K, &'static str, Date)>,
    place: impl Fn(usize) -> Place,
    check: &mut Check<'_>,
) {
    for (index, (kind, word, date)) in steps.iter().enumerate() {
        let before = steps.iter().filter(|(other, ..)| other < kind).max_by_key(|(_, _, other)| other.first());
        if let Some((_, other, since)) = before.filter(|(_, _, other)| date.last() < other.first()) {
            let message = format!("\"{word}\" begins in {date}, before \"{other}\", which comes first, in {since}.");
            check.report(Rule::StageOrder, place(index), message, "Correct one of the two dates.");
        }
    }
}

fn handovers(activity: &Placed<'_, '_, Activity>, check: &mut Check<'_>) {
    for (index, handover) in activity.record.handover.iter().enumerate() {
        if check.is_to_come(handover.on.first()) {
            check.report_as(
                Severity::Warning,
                Rule::FutureValue,
                activity.at(&format!("handover/{index}/on")),
                format!("It was handed over on {}, which lies in the future.", handover.on),
                "Correct the date; what is planned belongs in \"continuity\".",
            );
        }
    }
}

/// A point that lies on the Earth.
pub(super) fn point(point: Option<&Point>, place: impl Fn(&str) -> Place, check: &mut Check<'_>) {
    let Some(point) = point else { return };
    for (field, value, limit) in [("latitude", point.latitude, 90.0), ("longitude", point.longitude, 180.0)] {
        if value.abs() > limit {
            let message = format!("A {field} lies between -{limit} and {limit}; here stands {}.", shown(value));
            check.report(Rule::OutsideLimits, place(field), message, "Write degrees; the two may be swapped.");
        }
    }
}

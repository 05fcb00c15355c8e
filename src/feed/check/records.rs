//! Rules inside one record, and trees of records.

use std::collections::{HashMap, HashSet};

use super::{Check, shown};
use crate::feed::date::Date;
use crate::feed::finding::{Place, quoted};
use crate::feed::read::{Draft, Placed};
use crate::feed::records::activity::{Activity, ActivityKind, ActivityStatus, MilestoneState};
use crate::feed::records::coalition::Coalition;
use crate::feed::records::goal::GoalStatus;
use crate::feed::records::indicator::{Direction, Indicator, Level, Limits, UnitKind};
use crate::feed::records::update::UpdateKind;
use crate::feed::rule::Rule;

/// Deepest tree of goals: an aim, its results, their parts.
const MAX_GOAL_DEPTH: usize = 3;

pub(super) fn check(draft: &Draft<'_, '_>, check: &mut Check<'_>) {
    if let Some(coalition) = &draft.coalition {
        disclosure_limits(coalition, check);
    }
    for indicator in &draft.indicators {
        level(indicator, check);
        unit(indicator, check);
        range(indicator, check);
    }
    for activity in &draft.activities {
        activity_dates(activity, check);
        activity_kind(activity, check);
        milestones(activity, check);
    }
    for dimension in &draft.dimensions {
        let mut seen = HashSet::new();
        for (index, group) in dimension.record.groups.iter().enumerate() {
            if !seen.insert(group.id.as_str()) {
                let message = format!("Two groups of this dimension have the id {}.", quoted(group.id.as_str()));
                check.report(
                    Rule::BadId,
                    dimension.at(&format!("groups/{index}/id")),
                    message,
                    "Give one of the two another id.",
                );
            }
        }
    }
    for partner in &draft.partners {
        order(partner.record.joined, partner.record.left, "joined", "left", || partner.at("left"), check);
    }
    for event in &draft.events {
        let Some(end) = event.record.end else { continue };
        if end.is_end_before(event.record.start) {
            let message = format!("The event ends ({end}) before it begins ({}).", event.record.start);
            check.report(Rule::EndBeforeStart, event.at("end"), message, "Correct one of the two.");
        }
    }
    for goal in &draft.goals {
        if goal.record.status == GoalStatus::Retired && goal.record.retired_reason.is_none() {
            check.report(
                Rule::ReasonMissing,
                goal.at("status"),
                "The goal is retired, and nothing says why.",
                "Add \"retired_reason\".",
            );
        }
    }
    for update in &draft.updates {
        if update.record.kind == UpdateKind::Correction && update.record.correction.is_none() {
            check.report(
                Rule::MissingField,
                update.at("kind"),
                "A correction says what was wrong and what is right.",
                "Add \"correction\": {\"record\": …, \"was\": …, \"now\": …}.",
            );
        }
        if update.record.image.as_ref().is_some_and(|image| image.alt.is_none()) {
            check.report(
                Rule::AltMissing,
                update.at("image"),
                "The picture has no text for people who cannot see it.",
                "Add \"alt\": what the picture shows.",
            );
        }
    }
    sources(draft, check);
    trees(draft, check);
}

fn disclosure_limits(coalition: &Placed<'_, '_, Coalition>, check: &mut Check<'_>) {
    let disclosure = &coalition.record.disclosure;
    for (field, value, least) in
        [("min_count", disclosure.min_count, 10), ("min_denominator", disclosure.min_denominator, 30)]
    {
        if value < least {
            let message = format!("\"{field}\" is {value}; it can be raised above {least}, but not be lower.");
            check.report(
                Rule::OutsideLimits,
                coalition.at(&format!("disclosure/{field}")),
                message,
                format!("Write {least} or more."),
            );
        }
    }
}

fn level(indicator: &Placed<'_, '_, Indicator>, check: &mut Check<'_>) {
    let record = &indicator.record;
    let mut mixed =
        |field: &str, message: &str, fix: &str| check.report(Rule::LevelMixed, indicator.at(field), message, fix);
    match record.level {
        Level::Performance => {
            if record.activity.is_none() {
                mixed(
                    "level",
                    "A performance measure belongs to an activity.",
                    "Add \"activity\" and \"rba\", or write \"level\": \"population\".",
                );
            } else if record.rba.is_none() {
                mixed(
                    "level",
                    "A performance measure says which question it answers.",
                    "Add \"rba\": \"how_much\", \"how_well\" or \"better_off\".",
                );
            }
        }
        Level::Population => {
            if record.activity.is_some() {
                mixed(
                    "activity",
                    "Nobody alone answers for a population indicator, so it belongs to no activity.",
                    "Name the indicator in the activity's \"indicators\", or write \"level\": \"performance\".",
                );
            }
            if record.goals.is_empty() {
                mixed("level", "A population indicator speaks for at least one goal.", "Add \"goals\": [ … ].");
            }
        }
        Level::Process => {}
    }
}

fn unit(indicator: &Placed<'_, '_, Indicator>, check: &mut Check<'_>) {
    let unit = &indicator.record.unit;
    let mut incomplete = |field: &str, message: String, fix: &str| {
        check.report(Rule::UnitIncomplete, indicator.at(&format!("unit/{field}")), message, fix);
    };
    let needs = match unit.kind {
        UnitKind::Rate if unit.per.is_none() => {
            Some(("A rate says per how many.", "Add \"per\": \"1,000 residents\"."))
        }
        UnitKind::Currency if unit.currency.is_none() => {
            Some(("An amount of money has a currency.", "Add \"currency\": \"USD\"."))
        }
        UnitKind::Quantity if unit.name.is_none() => Some(("A quantity says of what.", "Add \"name\": \"tonnes\".")),
        _ => None,
    };
    if let Some((message, fix)) = needs {
        incomplete("kind", message.to_owned(), fix);
    }
    if unit.decimals > 3 {
        incomplete(
            "decimals",
            format!("{} decimals are more than anybody reads; 3 are the most.", unit.decimals),
            "Write 0, 1, 2 or 3.",
        );
    }
    for (field, value) in [("multiplier", unit.multiplier), ("per_size", unit.per_size)] {
        if let Some(value) = value.filter(|value| *value <= 0.0) {
            incomplete(field, format!("\"{field}\" is {}; it has to be above zero.", shown(value)), "Correct it.");
        }
    }
}

fn range(indicator: &Placed<'_, '_, Indicator>, check: &mut Check<'_>) {
    let record = &indicator.record;
    match (&record.range, record.direction) {
        (Some(range), _) if range.lo >= range.hi => {
            let message = format!("The wanted range goes from {} to {}.", shown(range.lo), shown(range.hi));
            check.report(
                Rule::RangeBounds,
                indicator.at("range"),
                message,
                "Write the low end in \"lo\" and the high end in \"hi\".",
            );
        }
        (None, Direction::Range) => {
            check.report(
                Rule::RangeBounds,
                indicator.at("direction"),
                "The direction is \"range\", but no range is given.",
                "Add \"range\": {\"lo\": …, \"hi\": …}.",
            );
        }
        _ => {}
    }
    if let Some(Limits { min: Some(min), max: Some(max) }) = &record.limits
        && min > max
    {
        let message = format!("The limits go from {} to {}.", shown(*min), shown(*max));
        check.report(
            Rule::RangeBounds,
            indicator.at("limits"),
            message,
            "Write the low end in \"min\" and the high end in \"max\".",
        );
    }
    if let Some(level) = record.interval_level.filter(|level| *level <= 0.0 || *level >= 1.0) {
        let message = format!("A confidence level lies between 0 and 1; here stands {}.", shown(level));
        check.report(Rule::OutsideLimits, indicator.at("interval_level"), message, "Write 0.95 for 95 percent.");
    }
}

/// Reports an end that lies wholly before its start; imprecise dates get the benefit of the doubt.
pub(super) fn order(
    start: Option<Date>,
    end: Option<Date>,
    start_name: &str,
    end_name: &str,
    place: impl Fn() -> Place,
    check: &mut Check<'_>,
) {
    if let (Some(start), Some(end)) = (start, end)
        && end.last() < start.first()
    {
        let message = format!("\"{end_name}\" ({end}) lies before \"{start_name}\" ({start}).");
        check.report(Rule::EndBeforeStart, place(), message, "Correct one of the two.");
    }
}

fn activity_dates(activity: &Placed<'_, '_, Activity>, check: &mut Check<'_>) {
    let record = &activity.record;
    order(record.start, record.end, "start", "end", || activity.at("end"), check);
    let stopped = matches!(record.status, ActivityStatus::Ended | ActivityStatus::Cancelled);
    if stopped && record.status_reason.is_none() {
        let message = format!("The activity is {}, and nothing says why.", record.status.wire());
        check.report(Rule::ReasonMissing, activity.at("status"), message, "Add \"status_reason\".");
    }
    for (index, resource) in record.resources.iter().enumerate() {
        let at = |field: &str| activity.at(&format!("resources/{index}/{field}"));
        if resource.amount < 0.0 {
            check.report(
                Rule::BelowZero,
                at("amount"),
                format!("An amount is not below zero; here stands {}.", shown(resource.amount)),
                "Correct it.",
            );
        }
        if resource.kind.wire() == "cash" && resource.currency.is_none() {
            check.report(
                Rule::UnitIncomplete,
                at("kind"),
                "An amount of money has a currency.",
                "Add \"currency\": \"USD\".",
            );
        }
    }
}

fn activity_kind(activity: &Placed<'_, '_, Activity>, check: &mut Check<'_>) {
    let record = &activity.record;
    let mut missing = |message: &str, fix: &str| check.report(Rule::MissingField, activity.at("kind"), message, fix);
    if record.kind == ActivityKind::PolicyChange && record.stage.is_none() {
        missing(
            "A policy change says how far it has come.",
            "Add \"stage\": \"proposed\", \"drafted\", \"adopted\", \"in_force\" or \"reviewed\".",
        );
    }
    if record.kind == ActivityKind::Pilot && record.hypothesis.is_none() {
        missing(
            "A pilot says what it is meant to find out, and when it is looked at again.",
            "Add \"hypothesis\" and \"review_on\".",
        );
    } else if record.kind == ActivityKind::Pilot && record.review_on.is_none() {
        missing("A pilot says when it is looked at again.", "Add \"review_on\".");
    }
}

fn milestones(activity: &Placed<'_, '_, Activity>, check: &mut Check<'_>) {
    let mut seen = HashMap::new();
    for (index, milestone) in activity.record.milestones.iter().enumerate() {
        let at = |field: &str| activity.at(&format!("milestones/{index}/{field}"));
        if let Some(other) = seen.insert(milestone.id.as_str(), index) {
            let message = format!(
                "Milestones {} and {} have the same id {}.",
                other + 1,
                index + 1,
                quoted(milestone.id.as_str())
            );
            check.report(Rule::BadId, at("id"), message, "Give one of the two another id.");
        }
        match milestone.done_on {
            Some(done) if check.is_to_come(done.first()) => {
                let message = format!("The milestone was done on {done}, which lies in the future.");
                check.report(
                    Rule::FutureValue,
                    at("done_on"),
                    message,
                    "Correct the date, or write \"state\": \"planned\" and leave it out.",
                );
            }
            None if milestone.state == MilestoneState::Done => {
                check.report(
                    Rule::MissingField,
                    at("state"),
                    "The milestone is done, but there is no date.",
                    "Add \"done_on\".",
                );
            }
            _ => {}
        }
    }
}

fn sources(draft: &Draft<'_, '_>, check: &mut Check<'_>) {
    let Some(coalition) = &draft.coalition else { return };
    let least = coalition.record.disclosure.min_count;
    for source in &draft.sources {
        let own = source.record.disclosure.as_ref().and_then(|disclosure| disclosure.min_count);
        if let Some(own) = own.filter(|own| *own < least) {
            let message = format!("A source can only be stricter than the coalition: {own} is below {least}.");
            check.report(
                Rule::OutsideLimits,
                source.at("disclosure/min_count"),
                message,
                format!("Write {least} or more, or leave it out."),
            );
        }
    }
}

fn trees(draft: &Draft<'_, '_>, check: &mut Check<'_>) {
    let goals: Vec<_> = draft
        .goals
        .iter()
        .map(|goal| (goal.record.id.as_str(), goal.record.parent.as_ref().map(|id| id.as_str())))
        .collect();
    for at in rings(&goals) {
        cycle(draft.goals[at].at("parent"), "goal", goals[at].0, check);
    }
    let above = parents(&goals);
    for (goal, (id, _)) in draft.goals.iter().zip(&goals) {
        // What hangs below a goal that is too deep moves up with it.
        if depth(id, &above) == Some(MAX_GOAL_DEPTH + 1) {
            let message = format!(
                "Goals are nested more than {MAX_GOAL_DEPTH} deep here, which is the most that people can follow."
            );
            check.report(Rule::TooLarge, goal.at("parent"), message, "Hang the goal higher up.");
        }
    }
    let places: Vec<_> = draft
        .geographies
        .iter()
        .map(|place| (place.record.id.as_str(), place.record.parent.as_ref().map(|id| id.as_str())))
        .collect();
    for at in rings(&places) {
        cycle(draft.geographies[at].at("parent"), "place", places[at].0, check);
    }
    let strategies: Vec<_> = draft
        .strategies
        .iter()
        .map(|strategy| (strategy.record.id.as_str(), strategy.record.parent.as_ref().map(|id| id.as_str())))
        .collect();
    for at in rings(&strategies) {
        cycle(draft.strategies[at].at("parent"), "strategy", strategies[at].0, check);
    }
}

fn cycle(place: Place, what: &str, id: &str, check: &mut Check<'_>) {
    let message = format!("The {what} {} contains itself, by way of its parents.", quoted(id));
    check.report(Rule::Cycle, place, message, "Remove one of the \"parent\" fields on the way round.");
}

fn parents<'d>(records: &[(&'d str, Option<&'d str>)]) -> HashMap<&'d str, &'d str> {
    records.iter().filter_map(|(id, parent)| Some((*id, (*parent)?))).collect()
}

/// The first record of each ring of parents: one ring is one mistake.
fn rings(records: &[(&str, Option<&str>)]) -> Vec<usize> {
    let above = parents(records);
    let (mut first, mut seen) = (Vec::new(), HashSet::new());
    for (at, (id, _)) in records.iter().enumerate() {
        if seen.contains(id) || depth(id, &above).is_some() {
            continue;
        }
        first.push(at);
        let mut member = *id;
        while seen.insert(member) {
            member = above.get(member).copied().unwrap_or(member);
        }
    }
    first
}

/// How many records lie between this one and its root, itself included; `None` if it is its own ancestor.
fn depth(id: &str, parents: &HashMap<&str, &str>) -> Option<usize> {
    let (mut at, mut steps) = (id, 1);
    while let Some(parent) = parents.get(at) {
        if *parent == id {
            return None;
        }
        at = parent;
        steps += 1;
        if steps > parents.len() + 1 {
            // A ring further up, which does not hold this record: it is reported at its own members.
            return Some(1);
        }
    }
    Some(steps)
}

//! Processes in which residents take part.

use std::collections::HashMap;

use chrono::Days;

use super::super::Check;
use super::super::records::order;
use super::{Around, not_yet};
use crate::feed::finding::quoted;
use crate::feed::read::{Draft, Placed};
use crate::feed::records::engagement::{ChannelKind, EngagementStatus, ParticipationLevel};
use crate::feed::records::{Dimension, Engagement};
use crate::feed::rule::Rule;
use crate::feed::text::did_you_mean;

pub(super) fn check(draft: &Draft<'_, '_>, around: &Around<'_>, check: &mut Check<'_>) {
    let dimensions: HashMap<&str, &Dimension> =
        draft.dimensions.iter().map(|dimension| (dimension.record.id.as_str(), &dimension.record)).collect();
    for engagement in &draft.engagements {
        promise(engagement, check);
        channels(engagement, check);
        days(engagement, check);
        people(engagement, &dimensions, around.least, check);
        if around.live {
            status(engagement, around, check);
        }
    }
}

fn promise(engagement: &Placed<'_, '_, Engagement>, check: &mut Check<'_>) {
    let record = &engagement.record;
    if record.level != ParticipationLevel::Inform && record.promise.is_none() {
        check.report(
            Rule::NothingPromised,
            engagement.at("level"),
            "Residents are asked here, and nothing says what they can count on.",
            "Add \"promise\": what will be done with what they say.",
        );
    }
    if record.status == EngagementStatus::Reported && record.outcome.is_none() {
        check.report(
            Rule::OutcomeMissing,
            engagement.at("status"),
            "The process is called reported, and nothing says what came of it.",
            "Add \"outcome\", or write \"closed\" until it is known.",
        );
    }
}

/// Only while something can be done about it.
fn channels(engagement: &Placed<'_, '_, Engagement>, check: &mut Check<'_>) {
    let record = &engagement.record;
    let offline = |kind| matches!(kind, ChannelKind::InPerson | ChannelKind::Phone | ChannelKind::Post);
    if record.status.is_ahead() && !record.channels.iter().any(|channel| offline(channel.kind)) {
        check.report(
            Rule::OnlineOnly,
            engagement.at("channels"),
            "Nobody can take part without the internet.",
            "Add a way that needs none: \"in_person\", \"phone\" or \"post\".",
        );
    }
}

fn days(engagement: &Placed<'_, '_, Engagement>, check: &mut Check<'_>) {
    let record = &engagement.record;
    order(record.opens, record.closes, "opens", "closes", || engagement.at("closes"), check);
    order(record.opens, record.reported_on, "opens", "reported_on", || engagement.at("reported_on"), check);
    not_yet(record.reported_on, "What came of it was reported", || engagement.at("reported_on"), check);
}

fn people(
    engagement: &Placed<'_, '_, Engagement>,
    dimensions: &HashMap<&str, &Dimension>,
    least: u32,
    check: &mut Check<'_>,
) {
    let record = &engagement.record;
    let mut small = |count: Option<u32>, path: &str, field: &str| {
        if let Some(count) = count.filter(|count| (1..least).contains(count)) {
            let message =
                format!("Only {count} people are counted here; counts from 1 to {} can point to a person.", least - 1);
            let fix = format!("Leave \"{field}\" out until there are more.");
            check.report(Rule::SmallCount, engagement.at(path), message, fix);
        }
    };
    small(record.participants, "participants", "participants");
    for (index, reach) in record.reach.iter().enumerate() {
        small(reach.count, &format!("reach/{index}/count"), "count");
    }
    for (index, reach) in record.reach.iter().enumerate() {
        let (dimension, group) = (reach.dimension.as_str(), reach.group.as_str());
        let Some(known) = dimensions.get(dimension) else { continue };
        let groups = || known.groups.iter().map(|group| group.id.as_str());
        if !groups().any(|known| known == group) {
            let meant = did_you_mean(group, groups());
            let message = format!("The dimension {} has no group {}.{meant}", quoted(dimension), quoted(group));
            let place = engagement.at(&format!("reach/{index}/group"));
            check.report(Rule::DeadReference, place, message, "Add the group to the dimension, or correct the name.");
        } else if let Some(rest) = the_rest(record, known, index).filter(|rest| (1..least).contains(rest)) {
            let message = format!(
                "The other groups leave {rest} of the {} people for this one, which can point to a person.",
                record.participants.unwrap_or(0)
            );
            let fix = "Leave out one more count, or \"participants\".";
            check.report(Rule::Recoverable, engagement.at(&format!("reach/{index}/group")), message, fix);
        }
    }
}

/// How many people a group without a count has, if that can be worked out: all others that make up everybody have one.
fn the_rest(record: &Engagement, dimension: &Dimension, index: usize) -> Option<u32> {
    let asked = record.reach.get(index).filter(|reach| reach.count.is_none())?;
    if !dimension.exhaustive {
        return None;
    }
    let mut rest = record.participants?;
    for group in dimension.groups.iter().filter(|group| group.id != asked.group) {
        let same = |id: &str| id == dimension.id.as_str();
        let reach = record.reach.iter().find(|reach| same(reach.dimension.as_str()) && reach.group == group.id)?;
        rest = rest.checked_sub(reach.count?)?;
    }
    Some(rest)
}

fn status(engagement: &Placed<'_, '_, Engagement>, around: &Around<'_>, check: &mut Check<'_>) {
    let record = &engagement.record;
    let today = check.today;
    let by = record.by.as_ref().map_or(String::new(), |by| format!(" {} runs it.", around.name(by.as_str())));
    let closed = record.closes.filter(|closes| closes.last() < today);
    let opened = record.opens.filter(|opens| opens.last() < today);
    let late = closed.and_then(|closes| closes.last().checked_add_days(Days::new(Engagement::REPORT_DAYS)));
    let (field, message, fix) = match (record.status, closed, opened) {
        (EngagementStatus::Open | EngagementStatus::Planned, Some(closes), _) => (
            "closes",
            format!("People could take part until {closes}, but it is still called {}.{by}", record.status.wire()),
            "Write \"closed\", or \"reported\" with \"outcome\"; or correct \"closes\".",
        ),
        (EngagementStatus::Planned, None, Some(opens)) => (
            "opens",
            format!("It was to open in {opens}, but is still called planned.{by}"),
            "Write \"open\", or a later day in \"opens\".",
        ),
        (EngagementStatus::Closed, Some(closes), _) if record.outcome.is_none() && late.is_some_and(|d| d < today) => (
            "closes",
            format!("It closed {closes}, and those who took part have not heard what came of it.{by}"),
            "Write what came of it in \"outcome\", and \"reported\".",
        ),
        _ => return,
    };
    check.report(Rule::EngagementPast, engagement.at(field), message, fix);
}

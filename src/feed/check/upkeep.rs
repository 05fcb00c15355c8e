//! What time brings: figures, targets, milestones, reviews and stories that somebody has to renew, and what rests on
//! records that are no longer kept.
//!
//! A sample owes nobody anything: its days are never late.

use std::collections::HashMap;

use chrono::Days;

use super::Check;
use super::leaves::Subject;
use crate::feed::due::due;
use crate::feed::finding::quoted;
use crate::feed::id::{Kind, PartnerId};
use crate::feed::read::{Draft, Placed};
use crate::feed::records::activity::{Activity, ActivityKind, ActivityStatus, MilestoneState};
use crate::feed::records::goal::GoalStatus;
use crate::feed::records::indicator::{Direction, Indicator, Phase};
use crate::feed::records::need::NeedState;
use crate::feed::records::partner::PartnerStatus;
use crate::feed::records::strategy::StrategyStatus;
use crate::feed::rule::Rule;
use crate::feed::series::{Row, SeriesDraft, Status};

/// Days after which a story is old.
const YEAR: u64 = 365;

pub(super) fn check(draft: &Draft<'_, '_>, records: &[Subject<'_>], check: &mut Check<'_>) {
    let partners = draft.partners.iter().map(|partner| (partner.record.id.as_str(), &partner.record.name));
    let groups = draft.workgroups.iter().map(|group| (group.record.id.as_str(), &group.record.title));
    let partners: HashMap<&str, &str> =
        partners.chain(groups).map(|(id, name)| (id, name.versions().next().unwrap_or_default())).collect();
    let name = |id: &str| quoted(partners.get(id).copied().unwrap_or(id));
    retired(draft, records, &name, check);
    if draft.coalition.as_ref().is_none_or(|coalition| coalition.record.sample) {
        return;
    }
    let series: HashMap<&str, &SeriesDraft<'_, '_>> =
        draft.series.iter().map(|series| (series.indicator.as_str(), series)).collect();
    for indicator in draft.indicators.iter().filter(|indicator| indicator.record.phase == Phase::Live) {
        let series = series.get(indicator.record.id.as_str()).copied();
        let latest = series.and_then(latest);
        if let (Some(series), Some(latest)) = (series, latest) {
            figure(indicator, series, latest, &name, check);
            story(draft, indicator, latest, &name, check);
        }
        target(indicator, &name, check);
    }
    for activity in &draft.activities {
        running(activity, &name, check);
    }
}

/// The latest observation that is more than an expectation. One that says why there is no value counts: somebody has
/// looked.
fn latest<'s>(series: &'s SeriesDraft<'_, '_>) -> Option<&'s Row> {
    let counts =
        |row: &&Row| !row.observation.status.has(Status::Forecast) && !row.observation.status.has(Status::NotDue);
    // Of several groups, everybody's, which stands first.
    series.rows.iter().rev().filter(counts).max_by_key(|row| row.observation.period)
}

fn figure(
    indicator: &Placed<'_, '_, Indicator>,
    series: &SeriesDraft<'_, '_>,
    latest: &Row,
    name: &dyn Fn(&str) -> String,
    check: &mut Check<'_>,
) {
    let Some(due) = due(&indicator.record, latest.observation.period).filter(|due| due.figure < check.today) else {
        return;
    };
    let more = if due.second < check.today { ", and the one after it too" } else { "" };
    let message = format!(
        "The last figure is for {}; the next was due on {}{more}. {} keeps it.",
        latest.observation.period,
        due.figure,
        name(indicator.record.steward.as_str())
    );
    check.report(
        Rule::LateFigure,
        series.place(latest, "period"),
        message,
        "Add it, or a line that says why there is none: \"missing\", or \"not_due\" if it comes later.",
    );
}

fn target(indicator: &Placed<'_, '_, Indicator>, name: &dyn Fn(&str) -> String, check: &mut Check<'_>) {
    let record = &indicator.record;
    let Some((index, last)) = record.targets.iter().enumerate().max_by_key(|(_, target)| target.by.last()) else {
        return;
    };
    if record.direction == Direction::Neither || last.by.last() >= check.today {
        return;
    }
    check.report(
        Rule::TargetPast,
        indicator.at(&format!("targets/{index}/by")),
        format!("The last target was for {}, and none follows. {} keeps it.", last.by, name(record.steward.as_str())),
        "Agree on the next target and add it to \"targets\", or write \"phase\": \"retired\".",
    );
}

fn story(
    draft: &Draft<'_, '_>,
    indicator: &Placed<'_, '_, Indicator>,
    latest: &Row,
    name: &dyn Fn(&str) -> String,
    check: &mut Check<'_>,
) {
    let id = &indicator.record.id;
    let headline = draft.coalition.as_ref().is_some_and(|one| one.record.headline_indicators.contains(id));
    let stories = draft.stories.iter().filter(|story| story.record.indicator == *id && headline);
    let Some(story) = stories.max_by_key(|story| story.record.as_of.last()) else { return };
    let told = story.record.as_of.last();
    let old = told.checked_add_days(Days::new(YEAR)).is_some_and(|day| day < check.today);
    let (period, end) = (latest.observation.period, latest.observation.period.bounds().1);
    if old && end > told {
        check.report(
            Rule::OldStory,
            story.at("as_of"),
            format!(
                "The newest story of this headline indicator is of {}, but there are figures up to {period}. {} keeps it.",
                story.record.as_of,
                name(indicator.record.steward.as_str())
            ),
            "Talk about the new figures, and add a story.",
        );
    }
}

fn running(activity: &Placed<'_, '_, Activity>, name: &dyn Fn(&str) -> String, check: &mut Check<'_>) {
    let record = &activity.record;
    let today = check.today;
    let lead = name(record.lead.as_str());
    if !matches!(record.status, ActivityStatus::Planned | ActivityStatus::Active | ActivityStatus::Paused) {
        return;
    }
    if let Some(end) = record.end.filter(|end| end.last() < today) {
        // Its milestones and its review are settled with it.
        return check.report(
            Rule::ActivityPastEnd,
            activity.at("end"),
            format!("The activity was to end in {end}, but is still called {}. {lead} leads it.", record.status.wire()),
            "Write \"status\": \"completed\", or correct \"end\".",
        );
    }
    for (index, milestone) in record.milestones.iter().enumerate() {
        let open = matches!(milestone.state, MilestoneState::Planned | MilestoneState::Doing);
        if open && milestone.due.last() < today {
            let title = quoted(milestone.title.versions().next().unwrap_or_default());
            check.report(
                Rule::MilestonePast,
                activity.at(&format!("milestones/{index}/due")),
                format!(
                    "The milestone {title} was due {}, but is still {}. {lead} leads it.",
                    milestone.due,
                    milestone.state.wire()
                ),
                "Write \"done\" with \"done_on\", \"late\" with a \"note\", or \"dropped\".",
            );
        }
    }
    let review = record.review_on.filter(|day| day.last() < today && record.kind == ActivityKind::Pilot);
    if let (Some(day), None) = (review, record.verdict) {
        check.report(
            Rule::ReviewPast,
            activity.at("review_on"),
            format!(
                "The pilot was to be looked at again in {day}, and nothing says what was decided. {lead} leads it."
            ),
            "Add \"verdict\": \"adopt\", \"adapt\" or \"stop\", or a later \"review_on\".",
        );
    }
}

/// Records that are retired, but still named by live ones: one finding for each of them. What is history stays as it was.
fn retired(draft: &Draft<'_, '_>, records: &[Subject<'_>], name: &dyn Fn(&str) -> String, check: &mut Check<'_>) {
    // A member of a work group may have gone.
    const HISTORY: [&str; 5] = ["forecasts", "resources", "assessment_override", "related", "members"];
    let (mut gone, mut keepers) = (Vec::new(), HashMap::new());
    for goal in &draft.goals {
        match goal.record.status {
            GoalStatus::Active => drop(keepers.insert(goal.record.id.as_str(), first(&goal.record.stewards))),
            GoalStatus::Retired => gone.push((goal.record.id.as_str(), "is retired", goal.at("status"))),
            GoalStatus::Achieved => {}
        }
    }
    for indicator in &draft.indicators {
        match indicator.record.phase {
            Phase::Retired => gone.push((indicator.record.id.as_str(), "is retired", indicator.at("phase"))),
            Phase::Live | Phase::Developmental => {
                keepers.insert(indicator.record.id.as_str(), indicator.record.steward.as_str());
            }
        }
    }
    for activity in &draft.activities {
        match activity.record.status {
            ActivityStatus::Ended | ActivityStatus::Cancelled => {
                gone.push((activity.record.id.as_str(), "has ended", activity.at("status")));
            }
            ActivityStatus::Planned | ActivityStatus::Active => {
                keepers.insert(activity.record.id.as_str(), activity.record.lead.as_str());
            }
            ActivityStatus::Idea | ActivityStatus::Paused | ActivityStatus::Completed => {}
        }
    }
    for partner in draft.partners.iter().filter(|partner| partner.record.status == PartnerStatus::Left) {
        gone.push((partner.record.id.as_str(), "has left", partner.at("status")));
    }
    if gone.is_empty() {
        return;
    }
    keepers.extend(together(draft));
    let strategies = draft.strategies.iter().filter(|one| one.record.status != StrategyStatus::Ended);
    keepers.extend(strategies.map(|strategy| (strategy.record.id.as_str(), "")));
    let mut naming: HashMap<&str, Vec<&Subject<'_>>> = HashMap::new();
    for record in records.iter().filter(|record| record.kind.is_none() || keepers.contains_key(record.id)) {
        let history = |path: &str| path.split('/').next().is_some_and(|field| HISTORY.contains(&field));
        let others = record.leaves.ids.iter().filter(|(path, id)| path != "id" && !history(path) && id != record.id);
        let mut ids: Vec<&str> = others.map(|(_, id)| id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        ids.into_iter().for_each(|id| naming.entry(id).or_default().push(record));
    }
    for (id, how, place) in gone {
        let Some(live) = naming.get(id) else { continue };
        let Some(one) = live.first() else { continue };
        let keeper = keepers.get(one.id).copied().filter(|keeper| !keeper.is_empty() && *keeper != id);
        let keeper = keeper.map_or(String::new(), |keeper| format!(" of {}", name(keeper)));
        let kind = one.kind.map_or("coalition", Kind::wire);
        let message = match live.len() {
            1 => format!("\"{id}\" {how}, but the live {kind} \"{}\"{keeper} still names it.", one.id),
            more => format!(
                "\"{id}\" {how}, but {more} live records still name it; first the {kind} \"{}\"{keeper}.",
                one.id
            ),
        };
        let fix = "Name another record there, take the reference out, or correct what stands here.";
        check.report(Rule::RetiredInUse, place, message, fix);
    }
}

/// What people do together now, with who answers for it.
fn together<'d>(draft: &'d Draft<'_, '_>) -> Vec<(&'d str, &'d str)> {
    let groups = draft.workgroups.iter().map(|group| (group.record.id.as_str(), first(&group.record.chairs)));
    let promises = draft.commitments.iter().map(|one| &one.record).filter(|one| one.state.is_open());
    let promises = promises.map(|one| (one.id.as_str(), one.by.as_str()));
    let asked = draft.engagements.iter().map(|one| &one.record).filter(|one| one.status.is_ahead());
    let asked = asked.map(|one| (one.id.as_str(), one.by.as_ref().map_or("", |by| by.as_str())));
    let needs = draft.needs.iter().map(|one| &one.record).filter(|one| one.state == NeedState::Open);
    let needs = needs.map(|one| (one.id.as_str(), one.by.as_str()));
    groups.chain(promises).chain(asked).chain(needs).collect()
}

fn first(stewards: &[PartnerId]) -> &str {
    stewards.first().map_or("", |id| id.as_str())
}

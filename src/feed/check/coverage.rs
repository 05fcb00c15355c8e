//! Goals that nothing measures or serves, partners without a part, and lists that nobody can read.

use std::collections::{HashMap, HashSet};

use super::Check;
use super::leaves::Subject;
use crate::feed::finding::quoted;
use crate::feed::id::Kind;
use crate::feed::read::Draft;
use crate::feed::records::activity::ActivityStatus;
use crate::feed::records::goal::GoalStatus;
use crate::feed::records::indicator::{Level, Phase};
use crate::feed::records::partner::PartnerStatus;
use crate::feed::rule::Rule;

/// Most indicators that stand first.
const MAX_HEADLINES: usize = 12;

/// Most live indicators of a goal.
const MAX_OF_A_GOAL: usize = 15;

/// `whole` says that every record could be read: what is missing may else stand in one that could not.
pub(super) fn check(draft: &Draft<'_, '_>, records: &[Subject<'_>], whole: bool, check: &mut Check<'_>) {
    headlines(draft, check);
    if !whole {
        return;
    }
    goals(draft, check);
    partners(draft, records, check);
}

fn headlines(draft: &Draft<'_, '_>, check: &mut Check<'_>) {
    let Some(coalition) = &draft.coalition else { return };
    let count = coalition.record.headline_indicators.len();
    if count > MAX_HEADLINES {
        check.report(
            Rule::TooManyIndicators,
            coalition.at(&format!("headline_indicators/{MAX_HEADLINES}")),
            format!(
                "{count} indicators stand first; more than {MAX_HEADLINES} are no longer read as the few that count."
            ),
            format!("Choose at most {MAX_HEADLINES}."),
        );
    }
}

fn goals(draft: &Draft<'_, '_>, check: &mut Check<'_>) {
    let live = || draft.indicators.iter().filter(|indicator| indicator.record.phase == Phase::Live);
    let mut measures: HashMap<&str, usize> = HashMap::new();
    for goal in live().flat_map(|indicator| &indicator.record.goals) {
        *measures.entry(goal.as_str()).or_default() += 1;
    }
    // An indicator that has lost its goals, which is reported, may be the one that is missed here.
    let lost = live().any(|one| one.record.level == Level::Population && one.record.goals.is_empty());
    let serves = |status| matches!(status, ActivityStatus::Planned | ActivityStatus::Active | ActivityStatus::Paused);
    let served: HashSet<&str> = (draft.activities.iter().filter(|activity| serves(activity.record.status)))
        .flat_map(|activity| activity.record.goals.iter().map(|goal| goal.as_str()))
        .collect();
    let parents: HashMap<&str, &str> = (draft.goals.iter())
        .filter_map(|goal| Some((goal.record.id.as_str(), goal.record.parent.as_ref()?.as_str())))
        .collect();
    // A long-term aim is measured and served through the results that serve it.
    let through = |direct: &dyn Fn(&str) -> bool| -> HashSet<&str> {
        let mut reached = HashSet::new();
        for goal in draft.goals.iter().map(|goal| goal.record.id.as_str()).filter(|goal| direct(goal)) {
            let mut next = Some(goal);
            while let Some(goal) = next.filter(|goal| reached.insert(*goal)) {
                next = parents.get(goal).copied();
            }
        }
        reached
    };
    let measured = through(&|goal| measures.contains_key(goal));
    let worked_on = through(&|goal| served.contains(goal));
    for goal in &draft.goals {
        let (id, title) = (goal.record.id.as_str(), goal.record.title.versions().next().unwrap_or_default());
        let count = measures.get(id).copied().unwrap_or(0);
        if count > MAX_OF_A_GOAL {
            check.report(
                Rule::TooManyIndicators,
                goal.at("title"),
                format!(
                    "The goal {} has {count} live indicators; nobody follows more than {MAX_OF_A_GOAL}.",
                    quoted(title)
                ),
                "Keep those that say most, or divide the goal into parts.",
            );
        }
        if goal.record.status != GoalStatus::Active {
            continue;
        }
        if !measured.contains(id) && !lost {
            check.report(
                Rule::GoalUnmeasured,
                goal.at("title"),
                format!("The goal {} has no live indicator, so nobody can see how it is going.", quoted(title)),
                format!("Add \"{id}\" to the goals of an indicator."),
            );
        }
        // A feed without any activity is a list of figures and does not mean to say who does what.
        if !worked_on.contains(id) && !draft.activities.is_empty() {
            check.report(
                Rule::GoalWithoutActivity,
                goal.at("title"),
                format!("No running or planned activity serves the goal {}.", quoted(title)),
                format!("Add \"{id}\" to the goals of an activity."),
            );
        }
    }
}

fn partners(draft: &Draft<'_, '_>, records: &[Subject<'_>], check: &mut Check<'_>) {
    let named: HashSet<&str> = (records.iter().filter(|record| record.kind != Some(Kind::Partner)))
        .flat_map(|record| record.leaves.ids.iter().map(|(_, id)| id.as_str()))
        .collect();
    for partner in &draft.partners {
        let record = &partner.record;
        let idle = record.status == PartnerStatus::Active && record.commits_to.is_none();
        if idle && !named.contains(record.id.as_str()) {
            let name = quoted(record.name.versions().next().unwrap_or_default());
            check.report(
                Rule::IdlePartner,
                partner.at("name"),
                format!("The partner {name} is listed, but has no part in any activity, indicator, goal or story."),
                "Name it where it takes part, say in \"commits_to\" what it will do, or write \"status\": \"paused\".",
            );
        }
    }
}

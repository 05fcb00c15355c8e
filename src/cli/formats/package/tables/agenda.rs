//! Tables about the agenda and who works on it: goals, strategies, partners, activities, work groups.

use super::super::cells::Of;
use super::{Pairs, Table, links, pairs, words};
use crate::feed::records::activity::{ActivityKind, ActivityStatus};
use crate::feed::records::goal::{GoalKind, GoalStatus};
use crate::feed::records::partner::{PartnerKind, PartnerStatus};
use crate::feed::records::strategy::{StrategyKind, StrategyStatus};
use crate::feed::records::workgroup::{DecisionRule, WorkGroupKind};
use crate::feed::records::{Activity, Goal, Partner, Strategy, WorkGroup};
use crate::present::Context;

pub(super) fn tables(context: &Context<'_>) -> Vec<Table> {
    let feed = context.feed;
    let activity = ("activity", "activities");
    let roles: Pairs = feed
        .activities
        .iter()
        .flat_map(|one| {
            let lead = std::iter::once((one.id.to_string(), one.lead.to_string(), "lead"));
            lead.chain(one.partners.iter().map(|role| (one.id.to_string(), role.partner.to_string(), role.role.wire())))
        })
        .collect();
    vec![
        goals(context),
        strategies(context),
        links(
            context,
            "strategy_goals",
            "Which goals a strategy serves",
            ("strategy", "strategies"),
            ("goal", "goals"),
            &pairs(&feed.strategies, |one| Box::new(one.goals.iter())),
        ),
        partners(context),
        activities(context),
        links(
            context,
            "activity_goals",
            "Which goals an activity serves",
            activity,
            ("goal", "goals"),
            &pairs(&feed.activities, |one| Box::new(one.goals.iter())),
        ),
        links(
            context,
            "activity_indicators",
            "Which indicators an activity hopes to move: a claim of contribution, not of cause",
            activity,
            ("indicator", "indicators"),
            &pairs(&feed.activities, |one| Box::new(one.indicators.iter())),
        ),
        Of::<(String, String, &'static str)>::new(context)
            .id("activity", "An id of activities.", |row| row.0.clone())
            .id("partner", "An id of partners.", |row| row.1.clone())
            .id("role", "lead, deliver, design, fund, host, measure, advise or refer.", |row| row.2.to_owned())
            .rows("activity_partners", "Who does what in an activity", &roles)
            .refers("activity", "activities")
            .refers("partner", "partners"),
        workgroups(context),
        links(
            context,
            "workgroup_members",
            "Who belongs to a work group",
            ("workgroup", "workgroups"),
            ("partner", "partners"),
            &pairs(&feed.workgroups, |one| Box::new(one.members.iter().map(|member| &member.partner))),
        ),
    ]
}

fn goals(context: &Context<'_>) -> Table {
    Of::<Goal>::new(context)
        .id("id", "Its name in addresses and references.", |one| one.id.to_string())
        .text("title", "What will be true.", |one| Some(&one.title))
        .text("summary", "In one or two plain sentences.", |one| Some(&one.plain_summary))
        .word("kind", "The one long-term aim, or a result that serves it.", words!(GoalKind), |one| {
            Some(one.kind.wire())
        })
        .code("parent", "The goal that this one serves.", |one| one.parent.as_ref().map(ToString::to_string))
        .text("theme", "A word to group by.", |one| one.theme.as_ref())
        .word("status", "Whether it is still pursued.", words!(GoalStatus), |one| Some(one.status.wire()))
        .rows("goals", "The common agenda", &context.feed.goals)
        .key(&["id"])
        .refers("parent", "goals")
}

fn strategies(context: &Context<'_>) -> Table {
    Of::<Strategy>::new(context)
        .id("id", "Its name in addresses and references.", |one| one.id.to_string())
        .text("title", "What is done, in a few words.", |one| Some(&one.title))
        .text("summary", "In one or two plain sentences.", |one| Some(&one.plain_summary))
        .word("kind", "What kind of change it aims at.", words!(StrategyKind), |one| Some(one.kind.wire()))
        .code("parent", "The strategy it is a part of.", |one| one.parent.as_ref().map(ToString::to_string))
        .word("status", "Whether it is pursued.", words!(StrategyStatus), |one| Some(one.status.wire()))
        .rows("strategies", "How activities are meant to reach goals", &context.feed.strategies)
        .key(&["id"])
        .refers("parent", "strategies")
}

fn partners(context: &Context<'_>) -> Table {
    Of::<Partner>::new(context)
        .id("id", "Its name in addresses and references.", |one| one.id.to_string())
        .text("name", "What it is called.", |one| Some(&one.name))
        .word("kind", "What kind of body it is.", words!(PartnerKind), |one| Some(one.kind.wire()))
        .text("summary", "In one or two plain sentences.", |one| Some(&one.plain_summary))
        .code("roles", "What it does in the coalition, with blanks between words.", |one| {
            Some(one.roles.iter().map(|role| role.wire()).collect::<Vec<_>>().join(" "))
        })
        .flag("resident_led", "Whether residents lead it.", |one| one.resident_led)
        .date("joined", "When it joined.", |one| one.joined)
        .date("left", "When it left.", |one| one.left)
        .link("website", "Its own site.", |one| {
            one.website.as_ref().filter(|url| url.leaves_site()).map(|url| url.as_str().to_owned())
        })
        .word("status", "Whether it is still a partner.", words!(PartnerStatus), |one| Some(one.status.wire()))
        .rows("partners", "Who works together", &context.feed.partners)
        .key(&["id"])
}

fn activities(context: &Context<'_>) -> Table {
    let serves = |one: &Activity| one.serves.as_ref().map(|serves| (serves.planned, serves.reached));
    Of::<Activity>::new(context)
        .id("id", "Its name in addresses and references.", |one| one.id.to_string())
        .text("title", "What it is called.", |one| Some(&one.title))
        .text("summary", "In one or two plain sentences.", |one| Some(&one.plain_summary))
        .word("kind", "What kind of work it is.", words!(ActivityKind), |one| Some(one.kind.wire()))
        .word("status", "Whether it is running.", words!(ActivityStatus), |one| Some(one.status.wire()))
        .text("status_reason", "Why it ended or was cancelled.", |one| one.status_reason.as_ref())
        .date("start", "When it began or will begin.", |one| one.start)
        .date("end", "When it ended or will end.", |one| one.end)
        .code("lead", "Who answers for it: an id of partners.", |one| Some(one.lead.to_string()))
        .whole("people_planned", "How many people were to be reached.", move |one| serves(one)?.0)
        .whole("people_reached", "How many people were reached.", move |one| serves(one)?.1)
        .rows("activities", "What partners do", &context.feed.activities)
        .key(&["id"])
        .refers("lead", "partners")
}

fn workgroups(context: &Context<'_>) -> Table {
    Of::<WorkGroup>::new(context)
        .id("id", "Its name in references.", |one| one.id.to_string())
        .text("title", "What it is called.", |one| Some(&one.title))
        .text("purpose", "What it is for.", |one| Some(&one.purpose))
        .word("kind", "What kind of table it is.", words!(WorkGroupKind), |one| Some(one.kind.wire()))
        .word("decision_rule", "How it decides.", words!(DecisionRule), |one| Some(one.decision_rule.wire()))
        .flag("public", "Whether anybody may listen.", |one| one.public)
        .rows("workgroups", "Tables at which partners work and decide", &context.feed.workgroups)
        .key(&["id"])
}

//! From activity through strategy and indicator to goal: as a list that is complete, and as a picture.

use crate::chart::strategy_map::{EdgeIn, Step, StrategyMap, strategy_map};
use crate::feed::records::strategy::{EvidenceLevel, LeadsTo, Strength};
use crate::feed::records::{Activity, Goal, Indicator, Strategy};
use crate::present::activities::is_going;
use crate::present::{Context, Link, Phrase, record};
use crate::routes::Page;
use crate::words::say;

/// A goal and the strategies that serve it.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalMap {
    /// `None` for strategies of goals that are no longer pursued.
    pub goal: Option<Link>,
    pub title: String,
    pub strategies: Vec<StrategyEntry>,
    /// What is done for the goal without a strategy.
    pub without: Vec<Link>,
    pub without_label: String,
    /// Said if no strategy serves the goal.
    pub none: Option<String>,
    pub picture: Option<StrategyMap>,
    /// What opens the picture, and what it is for those who cannot see it.
    pub draw: String,
    pub desc: String,
    /// Said if there is too much for a picture.
    pub too_much: Option<String>,
}

/// A strategy in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct StrategyEntry {
    /// Its place on the page; only where it stands first.
    pub id: Option<String>,
    pub title: Phrase,
    pub summary: Phrase,
    /// "Proof so far: strong. Low cost."
    pub evidence: String,
    pub evidence_says: Option<Phrase>,
    /// What it is meant to bring about, and how well that is proven.
    pub leads_to: Vec<(Link, String)>,
    pub activities: Vec<Link>,
    pub no_activities: Option<String>,
    /// Measures that its activities hope to move.
    pub measures: Vec<Link>,
}

pub(super) fn maps(context: &Context<'_>) -> Vec<GoalMap> {
    let words = context.words;
    if context.feed.strategies.is_empty() {
        return Vec::new();
    }
    let mut placed: Vec<&str> = Vec::new();
    let goals = crate::present::goal::active(context);
    let mut maps: Vec<GoalMap> = goals.iter().map(|goal| of_goal(context, goal, &mut placed)).collect();
    let rest: Vec<&Strategy> = (context.feed.strategies.iter())
        .filter(|strategy| !goals.iter().any(|goal| strategy.goals.contains(&goal.id)))
        .collect();
    if !rest.is_empty() {
        let strategies = rest.iter().map(|one| entry(context, one, None, &mut placed)).collect();
        maps.push(GoalMap {
            goal: None,
            title: say!(words, "map-other-goals"),
            strategies,
            without: Vec::new(),
            without_label: String::new(),
            none: None,
            picture: None,
            draw: String::new(),
            desc: String::new(),
            too_much: None,
        });
    }
    maps
}

fn of_goal<'a>(context: &Context<'a>, goal: &'a Goal, placed: &mut Vec<&'a str>) -> GoalMap {
    let words = context.words;
    let feed = context.feed;
    let strategies: Vec<&Strategy> = feed.strategies.iter().filter(|one| one.goals.contains(&goal.id)).collect();
    let going: Vec<&Activity> = feed.activities_of(&goal.id).filter(|activity| is_going(activity)).collect();
    let follows = |activity: &Activity| strategies.iter().any(|one| activity.strategies.contains(&one.id));
    let without: Vec<Link> =
        going.iter().filter(|activity| !follows(activity)).map(|activity| activity_link(context, activity)).collect();
    let title = context.plain(&goal.title);
    let wanted = !strategies.is_empty();
    let picture = wanted.then(|| picture(context, goal, &strategies, &going)).flatten();
    GoalMap {
        goal: record::link(context, goal.id.as_str()),
        none: strategies.is_empty().then(|| say!(words, "map-no-strategy")),
        too_much: (wanted && picture.is_none()).then(|| say!(words, "map-too-much")),
        strategies: strategies.iter().map(|one| entry(context, one, Some(goal), placed)).collect(),
        without_label: say!(words, "map-without", n = without.len()),
        without,
        draw: say!(words, "map-draw", goal = &title),
        desc: say!(words, "map-desc", goal = &title, n = strategies.len(), activities = going.len()),
        picture,
        title,
    }
}

fn activity_link(context: &Context<'_>, activity: &Activity) -> Link {
    context.link(&activity.title, &Page::Activity(activity.id.to_string()))
}

/// What is done after a strategy: for this goal, or for any.
fn done<'a>(context: &Context<'a>, strategy: &Strategy, goal: Option<&Goal>) -> Vec<&'a Activity> {
    let meant = |activity: &&Activity| {
        is_going(activity)
            && activity.strategies.contains(&strategy.id)
            && goal.is_none_or(|goal| activity.goals.contains(&goal.id))
    };
    context.feed.activities.iter().filter(meant).collect()
}

fn entry<'a>(
    context: &Context<'a>,
    strategy: &'a Strategy,
    goal: Option<&Goal>,
    placed: &mut Vec<&'a str>,
) -> StrategyEntry {
    let words = context.words;
    let id = strategy.id.as_str();
    let first = !placed.contains(&id);
    if first {
        placed.push(id);
    }
    let activities = done(context, strategy, goal);
    let hopes = |indicator: &&Indicator| activities.iter().any(|activity| activity.indicators.contains(&indicator.id));
    let measures = context.feed.indicators.iter().filter(hopes);
    let level = say!(
        words,
        match strategy.evidence.as_ref().map(|evidence| evidence.level) {
            Some(EvidenceLevel::Strong) => "evidence-strong",
            Some(EvidenceLevel::Promising) => "evidence-promising",
            Some(EvidenceLevel::Mixed) => "evidence-mixed",
            Some(EvidenceLevel::Emerging) => "evidence-emerging",
            Some(EvidenceLevel::NoneYet) => "evidence-none-yet",
            None => "map-evidence-unsaid",
        }
    );
    StrategyEntry {
        id: first.then(|| id.to_owned()),
        title: context.text(&strategy.title),
        summary: context.text(&strategy.plain_summary),
        evidence: level,
        evidence_says: (strategy.evidence.as_ref())
            .and_then(|evidence| evidence.summary.as_ref())
            .map(|text| context.text(text)),
        leads_to: strategy.leads_to.iter().filter_map(|step| leads_to(context, step)).collect(),
        no_activities: activities.is_empty().then(|| say!(words, "map-no-activity")),
        measures: measures.filter_map(|one| record::link(context, one.id.as_str())).collect(),
        activities: activities.into_iter().map(|activity| activity_link(context, activity)).collect(),
    }
}

fn leads_to(context: &Context<'_>, step: &LeadsTo) -> Option<(Link, String)> {
    let words = context.words;
    let strength = say!(
        words,
        match step.strength {
            Strength::Strong => "map-strength-strong",
            Strength::Supported => "map-strength-supported",
            Strength::Assumed => "map-strength-assumed",
        }
    );
    let says = match &step.note {
        Some(note) => say!(words, "map-strength-note", strength = strength, note = context.plain(note)),
        None => strength,
    };
    Some((record::link(context, step.to.as_str())?, says))
}

/// The picture of one goal. Steps that the feed states are drawn by their strength; what only belongs together by its
/// activities is drawn apart from them.
fn picture(context: &Context<'_>, goal: &Goal, strategies: &[&Strategy], going: &[&Activity]) -> Option<StrategyMap> {
    let feed = context.feed;
    let activities: Vec<&Activity> = (going.iter())
        .filter(|activity| strategies.iter().any(|one| activity.strategies.contains(&one.id)))
        .copied()
        .collect();
    let leads = |strategy: &Strategy, id: &str| strategy.leads_to.iter().any(|step| step.to.as_str() == id);
    let indicators: Vec<&Indicator> = (feed.indicators.iter())
        .filter(|one| {
            let hoped = activities.iter().any(|activity| activity.indicators.contains(&one.id));
            strategies.iter().any(|strategy| leads(strategy, one.id.as_str())) || hoped && one.goals.contains(&goal.id)
        })
        .collect();
    let mut edges: Vec<EdgeIn> = Vec::new();
    for (at, activity) in activities.iter().enumerate() {
        for (to, _) in strategies.iter().enumerate().filter(|(_, one)| activity.strategies.contains(&one.id)) {
            edges.push(EdgeIn { from: (0, at), to: (1, to), step: Step::Belongs });
        }
    }
    for (at, strategy) in strategies.iter().enumerate() {
        let before = edges.len();
        for step in &strategy.leads_to {
            let id = step.to.as_str();
            let indicator = indicators.iter().position(|one| one.id.as_str() == id).map(|to| (2, to));
            let other = strategies.iter().position(|one| one.id.as_str() == id).map(|to| (1, to));
            let whole = (goal.id.as_str() == id).then_some((3, 0));
            let Some(to) = indicator.or(other).or(whole) else { continue };
            let step = match step.strength {
                Strength::Strong => Step::Strong,
                Strength::Supported => Step::Supported,
                Strength::Assumed => Step::Assumed,
            };
            edges.push(EdgeIn { from: (1, at), to, step });
        }
        let stated = edges.len() > before;
        let hoped = |one: &Indicator| {
            activities.iter().any(|act| act.strategies.contains(&strategy.id) && act.indicators.contains(&one.id))
        };
        let mut reaches = stated;
        for (to, one) in indicators.iter().enumerate() {
            if hoped(one) && !leads(strategy, one.id.as_str()) {
                edges.push(EdgeIn { from: (1, at), to: (2, to), step: Step::Belongs });
                reaches = true;
            }
        }
        if !reaches {
            edges.push(EdgeIn { from: (1, at), to: (3, 0), step: Step::Belongs });
        }
    }
    for (at, _) in indicators.iter().enumerate().filter(|(_, one)| one.goals.contains(&goal.id)) {
        edges.push(EdgeIn { from: (2, at), to: (3, 0), step: Step::Belongs });
    }
    let texts = [
        activities.iter().map(|one| context.plain(&one.title)).collect(),
        strategies.iter().map(|one| context.plain(&one.title)).collect(),
        indicators.iter().map(|one| context.plain(&one.title)).collect(),
        vec![context.plain(&goal.title)],
    ];
    strategy_map(&texts, &edges)
}

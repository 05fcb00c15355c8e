//! A goal: as a section of the overview, and as a page.

use super::list::MOST_AMONG;
use super::overview::{is_pursued, rank};
use super::row::MeasureRow;
use super::share::{Framed, Share};
use super::stand::Stand;
use super::together::{Together, together};
use super::{Context, Head, Link, Phrase};
use crate::chart::spark::SparkSize;
use crate::feed::records::goal::{GoalKind, GoalStatus};
use crate::feed::records::indicator::Level;
use crate::feed::records::{Goal, Indicator, SetBy};
use crate::routes::{Page, Query};
use crate::sorted::{sort_by, sort_by_key};
use crate::words::say;

/// A goal and its indicators.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalSection {
    pub id: String,
    /// Its number on the page, from 1.
    pub number: usize,
    pub north_star: Option<String>,
    pub title: Link,
    pub summary: Phrase,
    /// Who set it.
    pub set_by: Option<String>,
    /// Who answers for it, or the gap that nobody does.
    pub kept_by: Result<String, String>,
    pub rows: Vec<MeasureRow>,
    /// Said if nothing measures the goal.
    pub unmeasured: Option<String>,
    /// To all of the goal's measures, if it has more than stand here.
    pub more: Option<Link>,
}

/// The page of a goal.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalPage {
    pub head: Head,
    pub crumbs: Vec<Link>,
    /// To the sheet of paper and to the slides.
    pub meeting: Vec<Link>,
    pub section: GoalSection,
    /// How the measures of the population stand.
    pub stand: Option<Stand>,
    /// Set if the goal is no longer pursued.
    pub status: Option<String>,
    pub parent: Option<Link>,
    pub parts: Vec<Link>,
    pub strategies: Vec<StrategyNote>,
    pub activities: Vec<Link>,
    /// To all of them, if there are more.
    pub more_activities: Option<Link>,
    pub performance: Vec<MeasureRow>,
    /// To all measures of what is done, if there are more of this goal.
    pub more_performance: Option<Link>,
    /// What was promised, asked and heard about it.
    pub together: Together,
    pub share: Option<Share>,
}

/// A strategy in short.
#[derive(Clone, Debug, PartialEq)]
pub struct StrategyNote {
    pub title: Phrase,
    pub summary: Phrase,
    pub evidence: Option<String>,
}

/// The goals that are pursued: north stars first, then by their order.
pub fn active<'a>(context: &Context<'a>) -> Vec<&'a Goal> {
    let mut goals: Vec<_> = context.feed.goals.iter().filter(|goal| is_pursued(goal.status)).collect();
    sort_by(&mut goals, |a, b| {
        let key = |goal: &Goal| (rank(goal.kind), goal.order.unwrap_or(f64::MAX));
        key(a).partial_cmp(&key(b)).unwrap_or(std::cmp::Ordering::Equal)
    });
    goals
}

/// The goals that a list can be narrowed down to, and how many of them are offered: those that are pursued. Others have
/// pages too, which link to their part of the list.
pub(super) fn choices<'a>(context: &Context<'a>) -> (Vec<(Phrase, &'a str)>, usize) {
    let mut goals = active(context);
    let offered = goals.len();
    goals.extend(context.feed.goals.iter().filter(|goal| !is_pursued(goal.status)));
    (goals.into_iter().map(|goal| (context.text(&goal.title), goal.id.as_str())).collect(), offered)
}

/// The measures that speak for a goal: how a programme does is asked on the programme's page.
pub(super) fn measures_of<'a>(context: &Context<'a>, goal: &'a Goal) -> Vec<&'a Indicator> {
    context.feed.indicators_of(&goal.id).filter(|indicator| indicator.level != Level::Performance).collect()
}

/// The measures of what is done for a goal.
pub(super) fn performance_of<'a>(context: &Context<'a>, goal: &'a Goal) -> Vec<&'a Indicator> {
    let of_goal = |indicator: &&Indicator| {
        let activity = indicator.activity.as_ref().and_then(|id| context.feed.activity(id));
        indicator.level == Level::Performance && activity.is_some_and(|activity| activity.goals.contains(&goal.id))
    };
    context.feed.indicators.iter().filter(of_goal).collect()
}

/// So many of a goal's measures at most, and how many there are: those that the coalition names first before the others.
pub(super) fn first_of<'a>(context: &Context<'a>, goal: &'a Goal, most: usize) -> (Vec<&'a Indicator>, usize) {
    let mut measures = measures_of(context, goal);
    let all = measures.len();
    if all > most {
        let headline = &context.feed.coalition.headline_indicators;
        sort_by_key(&mut measures, |indicator| !headline.contains(&indicator.id));
        measures.truncate(most);
    }
    (measures, all)
}

/// A goal as a section, with so many of its measures at most.
pub fn goal_section(context: &Context<'_>, goal: &Goal, number: usize, most: usize) -> GoalSection {
    let words = context.words;
    let (measures, all) = first_of(context, goal, most);
    let rows: Vec<_> = measures
        .into_iter()
        .enumerate()
        .map(|(at, indicator)| {
            let first = at == 0 && goal.kind == GoalKind::NorthStar;
            context.measure_row(indicator, if first { SparkSize::Large } else { SparkSize::Small })
        })
        .collect();
    let stewards: Vec<_> =
        goal.stewards.iter().filter_map(|id| context.feed.partner(id)).map(|p| context.plain(&p.name)).collect();
    GoalSection {
        id: goal.id.to_string(),
        number,
        north_star: (goal.kind == GoalKind::NorthStar).then(|| say!(words, "goal-north-star")),
        title: context.link(&goal.title, &Page::Goal(goal.id.to_string())),
        summary: context.text(&goal.plain_summary),
        set_by: goal.set_by.as_ref().map(|set| set_by(context, set)),
        kept_by: match stewards.as_slice() {
            [] => Err(say!(words, "goal-no-steward")),
            _ => Ok(say!(words, "goal-kept-by", partners = words.list(&stewards))),
        },
        unmeasured: rows.is_empty().then(|| say!(words, "goal-unmeasured")),
        more: (all > rows.len()).then(|| Link {
            label: say!(words, "overview-goal-more", n = all).into(),
            href: context.href(&Page::Goal(goal.id.to_string())),
        }),
        rows,
    }
}

fn set_by(context: &Context<'_>, set: &crate::feed::records::Setting) -> String {
    let words = context.words;
    let who = say!(
        words,
        match set.who {
            SetBy::Residents => "set-by-residents",
            SetBy::Partners => "set-by-partners",
            SetBy::Funder => "set-by-funder",
            SetBy::Law => "set-by-law",
            SetBy::Official => "set-by-official",
        }
    );
    let how = set.how.as_ref().map(|how| context.plain(how));
    match (set.on.map(|on| context.date(on)), how) {
        (Some(on), Some(how)) => say!(words, "set-by-on-how", who = who, on = on, how = how),
        (Some(on), None) => say!(words, "set-by-on", who = who, on = on),
        (None, Some(how)) => say!(words, "set-by-how", who = who, how = how),
        (None, None) => say!(words, "set-by-only", who = who),
    }
}

/// The page of a goal; `None` if there is none with this id.
pub fn goal_page(context: &Context<'_>, id: &str) -> Option<GoalPage> {
    let words = context.words;
    let goal = context.feed.goals.iter().find(|goal| goal.id.as_str() == id)?;
    let number = active(context).iter().position(|other| other.id == goal.id).map_or(0, |at| at + 1);
    let mut section = goal_section(context, goal, number, MOST_AMONG);
    let of_goal = Query::default().with("goal", id);
    section.more = context.more_among(measures_of(context, goal).len(), &Page::Indicators, &of_goal);
    let status = match goal.status {
        GoalStatus::Active => None,
        GoalStatus::Achieved => Some(say!(words, "goal-achieved")),
        GoalStatus::Retired => {
            let why = goal.retired_reason.as_ref().map(|why| context.plain(why)).unwrap_or_default();
            Some(say!(words, "goal-retired", why = why))
        }
    };
    let link = |goal: &Goal| context.link(&goal.title, &Page::Goal(goal.id.to_string()));
    let activities: Vec<_> = context.feed.activities_of(&goal.id).collect();
    let performance = performance_of(context, goal);
    let of_level = Query::default().with("level", Level::Performance.wire());
    let framed = Framed { title: &section.title.label.text, height: 330 + 190 * section.rows.len(), picture: None };
    Some(GoalPage {
        head: context.head(&section.title.label.text, section.summary.text.clone()),
        crumbs: vec![Link { label: say!(words, "nav-overview").into(), href: context.href(&Page::Overview) }],
        meeting: vec![
            Link { label: say!(words, "sheet-link").into(), href: context.href(&Page::Sheet(goal.id.to_string())) },
            Link { label: say!(words, "slides-link").into(), href: context.href(&Page::Present) },
        ],
        stand: context.stand(Level::Population, context.feed.indicators_of(&goal.id)),
        status,
        parent: goal.parent.as_ref().and_then(|id| context.feed.goal(id)).map(link),
        parts: context.feed.goals.iter().filter(|other| other.parent.as_ref() == Some(&goal.id)).map(link).collect(),
        strategies: context
            .feed
            .strategies
            .iter()
            .filter(|s| s.goals.contains(&goal.id))
            .map(|s| strategy(context, s))
            .collect(),
        more_activities: context.more_among(activities.len(), &Page::Activities, &of_goal),
        activities: activities
            .into_iter()
            .take(MOST_AMONG)
            .map(|activity| context.link(&activity.title, &Page::Activity(activity.id.to_string())))
            .collect(),
        more_performance: context.more_among(performance.len(), &Page::Indicators, &of_level),
        performance: performance
            .into_iter()
            .take(MOST_AMONG)
            .map(|indicator| context.measure_row(indicator, SparkSize::Small))
            .collect(),
        together: together(context, id),
        share: context.sharing(Page::Goal(id.to_owned()), framed),
        section,
    })
}

fn strategy(context: &Context<'_>, strategy: &crate::feed::records::Strategy) -> StrategyNote {
    use crate::feed::records::strategy::EvidenceLevel;
    let words = context.words;
    let evidence = strategy.evidence.as_ref().map(|evidence| {
        let level = say!(
            words,
            match evidence.level {
                EvidenceLevel::Strong => "evidence-strong",
                EvidenceLevel::Promising => "evidence-promising",
                EvidenceLevel::Mixed => "evidence-mixed",
                EvidenceLevel::Emerging => "evidence-emerging",
                EvidenceLevel::NoneYet => "evidence-none-yet",
            }
        );
        match &evidence.summary {
            Some(summary) => say!(words, "evidence-with-summary", level = level, summary = context.plain(summary)),
            None => say!(words, "evidence-only", level = level),
        }
    });
    StrategyNote { title: context.text(&strategy.title), summary: context.text(&strategy.plain_summary), evidence }
}

//! The first page: the common agenda, the goals with their indicators, what is new, who takes part.

use super::goal::{GoalSection, first_of, goal_section, measures_of};
use super::row::MeasureRow;
use super::stand::Stand;
use super::{Context, Head, Link, Phrase};
use crate::chart::spark::SparkSize;
use crate::feed::records::goal::{GoalKind, GoalStatus};
use crate::feed::records::indicator::Level;
use crate::feed::records::{Goal, Indicator};
use crate::routes::{Page, Query};
use crate::sorted::sort_by_key;
use crate::words::say;

/// What the overview says.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    pub head: Head,
    pub kicker: String,
    pub vision: Phrase,
    pub summary: Phrase,
    pub population: Phrase,
    /// `None` while no goal has a population measure.
    pub stand_title: String,
    pub stand: Option<Stand>,
    pub goals_title: String,
    pub goals: Vec<GoalSection>,
    /// Indicators that belong to no active goal.
    pub others_title: String,
    pub others: Vec<MeasureRow>,
    pub claim: String,
    /// What residents can take part in now.
    pub open: Option<Block>,
    pub news: Option<Block>,
    pub events: Option<Block>,
    pub partners_title: String,
    pub partners: Vec<(String, Vec<Link>)>,
    pub partners_more: Link,
}

/// A short list with a way to the whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    pub title: String,
    pub items: Vec<BlockItem>,
    pub more: Link,
}

#[derive(Clone, Debug, PartialEq)]
pub struct BlockItem {
    pub date: String,
    pub kind: String,
    pub link: Link,
    pub note: Option<Phrase>,
}

/// How many news and events the overview shows.
const NEWEST: usize = 5;
/// Most measures on the overview. Where there are more, each goal shows its share of them, and leads to its own page.
const MOST_MEASURES: usize = 60;
/// Most partners that the overview names. Where there are more, it says how many of each kind there are.
const MOST_PARTNERS: usize = 100;

/// The overview.
pub fn overview(context: &Context<'_>) -> Overview {
    let words = context.words;
    let coalition = &context.feed.coalition;
    let vision = context.text(&coalition.vision);
    let goals = super::goal::active(context);
    let most = most(context, &goals);
    // A measure that speaks for two goals stands under both, and is one measure.
    let of_goals = goals.iter().flat_map(|goal| measures_of(context, goal));
    let ids: std::collections::BTreeSet<&str> = of_goals.map(|indicator| indicator.id.as_str()).collect();
    let measures = ids.len();
    let others = others(context, &goals, most);
    let others = others.into_iter().map(|indicator| context.measure_row(indicator, SparkSize::Small)).collect();
    let sections: Vec<GoalSection> =
        goals.iter().enumerate().map(|(at, goal)| goal_section(context, goal, at + 1, most)).collect();
    // Population measures only: how a programme does is another question, asked on the programme's page.
    let of_goals = context.feed.indicators.iter().filter(|indicator| ids.contains(indicator.id.as_str()));
    let stand = context.stand(Level::Population, of_goals);
    Overview {
        head: context.head("", format!("{} {}", vision.text, context.plain(&coalition.plain_summary))),
        kicker: say!(words, "overview-kicker"),
        summary: context.text(&coalition.plain_summary),
        population: context.text(&coalition.population),
        stand_title: say!(words, "overview-stand"),
        stand,
        goals_title: say!(words, "overview-goals", goals = goals.len(), measures = measures),
        goals: sections,
        others_title: say!(words, "overview-other-measures"),
        others,
        claim: say!(words, "overview-claim"),
        open: open(context),
        news: news(context),
        events: events(context),
        partners_title: say!(words, "overview-partners"),
        partners: partners(context),
        partners_more: Link {
            label: say!(words, "count-partners", n = context.feed.partners.len()).into(),
            href: context.href(&Page::Partners),
        },
        vision,
    }
}

/// The measures whose lines the overview draws. All others of the goals are counted only.
pub(super) fn drawn<'a>(context: &Context<'a>) -> Vec<&'a Indicator> {
    let goals = super::goal::active(context);
    let most = most(context, &goals);
    let of_goals = goals.iter().flat_map(|goal| first_of(context, goal, most).0);
    of_goals.chain(others(context, &goals, most)).collect()
}

/// How many measures of each goal have room on the overview.
fn most(context: &Context<'_>, goals: &[&Goal]) -> usize {
    let rows: usize = goals.iter().map(|goal| measures_of(context, goal).len()).sum();
    if rows > MOST_MEASURES { (MOST_MEASURES / goals.len()).max(1) } else { usize::MAX }
}

/// So many measures that speak for no active goal.
fn others<'a>(context: &Context<'a>, goals: &[&Goal], most: usize) -> Vec<&'a Indicator> {
    let spoken_for = |indicator: &Indicator| indicator.goals.iter().any(|id| goals.iter().any(|goal| goal.id == *id));
    let found = context.feed.indicators.iter();
    found.filter(|one| one.level != Level::Performance && !spoken_for(one)).take(most).collect()
}

fn open(context: &Context<'_>) -> Option<Block> {
    let words = context.words;
    let now = super::open_now::open_now(context, &|_| true)?;
    let item = |line: super::open_now::OpenLine| BlockItem {
        date: String::new(),
        kind: line.level,
        link: line.title,
        note: Some(line.when.into()),
    };
    Some(Block {
        title: say!(words, "take-open"),
        items: now.lines.into_iter().take(NEWEST).map(item).collect(),
        more: now.all,
    })
}

fn news(context: &Context<'_>) -> Option<Block> {
    let words = context.words;
    let mut updates: Vec<_> = context.feed.updates.iter().filter(|update| update.on.first() <= context.today).collect();
    sort_by_key(&mut updates, |update| std::cmp::Reverse(update.on.last()));
    let items: Vec<_> = updates
        .into_iter()
        .take(NEWEST)
        .map(|update| BlockItem {
            date: context.date_short(update.on),
            kind: super::news::kind(context, update.kind),
            link: Link { label: context.text(&update.title), href: super::news::href(context, update) },
            note: None,
        })
        .collect();
    let more = Link { label: say!(words, "overview-all-news").into(), href: context.href(&Page::News) };
    (!items.is_empty()).then(|| Block { title: say!(words, "overview-news"), items, more })
}

fn events(context: &Context<'_>) -> Option<Block> {
    let words = context.words;
    let items: Vec<_> = super::events::coming(context)
        .into_iter()
        .take(NEWEST)
        .map(|event| BlockItem {
            date: words.day_short(event.start.day()),
            kind: super::events::kind(context, event.kind),
            link: Link { label: context.text(&event.title), href: super::events::href(context, event) },
            note: Some(context.text(&event.venue.text)),
        })
        .collect();
    let more = Link { label: say!(words, "overview-all-events").into(), href: context.href(&Page::Events) };
    (!items.is_empty()).then(|| Block { title: say!(words, "overview-events"), items, more })
}

/// Active partners by kind, in the order of the kinds.
fn partners(context: &Context<'_>) -> Vec<(String, Vec<Link>)> {
    use crate::feed::records::partner::{PartnerKind, PartnerStatus};
    let active = || context.feed.partners.iter().filter(|partner| partner.status != PartnerStatus::Left);
    let named = active().count() <= MOST_PARTNERS;
    let of = |kind: PartnerKind| -> Vec<Link> {
        let active = active().filter(|partner| partner.kind == kind);
        if !named {
            let n = active.count();
            let href = context.href_with(&Page::Partners, &Query::default().with("kind", kind.wire()));
            return (n > 0)
                .then(|| Link { label: say!(context.words, "count-partners", n = n).into(), href })
                .into_iter()
                .collect();
        }
        active.map(|partner| context.link(&partner.name, &Page::Partner(partner.id.to_string()))).collect()
    };
    let groups = PartnerKind::ALL.iter().map(|kind| (super::partners::kind(context, *kind), of(*kind)));
    groups.filter(|(_, links)| !links.is_empty()).collect()
}

/// Whether a goal stands first.
pub(super) fn rank(kind: GoalKind) -> u8 {
    match kind {
        GoalKind::NorthStar => 0,
        GoalKind::Result => 1,
    }
}

/// Whether a goal is shown among those that are pursued.
pub(super) fn is_pursued(status: GoalStatus) -> bool {
    match status {
        GoalStatus::Active => true,
        GoalStatus::Achieved | GoalStatus::Retired => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::testing::Small;

    #[track_caller]
    fn check(goals_of_the_measure: &str, title: &str) {
        let goal = |id: &str| {
            let text = format!(
                r#"{{"id": "{id}", "title": "A goal", "plain_summary": "S.", "kind": "result", "population": "All",
                "set_by": {{"who": "residents", "how": "A meeting", "on": "2024"}}, "stewards": ["par-library"],
                "status": "active"}}"#
            );
            (format!("goals/{id}.json"), text)
        };
        let (one, two) = (goal("goal-one"), goal("goal-two"));
        let measure = format!(
            r#"{{"id": "ind-one", "title": "T", "plain_summary": "S", "definition": "D", "level": "population",
            "goals": {goals_of_the_measure}, "unit": {{"kind": "percent", "decimals": 0}}, "direction": "increase",
            "aggregation": "none", "period_type": "year", "update_frequency": "yearly", "method": "census",
            "source": ["src-test"], "steward": "par-library", "phase": "developmental"}}"#
        );
        let small = Small::new(&[(&one.0, &one.1), (&two.0, &two.1), ("indicators/ind-one.json", &measure)]);
        assert_eq!(overview(&small.context("en")).goals_title, title);
    }

    /// With so many measures of one goal and so many partners more: the rows of the goal, the link to its others, and the
    /// first link among the partners.
    #[track_caller]
    fn is_bounded(measures: usize, partners: usize, rows: usize, more: Option<&str>, first: &str) {
        let measure = |at: usize| {
            let text = format!(
                r#"{{"id": "ind-{at:03}", "title": "T", "plain_summary": "S", "definition": "D", "level": "population",
                "goals": ["goal-read"], "unit": {{"kind": "percent", "decimals": 0}}, "direction": "increase",
                "aggregation": "none", "period_type": "year", "update_frequency": "yearly", "method": "census",
                "source": ["src-test"], "steward": "par-library", "phase": "developmental"}}"#
            );
            (format!("indicators/ind-{at:03}.json"), text)
        };
        let partner = |at: usize| {
            let text = format!(
                r#"{{"id": "par-{at:03}", "name": "Partner {at}", "kind": "public_agency", "plain_summary": "S",
                "roles": ["data"], "joined": "2020-01", "status": "active"}}"#
            );
            (format!("partners/par-{at:03}.json"), text)
        };
        let made: Vec<(String, String)> = (0..measures).map(measure).chain((0..partners).map(partner)).collect();
        let records: Vec<(&str, &str)> = made.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let small = Small::new(&records);
        let page = overview(&small.context("en"));
        let goal = page.goals.iter().find(|goal| goal.id == "goal-read").unwrap();
        assert_eq!(goal.rows.len(), rows);
        assert_eq!(goal.more.as_ref().map(|more| more.label.text.as_str()), more);
        assert_eq!(page.partners[0].1[0].label.text, first);
    }

    #[test]
    fn a_small_coalition_is_shown_whole() {
        is_bounded(60, 98, 60, None, "Library");
    }

    #[test]
    fn of_a_large_one_each_goal_shows_its_share_and_partners_are_counted() {
        is_bounded(61, 99, 30, Some("All 61 measures of this goal"), "100 partners");
    }

    #[test]
    fn a_measure_under_two_goals_is_one_measure() {
        let goals = Small::new(&[]).context("en").feed.goals.len() + 2;
        check(r#"["goal-one"]"#, &format!("{goals} goals, 1 measure"));
        check(r#"["goal-one", "goal-two"]"#, &format!("{goals} goals, 1 measure"));
    }
}

//! The page of one activity: who does what, how far it is, what it costs, and what happens when the money ends.

mod milestones;
mod quadrant;
mod resources;
mod terms;

pub use milestones::Step;
pub(super) use milestones::next;
pub use quadrant::{Answer, Quadrant, Question};
pub use resources::ResourceRow;
pub use terms::{Sign, State, kind, role, status};
pub(super) use terms::{shared, with_residents};

use super::chapter::Term;
use super::row::MeasureRow;
use super::together::{Together, together};
use super::{Context, Head, Link, Phrase};
use crate::chart::spark::SparkSize;
use crate::feed::Text;
use crate::feed::date::Date;
use crate::feed::records::Activity;
use crate::feed::records::activity::{Access, Continuity, Coproduction, People, PolicyStage, Serves, Who};
use crate::routes::Page;
use crate::words::{Arg, say};

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct ActivityPage {
    pub head: Head,
    pub crumbs: Vec<Link>,
    pub title: Phrase,
    pub summary: Phrase,
    pub status: State,
    /// Why it ended or was cancelled.
    pub reason: Option<Phrase>,
    /// Label and value, in hairline columns.
    pub facts: Vec<(String, Phrase)>,
    /// For a policy change: the stages in order.
    pub stages: Vec<Stage>,
    pub lead: Link,
    pub partners: Vec<Role>,
    pub coproduction: Option<Strip>,
    pub goals: Vec<Link>,
    /// Name and summary.
    pub strategies: Vec<(Phrase, Phrase)>,
    /// Measures of the population that it hopes to move.
    pub contributes: Vec<MeasureRow>,
    /// Measures of its own work, by three questions.
    pub performance: Option<Quadrant>,
    pub steps: Vec<Step>,
    pub pilot: Vec<Term>,
    pub lessons: Vec<Phrase>,
    pub serves: Vec<Term>,
    pub access: Vec<Term>,
    pub resources: Vec<ResourceRow>,
    pub people: Vec<Term>,
    pub continuity: Vec<Term>,
    /// Where to read more.
    pub evidence: Vec<Link>,
    /// What was promised, asked and heard about it.
    pub together: Together,
}

/// What a partner does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    pub partner: Link,
    pub role: String,
    pub note: Option<Phrase>,
}

/// A stage of a policy change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    pub name: String,
    /// It lies behind.
    pub done: bool,
    pub current: bool,
}

/// Who commissions, designs, delivers and assesses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strip {
    /// The same in a sentence.
    pub says: String,
    pub steps: [StripStep; 4],
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StripStep {
    pub name: String,
    pub who: Who,
    pub word: String,
}

/// The page of an activity; `None` if the feed has none with this id.
pub fn activity_page(context: &Context<'_>, id: &str) -> Option<ActivityPage> {
    let words = context.words;
    let activity = context.feed.activities.iter().find(|activity| activity.id.as_str() == id)?;
    let (title, summary) = (context.text(&activity.title), context.text(&activity.plain_summary));
    let measures = |is_meant: &dyn Fn(&crate::feed::records::Indicator) -> bool| -> Vec<MeasureRow> {
        let meant = context.feed.indicators.iter().filter(|indicator| is_meant(indicator));
        meant.map(|indicator| context.measure_row(indicator, SparkSize::Small)).collect()
    };
    let partners = activity.partners.iter().filter_map(|role| {
        let partner = context.feed.partner(&role.partner)?;
        Some(Role {
            partner: context.link(&partner.name, &Page::Partner(partner.id.to_string())),
            role: terms::role(context, role.role),
            note: role.note.as_ref().map(|note| context.text(note)),
        })
    });
    let strategies = activity.strategies.iter().filter_map(|id| context.feed.strategy(id));
    Some(ActivityPage {
        head: context.head(&title.text, summary.text.clone()),
        crumbs: vec![
            Link { label: say!(words, "nav-overview").into(), href: context.href(&Page::Overview) },
            Link { label: say!(words, "nav-activities").into(), href: context.href(&Page::Activities) },
        ],
        status: terms::status(context, activity.status),
        reason: activity.status_reason.as_ref().map(|reason| context.text(reason)),
        facts: facts(context, activity),
        stages: activity.stage.map_or(Vec::new(), |stage| stages(context, stage)),
        lead: lead(context, activity),
        partners: partners.collect(),
        coproduction: activity.coproduction.as_ref().map(|shared| strip(context, shared)),
        goals: goals(context, activity),
        strategies: strategies.map(|found| (context.text(&found.title), context.text(&found.plain_summary))).collect(),
        contributes: measures(&|indicator| activity.indicators.contains(&indicator.id)),
        performance: quadrant::quadrant(context, activity),
        steps: milestones::steps(context, &activity.milestones),
        pilot: pilot(context, activity),
        lessons: activity.lessons.iter().map(|lesson| context.text(lesson)).collect(),
        serves: activity.serves.as_ref().map_or(Vec::new(), |serves| served(context, serves)),
        access: activity.access.as_ref().map_or(Vec::new(), |way| access(context, way)),
        resources: resources::rows(context, &activity.resources),
        people: activity.people.as_ref().map_or(Vec::new(), |who| people(context, who)),
        continuity: activity.continuity.as_ref().map_or(Vec::new(), |after| continuity(context, after)),
        evidence: activity.evidence_links.iter().map(|link| read_more(context, link)).collect(),
        together: together(context, id),
        title,
        summary,
    })
}

fn read_more(context: &Context<'_>, link: &crate::feed::link::Link) -> Link {
    Link { label: shown(link.as_str()).into(), href: super::news::local(context, link) }
}

/// An address as people write it: without scheme and closing slash.
pub(super) fn shown(address: &str) -> String {
    let rest = ["https://", "http://", "mailto:", "tel:"].iter().find_map(|scheme| address.strip_prefix(scheme));
    rest.unwrap_or(address).trim_end_matches('/').to_owned()
}

/// The partner that answers for an activity.
pub(super) fn lead(context: &Context<'_>, activity: &Activity) -> Link {
    let label = context.feed.partner(&activity.lead).map(|partner| context.text(&partner.name)).unwrap_or_default();
    Link { label, href: context.href(&Page::Partner(activity.lead.to_string())) }
}

/// The goals an activity serves.
pub(super) fn goals(context: &Context<'_>, activity: &Activity) -> Vec<Link> {
    let goals = activity.goals.iter().filter_map(|id| context.feed.goal(id));
    goals.map(|goal| context.link(&goal.title, &Page::Goal(goal.id.to_string()))).collect()
}

/// From when to when: "Since September 2022", "March 2024 to June 2025".
pub(super) fn when(context: &Context<'_>, activity: &Activity) -> Option<String> {
    let words = context.words;
    let date = |date: Date| context.date(date);
    Some(match (activity.start, activity.end) {
        (Some(start), Some(end)) => say!(words, "when-from-to", start = date(start), end = date(end)),
        (Some(start), None) if start.first() > context.today => say!(words, "when-starts", start = date(start)),
        (Some(start), None) => say!(words, "when-since", start = date(start)),
        (None, Some(end)) => say!(words, "when-until", end = date(end)),
        (None, None) => return None,
    })
}

fn facts(context: &Context<'_>, activity: &Activity) -> Vec<(String, Phrase)> {
    let words = context.words;
    let mut facts = vec![(say!(words, "filter-kind"), Phrase::from(terms::kind(context, activity.kind)))];
    if let Some(when) = when(context, activity) {
        facts.push((say!(words, "activity-when"), when.into()));
    }
    let places: Vec<_> = activity.geographies.iter().filter_map(|id| context.feed.geography(id)).collect();
    let place = match places.as_slice() {
        [] => context.feed.geography(&context.feed.coalition.geography).map(|area| context.text(&area.name)),
        [place] => Some(context.text(&place.name)),
        _ => Some(words.list(&places.iter().map(|place| context.plain(&place.name)).collect::<Vec<_>>()).into()),
    };
    facts.extend(place.map(|place| (say!(words, "table-place"), place)));
    facts
}

fn stages(context: &Context<'_>, current: PolicyStage) -> Vec<Stage> {
    let at = PolicyStage::ALL.iter().position(|stage| *stage == current).unwrap_or(0);
    let stage = |(n, stage): (usize, &PolicyStage)| Stage {
        name: terms::stage(context, *stage),
        done: n < at,
        current: n == at,
    };
    PolicyStage::ALL.iter().enumerate().map(stage).collect()
}

fn strip(context: &Context<'_>, coproduction: &Coproduction) -> Strip {
    let words = context.words;
    let step = |name: String, who: Who| StripStep { name, who, word: terms::who(context, who) };
    Strip {
        says: terms::shared(context, coproduction),
        steps: [
            step(say!(words, "coproduction-step-commission"), coproduction.commission),
            step(say!(words, "coproduction-step-design"), coproduction.design),
            step(say!(words, "coproduction-step-deliver"), coproduction.deliver),
            step(say!(words, "coproduction-step-assess"), coproduction.assess),
        ],
    }
}

fn pilot(context: &Context<'_>, activity: &Activity) -> Vec<Term> {
    let words = context.words;
    let mut terms = Vec::new();
    if let Some(hypothesis) = &activity.hypothesis {
        terms.push(Term::new(say!(words, "pilot-hypothesis"), context.text(hypothesis)));
    }
    if let Some(review) = activity.review_on {
        terms.push(Term::new(say!(words, "pilot-review"), context.date(review)));
    }
    let overdue = activity.review_on.is_some_and(|review| review.last() < context.today);
    let decision = match activity.verdict {
        Some(verdict) => Some(terms::verdict(context, verdict)),
        None if overdue => Some(say!(words, "pilot-overdue")),
        None if !terms.is_empty() => Some(say!(words, "pilot-open")),
        None => None,
    };
    terms.extend(decision.map(|decision| Term::new(say!(words, "pilot-verdict"), decision)));
    terms
}

fn served(context: &Context<'_>, serves: &Serves) -> Vec<Term> {
    let words = context.words;
    let count = |n: u32| words.number(f64::from(n), 0);
    let mut terms = vec![Term::new(say!(words, "serves-population"), context.text(&serves.population))];
    if let Some(planned) = serves.planned {
        terms.push(Term::new(say!(words, "serves-planned"), count(planned)));
    }
    let reached = match (serves.reached, serves.as_of) {
        (Some(n), Some(as_of)) => say!(words, "serves-reached-as-of", count = count(n), date = context.date(as_of)),
        (Some(n), None) => count(n),
        (None, _) => say!(words, "serves-not-published"),
    };
    terms.push(Term::new(say!(words, "serves-reached"), reached));
    terms
}

fn access(context: &Context<'_>, access: &Access) -> Vec<Term> {
    let words = context.words;
    let said = |label: String, text: &Option<Text>| text.as_ref().map(|text| Term::new(label, context.text(text)));
    let languages: Vec<_> = access.languages.iter().map(|language| context.plain(language)).collect();
    let languages = (!languages.is_empty()).then(|| Term::new(say!(words, "access-languages"), words.list(&languages)));
    let url = access
        .url
        .as_ref()
        .map(|url| Term::leading(say!(words, "access-url"), shown(url.as_str()), super::news::local(context, url)));
    [
        said(say!(words, "access-how"), &access.how),
        said(say!(words, "access-cost"), &access.cost),
        said(say!(words, "access-hours"), &access.hours),
        languages,
        said(say!(words, "access-accessibility"), &access.accessibility),
        url,
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn people(context: &Context<'_>, people: &People) -> Vec<Term> {
    let words = context.words;
    let posts = |posts: f64| {
        let n = Arg::Number(posts, if posts.fract() == 0.0 { 0 } else { 1 });
        Term::new(say!(words, "people-staff"), say!(words, "people-full-time-posts", n = n))
    };
    let count = |label: String, n: u32| Term::new(label, words.number(f64::from(n), 0));
    let volunteers = people.volunteers.map(|n| count(say!(words, "people-volunteers"), n));
    let paid = people.paid_residents.map(|n| count(say!(words, "people-paid-residents"), n));
    people.staff_fte.map(posts).into_iter().chain(volunteers).chain(paid).collect()
}

fn continuity(context: &Context<'_>, continuity: &Continuity) -> Vec<Term> {
    let words = context.words;
    let mut terms = Vec::new();
    if let Some(ends) = continuity.funding_ends {
        terms.push(Term::new(say!(words, "continuity-funding-ends"), context.date(ends)));
    }
    let plan =
        continuity.plan.as_ref().map_or_else(|| say!(words, "continuity-no-plan").into(), |plan| context.text(plan));
    terms.push(Term::new(say!(words, "continuity-plan"), plan));
    let after = continuity.owner_after.as_ref().and_then(|id| context.feed.partner(id));
    terms.push(match after {
        Some(partner) => {
            let href = context.href(&Page::Partner(partner.id.to_string()));
            Term::leading(say!(words, "continuity-owner-after"), context.text(&partner.name), href)
        }
        None => Term::new(say!(words, "continuity-owner-after"), say!(words, "continuity-no-owner")),
    });
    terms
}

#[cfg(test)]
mod tests;

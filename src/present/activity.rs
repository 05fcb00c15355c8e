//! The page of one activity: who does what, how far it is, what it costs, and what happens when the money ends.

mod asks;
pub(super) mod course;
mod milestones;
pub(super) mod policy;
mod quadrant;
mod resources;
pub(super) mod style;
mod terms;

pub use asks::Ask;
pub use milestones::Step;
pub(super) use milestones::next;
pub use policy::Stage;
pub use quadrant::{Answer, Quadrant, Question};
pub use resources::ResourceRow;
pub use style::{AspectRow, Style};
pub use terms::{Sign, State, kind, role, status};
pub(super) use terms::{shared, stage, who, with_residents};

use super::chapter::Term;
use super::row::MeasureRow;
use super::share::{Framed, Share};
use super::together::{Together, together};
use super::{Context, Head, Link, Phrase};
use crate::chart::spark::SparkSize;
use crate::feed::Text;
use crate::feed::date::Date;
use crate::feed::records::Activity;
use crate::feed::records::activity::{ActivityKind, ActivityStatus, Mandate, People, Serves, Who};
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
    /// Said of a pilot that does not go on.
    pub stopped: Option<String>,
    /// The legal duty behind it, and where it can be read.
    pub mandate: Option<(String, Phrase, Option<Link>)>,
    /// Label and value, in hairline columns.
    pub facts: Vec<(String, Phrase)>,
    /// For a policy change: the stages in order.
    pub stages: Vec<Stage>,
    /// The same with their dates and what residents can do then.
    pub stage_steps: Vec<Step>,
    /// For whom it is, how to get it, where, what it costs.
    pub access: Vec<Term>,
    /// Said if nobody has written down how to use it: whom to ask.
    pub no_access: Option<String>,
    /// What it still needs.
    pub asks: Vec<Ask>,
    pub lead: Link,
    pub partners: Vec<Role>,
    pub coproduction: Strip,
    pub style: Option<Style>,
    /// From an agency to both, from both to residents.
    pub handovers: Vec<Step>,
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
    pub resources: Vec<ResourceRow>,
    pub people: Vec<Term>,
    pub continuity: Vec<Term>,
    /// What residents were asked, promised and what they chose, where it is about this activity.
    pub related: Vec<Link>,
    /// Where to read more.
    pub evidence: Vec<Link>,
    /// What was promised, asked and heard about it.
    pub together: Together,
    pub share: Option<Share>,
}

/// What a partner does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    pub partner: Link,
    pub role: String,
    pub note: Option<Phrase>,
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
    /// `None` if nobody has said.
    pub who: Option<Who>,
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
        stopped: course::is_stopped(activity).then(|| say!(words, "activity-stopped")),
        mandate: activity.mandate.as_ref().map(|duty| mandate(context, duty)),
        facts: facts(context, activity),
        stages: activity.stage.map_or(Vec::new(), |stage| policy::stages(context, stage)),
        stage_steps: policy::dated(context, activity),
        no_access: no_access(context, activity),
        access: access(context, activity),
        asks: asks::asks(context, activity),
        lead: lead(context, activity),
        partners: partners.collect(),
        coproduction: strip(context, activity),
        style: activity.delivery_style.as_ref().map(|known| style::style(context, known)),
        handovers: course::handovers(context, &activity.handover),
        goals: goals(context, activity),
        strategies: strategies.map(|found| (context.text(&found.title), context.text(&found.plain_summary))).collect(),
        contributes: measures(&|indicator| activity.indicators.contains(&indicator.id)),
        performance: quadrant::quadrant(context, activity),
        steps: milestones::steps(context, &activity.milestones),
        pilot: course::pilot(context, activity),
        lessons: lessons(context, activity),
        serves: activity.serves.as_ref().map_or(Vec::new(), |serves| served(context, serves)),
        resources: resources::rows(context, &activity.resources),
        people: activity.people.as_ref().map_or(Vec::new(), |who| people(context, who)),
        continuity: activity.continuity.as_ref().map_or(Vec::new(), |after| course::continuity(context, after)),
        related: related(context, activity),
        evidence: activity.evidence_links.iter().map(|link| read_more(context, link)).collect(),
        together: together(context, id),
        share: context
            .sharing(Page::Activity(id.to_owned()), Framed { title: &title.text, height: 560, picture: None }),
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

fn strip(context: &Context<'_>, activity: &Activity) -> Strip {
    let words = context.words;
    let known = activity.coproduction.as_ref();
    let step = |name: String, who: Option<Who>| StripStep {
        name,
        who,
        word: who.map_or_else(|| say!(words, "coproduction-not-said"), |who| terms::who(context, who)),
    };
    Strip {
        says: known.map_or_else(|| say!(words, "coproduction-none-said"), |known| terms::shared(context, known)),
        steps: [
            step(say!(words, "coproduction-step-commission"), known.map(|known| known.commission)),
            step(say!(words, "coproduction-step-design"), known.map(|known| known.design)),
            step(say!(words, "coproduction-step-deliver"), known.map(|known| known.deliver)),
            step(say!(words, "coproduction-step-assess"), known.map(|known| known.assess)),
        ],
    }
}

fn mandate(context: &Context<'_>, duty: &Mandate) -> (String, Phrase, Option<Link>) {
    let link = duty.url.as_ref().map(|link| read_more(context, link));
    (say!(context.words, "activity-mandate"), context.text(&duty.text), link)
}

/// What was learned. Where a pilot has been judged, it is said if nobody has written it down.
fn lessons(context: &Context<'_>, activity: &Activity) -> Vec<Phrase> {
    let missing = activity.lessons.is_empty() && (activity.verdict.is_some() || course::is_stopped(activity));
    let none = missing.then(|| Phrase::from(say!(context.words, "activity-no-lessons")));
    activity.lessons.iter().map(|lesson| context.text(lesson)).chain(none).collect()
}

/// Other records that are about this activity.
fn related(context: &Context<'_>, activity: &Activity) -> Vec<Link> {
    let feed = context.feed;
    let engagements =
        feed.engagements.iter().filter(|one| one.activities.contains(&activity.id)).map(|one| one.id.as_str());
    let chosen = feed.budget_proposals.iter().filter(|one| one.activity.as_ref() == Some(&activity.id));
    let promises =
        feed.commitments.iter().filter(|one| one.activities.contains(&activity.id)).map(|one| one.id.as_str());
    let ids = engagements.chain(chosen.map(|one| one.id.as_str())).chain(promises);
    ids.filter_map(|id| super::record::link(context, id)).collect()
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

/// For whom it is and how to get it: what a resident looks for first. Empty if only the first is known, which stands
/// with the numbers of people served.
fn access(context: &Context<'_>, activity: &Activity) -> Vec<Term> {
    let words = context.words;
    let said = |label: String, text: &Option<Text>| text.as_ref().map(|text| Term::new(label, context.text(text)));
    let place = |location: &crate::feed::records::activity::Location| {
        Term::new(say!(words, "activity-location"), context.text(&location.text))
    };
    let mut terms: Vec<Term> = Vec::new();
    if let Some(access) = &activity.access {
        terms.extend(said(say!(words, "access-how"), &access.how));
        terms.extend(said(say!(words, "access-cost"), &access.cost));
        terms.extend(said(say!(words, "access-hours"), &access.hours));
        let languages: Vec<_> = access.languages.iter().map(|language| context.plain(language)).collect();
        if !languages.is_empty() {
            terms.push(Term::new(say!(words, "access-languages"), words.list(&languages)));
        }
        terms.extend(said(say!(words, "access-accessibility"), &access.accessibility));
        terms.extend(access.url.as_ref().map(|url| {
            Term::leading(say!(words, "access-url"), shown(url.as_str()), super::news::local(context, url))
        }));
    }
    terms.extend(activity.locations.iter().map(place));
    if let (Some(serves), false) = (&activity.serves, terms.is_empty()) {
        terms.insert(0, Term::new(say!(words, "serves-population"), context.text(&serves.population)));
    }
    terms
}

/// Something that people can use now, although nobody has written down how.
fn no_access(context: &Context<'_>, activity: &Activity) -> Option<String> {
    let usable = matches!(
        activity.kind,
        ActivityKind::Service | ActivityKind::Programme | ActivityKind::Pilot | ActivityKind::EventSeries
    );
    let missing = usable && activity.status == ActivityStatus::Active && activity.access.is_none();
    missing.then(|| say!(context.words, "activity-no-access", partner = lead(context, activity).label.text))
}

fn people(context: &Context<'_>, people: &People) -> Vec<Term> {
    let words = context.words;
    let posts = |posts: f64| {
        let n = Arg::Number(posts, if posts.fract() == 0.0 { 0 } else { 1 });
        Term::new(say!(words, "people-staff"), say!(words, "people-full-time-posts", n = n))
    };
    let count = |label: String, n: u32| Term::new(label, words.number(f64::from(n), 0));
    let volunteers = people.volunteers.map(|n| count(say!(words, "people-volunteers"), n));
    let paid = match people.paid_residents {
        Some(n) => count(say!(words, "people-paid-residents"), n),
        None => Term::new(say!(words, "people-paid-residents"), say!(words, "activity-not-counted")),
    };
    people.staff_fte.map(posts).into_iter().chain(volunteers).chain([paid]).collect()
}

#[cfg(test)]
mod tests;

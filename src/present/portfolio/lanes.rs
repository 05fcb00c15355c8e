//! Four lists: what is being tried, what residents run, which rules move, and whose money ends.

use crate::feed::records::Activity;
use crate::feed::records::activity::{ActivityKind, PolicyStage, Who};
use crate::feed::records::partner::PartnerKind;
use crate::present::activity::course::{decision, ends_in, handovers, is_over, is_overdue, is_stopped, months_until};
use crate::present::activity::policy::next_stage;
use crate::present::activity::{State, Step, lead, stage, status};
use crate::present::{Context, Link, Phrase};
use crate::routes::Page;
use crate::sorted::sort_by_key;
use crate::words::say;

/// Money that ends within this time ends soon.
const SOON_MONTHS: i32 = 12;

/// A pilot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trial {
    pub title: Link,
    pub status: State,
    pub lead: Link,
    /// What it is meant to find out.
    pub hypothesis: Option<Phrase>,
    /// When it is looked at again.
    pub review: Option<String>,
    /// That day has passed, and nothing has been decided.
    pub overdue: bool,
    /// What was decided, or that it is open.
    pub decision: String,
    pub lessons: Vec<Phrase>,
}

/// An activity that residents run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResidentRun {
    pub title: Link,
    pub status: State,
    pub lead: Link,
    /// "Led by residents. Residents deliver it."
    pub why: String,
    /// Who has handed it to whom.
    pub handovers: Vec<Step>,
}

/// A policy change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    pub title: Link,
    pub status: State,
    pub lead: Link,
    /// The next stage with a date, and what residents can do then.
    pub next: Option<Step>,
}

/// An activity whose money ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    pub title: Link,
    /// "June 2027, in 7 months".
    pub ends: String,
    /// It has ended already.
    pub passed: bool,
    pub plan: Phrase,
    /// Who answers for it then.
    pub after: Result<Link, String>,
}

fn title(context: &Context<'_>, activity: &Activity) -> Link {
    context.link(&activity.title, &Page::Activity(activity.id.to_string()))
}

/// Pilots, those that have to be looked at first; and those that were stopped.
pub(super) fn trials(context: &Context<'_>, activities: &[&Activity]) -> (Vec<Trial>, Vec<Trial>) {
    let mut pilots: Vec<&Activity> =
        activities.iter().copied().filter(|activity| activity.kind == ActivityKind::Pilot).collect();
    sort_by_key(&mut pilots, |pilot| (pilot.verdict.is_some(), pilot.review_on.map(|review| review.first())));
    let (stopped, trying): (Vec<&Activity>, Vec<&Activity>) = pilots.into_iter().partition(|pilot| is_stopped(pilot));
    let trial = |pilot: &&Activity| Trial {
        title: title(context, pilot),
        status: status(context, pilot.status),
        lead: lead(context, pilot),
        hypothesis: pilot.hypothesis.as_ref().map(|text| context.text(text)),
        review: pilot.review_on.map(|review| say!(context.words, "portfolio-review", date = context.date(review))),
        overdue: is_overdue(context, pilot),
        decision: decision(context, pilot),
        lessons: pilot.lessons.iter().map(|lesson| context.text(lesson)).collect(),
    };
    (trying.iter().map(trial).collect(), stopped.iter().map(trial).collect())
}

/// What a group of residents leads, or residents deliver by themselves, or has been handed to them.
pub(super) fn residents(context: &Context<'_>, activities: &[&Activity]) -> Vec<ResidentRun> {
    let words = context.words;
    let run = |activity: &&Activity| {
        let partner = context.feed.partner(&activity.lead);
        let leads = partner.is_some_and(|lead| lead.resident_led || lead.kind == PartnerKind::ResidentGroup);
        let deliver = activity.coproduction.as_ref().is_some_and(|shared| shared.deliver == Who::Residents);
        let why = match (leads, deliver) {
            (true, true) => say!(words, "portfolio-run-both"),
            (true, false) => say!(words, "portfolio-run-lead"),
            (false, true) => say!(words, "portfolio-run-deliver"),
            (false, false) if !activity.handover.is_empty() => say!(words, "portfolio-run-handover"),
            (false, false) => return None,
        };
        Some(ResidentRun {
            title: title(context, activity),
            status: status(context, activity.status),
            lead: lead(context, activity),
            why,
            handovers: handovers(context, &activity.handover),
        })
    };
    activities.iter().filter(|activity| !is_over(activity.status)).filter_map(run).collect()
}

/// Policy changes by the stage they are in.
pub(super) fn rules(context: &Context<'_>, activities: &[&Activity]) -> Vec<(String, Vec<Rule>)> {
    let in_stage = |known: &PolicyStage| {
        let here = activities
            .iter()
            .filter(|activity| activity.kind == ActivityKind::PolicyChange && activity.stage == Some(*known));
        let rule = |activity: &&Activity| Rule {
            title: title(context, activity),
            status: status(context, activity.status),
            lead: lead(context, activity),
            next: next_stage(context, activity),
        };
        (stage(context, *known), here.map(rule).collect::<Vec<_>>())
    };
    PolicyStage::ALL.iter().map(in_stage).filter(|(_, rules)| !rules.is_empty()).collect()
}

/// What goes on and whose money ends soon or has ended, and a sentence about all that go on.
pub(super) fn ends(context: &Context<'_>, activities: &[&Activity]) -> (Vec<Ending>, String) {
    let words = context.words;
    let running = activities.iter().filter(|activity| !is_over(activity.status));
    let total = running.clone().count();
    let mut dated: Vec<_> =
        running.filter_map(|activity| Some((activity.continuity.as_ref()?.funding_ends?, *activity))).collect();
    let known = dated.len();
    sort_by_key(&mut dated, |(ends, _)| ends.last());
    dated.retain(|(ends, _)| months_until(context, *ends) <= SOON_MONTHS);
    let ending = |(ends, activity): &(crate::feed::date::Date, &Activity)| {
        let continuity = activity.continuity.as_ref()?;
        let after = continuity.owner_after.as_ref().and_then(|id| context.feed.partner(id));
        Some(Ending {
            title: title(context, activity),
            ends: ends_in(context, *ends),
            passed: ends.last() < context.today,
            plan: continuity
                .plan
                .as_ref()
                .map_or_else(|| say!(words, "continuity-no-plan").into(), |plan| context.text(plan)),
            after: match after {
                Some(partner) => Ok(context.link(&partner.name, &Page::Partner(partner.id.to_string()))),
                None => Err(say!(words, "continuity-no-owner")),
            },
        })
    };
    let says = say!(words, "portfolio-ends-says", n = dated.len(), months = SOON_MONTHS, known = known, total = total);
    (dated.iter().filter_map(ending).collect(), says)
}

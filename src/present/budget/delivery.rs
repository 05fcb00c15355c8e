//! What happened after the vote: step by step, with the share that is done and how long it took.

use chrono::NaiveDate;

use super::stage;
use crate::feed::records::budget::{
    BudgetCycle, BudgetProposal, DeliveryState, DeliveryStep, PhaseKind, ProposalStage,
};
use crate::present::activity::course::months_between;
use crate::present::activity::{Sign, State, Step};
use crate::present::budgets::done_of;
use crate::present::{Context, Link, Phrase, record};
use crate::sorted::{sort_by, sort_by_key};
use crate::words::{Arg, say};

/// What became of what was chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Delivery {
    /// "3 of 5 chosen projects are done."
    pub says: String,
    /// How long it took from the vote, and for how many that is known.
    pub took: String,
    pub projects: Vec<Project>,
    /// For how many nobody has said what happened.
    pub silent: Option<String>,
}

/// One chosen proposal and its steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    /// To its place on the ballot.
    pub title: Link,
    pub state: State,
    pub reason: Option<Phrase>,
    pub steps: Vec<Step>,
}

pub(super) fn delivery(context: &Context<'_>, cycle: &BudgetCycle, proposals: &[&BudgetProposal]) -> Option<Delivery> {
    let words = context.words;
    let chosen: Vec<&BudgetProposal> =
        proposals.iter().copied().filter(|proposal| proposal.stage.is_chosen()).collect();
    if chosen.is_empty() {
        return None;
    }
    let silent = chosen.iter().filter(|proposal| proposal.delivery.is_empty()).count();
    let told = chosen.iter().filter(|proposal| !proposal.delivery.is_empty());
    Some(Delivery {
        says: done_of(context, cycle),
        took: took(context, cycle, &chosen),
        projects: told.filter_map(|proposal| project(context, proposal)).collect(),
        silent: (silent > 0).then(|| say!(words, "budget-silent", n = silent)),
    })
}

fn project(context: &Context<'_>, proposal: &BudgetProposal) -> Option<Project> {
    let mut steps: Vec<&DeliveryStep> = proposal.delivery.iter().collect();
    sort_by_key(&mut steps, |step| step.on.first());
    Some(Project {
        title: record::link(context, proposal.id.as_str())?,
        state: stage(context, proposal.stage),
        reason: proposal.stage_reason.as_ref().map(|reason| context.text(reason)),
        steps: steps.into_iter().map(|step| in_words(context, step)).collect(),
    })
}

/// One whose day has passed is late, also if nobody has said so in the feed.
fn in_words(context: &Context<'_>, step: &DeliveryStep) -> Step {
    let words = context.words;
    let (word, sign) = match step.state {
        DeliveryState::Done => (say!(words, "milestone-done"), Sign::Done),
        DeliveryState::Planned if step.on.last() >= context.today => (say!(words, "milestone-planned"), Sign::Ahead),
        DeliveryState::Planned | DeliveryState::Late => (say!(words, "milestone-late"), Sign::Late),
    };
    let date = context.date(step.on);
    Step {
        when: match sign {
            Sign::Done => date,
            _ => say!(words, "milestone-due", due = date),
        },
        state: State { word, sign },
        title: context.text(&step.note),
        note: None,
        more: None,
    }
}

/// The median of the months from the last day of the vote, or else from the result, to the last step that was done.
fn took(context: &Context<'_>, cycle: &BudgetCycle, chosen: &[&BudgetProposal]) -> String {
    let words = context.words;
    let phase = |kind: PhaseKind| cycle.phases.iter().find(|phase| phase.kind == kind);
    let vote: Option<NaiveDate> = phase(PhaseKind::Vote)
        .map(|vote| vote.to.unwrap_or(vote.from).last())
        .or_else(|| phase(PhaseKind::Results).map(|results| results.from.first()));
    let done: Vec<_> = chosen.iter().filter(|proposal| proposal.stage == ProposalStage::Done).collect();
    let months = |proposal: &&&BudgetProposal| {
        let steps = proposal.delivery.iter().filter(|step| step.state == DeliveryState::Done);
        let last = steps.map(|step| step.on.last()).max()?;
        Some(f64::from(months_between(vote?, last).max(0)))
    };
    let mut known: Vec<f64> = done.iter().filter_map(months).collect();
    sort_by(&mut known, f64::total_cmp);
    let middle = known.len() / 2;
    let Some(upper) = known.get(middle) else {
        return if done.is_empty() { say!(words, "budget-none-done") } else { say!(words, "budget-took-unknown") };
    };
    let median = match known.len() % 2 {
        1 => *upper,
        _ => (known[middle - 1] + upper) / 2.0,
    };
    let n = Arg::Number(median, if median.fract() == 0.0 { 0 } else { 1 });
    match known.len() {
        1 => say!(words, "budget-took-one", n = n),
        known => say!(words, "budget-took", n = n, known = known, done = done.len()),
    }
}

//! One round of a participatory budget: the rule, the money, the ballot, what became of every idea, and what was done.

mod ballot;
mod delivery;
mod money;

pub use ballot::{Ballot, BallotRow, Idea};
pub use delivery::{Delivery, Project};
pub use money::{Money, MoneyPart, MoneyRow};

use super::activity::{Sign, State, Step};
use super::budgets::{current, phase_name, proposals, sorted, stage_now};
use super::chapter::Term;
use super::{Context, Head, Link, Phrase, record};
use crate::feed::records::budget::{AllocationRule, BudgetCycle, BudgetProposal, ProposalStage, VoteType};
use crate::routes::Page;
use crate::words::say;

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct BudgetPage {
    pub head: Head,
    pub crumbs: Vec<Link>,
    pub title: Phrase,
    pub summary: Option<Phrase>,
    /// Where it is now.
    pub now: String,
    /// Label and value, in hairline columns.
    pub facts: Vec<Term>,
    /// How many were chosen, and how far they are.
    pub says: String,
    /// How people vote, how votes become a choice, who may vote, how many did.
    pub rule: Vec<Term>,
    /// What the way of voting does to the result.
    pub rule_says: String,
    pub phases: Vec<Step>,
    pub money: Money,
    /// What was on the ballot; `None` if nothing is there yet.
    pub ballot: Option<Ballot>,
    pub delivery: Option<Delivery>,
    /// What did not get to the ballot, or not yet.
    pub ideas: Vec<Idea>,
    pub ideas_says: String,
}

/// The page; `None` if the feed has no such round.
pub fn budget_page(context: &Context<'_>, id: &str) -> Option<BudgetPage> {
    let words = context.words;
    let cycle = context.feed.budget_cycles.iter().find(|cycle| cycle.id.as_str() == id)?;
    let proposals = proposals(context, cycle);
    let title = context.text(&cycle.title);
    let summary = cycle.plain_summary.as_ref().map(|text| context.text(text));
    let now = stage_now(context, cycle);
    let link = |label: String, page: Page| Link { label: label.into(), href: context.href(&page) };
    let ideas = ballot::ideas(context, cycle, &proposals);
    Some(BudgetPage {
        // The process that leads to a budget often has its name: their titles would be the same.
        head: context.head(
            &say!(words, "budget-head-title", title = &title.text),
            summary.as_ref().map_or_else(|| now.clone(), |text| text.text.clone()),
        ),
        crumbs: vec![
            link(say!(words, "nav-overview"), Page::Overview),
            link(say!(words, "take-part-title"), Page::TakePart),
        ],
        facts: facts(context, cycle),
        says: says(context, cycle, &proposals),
        rule: rule(context, cycle),
        rule_says: rule_says(context, cycle.vote_type),
        phases: phases(context, cycle),
        money: money::money(context, cycle, &proposals),
        ballot: ballot::ballot(context, cycle, &proposals),
        delivery: delivery::delivery(context, cycle, &proposals),
        ideas_says: say!(words, "budget-ideas-says", total = proposals.len(), n = ideas.len()),
        ideas,
        title,
        summary,
        now,
    })
}

fn facts(context: &Context<'_>, cycle: &BudgetCycle) -> Vec<Term> {
    let words = context.words;
    let mut facts = vec![Term::new(say!(words, "budget-money"), amount(context, cycle, cycle.money))];
    let places: Vec<_> = cycle.geographies.iter().filter_map(|id| context.feed.geography(id)).collect();
    match places.as_slice() {
        [] => {}
        [place] => {
            let href = context.href(&Page::Place(place.id.to_string()));
            facts.push(Term::leading(say!(words, "table-place"), context.text(&place.name), href));
        }
        _ => {
            let names: Vec<_> = places.iter().map(|place| context.plain(&place.name)).collect();
            facts.push(Term::new(say!(words, "table-place"), words.list(&names)));
        }
    }
    let known =
        |label: String, id: &str| record::link(context, id).map(|link| Term::leading(label, link.label, link.href));
    facts.extend(cycle.decided_by.as_ref().and_then(|id| known(say!(words, "budget-decided-by"), id.as_str())));
    facts.extend(cycle.engagement.as_ref().and_then(|id| known(say!(words, "budget-engagement"), id.as_str())));
    facts
}

/// How many were chosen, and how many of these are where.
fn says(context: &Context<'_>, cycle: &BudgetCycle, proposals: &[&BudgetProposal]) -> String {
    let words = context.words;
    let count = |stage: ProposalStage| proposals.iter().filter(|proposal| proposal.stage == stage).count();
    let chosen = proposals.iter().filter(|proposal| proposal.stage.is_chosen()).count();
    if chosen == 0 {
        return say!(words, "budget-none-chosen");
    }
    say!(
        words,
        "budget-chosen-says",
        n = chosen,
        money = amount(context, cycle, cycle.money),
        done = count(ProposalStage::Done),
        doing = count(ProposalStage::InDelivery),
        waiting = count(ProposalStage::Funded),
        stopped = count(ProposalStage::Stopped)
    )
}

/// The rule, as it is printed beside the result.
fn rule(context: &Context<'_>, cycle: &BudgetCycle) -> Vec<Term> {
    let words = context.words;
    let mut terms = vec![Term::new(say!(words, "budget-vote"), vote(context, cycle.vote_type))];
    if let Some(most) = cycle.max_choices {
        terms.push(Term::new(say!(words, "budget-choices"), words.number(f64::from(most), 0)));
    }
    let choice = say!(
        words,
        match cycle.allocation_rule {
            AllocationRule::Greedy => "budget-rule-greedy",
            AllocationRule::EqualShares => "budget-rule-equal-shares",
            AllocationRule::Panel => "budget-rule-panel",
            AllocationRule::Other => "budget-rule-other",
        }
    );
    terms.push(Term::new(say!(words, "budget-rule"), choice));
    if cycle.vote_type == VoteType::NoVote {
        return terms;
    }
    terms.push(match &cycle.eligible {
        Some(eligible) => Term::new(say!(words, "budget-eligible"), context.text(&eligible.text)),
        None => Term::new(say!(words, "budget-eligible"), say!(words, "budget-not-said")),
    });
    let estimate = cycle.eligible.as_ref().and_then(|eligible| eligible.estimate).filter(|about| *about > 0);
    let count = |n: u32| words.number(f64::from(n), 0);
    terms.push(match (cycle.ballots, estimate) {
        (Some(ballots), Some(about)) => {
            let share = words.share_in_100(f64::from(ballots) / f64::from(about) * 100.0);
            let says = say!(words, "budget-turnout-of", n = count(ballots), about = count(about), share = share);
            Term::new(say!(words, "budget-turnout"), says)
        }
        (Some(ballots), None) => {
            Term::new(say!(words, "budget-turnout"), say!(words, "budget-turnout-unknown", n = ballots))
        }
        (None, _) => Term::new(say!(words, "budget-turnout"), say!(words, "budget-no-ballots")),
    });
    terms
}

fn vote(context: &Context<'_>, vote: VoteType) -> String {
    let words = context.words;
    say!(
        words,
        match vote {
            VoteType::Approval => "budget-vote-approval",
            VoteType::Ranking => "budget-vote-ranking",
            VoteType::Knapsack => "budget-vote-knapsack",
            VoteType::Cumulative => "budget-vote-cumulative",
            VoteType::Scoring => "budget-vote-scoring",
            VoteType::NoVote => "budget-vote-none",
        }
    )
}

/// Why the way of voting stands beside the result.
fn rule_says(context: &Context<'_>, vote: VoteType) -> String {
    let words = context.words;
    say!(
        words,
        match vote {
            VoteType::Approval => "budget-matters-approval",
            VoteType::Ranking => "budget-matters-ranking",
            VoteType::Knapsack => "budget-matters-knapsack",
            VoteType::Cumulative => "budget-matters-cumulative",
            VoteType::Scoring => "budget-matters-scoring",
            VoteType::NoVote => "budget-matters-none",
        }
    )
}

fn phases(context: &Context<'_>, cycle: &BudgetCycle) -> Vec<Step> {
    let words = context.words;
    let phases = sorted(cycle);
    let now = current(context, &phases);
    let step = |phase: &&crate::feed::records::budget::BudgetPhase| {
        let (word, sign) = match now {
            Some(now) if now == *phase => (say!(words, "budget-phase-now"), Sign::Running),
            _ if phase.from.first() > context.today => (say!(words, "activity-stage-ahead"), Sign::Ahead),
            _ => (say!(words, "activity-stage-behind"), Sign::Done),
        };
        let from = context.date(phase.from);
        Step {
            state: State { word, sign },
            title: phase_name(context, phase.kind).into(),
            when: match phase.to {
                Some(to) => say!(words, "when-from-to", start = from, end = context.date(to)),
                None if phase.from.first() > context.today => say!(words, "when-starts", start = from),
                None => say!(words, "when-since", start = from),
            },
            note: None,
            more: None,
        }
    };
    phases.iter().map(step).collect()
}

/// Money of a round in words.
fn amount(context: &Context<'_>, cycle: &BudgetCycle, amount: f64) -> String {
    context.words.money(amount, cycle.currency.as_str(), if amount.fract() == 0.0 { 0 } else { 2 })
}

/// How far a proposal is, in a word with its sign.
fn stage(context: &Context<'_>, stage: ProposalStage) -> State {
    let words = context.words;
    let (word, sign) = match stage {
        ProposalStage::Idea => (say!(words, "budget-stage-idea"), Sign::Vague),
        ProposalStage::UnderReview => (say!(words, "budget-stage-review"), Sign::Running),
        ProposalStage::Merged => (say!(words, "budget-stage-merged"), Sign::Stopped),
        ProposalStage::NotTakenForward => (say!(words, "budget-stage-not-forward"), Sign::Stopped),
        ProposalStage::OnBallot => (say!(words, "budget-stage-on-ballot"), Sign::Ahead),
        ProposalStage::Funded => (say!(words, "budget-stage-funded"), Sign::Ahead),
        ProposalStage::NotFunded => (say!(words, "budget-stage-not-funded"), Sign::Stopped),
        ProposalStage::InDelivery => (say!(words, "budget-stage-delivery"), Sign::Running),
        ProposalStage::Done => (say!(words, "budget-stage-done"), Sign::Done),
        ProposalStage::Stopped => (say!(words, "budget-stage-stopped"), Sign::Stopped),
    };
    State { word, sign }
}

#[cfg(test)]
mod tests;

//! The ballot: by votes, with the line below which nothing was chosen; and the ideas that were not on it.

use super::money::given_to;
use super::{amount, stage};
use crate::feed::records::budget::{AllocationRule, BudgetCycle, BudgetProposal, ProposalStage, VoteType};
use crate::present::activity::State;
use crate::present::{Context, Link, Phrase, record};
use crate::sorted::sort_by;
use crate::words::{fold, say};

/// What people could vote for, or what a panel looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Ballot {
    pub caption: String,
    /// There are votes.
    pub has_votes: bool,
    /// There are points besides.
    pub has_points: bool,
    pub rows: Vec<BallotRow>,
    /// Before which row the line stands, and what it says.
    pub cut: Option<(usize, String)>,
    /// Why some below the line have more votes than some above it.
    pub mixed: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct BallotRow {
    /// Also the fragment of its address.
    pub id: String,
    pub place: String,
    pub title: Phrase,
    pub summary: Option<Phrase>,
    pub state: State,
    pub reason: Option<Phrase>,
    /// The activity that carries it out.
    pub activity: Option<Link>,
    pub votes: String,
    /// The length of the bar, in tenths of the most votes.
    pub tenths: usize,
    pub points: String,
    pub cost: String,
}

/// An idea that is not on the ballot, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Idea {
    pub id: String,
    pub title: Phrase,
    pub summary: Option<Phrase>,
    pub state: State,
    pub reason: Phrase,
    /// What it became a part of.
    pub merged: Option<Link>,
    pub cost: String,
}

pub(super) fn ballot(context: &Context<'_>, cycle: &BudgetCycle, proposals: &[&BudgetProposal]) -> Option<Ballot> {
    let words = context.words;
    let mut listed: Vec<&BudgetProposal> =
        proposals.iter().copied().filter(|proposal| proposal.stage.was_on_ballot()).collect();
    if listed.is_empty() {
        return None;
    }
    let has_votes = listed.iter().any(|proposal| proposal.votes.is_some());
    let has_points = listed.iter().any(|proposal| proposal.score.is_some());
    // What was chosen stands above the line, whatever the rule was. Under the usual one this is the order of votes.
    let weight = |proposal: &BudgetProposal| match has_points {
        true => proposal.score.unwrap_or(-1.0),
        false => proposal.votes.map_or(-1.0, f64::from),
    };
    let name = |proposal: &BudgetProposal| fold(&context.plain(&proposal.title));
    sort_by(&mut listed, |a, b| {
        let chosen = b.stage.is_chosen().cmp(&a.stage.is_chosen());
        chosen.then(weight(b).total_cmp(&weight(a))).then_with(|| name(a).cmp(&name(b)))
    });
    let chosen = listed.iter().filter(|proposal| proposal.stage.is_chosen()).count();
    let most = listed.iter().filter_map(|proposal| proposal.votes).max().unwrap_or(0).max(1);
    let row = |(at, proposal): (usize, &&BudgetProposal)| row(context, cycle, proposal, at, most);
    let given: f64 = listed.iter().take(chosen).filter_map(|proposal| given_to(proposal)).sum();
    let line = match given <= cycle.money {
        true => {
            let (given, left) = (amount(context, cycle, given), amount(context, cycle, cycle.money - given));
            say!(words, "budget-cut-left", given = given, left = left)
        }
        false => say!(words, "budget-cut"),
    };
    Some(Ballot {
        caption: match (cycle.vote_type, has_votes) {
            (VoteType::NoVote, _) => say!(words, "budget-ballot-panel"),
            (_, true) => say!(words, "budget-ballot-votes"),
            (_, false) => say!(words, "budget-ballot-uncounted"),
        },
        has_votes,
        has_points,
        cut: (chosen > 0 && chosen < listed.len()).then_some((chosen, line)),
        mixed: mixed(context, cycle, &listed[..chosen], &listed[chosen..], &weight),
        rows: listed.iter().enumerate().map(row).collect(),
    })
}

/// Said if votes alone did not decide.
fn mixed(
    context: &Context<'_>,
    cycle: &BudgetCycle,
    chosen: &[&BudgetProposal],
    others: &[&BudgetProposal],
    weight: &dyn Fn(&BudgetProposal) -> f64,
) -> Option<String> {
    let words = context.words;
    let fewest = weight(chosen.last()?);
    let passed = others.iter().filter(|proposal| fewest >= 0.0 && weight(proposal) > fewest).count();
    let key = match cycle.allocation_rule {
        _ if passed == 0 => return None,
        AllocationRule::Greedy => say!(words, "budget-mixed-greedy", n = passed),
        AllocationRule::EqualShares => say!(words, "budget-mixed-equal-shares", n = passed),
        AllocationRule::Panel | AllocationRule::Other => say!(words, "budget-mixed-other", n = passed),
    };
    Some(key)
}

fn row(context: &Context<'_>, cycle: &BudgetCycle, proposal: &BudgetProposal, at: usize, most: u32) -> BallotRow {
    let words = context.words;
    let votes = proposal.votes.unwrap_or(0) as usize;
    let decimals = |n: f64| if n.fract() == 0.0 { 0 } else { 1 };
    BallotRow {
        id: proposal.id.to_string(),
        place: words.number((at + 1) as f64, 0),
        title: context.text(&proposal.title),
        summary: proposal.plain_summary.as_ref().map(|text| context.text(text)),
        state: stage(context, proposal.stage),
        reason: proposal.stage_reason.as_ref().map(|reason| context.text(reason)),
        activity: proposal.activity.as_ref().and_then(|id| record::link(context, id.as_str())),
        votes: proposal.votes.map_or_else(|| say!(words, "budget-not-counted"), |n| words.number(f64::from(n), 0)),
        tenths: (votes * 10).div_ceil(most as usize),
        points: proposal
            .score
            .map_or_else(|| say!(words, "budget-not-counted"), |points| words.number(points, decimals(points))),
        cost: cost(context, cycle, proposal),
    }
}

/// What it would cost, and what it did.
fn cost(context: &Context<'_>, cycle: &BudgetCycle, proposal: &BudgetProposal) -> String {
    let words = context.words;
    let said = |sum: f64| amount(context, cycle, sum);
    match (proposal.cost_estimated, proposal.cost_final) {
        (Some(meant), Some(did)) if meant != did => {
            say!(words, "budget-cost-both", meant = said(meant), did = said(did))
        }
        (Some(cost), _) | (None, Some(cost)) => said(cost),
        (None, None) => say!(words, "budget-not-said"),
    }
}

/// What was not on the ballot: what stopped and was merged first, then what is still being looked at.
pub(super) fn ideas(context: &Context<'_>, cycle: &BudgetCycle, proposals: &[&BudgetProposal]) -> Vec<Idea> {
    let words = context.words;
    let mut listed: Vec<&BudgetProposal> =
        proposals.iter().copied().filter(|proposal| !proposal.stage.was_on_ballot()).collect();
    let rank = |stage: ProposalStage| match stage {
        ProposalStage::NotTakenForward => 0,
        ProposalStage::Merged => 1,
        ProposalStage::UnderReview => 2,
        _ => 3,
    };
    sort_by(&mut listed, |a, b| rank(a.stage).cmp(&rank(b.stage)));
    let idea = |proposal: &&BudgetProposal| {
        let reason = proposal.stage_reason.as_ref().map(|reason| context.text(reason));
        Idea {
            id: proposal.id.to_string(),
            title: context.text(&proposal.title),
            summary: proposal.plain_summary.as_ref().map(|text| context.text(text)),
            state: stage(context, proposal.stage),
            reason: match (reason, proposal.stage) {
                (Some(reason), _) => reason,
                (None, ProposalStage::Idea | ProposalStage::UnderReview) => say!(words, "budget-still-open").into(),
                (None, _) => say!(words, "budget-no-reason").into(),
            },
            merged: proposal.merged_into.as_ref().and_then(|id| record::link(context, id.as_str())),
            cost: cost(context, cycle, proposal),
        }
    };
    listed.iter().map(idea).collect()
}

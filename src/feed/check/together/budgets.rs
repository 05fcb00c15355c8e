//! Participatory budgets.

use super::super::records::order;
use super::super::{Check, shown};
use super::steps::{in_order, point};
use super::{Around, not_yet, unexplained};
use crate::feed::finding::quoted;
use crate::feed::read::{Draft, Placed};
use crate::feed::records::budget::{DeliveryState, ProposalStage, VoteType};
use crate::feed::records::{BudgetCycle, BudgetProposal};
use crate::feed::rule::Rule;

/// Money is compared to the cent.
const CENT: f64 = 0.005;

type Proposals<'p, 's, 'a> = Vec<&'p Placed<'s, 'a, BudgetProposal>>;

pub(super) fn check(draft: &Draft<'_, '_>, around: &Around<'_>, check: &mut Check<'_>) {
    for cycle in &draft.budget_cycles {
        let own = draft.budget_proposals.iter().filter(|proposal| proposal.record.cycle == cycle.record.id);
        let proposals: Proposals<'_, '_, '_> = own.collect();
        phases(cycle, check);
        money(cycle, &proposals, check);
        votes(cycle, &proposals, check);
    }
    for proposal in &draft.budget_proposals {
        stage(proposal, draft, check);
        costs(proposal, check);
        point(proposal.record.location.as_ref(), |field| proposal.at(&format!("location/{field}")), check);
        delivery(proposal, draft, around, check);
    }
}

fn phases(cycle: &Placed<'_, '_, BudgetCycle>, check: &mut Check<'_>) {
    let phases = &cycle.record.phases;
    for (index, phase) in phases.iter().enumerate() {
        order(Some(phase.from), phase.to, "from", "to", || cycle.at(&format!("phases/{index}/to")), check);
    }
    let steps = phases.iter().map(|phase| (phase.kind, phase.kind.wire(), phase.from)).collect();
    in_order(steps, |index| cycle.at(&format!("phases/{index}/from")), check);
}

/// What a chosen proposal takes of the money. One that was given up takes what was spent.
fn cost(proposal: &BudgetProposal) -> f64 {
    match proposal.stage {
        ProposalStage::Stopped => proposal.spent.unwrap_or(0.0),
        stage if stage.is_chosen() => proposal.cost_final.or(proposal.cost_estimated).unwrap_or(0.0),
        _ => 0.0,
    }
}

fn money(cycle: &Placed<'_, '_, BudgetCycle>, proposals: &Proposals<'_, '_, '_>, check: &mut Check<'_>) {
    let record = &cycle.record;
    if record.money < 0.0 {
        let message = format!("There is no less money than none; here stands {}.", shown(record.money));
        return check.report(Rule::BelowZero, cycle.at("money"), message, "Correct it.");
    }
    let taken: f64 = proposals.iter().map(|proposal| cost(&proposal.record)).sum();
    if taken > record.money + CENT && record.extra_funding_note.is_none() {
        let (currency, all) = (record.currency.as_str(), shown(record.money));
        check.report(
            Rule::OverBudget,
            cycle.at("money"),
            format!("What was chosen costs {} {currency}, but there are {all}.", shown(taken)),
            "Correct the costs, or say in \"extra_funding_note\" where the rest comes from.",
        );
    }
}

fn votes(cycle: &Placed<'_, '_, BudgetCycle>, proposals: &Proposals<'_, '_, '_>, check: &mut Check<'_>) {
    let record = &cycle.record;
    let counted = || proposals.iter().filter_map(|proposal| Some((*proposal, proposal.record.votes?)));
    let Some((first, _)) = counted().find(|(_, votes)| *votes > 0) else { return };
    let mut wrong = |place, message: String, fix: &str| check.report(Rule::VotesDoNotFit, place, message, fix);
    let cycle_id = quoted(record.id.as_str());
    if record.vote_type == VoteType::NoVote {
        let message = format!("There are votes here, but nobody votes in the cycle {cycle_id}.");
        return wrong(first.at("votes"), message, "Take them out, or correct \"vote_type\" of the cycle.");
    }
    let Some(ballots) = record.ballots else {
        let message =
            format!("There are votes here, but the cycle {cycle_id} does not say how many ballots there were.");
        return wrong(first.at("votes"), message, "Add \"ballots\" to the cycle.");
    };
    let mut each = true;
    for (proposal, votes) in counted().filter(|(_, votes)| *votes > ballots) {
        each = false;
        let message = format!("{votes} ballots name this proposal, but there were {ballots}.");
        wrong(proposal.at("votes"), message, "Correct the votes here, or \"ballots\" of the cycle.");
    }
    let most = record.max_choices.filter(|_| each && record.vote_type == VoteType::Approval);
    if let Some(most) = most.map(|most| u64::from(most) * u64::from(ballots)) {
        let all: u64 = counted().map(|(_, votes)| u64::from(votes)).sum();
        if all > most {
            let message = format!("All votes are {all}, but {ballots} ballots can hold no more than {most}.");
            wrong(cycle.at("ballots"), message, "Correct \"ballots\", \"max_choices\" or the votes.");
        }
    }
}

fn stage(proposal: &Placed<'_, '_, BudgetProposal>, draft: &Draft<'_, '_>, check: &mut Check<'_>) {
    let record = &proposal.record;
    let what = match record.stage {
        ProposalStage::Merged => "The proposal was merged into another",
        ProposalStage::NotTakenForward => "The proposal did not get to the ballot",
        ProposalStage::Stopped => "The proposal was given up",
        _ => "",
    };
    if !what.is_empty() && record.stage_reason.is_none() {
        unexplained(what, "stage_reason", proposal.at("stage"), check);
    }
    let Some(into) = &record.merged_into else { return };
    let other = draft.budget_proposals.iter().map(|other| &other.record).find(|other| other.id == *into);
    let message = match other {
        Some(other) if other.id == record.id => "The proposal is merged into itself.",
        Some(other) if other.cycle != record.cycle => "The proposal is merged into one of another cycle.",
        Some(_) if record.stage != ProposalStage::Merged => {
            "The proposal says what it was merged into, and that it was not."
        }
        _ => return,
    };
    let fix = "Name another proposal of the same cycle and write \"merged\", or take \"merged_into\" out.";
    check.report(Rule::MergedElsewhere, proposal.at("merged_into"), message, fix);
}

fn costs(proposal: &Placed<'_, '_, BudgetProposal>, check: &mut Check<'_>) {
    let record = &proposal.record;
    let sums = [("cost_estimated", record.cost_estimated), ("cost_final", record.cost_final), ("spent", record.spent)];
    for (field, value) in sums {
        if let Some(value) = value.filter(|value| *value < 0.0) {
            let message = format!("A sum of money is not below zero; here stands {}.", shown(value));
            check.report(Rule::BelowZero, proposal.at(field), message, "Correct it.");
        }
    }
    if let (Some(spent), Some(cost), None) = (record.spent, record.cost_final, &record.stage_reason)
        && spent > cost + CENT
    {
        check.report(
            Rule::OverSpent,
            proposal.at("spent"),
            format!("{} were spent, more than the final cost of {}.", shown(spent), shown(cost)),
            "Correct one of the two, or say in \"stage_reason\" why.",
        );
    }
}

fn delivery(
    proposal: &Placed<'_, '_, BudgetProposal>,
    draft: &Draft<'_, '_>,
    around: &Around<'_>,
    check: &mut Check<'_>,
) {
    for (index, step) in proposal.record.delivery.iter().enumerate() {
        let place = || proposal.at(&format!("delivery/{index}/on"));
        match step.state {
            DeliveryState::Done => not_yet(Some(step.on), "This step was done", place, check),
            DeliveryState::Planned if around.live && step.on.last() < check.today => {
                let cycle = draft.budget_cycles.iter().find(|cycle| cycle.record.id == proposal.record.cycle);
                let by = cycle.and_then(|cycle| cycle.record.decided_by.as_ref());
                let by = by.map_or(String::new(), |by| format!(" {} answers for the money.", around.name(by.as_str())));
                check.report(
                    Rule::MilestonePast,
                    place(),
                    format!("This step was planned for {}, and nothing says whether it was done.{by}", step.on),
                    "Write \"done\" or \"late\", or a later day.",
                );
            }
            DeliveryState::Planned | DeliveryState::Late => {}
        }
    }
}

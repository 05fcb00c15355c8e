//! Rounds of a participatory budget, as other pages speak of them: in one sentence, where each is now.

use super::Context;
use crate::feed::records::budget::{BudgetCycle, BudgetPhase, BudgetProposal, PhaseKind, ProposalStage};
use crate::sorted::sort_by_key;
use crate::words::say;

/// Where a round is now, in one sentence: what residents can do, until when, or what has been done with the money.
pub fn stage_now(context: &Context<'_>, cycle: &BudgetCycle) -> String {
    let words = context.words;
    let phases = sorted(cycle);
    let Some(current) = current(context, &phases) else {
        let next = phases.iter().find(|phase| phase.from.first() > context.today);
        return match next {
            Some(phase) => {
                let date = context.date(phase.from);
                say!(words, "budget-now-next", phase = phase_name(context, phase.kind), date = date)
            }
            None => done_of(context, cycle),
        };
    };
    let open = current.to.is_none();
    let date = current.to.map(|to| context.date(to)).unwrap_or_default();
    match (current.kind, open) {
        (PhaseKind::Ideas, false) => say!(words, "budget-now-ideas", date = date),
        (PhaseKind::Ideas, true) => say!(words, "budget-now-ideas-open"),
        (PhaseKind::Review, _) => say!(words, "budget-now-review"),
        (PhaseKind::BallotDesign, _) => say!(words, "budget-now-ballot"),
        (PhaseKind::Vote, false) => say!(words, "budget-now-vote", date = date),
        (PhaseKind::Vote, true) => say!(words, "budget-now-vote-open"),
        (PhaseKind::Results, _) => say!(words, "budget-now-results"),
        (PhaseKind::Delivery, _) => done_of(context, cycle),
    }
}

/// The proposals of a round, in the feed's order.
pub(super) fn proposals<'a>(context: &Context<'a>, cycle: &BudgetCycle) -> Vec<&'a BudgetProposal> {
    context.feed.budget_proposals.iter().filter(|proposal| proposal.cycle == cycle.id).collect()
}

/// "3 of 5 chosen projects are done."
pub(super) fn done_of(context: &Context<'_>, cycle: &BudgetCycle) -> String {
    let chosen: Vec<_> = proposals(context, cycle).into_iter().filter(|proposal| proposal.stage.is_chosen()).collect();
    let done = chosen.iter().filter(|proposal| proposal.stage == ProposalStage::Done).count();
    match chosen.len() {
        0 => say!(context.words, "budget-none-chosen"),
        total => say!(context.words, "budget-done", n = done, total = total),
    }
}

/// The phases in the order of their days.
pub(super) fn sorted(cycle: &BudgetCycle) -> Vec<&BudgetPhase> {
    let mut phases: Vec<&BudgetPhase> = cycle.phases.iter().collect();
    sort_by_key(&mut phases, |phase| phase.from.first());
    phases
}

/// The phase that goes on today; of several the one that began last.
pub(super) fn current<'p>(context: &Context<'_>, phases: &[&'p BudgetPhase]) -> Option<&'p BudgetPhase> {
    let today = context.today;
    let goes_on = |phase: &&&BudgetPhase| phase.from.first() <= today && phase.to.is_none_or(|to| to.last() >= today);
    phases.iter().rev().find(goes_on).copied()
}

/// What a phase is called.
pub(super) fn phase_name(context: &Context<'_>, kind: PhaseKind) -> String {
    let words = context.words;
    say!(
        words,
        match kind {
            PhaseKind::Ideas => "budget-phase-ideas",
            PhaseKind::Review => "budget-phase-review",
            PhaseKind::BallotDesign => "budget-phase-ballot",
            PhaseKind::Vote => "budget-phase-vote",
            PhaseKind::Results => "budget-phase-results",
            PhaseKind::Delivery => "budget-phase-delivery",
        }
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::testing::Small;

    #[track_caller]
    fn check(phases: &str, expected: &str) {
        let cycle = format!(
            r#"{{"id": "pb-east", "title": "Eastside decides", "money": 1000, "currency": "USD", "phases": [{phases}],
            "vote_type": "approval", "allocation_rule": "greedy"}}"#
        );
        let proposal = |id: &str, stage: &str| {
            format!(
                r#"{{"id": "{id}", "cycle": "pb-east", "title": "T", "stage": "{stage}", "stage_reason": "R", "cost_estimated": 1}}"#
            )
        };
        let (a, b) = (proposal("pp-a", "done"), proposal("pp-b", "funded"));
        let small = Small::new(&[
            ("budget_cycles/pb-east.json", cycle.as_str()),
            ("budget_proposals/pp-a.json", &a),
            ("budget_proposals/pp-b.json", &b),
        ]);
        let context = small.context("en");
        assert_eq!(stage_now(&context, &context.feed.budget_cycles[0]), expected);
    }

    #[test]
    fn a_round_says_where_it_is_now() {
        let ideas = r#"{"kind": "ideas", "from": "2026-11-01", "to": "2026-12-05"}"#;
        check(ideas, "Bring an idea until 5 December 2026.");
        check(&ideas.replace("ideas", "vote"), "Vote until 5 December 2026.");
        check(r#"{"kind": "vote", "from": "2026-11-01"}"#, "The vote is open.");
        check(r#"{"kind": "ideas", "from": "2027-02"}"#, "Next: Ideas, from February 2027.");
        let delivery =
            r#"{"kind": "vote", "from": "2025-05", "to": "2025-06"}, {"kind": "delivery", "from": "2025-07"}"#;
        check(delivery, "1 of 2 chosen projects is done.");
        check(r#"{"kind": "vote", "from": "2025-05", "to": "2025-06"}"#, "1 of 2 chosen projects is done.");
    }
}

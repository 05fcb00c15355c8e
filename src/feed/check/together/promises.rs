//! Promises.

use super::super::Check;
use super::super::records::order;
use super::{Around, not_yet, unexplained};
use crate::feed::read::{Draft, Placed};
use crate::feed::records::Commitment;
use crate::feed::records::commitment::CommitmentState;
use crate::feed::rule::Rule;

pub(super) fn check(draft: &Draft<'_, '_>, around: &Around<'_>, check: &mut Check<'_>) {
    for commitment in &draft.commitments {
        state(commitment, check);
        days(commitment, check);
        if around.live {
            overdue(commitment, around, check);
        }
    }
}

fn state(commitment: &Placed<'_, '_, Commitment>, check: &mut Check<'_>) {
    use CommitmentState::{AtRisk, Broken, Kept, PartlyKept, Withdrawn};
    let record = &commitment.record;
    let what = match record.state {
        AtRisk => "The promise is at risk",
        PartlyKept => "The promise is kept only in part",
        Broken => "The promise was not kept",
        Withdrawn => "The promise was taken back",
        _ => "",
    };
    if !what.is_empty() && record.state_reason.is_none() {
        unexplained(what, "state_reason", commitment.at("state"), check);
    }
    if record.state == Kept && record.evidence.is_empty() && record.evidence_links.is_empty() {
        check.report(
            Rule::PromiseUnshown,
            commitment.at("state"),
            "The promise is called kept, and nothing shows it.",
            "Add \"evidence\": [ … ] with the ids of records that show it, or \"evidence_links\": [ … ].",
        );
    }
}

fn days(commitment: &Placed<'_, '_, Commitment>, check: &mut Check<'_>) {
    let record = &commitment.record;
    let made = Some(record.made_on);
    order(made, record.due, "made_on", "due", || commitment.at("due"), check);
    order(made, record.settled_on, "made_on", "settled_on", || commitment.at("settled_on"), check);
    not_yet(made, "The promise was made", || commitment.at("made_on"), check);
    not_yet(record.settled_on, "The promise was settled", || commitment.at("settled_on"), check);
    if let Some(dispute) = &record.dispute {
        let place = || commitment.at("dispute/on");
        order(made, Some(dispute.on), "made_on", "on", place, check);
        not_yet(Some(dispute.on), "This was said", place, check);
    }
}

fn overdue(commitment: &Placed<'_, '_, Commitment>, around: &Around<'_>, check: &mut Check<'_>) {
    let record = &commitment.record;
    let open = matches!(record.state, CommitmentState::Promised | CommitmentState::OnTrack);
    if let Some(due) = record.due.filter(|due| open && due.last() < check.today) {
        let (state, by) = (record.state.wire(), around.name(record.by.as_str()));
        check.report(
            Rule::PromisePast,
            commitment.at("due"),
            format!("The promise was due {due}, but is still called {state}. {by} made it."),
            "Write \"kept\" with \"evidence\", or \"at_risk\", \"partly_kept\" or \"broken\" with \"state_reason\".",
        );
    }
}

//! Decisions.

use super::super::Check;
use super::super::records::order;
use super::{Around, not_yet};
use crate::feed::read::{Draft, Placed};
use crate::feed::records::Decision;
use crate::feed::records::decision::DecisionResult;
use crate::feed::rule::Rule;

pub(super) fn check(draft: &Draft<'_, '_>, around: &Around<'_>, check: &mut Check<'_>) {
    for decision in &draft.decisions {
        let record = &decision.record;
        if matches!(record.result, DecisionResult::Agreed | DecisionResult::Rejected) {
            not_yet(Some(record.on), "This was decided", || decision.at("on"), check);
        }
        order(Some(record.on), record.review_on, "on", "review_on", || decision.at("review_on"), check);
        if around.live {
            review(decision, draft, around, check);
        }
    }
}

/// A later decision that names this one has looked at it again.
fn review(decision: &Placed<'_, '_, Decision>, draft: &Draft<'_, '_>, around: &Around<'_>, check: &mut Check<'_>) {
    let record = &decision.record;
    let Some(day) = record.review_on.filter(|day| day.last() < check.today) else { return };
    let mut decisions = draft.decisions.iter().map(|decision| &decision.record);
    if record.result == DecisionResult::Withdrawn || decisions.any(|other| record.is_followed_by(other)) {
        return;
    }
    check.report(
        Rule::DecisionPast,
        decision.at("review_on"),
        format!(
            "This decision was to be looked at again in {day}, and nothing says what came of it. {} made it.",
            around.name(record.made_by.as_str())
        ),
        "Add the next decision with this one in its \"inputs\", or write a later \"review_on\".",
    );
}

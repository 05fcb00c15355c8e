//! Rules about what people do together: work groups, promises, processes in which residents take part, feedback,
//! decisions, participatory budgets, needs, words, and the way a strategy leads to the next.
//!
//! What only time makes wrong is asked of real feeds alone: a sample owes nobody anything.

mod budgets;
mod decisions;
mod engagements;
mod feedback;
mod groups;
mod promises;
mod steps;
mod terms;

use std::collections::HashMap;

use super::Check;
use super::leaves::Subject;
use crate::feed::date::Date;
use crate::feed::finding::{Place, quoted};
use crate::feed::id::PUBLIC;
use crate::feed::read::Draft;
use crate::feed::rule::Rule;
use crate::feed::text::Text;

/// What several of these rules need to know of the rest of the feed.
struct Around<'d> {
    /// Whether its days are compared with today.
    live: bool,
    /// The smallest count of people that is published.
    least: u32,
    names: HashMap<&'d str, &'d Text>,
}

impl<'d> Around<'d> {
    fn of(draft: &'d Draft<'_, '_>) -> Self {
        let coalition = draft.coalition.as_ref().map(|coalition| &coalition.record);
        let partners = draft.partners.iter().map(|partner| (partner.record.id.as_str(), &partner.record.name));
        let groups = draft.workgroups.iter().map(|group| (group.record.id.as_str(), &group.record.title));
        Self {
            live: coalition.is_some_and(|coalition| !coalition.sample),
            least: coalition.map_or(0, |coalition| coalition.disclosure.min_count),
            names: partners.chain(groups).collect(),
        }
    }

    /// The name of a partner or a work group.
    fn name(&self, id: &str) -> String {
        quoted(self.names.get(id).and_then(|name| name.versions().next()).unwrap_or(id))
    }
}

pub(super) fn check(draft: &Draft<'_, '_>, records: &[Subject<'_>], check: &mut Check<'_>) {
    let around = Around::of(draft);
    for record in records.iter().filter(|record| record.id == PUBLIC) {
        check.report(
            Rule::BadId,
            record.at("id"),
            "The id \"public\" stands for everybody: a promise may be made to the public.",
            "Give the record another id.",
        );
    }
    groups::check(draft, check);
    steps::check(draft, check);
    promises::check(draft, &around, check);
    engagements::check(draft, &around, check);
    feedback::check(draft, &around, check);
    decisions::check(draft, &around, check);
    budgets::check(draft, &around, check);
    terms::check(draft, check);
    for need in draft.needs.iter().filter(|_| around.live) {
        use crate::feed::records::need::NeedState;
        let until = need.record.until.filter(|until| until.last() < check.today);
        if let (NeedState::Open, Some(until)) = (need.record.state, until) {
            let by = around.name(need.record.by.as_str());
            check.report(
                Rule::NeedPast,
                need.at("until"),
                format!("This was open until {until}, and is still called open. {by} answers for it."),
                "Write \"met\" or \"withdrawn\", or a later \"until\".",
            );
        }
    }
}

/// Reports a day on which nothing can have happened yet. Dates that may be past get the benefit of the doubt.
fn not_yet(date: Option<Date>, what: &str, place: impl FnOnce() -> Place, check: &mut Check<'_>) {
    if let Some(date) = date.filter(|date| check.is_to_come(date.first())) {
        let message = format!("{what} on {date}, which lies in the future.");
        check.report(Rule::FutureValue, place(), message, "Correct the date.");
    }
}

/// Reports a word that has to be explained and is not.
fn unexplained(what: &str, field: &str, place: Place, check: &mut Check<'_>) {
    check.report(Rule::ReasonMissing, place, format!("{what}, and nothing says why."), format!("Add \"{field}\"."));
}

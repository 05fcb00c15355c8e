//! The last decisions, in short.

use crate::feed::records::Decision;
use crate::feed::records::decision::DecisionResult;
use crate::present::activity::{Sign, State};
use crate::present::{Context, Link, Phrase, record};
use crate::sorted::sort_by_key;
use crate::words::say;

/// A decision in a line.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionRow {
    pub when: String,
    /// The day for machines.
    pub datetime: String,
    pub title: Link,
    pub result: State,
    pub reason: Phrase,
    pub made_by: Option<Phrase>,
}

/// So many stand on the page; the others on that of promises.
const MOST: usize = 10;

pub(super) fn decisions(context: &Context<'_>) -> Vec<DecisionRow> {
    let mut all: Vec<&Decision> = context.feed.decisions.iter().collect();
    sort_by_key(&mut all, |decision| std::cmp::Reverse(decision.on.last()));
    all.into_iter().take(MOST).map(|decision| row(context, decision)).collect()
}

fn row(context: &Context<'_>, decision: &Decision) -> DecisionRow {
    let words = context.words;
    let (word, sign) = match decision.result {
        DecisionResult::Agreed => (say!(words, "how-decision-agreed"), Sign::Done),
        DecisionResult::Rejected => (say!(words, "how-decision-rejected"), Sign::Stopped),
        DecisionResult::Deferred => (say!(words, "how-decision-deferred"), Sign::Ahead),
        DecisionResult::Withdrawn => (say!(words, "how-decision-withdrawn"), Sign::Vague),
    };
    let label = context.text(&decision.title);
    let href = record::href(context, decision.id.as_str()).unwrap_or_default();
    DecisionRow {
        when: context.date(decision.on),
        datetime: decision.on.to_string(),
        title: Link { label, href },
        result: State { word, sign },
        reason: context.text(&decision.reason),
        made_by: record::name(context, decision.made_by.as_str()),
    }
}

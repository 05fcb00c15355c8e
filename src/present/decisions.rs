//! Decisions: what was agreed or turned down, by whom, by which rule and why.

use super::activity::{Sign, State};
use super::pairs::{Item, Pair, links, party};
use super::{Context, Phrase};
use crate::feed::records::Decision;
use crate::feed::records::decision::DecisionResult;
use crate::feed::records::workgroup::DecisionRule;
use crate::sorted::sort_by_key;
use crate::words::say;

/// A decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionItem {
    /// The fragment of its address.
    pub id: String,
    pub date: String,
    /// The date for machines.
    pub datetime: String,
    pub title: Phrase,
    pub what: Phrase,
    pub result: State,
    pub reason: Phrase,
    /// Who, by which rule and with how many votes; what it rests on and what it changes.
    pub facts: Vec<Pair>,
    /// What else was on the table.
    pub options: Vec<Phrase>,
    pub dissent: Option<Phrase>,
}

/// The decisions that are meant, the newest first.
pub fn decisions(context: &Context<'_>, is_meant: &dyn Fn(&Decision) -> bool) -> Vec<DecisionItem> {
    let mut meant: Vec<_> = context.feed.decisions.iter().filter(|decision| is_meant(decision)).collect();
    sort_by_key(&mut meant, |decision| std::cmp::Reverse(decision.on.last()));
    meant.into_iter().map(|decision| item(context, decision)).collect()
}

fn item(context: &Context<'_>, decision: &Decision) -> DecisionItem {
    DecisionItem {
        id: decision.id.to_string(),
        date: context.date(decision.on),
        datetime: decision.on.to_string(),
        title: context.text(&decision.title),
        what: context.text(&decision.what),
        result: result(context, decision.result),
        reason: context.text(&decision.reason),
        facts: facts(context, decision),
        options: decision.options_considered.iter().map(|option| context.text(option)).collect(),
        dissent: decision.dissent.as_ref().map(|dissent| context.text(dissent)),
    }
}

/// The answer in a word, with its sign.
pub fn result(context: &Context<'_>, result: DecisionResult) -> State {
    let words = context.words;
    let (word, sign) = match result {
        DecisionResult::Agreed => (say!(words, "decision-agreed"), Sign::Done),
        DecisionResult::Rejected => (say!(words, "decision-rejected"), Sign::Stopped),
        DecisionResult::Deferred => (say!(words, "decision-deferred"), Sign::Paused),
        DecisionResult::Withdrawn => (say!(words, "decision-withdrawn"), Sign::Vague),
    };
    State { word, sign }
}

fn facts(context: &Context<'_>, decision: &Decision) -> Vec<Pair> {
    let words = context.words;
    // A work group has a rule for all its decisions; one of them may have had another.
    let group = context.feed.workgroups.iter().find(|group| group.id.as_str() == decision.made_by.as_str());
    let rule = match decision.rule.or(group.map(|group| group.decision_rule)) {
        Some(DecisionRule::Consensus) => say!(words, "decision-rule-consensus"),
        Some(DecisionRule::Consent) => say!(words, "decision-rule-consent"),
        Some(DecisionRule::Majority) => say!(words, "decision-rule-majority"),
        Some(DecisionRule::Delegated) => say!(words, "decision-rule-delegated"),
        None => say!(words, "decision-rule-unsaid"),
    };
    let mut facts = vec![
        Pair::new(say!(words, "decision-by"), party(context, decision.made_by.as_str())),
        Pair::new(say!(words, "decision-rule"), rule),
    ];
    if let Some(counts) = &decision.counts {
        let (for_it, against, abstain) = (counts.in_favour, counts.against, counts.abstain);
        let says = say!(words, "decision-counts", pro = for_it, against = against, abstain = abstain);
        facts.push(Pair::new(say!(words, "decision-votes"), says));
    }
    let inputs = links(context, decision.inputs.iter().map(|id| id.as_str()));
    facts.extend(Pair::links(say!(words, "decision-inputs"), inputs));
    let affects = links(context, decision.affects.iter().map(|id| id.as_str()));
    facts.extend(Pair::links(say!(words, "decision-affects"), affects));
    if let Some(on) = decision.review_on {
        let date = context.date(on);
        let says: Item = match on.last() < context.today {
            true => say!(words, "decision-review-past", date = date).into(),
            false => date.into(),
        };
        facts.push(Pair::new(say!(words, "decision-review"), says));
    }
    facts
}

//! Decisions: what was agreed or turned down, by whom and why.
//!
//! The parts are those of a motion and its vote in Popolo, made simpler.

use crate::feed::date::Date;
use crate::feed::id::{AnyId, DecisionId, PartyId};
use crate::feed::record::{choice, record};
use crate::feed::records::workgroup::DecisionRule;
use crate::feed::text::Text;

record! {
    /// A decision with its reason.
    pub struct Decision ("a decision") {
        /// Its name in addresses and references, equal to the file's name.
        id: DecisionId,
        /// What it is called.
        title: Text,
        /// What was decided on, in plain words.
        what: Text,
        /// Who decided: a partner or a work group.
        made_by: PartyId,
        /// When.
        on: Date,
        /// What the answer was.
        result: DecisionResult,
        /// Why.
        reason: Text,
        /// How it was decided, if not by the rule of the work group.
        rule: Option<DecisionRule>,
        /// How the votes fell.
        counts: Option<Counts>,
        /// What else was on the table.
        options_considered: Vec<Text>,
        /// What it rests on: feedback, engagements, indicators.
        inputs: Vec<AnyId>,
        /// What it changes.
        affects: Vec<AnyId>,
        /// When it is looked at again.
        review_on: Option<Date>,
        /// What those said who saw it otherwise.
        dissent: Option<Text>,
    }
}

choice! {
    /// Answers.
    pub enum DecisionResult {
        /// Yes: it is done.
        Agreed = "agreed",
        /// No: it is not done.
        Rejected = "rejected",
        /// Not yet.
        Deferred = "deferred",
        /// The question was taken back.
        Withdrawn = "withdrawn",
    }
}

record! {
    /// How the votes fell.
    pub struct Counts ("the counts") {
        /// Votes for it.
        in_favour as "for": u32,
        /// Votes against it.
        against: u32,
        /// Neither.
        abstain: u32,
    }
}

impl Decision {
    /// Whether another decision, made later, rests on this one or changes it: then it has been looked at again.
    pub fn is_followed_by(&self, other: &Self) -> bool {
        let named = || other.inputs.iter().chain(&other.affects).any(|id| id.as_str() == self.id.as_str());
        other.id != self.id && other.on.last() >= self.on.first() && named()
    }
}

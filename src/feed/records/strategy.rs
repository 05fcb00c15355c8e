//! Strategies: how activities are meant to reach goals.

use crate::feed::id::{GoalId, StepId, StrategyId};
use crate::feed::link::Link;
use crate::feed::record::{OneOrMore, choice, record};
use crate::feed::text::Text;

record! {
    /// A way of working towards goals, and the proof there is for it.
    pub struct Strategy ("a strategy") {
        /// Its name in addresses and references, equal to the file's name.
        id: StrategyId,
        /// What is done, in a few words.
        title: Text,
        /// One or two plain sentences, at most 280 characters.
        plain_summary: Text,
        /// The goals it serves.
        goals: OneOrMore<GoalId>,
        /// The strategy it is a part of.
        parent: Option<StrategyId>,
        /// What kind of change it aims at.
        kind: StrategyKind,
        /// What it is meant to bring about: another strategy, an indicator, a goal.
        leads_to: Vec<LeadsTo>,
        /// How well it is proven.
        evidence: Option<Evidence>,
        /// Whether it is a high-leverage opportunity (Collective Impact 3.0).
        leverage: bool,
        /// What has to be true for it to work.
        assumptions: Vec<Text>,
        /// Whether it costs little or nothing.
        low_cost: bool,
        /// Whether it is pursued.
        status: StrategyStatus,
    }
}

record! {
    /// One step of the theory of change.
    pub struct LeadsTo ("what it leads to") {
        /// The strategy, indicator or goal that is meant to follow.
        to: StepId,
        /// How well this step is proven.
        strength: Strength,
        /// A note.
        note: Option<Text>,
    }
}

choice! {
    /// How well a step of the theory of change is proven.
    pub enum Strength {
        /// It is taken to be so.
        Assumed = "assumed",
        /// Something speaks for it.
        Supported = "supported",
        /// Much speaks for it.
        Strong = "strong",
    }
}

record! {
    /// The proof for a strategy.
    pub struct Evidence ("the evidence") {
        /// How strong it is.
        level: EvidenceLevel,
        /// What was found, in plain words.
        summary: Option<Text>,
        /// Where to read it.
        links: Vec<Link>,
    }
}

choice! {
    /// Kinds of change.
    pub enum StrategyKind {
        /// Services for people.
        Programme = "programme",
        /// How organisations work together.
        SystemsChange = "systems_change",
        /// Rules, laws and budgets.
        Policy = "policy",
        /// People take part and decide.
        Engagement = "engagement",
        /// Better figures, better used.
        Data = "data",
    }
}

choice! {
    /// Strength of proof.
    pub enum EvidenceLevel {
        /// Several good studies say that it works.
        Strong = "strong",
        /// First results are good.
        Promising = "promising",
        /// Results differ.
        Mixed = "mixed",
        /// It is new, and being looked at.
        Emerging = "emerging",
        /// There is no proof yet.
        NoneYet = "none_yet",
    }
}

choice! {
    /// Whether a strategy is pursued.
    pub enum StrategyStatus {
        /// Decided, not begun.
        Planned = "planned",
        /// It is pursued.
        Active = "active",
        /// It is no longer pursued.
        Ended = "ended",
    }
}

//! Goals: the common agenda.

use super::{Identifier, Setting};
use crate::feed::id::{GeographyId, GoalId, PartnerId};
use crate::feed::record::{choice, record};
use crate::feed::text::Text;

record! {
    /// A condition of well-being that the coalition wants (a "result" in Results-Based Accountability).
    pub struct Goal ("a goal") {
        /// Its name in addresses and references, equal to the file's name.
        id: GoalId,
        /// What will be true, as a short sentence.
        title: Text,
        /// One or two plain sentences, at most 280 characters.
        plain_summary: Text,
        /// The one long-term aim, or a result that serves it.
        kind: GoalKind,
        /// The goal that this one serves.
        parent: Option<GoalId>,
        /// A word to group by.
        theme: Option<Text>,
        /// For whom.
        population: Option<Text>,
        /// Where, if not in the coalition's whole area.
        geography: Option<GeographyId>,
        /// Who set the goal, and how.
        set_by: Option<Setting>,
        /// Partners who answer for it.
        stewards: Vec<PartnerId>,
        /// Whether it is still pursued.
        status: GoalStatus,
        /// Why it was retired.
        retired_reason: Option<Text>,
        /// Its place in lists: 10, 20, 30.
        order: Option<f64>,
        /// Its names in other registers.
        identifiers: Vec<Identifier>,
    }
}

choice! {
    /// The kinds of goals.
    pub enum GoalKind {
        /// The one long-term aim that all others serve.
        NorthStar = "north_star",
        /// A condition that serves the long-term aim.
        Result = "result",
    }
}

choice! {
    /// Whether a goal is pursued.
    pub enum GoalStatus {
        /// It is pursued.
        Active = "active",
        /// It has come true.
        Achieved = "achieved",
        /// It is no longer pursued. Say why in retired_reason.
        Retired = "retired",
    }
}

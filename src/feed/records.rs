//! The records of a feed, one file for each kind. Field names are the field's standard terms.

pub mod activity;
pub mod budget;
pub mod coalition;
pub mod commitment;
pub mod decision;
pub mod engagement;
pub mod event;
pub mod feedback;
pub mod geography;
pub mod goal;
pub mod indicator;
pub mod need;
pub mod partner;
pub mod source;
pub mod story;
pub mod strategy;
pub mod term;
pub mod update;
pub mod workgroup;

pub use activity::Activity;
pub use budget::{BudgetCycle, BudgetProposal};
pub use coalition::Coalition;
pub use commitment::Commitment;
pub use decision::Decision;
pub use engagement::Engagement;
pub use event::Event;
pub use feedback::Feedback;
pub use geography::{Dimension, Geography};
pub use goal::Goal;
pub use indicator::Indicator;
pub use need::Need;
pub use partner::Partner;
pub use source::Source;
pub use story::Story;
pub use strategy::Strategy;
pub use term::Term;
pub use update::Update;
pub use workgroup::WorkGroup;

use super::record::{choice, record};
use super::text::Text;

choice! {
    /// Who chose or agreed something.
    pub enum SetBy {
        /// The people who live in the area.
        Residents = "residents",
        /// The partners of the coalition, together.
        Partners = "partners",
        /// Whoever pays for the work.
        Funder = "funder",
        /// A law or a rule that has to be followed.
        Law = "law",
        /// A public body, such as a council or a ministry.
        Official = "official",
    }
}

record! {
    /// Who set a goal or a target, how and when.
    pub struct Setting ("a set_by") {
        /// Who decided.
        who: SetBy,
        /// How it was agreed: meetings, a survey, a vote.
        how: Option<Text>,
        /// When.
        on: Option<super::date::Date>,
    }
}

record! {
    /// The record's name in another register, such as org-id or un-sdg.
    pub struct Identifier ("an identifier") {
        /// The register: org-id, ein, hsds, un-sdg, fips, ons …
        scheme: String,
        /// The name in it.
        value: String,
    }
}

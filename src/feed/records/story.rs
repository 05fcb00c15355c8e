//! Stories: why an indicator is where it is, and what follows from that.
//!
//! The parts are those of "turn the curve" in Results-Based Accountability: the story behind the curve, the partners
//! with a role, what works, and the plan.

use crate::feed::date::Date;
use crate::feed::id::{IndicatorId, PartnerId, StoryId};
use crate::feed::record::{OneOrMore, choice, record};
use crate::feed::text::Text;

record! {
    /// What partners agreed about an indicator on one day. A new review is a new record; the older ones stay as history.
    pub struct Story ("a story") {
        /// Its name in references, equal to the file's name.
        id: StoryId,
        /// The indicator it is about.
        indicator: IndicatorId,
        /// When it was agreed.
        as_of: Date,
        /// The story in two or three sentences.
        summary: Text,
        /// What moves the figure the right way.
        contributing: Vec<Contribution>,
        /// What holds it back.
        restricting: Vec<Restriction>,
        /// Ideas, and what is known about them.
        what_works: Vec<Idea>,
        /// Who is missing at the table.
        partners_needed: Vec<Text>,
        /// What happens next.
        next_steps: Vec<NextStep>,
        /// The partners who agreed it.
        authors: OneOrMore<PartnerId>,
        /// Residents who helped to write it.
        resident_voices: Option<ResidentVoices>,
    }
}

record! {
    /// Something that moves a figure the right way.
    pub struct Contribution ("what contributes") {
        /// What it is.
        text: Text,
        /// Whether it lies at the root of others.
        root_cause: bool,
    }
}

record! {
    /// Something that holds a figure back.
    pub struct Restriction ("what restricts") {
        /// What it is.
        text: Text,
        /// Whether it lies at the root of others.
        root_cause: bool,
        /// What somebody is asked to do about it.
        ask: Option<Text>,
        /// The partner who is asked.
        owner: Option<PartnerId>,
    }
}

record! {
    /// An idea, and what is known about it.
    pub struct Idea ("an idea") {
        /// What could be done.
        text: Text,
        /// How well it is proven.
        evidence: Proof,
        /// Whether it costs little or nothing.
        low_cost: bool,
    }
}

record! {
    /// What somebody does next.
    pub struct NextStep ("a next step") {
        /// What will be done.
        text: Text,
        /// By when.
        by: Date,
        /// The partner who does it.
        owner: PartnerId,
    }
}

record! {
    /// Residents who helped to write a story.
    pub struct ResidentVoices ("resident voices") {
        /// How many.
        count: u32,
        /// Whether all of them agreed that it is published.
        consent: bool,
    }
}

choice! {
    /// How well an idea is proven.
    pub enum Proof {
        /// Several good studies say that it works.
        Strong = "strong",
        /// First results are good.
        Promising = "promising",
        /// Results differ.
        Mixed = "mixed",
        /// Nobody has looked yet.
        Unknown = "unknown",
    }
}

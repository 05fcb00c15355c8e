//! Needs and offers: space, time, skills, money and figures that partners look for or can give.

use super::coalition::Contact;
use crate::feed::date::Date;
use crate::feed::id::{ActivityId, GeographyId, GoalId, NeedId, PartyId};
use crate::feed::record::{choice, record};
use crate::feed::text::Text;

record! {
    /// Something that is looked for or offered.
    pub struct Need ("a need or an offer") {
        /// Its name in references, equal to the file's name.
        id: NeedId,
        /// Looked for, or offered.
        kind: NeedKind,
        /// What sort of thing.
        what: NeedWhat,
        /// What exactly, in one plain sentence.
        text: Text,
        /// Who looks for it or offers it: a partner or a work group.
        by: PartyId,
        /// Until when.
        until: Option<Date>,
        /// Whether it is still open.
        state: NeedState,
        /// How to answer: an office's number or address, never a person's. The partner's own if it is left out.
        contact: Option<Contact>,
        /// The activity it is for.
        activity: Option<ActivityId>,
        /// The goals it is for.
        goals: Vec<GoalId>,
        /// The places it is for, if not everywhere.
        geographies: Vec<GeographyId>,
    }
}

choice! {
    /// Looked for, or offered.
    pub enum NeedKind {
        /// Somebody needs it.
        Need = "need",
        /// Somebody offers it.
        Offer = "offer",
    }
}

choice! {
    /// Sorts of things.
    pub enum NeedWhat {
        /// Rooms, land, vehicles.
        Space = "space",
        /// Hours.
        Time = "time",
        /// Something that people can do.
        Skill = "skill",
        /// Money.
        Money = "money",
        /// Figures.
        Data = "data",
    }
}

choice! {
    /// Whether it is still open.
    pub enum NeedState {
        /// It is open.
        Open = "open",
        /// It has been met or taken.
        Met = "met",
        /// It was taken back.
        Withdrawn = "withdrawn",
    }
}

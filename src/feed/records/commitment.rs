//! Commitments: who promised what to whom by when (social contracting).

use crate::feed::date::Date;
use crate::feed::id::{ActivityId, AnyId, CommitmentId, GeographyId, GoalId, PartyId, PublicOrParty};
use crate::feed::link::Link;
use crate::feed::record::{choice, record};
use crate::feed::text::Text;

record! {
    /// A promise. It may go either way: from an agency to residents, or from residents to their neighbourhood.
    pub struct Commitment ("a commitment") {
        /// Its name in references, equal to the file's name.
        id: CommitmentId,
        /// What is promised, in one plain sentence.
        text: Text,
        /// Who promises: a partner or a work group.
        by: PartyId,
        /// To whom: "public" for everybody, or a partner or a work group.
        to: PublicOrParty,
        /// When it was made.
        made_on: Date,
        /// By when it will be kept.
        due: Option<Date>,
        /// How it stands.
        state: CommitmentState,
        /// Why it is at risk, kept in part, broken or withdrawn.
        state_reason: Option<Text>,
        /// When it was kept, broken or withdrawn.
        settled_on: Option<Date>,
        /// Records that show how it stands.
        evidence: Vec<AnyId>,
        /// Where on the web it can be seen how it stands.
        evidence_links: Vec<Link>,
        /// The goals it serves.
        goals: Vec<GoalId>,
        /// The activities it is about.
        activities: Vec<ActivityId>,
        /// The places it is about, if not everywhere.
        geographies: Vec<GeographyId>,
        /// Who sees it otherwise, and what is said to that.
        dispute: Option<Dispute>,
    }
}

choice! {
    /// How a promise stands.
    pub enum CommitmentState {
        /// It is made; nothing has begun.
        Promised = "promised",
        /// It will be kept in time, as things stand.
        OnTrack = "on_track",
        /// It may not be kept. Say why in state_reason.
        AtRisk = "at_risk",
        /// It is kept. Show it in evidence.
        Kept = "kept",
        /// It is kept in part. Say which in state_reason.
        PartlyKept = "partly_kept",
        /// It was not kept. Say why in state_reason.
        Broken = "broken",
        /// It was taken back. Say why in state_reason.
        Withdrawn = "withdrawn",
    }
}

record! {
    /// Somebody sees the state of a promise otherwise.
    pub struct Dispute ("a dispute") {
        /// What they say.
        text: Text,
        /// Who says it: a group, never a person's name.
        by: Option<Text>,
        /// When they said it.
        on: Date,
        /// What whoever made the promise answers.
        answer: Option<Text>,
    }
}

impl CommitmentState {
    /// Whether it can still be kept.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Promised | Self::OnTrack | Self::AtRisk)
    }
}

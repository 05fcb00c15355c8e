//! Partners: who belongs to the coalition.

use super::Identifier;
use super::coalition::Contact;
use crate::feed::date::Date;
use crate::feed::id::{GeographyId, GoalId, PartnerId};
use crate::feed::link::Link;
use crate::feed::record::{OneOrMore, choice, record};
use crate::feed::text::Text;

record! {
    /// An agency, nonprofit, business or group of residents that works in the coalition.
    pub struct Partner ("a partner") {
        /// Its name in addresses and references, equal to the file's name.
        id: PartnerId,
        /// What it is called.
        name: Text,
        /// What kind of body it is. A group without legal form is a full partner.
        kind: PartnerKind,
        /// Its legal form, "none" for informal groups.
        legal_status: Option<Text>,
        /// One or two plain sentences, at most 280 characters.
        plain_summary: Text,
        /// What it does in the coalition.
        roles: OneOrMore<PartnerRole>,
        /// When it joined.
        joined: Option<Date>,
        /// When it left.
        left: Option<Date>,
        /// Where it works, if not everywhere.
        geographies: Vec<GeographyId>,
        /// Its own site.
        website: Option<Link>,
        /// An office's number or address, never a person's.
        contact: Option<Contact>,
        /// Its names in registers.
        identifiers: Vec<Identifier>,
        /// Its own goals and how they meet the shared ones.
        own_goals: Vec<OwnGoal>,
        /// What it has committed to, in its own words.
        commits_to: Option<Text>,
        /// Whether residents lead it.
        resident_led: bool,
        /// Whether it is still a partner.
        status: PartnerStatus,
    }
}

record! {
    /// A partner's own goal.
    pub struct OwnGoal ("an own goal") {
        /// In the partner's words.
        text: Text,
        /// The shared goal it serves.
        goal: Option<GoalId>,
    }
}

choice! {
    /// Kinds of bodies.
    pub enum PartnerKind {
        PublicAgency = "public_agency",
        Nonprofit = "nonprofit",
        School = "school",
        Business = "business",
        Funder = "funder",
        Faith = "faith",
        ResidentGroup = "resident_group",
        InformalGroup = "informal_group",
        University = "university",
        Health = "health",
        Media = "media",
        TribalGovernment = "tribal_government",
        Other = "other",
    }
}

choice! {
    /// What a partner does in the coalition.
    pub enum PartnerRole {
        Backbone = "backbone",
        Steering = "steering",
        Delivery = "delivery",
        Funder = "funder",
        Data = "data",
        Convener = "convener",
        ResidentVoice = "resident_voice",
        Ally = "ally",
    }
}

choice! {
    /// Whether a partner is still one.
    pub enum PartnerStatus {
        Active = "active",
        Paused = "paused",
        Left = "left",
    }
}

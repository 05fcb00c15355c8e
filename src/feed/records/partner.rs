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
        /// An office of a city, county or state.
        PublicAgency = "public_agency",
        /// An organisation without profit.
        Nonprofit = "nonprofit",
        /// A school or a school authority.
        School = "school",
        /// A company.
        Business = "business",
        /// A foundation or another giver of money.
        Funder = "funder",
        /// A church, mosque, synagogue or temple.
        Faith = "faith",
        /// Residents with a legal form.
        ResidentGroup = "resident_group",
        /// People without a legal form.
        InformalGroup = "informal_group",
        /// A university or college.
        University = "university",
        /// A hospital, a clinic or a health plan.
        Health = "health",
        /// A newspaper, a station or a site of news.
        Media = "media",
        /// The government of a tribe or nation.
        TribalGovernment = "tribal_government",
        /// None of these.
        Other = "other",
    }
}

choice! {
    /// What a partner does in the coalition.
    pub enum PartnerRole {
        /// Keeps the whole together.
        Backbone = "backbone",
        /// Takes the decisions with others.
        Steering = "steering",
        /// Does the work.
        Delivery = "delivery",
        /// Pays for the work.
        Funder = "funder",
        /// Brings or looks after figures.
        Data = "data",
        /// Brings people to one table.
        Convener = "convener",
        /// Speaks for residents.
        ResidentVoice = "resident_voice",
        /// Stands by the coalition.
        Ally = "ally",
    }
}

choice! {
    /// Whether a partner is still one.
    pub enum PartnerStatus {
        /// It takes part.
        Active = "active",
        /// It has stopped for a while.
        Paused = "paused",
        /// It has left. Give the day in left.
        Left = "left",
    }
}

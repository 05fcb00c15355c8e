//! Work groups: the tables at which a coalition works and decides.

use crate::feed::date::Date;
use crate::feed::id::{GoalId, PartnerId, WorkGroupId};
use crate::feed::record::{OneOrMore, choice, record};
use crate::feed::text::Text;

record! {
    /// A table of the coalition, such as an action network or a resident council. Who sits at it is said here alone.
    pub struct WorkGroup ("a work group") {
        /// Its name in references, equal to the file's name.
        id: WorkGroupId,
        /// What it is called.
        title: Text,
        /// What it is for, in one sentence.
        purpose: Text,
        /// What kind of table it is.
        kind: WorkGroupKind,
        /// The goals it works on, if not all.
        goals: Vec<GoalId>,
        /// Partners who lead it.
        chairs: Vec<PartnerId>,
        /// Partners who belong to it.
        members: OneOrMore<Membership>,
        /// How many seats there are, and for whom.
        seats: Vec<Seats>,
        /// How it decides.
        decision_rule: DecisionRule,
        /// When it meets: "second Tuesday, monthly".
        meets: Option<Text>,
        /// Whether anybody may listen.
        public: bool,
    }
}

choice! {
    /// Kinds of tables.
    pub enum WorkGroupKind {
        /// Leads the whole.
        Steering = "steering",
        /// Works on one goal or a few (StriveTogether's action network).
        ActionNetwork = "action_network",
        /// Looks after figures.
        Data = "data",
        /// Residents who decide or can stop something.
        ResidentCouncil = "resident_council",
        /// Gives advice.
        Advisory = "advisory",
    }
}

record! {
    /// A partner at a table.
    pub struct Membership ("a membership") {
        /// Who.
        partner: PartnerId,
        /// What it does there.
        role: Option<Text>,
        /// Since when.
        since: Option<Date>,
        /// Until when.
        until: Option<Date>,
    }
}

record! {
    /// Seats of one sector.
    pub struct Seats ("seats") {
        /// Whose seats they are.
        sector: Sector,
        /// How many there are.
        count: u32,
        /// How many of them are held by people who live in the area and are not sent by an agency.
        resident_count: Option<u32>,
        /// Whether the people on them are paid for their time.
        paid: bool,
    }
}

choice! {
    /// Sectors that sit at a table.
    pub enum Sector {
        /// People who live in the area.
        Residents = "residents",
        /// Offices of a city, county or state.
        Agencies = "agencies",
        /// Organisations without profit.
        Nonprofits = "nonprofits",
        /// Schools and universities.
        Schools = "schools",
        /// Hospitals, clinics and health plans.
        Health = "health",
        /// Companies and their associations.
        Business = "business",
        /// Foundations and other givers of money.
        Funders = "funders",
        /// Congregations.
        Faith = "faith",
        /// None of these.
        Other = "other",
    }
}

choice! {
    /// Ways to decide.
    pub enum DecisionRule {
        /// Everybody agrees.
        Consensus = "consensus",
        /// Nobody has a reasoned objection.
        Consent = "consent",
        /// More than half of the votes.
        Majority = "majority",
        /// Somebody has been given the power to decide.
        Delegated = "delegated",
    }
}

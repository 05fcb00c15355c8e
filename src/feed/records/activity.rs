//! Activities: what partners do, each its own part of one whole.

use super::Identifier;
use crate::feed::date::Date;
use crate::feed::id::{ActivityId, GeographyId, GoalId, IndicatorId, Name, PartnerId, StrategyId};
use crate::feed::link::Link;
use crate::feed::record::{OneOrMore, choice, record};
use crate::feed::records::indicator::CurrencyCode;
use crate::feed::text::Text;

record! {
    /// A mutually reinforcing activity.
    pub struct Activity ("an activity") {
        /// Its name in addresses and references, equal to the file's name.
        id: ActivityId,
        /// What it is called.
        title: Text,
        /// One or two plain sentences, at most 280 characters.
        plain_summary: Text,
        /// What kind of work it is.
        kind: ActivityKind,
        /// For a policy change: how far it has come.
        stage: Option<PolicyStage>,
        /// Whether it is running.
        status: ActivityStatus,
        /// Why it ended or was cancelled.
        status_reason: Option<Text>,
        /// When it began or will begin.
        start: Option<Date>,
        /// When it ended or will end.
        end: Option<Date>,
        /// The partner that answers for it.
        lead: PartnerId,
        /// The other partners and what they do.
        partners: Vec<Role>,
        /// The goals it serves.
        goals: OneOrMore<GoalId>,
        /// The strategies it follows.
        strategies: Vec<StrategyId>,
        /// The population indicators it hopes to move. A claim of contribution, not of cause.
        indicators: Vec<IndicatorId>,
        /// Where it happens, if not everywhere.
        geographies: Vec<GeographyId>,
        /// Whom it serves.
        serves: Option<Serves>,
        /// Who does what: agency, residents or both.
        coproduction: Option<Coproduction>,
        /// For a pilot: what it is meant to find out.
        hypothesis: Option<Text>,
        /// For a pilot: when it is looked at again.
        review_on: Option<Date>,
        /// For a pilot: what was decided.
        verdict: Option<Verdict>,
        /// What was learned.
        lessons: Vec<Text>,
        /// Steps with dates.
        milestones: Vec<Milestone>,
        /// Money and other means.
        resources: Vec<Resource>,
        /// People who work on it.
        people: Option<People>,
        /// How to use it.
        access: Option<Access>,
        /// What happens when the funding ends.
        continuity: Option<Continuity>,
        /// Where to read more.
        evidence_links: Vec<Link>,
        /// Its names in registers.
        identifiers: Vec<Identifier>,
    }
}

choice! {
    /// Kinds of work.
    pub enum ActivityKind {
        /// Something people can use, such as tutoring or a clinic.
        Service = "service",
        /// A set of services under one name.
        Programme = "programme",
        /// Work with a beginning and an end.
        Project = "project",
        /// A rule, a law or a budget is changed.
        PolicyChange = "policy_change",
        /// How organisations work together is changed.
        SystemsChange = "systems_change",
        /// Many people are told or asked something.
        Campaign = "campaign",
        /// A trial, to find out whether something works.
        Pilot = "pilot",
        /// Several events that belong together.
        EventSeries = "event_series",
        /// A project that residents chose by vote.
        ParticipatoryBudgetProject = "participatory_budget_project",
    }
}

choice! {
    /// How far a policy change has come.
    pub enum PolicyStage {
        /// Somebody has asked for it.
        Proposed = "proposed",
        /// A text exists.
        Drafted = "drafted",
        /// It has been decided.
        Adopted = "adopted",
        /// It applies.
        InForce = "in_force",
        /// It has been looked at again after some time.
        Reviewed = "reviewed",
    }
}

choice! {
    /// Whether an activity is running.
    pub enum ActivityStatus {
        /// Talked about, nothing is decided.
        Idea = "idea",
        /// Decided, not begun.
        Planned = "planned",
        /// It is running.
        Active = "active",
        /// It has stopped for a while.
        Paused = "paused",
        /// It is done as planned.
        Completed = "completed",
        /// It was ended. Say why in status_reason.
        Ended = "ended",
        /// It was given up before it was done. Say why in status_reason.
        Cancelled = "cancelled",
    }
}

record! {
    /// What a partner does in an activity.
    pub struct Role ("a role") {
        /// Who.
        partner: PartnerId,
        /// What.
        role: RoleKind,
        /// A note.
        note: Option<Text>,
    }
}

choice! {
    /// What partners do.
    pub enum RoleKind {
        /// Does the work.
        Deliver = "deliver",
        /// Plans how the work is done.
        Design = "design",
        /// Pays for it.
        Fund = "fund",
        /// Gives the place for it.
        Host = "host",
        /// Counts what comes of it.
        Measure = "measure",
        /// Gives advice.
        Advise = "advise",
        /// Sends people to it.
        Refer = "refer",
    }
}

record! {
    /// Whom an activity serves.
    pub struct Serves ("the people served") {
        /// Who they are.
        population: Text,
        /// How many were planned.
        planned: Option<u32>,
        /// How many were reached.
        reached: Option<u32>,
        /// When that was counted.
        as_of: Option<Date>,
    }
}

record! {
    /// Who commissions, designs, delivers and assesses (the Four Co's, Loeffler and Bovaird).
    pub struct Coproduction ("the co-production") {
        /// Who decides that it is done.
        commission: Who,
        /// Who designs it.
        design: Who,
        /// Who delivers it.
        deliver: Who,
        /// Who judges it.
        assess: Who,
    }
}

choice! {
    /// Agency, residents, or both.
    pub enum Who {
        /// Staff of the agency.
        Agency = "agency",
        /// Staff and residents together.
        Shared = "shared",
        /// The people who live there.
        Residents = "residents",
        /// Nobody does it.
        Nobody = "none",
    }
}

choice! {
    /// What was decided about a pilot.
    pub enum Verdict {
        /// It goes on as it is.
        Adopt = "adopt",
        /// It goes on, changed.
        Adapt = "adapt",
        /// It ends.
        Stop = "stop",
    }
}

record! {
    /// A step with a date.
    pub struct Milestone ("a milestone") {
        /// Its name inside the activity.
        id: Name,
        /// What will be done.
        title: Text,
        /// By when.
        due: Date,
        /// When it was done.
        done_on: Option<Date>,
        /// How far it is.
        state: MilestoneState,
        /// Why it is late or dropped.
        note: Option<Text>,
    }
}

choice! {
    /// How far a step is.
    pub enum MilestoneState {
        /// Not begun.
        Planned = "planned",
        /// Begun.
        Doing = "doing",
        /// Done. Give the day in done_on.
        Done = "done",
        /// Not done by its day.
        Late = "late",
        /// Given up. Say why in note.
        Dropped = "dropped",
    }
}

record! {
    /// Money or other means.
    pub struct Resource ("a resource") {
        /// What it is.
        kind: ResourceKind,
        /// How much, in the currency or in hours, not below zero.
        amount: f64,
        /// The currency of money.
        currency: Option<CurrencyCode>,
        /// For which year.
        year: Date,
        /// Whether it is planned or was spent.
        basis: Basis,
        /// Who gives it.
        from as "from": Option<PartnerId>,
    }
}

choice! {
    /// Kinds of means.
    pub enum ResourceKind {
        /// Money.
        Cash = "cash",
        /// Goods or services that are given.
        InKind = "in_kind",
        /// Hours that people work.
        People = "people",
        /// Rooms or land.
        Space = "space",
    }
}

choice! {
    /// Planned or spent.
    pub enum Basis {
        /// What is meant to be spent.
        Planned = "planned",
        /// What was spent.
        Actual = "actual",
    }
}

record! {
    /// People who work on an activity.
    pub struct People ("the people who work on it") {
        /// Paid staff, in full-time posts.
        staff_fte: Option<f64>,
        /// Volunteers.
        volunteers: Option<u32>,
        /// Residents who are paid for it.
        paid_residents: Option<u32>,
    }
}

record! {
    /// How to use a service.
    pub struct Access ("the access") {
        /// What to do.
        how: Option<Text>,
        /// What it costs.
        cost: Option<Text>,
        /// When it is open.
        hours: Option<Text>,
        /// Languages spoken.
        languages: Vec<Text>,
        /// Steps, hearing loops, interpreters.
        accessibility: Option<Text>,
        /// Where to read more.
        url: Option<Link>,
    }
}

record! {
    /// What happens when the funding ends.
    pub struct Continuity ("the continuity") {
        /// When it ends.
        funding_ends: Option<Date>,
        /// What is planned then.
        plan: Option<Text>,
        /// Who answers for it then.
        owner_after: Option<PartnerId>,
    }
}

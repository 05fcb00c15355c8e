//! Activities: what partners do, each its own part of one whole.

use jsonc_parser::ast::Value;

use super::Identifier;
use crate::feed::date::Date;
use crate::feed::id::{ActivityId, GeographyId, GoalId, IndicatorId, Name, PartnerId, StrategyId};
use crate::feed::link::Link;
use crate::feed::record::{FromNode, OneOrMore, Reader, Shape, choice, record};
use crate::feed::records::budget::Point;
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
        /// For a policy change: when each stage was reached or is expected.
        stage_dates: Vec<StageDate>,
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
        /// Houses, parks and corners where it happens.
        locations: Vec<Location>,
        /// Whom it serves.
        serves: Option<Serves>,
        /// Who does what: agency, residents or both.
        coproduction: Option<Coproduction>,
        /// How it is run: between a standard public service and a co-created one. Neither end is better.
        delivery_style: Option<DeliveryStyle>,
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
        /// Who has handed it to whom: from an agency to both, from both to residents.
        handover: Vec<Handover>,
        /// The legal duty behind it.
        mandate: Option<Mandate>,
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
    /// When a policy change reached a stage.
    pub struct StageDate ("a stage") {
        /// Which stage.
        stage: PolicyStage,
        /// When it was reached, or is expected.
        on: Date,
        /// What happened, or what residents can do then.
        note: Option<Text>,
        /// Where the text or the vote can be read.
        url: Option<Link>,
    }
}

record! {
    /// A house, a park or a corner. Never a person's home.
    pub struct Location ("a location") {
        /// The place in words.
        text: Text,
        /// Where it is on the map.
        point: Option<Point>,
    }
}

record! {
    /// Six aspects of how something is run, each from 1 (as a standard public service) to 5 (as a co-created solution). They
    /// explain a choice; there is no total, and neither end is better. Agreed with the partners.
    pub struct DeliveryStyle ("the delivery style") {
        /// Who is in control: 1 staff decide, 5 residents decide.
        control: Option<Position>,
        /// How people are involved: 1 as clients, 5 as makers.
        engagement: Option<Position>,
        /// How far it adapts: 1 the same for all, 5 different in each place.
        flexibility: Option<Position>,
        /// How new ways come: 1 by plan, 5 by trying.
        innovation: Option<Position>,
        /// To whom it answers: 1 to an authority, 5 to each other.
        accountability: Option<Position>,
        /// What counts as a result: 1 one standard for all, 5 what people set themselves.
        outcomes: Option<Position>,
        /// Who agreed these positions, and when.
        note: Option<Text>,
    }
}

/// A position from 1 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, schemars::JsonSchema)]
#[schemars(inline)]
pub struct Position(#[schemars(range(min = 1, max = 5))] u8);

impl Position {
    /// From 1 to 5.
    pub fn get(self) -> u8 {
        self.0
    }
}

impl FromNode for Position {
    fn example() -> String {
        "3".into()
    }

    fn from_node(node: &Value<'_>, reader: &mut Reader<'_, '_, '_>) -> Option<Self> {
        let position = match node {
            Value::NumberLit(literal) => literal.value.parse().ok().filter(|position| (1..=5).contains(position)),
            _ => None,
        };
        if position.is_none() {
            reader.wrong_type(node, "a whole number from 1 to 5");
        }
        position.map(Self)
    }

    fn shape() -> Shape {
        Shape::Number
    }
}

record! {
    /// Who handed it to whom.
    pub struct Handover ("a handover") {
        /// Who ran it before.
        from as "from": Who,
        /// Who has run it since.
        to: Who,
        /// When.
        on: Date,
        /// Which support stays.
        support: Option<Text>,
    }
}

record! {
    /// A duty in a law or a rule.
    pub struct Mandate ("the mandate") {
        /// What has to be done, and by which law.
        text: Text,
        /// Where the law can be read.
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

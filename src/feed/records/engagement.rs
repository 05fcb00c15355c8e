//! Engagements: what residents are asked, with which promise, and what came of it.

use crate::feed::date::Date;
use crate::feed::id::{ActivityId, DimensionId, EngagementId, GeographyId, GoalId, Name, PartyId};
use crate::feed::link::Link;
use crate::feed::record::{OneOrMore, choice, record};
use crate::feed::text::Text;

record! {
    /// A process in which residents take part.
    pub struct Engagement ("an engagement") {
        /// Its name in addresses and references, equal to the file's name.
        id: EngagementId,
        /// What it is called.
        title: Text,
        /// One or two plain sentences, at most 280 characters.
        plain_summary: Text,
        /// What kind of process it is.
        kind: EngagementKind,
        /// How much of the decision residents have (the levels of IAP2's spectrum).
        level: ParticipationLevel,
        /// What residents can count on, said before it begins. Left out only where people are merely told.
        promise: Option<Text>,
        /// The question that is asked.
        question: Text,
        /// How far it is.
        status: EngagementStatus,
        /// Who runs it: a partner or a work group.
        by: Option<PartyId>,
        /// First day to take part.
        opens: Option<Date>,
        /// Last day to take part.
        closes: Option<Date>,
        /// Ways to take part; at least one that needs no internet.
        channels: OneOrMore<Channel>,
        /// Languages it is offered in.
        languages: Vec<Text>,
        /// What helps people to come.
        support: Option<Support>,
        /// How many people took part.
        participants: Option<u32>,
        /// Who took part, group by group. A group that nobody counted has no count.
        reach: Vec<Reach>,
        /// What came of it.
        outcome: Option<Text>,
        /// When that was reported.
        reported_on: Option<Date>,
        /// The goals it is about.
        goals: Vec<GoalId>,
        /// The activities it is about.
        activities: Vec<ActivityId>,
        /// The places it is about, if not everywhere.
        geographies: Vec<GeographyId>,
    }
}

choice! {
    /// Kinds of processes.
    pub enum EngagementKind {
        /// People say what they think of a plan.
        Consultation = "consultation",
        /// People design a service together with staff.
        CoDesign = "co_design",
        /// People answer the same questions.
        Survey = "survey",
        /// People meet and talk.
        Meeting = "meeting",
        /// People look at results and say what they mean.
        Evaluation = "evaluation",
        /// People weigh reasons and agree on something.
        Deliberation = "deliberation",
        /// People decide on money.
        Budgeting = "budgeting",
    }
}

choice! {
    /// How much of a decision residents have. The levels are those of the Spectrum of Public Participation of IAP2, the
    /// International Association for Public Participation; the words on the site are our own.
    pub enum ParticipationLevel {
        /// Residents are told.
        Inform = "inform",
        /// Residents are asked.
        Consult = "consult",
        /// Residents work through it with staff.
        Involve = "involve",
        /// Residents and staff decide together.
        Collaborate = "collaborate",
        /// Residents decide.
        Empower = "empower",
    }
}

choice! {
    /// How far a process is.
    pub enum EngagementStatus {
        /// It has not begun.
        Planned = "planned",
        /// People can take part now.
        Open = "open",
        /// It is over; what came of it is not reported yet.
        Closed = "closed",
        /// It is over, and outcome says what came of it.
        Reported = "reported",
    }
}

record! {
    /// A way to take part.
    pub struct Channel ("a way to take part") {
        /// Which way.
        kind: ChannelKind,
        /// Where on the web.
        url: Option<Link>,
        /// Place, time, number or what else one has to know.
        note: Option<Text>,
    }
}

choice! {
    /// Ways to take part or to be heard.
    pub enum ChannelKind {
        /// People come.
        InPerson = "in_person",
        /// People call.
        Phone = "phone",
        /// People write on paper.
        Post = "post",
        /// A page on the web, without an account.
        Web = "web",
        /// An issue in a git host's tracker; needs an account and is public.
        Issue = "issue",
    }
}

record! {
    /// What helps people to come.
    pub struct Support ("the support") {
        /// Somebody looks after children.
        childcare: bool,
        /// The way there is paid for.
        travel: bool,
        /// People are paid for their time.
        pay: bool,
        /// Somebody interprets.
        interpretation: bool,
    }
}

record! {
    /// How many people of one group took part.
    pub struct Reach ("a reach") {
        /// How groups are told apart.
        dimension: DimensionId,
        /// The group, as the dimension names it.
        group: Name,
        /// How many; left out where nobody counted or the number is too small to publish.
        count: Option<u32>,
    }
}

impl EngagementStatus {
    /// Whether people can take part now or later.
    pub fn is_ahead(self) -> bool {
        matches!(self, Self::Planned | Self::Open)
    }
}

impl Engagement {
    /// Days after the end by which people hear what came of it.
    pub const REPORT_DAYS: u64 = 90;
}

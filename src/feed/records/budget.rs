//! Participatory budgets: money that residents decide on, and what became of every idea.
//!
//! Vote types and rules are those of Pabulib, the library of participatory budgeting.

use super::Identifier;
use crate::feed::date::Date;
use crate::feed::id::{ActivityId, BudgetCycleId, BudgetProposalId, EngagementId, GeographyId, PartyId};
use crate::feed::record::{OneOrMore, choice, record};
use crate::feed::records::indicator::CurrencyCode;
use crate::feed::text::Text;

record! {
    /// One round of a participatory budget.
    pub struct BudgetCycle ("a budget cycle") {
        /// Its name in addresses and references, equal to the file's name.
        id: BudgetCycleId,
        /// What it is called.
        title: Text,
        /// One or two plain sentences, at most 280 characters.
        plain_summary: Option<Text>,
        /// How much there is to decide on, not below zero.
        money: f64,
        /// The currency, as an ISO 4217 code.
        currency: CurrencyCode,
        /// The stages with their days.
        phases: OneOrMore<BudgetPhase>,
        /// How people vote.
        vote_type: VoteType,
        /// Most proposals one ballot may name.
        max_choices: Option<u32>,
        /// How the votes become a choice.
        allocation_rule: AllocationRule,
        /// Who may vote.
        eligible: Option<Eligible>,
        /// How many valid ballots there were. Ballots themselves are never published.
        ballots: Option<u32>,
        /// Where the money comes from if more is spent than there was.
        extra_funding_note: Option<Text>,
        /// The places it is for.
        geographies: Vec<GeographyId>,
        /// Who confirms the result.
        decided_by: Option<PartyId>,
        /// How residents are asked.
        engagement: Option<EngagementId>,
        /// Its names in registers.
        identifiers: Vec<Identifier>,
    }
}

record! {
    /// A stage of a budget cycle.
    pub struct BudgetPhase ("a phase") {
        /// Which stage.
        kind: PhaseKind,
        /// First day.
        from as "from": Date,
        /// Last day.
        to: Option<Date>,
    }
}

choice! {
    /// Stages of a budget cycle, in their order.
    pub enum PhaseKind {
        /// Anybody can bring an idea.
        Ideas = "ideas",
        /// Ideas are looked at: can it be done, what does it cost?
        Review = "review",
        /// The ballot is put together.
        BallotDesign = "ballot_design",
        /// People vote.
        Vote = "vote",
        /// Votes are counted and the result is told.
        Results = "results",
        /// What was chosen is done.
        Delivery = "delivery",
    }
}

choice! {
    /// Ways to vote.
    pub enum VoteType {
        /// Name some proposals.
        Approval = "approval",
        /// Put proposals in order (Pabulib: ordinal).
        Ranking = "ranking",
        /// Name proposals until the money is used up.
        Knapsack = "knapsack",
        /// Share out a number of points.
        Cumulative = "cumulative",
        /// Give each proposal a mark.
        Scoring = "scoring",
        /// Nobody votes: a panel decides.
        NoVote = "none",
    }
}

choice! {
    /// Ways to get from votes to a choice.
    pub enum AllocationRule {
        /// By votes, from the top, as long as the money lasts.
        Greedy = "greedy",
        /// The method of equal shares: every voter decides on the same part of the money.
        EqualShares = "equal_shares",
        /// A panel chooses.
        Panel = "panel",
        /// Another rule.
        Other = "other",
    }
}

record! {
    /// Who may vote.
    pub struct Eligible ("who may vote") {
        /// In words.
        text: Text,
        /// About how many people that is.
        estimate: Option<u32>,
    }
}

record! {
    /// An idea in a budget cycle, from the first word to the last bill.
    pub struct BudgetProposal ("a budget proposal") {
        /// Its name in references, equal to the file's name.
        id: BudgetProposalId,
        /// The budget cycle it belongs to.
        cycle: BudgetCycleId,
        /// What it is called.
        title: Text,
        /// One or two plain sentences, at most 280 characters.
        plain_summary: Option<Text>,
        /// How far it has come.
        stage: ProposalStage,
        /// Why it stopped or was merged.
        stage_reason: Option<Text>,
        /// The proposal it was merged into.
        merged_into: Option<BudgetProposalId>,
        /// What it would cost, not below zero.
        cost_estimated: Option<f64>,
        /// What it did cost, not below zero.
        cost_final: Option<f64>,
        /// What has been spent so far, not below zero.
        spent: Option<f64>,
        /// How many ballots named it.
        votes: Option<u32>,
        /// For ranking, cumulative and scoring votes: its points.
        score: Option<f64>,
        /// Who brought it. Never a name.
        proposer_kind: Option<ProposerKind>,
        /// Words to group by.
        categories: Vec<Text>,
        /// For whom.
        serves: Vec<Text>,
        /// The places it is in.
        geographies: Vec<GeographyId>,
        /// Where exactly.
        location: Option<Point>,
        /// The activity that carries it out.
        activity: Option<ActivityId>,
        /// What happened after the vote.
        delivery: Vec<DeliveryStep>,
        /// Its names in registers.
        identifiers: Vec<Identifier>,
    }
}

choice! {
    /// How far a proposal has come.
    pub enum ProposalStage {
        /// Somebody has brought it.
        Idea = "idea",
        /// It is being looked at.
        UnderReview = "under_review",
        /// It is part of another one. Say why in stage_reason.
        Merged = "merged",
        /// It did not get to the ballot. Say why in stage_reason.
        NotTakenForward = "not_taken_forward",
        /// It is or was on the ballot; the votes are not counted.
        OnBallot = "on_ballot",
        /// It was chosen.
        Funded = "funded",
        /// It was on the ballot and not chosen.
        NotFunded = "not_funded",
        /// It was chosen and is being done.
        InDelivery = "in_delivery",
        /// It was chosen and is done.
        Done = "done",
        /// It was chosen and given up. Say why in stage_reason.
        Stopped = "stopped",
    }
}

choice! {
    /// Who brings proposals.
    pub enum ProposerKind {
        /// Somebody who lives there.
        Resident = "resident",
        /// A group.
        Group = "group",
        /// A school.
        School = "school",
        /// An office.
        Agency = "agency",
    }
}

record! {
    /// A step after the vote.
    pub struct DeliveryStep ("a delivery step") {
        /// When it was or will be done.
        on: Date,
        /// What.
        note: Text,
        /// How far it is.
        state: DeliveryState,
    }
}

choice! {
    /// How far a step is.
    pub enum DeliveryState {
        /// Not begun.
        Planned = "planned",
        /// Done.
        Done = "done",
        /// Not done by its day.
        Late = "late",
    }
}

record! {
    /// A point on the map (WGS 84).
    pub struct Point ("a point") {
        /// Degrees north, -90 to 90.
        latitude: f64,
        /// Degrees east, -180 to 180.
        longitude: f64,
    }
}

impl ProposalStage {
    /// Whether it won money.
    pub fn is_chosen(self) -> bool {
        matches!(self, Self::Funded | Self::InDelivery | Self::Done | Self::Stopped)
    }

    /// Whether people could vote for it.
    pub fn was_on_ballot(self) -> bool {
        self.is_chosen() || matches!(self, Self::OnBallot | Self::NotFunded)
    }
}

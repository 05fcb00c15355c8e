//! The words for kinds, states and roles of activities.

use crate::feed::records::activity::{
    ActivityKind, ActivityStatus, Coproduction, MilestoneState, PolicyStage, ResourceKind, RoleKind, Verdict, Who,
};
use crate::present::Context;
use crate::words::say;

/// A state in a word, with the sign that goes with it: never a colour alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    pub word: String,
    pub sign: Sign,
}

/// Signs beside a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// It is going on.
    Running,
    /// It is done.
    Done,
    /// It lies ahead.
    Ahead,
    /// Its day has passed.
    Late,
    /// It stands still.
    Paused,
    /// It will not go on.
    Stopped,
    /// It is no more than a thought.
    Vague,
    /// It is done in part.
    Partly,
    /// It may not come about.
    Risk,
    /// It did not come about.
    Broken,
    /// Somebody else decides it.
    Elsewhere,
}

/// What kind of work it is.
pub fn kind(context: &Context<'_>, kind: ActivityKind) -> String {
    let words = context.words;
    say!(
        words,
        match kind {
            ActivityKind::Service => "activity-kind-service",
            ActivityKind::Programme => "activity-kind-programme",
            ActivityKind::Project => "activity-kind-project",
            ActivityKind::PolicyChange => "activity-kind-policy-change",
            ActivityKind::SystemsChange => "activity-kind-systems-change",
            ActivityKind::Campaign => "activity-kind-campaign",
            ActivityKind::Pilot => "activity-kind-pilot",
            ActivityKind::EventSeries => "activity-kind-event-series",
            ActivityKind::ParticipatoryBudgetProject => "activity-kind-participatory-budget-project",
        }
    )
}

/// Whether it is running.
pub fn status(context: &Context<'_>, status: ActivityStatus) -> State {
    let words = context.words;
    let (word, sign) = match status {
        ActivityStatus::Idea => (say!(words, "status-idea"), Sign::Vague),
        ActivityStatus::Planned => (say!(words, "status-planned"), Sign::Ahead),
        ActivityStatus::Active => (say!(words, "status-active"), Sign::Running),
        ActivityStatus::Paused => (say!(words, "status-paused"), Sign::Paused),
        ActivityStatus::Completed => (say!(words, "status-completed"), Sign::Done),
        ActivityStatus::Ended => (say!(words, "status-ended"), Sign::Stopped),
        ActivityStatus::Cancelled => (say!(words, "status-cancelled"), Sign::Stopped),
    };
    State { word, sign }
}

/// How far a step is.
pub(super) fn milestone(context: &Context<'_>, state: MilestoneState) -> State {
    let words = context.words;
    let (word, sign) = match state {
        MilestoneState::Planned => (say!(words, "milestone-planned"), Sign::Ahead),
        MilestoneState::Doing => (say!(words, "milestone-doing"), Sign::Running),
        MilestoneState::Done => (say!(words, "milestone-done"), Sign::Done),
        MilestoneState::Late => (say!(words, "milestone-late"), Sign::Late),
        MilestoneState::Dropped => (say!(words, "milestone-dropped"), Sign::Stopped),
    };
    State { word, sign }
}

/// What a partner does in an activity.
pub fn role(context: &Context<'_>, role: RoleKind) -> String {
    let words = context.words;
    say!(
        words,
        match role {
            RoleKind::Deliver => "role-deliver",
            RoleKind::Design => "role-design",
            RoleKind::Fund => "role-fund",
            RoleKind::Host => "role-host",
            RoleKind::Measure => "role-measure",
            RoleKind::Advise => "role-advise",
            RoleKind::Refer => "role-refer",
        }
    )
}

pub(in crate::present) fn stage(context: &Context<'_>, stage: PolicyStage) -> String {
    let words = context.words;
    say!(
        words,
        match stage {
            PolicyStage::Proposed => "stage-proposed",
            PolicyStage::Drafted => "stage-drafted",
            PolicyStage::Adopted => "stage-adopted",
            PolicyStage::InForce => "stage-in-force",
            PolicyStage::Reviewed => "stage-reviewed",
        }
    )
}

pub(in crate::present) fn verdict(context: &Context<'_>, verdict: Verdict) -> String {
    let words = context.words;
    say!(
        words,
        match verdict {
            Verdict::Adopt => "verdict-adopt",
            Verdict::Adapt => "verdict-adapt",
            Verdict::Stop => "verdict-stop",
        }
    )
}

pub(super) fn resource(context: &Context<'_>, kind: ResourceKind) -> String {
    let words = context.words;
    say!(
        words,
        match kind {
            ResourceKind::Cash => "resource-cash",
            ResourceKind::InKind => "resource-in-kind",
            ResourceKind::People => "resource-people",
            ResourceKind::Space => "resource-space",
        }
    )
}

pub(in crate::present) fn who(context: &Context<'_>, who: Who) -> String {
    let words = context.words;
    say!(
        words,
        match who {
            Who::Agency => "coproduction-by-agency",
            Who::Shared => "coproduction-by-shared",
            Who::Residents => "coproduction-by-residents",
            Who::Nobody => "coproduction-by-none",
        }
    )
}

/// Whether residents have a hand in a step.
pub(in crate::present) fn with_residents(who: Who) -> bool {
    match who {
        Who::Shared | Who::Residents => true,
        Who::Agency | Who::Nobody => false,
    }
}

/// In how many of the four steps residents have a hand, as a sentence.
pub(in crate::present) fn shared(context: &Context<'_>, coproduction: &Coproduction) -> String {
    let Coproduction { commission, design, deliver, assess } = coproduction;
    let n = [commission, design, deliver, assess].into_iter().filter(|who| with_residents(**who)).count();
    say!(context.words, "coproduction-shared", n = n)
}

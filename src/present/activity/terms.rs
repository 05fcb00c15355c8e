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
}

/// What kind of work it is.
pub fn kind(context: &Context<'_>, kind: ActivityKind) -> String {
    let words = context.words;
    match kind {
        ActivityKind::Service => say!(words, "activity-kind-service"),
        ActivityKind::Programme => say!(words, "activity-kind-programme"),
        ActivityKind::Project => say!(words, "activity-kind-project"),
        ActivityKind::PolicyChange => say!(words, "activity-kind-policy-change"),
        ActivityKind::SystemsChange => say!(words, "activity-kind-systems-change"),
        ActivityKind::Campaign => say!(words, "activity-kind-campaign"),
        ActivityKind::Pilot => say!(words, "activity-kind-pilot"),
        ActivityKind::EventSeries => say!(words, "activity-kind-event-series"),
        ActivityKind::ParticipatoryBudgetProject => say!(words, "activity-kind-participatory-budget-project"),
    }
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
    match role {
        RoleKind::Deliver => say!(words, "role-deliver"),
        RoleKind::Design => say!(words, "role-design"),
        RoleKind::Fund => say!(words, "role-fund"),
        RoleKind::Host => say!(words, "role-host"),
        RoleKind::Measure => say!(words, "role-measure"),
        RoleKind::Advise => say!(words, "role-advise"),
        RoleKind::Refer => say!(words, "role-refer"),
    }
}

pub(super) fn stage(context: &Context<'_>, stage: PolicyStage) -> String {
    let words = context.words;
    match stage {
        PolicyStage::Proposed => say!(words, "stage-proposed"),
        PolicyStage::Drafted => say!(words, "stage-drafted"),
        PolicyStage::Adopted => say!(words, "stage-adopted"),
        PolicyStage::InForce => say!(words, "stage-in-force"),
        PolicyStage::Reviewed => say!(words, "stage-reviewed"),
    }
}

pub(super) fn verdict(context: &Context<'_>, verdict: Verdict) -> String {
    let words = context.words;
    match verdict {
        Verdict::Adopt => say!(words, "verdict-adopt"),
        Verdict::Adapt => say!(words, "verdict-adapt"),
        Verdict::Stop => say!(words, "verdict-stop"),
    }
}

pub(super) fn resource(context: &Context<'_>, kind: ResourceKind) -> String {
    let words = context.words;
    match kind {
        ResourceKind::Cash => say!(words, "resource-cash"),
        ResourceKind::InKind => say!(words, "resource-in-kind"),
        ResourceKind::People => say!(words, "resource-people"),
        ResourceKind::Space => say!(words, "resource-space"),
    }
}

pub(super) fn who(context: &Context<'_>, who: Who) -> String {
    let words = context.words;
    match who {
        Who::Agency => say!(words, "coproduction-by-agency"),
        Who::Shared => say!(words, "coproduction-by-shared"),
        Who::Residents => say!(words, "coproduction-by-residents"),
        Who::Nobody => say!(words, "coproduction-by-none"),
    }
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

//! The steps of an activity.

use chrono::NaiveDate;

use super::terms::{State, milestone as state_words};
use crate::feed::records::activity::{Milestone, MilestoneState};
use crate::present::{Context, Link, Phrase};
use crate::words::say;

/// A step with its date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub state: State,
    pub title: Phrase,
    /// "due January 2024, done 12 February 2024".
    pub when: String,
    /// Why it is late or dropped.
    pub note: Option<Phrase>,
    /// Where to read more.
    pub more: Option<Link>,
}

/// The steps as they stand in the feed.
pub(super) fn steps(context: &Context<'_>, milestones: &[Milestone]) -> Vec<Step> {
    milestones.iter().map(|milestone| step(context, milestone)).collect()
}

/// What needs a look: the first step that is late, else the next one that is open.
pub(in crate::present) fn next(context: &Context<'_>, milestones: &[Milestone]) -> Option<Step> {
    let in_state = |wanted: fn(MilestoneState) -> bool| {
        let found = milestones.iter().filter(|milestone| wanted(state(milestone, context.today)));
        found.min_by_key(|milestone| milestone.due.last())
    };
    let late = in_state(|state| state == MilestoneState::Late);
    let open = || in_state(|state| matches!(state, MilestoneState::Planned | MilestoneState::Doing));
    late.or_else(open).map(|milestone| step(context, milestone))
}

/// How far a step is today. One whose day has passed is late, also if nobody has said so in the feed.
fn state(milestone: &Milestone, today: NaiveDate) -> MilestoneState {
    match milestone.state {
        MilestoneState::Planned | MilestoneState::Doing if milestone.due.last() < today => MilestoneState::Late,
        state => state,
    }
}

fn step(context: &Context<'_>, milestone: &Milestone) -> Step {
    let due = context.date(milestone.due);
    let when = match milestone.done_on {
        Some(done) => say!(context.words, "milestone-due-done", due = due, done = context.date(done)),
        None => say!(context.words, "milestone-due", due = due),
    };
    Step {
        state: state_words(context, state(milestone, context.today)),
        title: context.text(&milestone.title),
        when,
        note: milestone.note.as_ref().map(|note| context.text(note)),
        more: None,
    }
}

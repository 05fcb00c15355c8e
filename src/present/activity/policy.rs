//! The stages of a policy change: which are behind, where it is now, when the next ones are expected and what residents
//! can do then.

use super::milestones::Step;
use super::terms::{self, Sign, State};
use crate::feed::records::Activity;
use crate::feed::records::activity::{PolicyStage, StageDate};
use crate::present::Context;
use crate::present::activity::read_more;
use crate::words::say;

/// A stage of a policy change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    pub name: String,
    /// It lies behind.
    pub done: bool,
    pub current: bool,
}

/// The stages in short, in their order.
pub(super) fn stages(context: &Context<'_>, current: PolicyStage) -> Vec<Stage> {
    let at = place(current);
    let stage = |(n, stage): (usize, &PolicyStage)| Stage {
        name: terms::stage(context, *stage),
        done: n < at,
        current: n == at,
    };
    PolicyStage::ALL.iter().enumerate().map(stage).collect()
}

/// The stages with their dates and what residents can do; empty if there is no date at all.
pub(super) fn dated(context: &Context<'_>, activity: &Activity) -> Vec<Step> {
    if activity.stage_dates.is_empty() {
        return Vec::new();
    }
    PolicyStage::ALL.iter().map(|stage| dated_stage(context, activity, *stage)).collect()
}

fn dated_stage(context: &Context<'_>, activity: &Activity, stage: PolicyStage) -> Step {
    let words = context.words;
    let now = activity.stage.map_or(0, place);
    let at = place(stage);
    let date = activity.stage_dates.iter().find(|date| date.stage == stage);
    let (word, sign) = match at.cmp(&now) {
        std::cmp::Ordering::Less => (say!(words, "activity-stage-behind"), Sign::Done),
        std::cmp::Ordering::Equal => (say!(words, "activity-stage-now"), Sign::Running),
        std::cmp::Ordering::Greater if is_late(context, date) => (say!(words, "milestone-late"), Sign::Late),
        std::cmp::Ordering::Greater => (say!(words, "activity-stage-ahead"), Sign::Ahead),
    };
    let when = match date {
        None => say!(words, "activity-stage-undated"),
        Some(date) => {
            let on = context.date(date.on);
            match at <= now {
                true => on,
                false if is_late(context, Some(date)) => say!(words, "activity-stage-was-expected", date = on),
                false => say!(words, "activity-stage-expected", date = on),
            }
        }
    };
    Step {
        state: State { word, sign },
        title: terms::stage(context, stage).into(),
        when,
        note: date.and_then(|date| date.note.as_ref()).map(|note| context.text(note)),
        more: date.and_then(|date| date.url.as_ref()).map(|link| read_more(context, link)),
    }
}

/// Its day has passed, although the stage has not been reached.
fn is_late(context: &Context<'_>, date: Option<&StageDate>) -> bool {
    date.is_some_and(|date| date.on.last() < context.today)
}

fn place(stage: PolicyStage) -> usize {
    PolicyStage::ALL.iter().position(|known| *known == stage).unwrap_or(0)
}

/// The next stage that has a date ahead, for lists: its name and date, and what residents can do then.
pub(in crate::present) fn next_stage(context: &Context<'_>, activity: &Activity) -> Option<Step> {
    let now = activity.stage.map_or(0, place);
    let ahead = activity.stage_dates.iter().filter(|date| place(date.stage) > now);
    let next = ahead.min_by_key(|date| date.on.first())?;
    Some(dated_stage(context, activity, next.stage))
}

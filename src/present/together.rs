//! What was promised, asked and heard about one record: sections for the pages of goals, activities and partners.

use super::Context;
use super::commitments::{PromiseLine, concerns, lines};
use super::engagement::{Standing, terms};
use super::heard::{HeardItem, item};
use super::open_now::{OpenLine, OpenNow, line, open_now};
use crate::feed::records::{Engagement, Feedback};

/// What was promised, asked and heard about a record. What is empty is not shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Together {
    /// What people can take part in now.
    pub open: Option<OpenNow>,
    pub promises: Vec<PromiseLine>,
    /// Other processes about it.
    pub asked: Vec<OpenLine>,
    /// What was said about it, with the answers.
    pub heard: Vec<HeardItem>,
}

/// All about the record with this id: a goal, an activity, a partner, a work group or a place.
pub fn together(context: &Context<'_>, id: &str) -> Together {
    let is_asked = |engagement: &Engagement| {
        engagement.by.as_ref().is_some_and(|by| by.as_str() == id)
            || engagement.goals.iter().any(|goal| goal.as_str() == id)
            || engagement.activities.iter().any(|activity| activity.as_str() == id)
            || engagement.geographies.iter().any(|place| place.as_str() == id)
    };
    let is_heard = |feedback: &Feedback| {
        feedback.about.iter().any(|about| about.as_str() == id)
            || feedback.response.as_ref().is_some_and(|response| response.by.as_str() == id)
            || feedback.geographies.iter().any(|place| place.as_str() == id)
    };
    let asked = context
        .feed
        .engagements
        .iter()
        .filter(|engagement| is_asked(engagement) && terms::standing(context, engagement) != Standing::Open);
    Together {
        open: open_now(context, &is_asked),
        promises: lines(context, &|commitment| concerns(commitment, id)),
        asked: asked.map(|engagement| line(context, engagement)).collect(),
        heard: context.feed.feedback.iter().filter(|one| is_heard(one)).map(|one| item(context, one)).collect(),
    }
}

#[cfg(test)]
mod tests;

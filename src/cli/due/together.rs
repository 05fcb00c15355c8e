//! What people have promised each other: promises, processes to report, feedback to answer, decisions to look at again,
//! and needs that run out.

use chrono::{Days, NaiveDate};

use super::items::{Item, What};
use crate::feed::Feed;
use crate::feed::id::{Kind, PartnerId, WorkGroupId};
use crate::feed::records::decision::DecisionResult;
use crate::feed::records::engagement::EngagementStatus;
use crate::feed::records::need::NeedState;
use crate::feed::records::{Engagement, Feedback};
use crate::feed::text::Text;

/// The partners who answer for what a partner or a work group does: of a group, those who lead it.
fn answering(feed: &Feed, party: Option<&str>) -> Vec<Option<PartnerId>> {
    let backbone = || vec![feed.coalition.backbone.clone()];
    let Some(party) = party else { return backbone() };
    match WorkGroupId::new(party).and_then(|id| feed.workgroup(&id)) {
        Some(group) if group.chairs.is_empty() => backbone(),
        Some(group) => group.chairs.iter().cloned().map(Some).collect(),
        None => vec![PartnerId::new(party)],
    }
}

/// One list for all of it. `today` decides which of two days of a process counts.
pub(super) fn items(feed: &Feed, today: NaiveDate, say: &dyn Fn(&Text) -> String, all: &mut Vec<Item>) {
    let mut add = |due: NaiveDate, kind: What, of: Kind, record: &str, text: String, party: Option<&str>| {
        for owner in answering(feed, party) {
            let (record, text) = (record.to_owned(), text.clone());
            all.push(Item { due, kind, list: of.list(), record, text, owner });
        }
    };
    for one in feed.commitments.iter().filter(|one| one.state.is_open()) {
        if let Some(due) = one.due {
            let text = format!("the promise \"{}\": keep it, or say how it stands", without_stop(&say(&one.text)));
            add(due.last(), What::Promise, Kind::Commitment, one.id.as_str(), text, Some(one.by.as_str()));
        }
    }
    for one in &feed.engagements {
        let (title, closes) = (say(&one.title), one.closes.map(|day| day.last()));
        let (day, text) = match one.status {
            EngagementStatus::Planned if one.opens.is_some_and(|day| day.last() >= today) => {
                (one.opens.map(|day| day.last()), format!("\"{title}\" opens: write \"open\""))
            }
            EngagementStatus::Planned | EngagementStatus::Open => {
                (closes.or(one.opens.map(|day| day.last())), format!("\"{title}\" closes: write how it stands"))
            }
            EngagementStatus::Closed if one.outcome.is_none() => (
                closes.and_then(|day| day.checked_add_days(Days::new(Engagement::REPORT_DAYS))),
                format!("say what came of \"{title}\""),
            ),
            EngagementStatus::Closed | EngagementStatus::Reported => continue,
        };
        if let Some(day) = day {
            let by = one.by.as_ref().map(|by| by.as_str());
            add(day, What::Engagement, Kind::Engagement, one.id.as_str(), text, by);
        }
    }
    for one in feed.feedback.iter().filter(|one| one.response.is_none()) {
        let asked = one.engagement.as_ref().and_then(|id| feed.engagement(id));
        let by = asked.and_then(|asked| asked.by.as_ref()).map(|by| by.as_str());
        if let Some(day) = one.heard.to.last().checked_add_days(Days::new(Feedback::ANSWER_DAYS)) {
            let text = format!("the answer to \"{}\"", without_stop(&say(&one.you_said)));
            add(day, What::Feedback, Kind::Feedback, one.id.as_str(), text, by);
        }
    }
    for one in feed.decisions.iter().filter(|one| one.result != DecisionResult::Withdrawn) {
        if let Some(day) = one.review_on.filter(|_| !feed.decisions.iter().any(|other| one.is_followed_by(other))) {
            let text = format!("the review of the decision \"{}\"", say(&one.title));
            add(day.last(), What::Decision, Kind::Decision, one.id.as_str(), text, Some(one.made_by.as_str()));
        }
    }
    for one in feed.needs.iter().filter(|one| one.state == NeedState::Open) {
        if let Some(day) = one.until {
            let text = format!("\"{}\" ends: write \"met\" or \"withdrawn\"", without_stop(&say(&one.text)));
            add(day.last(), What::Need, Kind::Need, one.id.as_str(), text, Some(one.by.as_str()));
        }
    }
}

/// A sentence inside another one.
fn without_stop(text: &str) -> &str {
    text.strip_suffix('.').unwrap_or(text)
}

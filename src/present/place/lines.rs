//! Promises, questions, answers and dates as short lines: on the pages of places, on sheets and on slides.

use crate::feed::id::{GoalId, Kind};
use crate::feed::records::budget::ProposalStage;
use crate::feed::records::commitment::CommitmentState;
use crate::feed::records::engagement::EngagementStatus;
use crate::feed::records::event::EventStatus;
use crate::feed::records::need::{NeedKind, NeedState};
use crate::feed::records::{BudgetProposal, Commitment, Engagement, Event, Feedback, Need};
use crate::present::{Context, Phrase, events, record};
use crate::sorted::sort_by_key;
use crate::words::say;

/// One line: what it is, where it is shown, and what else there is to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub text: Phrase,
    pub href: Option<String>,
    pub notes: Vec<Phrase>,
}

impl Item {
    fn new(context: &Context<'_>, id: &str, text: Phrase, note: String) -> Self {
        Self { text, href: record::href(context, id), notes: vec![note.into()] }
    }
}

/// The name of a partner or a work group.
pub fn party(context: &Context<'_>, id: &str) -> String {
    record::name(context, id).unwrap_or_default().text
}

/// Whether a promise is still to be kept.
pub fn is_open(promise: &Commitment) -> bool {
    matches!(promise.state, CommitmentState::Promised | CommitmentState::OnTrack | CommitmentState::AtRisk)
}

/// Whether a promise may not be kept, or its day has passed.
pub fn is_at_risk(context: &Context<'_>, promise: &Commitment) -> bool {
    let late = promise.due.is_some_and(|due| due.last() < context.today);
    promise.state == CommitmentState::AtRisk || is_open(promise) && late
}

/// Promises that are still to be kept, the one that is due first in front; those without a day last.
pub fn open_promises<'a>(context: &Context<'a>) -> Vec<&'a Commitment> {
    let mut open: Vec<_> = context.feed.commitments.iter().filter(|promise| is_open(promise)).collect();
    sort_by_key(&mut open, |promise| (promise.due.is_none(), promise.due.map(|due| due.last())));
    open
}

/// Who promised it, how it stands, and by when.
pub fn promise(context: &Context<'_>, promise: &Commitment) -> Item {
    let words = context.words;
    let overdue = is_open(promise) && promise.due.is_some_and(|due| due.last() < context.today);
    let state = say!(
        words,
        match promise.state {
            _ if overdue => "place-promise-overdue",
            CommitmentState::Promised => "place-promise-promised",
            CommitmentState::OnTrack => "place-promise-on-track",
            CommitmentState::AtRisk => "place-promise-at-risk",
            CommitmentState::Kept => "place-promise-kept",
            CommitmentState::PartlyKept => "place-promise-partly",
            CommitmentState::Broken => "place-promise-broken",
            CommitmentState::Withdrawn => "place-promise-withdrawn",
        }
    );
    let who = party(context, promise.by.as_str());
    let note = match promise.due {
        Some(due) => say!(words, "place-promise-due", who = who, state = state, due = context.date(due)),
        None => say!(words, "place-promise-open-ended", who = who, state = state),
    };
    Item::new(context, promise.id.as_str(), context.text(&promise.text), note)
}

/// Whether people can take part today.
pub fn takes_part_now(context: &Context<'_>, engagement: &Engagement) -> bool {
    let over = engagement.closes.is_some_and(|closes| closes.last() < context.today);
    engagement.status == EngagementStatus::Open && !over
}

/// A process and how far it is.
pub fn engagement(context: &Context<'_>, engagement: &Engagement) -> Item {
    let words = context.words;
    let date = |date| context.date(date);
    let note = match engagement.status {
        EngagementStatus::Open if takes_part_now(context, engagement) => match engagement.closes {
            Some(closes) => say!(words, "place-asked-until", date = date(closes)),
            None => say!(words, "place-asked-open"),
        },
        EngagementStatus::Planned => match engagement.opens {
            Some(opens) => say!(words, "place-asked-from", date = date(opens)),
            None => say!(words, "place-asked-planned"),
        },
        EngagementStatus::Open | EngagementStatus::Closed => say!(words, "place-asked-closed"),
        EngagementStatus::Reported => say!(words, "place-asked-reported"),
    };
    Item::new(context, engagement.id.as_str(), context.text(&engagement.title), note)
}

/// What was heard, and the answer.
pub fn feedback(context: &Context<'_>, feedback: &Feedback) -> Item {
    let words = context.words;
    let answer = match &feedback.response {
        Some(response) => {
            let by = party(context, response.by.as_str());
            let note = say!(words, "place-answer", by = by, on = context.date(response.on));
            vec![note.into(), context.text(&response.we_did)]
        }
        None => vec![say!(words, "place-no-answer").into()],
    };
    Item { text: context.text(&feedback.you_said), href: record::href(context, feedback.id.as_str()), notes: answer }
}

/// An idea of a participatory budget, and how far it came.
pub fn proposal(context: &Context<'_>, proposal: &BudgetProposal) -> Item {
    let words = context.words;
    let stage = say!(
        words,
        match proposal.stage {
            ProposalStage::Idea => "place-idea-new",
            ProposalStage::UnderReview => "place-idea-review",
            ProposalStage::Merged => "place-idea-merged",
            ProposalStage::NotTakenForward => "place-idea-not-forward",
            ProposalStage::OnBallot => "place-idea-ballot",
            ProposalStage::Funded => "place-idea-funded",
            ProposalStage::NotFunded => "place-idea-not-funded",
            ProposalStage::InDelivery => "place-idea-delivery",
            ProposalStage::Done => "place-idea-done",
            ProposalStage::Stopped => "place-idea-stopped",
        }
    );
    Item::new(context, proposal.id.as_str(), context.text(&proposal.title), stage)
}

/// Whether something is still looked for or offered.
pub fn is_wanted(context: &Context<'_>, need: &Need) -> bool {
    need.state == NeedState::Open && need.until.is_none_or(|until| until.last() >= context.today)
}

/// Something that is looked for or offered.
pub fn need(context: &Context<'_>, need: &Need) -> Item {
    let words = context.words;
    let by = party(context, need.by.as_str());
    let note = match need.kind {
        NeedKind::Need => say!(words, "place-need", by = by),
        NeedKind::Offer => say!(words, "place-offer", by = by),
    };
    Item::new(context, need.id.as_str(), context.text(&need.text), note)
}

/// An event that comes: when and where.
pub fn event(context: &Context<'_>, event: &Event) -> Item {
    let words = context.words;
    let (on, at) = (words.day(event.start.day()), context.plain(&event.venue.text));
    let note = if event.status == EventStatus::Cancelled {
        say!(words, "place-event-cancelled", on = on)
    } else {
        say!(words, "place-event", on = on, at = at)
    };
    Item { text: context.text(&event.title), href: Some(events::href(context, event)), notes: vec![note.into()] }
}

/// Whether something that was heard is about a goal: by name, through an activity, or through the process.
pub fn is_about(context: &Context<'_>, feedback: &Feedback, goal: &GoalId) -> bool {
    let feed = context.feed;
    let through = |id: &str| match feed.find(id) {
        Some((Kind::Activity, at)) => feed.activities.get(at).is_some_and(|it| it.goals.contains(goal)),
        Some((Kind::Indicator, at)) => feed.indicators.get(at).is_some_and(|it| it.goals.contains(goal)),
        _ => false,
    };
    let asked = feedback.engagement.as_ref().and_then(|id| feed.engagement(id));
    feedback.about.iter().any(|id| id.as_str() == goal.as_str() || through(id.as_str()))
        || asked.is_some_and(|asked| asked.goals.contains(goal))
}

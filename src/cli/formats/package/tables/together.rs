//! Tables about what was asked, heard, promised and decided, about money that residents decide on, about events and news.

use super::super::cells::Of;
use super::{Table, words};
use crate::feed::id::PublicOrParty;
use crate::feed::records::budget::{AllocationRule, ProposalStage, VoteType};
use crate::feed::records::commitment::CommitmentState;
use crate::feed::records::decision::DecisionResult;
use crate::feed::records::engagement::{EngagementKind, EngagementStatus, ParticipationLevel};
use crate::feed::records::event::{EventKind, EventStatus, OpenTo};
use crate::feed::records::feedback::{HeardBy, PeopleBand, ResponseState};
use crate::feed::records::need::{NeedKind, NeedState, NeedWhat};
use crate::feed::records::update::UpdateKind;
use crate::feed::records::{
    BudgetCycle, BudgetProposal, Commitment, Decision, Engagement, Event, Feedback, Need, Story, Term, Update,
};
use crate::present::Context;

const ID: &str = "Its name in references.";
const PARTY: &str = "An id of partners or of workgroups.";

pub(super) fn tables(context: &Context<'_>) -> Vec<Table> {
    vec![
        commitments(context),
        engagements(context),
        feedback(context),
        decisions(context),
        needs(context),
        budget_cycles(context),
        budget_proposals(context),
        events(context),
        updates(context),
        stories(context),
        terms(context),
    ]
}

fn commitments(context: &Context<'_>) -> Table {
    Of::<Commitment>::new(context)
        .id("id", ID, |one| one.id.to_string())
        .text("text", "What is promised.", |one| Some(&one.text))
        .code("by", PARTY, |one| Some(one.by.as_str().to_owned()))
        .code("to", "\"public\" for everybody, else an id of partners or of workgroups.", |one| {
            Some(match &one.to {
                PublicOrParty::Public => "public".to_owned(),
                PublicOrParty::Party(id) => id.as_str().to_owned(),
            })
        })
        .date("made_on", "When it was made.", |one| Some(one.made_on))
        .date("due", "By when it will be kept.", |one| one.due)
        .word("state", "How it stands.", words!(CommitmentState), |one| Some(one.state.wire()))
        .text("state_reason", "Why it stands so.", |one| one.state_reason.as_ref())
        .date("settled_on", "When it was kept, broken or withdrawn.", |one| one.settled_on)
        .flag("disputed", "Whether somebody sees it otherwise.", |one| one.dispute.is_some())
        .rows("commitments", "Promises", &context.feed.commitments)
        .key(&["id"])
}

fn engagements(context: &Context<'_>) -> Table {
    Of::<Engagement>::new(context)
        .id("id", ID, |one| one.id.to_string())
        .text("title", "What it is called.", |one| Some(&one.title))
        .text("question", "The question that is asked.", |one| Some(&one.question))
        .word("kind", "What kind of process it is.", words!(EngagementKind), |one| Some(one.kind.wire()))
        .word("level", "How much of the decision residents have.", words!(ParticipationLevel), |one| {
            Some(one.level.wire())
        })
        .text("promise", "What residents can count on.", |one| one.promise.as_ref())
        .word("status", "How far it is.", words!(EngagementStatus), |one| Some(one.status.wire()))
        .date("opens", "First day to take part.", |one| one.opens)
        .date("closes", "Last day to take part.", |one| one.closes)
        .whole("participants", "How many people took part.", |one| one.participants)
        .text("outcome", "What came of it.", |one| one.outcome.as_ref())
        .date("reported_on", "When that was reported.", |one| one.reported_on)
        .rows("engagements", "What residents are asked", &context.feed.engagements)
        .key(&["id"])
}

fn feedback(context: &Context<'_>) -> Table {
    Of::<Feedback>::new(context)
        .id("id", ID, |one| one.id.to_string())
        .text("you_said", "What was said.", |one| Some(&one.you_said))
        .date("heard_from", "From when it was heard.", |one| Some(one.heard.from))
        .date("heard_to", "Until when it was heard.", |one| Some(one.heard.to))
        .word("channel", "In which way.", words!(HeardBy), |one| Some(one.heard.channel.wire()))
        .word("people", "By about how many people.", words!(PeopleBand), |one| Some(one.heard.people.wire()))
        .code("engagement", "The process in which it was said.", |one| one.engagement.as_ref().map(ToString::to_string))
        .word("response", "What is done about it; empty if nobody has answered.", words!(ResponseState), |one| {
            one.response.as_ref().map(|response| response.state.wire())
        })
        .text("we_did", "What was or will be done.", |one| one.response.as_ref().map(|response| &response.we_did))
        .text("why", "Why.", |one| one.response.as_ref()?.why.as_ref())
        .code("response_by", PARTY, |one| one.response.as_ref().map(|response| response.by.as_str().to_owned()))
        .date("response_on", "When the answer was given.", |one| one.response.as_ref().map(|response| response.on))
        .rows("feedback", "What was heard, and the answers", &context.feed.feedback)
        .key(&["id"])
        .refers("engagement", "engagements")
}

fn decisions(context: &Context<'_>) -> Table {
    Of::<Decision>::new(context)
        .id("id", ID, |one| one.id.to_string())
        .text("title", "What it is called.", |one| Some(&one.title))
        .text("what", "What was decided on.", |one| Some(&one.what))
        .code("made_by", PARTY, |one| Some(one.made_by.as_str().to_owned()))
        .date("on", "When.", |one| Some(one.on))
        .word("result", "What the answer was.", words!(DecisionResult), |one| Some(one.result.wire()))
        .text("reason", "Why.", |one| Some(&one.reason))
        .whole("votes_for", "Votes for it.", |one| one.counts.as_ref().map(|counts| counts.in_favour))
        .whole("votes_against", "Votes against it.", |one| one.counts.as_ref().map(|counts| counts.against))
        .whole("votes_abstain", "Neither.", |one| one.counts.as_ref().map(|counts| counts.abstain))
        .rows("decisions", "What was agreed or turned down", &context.feed.decisions)
        .key(&["id"])
}

fn needs(context: &Context<'_>) -> Table {
    Of::<Need>::new(context)
        .id("id", ID, |one| one.id.to_string())
        .word("kind", "Looked for, or offered.", words!(NeedKind), |one| Some(one.kind.wire()))
        .word("what", "What sort of thing.", words!(NeedWhat), |one| Some(one.what.wire()))
        .text("text", "What exactly.", |one| Some(&one.text))
        .code("by", PARTY, |one| Some(one.by.as_str().to_owned()))
        .date("until", "Until when.", |one| one.until)
        .word("state", "Whether it is still open.", words!(NeedState), |one| Some(one.state.wire()))
        .rows("needs", "What is looked for and offered", &context.feed.needs)
        .key(&["id"])
}

fn budget_cycles(context: &Context<'_>) -> Table {
    Of::<BudgetCycle>::new(context)
        .id("id", ID, |one| one.id.to_string())
        .text("title", "What it is called.", |one| Some(&one.title))
        .number("money", "How much there is to decide on.", |one| Some(one.money))
        .code("currency", "The ISO 4217 code.", |one| Some(one.currency.as_str().to_owned()))
        .word("vote_type", "How people vote.", words!(VoteType), |one| Some(one.vote_type.wire()))
        .word("allocation_rule", "How votes become a choice.", words!(AllocationRule), |one| {
            Some(one.allocation_rule.wire())
        })
        .whole("ballots", "How many valid ballots there were.", |one| one.ballots)
        .rows("budget_cycles", "Rounds of participatory budgets", &context.feed.budget_cycles)
        .key(&["id"])
}

fn budget_proposals(context: &Context<'_>) -> Table {
    Of::<BudgetProposal>::new(context)
        .id("id", ID, |one| one.id.to_string())
        .id("cycle", "An id of budget_cycles.", |one| one.cycle.to_string())
        .text("title", "What it is called.", |one| Some(&one.title))
        .word("stage", "How far it has come.", words!(ProposalStage), |one| Some(one.stage.wire()))
        .text("stage_reason", "Why it stopped or was merged.", |one| one.stage_reason.as_ref())
        .number("cost_estimated", "What it would cost.", |one| one.cost_estimated)
        .number("cost_final", "What it did cost.", |one| one.cost_final)
        .number("spent", "What has been spent so far.", |one| one.spent)
        .whole("votes", "How many ballots named it.", |one| one.votes)
        .number("score", "Its points, where votes give points.", |one| one.score)
        .number("latitude", "Degrees north (WGS 84).", |one| one.location.as_ref().map(|point| point.latitude))
        .number("longitude", "Degrees east (WGS 84).", |one| one.location.as_ref().map(|point| point.longitude))
        .code("activity", "The activity that carries it out.", |one| one.activity.as_ref().map(ToString::to_string))
        .rows("budget_proposals", "Ideas in participatory budgets", &context.feed.budget_proposals)
        .key(&["id"])
        .refers("cycle", "budget_cycles")
        .refers("activity", "activities")
}

fn events(context: &Context<'_>) -> Table {
    let moment = "A day, or a time with its offset from UTC.";
    Of::<Event>::new(context)
        .id("id", ID, |one| one.id.to_string())
        .text("title", "What it is.", |one| Some(&one.title))
        .text("summary", "More, in plain text.", |one| one.plain_summary.as_ref())
        .id("start", &format!("When it begins. {moment}"), |one| one.start.to_string())
        .code("end", &format!("When it ends. {moment}"), |one| one.end.map(|end| end.to_string()))
        .code("time_zone", "The name of the time zone.", |one| Some(one.tz.clone()))
        .text("where", "Where.", |one| Some(&one.venue.text))
        .word("kind", "What kind of event.", words!(EventKind), |one| Some(one.kind.wire()))
        .word("status", "Whether it is sure.", words!(EventStatus), |one| Some(one.status.wire()))
        .word("open_to", "Who may come.", words!(OpenTo), |one| Some(one.open_to.wire()))
        .code("workgroup", "The work group that meets.", |one| one.workgroup.as_ref().map(ToString::to_string))
        .code("engagement", "The process that it belongs to.", |one| one.engagement.as_ref().map(ToString::to_string))
        .rows("events", "Meetings, deadlines and days of new figures", &context.feed.events)
        .key(&["id"])
        .refers("workgroup", "workgroups")
        .refers("engagement", "engagements")
}

fn updates(context: &Context<'_>) -> Table {
    Of::<Update>::new(context)
        .id("id", ID, |one| one.id.to_string())
        .text("title", "What happened, as a headline.", |one| Some(&one.title))
        .text("body", "The news.", |one| Some(&one.body))
        .date("on", "When.", |one| Some(one.on))
        .word("kind", "What kind of news.", words!(UpdateKind), |one| Some(one.kind.wire()))
        .code("author", "Who wrote it: an id of partners.", |one| Some(one.author.to_string()))
        .rows("updates", "News", &context.feed.updates)
        .key(&["id"])
        .refers("author", "partners")
}

fn stories(context: &Context<'_>) -> Table {
    Of::<Story>::new(context)
        .id("id", ID, |one| one.id.to_string())
        .id("indicator", "An id of indicators.", |one| one.indicator.to_string())
        .date("as_of", "When it was agreed.", |one| Some(one.as_of))
        .text("summary", "In two or three sentences.", |one| Some(&one.summary))
        .rows("stories", "Why indicators are where they are", &context.feed.stories)
        .key(&["id"])
        .refers("indicator", "indicators")
}

fn terms(context: &Context<'_>) -> Table {
    Of::<Term>::new(context)
        .id("id", ID, |one| one.id.to_string())
        .text("term", "The word.", |one| Some(&one.term))
        .text("definition", "What it means.", |one| Some(&one.definition))
        .code("acronym", "Its short form.", |one| one.acronym.clone())
        .rows("terms", "Words of the field", &context.feed.terms)
        .key(&["id"])
}

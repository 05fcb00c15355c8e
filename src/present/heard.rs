//! Something that was heard ("you said") and the answer to it ("we did").

use super::activity::{Sign, State};
use super::pairs::{Item, links, party};
use super::{Context, Link, Phrase, record};
use crate::feed::records::Feedback;
use crate::feed::records::feedback::{Heard, HeardBy, PeopleBand, ResponseState};
use crate::words::say;

/// A theme and its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeardItem {
    /// The fragment of its address.
    pub id: String,
    pub said: Phrase,
    /// "10 to 49 people, at meetings, May 2025".
    pub heard: String,
    /// Theme and places, if they are known.
    pub tags: Vec<Phrase>,
    pub quotes: Vec<Phrase>,
    pub state: State,
    pub did: Option<Phrase>,
    pub why: Option<Phrase>,
    /// Who answered; nobody yet if there is none.
    pub by: Option<Item>,
    /// When it was answered, or how long it has waited.
    pub when: String,
    pub about: Vec<Link>,
    /// The process in which it was said.
    pub engagement: Option<Link>,
}

/// One theme.
pub fn item(context: &Context<'_>, feedback: &Feedback) -> HeardItem {
    let words = context.words;
    let theme = feedback.theme.iter().map(|theme| context.text(theme));
    let places = feedback.geographies.iter().filter_map(|id| record::name(context, id.as_str()));
    let response = feedback.response.as_ref();
    HeardItem {
        id: feedback.id.to_string(),
        said: context.text(&feedback.you_said),
        heard: heard(context, &feedback.heard),
        tags: theme.chain(places).collect(),
        // Nobody's words without their consent, even if a feed were read without its rules.
        quotes: feedback.quotes.iter().filter(|one| one.consent).map(|one| context.text(&one.text)).collect(),
        state: state(context, response.map(|response| response.state)),
        did: response.map(|response| context.text(&response.we_did)),
        why: response.and_then(|response| response.why.as_ref()).map(|why| context.text(why)),
        by: response.map(|response| party(context, response.by.as_str())),
        when: match response {
            Some(response) => context.date(response.on),
            None => say!(words, "heard-waiting-days", n = waiting(context, feedback)),
        },
        about: links(context, feedback.about.iter().map(|id| id.as_str())),
        engagement: feedback.engagement.as_ref().and_then(|id| record::link(context, id.as_str())),
    }
}

/// Days since the last day on which it was heard.
pub(super) fn waiting(context: &Context<'_>, feedback: &Feedback) -> i64 {
    (context.today - feedback.heard.to.last()).num_days().max(0)
}

/// Days from the last day on which it was heard to the answer. An answer given meanwhile took none.
pub(super) fn days_to_answer(feedback: &Feedback) -> Option<i64> {
    let response = feedback.response.as_ref()?;
    Some((response.on.last() - feedback.heard.to.last()).num_days().max(0))
}

/// By about how many, how and when it was said.
pub(super) fn heard(context: &Context<'_>, heard: &Heard) -> String {
    let words = context.words;
    let people = say!(
        words,
        match heard.people {
            PeopleBand::Few => "heard-few",
            PeopleBand::Tens => "heard-tens",
            PeopleBand::Many => "heard-many",
            PeopleBand::Hundreds => "heard-hundreds",
        }
    );
    let channel = say!(
        words,
        match heard.channel {
            HeardBy::Meeting => "heard-meeting",
            HeardBy::Survey => "heard-survey",
            HeardBy::Conversation => "heard-conversation",
            HeardBy::Phone => "heard-phone",
            HeardBy::Post => "heard-post",
            HeardBy::Web => "heard-web",
        }
    );
    let to = context.date(heard.to);
    if heard.from == heard.to {
        return say!(words, "heard-how", people = people, channel = channel, date = to);
    }
    say!(words, "heard-how-long", people = people, channel = channel, from = context.date(heard.from), to = to)
}

/// What is done about it; `None`: nobody has answered.
pub(super) fn state(context: &Context<'_>, state: Option<ResponseState>) -> State {
    let words = context.words;
    let (word, sign) = match state {
        Some(ResponseState::Done) => (say!(words, "heard-done"), Sign::Done),
        Some(ResponseState::Doing) => (say!(words, "heard-doing"), Sign::Running),
        Some(ResponseState::Planned) => (say!(words, "heard-planned"), Sign::Ahead),
        Some(ResponseState::Exploring) => (say!(words, "heard-exploring"), Sign::Vague),
        Some(ResponseState::NotDoing) => (say!(words, "heard-not-doing"), Sign::Stopped),
        Some(ResponseState::NotOurs) => (say!(words, "heard-not-ours"), Sign::Elsewhere),
        None => (say!(words, "heard-unanswered"), Sign::Late),
    };
    State { word, sign }
}

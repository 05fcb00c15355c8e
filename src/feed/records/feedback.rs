//! Feedback: what people said, and what was done about it.

use crate::feed::date::Date;
use crate::feed::id::{AnyId, EngagementId, FeedbackId, GeographyId, PartyId};
use crate::feed::record::{choice, record};
use crate::feed::text::Text;

record! {
    /// A theme that was heard ("you said"), with the answer to it ("we did"). Themes, never single people.
    pub struct Feedback ("feedback") {
        /// Its name in addresses and references, equal to the file's name.
        id: FeedbackId,
        /// What was said, in plain words.
        you_said: Text,
        /// When, how and by how many.
        heard: Heard,
        /// A word to group by.
        theme: Option<Text>,
        /// The process in which it was said.
        engagement: Option<EngagementId>,
        /// The records it is about.
        about: Vec<AnyId>,
        /// The places it is about, if not everywhere.
        geographies: Vec<GeographyId>,
        /// Words of people who agreed to be quoted; at most three.
        quotes: Vec<Quote>,
        /// The answer.
        response: Option<Response>,
    }
}

record! {
    /// When, how and by how many something was said.
    pub struct Heard ("what was heard") {
        /// From when.
        from as "from": Date,
        /// Until when.
        to: Date,
        /// In which way.
        channel: HeardBy,
        /// By about how many people.
        people: PeopleBand,
    }
}

choice! {
    /// Ways in which something was said.
    pub enum HeardBy {
        /// At a meeting.
        Meeting = "meeting",
        /// In a survey.
        Survey = "survey",
        /// In conversation, on the street or at a desk.
        Conversation = "conversation",
        /// By telephone.
        Phone = "phone",
        /// On paper.
        Post = "post",
        /// On the web or by e-mail.
        Web = "web",
    }
}

choice! {
    /// About how many people said something. Bands, so that nobody can be made out.
    pub enum PeopleBand {
        /// A few people.
        Few = "1-9",
        /// Ten to 49 people.
        Tens = "10-49",
        /// Fifty to 199 people.
        Many = "50-199",
        /// Two hundred people or more.
        Hundreds = "200+",
    }
}

record! {
    /// Words of somebody who agreed to be quoted.
    pub struct Quote ("a quote") {
        /// The words, without a name.
        text: Text,
        /// Whether whoever said it agreed that it is published.
        consent: bool,
    }
}

record! {
    /// The answer to feedback.
    pub struct Response ("a response") {
        /// What is done about it.
        state: ResponseState,
        /// What was or will be done, in plain words.
        we_did: Text,
        /// Why; needed where nothing is done.
        why: Option<Text>,
        /// Who answers.
        by: PartyId,
        /// When the answer was given.
        on: Date,
    }
}

choice! {
    /// What is done about feedback.
    pub enum ResponseState {
        /// It is done.
        Done = "done",
        /// It is being done.
        Doing = "doing",
        /// It is decided, not begun.
        Planned = "planned",
        /// It is being looked into.
        Exploring = "exploring",
        /// It will not be done. Say why.
        NotDoing = "not_doing",
        /// Somebody else decides it. Say who and why.
        NotOurs = "not_ours",
    }
}

impl Feedback {
    /// Days after it was heard by which people have an answer.
    pub const ANSWER_DAYS: u64 = 60;
}

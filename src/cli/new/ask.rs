//! What each kind of record needs, by which flag it is given, and what is taken without one.

use crate::feed::form::order::shape;
use crate::feed::id::Kind;
use crate::feed::record::Shape;

/// One thing that a record says.
pub(super) struct Ask {
    /// Where it stands in the record: `unit/kind` is inside `unit`, `members/*/partner` inside each item of a list.
    pub(super) path: &'static str,
    pub(super) flag: &'static str,
    pub(super) how: How,
    /// Asked only if this field has one of these words.
    pub(super) when: Option<When>,
    pub(super) help: &'static str,
}

/// A field and words of it.
pub(super) type When = (&'static str, &'static [&'static str]);

#[derive(Clone, Copy)]
pub(super) enum How {
    /// A text for readers; empty until somebody writes it.
    Prose,
    /// One of the field's words; needed, unless there is one to begin with.
    Word(Option<&'static str>),
    /// Some of the field's words, at least one.
    Words,
    /// The id of a record; the only one there is, if there is only one.
    One(Kind),
    /// Ids of records, at least one; the only one there is, if there is only one.
    Many(Kind),
    /// The id of a record, or nothing.
    Maybe(Kind),
    /// The id of a partner or a work group.
    Party,
    /// The same, or the word for everybody, which it is without an answer.
    Everybody,
    /// A date; today if none is given.
    Today,
    /// A date or a moment.
    Day,
    /// A date or nothing.
    Until,
    /// A whole number.
    Number(u32),
    /// A number that has to be given.
    Amount,
    /// A word that the feed's other events agree on.
    Zone,
    /// A short text that has to be given.
    Given,
    /// A short text or nothing.
    Perhaps,
    /// Groups of a dimension, by their labels.
    Groups,
}

impl Ask {
    /// The words of the field, if it has a closed list of them.
    pub(super) fn words(&self, kind: Kind) -> &'static [&'static str] {
        let mut found = shape(kind);
        for step in self.path.split('/') {
            found = match found {
                Shape::List(item) if step == "*" => item(),
                Shape::Record(fields) => {
                    fields.iter().find(|(name, _)| *name == step).map_or(Shape::Other, |(_, shape)| shape())
                }
                other => other,
            };
        }
        match found {
            Shape::List(item) => match item() {
                Shape::Word(words) => words,
                _ => &[],
            },
            Shape::Word(words) => words,
            _ => &[],
        }
    }

    /// What stands behind the flag in the help.
    pub(super) fn value_name(&self) -> &'static str {
        match self.how {
            How::Word(_) | How::Words => "WORD",
            How::One(_) | How::Many(_) | How::Maybe(_) | How::Party | How::Everybody => "ID",
            How::Today | How::Day | How::Until => "DATE",
            How::Number(_) | How::Amount => "N",
            How::Prose | How::Zone | How::Given | How::Perhaps => "TEXT",
            How::Groups => "LABEL",
        }
    }
}

const fn ask(path: &'static str, flag: &'static str, how: How, help: &'static str) -> Ask {
    Ask { path, flag, how, when: None, help }
}

const fn only_if(when: When, ask: Ask) -> Ask {
    Ask { when: Some(when), ..ask }
}

const SUMMARY: Ask = ask("plain_summary", "summary", How::Prose, "One or two plain sentences");
const TITLE: Ask = ask("title", "title", How::Prose, "What it is called");

/// Fields by which people know a record, and from which its id is made.
const NAMES: [&str; 6] = ["title", "name", "label", "term", "text", "you_said"];

/// The ask for the name of a record of this kind. A story has none: it is known by its indicator and date.
pub(super) fn named_by(kind: Kind) -> Option<&'static Ask> {
    asks(kind).iter().find(|ask| NAMES.contains(&ask.path))
}

/// The table.
pub(super) fn asks(kind: Kind) -> &'static [Ask] {
    const GOAL: &[Ask] = &[
        TITLE,
        SUMMARY,
        ask("kind", "kind", How::Word(Some("result")), "The one long-term aim, or a result that serves it"),
        ask("parent", "parent", How::Maybe(Kind::Goal), "The goal that it serves"),
        ask("status", "status", How::Word(Some("active")), "Whether it is pursued"),
    ];
    const STRATEGY: &[Ask] = &[
        TITLE,
        SUMMARY,
        ask("goals", "goal", How::Many(Kind::Goal), "The goals it serves"),
        ask("kind", "kind", How::Word(None), "What kind of change it aims at"),
        ask("status", "status", How::Word(Some("active")), "Whether it is pursued"),
    ];
    const INDICATOR: &[Ask] = &[
        TITLE,
        SUMMARY,
        ask("definition", "definition", How::Prose, "Exactly what is counted: numerator and denominator"),
        ask("level", "level", How::Word(None), "A condition of the population, or the work of a programme"),
        only_if(("level", &["population"]), ask("goals", "goal", How::Many(Kind::Goal), "The goals it speaks for")),
        only_if(("level", &["performance"]), ask("activity", "activity", How::One(Kind::Activity), "What it measures")),
        only_if(("level", &["performance"]), ask("rba", "rba", How::Word(None), "Which question it answers")),
        ask("unit/kind", "unit", How::Word(None), "What its numbers mean"),
        only_if(("unit/kind", &["rate"]), ask("unit/per", "per", How::Given, "The base of a rate: 1,000 residents")),
        only_if(("unit/kind", &["currency"]), ask("unit/currency", "currency", How::Given, "The currency: USD")),
        only_if(("unit/kind", &["quantity"]), ask("unit/name", "unit-name", How::Given, "Of what: tonnes")),
        ask("unit/decimals", "decimals", How::Number(0), "Decimals to show, 0 to 3; 0 if not given"),
        ask("direction", "direction", How::Word(None), "Which way is better"),
        ask("aggregation", "aggregation", How::Word(Some("none")), "Whether values may be added up; none if not given"),
        ask("period_type", "period", How::Word(None), "The kind of period it is counted in"),
        ask("update_frequency", "frequency", How::Word(None), "How often a figure comes; once a period if not given"),
        ask("method", "method", How::Word(None), "Where the numbers come from"),
        ask("source", "source", How::Many(Kind::Source), "The records of its sources"),
        ask("steward", "steward", How::One(Kind::Partner), "The partner that brings the figure"),
        ask(
            "phase",
            "phase",
            How::Word(Some("developmental")),
            "Whether it is measured yet; developmental if not given",
        ),
    ];
    const SOURCE: &[Ask] = &[
        TITLE,
        ask("publisher", "publisher", How::Prose, "Who publishes it"),
        ask("kind", "kind", How::Word(None), "What kind of source it is"),
        ask("limitations", "limitations", How::Prose, "What it cannot say"),
    ];
    const DIMENSION: &[Ask] = &[
        ask("label", "title", How::Prose, "What it is called"),
        ask("groups", "group", How::Groups, "Its groups: --group \"Under 18\" --group \"18 and over\""),
    ];
    const GEOGRAPHY: &[Ask] = &[
        ask("name", "title", How::Prose, "What it is called"),
        ask("kind", "kind", How::Word(None), "What kind of place it is"),
        ask("parent", "parent", How::Maybe(Kind::Geography), "The place it lies in"),
    ];
    const PARTNER: &[Ask] = &[
        ask("name", "title", How::Prose, "What it is called"),
        ask("kind", "kind", How::Word(None), "What kind of body it is"),
        SUMMARY,
        ask("roles", "role", How::Words, "What it does in the coalition"),
        ask("status", "status", How::Word(Some("active")), "Whether it is a partner"),
    ];
    const ACTIVITY: &[Ask] = &[
        TITLE,
        SUMMARY,
        ask("kind", "kind", How::Word(None), "What kind of work it is"),
        only_if(
            ("kind", &["policy_change"]),
            ask("stage", "stage", How::Word(None), "How far a policy change has come"),
        ),
        ask("status", "status", How::Word(Some("planned")), "Whether it is running; planned if not given"),
        ask("lead", "lead", How::One(Kind::Partner), "The partner that answers for it"),
        ask("goals", "goal", How::Many(Kind::Goal), "The goals it serves"),
        only_if(("kind", &["pilot"]), ask("hypothesis", "hypothesis", How::Prose, "What a pilot is meant to find out")),
        only_if(("kind", &["pilot"]), ask("review_on", "review-on", How::Day, "When a pilot is looked at again")),
    ];
    const STORY: &[Ask] = &[
        ask("indicator", "indicator", How::One(Kind::Indicator), "The indicator it is about"),
        ask("as_of", "on", How::Today, "When it was agreed; today if not given"),
        ask("summary", "summary", How::Prose, "The story in two or three sentences"),
        ask("authors", "author", How::Many(Kind::Partner), "The partners who agreed it"),
    ];
    const UPDATE: &[Ask] = &[
        TITLE,
        ask("body", "text", How::Prose, "The news, in plain text"),
        ask("on", "on", How::Today, "When; today if not given"),
        ask("kind", "kind", How::Word(Some("news")), "What kind of news; news if not given"),
        ask("author", "author", How::One(Kind::Partner), "Who wrote it"),
    ];
    const EVENT: &[Ask] = &[
        TITLE,
        ask("start", "start", How::Day, "When it begins: 2027-03-11T18:00:00-05:00, or a day"),
        ask("tz", "zone", How::Zone, "The time zone's name: America/Chicago"),
        ask("where/text", "where", How::Prose, "The place in words"),
        ask("kind", "kind", How::Word(None), "What kind of event"),
        ask("status", "status", How::Word(Some("tentative")), "Whether it is sure; tentative if not given"),
        ask("open_to", "open-to", How::Word(None), "Who may come"),
    ];
    const WORK_GROUP: &[Ask] = &[
        TITLE,
        ask("purpose", "purpose", How::Prose, "What it is for, in one sentence"),
        ask("kind", "kind", How::Word(None), "What kind of table it is"),
        ask("members/*/partner", "member", How::Many(Kind::Partner), "The partners who belong to it"),
        ask("decision_rule", "decides-by", How::Word(None), "How it decides"),
    ];
    const COMMITMENT: &[Ask] = &[
        ask("text", "text", How::Prose, "What is promised, in one plain sentence"),
        ask("by", "by", How::Party, "Who promises: a partner or a work group"),
        ask("to", "to", How::Everybody, "To whom: public, a partner or a work group; public if not given"),
        ask("made_on", "on", How::Today, "When it was made; today if not given"),
        ask("due", "due", How::Until, "By when it will be kept"),
        ask("state", "state", How::Word(Some("promised")), "How it stands; promised if not given"),
        only_if(
            ("state", &["at_risk", "partly_kept", "broken", "withdrawn"]),
            ask("state_reason", "reason", How::Prose, "Why it stands so"),
        ),
    ];
    const ENGAGEMENT: &[Ask] = &[
        TITLE,
        SUMMARY,
        ask("kind", "kind", How::Word(None), "What kind of process it is"),
        ask("level", "level", How::Word(None), "How much of the decision residents have"),
        only_if(
            ("level", &["consult", "involve", "collaborate", "empower"]),
            ask("promise", "promise", How::Prose, "What residents can count on"),
        ),
        ask("question", "question", How::Prose, "The question that is asked"),
        ask("status", "status", How::Word(Some("planned")), "How far it is; planned if not given"),
        ask("opens", "opens", How::Until, "First day to take part"),
        ask("closes", "closes", How::Until, "Last day to take part"),
        ask("channels/*/kind", "channel", How::Words, "Ways to take part; one of them without the internet"),
        only_if(("status", &["reported"]), ask("outcome", "outcome", How::Prose, "What came of it")),
    ];
    const FEEDBACK: &[Ask] = &[
        ask("you_said", "said", How::Prose, "What was said, in plain words"),
        ask("heard/from", "from", How::Today, "When it was heard first; today if not given"),
        ask("heard/to", "to", How::Today, "When it was heard last; today if not given"),
        ask("heard/channel", "channel", How::Word(None), "In which way"),
        ask("heard/people", "people", How::Word(None), "By about how many people"),
    ];
    const DECISION: &[Ask] = &[
        TITLE,
        ask("what", "what", How::Prose, "What was decided on, in plain words"),
        ask("made_by", "by", How::Party, "Who decided: a partner or a work group"),
        ask("on", "on", How::Today, "When; today if not given"),
        ask("result", "result", How::Word(None), "What the answer was"),
        ask("reason", "reason", How::Prose, "Why"),
    ];
    const BUDGET_CYCLE: &[Ask] = &[
        TITLE,
        SUMMARY,
        ask("money", "money", How::Amount, "How much there is to decide on"),
        ask("currency", "currency", How::Given, "The currency: USD"),
        ask("phases/*/kind", "phase", How::Word(Some("ideas")), "The first stage; ideas if not given"),
        ask("phases/*/from", "from", How::Day, "The first day of that stage"),
        ask("vote_type", "vote", How::Word(None), "How people vote"),
        ask("allocation_rule", "chosen-by", How::Word(None), "How the votes become a choice"),
    ];
    const BUDGET_PROPOSAL: &[Ask] = &[
        ask("cycle", "cycle", How::One(Kind::BudgetCycle), "The budget cycle it belongs to"),
        TITLE,
        SUMMARY,
        ask("stage", "stage", How::Word(Some("idea")), "How far it has come; idea if not given"),
        only_if(
            ("stage", &["merged", "not_taken_forward", "stopped"]),
            ask("stage_reason", "reason", How::Prose, "Why it went no further"),
        ),
    ];
    const NEED: &[Ask] = &[
        ask("kind", "kind", How::Word(None), "Looked for, or offered"),
        ask("what", "what", How::Word(None), "What sort of thing"),
        ask("text", "text", How::Prose, "What exactly, in one plain sentence"),
        ask("by", "by", How::Party, "Who looks for it or offers it: a partner or a work group"),
        ask("until", "until", How::Until, "Until when"),
        ask("state", "state", How::Word(Some("open")), "Whether it is still open; open if not given"),
    ];
    const TERM: &[Ask] = &[
        ask("term", "title", How::Prose, "The word"),
        ask("definition", "definition", How::Prose, "What it means, in plain words"),
        ask("acronym", "acronym", How::Perhaps, "Its short form: WIC"),
    ];
    match kind {
        Kind::Goal => GOAL,
        Kind::Strategy => STRATEGY,
        Kind::Indicator => INDICATOR,
        Kind::Source => SOURCE,
        Kind::Dimension => DIMENSION,
        Kind::Geography => GEOGRAPHY,
        Kind::Partner => PARTNER,
        Kind::Activity => ACTIVITY,
        Kind::Story => STORY,
        Kind::Update => UPDATE,
        Kind::Event => EVENT,
        Kind::WorkGroup => WORK_GROUP,
        Kind::Commitment => COMMITMENT,
        Kind::Engagement => ENGAGEMENT,
        Kind::Feedback => FEEDBACK,
        Kind::Decision => DECISION,
        Kind::BudgetCycle => BUDGET_CYCLE,
        Kind::BudgetProposal => BUDGET_PROPOSAL,
        Kind::Need => NEED,
        Kind::Term => TERM,
    }
}

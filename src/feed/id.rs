//! Ids: one type for each kind of record, so that a goal's id cannot be handed in where a partner's is meant.

use std::fmt;

use jsonc_parser::ast::Value;

use super::finding::{quoted, sentence};
use super::record::{FromNode, Reader, choice};
use super::rule::Rule;
use super::source::At;

/// Lower-case letters, digits and hyphens; 2 to 63 characters; the first a letter or a digit.
pub(super) const ID_PATTERN: &str = "^[a-z0-9][a-z0-9-]{1,62}$";

pub(super) fn is_id(text: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (2..=63).contains(&text.len()) && text.bytes().all(allowed) && !text.starts_with('-')
}

/// An id that stands where a reference is meant. That it leads somewhere is checked once all records are read.
#[derive(Clone, Debug)]
pub(crate) struct Reference<'s, 'a> {
    /// The kinds of records it may lead to; at least one.
    pub(super) kinds: &'static [Kind],
    pub(super) id: String,
    pub(super) at: At<'s, 'a>,
}

choice! {
    /// The kinds of records that have an id, in the order in which a feed lists them.
    pub enum Kind {
        Goal = "goal",
        Strategy = "strategy",
        Indicator = "indicator",
        Source = "source",
        Dimension = "dimension",
        Geography = "geography",
        Partner = "partner",
        Activity = "activity",
        Story = "story",
        Update = "update",
        Event = "event",
        WorkGroup = "workgroup",
        Commitment = "commitment",
        Engagement = "engagement",
        Feedback = "feedback",
        Decision = "decision",
        BudgetCycle = "budget_cycle",
        BudgetProposal = "budget_proposal",
        Need = "need",
        Term = "term",
    }
}

impl Kind {
    /// The name of the list in `feed.json` and of the folder.
    pub fn list(self) -> &'static str {
        match self {
            Self::Goal => "goals",
            Self::Strategy => "strategies",
            Self::Indicator => "indicators",
            Self::Source => "sources",
            Self::Dimension => "dimensions",
            Self::Geography => "geographies",
            Self::Partner => "partners",
            Self::Activity => "activities",
            Self::Story => "stories",
            Self::Update => "updates",
            Self::Event => "events",
            Self::WorkGroup => "workgroups",
            Self::Commitment => "commitments",
            Self::Engagement => "engagements",
            Self::Feedback => "feedback",
            Self::Decision => "decisions",
            Self::BudgetCycle => "budget_cycles",
            Self::BudgetProposal => "budget_proposals",
            Self::Need => "needs",
            Self::Term => "terms",
        }
    }

    /// The kind of the records in a list of `feed.json`, or in a folder, of this name.
    pub fn from_list(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.list() == name)
    }
}

/// The id in a node, or a finding.
pub(super) fn read_id(node: &Value<'_>, reader: &mut Reader<'_, '_, '_>) -> Option<String> {
    let Value::StringLit(literal) = node else {
        reader.wrong_type(node, "an id such as \"reading-by-9\"");
        return None;
    };
    if !is_id(&literal.value) {
        let message = sentence!(
            "{} is not an id: lower-case letters, digits and hyphens, 2 to 63 of them.",
            quoted(&literal.value)
        );
        reader.report(Rule::BadId, node, message, "Write for example \"reading-by-9\".");
        return None;
    }
    Some(literal.value.to_string())
}

/// The id of a record of one of these kinds, which is looked up once all records are read.
fn read_reference(kinds: &'static [Kind], node: &Value<'_>, reader: &mut Reader<'_, '_, '_>) -> Option<String> {
    let id = read_id(node, reader)?;
    let at = reader.at(node);
    reader.references.push(Reference { kinds, id: id.clone(), at });
    Some(id)
}

/// An id that leads to a record of one of the kinds.
macro_rules! id {
    ($(#[$about:meta])* $Name:ident of [$($kind:expr),*]) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        pub struct $Name(String);

        impl $Name {
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// `None` if the text is no id.
            pub fn new(text: impl Into<String>) -> Option<Self> {
                let text = text.into();
                is_id(&text).then_some(Self(text))
            }
        }

        impl fmt::Display for $Name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromNode for $Name {
            fn example() -> String {
"\"an-id\"".into()
}

            fn from_node(node: &Value<'_>, reader: &mut Reader<'_, '_, '_>) -> Option<Self> {
                read_reference(&[$($kind),*], node, reader).map(Self)
            }
        }

        impl schemars::JsonSchema for $Name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($Name).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let kinds: Vec<&str> = [$($kind),*].into_iter().map(Kind::wire).collect();
                schemars::json_schema!({"title": format!("{} id", kinds.join(" or ")), "type": "string", "pattern": ID_PATTERN})
            }
        }
    };
}

macro_rules! ids {
    ($($Name:ident $kind:expr;)*) => {$(
        id! {
            #[doc = concat!("The id of a record: ", stringify!($kind), ".")]
            $Name of [$kind]
        }

        impl $Name {
            pub const KIND: Kind = $kind;
        }
    )*};
}

ids! {
    GoalId Kind::Goal;
    StrategyId Kind::Strategy;
    IndicatorId Kind::Indicator;
    SourceId Kind::Source;
    DimensionId Kind::Dimension;
    GeographyId Kind::Geography;
    PartnerId Kind::Partner;
    ActivityId Kind::Activity;
    StoryId Kind::Story;
    UpdateId Kind::Update;
    EventId Kind::Event;
    WorkGroupId Kind::WorkGroup;
    CommitmentId Kind::Commitment;
    EngagementId Kind::Engagement;
    FeedbackId Kind::Feedback;
    DecisionId Kind::Decision;
    BudgetCycleId Kind::BudgetCycle;
    BudgetProposalId Kind::BudgetProposal;
    NeedId Kind::Need;
    TermId Kind::Term;
}

id! {
    /// The id of a partner or a work group: whoever can promise, decide and answer.
    PartyId of [Kind::Partner, Kind::WorkGroup]
}

id! {
    /// The id of what a strategy can lead to: another strategy, an indicator or a goal.
    StepId of [Kind::Strategy, Kind::Indicator, Kind::Goal]
}

/// Everybody, or one partner or work group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PublicOrParty {
    /// Written as "public", which no record can have as its id.
    Public,
    Party(PartyId),
}

/// The word for everybody.
pub(crate) const PUBLIC: &str = "public";

impl serde::Serialize for PublicOrParty {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Public => serializer.serialize_str(PUBLIC),
            Self::Party(id) => id.serialize(serializer),
        }
    }
}

impl FromNode for PublicOrParty {
    fn example() -> String {
        "\"public\"".into()
    }

    fn from_node(node: &Value<'_>, reader: &mut Reader<'_, '_, '_>) -> Option<Self> {
        match node {
            Value::StringLit(word) if word.value == PUBLIC => Some(Self::Public),
            _ => PartyId::from_node(node, reader).map(Self::Party),
        }
    }
}

impl schemars::JsonSchema for PublicOrParty {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "PublicOrParty".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let title = "public, or a partner id, or a workgroup id";
        schemars::json_schema!({"title": title, "type": "string", "pattern": ID_PATTERN})
    }
}

/// A name inside one record, such as a group of a dimension or a milestone: shaped like an id, but not looked up.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Name(String);

impl Name {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `None` if the text is no name.
    pub fn new(text: impl Into<String>) -> Option<Self> {
        let text = text.into();
        is_name(&text).then_some(Self(text))
    }
}

/// As an id, but one character is enough.
pub(super) fn is_name(text: &str) -> bool {
    is_id(text) || (text.len() == 1 && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

impl FromNode for Name {
    fn example() -> String {
        "\"a-name\"".into()
    }

    fn from_node(node: &Value<'_>, reader: &mut Reader<'_, '_, '_>) -> Option<Self> {
        let name = match node {
            Value::StringLit(literal) => Self::new(literal.value.as_ref()),
            _ => None,
        };
        if name.is_none() {
            reader.wrong_type(node, "a short name of lower-case letters, digits and hyphens");
        }
        name
    }
}

impl schemars::JsonSchema for Name {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Name".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,62}$"})
    }
}

/// A reference to a record of any kind, as in what a piece of news is about.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct AnyId(String);

impl AnyId {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromNode for AnyId {
    fn example() -> String {
        "\"an-id\"".into()
    }

    fn from_node(node: &Value<'_>, reader: &mut Reader<'_, '_, '_>) -> Option<Self> {
        let id = read_id(node, reader)?;
        let at = reader.at(node);
        reader.any_references.push((id.clone(), at));
        Some(Self(id))
    }
}

impl schemars::JsonSchema for AnyId {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "AnyId".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "pattern": ID_PATTERN})
    }
}

#[cfg(test)]
mod tests {
    use super::is_id;

    #[track_caller]
    fn check(text: &str, good: bool) {
        assert_eq!(is_id(text), good, "{text:?}");
    }

    #[test]
    fn ids() {
        check("goal-read-by-9", true);
        check("9a", true);
        check("a", false);
        check("-a", false);
        check("Goal", false);
        check("a_b", false);
        check("ñandu", false);
        check(&"a".repeat(63), true);
        check(&"a".repeat(64), false);
    }
}

//! How an activity is run: six aspects between a standard public service and a co-created solution. They explain a
//! choice. There is no total, and neither end is better.

use crate::feed::records::activity::{DeliveryStyle, Position};
use crate::present::{Context, Phrase};
use crate::words::say;

/// How an activity is run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Style {
    /// How many aspects have a position, and which have none.
    pub says: String,
    /// Aspect, where it stands, position.
    pub columns: [String; 3],
    /// What the two ends of every line are.
    pub ends: [String; 2],
    pub aspects: Vec<AspectRow>,
    /// Who agreed the positions, or that nobody has said.
    pub agreed: Phrase,
}

/// Where one aspect stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AspectRow {
    pub name: String,
    /// What each end means here: "staff decide", "residents decide".
    pub ends: [String; 2],
    /// Which of the five places it stands in.
    pub places: [bool; 5],
    /// "2 of 5", or that nobody has said.
    pub says: String,
}

/// One of the six aspects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::present) enum Aspect {
    Control,
    Engagement,
    Flexibility,
    Innovation,
    Accountability,
    Outcomes,
}

impl Aspect {
    pub(in crate::present) const ALL: [Self; 6] =
        [Self::Control, Self::Engagement, Self::Flexibility, Self::Innovation, Self::Accountability, Self::Outcomes];

    /// Where an activity stands, from 1 to 5; `None` if nobody has said.
    pub(in crate::present) fn position(self, style: Option<&DeliveryStyle>) -> Option<u8> {
        let style = style?;
        let position: Option<Position> = match self {
            Self::Control => style.control,
            Self::Engagement => style.engagement,
            Self::Flexibility => style.flexibility,
            Self::Innovation => style.innovation,
            Self::Accountability => style.accountability,
            Self::Outcomes => style.outcomes,
        };
        position.map(Position::get)
    }

    pub(in crate::present) fn name(self, context: &Context<'_>) -> String {
        let words = context.words;
        say!(
            words,
            match self {
                Self::Control => "style-control",
                Self::Engagement => "style-engagement",
                Self::Flexibility => "style-flexibility",
                Self::Innovation => "style-innovation",
                Self::Accountability => "style-accountability",
                Self::Outcomes => "style-outcomes",
            }
        )
    }

    /// What its two ends mean.
    pub(in crate::present) fn ends(self, context: &Context<'_>) -> [String; 2] {
        let words = context.words;
        let standard = say!(
            words,
            match self {
                Self::Control => "style-control-standard",
                Self::Engagement => "style-engagement-standard",
                Self::Flexibility => "style-flexibility-standard",
                Self::Innovation => "style-innovation-standard",
                Self::Accountability => "style-accountability-standard",
                Self::Outcomes => "style-outcomes-standard",
            }
        );
        let shared = say!(
            words,
            match self {
                Self::Control => "style-control-shared",
                Self::Engagement => "style-engagement-shared",
                Self::Flexibility => "style-flexibility-shared",
                Self::Innovation => "style-innovation-shared",
                Self::Accountability => "style-accountability-shared",
                Self::Outcomes => "style-outcomes-shared",
            }
        );
        [standard, shared]
    }
}

/// The two ends that all aspects lie between.
pub(in crate::present) fn ends(context: &Context<'_>) -> [String; 2] {
    [say!(context.words, "style-end-standard"), say!(context.words, "style-end-shared")]
}

/// The strip of an activity.
pub(super) fn style(context: &Context<'_>, style: &DeliveryStyle) -> Style {
    let words = context.words;
    let row = |aspect: &Aspect| {
        let at = aspect.position(Some(style));
        AspectRow {
            name: aspect.name(context),
            ends: aspect.ends(context),
            places: [1, 2, 3, 4, 5].map(|place| at == Some(place)),
            says: match at {
                Some(at) => say!(words, "style-position", n = at),
                None => say!(words, "style-not-said"),
            },
        }
    };
    let unsaid: Vec<String> = Aspect::ALL
        .iter()
        .filter(|aspect| aspect.position(Some(style)).is_none())
        .map(|aspect| aspect.name(context))
        .collect();
    Style {
        says: match unsaid.len() {
            0 => say!(words, "style-all-said"),
            6 => say!(words, "style-none-said"),
            missing => say!(words, "style-some-said", n = 6 - missing, missing = words.list(&unsaid)),
        },
        columns: [say!(words, "style-aspect"), say!(words, "style-where"), say!(words, "style-place")],
        ends: ends(context),
        aspects: Aspect::ALL.iter().map(row).collect(),
        agreed: match &style.note {
            Some(note) => context.text(note),
            None => say!(words, "style-no-note").into(),
        },
    }
}

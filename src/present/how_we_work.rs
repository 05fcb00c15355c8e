//! How we work: the conditions answered from data, the tables at which is decided, the decisions, and the map from
//! activities to goals.

mod conditions;
mod decisions;
mod groups;
mod strategies;

pub use conditions::{Condition, Fact};
pub use decisions::DecisionRow;
pub use groups::{Group, Member, SeatRow, SeatTable};
pub use strategies::{GoalMap, StrategyEntry};

use super::who_does_what::Gap;
use super::{Context, Head, Link};
use crate::feed::records::coalition::FrameworkVersion;
use crate::routes::Page;
use crate::words::say;

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct HowWeWorkPage {
    pub head: Head,
    pub title: String,
    pub lead: String,
    /// Places on the page.
    pub contents: Vec<Link>,
    /// Which version of the framework the conditions are taken from.
    pub framework: String,
    pub conditions: Vec<Condition>,
    pub groups: Vec<Group>,
    /// Said, with a way on, if there are none.
    pub no_groups: Option<Gap>,
    pub seats: Option<SeatTable>,
    pub decisions: Vec<DecisionRow>,
    pub no_decisions: Option<String>,
    /// To all promises and decisions.
    pub all_decisions: Link,
    pub maps: Vec<GoalMap>,
    pub no_strategies: Option<String>,
    /// What the lines of a map mean.
    pub map_key: [String; 4],
    pub map_columns: [String; 4],
}

/// The sections of the page by their places on it.
pub const SECTIONS: [&str; 4] = ["conditions", "groups", "decisions", "map"];

/// The page.
pub fn how_we_work_page(context: &Context<'_>) -> HowWeWorkPage {
    let words = context.words;
    let (title, lead) = (say!(words, "how-title"), say!(words, "how-lead"));
    let here = context.href(&Page::HowWeWork);
    let contents = SECTIONS.map(|section| Link {
        label: say!(
            words,
            match section {
                "conditions" => "how-conditions",
                "groups" => "how-groups",
                "decisions" => "how-decisions",
                _ => "map-title",
            }
        )
        .into(),
        href: format!("{here}#{section}"),
    });
    let groups = groups::groups(context);
    let decisions = decisions::decisions(context);
    let maps = strategies::maps(context);
    let version = context.feed.coalition.framework.as_ref().map(|framework| framework.version);
    HowWeWorkPage {
        head: context.head(&title, lead.clone()),
        title,
        lead,
        contents: contents.into_iter().collect(),
        framework: say!(
            words,
            match version {
                None | Some(FrameworkVersion::FiveConditions) => "condition-version-five",
                Some(FrameworkVersion::ThreePointZero) => "condition-version-three",
                Some(FrameworkVersion::Custom) => "condition-version-own",
            }
        ),
        conditions: conditions::conditions(context),
        no_groups: groups.is_empty().then(|| Gap {
            says: say!(words, "how-no-groups"),
            links: vec![Link { label: say!(words, "nav-events").into(), href: context.href(&Page::Events) }],
            more: None,
        }),
        groups,
        seats: groups::seats(context),
        no_decisions: decisions.is_empty().then(|| say!(words, "how-no-decisions")),
        decisions,
        all_decisions: Link { label: say!(words, "how-all-decisions").into(), href: context.href(&Page::Promises) },
        no_strategies: maps.is_empty().then(|| say!(words, "map-none")),
        maps,
        map_key: [
            say!(words, "map-key-strong"),
            say!(words, "map-key-supported"),
            say!(words, "map-key-assumed"),
            say!(words, "map-key-belongs"),
        ],
        map_columns: [
            say!(words, "map-column-activity"),
            say!(words, "map-column-strategy"),
            say!(words, "map-column-measure"),
            say!(words, "map-column-goal"),
        ],
    }
}

#[cfg(test)]
mod tests;

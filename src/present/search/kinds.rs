//! The kinds of what can be found: their words, and the pages that list them.

use super::{Index, Lists, entry};
use crate::feed::id::Kind;
use crate::present::labels::{Label, label};
use crate::present::{Context, Link};
use crate::routes::Page;
use crate::words::say;

/// What there is, with the pages that list it.
pub(super) fn lists(context: &Context<'_>, index: &Index, title: Option<String>) -> Lists {
    let line = |kind: Option<Kind>| {
        let n = index.entries().iter().filter(|entry| entry.kind == kind).count();
        let page = list_of(kind?)?;
        let link = Link { label: kinds(context, kind).into(), href: context.href(&page) };
        (n > 0).then(|| (link, context.words.number(n as f64, 0)))
    };
    Lists { title, lines: entry::KINDS.into_iter().filter_map(line).collect() }
}

/// The page that lists the records of a kind.
fn list_of(kind: Kind) -> Option<Page> {
    Some(match kind {
        Kind::Goal => Page::Overview,
        Kind::Indicator | Kind::Story => Page::Indicators,
        Kind::Activity => Page::Activities,
        Kind::Partner => Page::Partners,
        Kind::Geography => Page::Places,
        Kind::Engagement | Kind::BudgetCycle | Kind::BudgetProposal | Kind::Feedback | Kind::Need => Page::TakePart,
        Kind::Commitment | Kind::Decision => Page::Promises,
        Kind::Update => Page::News,
        Kind::Event => Page::Events,
        Kind::Strategy | Kind::WorkGroup => Page::HowWeWork,
        Kind::Term => Page::Glossary,
        Kind::Source | Kind::Dimension => return None,
    })
}

/// The word for one entry of a kind.
pub(super) fn kind(context: &Context<'_>, kind: Option<Kind>) -> String {
    let words = context.words;
    say!(
        words,
        match kind {
            Some(Kind::Goal) => "record-goal",
            Some(Kind::Strategy) => "record-strategy",
            Some(Kind::Indicator) => "record-indicator",
            Some(Kind::Source) => "record-source",
            Some(Kind::Dimension) => "record-dimension",
            Some(Kind::Geography) => "record-geography",
            Some(Kind::Partner) => "record-partner",
            Some(Kind::Activity) => "record-activity",
            Some(Kind::Story) => "record-story",
            Some(Kind::Update) => "record-update",
            Some(Kind::Event) => "record-event",
            Some(Kind::WorkGroup) => "record-workgroup",
            Some(Kind::Commitment) => "record-commitment",
            Some(Kind::Engagement) => "record-engagement",
            Some(Kind::Feedback) => "record-feedback",
            Some(Kind::Decision) => "record-decision",
            Some(Kind::BudgetCycle) => "record-budget-cycle",
            Some(Kind::BudgetProposal) => "record-budget-proposal",
            Some(Kind::Need) => "record-need",
            Some(Kind::Term) => "record-term",
            None => "search-page",
        }
    )
}

/// The word for all entries of a kind.
pub(super) fn kinds(context: &Context<'_>, kind: Option<Kind>) -> String {
    let words = context.words;
    let own = match kind {
        Some(Kind::Indicator) => Some(Label::Measures),
        Some(Kind::Activity) => Some(Label::Activities),
        Some(Kind::Partner) => Some(Label::Partners),
        Some(Kind::Commitment) => Some(Label::Promises),
        _ => None,
    };
    if let Some(own) = own {
        return label(context, own).text;
    }
    say!(
        words,
        match kind {
            Some(Kind::Goal) => "mine-choose-goals",
            Some(Kind::Geography) => "places-title",
            Some(Kind::Engagement) => "field-channels",
            Some(Kind::BudgetCycle) => "search-budgets",
            Some(Kind::BudgetProposal) => "search-proposals",
            Some(Kind::Feedback) => "record-feedback",
            Some(Kind::Need) => "search-needs",
            Some(Kind::Decision) => "decision-title",
            Some(Kind::Story) => "search-stories",
            Some(Kind::Update) => "nav-news",
            Some(Kind::Event) => "nav-events",
            Some(Kind::Strategy) => "activity-strategies",
            Some(Kind::WorkGroup) => "how-groups",
            Some(Kind::Term) => "glossary-title",
            _ => "search-pages",
        }
    )
}

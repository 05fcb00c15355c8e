//! What any record is called and where it is shown: the one place that knows it of all kinds.

use super::{Context, Link, Phrase, events, indicator, news};
use crate::feed::Text;
use crate::feed::id::Kind;
use crate::routes::Page;

/// What the record with this id is called: its title, or the sentence that it is. `None` if there is no such record.
pub fn name(context: &Context<'_>, id: &str) -> Option<Phrase> {
    let feed = context.feed;
    let (kind, at) = feed.find(id)?;
    macro_rules! of {
        ($list:ident $name:ident) => {
            feed.$list.get(at).map(|record| &record.$name)
        };
    }
    let text: Option<&Text> = match kind {
        Kind::Goal => of!(goals title),
        Kind::Strategy => of!(strategies title),
        Kind::Indicator => of!(indicators title),
        Kind::Source => of!(sources title),
        Kind::Dimension => of!(dimensions label),
        Kind::Geography => of!(geographies name),
        Kind::Partner => of!(partners name),
        Kind::Activity => of!(activities title),
        Kind::Update => of!(updates title),
        Kind::Event => of!(events title),
        Kind::Story => feed.indicator(&feed.stories.get(at)?.indicator).map(|indicator| &indicator.title),
        Kind::WorkGroup => of!(workgroups title),
        Kind::Commitment => of!(commitments text),
        Kind::Engagement => of!(engagements title),
        Kind::Feedback => of!(feedback you_said),
        Kind::Decision => of!(decisions title),
        Kind::BudgetCycle => of!(budget_cycles title),
        Kind::BudgetProposal => of!(budget_proposals title),
        Kind::Need => of!(needs text),
        Kind::Term => of!(terms term),
    };
    text.map(|text| context.text(text))
}

/// Where the record with this id is shown; `None` for kinds that no page shows by themselves.
pub fn href(context: &Context<'_>, id: &str) -> Option<String> {
    let feed = context.feed;
    let page = |page: Page| Some(context.href(&page));
    let part = |page: Page| Some(format!("{}#{id}", context.href(&page)));
    let (kind, at) = feed.find(id)?;
    match kind {
        Kind::Goal => page(Page::Goal(id.to_owned())),
        Kind::Indicator => page(Page::Indicator(id.to_owned())),
        Kind::Activity => page(Page::Activity(id.to_owned())),
        Kind::Partner => page(Page::Partner(id.to_owned())),
        Kind::Geography => page(Page::Place(id.to_owned())),
        Kind::Engagement => page(Page::Engagement(id.to_owned())),
        Kind::BudgetCycle => page(Page::Budget(id.to_owned())),
        Kind::BudgetProposal => part(Page::Budget(feed.budget_proposals.get(at)?.cycle.to_string())),
        Kind::Story => feed.stories.get(at).map(|story| indicator::story::href(context, story)),
        Kind::Update => feed.updates.get(at).map(|update| news::href(context, update)),
        Kind::Event => feed.events.get(at).map(|event| events::href(context, event)),
        Kind::Strategy | Kind::WorkGroup => part(Page::HowWeWork),
        Kind::Commitment | Kind::Decision => part(Page::Promises),
        Kind::Feedback | Kind::Need => part(Page::TakePart),
        Kind::Term => part(Page::Glossary),
        Kind::Source | Kind::Dimension => None,
    }
}

/// The link to a record. `None` if there is none, or if no page shows it.
pub fn link(context: &Context<'_>, id: &str) -> Option<Link> {
    Some(Link { label: name(context, id)?, href: href(context, id)? })
}

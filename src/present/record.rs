//! What any record is called and where it is shown: the one place that knows it of all kinds.

use super::{Context, Link, Phrase, events, indicator, news};
use crate::feed::Text;
use crate::feed::id::Kind;
use crate::routes::Page;

/// What the record with this id is called: its title, or the sentence that it is. `None` if there is no such record.
pub fn name(context: &Context<'_>, id: &str) -> Option<Phrase> {
    let feed = context.feed;
    macro_rules! find {
        ($list:ident $name:ident) => {
            feed.$list.iter().find(|record| record.id.as_str() == id).map(|record| &record.$name)
        };
    }
    let text: Option<&Text> = match feed.kind_of(id)? {
        Kind::Goal => find!(goals title),
        Kind::Strategy => find!(strategies title),
        Kind::Indicator => find!(indicators title),
        Kind::Source => find!(sources title),
        Kind::Dimension => find!(dimensions label),
        Kind::Geography => find!(geographies name),
        Kind::Partner => find!(partners name),
        Kind::Activity => find!(activities title),
        Kind::Update => find!(updates title),
        Kind::Event => find!(events title),
        Kind::Story => {
            let story = feed.stories.iter().find(|story| story.id.as_str() == id)?;
            feed.indicator(&story.indicator).map(|indicator| &indicator.title)
        }
        Kind::WorkGroup => find!(workgroups title),
        Kind::Commitment => find!(commitments text),
        Kind::Engagement => find!(engagements title),
        Kind::Feedback => find!(feedback you_said),
        Kind::Decision => find!(decisions title),
        Kind::BudgetCycle => find!(budget_cycles title),
        Kind::BudgetProposal => find!(budget_proposals title),
        Kind::Need => find!(needs text),
        Kind::Term => find!(terms term),
    };
    text.map(|text| context.text(text))
}

/// Where the record with this id is shown; `None` for kinds that no page shows by themselves.
pub fn href(context: &Context<'_>, id: &str) -> Option<String> {
    let feed = context.feed;
    let page = |page: Page| Some(context.href(&page));
    let part = |page: Page| Some(format!("{}#{id}", context.href(&page)));
    match feed.kind_of(id)? {
        Kind::Goal => page(Page::Goal(id.to_owned())),
        Kind::Indicator => page(Page::Indicator(id.to_owned())),
        Kind::Activity => page(Page::Activity(id.to_owned())),
        Kind::Partner => page(Page::Partner(id.to_owned())),
        Kind::Geography => page(Page::Place(id.to_owned())),
        Kind::Engagement => page(Page::Engagement(id.to_owned())),
        Kind::BudgetCycle => page(Page::Budget(id.to_owned())),
        Kind::BudgetProposal => {
            let proposal = feed.budget_proposals.iter().find(|proposal| proposal.id.as_str() == id)?;
            part(Page::Budget(proposal.cycle.to_string()))
        }
        Kind::Story => {
            let story = feed.stories.iter().find(|story| story.id.as_str() == id)?;
            Some(indicator::story::href(context, story))
        }
        Kind::Update => feed.updates.iter().find(|one| one.id.as_str() == id).map(|one| news::href(context, one)),
        Kind::Event => feed.events.iter().find(|one| one.id.as_str() == id).map(|one| events::href(context, one)),
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

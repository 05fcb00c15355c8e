//! engagement.

use super::{Context, Head, Phrase};

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct EngagementPage {
    pub head: Head,
    pub title: Phrase,
}

/// The page.
pub fn engagement_page(context: &Context<'_>, id: &str) -> Option<EngagementPage> {
    let record = context.feed.engagements.iter().find(|record| record.id.as_str() == id)?;
    let title = context.text(&record.title);
    Some(EngagementPage { head: context.head(&title.text, title.text.clone()), title })
}

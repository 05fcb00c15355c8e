//! place.

use super::{Context, Head, Phrase};

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacePage {
    pub head: Head,
    pub title: Phrase,
}

/// The page.
pub fn place_page(context: &Context<'_>, id: &str) -> Option<PlacePage> {
    let record = context.feed.geographies.iter().find(|record| record.id.as_str() == id)?;
    let title = context.text(&record.name);
    Some(PlacePage { head: context.head(&title.text, title.text.clone()), title })
}

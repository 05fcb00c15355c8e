//! sheet.

use super::{Context, Head, Phrase};

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetPage {
    pub head: Head,
    pub title: Phrase,
}

/// The page.
pub fn sheet_page(context: &Context<'_>, id: &str) -> Option<SheetPage> {
    let record = context.feed.goals.iter().find(|record| record.id.as_str() == id)?;
    let title = context.text(&record.title);
    Some(SheetPage { head: context.head(&title.text, title.text.clone()), title })
}

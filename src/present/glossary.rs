//! Words we use.

use super::{Context, Head};
use crate::words::say;

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct GlossaryPage {
    pub head: Head,
    pub title: String,
}

/// The page.
pub fn glossary_page(context: &Context<'_>) -> GlossaryPage {
    let title = say!(context.words, "glossary-title");
    GlossaryPage { head: context.head(&title, title.clone()), title }
}

//! For the meeting.

use super::{Context, Head};
use crate::words::say;

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct SlidesPage {
    pub head: Head,
    pub title: String,
}

/// The page.
pub fn slides_page(context: &Context<'_>) -> SlidesPage {
    let title = say!(context.words, "slides-title");
    SlidesPage { head: context.head(&title, title.clone()), title }
}

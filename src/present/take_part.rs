//! Take part.

use super::{Context, Head};
use crate::words::say;

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct TakePartPage {
    pub head: Head,
    pub title: String,
}

/// The page.
pub fn take_part_page(context: &Context<'_>) -> TakePartPage {
    let title = say!(context.words, "take-part-title");
    TakePartPage { head: context.head(&title, title.clone()), title }
}

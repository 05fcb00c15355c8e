//! My page.

use super::{Context, Head};
use crate::words::say;

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct MinePage {
    pub head: Head,
    pub title: String,
}

/// The page.
pub fn mine_page(context: &Context<'_>) -> MinePage {
    let title = say!(context.words, "mine-title");
    MinePage { head: context.head(&title, title.clone()), title }
}

//! Promises.

use super::{Context, Head};
use crate::words::say;

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct PromisesPage {
    pub head: Head,
    pub title: String,
}

/// The page.
pub fn promises_page(context: &Context<'_>) -> PromisesPage {
    let title = say!(context.words, "promises-title");
    PromisesPage { head: context.head(&title, title.clone()), title }
}

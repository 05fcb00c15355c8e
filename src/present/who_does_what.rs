//! Who does what.

use super::{Context, Head};
use crate::words::say;

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct WhoDoesWhatPage {
    pub head: Head,
    pub title: String,
}

/// The page.
pub fn who_does_what_page(context: &Context<'_>) -> WhoDoesWhatPage {
    let title = say!(context.words, "who-title");
    WhoDoesWhatPage { head: context.head(&title, title.clone()), title }
}

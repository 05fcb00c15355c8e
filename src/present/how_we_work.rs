//! How we work.

use super::{Context, Head};
use crate::words::say;

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct HowWeWorkPage {
    pub head: Head,
    pub title: String,
}

/// The page.
pub fn how_we_work_page(context: &Context<'_>) -> HowWeWorkPage {
    let title = say!(context.words, "how-title");
    HowWeWorkPage { head: context.head(&title, title.clone()), title }
}

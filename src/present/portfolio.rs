//! How activities are run.

use super::{Context, Head};
use crate::words::say;

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct PortfolioPage {
    pub head: Head,
    pub title: String,
}

/// The page.
pub fn portfolio_page(context: &Context<'_>) -> PortfolioPage {
    let title = say!(context.words, "portfolio-title");
    PortfolioPage { head: context.head(&title, title.clone()), title }
}

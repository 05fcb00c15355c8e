//! budget.

use super::{Context, Head, Phrase};

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct BudgetPage {
    pub head: Head,
    pub title: Phrase,
}

/// The page.
pub fn budget_page(context: &Context<'_>, id: &str) -> Option<BudgetPage> {
    let record = context.feed.budget_cycles.iter().find(|record| record.id.as_str() == id)?;
    let title = context.text(&record.title);
    Some(BudgetPage { head: context.head(&title.text, title.text.clone()), title })
}

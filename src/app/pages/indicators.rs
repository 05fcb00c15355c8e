//! The list of all indicators.

use leptos::prelude::*;

use super::list::list_page;
use crate::app::parts::{HeadingLevel, Measures};
use crate::app::use_shown;
use crate::present::indicators::indicator_list;
use crate::present::list::ListPage;

/// The list of indicators.
pub fn indicators_view(page: ListPage) -> AnyView {
    let shown = use_shown();
    let list = move |query: &_| indicator_list(&shown.context(), query);
    list_page(page, list, |rows| view! { <Measures rows=rows level=HeadingLevel::Three/> }.into_any())
}

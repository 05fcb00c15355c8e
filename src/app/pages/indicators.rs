//! The list of all indicators.

use super::list::list_page;
use crate::app::html::{Html, Piece};
use crate::app::parts::{HeadingLevel, measures};
use crate::app::use_shown;
use crate::present::indicators::{indicator_index, indicator_list};
use crate::present::list::{Asked, ListPage};

/// The list of indicators.
pub fn indicators_view(page: ListPage) -> Html {
    let shown = use_shown();
    let index = indicator_index(&shown.context());
    let list = move |asked: Asked<'_>| indicator_list(&shown.context(), &index, asked);
    list_page(page, list, |rows| measures(rows, HeadingLevel::Three).html())
}

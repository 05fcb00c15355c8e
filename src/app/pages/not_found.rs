//! What stands at an address that no page has.

use crate::app::html::{Piece, el};
use crate::app::parts::link_list;
use crate::present::not_found::NotFoundPage;

/// The page for unknown addresses.
pub fn not_found_view(page: NotFoundPage) -> impl Piece {
    el("div")
        .class("wrap pagehead")
        .child(el("h1").attr("tabindex", "-1").child(page.title))
        .child(el("p").class("lead").child(page.text))
        .child(link_list(page.links))
}

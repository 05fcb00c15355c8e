//! Promises.

use crate::app::html::{Piece, el};

use crate::present::promises::PromisesPage;

pub fn promises_view(page: PromisesPage) -> impl Piece {
    el("div").class("wrap").child(el("h1").attr("tabindex", "-1").child(page.title))
}

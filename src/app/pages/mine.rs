//! My page.

use crate::app::html::{Piece, el};

use crate::present::mine::MinePage;

pub fn mine_view(page: MinePage) -> impl Piece {
    el("div").class("wrap").child(el("h1").attr("tabindex", "-1").child(page.title))
}

//! Take part.

use crate::app::html::{Piece, el};

use crate::present::take_part::TakePartPage;

pub fn take_part_view(page: TakePartPage) -> impl Piece {
    el("div").class("wrap").child(el("h1").attr("tabindex", "-1").child(page.title))
}

//! How we work.

use crate::app::html::{Piece, el};

use crate::present::how_we_work::HowWeWorkPage;

pub fn how_we_work_view(page: HowWeWorkPage) -> impl Piece {
    el("div").class("wrap").child(el("h1").attr("tabindex", "-1").child(page.title))
}

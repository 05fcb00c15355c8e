//! For the meeting.

use crate::app::html::{Piece, el};

use crate::present::slides::SlidesPage;

pub fn slides_view(page: SlidesPage) -> impl Piece {
    el("div").class("wrap").child(el("h1").attr("tabindex", "-1").child(page.title))
}

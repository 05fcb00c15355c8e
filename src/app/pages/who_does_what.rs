//! Who does what.

use crate::app::html::{Piece, el};

use crate::present::who_does_what::WhoDoesWhatPage;

pub fn who_does_what_view(page: WhoDoesWhatPage) -> impl Piece {
    el("div").class("wrap").child(el("h1").attr("tabindex", "-1").child(page.title))
}

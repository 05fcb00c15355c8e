//! place.

use crate::app::html::{Piece, el};
use crate::app::parts::said;
use crate::present::place::PlacePage;

pub fn place_view(page: PlacePage) -> impl Piece {
    el("div").class("wrap").child(el("h1").attr("tabindex", "-1").child(said(page.title)))
}

//! Places.

use crate::app::html::{Piece, el};

use crate::present::places::PlacesPage;

pub fn places_view(page: PlacesPage) -> impl Piece {
    el("div").class("wrap").child(el("h1").attr("tabindex", "-1").child(page.title))
}

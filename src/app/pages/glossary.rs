//! Words we use.

use crate::app::html::{Piece, el};

use crate::present::glossary::GlossaryPage;

pub fn glossary_view(page: GlossaryPage) -> impl Piece {
    el("div").class("wrap").child(el("h1").attr("tabindex", "-1").child(page.title))
}

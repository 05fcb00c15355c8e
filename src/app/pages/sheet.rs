//! sheet.

use crate::app::html::{Piece, el};
use crate::app::parts::said;
use crate::present::sheet::SheetPage;

pub fn sheet_view(page: SheetPage) -> impl Piece {
    el("div").class("wrap").child(el("h1").attr("tabindex", "-1").child(said(page.title)))
}

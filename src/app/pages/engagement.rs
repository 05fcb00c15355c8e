//! engagement.

use crate::app::html::{Piece, el};
use crate::app::parts::said;
use crate::present::engagement::EngagementPage;

pub fn engagement_view(page: EngagementPage) -> impl Piece {
    el("div").class("wrap").child(el("h1").attr("tabindex", "-1").child(said(page.title)))
}

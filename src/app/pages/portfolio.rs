//! How activities are run.

use crate::app::html::{Piece, el};

use crate::present::portfolio::PortfolioPage;

pub fn portfolio_view(page: PortfolioPage) -> impl Piece {
    el("div").class("wrap").child(el("h1").attr("tabindex", "-1").child(page.title))
}

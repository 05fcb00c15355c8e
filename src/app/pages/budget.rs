//! budget.

use crate::app::html::{Piece, el};
use crate::app::parts::said;
use crate::present::budget::BudgetPage;

pub fn budget_view(page: BudgetPage) -> impl Piece {
    el("div").class("wrap").child(el("h1").attr("tabindex", "-1").child(said(page.title)))
}

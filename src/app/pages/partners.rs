//! The list of all partners.

use super::list::list_page;
use crate::app::html::{Html, Piece, el};
use crate::app::parts::{link_to, said};
use crate::app::use_shown;
use crate::present::list::ListPage;
use crate::present::partners::{PartnerRow, partner_list};

/// The list of partners.
pub fn partners_view(page: ListPage) -> Html {
    let shown = use_shown();
    let list = move |query: &_| partner_list(&shown.context(), query);
    list_page(page, list, |rows| el("ul").attr("role", "list").add(rows.into_iter().map(row).collect::<Html>()).html())
}

fn row(row: PartnerRow) -> impl Piece {
    el("li")
        .class("act act--two")
        .add(
            el("ul")
                .class("meta act__facts")
                .attr("role", "list")
                .add(el("li").add(row.kind))
                .add(el("li").add(row.activities)),
        )
        .add(
            el("div")
                .class("act__main")
                .add(el("h3").add(link_to(row.name)))
                .add(row.status.map(|status| el("p").class("flag").add(status)))
                .add(el("p").add(said(row.summary)))
                .add(el("p").class("meta").add(row.roles).add(row.resident_led.map(|led| (" · ", led)))),
        )
}

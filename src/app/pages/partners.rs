//! The list of all partners.

use super::list::list_page;
use crate::app::html::{Html, Piece, el};
use crate::app::parts::{link_to, said};
use crate::app::use_shown;
use crate::present::list::{Asked, ListPage};
use crate::present::partners::{PartnerRow, partner_index, partner_list};

/// The list of partners.
pub fn partners_view(page: ListPage) -> Html {
    let shown = use_shown();
    let index = partner_index(&shown.context());
    let list = move |asked: Asked<'_>| partner_list(&shown.context(), &index, asked);
    list_page(page, list, |rows| {
        el("ul").attr("role", "list").child(rows.into_iter().map(row).collect::<Html>()).html()
    })
}

fn row(row: PartnerRow) -> impl Piece {
    el("li")
        .class("act act--two")
        .child(
            el("ul")
                .class("meta act__facts")
                .attr("role", "list")
                .child(el("li").child(row.kind))
                .child(el("li").child(row.activities)),
        )
        .child(
            el("div")
                .class("act__main")
                .child(el("h3").child(link_to(row.name)))
                .child(row.status.map(|status| el("p").class("flag").child(status)))
                .child(el("p").child(said(row.summary)))
                .child(el("p").class("meta").child(row.roles).child(row.resident_led.map(|led| (" · ", led)))),
        )
}

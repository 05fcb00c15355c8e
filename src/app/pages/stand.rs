//! How several measures stand: counts that lead to the measures, and each measure's own way.

use crate::app::html::{Html, Piece, el};
use crate::app::parts::{icon, link_to, sign, verdict};
use crate::present::stand::{Stand, StandCount, Way, Ways};

/// The section.
pub(super) fn stand(title: String, stand: Stand) -> impl Piece {
    let count = |one: StandCount| {
        let (class, name) = sign(one.verdict.sign);
        el("li").child(
            el("a")
                .class(class)
                .attr("href", one.href)
                .child(icon(name))
                .child(el("b").class("stand__n num").child(one.count))
                .child(" ")
                .child(el("span").child(one.verdict.word)),
        )
    };
    el("section")
        .class("wrap band")
        .attr("aria-labelledby", "stand")
        .child(
            el("div")
                .class("band__rail")
                .child(el("h2").attr("id", "stand").class("label").child(title))
                .child(el("p").class("meta").child(stand.says).child(" ").child(link_to(stand.method))),
        )
        .child(
            el("div")
                .class("band__main stack-l")
                .child(
                    el("ul")
                        .class("stand")
                        .attr("role", "list")
                        .child(stand.counts.into_iter().map(count).collect::<Html>()),
                )
                .child(stand.ways.map(ways)),
        )
}

fn ways(ways: Ways) -> impl Piece {
    let Ways { title, columns, rows, note } = ways;
    let head = |name: String| el("th").attr("scope", "col").child(name);
    let row = |way: Way| {
        el("tr")
            .child(el("th").attr("scope", "row").child(link_to(way.measure)))
            .child(el("td").class("way__track").child(el("span").class("vh").child(way.says)))
            .child(el("td").class("way__val num").child(way.value))
            .child(el("td").class("way__st").child(verdict(way.verdict)))
    };
    el("figure")
        .class("fig")
        .child(
            el("table")
                .class("data ways")
                .child(el("caption").class("h-small").child(title))
                .child(el("thead").child(el("tr").child(columns.into_iter().map(head).collect::<Html>())))
                .child(el("tbody").child(rows.into_iter().map(row).collect::<Html>())),
        )
        .child(el("p").class("meta").child(note))
}

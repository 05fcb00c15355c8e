//! How several measures stand: counts that lead to the measures, and each measure's own way.

use crate::app::charts::{track_axis, track_view};
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

/// Roles are named, for on narrow screens the rows are no table rows any more.
fn ways(ways: Ways) -> impl Piece {
    let Ways { title, columns: [measure, way, share, standing], ends: [baseline, target, worse], rows, note, more } =
        ways;
    let head = |class: &'static str, name: Html| {
        el("th").attr("role", "columnheader").attr("scope", "col").class(class).child(name)
    };
    let track_head = (el("span").class("vh").child(way), track_axis(baseline, target, worse)).html();
    let cell = |class: &'static str| el("td").attr("role", "cell").class(class);
    let row = |way: Way| {
        el("tr")
            .attr("role", "row")
            .child(el("th").attr("role", "rowheader").attr("scope", "row").child(link_to(way.measure)))
            .child(cell("way__track").child(track_view(way.track)).child(el("span").class("vh").child(way.says)))
            .child(cell("way__val num").child(way.value))
            .child(cell("way__st").child(verdict(way.verdict)))
    };
    el("figure")
        .class("fig")
        .child(
            el("table")
                .attr("role", "table")
                .class("data ways")
                .child(el("caption").class("h-small").child(title))
                .child(
                    el("thead").attr("role", "rowgroup").child(
                        el("tr")
                            .attr("role", "row")
                            .child(el("th").attr("role", "columnheader").attr("scope", "col").child(measure))
                            .child(head("way__track", track_head))
                            .child(head("way__val", share.html()))
                            .child(head("way__st", standing.html())),
                    ),
                )
                .child(el("tbody").attr("role", "rowgroup").child(rows.into_iter().map(row).collect::<Html>())),
        )
        .child(el("p").class("meta").child(note).child(more.map(|more| (" ", link_to(more)))))
}

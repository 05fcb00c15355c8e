//! Who works with whom: picture and table.

use super::{col, section};
use crate::app::html::{Html, Piece, el, svg};
use crate::app::parts::link_to;
use crate::app::use_shown;
use crate::chart::network::{DOT, Dot, Network, SIDE, Tie};
use crate::present::who_does_what::{Ties, TiesRow};
use crate::words::say;

pub(super) fn ties(ties: Ties) -> impl Piece {
    let words = use_shown().words;
    let item = |text: String| el("li").child(text);
    let label = say!(words, "table-region", name = ties.title.clone());
    let row = |row: TiesRow| {
        el("tr")
            .child(el("th").attr("scope", "row").child(link_to(row.partner)))
            .child(el("td").class("n num").child(row.count))
            .child(el("td").child(row.with))
    };
    let [partner, count, with] = ties.columns;
    let table = el("table")
        .class("data mx mx--ties")
        .child(el("caption").class("vh").child(ties.title.clone()))
        .child(el("thead").child(
            el("tr").child(col(partner)).child(el("th").attr("scope", "col").class("n").child(count)).child(col(with)),
        ))
        .child(el("tbody").child(ties.rows.into_iter().map(row).collect::<Html>()));
    section(
        "ties",
        ties.title.clone(),
        Some(ties.says.clone()),
        ties.note,
        (
            el("figure")
                .class("netfig")
                .child(
                    el("div")
                        .class("scroll")
                        .attr("tabindex", "0")
                        .attr("role", "group")
                        .attr("aria-label", ties.title.clone())
                        .child(picture(ties.picture, ties.title.clone(), ties.says)),
                )
                .child(
                    el("figcaption").class("meta").child(
                        el("ul")
                            .class("mxkey")
                            .attr("role", "list")
                            .child(ties.key.into_iter().map(item).collect::<Html>()),
                    ),
                )
                .child(ties.missing.map(|missing| el("p").class("meta").child(missing))),
            el("div")
                .class("scroll mxscroll mxscroll--tall")
                .attr("tabindex", "0")
                .attr("role", "region")
                .attr("aria-label", label)
                .child(table),
        ),
    )
}

fn picture(net: Network, title: String, desc: String) -> impl Piece {
    let line = |tie: Tie| {
        let class = match tie.strength {
            1 => "net__tie",
            _ => "net__tie net__tie--strong",
        };
        svg("path").class(class).attr("d", tie.path)
    };
    svg("svg")
        .class("net")
        .attr("width", net.width)
        .attr("height", net.height)
        .attr("direction", "ltr")
        .attr("role", "img")
        .attr("aria-labelledby", "net-title net-desc")
        .child(svg("title").attr("id", "net-title").child(title))
        .child(svg("desc").attr("id", "net-desc").child(desc))
        .child(net.ties.into_iter().map(line).collect::<Html>())
        .child(net.dots.into_iter().map(dot).collect::<Html>())
}

fn dot(dot: Dot) -> impl Piece {
    let mark = match dot.round {
        true => svg("circle").class("net__dot net__dot--round").attr("cx", dot.x).attr("cy", dot.y).attr("r", DOT),
        false => svg("rect")
            .class("net__dot")
            .attr("x", dot.corner.0)
            .attr("y", dot.corner.1)
            .attr("width", SIDE)
            .attr("height", SIDE),
    };
    let name = dot.name.map(|name| {
        svg("text")
            .class("net__name")
            .attr("x", name.x)
            .attr("y", name.y)
            .attr("text-anchor", name.ends.then_some("end"))
            .child(name.text)
    });
    (mark, name)
}

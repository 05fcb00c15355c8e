//! All places.

use super::method::text_head;
use crate::app::html::{Html, Piece, el};
use crate::app::parts::{band, link_to};
use crate::app::use_shown;
use crate::present::Link;
use crate::present::places::{Coverage, CoverageCell, PlaceNode, PlacesPage};
use crate::words::say;

/// All places.
pub fn places_view(page: PlacesPage) -> impl Piece {
    let words = use_shown().words;
    (
        text_head(page.title, page.lead.into()),
        page.none.map(|(says, next)| {
            el("div").class("wrap place__end").child(el("p").class("flag").child(says).child(" ").child(link_to(next)))
        }),
        (!page.places.is_empty()).then(|| band("places", say!(words, "places-list"), None, tree(page.places))),
        page.coverage.map(|coverage| band("coverage", coverage.title.clone(), None, table(coverage))),
    )
}

/// Places inside places, drawn level by level.
fn tree(places: Vec<PlaceNode>) -> Html {
    let node = |node: PlaceNode| {
        let inside = (!node.parts.is_empty()).then(|| tree(node.parts));
        el("li")
            .child(el("p").child(link_to(node.place)).child(" ").child(el("span").class("meta").child(node.kind)))
            .child(el("p").class("meta").child(node.says))
            .child(inside)
    };
    el("ul").class("places").attr("role", "list").child(places.into_iter().map(node).collect::<Html>()).html()
}

fn table(coverage: Coverage) -> impl Piece {
    let goal = |goal: Link| el("th").attr("scope", "col").child(link_to(goal));
    let cell = |cell: CoverageCell| {
        let class = if cell.empty { Some("soft") } else { None };
        el("td").class(class).child(cell.text)
    };
    let row = |(place, cells): (Link, Vec<CoverageCell>)| {
        el("tr")
            .child(el("th").attr("scope", "row").child(link_to(place)))
            .child(cells.into_iter().map(cell).collect::<Html>())
    };
    (
        el("div")
            .class("scroll")
            .attr("tabindex", "0")
            .attr("role", "region")
            .attr("aria-label", coverage.caption.clone())
            .child(
                el("table")
                    .class("data")
                    .child(el("caption").child(coverage.caption))
                    .child(
                        el("thead").child(
                            el("tr")
                                .child(el("th").attr("scope", "col").child(coverage.corner))
                                .child(coverage.goals.into_iter().map(goal).collect::<Html>()),
                        ),
                    )
                    .child(el("tbody").child(coverage.rows.into_iter().map(row).collect::<Html>())),
            ),
        coverage.notes.into_iter().map(|note| el("p").class("meta").child(note)).collect::<Html>(),
    )
}

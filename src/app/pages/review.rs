//! Every measure by standing and age of its figure.

use crate::app::html::{Html, Piece, el};
use crate::app::parts::{icon, link_to, said, verdict};
use crate::app::use_shown;
use crate::present::Phrase;
use crate::present::review::{CountTable, LevelReview, ReviewPage, ReviewRow};
use crate::present::standing::Verdict;
use crate::words::{Catalog, say};

/// The page for the coalition's own meeting.
pub fn review_view(page: ReviewPage) -> impl Piece {
    let words = use_shown().words;
    (
        el("div")
            .class("wrap pagehead")
            .child(el("h1").attr("tabindex", "-1").child(page.title))
            .child(el("p").class("lead").child(page.lead))
            .child(page.nothing.map(|text| el("p").child(text))),
        page.levels.into_iter().map(|one| level(one, &words)).collect::<Html>(),
    )
}

fn level(level: LevelReview, words: &Catalog) -> impl Piece + use<> {
    let head = |name: String| el("th").attr("scope", "col").child(name);
    let name = level.title.clone();
    let region = say!(words, "table-region", name = &name);
    el("section")
        .class("wrap goals stack-l")
        .attr("aria-labelledby", level.id)
        .child(el("h2").attr("id", level.id).child(level.title))
        .child(el("p").child(level.says))
        .child(counts(level.counts))
        .child(
            el("div").class("scroll").attr("tabindex", "0").attr("role", "region").attr("aria-label", region).child(
                el("table")
                    .class("data")
                    .child(el("caption").class("vh").child(name))
                    .child(el("thead").child(el("tr").child(level.columns.into_iter().map(head).collect::<Html>())))
                    .child(el("tbody").child(level.rows.into_iter().map(row).collect::<Html>())),
            ),
        )
        .child(level.more.map(|more| el("p").class("meta").child(link_to(more))))
}

fn counts(table: CountTable) -> impl Piece {
    let head = |name: String| el("th").attr("scope", "col").class("n").child(name);
    let row = |(stands, counts): (Verdict, Vec<usize>)| {
        let cell = |count: usize| el("td").class(if count == 0 { "n soft" } else { "n" }).child(count);
        el("tr")
            .child(el("th").attr("scope", "row").child(verdict(stands)))
            .child(counts.into_iter().map(cell).collect::<Html>())
    };
    el("div").class("scroll").attr("tabindex", "0").attr("role", "region").attr("aria-label", table.region).child(
        el("table")
            .class("data fit")
            .child(el("caption").class("h-small").child(table.caption))
            .child(
                el("thead").child(
                    el("tr")
                        .child(el("th").attr("scope", "col").child(table.corner))
                        .child(table.columns.into_iter().map(head).collect::<Html>()),
                ),
            )
            .child(el("tbody").child(table.rows.into_iter().map(row).collect::<Html>())),
    )
}

fn row(row: ReviewRow) -> impl Piece {
    let gap = |gap: Phrase| el("li").child(said(gap));
    el("tr")
        .child(
            el("th")
                .attr("scope", "row")
                .child(link_to(row.measure))
                .child(el("span").class("meta log__note").child(said(row.steward))),
        )
        .child(el("td").child(verdict(row.verdict)))
        .child(el("td").child(row.moved))
        .child(el("td").child(row.trend))
        .child(el("td").child((!row.gaps.is_empty()).then(|| {
            el("ul")
                .class("plain plain--tight")
                .attr("role", "list")
                .child(row.gaps.into_iter().map(gap).collect::<Html>())
        })))
        .child(
            el("td").child(el("span").class("num").child(row.latest)).child(
                el("span")
                    .class(if row.late { "fresh fresh--late" } else { "fresh" })
                    .child(row.late.then(|| icon("i-late")))
                    .child(el("span").child(row.fresh)),
            ),
        )
}

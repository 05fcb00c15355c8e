//! What was published of a measure on earlier days.

use crate::app::html::{Html, Piece, el};
use crate::app::parts::{band, crumbs, link_list, said};
use crate::app::use_shown;
use crate::present::published::{
    OtherChange, Published, PublishedCell, PublishedPage, PublishedRow, PublishedTable, published,
};
use crate::words::{Catalog, say};

/// The page of a measure's earlier figures. It is only read: the build, which knows the history, writes it.
pub fn published_view(page: PublishedPage) -> impl Piece {
    let shown = use_shown();
    let words = shown.words.clone();
    let said = shown.changes.as_ref().and_then(|changes| published(&shown.context(), &changes.history, &page.id));
    let (lead, rest) = said.map(|said| content(said, &words)).unzip();
    (
        el("div")
            .class("wrap pagehead")
            .child(crumbs(say!(words, "nav-here"), page.crumbs))
            .child(el("h1").attr("tabindex", "-1").child(page.title))
            .child(lead),
        rest,
    )
}

fn content(page: Published, words: &Catalog) -> (Html, Html) {
    let others = (!page.others.is_empty()).then(|| {
        let list = el("ol").class("log log--wide").attr("role", "list");
        band("others", page.others_title, None, list.child(page.others.into_iter().map(other).collect::<Html>()))
    });
    let notes = page.notes.into_iter().map(|note| el("p").class("meta").child(note)).collect::<Html>();
    let figures = el("div")
        .class("stack-l")
        .child(el("div").class("stack").child(notes))
        .child(page.tables.into_iter().map(table).collect::<Html>());
    (
        el("p").class("lead").child(page.lead).html(),
        (
            band("published", say!(words, "published-tables"), None, figures),
            others,
            band("more", say!(words, "published-more"), None, link_list(page.more)),
        )
            .html(),
    )
}

fn table(table: PublishedTable) -> impl Piece {
    let head = |day: String| el("th").attr("scope", "col").class("n").child(day);
    let cell = |cell: PublishedCell| {
        let class = if cell.known { "n" } else { "n soft" };
        let mark = cell.mark.map(|mark| el("strong").class("meta log__note").child(mark));
        el("td").class(class).child(cell.text).child(mark)
    };
    let row = |row: PublishedRow| {
        el("tr")
            .child(el("th").attr("scope", "row").child(row.period))
            .child(row.cells.into_iter().map(cell).collect::<Html>())
    };
    let name = table.whom.text.clone();
    el("div").class("scroll").attr("tabindex", "0").attr("role", "region").attr("aria-label", name).child(
        el("table")
            .class("data")
            .child(el("caption").child(said(table.whom)).child(el("span").class("meta").child(table.unit)))
            .child(
                el("thead").child(
                    el("tr")
                        .child(el("th").attr("scope", "col").child(table.corner))
                        .child(table.days.into_iter().map(head).collect::<Html>()),
                ),
            )
            .child(el("tbody").child(table.rows.into_iter().map(row).collect::<Html>())),
    )
}

fn other(change: OtherChange) -> impl Piece {
    let lines = change.lines.into_iter().map(|line| el("li").child(line)).collect::<Html>();
    el("li")
        .child(el("span").class("log__when").child(el("time").attr("datetime", change.datetime).child(change.date)))
        .child(el("ul").class("changed__lines").child(lines))
}

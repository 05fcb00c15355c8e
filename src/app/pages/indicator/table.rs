//! The table of a figure.

use crate::app::html::{Html, Piece, el};
use crate::app::parts::said;
use crate::present::Phrase;
use crate::present::indicator::{Cell, Table, TableRow};
use crate::words::{Catalog, say};

/// The table, in a region that scrolls on narrow screens.
pub fn table(table: Table, words: &Catalog) -> impl Piece {
    let head = |column: Phrase| el("th").attr("scope", "col").class("n").child(said(column));
    let (counts, notes) = (table.has_counts, table.has_notes);
    let cell = |cell: Cell| {
        let class = if cell.known { "n" } else { "n soft" };
        el("td").class(class).child(cell.text).child(cell.was.map(|was| el("span").class("meta log__note").child(was)))
    };
    let row = move |row: TableRow| {
        el("tr")
            .child(el("th").attr("scope", "row").child(said(row.head)))
            .child(row.cells.into_iter().map(cell).collect::<Html>())
            .child(counts.then(|| el("td").class("n").child(row.count)))
            .child(notes.then(|| el("td").child(remarks(row.remarks))))
    };
    let caption = table.caption.text.clone();
    el("div").class("scroll").attr("tabindex", "0").attr("role", "region").attr("aria-label", caption).child(
        el("table")
            .class("data")
            .child(el("caption").child(said(table.caption)).child(el("span").class("meta").child(table.unit)))
            .child(
                el("thead").child(
                    el("tr")
                        .child(el("th").attr("scope", "col").child(table.corner))
                        .child(table.columns.into_iter().map(head).collect::<Html>())
                        .child(
                            counts.then(|| el("th").attr("scope", "col").class("n").child(say!(words, "table-count"))),
                        )
                        .child(notes.then(|| el("th").attr("scope", "col").child(say!(words, "table-note")))),
                ),
            )
            .child(el("tbody").child(table.rows.into_iter().map(row).collect::<Html>())),
    )
}

fn remarks(all: Vec<Phrase>) -> impl Piece {
    let one = |(at, text): (usize, Phrase)| ((at > 0).then_some("; "), said(text));
    all.into_iter().enumerate().map(one).collect::<Html>()
}

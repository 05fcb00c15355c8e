//! The data to take away.

use super::method::{terms, text_head};
use crate::app::html::{Html, Piece, el};
use crate::app::parts::{band, link_to};
use crate::app::shell::contacts;
use crate::app::use_shown;
use crate::present::data::{DataFile, DataPage, TableFile};
use crate::words::say;

/// The page of the data.
pub fn data_view(page: DataPage) -> impl Piece {
    let words = use_shown().words;
    let file = |file: DataFile| {
        el("div").add(el("dt").add(el("a").attr("href", file.href).add(file.name))).add(el("dd").add(file.says))
    };
    let (counts, ask) = (say!(words, "data-counts"), say!(words, "about-ask"));
    let count = |(label, n): (String, String)| {
        el("tr").add(el("th").attr("scope", "row").add(label)).add(el("td").class("n").add(n))
    };
    (
        text_head(page.title, page.lead.into()),
        band(
            "files",
            say!(words, "data-files"),
            None,
            el("dl").class("defs").add(page.files.into_iter().map(file).collect::<Html>()),
        ),
        (!page.tables.is_empty()).then(|| {
            band("tables", say!(words, "data-tables"), Some(say!(words, "data-tables-note")), tables(page.tables))
        }),
        band(
            "use",
            say!(words, "data-use"),
            None,
            (page.sample.map(|sample| el("p").class("flag").add(sample)), terms(page.terms)),
        ),
        band(
            "counts",
            counts.clone(),
            None,
            el("table")
                .class("data data--narrow")
                .add(el("caption").class("vh").add(counts))
                .add(el("tbody").add(page.counts.into_iter().map(count).collect::<Html>())),
        ),
        band("ask", ask, None, contacts(page.contacts)),
    )
}

fn tables(tables: Vec<TableFile>) -> impl Piece {
    let words = use_shown().words;
    let row = |table: TableFile| {
        el("tr")
            .add(el("th").attr("scope", "row").add(link_to(table.indicator)))
            .add(el("td").add(table.span))
            .add(el("td").class("n").add(table.figures))
            .add(el("td").add(
                el("a").attr("href", table.href).attr("download", "").attr("aria-label", table.download).add("CSV"),
            ))
    };
    el("div").class("scroll").attr("tabindex", "0").attr("role", "group").attr("aria-labelledby", "tables").add(
        el("table")
            .class("data")
            .add(
                el("thead").add(
                    el("tr")
                        .add(el("th").attr("scope", "col").add(say!(words, "nav-measures")))
                        .add(el("th").attr("scope", "col").add(say!(words, "table-period")))
                        .add(el("th").attr("scope", "col").class("n").add(say!(words, "data-figures")))
                        .add(el("th").attr("scope", "col").add(say!(words, "data-download"))),
                ),
            )
            .add(el("tbody").add(tables.into_iter().map(row).collect::<Html>())),
    )
}

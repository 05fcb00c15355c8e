//! The data to take away.

use super::method::{terms, text_head};
use crate::app::html::{Html, Piece, el};
use crate::app::parts::{band, link_to};
use crate::app::shell::contacts;
use crate::app::use_shown;
use crate::present::data::{DataPage, FileGroup, FileLine, TableFile};
use crate::words::say;

/// The page of the data.
pub fn data_view(page: DataPage) -> impl Piece {
    let words = use_shown().words;
    let file = |file: FileLine| {
        el("div")
            .child(el("dt").child(el("a").attr("href", file.href).child(file.name)))
            .child(el("dd").child(file.says))
    };
    let group = |group: FileGroup| {
        let files = el("dl").class("defs").child(group.files.into_iter().map(file).collect::<Html>());
        band(group.id, group.title, None, files)
    };
    let (counts, ask) = (say!(words, "data-counts"), say!(words, "about-ask"));
    let count = |(label, n): (String, String)| {
        el("tr").child(el("th").attr("scope", "row").child(label)).child(el("td").class("n").child(n))
    };
    (
        text_head(page.title, page.lead.into()),
        page.files.into_iter().filter(|group| !group.files.is_empty()).map(group).collect::<Html>(),
        (!page.tables.is_empty()).then(|| {
            band("tables", say!(words, "data-tables"), Some(say!(words, "data-tables-note")), tables(page.tables))
        }),
        band(
            "use",
            say!(words, "data-use"),
            None,
            (page.sample.map(|sample| el("p").class("flag").child(sample)), terms(page.terms)),
        ),
        band(
            "counts",
            counts.clone(),
            None,
            el("table")
                .class("data data--narrow")
                .child(el("caption").class("vh").child(counts))
                .child(el("tbody").child(page.counts.into_iter().map(count).collect::<Html>())),
        ),
        band("ask", ask, None, contacts(page.contacts)),
    )
}

fn tables(tables: Vec<TableFile>) -> impl Piece {
    let words = use_shown().words;
    let link = |href: String, label: String, form: String| {
        el("a").attr("href", href).attr("download", "").attr("aria-label", label).child(form)
    };
    let row = |table: TableFile| {
        let csv = table.csv.map(|href| (link(href, table.csv_label, "CSV".into()), " "));
        let vintages =
            table.vintages.map(|href| (" ", link(href, table.vintages_label, say!(words, "data-vintages-short"))));
        el("tr")
            .child(el("th").attr("scope", "row").child(link_to(table.indicator)))
            .child(el("td").child(table.span))
            .child(el("td").class("n").child(table.figures))
            .child(el("td").child((csv, link(table.json, table.json_label, "JSON".into()), vintages)))
    };
    el("div").class("scroll").attr("tabindex", "0").attr("role", "group").attr("aria-labelledby", "tables").child(
        el("table")
            .class("data")
            .child(
                el("thead").child(
                    el("tr")
                        .child(el("th").attr("scope", "col").child(say!(words, "nav-measures")))
                        .child(el("th").attr("scope", "col").child(say!(words, "table-period")))
                        .child(el("th").attr("scope", "col").class("n").child(say!(words, "data-figures")))
                        .child(el("th").attr("scope", "col").child(say!(words, "data-download"))),
                ),
            )
            .child(el("tbody").child(tables.into_iter().map(row).collect::<Html>())),
    )
}

//! A goal on one side of paper.

use leptos::prelude::*;

use crate::app::charts::sparkline;
use crate::app::html::{Html, Piece, el};
use crate::app::parts::{brand_mark, crumbs, icon, said, verdict};
use crate::app::{Hands, use_shown};
use crate::present::Phrase;
use crate::present::place::lines::Item;
use crate::present::row::MeasureRow;
use crate::present::sheet::{SheetList, SheetPage};
use crate::words::say;

/// The sheet.
pub fn sheet_view(page: SheetPage) -> impl Piece {
    let words = use_shown().words;
    let hands = use_context::<Hands>();
    let print = move |_| {
        if let Some(hands) = hands {
            (hands.print)();
        }
    };
    let kept = match page.kept_by {
        Ok(kept) => el("span").child(kept),
        Err(gap) => el("span").class("gapflag").child(icon("i-gap")).child(el("span").child(gap)),
    };
    let head = |column: String| el("th").attr("scope", "col").child(column);
    let table = (!page.measures.is_empty()).then(|| {
        el("div")
            .class("scroll")
            .attr("tabindex", "0")
            .attr("role", "region")
            .attr("aria-label", page.caption.clone())
            .child(
                el("table")
                    .class("data sheet__table")
                    .child(el("caption").child(page.caption))
                    .child(el("thead").child(el("tr").child(page.columns.into_iter().map(head).collect::<Html>())))
                    .child(el("tbody").child(page.measures.into_iter().map(measure).collect::<Html>())),
            )
    });
    el("div")
        .class("wrap sheet")
        .child(crumbs(say!(words, "nav-here"), page.crumbs))
        .child(
            el("p")
                .class("needs-script")
                .child(el("button").class("button").attr("type", "button").on("click", print).child(page.print)),
        )
        .child(
            el("div")
                .class("sheet__head")
                .child(el("p").class("sheet__brand").child(brand_mark()).child(el("span").child(said(page.coalition))))
                .child(
                    el("p")
                        .class("meta")
                        .child(page.kicker)
                        .child(page.sample.map(|text| el("span").class("log__note").child(text))),
                ),
        )
        .child(el("h1").attr("tabindex", "-1").lang(page.title.lang).child(page.title.text))
        .child(el("p").class("sheet__lead").child(said(page.summary)).child(" ").child(kept))
        .child(table)
        .child(page.measures_note.map(|note| el("p").class("meta").child(note)))
        .child(el("div").class("sheet__two").child(page.lists.into_iter().map(list).collect::<Html>()))
        .child(page.nothing.map(|text| el("p").class("meta").child(text)))
        .child(el("p").class("sheet__foot").child(page.address))
}

fn measure(row: MeasureRow) -> impl Piece {
    let name = el("th").attr("scope", "row").child(el("a").attr("href", row.href).child(said(row.title)));
    let cells = match row.now {
        Some(now) => (
            el("td").class("sheet__spark").child(sparkline(now.spark)),
            el("td")
                .child(el("strong").class("num").child(now.value))
                .child(now.unit.map(|unit| (" ", unit)))
                .child(el("span").class("log__note meta").child(now.fresh))
                .child(now.target.map(|target| el("span").class("log__note meta").child(target))),
            el("td").child(verdict(now.verdict)),
        )
            .html(),
        None => (el("td"), el("td"), el("td").child(row.not_measured)).html(),
    };
    el("tr").child(name).child(cells)
}

fn list(list: SheetList) -> impl Piece {
    let note = |note: Phrase| el("span").class("meta").child(said(note));
    let item = |item: Item| {
        let name = match item.href {
            Some(href) => el("a").attr("href", href).child(said(item.text)).html(),
            None => said(item.text).html(),
        };
        el("li").child(name).child(" ").child(item.notes.into_iter().map(note).collect::<Html>())
    };
    el("section")
        .attr("aria-labelledby", list.id)
        .child(el("h2").attr("id", list.id).child(list.title))
        .child(el("ul").child(list.items.into_iter().map(item).collect::<Html>()))
        .child(list.more.map(|more| el("p").class("meta").child(more)))
}

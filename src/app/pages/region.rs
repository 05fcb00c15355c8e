//! Several coalitions on one page. It stands in no coalition's site, so it has a frame of its own; nothing runs behind it.

use crate::app::html::{Html, Piece, el};
use crate::app::parts::{band, brand_mark, link_to, said, sprite, verdict};
use crate::app::shell::languages;
use crate::present::Link;
use crate::present::frame::Language;
use crate::present::region::{Apart, Coalition, RegionPage, SharedMeasure, SharedRow};
use crate::words::{Catalog, say};

/// What surrounds the page.
pub struct RegionFrame {
    /// The name of the region.
    pub name: String,
    /// Said of invented data.
    pub sample: Option<String>,
    pub languages: Vec<Language>,
    /// The address of the page.
    pub home: String,
    /// The address of the same for programs.
    pub index: String,
}

/// The body of the page.
pub fn region_view(page: RegionPage, frame: RegionFrame, words: &Catalog) -> Html {
    let note = say!(words, "region-shared-note");
    let shared: Html = page.shared.into_iter().map(|measure| shared(measure, words)).collect();
    let shared = match page.nothing {
        Some(nothing) => band("shared", say!(words, "region-shared"), None, el("p").child(nothing)).html(),
        None => {
            band("shared", say!(words, "region-shared"), Some(note), el("div").class("stack-l").child(shared)).html()
        }
    };
    let apart = (!page.apart.is_empty()).then(|| {
        let all = el("div").class("stack-l").child(page.apart.into_iter().map(apart).collect::<Html>());
        band("apart", say!(words, "region-apart"), Some(say!(words, "region-apart-note")), all)
    });
    let main = (
        el("div")
            .class("wrap pagehead")
            .child(el("h1").attr("tabindex", "-1").child(page.title))
            .child(el("p").class("lead").child(page.lead)),
        band("coalitions", say!(words, "region-coalitions"), None, coalitions(page.coalitions)),
        shared,
        apart,
    );
    framed(frame, words, main)
}

/// What is shown at an unknown address.
pub fn region_not_found_view(frame: RegionFrame, words: &Catalog) -> Html {
    let home = el("a").attr("href", frame.home.clone()).child(frame.name.clone());
    let main = el("div")
        .class("wrap pagehead")
        .child(el("h1").attr("tabindex", "-1").child(say!(words, "not-found-title")))
        .child(el("p").class("lead").child(say!(words, "not-found-text")))
        .child(el("p").child(home));
    framed(frame, words, main)
}

fn framed(frame: RegionFrame, words: &Catalog, main: impl Piece) -> Html {
    let sample = |says: String| {
        let label = say!(words, "sample-label");
        el("aside").class("sample").attr("aria-label", label).child(el("p").class("wrap").child(says))
    };
    let brand = el("a")
        .class("brand")
        .attr("href", frame.home)
        .child(brand_mark())
        .child(el("span").class("brand__name").child(frame.name));
    let index = el("a").attr("href", frame.index).child(say!(words, "region-index"));
    (
        sprite(),
        el("a").class("skip").attr("href", "#main").child(say!(words, "nav-skip")),
        frame.sample.map(sample),
        el("header").class("masthead").child(
            el("div")
                .class("wrap masthead__in")
                .child(brand)
                .child(languages(say!(words, "nav-language"), frame.languages)),
        ),
        el("main").attr("id", "main").child(main),
        el("footer").class("foot").child(el("div").class("wrap").child(el("p").child(index))),
    )
        .html()
}

fn coalitions(all: Vec<Coalition>) -> impl Piece {
    let one = |coalition: Coalition| {
        let count = |(label, n): (String, String)| el("li").child(label).child(": ").child(n);
        el("li")
            .class("act act--two")
            .child(
                el("ul")
                    .class("meta act__facts")
                    .attr("role", "list")
                    .child(el("li").child(said(coalition.area)))
                    .child(coalition.counts.into_iter().map(count).collect::<Html>()),
            )
            .child(
                el("div")
                    .class("act__main")
                    .child(el("h3").child(link_to(coalition.name)))
                    .child(el("p").child(said(coalition.summary))),
            )
    };
    el("ul").attr("role", "list").child(all.into_iter().map(one).collect::<Html>())
}

fn shared(measure: SharedMeasure, words: &Catalog) -> impl Piece + use<> {
    let columns = [
        say!(words, "region-coalition"),
        say!(words, "table-latest"),
        say!(words, "fact-standing"),
        say!(words, "table-target"),
        say!(words, "fact-as-of"),
    ];
    let head = |name: String| el("th").attr("scope", "col").child(name);
    let row = |row: SharedRow| {
        el("tr")
            .child(el("th").attr("scope", "row").child(link_to(row.coalition)))
            .child(el("td").child(row.latest))
            .child(el("td").child(row.verdict.map(verdict)))
            .child(el("td").child(row.target))
            .child(el("td").child(row.fresh))
    };
    let name = measure.title.text.clone();
    el("div")
        .class("stack")
        .child(el("h3").child(said(measure.title)))
        .child(el("p").class("soft").child(said(measure.definition)))
        .child(
            el("div")
                .class("scroll")
                .attr("tabindex", "0")
                .attr("role", "region")
                .attr("aria-label", name.clone())
                .child(
                    el("table")
                        .class("data")
                        .child(el("caption").class("vh").child(name))
                        .child(el("thead").child(el("tr").child(columns.into_iter().map(head).collect::<Html>())))
                        .child(el("tbody").child(measure.rows.into_iter().map(row).collect::<Html>())),
                ),
        )
}

fn apart(apart: Apart) -> impl Piece {
    let row = |(coalition, definition): (Link, crate::present::Phrase)| {
        el("div").child(el("dt").child(link_to(coalition))).child(el("dd").child(said(definition)))
    };
    el("div")
        .class("stack")
        .child(el("h3").child(said(apart.title)))
        .child(el("p").child(apart.why))
        .child(el("dl").class("defs").child(apart.rows.into_iter().map(row).collect::<Html>()))
}

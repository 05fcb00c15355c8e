//! Who does what.

mod matrix;
mod ties;

use crate::app::html::{Html, Piece, el, live};
use crate::app::parts::{icon, link_to};
use crate::app::{use_query, use_shown};
use crate::present::Link;
use crate::present::who_does_what::{
    Column, Coverage, CoverageCell, CoverageRow, Gap, Overlap, PhaseRow, Phases, View, WhoDoesWhatPage, shows,
};
use crate::words::say;
use leptos::prelude::*;

/// What is missing, then the four views. Without script all of them stand below each other; with it, one can be chosen.
pub fn who_does_what_view(page: WhoDoesWhatPage) -> Html {
    let words = use_shown().words;
    let query = use_query();
    let head = el("div")
        .class("wrap pagehead")
        .child(el("h1").attr("tabindex", "-1").child(page.title))
        .child(el("p").class("lead").child(page.lead));
    if let Some(empty) = page.empty {
        return (head, el("div").class("wrap gloss").child(gap(empty))).html();
    }
    let (views, matrix, coverage, phases, ties) = (page.views, page.matrix, page.coverage, page.phases, page.ties);
    let drawn = move || {
        let query = query.get();
        let goals = matrix.columns.clone();
        (
            tabs(views.clone(), query.get("view").unwrap_or_default()).html(),
            shows(&query, "goals").then(|| matrix::matrix(matrix.clone()).html()),
            shows(&query, "places").then(|| places(coverage.clone(), goals).html()),
            shows(&query, "phases").then(|| phases_view(phases.clone()).html()),
            shows(&query, "ties").then(|| ties::ties(ties.clone()).html()),
        )
            .html()
    };
    (
        head,
        el("section")
            .class("wrap whosec")
            .attr("aria-labelledby", "gaps")
            .child(el("h2").attr("id", "gaps").class("h-sub").child(say!(words, "who-gaps")))
            .child(el("p").class("meta").child(say!(words, "who-gaps-note")))
            .child(page.no_gaps.map(|none| el("p").child(none)))
            .child(
                el("ul")
                    .class("gaps")
                    .attr("role", "list")
                    .child(page.gaps.into_iter().map(gap_item).collect::<Html>()),
            )
            .child((!page.overlaps.is_empty()).then(|| overlaps(page.overlaps, page.overlaps_note))),
        live(drawn),
    )
        .html()
}

fn tabs(views: Vec<View>, chosen: &str) -> impl Piece {
    let words = use_shown().words;
    let item = |view: View| {
        let current = (view.name == chosen).then_some("true");
        el("a")
            .attr("id", format!("view-{}", view.name))
            .attr("href", view.href)
            .attr("aria-current", current)
            .child(view.label)
    };
    el("nav")
        .class("wrap tools whotabs")
        .attr("aria-label", say!(words, "who-views"))
        .child(views.into_iter().map(item).collect::<Html>())
}

fn gap_item(found: Gap) -> impl Piece {
    el("li").child(gap(found))
}

/// Something missing: icon, sentence, what it is missing from.
pub(super) fn gap(gap: Gap) -> impl Piece {
    let items = gap.links.into_iter().enumerate().map(|(n, link)| ((n > 0).then_some(" · "), link_to(link)));
    el("p").class("gap").child(icon("i-gap")).child(
        el("span")
            .child(el("strong").child(gap.says))
            .child(" ")
            .child(items.map(Piece::html).collect::<Html>())
            .child(gap.more.map(|more| (" ", more))),
    )
}

/// So many stand open; the others behind a fold.
const OPEN: usize = 5;

fn overlaps(mut overlaps: Vec<Overlap>, note: String) -> impl Piece {
    let words = use_shown().words;
    let rest = if overlaps.len() > OPEN { overlaps.split_off(OPEN) } else { Vec::new() };
    let item = |overlap: Overlap| {
        let links = overlap.activities.into_iter().enumerate();
        let links = links.map(|(n, link): (usize, Link)| ((n > 0).then_some(" · "), link_to(link)).html());
        el("li").child(el("p").child(overlap.says)).child(el("p").class("meta").child(links.collect::<Html>()))
    };
    let more = (!rest.is_empty()).then(|| {
        el("details")
            .class("more")
            .child(el("summary").child(say!(words, "who-overlaps-more", n = rest.len())))
            .child(el("ul").class("plain").attr("role", "list").child(rest.into_iter().map(item).collect::<Html>()))
    });
    (
        el("h3").class("h-small").child(say!(words, "who-overlaps")),
        el("p").class("meta").child(note),
        el("ul").class("plain").attr("role", "list").child(overlaps.into_iter().map(item).collect::<Html>()),
        more,
    )
}

/// A view: heading, sentences, and what is in it.
fn section(id: &'static str, title: String, says: Option<String>, note: String, inner: impl Piece) -> impl Piece {
    let heading = match id {
        "goals" => "goals-h",
        "places" => "places-h",
        "phases" => "phases-h",
        _ => "ties-h",
    };
    el("section")
        .class("wrap whosec")
        .attr("id", id)
        .attr("aria-labelledby", heading)
        .child(el("h2").attr("id", heading).class("h-sub").child(title))
        .child(says.map(|says| el("p").class("lead").child(says)))
        .child(el("p").class("meta").child(note))
        .child(inner)
}

/// A table that scrolls on narrow pages.
fn scroll(name: String, table: impl Piece) -> impl Piece {
    let label = say!(use_shown().words, "table-region", name = name);
    el("div")
        .class("scroll mxscroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", label)
        .child(table)
}

fn col(text: String) -> impl Piece {
    el("th").attr("scope", "col").child(text)
}

fn places(coverage: Coverage, goals: Vec<Column>) -> impl Piece {
    let cell = |cell: CoverageCell| {
        let says = match cell.link {
            Some((full, href)) => el("a")
                .class("num")
                .attr("href", href)
                .child(el("span").attr("aria-hidden", "true").child(cell.says))
                .child(el("span").class("vh").child(full))
                .html(),
            None => el("span").class("mx__nothing").child(cell.says).html(),
        };
        el("td").child(says).child(cell.note.map(|note| (" ", el("span").class("mx__note").child(note))))
    };
    let row = |row: CoverageRow| {
        let class = match row.depth {
            0 => "mx__in0",
            1 => "mx__in1",
            _ => "mx__in2",
        };
        el("tr")
            .child(el("th").attr("scope", "row").class(class).child(link_to(row.place)))
            .child(row.cells.into_iter().map(cell).collect::<Html>())
    };
    let table =
        el("table")
            .class("data mx mx--places")
            .child(el("caption").class("vh").child(coverage.title.clone()))
            .child(el("thead").child(
                el("tr").child(col(coverage.place)).child(goals.into_iter().map(matrix::column).collect::<Html>()),
            ))
            .child(el("tbody").child(coverage.rows.into_iter().map(row).collect::<Html>()));
    section("places", coverage.title.clone(), Some(coverage.empty), coverage.note, scroll(coverage.title, table))
}

fn phases_view(phases: Phases) -> impl Piece {
    let words = use_shown().words;
    let number = |n: String| el("td").class("n num").child(n);
    let count = |(step, counts): (String, [String; 5])| {
        el("tr")
            .child(el("th").attr("scope", "row").child(step))
            .child(counts.into_iter().map(number).collect::<Html>())
    };
    let right = |text: String| el("th").attr("scope", "col").class("n").child(text);
    let table = el("table")
        .class("data")
        .child(el("caption").class("vh").child(phases.title.clone()))
        .child(
            el("thead")
                .child(el("tr").child(col(phases.step)).child(phases.who.into_iter().map(right).collect::<Html>())),
        )
        .child(el("tbody").child(phases.counts.into_iter().map(count).collect::<Html>()));
    let row = |row: PhaseRow| {
        el("tr")
            .child(el("th").attr("scope", "row").child(link_to(row.activity)))
            .child(row.cells.into_iter().map(|who| el("td").child(who)).collect::<Html>())
    };
    let each = el("table")
        .class("data mx mx--each")
        .child(el("caption").class("vh").child(phases.each.clone()))
        .child(el("thead").child(
            el("tr").child(col(say!(words, "who-activity"))).child(phases.steps.into_iter().map(col).collect::<Html>()),
        ))
        .child(el("tbody").child(phases.rows.into_iter().map(row).collect::<Html>()));
    let fold = el("details")
        .class("more")
        .child(el("summary").child(phases.each.clone()))
        .child(scroll(phases.each, each))
        .child(phases.cut.map(|cut| el("p").class("meta").child(cut)));
    section("phases", phases.title.clone(), Some(phases.says), phases.note, (scroll(phases.title, table), fold))
}

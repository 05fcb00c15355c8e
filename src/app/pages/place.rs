//! The page of a place.

use super::activities::activity_row;
use crate::app::follow::follow;
use crate::app::html::{Html, Piece, el};
use crate::app::parts::{band, crumbs, link_list, link_to, more, said, verdict};
use crate::app::use_shown;
use crate::present::place::lines::Item;
use crate::present::place::{Figure, Figures, GoalHere, ItemList, PlacePage};
use crate::present::{Link, Phrase};
use crate::words::say;

/// The page of a place.
pub fn place_view(page: PlacePage) -> impl Piece {
    let words = use_shown().words;
    let fact =
        |(label, value): (String, Phrase)| el("div").child(el("dt").child(label)).child(el("dd").child(said(value)));
    let list = |list: ItemList| band(list.id, list.title, None, (items(list.items), list.more.map(more)));
    (
        el("div")
            .class("wrap pagehead")
            .child(crumbs(say!(words, "nav-here"), page.crumbs))
            .child(el("h1").attr("tabindex", "-1").lang(page.title.lang).child(page.title.text))
            .child(el("dl").class("strip").child(page.facts.into_iter().map(fact).collect::<Html>()))
            .child(follow(page.id)),
        band(
            "goals",
            say!(words, "place-goals"),
            Some(say!(words, "place-goals-note")),
            page.goals.into_iter().map(goal).collect::<Html>(),
        ),
        page.figures.map(|table| band("figures", say!(words, "place-figures"), None, figures(table))),
        (!page.chosen.is_empty()).then(|| {
            band("chosen", say!(words, "place-chosen"), Some(say!(words, "place-chosen-note")), link_list(page.chosen))
        }),
        band(
            "activities",
            say!(words, "place-activities"),
            None,
            (
                page.no_activity.map(|text| el("p").class("flag").child(text)),
                (!page.activities.is_empty()).then(|| {
                    el("ul")
                        .class("acts--within")
                        .attr("role", "list")
                        .child(page.activities.into_iter().map(activity_row).collect::<Html>())
                }),
                page.more_activities.map(more),
            ),
        ),
        (!page.also.is_empty()).then(|| {
            band(
                "also",
                say!(words, "place-also"),
                Some(say!(words, "place-also-note")),
                el("details").class("more").child(el("summary").child(page.also_count)).child(items(page.also)),
            )
        }),
        page.lists.into_iter().map(list).collect::<Html>(),
        (!page.parts.is_empty()).then(|| band("parts", say!(words, "place-parts"), None, link_list(page.parts))),
        el("div").class("wrap place__end").child(
            el("p").class("flag").child(page.nothing.map(|text| format!("{text} "))).child(link_to(page.take_part)),
        ),
    )
}

fn goal(goal: GoalHere) -> impl Piece {
    let link = |link: Link| el("li").child(link_to(link));
    el("section")
        .class("place__goal")
        .child(el("h3").class("h-item").child(link_to(goal.title)))
        .child(goal.says.into_iter().map(|text| el("p").child(text)).collect::<Html>())
        .child((!goal.links.is_empty()).then(|| {
            el("ul").class("tags meta").attr("role", "list").child(goal.links.into_iter().map(link).collect::<Html>())
        }))
}

/// Lines, each with a link where a page shows it.
pub(super) fn items(items: Vec<Item>) -> impl Piece {
    el("ul").class("plain").attr("role", "list").child(items.into_iter().map(item).collect::<Html>())
}

fn item(item: Item) -> impl Piece {
    let name = match item.href {
        Some(href) => link_to(Link { label: item.text, href }).html(),
        None => said(item.text).html(),
    };
    let note = |note: Phrase| el("span").class("meta").child(said(note));
    el("li").child(el("span").child(name)).child(item.notes.into_iter().map(note).collect::<Html>())
}

fn figures(mut figures: Figures) -> impl Piece {
    let way = figures.more.take().map(more);
    let head = |column: String| el("th").attr("scope", "col").child(column);
    let row = |row: Figure| {
        let mark = |mark: String| el("span").class("log__note meta").child(mark);
        let target = |target: Phrase| el("span").class("log__note").child(said(target));
        el("tr")
            .child(
                el("th")
                    .attr("scope", "row")
                    .child(link_to(row.measure))
                    .child(row.marks.into_iter().map(mark).collect::<Html>()),
            )
            .child(el("td").child(row.here))
            .child(el("td").child(row.wider))
            .child(el("td").child(row.targets.into_iter().map(target).collect::<Html>()))
            .child(el("td").child(row.verdict.map(verdict)))
    };
    let table = el("div")
        .class("scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", figures.caption.clone())
        .child(
            el("table")
                .class("data")
                .child(el("caption").child(figures.caption))
                .child(el("thead").child(el("tr").child(figures.columns.into_iter().map(head).collect::<Html>())))
                .child(el("tbody").child(figures.rows.into_iter().map(row).collect::<Html>())),
        );
    (table, way)
}

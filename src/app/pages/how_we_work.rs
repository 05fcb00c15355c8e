//! How we work.

mod groups;
mod strategies;

use super::activities::state;
use super::who_does_what::gap;
use crate::app::html::{Html, Piece, el};
use crate::app::parts::{band, link_to, said};
use crate::app::use_shown;
use crate::present::Link;
use crate::present::how_we_work::{Condition, DecisionRow, Fact, HowWeWorkPage};
use crate::present::who_does_what::Gap;
use crate::words::say;

/// Conditions, groups, decisions, and the map.
pub fn how_we_work_view(page: HowWeWorkPage) -> impl Piece {
    let words = use_shown().words;
    let jump = |link: Link| link_to(link).html();
    let head = el("div")
        .class("wrap pagehead")
        .child(el("h1").attr("tabindex", "-1").child(page.title))
        .child(el("p").class("lead").child(page.lead))
        .child(
            el("nav")
                .class("tools")
                .attr("aria-label", say!(words, "who-views"))
                .child(page.contents.into_iter().map(jump).collect::<Html>()),
        );
    let conditions =
        (el("p").class("meta").child(page.framework), page.conditions.into_iter().map(condition).collect::<Html>());
    let groups = (
        page.groups.into_iter().map(groups::group).collect::<Html>(),
        page.no_groups.map(gap),
        page.seats.map(groups::seats),
    );
    let log = (
        (!page.decisions.is_empty()).then(|| decisions(page.decisions)),
        page.no_decisions.map(|none| el("p").class("flag").child(none)),
        el("p").child(link_to(page.all_decisions)),
    );
    (
        head,
        band("conditions", say!(words, "how-conditions"), Some(say!(words, "how-conditions-note")), conditions),
        band("groups", say!(words, "how-groups"), Some(say!(words, "how-groups-note")), groups),
        band("decisions", say!(words, "how-decisions"), Some(say!(words, "how-decisions-note")), log),
        el("section")
            .class("wrap whosec")
            .attr("aria-labelledby", "map")
            .child(el("h2").attr("id", "map").class("h-sub").child(say!(words, "map-title")))
            .child(el("p").class("meta").child(say!(words, "map-note")))
            .child(page.no_strategies.map(|none| el("p").class("flag").child(none)))
            .child(strategies::maps(page.maps, page.map_key, page.map_columns)),
    )
}

fn condition(condition: Condition) -> Html {
    let words = use_shown().words;
    let fact = |fact: Fact| match fact.href {
        Some(href) => el("li").child(el("a").attr("href", href).lang(fact.says.lang).child(fact.says.text)),
        None => el("li").child(said(fact.says)),
    };
    let missing = |found: Gap| el("li").child(gap(found));
    let missing = (!condition.missing.is_empty()).then(|| {
        el("div").child(el("h4").class("h-small").child(say!(words, "condition-missing"))).child(
            el("ul")
                .class("gaps")
                .attr("role", "list")
                .child(condition.missing.into_iter().map(missing).collect::<Html>()),
        )
    });
    el("article")
        .class("cond")
        .child(
            el("div")
                .child(el("h3").class("h-item").child(said(condition.name)))
                .child(el("p").class("meta").child(condition.asks)),
        )
        .child(
            el("div")
                .class("stack")
                .child(
                    el("ul")
                        .class("plain plain--tight")
                        .attr("role", "list")
                        .child(condition.facts.into_iter().map(fact).collect::<Html>()),
                )
                .child(missing),
        )
        .html()
}

fn decisions(rows: Vec<DecisionRow>) -> impl Piece {
    let words = use_shown().words;
    let title = say!(words, "how-table-decisions");
    let by = |row: &DecisionRow| row.made_by.as_ref().map(|by| say!(words, "how-by", who = &by.text));
    let item = |row: DecisionRow| {
        let by = by(&row);
        el("tr")
            .child(el("td").child(el("time").attr("datetime", row.datetime).child(row.when)))
            .child(
                el("th")
                    .attr("scope", "row")
                    .child(link_to(row.title))
                    .child(by.map(|by| el("span").class("mx__by meta").child(by))),
            )
            .child(el("td").child(state(row.result)))
            .child(el("td").child(said(row.reason)))
    };
    let col = |text: String| el("th").attr("scope", "col").child(text);
    let columns = [say!(words, "how-when"), say!(words, "how-what"), say!(words, "how-result"), say!(words, "how-why")];
    el("div")
        .class("scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", say!(words, "table-region", name = &title))
        .child(
            el("table")
                .class("data mx--log")
                .child(el("caption").class("vh").child(title))
                .child(el("thead").child(el("tr").child(columns.into_iter().map(col).collect::<Html>())))
                .child(el("tbody").child(rows.into_iter().map(item).collect::<Html>())),
        )
}

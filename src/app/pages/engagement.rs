//! One process in which residents take part.

use super::activities::state;
use super::events;
use super::heard::ledger;
use super::open_now::{promised, row, ways};
use super::pairs::{pair, pairs};
use crate::app::html::{Html, Piece, el};
use crate::app::parts::{band, crumbs, link_to, said};
use crate::app::use_shown;
use crate::present::activity::State;
use crate::present::engagement::{After, EngagementPage, LogEntry, ReachRow, ReachTable, Reached};
use crate::present::{Link, Phrase};
use crate::words::{Catalog, say};

/// The page of a process.
pub fn engagement_view(page: EngagementPage) -> impl Piece {
    let words = use_shown().words;
    let asked = page.asked;
    (
        el("div")
            .class("wrap pagehead")
            .child(crumbs(say!(words, "nav-here"), page.crumbs))
            .child(el("h1").attr("tabindex", "-1").lang(page.title.lang).child(page.title.text))
            .child(el("p").class("lead").child(said(page.summary)))
            .child(
                el("dl")
                    .class("strip")
                    .child(
                        el("div")
                            .child(el("dt").child(say!(words, "filter-status")))
                            .child(el("dd").child(state(page.state))),
                    )
                    .child(page.facts.into_iter().map(pair).collect::<Html>()),
            ),
        band(
            "question",
            say!(words, "engagement-question"),
            None,
            el("div")
                .class("stack")
                .child(el("p").class("level").child(asked.level))
                .child(el("p").class("lead").child(said(asked.question)))
                .child(
                    el("dl")
                        .class("defs")
                        .child(row(say!(words, "engagement-promise"), promised(asked.promise)))
                        .child(row(say!(words, "engagement-level-label"), asked.level_term.html()))
                        .child(page.when.map(|when| row(say!(words, "engagement-when"), when.html()))),
                ),
        ),
        band(
            "ways",
            page.ways_title,
            None,
            el("dl")
                .class("defs")
                .child(row(say!(words, "engagement-how"), ways(asked.ways)))
                .child(row(say!(words, "engagement-help"), asked.support.html()))
                .child(row(say!(words, "access-languages"), asked.languages.html())),
        ),
        (!page.dates.is_empty())
            .then(|| band("dates", say!(words, "engagement-dates"), None, events::list(page.dates))),
        page.reached.map(|reached| {
            let note = say!(words, "engagement-who-note");
            band("who", say!(words, "engagement-who"), Some(note), who(reached, &words))
        }),
        after(page.after, &words),
        band("about", say!(words, "engagement-about"), None, pairs("defs", page.about)),
    )
}

fn who(reached: Reached, words: &Catalog) -> impl Piece + use<> {
    let says = reached.says.into_iter().map(|says| el("p").child(says)).collect::<Html>();
    let tables = reached.tables.into_iter().map(|table| groups(table, reached.columns.clone(), words));
    el("div").class("stack").child(says).child(tables.collect::<Html>())
}

fn groups(table: ReachTable, [group, count, share]: [String; 3], words: &Catalog) -> impl Piece + use<> {
    let region = say!(words, "table-region", name = &table.title.text);
    let head = |label: String| el("th").attr("scope", "col").child(label);
    let row = |row: ReachRow| {
        el("tr")
            .child(el("th").attr("scope", "row").child(said(row.group)))
            .child(el("td").class("num").child(row.count))
            .child(el("td").class("num").child(row.share))
    };
    let missing = |text: Phrase| el("p").class("meta").child(said(text));
    (
        el("div").class("scroll").attr("tabindex", "0").attr("role", "group").attr("aria-label", region).child(
            el("table")
                .class("data")
                .child(el("caption").child(said(table.title)))
                .child(el("thead").child(el("tr").child(head(group)).child(head(count)).child(head(share))))
                .child(el("tbody").child(table.rows.into_iter().map(row).collect::<Html>())),
        ),
        table.not_collected.into_iter().map(missing).collect::<Html>(),
    )
}

fn after(after: After, words: &Catalog) -> impl Piece + use<> {
    let decision = |(link, result): (Link, State)| {
        el("li").child(el("span").child(link_to(link))).child(el("span").child(state(result)))
    };
    let decided = (!after.decisions.is_empty()).then(|| {
        (
            el("h3").class("h-small").child(say!(words, "engagement-decisions")),
            el("ul")
                .class("plain")
                .attr("role", "list")
                .child(after.decisions.into_iter().map(decision).collect::<Html>()),
        )
    });
    let heard = (!after.heard.is_empty())
        .then(|| (el("h3").class("h-small").child(say!(words, "engagement-heard")), ledger(after.heard)));
    let log = (!after.log.is_empty()).then(|| {
        let list = el("ol").class("log log--wide").attr("role", "list");
        let list = list.child(after.log.into_iter().map(entry).collect::<Html>());
        band("log", say!(words, "engagement-log"), Some(say!(words, "engagement-log-note")), list)
    });
    let outcome = el("p").class("lead").child(promised(after.outcome));
    let told = el("p").class("meta").child(after.when);
    (
        log,
        band(
            "after",
            say!(words, "engagement-after"),
            None,
            el("div").class("stack").child(outcome).child(told).child(decided).child(heard),
        ),
    )
}

fn entry(entry: LogEntry) -> impl Piece {
    let title = match entry.href {
        Some(href) => el("a").attr("href", href).lang(entry.title.lang).child(entry.title.text).html(),
        None => said(entry.title).html(),
    };
    el("li")
        .child(
            el("span")
                .class("log__when")
                .child(el("time").attr("datetime", entry.datetime).child(entry.date))
                .child(entry.kind),
        )
        .child(
            el("div")
                .class("stack-s")
                .child(el("p").child(title))
                .child(entry.state.map(|word| el("p").child(state(word))))
                .child(entry.says.map(|says| el("p").child(said(says))))
                .child(entry.why.map(|why| el("p").class("meta").child(said(why)))),
        )
}

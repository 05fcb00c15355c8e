//! How activities are run, over the whole agenda.

use super::activities::{state, step};
use super::activity::step_list;
use super::list::filter_bar;
use crate::app::html::{Html, Piece, el, live};
use crate::app::parts::{band, crumbs, icon, link_to, said};
use crate::app::{use_query, use_shown};
use crate::present::portfolio::{
    Cell, Ending, Group, Portfolio, PortfolioPage, ResidentRun, Rule, Spread, SpreadRow, Trial, portfolio,
    portfolio_index,
};
use crate::present::{Link, Phrase};
use crate::words::{Catalog, say};
use leptos::prelude::*;

/// The page: the frame stands, the rest follows the address.
pub fn portfolio_view(page: PortfolioPage) -> impl Piece {
    let (shown, query) = (use_shown(), use_query());
    let here = say!(shown.words, "nav-here");
    let index = portfolio_index(&shown.context());
    (
        el("div")
            .class("wrap pagehead")
            .child(crumbs(here, page.crumbs))
            .child(el("h1").attr("tabindex", "-1").child(page.title))
            .child(el("p").class("lead").child(page.lead)),
        live(move || body(query.with(|query| portfolio(&shown.context(), &index, query)), &shown.words)),
    )
}

fn body(page: Portfolio, words: &Catalog) -> Html {
    let head = el("section")
        .class("wrap actsec")
        .attr("aria-labelledby", "portfolio-count")
        .child(
            el("h2")
                .attr("id", "portfolio-count")
                .class("h-sub")
                .child(el("span").attr("role", "status").child(page.count)),
        )
        .child(switch(page.switch_title, page.switch))
        .child(filter_bar(page.filters));
    if let Some(nothing) = page.empty {
        let way_out = el("a").attr("href", nothing.href).child(nothing.way_out);
        return head.child(el("p").class("flag").child(nothing.says).child(" ").child(way_out)).html();
    }
    let says = page.says.into_iter().map(|says| el("p").class("lead").child(says)).collect::<Html>();
    let split = (page.style.groups.len() > 1).then(|| el("p").class("meta").child(say!(words, "portfolio-split-note")));
    let (style, phases) = (say!(words, "portfolio-spread"), say!(words, "portfolio-phases"));
    (
        head.child(el("div").class("stack headnote").child(says)),
        band(
            "spread",
            style.clone(),
            Some(say!(words, "portfolio-spread-note")),
            (spread(page.style, style, words), split),
        ),
        band("phases", phases.clone(), Some(say!(words, "portfolio-phases-note")), spread(page.phases, phases, words)),
        band(
            "trying",
            say!(words, "portfolio-trying"),
            Some(say!(words, "portfolio-trying-note")),
            (
                el("p").child(page.trying_says),
                trials(page.trying, words),
                (!page.stopped.is_empty()).then(|| {
                    (el("h3").class("h-small").child(say!(words, "portfolio-stopped")), trials(page.stopped, words))
                }),
            ),
        ),
        band(
            "residents",
            say!(words, "portfolio-residents"),
            Some(say!(words, "portfolio-residents-note")),
            (
                el("p").child(page.residents_says),
                el("ul")
                    .class("plain")
                    .attr("role", "list")
                    .child(page.residents.into_iter().map(run).collect::<Html>()),
            ),
        ),
        band(
            "rules",
            say!(words, "portfolio-rules"),
            Some(say!(words, "portfolio-rules-note")),
            (
                el("p").child(page.rules_says),
                page.rules
                    .into_iter()
                    .map(|(stage, rules)| {
                        (
                            el("h3").class("h-small lanehead").child(stage),
                            el("ul")
                                .class("plain")
                                .attr("role", "list")
                                .child(rules.into_iter().map(rule).collect::<Html>()),
                        )
                    })
                    .collect::<Html>(),
            ),
        ),
        band(
            "ends",
            say!(words, "portfolio-ends"),
            Some(say!(words, "portfolio-ends-note")),
            (el("p").child(page.ends_says), (!page.ends.is_empty()).then(|| endings(page.ends, words))),
        ),
    )
        .html()
}

/// Links that split the tables.
fn switch(title: String, options: Vec<(Link, bool)>) -> impl Piece {
    let option = |(at, (link, current)): (usize, (Link, bool))| {
        el("li").child(
            el("a")
                .attr("id", format!("split-{at}"))
                .attr("href", link.href)
                .attr("aria-current", current.then_some("true"))
                .child(link.label.text),
        )
    };
    el("div").class("filters needs-script").child(
        el("div")
            .class("filters__g")
            .child(el("h3").child(title))
            .child(el("ul").attr("role", "list").child(options.into_iter().enumerate().map(option).collect::<Html>())),
    )
}

/// Bars in tenths.
pub(super) const TENTHS: [&str; 11] = [
    "tenths tenths--0",
    "tenths tenths--1",
    "tenths tenths--2",
    "tenths tenths--3",
    "tenths tenths--4",
    "tenths tenths--5",
    "tenths tenths--6",
    "tenths tenths--7",
    "tenths tenths--8",
    "tenths tenths--9",
    "tenths tenths--10",
];

/// A bar of so many tenths. The number beside it says the same.
pub(super) fn tenths(n: usize) -> impl Piece {
    el("span").class(TENTHS[n.min(10)]).attr("aria-hidden", "true")
}

fn spread(spread: Spread, name: String, words: &Catalog) -> impl Piece + use<> {
    let region = say!(words, "table-region", name = &name);
    let columns = (spread.columns.len() + 2).to_string();
    let cell = |cell: Cell| el("td").class("num").child(cell.count).child(tenths(cell.tenths));
    let row = |row: SpreadRow| {
        let ends = row.ends.map(|[low, high]| el("span").class("meta rowends").child(low).child(" – ").child(high));
        el("tr")
            .child(el("th").attr("scope", "row").child(row.name).child(ends))
            .child(row.cells.into_iter().map(cell).collect::<Html>())
            .child(el("td").class("num").child(row.unsaid).child(el("span").class("meta rowends").child(row.said)))
    };
    let group = |group: Group| {
        let title = (!group.name.text.is_empty()).then(|| {
            let count = el("span").class("meta").child(" · ").child(group.count);
            let title = el("th").attr("scope", "rowgroup").attr("colspan", columns.clone());
            el("tr").class("quadrant__q").child(title.child(said(group.name)).child(count))
        });
        el("tbody").child(title).child(group.rows.into_iter().map(row).collect::<Html>())
    };
    let head = |column: String| el("th").attr("scope", "col").child(column);
    let heads = el("tr")
        .child(head(spread.rows))
        .child(spread.columns.into_iter().map(head).collect::<Html>())
        .child(head(say!(words, "portfolio-not-said")));
    el("div").class("scroll").attr("tabindex", "0").attr("role", "region").attr("aria-label", region).child(
        el("table")
            .class("data data--spread")
            .child(el("caption").class("vh").child(name))
            .child(el("thead").child(heads))
            .child(spread.groups.into_iter().map(group).collect::<Html>()),
    )
}

fn trials(trials: Vec<Trial>, words: &Catalog) -> impl Piece + use<> {
    let label = say!(words, "portfolio-decision");
    let trial = |trial: Trial| {
        let lesson = |text: Phrase| el("p").class("meta").child(said(text));
        let class = if trial.overdue { "cont" } else { "meta" };
        el("li")
            .child(el("p").child(state(trial.status)).child(" ").child(link_to(trial.title)))
            .child(trial.hypothesis.map(|text| el("p").child(said(text))))
            .child(
                trial.review.map(|review| el("p").class("meta").child(review).child(" · ").child(link_to(trial.lead))),
            )
            .child(
                el("p")
                    .class(class)
                    .child(trial.overdue.then(|| icon("i-late")))
                    .child(el("span").child(label.clone()).child(" ").child(trial.decision)),
            )
            .child(trial.lessons.into_iter().map(lesson).collect::<Html>())
    };
    let list = trials.into_iter().map(trial).collect::<Html>();
    el("ul").class("plain").attr("role", "list").child(list)
}

fn run(run: ResidentRun) -> impl Piece {
    el("li")
        .child(el("p").child(state(run.status)).child(" ").child(link_to(run.title)))
        .child(el("p").class("meta").child(run.why).child(" ").child(link_to(run.lead)))
        .child((!run.handovers.is_empty()).then(|| step_list(run.handovers)))
}

fn rule(rule: Rule) -> impl Piece {
    let next = rule.next.map(|next| el("div").class("mil").child(el("ul").attr("role", "list").child(step(next))));
    el("li")
        .child(el("p").child(state(rule.status)).child(" ").child(link_to(rule.title)))
        .child(el("p").class("meta").child(link_to(rule.lead)))
        .child(next)
}

fn endings(endings: Vec<Ending>, words: &Catalog) -> impl Piece + use<> {
    let name = say!(words, "portfolio-ends");
    let region = say!(words, "table-region", name = &name);
    let ending = |ending: Ending| {
        let after = match ending.after {
            Ok(link) => link_to(link).html(),
            Err(nobody) => nobody.html(),
        };
        let when = el("td").child(ending.passed.then(|| (icon("i-late"), " "))).child(ending.ends);
        el("tr")
            .child(el("th").attr("scope", "row").child(link_to(ending.title)))
            .child(when.class("iconed"))
            .child(el("td").child(said(ending.plan)))
            .child(el("td").child(after))
    };
    let head = |column: String| el("th").attr("scope", "col").child(column);
    let heads = el("tr")
        .child(head(say!(words, "portfolio-activity")))
        .child(head(say!(words, "continuity-funding-ends")))
        .child(head(say!(words, "continuity-plan")))
        .child(head(say!(words, "continuity-owner-after")));
    el("div").class("scroll").attr("tabindex", "0").attr("role", "region").attr("aria-label", region).child(
        el("table")
            .class("data")
            .child(el("caption").class("vh").child(name))
            .child(el("thead").child(heads))
            .child(el("tbody").child(endings.into_iter().map(ending).collect::<Html>())),
    )
}

//! One round of a participatory budget.

use super::activities::state;
use super::activity::{step_list, steps};
use super::method::terms;
use super::portfolio::tenths;
use crate::app::charts::percent;
use crate::app::html::{Html, Piece, el, svg};
use crate::app::parts::{band, crumbs, link_to, said};
use crate::app::use_shown;
use crate::chart::stack::Stretch;
use crate::present::Phrase;
use crate::present::budget::{Ballot, BallotRow, BudgetPage, Delivery, Idea, Money, MoneyPart, MoneyRow, Project};
use crate::present::chapter::Term;
use crate::words::{Catalog, say};

/// The page of a round.
pub fn budget_view(page: BudgetPage) -> impl Piece {
    let words = use_shown().words;
    let fact = |fact: Term| {
        let says = match fact.href {
            Some(href) => el("a").attr("href", href).lang(fact.says.lang).child(fact.says.text).html(),
            None => said(fact.says).html(),
        };
        el("div").child(el("dt").child(said(fact.label))).child(el("dd").child(says))
    };
    (
        el("div")
            .class("wrap pagehead")
            .child(crumbs(say!(words, "nav-here"), page.crumbs))
            .child(el("h1").attr("tabindex", "-1").lang(page.title.lang).child(page.title.text))
            .child(page.summary.map(|summary| el("p").class("lead").child(said(summary))))
            .child(el("p").class("headnote").child(el("strong").child(page.now)))
            .child(el("dl").class("strip").child(page.facts.into_iter().map(fact).collect::<Html>())),
        steps("phases", say!(words, "budget-phases"), None, page.phases),
        band("money", say!(words, "budget-money-title"), None, money(page.money, &words)),
        // The rule stands beside the result: in its rail.
        el("section")
            .class("wrap band")
            .attr("aria-labelledby", "result")
            .child(
                el("div")
                    .class("band__rail")
                    .child(el("h2").attr("id", "result").class("label").child(say!(words, "budget-result"))),
            )
            .child(
                el("div")
                    .class("band__main stack")
                    .child(el("p").class("lead").child(page.says))
                    .child(el("h3").class("h-small").child(say!(words, "budget-rule-title")))
                    .child(terms(page.rule))
                    .child(el("p").class("meta").child(page.rule_says))
                    .child(match page.ballot {
                        Some(list) => ballot(list, &words).html(),
                        None => el("p").class("flag").child(say!(words, "budget-no-ballot")).html(),
                    }),
            ),
        page.delivery.map(|list| band("delivery", say!(words, "budget-delivery"), None, delivery(list))),
        band(
            "ideas",
            say!(words, "budget-ideas"),
            None,
            el("div")
                .class("stack")
                .child(el("p").child(page.ideas_says))
                .child((!page.ideas.is_empty()).then(|| ideas(page.ideas, &words))),
        ),
    )
}

/// A table that scrolls by itself where it has no room.
fn scrolling(name: String, heads: Html, body: Html, class: &'static str, words: &Catalog) -> impl Piece + use<> {
    let region = say!(words, "table-region", name = &name);
    el("div").class("scroll").attr("tabindex", "0").attr("role", "region").attr("aria-label", region).child(
        el("table")
            .class(class)
            .child(el("caption").class("vh").child(name))
            .child(el("thead").child(el("tr").child(heads)))
            .child(el("tbody").child(body)),
    )
}

fn head(column: String) -> impl Piece {
    el("th").attr("scope", "col").child(column)
}

fn number_head(column: String) -> impl Piece {
    el("th").attr("scope", "col").class("n").child(column)
}

fn money(money: Money, words: &Catalog) -> impl Piece + use<> {
    let stretch = |(part, Stretch { x, width }): (MoneyPart, Stretch)| {
        let class = match part {
            MoneyPart::Spent => "mbar__spent",
            MoneyPart::Given => "mbar__given",
            MoneyPart::Left => "mbar__left",
        };
        let rect = svg("rect").class(class).attr("x", percent(x)).attr("width", percent(width));
        rect.attr("y", 1.0).attr("height", 22.0)
    };
    // The table below says all that the bar shows.
    let bar = (!money.bar.is_empty()).then(|| {
        svg("svg")
            .class("mbar")
            .attr("height", "24")
            .attr("aria-hidden", "true")
            .attr("focusable", "false")
            .child(money.bar.into_iter().map(stretch).collect::<Html>())
    });
    let row = |row: MoneyRow| {
        let key = row.part.map(|part| match part {
            MoneyPart::Spent => "mkey mkey--spent",
            MoneyPart::Given => "mkey mkey--given",
            MoneyPart::Left => "mkey mkey--left",
        });
        let key = key.map(|class| el("span").class(class).attr("aria-hidden", "true"));
        el("tr")
            .child(el("th").attr("scope", "row").child(key).child(row.label))
            .child(el("td").class("n").child(row.amount))
    };
    let heads = (head(say!(words, "budget-column-what")), number_head(say!(words, "budget-column-amount"))).html();
    let body = money.rows.into_iter().map(row).collect();
    let note = |note: Phrase| el("p").class("meta").child(said(note));
    el("div")
        .class("stack")
        .child(el("p").class("lead").child(money.says))
        .child(bar)
        .child(scrolling(say!(words, "budget-money-title"), heads, body, "data data--narrow", words))
        .child(money.notes.into_iter().map(note).collect::<Html>())
}

fn ballot(ballot: Ballot, words: &Catalog) -> impl Piece + use<> {
    let Ballot { caption, has_votes, has_points, rows, cut, mixed } = ballot;
    let heads = (
        number_head(say!(words, "budget-column-place")),
        head(say!(words, "budget-column-project")),
        has_votes.then(|| number_head(say!(words, "budget-column-votes"))),
        has_points.then(|| number_head(say!(words, "budget-column-points"))),
        number_head(say!(words, "budget-column-cost")),
        head(say!(words, "budget-column-state")),
    )
        .html();
    let columns = match (has_votes, has_points) {
        (true, true) => "6",
        (false, false) => "4",
        _ => "5",
    };
    let (cut_at, cut) = cut.unzip();
    let mut line = cut.map(|says| {
        el("tr")
            .class("pbcut")
            .child(el("td").attr("colspan", columns).child(el("span").class("pbcut__says").child(says)))
    });
    let row = |(at, row): (usize, BallotRow)| {
        let line = if cut_at == Some(at) { line.take() } else { None };
        let votes = has_votes.then(|| el("td").class("n").child(row.votes).child(tenths(row.tenths)));
        let reason = row.reason.map(|reason| el("span").class("meta log__note").child(said(reason)));
        let activity = row.activity.map(|link| el("span").class("meta log__note").child(link_to(link)));
        let line_below = el("tr")
            .attr("id", row.id)
            .child(el("td").class("n").child(row.place))
            .child(
                el("th")
                    .attr("scope", "row")
                    .child(said(row.title))
                    .child(row.summary.map(|text| el("span").class("meta log__note").child(said(text)))),
            )
            .child(votes)
            .child(has_points.then(|| el("td").class("n").child(row.points)))
            .child(el("td").class("n").child(row.cost))
            .child(el("td").child(state(row.state)).child(reason).child(activity));
        (line, line_below).html()
    };
    let body = rows.into_iter().enumerate().map(row).collect();
    (
        el("h3").class("h-small").child(caption.clone()),
        scrolling(caption, heads, body, "data data--ballot", words),
        mixed.map(|mixed| el("p").child(mixed)),
    )
}

fn delivery(delivery: Delivery) -> impl Piece {
    let project = |project: Project| {
        el("li")
            .child(el("h3").class("h-item").child(link_to(project.title)))
            .child(el("p").child(state(project.state)))
            .child(project.reason.map(|reason| el("p").class("meta").child(said(reason))))
            .child(step_list(project.steps))
    };
    el("div")
        .class("stack")
        .child(el("p").class("lead").child(delivery.says).child(" ").child(delivery.took))
        .child(delivery.silent.map(|silent| el("p").class("flag").child(silent)))
        .child(
            el("ul")
                .class("plain")
                .attr("role", "list")
                .child(delivery.projects.into_iter().map(project).collect::<Html>()),
        )
}

fn ideas(ideas: Vec<Idea>, words: &Catalog) -> impl Piece + use<> {
    let merged = say!(words, "budget-merged-into");
    let row = |idea: Idea| {
        let into =
            idea.merged.map(|link| el("span").class("log__note").child(merged.clone()).child(" ").child(link_to(link)));
        el("tr")
            .attr("id", idea.id)
            .child(
                el("th")
                    .attr("scope", "row")
                    .child(said(idea.title))
                    .child(idea.summary.map(|text| el("span").class("meta log__note").child(said(text)))),
            )
            .child(el("td").child(state(idea.state)))
            .child(el("td").child(said(idea.reason)).child(into))
            .child(el("td").class("n").child(idea.cost))
    };
    let heads = (
        head(say!(words, "budget-column-idea")),
        head(say!(words, "budget-column-state")),
        head(say!(words, "budget-column-why")),
        number_head(say!(words, "budget-column-cost")),
    )
        .html();
    scrolling(say!(words, "budget-ideas"), heads, ideas.into_iter().map(row).collect(), "data data--ballot", words)
}

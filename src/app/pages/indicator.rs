//! The page of an indicator.

use leptos::prelude::*;

use crate::app::charts::line_figure;
use crate::app::html::{Html, Piece, el, live};
use crate::app::parts::{band, crumbs, link_list, link_to, said, verdict};
use crate::app::{use_query, use_shown};
use crate::present::indicator::{
    Cell, ChartPart, Column, Curve, GroupRow, GroupTable, IndicatorPage, SourceNote, Table, TableRow, TargetRow, View,
    chart_part,
};
use crate::present::standing::Fact;
use crate::present::{Link, Phrase};
use crate::words::{Catalog, say};

/// The page of an indicator.
pub fn indicator_view(page: IndicatorPage) -> impl Piece {
    let shown = use_shown();
    let words = shown.words.clone();
    let query = use_query();
    let id = page.id.clone();
    let chart = move || query.with(|query| chart_part(&shown.context(), &id, query).map(part_view));
    let fact = |(label, value): (String, Phrase)| el("div").add(el("dt").add(label)).add(el("dd").add(said(value)));
    let download = page.csv.clone().map(|href| {
        el("p")
            .class("meta")
            .add(el("a").attr("href", href).attr("download", "").add(say!(words, "indicator-download")))
    });
    let (groups, targets) = (groups(page.groups, &words).html(), targets(page.targets, &words).html());
    let sources = sources(page.definition, page.caveats, page.sources, &words).html();
    (
        el("div")
            .class("wrap pagehead pagehead--measure")
            .add(crumbs(say!(words, "nav-here"), page.crumbs))
            .add(el("h1").attr("tabindex", "-1").add(said(page.headline)))
            .add(page.more.into_iter().map(|sentence| el("p").class("lead").add(sentence)).collect::<Html>())
            .add(el("p").class("soft").add(said(page.summary)))
            .add(
                el("dl")
                    .class("strip")
                    .add(
                        el("div")
                            .add(el("dt").add(say!(words, "fact-standing")))
                            .add(el("dd").add(verdict(page.verdict))),
                    )
                    .add(page.facts.into_iter().map(fact).collect::<Html>()),
            ),
        el("section").class("wrap chartsec").attr("aria-labelledby", "chart").add(live(chart)).add(download),
        standing(page.standing, page.method, &words),
        groups,
        targets,
        (!page.activities.is_empty()).then(|| {
            band(
                "contributors",
                say!(words, "indicator-contributors"),
                Some(say!(words, "indicator-contributors-note")),
                link_list(page.activities),
            )
        }),
        band("sources", say!(words, "indicator-sources"), None, sources),
        (!page.related.is_empty())
            .then(|| band("related", say!(words, "indicator-related"), None, link_list(page.related))),
    )
}

/// The separate facts, each with its sum.
fn standing(facts: Vec<Fact>, method: Link, words: &Catalog) -> impl Piece + use<> {
    let sum_label = say!(words, "facts-sum");
    let row = |(name, value): (String, String)| (el("dt").add(name), el("dd").add(value));
    let one = |fact: Fact| {
        let sum = (!fact.inputs.is_empty() || !fact.rule.is_empty()).then(|| {
            let lines = fact.formula.into_iter().map(|line| el("span").class("formula__line").add(line));
            let formula = lines.collect::<Vec<_>>();
            el("details")
                .class("sum")
                // Each of these summaries has a name of its own, although the same words stand in it.
                .add(
                    el("summary")
                        .add(sum_label.clone())
                        .add(el("span").class("vh").add(": ").add(fact.question.clone())),
                )
                .add(
                    el("div")
                        .class("sum__body")
                        .add(
                            (!fact.inputs.is_empty())
                                .then(|| el("dl").add(fact.inputs.into_iter().map(row).collect::<Html>())),
                        )
                        .add((!formula.is_empty()).then(|| el("p").class("formula").add(formula)))
                        .add((!fact.rule.is_empty()).then(|| el("p").add(fact.rule))),
                )
        });
        let says = fact.says.into_iter().map(|sentence| (" ", sentence)).collect::<Html>();
        el("div")
            .class("fact")
            .attr("id", fact.id)
            .add(el("h3").add(fact.question))
            .add(el("p").class("fact__say").add(el("b").add(fact.verdict).add(".")).add(says))
            .add(sum)
    };
    el("section")
        .class("wrap band")
        .attr("aria-labelledby", "facts")
        .add(
            el("div")
                .class("band__rail")
                .add(el("h2").attr("id", "facts").class("label").add(say!(words, "facts-title")))
                .add(el("p").class("meta").add(say!(words, "facts-note")).add(" ").add(link_to(method))),
        )
        .add(el("div").class("band__main facts").add(facts.into_iter().map(one).collect::<Html>()))
}

fn part_view(part: ChartPart) -> impl Piece {
    let view_link = |(at, choice): (usize, View)| {
        let current = choice.current.then_some("true");
        el("a")
            .attr("id", format!("view-{at}"))
            .attr("href", choice.href)
            .attr("aria-current", current)
            .attr("lang", choice.label.lang)
            .add(choice.label.text)
    };
    let views = (!part.views.is_empty()).then(|| {
        el("nav")
            .class("tools needs-script")
            .attr("aria-label", part.views_label)
            .add(part.views.into_iter().enumerate().map(view_link).collect::<Html>())
    });
    match part.curve {
        Some(curve) => (views, figure(curve).html()).html(),
        None => el("h2").attr("id", "chart").class("fig__say").add(part.not_measured).html(),
    }
}

fn figure(curve: Curve) -> impl Piece {
    let title = curve.title.text.clone();
    el("figure")
        .class("fig")
        .add(
            el("figcaption")
                .class("fig__head")
                .add(el("h2").attr("id", "chart").class("fig__title").add(said(curve.title)))
                .add(el("p").class("meta").add(curve.subtitle)),
        )
        .add(line_figure(curve.chart, title, curve.description, "curve"))
        .add(el("details").class("more").add(el("summary").add(curve.show_table)).add(table(curve.table).html()))
}

fn remarks(all: Vec<Phrase>) -> impl Piece {
    let one = |(at, text): (usize, Phrase)| ((at > 0).then_some("; "), said(text));
    all.into_iter().enumerate().map(one).collect::<Html>()
}

fn table(table: Table) -> impl Piece {
    let words = use_shown().words;
    let head = |column: Column| el("th").attr("scope", "col").class("n").add(said(column.name));
    let (counts, notes) = (table.has_counts, table.has_notes);
    let cell = |cell: Cell| {
        let class = if cell.known { "n" } else { "n soft" };
        el("td").class(class).add(cell.text)
    };
    let row = move |row: TableRow| {
        el("tr")
            .add(el("th").attr("scope", "row").add(row.period))
            .add(row.cells.into_iter().map(cell).collect::<Html>())
            .add(counts.then(|| el("td").class("n").add(row.count)))
            .add(notes.then(|| el("td").add(remarks(row.remarks))))
    };
    let caption = table.caption.text.clone();
    el("div").class("scroll").attr("tabindex", "0").attr("role", "region").attr("aria-label", caption).add(
        el("table")
            .class("data")
            .add(el("caption").add(said(table.caption)).add(el("span").class("meta").add(table.unit)))
            .add(
                el("thead").add(
                    el("tr")
                        .add(el("th").attr("scope", "col").add(say!(words, "table-period")))
                        .add(table.columns.into_iter().map(head).collect::<Html>())
                        .add(counts.then(|| el("th").attr("scope", "col").class("n").add(say!(words, "table-count"))))
                        .add(notes.then(|| el("th").attr("scope", "col").add(say!(words, "table-note")))),
                ),
            )
            .add(el("tbody").add(table.rows.into_iter().map(row).collect::<Html>())),
    )
}

fn groups(tables: Vec<GroupTable>, words: &Catalog) -> impl Piece + use<> {
    let change = say!(words, "table-change");
    let (title, note) = (say!(words, "indicator-groups"), say!(words, "indicator-groups-note"));
    let not_counted = say!(words, "group-not-counted");
    (!tables.is_empty()).then(|| {
        let tables = tables.into_iter().map(move |table| group_table(table, change.clone(), not_counted.clone()));
        band("groups", title, Some(note), el("div").class("stack-l").add(tables.collect::<Html>()))
    })
}

fn group_table(table: GroupTable, change: String, not_counted: String) -> impl Piece {
    let has_baseline = table.rows.iter().any(|row| !row.baseline.is_empty());
    let row = move |row: GroupRow| {
        let latest = if row.withheld {
            el("td").class("n").add(el("span").class("withheld").add(row.latest)).html()
        } else {
            el("td").class("n").add(row.latest).html()
        };
        el("tr")
            .add(
                el("th")
                    .attr("scope", "row")
                    .add(said(row.name))
                    .add(row.definition.map(|text| el("span").class("meta log__note").add(said(text)))),
            )
            .add(has_baseline.then(|| el("td").class("n").add(row.baseline)))
            .add(latest)
            .add(has_baseline.then(|| el("td").class("n").add(row.change)))
    };
    let not = |(label, why): (Phrase, Phrase)| el("li").add(said(label)).add(": ").add(said(why));
    let name = table.title.text.clone();
    el("div")
        .add(
            el("div").class("scroll").attr("tabindex", "0").attr("role", "region").attr("aria-label", name).add(
                el("table")
                    .class("data")
                    .add(el("caption").class("h-small").add(said(table.title)))
                    .add(
                        el("thead").add(
                            el("tr")
                                .add(el("td"))
                                .add(has_baseline.then(|| el("th").attr("scope", "col").class("n").add(table.from)))
                                .add(el("th").attr("scope", "col").class("n").add(table.to))
                                .add(has_baseline.then(|| el("th").attr("scope", "col").class("n").add(change))),
                        ),
                    )
                    .add(el("tbody").add(table.rows.into_iter().map(row).collect::<Html>())),
            ),
        )
        .add((!table.not_collected.is_empty()).then(|| {
            (
                el("p").class("meta").add(not_counted),
                el("ul").class("meta").add(table.not_collected.into_iter().map(not).collect::<Html>()),
            )
        }))
}

fn targets(rows: Vec<TargetRow>, words: &Catalog) -> impl Piece + use<> {
    let (title, note) = (say!(words, "indicator-targets"), say!(words, "indicator-targets-note"));
    (!rows.is_empty()).then(|| {
        let row = |row: TargetRow| {
            let says = if row.replaced { el("s").add(row.says).html() } else { row.says.html() };
            el("li").add(says).add(row.why.map(|why| el("span").class("meta").add(said(why))))
        };
        band(
            "targets",
            title,
            Some(note),
            el("ul").class("plain").attr("role", "list").add(rows.into_iter().map(row).collect::<Html>()),
        )
    })
}

fn sources(definition: Phrase, caveats: Vec<Phrase>, sources: Vec<SourceNote>, words: &Catalog) -> impl Piece + use<> {
    let (label_source, label_limits) = (say!(words, "table-source"), say!(words, "source-limitations"));
    let (label_method, label_license) = (say!(words, "source-method"), say!(words, "source-license"));
    let label_retrieved = say!(words, "source-retrieved");
    let source = move |note: SourceNote| {
        let title = note.title.text;
        let title = match note.url {
            Some(url) => el("a")
                .attr("href", url)
                .attr("lang", note.title.lang)
                .attr("rel", "noopener noreferrer")
                .add(title)
                .html(),
            None => el("span").attr("lang", note.title.lang).add(title).html(),
        };
        (
            el("div")
                .add(el("dt").add(label_source.clone()))
                .add(el("dd").add(title).add(". ").add(said(note.publisher))),
            note.retrieved.map(|on| el("div").add(el("dt").add(label_retrieved.clone())).add(el("dd").add(on))),
            note.license.map(|text| el("div").add(el("dt").add(label_license.clone())).add(el("dd").add(said(text)))),
            note.method.map(|text| el("div").add(el("dt").add(label_method.clone())).add(el("dd").add(said(text)))),
            el("div").add(el("dt").add(label_limits.clone())).add(el("dd").add(said(note.limitations))),
        )
    };
    let caveat = |text: Phrase| el("li").add(said(text));
    let known = (!caveats.is_empty()).then(|| {
        el("div")
            .add(el("dt").add(say!(words, "indicator-caveats")))
            .add(el("dd").add(el("ul").add(caveats.into_iter().map(caveat).collect::<Html>())))
    });
    el("dl")
        .class("defs")
        .add(el("div").add(el("dt").add(say!(words, "indicator-definition"))).add(el("dd").add(said(definition))))
        .add(known)
        .add(sources.into_iter().map(source).collect::<Html>())
}

//! The page of an indicator.

mod figure;
mod story;
mod table;

pub use figure::file_of;
pub(super) use figure::picture_view;
pub(super) use table::table;

use leptos::prelude::*;

use super::facts::standing;
use crate::app::html::{Html, Piece, el, live};
use crate::app::parts::{band, crumbs, link_list, link_to, said, verdict};
use crate::app::share::share;
use crate::app::{use_query, use_shown};
use crate::present::indicator::{Contributor, GroupRow, GroupTable, IndicatorPage, SourceNote, TargetRow, chart_part};
use crate::present::{Link, Phrase};
use crate::words::{Catalog, say};

/// The page of an indicator.
pub fn indicator_view(page: IndicatorPage) -> impl Piece {
    let shown = use_shown();
    let words = shown.words.clone();
    let query = use_query();
    let id = page.id.clone();
    let chart = move || {
        query.with(|query| chart_part(&shown.context(), &id, query).map(|part| figure::part_view(part, id.clone())))
    };
    let fact =
        |(label, value): (String, Phrase)| el("div").child(el("dt").child(label)).child(el("dd").child(said(value)));
    let download = page.csv.clone().map(|href| {
        el("p")
            .class("meta without-script")
            .child(el("a").attr("href", href).attr("download", "").child(say!(words, "indicator-download")))
    });
    let (groups, targets) = (groups(page.groups, &words).html(), targets(page.targets, &words).html());
    let story = story::story(page.story, &words).html();
    let sources = (upkeep(page.upkeep), sources(page.definition, page.caveats, page.sources, &words)).html();
    (
        el("div")
            .class("wrap pagehead pagehead--measure")
            .child(crumbs(say!(words, "nav-here"), page.crumbs))
            .child(el("h1").attr("tabindex", "-1").child(said(page.headline)))
            .child(page.more.into_iter().map(|sentence| el("p").class("lead").child(sentence)).collect::<Html>())
            .child(el("p").class("soft").child(said(page.summary)))
            .child(
                el("dl")
                    .class("strip")
                    .child(
                        el("div")
                            .child(el("dt").child(say!(words, "fact-standing")))
                            .child(el("dd").child(verdict(page.verdict))),
                    )
                    .child(page.facts.into_iter().map(fact).collect::<Html>()),
            ),
        el("section")
            .class("wrap chartsec")
            .attr("aria-labelledby", "chart")
            .child(live(chart))
            .child(download)
            .child(page.earlier.map(|link| el("p").class("meta").child(link_to(link))))
            .child(page.share.map(share)),
        standing(page.standing, page.method, &words),
        groups,
        story,
        targets,
        (!page.contributors.is_empty()).then(|| {
            band(
                "contributors",
                say!(words, "indicator-contributors"),
                Some(say!(words, "indicator-contributors-note")),
                contributors(page.contributors, &words),
            )
        }),
        band("sources", say!(words, "indicator-sources"), None, sources),
        (!page.related.is_empty())
            .then(|| band("related", say!(words, "indicator-related"), None, link_list(page.related))),
    )
}

fn groups(tables: Vec<GroupTable>, words: &Catalog) -> impl Piece + use<> {
    let change = say!(words, "table-change");
    let (title, note) = (say!(words, "indicator-groups"), say!(words, "indicator-groups-note"));
    let not_counted = say!(words, "group-not-counted");
    (!tables.is_empty()).then(|| {
        let tables = tables.into_iter().map(move |table| group_table(table, change.clone(), not_counted.clone()));
        band("groups", title, Some(note), el("div").class("stack-l").child(tables.collect::<Html>()))
    })
}

fn group_table(table: GroupTable, change: String, not_counted: String) -> impl Piece {
    let has_baseline = table.rows.iter().any(|row| !row.baseline.is_empty());
    let row = move |row: GroupRow| {
        let latest = if row.withheld {
            el("td").class("n").child(el("span").class("withheld").child(row.latest)).html()
        } else {
            el("td").class("n").child(row.latest).html()
        };
        el("tr")
            .child(
                el("th")
                    .attr("scope", "row")
                    .child(said(row.name))
                    .child(row.definition.map(|text| el("span").class("meta log__note").child(said(text)))),
            )
            .child(has_baseline.then(|| el("td").class("n").child(row.baseline)))
            .child(latest)
            .child(has_baseline.then(|| el("td").class("n").child(row.change)))
    };
    let not = |(label, why): (Phrase, Phrase)| el("li").child(said(label)).child(": ").child(said(why));
    let name = table.title.text.clone();
    el("div")
        .child(
            el("div").class("scroll").attr("tabindex", "0").attr("role", "region").attr("aria-label", name).child(
                el("table")
                    .class("data")
                    .child(el("caption").class("h-small").child(said(table.title)))
                    .child(
                        el("thead").child(
                            el("tr")
                                .child(el("td"))
                                .child(has_baseline.then(|| el("th").attr("scope", "col").class("n").child(table.from)))
                                .child(el("th").attr("scope", "col").class("n").child(table.to))
                                .child(has_baseline.then(|| el("th").attr("scope", "col").class("n").child(change))),
                        ),
                    )
                    .child(el("tbody").child(table.rows.into_iter().map(row).collect::<Html>())),
            ),
        )
        .child((!table.not_collected.is_empty()).then(|| {
            (
                el("p").class("meta").child(not_counted),
                el("ul").class("meta").child(table.not_collected.into_iter().map(not).collect::<Html>()),
            )
        }))
}

fn targets(rows: Vec<TargetRow>, words: &Catalog) -> impl Piece + use<> {
    let (title, note) = (say!(words, "indicator-targets"), say!(words, "indicator-targets-note"));
    (!rows.is_empty()).then(|| {
        let row = |row: TargetRow| {
            let says = if row.replaced { el("s").child(row.says).html() } else { row.says.html() };
            let stands = row.stands.map(|stands| {
                el("span").class("target__stands").child(verdict(stands.verdict)).child(" ").child(stands.says)
            });
            el("li").child(says).child(stands).child(row.why.map(|why| el("span").class("meta").child(said(why))))
        };
        band(
            "targets",
            title,
            Some(note),
            el("ul").class("plain").attr("role", "list").child(rows.into_iter().map(row).collect::<Html>()),
        )
    })
}

fn contributors(all: Vec<Contributor>, words: &Catalog) -> impl Piece + use<> {
    let head = |name: String| el("th").attr("scope", "col").child(name);
    let row = |one: Contributor| {
        let with = one.with.into_iter().enumerate().map(|(at, link)| ((at > 0).then_some(", "), link_to(link)));
        el("tr")
            .child(el("th").attr("scope", "row").child(link_to(one.activity)))
            .child(el("td").child(one.status))
            .child(el("td").child(one.lead.map(link_to)))
            .child(el("td").child(with.collect::<Html>()))
            .child(el("td").child(said(one.reached)))
    };
    let name = say!(words, "indicator-contributors");
    let columns = [
        say!(words, "column-activity"),
        say!(words, "column-status"),
        say!(words, "column-lead"),
        say!(words, "column-with"),
        say!(words, "column-reached"),
    ];
    el("div")
        .class("scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", say!(words, "table-region", name = &name))
        .child(
            el("table")
                .class("data")
                .child(el("caption").class("vh").child(name))
                .child(el("thead").child(el("tr").child(columns.into_iter().map(head).collect::<Html>())))
                .child(el("tbody").child(all.into_iter().map(row).collect::<Html>())),
        )
}

fn upkeep(all: Vec<(String, Link)>) -> impl Piece {
    let one = |(label, link): (String, Link)| {
        let says = if link.href.is_empty() { said(link.label).html() } else { link_to(link).html() };
        el("div").child(el("dt").child(label)).child(el("dd").child(says))
    };
    el("dl").class("defs").child(all.into_iter().map(one).collect::<Html>())
}

fn sources(definition: Phrase, caveats: Vec<Phrase>, sources: Vec<SourceNote>, words: &Catalog) -> impl Piece + use<> {
    let (label_source, label_limits) = (say!(words, "table-source"), say!(words, "source-limitations"));
    let (label_method, label_license) = (say!(words, "source-method"), say!(words, "source-license"));
    let label_retrieved = say!(words, "source-retrieved");
    let source = move |note: SourceNote| {
        let title = note.title.text;
        let title = match note.url {
            Some(url) => {
                el("a").attr("href", url).lang(note.title.lang).attr("rel", "noopener noreferrer").child(title).html()
            }
            None => el("span").lang(note.title.lang).child(title).html(),
        };
        (
            el("div")
                .child(el("dt").child(label_source.clone()))
                .child(el("dd").child(title).child(". ").child(said(note.publisher))),
            note.retrieved.map(|on| el("div").child(el("dt").child(label_retrieved.clone())).child(el("dd").child(on))),
            note.license
                .map(|text| el("div").child(el("dt").child(label_license.clone())).child(el("dd").child(said(text)))),
            note.method
                .map(|text| el("div").child(el("dt").child(label_method.clone())).child(el("dd").child(said(text)))),
            el("div").child(el("dt").child(label_limits.clone())).child(el("dd").child(said(note.limitations))),
        )
    };
    let caveat = |text: Phrase| el("li").child(said(text));
    let known = (!caveats.is_empty()).then(|| {
        el("div")
            .child(el("dt").child(say!(words, "indicator-caveats")))
            .child(el("dd").child(el("ul").child(caveats.into_iter().map(caveat).collect::<Html>())))
    });
    el("dl")
        .class("defs")
        .child(
            el("div")
                .child(el("dt").child(say!(words, "indicator-definition")))
                .child(el("dd").child(said(definition))),
        )
        .child(known)
        .child(sources.into_iter().map(source).collect::<Html>())
}

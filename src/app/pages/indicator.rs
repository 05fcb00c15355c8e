//! The page of an indicator.

use leptos::prelude::*;

use crate::app::charts::LineFigure;
use crate::app::parts::{Band, Crumbs, LinkList, Said};
use crate::app::{use_query, use_shown};
use crate::present::Phrase;
use crate::present::indicator::{
    Cell, ChartPart, Column, Curve, GroupRow, GroupTable, IndicatorPage, SourceNote, Table, TableRow, TargetRow, View,
    chart_part,
};
use crate::words::{Catalog, say};

/// The page of an indicator.
#[component]
pub fn IndicatorView(
    /// What it says.
    page: IndicatorPage,
) -> impl IntoView {
    let shown = use_shown();
    let words = shown.words.clone();
    let query = use_query();
    let id = page.id.clone();
    let chart = move || query.with(|query| chart_part(&shown.context(), &id, query).map(part_view));
    let fact = |(label, value): (String, Phrase)| view! { <div><dt>{label}</dt><dd><Said phrase=value/></dd></div> };
    let download = page.csv.clone().map(|href| {
        view! { <p class="meta"><a href=href download="">{say!(words, "indicator-download")}</a></p> }
    });
    let (groups, targets) = (groups(page.groups, &words).into_any(), targets(page.targets, &words).into_any());
    let sources = sources(page.definition, page.caveats, page.sources, &words).into_any();
    view! {
        <div class="wrap pagehead pagehead--measure">
            <Crumbs label=say!(words, "nav-here") links=page.crumbs/>
            <h1 tabindex="-1"><Said phrase=page.headline/></h1>
            {page.more.into_iter().map(|sentence| view! { <p class="lead">{sentence}</p> }).collect_view()}
            <p class="soft"><Said phrase=page.summary /></p>
            <dl class="strip">{page.facts.into_iter().map(fact).collect_view()}</dl>
        </div>
        <section class="wrap chartsec" aria-labelledby="chart">
            {chart}
            {download}
        </section>
        {groups}
        {targets}
        {(!page.activities.is_empty()).then(|| view! {
            <Band id="contributors" title=say!(words, "indicator-contributors") note=say!(words, "indicator-contributors-note")>
                <LinkList links=page.activities/>
            </Band>
        })}
        <Band id="sources" title=say!(words, "indicator-sources")>
            {sources}
        </Band>
        {(!page.related.is_empty()).then(|| view! {
            <Band id="related" title=say!(words, "indicator-related")><LinkList links=page.related/></Band>
        })}
    }
}

fn part_view(part: ChartPart) -> impl IntoView {
    let view_link = |(at, choice): (usize, View)| {
        let current = choice.current.then_some("true");
        view! { <a id=format!("view-{at}") href=choice.href aria-current=current lang=choice.label.lang>{choice.label.text}</a> }
    };
    let views = (!part.views.is_empty()).then(|| {
        view! {
            <nav class="tools needs-script" aria-label=part.views_label>
                {part.views.into_iter().enumerate().map(view_link).collect_view()}
            </nav>
        }
    });
    match part.curve {
        Some(curve) => view! { {views} {figure(curve).into_any()} }.into_any(),
        None => view! { <h2 id="chart" class="fig__say">{part.not_measured}</h2> }.into_any(),
    }
}

fn figure(curve: Curve) -> impl IntoView {
    let title = curve.title.text.clone();
    view! {
        <figure class="fig">
            <figcaption class="fig__head">
                <h2 id="chart" class="fig__title"><Said phrase=curve.title/></h2>
                <p class="meta">{curve.subtitle}</p>
            </figcaption>
            {view! { <LineFigure chart=curve.chart title=title description=curve.description id="curve"/> }.into_any()}
            <details class="more">
                <summary>{curve.show_table}</summary>
                {table(curve.table).into_any()}
            </details>
        </figure>
    }
}

fn remarks(all: Vec<Phrase>) -> impl IntoView {
    let one = |(at, text): (usize, Phrase)| view! { {(at > 0).then_some("; ")} <Said phrase=text/> };
    all.into_iter().enumerate().map(one).collect_view()
}

fn table(table: Table) -> impl IntoView {
    let words = use_shown().words;
    let head = |column: Column| view! { <th scope="col" class="n"><Said phrase=column.name/></th> };
    let (counts, notes) = (table.has_counts, table.has_notes);
    let cell = |cell: Cell| {
        let class = if cell.known { "n" } else { "n soft" };
        view! { <td class=class>{cell.text}</td> }
    };
    let row = move |row: TableRow| {
        view! {
            <tr>
                <th scope="row">{row.period}</th>
                {row.cells.into_iter().map(cell).collect_view()}
                {counts.then(|| view! { <td class="n">{row.count}</td> })}
                {notes.then(|| view! { <td>{remarks(row.remarks)}</td> })}
            </tr>
        }
    };
    let caption = table.caption.text.clone();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=caption>
            <table class="data">
                <caption><Said phrase=table.caption/> <span class="meta">{table.unit}</span></caption>
                <thead>
                    <tr>
                        <th scope="col">{say!(words, "table-period")}</th>
                        {table.columns.into_iter().map(head).collect_view()}
                        {counts.then(|| view! { <th scope="col" class="n">{say!(words, "table-count")}</th> })}
                        {notes.then(|| view! { <th scope="col">{say!(words, "table-note")}</th> })}
                    </tr>
                </thead>
                <tbody>{table.rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

fn groups(tables: Vec<GroupTable>, words: &Catalog) -> impl IntoView + use<> {
    let change = say!(words, "table-change");
    let (title, note) = (say!(words, "indicator-groups"), say!(words, "indicator-groups-note"));
    let not_counted = say!(words, "group-not-counted");
    (!tables.is_empty()).then(|| {
        let tables = tables.into_iter().map(move |table| group_table(table, change.clone(), not_counted.clone()));
        view! { <Band id="groups" title=title note=note><div class="stack-l">{tables.collect_view()}</div></Band> }
    })
}

fn group_table(table: GroupTable, change: String, not_counted: String) -> impl IntoView {
    let has_baseline = table.rows.iter().any(|row| !row.baseline.is_empty());
    let row = move |row: GroupRow| {
        let latest = if row.withheld {
            view! { <td class="n"><span class="withheld">{row.latest}</span></td> }.into_any()
        } else {
            view! { <td class="n">{row.latest}</td> }.into_any()
        };
        view! {
            <tr>
                <th scope="row">
                    <Said phrase=row.name/>
                    {row.definition.map(|text| view! { <span class="meta log__note"><Said phrase=text/></span> })}
                </th>
                {has_baseline.then(|| view! { <td class="n">{row.baseline}</td> })}
                {latest}
                {has_baseline.then(|| view! { <td class="n">{row.change}</td> })}
            </tr>
        }
    };
    let not = |(label, why): (Phrase, Phrase)| view! { <li><Said phrase=label/> ": " <Said phrase=why/></li> };
    let name = table.title.text.clone();
    view! {
        <div>
            <div class="scroll" tabindex="0" role="region" aria-label=name>
                <table class="data">
                    <caption class="h-small"><Said phrase=table.title/></caption>
                    <thead>
                        <tr>
                            <td></td>
                            {has_baseline.then(|| view! { <th scope="col" class="n">{table.from}</th> })}
                            <th scope="col" class="n">{table.to}</th>
                            {has_baseline.then(|| view! { <th scope="col" class="n">{change}</th> })}
                        </tr>
                    </thead>
                    <tbody>{table.rows.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
            {(!table.not_collected.is_empty()).then(|| view! {
                <p class="meta">{not_counted}</p>
                <ul class="meta">{table.not_collected.into_iter().map(not).collect_view()}</ul>
            })}
        </div>
    }
}

fn targets(rows: Vec<TargetRow>, words: &Catalog) -> impl IntoView + use<> {
    let (title, note) = (say!(words, "indicator-targets"), say!(words, "indicator-targets-note"));
    (!rows.is_empty()).then(|| {
        let row = |row: TargetRow| {
            let says = if row.replaced { view! { <s>{row.says}</s> }.into_any() } else { row.says.into_any() };
            view! { <li>{says} {row.why.map(|why| view! { <span class="meta"><Said phrase=why/></span> })}</li> }
        };
        view! {
            <Band id="targets" title=title note=note>
                <ul class="plain" role="list">{rows.into_iter().map(row).collect_view()}</ul>
            </Band>
        }
    })
}

fn sources(
    definition: Phrase,
    caveats: Vec<Phrase>,
    sources: Vec<SourceNote>,
    words: &Catalog,
) -> impl IntoView + use<> {
    let (label_source, label_limits) = (say!(words, "table-source"), say!(words, "source-limitations"));
    let (label_method, label_license) = (say!(words, "source-method"), say!(words, "source-license"));
    let label_retrieved = say!(words, "source-retrieved");
    let source = move |note: SourceNote| {
        let title = note.title.text;
        let title = match note.url {
            Some(url) => view! { <a href=url lang=note.title.lang rel="noopener noreferrer">{title}</a> }.into_any(),
            None => view! { <span lang=note.title.lang>{title}</span> }.into_any(),
        };
        view! {
            <div><dt>{label_source.clone()}</dt><dd>{title} ". " <Said phrase=note.publisher/></dd></div>
            {note.retrieved.map(|on| view! { <div><dt>{label_retrieved.clone()}</dt><dd>{on}</dd></div> })}
            {note.license.map(|text| view! { <div><dt>{label_license.clone()}</dt><dd><Said phrase=text/></dd></div> })}
            {note.method.map(|text| view! { <div><dt>{label_method.clone()}</dt><dd><Said phrase=text/></dd></div> })}
            <div><dt>{label_limits.clone()}</dt><dd><Said phrase=note.limitations/></dd></div>
        }
    };
    let caveat = |text: Phrase| view! { <li><Said phrase=text/></li> };
    let known = (!caveats.is_empty()).then(|| {
        view! {
            <div>
                <dt>{say!(words, "indicator-caveats")}</dt>
                <dd><ul>{caveats.into_iter().map(caveat).collect_view()}</ul></dd>
            </div>
        }
    });
    view! {
        <dl class="defs">
            <div><dt>{say!(words, "indicator-definition")}</dt><dd><Said phrase=definition/></dd></div>
            {known}
            {sources.into_iter().map(source).collect_view()}
        </dl>
    }
}

//! The data to take away.

use leptos::prelude::*;

use super::method::{terms, text_head};
use crate::app::parts::{Band, LinkTo};
use crate::app::shell::contacts;
use crate::app::use_shown;
use crate::present::data::{DataFile, DataPage, TableFile};
use crate::words::say;

/// The page of the data.
#[component]
pub fn DataView(
    /// What it says.
    page: DataPage,
) -> impl IntoView {
    let words = use_shown().words;
    let file = |file: DataFile| {
        view! { <div><dt><a href=file.href>{file.name}</a></dt><dd>{file.says}</dd></div> }
    };
    let (counts, ask) = (say!(words, "data-counts"), say!(words, "about-ask"));
    let count = |(label, n): (String, String)| view! { <tr><th scope="row">{label}</th><td class="n">{n}</td></tr> };
    view! {
        {text_head(page.title, page.lead.into())}
        <Band id="files" title=say!(words, "data-files")>
            <dl class="defs">{page.files.into_iter().map(file).collect_view()}</dl>
        </Band>
        {(!page.tables.is_empty()).then(|| view! {
            <Band id="tables" title=say!(words, "data-tables") note=say!(words, "data-tables-note")>{tables(page.tables)}</Band>
        })}
        <Band id="use" title=say!(words, "data-use")>
            {page.sample.map(|sample| view! { <p class="flag">{sample}</p> })}
            {terms(page.terms)}
        </Band>
        <Band id="counts" title=counts.clone()>
            <table class="data data--narrow">
                <caption class="vh">{counts}</caption>
                <tbody>{page.counts.into_iter().map(count).collect_view()}</tbody>
            </table>
        </Band>
        <Band id="ask" title=ask>{contacts(page.contacts)}</Band>
    }
}

fn tables(tables: Vec<TableFile>) -> impl IntoView {
    let words = use_shown().words;
    let row = |table: TableFile| {
        view! {
            <tr>
                <th scope="row"><LinkTo link=table.indicator/></th>
                <td>{table.span}</td>
                <td class="n">{table.figures}</td>
                <td><a href=table.href download="" aria-label=table.download>"CSV"</a></td>
            </tr>
        }
    };
    view! {
        <div class="scroll" tabindex="0" role="group" aria-labelledby="tables">
            <table class="data">
                <thead>
                    <tr>
                        <th scope="col">{say!(words, "nav-measures")}</th>
                        <th scope="col">{say!(words, "table-period")}</th>
                        <th scope="col" class="n">{say!(words, "data-figures")}</th>
                        <th scope="col">{say!(words, "data-download")}</th>
                    </tr>
                </thead>
                <tbody>{tables.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

//! The list of all partners.

use leptos::prelude::*;

use super::indicators::{FilterBar, SearchBox};
use super::method::text_head;
use crate::app::parts::{LinkTo, Said};
use crate::app::{use_query, use_shown};
use crate::present::partners::{PartnerList, PartnerRow, PartnersPage, partner_list};
use crate::routes::Page;

/// The list of partners.
#[component]
pub fn PartnersView(
    /// What stands around the list.
    page: PartnersPage,
) -> impl IntoView {
    let shown = use_shown();
    let query = use_query();
    let list = Memo::new(move |_| query.with(|query| partner_list(&shown.context(), query)));
    // Outside of what is drawn anew, so that a change of the number is announced.
    let count = move || list.with(|list| list.count.clone());
    view! {
        {text_head(page.title, page.lead.into())}
        <section class="wrap actsec" aria-labelledby="list-count">
            <h2 id="list-count" class="h-sub"><span role="status">{count}</span></h2>
            <SearchBox label=page.search_label page=Page::Partners/>
            {move || list.with(|list| listed(list.clone()))}
        </section>
    }
}

fn listed(list: PartnerList) -> impl IntoView {
    view! {
        <FilterBar filters=list.filters/>
        <ul role="list">{list.rows.into_iter().map(row).collect_view()}</ul>
        {list.empty.map(|(text, clear, href)| view! { <p class="flag">{text} " " <a href=href>{clear}</a></p> })}
    }
}

fn row(row: PartnerRow) -> impl IntoView {
    view! {
        <li class="act act--two">
            <ul class="meta act__facts" role="list">
                <li>{row.kind}</li>
                <li>{row.activities}</li>
            </ul>
            <div class="act__main">
                <h3><LinkTo link=row.name/></h3>
                {row.status.map(|status| view! { <p class="flag">{status}</p> })}
                <p><Said phrase=row.summary/></p>
                <p class="meta">{row.roles} {row.resident_led.map(|led| view! { " · " {led} })}</p>
            </div>
        </li>
    }
}

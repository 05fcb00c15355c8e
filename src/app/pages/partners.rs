//! The list of all partners.

use leptos::prelude::*;

use super::list::list_page;
use crate::app::parts::{LinkTo, Said};
use crate::app::use_shown;
use crate::present::list::ListPage;
use crate::present::partners::{PartnerRow, partner_list};

/// The list of partners.
pub fn partners_view(page: ListPage) -> AnyView {
    let shown = use_shown();
    let list = move |query: &_| partner_list(&shown.context(), query);
    list_page(page, list, |rows| view! { <ul role="list">{rows.into_iter().map(row).collect_view()}</ul> }.into_any())
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

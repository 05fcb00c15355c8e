//! What stands at an address that no page has.

use leptos::prelude::*;

use crate::app::parts::LinkList;
use crate::present::not_found::NotFoundPage;

/// The page for unknown addresses.
#[component]
pub fn NotFoundView(
    /// What it says.
    page: NotFoundPage,
) -> impl IntoView {
    view! {
        <div class="wrap pagehead">
            <h1 tabindex="-1">{page.title}</h1>
            <p class="lead">{page.text}</p>
            <LinkList links=page.links/>
        </div>
    }
}

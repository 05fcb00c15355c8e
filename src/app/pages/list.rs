//! Lists with search and filters: what is the same on all of them.

use leptos::prelude::*;

use super::method::text_head;
use crate::app::{Hands, use_query, use_shown};
use crate::present::filters::{Filter, FilterOption};
use crate::present::list::{List, ListPage};
use crate::routes::{Page, Query};

/// A page with a list. `list` makes it for a query, `draw` the elements of its rows.
pub(super) fn list_page<Row: 'static>(
    page: ListPage,
    list: impl Fn(&Query) -> List<Row> + Send + Sync + 'static,
    draw: fn(Vec<Row>) -> AnyView,
) -> AnyView {
    let query = use_query();
    // Outside of what is drawn anew, so that a change of the number is announced.
    let count = RwSignal::new(page.count);
    let drawn = move || {
        let List { filters, count: found, rows, empty } = query.with(|query| list(query));
        if count.with_untracked(|before| *before != found) {
            count.set(found);
        }
        view! {
            {filter_bar(filters)}
            {draw(rows)}
            {empty.map(|nothing| view! { <p class="flag">{nothing.says} " " <a href=nothing.href>{nothing.way_out}</a></p> })}
        }
    };
    view! {
        {text_head(page.title, page.lead.into())}
        <section class="wrap actsec" aria-labelledby="list-count">
            <h2 id="list-count" class="h-sub"><span role="status">{count}</span></h2>
            {search_box(page.search_label, page.page)}
            {drawn}
        </section>
    }
    .into_any()
}

/// A search field whose text is in the address. It stands outside of what is drawn anew, so that typing goes on.
fn search_box(label: String, page: Page) -> impl IntoView {
    let shown = use_shown();
    let query = use_query();
    let hands = use_context::<Hands>();
    let typed = move |event: leptos::ev::Event| {
        let with = query.with_untracked(|query| query.with("q", event_target_value(&event).trim_start()));
        if let Some(hands) = hands {
            hands.replace_address.run(shown.context().href_with(&page, &with));
        }
    };
    // The property, not the attribute: a link that takes the filters away empties the field.
    let text = move || query.with(|query| query.get("q").unwrap_or_default().to_owned());
    view! {
        <div class="search needs-script">
            <label for="search">{label}</label>
            <div class="search__row">
                <input id="search" type="search" autocomplete="off" prop:value=text on:input=typed/>
            </div>
        </div>
    }
}

/// Groups of filter links, each with the number of things it leads to.
fn filter_bar(filters: Vec<Filter>) -> impl IntoView {
    let group = |(at, filter): (usize, Filter)| {
        let option = |(n, option): (usize, FilterOption)| {
            let current = option.current.then_some("true");
            view! {
                <li>
                    <a id=format!("filter-{at}-{n}") href=option.href aria-current=current lang=option.label.lang>
                        {option.label.text} " " <span class="count num">{option.count}</span>
                    </a>
                </li>
            }
        };
        view! {
            <div class="filters__g">
                <h3>{filter.title}</h3>
                <ul role="list">{filter.options.into_iter().enumerate().map(option).collect_view()}</ul>
            </div>
        }
    };
    view! { <div class="filters needs-script">{filters.into_iter().enumerate().map(group).collect_view()}</div> }
}

//! The list of all indicators.

use leptos::prelude::*;

use crate::app::parts::{HeadingLevel, Measures};
use crate::app::{Hands, use_query, use_shown};
use crate::present::indicators::{Filter, FilterOption, IndicatorList, IndicatorsPage, indicator_list};
use crate::routes::Page;

/// The list of indicators.
#[component]
pub fn IndicatorsView(
    /// What stands around the list.
    page: IndicatorsPage,
) -> impl IntoView {
    let shown = use_shown();
    let query = use_query();
    let list = Memo::new(move |_| query.with(|query| indicator_list(&shown.context(), query)));
    // Outside of what is drawn anew, so that a change of the number is announced.
    let count = move || list.with(|list| list.count.clone());
    view! {
        <div class="wrap pagehead">
            <h1 tabindex="-1">{page.title}</h1>
            <p class="lead">{page.lead}</p>
        </div>
        <section class="wrap actsec" aria-labelledby="list-count">
            <h2 id="list-count" class="h-sub"><span role="status">{count}</span></h2>
            <SearchBox label=page.search_label page=Page::Indicators/>
            {move || list.with(|list| listed(list.clone()))}
        </section>
    }
}

fn listed(list: IndicatorList) -> impl IntoView {
    view! {
        <FilterBar filters=list.filters/>
        <Measures rows=list.rows level=HeadingLevel::Three/>
        {list.empty.map(|(text, clear, href)| view! { <p class="flag">{text} " " <a href=href>{clear}</a></p> })}
    }
}

/// A search field whose text is in the address. It stands outside of what is drawn anew, so that typing goes on.
#[component]
pub fn SearchBox(
    /// Its label.
    label: String,
    /// The page whose list is searched.
    page: Page,
) -> impl IntoView {
    let shown = use_shown();
    let query = use_query();
    let hands = use_context::<Hands>();
    let typed = move |event: leptos::ev::Event| {
        let with = query.with_untracked(|query| query.with("q", event_target_value(&event).trim_start()));
        if let Some(hands) = hands {
            hands.replace_address.run(shown.context().href_with(&page, &with));
        }
    };
    let start = query.with_untracked(|query| query.get("q").unwrap_or_default().to_owned());
    view! {
        <div class="search needs-script">
            <label for="search">{label}</label>
            <div class="search__row">
                <input id="search" type="search" autocomplete="off" value=start on:input=typed/>
            </div>
        </div>
    }
}

/// Groups of filter links, each with the number of things it leads to.
#[component]
pub fn FilterBar(
    /// The groups.
    filters: Vec<Filter>,
) -> impl IntoView {
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

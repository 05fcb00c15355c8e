//! Lists with search and filters: what is the same on all of them.

use leptos::prelude::*;
use leptos::tachys::renderer::types::Event;

use super::method::text_head;
use crate::app::html::{Html, Piece, el, live};
use crate::app::{Hands, use_query, use_shown};
use crate::present::filters::{Filter, FilterOption};
use crate::present::list::{List, ListPage};
use crate::routes::{Page, Query};

/// A page with a list. `list` makes it for a query, `draw` the elements of its rows.
pub(super) fn list_page<Row: 'static>(
    page: ListPage,
    list: impl Fn(&Query) -> List<Row> + Send + Sync + 'static,
    draw: fn(Vec<Row>) -> Html,
) -> Html {
    let query = use_query();
    // Outside of what is drawn anew, so that a change of the number is announced.
    let count = RwSignal::new(page.count);
    let drawn = move || {
        let List { filters, count: found, rows, empty } = query.with(|query| list(query));
        if count.with_untracked(|before| *before != found) {
            count.set(found);
        }
        (
            filter_bar(filters),
            draw(rows),
            empty.map(|nothing| {
                el("p")
                    .class("flag")
                    .add(nothing.says)
                    .add(" ")
                    .add(el("a").attr("href", nothing.href).add(nothing.way_out))
            }),
        )
    };
    (
        text_head(page.title, page.lead.into()),
        el("section")
            .class("wrap actsec")
            .attr("aria-labelledby", "list-count")
            .add(
                el("h2")
                    .attr("id", "list-count")
                    .class("h-sub")
                    .add(el("span").attr("role", "status").add(live(move || count.get()))),
            )
            .add(search_box(page.search_label, page.page))
            .add(live(drawn)),
    )
        .html()
}

/// A search field whose text is in the address. It stands outside of what is drawn anew, so that typing goes on.
fn search_box(label: String, page: Page) -> impl Piece {
    let shown = use_shown();
    let query = use_query();
    let hands = use_context::<Hands>();
    let typed = move |event: Event| {
        let with = query.with_untracked(|query| query.with("q", event_target_value(&event).trim_start()));
        if let Some(hands) = hands {
            hands.replace_address.run(shown.context().href_with(&page, &with));
        }
    };
    // The property, not the attribute: a link that takes the filters away empties the field.
    let text = move || query.with(|query| query.get("q").unwrap_or_default().to_owned());
    el("div").class("search needs-script").add(el("label").attr("for", "search").add(label)).add(
        el("div").class("search__row").add(
            el("input")
                .attr("id", "search")
                .attr("type", "search")
                .attr("autocomplete", "off")
                .property("value", text)
                .on("input", typed),
        ),
    )
}

/// Groups of filter links, each with the number of things it leads to.
fn filter_bar(filters: Vec<Filter>) -> impl Piece {
    let group = |(at, filter): (usize, Filter)| {
        let option = |(n, option): (usize, FilterOption)| {
            let current = option.current.then_some("true");
            el("li").add(
                el("a")
                    .attr("id", format!("filter-{at}-{n}"))
                    .attr("href", option.href)
                    .attr("aria-current", current)
                    .attr("lang", option.label.lang)
                    .add(option.label.text)
                    .add(" ")
                    .add(el("span").class("count num").add(option.count)),
            )
        };
        el("div").class("filters__g").add(el("h3").add(filter.title)).add(
            el("ul").attr("role", "list").add(filter.options.into_iter().enumerate().map(option).collect::<Html>()),
        )
    };
    el("div").class("filters needs-script").add(filters.into_iter().enumerate().map(group).collect::<Html>())
}

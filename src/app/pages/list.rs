//! Lists with search and filters: what is the same on all of them.

use leptos::prelude::*;
use leptos::tachys::renderer::types::Event;

use super::method::text_head;
use crate::app::html::{Element, Html, Piece, el, live};
use crate::app::parts::link_to;
use crate::app::{Hands, use_query, use_shown};
use crate::present::Link;
use crate::present::filters::{Filter, FilterOption};
use crate::present::list::{List, ListPage, Paging, TEXT, TO_ALL, TOP};
use crate::routes::{Page, Query};
use crate::words::say;

/// A page with a list. `list` makes it for a query, `draw` the elements of its rows.
pub(super) fn list_page<Row: 'static>(
    page: ListPage,
    list: impl Fn(&Query) -> List<Row> + Send + Sync + 'static,
    draw: fn(Vec<Row>) -> Html,
) -> Html {
    // Outside of what is drawn anew, so that a change of the number is announced.
    let count = RwSignal::new(page.count);
    let drawn = drawing(count, list, draw);
    (
        text_head(page.title, page.lead.into()),
        (!page.see.is_empty()).then(|| {
            el("nav")
                .class("wrap tools whotabs")
                .attr("aria-label", say!(use_shown().words, "who-partners-note"))
                .child(page.see.into_iter().map(|link| link_to(link).html()).collect::<Html>())
        }),
        el("section")
            .class("wrap actsec")
            .attr("aria-labelledby", TOP)
            .child(number(count))
            .child(search_box(page.search_label, page.page))
            .child(drawn),
    )
        .html()
}

/// The heading above a list: how many rows there are.
pub(super) fn number(count: RwSignal<String>) -> Element {
    el("h2")
        .attr("id", TOP)
        .attr("tabindex", "-1")
        .class("h-sub")
        .child(el("span").attr("role", "status").child(live(move || count.get())))
}

/// Puts the number of rows into its signal, if it is another one: what is the same is not announced again.
pub(super) fn tell(count: RwSignal<String>, found: String) {
    if count.with_untracked(|before| *before != found) {
        count.set(found);
    }
}

/// A list in a section of a page: its number without filters, what is searched, and the page that it is on.
pub(super) fn list_within<Row: 'static>(
    (count, search_label, page): (String, String, Page),
    list: impl Fn(&Query) -> List<Row> + Send + Sync + 'static,
    draw: fn(Vec<Row>) -> Html,
) -> Html {
    let count = RwSignal::new(count);
    let drawn = drawing(count, list, draw);
    let number = el("p")
        .attr("id", TOP)
        .attr("tabindex", "-1")
        .class("meta")
        .attr("role", "status")
        .child(live(move || count.get()));
    el("div").class("listed").child(search_box(search_label, page)).child(number).child(drawn).html()
}

/// Filters and rows for the query of the address, and the number of rows into its signal.
fn drawing<Row: 'static>(
    count: RwSignal<String>,
    list: impl Fn(&Query) -> List<Row> + Send + Sync + 'static,
    draw: fn(Vec<Row>) -> Html,
) -> Html {
    let query = use_query();
    live(move || {
        let List { filters, count: found, rows, empty, paging } = query.with(|query| list(query));
        tell(count, found);
        (
            filter_bar(filters),
            draw(rows),
            paging.map(ways),
            empty.map(|nothing| {
                el("p")
                    .class("flag")
                    .child(nothing.says)
                    .child(" ")
                    .child(el("a").attr("href", nothing.href).child(nothing.way_out))
            }),
        )
    })
}

/// The ways to the other rows of a long list. Without a script there are none: then it is said where the rows are.
pub(super) fn ways(paging: Paging) -> impl Piece {
    let way = |id: &'static str, link: Link| el("a").attr("id", id).attr("href", link.href).child(link.label.text);
    (
        el("nav")
            .class("tools needs-script")
            .attr("aria-label", paging.label)
            .child(paging.previous.map(|link| way("page-previous", link)))
            .child(paging.next.map(|link| way("page-next", link)))
            .child(paging.all.map(|link| way(TO_ALL, link))),
        paging
            .elsewhere
            .map(|(says, link)| el("p").class("meta without-script").child(says).child(" ").child(link_to(link))),
    )
}

/// A search field whose text is in the address. It stands outside of what is drawn anew, so that typing goes on.
pub(super) fn search_box(label: String, page: Page) -> Element {
    let shown = use_shown();
    let query = use_query();
    let hands = use_context::<Hands>();
    let typed = move |event: Event| {
        let text = event_target_value(&event);
        let href = query.with_untracked(|query| shown.context().typed_href(&page, query, &text));
        if let Some(hands) = hands {
            hands.replace_address.run(href);
        }
    };
    // The property, not the attribute: a link to other words, or to none, fills or empties the field.
    let text = move || query.with(|query| query.get(TEXT).unwrap_or_default().to_owned());
    el("div").class("search needs-script").child(el("label").attr("for", "search").child(label)).child(
        el("div").class("search__row").child(
            el("input")
                .attr("id", "search")
                .attr("type", "search")
                .attr("autocomplete", "off")
                .attr("spellcheck", "false")
                .attr("enterkeyhint", "search")
                .property("value", text)
                .on("input", typed),
        ),
    )
}

/// Groups of filter links, each with the number of things it leads to.
pub(super) fn filter_bar(filters: Vec<Filter>) -> impl Piece {
    let group = |(at, filter): (usize, Filter)| {
        let option = |(n, option): (usize, FilterOption)| {
            let current = option.current.then_some("true");
            el("li").child(
                el("a")
                    .attr("id", format!("filter-{at}-{n}"))
                    .attr("href", option.href)
                    .attr("aria-current", current)
                    .lang(option.label.lang)
                    .child(option.label.text)
                    .child(" ")
                    .child(el("span").class("count num").child(option.count)),
            )
        };
        el("div").class("filters__g").child(el("h3").child(filter.title)).child(
            el("ul").attr("role", "list").child(filter.options.into_iter().enumerate().map(option).collect::<Html>()),
        )
    };
    el("div").class("filters needs-script").child(filters.into_iter().enumerate().map(group).collect::<Html>())
}

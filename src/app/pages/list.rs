//! Lists with search and filters: what is the same on all of them.

use std::cell::RefCell;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::tachys::renderer::types::Event;

use super::method::text_head;
use crate::app::html::{Element, Html, Piece, el, live};
use crate::app::parts::link_to;
use crate::app::{Hands, PAUSE, use_query, use_shown};
use crate::present::Link;
use crate::present::filters::{Filter, FilterOption, is_narrowed};
use crate::present::list::{Asked, List, ListPage, Paging, TEXT, TO_ALL, TOP, is_typed};
use crate::routes::{Page, Query};
use crate::words::say;

/// A page with a list. `list` makes it for a query, `draw` the elements of its rows.
pub(super) fn list_page<Row: 'static>(
    page: ListPage,
    list: impl Fn(Asked<'_>) -> List<Row> + Send + Sync + 'static,
    draw: fn(Vec<Row>) -> Html,
) -> Html {
    // Outside of what is drawn anew, so that a change of the number is announced.
    let count = RwSignal::new(page.count);
    let list = drawn(list, draw);
    let search = page.search_label.map(|label| prepared(search_box(label, page.page), &list));
    let drawn = drawing(count, list);
    (
        text_head(page.title, page.lead.into()),
        (!page.see.is_empty()).then(|| {
            el("nav")
                .class("wrap tools whotabs")
                .attr("aria-label", say!(use_shown().words, "who-partners-note"))
                .child(page.see.into_iter().map(|link| link_to(link).html()).collect::<Html>())
        }),
        el("section").class("wrap actsec").attr("aria-labelledby", TOP).child(number(count)).child(search).child(drawn),
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
    list: impl Fn(Asked<'_>) -> List<Row> + Send + Sync + 'static,
    draw: fn(Vec<Row>) -> Html,
) -> Html {
    let count = RwSignal::new(count);
    let list = drawn(list, draw);
    let search = prepared(search_box(search_label, page), &list);
    let drawn = drawing(count, list);
    let number = el("p")
        .attr("id", TOP)
        .attr("tabindex", "-1")
        .class("meta")
        .attr("role", "status")
        .child(live(move || count.get()));
    el("div").class("listed").child(search).child(number).child(drawn).html()
}

/// A list whose rows are elements: of one type for all lists, so that what follows is in the app once.
type Drawn = List<Html>;
type DrawList = Arc<dyn Fn(Asked<'_>) -> Drawn + Send + Sync>;

fn drawn<Row: 'static>(
    list: impl Fn(Asked<'_>) -> List<Row> + Send + Sync + 'static,
    draw: fn(Vec<Row>) -> Html,
) -> DrawList {
    Arc::new(move |asked| {
        let List { filters, count, rows, empty, paging } = list(asked);
        List { filters, count, rows: vec![draw(rows)], empty, paging }
    })
}

/// A search field that gets ready once somebody goes to it: what a list searches in is made when it is searched first, which
/// takes longer than a frame.
fn prepared(search: Element, list: &DrawList) -> Element {
    let (list, owner) = (list.clone(), Owner::current());
    search.on("focusin", move |_| {
        if let Some(owner) = &owner {
            let query = Query::default().with(TEXT, "?");
            owner.with(|| drop(list(Asked { query: &query, hasty: true })));
        }
    })
}

/// Filters and rows for the query of the address, and the number of rows into its signal.
fn drawing(count: RwSignal<String>, list: DrawList) -> Html {
    let query = use_query();
    // The query that everything was drawn for.
    let whole = RwSignal::new(query.get_untracked());
    let mut first = whole.with_untracked(|query| list(query.into()));
    // Whether somebody has searched, and chosen nothing yet: what was found comes first then.
    let folded = StoredValue::new(query.with_untracked(|query| query.get(TEXT).is_some()));
    let filters = RwSignal::new(std::mem::take(&mut first.filters));
    let first = RefCell::new(Some(first));
    let rows = live(move || {
        let now = query.get();
        let (typing, chosen) = whole.with(|before| (is_typed(before, &now), *before != now));
        // What is drawn first is known already, with its filters.
        let known = first.take();
        let is_first = known.is_some();
        let made = || list(Asked { query: &now, hasty: typing });
        let List { filters: counted, count: found, rows, empty, paging } = known.unwrap_or_else(made);
        tell(count, found);
        if typing {
            let draw_all = move || {
                // Unless more has been typed, or something else was chosen.
                if query.try_get_untracked() == Some(now.clone()) {
                    folded.set_value(now.get(TEXT).is_some());
                    whole.set(now);
                }
            };
            set_timeout(draw_all, PAUSE);
        } else if !is_first {
            // Whoever has chosen something goes on choosing there.
            if chosen {
                folded.set_value(false);
            }
            *whole.write_untracked() = now;
            filters.set(counted);
        }
        (
            rows.into_iter().collect::<Html>(),
            paging.map(ways),
            empty.map(|nothing| {
                el("p")
                    .class("flag")
                    .child(nothing.says)
                    .child(" ")
                    .child(el("a").attr("href", nothing.href).child(nothing.way_out))
            }),
        )
    });
    let bar = move |filters: Vec<Filter>| match folded.get_value() && !is_narrowed(&filters) {
        _ if filters.is_empty() => Html::default(),
        true => folded_bar(filters).html(),
        false => filter_bar(filters).html(),
    };
    (live(move || bar(filters.get())), rows).html()
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
    el("div").class("filters needs-script").child(groups(filters))
}

/// The same, to be opened: on a phone they would stand between the field and what was found, a screen long and more.
fn folded_bar(filters: Vec<Filter>) -> impl Piece {
    let name = say!(use_shown().words, "filter-more");
    el("details").class("filters more needs-script").child(el("summary").child(name)).child(groups(filters))
}

fn groups(filters: Vec<Filter>) -> Html {
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
    filters.into_iter().enumerate().map(group).collect()
}

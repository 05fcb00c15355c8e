//! Search over everything on the site.

use leptos::prelude::*;
use leptos::tachys::renderer::types::Event;

use super::list::filter_bar;
use super::method::text_head;
use crate::app::html::{Html, Piece, el, live};
use crate::app::parts::{link_to, said};
use crate::app::{Hands, use_query, use_shown};
use crate::present::Link;
use crate::present::list::TOP;
use crate::present::search::{Hit, Lists, Paging, Piece as Part, Results, SearchPage, typed_href};

/// The page. Field and number stand outside of what is drawn anew: typing goes on, and a change of the number is
/// announced.
pub fn search_view(page: SearchPage) -> impl Piece {
    let shown = use_shown();
    let query = use_query();
    let Some(find) = shown.search.clone() else { return text_head(page.title, page.lead.into()).html() };
    let count = RwSignal::new(query.with_untracked(|query| find(&shown.context(), query).count));
    let drawn = live(move || {
        let found = query.with(|query| find(&shown.context(), query));
        if count.with_untracked(|before| *before != found.count) {
            count.set(found.count.clone());
        }
        found_view(found)
    });
    (
        text_head(page.title, page.lead.into()),
        el("section")
            .class("wrap actsec finder")
            .attr("aria-labelledby", TOP)
            .child(field(page.label))
            .child(el("p").class("flag without-script").child(page.without_script))
            .child(
                el("h2")
                    .attr("id", TOP)
                    .attr("tabindex", "-1")
                    .class("h-sub")
                    .child(el("span").attr("role", "status").child(live(move || count.get()))),
            )
            .child(drawn),
    )
        .html()
}

/// The field whose text is in the address.
fn field(label: String) -> impl Piece {
    let shown = use_shown();
    let query = use_query();
    let hands = use_context::<Hands>();
    let typed = move |event: Event| {
        let href = query.with_untracked(|query| typed_href(&shown.context(), query, &event_target_value(&event)));
        if let Some(hands) = hands {
            hands.replace_address.run(href);
        }
    };
    // The property, not the attribute: a link to other words fills the field.
    let text = move || query.with(|query| query.get("q").unwrap_or_default().to_owned());
    el("div")
        .class("search needs-script")
        .attr("role", "search")
        .child(el("label").attr("for", "search").child(label))
        .child(
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

fn found_view(found: Results) -> impl Piece {
    (
        found.note.map(|note| el("p").class("flag").child(note)),
        found.meant.map(|link| el("p").class("meant").child(link_to(link))),
        (!found.filters.is_empty()).then(|| filter_bar(found.filters)),
        (!found.rows.is_empty()).then(|| {
            el("ul").class("finds").attr("role", "list").child(found.rows.into_iter().map(hit).collect::<Html>())
        }),
        found.paging.map(ways),
        found.lists.map(lists),
    )
}

fn hit(hit: Hit) -> impl Piece {
    let part = |(text, found): Part| match found {
        true => el("mark").child(text).html(),
        false => text.html(),
    };
    let title = hit.title.into_iter().map(part).collect::<Html>();
    let line = (!hit.context.text.is_empty()).then(|| (" · ", said(hit.context)));
    el("li")
        .child(el("a").class("finds__title").attr("href", hit.href).lang(hit.lang).child(title))
        .child(el("p").class("meta").child(hit.kind).child(line))
}

fn ways(paging: Paging) -> impl Piece {
    let way = |id: &'static str, link: Link| el("a").attr("id", id).attr("href", link.href).child(link.label.text);
    el("nav")
        .class("tools needs-script")
        .attr("aria-label", paging.label)
        .child(paging.previous.map(|link| way("page-previous", link)))
        .child(paging.next.map(|link| way("page-next", link)))
}

fn lists(lists: Lists) -> impl Piece {
    let line = |(link, count): (Link, String)| {
        el("li").child(link_to(link)).child(" ").child(el("span").class("count num").child(count))
    };
    el("div").class("finder__lists").child(lists.title.map(|title| el("h3").class("h-small").child(title))).child(
        el("ul").class("finder__kinds").attr("role", "list").child(lists.lines.into_iter().map(line).collect::<Html>()),
    )
}

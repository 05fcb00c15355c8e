//! Search over everything on the site.

use leptos::prelude::*;

use super::list::{filter_bar, number, search_box, tell, ways};
use super::method::text_head;
use crate::app::html::{Html, Piece, el, live};
use crate::app::parts::{link_to, said};
use crate::app::{use_query, use_shown};
use crate::present::Link;
use crate::present::list::TOP;
use crate::present::search::{Hit, Lists, Piece as Part, Results, SearchPage};
use crate::routes::Page;

/// The page. Field and number stand outside of what is drawn anew: typing goes on, and a change of the number is
/// announced.
pub fn search_view(page: SearchPage) -> impl Piece {
    let shown = use_shown();
    let query = use_query();
    let Some(find) = shown.search.clone() else { return text_head(page.title, page.lead.into()).html() };
    let count = RwSignal::new(query.with_untracked(|query| find(&shown.context(), query).count));
    let drawn = live(move || {
        let found = query.with(|query| find(&shown.context(), query));
        tell(count, found.count.clone());
        found_view(found)
    });
    (
        text_head(page.title, page.lead.into()),
        el("section")
            .class("wrap actsec finder")
            .attr("aria-labelledby", TOP)
            .child(search_box(page.label, Page::Search).attr("role", "search"))
            .child(el("p").class("flag without-script").child(page.without_script))
            .child(number(count))
            .child(drawn),
    )
        .html()
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

fn lists(lists: Lists) -> impl Piece {
    let line = |(link, count): (Link, String)| {
        el("li").child(link_to(link)).child(" ").child(el("span").class("count num").child(count))
    };
    el("div").class("finder__lists").child(lists.title.map(|title| el("h3").class("h-small").child(title))).child(
        el("ul").class("finder__kinds").attr("role", "list").child(lists.lines.into_iter().map(line).collect::<Html>()),
    )
}

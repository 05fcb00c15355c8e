//! My page: drawn in the browser from what is kept there.

mod file;
mod goals;

use leptos::prelude::*;

use super::method::text_head;
use crate::app::follow::Own;
use crate::app::html::{Html, Piece, el, live};
use crate::app::parts::{band, link_to, said};
use crate::app::use_shown;
use crate::present::Link;
use crate::present::mine::{Followed, MinePage, followed};
use crate::words::say;

/// Where it is said what has been done to what is followed.
const SAID: &str = "mine-said-followed";

/// My page.
pub fn mine_view(page: MinePage) -> Html {
    let words = use_shown().words;
    let draft = use_shown().draft.is_some();
    let choose = |link: Link| el("li").child(link_to(link));
    let head = (
        text_head(page.title, page.lead.into()),
        el("div")
            .class("wrap mine__head")
            .child(el("p").class("flag without-script").child(page.without_script))
            .child(draft.then(|| el("p").class("flag").child(say!(words, "mine-draft"))))
            .child(el("p").child(say!(words, "mine-choose")))
            .child(
                el("ul")
                    .class("tags")
                    .attr("role", "list")
                    .child(page.choose.into_iter().map(choose).collect::<Html>()),
            ),
    );
    let Some(own) = use_context::<Own>() else { return head.html() };
    own.load();
    if own.mine.with_untracked(|mine| !mine.follows.is_empty()) {
        let shown = use_shown();
        own.change(&mut |mine| mine.visit(&|id| shown.context_of(id)));
    }
    (head, live(move || notices(own)), followed_band(own), goals::goals(own), file::file(own)).html()
}

/// A line that is announced when it changes, and that takes the focus of a thing that is gone.
fn status(id: &'static str, says: RwSignal<String>) -> impl Piece {
    el("p")
        .attr("id", id)
        .class("mine__said")
        .attr("role", "status")
        .attr("tabindex", "-1")
        .child(live(move || says.get()))
}

/// A button that does something.
fn button(label: String, act: impl FnMut() + Send + 'static) -> crate::app::html::Element {
    let mut act = act;
    el("button").class("button").attr("type", "button").on("click", move |_| act()).child(label)
}

/// That nothing is kept, or that what was kept cannot be read.
fn notices(own: Own) -> Html {
    let shown = use_shown();
    let words = shown.words.clone();
    let no_storage = (!own.works.get()).then(|| el("p").class("flag").child(say!(words, "mine-no-storage")));
    let broken = own.mine.with(|mine| mine.broken.clone()).map(|text| {
        let name = crate::present::mine::file_name(&shown.context());
        let save = move || file::save(own, name.clone(), text.clone());
        el("div")
            .child(el("p").class("flag").child(say!(words, "mine-broken")))
            .child(button(say!(words, "mine-broken-save"), save))
            .child(" ")
            .child(button(say!(words, "mine-broken-drop"), move || own.change(&mut |mine| mine.broken = None)))
    });
    el("div").class("wrap mine__head").child(no_storage).child(broken).html()
}

fn followed_band(own: Own) -> impl Piece {
    let shown = use_shown();
    let words = shown.words.clone();
    let said_now = RwSignal::new(String::new());
    let list = move || {
        let shown = use_shown();
        let all = own.mine.with(|mine| followed(&shown.context(), &|id| shown.context_of(id), mine));
        if all.is_empty() {
            return el("p").class("flag").child(say!(shown.words, "mine-followed-none")).html();
        }
        el("ul")
            .class("plain")
            .attr("role", "list")
            .child(all.into_iter().map(|one| follow_item(own, one, said_now)).collect::<Html>())
            .html()
    };
    band(
        "followed",
        say!(words, "mine-followed"),
        Some(say!(words, "mine-followed-note")),
        (status(SAID, said_now), live(list)),
    )
}

fn follow_item(own: Own, one: Followed, said_now: RwSignal<String>) -> impl Piece {
    let shown = use_shown();
    let label = say!(shown.words, "mine-unfollow");
    let name = say!(shown.words, "mine-unfollow-name", name = &one.name.text);
    let done = say!(shown.words, "mine-unfollowed", name = &one.name.text);
    let id = one.id;
    let stop = move || {
        own.change(&mut |mine| mine.follows.retain(|follow| follow.id != id));
        said_now.set(done.clone());
        (own.hands.focus)(SAID);
    };
    let title = match one.href {
        Some(href) => link_to(Link { label: one.name, href }).html(),
        None => said(one.name).html(),
    };
    el("li")
        .child(el("h3").class("h-item").child(title).child(" ").child(el("span").class("meta").child(one.kind)))
        .child(one.says.into_iter().map(|text| el("p").child(text)).collect::<Html>())
        .child(el("p").child(button(label, stop).attr("aria-label", name)))
}

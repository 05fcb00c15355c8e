//! Promises and decisions.

use super::activities::state;
use super::commitments::promises;
use super::decisions::decisions;
use super::list::list_within;
use super::method::text_head;
use crate::app::html::{Html, Piece, el};
use crate::app::parts::band;
use crate::app::use_shown;
use crate::present::list::Asked;
use crate::present::promises::{Counted, PromiseGroup, PromisesPage, promise_index, promise_list};
use crate::routes::Page;
use crate::words::say;

/// The page of promises and decisions.
pub fn promises_view(page: PromisesPage) -> impl Piece {
    let words = use_shown().words;
    (
        text_head(page.title, page.lead.into()),
        band(
            "standing",
            say!(words, "promise-counts"),
            None,
            (page.none.map(|none| el("p").class("flag").child(none)), page.promises.map(list)),
        ),
        band(
            "decisions",
            say!(words, "decision-title"),
            Some(say!(words, "decision-note")),
            (page.no_decisions.map(|none| el("p").class("flag").child(none)), decisions(page.decisions)),
        ),
    )
}

fn list(counted: Counted) -> impl Piece {
    let shown = use_shown();
    let index = promise_index(&shown.context());
    let list = move |asked: Asked<'_>| promise_list(&shown.context(), &index, asked);
    let around = (counted.count, counted.search_label, Page::Promises);
    (
        el("p").class("stand").child(counted.says),
        list_within(around, list, |groups| groups.into_iter().map(group).collect::<Html>()),
    )
}

fn group(group: PromiseGroup) -> impl Piece {
    el("section")
        .class("promgroup")
        .child(
            el("h3")
                .class("h-small")
                .child(state(group.state))
                .child(" ")
                .child(el("span").class("count num").child(group.count)),
        )
        .child(group.note.map(|note| el("p").class("meta").child(note)))
        .child(promises(group.lines, false))
}

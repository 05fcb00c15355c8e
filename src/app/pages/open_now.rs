//! What residents are asked now: in full, and in short for other pages.

use super::activities::state;
use super::pairs::items;
use crate::app::html::{Html, Piece, el};
use crate::app::parts::{link_to, said};
use crate::app::use_shown;
use crate::present::Phrase;
use crate::present::engagement::Way;
use crate::present::open_now::{OpenItem, OpenLine, OpenNow};
use crate::words::{Catalog, say};

/// Processes with all one has to know to take part.
pub(super) fn open_items(list: Vec<OpenItem>) -> Html {
    let words = use_shown().words;
    list.into_iter().map(|item| open_item(item, &words)).collect()
}

fn open_item(item: OpenItem, words: &Catalog) -> impl Piece + use<> {
    let heading = format!("{}-title", item.id);
    let title = el("h3").attr("id", heading.clone()).child(link_to(item.title));
    el("article")
        .class("openq")
        .attr("id", item.id)
        .attr("aria-labelledby", heading)
        .child(
            el("div")
                .class("openq__main")
                .child(el("p").class("level").child(item.level))
                .child(title)
                .child(el("p").class("openq__q").child(said(item.question))),
        )
        .child(
            el("dl")
                .class("openq__dl")
                .child(row(say!(words, "engagement-promise"), promised(item.promise)))
                .child(row(say!(words, "engagement-when"), item.when.html()))
                .child(row(say!(words, "engagement-how"), ways(item.ways)))
                .child(row(say!(words, "engagement-help"), item.support.html()))
                .child(row(say!(words, "access-languages"), item.languages.html()))
                .child(row(say!(words, "engagement-level-label"), item.level_term.html())),
        )
}

/// A label and what stands behind it.
pub(super) fn row(label: String, says: Html) -> impl Piece {
    el("div").child(el("dt").child(label)).child(el("dd").child(says))
}

/// What was promised, or the gap.
pub(super) fn promised(promise: Result<Phrase, String>) -> Html {
    match promise {
        Ok(promise) => said(promise).html(),
        Err(gap) => el("span").class("flag").child(gap).html(),
    }
}

/// Ways to take part, in their order.
pub(super) fn ways(list: Vec<Way>) -> Html {
    let way = |way: Way| {
        el("li")
            .child(el("b").child(way.kind).child(": "))
            .child(items(way.says))
            .child(way.caution.map(|caution| el("span").class("meta log__note").child(caution)))
    };
    el("ul").attr("role", "list").class("ways-in").child(list.into_iter().map(way).collect::<Html>()).html()
}

/// A process in a line: title, how much say, how far it is.
pub(super) fn open_lines(lines: Vec<OpenLine>) -> Html {
    let line = |line: OpenLine| {
        el("li")
            .child(el("span").child(link_to(line.title)))
            .child(el("span").child(state(line.state)))
            .child(el("span").class("meta").child(line.level).child(" · ").child(line.when))
    };
    el("ul").class("plain").attr("role", "list").child(lines.into_iter().map(line).collect::<Html>()).html()
}

/// The short block for other pages.
pub(super) fn open_now(open: OpenNow) -> impl Piece {
    (
        el("h3").class("h-small").child(open.title),
        open_lines(open.lines),
        el("p").class("meta").child(link_to(open.all)),
    )
}

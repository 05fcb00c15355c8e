//! Words we use.

use super::method::text_head;
use crate::app::html::{Html, Piece, el};
use crate::app::parts::{link_to, said};
use crate::present::glossary::{Entry, GlossaryPage};

/// The terms, and where to read how measures are judged.
pub fn glossary_view(page: GlossaryPage) -> impl Piece {
    let entry = |entry: Entry| {
        el("div")
            .class("gloss__term")
            .attr("id", entry.id)
            .child(
                el("dt").child(said(entry.term)).child(entry.acronym.map(|short| (" (", el("abbr").child(short), ")"))),
            )
            .child(el("dd").child(said(entry.definition)))
    };
    let list = (!page.entries.is_empty())
        .then(|| el("dl").class("defs").child(page.entries.into_iter().map(entry).collect::<Html>()));
    (
        text_head(page.title, page.lead.into()),
        el("div")
            .class("wrap gloss")
            .child(page.none.map(|none| el("p").class("flag").child(none)))
            .child(list)
            .child(el("p").child(page.method).child(" ").child(link_to(page.method_link))),
    )
}

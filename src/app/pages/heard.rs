//! The ledger of what was heard, with the answers.

use super::activities::state;
use super::pairs::items;
use crate::app::html::{Html, Piece, el};
use crate::app::parts::{link_to, said};
use crate::app::use_shown;
use crate::present::heard::HeardItem;
use crate::present::{Link, Phrase};
use crate::words::{Catalog, say};

/// What was said, what was done, and why. The roles stay when a narrow page sets the cells below each other.
pub(super) fn ledger(rows: Vec<HeardItem>) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    let words = use_shown().words;
    let head = |label: String| el("th").attr("role", "columnheader").attr("scope", "col").child(label);
    let columns = el("tr")
        .attr("role", "row")
        .child(head(say!(words, "heard-you-said")))
        .child(head(say!(words, "heard-we-did")))
        .child(head(say!(words, "heard-why")));
    el("table")
        .class("data ledger")
        .attr("role", "table")
        .child(el("caption").class("vh").child(say!(words, "heard-caption")))
        .child(el("thead").attr("role", "rowgroup").child(columns))
        .child(
            el("tbody").attr("role", "rowgroup").child(rows.into_iter().map(|one| row(one, &words)).collect::<Html>()),
        )
        .html()
}

fn row(one: HeardItem, words: &Catalog) -> impl Piece + use<> {
    let tag = |text: Phrase| el("span").child(said(text));
    let tags = (!one.tags.is_empty())
        .then(|| el("p").class("tags meta").child(one.tags.into_iter().map(tag).collect::<Html>()));
    let about = |link: Link| link_to(link);
    let about = (!one.about.is_empty()).then(|| {
        el("p")
            .class("tags meta")
            .child(el("span").child(say!(words, "news-about")))
            .child(one.about.into_iter().map(about).collect::<Html>())
    });
    let inside = one
        .engagement
        .map(|link| el("p").class("tags meta").child(el("span").child(say!(words, "heard-in"))).child(link_to(link)));
    let quote = |text: Phrase| el("blockquote").class("quote").child(el("p").child(said(text)));
    let cell = |label: String| el("td").attr("role", "cell").attr("data-h", label);
    let by = one.by.map(|by| (items(vec![by]), ", "));
    let answered = one.did.is_some();
    let why = match one.why {
        Some(why) => Some(el("p").child(said(why))),
        None => answered.then(|| el("p").class("soft").child(say!(words, "heard-no-why"))),
    };
    el("tr")
        .attr("role", "row")
        .attr("id", one.id)
        .child(
            el("th")
                .attr("role", "rowheader")
                .attr("scope", "row")
                .child(el("p").class("ysq").child(said(one.said)))
                .child(el("p").class("meta").child(one.heard))
                .child(tags)
                .child(one.quotes.into_iter().map(quote).collect::<Html>())
                .child(about)
                .child(inside),
        )
        .child(
            cell(say!(words, "heard-we-did"))
                .child(state(one.state))
                .child(one.did.map(|did| el("p").child(said(did)))),
        )
        .child(cell(say!(words, "heard-why")).child(why).child(el("p").class("meta").child(by).child(one.when)))
}

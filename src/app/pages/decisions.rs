//! Decisions below each other.

use super::activities::state;
use super::pairs::pairs;
use crate::app::html::{Html, Piece, el};
use crate::app::parts::said;
use crate::app::use_shown;
use crate::present::Phrase;
use crate::present::decisions::DecisionItem;
use crate::words::{Catalog, say};

/// Decisions, each with its day in the narrow column.
pub(super) fn decisions(list: Vec<DecisionItem>) -> Html {
    let words = use_shown().words;
    let list = list.into_iter().map(|one| decision(one, &words)).collect::<Html>();
    el("ul").class("acts--within").attr("role", "list").child(list).html()
}

fn decision(one: DecisionItem, words: &Catalog) -> impl Piece + use<> {
    let option = |text: Phrase| el("li").child(said(text));
    let options = (!one.options.is_empty()).then(|| {
        (
            el("p").child(el("b").child(say!(words, "decision-options")).child(":")),
            el("ul").child(one.options.into_iter().map(option).collect::<Html>()),
        )
    });
    let labelled = |label: String, text: Phrase| el("p").child(el("b").child(label).child(": ")).child(said(text));
    el("li")
        .class("act act--two")
        .attr("id", one.id)
        .child(
            el("div")
                .class("act__rail")
                .child(el("time").class("meta").attr("datetime", one.datetime).child(one.date))
                .child(state(one.result)),
        )
        .child(
            el("div")
                .class("act__main")
                .child(el("h3").class("h-item").lang(one.title.lang).child(one.title.text))
                .child(el("p").child(said(one.what)))
                .child(labelled(say!(words, "decision-why"), one.reason))
                .child(options)
                .child(one.dissent.map(|text| labelled(say!(words, "decision-dissent"), text)))
                .child(pairs("pairs meta", one.facts)),
        )
}

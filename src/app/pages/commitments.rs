//! Promises as lines.

use super::activities::state;
use super::pairs::pairs;
use crate::app::html::{Html, Piece, el};
use crate::app::parts::{icon, link_to, said};
use crate::app::use_shown;
use crate::present::Link;
use crate::present::commitments::{DisputeNote, PromiseLine};
use crate::words::{Catalog, say};

/// Promises below each other. Where no heading says how they stand, each of them does.
pub(super) fn promises(lines: Vec<PromiseLine>, each_says_its_state: bool) -> Html {
    let words = use_shown().words;
    let lines = lines.into_iter().map(|line| promise(line, each_says_its_state, &words)).collect::<Html>();
    el("ul").class("proms").attr("role", "list").child(lines).html()
}

fn promise(line: PromiseLine, says_state: bool, words: &Catalog) -> impl Piece + use<> {
    let evidence = |link: Link| link_to(link);
    let evidence = (!line.evidence.is_empty()).then(|| {
        el("p")
            .class("tags meta")
            .child(el("span").child(say!(words, "promise-evidence")))
            .child(line.evidence.into_iter().map(evidence).collect::<Html>())
    });
    let why = line
        .reason
        .map(|reason| el("p").child(el("b").child(say!(words, "promise-why")).child(": ")).child(said(reason)));
    let late = line.overdue.map(|says| el("p").class("cont").child(icon("i-late")).child(el("span").child(says)));
    el("li")
        .class("prom")
        .attr("id", line.id)
        .child(
            el("div")
                .class("prom__main")
                .child(says_state.then(|| el("p").child(state(line.state))))
                .child(el("p").class("ysq").child(said(line.text)))
                .child(late)
                .child(why)
                .child(evidence)
                .child(line.dispute.map(|dispute| disputed(dispute, words))),
        )
        .child(pairs("pairs meta", line.facts))
}

fn disputed(dispute: DisputeNote, words: &Catalog) -> impl Piece + use<> {
    let answer = match dispute.answer {
        Ok(answer) => {
            el("p").child(el("b").child(say!(words, "promise-dispute-answer")).child(": ")).child(said(answer))
        }
        Err(gap) => el("p").class("flag").child(gap),
    };
    el("div")
        .class("quote")
        .child(el("p").class("meta").child(dispute.from))
        .child(el("p").child(said(dispute.says)))
        .child(answer)
}

//! Questions about an indicator with their answers, each with its sum.

use crate::app::html::{Html, Piece, el};
use crate::app::parts::link_to;
use crate::present::Link;
use crate::present::standing::Fact;
use crate::words::{Catalog, say};

/// The separate facts of an indicator, as a section.
pub(super) fn standing(facts: Vec<Fact>, method: Link, words: &Catalog) -> impl Piece + use<> {
    el("section")
        .class("wrap band")
        .attr("aria-labelledby", "facts")
        .child(
            el("div")
                .class("band__rail")
                .child(el("h2").attr("id", "facts").class("label").child(say!(words, "facts-title")))
                .child(el("p").class("meta").child(say!(words, "facts-note")).child(" ").child(link_to(method))),
        )
        .child(el("div").class("band__main facts").child(list(facts, false, words)))
}

/// The facts. Their sums are folded away unless they are the point.
pub(super) fn list(facts: Vec<Fact>, open: bool, words: &Catalog) -> Html {
    facts.into_iter().map(|one| fact(one, open, words)).collect()
}

fn fact(fact: Fact, open: bool, words: &Catalog) -> impl Piece + use<> {
    let row = |(name, value): (String, String)| (el("dt").child(name), el("dd").child(value));
    let sum = (!fact.inputs.is_empty() || !fact.rule.is_empty()).then(|| {
        // A sum in words runs as its language does, a sum in figures from left to right in all of them.
        let lines =
            fact.formula.into_iter().map(|line| el("span").class("formula__line").attr("dir", "auto").child(line));
        let formula = lines.collect::<Vec<_>>();
        let body = el("div")
            .class("sum__body")
            .child(
                (!fact.inputs.is_empty()).then(|| el("dl").child(fact.inputs.into_iter().map(row).collect::<Html>())),
            )
            .child((!formula.is_empty()).then(|| el("p").class("formula").child(formula)))
            .child((!fact.rule.is_empty()).then(|| el("p").child(fact.rule)));
        if open {
            return body.html();
        }
        // Each of these summaries has a name of its own, although the same words stand in it.
        let summary = el("summary")
            .child(say!(words, "facts-sum"))
            .child(el("span").class("vh").child(": ").child(fact.question.clone()));
        el("details").class("sum").child(summary).child(body).html()
    });
    let says = fact.says.into_iter().map(|sentence| (" ", sentence)).collect::<Html>();
    el("div")
        .class("fact")
        .attr("id", fact.id)
        .child(el("h3").child(fact.question))
        .child(el("p").class("fact__say").child(el("b").child(fact.verdict).child(".")).child(says))
        .child(sum)
}

//! How the figures are made and read. Also the parts that all pages of text are made of.

use crate::app::html::{Html, Piece, el};
use crate::app::parts::{band, link_to, said};
use crate::app::use_shown;
use crate::present::Phrase;
use crate::present::chapter::{Chapter, Term};
use crate::present::method::MethodPage;

/// The page on the method.
pub fn method_view(page: MethodPage) -> impl Piece {
    let words = use_shown().words;
    let text = page.text;
    let example = page.example.map(|example| {
        band(
            "example",
            example.title,
            Some(example.says),
            (
                el("p").class("lead").child(link_to(example.measure)),
                el("div").class("facts").child(super::facts::list(example.facts, true, &words)),
            ),
        )
    });
    let chapters = text.chapters.into_iter().map(|part| chapter(part, ())).collect::<Html>();
    (text_head(text.title, text.lead), chapters, example)
}

/// Heading and first sentence of a page.
pub(super) fn text_head(title: String, lead: Phrase) -> impl Piece {
    el("div")
        .class("wrap pagehead")
        .child(el("h1").attr("tabindex", "-1").child(title))
        .child(el("p").class("lead").child(said(lead)))
}

/// A part of a page of text, and what else stands in it.
pub(super) fn chapter(chapter: Chapter, more: impl Piece) -> impl Piece {
    let point = |text: Phrase| el("li").child(said(text));
    let points =
        (!chapter.points.is_empty()).then(|| el("ul").child(chapter.points.into_iter().map(point).collect::<Html>()));
    let explained = (!chapter.terms.is_empty()).then(|| terms(chapter.terms));
    band(
        chapter.id,
        chapter.title,
        None,
        el("div")
            .class("stack")
            .child(chapter.paragraphs.into_iter().map(|text| el("p").child(said(text))).collect::<Html>())
            .child(points)
            .child(explained)
            .child(more),
    )
}

/// Words and what they mean, labels and what they stand for.
pub(super) fn terms(terms: Vec<Term>) -> impl Piece {
    let term = |term: Term| {
        let says = match term.href {
            Some(href) => el("a").attr("href", href).lang(term.says.lang).child(term.says.text).html(),
            None => said(term.says).html(),
        };
        el("div").child(el("dt").child(said(term.label))).child(el("dd").child(says))
    };
    el("dl").class("defs").child(terms.into_iter().map(term).collect::<Html>())
}

//! How the figures are made and read. Also the parts that all pages of text are made of.

use leptos::prelude::*;

use crate::app::parts::{Band, Said};
use crate::present::Phrase;
use crate::present::chapter::{Chapter, Term};
use crate::present::method::MethodPage;

/// The page on the method.
#[component]
pub fn MethodView(
    /// What it says.
    page: MethodPage,
) -> impl IntoView {
    let text = page.text;
    view! {
        {text_head(text.title, text.lead)}
        {text.chapters.into_iter().map(|part| chapter(part, ())).collect_view()}
    }
}

/// Heading and first sentence of a page.
pub(super) fn text_head(title: String, lead: Phrase) -> impl IntoView {
    view! {
        <div class="wrap pagehead">
            <h1 tabindex="-1">{title}</h1>
            <p class="lead"><Said phrase=lead/></p>
        </div>
    }
}

/// A part of a page of text, and what else stands in it.
pub(super) fn chapter(chapter: Chapter, more: impl IntoView + 'static) -> impl IntoView {
    let point = |text: Phrase| view! { <li><Said phrase=text/></li> };
    let points = (!chapter.points.is_empty()).then(|| {
        view! { <ul>{chapter.points.into_iter().map(point).collect_view()}</ul> }
    });
    let explained = (!chapter.terms.is_empty()).then(|| terms(chapter.terms));
    view! {
        <Band id=chapter.id title=chapter.title>
            <div class="stack">
                {chapter.paragraphs.into_iter().map(|text| view! { <p><Said phrase=text/></p> }).collect_view()}
                {points}
                {explained}
                {more}
            </div>
        </Band>
    }
}

/// Words and what they mean, labels and what they stand for.
pub(super) fn terms(terms: Vec<Term>) -> impl IntoView {
    let term = |term: Term| {
        let says = match term.href {
            Some(href) => view! { <a href=href lang=term.says.lang>{term.says.text}</a> }.into_any(),
            None => view! { <Said phrase=term.says/> }.into_any(),
        };
        view! { <div><dt><Said phrase=term.label/></dt><dd>{says}</dd></div> }
    };
    view! { <dl class="defs">{terms.into_iter().map(term).collect_view()}</dl> }
}

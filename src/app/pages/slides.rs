//! For a projector: all slides below each other, or one that fills the screen.

use leptos::prelude::*;
use leptos::tachys::renderer::types::Event;
use leptos::wasm_bindgen::JsCast;

use super::place::items;
use crate::app::html::{Element, Html, Piece, el, live};
use crate::app::parts::{crumbs, link_to, said, sign, verdict};
use crate::app::{Hands, use_query, use_shown};
use crate::present::row::MeasureRow;
use crate::present::slides::{Position, Slide, SlidesPage, position};
use crate::present::standing::Verdict;
use crate::words::say;

/// The heading of the slide that is shown.
const HEADING: &str = "slide-heading";

/// The slides.
pub fn slides_view(page: SlidesPage) -> Html {
    let shown = use_shown();
    let query = use_query();
    let context = shown.clone();
    let count = page.slides.len();
    let now = Memo::new(move |_| query.with(|query| position(&context.context(), query, count)));
    live(move || match now.get() {
        Some(now) => show(page.clone(), now),
        None => all(page.clone()),
    })
}

/// All slides below each other: without a script, to read, and on paper.
fn all(page: SlidesPage) -> Html {
    let words = use_shown().words;
    let one = |(at, slide): (usize, Slide)| {
        let id = format!("slide-{}", at + 1);
        let heading = el("h2").attr("id", id.clone()).lang(slide.title.lang.clone()).child(slide.title.text.clone());
        el("section").class("wrap slide").attr("aria-labelledby", id).child(body(slide, heading))
    };
    (
        el("div")
            .class("wrap pagehead slides__head")
            .child(crumbs(say!(words, "nav-here"), page.crumbs))
            .child(el("h1").attr("tabindex", "-1").child(page.title))
            .child(el("p").class("lead").child(page.lead))
            .child(el("p").class("needs-script").child(link_to(page.start))),
        page.slides.into_iter().enumerate().map(one).collect::<Html>(),
    )
        .html()
}

/// One slide, as large as the screen.
fn show(page: SlidesPage, now: Position) -> Html {
    let words = use_shown().words;
    let hands = use_context::<Hands>();
    let Some(slide) = page.slides.into_iter().nth(now.at) else { return Html::default() };
    let go = move |href: &str| {
        if let Some(hands) = hands {
            hands.replace_address.run(href.to_owned());
        }
    };
    // The keys are heard where the focus is; it was on what has just been replaced.
    if let Some(hands) = hands {
        (hands.focus)(HEADING);
    }
    let button = |id: &'static str, label: String, href: Option<String>| {
        let disabled = href.is_none().then_some("true");
        let click = move |_| {
            if let Some(href) = &href {
                go(href);
            }
        };
        el("button")
            .class("button")
            .attr("type", "button")
            .attr("id", id)
            .attr("aria-disabled", disabled)
            .on("click", click)
            .child(label)
    };
    let bar = el("div")
        .class("show__bar")
        .child(button("slide-back", say!(words, "slides-back"), now.back.clone()))
        .child(el("p").class("meta").child(now.says.clone()))
        .child(button("slide-next", say!(words, "slides-next"), now.next.clone()))
        .child(el("a").attr("href", now.end.clone()).child(say!(words, "slides-all")));
    let heading = el("h1")
        .attr("id", HEADING)
        .attr("tabindex", "-1")
        .lang(slide.title.lang.clone())
        .child(slide.title.text.clone());
    let keys = move |event: Event| {
        let event: leptos::ev::KeyboardEvent = event.unchecked_into();
        // Arrows with a key held down are the browser's or the system's.
        if event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key() {
            return;
        }
        let to = match event.key().as_str() {
            "ArrowRight" | "PageDown" => now.next.as_ref(),
            "ArrowLeft" | "PageUp" => now.back.as_ref(),
            "Home" => Some(&now.first),
            "End" => Some(&now.last),
            _ => return,
        };
        event.prevent_default();
        if let Some(href) = to {
            go(href);
        }
    };
    el("div")
        .class("show")
        .attr("tabindex", "-1")
        .on("keydown", keys)
        .child(el("div").class("wrap slide").child(body(slide, heading)))
        .child(el("div").class("wrap").child(bar))
        .html()
}

fn body(slide: Slide, heading: Element) -> impl Piece {
    let count = |(verdict, n): (Verdict, usize)| {
        let (class, _) = sign(verdict.sign);
        el("li").child(el("span").class("slide__n num").child(n)).child(el("span").class(class).child(verdict.word))
    };
    (
        el("p").class("meta").child(slide.kicker),
        heading,
        slide.lead.map(|lead| el("p").class("slide__lead").child(said(lead))),
        (!slide.counts.is_empty()).then(|| {
            el("ul")
                .class("slide__counts")
                .attr("role", "list")
                .child(slide.counts.into_iter().map(count).collect::<Html>())
        }),
        (!slide.measures.is_empty()).then(|| {
            el("ul")
                .class("slide__measures")
                .attr("role", "list")
                .child(slide.measures.into_iter().map(measure).collect::<Html>())
        }),
        (!slide.items.is_empty()).then(|| items(slide.items)),
        slide.note.map(|note| el("p").class("meta").child(note)),
    )
}

fn measure(row: MeasureRow) -> impl Piece {
    let state = match row.now {
        Some(now) => (
            el("p")
                .child(el("strong").class("slide__n num").child(now.value))
                .child(now.unit.map(|unit| (" ", el("span").class("meta").child(unit)))),
            el("p").child(verdict(now.verdict)),
            now.target.map(|target| el("p").class("meta").child(target)),
        )
            .html(),
        None => el("p").class("flag").child(row.not_measured).html(),
    };
    el("li").child(el("p").child(el("a").attr("href", row.href).child(said(row.title)))).child(state)
}

//! The part of a page that says how to show it elsewhere.

use leptos::prelude::*;

use super::{Hands, use_shown};
use crate::app::html::{Html, Piece, el, live};
use crate::present::share::{Share, ShareText};
use crate::words::say;

/// Folded away until somebody wants it. Without script the texts are there to be selected.
pub fn share(share: Share) -> impl Piece {
    let words = use_shown().words;
    let hands = use_context::<Hands>();
    let done = RwSignal::new(None::<bool>);
    let text = |ShareText { label, copy, text }: ShareText| {
        let copied = text.clone();
        let press = move |_| {
            if let Some(hands) = hands {
                (hands.copy)(Some(copied.clone()), Box::new(move |went| done.set(Some(went))));
            }
        };
        let field = el("textarea")
            .attr("readonly", "")
            .attr("rows", "3")
            .attr("dir", "ltr")
            .attr("spellcheck", "false")
            .child(text);
        let button = el("button").class("button").attr("type", "button").on("click", press).child(copy);
        el("li").child(el("label").child(label).child(field)).child(el("div").class("needs-script").child(button))
    };
    let told = move || done.get().map(|went| if went { say!(words, "copied") } else { say!(words, "copy-refused") });
    el("details")
        .class("more share")
        .child(el("summary").child(share.title))
        .child(share.missing.map(|text| el("p").class("meta").child(text)))
        .child(el("ul").class("plain").attr("role", "list").child(share.texts.into_iter().map(text).collect::<Html>()))
        .child(el("p").class("meta").attr("role", "status").child(live(told)))
}

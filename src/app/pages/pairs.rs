//! Labels and what stands behind them.

use crate::app::html::{Html, Piece, el};
use crate::app::parts::said;
use crate::present::pairs::{Item, Pair};

/// Texts and links, side by side.
pub(super) fn items(items: Vec<Item>) -> Html {
    let item = |(at, item): (usize, Item)| {
        let says = match item.href {
            Some(href) => el("a").attr("href", href).lang(item.text.lang).child(item.text.text).html(),
            None => said(item.text).html(),
        };
        ((at > 0).then_some(" · "), says)
    };
    items.into_iter().enumerate().map(item).collect()
}

/// A list of labels and what they stand for, in the look of a class.
pub(super) fn pairs(class: &'static str, list: Vec<Pair>) -> impl Piece {
    el("dl").class(class).child(list.into_iter().map(pair).collect::<Html>())
}

/// One label and what it stands for.
pub(super) fn pair(pair: Pair) -> impl Piece {
    el("div").child(el("dt").child(said(pair.label))).child(el("dd").child(items(pair.says)))
}

//! Taking my page away as a file, bringing one in, and deleting everything.

use leptos::prelude::*;

use super::{button, status};
use crate::app::follow::Own;
use crate::app::html::{Piece, el};
use crate::app::parts::band;
use crate::app::{File, use_shown};
use crate::present::mine::{Mine, file_name, read};
use crate::words::say;

const SAID: &str = "mine-said-file";

/// Hands a text to the reader.
pub(super) fn save(own: Own, name: String, text: String) {
    (own.hands.save)(File::Json { name, text });
}

pub(super) fn file(own: Own) -> impl Piece {
    let shown = use_shown();
    let words = shown.words.clone();
    let says = RwSignal::new(String::new());
    let whole = shown.feed.is_whole();
    let context = shown.clone();
    let export = move || save(own, file_name(&context.context()), own.mine.with_untracked(Mine::written));
    let (good, bad) = (say!(words, "mine-imported"), say!(words, "mine-import-bad"));
    let import = move || {
        let (good, bad) = (good.clone(), bad.clone());
        (own.hands.open)(Box::new(move |text| {
            match text.and_then(|text| read(&text)) {
                Some(new) => {
                    own.change(&mut |mine| *mine = new.clone());
                    says.set(good);
                    // Of a feed in parts, what is followed now has not come with the page.
                    if !whole && own.works.get_untracked() {
                        (own.hands.reload)();
                    }
                }
                None => says.set(bad),
            }
            (own.hands.focus)(SAID);
        }));
    };
    let deleted = say!(words, "mine-deleted");
    let delete = move || {
        own.change(&mut |mine| *mine = Mine::default());
        says.set(deleted.clone());
        (own.hands.focus)(SAID);
    };
    band(
        "file",
        say!(words, "mine-file"),
        Some(say!(words, "mine-file-note")),
        (
            status(SAID, says),
            el("p").class("mine__row").child(button(say!(words, "mine-export"), export)),
            el("p")
                .class("mine__row")
                .child(button(say!(words, "mine-import"), import))
                .child(" ")
                .child(el("span").class("meta").child(say!(words, "mine-import-note"))),
            el("details")
                .class("more")
                .child(el("summary").child(say!(words, "mine-delete-all")))
                .child(el("p").child(say!(words, "mine-delete-sure")))
                .child(el("p").class("mine__row").child(button(say!(words, "mine-delete-yes"), delete))),
        ),
    )
}

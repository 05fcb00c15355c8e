//! What was promised, asked and heard about a record: sections of its page.

use super::commitments::promises;
use super::heard::ledger;
use super::open_now::{open_lines, open_now};
use crate::app::html::{Html, Piece, el};
use crate::app::parts::band;
use crate::app::use_shown;
use crate::present::together::Together;
use crate::words::say;

/// The sections, as far as there is something to say.
pub(super) fn together_view(about: Together) -> Html {
    let words = use_shown().words;
    let is_silent = about.open.is_none() && about.asked.is_empty() && about.heard.is_empty();
    let promised = (!about.promises.is_empty())
        .then(|| band("promises", say!(words, "promises-title"), None, promises(about.promises, true)));
    let asked = (!about.asked.is_empty())
        .then(|| (el("h3").class("h-small").child(say!(words, "take-processes")), open_lines(about.asked)));
    let heard = (!about.heard.is_empty())
        .then(|| (el("h3").class("h-small").child(say!(words, "take-heard")), ledger(about.heard)));
    let parts = el("div").class("stack").child(about.open.map(open_now)).child(asked).child(heard);
    let answered = (!is_silent).then(|| band("asked", say!(words, "take-asked"), None, parts));
    (promised, answered).html()
}

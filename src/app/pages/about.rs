//! Who the coalition is.

use super::method::{terms, text_head};
use crate::app::html::{Piece, el};
use crate::app::parts::{band, said};
use crate::app::shell::contacts;
use crate::app::use_shown;
use crate::present::about::AboutPage;
use crate::words::say;

/// The page about the coalition.
pub fn about_view(page: AboutPage) -> impl Piece {
    let words = use_shown().words;
    (
        text_head(page.title, page.summary),
        band("vision", say!(words, "about-vision"), None, el("p").class("stand").child(said(page.vision))),
        page.problem.map(|problem| band("problem", say!(words, "about-problem"), None, el("p").child(said(problem)))),
        band("who", say!(words, "about-who"), None, terms(page.terms)),
        page.sample.map(|sample| band("sample", say!(words, "sample-label"), None, el("p").child(sample))),
        band("data", say!(words, "about-data"), None, terms(page.data)),
        band("ask", say!(words, "about-ask"), None, contacts(page.contacts)),
    )
}

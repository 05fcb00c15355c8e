//! Pictures of a site that live outside of it: in letters, documents, on other sites, in messages.
//!
//! An address always shows the picture of the last build, so whoever uses it stays current. Every picture is an SVG file
//! first, made from the elements that the pages show; [`png`] draws it with the fonts that come with the app, and never
//! with those of the machine.

mod card;
mod indicator;
mod palette;
mod png;
mod reuse;

use std::path::Path;

pub(super) use self::card::{HEIGHT as CARD_HEIGHT, WIDTH as CARD_WIDTH};
use self::png::Pen;
use self::reuse::again;
use super::app_files::File;
use crate::app::Shown;
use crate::present;
use crate::present::card::Card;
use crate::routes::Page;
use crate::words::Direction;

/// What makes the pictures of a site. Each call stands for itself, so that many can run at once. A picture that lies in the
/// site `before`, and says that it was made from the same, is not drawn again.
pub(super) struct Pictures {
    /// `None` if the app has no fonts.
    pen: Option<Pen>,
}

impl Pictures {
    /// `fonts` are the bytes of TrueType files. Says so if there are none: then only SVG files are made.
    pub(super) fn new(fonts: &[Vec<u8>]) -> Self {
        let pen = Pen::new(fonts);
        if pen.is_none() {
            eprintln!("Pictures are written as SVG only: the app has no fonts. `make build` brings them.");
        }
        Self { pen }
    }

    /// The files of an indicator's picture in the language that is shown; none if it has no figures.
    pub(super) fn indicator(&self, shown: &Shown, id: &str, before: Option<&Path>) -> Vec<File> {
        let Some(svg) = indicator::svg(shown, id) else { return Vec::new() };
        let path = |kind| shown.site.picture_file(shown.words.lang(), id, kind);
        let png = self.drawn(&path("png"), &svg, indicator::SCALE, before);
        let png = png.map(|bytes| File { path: path("png"), bytes });
        std::iter::once(File { path: path("svg"), bytes: svg.into_bytes() }).chain(png).collect()
    }

    /// Whether pages have preview cards.
    pub(super) fn has_cards(&self) -> bool {
        self.pen.is_some()
    }

    /// The preview card of a page in the language that is shown. Pages that share the card of another have none of their
    /// own.
    pub(super) fn card(&self, shown: &Shown, page: &Page, before: Option<&Path>) -> Option<File> {
        if !self.has_cards() || page.card() != *page {
            return None;
        }
        let context = shown.context();
        let card = present::card::card(&context, page, &present::page(&context, page));
        self.drawn_card(&card, shown.words.dir(), shown.site.card_file(shown.words.lang(), page), before)
    }

    /// The file of a card at a path of the site.
    pub(super) fn drawn_card(
        &self,
        card: &Card,
        direction: Direction,
        path: String,
        before: Option<&Path>,
    ) -> Option<File> {
        let bytes = self.drawn(&path, &card::svg(card, direction), 1., before)?;
        Some(File { path, bytes })
    }

    /// The PNG file of an SVG file at a path of the site.
    fn drawn(&self, path: &str, svg: &str, scale: f32, before: Option<&Path>) -> Option<Vec<u8>> {
        let pen = self.pen.as_ref()?;
        let source = pen.source(svg, scale);
        let known = before.map(|folder| folder.join(path));
        again(known.as_deref(), &source, || pen.drawn(svg, scale, &source))
    }
}

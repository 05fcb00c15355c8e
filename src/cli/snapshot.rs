//! `commonweal snapshot`: the whole dashboard as one file, for a disk, an archive, or a computer without network.
//!
//! The file holds no script. Every page stands in it as a section of its own; a link leads to the section, and the style
//! shows the section that the address names. HTML, CSS and pictures of these kinds will open for a long time.

mod inside;

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use leptos::prelude::*;
use sha2::{Digest, Sha256};

use super::app_files::App;
use super::edition::Edition;
use super::{CLEAN, FINDINGS, FeedArguments, build, load, save};
use crate::app::html::Piece;
use crate::app::{Shown, parts, site};
use crate::feed::{read, write};
use crate::present::list::whole;
use crate::present::snapshot;
use crate::routes::{Address, Page};
use inside::{Carried, Inside};

#[derive(clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    feed: FeedArguments,
    /// The file to write
    #[arg(long, value_name = "FILE.html")]
    out: PathBuf,
    /// The folder of the built app, if it is not found by itself: the look is taken from there
    #[arg(long, value_name = "DIR")]
    app: Option<PathBuf>,
}

/// One page at a time: the first one, until a link names another, or a part of another. `copied` is no class of the site.
const ONE_AT_A_TIME: &str = "\
    .copied{display:none;text-align:start}\
    .copied:target,.copied:has(:target),body:not(:has(.copied:target,.copied :target))>.copied:first-of-type{display:block}";

/// By this, a later copy knows an earlier one, which it may replace.
const MARK: &str = "<meta name=\"generator\" content=\"commonweal snapshot\">";

pub(super) fn run(arguments: &Arguments) -> Result<u8, String> {
    let out = &arguments.out;
    if out.exists() && !fs::read(out).is_ok_and(|before| before.windows(MARK.len()).any(|text| text == MARK.as_bytes()))
    {
        return Err(format!("{} is there already and is no earlier copy of a site. Name another file.", out.display()));
    }
    let path = arguments.feed.path()?;
    let today = arguments.feed.today();
    let source = load::load(&path)?;
    let reading = read(&source, today);
    build::tell(&source, &path, &reading.findings);
    let Some(feed) = reading.feed else { return Ok(FINDINGS) };
    let style = App::load(arguments.app.as_deref())?.style.file.bytes;
    let style = String::from_utf8(style).map_err(|_| "The app's style is not text. Build it with `make build`.")?;
    let history = super::history::history(&path, &feed, today);
    let edition = Edition::new(feed, history, today, "/")?;
    let (text, pages) = document(&edition, &style)?;
    save::save(&arguments.out, text.as_bytes())?;
    eprintln!("{pages} pages in {}, {} kB.", arguments.out.display(), text.len() / 1000);
    Ok(CLEAN)
}

/// The file, and how many pages it holds.
fn document(edition: &Edition, style: &str) -> Result<(String, usize), String> {
    let (_, first) = edition.languages.first().ok_or("The site has no language.")?;
    let published = write::feed_json(&first.feed, crate::feed::schema::FILE_NAME)
        .map_err(|why| format!("The feed cannot be written: {why}."))?;
    let style = format!("{style}\n{ONE_AT_A_TIME}");
    let hash = STANDARD.encode(Sha256::digest(style.as_bytes()));
    let context = first.context();
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\" data-app=\"failed\">\n<head>\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{hash}'; \
         img-src data:; base-uri 'none'; form-action 'none'\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n{MARK}\n\
         <title>{}</title>\n<style>{style}</style>\n</head>\n<body>\n",
        context.lang(),
        context.words.dir().as_str(),
        super::document::escape(&snapshot::title(&context)),
    );
    out.push_str(&drawn(|| parts::sprite().html().to_text()));
    // Nothing runs in the file, so nothing can be searched but by the browser.
    let pages: Vec<Page> = Page::all(&first.feed).into_iter().filter(|page| *page != Page::Search).collect();
    let carried = Carried::new(edition, first, &published);
    for (language, shown) in &edition.languages {
        for page in pages.iter().chain([&Page::NotFound]) {
            let inside = Inside::new(shown, page, &carried);
            let (tag, context) = (language.tag, shown.context());
            let _ = write!(
                out,
                "\n<div class=\"copied\" id=\"{}\" lang=\"{tag}\" dir=\"{}\"><aside class=\"notice\" aria-label=\"{}\">{}</aside>",
                super::document::escape(&inside.id()),
                context.words.dir().as_str(),
                super::document::escape(&snapshot::label(&context)),
                super::document::escape(&snapshot::strip(&context)),
            );
            out.push_str(&section(shown, page, &inside));
            out.push_str("</div>");
        }
    }
    out.push_str("\n</body>\n</html>\n");
    Ok((out, pages.len() * edition.languages.len()))
}

/// A page with all rows of its list, and with its links made to lead inside of the file.
fn section(shown: &Shown, page: &Page, inside: &Inside<'_>) -> String {
    let address = Address { lang: shown.context().lang().to_owned(), page: page.clone(), query: whole(page) };
    drawn(|| {
        let html = site(shown.clone(), Signal::stored(address), None).html();
        html.with_attributes(&mut |tag, attributes| inside.change(tag, attributes)).to_text()
    })
}

fn drawn(draw: impl FnOnce() -> String) -> String {
    let owner = Owner::new();
    let text = owner.with(draw);
    owner.cleanup();
    text
}

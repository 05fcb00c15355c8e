//! `commonweal build`: from a checked feed to the folder of a site.

mod data;
mod packed;
mod parts;
mod place;
mod progress;
mod region;
mod releases;
mod site;
mod work;

use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use chrono::NaiveDate;

pub(super) use self::parts::{Parts, Split};
use self::place::Way;
pub(super) use self::region::name as name_below;
pub(super) use self::releases::MARK as SITE_MARK;
pub(super) use self::site::BuiltSite;
pub(super) use self::work::threads;
use super::app_files::{App, Asset, File};
use super::document::{Documents, Published, Spoken, embed_script};
use super::edition::Edition;
use super::pictures::Pictures;
use super::serve::{base_path, headers};
use super::{CLEAN, FINDINGS, FeedArguments, check, load};
use crate::feed::link::Link;
use crate::feed::source::print;
use crate::feed::{FeedSource, Finding, Summary, read, write};
use crate::present::search;
use crate::routes::Page;

#[derive(clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    feed: FeedArguments,
    /// The folder to write the site into
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    #[command(flatten)]
    place: PlaceArguments,
    /// Build a page over several coalitions, each with a site of its own below it; may be given again
    #[arg(long, value_name = "NAME=FEED", value_parser = region::member, conflicts_with = "feed")]
    with: Vec<region::Member>,
    /// What the page over several coalitions is called
    #[arg(long, value_name = "TITLE", requires = "with")]
    region: Option<String>,
    /// Where the page over several coalitions is published, with https://: its sitemap and its preview card need it
    #[arg(long, value_name = "ADDRESS", requires = "with", value_parser = region::address)]
    site: Option<Link>,
    /// Write every file packed as well (.gz and .br), for a server that sends what lies beside a file
    #[arg(long)]
    compress: bool,
    /// Keep the app's files of so many earlier releases, for pages that readers have open
    #[arg(long, value_name = "N", default_value_t = 0)]
    keep: usize,
    /// The folder of the release before, if it is not the one to write into
    #[arg(long, value_name = "DIR")]
    previous: Option<PathBuf>,
    /// How many pages are made at once; without it, as many as the machine has processors
    #[arg(long, value_name = "N")]
    threads: Option<NonZero<usize>>,
}

/// Where the site will live, and where the app is.
#[derive(clap::Args, Clone)]
pub(super) struct PlaceArguments {
    /// The path under which the host serves the site
    #[arg(long, value_name = "/PATH/", default_value = "/", value_parser = base_path)]
    pub(super) base: String,
    /// The folder of the built app, if it is not found by itself
    #[arg(long, value_name = "DIR")]
    app: Option<PathBuf>,
    /// Whether the feed is published in parts. For tests: by itself, large feeds are
    #[arg(long, hide = true, value_enum, default_value_t)]
    split: Split,
}

pub(super) fn run(arguments: &Arguments) -> Result<u8, String> {
    let began = Instant::now();
    if let Some(previous) = arguments.previous.as_ref().filter(|folder| !folder.join(releases::MARK).is_file()) {
        return Err(format!("{} holds no site that a build has written.", previous.display()));
    }
    let (today, place) = (arguments.feed.today(), &arguments.place);
    let threads = arguments.threads.unwrap_or_else(work::threads);
    let site = match arguments.with.as_slice() {
        [] => {
            let path = arguments.feed.path()?;
            make(load::load(&path)?, &path, today, place, threads)?
        }
        members => {
            let title = arguments.region.as_deref().unwrap_or_default();
            region::make(members, title, arguments.site.as_ref(), today, place, threads)?
        }
    };
    let Some(site) = site else { return Ok(FINDINGS) };
    let (pages, languages) = (site.pages, site.languages);
    let way =
        Way { threads, keep: arguments.keep, compress: arguments.compress, previous: arguments.previous.as_deref() };
    let written = place::replace(site, &arguments.out, &way)?;
    eprintln!("{}", progress::said(pages, languages, &written, began.elapsed()));
    Ok(CLEAN)
}

/// Writes a site into a new folder. What is the same as in the folder `old` is taken over from there.
///
/// # Errors
/// A sentence if it cannot be written.
pub(super) fn write(site: BuiltSite, folder: &Path, old: Option<&Path>) -> Result<(), String> {
    let way = Way { threads: work::threads(), keep: 0, compress: false, previous: None };
    let failed = |why: std::io::Error| format!("{} cannot be written: {why}.", folder.display());
    place::fill(site, folder, old, &way).map(drop).map_err(failed)
}

/// Checks a feed and makes its site. Findings are printed; with errors there is no site.
///
/// # Errors
/// A sentence if the app or a language is missing.
pub(super) fn make(
    source: FeedSource,
    path: &Path,
    today: NaiveDate,
    place: &PlaceArguments,
    threads: NonZero<usize>,
) -> Result<Option<BuiltSite>, String> {
    let Some(edition) = edition(source, path, today, &place.base)? else { return Ok(None) };
    build(edition, App::load(place.app.as_deref())?, place.split, threads).map(Some)
}

/// Checks a feed and makes of it what its pages are made from. Findings are printed; with errors there is none.
fn edition(source: FeedSource, path: &Path, today: NaiveDate, base: &str) -> Result<Option<Edition>, String> {
    let reading = read(&source, today);
    tell(&source, path, &reading.findings);
    // A large feed is not kept twice.
    drop(source);
    let Some(feed) = reading.feed else { return Ok(None) };
    let history = super::history::history(path, &feed, today);
    Edition::new(feed, history, today, base).map(Some)
}

/// Prints errors and warnings; notices are for `check`.
pub(super) fn tell(source: &FeedSource, path: &Path, findings: &[Finding]) {
    for finding in findings.iter().filter(|finding| finding.severity != crate::feed::Severity::Notice) {
        super::out(&check::human(source, finding));
    }
    let summary = Summary::of(findings);
    if summary.error > 0 {
        eprintln!("{}. Nothing was built.", check::total(&summary, path));
    }
}

fn build(edition: Edition, app: App, split: Split, threads: NonZero<usize>) -> Result<BuiltSite, String> {
    const NONE: &str = "The site has no language.";
    let (_, first) = edition.languages.first().ok_or(NONE)?;
    let published = write::feed_json(&first.feed, crate::feed::schema::FILE_NAME)
        .map_err(|why| format!("The feed cannot be written: {why}."))?;
    let in_parts = split.is_meant(published.len());
    let edition = Arc::new(if in_parts { edition.in_parts() } else { edition });
    let (_, first) = edition.languages.first().ok_or(NONE)?;
    let site = first.site.clone();
    let pages: Arc<[Page]> = Page::all(&first.feed).into();
    let mut made = BuiltSite::default();
    made.languages = edition.languages.len();
    let (entry, published) = if in_parts {
        let parts = Parts::of(first, &pages, threads)?;
        parts.add(&mut made);
        (parts.entry.clone(), Published::Parts(Box::new(parts)))
    } else {
        let copy = Asset::new("feed.json", published.clone());
        made.add_asset(&copy);
        let print = print(&published);
        (published, Published::Whole { shipped: copy.file.path, print })
    };
    let pictures = Arc::new(Pictures::new(&app.fonts));
    let has_cards = pictures.has_cards();
    let documents = Arc::new(Documents { app, published, has_cards, embed_script: embed_script() });
    let embeds: Vec<Page> = Page::embeds(&first.feed).collect();
    for (language, shown) in &edition.languages {
        let words = Asset::new(&format!("words-{}.json", language.tag), language.json.as_bytes().to_vec());
        made.add_asset(&words);
        let entries = search::entries(&shown.context());
        let search = Asset::new(&format!("search-{}.txt", language.tag), search::written(&entries).into_bytes());
        made.add_asset(&search);
        let spoken = Arc::new(Spoken { shown: shown.clone(), words, search });
        for page in pages.iter().chain([&Page::NotFound]) {
            made.pages += usize::from(*page != Page::NotFound);
            let (documents, spoken, page) = (documents.clone(), spoken.clone(), page.clone());
            made.add_later(move |_| {
                let path = spoken.shown.site.file(spoken.shown.words.lang(), &page);
                Ok(vec![File { path, bytes: documents.page(&spoken, &page).into_bytes() }])
            });
        }
        for page in pages.iter().filter(|_| has_cards) {
            let (pictures, spoken, page) = (pictures.clone(), spoken.clone(), page.clone());
            made.add_later(move |before| Ok(pictures.card(&spoken.shown, &page, before).into_iter().collect()));
        }
        for page in &embeds {
            let (documents, spoken, page) = (documents.clone(), spoken.clone(), page.clone());
            made.add_later(move |_| {
                let document = documents.embed(&spoken, &page).ok_or("A record of the feed has no page.")?;
                let path = spoken.shown.site.file(spoken.shown.words.lang(), &page);
                Ok(vec![File { path, bytes: document.into_bytes() }])
            });
        }
        for indicator in &first.feed.indicators {
            let (pictures, spoken, id) = (pictures.clone(), spoken.clone(), indicator.id.clone());
            made.add_later(move |before| Ok(pictures.indicator(&spoken.shown, id.as_str(), before)));
        }
    }
    data::add(&mut made, &edition, &entry.into())?;
    let app = &documents.app;
    let programs = app.programs().iter().flat_map(|program| [&program.script, &program.wasm]);
    for asset in programs.chain([&app.style, &app.boot, &documents.embed_script]) {
        made.add_asset(asset);
    }
    for File { path, bytes } in &app.others {
        made.add(path.clone(), bytes.clone());
    }
    made.add("_headers".into(), headers::headers_file(site.base(), &[]).into_bytes());
    // GitHub Pages would otherwise leave out files whose names begin with an underscore.
    made.add(".nojekyll".into(), Vec::new());
    Ok(made)
}

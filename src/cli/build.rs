//! `commonweal build`: from a checked feed to the folder of a site.

mod data;
mod packed;
mod site;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

pub(super) use self::site::BuiltSite;
use super::app_files::{App, Asset, File};
use super::document::{Documents, Spoken};
use super::formats::{news_feed, sitemap};
use super::serve::headers;
use super::{CLEAN, FINDINGS, FeedArguments, check, load};
use crate::app::{Changes, Shown};
use crate::feed::history::History;
use crate::feed::{Feed, FeedSource, Finding, Summary, read, write};
use crate::routes::{self, Page, Site};
use crate::words::{Catalog, carried};

#[derive(clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    feed: FeedArguments,
    /// The folder to write the site into
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    #[command(flatten)]
    place: PlaceArguments,
    /// Write every file packed as well (.gz and .br), for a server that sends what lies beside a file
    #[arg(long)]
    compress: bool,
}

/// Where the site will live, and where the app is.
#[derive(clap::Args, Clone)]
pub(super) struct PlaceArguments {
    /// The path under which the host serves the site
    #[arg(long, value_name = "/PATH/", default_value = "/")]
    pub(super) base: String,
    /// The folder of the built app, if it is not found by itself
    #[arg(long, value_name = "DIR")]
    app: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> Result<u8, String> {
    let path = arguments.feed.path()?;
    let source = load::load(&path)?;
    let Some(mut site) = make(&source, &path, arguments.feed.today(), &arguments.place)? else { return Ok(FINDINGS) };
    if arguments.compress {
        packed::add(&mut site)?;
    }
    site.write(&arguments.out)?;
    eprintln!("{} pages in {}.", site.pages, arguments.out.display());
    Ok(CLEAN)
}

/// Checks a feed and makes its site. Findings are printed; with errors there is no site.
///
/// # Errors
/// A sentence if the app or a language is missing.
pub(super) fn make(
    source: &FeedSource,
    path: &Path,
    today: NaiveDate,
    place: &PlaceArguments,
) -> Result<Option<BuiltSite>, String> {
    let reading = read(source, today);
    tell(source, path, &reading.findings);
    let Some(feed) = reading.feed else { return Ok(None) };
    let app = App::load(place.app.as_deref())?;
    let history = super::history::history(path, today);
    build(feed, history, &app, today, &place.base).map(Some)
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

fn build(feed: Feed, history: History, app: &App, today: NaiveDate, base: &str) -> Result<BuiltSite, String> {
    let wanted: Vec<String> = feed.coalition.locales.iter().map(|locale| locale.as_str().to_owned()).collect();
    for tag in wanted.iter().filter(|tag| carried::language(tag).is_none()) {
        eprintln!("The site is not offered in {tag}: this version has no words for it.");
    }
    let languages = carried::languages(feed.coalition.default_locale.as_str(), &wanted);
    let tags = languages.iter().map(|language| language.tag.to_owned()).collect();
    let mut site = Site::new(base, tags);
    if let Some(home) = &feed.coalition.site {
        site = site.at(home.as_str());
    }
    let (feed, site) = (Arc::new(feed), Arc::new(site));
    let unwritable = |why: serde_json::Error| format!("The feed cannot be written: {why}.");
    let (history, written_history) = history.written().map_err(unwritable)?;
    let changes = Arc::new(Changes { history, last_visit: None });
    let show = |words: Catalog| Shown {
        feed: feed.clone(),
        words: Arc::new(words),
        site: site.clone(),
        today,
        draft: None,
        changes: Some(changes.clone()),
    };
    let published = write::feed_json(&feed, crate::feed::schema::FILE_NAME).map_err(unwritable)?;
    let shipped_feed = Asset::new("feed.json", published.clone());
    let mut made = BuiltSite::default();
    let documents = Documents { app, shipped_feed: &shipped_feed };
    let pages = Page::all(&feed);
    let mut first = None;
    for language in &languages {
        let shown = show(language.catalog().map_err(|why| why.to_string())?);
        let words = Asset::new(&format!("words-{}.json", language.tag), language.json.as_bytes().to_vec());
        let spoken = Spoken { shown: &shown, words: &words };
        for page in &pages {
            let file = site.file(language.tag, page);
            made.add(file, documents.page(&spoken, page).into_bytes());
            made.pages += 1;
        }
        let not_found = site.file(language.tag, &Page::NotFound);
        made.add(not_found, documents.page(&spoken, &Page::NotFound).into_bytes());
        made.add_asset(&words);
        let news = news_feed::news_feed(&shown.context(), &changes.history, &host(&feed));
        made.add(site.news_feed_file(language.tag), news.into_bytes());
        first.get_or_insert(shown);
    }
    data::add(&mut made, &first.ok_or("The site has no language.")?, published)?;
    made.add(routes::CHANGES_FILE.into(), written_history);
    let programs = app.programs().iter().flat_map(|program| [&program.script, &program.wasm]);
    for asset in programs.chain([&app.style, &app.boot, &shipped_feed]) {
        made.add_asset(asset);
    }
    for File { path, bytes } in &app.others {
        made.add(path.clone(), bytes.clone());
    }
    made.add("sitemap.xml".into(), sitemap::sitemap(&site, &pages).into_bytes());
    made.add("robots.txt".into(), sitemap::robots(&site).into_bytes());
    made.add("_headers".into(), headers::headers_file(site.base()).into_bytes());
    // GitHub Pages would otherwise leave out files whose names begin with an underscore.
    made.add(".nojekyll".into(), Vec::new());
    made.add(site::MARK.into(), b"Written by `commonweal build`, which may replace this whole folder.\n".to_vec());
    Ok(made)
}

/// The host of the published site, for ids that are unique in the world.
pub(super) fn host(feed: &Feed) -> String {
    let home = feed.coalition.site.as_ref().map_or("", |site| site.as_str());
    let host = home.split("//").nth(1).and_then(|rest| rest.split('/').next()).filter(|host| !host.is_empty());
    host.map_or_else(|| format!("{}.invalid", feed.coalition.id.as_str()), str::to_owned)
}

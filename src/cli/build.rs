//! `commonweal build`: from a checked feed to the folder of a site.

mod history;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

use super::app_files::{App, Asset, File};
use super::document::{Documents, Spoken};
use super::serve::headers;
use super::{CLEAN, FINDINGS, FeedArguments, calendar, check, load};
use crate::app::{Changes, Shown};
use crate::feed::history::History;
use crate::feed::schema::schema;
use crate::feed::{Feed, FeedSource, Finding, Summary, read, write};
use crate::present::csv::indicator_csv;
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

/// A file in every folder that a build has written, by which the next build knows that it may replace it.
const MARK: &str = ".commonweal-site";

pub(super) fn run(arguments: &Arguments) -> Result<u8, String> {
    let path = arguments.feed.path()?;
    let source = load::load(&path)?;
    let Some(site) = make(&source, &path, arguments.feed.today(), &arguments.place)? else { return Ok(FINDINGS) };
    site.write(&arguments.out)?;
    eprintln!("{} pages in {}.", site.pages, arguments.out.display());
    Ok(CLEAN)
}

/// A whole site, not yet on disk.
pub(super) struct BuiltSite {
    files: BTreeMap<String, Vec<u8>>,
    pub(super) pages: usize,
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
fn tell(source: &FeedSource, path: &Path, findings: &[Finding]) {
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
    let mut made = BuiltSite { files: BTreeMap::new(), pages: 0 };
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
        let news = history::news_feed(&shown.context(), &changes.history, &host(&feed));
        made.add(site.news_feed_file(language.tag), news.into_bytes());
        first.get_or_insert(shown);
    }
    made.add_data(&first.ok_or("The site has no language.")?, published)?;
    made.add(routes::CHANGES_FILE.into(), written_history);
    let programs = app.programs().iter().flat_map(|program| [&program.script, &program.wasm]);
    for asset in programs.chain([&app.style, &app.boot, &shipped_feed]) {
        made.add_asset(asset);
    }
    for File { path, bytes } in &app.others {
        made.add(path.clone(), bytes.clone());
    }
    made.add("sitemap.xml".into(), sitemap(&site, &pages).into_bytes());
    made.add("robots.txt".into(), robots(&site).into_bytes());
    made.add("_headers".into(), headers::headers_file(site.base()).into_bytes());
    // GitHub Pages would otherwise leave out files whose names begin with an underscore.
    made.add(".nojekyll".into(), Vec::new());
    made.add(MARK.into(), b"Written by `commonweal build`, which may replace this whole folder.\n".to_vec());
    Ok(made)
}

impl BuiltSite {
    fn add(&mut self, path: String, bytes: Vec<u8>) {
        self.files.insert(path, bytes);
    }

    fn add_asset(&mut self, asset: &Asset) {
        self.add(asset.file.path.clone(), asset.file.bytes.clone());
    }

    /// What programs read: the feed, its schema, a table for each indicator, calendars.
    fn add_data(&mut self, shown: &Shown, published: Vec<u8>) -> Result<(), String> {
        let context = shown.context();
        self.add(routes::FEED_FILE.into(), published);
        let schema =
            serde_json::to_vec_pretty(&schema()).map_err(|why| format!("The schema cannot be written: {why}."))?;
        self.add(routes::SCHEMA_FILE.into(), schema);
        for indicator in shown.feed.indicators.iter().filter(|one| shown.feed.series_of(&one.id).is_some()) {
            let table = indicator_csv(&context, indicator);
            self.add(routes::indicator_csv_file(indicator.id.as_str()), table.into_bytes());
        }
        let host = host(&shown.feed);
        let events: Vec<_> = shown.feed.events.iter().collect();
        self.add(routes::CALENDAR_FILE.into(), calendar::calendar(&context, &events, &host).into_bytes());
        for event in events {
            let file = routes::event_calendar_file(event.id.as_str());
            self.add(file, calendar::calendar(&context, &[event], &host).into_bytes());
        }
        Ok(())
    }

    /// Writes the site into a folder: first beside it, then in its place, so that no reader of the folder sees half a
    /// site and a failure leaves what was there.
    ///
    /// # Errors
    /// A sentence if the folder holds something else, or cannot be written.
    pub(super) fn write(&self, out: &Path) -> Result<(), String> {
        let occupied = fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_some());
        if out.is_file() || (occupied && !out.join(MARK).is_file()) {
            return Err(format!(
                "{} holds something that no build has written. Choose an empty folder.",
                out.display()
            ));
        }
        let name = out.file_name().ok_or_else(|| format!("{} cannot be replaced. Name a folder.", out.display()))?;
        let beside =
            |suffix: &str| out.with_file_name(format!(".{}.{suffix}-{}", name.to_string_lossy(), std::process::id()));
        let (new, old) = (beside("new"), beside("old"));
        let failed = |why: std::io::Error| format!("{} cannot be written: {why}.", out.display());
        self.write_files(&new).map_err(|why| {
            let _ = fs::remove_dir_all(&new);
            failed(why)
        })?;
        if out.exists() {
            fs::rename(out, &old).map_err(failed)?;
        }
        if let Err(why) = fs::rename(&new, out) {
            let _ = fs::rename(&old, out);
            return Err(failed(why));
        }
        let _ = fs::remove_dir_all(&old);
        Ok(())
    }

    /// Writes all files below a folder.
    pub(super) fn write_files(&self, folder: &Path) -> std::io::Result<()> {
        for (path, bytes) in &self.files {
            let path = folder.join(path);
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::write(path, bytes)?;
        }
        Ok(())
    }
}

/// The host of the published site, for ids that are unique in the world.
fn host(feed: &Feed) -> String {
    let home = feed.coalition.site.as_ref().map_or("", |site| site.as_str());
    let host = home.split("//").nth(1).and_then(|rest| rest.split('/').next()).filter(|host| !host.is_empty());
    host.map_or_else(|| format!("{}.invalid", feed.coalition.id.as_str()), str::to_owned)
}

fn sitemap(site: &Site, pages: &[Page]) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    let absolute = |lang: &str, page: &Page| site.absolute(&site.path(lang, page));
    for page in pages {
        for lang in site.languages() {
            out.push_str(&format!("<url><loc>{}</loc>", absolute(lang, page)));
            for other in site.languages().iter().filter(|_| site.languages().len() > 1) {
                let href = absolute(other, page);
                out.push_str(&format!("<xhtml:link rel=\"alternate\" hreflang=\"{other}\" href=\"{href}\"/>"));
            }
            out.push_str("</url>\n");
        }
    }
    out.push_str("</urlset>\n");
    out
}

fn robots(site: &Site) -> String {
    format!("User-agent: *\nAllow: /\nSitemap: {}\n", site.absolute(&format!("{}sitemap.xml", site.base())))
}

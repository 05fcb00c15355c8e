//! The published form of a large feed: an entry, and a part for every page.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::fmt::Display;
use std::num::NonZero;
use std::sync::{Arc, Mutex, PoisonError};
use std::{fs, io};

use serde_json::{Map, Value, json};

use super::site::BuiltSite;
use super::work;
use crate::app::Shown;
use crate::app::behind::{Behind, behind};
use crate::cli::app_files::{Asset, File};
use crate::cli::document;
use crate::feed::id::Kind;
use crate::feed::mentions::Mentions;
use crate::feed::share::{Lines, Share};
use crate::feed::source::MAX_FILE_BYTES;
use crate::feed::{Feed, write};
use crate::present::needs::Needs;
use crate::routes::{Address, PARTS, Page, Query};

/// A feed whose one file is larger than this is published in parts. The larger sample has 440 KiB.
const SPLIT_ABOVE: usize = 768 * 1024;

/// A page whose part would be larger stays as the build wrote it: a phone would wait too long for what it adds, and
/// no reader takes it. The list of 5,000 measures in short is not far below; packed, it is a tenth.
const MOST_PART_BYTES: usize = MAX_FILE_BYTES;

/// Whether a feed is published in parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(in crate::cli) enum Split {
    /// A large one.
    #[default]
    Auto,
    Always,
    Never,
}

impl Split {
    /// `whole`: bytes of the feed as one file.
    pub(in crate::cli) fn is_meant(self, whole: usize) -> bool {
        match self {
            Self::Auto => whole > SPLIT_ABOVE,
            Self::Always => true,
            Self::Never => false,
        }
    }
}

/// How much of a feed a part holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    /// What the page needs.
    Own,
    /// That with records in short.
    Short,
    Everything,
}

/// A part as it is written, and what it was made of.
type Written = (Vec<u8>, Feed);

/// A feed in parts.
pub(in crate::cli) struct Parts {
    /// `data/feed.json`: what every page is made with, and where the table of parts is.
    pub(super) entry: Vec<u8>,
    /// Which page has which part.
    table: Asset,
    /// The part of the reader's own page: it says where the parts of those records are that can be followed.
    mine: Asset,
    /// Where the part of a page is, and what it holds. Not the parts themselves: all of them together are far larger than
    /// the feed, so each is made once more when it is written.
    pages: HashMap<Page, (String, Extent)>,
    /// Of pages that show their measures in short: what they are made of, in the file of the page too.
    in_short: HashMap<Page, Arc<Feed>>,
    source: Arc<Source>,
}

/// What parts are made from.
struct Source {
    shown: Shown,
    mentions: Arc<Mentions>,
}

impl Parts {
    /// The parts of a feed for these pages.
    ///
    /// # Errors
    /// A sentence if a record cannot be written, which no record type allows.
    pub(super) fn of(shown: &Shown, pages: &[Page], threads: NonZero<usize>) -> Result<Self, String> {
        made(shown, pages, threads).map_err(failed)
    }

    /// Where the part of a page is; `None` for a page that is only read.
    pub(in crate::cli) fn page(&self, page: &Page) -> Option<&str> {
        match page {
            Page::Mine => Some(&self.mine.file.path),
            _ => self.pages.get(page).map(|(path, _)| path.as_str()),
        }
    }

    /// What a page is made of where that is not the whole feed.
    pub(in crate::cli) fn in_short(&self, page: &Page) -> Option<&Arc<Feed>> {
        self.in_short.get(page)
    }

    /// Adds every file that is kept for ever under its hash.
    pub(super) fn add(&self, site: &mut BuiltSite) {
        [&self.table, &self.mine].into_iter().for_each(|asset| site.add_asset(asset));
        for (page, (path, extent)) in &self.pages {
            let (source, page, path, extent) = (self.source.clone(), page.clone(), path.clone(), *extent);
            site.add_later(move |before| {
                let known = before.and_then(|before| fs::read(before.join(&path)).ok());
                let known = known.filter(|bytes| file(&page, bytes.clone()).file.path == path);
                let made = || source.part(&source.needs(), &page, extent).map_err(failed);
                let bytes = match known {
                    None => made()?.map(|(bytes, _)| bytes),
                    known => known,
                };
                Ok(bytes.into_iter().map(|bytes| File { path: path.clone(), bytes }).collect())
            });
        }
    }
}

fn failed(why: impl Display) -> String {
    format!("The feed cannot be written: {why}.")
}

impl Source {
    fn needs(&self) -> Needs<'_> {
        let history = self.shown.changes.as_ref().map(|changes| &changes.history);
        Needs::with(self.shown.context(), self.mentions.clone(), history)
    }

    /// The part of a page; `None` if it is too large by far.
    fn part(&self, needs: &Needs<'_>, page: &Page, extent: Extent) -> Result<Option<Written>, serde_json::Error> {
        let feed = &self.shown.feed;
        let share = match extent {
            Extent::Own => needs.page(page),
            Extent::Short => needs.in_short(page).unwrap_or_else(|| needs.page(page)),
            Extent::Everything => everything(feed),
        };
        // A figure and the comma after it: nothing is copied that is too much already.
        if feed.count_observations(&share) > MOST_PART_BYTES / 2 {
            return Ok(None);
        }
        let share = feed.share(&share);
        Ok(Some((write::part_json(&share, &page.path(), Map::new())?, share)))
    }

    /// So little that the page is the same as from the whole feed, which is compared. `None` if it would be too large. With
    /// it, what the file of the page is made of too, where that is not the whole.
    fn smallest(&self, needs: &Needs<'_>, page: &Page) -> Result<Option<Found>, serde_json::Error> {
        let seen = |feed: Arc<Feed>| {
            let shown = Shown { feed, ..self.shown.clone() };
            let lang = shown.words.lang().to_owned();
            document::body(shown, Address { lang, page: page.clone(), query: Query::default() })
        };
        let wanted = OnceCell::new();
        let is_same = |share: &Arc<Feed>| seen(share.clone()) == *wanted.get_or_init(|| seen(self.shown.feed.clone()));
        let mut was_small = false;
        for extent in [Extent::Own, Extent::Short, Extent::Everything] {
            // Where little is too much already, everything is.
            let is_hopeless = extent == Extent::Everything && !was_small;
            if is_hopeless || extent == Extent::Short && needs.in_short(page).is_none() {
                continue;
            }
            let part = self.part(needs, page, extent)?;
            let Some((bytes, share)) = part.filter(|(bytes, _)| bytes.len() <= MOST_PART_BYTES) else { continue };
            was_small |= extent == Extent::Own;
            let share = Arc::new(share);
            // Of so many measures nobody needs more than a few points in a line, so the list is made of these, in its file too.
            let short = (extent == Extent::Short && *page == Page::Indicators).then(|| share.clone());
            if short.is_some() || extent == Extent::Everything || is_same(&share) {
                let path = file(page, bytes).file.path;
                return Ok(Some(Found { path, extent, short }));
            }
        }
        Ok(None)
    }
}

/// The smallest part that will do.
struct Found {
    path: String,
    extent: Extent,
    short: Option<Arc<Feed>>,
}

/// A part with its name.
fn file(page: &Page, bytes: Vec<u8>) -> Asset {
    let stem = page.path().replace('/', "-");
    Asset::below(PARTS, &format!("{}.json", stem_of(stem.trim_end_matches('-'))), bytes)
}

fn made(shown: &Shown, pages: &[Page], threads: NonZero<usize>) -> io::Result<Parts> {
    let feed = &shown.feed;
    let source = Arc::new(Source { shown: shown.clone(), mentions: Arc::new(Mentions::of(feed)?) });
    let needs = source.needs();
    let wanted = pages.iter().filter(|page| behind(page) != Behind::Nothing && **page != Page::Mine);
    let found = Mutex::new((HashMap::new(), HashMap::new()));
    work::all(wanted.collect(), threads, |page: &Page| {
        if let Some(Found { path, extent, short }) = source.smallest(&needs, page)? {
            let mut found = found.lock().unwrap_or_else(PoisonError::into_inner);
            found.0.insert(page.clone(), (path, extent));
            found.1.extend(short.map(|short| (page.clone(), short)));
        }
        Ok(())
    })?;
    let (found, in_short) = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    let of = |page: &Page| found.get(page).map(|(path, _)| (page.path(), Value::from(path.as_str())));
    let followed = pages.iter().filter(|page| matches!(page, Page::Goal(_) | Page::Place(_) | Page::Partner(_)));
    let core = feed.share(&Share::core());
    let mine = write::part_json(&core, &Page::Mine.path(), followed.filter_map(of).collect())?;
    let mine = file(&Page::Mine, mine);
    // In the order of the pages: the threads have none.
    let table = pages.iter().filter_map(|page| match page {
        Page::Mine => Some((page.path(), Value::from(mine.file.path.as_str()))),
        page => of(page),
    });
    let table: Map<String, Value> = table.collect();
    let table = serde_json::to_vec(&json!({"pages": Value::Object(table)}))?;
    let table = Asset::below(PARTS, "table.json", table);
    let entry = write::entry_json(feed, &table.file.path)?;
    drop(needs);
    Ok(Parts { entry, table, mine, pages: found, in_short, source })
}

/// The name of a page's part, without what could be taken for the extension.
fn stem_of(path: &str) -> &str {
    match path {
        "" => "overview",
        path => path.strip_suffix(".html").unwrap_or(path),
    }
}

fn everything(feed: &Feed) -> Share {
    let series = feed.series.iter().map(|series| (series.indicator.to_string(), Lines::Whole));
    Share { kinds: Kind::ALL.iter().copied().collect(), series: series.collect(), ..Share::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(split: Split, whole: usize, expected: bool) {
        assert_eq!(split.is_meant(whole), expected);
    }

    #[test]
    fn large_feeds_are_split_unless_told_otherwise() {
        check(Split::Auto, SPLIT_ABOVE, false);
        check(Split::Auto, SPLIT_ABOVE + 1, true);
        check(Split::Always, 0, true);
        check(Split::Never, usize::MAX, false);
    }

    #[test]
    fn parts_are_named_after_their_pages() {
        for (path, stem) in [("", "overview"), ("404.html", "404"), ("goals-a", "goals-a")] {
            assert_eq!(stem_of(path), stem);
        }
    }
}

//! The published form of a large feed: an entry, and a part for every page.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::{Map, Value, json};

use super::work;
use crate::app::Shown;
use crate::app::behind::{Behind, behind};
use crate::cli::app_files::Asset;
use crate::cli::document;
use crate::feed::id::Kind;
use crate::feed::schema::FILE_NAME;
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
    pub(super) fn is_meant(self, whole: usize) -> bool {
        match self {
            Self::Auto => whole > SPLIT_ABOVE,
            Self::Always => true,
            Self::Never => false,
        }
    }
}

/// A part as it is written, and what the file of its page is made of if not of the whole.
type Made = (Option<Vec<u8>>, Option<Arc<Feed>>);

/// A part as it is written, and what it was made of.
type Written = (Vec<u8>, Arc<Feed>);

/// A feed in parts.
pub(in crate::cli) struct Parts {
    /// What every page is made with.
    pub(in crate::cli) core: Asset,
    /// `data/feed.json`: the core, and where the table of parts is.
    pub(super) entry: Vec<u8>,
    /// Which page has which part.
    pub(super) table: Asset,
    pages: HashMap<Page, Asset>,
    /// Of pages that show their measures in short: what they are made of, in the file of the page too.
    in_short: HashMap<Page, Arc<Feed>>,
}

impl Parts {
    /// The parts of a feed for these pages.
    ///
    /// # Errors
    /// A sentence if a record cannot be written, which no record type allows.
    pub(super) fn of(shown: &Shown, pages: &[Page]) -> Result<Self, String> {
        made(shown, pages).map_err(|why| format!("The feed cannot be written: {why}."))
    }

    /// The part of a page; `None` for a page that is only read.
    pub(in crate::cli) fn page(&self, page: &Page) -> Option<&Asset> {
        self.pages.get(page)
    }

    /// What a page is made of where that is not the whole feed.
    pub(in crate::cli) fn in_short(&self, page: &Page) -> Option<&Arc<Feed>> {
        self.in_short.get(page)
    }

    /// Every file that is kept for ever under its hash.
    pub(super) fn assets(&self) -> impl Iterator<Item = &Asset> {
        [&self.core, &self.table].into_iter().chain(self.pages.values())
    }
}

fn made(shown: &Shown, pages: &[Page]) -> io::Result<Parts> {
    let feed = &shown.feed;
    // The name of an entry is the hash of what it holds. A part belongs to it as long as that stays the same, however
    // often figures change, so that a build leaves alone whatever is the same as before.
    let unnamed = write::entry_json(feed, FILE_NAME, json!({}))?;
    let name = crate::cli::app_files::hash(&unnamed);
    let core = write::entry_json(feed, FILE_NAME, json!({"entry": name}))?;
    let needs = Needs::of(feed)?;
    let wanted = pages.iter().filter(|page| behind(page) != Behind::Nothing);
    let found = Mutex::new((HashMap::new(), HashMap::new()));
    work::all(wanted.collect(), work::threads(), |page: &Page| {
        let (bytes, short) = part(shown, &needs, page, &name)?;
        let stem = page.path().replace('/', "-");
        let named = format!("{}.json", stem_of(stem.trim_end_matches('-')));
        let mut found = found.lock().unwrap_or_else(PoisonError::into_inner);
        found.0.extend(bytes.map(|bytes| (page.clone(), Asset::below(PARTS, &named, bytes))));
        found.1.extend(short.map(|short| (page.clone(), short)));
        Ok(())
    })?;
    let (found, in_short) = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    // In the order of the pages: the threads have none.
    let table = pages.iter().filter_map(|page| Some((page, found.get(page)?)));
    let table: Map<String, Value> =
        table.map(|(page, part)| (page.path(), Value::from(part.file.path.as_str()))).collect();
    let table = serde_json::to_vec(&json!({"entry": name, "pages": Value::Object(table)}))?;
    let table = Asset::below(PARTS, "table.json", table);
    let entry = write::entry_json(feed, FILE_NAME, json!({"entry": name, "table": table.file.path}))?;
    Ok(Parts { core: Asset::below(PARTS, "core.json", core), entry, table, pages: found, in_short })
}

/// The name of a page's part, without what could be taken for the extension.
fn stem_of(path: &str) -> &str {
    match path {
        "" => "overview",
        path => path.strip_suffix(".html").unwrap_or(path),
    }
}

/// The part of a page: so little that the page is the same as from the whole feed, which is compared. `None` if it would
/// be too large. With it, what the file of the page is made of too, where that is not the whole.
fn part(shown: &Shown, needs: &Needs<'_>, page: &Page, entry: &str) -> Result<Made, serde_json::Error> {
    let feed = &shown.feed;
    let written = |share: Feed| -> Result<Option<Written>, serde_json::Error> {
        let bytes = write::part_json(&share, entry, &page.path())?;
        Ok((bytes.len() <= MOST_PART_BYTES).then(|| (bytes, Arc::new(share))))
    };
    let seen = |feed: &Arc<Feed>| {
        let shown = Shown { feed: feed.clone(), ..shown.clone() };
        let lang = shown.words.lang().to_owned();
        document::body(shown, Address { lang, page: page.clone(), query: Query::default() })
    };
    let wanted = OnceCell::new();
    let is_same = |share: &Arc<Feed>| seen(share) == *wanted.get_or_init(|| seen(feed));
    let own = written(feed.share(&needs.page(page)))?;
    let is_small = own.is_some();
    if let Some((bytes, _)) = own.filter(|(_, share)| is_same(share)) {
        return Ok((Some(bytes), None));
    }
    if let Some((bytes, share)) =
        needs.in_short(&shown.context(), page).map(|share| written(feed.share(&share))).transpose()?.flatten()
    {
        // Of so many measures nobody needs more than a few points in a line, so the list is made of these, in its file too.
        let short = (*page == Page::Indicators).then(|| share.clone());
        if short.is_some() || is_same(&share) {
            return Ok((Some(bytes), short));
        }
    }
    // What this page needs was not foreseen: it gets everything, if that is little enough.
    if !is_small {
        return Ok((None, None));
    }
    Ok((written(feed.share(&everything(feed)))?.map(|(bytes, _)| bytes), None))
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

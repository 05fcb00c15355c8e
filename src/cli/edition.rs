//! A checked feed with everything that its pages are made from, in every language of its site.

use std::sync::Arc;

use chrono::NaiveDate;

use super::formats::{Material, site_of};
use crate::app::{Changes, Shown};
use crate::feed::Feed;
use crate::feed::history::History;
use crate::present::search::{Index, entries, finder};
use crate::words::carried::{self, Language};

/// What the pages of each language are made from, the default language first. There is at least one.
pub(super) struct Edition {
    pub(super) languages: Vec<(&'static Language, Shown)>,
    /// The history of the feed, which every language shares.
    changes: Arc<Changes>,
    /// The same as it is published.
    pub(super) written_history: Vec<u8>,
}

impl Edition {
    /// Of a language that this program has no words for, one sentence goes to standard error.
    ///
    /// # Errors
    /// A sentence if the program's own words cannot be read, or the history cannot be written.
    pub(super) fn new(feed: Feed, history: History, today: NaiveDate, base: &str) -> Result<Self, String> {
        let wanted = feed.coalition.locales.iter().map(|locale| locale.as_str());
        for tag in wanted.filter(|tag| carried::language(tag).is_none()) {
            eprintln!("The site is not offered in {tag}: this version has no words for it.");
        }
        let (languages, site) = site_of(&feed, base);
        let (history, written_history) =
            history.written().map_err(|why| format!("The history cannot be written: {why}."))?;
        let (feed, site) = (Arc::new(feed.with_history(&history)), Arc::new(site));
        let changes = Arc::new(Changes { history, last_visit: None });
        let shown = |language: &'static Language| {
            let words = language.catalog().map_err(|why| why.to_string())?;
            let shown = Shown {
                feed: feed.clone(),
                words: Arc::new(words),
                site: site.clone(),
                today,
                draft: None,
                changes: Some(changes.clone()),
                search: None,
                followed: Vec::new(),
            };
            let search = Some(finder(Index::new(entries(&shown.context()))));
            Ok((language, Shown { search, ..shown }))
        };
        let languages = languages.into_iter().map(shown).collect::<Result<_, String>>()?;
        Ok(Self { languages, changes, written_history })
    }

    /// The same, of a site whose feed is published in parts.
    pub(super) fn in_parts(mut self) -> Self {
        for (_, shown) in &mut self.languages {
            shown.site = Arc::new(shown.site.as_ref().clone().in_parts());
        }
        self
    }

    /// Lends what the files for programs are made from. `feed_json`: the feed as it is published.
    pub(super) fn with_material<R>(&self, feed_json: &[u8], write: impl FnOnce(&Material<'_>) -> R) -> R {
        let contexts: Vec<_> = self.languages.iter().map(|(_, shown)| shown.context()).collect();
        write(&Material {
            contexts: &contexts,
            history: &self.changes.history,
            feed_json,
            changes_json: &self.written_history,
        })
    }
}

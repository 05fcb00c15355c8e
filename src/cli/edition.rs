//! A checked feed with everything that its pages are made from, in every language of its site.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::app::{Changes, Shown};
use crate::feed::Feed;
use crate::feed::history::History;
use crate::routes::Site;
use crate::words::carried::{self, Language};

/// What the pages of each language are made from, the default language first. There is at least one.
pub(super) struct Edition {
    pub(super) languages: Vec<(&'static Language, Shown)>,
    /// The history as it is published.
    pub(super) written_history: Vec<u8>,
}

impl Edition {
    /// Of a language that this program has no words for, one sentence goes to standard error.
    ///
    /// # Errors
    /// A sentence if the program's own words cannot be read, or the history cannot be written.
    pub(super) fn new(feed: Feed, history: History, today: NaiveDate, base: &str) -> Result<Self, String> {
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
        let (history, written_history) =
            history.written().map_err(|why| format!("The history cannot be written: {why}."))?;
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
            };
            Ok((language, shown))
        };
        let languages = languages.into_iter().map(shown).collect::<Result<_, String>>()?;
        Ok(Self { languages, written_history })
    }
}

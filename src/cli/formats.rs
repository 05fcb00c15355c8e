//! What programs read instead of pages: one file for each format. `build` writes them all, `export` each alone.
//!
//! Which files there are is said in [`crate::routes::Form`]; here it is said how each is written.

mod address;
mod calendar;
mod catalog;
mod impact;
mod index;
mod json_feed;
mod license;
pub(super) mod linked_data;
mod news;
mod news_feed;
mod package;
mod places;
mod record;
pub(super) mod sitemap;
mod summary;
#[cfg(test)]
mod tests;

pub(super) use self::catalog::lacking;
use crate::feed::Feed;
use crate::feed::history::History;
use crate::feed::id::{EventId, IndicatorId};
use crate::feed::schema::schema;
use crate::present::Context;
use crate::present::csv::indicator_csv;
use crate::present::published::vintages_csv;
use crate::routes::{DataFile, Form, Page, Site};
use crate::words::carried::{self, Language};

/// What all files are made from.
pub(super) struct Material<'a> {
    /// One for each language of the site, the default one first.
    pub(super) contexts: &'a [Context<'a>],
    /// The versions of the feed, where they are known.
    pub(super) history: &'a History,
    /// The published feed, and its versions as they are published.
    pub(super) feed_json: &'a [u8],
    pub(super) changes_json: &'a [u8],
}

impl<'a> Material<'a> {
    /// In a language of the site, or in the default one.
    fn context(&self, lang: Option<&str>) -> Result<&'a Context<'a>, String> {
        let own = self.contexts.iter().find(|context| Some(context.lang()) == lang);
        own.or(self.contexts.first()).ok_or_else(|| "The site has no language.".to_owned())
    }
}

/// The languages in which the site of a feed is offered, and the site.
pub(super) fn site_of(feed: &Feed, base: &str) -> (Vec<&'static Language>, Site) {
    let wanted: Vec<String> = feed.coalition.locales.iter().map(|locale| locale.as_str().to_owned()).collect();
    let languages = carried::languages(feed.coalition.default_locale.as_str(), &wanted);
    let site = Site::new(base, languages.iter().map(|language| language.tag.to_owned()).collect());
    let site = match &feed.coalition.site {
        Some(home) => site.at(home.as_str()),
        None => site,
    };
    (languages, site)
}

/// The bytes of a file.
///
/// # Errors
/// A sentence if the file is about a record that the feed does not have, or cannot be written as JSON or packed.
pub(super) fn write(material: &Material<'_>, file: &DataFile) -> Result<Vec<u8>, String> {
    let context = material.context(file.lang.as_deref())?;
    let of = file.of.as_deref().unwrap_or_default();
    let unknown = || format!("The feed has no record {of}.");
    let indicator = || IndicatorId::new(of).and_then(|id| context.feed.indicator(&id)).ok_or_else(unknown);
    let json = |value: &serde_json::Value| pretty(value);
    match file.form {
        Form::Feed => Ok(material.feed_json.to_vec()),
        Form::Changes => Ok(material.changes_json.to_vec()),
        Form::Schema => serde_json::to_vec_pretty(&schema()).map_err(unwritable),
        Form::Package => package::package(material),
        Form::Table => Ok(indicator_csv(context, indicator()?).into_bytes()),
        Form::Vintages => {
            let table = vintages_csv(context, material.history, indicator()?);
            Ok(table.ok_or_else(|| format!("No earlier figures of {of} are known."))?.into_bytes())
        }
        Form::Record => json(&record::record(material, indicator()?)?),
        Form::Calendar => {
            let events: Vec<_> = context.feed.events.iter().collect();
            Ok(calendar::calendar(context, &events).into_bytes())
        }
        Form::Event => {
            let event = EventId::new(of).and_then(|id| context.feed.event(&id)).ok_or_else(unknown)?;
            Ok(calendar::calendar(context, &[event]).into_bytes())
        }
        Form::Atom => Ok(news_feed::news_feed(context, material.history).into_bytes()),
        Form::JsonFeed => json(&json_feed::json_feed(context, material.history)),
        Form::Places => json(&places::places(context)),
        Form::Catalog => json(&catalog::catalog(material)?),
        Form::Impact => impact::impact(context).map_err(unwritable),
        Form::Summary => Ok(summary::summary(context).into_bytes()),
        Form::Index => json(&index::index(material)?),
        Form::Sitemap => {
            let pages: Vec<Page> = Page::all(context.feed).into_iter().filter(Page::is_for_crawlers).collect();
            sitemap::sitemap(context.site, material.history, &pages, &file.path)
        }
        Form::Robots => Ok(sitemap::robots(context).into_bytes()),
    }
}

/// JSON for programs that people also look at.
fn pretty(value: &serde_json::Value) -> Result<Vec<u8>, String> {
    let mut bytes = serde_json::to_vec_pretty(value).map_err(unwritable)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn unwritable(why: serde_json::Error) -> String {
    format!("The file cannot be written: {why}.")
}

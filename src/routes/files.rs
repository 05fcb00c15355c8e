//! The files that programs read: which forms there are, and the address of every file.
//!
//! This is the one list. The build writes all files of all forms, `commonweal export` those of one, and the page of the
//! data and `data/index.json` name them; so none of the four can know a file that the others do not.

use super::{CALENDAR_FILE, CHANGES_FILE, FEED_FILE, Page, SCHEMA_FILE, Site, event_calendar_file, indicator_csv_file};
use crate::feed::records::coalition::ContactKind;
use crate::feed::{Feed, Record};

/// A form in which programs read the feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// The feed itself.
    Feed,
    /// What the feed's fields mean (JSON Schema).
    Schema,
    /// The versions of the feed and what they changed.
    Changes,
    /// The whole feed as tables (Frictionless Data Package).
    Package,
    /// An indicator's observations (CSV).
    Table,
    /// An indicator's figures as they were published (CSV).
    Vintages,
    /// An indicator with everything that is known of it (JSON).
    Record,
    /// All events (iCalendar).
    Calendar,
    /// One event (iCalendar).
    Event,
    /// What is new (Atom).
    Atom,
    /// The same (JSON Feed).
    JsonFeed,
    /// The places (GeoJSON).
    Places,
    /// The datasets, for catalogues (DCAT-US).
    Catalog,
    /// Goals and indicators in the Common Impact Data Standard (JSON-LD).
    Impact,
    /// A summary for language models (llms.txt).
    Summary,
    /// All these files.
    Index,
    /// Which pages there are.
    Sitemap,
    /// What crawlers may read.
    Robots,
}

/// What a coalition has not said and a form cannot be without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// `site`: the address of the published site.
    Site,
    /// An e-mail address among its contacts.
    Email,
}

/// One file that programs read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFile {
    pub form: Form,
    /// Relative to the site's folder.
    pub path: String,
    /// The language it is written in; `None` for data, and for files that hold every language.
    pub lang: Option<String>,
    /// The record it is about; `None` for the whole feed.
    pub of: Option<String>,
}

/// Addresses in one sitemap. The protocol allows 50,000, and 50 MB; with the addresses of all languages beside each
/// address, this keeps below both.
const SITEMAP_MOST: usize = 25_000;

impl Form {
    pub const ALL: [Self; 18] = [
        Self::Feed,
        Self::Package,
        Self::Table,
        Self::Vintages,
        Self::Record,
        Self::Schema,
        Self::Changes,
        Self::Index,
        Self::Calendar,
        Self::Event,
        Self::Atom,
        Self::JsonFeed,
        Self::Places,
        Self::Catalog,
        Self::Impact,
        Self::Summary,
        Self::Sitemap,
        Self::Robots,
    ];

    /// Its name on the command line and in the index.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Feed => "feed",
            Self::Schema => "schema",
            Self::Changes => "changes",
            Self::Package => "datapackage",
            Self::Table => "csv",
            Self::Vintages => "vintages",
            Self::Record => "json",
            Self::Calendar => "icalendar",
            Self::Event => "event",
            Self::Atom => "atom",
            Self::JsonFeed => "jsonfeed",
            Self::Places => "geojson",
            Self::Catalog => "dcat",
            Self::Impact => "cids",
            Self::Summary => "llms",
            Self::Index => "index",
            Self::Sitemap => "sitemap",
            Self::Robots => "robots",
        }
    }

    /// Its media type, as registered with IANA where it is.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Feed | Self::Changes | Self::Record | Self::Catalog | Self::Index => "application/json",
            Self::Schema => "application/schema+json",
            Self::Package => "application/zip",
            Self::Table | Self::Vintages => "text/csv",
            Self::Calendar | Self::Event => "text/calendar",
            Self::Atom => "application/atom+xml",
            Self::JsonFeed => "application/feed+json",
            Self::Places => "application/geo+json",
            Self::Impact => "application/ld+json",
            Self::Sitemap => "application/xml",
            Self::Summary | Self::Robots => "text/plain",
        }
    }

    /// What this coalition would have to say before there can be such a file.
    pub fn lacks(self, feed: &Feed) -> Option<Lack> {
        let has_site = feed.coalition.site.is_some();
        match self {
            Self::Sitemap | Self::Catalog if !has_site => Some(Lack::Site),
            Self::Catalog if !feed.coalition.contacts.iter().any(|one| one.kind == ContactKind::Email) => {
                Some(Lack::Email)
            }
            _ => None,
        }
    }

    /// All files of this form that the site of a feed has.
    pub fn files(self, feed: &Feed, site: &Site) -> Vec<DataFile> {
        if self.lacks(feed).is_some() {
            return Vec::new();
        }
        let whole = |path: String| DataFile { form: self, path, lang: None, of: None };
        let one = |path: &str| vec![whole(path.to_owned())];
        let spoken = |path: &dyn Fn(&str) -> String| -> Vec<DataFile> {
            site.languages().iter().map(|lang| DataFile { lang: Some(lang.clone()), ..whole(path(lang)) }).collect()
        };
        let of = |path: String, id: &str| DataFile { of: Some(id.to_owned()), ..whole(path) };
        match self {
            Self::Feed => one(FEED_FILE),
            Self::Schema => one(SCHEMA_FILE),
            Self::Changes => one(CHANGES_FILE),
            Self::Package => one(PACKAGE_FILE),
            Self::Table => feed
                .indicators
                .iter()
                .filter(|indicator| feed.series_of(&indicator.id).is_some())
                .map(|indicator| of(indicator_csv_file(indicator.id_text()), indicator.id_text()))
                .collect(),
            Self::Vintages => feed
                .indicators
                .iter()
                .filter(|indicator| feed.figures_changed_on(indicator.id_text()).is_some())
                .map(|indicator| of(indicator_vintages_file(indicator.id_text()), indicator.id_text()))
                .collect(),
            Self::Record => feed
                .indicators
                .iter()
                .map(|indicator| of(indicator_json_file(indicator.id_text()), indicator.id_text()))
                .collect(),
            // A calendar without a single entry is none (RFC 5545, 3.6).
            Self::Calendar if feed.events.is_empty() => Vec::new(),
            Self::Calendar => spoken(&|lang| site.in_language(CALENDAR_FILE, lang)),
            Self::Event => feed
                .events
                .iter()
                .flat_map(|event| {
                    spoken(&|lang| site.in_language(&event_calendar_file(event.id_text()), lang))
                        .into_iter()
                        .map(|file| DataFile { of: Some(event.id_text().to_owned()), ..file })
                })
                .collect(),
            Self::Atom => spoken(&|lang| site.news_feed_file(lang)),
            Self::JsonFeed => spoken(&|lang| site.in_language(JSON_FEED_FILE, lang)),
            Self::Places => one(PLACES_FILE),
            Self::Catalog => one(CATALOG_FILE),
            Self::Impact => one(IMPACT_FILE),
            Self::Summary => {
                vec![DataFile { lang: Some(site.default_language().to_owned()), ..whole(SUMMARY_FILE.to_owned()) }]
            }
            Self::Index => one(INDEX_FILE),
            Self::Sitemap => {
                let pages = Page::all(feed).into_iter().filter(Page::is_for_crawlers).count();
                let parts = pages.div_ceil(site.pages_in_a_sitemap());
                let more = (1..=parts).filter(|_| parts > 1).map(|n| whole(sitemap_part(n)));
                std::iter::once(whole(SITEMAP_FILE.to_owned())).chain(more).collect()
            }
            Self::Robots => one(ROBOTS_FILE),
        }
    }
}

impl Site {
    /// The address of a file that is named relative to the site's folder.
    pub fn to(&self, file: &str) -> String {
        format!("{}{file}", self.base())
    }

    /// The address of a form's file: of forms with several, that of a language or the first.
    pub fn form(&self, form: Form, feed: &Feed, lang: &str) -> Option<String> {
        let files = form.files(feed, self);
        let own = files.iter().find(|file| file.lang.as_deref() == Some(lang)).or(files.first());
        own.map(|file| self.to(&file.path))
    }

    /// How many pages fit into one sitemap, each with all its languages.
    pub fn pages_in_a_sitemap(&self) -> usize {
        (SITEMAP_MOST / self.languages().len().max(1)).max(1)
    }

    /// A part of a sitemap that is too large for one file, from 1.
    pub fn sitemap_part(&self, n: usize) -> String {
        self.to(&sitemap_part(n))
    }

    /// An indicator with everything that is known of it.
    pub fn indicator_json(&self, id: &str) -> String {
        self.to(&indicator_json_file(id))
    }

    /// An indicator's figures as they were published.
    pub fn indicator_vintages(&self, id: &str) -> String {
        self.to(&indicator_vintages_file(id))
    }

    /// The name of a file in a language: `data/events.ics` and, in any but the default language, `data/events.es.ics`.
    pub(super) fn in_language(&self, file: &str, lang: &str) -> String {
        match file.rsplit_once('.') {
            Some((name, ending)) if lang != self.default_language() => format!("{name}.{lang}.{ending}"),
            _ => file.to_owned(),
        }
    }
}

const PACKAGE_FILE: &str = "data/datapackage.zip";
const JSON_FEED_FILE: &str = "data/news.json";
const PLACES_FILE: &str = "data/places.geojson";
const IMPACT_FILE: &str = "data/cids.jsonld";
const INDEX_FILE: &str = "data/index.json";
/// Harvesters look for it at the root of a site, and nowhere else.
const CATALOG_FILE: &str = "data.json";
/// So do those who read this.
const SUMMARY_FILE: &str = "llms.txt";
pub const SITEMAP_FILE: &str = "sitemap.xml";
pub const ROBOTS_FILE: &str = "robots.txt";

fn indicator_json_file(id: &str) -> String {
    format!("data/indicators/{id}.json")
}

fn indicator_vintages_file(id: &str) -> String {
    format!("data/indicators/{id}.vintages.csv")
}

/// A part of a sitemap, relative to the site's folder, from 1.
pub fn sitemap_part(n: usize) -> String {
    format!("sitemap-{n}.xml")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(file: &str, lang: &str, expected: &str) {
        let site = Site::new("/base/", vec!["en".into(), "es".into()]);
        assert_eq!(site.in_language(file, lang), expected);
    }

    #[test]
    fn the_default_language_has_the_plain_name() {
        check("data/events.ics", "en", "data/events.ics");
        check("data/events.ics", "es", "data/events.es.ics");
        check("data/events/evt-1.ics", "es", "data/events/evt-1.es.ics");
    }

    #[test]
    fn names_of_forms_are_unique_and_all_are_listed() {
        let mut names: Vec<_> = Form::ALL.iter().map(|form| form.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Form::ALL.len());
        // The last case of the type: one more case without a line in the list is seen here.
        assert_eq!(Form::Robots as usize + 1, Form::ALL.len());
    }
}

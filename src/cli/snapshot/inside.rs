//! Addresses inside of a snapshot: pages are sections, small files are carried along, the rest leads to the site.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::app::Shown;
use crate::app::html::Attributes;
use crate::cli::formats::calendar;
use crate::cli::serve::media::content_type;
use crate::feed::Record as _;
use crate::present::csv::indicator_csv;
use crate::routes::{self, Page, Site};

/// Attributes that hold the id of another element, or several.
const REFERENCES: [&str; 7] =
    ["for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "list"];
/// Attributes that can hold `url(#…)`.
const PAINTS: [&str; 4] = ["fill", "stroke", "clip-path", "mask"];

/// One page in the file. Ids are the page's own: two pages may have the same ones.
pub(super) struct Inside<'a> {
    shown: &'a Shown,
    page: &'a Page,
    /// The whole feed, as it is published.
    published: &'a [u8],
}

impl<'a> Inside<'a> {
    pub(super) fn new(shown: &'a Shown, page: &'a Page, published: &'a [u8]) -> Self {
        Self { shown, page, published }
    }

    /// The id of the section.
    pub(super) fn id(&self) -> String {
        section(&self.shown.site, self.shown.context().lang(), self.page)
    }

    /// Makes the attributes of an element fit into the file.
    pub(super) fn change(&self, tag: &str, attributes: &mut Attributes) {
        let own = |id: &str| format!("{}~{id}", self.id());
        let mut download = None;
        attributes.retain_mut(|(name, value)| {
            match *name {
                "id" => *value = own(value).into(),
                // Fields of one name belong together, over all pages.
                "name" if tag == "input" || tag == "details" => *value = own(value).into(),
                // Icons stand in the file once.
                "href" if tag == "use" => {}
                "href" if tag == "a" => match self.link(value) {
                    Some(Target { href, file }) => {
                        *value = href.into();
                        download = file;
                    }
                    None => return false,
                },
                name if REFERENCES.contains(&name) => {
                    *value = value.split_whitespace().map(own).collect::<Vec<_>>().join(" ").into();
                }
                name if PAINTS.contains(&name) && value.starts_with("url(#") => {
                    *value = value.replace("url(#", &format!("url(#{}~", self.id())).into();
                }
                _ => {}
            }
            true
        });
        if let Some(file) = download {
            attributes.retain(|(name, _)| *name != "download");
            attributes.push(("download", Cow::Owned(file)));
        }
    }

    /// Where a link leads from inside of the file; `None` if there is no such place.
    fn link(&self, href: &str) -> Option<Target> {
        let site = &self.shown.site;
        if let Some(id) = href.strip_prefix('#') {
            return Some(Target::place(&format!("{}~{id}", self.id())));
        }
        if !href.starts_with(site.base()) {
            return Some(Target { href: href.to_owned(), file: None });
        }
        let (path, anchor) = href.split_once('#').map_or((href, None), |(path, anchor)| (path, Some(anchor)));
        // What the query asks for takes the app: the section shows the page as it is without.
        let path = path.split('?').next().unwrap_or(path);
        let address = site.parse(path, "");
        if address.page != Page::NotFound {
            let section = section(site, &address.lang, &address.page);
            return Some(Target::place(&anchor.map_or(section.clone(), |anchor| format!("{section}~{anchor}"))));
        }
        let file = path.strip_prefix(site.base()).unwrap_or(path);
        match self.carried(file) {
            Some(bytes) => {
                let name = file.rsplit('/').next().unwrap_or(file).to_owned();
                let kind = content_type(name.as_ref()).replace("; ", ";");
                Some(Target { href: format!("data:{kind};base64,{}", STANDARD.encode(bytes)), file: Some(name) })
            }
            None => Some(site.absolute(path)).filter(|there| there != path).map(|href| Target { href, file: None }),
        }
    }

    /// The bytes of a file that the snapshot carries: the feed on the page of the data, tables and calendars where they
    /// are offered.
    fn carried(&self, file: &str) -> Option<Vec<u8>> {
        let (context, feed) = (self.shown.context(), &self.shown.feed);
        if file == routes::FEED_FILE {
            return (*self.page == Page::Data).then(|| self.published.to_vec());
        }
        if let Some(indicator) = feed.indicators.iter().find(|one| routes::indicator_csv_file(one.id_text()) == file) {
            // On its own page: the list of all tables would hold each a second time.
            let own = *self.page == Page::Indicator(indicator.id_text().to_owned());
            return own.then(|| indicator_csv(&context, indicator).into_bytes());
        }
        let event = feed.events.iter().find(|event| routes::event_calendar_file(event.id_text()) == file)?;
        Some(calendar::calendar(&context, &[event], &super::build::host(feed)).into_bytes())
    }
}

/// Where a link leads, and the name of the file if it is one to keep.
struct Target {
    href: String,
    file: Option<String>,
}

impl Target {
    fn place(id: &str) -> Self {
        Self { href: format!("#{}", routes::encode_strictly(id).replace("%2F", "/").replace("%7E", "~")), file: None }
    }
}

/// The id of a page's section: its path, which for the overview is a word.
fn section(site: &Site, lang: &str, page: &Page) -> String {
    let path = site.path(lang, page);
    let path = path.strip_prefix(site.base()).unwrap_or(&path).trim_end_matches('/');
    if path.is_empty() { "overview".to_owned() } else { path.to_owned() }
}

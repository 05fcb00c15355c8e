//! Addresses inside of a snapshot: pages are sections, small files are carried along, the rest leads to the site.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::app::Shown;
use crate::app::html::Attributes;
use crate::cli::edition::Edition;
use crate::cli::formats;
use crate::cli::serve::media::content_type;
use crate::routes::{self, DataFile, Form, Page, Site};

/// Attributes that hold the id of another element, or several.
const REFERENCES: [&str; 7] =
    ["for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "list"];
/// Attributes that can hold `url(#…)`.
const PAINTS: [&str; 4] = ["fill", "stroke", "clip-path", "mask"];

/// One page in the file. Ids are the page's own: two pages may have the same ones.
pub(super) struct Inside<'a> {
    shown: &'a Shown,
    page: &'a Page,
    carried: &'a Carried<'a>,
}

impl<'a> Inside<'a> {
    pub(super) fn new(shown: &'a Shown, page: &'a Page, carried: &'a Carried<'a>) -> Self {
        Self { shown, page, carried }
    }

    /// The id of the section.
    pub(super) fn id(&self) -> String {
        section(&self.shown.site, self.shown.context().lang(), self.page)
    }

    /// Makes the attributes of an element fit into the file.
    pub(super) fn change(&self, tag: &str, attributes: &mut Attributes) {
        let own = |id: &str| format!("{}~{id}", self.id());
        let (mut download, mut hidden) = (None, false);
        attributes.retain_mut(|(name, value)| {
            match *name {
                "id" => *value = own(value).into(),
                // Fields of one name belong together, over all pages.
                "name" if tag == "input" || tag == "details" => *value = own(value).into(),
                // Icons stand in the file once.
                "href" if tag == "use" => {}
                // Nothing runs in the file: there is no search in it, and no way to one.
                "href" if tag == "a" && self.shown.site.parse(value, "").page == Page::Search => {
                    hidden = true;
                    return false;
                }
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
        if hidden {
            attributes.push(("hidden", Cow::Borrowed("")));
        }
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

    /// The bytes of a file that the snapshot carries: the feed on the page of the data, a table on the page of its
    /// measure and of its earlier figures, where the list of all tables would hold each a second time; calendars wherever they are offered.
    fn carried(&self, path: &str) -> Option<Vec<u8>> {
        let file = self.carried.files.iter().find(|file| file.path == path)?;
        let is_here = match (file.form, &file.of) {
            (Form::Table, Some(id)) => *self.page == Page::Indicator(id.clone()),
            (Form::Vintages, Some(id)) => *self.page == Page::Published(id.clone()),
            (Form::Feed, _) => *self.page == Page::Data,
            _ => true,
        };
        let Carried { edition, feed_json, .. } = self.carried;
        // What cannot be written is not carried; the link then leads to the site.
        let written = || edition.with_material(feed_json, |material| formats::write(material, file)).ok();
        is_here.then(written).flatten()
    }
}

/// What files a snapshot can carry, and out of what they are made.
pub(super) struct Carried<'a> {
    pub(super) edition: &'a Edition,
    /// The whole feed, as it is published.
    pub(super) feed_json: &'a [u8],
    pub(super) files: Vec<DataFile>,
}

impl<'a> Carried<'a> {
    pub(super) fn new(edition: &'a Edition, first: &Shown, feed_json: &'a [u8]) -> Self {
        let forms = [Form::Feed, Form::Table, Form::Vintages, Form::Event].into_iter();
        Self { edition, feed_json, files: forms.flat_map(|form| form.files(&first.feed, &first.site)).collect() }
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

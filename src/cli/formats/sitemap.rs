//! Which pages there are, for machines that search (sitemaps.org), and what they may read.

use super::address;
use crate::cli::document::escape;
use crate::feed::history::History;
use crate::present::Context;
use crate::routes::{self, Form, Page, Site};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const SCHEMA: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// A sitemap: all pages in all languages, each with its other languages as Google reads them. Of a site with more
/// addresses than one file may have, `sitemap.xml` lists the parts, and `path` says which part is wanted.
///
/// # Errors
/// A sentence if there is no such part.
pub(super) fn sitemap(site: &Site, history: &History, pages: &[Page], path: &str) -> Result<Vec<u8>, String> {
    parts(site, history, pages, path, site.pages_in_a_sitemap())
}

/// With at most so many pages in one file.
fn parts(site: &Site, history: &History, pages: &[Page], path: &str, most: usize) -> Result<Vec<u8>, String> {
    let part = path.strip_prefix("sitemap-").and_then(|rest| rest.strip_suffix(".xml"));
    let chosen = match part.map(str::parse::<usize>) {
        None if pages.len() <= most => pages,
        None => {
            let parts = (1..=pages.len().div_ceil(most)).map(|n| site.absolute(&site.sitemap_part(n)));
            return Ok(list(parts).into_bytes());
        }
        Some(n) => n
            .ok()
            .and_then(|n| pages.chunks(most).nth(n.checked_sub(1)?))
            .ok_or_else(|| format!("There is no part {path} of the sitemap."))?,
    };
    Ok(addresses(site, history, chosen).into_bytes())
}

/// The sitemap of a page that has whole sites below it, whose sitemaps have these addresses: a list of them and of its own.
/// Path and bytes of each file.
pub(in crate::cli) fn over_all(site: &Site, below: &[String]) -> Vec<(String, Vec<u8>)> {
    let own = addresses(site, &History::new(Vec::new(), false, 0), &[Page::Overview]).into_bytes();
    if below.is_empty() {
        return vec![(routes::SITEMAP_FILE.to_owned(), own)];
    }
    let all = list(std::iter::once(site.absolute(&site.sitemap_part(1))).chain(below.iter().cloned()));
    vec![(routes::SITEMAP_FILE.to_owned(), all.into_bytes()), (routes::sitemap_part(1), own)]
}

/// A list of sitemaps.
fn list(parts: impl Iterator<Item = String>) -> String {
    let mut out = format!("{HEAD}<sitemapindex xmlns=\"{SCHEMA}\">\n");
    for part in parts {
        out.push_str(&format!("<sitemap><loc>{part}</loc></sitemap>\n"));
    }
    out.push_str("</sitemapindex>\n");
    out
}

fn addresses(site: &Site, history: &History, pages: &[Page]) -> String {
    let mut out = format!("{HEAD}<urlset xmlns=\"{SCHEMA}\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
    let absolute = |lang: &str, page: &Page| escape(&site.absolute(&site.path(lang, page)));
    for page in pages {
        let changed = changed(history, page);
        for lang in site.languages() {
            out.push_str(&format!("<url><loc>{}</loc>", absolute(lang, page)));
            if let Some(day) = changed {
                out.push_str(&format!("<lastmod>{day}</lastmod>"));
            }
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

/// The day on which a page changed, where it is known: of the page of changes, which holds nothing else. Every other page
/// also says what other records and the day of the build say, so the day of its own record would promise too much.
fn changed(history: &History, page: &Page) -> Option<chrono::NaiveDate> {
    (*page == Page::Changes).then(|| address::newest(history)).flatten()
}

/// Everybody may read everything.
pub(super) fn robots(context: &Context<'_>) -> String {
    let map = context.site.form(Form::Sitemap, context.feed, context.lang());
    robots_with(map.and_then(|path| address::absolute(context, &path)))
}

/// The same, with the address of the sitemap if there is one.
pub(in crate::cli) fn robots_with(map: Option<String>) -> String {
    let map = map.map_or_else(String::new, |map| format!("Sitemap: {map}\n"));
    format!("User-agent: *\nAllow: /\n{map}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, most: usize, expected: Option<(&str, usize)>) {
        let site = Site::new("/", vec!["en".into(), "es".into()]).at("https://example.org");
        let pages = [Page::Overview, Page::News, Page::Events];
        let history = History::new(Vec::new(), true, 0);
        let made = parts(&site, &history, &pages, path, most).ok().map(|bytes| String::from_utf8(bytes).unwrap());
        let made = made.map(|text| (text.contains("<sitemapindex"), text.matches("<loc>").count()));
        assert_eq!(made, expected.map(|(root, addresses)| (root == "sitemapindex", addresses)));
    }

    #[test]
    fn an_address_breaks_no_file() {
        let site = Site::new("/", vec!["en".into()]).at("https://example.org/o&x");
        let made = parts(&site, &History::new(Vec::new(), true, 0), &[Page::News], "sitemap.xml", 3).unwrap();
        let text = String::from_utf8(made).unwrap();
        assert!(text.contains("<loc>https://example.org/o&amp;x/news/</loc>"), "{text}");
    }

    #[test]
    fn a_large_sitemap_is_a_list_of_parts() {
        check("sitemap.xml", 3, Some(("urlset", 6)));
        check("sitemap.xml", 2, Some(("sitemapindex", 2)));
        check("sitemap-1.xml", 2, Some(("urlset", 4)));
        check("sitemap-2.xml", 2, Some(("urlset", 2)));
        check("sitemap-3.xml", 2, None);
        check("sitemap-0.xml", 2, None);
    }
}

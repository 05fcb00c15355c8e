//! Which pages there are, for machines that search.

use crate::routes::{Page, Site};

/// All pages in all languages (sitemaps.org, with alternates as Google reads them).
pub(in crate::cli) fn sitemap(site: &Site, pages: &[Page]) -> String {
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

/// Everybody may read everything.
pub(in crate::cli) fn robots(site: &Site) -> String {
    format!("User-agent: *\nAllow: /\nSitemap: {}\n", site.absolute(&format!("{}sitemap.xml", site.base())))
}

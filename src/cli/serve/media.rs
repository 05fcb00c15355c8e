//! What kind of thing a file is, told by the end of its name.

use std::path::Path;

/// The kinds of files in a site: the ends of their names, and what they are sent as.
pub const KINDS: &[(&[&str], &str)] = &[
    (&["html"], HTML),
    (&["js", "mjs"], "text/javascript; charset=utf-8"),
    (&["wasm"], "application/wasm"),
    (&["css"], "text/css; charset=utf-8"),
    (&["json", "map"], "application/json; charset=utf-8"),
    (&["csv"], "text/csv; charset=utf-8"),
    (&["ics"], "text/calendar; charset=utf-8"),
    (&["svg"], "image/svg+xml"),
    (&["xml"], "application/xml; charset=utf-8"),
    (&["atom"], "application/atom+xml; charset=utf-8"),
    (&["txt", "md"], TEXT),
    (&["webmanifest"], "application/manifest+json"),
    (&["png"], "image/png"),
    (&["jpg", "jpeg"], "image/jpeg"),
    (&["webp"], "image/webp"),
    (&["ico"], "image/x-icon"),
    (&["woff2"], "font/woff2"),
    (&["jsonld"], "application/ld+json"),
    (&["geojson"], "application/geo+json"),
    (&["zip"], "application/zip"),
    (&["pdf"], "application/pdf"),
];

/// The `Content-Type` of a file. An ending nobody knows is plain bytes.
pub fn content_type(path: &Path) -> &'static str {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
    let kind = KINDS.iter().find(|(endings, _)| endings.contains(&ending.as_str()));
    kind.map_or("application/octet-stream", |(_, kind)| kind)
}

pub const HTML: &str = "text/html; charset=utf-8";
pub const TEXT: &str = "text/plain; charset=utf-8";

/// Whether gzip makes a body of this kind smaller. Pictures and fonts are packed already.
pub fn is_worth_packing(content_type: &str) -> bool {
    let packed = [
        "image/png",
        "image/jpeg",
        "image/webp",
        "font/woff2",
        "application/pdf",
        "application/zip",
        "application/octet-stream",
    ];
    !packed.contains(&content_type)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: &str, packs: bool) {
        let found = content_type(Path::new(name));
        assert_eq!((found, is_worth_packing(found)), (expected, packs), "{name}");
    }

    #[test]
    fn pages_and_code() {
        check("index.html", "text/html; charset=utf-8", true);
        check("boot.js", "text/javascript; charset=utf-8", true);
        check("app_bg.wasm", "application/wasm", true);
        check("base.css", "text/css; charset=utf-8", true);
    }

    #[test]
    fn data_and_feeds() {
        check("feed.json", "application/json; charset=utf-8", true);
        check("a.b.csv", "text/csv; charset=utf-8", true);
        check("events.ics", "text/calendar; charset=utf-8", true);
        check("cids.jsonld", "application/ld+json", true);
        check("places.geojson", "application/geo+json", true);
        check("datapackage.zip", "application/zip", false);
        check("sitemap.xml", "application/xml; charset=utf-8", true);
        check("robots.txt", "text/plain; charset=utf-8", true);
        check("site.webmanifest", "application/manifest+json", true);
    }

    #[test]
    fn pictures() {
        check("icon.svg", "image/svg+xml", true);
        check("card.PNG", "image/png", false);
        check("favicon.ico", "image/x-icon", true);
    }

    #[test]
    fn anything_else_is_bytes() {
        check("LICENSE", "application/octet-stream", false);
        check("x.unknown", "application/octet-stream", false);
    }
}

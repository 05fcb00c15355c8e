//! The headers of the published site: the one place where they are written down. The local server sends them, and
//! the build writes them beside the site as `_headers`, which Netlify, Cloudflare Pages and others read.

use crate::routes::{ASSETS, PICTURES, Page, ROBOTS_FILE, SITEMAP_FILE, Site};

/// What may run, load and be asked for. `data:` pictures are the previews a page makes itself.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
                      worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; \
                      frame-ancestors 'none'; upgrade-insecure-requests";

/// For pages that stand in frames of other sites: any may frame them, and they run one small script and no program.
const EMBED_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; object-src 'none'; \
                            base-uri 'none'; form-action 'none'; frame-ancestors *; upgrade-insecure-requests";

/// Directives a browser ignores inside `<meta>`, and the one that would break a site tried out over plain http.
const HEADER_ONLY: [&str; 4] = ["frame-ancestors", "report-uri", "sandbox", UPGRADE];

const UPGRADE: &str = "upgrade-insecure-requests";
const CONTENT_TYPE: &str = "Content-Type";
const STRICT_TRANSPORT: &str = "Strict-Transport-Security";

/// Headers for every address that fits a pattern.
pub struct Rule {
    /// An exact address below the site's base, or a beginning followed by one `*`.
    pub pattern: &'static str,
    /// Name and value. A name set here replaces the same name of an earlier rule.
    pub headers: &'static [(&'static str, &'static str)],
}

/// What holds for every address.
const EVERY: &str = "/*";

impl Rule {
    /// The patterns of this rule on a host: below the base path of a site (`/` or `/name/`), and below the names of sites that
    /// lie below its page. What holds for every address holds for those already.
    pub fn patterns(&self, base: &str, below: &[String]) -> Vec<String> {
        let below = below.iter().filter(|_| self.pattern != EVERY).map(|name| self.at(&format!("{base}{name}")));
        std::iter::once(self.at(base)).chain(below).collect()
    }

    /// The pattern below one base path.
    pub fn at(&self, base: &str) -> String {
        format!("{}{}", base.trim_end_matches('/'), self.pattern)
    }
}

/// All rules, the general one first: where two fit, the later one wins.
pub const RULES: &[Rule] = &[
    Rule {
        pattern: EVERY,
        headers: &[
            ("Content-Security-Policy", POLICY),
            // Without `includeSubDomains`: a dashboard at a town's domain must not decide over the town's other hosts, some
            // of which may have no https.
            (STRICT_TRANSPORT, "max-age=63072000"),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Embedder-Policy", "require-corp"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            (
                "Permissions-Policy",
                "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), \
                 payment=(), usb=(), browsing-topics=()",
            ),
            ("X-Frame-Options", "DENY"),
            // Pages, the feed, the start script: whatever has no hash in its name is asked for again each time.
            ("Cache-Control", "no-cache"),
        ],
    },
    Rule {
        pattern: "/assets/*",
        // `no-transform`: a host that minifies on the way breaks the hashes the page insists on.
        headers: &[("Cache-Control", "public, max-age=31536000, immutable, no-transform")],
    },
    Rule {
        pattern: "/data/*",
        // The feed is public data: any page may read it.
        headers: &[("Access-Control-Allow-Origin", "*"), ("Cross-Origin-Resource-Policy", "cross-origin")],
    },
    Rule {
        pattern: "/data/parts/*",
        headers: &[("Cache-Control", "public, max-age=31536000, immutable, no-transform")],
    },
    Rule {
        pattern: "/data.json",
        headers: &[("Access-Control-Allow-Origin", "*"), ("Cross-Origin-Resource-Policy", "cross-origin")],
    },
    Rule {
        pattern: "/pictures/*",
        // They are made for other people's pages.
        headers: &[("Access-Control-Allow-Origin", "*"), ("Cross-Origin-Resource-Policy", "cross-origin")],
    },
    Rule {
        pattern: "/embed/*",
        headers: &[
            ("Content-Security-Policy", EMBED_POLICY),
            ("Cross-Origin-Resource-Policy", "cross-origin"),
            // The one word besides no header at all that lets everybody: a host may only replace what came before.
            ("X-Frame-Options", "ALLOWALL"),
        ],
    },
    // Endings that not every host knows.
    Rule { pattern: "/data/cids.jsonld", headers: &[(CONTENT_TYPE, "application/ld+json")] },
    Rule { pattern: "/data/places.geojson", headers: &[(CONTENT_TYPE, "application/geo+json")] },
    Rule { pattern: "/data/feed.json", headers: &[(CONTENT_TYPE, "application/json; charset=utf-8")] },
];

/// The content security policy for `<meta http-equiv>`, for hosts that cannot set headers.
pub fn policy_for_meta() -> String {
    without(POLICY, &HEADER_ONLY)
}

/// As [`policy_for_meta`], for pages that stand in frames of other sites.
pub fn embed_policy_for_meta() -> String {
    without(EMBED_POLICY, &HEADER_ONLY)
}

/// The headers of one address: `path` begins with `/` and is counted from the site's base. `local` leaves out what
/// must not be said over plain http on the editor's own machine, where it would outlive the preview.
pub fn headers_for(path: &str, local: bool) -> Vec<(&'static str, String)> {
    let mut found: Vec<(&'static str, String)> = Vec::new();
    for rule in RULES.iter().filter(|rule| fits(rule.pattern, path)) {
        for &(name, value) in rule.headers {
            found.retain(|(earlier, _)| *earlier != name);
            match name {
                STRICT_TRANSPORT if local => {}
                "Content-Security-Policy" if local => found.push((name, without(value, &[UPGRADE]))),
                _ => found.push((name, value.to_owned())),
            }
        }
    }
    found
}

/// The text of the `_headers` file of a site at a base path, with the sites of these names below its page.
///
/// Where two rules fit one address, Netlify lets the later one win, but Cloudflare joins both values with a comma
/// (`no-cache, public, ...`), which no browser understands as meant. A line `! Name` makes Cloudflare drop the
/// earlier value; Netlify skips it as it has no colon. So both send what [`headers_for`] says.
pub fn headers_file(base: &str, below: &[String]) -> String {
    let mut text = String::new();
    for (n, rule) in RULES.iter().enumerate() {
        let set_before = |name: &str| {
            RULES[..n].iter().any(|earlier| {
                fits(earlier.pattern, rule.pattern) && earlier.headers.iter().any(|(other, _)| *other == name)
            })
        };
        for pattern in rule.patterns(base, below) {
            text.push_str(&format!("{pattern}\n"));
            for (name, value) in rule.headers {
                if set_before(name) {
                    text.push_str(&format!("  ! {name}\n"));
                }
                text.push_str(&format!("  {name}: {value}\n"));
            }
        }
    }
    text
}

/// A header, and what all rules that set it say: pattern and value, in the order of the rules. Where two fit one address,
/// the later one wins.
pub struct Header {
    pub name: &'static str,
    pub values: Vec<(String, &'static str)>,
}

/// The rules by header, for servers that want to be told in this way, as [`headers_file`] has them. Without the type of a
/// file, which they tell by its name: see [`super::media::KINDS`].
pub fn by_name(base: &str, below: &[String]) -> Vec<Header> {
    let mut headers: Vec<Header> = Vec::new();
    for rule in RULES {
        for &(name, value) in rule.headers.iter().filter(|(name, _)| *name != CONTENT_TYPE) {
            let values = rule.patterns(base, below).into_iter().map(|pattern| (pattern, value));
            match headers.iter_mut().find(|header| header.name == name) {
                Some(header) => header.values.extend(values),
                None => headers.push(Header { name, values: values.collect() }),
            }
        }
    }
    headers
}

/// As [`headers_file`], for a page that has no site of its own below its address: the page in each language, and the
/// files it needs. What lies below other paths is told elsewhere.
pub fn headers_file_of_page(site: &Site) -> String {
    let pages = site.languages().iter().map(|lang| site.path(lang, &Page::Overview));
    let base = site.base();
    let files = [format!("{ASSETS}*"), format!("{PICTURES}*"), SITEMAP_FILE.into(), ROBOTS_FILE.into()];
    let exact = pages.chain(files.map(|file| format!("{base}{file}"))).chain([site.region()]);
    let block = |pattern: String| {
        let headers = headers_for(&format!("/{}", pattern.trim_start_matches(base)), false);
        let lines: String = headers.iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
        format!("{pattern}\n{lines}")
    };
    exact.map(block).collect()
}

/// A policy without these directives.
fn without(policy: &str, left_out: &[&str]) -> String {
    let directive_name = |directive: &str| directive.split(' ').next().unwrap_or_default().to_owned();
    let kept = policy.split("; ").filter(|directive| !left_out.contains(&directive_name(directive).as_str()));
    kept.collect::<Vec<_>>().join("; ")
}

/// Whether an address, or every address of another pattern, fits a pattern.
fn fits(pattern: &str, path: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(beginning) => path.starts_with(beginning),
        None => path == pattern,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[track_caller]
    fn check(path: &str, name: &str, expected: Option<&str>) {
        for (local, headers) in [(true, headers_for(path, true)), (false, headers_for(path, false))] {
            let values: Vec<_> = headers.iter().filter(|(n, _)| *n == name).map(|(_, v)| v.as_str()).collect();
            assert_eq!(values, expected.into_iter().collect::<Vec<_>>(), "{path} {name} local={local}");
        }
    }

    /// What a host sends for `path` after reading the `_headers` file in its own way.
    fn as_host(file: &str, path: &str, joins: bool) -> BTreeMap<String, String> {
        let (mut sent, mut applies) = (BTreeMap::<String, String>::new(), false);
        for line in file.lines() {
            if let Some(name) = line.trim().strip_prefix("! ") {
                if applies && joins {
                    sent.remove(name);
                }
            } else if line.starts_with('/') {
                applies = fits(line, path);
            } else if let (true, Some((name, value))) = (applies, line.trim().split_once(": ")) {
                let earlier = sent.get(name).filter(|_| joins);
                let value = earlier.map_or(value.to_owned(), |earlier| format!("{earlier}, {value}"));
                sent.insert(name.to_owned(), value);
            }
        }
        sent
    }

    #[test]
    fn pages_are_asked_for_again() {
        check("/", "Cache-Control", Some("no-cache"));
        check("/goals/a/index.html", "Cache-Control", Some("no-cache"));
        check("/sw.js", "Cache-Control", Some("no-cache"));
    }

    #[test]
    fn the_feed_is_asked_for_again_and_open_to_all() {
        check("/data/feed.json", "Cache-Control", Some("no-cache"));
        check("/data/feed.json", "Content-Type", Some("application/json; charset=utf-8"));
        check("/data/feed.json", "Access-Control-Allow-Origin", Some("*"));
        check("/data/feed.json", "Cross-Origin-Resource-Policy", Some("cross-origin"));
        check("/data/feed.csv", "Content-Type", None);
    }

    #[test]
    fn hashed_files_are_kept_for_good() {
        for path in ["/assets/app-1a2b.wasm", "/data/parts/goals-a-1a2b.json"] {
            check(path, "Cache-Control", Some("public, max-age=31536000, immutable, no-transform"));
        }
        check("/data/parts/goals-a-1a2b.json", "Access-Control-Allow-Origin", Some("*"));
        check("/data/partsmith.csv", "Cache-Control", Some("no-cache"));
    }

    #[test]
    fn only_data_is_open_to_other_origins() {
        check("/", "Access-Control-Allow-Origin", None);
        check("/database/", "Access-Control-Allow-Origin", None);
        check("/assets/a.js", "Cross-Origin-Resource-Policy", Some("same-origin"));
    }

    #[test]
    fn every_address_is_isolated_and_not_framed() {
        for path in ["/", "/data/feed.json", "/assets/a.js", "/x/y.csv"] {
            check(path, "X-Content-Type-Options", Some("nosniff"));
            check(path, "Referrer-Policy", Some("no-referrer"));
            check(path, "Cross-Origin-Opener-Policy", Some("same-origin"));
            check(path, "Cross-Origin-Embedder-Policy", Some("require-corp"));
            check(path, "X-Frame-Options", Some("DENY"));
        }
    }

    #[test]
    fn frames_of_other_sites_may_show_what_is_made_for_them() {
        for path in ["/embed/indicators/a/", "/embed/es/goals/g/"] {
            let headers = headers_for(path, false);
            let (_, policy) = headers.iter().find(|(name, _)| *name == "Content-Security-Policy").unwrap();
            assert!(policy.contains("frame-ancestors *;") && !policy.contains("wasm"), "{policy}");
            check(path, "X-Frame-Options", Some("ALLOWALL"));
            check(path, "Cross-Origin-Resource-Policy", Some("cross-origin"));
            check(path, "Access-Control-Allow-Origin", None);
        }
        check("/embedded/", "X-Frame-Options", Some("DENY"));
        assert!(!embed_policy_for_meta().contains("frame-ancestors"));
    }

    #[test]
    fn pictures_may_be_shown_anywhere() {
        for path in ["/pictures/indicators/a.png", "/pictures/es/indicators/a.svg", "/pictures/cards/overview.png"] {
            check(path, "Cross-Origin-Resource-Policy", Some("cross-origin"));
            check(path, "Access-Control-Allow-Origin", Some("*"));
            check(path, "Cache-Control", Some("no-cache"));
        }
    }

    #[test]
    fn no_sensor_may_be_used() {
        let headers = headers_for("/", false);
        let (_, value) = headers.iter().find(|(name, _)| *name == "Permissions-Policy").unwrap();
        let features: Vec<_> = value.split(", ").collect();
        assert_eq!(features.len(), 9);
        assert!(features.iter().all(|feature| feature.ends_with("=()")), "{value}");
    }

    #[test]
    fn policy_has_no_wildcard_and_nothing_inline() {
        assert_eq!(
            POLICY,
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
             font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; object-src 'none'; \
             base-uri 'none'; form-action 'none'; frame-ancestors 'none'; upgrade-insecure-requests"
        );
    }

    #[test]
    fn policy_for_meta_leaves_out_what_meta_cannot_say() {
        assert_eq!(
            policy_for_meta(),
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
             font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; object-src 'none'; \
             base-uri 'none'; form-action 'none'"
        );
    }

    #[test]
    fn types_of_files_are_told_by_their_names() {
        for rule in RULES {
            for (_, value) in rule.headers.iter().filter(|(name, _)| *name == CONTENT_TYPE) {
                let kind = super::super::media::content_type(std::path::Path::new(rule.pattern));
                assert_eq!(kind, *value, "{}: other servers would send another type", rule.pattern);
            }
        }
    }

    #[test]
    fn by_name_nothing_is_lost() {
        let by_name: usize = by_name("/", &[]).iter().map(|header| header.values.len()).sum();
        let pairs = |rule: &Rule| rule.headers.iter().filter(|(name, _)| *name != CONTENT_TYPE).count();
        assert_eq!(by_name, RULES.iter().map(pairs).sum::<usize>());
    }

    #[test]
    fn over_plain_http_nothing_insists_on_https() {
        let text = |local| format!("{:?}", headers_for("/", local));
        assert!(text(false).contains("upgrade-insecure-requests") && text(false).contains("max-age=63072000"));
        assert!(!text(true).contains("upgrade-insecure-requests") && !text(true).contains("Strict-Transport"));
        assert!(text(true).contains("frame-ancestors 'none'"));
        assert_eq!(headers_for("/", true).len() + 1, headers_for("/", false).len());
    }

    #[test]
    fn nothing_is_said_about_other_hosts() {
        let headers = headers_for("/", false);
        let (_, value) = headers.iter().find(|(name, _)| *name == STRICT_TRANSPORT).unwrap();
        assert_eq!(value, "max-age=63072000");
    }

    #[test]
    fn both_kinds_of_host_read_the_file_as_meant() {
        let served =
            ["/", "/index.html", "/assets/a.js", "/data/feed.json", "/data/parts/a.json", "/data/series/a.csv"];
        for path in served.into_iter().chain(["/sw.js", "/embed/goals/g/", "/pictures/indicators/a.png"]) {
            let meant = headers_for(path, false).into_iter().map(|(n, v)| (n.to_owned(), v)).collect();
            for joins in [true, false] {
                assert_eq!(as_host(&headers_file("/", &[]), path, joins), meant, "{path} joins={joins}");
            }
        }
    }

    #[test]
    fn below_a_page_over_several_every_site_has_its_rules() {
        let file = headers_file("/r/", &["east".to_owned(), "west".to_owned()]);
        for path in ["/", "/goals/a/", "/assets/a.js", "/data/feed.json", "/data/parts/a.json", "/embed/goals/g/"] {
            let meant = headers_for(path, false).into_iter().map(|(n, v)| (n.to_owned(), v)).collect();
            for joins in [true, false] {
                for site in ["/r", "/r/east", "/r/west"] {
                    assert_eq!(as_host(&file, &format!("{site}{path}"), joins), meant, "{site}{path} joins={joins}");
                }
                // A page of that name, and no site.
                let page = as_host(&file, "/r/north/assets/a.js", joins);
                assert_eq!(page.get("Cache-Control").map(String::as_str), Some("no-cache"));
            }
        }
    }

    #[test]
    fn headers_file_keeps_within_the_limits_of_the_hosts() {
        let file = headers_file("/", &[]);
        assert!(file.starts_with("/*\n  Content-Security-Policy: default-src 'none'; "));
        assert!(file.lines().all(|line| line.len() < 2000 && line.is_ascii()));
        assert!(file.lines().filter(|line| line.starts_with('/')).all(|line| line.matches('*').count() <= 1));
        assert!(!file.lines().any(|line| line.starts_with("  Location") || line.starts_with("  Date")));
    }
}

//! nginx. A header that only the general rule sets stands at the site's location; for the others a `map` chooses the value
//! by the address. nginx takes the first pattern of a map that fits and the rules say that the last one wins, so a map
//! holds them backwards. `add_header` in several locations would not do: an inner one forgets those around it.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use super::{Place, path};
use crate::cli::serve::headers::{Header, by_name};
use crate::cli::serve::media::{KINDS, is_worth_packing};

const HEAD: &str = "\
# A site of Commonweal at nginx, written by `commonweal hosting nginx`. Where it goes, and what is left to do:
# docs/hosting/nginx.md. Needs Debian's packages nginx and libnginx-mod-http-brotli-static.
";

/// A whole file for `/etc/nginx/sites-enabled/` or `conf.d/`.
pub(super) fn config(place: &Place) -> String {
    let mut text = HEAD.to_owned();
    let (mut maps, mut headers) = (String::new(), String::new());
    let Place { base, below, root, name, listen } = place;
    for header in by_name(base, below) {
        let value = match general(&header, base) {
            Some(value) => quoted(value),
            None => map(&mut maps, &header, base),
        };
        // `always`: also with answers that are no page, as 304 and 404.
        let _ = writeln!(headers, "        add_header {} {value} always;", header.name);
    }
    let listen = listen.as_deref().unwrap_or("80");
    let _ = write!(
        text,
        "{maps}
server {{
    listen {listen};
    server_name {name};
    root {root};
    index index.html;
    # Redirects name no host and no port, so that they are right behind another server too.
    absolute_redirect off;
    server_tokens off;

    # Unknown addresses, and folders without a page, get the site's own page and the status 404.
    error_page 404 {base}404.html;
    error_page 403 =404 {base}404.html;

    # Files that `commonweal build --compress` has packed are sent as they are; others are packed on the way.
    brotli_static on;
    gzip_static on;
    gzip on;
    gzip_vary on;
    gzip_proxied any;
    gzip_min_length 1024;
    gzip_types {};

    charset utf-8;
    charset_types {};
    types {{
{}    }}
    default_type application/octet-stream;

    location {base} {{
{headers}    }}
}}
",
        list(is_worth_packing),
        list(|kind| kind.contains("charset")),
        types(),
    );
    text
}

/// The value of a header that only the rule for every address sets.
fn general(header: &Header, base: &str) -> Option<&'static str> {
    match &header.values[..] {
        [(pattern, value)] if path(pattern) == (base, true) => Some(value),
        _ => None,
    }
}

/// Writes the map of a header and gives its variable. A header without a value is not sent.
fn map(maps: &mut String, header: &Header, base: &str) -> String {
    let variable = variable(header.name, base);
    let _ = writeln!(maps, "\nmap $uri {variable} {{\n    default \"\";");
    for (pattern, value) in header.values.iter().rev() {
        let (path, goes_on) = path(pattern);
        // The page of a folder is looked for as its index.html.
        let end = match (goes_on, path.ends_with('/')) {
            (true, _) => "",
            (false, true) => "(index\\.html)?$",
            (false, false) => "$",
        };
        let _ = writeln!(maps, "    \"~^{}{end}\" {};", path.replace('.', "\\."), quoted(value));
    }
    maps.push_str("}\n");
    variable
}

/// The name of a variable. One nginx may have several sites and knows each name once, so that of a site below a path holds
/// a hash of the path: the path itself may be longer than nginx takes a name to be without being told.
fn variable(name: &str, base: &str) -> String {
    let name = name.to_lowercase().replace('-', "_");
    match base {
        "/" => format!("$commonweal_{name}"),
        _ => format!(
            "$commonweal_{}_{name}",
            Sha256::digest(base)[..2].iter().fold(String::new(), |hash, byte| format!("{hash}{byte:02x}"))
        ),
    }
}

fn quoted(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The types of some kinds of files, without their charset, which nginx adds. HTML is in every such list by itself.
fn list(wanted: impl Fn(&str) -> bool) -> String {
    let kinds = KINDS.iter().map(|(_, kind)| *kind).filter(|kind| wanted(kind)).map(bare);
    kinds.filter(|kind| *kind != "text/html").collect::<Vec<_>>().join(" ")
}

fn bare(kind: &str) -> &str {
    kind.split(';').next().unwrap_or(kind)
}

fn types() -> String {
    let line = |(endings, kind): &(&[&str], &str)| format!("        {} {};\n", bare(kind), endings.join(" "));
    KINDS.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines of a header's map that choose a value.
    #[track_caller]
    fn check(values: &[(&str, &'static str)], expected: &[&str]) {
        let mut maps = String::new();
        let values = values.iter().map(|&(pattern, value)| (pattern.to_owned(), value)).collect();
        map(&mut maps, &Header { name: "X-Frame-Options", values }, "/");
        let lines: Vec<_> = maps.lines().map(str::trim).filter(|line| line.contains("~^")).collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn the_last_rule_is_asked_first() {
        let values = [("/*", "DENY"), ("/embed/*", "ALLOWALL"), ("/embed/a.html", "DENY")];
        check(&values, &["\"~^/embed/a\\.html$\" \"DENY\";", "\"~^/embed/\" \"ALLOWALL\";", "\"~^/\" \"DENY\";"]);
    }

    #[test]
    fn paths_are_told_from_patterns() {
        check(&[("/our.town/data/*", "a")], &["\"~^/our\\.town/data/\" \"a\";"]);
        check(&[("/our-town/embed/", "a")], &["\"~^/our-town/embed/(index\\.html)?$\" \"a\";"]);
    }

    #[test]
    fn two_sites_have_variables_of_their_own() {
        assert_eq!(variable("Cache-Control", "/"), "$commonweal_cache_control");
        assert_eq!(variable("Cache-Control", "/our-town/"), variable("Cache-Control", "/our-town/"));
        assert_ne!(variable("Cache-Control", "/our-town/"), variable("Cache-Control", "/their-town/"));
    }

    #[test]
    fn no_name_is_longer_than_nginx_takes_without_being_told() {
        for header in by_name("/", &[]) {
            let name = variable(header.name, &format!("/{}/", "long".repeat(30)));
            assert!(name.len() <= "$".len() + 46, "{name}");
        }
    }

    #[test]
    fn marks_of_the_language_are_escaped() {
        assert_eq!(quoted(r#"a "b" \c"#), r#""a \"b\" \\c""#);
    }
}

//! Addresses that a page may link to.

use std::borrow::Cow;

use jsonc_parser::ast::Value;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::finding::{quoted, sentence};
use super::record::{FromNode, Reader};
use super::rule::Rule;
use super::text;

/// An address that is safe to stand in a page: `https:`, `http:`, `mailto:`, `tel:`, or a path of the same site.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Link(String);

impl Link {
    /// `None` if the address is not of a safe kind.
    pub fn new(address: &str) -> Option<Self> {
        is_safe(address).then(|| Self(address.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it leads to another site.
    pub fn leaves_site(&self) -> bool {
        !self.0.starts_with('/')
    }
}

/// Allowed is what is named here; everything else is refused. Browsers strip tabs and line breaks out of an address
/// and skip leading blanks before they look for the scheme, so none of them may stand anywhere in it.
fn is_safe(address: &str) -> bool {
    let clean =
        !address.contains(|c: char| c.is_whitespace() || c.is_control() || text::is_hidden(c) || "\\<>\"`".contains(c));
    let lower = address.to_ascii_lowercase();
    let web = ["https://", "http://"].iter().find_map(|scheme| lower.strip_prefix(scheme));
    clean
        && match web {
            Some(rest) => has_host(rest),
            None => {
                lower.strip_prefix("mailto:").is_some_and(|rest| rest.contains('@'))
                    || lower.strip_prefix("tel:").is_some_and(|rest| rest.contains(|c: char| c.is_ascii_digit()))
                    || (address.starts_with('/') && !address.starts_with("//"))
            }
        }
}

/// A host, and no user name or password before it.
fn has_host(rest: &str) -> bool {
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    !host.is_empty() && !host.contains('@') && !host.starts_with([':', '.'])
}

/// Services that hide where an address leads, and that may stop at any time.
const SHORTENERS: [&str; 14] = [
    "bit.ly",
    "buff.ly",
    "cutt.ly",
    "goo.gl",
    "is.gd",
    "lnkd.in",
    "ow.ly",
    "rb.gy",
    "rebrand.ly",
    "shorturl.at",
    "t.co",
    "t.ly",
    "tiny.cc",
    "tinyurl.com",
];

/// A host from which nobody can tell where the address leads: sentence and fix.
fn odd_host(address: &str) -> Option<(String, &'static str)> {
    if !crate::SPEAKS {
        return None;
    }
    let lower = address.to_ascii_lowercase();
    let rest = ["https://", "http://"].iter().find_map(|scheme| lower.strip_prefix(scheme))?;
    let whole = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = match whole.strip_prefix('[') {
        Some(_) => (whole, ""),
        None => whole.split_once(':').unwrap_or((whole, "")),
    };
    let bare = host.strip_prefix("www.").unwrap_or(host).trim_end_matches('.');
    let shown = quoted(host);
    Some(if host.starts_with('[') || bare.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        (sentence!("{shown} is the number of a computer, not the name of a site."), "Use the site's name.")
    } else if bare == "localhost" || !bare.contains('.') && bare.is_ascii() {
        (sentence!("{shown} leads to a computer that only you can reach."), "Use the address that everybody can open.")
    } else if bare.split('.').any(|label| label.starts_with("xn--")) || !bare.is_ascii() {
        let fix = "Open it and compare it letter by letter with the site you mean; prefer its plain spelling.";
        (sentence!("The name {shown} has letters beyond a to z; it can look like that of another site."), fix)
    } else if SHORTENERS.contains(&bare) {
        (
            sentence!("{shown} shortens addresses: readers cannot see where the link leads."),
            "Open it and use the address it leads to.",
        )
    } else if !["", "443", "80"].contains(&port) {
        (
            sentence!("The address names the port {port}, which many networks block."),
            "Use the site's address without a port.",
        )
    } else {
        return None;
    })
}

impl FromNode for Link {
    fn example() -> String {
        "\"https://example.org/\"".into()
    }

    fn from_node(node: &Value<'_>, reader: &mut Reader<'_, '_, '_>) -> Option<Self> {
        let Value::StringLit(literal) = node else {
            reader.wrong_type(node, "an address in quotes that starts with https://");
            return None;
        };
        let link = Self::new(&literal.value);
        match &link {
            None => {
                let message = sentence!("{} is not an address this site can link to.", quoted(&literal.value));
                reader.report(
                    Rule::UnsafeLink,
                    node,
                    message,
                    "Use an address that starts with https://, or mailto: or tel:.",
                );
            }
            Some(link) if link.0.to_ascii_lowercase().starts_with("http://") => {
                let message = sentence!("{} is not encrypted.", quoted(&link.0));
                reader.report(
                    Rule::PlainHttp,
                    node,
                    message,
                    "Try the same address with https://; most sites have it.",
                );
            }
            Some(link) => {
                if let Some((message, fix)) = odd_host(&link.0) {
                    reader.report(Rule::OddHost, node, message, fix);
                }
            }
        }
        link
    }
}

impl JsonSchema for Link {
    fn schema_name() -> Cow<'static, str> {
        "Link".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "An address that starts with https://, mailto: or tel:, or a path of this site.",
            "pattern": "^([hH][tT][tT][pP][sS]?://|[mM][aA][iI][lL][tT][oO]:|[tT][eE][lL]:|/)"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{is_safe, odd_host};

    #[track_caller]
    fn check_odd(address: &str, odd: bool) {
        assert_eq!(odd_host(address).is_some(), odd, "{address}: {:?}", odd_host(address));
    }

    #[test]
    fn hosts_that_hide_where_they_lead() {
        for odd in [
            "https://192.0.2.7/data",
            "https://[2001:db8::1]/",
            "https://localhost/",
            "https://intranet/figures",
            "https://xn--pypal-4ve.example/",
            "https://p\u{430}ypal.example/",
            "https://bit.ly/3x",
            "https://www.tinyurl.com/y",
            "https://example.org:8443/",
        ] {
            check_odd(odd, true);
        }
        for fine in [
            "https://example.org/a:b?c=1.2.3.4",
            "https://example.org:443/",
            "https://orbit.ly.example.org/",
            "mailto:a@bit.ly",
            "/about/",
            "https://2020census.example/",
        ] {
            check_odd(fine, false);
        }
    }

    #[track_caller]
    fn check(address: &str, safe: bool) {
        assert_eq!(is_safe(address), safe, "{address:?}");
    }

    #[test]
    fn safe_kinds() {
        check("https://example.org/a?b=c#d", true);
        check("HTTPS://EXAMPLE.ORG", true);
        check("http://example.org", true);
        check("mailto:desk@example.org", true);
        check("tel:+1-555-0100", true);
        check("/about/", true);
    }

    #[test]
    fn everything_else_is_refused() {
        for address in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            " javascript:alert(1)",
            "java\tscript:alert(1)",
            "\u{1}javascript:x",
            "data:text/html,x",
            "vbscript:x",
            "//evil.example",
            "/\\evil.example",
            "https://",
            "https:///x",
            "https:x",
            "https://user:pass@bank.example",
            "ftp://example.org",
            "mailto:",
            "tel:",
            "example.org",
            "",
            "https://a b",
            "https://exa\u{202e}mple.org",
            "blob:https://x",
            "file:///etc/passwd",
        ] {
            check(address, false);
        }
    }
}

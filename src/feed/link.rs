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
            Some(_) => {}
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
    use super::is_safe;

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

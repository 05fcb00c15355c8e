//! Plain text out of HTML and Markdown: a feed's texts have neither.

use super::leftovers::Leftovers;
use crate::feed::text::{MAX_CHARACTERS, email, is_hidden};

/// What stands in the place of an e-mail address, which public text must not hold.
const NO_ADDRESS: &str = "[e-mail address left out]";

/// Tags after which a new line begins.
const BLOCKS: [&str; 22] = [
    "p",
    "br",
    "div",
    "li",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "tr",
    "table",
    "thead",
    "tbody",
    "hr",
    "dl",
    "dt",
    "dd",
    "section",
    "blockquote",
];
/// Tags that only shape the letters. Whatever else stands in angle brackets is text: "< 5", "<unknown>".
const INLINE: [&str; 17] = [
    "a", "b", "i", "u", "em", "strong", "span", "sup", "sub", "small", "td", "th", "img", "font", "code", "abbr",
    "cite",
];
/// Tags whose content is no text.
const NOT_TEXT: [&str; 5] = ["script", "style", "iframe", "object", "svg"];

/// A text without tags, entities, hidden characters and e-mail addresses, and no longer than a feed's text may be.
/// The address of a link follows its words in brackets. `None` if nothing is left. What was lost goes to `leftovers`.
pub(super) fn plain(text: &str, place: &str, leftovers: &mut Leftovers) -> Option<String> {
    let mut text = tidy(&links(&without_tags(text, place, leftovers)));
    if text.chars().any(|c| lost(c) && c != '\u{feff}' && c != '\u{200b}') {
        leftovers.changed(place, "Invisible characters that can turn a text round were taken out");
    }
    text.retain(|c| !lost(c));
    let mut addresses = 0;
    while let Some(address) = email(&text).map(str::to_owned) {
        text = text.replace(&format!("mailto:{address}"), &address).replace(&address, NO_ADDRESS);
        addresses += 1;
    }
    if addresses > 0 {
        leftovers.dropped(place, "An e-mail address in a text: public text must not hold one");
    }
    if text.chars().count() > MAX_CHARACTERS {
        leftovers.changed(place, format!("A text was cut at {MAX_CHARACTERS} characters"));
        text = text.chars().take(MAX_CHARACTERS - 1).collect::<String>() + "…";
    }
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// As [`plain`], on one line: titles, labels, notes.
pub(super) fn line(text: &str, place: &str, leftovers: &mut Leftovers) -> Option<String> {
    plain(text, place, leftovers).map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn lost(c: char) -> bool {
    is_hidden(c) || (c.is_control() && !"\n\t".contains(c))
}

fn without_tags(text: &str, place: &str, leftovers: &mut Leftovers) -> String {
    let mut out = String::with_capacity(text.len());
    // Where the words of an open link begin, and its address.
    let mut link: Option<(usize, String)> = None;
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        words(&rest[..at], &mut out);
        rest = &rest[at..];
        if rest.starts_with('&') {
            let (character, length) = entity(rest);
            out.push_str(&character);
            rest = &rest[length..];
            continue;
        }
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
            continue;
        }
        let Some(tag) = Tag::read(rest) else {
            out.push('<');
            rest = &rest[1..];
            continue;
        };
        rest = &rest[tag.length..];
        let name = tag.name.as_str();
        if NOT_TEXT.contains(&name) && !tag.closes {
            leftovers.dropped(place, format!("A <{name}> in a text: a feed holds plain text only"));
            let end = format!("</{name}");
            let lower = rest.to_ascii_lowercase();
            if let Some(at) = lower.find(&end) {
                rest = &rest[at..];
            }
        } else if name == "a" {
            close_link(&mut link, &mut out);
            link = tag.attribute("href").map(|address| (out.len(), address));
        } else if name == "img" {
            leftovers.dropped(place, "A picture in a text: a feed holds plain text only");
            out.push_str(&tag.attribute("alt").unwrap_or_default());
        } else if name == "li" && !tag.closes {
            out.push_str("\u{c}- ");
        } else if BLOCKS.contains(&name) {
            out.push('\u{c}');
        } else if ["td", "th"].contains(&name) {
            out.push(' ');
        }
    }
    words(rest, &mut out);
    close_link(&mut link, &mut out);
    out
}

/// Text between tags: an empty line is a new paragraph, a single line break is a blank. The form feed stands for a
/// new line until [`tidy`].
fn words(text: &str, out: &mut String) {
    let lines: Vec<&str> = text.split('\n').collect();
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            let list = line.trim_start().starts_with("- ") || line.trim_start().starts_with("* ");
            let empty = line.trim().is_empty() && index + 1 < lines.len();
            out.push(if empty || list { '\u{c}' } else { ' ' });
        }
        out.push_str(line);
    }
}

fn close_link(link: &mut Option<(usize, String)>, out: &mut String) {
    let Some((start, address)) = link.take() else { return };
    let said = out.get(start..).unwrap_or_default().trim();
    // Folded YAML puts blanks into long addresses; an address has none.
    let address: String = address.split_whitespace().collect();
    let web = ["http://", "https://"].iter().any(|scheme| address.to_ascii_lowercase().starts_with(scheme));
    if !web || said.contains(&address) {
        return;
    }
    let blank = if out.ends_with(char::is_whitespace) || out.is_empty() { "" } else { " " };
    out.push_str(&format!("{blank}({address})"));
}

struct Tag<'t> {
    name: String,
    closes: bool,
    inside: &'t str,
    /// In bytes, with both brackets.
    length: usize,
}

impl<'t> Tag<'t> {
    /// The tag at the start of a text, if it is one that HTML has.
    fn read(text: &'t str) -> Option<Self> {
        let mut quote = None;
        let end = text.char_indices().skip(1).find_map(|(at, c)| match (quote, c) {
            (None, '>') => Some(Some(at)),
            (None, '<') => Some(None),
            (None, '"' | '\'') if text[..at].ends_with('=') || text[..at].ends_with("= ") => {
                quote = Some(c);
                None
            }
            (Some(open), c) if c == open => {
                quote = None;
                None
            }
            _ => None,
        })??;
        let inside = text[1..end].trim();
        let closes = inside.starts_with('/');
        let name: String = inside
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_ascii_lowercase();
        let known = [BLOCKS.as_slice(), INLINE.as_slice(), NOT_TEXT.as_slice()]
            .iter()
            .any(|tags| tags.contains(&name.as_str()));
        known.then_some(Self { name, closes, inside, length: end + 1 })
    }

    fn attribute(&self, name: &str) -> Option<String> {
        let lower = self.inside.to_ascii_lowercase();
        let at = lower.find(&format!(" {name}")).or_else(|| lower.find(&format!("\n{name}")))? + 1 + name.len();
        let value = self.inside[at..].trim_start().strip_prefix('=')?.trim_start();
        let value = match value.chars().next()? {
            quote @ ('"' | '\'') => value[1..].split(quote).next()?,
            _ => value.split(|c: char| c.is_whitespace() || c == '>').next()?,
        };
        Some(entities(value.trim()))
    }
}

fn entities(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let (character, length) = entity(&rest[at..]);
        out.push_str(&character);
        rest = &rest[at + length..];
    }
    out + rest
}

/// The character that an entity at the start of a text stands for, and the entity's length. An ampersand that begins
/// no entity stands for itself.
fn entity(text: &str) -> (String, usize) {
    const NAMES: [(&str, &str); 41] = [
        ("amp", "&"),
        ("lt", "<"),
        ("gt", ">"),
        ("quot", "\""),
        ("apos", "'"),
        ("nbsp", " "),
        ("ndash", "–"),
        ("mdash", "—"),
        ("lsquo", "‘"),
        ("rsquo", "’"),
        ("ldquo", "“"),
        ("rdquo", "”"),
        ("hellip", "…"),
        ("pound", "£"),
        ("euro", "€"),
        ("cent", "¢"),
        ("yen", "¥"),
        ("copy", "©"),
        ("reg", "®"),
        ("trade", "™"),
        ("deg", "°"),
        ("plusmn", "±"),
        ("times", "×"),
        ("micro", "µ"),
        ("mu", "μ"),
        ("frac12", "½"),
        ("frac14", "¼"),
        ("sup2", "²"),
        ("sup3", "³"),
        ("le", "≤"),
        ("ge", "≥"),
        ("ne", "≠"),
        ("bull", "•"),
        ("middot", "·"),
        ("laquo", "«"),
        ("raquo", "»"),
        ("eacute", "é"),
        ("aacute", "á"),
        ("iacute", "í"),
        ("oacute", "ó"),
        ("ntilde", "ñ"),
    ];
    let itself = ("&".to_owned(), 1);
    let Some(end) = text.bytes().take(12).position(|b| b == b';') else { return itself };
    let name = &text[1..end];
    let code = name.strip_prefix('#').and_then(|code| match code.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => code.parse().ok(),
    });
    let named = || NAMES.iter().find(|(known, _)| *known == name).map(|(_, character)| (*character).to_owned());
    match code.and_then(char::from_u32).map(String::from).or_else(named) {
        Some(character) => (character, end + 1),
        None => itself,
    }
}

/// Markdown links, `[words](address)`, become words and address; `**strong**` loses its stars.
fn links(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('[') {
        out.push_str(&rest[..open]);
        let after = &rest[open + 1..];
        let found = after.find("](").and_then(|middle| {
            let said = &after[..middle];
            let address = after[middle + 2..].split(')').next()?;
            let whole = !said.contains(['[', ']']) && after[middle + 2..].contains(')') && address.starts_with("http");
            whole.then(|| (said, address, middle + 2 + address.len() + 1))
        });
        match found {
            Some((said, address, length)) => {
                out.push_str(&format!("{said} ({address})"));
                rest = &after[length..];
            }
            None => {
                out.push('[');
                rest = after;
            }
        }
    }
    (out + rest).replace("**", "")
}

/// One blank between words, no empty lines.
fn tidy(text: &str) -> String {
    let lines = text.split('\u{c}').map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let mut out: Vec<String> = Vec::new();
    for line in lines.filter(|line| !line.is_empty() && line != "-") {
        out.push(line);
    }
    out.join("\n").replace(" ,", ",").replace(" .)", ".)")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(plain(text, "f", &mut Leftovers::default()).unwrap_or_default(), expected, "{text}");
    }

    #[track_caller]
    fn check_listed(text: &str, expected: &str, reason: &str) {
        let mut leftovers = Leftovers::default();
        assert_eq!(plain(text, "f", &mut leftovers).unwrap_or_default(), expected, "{text}");
        assert!(leftovers.report(true).contains(reason), "{}", leftovers.report(true));
    }

    #[test]
    fn tags_become_lines_and_links_keep_their_address() {
        check("<p>One.</p><p>Two <b>strong</b>.</p>", "One.\nTwo strong.");
        check(
            "See <a href=\"https://example.org/a?b=1&amp;c=2\">the guide</a>.",
            "See the guide (https://example.org/a?b=1&c=2).",
        );
        check("See <a href = 'https://example.org/'>https://example.org/</a>", "See https://example.org/");
        check("<a href=\"https://example.org/\">open <a/> end", "open (https://example.org/) end");
        check("<ul><li>a</li><li>b</li></ul>", "- a\n- b");
        check(
            "See [the guide](https://example.org/) and [note 1] (x)",
            "See the guide (https://example.org/) and [note 1] (x)",
        );
        check("one\ntwo\n\nthree", "one two\nthree");
    }

    #[test]
    fn what_is_no_tag_stays() {
        check("aged < 5 and > 2, <£200, a<b", "aged < 5 and > 2, <£200, a<b");
        check("R&D, Q&A; &unknown; &", "R&D, Q&A; &unknown; &");
        check("&lt;b&gt; &#163;5 &#x2013; &eacute;", "<b> £5 – é");
        check("<", "<");
        check("<p", "<p");
    }

    #[test]
    fn what_must_not_be_public_is_taken_out_and_listed() {
        check_listed(
            "Ask ana.diaz@example.org or <a href=\"mailto:b@example.org\">b</a>",
            "Ask [e-mail address left out] or b",
            "e-mail",
        );
        check_listed("a\u{202e}b", "ab", "Invisible");
        check_listed("x<script>alert(1)</script>y", "xy", "<script>");
        check_listed(&"é".repeat(MAX_CHARACTERS + 1), &("é".repeat(MAX_CHARACTERS - 1) + "…"), "cut at");
        check("a@b", "a@b");
    }
}

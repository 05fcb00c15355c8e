//! HTML and Markdown, which readers would see as they stand.

use super::{Passage, Remark};
use crate::feed::finding::quoted;
use crate::feed::rule::Rule;

/// The elements that people write by hand or paste. Other words between angle brackets are left alone.
const ELEMENTS: [&str; 26] = [
    "a",
    "b",
    "br",
    "blockquote",
    "code",
    "div",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "hr",
    "i",
    "img",
    "li",
    "ol",
    "p",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "td",
    "u",
    "ul",
];

const ENTITIES: [&str; 8] = ["&amp;", "&nbsp;", "&lt;", "&gt;", "&quot;", "&#39;", "&ndash;", "&rsquo;"];

pub(super) fn markup(passage: Passage<'_>) -> Option<Remark> {
    let text = passage.text;
    let found =
        tag(text).or_else(|| ENTITIES.into_iter().find(|entity| text.contains(entity))).or_else(|| markdown(text))?;
    Some(Remark::new(
        Rule::Markup,
        format!("Readers would see {}: a text is shown just as it is written.", quoted(found)),
        "Take the marks out and keep the words; an address belongs in a link field.",
    ))
}

fn tag(text: &str) -> Option<&str> {
    text.match_indices('<').find_map(|(start, _)| {
        let rest = &text[start..];
        let end = rest.find('>')?;
        let inside = rest[1..end].trim_start_matches('/').trim_end_matches('/');
        let name = inside.split([' ', '\n']).next().unwrap_or_default().to_ascii_lowercase();
        let known = ELEMENTS.contains(&name.as_str()) && !inside[name.len()..].contains('<');
        known.then(|| &rest[..=end])
    })
}

fn markdown(text: &str) -> Option<&str> {
    let strong = ["**", "__"].into_iter().find_map(|mark| {
        let (start, _) = text.match_indices(mark).next()?;
        let inside = &text[start + 2..];
        let length = inside.find(mark).filter(|length| *length > 0)?;
        let word = |c: char| c.is_alphanumeric();
        let (first, last) = (inside.chars().next()?, inside[..length].chars().next_back()?);
        (word(first) && (word(last) || ".!?:".contains(last))).then(|| &text[start..start + length + 4])
    });
    let link = || {
        let (start, middle) = text.match_indices("](").find_map(|(at, _)| Some((text[..at].rfind('[')?, at)))?;
        let end = text[middle..].find(')')?;
        Some(&text[start..=middle + end])
    };
    let heading = || {
        let marks = ["# ", "## ", "### ", "```"];
        text.lines().find(|line| marks.iter().any(|mark| line.starts_with(mark)))
    };
    strong.or_else(link).or_else(heading)
}

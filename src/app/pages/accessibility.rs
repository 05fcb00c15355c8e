//! The accessibility statement.

use super::method::{chapter, text_head};
use crate::app::html::{Html, Piece};
use crate::app::shell::contacts;
use crate::present::accessibility::AccessibilityPage;

/// The accessibility statement. Whom to tell stands in its last part.
pub fn accessibility_view(page: AccessibilityPage) -> impl Piece {
    let text = page.text;
    let last = text.chapters.len().saturating_sub(1);
    let mut people = Some(page.contacts);
    let parts = text.chapters.into_iter().enumerate().map(move |(at, part)| {
        let people = if at == last { people.take().map(contacts) } else { None };
        chapter(part, people)
    });
    (text_head(text.title, text.lead), parts.collect::<Html>())
}

//! The accessibility statement.

use leptos::prelude::*;

use super::method::{chapter, text_head};
use crate::app::shell::contacts;
use crate::present::accessibility::AccessibilityPage;

/// The accessibility statement. Whom to tell stands in its last part.
#[component]
pub fn AccessibilityView(
    /// What it says.
    page: AccessibilityPage,
) -> impl IntoView {
    let text = page.text;
    let last = text.chapters.len().saturating_sub(1);
    let mut people = Some(page.contacts);
    let parts = text.chapters.into_iter().enumerate().map(move |(at, part)| {
        let people = if at == last { people.take().map(contacts) } else { None };
        chapter(part, people)
    });
    view! {
        {text_head(text.title, text.lead)}
        {parts.collect_view()}
    }
}

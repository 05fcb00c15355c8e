//! The list as text for people and for programs.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::items::{Item, Owner};
use crate::feed::FeedSource;

/// Version of the JSON list. A new first number means that a program has to look again.
const LIST_VERSION: &str = "1.0";

/// One paragraph for each partner, one line for each thing.
pub(super) fn human(owners: &[Owner], source: &FeedSource, today: NaiveDate) -> String {
    let paragraph = |owner: &Owner| {
        let line = |item: &Item| {
            format!("- {} ({}): {}. Edit {}.\n", item.due, distance(item.due, today), item.text, file(item, source))
        };
        format!("{}\n{}", owner.name, owner.items.iter().map(line).collect::<String>())
    };
    together(owners.iter().map(paragraph))
}

/// The same with headings, and with file names that stand out.
pub(super) fn markdown(owners: &[Owner], source: &FeedSource, today: NaiveDate) -> String {
    let section = |owner: &Owner| {
        let line = |item: &Item| {
            let (distance, text) = (distance(item.due, today), plain(&item.text));
            format!("- **{}**, {distance}: {text}. Edit `{}`.\n", item.due, file(item, source))
        };
        format!("### {}\n\n{}", plain(&owner.name), owner.items.iter().map(line).collect::<String>())
    };
    together(owners.iter().map(section))
}

fn together(parts: impl Iterator<Item = String>) -> String {
    let parts: Vec<String> = parts.collect();
    if parts.is_empty() { "Nothing is due.\n".into() } else { parts.join("\n") }
}

/// One object with a list for each partner.
///
/// # Errors
/// Only if it cannot be written as JSON, which nothing in it allows.
pub(super) fn json(owners: &[Owner], source: &FeedSource, today: NaiveDate, within: u32) -> Result<String, String> {
    let item = |item: &Item| {
        json!({
            "due": item.due.to_string(),
            "days_late": (today - item.due).num_days(),
            "kind": item.kind.code(),
            "record": item.record,
            "text": item.text,
            "file": path(item, source),
        })
    };
    let owner = |owner: &Owner| {
        let items: Vec<Value> = owner.items.iter().map(item).collect();
        json!({"partner": owner.partner, "name": owner.name, "items": items})
    };
    let list = json!({
        "version": LIST_VERSION,
        "as_of": today.to_string(),
        "within_days": within,
        "owners": owners.iter().map(owner).collect::<Vec<_>>(),
    });
    serde_json::to_string_pretty(&list).map(|text| text + "\n").map_err(|why| why.to_string())
}

/// "12 days late", "today", "in 3 days".
fn distance(due: NaiveDate, today: NaiveDate) -> String {
    match (due - today).num_days() {
        0 => "today".into(),
        1 => "in 1 day".into(),
        -1 => "1 day late".into(),
        days @ 2.. => format!("in {days} days"),
        days => format!("{} days late", -days),
    }
}

/// The file to edit; in a single file, the record in it.
fn file(item: &Item, source: &FeedSource) -> String {
    match source {
        FeedSource::Folder(_) => path(item, source),
        FeedSource::File(file) => format!("{} in {}", item.record, file.path),
    }
}

fn path(item: &Item, source: &FeedSource) -> String {
    match source {
        FeedSource::File(file) => file.path.clone(),
        FeedSource::Folder(_) => {
            let extension = if item.list == "series" { "csv" } else { "json" };
            format!("{}/{}.{extension}", item.list, item.record)
        }
    }
}

/// A text of the feed in Markdown: it says what it says, whatever marks it holds.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_[]<>#|".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

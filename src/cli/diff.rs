//! `commonweal diff`: what differs between two versions of a feed, in words.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde_json::{Value, json};

use super::{CLEAN, FINDINGS, FeedArguments, load};
use crate::feed::diff::{Change, diff};
use crate::feed::{Feed, Summary, read};
use crate::present::Context;
use crate::present::changes::{RecordChanges, records, summary};
use crate::routes::Site;
use crate::words::carried;

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The version before: a folder, a feed.json, or git:REV for the feed as it was at a revision
    old: String,
    /// The version after, in the same ways. Without it, the folder "feed" or the file "feed.json" here
    new: Option<String>,
    /// How the differences are printed
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// The language of the sentences, such as en or es. Without it, the feed's main language
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// Exit with 1 if the two differ
    #[arg(long)]
    exit_code: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people: one sentence, then record by record
    Human,
    /// For the page of a proposed change
    Markdown,
    /// For programs: one object, versioned
    Json,
}

/// Version of the JSON report. A new first number means that a program has to look again.
const REPORT_VERSION: &str = "1.0";

pub(super) fn run(arguments: &Arguments) -> Result<u8, String> {
    // Where git looks: the newer feed if it is a path, else the older one, else the feed that is here.
    let in_git = |named: &String| named.starts_with("git:");
    let here = || FeedArguments { feed: None, as_of: None }.path();
    let path = match (&arguments.new, &arguments.old) {
        (Some(new), _) if !in_git(new) => PathBuf::from(new),
        (Some(_), old) if !in_git(old) => PathBuf::from(old),
        _ => here()?,
    };
    let old = feed(&arguments.old, &path)?;
    let new = match &arguments.new {
        Some(named) => feed(named, &path)?,
        None => feed(&path.to_string_lossy(), &path)?,
    };
    let changes = diff(&old, &new);
    let default = new.coalition.default_locale.as_str();
    let language = arguments.language.as_deref().unwrap_or(default);
    if arguments.language.is_some() && carried::language(language).is_none() {
        let tags = carried::LANGUAGES.map(|language| language.tag).join(", ");
        return Err(format!("This version has no words for the language {language}. There are: {tags}."));
    }
    let language = carried::languages(language, &[]).into_iter().next().ok_or("There are no words.")?;
    let words = language.catalog().map_err(|why| why.to_string())?;
    let site = Site::new("/", vec![language.tag.to_owned()]);
    let context = Context { feed: &new, words: &words, site: &site, today: load::today(), draft: None };
    let (sentence, records) = (summary(&context, &changes), records(&context, &changes));
    super::out(&match arguments.format {
        Format::Human => human(&sentence, &records),
        Format::Markdown => markdown(&sentence, &records),
        Format::Json => {
            let report = report(&changes, words.lang(), &sentence, &records)?;
            format!("{}\n", serde_json::to_string_pretty(&report).map_err(|why| why.to_string())?)
        }
    });
    Ok(if arguments.exit_code && !changes.is_empty() { FINDINGS } else { CLEAN })
}

/// A version that can be compared: one without errors. What a broken feed says is not known.
fn feed(named: &str, path: &Path) -> Result<Feed, String> {
    let reading = read(&load::version(named, path)?, load::today());
    reading.feed.ok_or_else(|| match Summary::of(&reading.findings).error {
        1 => format!("{named} has 1 error, so it cannot be compared. `commonweal check` shows it."),
        n => format!("{named} has {n} errors, so it cannot be compared. `commonweal check` shows them."),
    })
}

fn human(sentence: &str, records: &[RecordChanges]) -> String {
    let mut out = format!("{}\n", safe(sentence));
    for record in records {
        out.push_str(&format!("\n{}\n", safe(&heading(record))));
        record.lines.iter().for_each(|line| out.push_str(&format!("  {}\n", safe(line))));
    }
    out
}

fn markdown(sentence: &str, records: &[RecordChanges]) -> String {
    let mut out = format!("{}\n", marked(sentence));
    for record in records {
        out.push_str(&format!("\n**{}**\n\n", marked(&heading(record))));
        record.lines.iter().for_each(|line| out.push_str(&format!("- {}\n", marked(line))));
    }
    out
}

fn heading(record: &RecordChanges) -> String {
    format!("{} {}", record.kind, record.name.text).trim_end().to_owned()
}

/// On one line, without characters that move a terminal's cursor.
fn safe(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// A text of the feed stays text in Markdown: no links, no mentions, no HTML.
fn marked(text: &str) -> String {
    safe(text).chars().fold(String::new(), |mut out, c| {
        match c {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            // A mention would write to people, a bare address would become a link.
            '@' => out.push_str("@\u{200b}"),
            _ if "\\`*_[]#|~>".contains(c) => out.extend(['\\', c]),
            _ => out.push(c),
        }
        out
    })
}

fn report(changes: &[Change], language: &str, sentence: &str, records: &[RecordChanges]) -> Result<Value, String> {
    let said: Vec<Value> = (records.iter())
        .map(|record| json!({"kind": record.kind, "name": record.name.text, "says": record.lines}))
        .collect();
    Ok(json!({
        "version": REPORT_VERSION,
        "tool": concat!("commonweal ", env!("CARGO_PKG_VERSION")),
        "language": language,
        "summary": sentence,
        "records": said,
        "changes": serde_json::to_value(changes).map_err(|why| why.to_string())?,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(marked(text), expected);
    }

    #[test]
    fn text_stays_text_in_markdown() {
        check("56.2% (2025)", "56.2% (2025)");
        check("<img src=x> & [a](b)", "&lt;img src=x\\> &amp; \\[a\\](b)");
        check("ask @everybody", "ask @\u{200b}everybody");
        check("a\n# b", "a \\# b");
    }
}

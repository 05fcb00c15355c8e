//! `commonweal tools`: what the editor's own tools need beside a feed. Schemas and settings for an editor; in a
//! repository also the check of every proposed change, publishing, a hook, and forms for people who never see JSON.

mod form;
mod pages_cms;
mod place;
mod sveltia;
mod vscode;
mod workflows;
mod written;
mod yaml;

use std::fmt::Write as _;
use std::path::Path;

use form::Forms;
use place::Place;
use written::{Outcome, ToolFile};

use super::{CLEAN, FINDINGS, FeedArguments, load};
use crate::feed::records::coalition::Repository;
use crate::feed::{Feed, FeedSource, read};

#[derive(clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    feed: FeedArguments,
    /// Write nothing; fail if a file is not as this program would write it
    #[arg(long)]
    check: bool,
}

pub(super) fn run(arguments: &Arguments) -> Result<u8, String> {
    let path = arguments.feed.path()?;
    let source = load::load(&path)?;
    let place = Place::of(&path)?;
    let feed = read(&source, arguments.feed.today()).feed;
    let (files, notes) = files(&place, feed.as_ref())?;
    let outcome = written::write(&place.root, &files, !arguments.check)?;
    super::out(&told(&outcome, &place.root, arguments.check));
    notes.iter().for_each(|note| super::out(&format!("{note}\n")));
    Ok(if arguments.check && !outcome.written.is_empty() { FINDINGS } else { CLEAN })
}

/// The folder of the repository that a folder lies in, which need not be there yet.
pub(super) use place::repository;

/// Whether a repository has its tools already.
pub(super) fn has_tools(root: &Path) -> bool {
    root.join(written::LIST).exists()
}

/// Writes the tools of a new feed: into the repository around it if it is meant for git and there is one, else beside it.
/// Says which files of other people were left as they are.
///
/// # Errors
/// A sentence if the feed cannot be read or a file cannot be written.
pub(super) fn begin(dir: &Path, source: &FeedSource, git: bool) -> Result<String, String> {
    let place = if git && repository(dir).is_some() { Place::of(dir)? } else { Place::new(dir, git) };
    let (files, _) = files(&place, read(source, load::today()).feed.as_ref())?;
    let outcome = written::write(&place.root, &files, true)?;
    Ok(outcome.kept.iter().map(|path| left(path)).collect())
}

/// The sentence for a file that is somebody's own.
fn left(path: &str) -> String {
    format!("{path} was changed by somebody and is left as it is.\n")
}

/// All files for a feed at a place, and what a person has to know of them.
fn files(place: &Place, feed: Option<&Feed>) -> Result<(Vec<ToolFile>, Vec<String>), String> {
    let plain = |path: &str, content: &str| ToolFile { path: path.into(), content: content.into(), runs: false };
    let mut files = vscode::files(place)?;
    let mut notes = Vec::new();
    files.push(plain(".editorconfig", include_str!("tools/files/editorconfig")));
    files.push(plain(".gitattributes", include_str!("tools/files/gitattributes")));
    if place.git {
        files.extend(workflows::files(place));
        match feed {
            _ if place.file.is_some() => {
                notes.push(
                    "There are no forms: they need a feed in a folder, with one file for each record.".to_owned(),
                );
            }
            None => notes
                .push("The forms were left out: the feed has errors. Mend what `commonweal check` finds.".to_owned()),
            Some(feed) => {
                let forms = Forms::of(feed)?;
                files.push(plain(".pages.yml", &pages_cms::config(&forms, &place.folder)));
                let repository = hosted(feed.coalition.repository.as_ref());
                let config = sveltia::config(&forms, &place.folder, (repository.0, &repository.1));
                files.push(plain(".commonweal/admin/config.yml", &config));
                files.push(plain(".commonweal/admin/index.html", sveltia::PAGE));
                notes.extend(forms.mixed.iter().map(|path| {
                    format!("{path} is in no form: some files write one text, others one for each language. Write it one way.")
                }));
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok((files, notes))
}

/// Which program hosts a repository, and its name there.
fn hosted(repository: Option<&Repository>) -> (&'static str, String) {
    let address = repository.map_or("", |repository| repository.url.as_str());
    let rest = address.split_once("://").map_or("", |(_, rest)| rest);
    let (host, name) = rest.split_once('/').unwrap_or_default();
    let name = name.trim_end_matches('/').trim_end_matches(".git");
    match host {
        "github.com" if name.contains('/') => ("github", name.to_owned()),
        host if host.contains("gitlab") && name.contains('/') => ("gitlab", name.to_owned()),
        _ => ("github", "your-organisation/your-repository".to_owned()),
    }
}

/// What happened, for people.
fn told(outcome: &Outcome, root: &Path, check: bool) -> String {
    let mut out = String::new();
    let mut say = |sentence: String| {
        let _ = writeln!(out, "{sentence}");
    };
    if outcome != &Outcome::default() {
        say(format!("In {}:", root.display()));
    }
    for path in &outcome.written {
        say(if check { format!("{path} is not as this program writes it.") } else { format!("{path} is written.") });
    }
    for path in &outcome.kept {
        say(left(path).trim_end().to_owned());
    }
    for path in &outcome.gone {
        say(format!("{path} was taken away by somebody and is not written again."));
    }
    if outcome.written.is_empty() {
        say("Nothing to write: all is as this program writes it, or somebody's own.".to_owned());
    } else if check {
        say("Run `commonweal tools` to write them.".to_owned());
    }
    if !outcome.gone.is_empty() {
        say(format!("To have a file back, delete its line in {}.", written::LIST));
    }
    out
}

#[cfg(test)]
mod tests;

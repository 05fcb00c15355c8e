//! `commonweal fmt`.

use std::path::PathBuf;

use super::{CLEAN, FINDINGS, FeedArguments, load, save};
use crate::feed::form::formatted;

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The feed: a folder, or one feed.json. Without it, the folder "feed" or the file "feed.json" here.
    feed: Option<PathBuf>,
    /// Write nothing; name the files that are laid out in another way, and fail if there are any
    #[arg(long)]
    check: bool,
}

pub(super) fn run(arguments: &Arguments) -> Result<u8, String> {
    let path = FeedArguments { feed: arguments.feed.clone(), as_of: None }.path()?;
    let source = load::load(&path)?;
    let done = formatted(&source);
    for finding in &done.findings {
        super::out(&save::briefly(finding));
    }
    let files = save::files(&source);
    let changed: Vec<_> = files.iter().zip(&done.files).filter(|(before, after)| before != after).collect();
    for (_, after) in &changed {
        if !arguments.check {
            save::save(&save::place(&path, &source, after)?, &after.bytes)?;
        }
        super::out(&format!("{}\n", after.path));
    }
    let what = if arguments.check { "would be laid out anew" } else { "laid out anew" };
    eprintln!("{} of {} files {what} in {}", changed.len(), files.len(), path.display());
    let good = done.findings.is_empty() && (changed.is_empty() || !arguments.check);
    Ok(if good { CLEAN } else { FINDINGS })
}

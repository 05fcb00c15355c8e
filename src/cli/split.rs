//! `commonweal split`: one file becomes a folder.

use std::path::{Path, PathBuf};

use super::{CLEAN, FINDINGS, init, load, save};
use crate::feed::FeedSource;
use crate::feed::form::{Refusal, split};

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The feed in one file
    file: PathBuf,
    /// The folder to write: a new or an empty one
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

pub(super) fn run(arguments: &Arguments) -> Result<u8, String> {
    let (from, out) = (&arguments.file, &arguments.out);
    let FeedSource::File(file) = load::load(from)? else {
        return Err(format!("{} is a folder already. Name a feed.json.", from.display()));
    };
    if !init::is_free(out)? {
        return Err(format!("{} is not empty, so nothing was written. Name a new folder.", out.display()));
    }
    let converted = match split(&file) {
        Ok(converted) => converted,
        Err(refusal) => return Ok(refused(&refusal, from)),
    };
    for file in &converted.files {
        save::save(&out.join(&file.path), &file.bytes)?;
    }
    say_left_out(&converted.left_out);
    eprintln!("{} files written to {}; {} is as it was", converted.files.len(), out.display(), from.display());
    Ok(CLEAN)
}

/// Prints why nothing was written.
pub(super) fn refused(refusal: &Refusal, from: &Path) -> u8 {
    for finding in &refusal.findings {
        super::out(&save::briefly(finding));
    }
    for reason in &refusal.reasons {
        super::out(&format!("{reason}\n"));
    }
    eprintln!("nothing was written: not all of {} can be carried over", from.display());
    FINDINGS
}

/// Prints what says nothing in the other form.
pub(super) fn say_left_out(left_out: &[String]) {
    for what in left_out {
        eprintln!("left out: {what}");
    }
}

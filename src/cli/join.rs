//! `commonweal join`: a folder becomes one file.

use std::fs;
use std::path::PathBuf;

use super::{CLEAN, load, save, split};
use crate::feed::FeedSource;
use crate::feed::form::join;

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The feed's folder
    dir: PathBuf,
    /// The file to write: a new one; "-" for standard output
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

pub(super) fn run(arguments: &Arguments) -> Result<u8, String> {
    let (from, out) = (&arguments.dir, &arguments.out);
    let FeedSource::Folder(files) = load::load(from)? else {
        return Err(format!("{} is one file already. Name the folder of a feed.", from.display()));
    };
    let converted = match join(&files) {
        Ok(converted) => converted,
        Err(refusal) => return Ok(split::refused(&refusal, from)),
    };
    let bytes = converted.files.first().map_or(&[][..], |file| &file.bytes);
    if out.as_os_str() == "-" {
        super::out(&String::from_utf8_lossy(bytes));
    } else {
        // The same bytes again are no work of a person that would be lost.
        if out.exists() && fs::read(out).ok().as_deref() != Some(bytes) {
            return Err(format!("{} is already there, so nothing was written. Name a new file.", out.display()));
        }
        save::save(out, bytes)?;
        eprintln!("{} files joined in {}; {} is as it was", files.len(), out.display(), from.display());
    }
    split::say_left_out(&converted.left_out);
    Ok(CLEAN)
}

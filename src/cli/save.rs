//! Writing a feed's files back to where they came from.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::feed::bundle::is_zip;
use crate::feed::{FeedSource, Finding, SourceFile};

/// The path on disk of a file of the feed at `feed`, to write it.
///
/// # Errors
/// A sentence if the feed is in a zip: the file would take the place of the whole zip.
pub(super) fn place(feed: &Path, source: &FeedSource, file: &SourceFile) -> Result<PathBuf, String> {
    let single = if feed.is_dir() { feed.join("feed.json") } else { feed.to_path_buf() };
    let mut start = Vec::new();
    let opened = File::open(&single).and_then(|zip| zip.take(4).read_to_end(&mut start));
    let has_own_files = feed.join("coalition.json").is_file();
    if opened.is_ok() && is_zip(&start) && !has_own_files {
        let name = single.display();
        return Err(format!("{name} is a zip, and nothing is written into one. Unpack it and name its folder."));
    }
    Ok(match source {
        FeedSource::Folder(_) => feed.join(&file.path),
        FeedSource::File(_) => single,
    })
}

/// Writes a file, and the folders it stands in.
///
/// # Errors
/// A sentence if it cannot be written.
pub(super) fn save(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let made = folder.map_or(Ok(()), fs::create_dir_all);
    made.and_then(|()| fs::write(path, bytes)).map_err(|why| format!("{} cannot be written: {why}.", path.display()))
}

/// The files of a feed, however it is kept.
pub(super) fn files(source: &FeedSource) -> &[SourceFile] {
    match source {
        FeedSource::File(file) => std::slice::from_ref(file),
        FeedSource::Folder(files) => files,
    }
}

/// A finding in two lines, for commands whose work is not to check.
pub(super) fn briefly(finding: &Finding) -> String {
    format!("{finding}\n  = fix: {}\n", finding.fix)
}

//! Feeds on disk, in git and from standard input, and what day it is.

mod git;

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{Days, NaiveDate};

use super::FeedArguments;
use super::build::SITE_MARK;
use crate::feed::bundle::{self, MAX_FILES, Unfit, is_passed_over};
use crate::feed::source::MAX_FILE_BYTES;
use crate::feed::{FeedSource, SourceFile};

/// The file that every feed in a folder has.
const MAIN_FILE: &str = "coalition.json";

/// The beginning of the name of a version that is kept in git.
const IN_GIT: &str = "git:";

impl FeedArguments {
    /// The feed's path: the one given, else the one that is here.
    pub(super) fn path(&self) -> Result<PathBuf, String> {
        if let Some(path) = &self.feed {
            return Ok(path.clone());
        }
        let found = ["feed", "feed.json"].into_iter().map(PathBuf::from).find(|path| path.exists());
        // A repository may hold nothing but a feed, as `init --git` makes one.
        let here = || Path::new(MAIN_FILE).is_file().then(|| PathBuf::from("."));
        found.or_else(here).ok_or_else(|| {
            "There is no feed here. Name its folder or file, or make one with `commonweal init DIR`.".to_owned()
        })
    }

    /// The day that dates are judged by.
    pub(super) fn today(&self) -> NaiveDate {
        self.as_of.unwrap_or_else(today)
    }
}

/// Today in UTC.
pub(super) fn today() -> NaiveDate {
    let days = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() / 86_400);
    NaiveDate::default().checked_add_days(Days::new(days)).unwrap_or_default()
}

/// Why a zip is not looked at, as a sentence.
fn refused(why: &Unfit) -> String {
    match why {
        Unfit::TooManyFiles => format!("it holds more than {} files.", MAX_FILES),
        Unfit::TooLarge => format!("unpacked it has more than {} MiB.", bundle::MAX_BYTES / (1024 * 1024)),
        Unfit::NoFeed => "neither coalition.json nor feed.json is in it.".to_owned(),
        Unfit::SeveralFeeds(folders) => format!("it holds more than one feed: {}.", folders.join(", ")),
        Unfit::BrokenZip => "the zip is damaged.".to_owned(),
        Unfit::LockedZip => "the zip asks for a password.".to_owned(),
        Unfit::Unreadable(path) => format!("{path} cannot be read."),
    }
}

/// The bytes of a feed: a folder, one file, or a zip of either.
///
/// # Errors
/// A sentence if the path cannot be read.
pub(super) fn load(path: &Path) -> Result<FeedSource, String> {
    let unreadable = |path: &Path, why: std::io::Error| format!("{} cannot be read: {why}.", path.display());
    let kind = fs::metadata(path).map_err(|why| unreadable(path, why))?;
    if let Some(whole) = around(path) {
        return Err(format!(
            "{} is only a part of the feed in {}. Name the feed's folder.",
            path.display(),
            whole.display()
        ));
    }
    if !kind.is_dir() {
        let bytes = fs::read(path).map_err(|why| unreadable(path, why))?;
        if bundle::is_zip(&bytes) {
            let unfit = |why: Unfit| format!("{}: {}", path.display(), refused(&why));
            return bundle::unzip(&bytes).and_then(bundle::bundle).map_err(unfit);
        }
        let name = path.file_name().map_or_else(|| "feed.json".into(), |name| name.to_string_lossy().into_owned());
        return Ok(FeedSource::File(SourceFile { path: name, bytes }));
    }
    let single = path.join("feed.json");
    if single.is_file() && !path.join(MAIN_FILE).is_file() {
        return load(&single);
    }
    let mut files = Vec::new();
    let mut folders = vec![path.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(|why| unreadable(&folder, why))?;
        for entry in entries {
            let entry = entry.map_err(|why| unreadable(&folder, why))?;
            let (file, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
            if is_passed_over(&name) {
                continue;
            }
            if file.is_dir() {
                // A site that was built in here is no part of its feed.
                if !file.join(SITE_MARK).is_file() {
                    folders.push(file);
                }
            // A pipe would be waited for without end. A link that leads nowhere is not passed over: it is said.
            } else if file.is_file() || !file.exists() {
                let relative = file.strip_prefix(path).unwrap_or(&file);
                let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
                files.push(SourceFile {
                    path: parts.join("/"),
                    bytes: read(&file).map_err(|why| unreadable(&file, why))?,
                });
            }
            if files.len() > MAX_FILES {
                return Err(too_many(path));
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(FeedSource::Folder(files))
}

/// The bytes of a file, of a very large one not all: a feed has none such, and the reader then says so.
fn read(file: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(file)?.take(most()).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// One byte more than a file may have is enough to say that it has too many.
fn most() -> u64 {
    u64::try_from(MAX_FILE_BYTES).map_or(u64::MAX, |most| most + 1)
}

/// The folder of the feed that a file or folder is only a part of. Somebody who has edited one record names it easily.
fn around(path: &Path) -> Option<PathBuf> {
    let real = path.canonicalize().ok()?;
    let is_feed_itself = if real.is_dir() {
        [MAIN_FILE, "feed.json"].iter().any(|name| real.join(name).is_file())
    } else {
        real.file_name().is_some_and(|name| name == "feed.json") || real.extension().is_some_and(|kind| kind == "zip")
    };
    let mut above = real.ancestors().skip(1).take(2);
    above.find(|folder| !is_feed_itself && folder.join(MAIN_FILE).is_file()).map(Path::to_path_buf)
}

/// Another version of a feed: `named` is the path of a feed, or `git:REV` for the feed at `feed` as it was at that
/// revision.
///
/// # Errors
/// A sentence if the path cannot be read, or git does not know the revision or the feed in it.
pub(super) fn version(named: &str, feed: &Path) -> Result<FeedSource, String> {
    match named.strip_prefix(IN_GIT) {
        Some(revision) => git::at(revision, feed),
        None => load(Path::new(named)),
    }
}

/// One `feed.json` from standard input; `name` stands for its path in findings.
///
/// # Errors
/// A sentence if it cannot be read.
pub(super) fn standard_input(name: &str) -> Result<FeedSource, String> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().take(most()).read_to_end(&mut bytes);
    read.map_err(|why| format!("Standard input cannot be read: {why}."))?;
    Ok(FeedSource::File(SourceFile::new(name, bytes)))
}

fn too_many(path: &Path) -> String {
    format!("{} holds more than {MAX_FILES} files: is it the feed's folder?", path.display())
}

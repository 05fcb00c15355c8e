//! Feeds on disk, and what day it is.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{Days, NaiveDate};

use super::FeedArguments;
use crate::feed::{FeedSource, SourceFile};

/// Most files a folder may have; a guard against pointing the program at a whole disk.
const MAX_FILES: usize = 50_000;

impl FeedArguments {
    /// The feed's path: the one given, else the one that is here.
    pub(super) fn path(&self) -> Result<PathBuf, String> {
        if let Some(path) = &self.feed {
            return Ok(path.clone());
        }
        ["feed", "feed.json"].into_iter().map(PathBuf::from).find(|path| path.exists()).ok_or_else(|| {
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

/// The bytes of a feed.
///
/// # Errors
/// A sentence if the path cannot be read.
pub(super) fn load(path: &Path) -> Result<FeedSource, String> {
    let unreadable = |path: &Path, why: std::io::Error| format!("{} cannot be read: {why}.", path.display());
    let kind = fs::metadata(path).map_err(|why| unreadable(path, why))?;
    if !kind.is_dir() {
        let bytes = fs::read(path).map_err(|why| unreadable(path, why))?;
        let name = path.file_name().map_or_else(|| "feed.json".into(), |name| name.to_string_lossy().into_owned());
        return Ok(FeedSource::File(SourceFile { path: name, bytes }));
    }
    let single = path.join("feed.json");
    if single.is_file() && !path.join("coalition.json").is_file() {
        return load(&single);
    }
    let mut files = Vec::new();
    let mut folders = vec![path.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(|why| unreadable(&folder, why))?;
        for entry in entries {
            let entry = entry.map_err(|why| unreadable(&folder, why))?;
            let (file, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
            if name.starts_with('.') || name.ends_with('~') || name.to_ascii_lowercase().ends_with(".md") {
                continue;
            }
            if file.is_dir() {
                folders.push(file);
            } else {
                let relative = file.strip_prefix(path).unwrap_or(&file);
                let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
                files.push(SourceFile {
                    path: parts.join("/"),
                    bytes: fs::read(&file).map_err(|why| unreadable(&file, why))?,
                });
            }
            if files.len() > MAX_FILES {
                return Err(format!("{} holds more than {MAX_FILES} files: is it the feed's folder?", path.display()));
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(FeedSource::Folder(files))
}

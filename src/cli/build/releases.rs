//! Which files of the app belong to which release, so that a page that was opened before a new one still finds its
//! program.
//!
//! The names of these files hold a hash of their bytes: files of several releases can lie side by side. The list stands
//! in the mark of the folder, one line of JSON for each release, the newest first.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path};
use std::sync::{Mutex, PoisonError};

use serde_json::{Value, json};

use crate::routes::ASSETS;

/// A file in every folder that a build has written, by which the next build knows that it may replace it.
pub(super) const MARK: &str = ".commonweal-site";

/// The first line of it.
const SENTENCE: &str = "Written by `commonweal build`, which may replace this whole folder.";

/// Whether a file of a site has a hash in its name: below a region's page, each site has its own.
pub(super) fn is_asset(path: &str) -> bool {
    path.starts_with(ASSETS) || path.contains(&format!("/{ASSETS}"))
}

/// The files of one release.
type Release = BTreeSet<String>;

/// The release that is being written.
pub(super) struct Releases(Mutex<Release>);

impl Releases {
    pub(super) fn new() -> Self {
        Self(Mutex::default())
    }

    /// Notes a file of this release.
    pub(super) fn note(&self, path: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned());
    }

    /// The text of the mark, and the files of up to `keep` earlier releases that this one has not. `before` is the
    /// folder of the release before.
    pub(super) fn after(&self, before: Option<&Path>, keep: usize) -> (String, Release) {
        let newest = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        let text = before.and_then(|before| fs::read_to_string(before.join(MARK)).ok()).unwrap_or_default();
        let mut earlier = read(&text);
        earlier.retain(|release| *release != newest);
        earlier.truncate(keep);
        let kept = earlier.iter().flatten().filter(|path| !newest.contains(*path)).cloned().collect();
        (written(std::iter::once(&newest).chain(&earlier)), kept)
    }
}

fn written<'r>(releases: impl Iterator<Item = &'r Release>) -> String {
    let lines = releases.map(|release| format!("{}\n", json!({ "assets": release })));
    std::iter::once(format!("{SENTENCE}\n")).chain(lines).collect()
}

/// The releases that a mark names. What is none of our files is passed over: the mark may have been edited.
fn read(text: &str) -> Vec<Release> {
    let is_ours =
        |path: &str| is_asset(path) && Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    let release = |line: &str| {
        let line: Value = serde_json::from_str(line).ok()?;
        let paths = line.get("assets")?.as_array()?.iter().filter_map(Value::as_str);
        Some(paths.filter(|path| is_ours(path)).map(str::to_owned).collect())
    };
    text.lines().filter_map(release).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&[&str]]) {
        let expected: Vec<Release> =
            expected.iter().map(|paths| paths.iter().map(|path| (*path).to_owned()).collect()).collect();
        assert_eq!(read(text), expected);
    }

    #[test]
    fn a_mark_names_releases() {
        check("", &[]);
        check("Written by `commonweal build`, which may replace this whole folder.\n", &[]);
        check("{\"assets\":[\"east/assets/a\",\"east/data/a\"]}", &[&["east/assets/a"]]);
        check("x\n{\"assets\":[\"assets/b\",\"assets/a\"]}\n{\"assets\":[]}\n", &[&["assets/a", "assets/b"], &[]]);
    }

    #[test]
    fn what_is_none_of_our_files_is_passed_over() {
        check("{\"assets\":[\"assets/../../b\",\"/etc/passwd\",\"index.html\",7,\"assets/a\"]}", &[&["assets/a"]]);
        check("{\"assets\":\"assets/a\"}\n[1]\n{", &[]);
    }

    #[test]
    fn what_is_written_is_read() {
        let releases = [Release::from(["assets/a".to_owned()]), Release::new()];
        assert_eq!(read(&written(releases.iter())), releases);
    }
}

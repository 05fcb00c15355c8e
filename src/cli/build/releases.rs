//! Which files of the app belong to which release, so that a page that was opened before a new one still finds its
//! program.
//!
//! The names of these files hold a hash of their bytes: files of several releases can lie side by side. The list stands
//! in the mark of the folder, one line of JSON for each release, the newest first. Copies of the feed are not among
//! them: a figure that has been withheld since must not lie around.
//!
//! The mark also says what lies at the top of the folder, so that the next build knows what others have put there.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Component, Path};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};

use crate::routes::ASSETS;

/// A file in every folder that a build has written, by which the next build knows that it may replace it.
pub(in crate::cli) const MARK: &str = ".commonweal-site";

/// The first line of it.
const SENTENCE: &str = "Written by `commonweal build`, which replaces everything in this folder that it has written.";

/// Whether a file of a site has a hash in its name: below a region's page, each site has its own. The page of a record
/// that is called "assets" lies in such a folder too.
pub(super) fn is_asset(path: &str) -> bool {
    let Some(end) = path.rfind('/') else { return false };
    let (folder, name) = path.split_at(end + 1);
    (folder == ASSETS || folder.ends_with(&format!("/{ASSETS}"))) && !name.starts_with("index.html")
}

/// What `assets/` holds of the feed, by the beginnings of the names: the feed as it was published, and what can be found.
const OF_THE_FEED: [&str; 2] = ["feed-", "search-"];

/// Whether a file is one of those that an open page goes on needing.
fn is_of_the_app(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    is_asset(path) && !OF_THE_FEED.iter().any(|beginning| name.starts_with(beginning))
}

/// The files of one release.
type Release = BTreeSet<String>;

/// The release that is being written.
#[derive(Default)]
pub(super) struct Releases(Mutex<Noted>);

#[derive(Default)]
struct Noted {
    assets: Release,
    /// Files and folders at the top.
    top: BTreeSet<String>,
}

impl Releases {
    fn noted(&self) -> MutexGuard<'_, Noted> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes a file of this release.
    pub(super) fn note(&self, path: &str) {
        let top = path.split('/').next().unwrap_or(path);
        let mut noted = self.noted();
        if !noted.top.contains(top) {
            noted.top.insert(top.to_owned());
        }
        if is_of_the_app(path) {
            noted.assets.insert(path.to_owned());
        }
    }

    /// The text of the mark, and the files of up to `keep` earlier releases that this one has not. `before` is the
    /// folder of the release before.
    pub(super) fn after(&self, before: Option<&Path>, keep: usize) -> (String, Release) {
        let Noted { assets: newest, mut top } = std::mem::take(&mut *self.noted());
        let text = before.and_then(|before| fs::read_to_string(before.join(MARK)).ok()).unwrap_or_default();
        let mut earlier = read(&text);
        earlier.retain(|release| *release != newest);
        earlier.truncate(keep);
        let kept: Release = earlier.iter().flatten().filter(|path| !newest.contains(*path)).cloned().collect();
        top.extend(kept.iter().filter_map(|path| path.split('/').next()).map(str::to_owned));
        (written(&top, std::iter::once(&newest).chain(&earlier)), kept)
    }
}

/// Files and folders at the top of a site's folder that no build has written: somebody has put them there.
pub(super) fn strangers(folder: &Path) -> Vec<OsString> {
    let text = fs::read_to_string(folder.join(MARK)).unwrap_or_default();
    let lines = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let Some(Value::Array(top)) = lines.into_iter().find_map(|mut line| line.get_mut(TOP).map(Value::take)) else {
        return Vec::new();
    };
    let is_known =
        |name: &OsString| name == MARK || top.iter().any(|known| known.as_str().is_some_and(|known| name == known));
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.file_name()).filter(|name| !is_known(name)).collect()
}

/// The name of the list of what lies at the top.
const TOP: &str = "top";

fn written<'r>(top: &BTreeSet<String>, releases: impl Iterator<Item = &'r Release>) -> String {
    let lines = releases.map(|release| format!("{}\n", json!({ "assets": release })));
    let first = [format!("{SENTENCE}\n"), format!("{}\n", json!({ TOP: top }))];
    first.into_iter().chain(lines).collect()
}

/// The releases that a mark names. What is none of our files is passed over: the mark may have been edited.
fn read(text: &str) -> Vec<Release> {
    let is_ours = |path: &str| {
        is_of_the_app(path) && Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
    };
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
        check(&format!("{SENTENCE}\n"), &[]);
        check("{\"assets\":[\"east/assets/a\",\"east/data/a\"]}", &[&["east/assets/a"]]);
        check(
            "x\n{\"top\":[\"assets\"]}\n{\"assets\":[\"assets/b\",\"assets/a\"]}\n{\"assets\":[]}\n",
            &[&["assets/a", "assets/b"], &[]],
        );
    }

    #[test]
    fn what_is_none_of_our_files_is_passed_over() {
        check("{\"assets\":[\"assets/../../b\",\"/etc/passwd\",\"index.html\",7,\"assets/a\"]}", &[&["assets/a"]]);
        check("{\"assets\":\"assets/a\"}\n[1]\n{", &[]);
        check("{\"assets\":[\"assets/feed-0a.json\",\"east/assets/search-en-0a.txt.gz\"]}", &[&[]]);
    }

    #[track_caller]
    fn check_file(path: &str, asset: bool, of_the_app: bool) {
        assert_eq!((is_asset(path), is_of_the_app(path)), (asset, of_the_app), "{path}");
    }

    #[test]
    fn files_of_the_app_are_told_from_pages_and_from_the_feed() {
        check_file("assets/commonweal-0a.js", true, true);
        check_file("east/assets/words-en-0a.json.br", true, true);
        check_file("assets/feed-0a.json", true, false);
        check_file("east/assets/search-es-0a.txt", true, false);
        check_file("index.html", false, false);
        check_file("data/feed.json", false, false);
        // The pages of records that are called "assets".
        check_file("goals/assets/index.html", false, false);
        check_file("es/goals/assets/index.html.gz", false, false);
    }

    #[test]
    fn what_others_have_put_into_the_folder_is_known() {
        let folder = tempfile::tempdir().unwrap();
        let releases = Releases::default();
        ["index.html", "assets/a-1.js", "goals/a/index.html"].iter().for_each(|path| releases.note(path));
        let strangers = || {
            let mut found = strangers(folder.path());
            found.sort();
            found
        };
        for name in ["index.html", "CNAME"] {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        for name in ["assets", "goals", ".git"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        // Without a mark nothing is known.
        assert!(strangers().is_empty());
        fs::write(folder.path().join(MARK), releases.after(None, 0).0).unwrap();
        assert_eq!(strangers(), [".git", "CNAME"]);
    }

    #[test]
    fn what_is_written_is_read() {
        let releases = [Release::from(["assets/a".to_owned()]), Release::new()];
        assert_eq!(read(&written(&BTreeSet::from(["assets".to_owned()]), releases.iter())), releases);
    }
}

//! The history of a feed out of git: the commits that touched it, with their days. Who made them is not asked.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;

use chrono::NaiveDate;

use super::load;
use crate::feed::date::Date;
use crate::feed::diff::diff;
use crate::feed::history::{History, Version};
use crate::feed::{Feed, read};

/// Most commits that are read.
const MOST_VERSIONS: usize = 100;
/// So many characters of a commit's name tell it from the others.
const SHORT: usize = 12;

/// A feed of either form has one of these.
const MAIN_FILES: [&str; 2] = ["coalition.json", "feed.json"];

/// The history of the feed at a path, up to a day, to be published with `feed`, which was read there; of a feed that is in
/// no git repository, none.
pub(super) fn history(path: &Path, feed: &Feed, today: NaiveDate) -> History {
    committed(path, today).beside(feed)
}

/// The history that the commits tell.
fn committed(path: &Path, today: NaiveDate) -> History {
    let Some(commits) = commits(path) else { return History::new(Vec::new(), false, 0) };
    // Two feeds in one repository may have the same commits.
    let of = Of { feed: path.canonicalize().unwrap_or_else(|_| path.to_path_buf()), commits, today };
    let known = LAST.lock().ok().and_then(|last| last.clone()).filter(|(last, _)| *last == of);
    if let Some((_, history)) = known {
        return history;
    }
    let history = read_all(path, &of.commits, today);
    if let Ok(mut last) = LAST.lock() {
        *last = Some((of, history.clone()));
    }
    history
}

/// The history that was read last. `serve` builds after every edit; the commits are mostly still the same.
static LAST: Mutex<Option<(Of, History)>> = Mutex::new(None);

/// What a history is made of.
#[derive(Clone, PartialEq)]
struct Of {
    feed: PathBuf,
    commits: Vec<(String, NaiveDate)>,
    today: NaiveDate,
}

fn read_all(path: &Path, commits: &[(String, NaiveDate)], today: NaiveDate) -> History {
    let mut complete = commits.len() <= MOST_VERSIONS && !is_shallow(path);
    let mut passed_over = 0;
    let mut versions: Vec<Version> = Vec::new();
    let mut before: Option<Feed> = None;
    for (commit, day) in commits.iter().take(MOST_VERSIONS).rev().filter(|(_, day)| *day <= today) {
        complete = complete && (before.is_some() || !was_moved(path, commit));
        let source = load::version(&format!("git:{commit}"), path);
        // Judged by today, as the newest one is: a day that lay ahead when it was committed is no fault any more.
        let Some(feed) = source.ok().and_then(|source| read(&source, today).feed) else {
            passed_over += 1;
            continue;
        };
        let changes = before.as_ref().map_or(Vec::new(), |before| diff(before, &feed));
        if before.is_none() || !changes.is_empty() {
            let commit = commit.chars().take(SHORT).collect();
            versions.push(Version { on: Date::Day(*day), commit, changes, left_out: 0 });
        }
        before = Some(feed);
    }
    versions.reverse();
    History::new(versions, complete, passed_over)
}

/// Days are written in the zone that git runs in, which is UTC: *today* is a day in UTC, and where the committer sits it may
/// be another one already.
const UTC_DAY: &str = "--date=format-local:%Y-%m-%d";

/// The commits that touched the feed, the newest first: names and days. One more than are read, to know of more.
fn commits(path: &Path) -> Option<Vec<(String, NaiveDate)>> {
    let most = format!("-n{}", MOST_VERSIONS + 1);
    let listed = git(path, &["log", "--first-parent", &most, UTC_DAY, "--format=%H %cd", "--"], true)?;
    let commit = |line: &str| {
        let (name, day) = line.split_once(' ')?;
        Some((name.to_owned(), day.parse().ok()?))
    };
    let commits: Vec<_> = listed.lines().filter_map(commit).collect();
    (!commits.is_empty()).then_some(commits)
}

/// Whether the repository holds only its newest commits.
fn is_shallow(path: &Path) -> bool {
    git(path, &["rev-parse", "--is-shallow-repository"], false).is_none_or(|said| said.trim() == "true")
}

/// Whether a commit with which a feed begins also took away a feed elsewhere: it was moved, and has been something before.
/// Which one it was is not asked, since another form of the feed has other files.
fn was_moved(path: &Path, commit: &str) -> bool {
    let Some(parents) = git(path, &["rev-parse", &format!("{commit}^@")], false) else { return true };
    let Some(parent) = parents.lines().next() else { return false };
    let gone = ["diff-tree", "-r", "-z", "-M", "--diff-filter=DR", "--name-status", parent, commit];
    let own = path.file_name().and_then(OsStr::to_str).filter(|_| !path.is_dir());
    let is_feed = |name: &str| MAIN_FILES.contains(&name) || Some(name) == own;
    git(path, &gone, false).is_none_or(|gone| gone.split('\0').any(|file| file.rsplit('/').next().is_some_and(is_feed)))
}

/// What git says, asked in the feed's folder; with the feed's own path behind the arguments if it is wanted.
fn git(path: &Path, arguments: &[&str], about_feed: bool) -> Option<String> {
    let folder = if path.is_dir() {
        path
    } else {
        path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
    };
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).arg("--no-optional-locks").args(arguments).stdin(Stdio::null());
    if about_feed {
        command.arg(if path.is_dir() { Path::new(".") } else { Path::new(path.file_name()?) });
    }
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_PREFIX", "GIT_INDEX_FILE"] {
        command.env_remove(name);
    }
    let output = command.env("LC_ALL", "C").env("TZ", "UTC").env("GIT_LITERAL_PATHSPECS", "1").output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

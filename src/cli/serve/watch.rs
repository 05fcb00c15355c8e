//! Noticing that a feed was edited.
//!
//! Looks at the files' dates and sizes a few times a second and asks the system for no events. A feed is some
//! thousand small files at most, which takes milliseconds; and looking works where events do not arrive (shared
//! folders, containers), sees a file that an editor replaces by another one as the same file, and needs no library.

use std::{
    collections::BTreeMap,
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
    sync::mpsc::{self, Receiver, RecvTimeoutError, Sender},
    thread,
    time::{Duration, Instant, SystemTime},
};

use super::http::ServeError;

/// Deeper than any feed; ends a walk that goes astray.
const MAX_DEPTH: usize = 16;

/// Watches until dropped.
pub struct Watch {
    /// Dropping it is the signal to stop.
    _stop: Sender<()>,
}

/// How often to look.
#[derive(Clone, Copy, Debug)]
struct Pace {
    /// Between two looks.
    look: Duration,
    /// How long everything must stay the same after a change.
    settle: Duration,
}

/// Calls `on_change` once after each burst of changes in `feed`, a folder or one file, with the files concerned,
/// relative to the folder. Edits made while `on_change` runs lead to one more call after it.
///
/// What is below one of the `ignored` folders counts for nothing, be it there already or not: name the folders the
/// build writes to. Neither do hidden files and the traces editors leave.
///
/// Begin to watch before the first reading of the feed, so that no edit falls in between.
pub fn watch(
    feed: &Path,
    ignored: &[PathBuf],
    on_change: impl FnMut(&[PathBuf]) + Send + 'static,
) -> Result<Watch, ServeError> {
    let pace = Pace { look: Duration::from_millis(250), settle: Duration::from_millis(150) };
    watch_at(pace, feed, ignored, on_change)
}

fn watch_at(
    pace: Pace,
    feed: &Path,
    ignored: &[PathBuf],
    mut on_change: impl FnMut(&[PathBuf]) + Send + 'static,
) -> Result<Watch, ServeError> {
    let refused = |error| ServeError::Watch(feed.to_owned(), error);
    let root = feed.canonicalize().map_err(refused)?;
    let ignored = ignored.iter().map(|path| real(path)).collect::<io::Result<Vec<_>>>().map_err(refused)?;
    let view = View { root, ignored };
    let (stop, stopped) = mpsc::channel();
    let known = view.look();
    thread::Builder::new()
        .name("watch".to_owned())
        .spawn(move || keep_looking(&view, known, pace, &stopped, &mut on_change))
        .map_err(ServeError::Thread)?;
    Ok(Watch { _stop: stop })
}

/// Date and size of each file that counts.
type Look = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

/// What is looked at.
struct View {
    root: PathBuf,
    ignored: Vec<PathBuf>,
}

impl View {
    /// What cannot be read is not there. It may be half-way through being replaced; the next look will tell.
    fn look(&self) -> Look {
        let mut look = Look::new();
        match fs::metadata(&self.root) {
            Ok(metadata) if metadata.is_dir() => self.look_into(&self.root, MAX_DEPTH, &mut look),
            Ok(metadata) => {
                look.insert(self.root.clone(), (metadata.modified().ok(), metadata.len()));
            }
            Err(_) => {}
        }
        look
    }

    fn look_into(&self, folder: &Path, depth: usize, look: &mut Look) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for entry in entries.flatten() {
            let path = entry.path();
            if is_trace(&entry.file_name()) || self.ignored.contains(&path) {
                continue;
            }
            // A linked file counts as a file; a linked folder is not entered, as it may lead round in a circle.
            match entry.file_type() {
                Ok(kind) if kind.is_dir() && depth > 0 => self.look_into(&path, depth - 1, look),
                Ok(kind) if kind.is_dir() => {}
                _ => match fs::metadata(&path) {
                    Ok(metadata) if metadata.is_file() => {
                        look.insert(path, (metadata.modified().ok(), metadata.len()));
                    }
                    _ => {}
                },
            }
        }
    }

    fn changed(&self, before: &Look, after: &Look) -> Vec<PathBuf> {
        let differs = |path: &&PathBuf| before.get(*path) != after.get(*path);
        let gone = before.keys().filter(|path| !after.contains_key(*path));
        let mut changed: Vec<_> = after.keys().filter(differs).chain(gone).map(|path| self.relative(path)).collect();
        changed.sort();
        changed
    }

    fn relative(&self, path: &Path) -> PathBuf {
        match path.strip_prefix(&self.root) {
            Ok(inner) if inner.as_os_str().is_empty() => path.file_name().map_or(path.to_owned(), PathBuf::from),
            Ok(inner) => inner.to_owned(),
            Err(_) => path.to_owned(),
        }
    }
}

fn keep_looking(
    view: &View,
    mut known: Look,
    pace: Pace,
    stopped: &Receiver<()>,
    on_change: &mut dyn FnMut(&[PathBuf]),
) {
    let is_stopped = |wait| stopped.recv_timeout(wait) != Err(RecvTimeoutError::Timeout);
    let mut rest = pace.look;
    while !is_stopped(rest) {
        let began = Instant::now();
        let mut now = view.look();
        // On a slow disk, look less often: at most a twentieth of the time.
        rest = pace.look.max(began.elapsed() * 20);
        if now == known {
            continue;
        }
        loop {
            if is_stopped(pace.settle) {
                return;
            }
            let later = view.look();
            if later == now {
                break;
            }
            now = later;
        }
        let changed = view.changed(&known, &now);
        known = now;
        if !changed.is_empty() {
            on_change(&changed);
        }
    }
}

/// Whether a name belongs to version control, an editor or the system, and not to the feed.
fn is_trace(name: &OsStr) -> bool {
    let name = name.to_string_lossy().to_ascii_lowercase();
    let ends = ["~", ".swp", ".swo", ".swx", ".tmp", ".temp", ".bak", ".orig", ".part", ".crdownload"];
    // `4913` is how Vim tries whether it may write here.
    name.starts_with(['.', '#', '~'])
        || ends.iter().any(|end| name.ends_with(end))
        || ["4913", "thumbs.db", "desktop.ini"].contains(&name.as_str())
        || name.contains("___jb_")
}

/// The true path of a file or folder, also of one that is yet to be made.
fn real(path: &Path) -> io::Result<PathBuf> {
    match (path.canonicalize(), path.parent(), path.file_name()) {
        (Ok(path), _, _) => Ok(path),
        (Err(_), Some(parent), Some(name)) if parent.as_os_str().is_empty() => {
            Ok(Path::new(".").canonicalize()?.join(name))
        }
        (Err(_), Some(parent), Some(name)) => Ok(real(parent)?.join(name)),
        (Err(error), _, _) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::Receiver;

    use super::*;

    // So long that a machine which pauses in the middle of a burst makes no second one of it.
    const PACE: Pace = Pace { look: Duration::from_millis(5), settle: Duration::from_secs(1) };

    /// A feed of two files, and what the watch over it reports.
    struct Watched {
        folder: tempfile::TempDir,
        _watch: Watch,
        reports: Receiver<Vec<PathBuf>>,
    }

    fn watched() -> Watched {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("goals")).unwrap();
        fs::write(folder.path().join("goals/a.json"), "{}").unwrap();
        fs::write(folder.path().join("commonweal.json"), "{}").unwrap();
        let (report, reports) = mpsc::channel();
        let ignored = [folder.path().join("out")];
        let on_change = move |changed: &[PathBuf]| drop(report.send(changed.to_vec()));
        let _watch = watch_at(PACE, folder.path(), &ignored, on_change).unwrap();
        Watched { folder, _watch, reports }
    }

    /// What one burst of edits leads to. `expected` lists the files of the only report; empty for no report.
    #[track_caller]
    fn check(edit: impl FnOnce(&Path), expected: &[&str]) {
        let watched = watched();
        edit(watched.folder.path());
        // A last edit that is always seen: with it the wait has an end, also where nothing is to be reported.
        fs::write(watched.folder.path().join("last.json"), "").unwrap();
        let report = watched.reports.recv_timeout(Duration::from_secs(60)).unwrap();
        let mut expected: Vec<_> = expected.iter().map(PathBuf::from).chain([PathBuf::from("last.json")]).collect();
        expected.sort();
        assert_eq!(report, expected);
        assert!(watched.reports.recv_timeout(PACE.settle + PACE.look * 4).is_err(), "a second report");
    }

    #[test]
    fn an_edit_a_new_file_and_a_deleted_one() {
        check(|feed| fs::write(feed.join("goals/a.json"), "{ }").unwrap(), &["goals/a.json"]);
        check(|feed| fs::write(feed.join("goals/b.json"), "{}").unwrap(), &["goals/b.json"]);
        check(|feed| fs::remove_file(feed.join("goals/a.json")).unwrap(), &["goals/a.json"]);
    }

    #[test]
    fn a_burst_is_one_report() {
        let burst = |feed: &Path| {
            for n in 0..5 {
                fs::write(feed.join(format!("goals/{n}.json")), "{}").unwrap();
                thread::sleep(Duration::from_millis(10));
            }
        };
        check(burst, &["goals/0.json", "goals/1.json", "goals/2.json", "goals/3.json", "goals/4.json"]);
    }

    #[test]
    fn a_file_replaced_by_renaming_is_one_edit() {
        let replace = |feed: &Path| {
            fs::write(feed.join("goals/.a.json.swp"), "").unwrap();
            fs::write(feed.join("goals/4913"), "").unwrap();
            fs::rename(feed.join("goals/a.json"), feed.join("goals/a.json~")).unwrap();
            fs::write(feed.join("goals/new.tmp"), "{\"a\":1}").unwrap();
            fs::rename(feed.join("goals/new.tmp"), feed.join("goals/a.json")).unwrap();
        };
        check(replace, &["goals/a.json"]);
    }

    #[test]
    fn version_control_and_the_build_count_for_nothing() {
        let build = |feed: &Path| {
            for folder in [".git/objects", "out/goals"] {
                fs::create_dir_all(feed.join(folder)).unwrap();
                fs::write(feed.join(folder).join("x.json"), "{}").unwrap();
            }
        };
        check(build, &[]);
    }

    #[test]
    fn a_single_file_is_watched_across_replacement() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("feed.json");
        fs::write(&file, "{}").unwrap();
        let (report, reports) = mpsc::channel();
        let on_change = move |changed: &[PathBuf]| drop(report.send(changed.to_vec()));
        let _watch = watch_at(PACE, &file, &[], on_change).unwrap();
        fs::write(folder.path().join("beside.json"), "{}").unwrap();
        fs::write(folder.path().join("new"), "{ }").unwrap();
        fs::rename(folder.path().join("new"), &file).unwrap();
        assert_eq!(reports.recv_timeout(Duration::from_secs(60)).unwrap(), [PathBuf::from("feed.json")]);
    }

    #[test]
    fn an_edit_during_the_call_leads_to_another() {
        let folder = tempfile::tempdir().unwrap();
        let (report, reports) = mpsc::channel();
        let second = folder.path().join("second.json");
        let on_change = move |changed: &[PathBuf]| {
            fs::write(&second, "{}").unwrap();
            report.send(changed.to_vec()).unwrap();
        };
        let _watch = watch_at(PACE, folder.path(), &[], on_change).unwrap();
        fs::write(folder.path().join("first.json"), "{}").unwrap();
        assert_eq!(reports.recv_timeout(Duration::from_secs(60)).unwrap(), [PathBuf::from("first.json")]);
        assert_eq!(reports.recv_timeout(Duration::from_secs(60)).unwrap(), [PathBuf::from("second.json")]);
    }

    #[test]
    fn a_dropped_watch_reports_nothing_more() {
        let Watched { folder, _watch, reports } = watched();
        drop(_watch);
        // The thread lets go of its end of the channel when it stops.
        while reports.recv_timeout(Duration::from_secs(60)) != Err(RecvTimeoutError::Disconnected) {}
        fs::write(folder.path().join("commonweal.json"), "{ }").unwrap();
        assert!(reports.recv().is_err());
    }

    #[test]
    fn a_feed_that_is_not_there_is_refused() {
        let error = watch(Path::new("/no/such/feed"), &[], |_| {}).err().unwrap();
        assert!(error.to_string().ends_with(": /no/such/feed"), "{error}");
    }

    #[test]
    fn traces_are_told_by_their_names() {
        for name in [".git", ".a.json.swp", "#a.json#", ".#a.json", "a.json~", "a.json.BAK", "~$budget.csv", "4913"] {
            assert!(is_trace(OsStr::new(name)), "{name}");
        }
        for name in ["a.json", "4913.json", "poverty.csv", "tmp", "bak.csv", "series"] {
            assert!(!is_trace(OsStr::new(name)), "{name}");
        }
    }

    #[test]
    fn folders_yet_to_be_made_have_a_true_path() {
        let folder = tempfile::tempdir().unwrap();
        let expected = folder.path().canonicalize().unwrap().join("a/b");
        assert_eq!(real(&folder.path().join("a/b")).unwrap(), expected);
        assert_eq!(
            real(Path::new("not-yet")).unwrap(),
            std::env::current_dir().unwrap().canonicalize().unwrap().join("not-yet")
        );
    }
}

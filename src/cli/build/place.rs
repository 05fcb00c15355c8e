//! The folder of a site: how a new site gets in the place of the old one.
//!
//! The new site is made beside the old one and takes its place in one step, so that no reader of the folder sees half a
//! site, and a failure leaves what was there. A file that stays the same is taken over from the old site as it lies
//! there (a second name for the same file), and keeps its time: whoever copies the folder to a host copies what changed.
//!
//! What somebody else has put at the top of the folder (`CNAME`, `.git`, the proof of a certificate) moves along.

use std::ffi::OsString;
use std::fs;
use std::io::{self, ErrorKind};
use std::num::NonZero;
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use super::packed;
use super::progress::Progress;
use super::releases::{MARK, Releases, strangers};
use super::site::BuiltSite;
use crate::cli::app_files::File;

/// What writing a site did.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::cli) struct Written {
    /// Files that were not there.
    pub(super) new: usize,
    /// Files that were there with other bytes.
    pub(super) changed: usize,
    /// Bytes of both.
    pub(super) bytes: u64,
    pub(super) unchanged: usize,
    /// Files that are there no more.
    pub(super) removed: usize,
}

/// How a site is to be written.
pub(super) struct Way<'w> {
    pub(super) threads: NonZero<usize>,
    /// Of how many earlier releases the files of the app stay.
    pub(super) keep: usize,
    /// Whether every file is written packed as well.
    pub(super) compress: bool,
    /// Where the release before lies, if not where the new one is to be.
    pub(super) previous: Option<&'w Path>,
}

/// Writes a site into a folder, in the place of the one that lies there.
///
/// # Errors
/// A sentence if the folder holds something else, or cannot be written.
pub(super) fn replace(site: BuiltSite, out: &Path, way: &Way<'_>) -> Result<Written, String> {
    // A link goes on leading to the folder.
    let real = out.canonicalize();
    let out = real.as_deref().unwrap_or(out);
    let occupied = fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_some());
    if out.is_file() || (occupied && !out.join(MARK).is_file()) {
        return Err(format!("{} holds something that no build has written. Choose an empty folder.", out.display()));
    }
    let name = out.file_name().ok_or_else(|| format!("{} cannot be replaced. Name a folder.", out.display()))?;
    let beside =
        |suffix: &str| out.with_file_name(format!(".{}.{suffix}-{}", name.to_string_lossy(), std::process::id()));
    let (new, old) = (beside("new"), beside("old"));
    let failed = |why: io::Error| match why.kind() {
        ErrorKind::ResourceBusy => {
            let inside = out.join("site");
            format!(
                "{} is a disk of its own, which cannot be replaced. Name a folder in it, such as {}.",
                out.display(),
                inside.display()
            )
        }
        _ => format!("{} cannot be written: {why}.", out.display()),
    };
    // What a build that was ended has left: processes get the same number again, in a container nearly always.
    for left in [&new, &old] {
        remove(left).map_err(failed)?;
    }
    let others = strangers(out);
    let undone = |why: String| {
        let _ = fs::remove_dir_all(&new);
        why
    };
    let written = fill(site, &new, Some(out), way).map_err(|why| undone(failed(why)))?;
    if let Some(taken) = others.iter().find(|name| new.join(name).exists()) {
        return Err(undone(format!(
            "{} holds {}, which no build has written, and the site now has something of this name. Move it away first.",
            out.display(),
            taken.to_string_lossy()
        )));
    }
    if let Ok(about) = fs::metadata(out) {
        // Who may read and write there stays as somebody has set it.
        if !about.permissions().readonly() {
            fs::set_permissions(&new, about.permissions()).map_err(|why| undone(failed(why)))?;
        }
        fs::rename(out, &old).map_err(|why| undone(failed(why)))?;
    }
    if let Err(why) = fs::rename(&new, out) {
        let _ = fs::rename(&old, out);
        return Err(undone(failed(why)));
    }
    for name in &others {
        fs::rename(old.join(name), out.join(name)).map_err(|why| {
            format!("{} was left in {}, as it cannot be moved: {why}.", name.to_string_lossy(), old.display())
        })?;
    }
    let _ = fs::remove_dir_all(&old);
    Ok(written)
}

/// Removes a folder that need not be there.
fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(why) if why.kind() == ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

/// Writes a site into an empty folder; what is the same in `old` is taken over from there.
///
/// # Errors
/// What the disk says.
pub(super) fn fill(site: BuiltSite, folder: &Path, old: Option<&Path>, way: &Way<'_>) -> io::Result<Written> {
    let before = old.map_or(0, |old| count(old, &strangers(old)));
    let (new, changed, unchanged) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
    let bytes = AtomicU64::new(0);
    let progress = Progress::begin(site.parts());
    let releases = Releases::default();
    // Whether it is the same as before.
    let take = |file: &File| {
        let path = inside(folder, &file.path)?;
        let before = old.map(|old| old.join(&file.path));
        let same = before.as_ref().filter(|before| holds(before, &file.bytes));
        if let Some(before) = same {
            take_over(before, &path)?;
            unchanged.fetch_add(1, Ordering::Relaxed);
        } else {
            let was_there = before.as_ref().is_some_and(|before| before.is_file());
            with_folder(&path, |path| fs::write(path, &file.bytes))?;
            let counter = if was_there { &changed } else { &new };
            counter.fetch_add(1, Ordering::Relaxed);
            bytes.fetch_add(file.bytes.len() as u64, Ordering::Relaxed);
        }
        releases.note(&file.path);
        Ok::<bool, io::Error>(same.is_some())
    };
    let take_packed = |file: &File| {
        let same = take(file)?;
        if !way.compress {
            return Ok(());
        }
        // What was packed once is not packed again as long as it is the same.
        let known = |path: &str| old.filter(|_| same).and_then(|old| fs::read(old.join(path)).ok());
        packed::versions(file, &known)?.iter().try_for_each(|version| take(version).map(drop))
    };
    let from = way.previous.or(old);
    site.make(way.threads, from, take_packed, || progress.step())?;
    let (mark, kept) = releases.after(from, way.keep);
    for path in kept {
        // What is not there any more cannot be kept.
        let (Some(from), to) = (from, inside(folder, &path)?) else { continue };
        if !to.exists() && from.join(&path).is_file() {
            take_over(&from.join(&path), &to)?;
            unchanged.fetch_add(1, Ordering::Relaxed);
        }
    }
    take(&File { path: MARK.to_owned(), bytes: mark.into_bytes() })?;
    progress.end();
    let (changed, unchanged) = (changed.into_inner(), unchanged.into_inner());
    let removed = before.saturating_sub(changed + unchanged);
    Ok(Written { new: new.into_inner(), changed, bytes: bytes.into_inner(), unchanged, removed })
}

/// A file of a site in the site's folder. Its path is ours; that it leads nowhere else is looked at all the same.
fn inside(folder: &Path, path: &str) -> io::Result<PathBuf> {
    if Path::new(path).components().all(|part| matches!(part, Component::Normal(_))) {
        return Ok(folder.join(path));
    }
    Err(io::Error::new(ErrorKind::InvalidInput, format!("{path} leads out of the folder")))
}

/// Whether a file has exactly these bytes. What cannot be read has not.
fn holds(path: &Path, bytes: &[u8]) -> bool {
    let same_length = fs::metadata(path).is_ok_and(|about| about.is_file() && about.len() == bytes.len() as u64);
    same_length && fs::read(path).is_ok_and(|old| old == bytes)
}

/// Gives a file a second name; where the disk knows no such thing, copies it with its time.
fn take_over(from: &Path, to: &Path) -> io::Result<()> {
    with_folder(to, |to| {
        fs::hard_link(from, to).or_else(|why| match why.kind() {
            ErrorKind::NotFound if !to.parent().is_some_and(Path::is_dir) => Err(why),
            // Never copied onto: it may be the same file under a second name, and would be emptied.
            ErrorKind::AlreadyExists => Err(why),
            _ => copy(from, to),
        })
    })
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::copy(from, to)?;
    // A disk that keeps no times is not a reason to stop.
    let time = fs::metadata(from).and_then(|about| about.modified());
    let _ = time.and_then(|time| fs::File::options().write(true).open(to)?.set_modified(time));
    Ok(())
}

/// Writes into a folder that may have to be made first.
fn with_folder(path: &Path, write: impl Fn(&Path) -> io::Result<()>) -> io::Result<()> {
    match write(path) {
        Err(why) if why.kind() == ErrorKind::NotFound => {
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            write(path)
        }
        done => done,
    }
}

/// How many files lie below a folder, but for these at its top.
fn count(folder: &Path, without: &[OsString]) -> usize {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .filter(|entry| !without.contains(&entry.file_name()))
        .map(|entry| match entry.file_type() {
            Ok(kind) if kind.is_dir() => count(&entry.path(), &[]),
            _ => 1,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WAY: Way<'_> = Way { threads: NonZero::<usize>::MIN, keep: 0, compress: false, previous: None };

    fn site(files: &[(&str, &str)]) -> BuiltSite {
        let mut site = BuiltSite::default();
        for (path, text) in files {
            site.add((*path).to_owned(), text.as_bytes().to_vec());
        }
        site
    }

    /// The length of the mark of a site with these files.
    fn mark(files: &[(&str, &str)]) -> usize {
        let releases = Releases::default();
        files.iter().for_each(|(path, _)| releases.note(path));
        releases.after(None, 0).0.len()
    }

    /// The files below a folder with what they hold, without the mark.
    fn files(folder: &Path) -> Vec<(String, String)> {
        let (mut found, mut folders) = (Vec::new(), vec![folder.to_path_buf()]);
        while let Some(at) = folders.pop() {
            for entry in fs::read_dir(at).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if !path.ends_with(MARK) {
                    let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                    found.push((name, fs::read_to_string(&path).unwrap()));
                }
            }
        }
        found.sort();
        found
    }

    /// Writes one site after the other into the same folder; `expected` is what the last one did.
    #[track_caller]
    fn check(sites: &[&[(&str, &str)]], way: &Way<'_>, expected: [usize; 5]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("site");
        let mut last = Written::default();
        for files in sites {
            last = replace(site(files), &out, way).unwrap();
        }
        let [new, changed, bytes, unchanged, removed] = expected;
        assert_eq!(last, Written { new, changed, bytes: bytes as u64, unchanged, removed });
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "something was left beside the site");
        folder
    }

    #[test]
    fn what_is_the_same_is_not_written() {
        let folder = check(&[&[]], &WAY, [1, 0, mark(&[]), 0, 0]);
        assert_eq!(fs::read(folder.path().join("site").join(MARK)).unwrap().len(), mark(&[]));
        let first: &[_] = &[("index.html", "one"), ("a/index.html", "a"), ("b/index.html", "b")];
        check(&[first, first], &WAY, [0, 0, 0, 4, 0]);
        let second: &[_] = &[("index.html", "two"), ("a/index.html", "a"), ("c/index.html", "see")];
        // The mark says that c is there now.
        let folder = check(&[first, second], &WAY, [1, 2, 6 + mark(second), 1, 1]);
        let expected = [("a/index.html", "a"), ("c/index.html", "see"), ("index.html", "two")];
        let expected = expected.map(|(path, text)| (path.to_owned(), text.to_owned()));
        assert_eq!(files(&folder.path().join("site")), expected);
    }

    #[test]
    fn what_stays_keeps_its_time() {
        let files: &[_] = &[("index.html", "one"), ("a.csv", "a")];
        let folder = check(&[files], &WAY, [3, 0, 4 + mark(files), 0, 0]);
        let out = folder.path().join("site");
        let long_ago = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
        for name in ["index.html", "a.csv"] {
            fs::File::options().write(true).open(out.join(name)).unwrap().set_modified(long_ago).unwrap();
        }
        replace(site(&[("index.html", "two"), ("a.csv", "a")]), &out, &WAY).unwrap();
        let time = |name: &str| fs::metadata(out.join(name)).unwrap().modified().unwrap();
        assert_eq!(time("a.csv"), long_ago);
        assert!(time("index.html") > long_ago);
        copy(&out.join("a.csv"), &out.join("b.csv")).unwrap();
        assert_eq!(time("b.csv"), long_ago);
    }

    #[test]
    fn what_was_packed_once_is_not_packed_again() {
        let way = Way { compress: true, ..WAY };
        let long = |word: &str| word.repeat(1000);
        let (same, changes, changed) = (long("same "), long("one "), long("two "));
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("site");
        replace(site(&[("a.html", &same), ("b.html", &changes)]), &out, &way).unwrap();
        for name in ["a.html.gz", "b.html.gz"] {
            fs::write(out.join(name), "packed before").unwrap();
        }
        replace(site(&[("a.html", &same), ("b.html", &changed)]), &out, &way).unwrap();
        let is_taken_over = |name: &str| fs::read(out.join(name)).unwrap() == b"packed before";
        assert!(is_taken_over("a.html.gz") && !is_taken_over("b.html.gz"));
        assert!(out.join("a.html.br").is_file() && out.join("b.html.br").is_file());
    }

    #[test]
    fn a_file_may_become_a_folder() {
        check(&[&[("a", "file")], &[("a/index.html", "page")]], &WAY, [1, 0, 4, 1, 1]);
        check(&[&[("a/index.html", "page")], &[("a", "file")]], &WAY, [1, 0, 4, 1, 1]);
    }

    #[test]
    fn what_others_have_put_beside_a_site_stays() {
        let pages: &[_] = &[("index.html", "one"), ("a/index.html", "a")];
        let folder = check(&[pages], &WAY, [3, 0, 4 + mark(pages), 0, 0]);
        let out = folder.path().join("site");
        fs::write(out.join("CNAME"), "our-town.example.org").unwrap();
        fs::create_dir_all(out.join(".git/refs")).unwrap();
        fs::write(out.join(".git/refs/main"), "0a").unwrap();
        let written = replace(site(&[("index.html", "two")]), &out, &WAY).unwrap();
        assert_eq!((written.changed, written.removed), (2, 1));
        let expected = [(".git/refs/main", "0a"), ("CNAME", "our-town.example.org"), ("index.html", "two")];
        assert_eq!(files(&out), expected.map(|(path, text)| (path.to_owned(), text.to_owned())));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        // It is not lost to a new page of the same name either.
        let refusal = replace(site(&[("CNAME/index.html", "a page")]), &out, &WAY).unwrap_err();
        assert!(refusal.contains("holds CNAME, which no build has written"), "{refusal}");
        assert_eq!(files(&out).len(), 3);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_an_ended_build_has_left_does_no_harm() {
        let pages: &[_] = &[("index.html", "one"), ("a/index.html", "a")];
        let folder = check(&[pages], &WAY, [3, 0, 4 + mark(pages), 0, 0]);
        let out = folder.path().join("site");
        // It had the same number, and had come as far as this.
        let left = |suffix: &str| folder.path().join(format!(".site.{suffix}-{}", std::process::id()));
        fs::create_dir_all(left("new").join("gone")).unwrap();
        fs::write(left("new").join("gone/index.html"), "a page of a record that is gone").unwrap();
        fs::hard_link(out.join("index.html"), left("new").join("index.html")).unwrap();
        fs::create_dir_all(left("old").join("a")).unwrap();
        replace(site(pages), &out, &WAY).unwrap();
        let expected = [("a/index.html", "a"), ("index.html", "one")];
        assert_eq!(files(&out), expected.map(|(path, text)| (path.to_owned(), text.to_owned())));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_the_folder_and_its_rights_stay() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (out, link) = (folder.path().join("site"), folder.path().join("link"));
        fs::create_dir(&out).unwrap();
        fs::set_permissions(&out, fs::Permissions::from_mode(0o2770)).unwrap();
        symlink(&out, &link).unwrap();
        replace(site(&[("index.html", "one")]), &link, &WAY).unwrap();
        replace(site(&[("index.html", "two")]), &link, &WAY).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(out.join("index.html")).unwrap(), "two");
        assert_eq!(fs::metadata(&out).unwrap().permissions().mode() & 0o7777, 0o2770);
    }

    #[test]
    fn a_file_is_never_emptied_by_being_taken_over() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("a"), folder.path().join("b"));
        fs::write(&from, "whole").unwrap();
        take_over(&from, &to).unwrap();
        assert!(take_over(&from, &to).is_err());
        assert_eq!(fs::read_to_string(&from).unwrap(), "whole");
    }

    #[test]
    fn nothing_that_is_not_ours_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("letter.txt"), "dear").unwrap();
        assert!(replace(site(&[("index.html", "one")]), folder.path(), &WAY).is_err());
        assert_eq!(files(folder.path()), [("letter.txt".to_owned(), "dear".to_owned())]);
    }

    #[test]
    fn a_path_stays_inside() {
        for path in ["../a", "/a", "a/../../b", "./a"] {
            let folder = tempfile::tempdir().unwrap();
            assert!(replace(site(&[(path, "x")]), &folder.path().join("site"), &WAY).is_err(), "{path}");
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        }
    }

    #[test]
    fn old_files_of_the_app_stay_as_long_as_they_are_kept() {
        let release = |asset: &'static str| [("index.html", asset), (asset, asset)];
        let (a, b, c) = (release("assets/a-1.js"), release("assets/a-2.js"), release("assets/a-3.js"));
        let assets = |sites: &[&[(&str, &str)]], keep| {
            let folder = tempfile::tempdir().unwrap();
            let out = folder.path().join("site");
            for files in sites {
                replace(site(files), &out, &Way { keep, ..WAY }).unwrap();
            }
            files(&out).into_iter().map(|(path, _)| path).filter(|path| path != "index.html").collect::<Vec<_>>()
        };
        assert_eq!(assets(&[&a, &b, &c], 0), ["assets/a-3.js"]);
        assert_eq!(assets(&[&a, &b, &c], 1), ["assets/a-2.js", "assets/a-3.js"]);
        assert_eq!(assets(&[&a, &b, &c], 2), ["assets/a-1.js", "assets/a-2.js", "assets/a-3.js"]);
        // The same release again pushes nothing out, and one that comes back is there once.
        assert_eq!(assets(&[&a, &b, &b, &b], 1), ["assets/a-1.js", "assets/a-2.js"]);
        assert_eq!(assets(&[&a, &b, &a, &c], 1), ["assets/a-1.js", "assets/a-3.js"]);
    }

    #[test]
    fn the_release_before_may_lie_elsewhere() {
        let folder = tempfile::tempdir().unwrap();
        let (old, new) = (folder.path().join("old"), folder.path().join("new"));
        replace(site(&[("assets/a-1.js", "1")]), &old, &WAY).unwrap();
        let way = Way { keep: 3, previous: Some(&old), ..WAY };
        replace(site(&[("assets/a-2.js", "2")]), &new, &way).unwrap();
        assert_eq!(files(&new).len(), 2);
        assert_eq!(files(&old).len(), 1);
    }
}

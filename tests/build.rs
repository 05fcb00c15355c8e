//! What `commonweal build` leaves in a folder: the same bytes each time, and only what changed is written.
#![cfg(not(target_arch = "wasm32"))]
// Helpers of tests are not tests to clippy.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

#[path = "support/app.rs"]
mod support;
use support::app;

/// A folder with a feed, an app, and room for sites.
struct Desk {
    folder: tempfile::TempDir,
    app: String,
}

impl Desk {
    /// With a copy of a sample.
    fn with(sample: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = app(folder.path());
        let from = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("samples").join(sample);
        for (path, (bytes, _)) in files(&from) {
            let to = folder.path().join("feed").join(path);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::write(to, bytes).unwrap();
        }
        Self { folder, app }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Builds into the folder `out`, and gives what the program says at the end.
    #[track_caller]
    fn build(&self, out: &str, more: &[&str]) -> String {
        let (feed, out) = (self.path("feed"), self.path(out));
        let output = Command::new(env!("CARGO_BIN_EXE_commonweal"))
            .arg("build")
            .args([&feed, Path::new("--out"), &out, Path::new("--app"), Path::new(&self.app)])
            .args(["--as-of", "2026-11-22"])
            .args(more)
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success(), "{said}");
        said
    }

    fn edit(&self, file: &str, find: &str, put: &str) {
        let file = self.path("feed").join(file);
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains(find), "{find} is not in {}", file.display());
        fs::write(file, text.replacen(find, put, 1)).unwrap();
    }
}

/// All files below a folder, with their bytes and times.
fn files(folder: &Path) -> BTreeMap<String, (Vec<u8>, SystemTime)> {
    let (mut found, mut folders) = (BTreeMap::new(), vec![folder.to_path_buf()]);
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
            let time = fs::metadata(&path).unwrap().modified().unwrap();
            found.insert(name, (fs::read(&path).unwrap(), time));
        }
    }
    found
}

fn bytes(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    files(folder).into_iter().map(|(name, (bytes, _))| (name, bytes)).collect()
}

/// The names of two sites' files that are not the same in both.
fn differing(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let names = one.keys().chain(other.keys());
    let mut names: Vec<_> = names.filter(|name| one.get(*name) != other.get(*name)).cloned().collect();
    names.sort();
    names.dedup();
    names
}

#[test]
fn two_builds_are_the_same_bytes_however_many_threads_make_them() {
    let desk = Desk::with("tri-river");
    for (out, threads) in [("one", "1"), ("two", "2"), ("many", "9")] {
        desk.build(out, &["--threads", threads]);
    }
    let one = bytes(&desk.path("one"));
    assert!(one.len() > 300, "{} files", one.len());
    for other in ["two", "many"] {
        assert_eq!(differing(&one, &bytes(&desk.path(other))), Vec::<String>::new(), "{other}");
    }
}

#[test]
fn a_build_writes_what_changed_and_says_so() {
    let desk = Desk::with("millbrook");
    let said = desk.build("site", &[]);
    assert!(said.contains(" new files (") && said.contains(" 0 unchanged, 0 removed, in "), "{said}");
    let before = files(&desk.path("site"));
    let long_ago = UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    for name in before.keys() {
        fs::File::options().write(true).open(desk.path("site").join(name)).unwrap().set_modified(long_ago).unwrap();
    }
    let said = desk.build("site", &[]);
    assert!(said.contains(": nothing written, "), "{said}");
    assert!(files(&desk.path("site")).values().all(|(_, time)| *time == long_ago), "a file was written anew");

    // One record of the feed changes: so do the pages that show it, and the published feed; the others stay.
    desk.edit("feed.json", "\"en\": \"", "\"en\": \"New ");
    let said = desk.build("site", &[]);
    let after = files(&desk.path("site"));
    let written: Vec<_> = after.iter().filter(|(_, (_, time))| *time != long_ago).map(|(name, _)| name).collect();
    assert!(written.iter().any(|name| *name == "data/feed.json"), "{written:?}");
    assert!(!written.iter().any(|name| name.ends_with(".css") || name.ends_with(".wasm")), "{written:?}");
    assert!(said.contains(" files written (") && said.contains(" 1 removed, "), "{said}");
}

#[test]
fn earlier_releases_of_the_app_are_kept_as_long_as_asked() {
    let desk = Desk::with("millbrook");
    let named = |out: &str, beginning: &str| {
        let names = bytes(&desk.path(out)).into_keys().filter(|name| name.starts_with(beginning));
        names.collect::<Vec<_>>()
    };
    let release = |round: usize| {
        desk.edit("feed.json", "\"en\": \"", &format!("\"en\": \"{round} "));
        fs::write(Path::new(&desk.app).join("boot.js"), format!("// {round}")).unwrap();
    };
    desk.build("site", &["--keep", "2"]);
    let first = named("site", "assets/boot-");
    assert_eq!(first.len(), 1);
    for (round, expected) in [(1, 2), (2, 3), (3, 3)] {
        release(round);
        desk.build("site", &["--keep", "2"]);
        assert_eq!(named("site", "assets/boot-").len(), expected, "round {round}");
        // What has been withheld since must not lie around in a copy of the feed.
        assert_eq!(named("site", "assets/feed-").len(), 1, "round {round}");
    }
    assert!(!named("site", "assets/boot-").contains(&first[0]), "the oldest release is kept for ever");
    // From another folder, as a machine has it that only fetches what is published.
    release(4);
    desk.build("elsewhere", &["--keep", "1", "--previous", desk.path("site").to_str().unwrap()]);
    assert_eq!(named("elsewhere", "assets/boot-").len(), 2);
    // Kept no longer than asked for.
    desk.build("site", &[]);
    assert_eq!(named("site", "assets/boot-").len(), 1);
}

#[test]
fn the_release_before_has_to_be_one() {
    let desk = Desk::with("millbrook");
    let (feed, out) = (desk.path("feed"), desk.path("site"));
    let output = Command::new(env!("CARGO_BIN_EXE_commonweal"))
        .arg("build")
        .args([&feed, Path::new("--out"), &out, Path::new("--previous"), &feed])
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("holds no site that a build has written"), "{said}");
    assert!(!out.exists());
}

#[test]
fn a_base_is_a_path() {
    let desk = Desk::with("millbrook");
    for base in ["https://town.example.org/our-town/", "C:/Program Files/our-town/", "/our\"town/", "/../"] {
        let output = Command::new(env!("CARGO_BIN_EXE_commonweal"))
            .arg("build")
            .args([&desk.path("feed"), Path::new("--out"), &desk.path("site"), Path::new("--base"), Path::new(base)])
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{base}: {said}");
        assert!(said.contains("--base"), "{base}: {said}");
        assert!(!desk.path("site").exists());
    }
}

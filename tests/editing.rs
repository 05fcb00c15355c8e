//! The commands that staff edit a feed with, through the program; and what they promise, over arbitrary feeds.
#![cfg(not(target_arch = "wasm32"))]
// Helpers of tests are not tests to clippy.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Runs the program in a folder and compares its exit code; gives what it printed.
#[track_caller]
fn check(here: &Path, arguments: &[&str], code: i32) -> (String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_commonweal")).args(arguments).current_dir(here).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{out}\n{err}");
    (out, err)
}

/// A folder to work in, with a copy of a feed of the project as `feed` or `feed.json`.
fn copy(of: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let from = project(of);
    if from.is_dir() {
        for (path, bytes) in files(&from) {
            put(&folder.path().join("feed").join(path), &bytes);
        }
    } else {
        put(&folder.path().join("feed.json"), &fs::read(from).unwrap());
    }
    folder
}

fn put(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// All files below a folder, or the one file: path and bytes, sorted.
fn files(at: &Path) -> Vec<(String, Vec<u8>)> {
    let (mut found, mut places) = (Vec::new(), vec![at.to_path_buf()]);
    while let Some(place) = places.pop() {
        if place.is_dir() {
            places.extend(fs::read_dir(&place).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            let parts = place.strip_prefix(at).unwrap().iter().map(|part| part.to_string_lossy().into_owned());
            found.push((parts.collect::<Vec<_>>().join("/"), fs::read(&place).unwrap()));
        }
    }
    found.sort();
    found
}

#[path = "editing/due.rs"]
mod due;
#[path = "editing/forms.rs"]
mod forms;
#[path = "editing/mends.rs"]
mod mends;
#[path = "editing/records.rs"]
mod records;

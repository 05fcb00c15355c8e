//! `fix`, through the program.

use std::fs;
use std::path::Path;
use std::process::Command;

use chrono::NaiveDate;
use commonweal::feed::mend::mended;
use commonweal::feed::{FeedSource, SourceFile};
use proptest::prelude::*;

use super::{check, copy, files, project};

const DAY: [&str; 2] = ["--as-of", "2026-11-22"];

/// Puts a text into a file of the copied feed in the place of another.
#[track_caller]
fn edit(here: &Path, path: &str, find: &str, put: &str) {
    let path = here.join("feed").join(path);
    let text = fs::read_to_string(&path).unwrap();
    assert_eq!(text.matches(find).count(), 1, "{find}");
    fs::write(&path, text.replace(find, put)).unwrap();
}

/// A feed with six slips in four files.
fn slips() -> tempfile::TempDir {
    let folder = copy("tests/fixtures/small");
    let here = folder.path();
    edit(here, "goals/goal-home.json", "\"title\"", "\"titel\"");
    edit(here, "indicators/ind-reading.json", "\"decimals\": 1", "\"decimals\": \"1\",");
    edit(here, "updates/upd-open.json", "2024-02-13", "13.02.2024");
    edit(here, "series/ind-reading.csv", "50.0,45.0", "50.0%,45.0");
    edit(here, "series/ind-visits.csv", "2022-Q1", "Q1 2022");
    folder
}

#[test]
fn the_difference_is_shown_and_nothing_is_written() {
    let folder = slips();
    let here = folder.path();
    let before = files(here);
    let (out, err) = check(here, &["fix", DAY[0], DAY[1]], 1);
    assert_eq!(err, "6 mends in 5 files, not written: add --write; no error would be left\n");
    assert!(out.contains("--- a/goals/goal-home.json\n+++ b/goals/goal-home.json\n@@ -"), "{out}");
    assert!(out.contains("\n-2021,,,,50.0%,45.0") && out.contains("\n+2021,,,,50.0,45.0"), "{out}");
    assert_eq!(files(here), before);
}

#[test]
fn git_applies_the_difference_to_the_same_files_as_are_written() {
    let folder = slips();
    let here = folder.path();
    let (out, _) = check(here, &["fix", DAY[0], DAY[1]], 1);
    fs::write(here.join("fix.patch"), &out).unwrap();
    let git = Command::new("git").args(["apply", "../fix.patch"]).current_dir(here.join("feed")).output().unwrap();
    assert!(git.status.success(), "{}", String::from_utf8_lossy(&git.stderr));
    let other = slips();
    let (_, err) = check(other.path(), &["fix", "--write", DAY[0], DAY[1]], 0);
    assert_eq!(err, "6 mends in 5 files, written; no error is left\n");
    assert_eq!(files(&here.join("feed")), files(&other.path().join("feed")));
    check(here, &["check", "--strict", DAY[0], DAY[1]], 0);
    let (out, err) = check(here, &["fix", DAY[0], DAY[1]], 0);
    assert_eq!((out.as_str(), err.as_str()), ("", "nothing to mend; no error is left\n"));
}

#[test]
fn rules_can_be_chosen() {
    let folder = slips();
    let here = folder.path();
    let (_, err) = check(here, &["fix", "--write", "--only", "F008,t204", DAY[0], DAY[1]], 1);
    assert!(err.starts_with("3 mends in 3 files, written; what is left to you: "), "{err}");
    let (_, err) = check(here, &["fix", "--skip", "F010", DAY[0], DAY[1]], 1);
    assert!(err.starts_with("1 mend in 1 file, not written: add --write; what would be left to you: "), "{err}");
    check(here, &["fix", "--only", "F999"], 2);
}

#[test]
fn what_is_meant_stays_a_persons_work() {
    let folder = copy("tests/fixtures/small");
    let here = folder.path();
    edit(here, "updates/upd-open.json", "2024-02-13", "03/04/2024");
    edit(here, "coalition.json", "https://valley.example.org/", "http://valley.example.org/");
    edit(here, "partners/par-circle.json", "\"id\": \"par-circle\"", "\"id\": \"par-cirkle\"");
    let before = files(here);
    let (out, err) = check(here, &["fix", "--write", DAY[0], DAY[1]], 1);
    assert_eq!(out, "");
    assert!(err.starts_with("nothing to mend; what is left to you: 2 errors"), "{err}");
    assert_eq!(files(here), before);
}

#[test]
fn a_single_file_is_mended_too() {
    let folder = copy("tests/fixtures/small.json");
    let here = folder.path();
    let text = fs::read_to_string(here.join("feed.json")).unwrap();
    let broken =
        text.replacen("\"value\": 60,", "\"value\": \"60%\" ,", 1).replacen("\"sample\": true", "\"sample\": true,", 1);
    assert_ne!(broken, text);
    fs::write(here.join("feed.json"), broken).unwrap();
    check(here, &["fix", "--write", DAY[0], DAY[1]], 0);
    assert_eq!(
        fs::read_to_string(here.join("feed.json")).unwrap(),
        text.replacen("\"value\": 60,", "\"value\": 60 ,", 1)
    );
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// However a feed is broken: mending ends, and then has nothing left to do.
    #[test]
    fn mending_ends_and_is_done_at_once(at in 0..8_000_usize, with in "[\\]\\[{}\",:'“” \\n0-9a-z%/+-]{0,6}", length in 0..6_usize) {
        let mut bytes = fs::read(project("tests/fixtures/small.json")).unwrap();
        let at = at % bytes.len();
        let end = (at + length).min(bytes.len());
        bytes.splice(at..end, with.into_bytes());
        let source = FeedSource::File(SourceFile::new("feed.json", bytes));
        let once = mended(&source, today(), &|_| true);
        let twice = mended(&once.source, today(), &|_| true);
        prop_assert_eq!(&twice.source, &once.source);
        prop_assert_eq!(twice.mends, vec![]);
    }

    #[test]
    fn no_bytes_make_it_stumble(bytes in prop::collection::vec(any::<u8>(), 0..120), text in "[\\[\\]{}\",:'0-9a-z/* \\n\\r]{0,60}") {
        for bytes in [bytes, text.into_bytes()] {
            for path in ["coalition.json", "goals/ab.json", "series/ab.csv"] {
                let file = SourceFile::new(path, bytes.clone());
                mended(&FeedSource::Folder(vec![file]), today(), &|_| true);
            }
        }
    }
}

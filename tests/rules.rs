//! Every rule of the check: a feed that breaks it, and a near miss that does not.
//!
//! The base is one small clean feed, as a folder and as a single file. A case edits it. `⟦` and `⟧` in a replacement
//! mark where the finding has to be, so that no line or column is counted by hand; `␦` stands for a byte that is not
//! UTF-8.

// Helpers of tests are not tests to clippy.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::hash::{Hash as _, Hasher as _};
use std::io::Write as _;
use std::path::Path;
use std::time::Instant;

use chrono::NaiveDate;
use commonweal::feed::finding::Place;
use commonweal::feed::{FeedSource, Finding, Reading, Rule, SourceFile, by_std, read, read_published};

/// File in the folder form, the text to find (it has to be there exactly once), the text to put there. Nothing to
/// find stands for the whole file, which may be a new one.
type Edit<'e> = (&'e str, &'e str, &'e str);

/// In which source form a case is tried. In the single file, an edit's file name is passed over.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Both,
    Folder,
    File,
}

fn fixtures() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default()
}

/// The clean feed as texts by path: many files, or the single one.
fn base(folder: bool) -> Vec<(String, String)> {
    let text = |path: &Path| fs::read_to_string(path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
    if !folder {
        return vec![("feed.json".to_owned(), text(&fixtures().join("small.json")))];
    }
    let root = fixtures().join("small");
    let (mut files, mut folders) = (Vec::new(), vec![root.clone()]);
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(&at).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let parts =
                    path.strip_prefix(&root).into_iter().flat_map(Path::iter).map(|part| part.to_string_lossy());
                files.push((parts.collect::<Vec<_>>().join("/"), text(&path)));
            }
        }
    }
    files.sort();
    files
}

#[track_caller]
fn edit(files: &mut Vec<(String, String)>, edits: &[Edit<'_>]) {
    let single = files.len() == 1;
    for &(path, find, put) in edits {
        let place = files.iter().position(|(name, _)| single || name == path);
        match place {
            Some(at) if find.is_empty() => files[at].1 = put.to_owned(),
            None if find.is_empty() => files.push((path.to_owned(), put.to_owned())),
            Some(at) => {
                let text = &mut files[at].1;
                assert_eq!(text.matches(find).count(), 1, "{find} has to be in {path} once");
                *text = text.replace(find, put);
            }
            None => panic!("there is no file {path}"),
        }
    }
    files.sort();
}

/// Takes the marks out, and gives the place between them.
#[track_caller]
fn marked(files: &mut [(String, String)]) -> Option<Place> {
    let mut found = None;
    for (path, text) in files {
        let Some((before, rest)) = text.split_once('⟦') else { continue };
        let (inside, after) = rest.split_once('⟧').unwrap_or_else(|| panic!("a mark is left open in {path}"));
        let line = before.trim_start_matches('\u{feff}').rsplit('\n').next().unwrap_or_default();
        let length = inside.lines().next().unwrap_or_default().chars().count().max(1);
        let place = Place {
            path: path.clone(),
            line: before.matches('\n').count() + 1,
            column: line.chars().count() + 1,
            length,
            offset: before.trim_start_matches('\u{feff}').len(),
        };
        assert_eq!(found.replace(place), None, "two marks");
        *text = format!("{before}{inside}{after}");
    }
    found
}

fn source(files: Vec<(String, String)>, folder: bool) -> FeedSource {
    let bytes = |text: String| {
        let parts: Vec<_> = text.split('␦').map(str::as_bytes).collect();
        parts.join(&0xff)
    };
    let mut files = files.into_iter().map(|(path, text)| SourceFile::new(path, bytes(text)));
    match files.next() {
        Some(file) if !folder => FeedSource::File(file),
        first => FeedSource::Folder(first.into_iter().chain(files).collect()),
    }
}

/// What the edited feed gives: findings as lines, and the line that is expected if a place is marked.
#[track_caller]
fn tried(folder: bool, line_end: &str, rule: Rule, edits: &[Edit<'_>]) -> (Vec<String>, Option<String>, Reading) {
    let mut files = base(folder);
    edit(&mut files, edits);
    files.iter_mut().for_each(|(_, text)| *text = text.replace('\n', line_end));
    let expected = marked(&mut files).map(|place| line(rule, &place));
    let source = source(files, folder);
    if line_end == "\n" {
        keep(rule, if expected.is_some() { "bad" } else { "good" }, &source);
    }
    let reading = read(&source, today());
    reading.findings.iter().for_each(well_worded);
    let findings = reading.findings.iter().map(|finding| line(finding.rule, &finding.place)).collect();
    (findings, expected, reading)
}

/// With `FIXTURES=DIR` in the environment, leaves a feed in that folder, for the tests in the browser: a single file as it
/// is, a folder as a zip.
fn keep(rule: Rule, kind: &str, source: &FeedSource) {
    let Some(folder) = std::env::var_os("FIXTURES") else { return };
    let bytes = match source {
        FeedSource::File(file) => file.bytes.clone(),
        FeedSource::Folder(files) => {
            let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
            for file in files {
                zip.start_file(file.path.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
                zip.write_all(&file.bytes).unwrap();
            }
            zip.finish().unwrap().into_inner()
        }
    };
    let mut hash = std::hash::DefaultHasher::new();
    bytes.hash(&mut hash);
    let extension = if matches!(source, FeedSource::File(_)) { "json" } else { "zip" };
    let name = format!("{}-{kind}-{:016x}.{extension}", rule.code(), hash.finish());
    fs::create_dir_all(&folder).unwrap();
    fs::write(Path::new(&folder).join(name), bytes).unwrap();
}

fn line(rule: Rule, place: &Place) -> String {
    format!("{} {place}+{}", rule.code(), place.length)
}

/// A broken feed gives exactly one finding, of the rule and at the mark; the near miss gives none. Windows' line ends
/// change nothing.
#[track_caller]
fn check(rule: Rule, form: Form, broken: &[Edit<'_>], fine: &[Edit<'_>]) {
    for (folder, line_end) in [(true, "\n"), (true, "\r\n"), (false, "\n"), (false, "\r\n")] {
        if form == Form::Folder && !folder || form == Form::File && folder {
            continue;
        }
        let (findings, expected, reading) = tried(folder, line_end, rule, broken);
        let expected = expected.unwrap_or_else(|| panic!("nothing is marked"));
        assert_eq!(findings, [expected], "{:#?}", reading.findings);
        assert_eq!(reading.feed.is_none(), reading.findings.iter().any(Finding::is_error));
        let (findings, _, reading) = tried(folder, line_end, rule, fine);
        assert_eq!(findings, [""; 0], "the near miss: {:#?}", reading.findings);
        assert!(reading.feed.is_some());
    }
}

/// Short, whole sentences without the words of programmers.
#[track_caller]
fn well_worded(finding: &Finding) {
    let Finding { message, fix, .. } = finding;
    assert!(message.chars().count() <= 200, "{} characters: {message}", message.chars().count());
    let ends = |text: &str| text.ends_with('.') || (text.ends_with('?') && text.contains(" Did you mean "));
    assert!(ends(message) && ends(fix), "no full stop: {message} / {fix}");
    for word in ["invalid", "illegal", "constraint", "null pointer"] {
        assert!(!format!("{message} {fix}").to_lowercase().contains(word), "{word}: {message} / {fix}");
    }
}

/// Name of the test, rule, source form, edits that break the feed, edits that nearly do.
macro_rules! cases {
    ($($name:ident: $Rule:ident in $Form:ident, broken [$($broken:expr),*], fine [$($fine:expr),*];)*) => {

        $(#[test]
        fn $name() {
            check(Rule::$Rule, Form::$Form, &[$($broken),*], &[$($fine),*]);
        })*
    };
}

#[path = "rules/disclosure.rs"]
mod disclosure;
#[path = "rules/docs.rs"]
mod docs;
#[path = "rules/files.rs"]
mod files;
#[path = "rules/hostile.rs"]
mod hostile;
#[path = "rules/plausible.rs"]
mod plausible;
#[path = "rules/records.rs"]
mod records;
#[path = "rules/series.rs"]
mod series;
#[path = "rules/together.rs"]
mod together;
#[path = "rules/versions.rs"]
mod versions;
#[path = "rules/waivers.rs"]
mod waivers;

#[test]
fn a_published_feed_is_read_without_the_rules() {
    let text = base(false).remove(0).1;
    let file = |text: &str| SourceFile::new("feed.json", text);
    let clean = read_published(&file(&text), by_std);
    assert_eq!(clean.findings, []);
    assert_eq!(clean.feed, read(&FeedSource::File(file(&text)), today()).feed);

    let against_a_rule = text.replacen("\"direction\": \"increase\"", "\"direction\": \"range\"", 1);
    assert_ne!(against_a_rule, text);
    assert!(read(&FeedSource::File(file(&against_a_rule)), today()).feed.is_none());
    assert!(read_published(&file(&against_a_rule), by_std).feed.is_some());

    let dead = text.replacen("\"steward\": \"", "\"steward\": \"nobody-", 1);
    assert_ne!(dead, text);
    assert!(read_published(&file(&dead), by_std).feed.is_none());
}

#[test]
fn every_rule_has_a_broken_feed_and_a_near_miss() {
    // The examples of explained rules are run by `docs`, those between two versions by `versions`.
    let missing: Vec<_> = Rule::ALL.iter().filter(|rule| rule.explained().is_none()).collect();
    assert_eq!(missing, [&Rule::NotUtf8; 0]);
}

#[test]
fn both_forms_of_the_clean_feed_are_the_same_feed() {
    let [folder, file] = [true, false].map(|folder| read(&source(base(folder), folder), today()));
    assert_eq!((&folder.findings, &file.findings), (&Vec::new(), &Vec::new()));
    assert_eq!(folder.feed, file.feed);
}

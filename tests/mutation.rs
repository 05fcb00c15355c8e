//! A hundred and more slips of editors in the feed of Tri-River, each found by the rule that is about it, in its file and
//! line, and with hardly anything beside it.
//!
//! The feed is copied in memory. A defect edits it as a person would in a git web page. `⟦` and `⟧` mark the line in
//! which the finding has to be; without a mark, the file of the first edit is enough. `␦` stands for a byte that is not
//! UTF-8.

// Helpers of tests are not tests to clippy.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::sync::LazyLock;

use chrono::NaiveDate;
use commonweal::feed::{Feed, FeedSource, Finding, Rule, SourceFile, read, read_since};

/// File, the text to find (it has to be there exactly once), the text to put there. Nothing to find stands for the
/// whole file, which may be a new one.
type Edit = (&'static str, &'static str, &'static str);

/// In place of a file's text: the file is deleted.
const GONE: &str = "␡";

/// A slip takes its neighbours with it at most so far.
const AT_MOST: usize = 3;

/// The feed that the slip is made in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    /// The sample as it is.
    Sample,
    /// The same feed, said to be real: only then its dates are compared with today.
    Live,
    /// The sample, after the sample as it was published.
    Since,
}

struct Defect {
    name: &'static str,
    rule: Rule,
    within: Within,
    edits: &'static [Edit],
}

type Files = Vec<(String, String)>;

static TRI_RIVER: LazyLock<Files> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/tri-river");
    let (mut files, mut folders) = (Vec::new(), vec![root.clone()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
                files.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    files.sort();
    files
});

static PUBLISHED: LazyLock<Feed> = LazyLock::new(|| read(&source(&TRI_RIVER), today()).feed.unwrap());

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn source(files: &Files) -> FeedSource {
    let bytes = |text: &str| text.split('␦').map(str::as_bytes).collect::<Vec<_>>().join(&0xe1);
    FeedSource::Folder(files.iter().map(|(path, text)| SourceFile::new(path.as_str(), bytes(text))).collect())
}

#[track_caller]
fn edit(files: &mut Files, edits: &[Edit]) {
    for &(path, find, put) in edits {
        let at = files.iter().position(|(name, _)| name == path);
        match at {
            Some(at) if find.is_empty() && put == GONE => drop(files.remove(at)),
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

/// Takes the mark out, and gives its file and line.
#[track_caller]
fn marked(files: &mut Files) -> Option<(String, usize)> {
    let mut found = None;
    for (path, text) in files {
        let Some((before, rest)) = text.split_once('⟦') else { continue };
        let line = before.matches('\n').count() + 1;
        assert_eq!(found.replace((path.clone(), line)), None, "two marks");
        *text = format!("{before}{}", rest.replacen('⟧', "", 1));
    }
    found
}

#[track_caller]
fn findings(within: Within, edits: &[Edit]) -> (Vec<Finding>, Option<(String, usize)>) {
    let mut files = TRI_RIVER.clone();
    if within == Within::Live {
        edit(&mut files, upkeep::LIVE);
    }
    edit(&mut files, edits);
    let place = marked(&mut files);
    let source = source(&files);
    let reading = match within {
        Within::Since => read_since(&source, &PUBLISHED, today()),
        Within::Sample | Within::Live => read(&source, today()),
    };
    (reading.findings, place)
}

fn shown(findings: &[Finding]) -> String {
    let line = |f: &Finding| format!("  {} {} {}", f.rule.code(), f.place, f.message);
    findings.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(defect: &Defect) {
    let Defect { name, rule, within, edits } = *defect;
    let (findings, place) = findings(within, edits);
    let there = |finding: &Finding| match &place {
        Some((path, line)) => finding.place.path == *path && finding.place.line == *line,
        None => finding.place.path == edits[0].0,
    };
    let wanted = place.as_ref().map_or(edits[0].0.to_owned(), |(path, line)| format!("{path}:{line}"));
    let code = rule.code();
    let found = findings.iter().any(|finding| finding.rule == rule && there(finding));
    assert!(found, "{name}: {code} is not found in {wanted}, but:\n{}", shown(&findings));
    assert!(findings.len() <= AT_MOST, "{name}: {} findings:\n{}", findings.len(), shown(&findings));
}

/// Name of the slip, rule, feed, edits.
macro_rules! defects {
    ($($name:ident: $Rule:ident in $Within:ident [$($edit:expr),* $(,)?];)*) => {
        use crate::{Defect, Edit, Rule, Within};

        $(#[test]
        fn $name() {
            crate::check(DEFECTS.iter().find(|defect| defect.name == stringify!($name)).unwrap());
        })*

        pub(crate) const DEFECTS: &[Defect] = &[$({
            const EDITS: &[Edit] = &[$($edit),*];
            Defect { name: stringify!($name), rule: Rule::$Rule, within: Within::$Within, edits: EDITS }
        },)*];
    };
}

#[path = "mutation/files.rs"]
mod files;
#[path = "mutation/groups.rs"]
mod groups;
#[path = "mutation/people.rs"]
mod people;
#[path = "mutation/records.rs"]
mod records;
#[path = "mutation/text.rs"]
mod text;
#[path = "mutation/time.rs"]
mod time;
#[path = "mutation/together.rs"]
mod together;
#[path = "mutation/upkeep.rs"]
mod upkeep;
#[path = "mutation/values.rs"]
mod values;
#[path = "mutation/versions.rs"]
mod versions;

#[test]
fn the_feed_without_a_slip_has_nothing_to_say() {
    for within in [Within::Sample, Within::Live, Within::Since] {
        let (findings, _) = findings(within, &[]);
        assert_eq!(findings.len(), 0, "\n{}", shown(&findings));
    }
}

#[test]
fn the_slips_are_many_and_of_many_kinds() {
    let groups = [
        files::DEFECTS,
        groups::DEFECTS,
        people::DEFECTS,
        records::DEFECTS,
        text::DEFECTS,
        time::DEFECTS,
        together::DEFECTS,
        upkeep::DEFECTS,
        values::DEFECTS,
        versions::DEFECTS,
    ];
    let slips = groups.iter().map(|group| group.len()).sum::<usize>();
    let codes: BTreeSet<_> = groups.iter().flat_map(|group| group.iter()).map(|defect| defect.rule.code()).collect();
    // Past the harness, which shows what a test prints only if it fails.
    let _ = writeln!(std::io::stderr(), "{slips} defects, {} of {} codes", codes.len(), Rule::ALL.len());
    assert!(slips >= 100, "{slips}");
    assert!(codes.len() >= 70, "{}", codes.len());
}

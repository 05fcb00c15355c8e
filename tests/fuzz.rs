//! Arbitrary bytes never make the reader panic, and it never calls good what has an error.
//!
//! A fuzz target that runs with the other tests, for a bounded time: it changes the fixtures and the samples a little, a
//! lot, and with each other. `FUZZ_SECONDS=600 FUZZ_SEED=7 cargo test --test fuzz` goes on for longer and elsewhere. An
//! input that fails is left in the folder that the message names; put it among the cases of `tests/rules/hostile.rs`.

// Helpers of tests are not tests to clippy.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use commonweal::feed::bundle::{bundle, unzip};
use commonweal::feed::finding::line_of;
use commonweal::feed::{FeedSource, Finding, SourceFile, by_std, read, read_published};

const SECONDS: u64 = 8;

/// What slips and attacks are made of.
const WORDS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u",
    "\\ud800",
    "null",
    "true",
    "-",
    "1e999",
    "-0",
    "1e-400",
    "NaN",
    "\u{feff}",
    "\u{202e}",
    "\u{200b}",
    "\u{0}",
    "\r",
    "\r\n",
    "\n",
    ";",
    "\t",
    "=1+1",
    "<10",
    "71%",
    "2024-W53",
    "2024-Q5",
    "2025-02-30",
    "0000",
    "9999-12-31",
    "+10000-01-01",
    "<<<<<<< ours\n",
    "99999999999999999999",
    "0.1e-3",
    "\"id\"",
    "\"goals\"",
    "🦤",
    "é",
    "suppressed",
    "javascript:alert(1)",
    "PK\u{3}\u{4}",
    "dim-age*dim-age",
    "x_",
    "//",
    "/*",
    "'",
    "“",
];

/// A small generator of random numbers (xorshift): the same seed gives the same run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// Below `limit`; 0 if that is 0.
    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.roll() % (limit.max(1) as u64)).unwrap_or(0)
    }
}

fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() { files_below(&path, found) } else { found.push(path) }
    }
}

/// Feeds to begin with: folders with all their files, and single files.
fn corpus() -> Vec<Vec<SourceFile>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = |path: &str| {
        let (root, mut found) = (root.join(path), Vec::new());
        files_below(&root, &mut found);
        let name = |path: &Path| path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        found.iter().map(|path| SourceFile::new(name(path), fs::read(path).unwrap())).collect::<Vec<_>>()
    };
    let single = |path: &str| vec![SourceFile::new("feed.json", fs::read(root.join(path)).unwrap())];
    let small = folder("tests/fixtures/small");
    // The small one more often: it is read in no time.
    let mut corpus =
        vec![small.clone(), single("tests/fixtures/small.json"), small, single("samples/millbrook/feed.json")];
    corpus.push(folder("samples/tri-river"));
    corpus
}

/// Changes some bytes: by one, by a word, by taking out, doubling, or putting in a piece of another file.
fn change(bytes: &mut Vec<u8>, other: &[u8], dice: &mut Dice) {
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len() + 1);
        let to = (at + dice.below(40)).min(bytes.len());
        match dice.below(8) {
            0 if at < bytes.len() => bytes[at] ^= 1 << dice.below(8),
            1 => drop(bytes.drain(at..to)),
            2 => {
                let piece = bytes[at..to].to_vec();
                bytes.splice(at..at, piece);
            }
            3 => {
                let from = dice.below(other.len() + 1);
                let piece = other[from..(from + dice.below(200)).min(other.len())].to_vec();
                bytes.splice(at..to, piece);
            }
            4 => bytes.truncate(at),
            5 => bytes.insert(at, u8::try_from(dice.below(256)).unwrap_or(0)),
            _ => {
                let word = WORDS[dice.below(WORDS.len())].bytes();
                bytes.splice(at..to.min(at + dice.below(3)), word);
            }
        }
    }
}

/// What has to hold for any bytes at all.
fn holds(files: &[SourceFile], today: NaiveDate) {
    let source = match files {
        [one] => FeedSource::File(one.clone()),
        many => FeedSource::Folder(many.to_vec()),
    };
    let reading = read(&source, today);
    assert_eq!(reading.feed.is_some(), !reading.findings.iter().any(Finding::is_error), "a feed without errors");
    for finding in &reading.findings {
        assert!(finding.place.line > 0 && finding.place.column > 0 && finding.place.length > 0, "{finding}");
        assert!(!finding.message.is_empty() && !finding.fix.is_empty(), "{finding}");
        let shown = finding.to_string();
        assert!(!shown.chars().any(char::is_control), "{shown:?}");
        let _ = line_of(&source, &finding.place);
    }
    if let [one] = files {
        let published = read_published(one, by_std);
        // The reader of pages leaves rules out; it never refuses what the check calls good.
        assert!(published.feed.is_some() || reading.feed.is_none(), "good for the check, refused by the page");
        let _ = unzip(&one.bytes);
    }
    let _ = bundle(files.to_vec());
}

#[test]
fn arbitrary_bytes_never_make_the_reader_panic() {
    let number = |name: &str, usual: u64| std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual);
    let mut dice = Dice(number("FUZZ_SEED", 20_261_122).max(1));
    let end = Instant::now() + Duration::from_secs(number("FUZZ_SECONDS", SECONDS));
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let corpus = corpus();
    let mut tries = 0;
    while tries <= 10 || Instant::now() < end {
        let (which, other) = (dice.below(corpus.len()), dice.below(corpus.len()));
        let mut files = corpus[which].clone();
        let at = dice.below(files.len());
        let donor = &corpus[other][dice.below(corpus[other].len())].bytes;
        change(&mut files[at].bytes, donor, &mut dice);
        let held = catch_unwind(AssertUnwindSafe(|| holds(&files, today)));
        if held.is_err() {
            let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{tries}"));
            let path = folder.join(files[at].path.replace('/', "_"));
            fs::create_dir_all(&folder).unwrap();
            fs::write(&path, &files[at].bytes).unwrap();
            panic!("try {tries}: {} of feed {which}, kept as {}", files[at].path, path.display());
        }
        tries += 1;
    }
    println!("{tries} tries");
}

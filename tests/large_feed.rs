//! The feed that `cargo run --example large_feed` writes: at every size, the check finds nothing in it.

// Helpers of tests are not tests to clippy.
#![allow(clippy::unwrap_used)]

#[path = "../examples/large_feed/feed.rs"]
mod feed;

use chrono::NaiveDate;
use commonweal::feed::{FeedSource, SourceFile, read};

use feed::Size;

fn files(size: [usize; 5], seed: u64) -> Vec<SourceFile> {
    let [partners, activities, indicators, periods, groups] = size;
    let mut files = Vec::new();
    feed::write(&Size { partners, activities, indicators, periods, groups }, seed, &mut |path, text| {
        files.push(SourceFile::new(path, text));
        Ok(())
    })
    .unwrap();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// `size`: partners, activities, indicators, periods, groups.
#[track_caller]
fn check(size: [usize; 5]) {
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let reading = read(&FeedSource::Folder(files(size, 1)), today);
    let found = reading.findings.iter().take(20);
    let found: Vec<_> = found.map(|f| format!("{} {}: {}", f.rule.code(), f.place.path, f.message)).collect();
    assert_eq!(found, Vec::<String>::new(), "{size:?}");
    let feed = reading.feed.unwrap();
    assert_eq!(
        [feed.partners.len(), feed.activities.len(), feed.indicators.len(), feed.series.len()],
        [size[0].max(1), size[1].max(1), size[2].max(1), size[2].max(1)]
    );
    let longest = feed.series.iter().flat_map(|series| &series.lines).map(|line| line.points.len()).max();
    assert_eq!(longest, Some(size[3].max(1)));
}

#[test]
fn the_check_finds_nothing_at_any_size() {
    check([0, 0, 0, 0, 0]);
    check([3, 2, 7, 1, 1]);
    check([13, 30, 60, 9, 4]);
    check([60, 200, 250, 8, 6]);
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let size = [4, 6, 9, 5, 2];
    assert_eq!(files(size, 7), files(size, 7));
    assert_ne!(files(size, 7), files(size, 8));
}

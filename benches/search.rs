//! What a reader waits for on the page of the search: once until the file with 7,500 entries is an index, and then at each
//! key press. Run it with `cargo bench`; figures that were measured stand in docs/speed.md.

use std::hint::black_box;

use chrono::NaiveDate;
use commonweal::feed::id::Kind;
use commonweal::feed::{SourceFile, by_std, read_published};
use commonweal::present::search::{Entry, Index, results, written};
use commonweal::present::{Context, Phrase};
use commonweal::routes::{Query, Site};
use commonweal::words::Catalog;
use criterion::{Criterion, criterion_group, criterion_main};

const ENTRIES: usize = 7_500;

/// A word that looks like one, for each number another one.
fn word(mut n: usize) -> String {
    const STARTS: [&str; 14] = ["b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v"];
    const ENDS: [&str; 11] = ["a", "e", "i", "o", "u", "an", "en", "or", "is", "al", "ing"];
    let mut word = String::new();
    for _ in 0..2 + n % 3 {
        word.push_str(STARTS[n % STARTS.len()]);
        n = n / 2 + 17;
        word.push_str(ENDS[n % ENDS.len()]);
        n = n / 3 + 29;
    }
    word
}

/// Entries with titles of five words, contexts of eight, and twenty more words, out of some thousand.
fn entries() -> Vec<Entry> {
    let text = |at: usize, words: usize| -> String {
        let word = |n: usize| word((at * 7_919 + n * 104_729) % 9_973);
        (0..words).map(word).collect::<Vec<_>>().join(" ")
    };
    let entry = |at: usize| Entry {
        kind: Some(if at < 5_000 { Kind::Indicator } else { Kind::Activity }),
        path: format!("indicators/ind-{at}/"),
        title: text(at, 5).into(),
        context: Phrase::from(text(at % 60, 8)),
        words: text(at + 1, 20),
    };
    (0..ENTRIES).map(entry).collect()
}

const FEED: &str = r#"{"coalition": {"schema_version": "1.0.0", "id": "valley", "name": "Valley", "plain_summary": "S",
    "vision": "V", "geography": "here", "population": "All", "default_locale": "en", "locales": ["en"],
    "disclosure": {"min_count": 10, "min_denominator": 30, "zero_ok": true},
    "contacts": [{"kind": "phone", "value": "+1-555-0100"}], "license": "CC0-1.0"},
    "geographies": [{"id": "here", "name": "Here", "kind": "city"}]}"#;

fn search(criterion: &mut Criterion) {
    let Ok(words) = Catalog::parse(include_str!("../src/words/en.json")) else { return };
    let Some(feed) = read_published(&SourceFile::new("feed.json", FEED), by_std).feed else { return };
    let site = Site::new("/", vec!["en".into()]);
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default();
    let context = Context { feed: &feed, words: &words, site: &site, today, draft: None };
    let file = written(&entries());
    criterion.bench_function(&format!("index of {ENTRIES} entries ({} kB)", file.len() / 1000), |bencher| {
        bencher.iter(|| Index::read(black_box(&file)));
    });
    let Some(index) = Index::read(&file) else { return };
    let title = &index.entries()[1_234].title.text;
    let slip: String = title.chars().enumerate().filter(|(at, _)| *at != 2).map(|(_, c)| c).collect();
    for (name, text) in [("one letter", "b"), ("a title", title.as_str()), ("a title with a slip", slip.as_str())] {
        let query = Query::default().with("q", text);
        assert!(!results(&context, &index, &query).rows.is_empty(), "something is found");
        criterion.bench_function(&format!("search for {name} among {ENTRIES}"), |bencher| {
            bencher.iter(|| results(&context, &index, black_box(&query)));
        });
    }
}

criterion_group!(benches, search);
criterion_main!(benches);

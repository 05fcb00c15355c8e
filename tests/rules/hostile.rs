//! Feeds that nobody wrote by hand: huge, cut off, not a feed at all. Reading has to end, and to say one thing.
//! How long it took is printed (`--nocapture`), not asserted: machines differ.

use super::*;

fn timed(what: &str, bytes: Vec<u8>) -> Vec<Finding> {
    let source = FeedSource::File(SourceFile::new("feed.json", bytes));
    let begin = Instant::now();
    let reading = read(&source, today());
    println!("{what}: {:.3} s, {} findings", begin.elapsed().as_secs_f64(), reading.findings.len());
    assert!(reading.feed.is_none());
    reading.findings.iter().for_each(well_worded);
    reading.findings
}

#[track_caller]
fn one(what: &str, bytes: impl Into<Vec<u8>>, code: &str) {
    let findings = timed(what, bytes.into());
    let codes: Vec<_> = findings.iter().map(|finding| finding.rule.code()).collect();
    assert_eq!(codes, [code], "{findings:#?}");
}

/// The clean feed as one file, with one text replaced.
fn small(find: &str, put: &str) -> String {
    let mut files = base(false);
    edit(&mut files, &[("feed.json", find, put)]);
    files.remove(0).1
}

fn repeated(item: impl Fn(usize) -> String, count: usize) -> String {
    (0..count).map(item).collect::<Vec<_>>().join(",")
}

#[test]
fn depth_and_size() {
    one("5 MiB of brackets", "[".repeat(5 << 20), "F007");
    one("5 MiB of opened objects", "{\"a\":".repeat(1 << 20), "F007");
    one("6 MiB of blanks", " ".repeat(6 << 20), "F007");
    one("5 MiB of quotes", format!("{{{}", "\"".repeat(5 << 19)), "F003");
    one("a million keys", format!("{{{}}}", repeated(|_| "\"\":0".to_owned(), 1_000_000)), "F007");
    one(
        "a million keys in a record",
        small("\"theme\": \"Reading\",", &format!("\"set_by\": {{{}}},", repeated(|_| "\"\":0".to_owned(), 1_000_000))),
        "F007",
    );
}

#[test]
fn lists_and_maps_without_end() {
    one(
        "a million languages",
        small("\"Six in ten by 2030.\"", &format!("{{{}}}", repeated(|_| "\"\":0".to_owned(), 1_000_000))),
        "F007",
    );
    one("a text", small("Six in ten", &"x".repeat(5_000_000)), "F007");
    one("a number", small("\"order\": 10", &format!("\"order\": {}", "9".repeat(5_000_000))), "F010");
    one(
        "periods",
        small("[\"2022-Q1\", \"2022-Q2\"]", &format!("[{}]", repeated(|_| "\"2022\"".to_owned(), 500_000))),
        "F007",
    );
}

#[test]
fn a_list_of_wrong_things_is_not_read_to_its_end() {
    for (what, item, count) in [("numbers", "0", 1_000_000), ("texts", "\"a\"", 200_000), ("objects", "{}", 200_000)] {
        let list = repeated(|_| item.to_owned(), count);
        for name in ["events", "series"] {
            let name = format!("\"{name}\": [");
            let findings =
                timed(&format!("{count} {what} in {name}"), small(&name, &format!("{name}{list},")).into_bytes());
            assert!((500..600).contains(&findings.len()), "{what}: {}", findings.len());
        }
    }
    let table = format!("period,value\n{}", "x,y\n".repeat(200_000));
    let mut files = base(true);
    edit(&mut files, &[("series/ind-visits.csv", "", &table)]);
    let findings = read(&source(files, true), today()).findings;
    assert!((500..600).contains(&findings.len()), "{}", findings.len());
}

/// What is left out for its length must not be taken for good.
#[test]
fn an_error_after_many_warnings_is_still_found() {
    let goals = |last: &str| {
        let goal = |n: usize| {
            let parts =
                "\"kind\": \"result\", \"status\": \"active\", \"title\": \"A\", \"plain_summary\": \"A\", \"mood\": 1";
            format!("{{\"id\": \"goal-{n}\", {parts}, \"stewards\": [\"par-circle\"]}}")
        };
        small("\n  \"goals\": [", &format!("\n  \"goals\": [{}, {last}", repeated(goal, 2000)))
    };
    let reading = |text: String| read(&FeedSource::File(SourceFile::new("feed.json", text)), today());
    let warned = reading(goals(""));
    assert!(warned.findings.len() < 600);
    assert!(warned.feed.is_some_and(|feed| feed.goals.len() == 2002 && feed.goals[1999].stewards.len() == 1));
    let wrong = reading(goals("{\"id\": \"goal-x\"},"));
    assert!(wrong.feed.is_none());
    assert!(wrong.findings.iter().any(|finding| finding.rule == Rule::MissingField));
}

#[test]
fn what_is_no_feed() {
    one("nothing", "", "F016");
    one("blanks", " \n\t ", "F016");
    one("a web page", "<!DOCTYPE html>\n<html><body>Sign in to the network</body></html>", "F016");
    one("a table", "period,value\n2022,1\n", "F016");
    one("a word", "null", "F016");
    one("another list", "[]", "F010");
    one("zeros", vec![0; 1000], "F016");
    one("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), "F001");
    one("UTF-16", "{\"coalition\": {}}".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>(), "F003");
    one("UTF-16 with its mark", "\u{feff}{}".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>(), "F001");
}

#[test]
fn a_single_file_is_judged_by_what_is_in_it_and_not_by_its_name() {
    let reading = |text: &str| read(&FeedSource::File(SourceFile::new("series.csv", text)), today());
    assert_eq!(reading("period,value\n").findings.len(), 1);
    assert!(reading(&base(false)[0].1).feed.is_some());
}

/// A download that was cut off: one finding, wherever the cut is.
#[track_caller]
fn cut(path: &str, step: usize) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let whole = fs::read(root.join(path)).unwrap_or_else(|why| panic!("{path}: {why}"));
    let end = whole.iter().rposition(|byte| *byte == b'}').unwrap_or_default();
    let begin = Instant::now();
    for length in (0..=end).step_by(step) {
        let reading = read(&FeedSource::File(SourceFile::new("feed.json", &whole[..length])), today());
        assert!(reading.feed.is_none());
        assert_eq!(reading.findings.len(), 1, "{path} cut at {length}: {:#?}", reading.findings);
        well_worded(&reading.findings[0]);
    }
    println!("{path} cut at every {step}: {:.1} s", begin.elapsed().as_secs_f64());
}

#[test]
fn every_cut_is_one_finding() {
    cut("tests/fixtures/small.json", 1);
    cut("samples/millbrook/feed.json", 97);
}

//! `fmt`, `split` and `join`: through the program, and over arbitrary feeds.

use chrono::NaiveDate;
use commonweal::feed::form::{formatted, join, split};
use commonweal::feed::{FeedSource, Reading, SourceFile, read};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::{check, copy, files, project};

const FEEDS: [&str; 4] =
    ["samples/tri-river", "samples/millbrook/feed.json", "tests/fixtures/small", "tests/fixtures/small.json"];

fn name(feed: &str) -> &'static str {
    if feed.ends_with(".json") { "feed.json" } else { "feed" }
}

#[test]
fn the_written_form_is_reached_in_one_step_and_stays_clean() {
    for feed in FEEDS {
        let folder = copy(feed);
        let here = folder.path();
        check(here, &["fmt", name(feed)], 0);
        let once = files(&here.join(name(feed)));
        check(here, &["fmt", name(feed), "--check"], 0);
        check(here, &["fmt"], 0);
        assert_eq!(files(&here.join(name(feed))), once, "{feed}");
        check(here, &["check", name(feed), "--as-of", "2026-11-22", "--strict"], 0);
    }
}

#[test]
fn the_check_names_the_files_and_writes_nothing() {
    let folder = copy("tests/fixtures/small");
    let here = folder.path();
    check(here, &["fmt"], 0);
    let goal = here.join("feed/goals/goal-home.json");
    let text = std::fs::read_to_string(&goal).unwrap().replace('\n', "\r\n");
    std::fs::write(&goal, &text).unwrap();
    let (out, err) = check(here, &["fmt", "--check"], 1);
    assert_eq!(
        (out.as_str(), err.as_str()),
        ("goals/goal-home.json\n", "1 of 30 files would be laid out anew in feed\n")
    );
    assert_eq!(std::fs::read_to_string(&goal).unwrap(), text);
    check(here, &["fmt"], 0);
    assert_eq!(std::fs::read_to_string(&goal).unwrap(), text.replace("\r\n", "\n"));
}

#[test]
fn a_file_that_is_no_json_is_left_alone_with_its_finding() {
    let folder = copy("tests/fixtures/small");
    let here = folder.path();
    let goal = here.join("feed/goals/goal-home.json");
    std::fs::write(&goal, "{\"id\": \"goal-home\",}").unwrap();
    let (out, _) = check(here, &["fmt"], 1);
    assert!(out.contains("goals/goal-home.json:1:19: error[F003] There is a comma after the last item."), "{out}");
    assert_eq!(std::fs::read_to_string(&goal).unwrap(), "{\"id\": \"goal-home\",}");
}

#[test]
fn a_zip_is_read_and_never_written() {
    let text = std::fs::read_to_string(project("tests/fixtures/small.json")).unwrap();
    let goal = r#""id": "goal-home", "kind": "result", "status""#;
    assert_eq!(text.matches(goal).count(), 1);
    let slip = text.replace(goal, r#""id": "goal-home", "kind": "result", "staus""#);
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    std::fs::write(here.join("sheet.csv"), "period,value\n2024,47.5\n").unwrap();
    let zipped = |files: &[(String, Vec<u8>)]| {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (path, bytes) in files {
            zip.start_file(path.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
            std::io::Write::write_all(&mut zip, bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    };
    let many = files(&project("tests/fixtures/small"));
    let one = |text: String| vec![("feed.json".to_owned(), text.into_bytes())];
    let fmt = ["fmt", "FEED"];
    let fix = ["fix", "FEED", "--write"];
    let new = ["new", "goal", "--title", "More", "--feed", "FEED"];
    let import = ["import", "csv", "sheet.csv", "--indicator", "ind-reading", "--write", "--feed", "FEED"];
    // What is broken takes no figures, what is whole needs no mending.
    let cases: [(_, &[&[&str]]); 3] =
        [(one(slip), &[&fmt, &fix, &new]), (one(text), &[&new, &import]), (many.clone(), &[&new, &import])];
    for (inside, commands) in cases {
        let bytes = zipped(&inside);
        for feed in ["feed.zip", "feed.json"] {
            std::fs::write(here.join(feed), &bytes).unwrap();
            for command in commands {
                let named: Vec<&str> = command.iter().map(|word| if *word == "FEED" { feed } else { word }).collect();
                let (_, err) = check(here, &named, 2);
                let expected =
                    format!("{feed} is a zip, and nothing is written into one. Unpack it and name its folder.\n");
                assert!(err.ends_with(&expected), "{named:?}: {err}");
                assert!(std::fs::read(here.join(feed)).unwrap() == bytes, "{named:?}");
            }
            assert_eq!(files(here).len(), 2, "nothing lies beside it");
            std::fs::remove_file(here.join(feed)).unwrap();
        }
    }
    std::fs::write(here.join("feed.zip"), zipped(&many)).unwrap();
    check(here, &["check", "feed.zip", "--as-of", "2026-11-22"], 0);
    check(here, &["fix", "feed.zip", "--as-of", "2026-11-22"], 0);
}

/// Two people change a feed in its written form at the same time, and git puts it together: see `docs/editing.md`.
#[test]
fn lists_of_one_item_a_line_are_merged_where_lists_on_one_line_are_not() {
    let base = "{\n  \"id\": \"ab\",\n  \"goals\": [\"g1\", \"g2\", \"g3\", \"g4\", \"g5\"]\n}\n";
    let ours = base.replace("\"g1\", ", "");
    let theirs = base.replace("\"g5\"", "\"g5\", \"g6\"");
    let laid_out = |text: &str| {
        let source = FeedSource::Folder(vec![SourceFile::new("activities/ab.json", text)]);
        String::from_utf8(formatted(&source).files[0].bytes.clone()).unwrap()
    };
    assert!(!merges(base, &ours, &theirs));
    assert!(merges(&laid_out(base), &laid_out(&ours), &laid_out(&theirs)));
}

fn merges(base: &str, ours: &str, theirs: &str) -> bool {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [("base", base), ("ours", ours), ("theirs", theirs)] {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let git = std::process::Command::new("git")
        .args(["merge-file", "-p", "ours", "base", "theirs"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    git.status.success()
}

#[test]
fn split_then_join_and_join_then_split_give_the_same_bytes() {
    for feed in FEEDS {
        let folder = copy(feed);
        let here = folder.path();
        check(here, &["fmt"], 0);
        if name(feed) == "feed" {
            check(here, &["join", "feed", "--out", "one.json"], 0);
            check(here, &["split", "one.json", "--out", "back"], 0);
            assert_eq!(files(&here.join("back")), files(&here.join("feed")), "{feed}");
        } else {
            check(here, &["split", "feed.json", "--out", "parts"], 0);
            check(here, &["join", "parts", "--out", "sorted.json"], 0);
            // What a folder does not keep is the order of the records; from then on every byte stays.
            check(here, &["fmt", "sorted.json", "--check"], 0);
            check(here, &["split", "sorted.json", "--out", "again"], 0);
            check(here, &["join", "again", "--out", "back.json"], 0);
            let bytes = |name: &str| std::fs::read(here.join(name)).unwrap();
            assert_eq!(bytes("back.json"), bytes("sorted.json"), "{feed}");
            assert_eq!(files(&here.join("again")), files(&here.join("parts")), "{feed}");
            let sorted: Value = serde_json::from_slice(&bytes("sorted.json")).unwrap();
            let before: Value = serde_json::from_slice(&bytes("feed.json")).unwrap();
            assert_eq!(sorted, by_id(before), "{feed}");
        }
    }
}

/// A feed whose lists stand in the order of their ids.
fn by_id(mut feed: Value) -> Value {
    for list in feed.as_object_mut().unwrap().values_mut().filter_map(Value::as_array_mut) {
        list.sort_by_key(|record| record["id"].as_str().or(record["indicator"].as_str()).unwrap().to_owned());
    }
    feed
}

#[test]
fn the_order_of_records_is_said_to_be_left_out() {
    let folder = copy("samples/millbrook/feed.json");
    let (_, err) = check(folder.path(), &["split", "feed.json", "--out", "parts"], 0);
    assert!(
        err.contains("left out: The order of \"goals\": in a folder they stand in the order of their ids."),
        "{err}"
    );
    assert!(err.ends_with("files written to parts; feed.json is as it was\n"), "{err}");
}

#[test]
fn a_joined_feed_can_go_to_standard_output() {
    let (out, err) = check(&project("tests/fixtures"), &["join", "small", "--out", "-"], 0);
    assert_eq!(err, "");
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("feed.json"), out).unwrap();
    check(folder.path(), &["check", "--as-of", "2026-11-22", "--strict"], 0);
}

#[test]
fn what_is_there_is_never_written_over() {
    let folder = copy("tests/fixtures/small");
    let here = folder.path();
    check(here, &["join", "feed", "--out", "one.json"], 0);
    check(here, &["join", "feed", "--out", "one.json"], 0);
    let before = files(here);
    let (_, err) = check(here, &["split", "one.json", "--out", "feed"], 2);
    assert_eq!(err, "commonweal: feed is not empty, so nothing was written. Name a new folder.\n");
    std::fs::write(here.join("feed/coalition.json"), "{}").unwrap();
    let (_, err) = check(here, &["join", "feed", "--out", "one.json"], 2);
    assert_eq!(err, "commonweal: one.json is already there, so nothing was written. Name a new file.\n");
    check(here, &["split", "feed", "--out", "other"], 2);
    check(here, &["join", "one.json", "--out", "other.json"], 2);
    assert_eq!(files(here).len(), before.len());
}

#[test]
fn what_cannot_be_carried_over_is_said_before_anything_is_written() {
    let folder = copy("tests/fixtures/small.json");
    let here = folder.path();
    let text = std::fs::read_to_string(here.join("feed.json")).unwrap().replacen('{', "{\"x_own\": 1,", 1);
    std::fs::write(here.join("feed.json"), text).unwrap();
    let (out, err) = check(here, &["split", "feed.json", "--out", "parts"], 1);
    assert_eq!(out, "The field \"x_own\" of the feed has no place in a folder; move it into the coalition.\n");
    assert_eq!(err, "nothing was written: not all of feed.json can be carried over\n");
    assert!(!here.join("parts").exists());
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn small() -> Value {
    serde_json::from_slice(&std::fs::read(project("tests/fixtures/small.json")).unwrap()).unwrap()
}

/// Any JSON, not too deep.
fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_filter("a number", |n| n.is_finite()).prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        Just(json!("line\nbreak \"quoted\" \\ \t")),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec(("[a-z_]{1,6}", inner), 0..4)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// One cell of a series.
#[derive(Clone, Debug)]
enum Cell {
    Nothing,
    Figure { value: &'static str, lower: Option<&'static str>, note: Option<String>, own: Option<String> },
    Absent(&'static str),
}

fn cell() -> impl Strategy<Value = Cell> {
    let value = prop::sample::select(vec!["50.0", "50", "5e1", "49.99", "0", "1.50"]);
    let lower = prop::option::of(prop::sample::select(vec!["-1.0", "0", "10.25"]));
    let note = prop::option::of("[a-z][a-z ,;\"ñ“=*]{0,8}[a-z]");
    let own = prop::option::of("[a-z0-9][a-z0-9.,]{0,3}");
    let figure =
        (value, lower, note, own).prop_map(|(value, lower, note, own)| Cell::Figure { value, lower, note, own });
    let absent = prop::sample::select(vec!["missing", "suppressed", "withheld", "not_due"]).prop_map(Cell::Absent);
    prop_oneof![1 => Just(Cell::Nothing), 4 => figure, 1 => absent]
}

/// The table of one series as a person may have left it: rows and columns in any order, empty columns, quoted or not.
fn table() -> impl Strategy<Value = String> {
    let scopes = vec![
        ("", "", ""),
        ("geo-east", "", ""),
        ("geo-west", "", ""),
        ("", "dim-age", "young"),
        ("geo-east", "dim-age", "old"),
    ];
    let scopes = prop::sample::subsequence(scopes, 1..5);
    let columns = vec![
        "geography",
        "dimension",
        "group",
        "lower",
        "upper",
        "se",
        "numerator",
        "denominator",
        "note",
        "x_own",
        "x_empty",
    ];
    let columns = prop::sample::subsequence(columns, 0..11).prop_shuffle();
    (scopes, columns, prop::collection::vec(cell(), 30), any::<u64>(), prop::bool::ANY).prop_map(
        |(scopes, columns, cells, seed, crlf)| {
            let mut columns = [vec!["value", "period", "status"], columns].concat();
            columns.rotate_left(seed as usize % 3);
            let has = |column: &str| columns.contains(&column);
            let mut rows = Vec::new();
            let mut cells = cells.into_iter();
            for (geography, dimension, group) in scopes {
                // Without its column a group or a place would be a second total.
                let stands = (geography.is_empty() || has("geography"))
                    && (dimension.is_empty() || (has("dimension") && has("group")));
                for period in ["2021", "2022", "2023", "2024", "2025", "2026"].iter().take(if stands { 6 } else { 0 }) {
                    let Some(cell) = cells.next() else { break };
                    let row = |column: &str| match (column, &cell) {
                        ("period", _) => (*period).to_owned(),
                        ("geography", _) => geography.to_owned(),
                        ("dimension", _) => dimension.to_owned(),
                        ("group", _) => group.to_owned(),
                        ("value", Cell::Figure { value, .. }) => (*value).to_owned(),
                        ("lower", Cell::Figure { lower, .. }) => lower.unwrap_or_default().to_owned(),
                        ("note", Cell::Figure { note, .. }) => note.clone().unwrap_or_default(),
                        ("x_own", Cell::Figure { own, .. }) => own.clone().unwrap_or_default(),
                        ("status", Cell::Absent(status)) => (*status).to_owned(),
                        _ => String::new(),
                    };
                    if !matches!(cell, Cell::Nothing) {
                        let quoted = |text: String| format!("\"{}\"", text.replace('"', "\"\""));
                        rows.push(columns.iter().map(|column| quoted(row(column))).collect::<Vec<_>>().join(","));
                    }
                }
            }
            let by = rows.len().max(1);
            rows.rotate_left(seed as usize % by);
            rows.insert(0, columns.join(","));
            let end = if crlf { "\r\n" } else { "\n" };
            rows.join(end) + end
        },
    )
}

/// A feed in a folder: the small one with fields of its own, fields in another order, and any tables.
fn folder() -> impl Strategy<Value = Vec<SourceFile>> {
    (prop::collection::vec(anything(), 6), table(), table(), any::<u64>()).prop_map(|(own, first, second, seed)| {
        let mut files = Vec::new();
        let mut own = own.into_iter().cycle();
        let Value::Object(root) = small() else { unreachable!() };
        for (list, content) in root {
            match content {
                Value::Object(record) => files.push(file("coalition.json", record, own.next(), seed)),
                Value::Array(records) if list != "series" => {
                    for record in records {
                        let Value::Object(mut record) = record else { unreachable!() };
                        // Without a total, its rule looks at the first row that is written; and rows move.
                        record.remove("baseline");
                        let path = format!("{list}/{}.json", record["id"].as_str().unwrap());
                        files.push(file(&path, record, own.next(), seed));
                    }
                }
                _ => {}
            }
        }
        files.push(SourceFile::new("series/ind-reading.csv", first));
        files.push(SourceFile::new("series/ind-visits.csv", second));
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files
    })
}

fn file(path: &str, record: Map<String, Value>, own: Option<Value>, seed: u64) -> SourceFile {
    let mut fields: Vec<(String, Value)> = record.into_iter().chain(own.map(|own| ("x_own".to_owned(), own))).collect();
    let by = seed as usize % fields.len();
    fields.rotate_left(by);
    let record = Value::Object(fields.into_iter().collect());
    let text = if seed.is_multiple_of(2) { record.to_string() } else { serde_json::to_string_pretty(&record).unwrap() };
    SourceFile::new(path, text)
}

/// What the reader makes of a feed: findings without their places, and the feed.
fn known(reading: Reading) -> (Vec<String>, Option<commonweal::feed::Feed>) {
    let mut findings: Vec<String> =
        reading.findings.iter().map(|finding| format!("{} {}", finding.rule.code(), finding.place.path)).collect();
    // The order of rows is what the written form puts right.
    findings.retain(|finding| !finding.starts_with("T202"));
    findings.sort();
    (findings, reading.feed)
}

fn laid_out(source: FeedSource) -> FeedSource {
    let files = formatted(&source).files;
    match source {
        FeedSource::File(_) => FeedSource::File(files[0].clone()),
        FeedSource::Folder(_) => FeedSource::Folder(files),
    }
}

fn value(file: &SourceFile) -> Option<Value> {
    file.path.ends_with(".json").then(|| serde_json::from_slice(&file.bytes).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_written_form_says_the_same_and_is_reached_in_one_step(files in folder()) {
        let once = laid_out(FeedSource::Folder(files.clone()));
        prop_assert_eq!(&laid_out(once.clone()), &once);
        let FeedSource::Folder(after) = &once else { unreachable!() };
        for (before, after) in files.iter().zip(after) {
            prop_assert_eq!(value(before), value(after));
        }
        prop_assert_eq!(known(read(&FeedSource::Folder(files), today())), known(read(&once, today())));
    }

    #[test]
    fn a_folder_is_the_same_after_join_and_split(files in folder()) {
        let FeedSource::Folder(files) = laid_out(FeedSource::Folder(files)) else { unreachable!() };
        let mut single = join(&files).unwrap().files;
        let back = split(&single[0]).unwrap();
        prop_assert_eq!(back.left_out, Vec::<String>::new());
        let mut parts = back.files;
        parts.sort_by(|a, b| a.path.cmp(&b.path));
        prop_assert_eq!(&parts, &files);
        // And the single file is in the written form, is the same feed, and comes back as it was.
        let single = single.remove(0);
        let source = FeedSource::File(single);
        prop_assert_eq!(&laid_out(source.clone()), &source);
        let (single, folder) = (read(&source, today()), read(&FeedSource::Folder(files), today()));
        prop_assert!(single.feed == folder.feed, "{:?} {:?}", single.findings, folder.findings);
        prop_assert_eq!(FeedSource::File(join(&parts).unwrap().files.remove(0)), source);
    }

    /// Lines and periods of a single file in any order, columns that are only partly there.
    #[test]
    fn a_single_file_is_the_same_after_split_and_join(files in folder(), seed in any::<u64>()) {
        let mut feed: Value = serde_json::from_slice(&join(&files).unwrap().files[0].bytes).unwrap();
        for series in feed["series"].as_array_mut().unwrap() {
            let by = seed as usize;
            let periods = series["periods"].as_array_mut().unwrap();
            let length = periods.len().max(1);
            periods.rotate_left(by % length);
            let lines = series["lines"].as_array_mut().unwrap();
            for column in lines.iter_mut().flat_map(|line| line.as_object_mut().unwrap().values_mut()) {
                if let Some(column) = column.as_array_mut().filter(|column| !column.is_empty()) {
                    column.rotate_left(by % length);
                }
            }
            let count = lines.len();
            lines.rotate_left(by % count);
        }
        let source = FeedSource::File(SourceFile::new("feed.json", feed.to_string()));
        let FeedSource::File(single) = laid_out(source.clone()) else { unreachable!() };
        let (before, after) = (read(&source, today()), read(&FeedSource::File(single.clone()), today()));
        prop_assert!(before.feed == after.feed, "{:?} {:?}", before.findings, after.findings);
        let mut parts = split(&single).unwrap().files;
        parts.sort_by(|a, b| a.path.cmp(&b.path));
        prop_assert_eq!(&join(&parts).unwrap().files[0], &single);
    }

    #[test]
    fn no_bytes_make_the_forms_stumble(bytes in prop::collection::vec(any::<u8>(), 0..200), text in "[\\[\\]{}\",:0-9a-z \\n\\r]{0,80}") {
        for bytes in [bytes, text.into_bytes()] {
            for path in ["coalition.json", "goals/ab.json", "series/ab.csv", "feed.json"] {
                let file = SourceFile::new(path, bytes.clone());
                for source in [FeedSource::File(file.clone()), FeedSource::Folder(vec![file.clone()])] {
                    let once = laid_out(source);
                    prop_assert_eq!(&laid_out(once.clone()), &once);
                }
                let _ = (split(&file), join(&[file]));
            }
        }
    }
}

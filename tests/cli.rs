//! The program as people and scripts run it: output, exit codes, files.
#![cfg(not(target_arch = "wasm32"))]
// Helpers of tests are not tests to clippy.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

#[path = "support/app.rs"]
mod support;
use support::app;

fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_commonweal")).args(arguments).current_dir(project()).output().unwrap()
}

/// Runs the program and compares its exit code.
#[track_caller]
fn check(arguments: &[&str], code: i32) -> (String, String) {
    let output = run(arguments);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{out}\n{err}");
    (out, err)
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

const DAY: [&str; 2] = ["--as-of", "2026-11-22"];

#[test]
fn the_samples_are_clean() {
    for sample in ["samples/millbrook/feed.json", "samples/tri-river"] {
        let (out, err) = check(&["check", sample, DAY[0], DAY[1], "--strict"], 0);
        assert_eq!(out, "");
        assert_eq!(err, format!("no errors, no warnings, no notices in {sample}\n"));
    }
}

#[test]
fn findings_are_printed_with_place_line_and_fix() {
    let folder = tempfile::tempdir().unwrap();
    let feed = folder.path().join("feed.json");
    let sample = fs::read_to_string(project().join("samples/millbrook/feed.json")).unwrap();
    fs::write(&feed, sample.replacen("\"direction\"", "\"dircetion\"", 1)).unwrap();
    let (out, _) = check(&["check", path(&feed), DAY[0], DAY[1]], 1);
    let first = out.lines().next().unwrap();
    let (place, rest) = first.split_once(": error[F008] ").unwrap();
    assert!(place.starts_with("feed.json:") && place.split(':').count() == 3, "{first}");
    assert!(rest.contains("Did you mean \"direction\"?"), "{first}");
    assert!(out.contains("\"dircetion\"") && out.contains("^^^") && out.contains("= fix: "), "{out}");
}

#[test]
fn the_json_report_counts_what_it_lists() {
    let folder = tempfile::tempdir().unwrap();
    let feed = folder.path().join("feed.json");
    let sample = fs::read_to_string(project().join("samples/millbrook/feed.json")).unwrap();
    fs::write(&feed, sample.replacen("https://", "javascript:", 1)).unwrap();
    let (out, _) = check(&["check", path(&feed), DAY[0], DAY[1], "--format", "json"], 1);
    let report: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(report["version"], "1.1");
    assert_eq!(report["summary"]["error"], 1);
    assert_eq!(report["findings"].as_array().unwrap().len(), 1);
    assert_eq!(report["findings"][0]["code"], "X501");
}

#[test]
fn what_cannot_be_checked_is_no_finding() {
    let (out, err) = check(&["check", "no/such/feed"], 2);
    assert_eq!(out, "");
    assert!(err.starts_with("commonweal: no/such/feed cannot be read"), "{err}");
    check(&["check", "--format", "poetry"], 2);
    check(&["check", "--as-of", "yesterday"], 2);
    check(&["frobnicate"], 2);
}

#[test]
fn strict_makes_warnings_count() {
    let folder = tempfile::tempdir().unwrap();
    let feed = folder.path().join("feed.json");
    let sample = fs::read_to_string(project().join("samples/millbrook/feed.json")).unwrap();
    fs::write(&feed, sample.replacen("https://", "http://", 1)).unwrap();
    check(&["check", path(&feed), DAY[0], DAY[1]], 0);
    check(&["check", path(&feed), DAY[0], DAY[1], "--strict"], 1);
}

#[test]
fn a_site_has_a_page_for_every_address_and_language() {
    let folder = tempfile::tempdir().unwrap();
    let (app, out) = (app(folder.path()), folder.path().join("site"));
    check(
        &["build", "samples/tri-river", DAY[0], DAY[1], "--out", path(&out), "--app", &app, "--base", "/some/base/"],
        0,
    );
    let sitemap = fs::read_to_string(out.join("sitemap.xml")).unwrap();
    let addresses: Vec<&str> =
        sitemap.split("<loc>").skip(1).map(|rest| rest.split("</loc>").next().unwrap()).collect();
    assert!(addresses.len() > 250, "{}", addresses.len());
    for address in addresses {
        let inside = address.strip_prefix("https://tri-river.example.org/").unwrap();
        let page = fs::read_to_string(out.join(inside).join("index.html")).unwrap();
        assert_eq!(page.matches("<h1").count(), 1, "{address}");
        assert!(page.contains("data-base=\"/some/base/\""), "{address}");
        assert!(!page.contains("href=\"/indicators/"), "{address} leaves the base");
        let said = page.split("<div id=\"app\">").nth(1).unwrap();
        assert!(!said.contains("[") || !has_missing_message(said), "{address} lacks a message");
    }
    for file in [
        "404.html",
        "es/404.html",
        "robots.txt",
        "_headers",
        "data/feed.json",
        "data/feed.schema.json",
        "data/events.ics",
        "pictures/indicators/belonging.svg",
        "pictures/es/indicators/belonging.svg",
        "embed/goals/care-in-reach/index.html",
    ] {
        assert!(out.join(file).is_file(), "{file} is missing");
    }
    // This stand-in for the app has no fonts, so no page may name a card.
    assert!(!out.join("pictures/cards").exists());
    assert!(!fs::read_to_string(out.join("index.html")).unwrap().contains("og:image"));
    let frame = fs::read_to_string(out.join("embed/es/indicators/belonging/index.html")).unwrap();
    assert_eq!((frame.matches("<script").count(), frame.matches("<h1").count()), (1, 1));
    for part in [
        "<meta name=\"robots\" content=\"noindex\">",
        "<link rel=\"canonical\" href=\"https://tri-river.example.org/es/indicators/belonging/\">",
        "class=\"sample\"",
        "href=\"/some/base/es/indicators/belonging/\" target=\"_blank\" rel=\"noopener\"",
    ] {
        assert!(frame.contains(part), "{part} is not in {frame}");
    }
    assert!(!frame.contains("wasm") && !frame.contains("masthead"), "{frame}");
    assert!(!sitemap.contains("/embed/"));
}

#[test]
fn a_story_stands_between_groups_and_targets() {
    let folder = tempfile::tempdir().unwrap();
    let (app, out) = (app(folder.path()), folder.path().join("site"));
    check(&["build", "samples/millbrook/feed.json", DAY[0], DAY[1], "--out", path(&out), "--app", &app], 0);
    let page = |id: &str| fs::read_to_string(out.join("es/indicators").join(id).join("index.html")).unwrap();
    let told = page("ind-reading-g3");
    let at = |id: &str| told.find(&format!("<h2 id=\"{id}\"")).unwrap();
    assert!(at("groups") < at("story") && at("story") < at("targets"));
    let section = &told[at("story")..at("targets")];
    assert!(section.contains("<a href=\"/es/partners/eastside-neighbors/\">Eastside Neighbors</a>: Llevar"));
    assert!(section.contains("<span class=\"root\">causa de fondo</span>"));
    assert!(section.contains("<th scope=\"row\">Diez minutos de lectura en casa</th><td>Prometedoras</td>"));
    assert!(section.contains("<time datetime=\"2024-10-08\">8 de octubre de 2024</time>"));
    assert!(!page("ind-library-card").contains("id=\"story\""));
}

/// A message that is not there is shown as its key in brackets.
fn has_missing_message(page: &str) -> bool {
    page.split('[')
        .skip(1)
        .filter_map(|rest| rest.split(']').next())
        .any(|key| key.contains('-') && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'))
}

#[test]
fn the_same_feed_gives_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path());
    let build = |name: &str| {
        let out = folder.path().join(name);
        check(&["build", "samples/millbrook/feed.json", DAY[0], DAY[1], "--out", path(&out), "--app", &app], 0);
        let mut files = Vec::new();
        let mut todo = vec![out.clone()];
        while let Some(at) = todo.pop() {
            for entry in fs::read_dir(at).unwrap() {
                let entry = entry.unwrap().path();
                if entry.is_dir() {
                    todo.push(entry)
                } else {
                    files.push((entry.strip_prefix(&out).unwrap().to_owned(), fs::read(&entry).unwrap()))
                }
            }
        }
        files.sort();
        files
    };
    assert!(build("one") == build("two"));
}

#[test]
fn a_feed_with_errors_builds_nothing_and_leaves_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let (app, out) = (app(folder.path()), folder.path().join("site"));
    let feed = folder.path().join("feed.json");
    let sample = fs::read_to_string(project().join("samples/millbrook/feed.json")).unwrap();
    fs::write(&feed, &sample).unwrap();
    let build = |code| check(&["build", path(&feed), DAY[0], DAY[1], "--out", path(&out), "--app", &app], code);
    build(0);
    let before = fs::read(out.join("index.html")).unwrap();
    fs::write(&feed, &sample[..sample.len() / 2]).unwrap();
    let (findings, said) = build(1);
    assert!(findings.contains("error[F003]") && said.contains("Nothing was built"), "{findings}{said}");
    assert_eq!(fs::read(out.join("index.html")).unwrap(), before);
}

#[test]
fn a_folder_of_something_else_is_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let (app, out) = (app(folder.path()), folder.path().join("letters"));
    fs::create_dir(&out).unwrap();
    fs::write(out.join("dear.txt"), "Dear Ada").unwrap();
    let (_, err) = check(&["build", "samples/millbrook/feed.json", "--out", path(&out), "--app", &app], 2);
    assert!(err.contains("holds something that no build has written"), "{err}");
    assert_eq!(fs::read_to_string(out.join("dear.txt")).unwrap(), "Dear Ada");
}

#[test]
fn a_new_feed_passes_the_check() {
    let folder = tempfile::tempdir().unwrap();
    let feed = folder.path().join("our-town");
    check(&["init", path(&feed)], 0);
    let (out, _) = check(&["check", path(&feed), "--strict"], 0);
    assert_eq!(out, "");
    check(&["init", path(&feed)], 2);
}

#[test]
fn the_committed_schema_is_the_one_of_the_types() {
    let (printed, _) = check(&["schema"], 0);
    let committed = fs::read_to_string(project().join("docs/feed.schema.json")).unwrap();
    assert!(printed == committed, "docs/feed.schema.json is old: run `commonweal schema > docs/feed.schema.json`");
}

/// The columns of `assess`, which programs rely on.
const ASSESSED: [&str; 14] = [
    "indicator",
    "scope",
    "status",
    "basis",
    "ptca",
    "pct_change",
    "pace_ratio",
    "pace_label",
    "needed_per_year",
    "recent_per_year",
    "projected_year",
    "trend",
    "gap",
    "freshness",
];

#[test]
fn every_indicator_of_the_samples_is_assessed() {
    for sample in ["samples/millbrook/feed.json", "samples/tri-river"] {
        let (table, counts) = check(&["assess", sample, DAY[0], DAY[1]], 0);
        let (out, _) = check(&["assess", sample, DAY[0], DAY[1], "--format", "json"], 0);
        let report: Value = serde_json::from_str(&out).unwrap();
        assert_eq!((&report["version"], &report["as_of"]), (&"1.0".into(), &DAY[1].into()));
        let rows = report["rows"].as_array().unwrap();
        let heads: Vec<&str> = table.lines().next().unwrap().split_whitespace().collect();
        assert_eq!(heads[..14], ASSESSED);
        assert_eq!(table.lines().count(), rows.len() + 1, "{sample}");
        for row in rows {
            let keys: Vec<&str> = row.as_object().unwrap().keys().map(String::as_str).take(14).collect();
            assert_eq!(keys, ASSESSED);
            let (status, gap) = (&row["status"], &row["gap"]["label"]);
            assert!(status.is_string() != gap.is_string(), "either a status or a gap: {row}");
        }
        let total: u64 = report["tally"].as_array().unwrap().iter().filter_map(|tally| tally["total"].as_u64()).sum();
        let whole = rows.iter().filter(|row| row["scope"] == serde_json::json!({})).count() as u64;
        assert_eq!(total, whole, "{sample}");
        assert_eq!(counts.lines().count(), report["tally"].as_array().unwrap().len());
    }
}

/// The row of a sample's indicator, for everybody.
fn assessed(sample: &str, indicator: &str) -> Value {
    let (out, _) = check(&["assess", sample, DAY[0], DAY[1], "--format", "json"], 0);
    let mut report: Value = serde_json::from_str(&out).unwrap();
    let rows = report["rows"].as_array_mut().unwrap();
    let whole = |row: &&mut Value| row["indicator"] == indicator && row["scope"] == serde_json::json!({});
    rows.iter_mut().find(whole).unwrap().take()
}

#[test]
fn an_assessment_carries_what_its_sums_were_made_from() {
    let row = assessed("samples/tri-river", "child-lead");
    let number = |pointer: &str| row.pointer(pointer).and_then(Value::as_f64).unwrap();
    let (b, c, goal) =
        (number("/inputs/baseline/value"), number("/inputs/latest/value"), number("/inputs/target/value"));
    assert!((number("/ptca") - 100.0 * (c - b) / (goal - b)).abs() < 1e-9);
    let planned = (goal - b) / (number("/pace/goal/time") - number("/pace/start/time"));
    assert!((number("/pace_ratio") + number("/pace/slope/per_year") / planned.abs()).abs() < 1e-9);
    let to_go = (goal - c) / (number("/pace/goal/time") - number("/pace/end/time"));
    assert!((number("/needed_per_year") - to_go).abs() < 1e-9);
    assert_eq!(row["interim"]["by"], "2027");
}

#[test]
fn both_verdicts_and_the_chosen_comparisons_are_shown() {
    let row = assessed("samples/tri-river", "rental-vacancy");
    assert_eq!((&row["status"], &row["override"]["status"]), (&"improving".into(), &"little_change".into()));
    assert!(row["override"]["reason"]["en"].is_string() && row["override"]["by"].is_string());
    let methods: Vec<&Value> = row["comparisons"].as_array().unwrap().iter().map(|one| &one["method"]).collect();
    assert_eq!(methods, ["growth_rate", "percent_of_target"]);
    assert_eq!(assessed("samples/tri-river", "home-visit-families")["pace"]["model"], "compound");
    assert_eq!(assessed("samples/millbrook/feed.json", "ind-reading-g3")["comparisons"], serde_json::json!([]));
}

#[test]
fn a_feed_with_errors_is_not_assessed() {
    let folder = tempfile::tempdir().unwrap();
    let feed = folder.path().join("feed.json");
    let sample = fs::read_to_string(project().join("samples/millbrook/feed.json")).unwrap();
    fs::write(&feed, sample.replacen("\"direction\"", "\"dircetion\"", 1)).unwrap();
    let (findings, said) = check(&["assess", path(&feed), DAY[0], DAY[1]], 1);
    assert!(findings.contains("error[F008]") && said.contains("Nothing was assessed"), "{findings}{said}");
    check(&["assess", "no/such/feed"], 2);
}

/// Runs the program in a folder, and compares its exit code and a part of what it says.
#[track_caller]
fn check_in(folder: &Path, arguments: &[&str], code: i32, says: &str) {
    let output = Command::new(env!("CARGO_BIN_EXE_commonweal")).args(arguments).current_dir(folder).output().unwrap();
    let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{said}");
    assert!(said.contains(says), "{arguments:?}\n{said}");
}

#[test]
fn who_names_a_part_of_a_feed_is_told_to_name_the_feed() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    check_in(here, &["init", "our-feed"], 0, "");
    for part in ["our-feed/goals/first-goal.json", "our-feed/coalition.json", "our-feed/goals"] {
        check_in(here, &["check", part], 2, "is only a part of the feed in");
        check_in(here, &["new", "goal", "--title", "More", "--feed", part], 2, "is only a part of the feed in");
    }
    // Standing in it is enough.
    check_in(&here.join("our-feed"), &["check"], 0, "no errors");
    fs::create_dir(here.join("photos")).unwrap();
    check_in(here, &["new", "goal", "--title", "More", "--feed", "photos"], 2, "holds no feed");
    assert_eq!(fs::read_dir(here.join("photos")).unwrap().count(), 0);
}

#[test]
fn a_site_inside_a_feed_is_no_part_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let (here, app) = (folder.path(), app(folder.path()));
    check_in(here, &["init", "our-feed"], 0, "");
    let feed = here.join("our-feed");
    check_in(&feed, &["build", ".", "--out", "site", "--app", &app], 0, "pages in 1 language");
    check_in(&feed, &["check", "."], 0, "no errors");
}

#[test]
fn a_snapshot_takes_the_place_of_an_earlier_one_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (here, app) = (folder.path(), app(folder.path()));
    check_in(here, &["init", "our-feed"], 0, "");
    let coalition = here.join("our-feed/coalition.json");
    let before = fs::read(&coalition).unwrap();
    let into = |out: &'static str| ["snapshot", "our-feed", "--app", &app, "--out", out].map(str::to_owned);
    for (out, code, says) in [
        ("our-feed/coalition.json", 2, "is no earlier copy of a site"),
        ("copy.html", 0, "pages in copy.html"),
        ("copy.html", 0, "pages in copy.html"),
    ] {
        check_in(here, &into(out).each_ref().map(String::as_str), code, says);
    }
    assert_eq!(fs::read(&coalition).unwrap(), before);
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_said() {
    for arguments in [&["schema"][..], &["hosting", "nginx"], &["completions", "bash"]] {
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_commonweal")).args(arguments).stdout(full).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.contains("Standard output cannot be written: "), "{arguments:?}: {said}");
    }
}

#[test]
fn a_table_with_semicolons_is_told_how_to_be_saved() {
    let folder = tempfile::tempdir().unwrap();
    check_in(folder.path(), &["init", "our-feed"], 0, "");
    let table = folder.path().join("our-feed/series/first-figure.csv");
    fs::write(&table, "period;value;status\n2024;41;final\n").unwrap();
    check_in(folder.path(), &["check", "our-feed"], 1, "Save the table as CSV with commas between its cells");
}

#[test]
fn what_is_no_site_is_not_served() {
    let folder = tempfile::tempdir().unwrap();
    check_in(folder.path(), &["init", "our-feed"], 0, "");
    check_in(folder.path(), &["serve", "--site", "our-feed"], 2, "our-feed holds no site");
}

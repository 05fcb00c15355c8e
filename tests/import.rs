//! `commonweal import open-sdg`, through the program: an invented repository, and a real one where there is one.

// Helpers of tests may stop a test in the plainest way; clippy allows it by itself only inside the tests.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use chrono::NaiveDate;
use commonweal::feed::series::Series;
use commonweal::feed::{FeedSource, SourceFile, read};
use serde_json::Value;

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_commonweal")).args(arguments).output().expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// An address for output that is not there yet.
fn fresh(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("import").join(name);
    let _ = fs::remove_dir_all(&path);
    let _ = fs::remove_file(&path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    path
}

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/open-sdg")
}

/// The report of an import and the feed it wrote.
fn import(from: &Path, out: &str, more: &[&str]) -> (String, PathBuf) {
    let out = fresh(out);
    let arguments = ["import", "open-sdg", from.to_str().unwrap(), "--out", out.to_str().unwrap()];
    let output = run(&[&arguments[..], more].concat());
    assert_eq!(output.status.code(), Some(0), "{}{}", text(&output.stdout), text(&output.stderr));
    (text(&output.stdout), out)
}

/// Errors, warnings and notices that the check finds.
fn findings(feed: &Path) -> [u64; 3] {
    let output = run(&["check", "--format", "json", feed.to_str().unwrap()]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    ["error", "warning", "notice"].map(|severity| report["summary"][severity].as_u64().unwrap())
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

fn indicator(feed: &Path, id: &str) -> Value {
    json(&feed.join(format!("indicators/{id}.json")))
}

fn series(feed: &Path, id: &str) -> Vec<String> {
    fs::read_to_string(feed.join(format!("series/{id}.csv"))).unwrap().lines().skip(1).map(str::to_owned).collect()
}

#[track_caller]
fn check_lines(text: &str, expected: &[&str]) {
    for line in expected {
        assert!(text.lines().any(|found| found == *line), "missing: {line}\n{text}");
    }
}

#[test]
fn an_invented_repository_becomes_a_feed_without_errors() {
    let (report, feed) = import(&fixture(), "whole", &["--all"]);
    assert_eq!(findings(&feed)[0], 0);
    check_lines(&report, &["Imported 4 of 5 indicators as 7; 21 observations of 22 rows with a number."]);
}

#[test]
fn what_is_not_carried_over_is_listed_with_file_and_reason() {
    let (report, _) = import(&fixture(), "listed", &["--all"]);
    check_lines(
        &report,
        &[
            "- A row whose year \"long ago\" is not a period that a feed knows (data/indicator_2-1-1.csv:12)",
            "- A second row with the same value for the same groups and year (data/indicator_2-1-1.csv:9)",
            "- The value \"N/A\", which is not a number (data/indicator_1-1-1.csv:4)",
            "- The cell \"stray\" in a column without a name (data/indicator_4-c-1.csv:3)",
            "- The table has no column \"Year\" (data/indicator_9-1-1.csv)",
            "- Neither figures nor metadata of it can be read (indicator 9.1.1)",
            "- An item of \"graph_target_lines\" for \"Bushels\", which no series or unit of the table is called (meta/1-1-1.md)",
            "- The target 180, which the unit \"Percentage (%)\" cannot reach (meta/1-1-1.md)",
            "- The contact of a source: an e-mail address may be a person's (meta/1-1-1.md)",
            "- An e-mail address in a text: public text must not hold one (meta/1-1-1.md 2 times)",
            "- The folder is not named after a language (meta/klingonese/)",
            "- It is not named like a table of an indicator, indicator_1-2-3.csv (data/notes.txt)",
            "- \"data_keywords\": a feed has no field for it (meta/2-1-1.md)",
            "- The observation status \"odd status\" (data/indicator_1-1-1.csv:12)",
            "- The status \"Missing value\" of a cell that has a value; the value is kept (data/indicator_1-1-1.csv:10)",
            "- A year that has not begun: the row is marked as a forecast, or as not yet due (data/indicator_2-1-1.csv:13)",
        ],
    );
}

#[test]
fn values_statuses_groups_and_places_are_kept() {
    let (_, feed) = import(&fixture(), "values", &[]);
    assert_eq!(
        series(&feed, "ind-1-1-1-children-in-poverty"),
        [
            "2015,,,,24.5,,,,,,final,",
            "2016,,,,23,,,,,,final,",
            "2017,,,,,,,,,,missing,The source wrote “N/A”.",
            "2018,,,,21.75,,,,,,estimated break,",
            "2019,,,,,,,,,,missing,",
            "2018,geo-l01,,,19,,,,,,,",
            "2015,,dim-age*dim-sex,under-5-or-small*female,31.5,,,,,,definition_differs,",
            "2015,,dim-sex,female,25,,,,,,final,",
            "2018,,dim-sex,female,,,,,,,suppressed,",
        ]
    );
    let again = "The source has another row with another value for the same groups and year.";
    assert_eq!(
        series(&feed, "ind-2-1-1-members"),
        [
            "1975,,,,5,,,,,,final,".to_owned(),
            format!("1976,,,,6,,,,,,final,{again}"),
            "2090,,,,9,,,,,,forecast,".to_owned(),
            "1974,,dim-repeat-within-the-year,a,3,,,,,,final,".to_owned(),
            "1974,,dim-repeat-within-the-year,b,4,,,,,,final,".to_owned(),
            format!("1976,,dim-repeated-row,row-2,7,,,,,,final,{again}"),
        ]
    );
    assert_eq!(
        series(&feed, "ind-2-1-1-rate-per-100-000-people")[1],
        "2004..2006,,,,11.5,,,,,,final pooled,Counted anew"
    );
    assert_eq!(
        series(&feed, "ind-2-1-1-money-given-eur"),
        ["FY2010,,,,-3.5,,,,,,final,", "FY2011,,,,2,,,,,,final,Note 2"]
    );
    let place = json(&feed.join("geographies/geo-l01.json"));
    assert_eq!(
        (&place["name"], &place["code"]["value"], &place["parent"]),
        (&"Upper Lakeland".into(), &"L01".into(), &"geo-area".into())
    );
}

#[test]
fn units_directions_and_targets_are_kept() {
    let (_, feed) = import(&fixture(), "aims", &[]);
    let poverty = indicator(&feed, "ind-1-1-1-children-in-poverty");
    assert_eq!(poverty["unit"], serde_json::json!({"kind": "percent", "decimals": 2}));
    assert_eq!((&poverty["direction"], &poverty["baseline"]["period"]), (&"decrease".into(), &"2015".into()));
    let target = serde_json::json!([{"value": 12.0, "by": "2028", "kind": "aspiration", "set_by": {"who": "official", "how": "National target 2028"}}]);
    assert_eq!(poverty["targets"], target);
    let families = indicator(&feed, "ind-1-1-1-families-helped");
    assert_eq!(families["unit"], serde_json::json!({"kind": "count", "multiplier": 1000.0, "decimals": 2}));
    assert_eq!(
        (&families["direction"], &families["limits"]["max"], &families["targets"]),
        (&"increase".into(), &10.0.into(), &Value::Null)
    );
    let money = indicator(&feed, "ind-2-1-1-money-given-eur");
    assert_eq!(
        money["unit"],
        serde_json::json!({"kind": "currency", "currency": "EUR", "multiplier": 1e6, "signed": true, "decimals": 1})
    );
    assert_eq!((&money["direction"], &money["period_type"]), (&"none".into(), &"financial_year".into()));
    assert_eq!(indicator(&feed, "ind-2-1-1-members")["direction"], "none");
    let wanted = indicator(&feed, "ind-3-1-1");
    assert_eq!((&wanted["phase"], &wanted["title"]), (&"developmental".into(), &"Friendly faces on the street".into()));
}

#[test]
fn texts_are_plain_and_in_every_language() {
    let (_, feed) = import(&fixture(), "texts", &[]);
    let poverty = indicator(&feed, "ind-1-1-1-children-in-poverty");
    assert_eq!(poverty["title"], serde_json::json!({"en": "Children in poverty", "es": "Pobreza infantil"}));
    let definition = poverty["definition"]["en"].as_str().unwrap();
    assert!(definition.starts_with("1.1.1: "), "{definition}");
    assert!(definition.contains("Children < 16 in households with less than 60 % of the middle income. See the guide (https://example.org/guide?a=1&b=2)."), "{definition}");
    assert!(definition.contains("Ask [e-mail address left out]."), "{definition}");
    assert!(
        poverty["caveats"]
            .as_array()
            .unwrap()
            .contains(&serde_json::json!("Read with care: see the notes (https://example.org/notes)."))
    );
    let source = json(&feed.join("sources/src-household-income-survey.json"));
    assert_eq!(
        source["publisher"],
        serde_json::json!({"en": "Lakeland Statistics Office", "es": "Oficina de Estadística de Lakeland"})
    );
    assert_eq!(
        (&source["coverage"], &source["disclosure"]["applied_by_publisher"]),
        (&"Lakeland; 2005".into(), &true.into())
    );
    let coalition = json(&feed.join("coalition.json"));
    assert_eq!((&coalition["locales"], &coalition["license"]), (&serde_json::json!(["en", "es"]), &"CC-BY-4.0".into()));
    assert_eq!(json(&feed.join("geographies/geo-area.json"))["name"], "Lakeland");
}

#[test]
fn one_file_holds_the_same_as_the_folder() {
    let (folder_report, _) = import(&fixture(), "both", &[]);
    let (file_report, file) = import(&fixture(), "both.json", &[]);
    assert_eq!(folder_report.lines().next(), file_report.lines().next());
    assert_eq!(findings(&file)[0], 0);
    assert_eq!(json(&file)["indicators"].as_array().unwrap().len(), 7);
}

#[test]
fn nothing_is_written_over_and_other_folders_are_refused() {
    let (_, feed) = import(&fixture(), "taken", &[]);
    let refused = |from: &Path, out: &Path, sentence: &str| {
        let output = run(&["import", "open-sdg", from.to_str().unwrap(), "--out", out.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).contains(sentence), "{}", text(&output.stderr));
    };
    refused(&fixture(), &feed, "already there");
    refused(&fixture(), &feed.join("coalition.json"), "already there");
    refused(&feed, &fresh("none"), "is it an Open SDG data repository?");
    refused(Path::new("no/such/folder"), &fresh("none"), "cannot be read");
    refused(&feed.join("coalition.json"), &fresh("none"), "is not a folder");
}

/// The real repository, if it is there: 39 indicators of the United Kingdom.
fn real() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real/open-sdg-uk");
    let path = std::env::var_os("COMMONWEAL_REAL_DATA").map_or(beside, PathBuf::from);
    path.join("data").is_dir().then_some(path)
}

/// The numbers of a table, once for each row that differs from all others in any cell.
fn numbers_of(table: &Path) -> Vec<f64> {
    let mut reader = csv::Reader::from_path(table).unwrap();
    let value = reader.headers().unwrap().iter().position(|name| name == "Value").unwrap();
    let rows: BTreeSet<Vec<String>> =
        reader.records().map(|row| row.unwrap().iter().map(|cell| cell.trim().to_owned()).collect()).collect();
    sorted(rows.iter().filter_map(|row| row[value].parse().ok()).collect())
}

fn sorted(mut numbers: Vec<f64>) -> Vec<f64> {
    numbers.sort_by(f64::total_cmp);
    numbers
}

/// The numbers of every series of a feed, by indicator, as the program's own reader reads them.
fn numbers_in(feed: &Path) -> BTreeMap<String, Vec<f64>> {
    let source = FeedSource::File(SourceFile::new("feed.json", fs::read(feed).unwrap()));
    let feed = read(&source, NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()).feed.unwrap();
    let numbers =
        |series: &Series| series.lines.iter().flat_map(|line| &line.points).filter_map(|point| point.value).collect();
    feed.series.iter().map(|series| (series.indicator.to_string(), numbers(series))).collect()
}

#[test]
fn every_number_of_a_real_repository_is_found_again() {
    let Some(real) = real() else {
        println!("skipped: real data not there");
        return;
    };
    let (report, feed) = import(&real, "real.json", &["--all"]);
    let first = report.lines().next().unwrap();
    println!("{first}");
    let [error, warning, notice] = findings(&feed);
    println!("{error} errors, {warning} warnings, {notice} notices");
    assert_eq!(error, 0);
    let published = numbers_in(&feed);
    let mut tables: Vec<PathBuf> =
        fs::read_dir(real.join("data")).unwrap().map(|entry| entry.unwrap().path()).collect();
    tables.retain(|path| path.extension().is_some_and(|extension| extension == "csv"));
    assert!(first.starts_with(&format!("Imported {0} of {0} indicators", tables.len())), "{first}");
    let mut counted = 0;
    for table in &tables {
        let stem = table.file_stem().unwrap().to_str().unwrap().replace("indicator_", "ind-");
        let ours = published.iter().filter(|(id, _)| **id == stem || id.starts_with(&format!("{stem}-")));
        let found = sorted(ours.flat_map(|(_, values)| values.clone()).collect());
        let wanted = numbers_of(table);
        assert!(!wanted.is_empty(), "{stem} has no numbers");
        assert_eq!(found, wanted, "{stem}");
        counted += wanted.len();
    }
    println!("{counted} numbers of {} tables found again", tables.len());
}

/// Every row of `assess` for the whole of an indicator: its id and its status.
fn statuses(feed: &Path) -> Vec<(String, String)> {
    let output = run(&["assess", "--format", "json", "--as-of", "2026-11-22", feed.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let rows = report["rows"].as_array().unwrap().iter();
    let whole = rows.filter(|row| row["scope"] == serde_json::json!({}));
    whole.map(|row| [&row["indicator"], &row["status"]].map(|cell| cell.as_str().unwrap().to_owned()).into()).collect()
}

/// The period and value of the first final value for everybody.
fn first_final(series: &Value) -> Option<(Value, f64)> {
    let whole = |line: &&Value| line["dimension"].is_null() && line["geography"].is_null();
    let line = series["lines"].as_array()?.iter().find(whole)?;
    let periods = series["periods"].as_array()?;
    let plain = |at: &usize| line["status"].get(*at).and_then(Value::as_str).is_none_or(|status| status == "final");
    let at = (0..periods.len()).filter(plain).find(|at| line["value"][at].is_number())?;
    Some((periods[at].clone(), line["value"][at].as_f64()?))
}

#[test]
fn every_indicator_of_a_real_repository_has_a_status() {
    let Some(real) = real() else {
        println!("skipped: real data not there");
        return;
    };
    let (_, feed) = import(&real, "assessed.json", &["--all"]);
    let mut whole = json(&feed);
    let indicators = whole["indicators"].as_array().unwrap().len();
    assert_eq!(statuses(&feed).len(), indicators);
    // The same figures, judged: the first value as the baseline, an increase wanted, and every other time a target.
    let baselines: BTreeMap<String, (Value, f64)> = whole["series"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|series| Some((series["indicator"].as_str()?.to_owned(), first_final(series)?)))
        .collect();
    for (at, indicator) in whole["indicators"].as_array_mut().unwrap().iter_mut().enumerate() {
        let Some((period, value)) = baselines.get(indicator["id"].as_str().unwrap()) else { continue };
        indicator["baseline"] = serde_json::json!({"period": period});
        indicator["direction"] = "increase".into();
        if at % 2 == 0 {
            indicator["targets"] = serde_json::json!([{"value": value, "by": "2030", "kind": "maintain"}]);
        }
    }
    let judged = fresh("judged.json");
    fs::write(&judged, whole.to_string()).unwrap();
    let found = statuses(&judged);
    assert_eq!(found.len(), indicators);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    found.iter().for_each(|(_, status)| *counts.entry(status).or_default() += 1);
    println!("{counts:?}");
    let words = ["target_met", "improving", "little_change", "getting_worse"];
    let n_judged: usize = words.iter().filter_map(|word| counts.get(word)).sum();
    assert!(n_judged * 2 > indicators, "{counts:?}");
}

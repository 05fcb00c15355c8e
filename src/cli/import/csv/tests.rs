//! The way through all stations, without a disk: exported tables come back unchanged, hostile bytes end quickly.

use std::path::Path;

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::feed::{by_std, read_published, schema, write};
use crate::present::Context;
use crate::present::csv::indicator_csv;
use crate::routes::Site;
use crate::words::Catalog;

const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();

/// The table of an indicator that readers download.
fn exported(feed: &Feed, indicator: &Indicator) -> String {
    let words = Catalog::parse(include_str!("../../../words/en.json")).unwrap();
    let site = Site::new("/", vec!["en".into(), "es".into()]);
    indicator_csv(&Context { feed, words: &words, site: &site, today: TODAY, draft: None }, indicator)
}

/// Imports bytes into a feed with these observations.
fn import(feed: &Feed, indicator: &Indicator, kept: &Kept, bytes: &[u8]) -> Result<(Understood, Plan), Vec<Refusal>> {
    let names = Names::of(feed, kept.names_place(feed.coalition.geography.as_str()));
    let mut knowledge = Knowledge { indicator, names: &names, order: None, maps: Vec::new() };
    understand(bytes, &mut knowledge, kept, None, TODAY)
}

/// The exported tables of all indicators change nothing, with either form of the feed.
#[track_caller]
fn check_export(feed: &Feed) {
    for indicator in &feed.indicators {
        let Some(series) = feed.series_of(&indicator.id) else { continue };
        let single = String::from_utf8(write::feed_json(feed, schema::FILE_NAME).unwrap()).unwrap();
        let table = String::from_utf8(write::table(series)).unwrap();
        let csv = exported(feed, indicator);
        for (form, kept) in [("table", table::read(&table)), ("single", single::read(&single, indicator.id.as_str()))] {
            let points: usize = series.lines.iter().map(|line| line.points.len()).sum();
            assert_eq!(kept.known.len(), points, "{form} of {}", indicator.id);
            if points == 0 {
                continue;
            }
            let (_, plan) =
                import(feed, indicator, &kept, csv.as_bytes()).unwrap_or_else(|why| panic!("{form}: {why:?}\n{csv}"));
            assert!(plan.edits.is_empty() && plan.refused.is_empty(), "{form}: {plan:?}\n{csv}");
            assert_eq!(plan.same, points, "{form}\n{csv}");
        }
    }
}

#[test]
fn the_exported_tables_of_the_samples_change_nothing() {
    for sample in ["samples/tri-river", "samples/millbrook", "tests/fixtures/small"] {
        let source = load::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join(sample)).unwrap();
        check_export(&read(&source, TODAY).feed.unwrap());
    }
}

/// An observation: its scope by number, year, value, status, note.
type Row = (usize, i32, Option<f64>, &'static str, String);

/// A feed whose one indicator has these observations.
fn arbitrary(rows: &[Row]) -> Feed {
    const SCOPES: [(&str, &str, &str); 5] = [
        ("", "", ""),
        ("geo-east", "", ""),
        ("geo-valley", "", ""),
        ("", "dim-age", "old"),
        ("geo-west", "dim-age", "young"),
    ];
    let mut root: serde_json::Value =
        serde_json::from_str(include_str!("../../../../tests/fixtures/small.json")).unwrap();
    let periods: Vec<String> = (2000..2006).map(|year: i32| year.to_string()).collect();
    let line = |at: usize| {
        let (geography, dimension, group) = SCOPES[at];
        let row = |year: i32| rows.iter().find(|row| row.0 == at && row.1 == year);
        let all = |of: &dyn Fn(&Row) -> serde_json::Value| -> Vec<serde_json::Value> {
            (2000..2006).map(|year| row(year).map_or(serde_json::Value::Null, of)).collect()
        };
        let mut line = json!({
            "value": all(&|row| json!(row.2)), "lower": all(&|row| json!(row.2)), "status": all(&|row| json!(row.3)),
            "note": all(&|row| if row.4.trim().is_empty() { json!(null) } else { json!(row.4) }),
        });
        for (name, text) in [("geography", geography), ("dimension", dimension), ("group", group)] {
            if !text.is_empty() {
                line[name] = json!(text);
            }
        }
        line
    };
    root["series"] =
        json!([{"indicator": "ind-reading", "periods": periods, "lines": (0..5).map(line).collect::<Vec<_>>()}]);
    let file = SourceFile::new("feed.json", serde_json::to_vec(&root).unwrap());
    let reading = read_published(&file, by_std);
    reading.feed.unwrap_or_else(|| panic!("{:?}", reading.findings))
}

/// A number, or the status that stands in its place.
fn figure() -> impl Strategy<Value = (Option<f64>, &'static str)> {
    let number = prop_oneof![
        3 => (-100_000..10_000_000_i32).prop_map(|n| f64::from(n) / 1000.0),
        1 => any::<f64>().prop_filter("a number", |n| n.is_finite()),
        1 => Just(-0.0),
    ];
    let known = (number, prop_oneof![Just(""), Just("final"), Just("provisional break")])
        .prop_map(|(n, status)| (Some(n), status));
    let absent = prop_oneof![Just("missing"), Just("suppressed"), Just("withheld break"), Just("not_due")]
        .prop_map(|status| (None, status));
    prop_oneof![4 => known, 1 => absent]
}

#[test]
fn what_a_figure_was_is_no_column_to_import() {
    let text = "period,value,value_before,revised_on\n2022,50,49,2023-03-04\n";
    let feed = testing::feed();
    let (_, plan) = import(&feed, &feed.indicators[0], &Kept::default(), text.as_bytes()).unwrap();
    assert_eq!(plan.edits.len(), 1, "{plan:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_exported_table_changes_nothing(
        rows in prop::collection::btree_map((0..5_usize, 2000..2006_i32), (figure(), "['=+@ -]?[a-z,;\"\n' .é]{0,12}"), 1..20),
    ) {
        let rows: Vec<_> =
            rows.into_iter().map(|((at, year), ((value, status), note))| (at, year, value, status, note)).collect();
        check_export(&arbitrary(&rows));
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let feed = testing::feed();
        let _ = import(&feed, &feed.indicators[0], &Kept::default(), &bytes);
    }

    #[test]
    fn no_sheet_makes_it_panic(sheet in "(Year|Place|2021|East|Value|Age|,|;|\n|\"|=1|<10|5,5|1.234|%|\\(1\\)|Total|é| ){0,60}") {
        let feed = testing::feed();
        if let Ok((understood, plan)) = import(&feed, &feed.indicators[0], &Kept::default(), sheet.as_bytes()) {
            let report = Report { file: Path::new("sheet.csv"), indicator: &feed.indicators[0], all: true };
            prop_assert!(report.text(&understood, &plan, &[], false).contains("Left as they are"));
            if let Some(written) = table::write("", &plan.edits) {
                prop_assert_eq!(table::read(&written).known.len(), plan.edits.len());
            }
        }
    }
}

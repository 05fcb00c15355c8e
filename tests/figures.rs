//! Over arbitrary feeds: picture, table, file and sentence of a figure say the same.

// Helpers of tests are not tests to clippy.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use chrono::NaiveDate;
use commonweal::chart::line::DotKind;
use commonweal::feed::{Feed, SourceFile, by_std, read_published};
use commonweal::present::Context;
use commonweal::present::indicator::{Figure, Picture, chart_part, indicator_page, shown_csv};
use commonweal::routes::{Query, Site};
use commonweal::words::Catalog;
use proptest::prelude::*;
use serde_json::{Value, json};

/// One cell of a series: its value, or the status that says why there is none.
#[derive(Clone, Debug)]
struct Cell {
    value: Option<f64>,
    status: &'static str,
    /// What it was before.
    was: Option<f64>,
}

/// The words that stand in place of a figure. Zero is a figure.
const ABSENT: [(&str, &str); 4] = [
    ("missing", "not collected"),
    ("suppressed", "withheld: too few people to publish"),
    ("withheld", "withheld so that another figure cannot be worked out"),
    ("not_due", "not yet due"),
];

fn cell() -> impl Strategy<Value = Cell> {
    let number = prop_oneof![
        4 => (-1000..100_000_i32).prop_map(|n| f64::from(n) / 100.),
        1 => Just(0.),
        1 => Just(1e12),
        1 => Just(1e-9),
        1 => any::<f64>().prop_filter("a number", |n| n.is_finite() && n.abs() < 1e15 && (*n == 0. || n.abs() > 1e-12)),
    ];
    let known =
        (number, prop_oneof![4 => Just("final"), 1 => Just("provisional"), 1 => Just("estimated"), 1 => Just("break")])
            .prop_map(|(value, status)| Cell { value: Some(value), status, was: None });
    let known = (known, prop::option::weighted(0.3, -500..1500_i32)).prop_map(|(cell, was)| {
        let was = was.map(|was| f64::from(was) / 10.).filter(|was| cell.value != Some(*was));
        Cell { was, ..cell }
    });
    let absent = (0..ABSENT.len()).prop_map(|at| Cell { value: None, status: ABSENT[at].0, was: None });
    prop_oneof![5 => known, 2 => absent]
}

/// A series: the years, then a line for everybody, three groups and two places, each with a cell or none for every year.
type Lines = Vec<Vec<Option<Cell>>>;

fn lines() -> impl Strategy<Value = Lines> {
    (1..8_usize).prop_flat_map(|years| {
        let line = prop::collection::vec(prop_oneof![6 => cell().prop_map(Some), 1 => Just(None)], years);
        prop::collection::vec(line, 6)
    })
}

fn unit() -> impl Strategy<Value = Value> {
    prop_oneof![
        (0..4_u32).prop_map(|decimals| json!({"kind": "percent", "decimals": decimals})),
        Just(json!({"kind": "count", "name": "families", "signed": true, "decimals": 0})),
        Just(json!({"kind": "currency", "currency": "USD", "signed": true, "decimals": 2})),
        Just(json!({"kind": "rate", "per": "1,000 residents", "decimals": 1})),
        Just(json!({"kind": "index", "decimals": 1})),
    ]
}

const GROUPS: [&str; 3] = ["low", "middle", "high"];
const PLACES: [&str; 2] = ["east", "west"];
const FIRST: i32 = 2015;

/// A published feed with one indicator.
fn feed(lines: &Lines, unit: &Value, aggregation: &str, baseline: usize, target: Option<f64>) -> Feed {
    let years: Vec<String> = (0..lines[0].len() as i32).map(|n| (FIRST + n).to_string()).collect();
    let whom = |at: usize| match at {
        0 => json!({}),
        1..=3 => json!({"dimension": "income", "group": GROUPS[at - 1]}),
        _ => json!({"geography": PLACES[at - 4]}),
    };
    let column = |line: &[Option<Cell>], of: fn(&Cell) -> Value, none: Value| -> Value {
        line.iter().map(|cell| cell.as_ref().map_or(none.clone(), of)).collect()
    };
    let series: Vec<Value> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.iter().any(Option::is_some))
        .map(|(at, line)| {
            let mut record = whom(at);
            record["value"] = column(line, |cell| json!(cell.value), Value::Null);
            record["was"] = column(line, |cell| json!(cell.was), Value::Null);
            record["revised"] = column(line, |cell| json!(cell.was.map(|_| "2026-03-04")), Value::Null);
            record["status"] = column(line, |cell| json!(cell.status), json!("missing"));
            record
        })
        .collect();
    let place = |id: &str| json!({"id": id, "name": id, "kind": "neighbourhood", "parent": "here"});
    let targets: Vec<Value> =
        target.iter().map(|value| json!({"value": value, "by": "2030", "kind": "aspiration"})).collect();
    let feed = json!({
        "coalition": {"schema_version": "1.0.0", "id": "valley", "name": "Valley", "plain_summary": "S", "vision": "V",
            "geography": "here", "population": "All", "default_locale": "en", "locales": ["en"],
            "disclosure": {"min_count": 10, "min_denominator": 30, "zero_ok": true},
            "contacts": [{"kind": "phone", "value": "+1-555-0100"}], "license": "CC0-1.0"},
        "goals": [{"id": "goal", "title": "G", "plain_summary": "S", "kind": "result", "status": "active"}],
        "indicators": [{"id": "ind", "title": "Measure", "plain_summary": "S", "definition": "D", "level": "population",
            "goals": ["goal"], "unit": unit, "direction": "increase", "aggregation": aggregation,
            "period_type": "year", "update_frequency": "yearly", "method": "census", "source": ["src"],
            "steward": "us", "phase": "live", "baseline": {"period": years[baseline % years.len()]},
            "targets": targets}],
        "sources": [{"id": "src", "title": "T", "publisher": "P", "kind": "official", "limitations": "None."}],
        "dimensions": [{"id": "income", "label": "Income", "exhaustive": true, "order_rule": "custom", "order_reason": "R",
            "groups": GROUPS.map(|id| json!({"id": id, "label": id, "definition": id}))}],
        "geographies": [{"id": "here", "name": "Here", "kind": "city"}, place("east"), place("west")],
        "partners": [{"id": "us", "name": "Us", "kind": "public_agency", "plain_summary": "S", "status": "active",
            "roles": ["data"]}],
        "series": [{"indicator": "ind", "periods": years, "lines": series}],
    });
    let reading = read_published(&SourceFile::new("feed.json", feed.to_string()), by_std);
    reading.feed.unwrap_or_else(|| panic!("{:#?}", reading.findings))
}

/// The rows of a table to take away, by period and whom they are about: value and status.
type Rows = BTreeMap<(String, String), (Option<f64>, String, Option<f64>)>;

fn rows(csv: &str) -> Rows {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let names = reader.headers().unwrap().clone();
    let at = |name: &str| names.iter().position(|known| known == name).unwrap();
    let (period, place, group, value, status) = (at("period"), at("place"), at("group"), at("value"), at("status"));
    let (was, revised) = (at("value_before"), at("revised_on"));
    reader
        .records()
        .map(|record| {
            let record = record.unwrap();
            let whom = match (&record[place], &record[group]) {
                ("", "") => "Everybody".to_owned(),
                (place, "") => place.to_owned(),
                (_, group) => group.to_owned(),
            };
            let number = |at: usize| (!record[at].is_empty()).then(|| record[at].parse().unwrap());
            assert_eq!(&record[revised], if record[was].is_empty() { "" } else { "2026-03-04" });
            ((record[period].to_owned(), whom), (number(value), record[status].to_owned(), number(was)))
        })
        .collect()
}

/// The cells of the table on the page, by period and whom they are about, whichever of the two stands in the rows: whether a
/// figure is known, what it says, and what it was.
fn cells(figure: &Figure) -> BTreeMap<(String, String), (bool, String, Option<String>)> {
    let table = &figure.table;
    let by_period = table.corner == "Period";
    let mut all = BTreeMap::new();
    for row in &table.rows {
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            let (period, whom) = if by_period { (&row.head, column) } else { (column, &row.head) };
            all.insert((period.text.clone(), whom.text.clone()), (cell.known, cell.text.clone(), cell.was.clone()));
        }
    }
    all
}

#[track_caller]
fn check(feed: &Feed, words: &Catalog, query: &str) {
    let site = Site::new("/", vec!["en".into()]);
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let context = Context { feed, words, site: &site, today, draft: None };
    let indicator = &feed.indicators[0];
    let query = Query::parse(query);
    let Some(figure) = chart_part(&context, "ind", &query).and_then(|part| part.figure) else {
        return;
    };
    let csv = rows(&shown_csv(&context, "ind", &query).unwrap());
    let table = cells(&figure);

    // Table and file: the same figures, and for each absence its own reason.
    for ((period, whom), (value, status, was)) in &csv {
        let (known, text, said) = &table[&(period.clone(), whom.clone())];
        match value {
            Some(value) => {
                assert!(known);
                assert_eq!(text, &context.bare_value(indicator, *value));
                let was = was.map(|was| context.bare_value(indicator, was)).filter(|was| was != text);
                assert_eq!(said, &was.map(|was| format!("{was} until 4 March 2026")));
            }
            None => {
                assert_eq!((said, was), (&None, &None));
                assert!(!known);
                let (_, reason) = ABSENT.iter().find(|(wire, _)| status.contains(wire)).unwrap();
                assert_eq!(text, reason);
            }
        }
    }
    for ((period, whom), (known, text, _)) in &table {
        let in_file = csv.get(&(period.clone(), whom.clone()));
        assert_eq!(in_file.is_some(), !text.is_empty(), "{period} {whom}");
        assert_eq!(in_file.is_some_and(|(value, ..)| value.is_some()), *known);
    }

    // Words: every figure that is drawn is said, and what is not there is said with its reason.
    for ((period, whom), (value, ..)) in &csv {
        let was = table[&(period.clone(), whom.clone())].2.as_ref().map(|was| format!(" ({was})")).unwrap_or_default();
        let said = match value {
            Some(value) => context.value(indicator, *value) + &was,
            None => table[&(period.clone(), whom.clone())].1.clone(),
        };
        let alone = figure.table.rows.len().min(figure.table.columns.len()) == 1 || query.get("by").is_none();
        let here = figure
            .stops
            .iter()
            .any(|stop| stop.says.contains(&said) && stop.says.contains(period) && (alone || stop.says.contains(whom)));
        assert!(here, "{period} {whom}: {said} is not in {:#?}", figure.stops);
    }

    // Picture: as many marks as figures, and higher figures stand higher, or farther right.
    let value_of =
        |period: &str, whom: &str| csv.get(&(period.to_owned(), whom.to_owned())).and_then(|(value, ..)| *value);
    match &figure.picture {
        Picture::Line(chart) => {
            let mut places: Vec<(f64, f64)> = Vec::new();
            let periods: std::collections::BTreeSet<&String> = csv.keys().map(|(period, _)| period).collect();
            assert_eq!(figure.stops.len(), periods.len());
            for (stop, period) in figure.stops.iter().zip(periods) {
                let year: f64 = period.parse().unwrap();
                let values: Vec<f64> =
                    csv.iter().filter(|((at, _), _)| at == period).filter_map(|(_, (value, ..))| *value).collect();
                let mut expected: Vec<f64> = values.iter().map(|value| chart.axes.at(year, *value).1).collect();
                let mut found: Vec<f64> = stop.marks.iter().map(|mark| mark.1).collect();
                expected.sort_by(f64::total_cmp);
                found.sort_by(f64::total_cmp);
                assert_eq!(found, expected);
                places.extend(
                    values
                        .into_iter()
                        .zip(stop.marks.iter().map(|_| 0.))
                        .map(|(value, _)| (value, chart.axes.at(year, value).1)),
                );
            }
            places.sort_by(|a, b| a.0.total_cmp(&b.0));
            assert!(places.windows(2).all(|pair| pair[0].1 >= pair[1].1), "{places:?}");
            // Rings stand at the old values of the main line, as far as they are drawn.
            let old: Vec<f64> = csv
                .iter()
                .filter_map(|((period, _), (_, _, was))| Some(chart.axes.at(period.parse().unwrap(), (*was)?).1))
                .collect();
            let mut rings = chart.dots.iter().filter(|dot| dot.kind == DotKind::Revised);
            assert!(rings.all(|ring| old.contains(&ring.y)), "{:?} {old:?}", chart.dots);
        }
        Picture::Rows(chart) => {
            let last = csv.keys().map(|(period, _)| period.clone()).max().unwrap();
            let names: Vec<&str> = figure.table.rows.iter().map(|row| row.head.text.as_str()).collect();
            // Rows are those of the table: without everybody, or the periods themselves.
            let values: Vec<Option<f64>> = if figure.table.corner == "Period" {
                names.iter().map(|period| value_of(period, &figure.table.columns[0].text)).collect()
            } else {
                names.iter().filter(|whom| **whom != "Everybody").map(|whom| value_of(&last, whom)).collect()
            };
            assert_eq!(chart.stops.len(), values.len());
            let mut places = Vec::new();
            for (stop, value) in chart.stops.iter().zip(&values) {
                assert_eq!(stop.is_some(), value.is_some());
                places.extend(value.zip(stop.map(|(x, _)| x)));
            }
            places.sort_by(|a, b| a.0.total_cmp(&b.0));
            assert!(places.windows(2).all(|pair| pair[0].1 <= pair[1].1), "{places:?}");
        }
        Picture::Multiples(chart) => {
            // Everybody's line is gray in every panel.
            let known = csv.iter().filter(|((_, whom), (value, ..))| whom != "Everybody" && value.is_some()).count();
            assert_eq!(chart.stops.iter().flatten().count(), known);
        }
        Picture::Shares(chart) => {
            let wide: f64 =
                chart.segments.iter().filter(|part| part.y == chart.segments[0].y).map(|part| part.width).sum();
            assert!(chart.segments.is_empty() || (80. ..=100.01).contains(&wide), "{wide}");
        }
    }

    // Sentence: the page's headline says the latest figure of everybody, which is in the file.
    let page = indicator_page(&context, "ind").unwrap();
    let mut total = csv.iter().filter(|((_, whom), (value, ..))| whom == "Everybody" && value.is_some());
    if let (Some((_, (Some(value), ..))), None) = (total.next_back(), query.get("by")) {
        let said = context.value_after_title(indicator, *value);
        assert!(page.headline.text.contains(&said), "{said} is not in {}", page.headline.text);
        assert!(page.head.description.starts_with(&page.headline.text));
        assert!(figure.description.contains(&page.headline.text));
        assert_eq!(figure.downloads.headline, page.headline.text);
    }
}

const VIEWS: [&str; 9] = [
    "",
    "form=now",
    "by=income",
    "by=income&form=line",
    "by=income&form=each",
    "by=income&form=shares",
    "by=places",
    "by=places&form=now",
    "by=places&form=shares",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn table_chart_file_and_sentence_say_the_same(
        lines in lines(),
        unit in unit(),
        sums in any::<bool>(),
        baseline in 0..8_usize,
        target in prop::option::of(-100_f64..1000.),
    ) {
        let words = Catalog::parse(include_str!("../src/words/en.json")).unwrap();
        let feed = feed(&lines, &unit, if sums { "sum" } else { "none" }, baseline, target);
        for view in VIEWS {
            check(&feed, &words, view);
        }
    }
}

/// Parts that make a whole, so that shares are drawn: arbitrary ones almost never do.
#[test]
fn shares_are_drawn_of_parts_that_make_a_whole() {
    let words = Catalog::parse(include_str!("../src/words/en.json")).unwrap();
    let line =
        |values: [f64; 2]| values.map(|value| Some(Cell { value: Some(value), status: "final", was: None })).to_vec();
    let lines = vec![
        line([60., 100.]),
        line([10., 20.]),
        line([20., 30.]),
        line([30., 50.]),
        line([0., 40.]),
        line([60., 60.]),
    ];
    let unit = json!({"kind": "count", "name": "families", "decimals": 0});
    let feed = feed(&lines, &unit, "sum", 0, None);
    for view in VIEWS {
        check(&feed, &words, view);
    }
    let site = Site::new("/", vec!["en".into()]);
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let context = Context { feed: &feed, words: &words, site: &site, today, draft: None };
    let part = chart_part(&context, "ind", &Query::parse("by=income&form=shares")).unwrap();
    assert!(matches!(part.figure.unwrap().picture, Picture::Shares(chart) if chart.segments.len() == 6));
}

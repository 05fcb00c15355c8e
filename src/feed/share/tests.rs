use super::*;
use crate::feed::{SourceFile, by_std, read_published};

/// The lines that are taken of a series with lines for these scopes, each with its first value.
#[track_caller]
fn check(lines: &str, wanted: Lines, expected: &[f64]) {
    check_in(&[], lines, wanted, expected);
}

/// The same of a share of these places.
#[track_caller]
fn check_in(places: &[&str], lines: &str, wanted: Lines, expected: &[f64]) {
    let text = format!(
        r#"{{"coalition": {{"schema_version": "1.0.0", "id": "valley", "name": "Valley", "plain_summary": "S", "vision": "V",
        "geography": "here", "population": "All", "default_locale": "en", "locales": ["en"],
        "disclosure": {{"min_count": 10, "min_denominator": 30, "zero_ok": true}},
        "contacts": [{{"kind": "phone", "value": "+1-555-0100"}}], "license": "CC0-1.0"}},
        "goals": [{{"id": "goal", "title": "G", "plain_summary": "S", "kind": "result", "status": "active"}}],
        "sources": [{{"id": "src", "title": "T", "publisher": "P", "kind": "official", "limitations": "None."}}],
        "dimensions": [{{"id": "income", "label": "Income", "exhaustive": true, "order_rule": "custom",
            "order_reason": "R", "groups": [{{"id": "low", "label": "Low", "definition": "L"}}]}}],
        "geographies": [{{"id": "here", "name": "Here", "kind": "city"}}, {{"id": "east", "name": "East", "kind": "neighbourhood"}}],
        "partners": [{{"id": "us", "name": "Us", "kind": "public_agency", "plain_summary": "S", "status": "active",
            "roles": ["data"]}}],
        "indicators": [{{"id": "ind-one", "title": "T", "plain_summary": "S", "definition": "D", "level": "population",
            "goals": ["goal"], "unit": {{"kind": "percent", "decimals": 0}}, "direction": "increase",
            "aggregation": "none", "period_type": "year", "update_frequency": "yearly", "method": "census",
            "source": ["src"], "steward": "us", "phase": "live"}}],
        "series": [{{"indicator": "ind-one", "periods": ["2024"], "lines": [{lines}]}}]}}"#
    );
    let reading = read_published(&SourceFile::new("feed.json", text), by_std);
    let feed = reading.feed.unwrap_or_else(|| panic!("{:#?}", reading.findings));
    let mut share = Share::core();
    share.add_series("ind-one", wanted);
    share.places.extend(places.iter().map(|place| (*place).to_owned()));
    let taken = feed.share(&share);
    assert!(taken.indicators.is_empty() && taken.partners.is_empty() && taken.goals.len() == 1 && !taken.is_whole());
    let values = taken.series[0].lines.iter().map(|line| line.points[0].value.unwrap_or(-1.));
    assert_eq!(values.collect::<Vec<_>>(), expected);
}

const TOTAL: &str = r#"{"value": [1]}"#;
const EAST: &str = r#"{"geography": "east", "value": [2]}"#;
const LOW: &str = r#"{"dimension": "income", "group": "low", "value": [3]}"#;
const LOW_EAST: &str = r#"{"dimension": "income", "group": "low", "geography": "east", "value": [4]}"#;

#[test]
fn everybody_speaks_for_an_indicator() {
    let all = [TOTAL, EAST, LOW, LOW_EAST].join(",");
    check(&all, Lines::Main, &[1.]);
    check(&all, Lines::Places, &[1., 2.]);
    check(&all, Lines::Whole, &[1., 2., 3., 4.]);
}

#[test]
fn lines_of_other_places_can_be_left_out() {
    let all = [TOTAL, EAST, LOW, LOW_EAST].join(",");
    check_in(&["east"], &all, Lines::Places, &[1., 2.]);
    check_in(&["here"], &all, Lines::Places, &[1.]);
    check_in(&["here"], &all, Lines::Whole, &[1., 2., 3., 4.]);
}

#[test]
fn without_everybody_the_first_line_speaks() {
    check(&[LOW, LOW_EAST].join(","), Lines::Main, &[3.]);
    check(&[LOW, EAST].join(","), Lines::Places, &[2.]);
    let withheld = r#"{"geography": "east", "value": [null], "status": ["suppressed"]}"#;
    check(&[withheld, LOW].join(","), Lines::Main, &[-1., 3.]);
}

#[test]
fn the_larger_need_holds() {
    let mut share = Share::default();
    for (lines, expected) in
        [(Lines::Places, Lines::Places), (Lines::Main, Lines::Places), (Lines::Whole, Lines::Whole)]
    {
        share.add_series("a", lines);
        assert_eq!(share.series["a"], expected);
    }
}

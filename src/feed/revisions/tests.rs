use super::*;
use crate::feed::diff::diff;
use crate::feed::{SourceFile, by_std, read_published, write};

const SMALL: &str = include_str!("../../../tests/fixtures/small.json");
const WEST: &str = "[null, null, 58.0]";
const WITHHELD: (&str, &str) = (
    "\"value\": [null, null, 58.0], \"numerator\": [null, null, 116], \"denominator\": [null, null, 200], \"status\": [null, null, \"final\"]",
    "\"value\": [null, null, null], \"status\": [null, null, \"suppressed\"]",
);
const VISITS: &str = "\"value\": [120, 118]";

type Edits<'e> = &'e [(&'e str, &'e str)];

#[track_caller]
fn feed(edits: Edits<'_>) -> Feed {
    let text = edits.iter().fold(SMALL.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from} is not in the feed");
        text.replacen(from, to, 1)
    });
    let reading = read_published(&SourceFile::new("feed.json", text), by_std);
    reading.feed.unwrap_or_else(|| panic!("{:#?}", reading.findings))
}

/// The last of these feeds and its history: the oldest first, one each month.
#[track_caller]
fn known(feeds: &[Edits<'_>]) -> (Feed, History) {
    let feeds: Vec<Feed> = feeds.iter().map(|edits| feed(edits)).collect();
    let version = |(at, feed): (usize, &Feed)| Version {
        on: Date::parse(&format!("2026-0{}-01", at + 1)).unwrap(),
        commit: format!("c{at}"),
        changes: at.checked_sub(1).map_or(Vec::new(), |before| diff(&feeds[before], feed)),
        left_out: 0,
    };
    let versions = feeds.iter().enumerate().map(version).rev().collect();
    let last = feeds.last().unwrap();
    (last.clone(), History::new(versions, true, 0).beside(last))
}

/// Every revision as "indicator place period: was until day".
#[track_caller]
fn check(feeds: &[Edits<'_>], expected: &[&str]) {
    let (feed, history) = known(feeds);
    let feed = feed.with_history(&history);
    let mut found = Vec::new();
    for series in &feed.series {
        for line in &series.lines {
            for point in &line.points {
                let place = line.scope.geography.as_ref().map_or("all", |place| place.as_str());
                found.extend(
                    point
                        .revision()
                        .map(|(was, on)| format!("{} {place} {}: {was} until {on}", series.indicator, point.period)),
                );
            }
        }
    }
    assert_eq!(found, expected);
    // What is published is read as it was.
    let bytes = write::feed_json(&feed, "feed.schema.json").unwrap();
    let read = read_published(&SourceFile { path: "feed.json".into(), bytes }, by_std);
    assert_eq!(read.feed.as_ref(), Some(&feed), "{:#?}", read.findings);
}

#[test]
fn a_corrected_figure_says_what_it_was_and_until_when() {
    check(&[&[], &[(WEST, "[null, null, 59.0]")]], &["ind-reading geo-west 2023: 58 until 2026-02-01"]);
}

#[test]
fn of_two_corrections_the_last_counts() {
    let steps: [Edits<'_>; 3] = [&[], &[(WEST, "[null, null, 59.0]")], &[(WEST, "[null, null, 60.5]")]];
    check(&steps, &["ind-reading geo-west 2023: 59 until 2026-03-01"]);
}

#[test]
fn what_was_not_changed_or_only_added_is_no_revision() {
    check(&[&[]], &[]);
    check(&[&[], &[]], &[]);
    check(&[&[(VISITS, "\"value\": [120, null]"), ("[\"final\", \"final\"]", "[\"final\", \"not_due\"]")], &[]], &[]);
}

#[test]
fn a_figure_that_was_ever_withheld_has_no_revision() {
    check(&[&[], &[(WEST, "[null, null, 59.0]")], &[WITHHELD]], &[]);
    check(&[&[WITHHELD], &[], &[(WEST, "[null, null, 59.0]")]], &[]);
}

#[test]
fn what_the_feed_says_itself_stays() {
    let told = ("[120, 118]", "[121, 118], \"was\": [100, null], \"revised\": [\"2025-05-01\", null]");
    check(&[&[], &[told]], &["ind-visits all 2022-Q1: 100 until 2025-05-01"]);
}

#[test]
fn values_in_another_unit_are_not_compared() {
    let thousands =
        ("\"kind\": \"count\", \"decimals\": 0", "\"kind\": \"quantity\", \"name\": \"visits\", \"decimals\": 1");
    check(&[&[], &[thousands, (VISITS, "\"value\": [0.12, 0.118]")]], &[]);
    let later = [thousands, (VISITS, "\"value\": [0.13, 0.118]")];
    let steps: [Edits<'_>; 3] = [&[], &[thousands, (VISITS, "\"value\": [0.12, 0.118]")], &later];
    check(&steps, &["ind-visits all 2022-Q1: 0.12 until 2026-03-01"]);
}

#[test]
fn a_count_below_the_limits_of_today_is_not_repeated() {
    check(&[&[(VISITS, "\"value\": [3, 118]")], &[]], &[]);
    check(&[&[(VISITS, "\"value\": [30, 118]")], &[]], &["ind-visits all 2022-Q1: 30 until 2026-02-01"]);
}

/// The versions of an indicator: each with its day and how many figures it has, hidden ones in brackets.
#[track_caller]
fn check_past(feeds: &[Edits<'_>], id: &str, expected: Option<(&[&str], Begins)>) {
    let (feed, history) = known(feeds);
    let past = past(&feed, &history, id);
    let line = |version: &PastVersion| {
        let value = |figure: &Figure| match figure.value {
            Some(value) => value.to_string(),
            None if figure.hidden => "hidden".into(),
            None => figure.status.iter().map(|status| status.wire()).collect::<Vec<_>>().join(" "),
        };
        format!("{}: {}", version.on, version.figures.values().map(value).collect::<Vec<_>>().join(", "))
    };
    let found = past.as_ref().map(|past| (past.versions.iter().map(line).collect::<Vec<_>>(), past.begins));
    let expected = expected.map(|(lines, begins)| (lines.iter().map(|line| (*line).to_owned()).collect(), begins));
    assert_eq!(found, expected);
    let listed = feed.with_history(&history).figures_changed_on(id).is_some();
    assert_eq!(listed, past.is_some(), "the page of earlier figures");
}

#[test]
fn every_day_on_which_a_figure_changed_is_known() {
    let steps: [Edits<'_>; 4] = [
        &[],
        &[(VISITS, "\"value\": [121, 118]")],
        &[(VISITS, "\"value\": [121, 118]")],
        &[(VISITS, "\"value\": [125, 119]")],
    ];
    let lines = ["2026-04-01: 125, 119", "2026-02-01: 121, 118", "2026-01-01: 120, 118"];
    check_past(&steps, "ind-visits", Some((&lines, Begins::History)));
    check_past(&steps, "ind-reading", None);
    check_past(&steps, "ind-nobody", None);
}

#[test]
fn a_figure_that_was_not_there_is_in_no_earlier_version() {
    let before = [
        ("\"periods\": [\"2022-Q1\", \"2022-Q2\"]", "\"periods\": [\"2022-Q1\"]"),
        (VISITS, "\"value\": [120]"),
        ("\"status\": [\"final\", \"final\"]", "\"status\": [\"final\"]"),
    ];
    let lines = ["2026-02-01: 120, 118", "2026-01-01: 120"];
    check_past(&[&before, &[]], "ind-visits", Some((&lines, Begins::History)));
}

#[test]
fn withheld_figures_are_hidden_in_every_version() {
    let gone = [(VISITS, "\"value\": [null, 118]"), ("[\"final\", \"final\"]", "[\"suppressed\", \"final\"]")];
    let steps: [Edits<'_>; 3] = [&[], &[(VISITS, "\"value\": [121, 118]")], &gone];
    let lines = ["2026-03-01: suppressed, 118", "2026-01-01: hidden, 118"];
    check_past(&steps, "ind-visits", Some((&lines, Begins::History)));
}

#[test]
fn what_is_withheld_but_not_yet_committed_is_hidden_too() {
    let (_, history) = known(&[&[], &[(VISITS, "\"value\": [121, 119]")]]);
    let now = feed(&[(VISITS, "\"value\": [null, 119]"), ("[\"final\", \"final\"]", "[\"suppressed\", \"final\"]")]);
    let history = history.beside(&now);
    let past = past(&now, &history, "ind-visits").unwrap();
    let told = |value| past.versions.iter().any(|version| version.figures.values().any(|one| one.value == Some(value)));
    assert_eq!([120.0, 121.0, 118.0].map(told), [false, false, true]);
    let bytes = write::feed_json(&now.with_history(&history), "feed.schema.json").unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains("\"was\":[null,118]"), "{text}");
}

#[test]
fn a_new_unit_and_a_change_of_too_much_end_what_is_known() {
    let unit =
        ("\"kind\": \"count\", \"decimals\": 0", "\"kind\": \"quantity\", \"name\": \"visits\", \"decimals\": 0");
    let steps: [Edits<'_>; 3] =
        [&[], &[unit, (VISITS, "\"value\": [12, 11]")], &[unit, (VISITS, "\"value\": [13, 11]")]];
    let lines = ["2026-03-01: 13, 11", "2026-02-01: 12, 11"];
    check_past(&steps, "ind-visits", Some((&lines, Begins::Unit)));
    let steps: [Edits<'_>; 3] = [&[], &[(VISITS, "\"value\": [121, 118]")], &[(VISITS, "\"value\": [122, 118]")]];
    let (feed, mut history) = known(&steps);
    history.versions[1].left_out = 4;
    let past = past(&feed, &history, "ind-visits").unwrap();
    assert_eq!((past.versions.len(), past.begins), (2, Begins::LeftOut));
    assert_eq!(feed.with_history(&history).changed().since, "2026-02-01");
}

#[track_caller]
fn check_days(feeds: &[Edits<'_>], id: &str, expected: Option<(&str, Option<&str>)>) {
    let (feed, history) = known(feeds);
    let feed = feed.with_history(&history);
    let found = feed.changed_on(id).map(|(since, on)| (since.to_string(), on.map(|on| on.to_string())));
    assert_eq!(found, expected.map(|(since, on)| (since.to_owned(), on.map(str::to_owned))));
}

#[test]
fn the_day_of_the_last_change_is_known_of_every_record() {
    let steps: [Edits<'_>; 3] = [
        &[],
        &[("\"status\": \"active\"", "\"status\": \"achieved\"")],
        &[("\"status\": \"active\"", "\"status\": \"achieved\""), (WEST, "[null, null, 59.0]")],
    ];
    check_days(&steps, "goal-home", Some(("2026-01-01", Some("2026-02-01"))));
    check_days(&steps, "ind-reading", Some(("2026-01-01", Some("2026-03-01"))));
    check_days(&steps, "ind-visits", Some(("2026-01-01", None)));
    check_days(&[&[]], "ind-visits", None);
}

#[test]
fn a_part_knows_only_the_day_of_its_own_record() {
    let (feed, history) =
        known(&[&[], &[(WEST, "[null, null, 59.0]"), ("\"status\": \"active\"", "\"status\": \"achieved\"")]]);
    let feed = feed.with_history(&history);
    let own = crate::feed::share::Share { own: Some("goal-home".into()), ..crate::feed::share::Share::core() };
    let ids = |feed: &Feed| feed.changed().records.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>();
    assert_eq!((ids(&feed).len(), ids(&feed.share(&own))), (2, vec!["goal-home".to_owned()]));
    assert_eq!(feed.share(&crate::feed::share::Share::core()).changed(), &Changed::default());
}

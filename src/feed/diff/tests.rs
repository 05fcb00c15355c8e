use super::*;
use crate::feed::{SourceFile, by_std, read_published};

const SMALL: &str = include_str!("../../../tests/fixtures/small.json");

/// The small feed with these texts put in place of others.
#[track_caller]
fn feed(edits: &[(&str, &str)]) -> Feed {
    let text = edits.iter().fold(SMALL.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from} is not in the feed");
        text.replacen(from, to, 1)
    });
    let reading = read_published(&SourceFile::new("feed.json", text), by_std);
    reading.feed.unwrap_or_else(|| panic!("{:#?}", reading.findings))
}

fn said(changes: &[Change]) -> Vec<String> {
    let text = |said: &Option<Said>| said.as_ref().map_or("-".to_owned(), |said| said.text.clone());
    let line = |change: &Change| {
        let head = format!("{} {}", change.what.wire(), change.id.as_ref().map_or(change.of.wire(), |id| id.as_str()));
        let figure = |figure: &Option<Figure>| {
            figure.as_ref().map_or("-".to_owned(), |figure| match figure.value {
                Some(value) => value.to_string(),
                None if figure.hidden => "hidden".to_owned(),
                None => "none".to_owned(),
            })
        };
        match (change.what, &change.path) {
            (What::Field, Some(path)) => format!("{head} {path}: {} > {}", text(&change.was), text(&change.now)),
            (What::Figures, _) => {
                let figures = change
                    .figures
                    .iter()
                    .map(|one| format!("{} {} > {}", one.period, figure(&one.was), figure(&one.now)));
                let whom = change.whom.as_ref().map_or(String::new(), |whom| format!(" {whom:?}"));
                format!("{head}{whom} {}", figures.collect::<Vec<_>>().join(", "))
            }
            _ => head,
        }
    };
    changes.iter().map(line).collect()
}

#[track_caller]
fn check(edits: &[(&str, &str)], expected: &[&str]) {
    let (old, new) = (feed(&[]), feed(edits));
    assert_eq!(said(&diff(&old, &new)), expected);
    assert_eq!(diff(&new, &new), []);
}

#[test]
fn a_feed_does_not_differ_from_itself() {
    check(&[], &[]);
}

#[test]
fn a_field_says_what_it_was_and_is() {
    check(&[("\"status\": \"active\"", "\"status\": \"achieved\"")], &["field goal-home status: active > achieved"]);
}

#[test]
fn one_language_of_a_text_changes_alone() {
    check(
        &[("\"es\": \"Juntos por el Valle Ñandú\"", "\"es\": \"Juntos\"")],
        &["field coalition name/es: Juntos por el Valle Ñandú > Juntos"],
    );
}

#[test]
fn records_come_and_go() {
    let partner = "\"partners\": [{ \"id\": \"par-new\", \"kind\": \"school\", \"status\": \"active\", \"name\": \"School\", \
                   \"plain_summary\": \"S\", \"roles\": [\"ally\"] },";
    check(&[("\"partners\": [", partner)], &["added par-new"]);
    let (old, new) = (feed(&[("\"partners\": [", partner)]), feed(&[]));
    let gone = diff(&old, &new);
    assert_eq!(said(&gone), ["removed par-new"]);
    assert_eq!(gone[0].name, Some("School".into()));
}

#[test]
fn figures_are_added_and_corrected() {
    check(&[("[50.0, 52.0, 54.0]", "[50.0, 52.5, 54.0]")], &["figures ind-reading 2022 52 > 52.5"]);
    let (old, new) = (
        feed(&[
            ("[50.0, 52.0, 54.0]", "[50.0, null, null]"),
            ("[\"final\", \"final\", \"final\"]", "[\"final\", \"missing\", \"missing\"]"),
        ]),
        feed(&[]),
    );
    assert_eq!(said(&diff(&old, &new)), ["figures ind-reading 2022 none > 52, 2023 none > 54"]);
}

#[test]
fn a_figure_of_a_place_names_the_place() {
    check(
        &[("[null, null, 58.0]", "[null, null, 59.0]")],
        &["figures ind-reading Whom { geography: Some(\"geo-west\"), dimension: None, group: None } 2023 58 > 59"],
    );
}

#[test]
fn a_withheld_value_is_not_repeated() {
    let west = "{ \"geography\": \"geo-west\", \"value\": [null, null, 58.0], \"numerator\": [null, null, 116], \
                \"denominator\": [null, null, 200], \"status\": [null, null, \"final\"] }";
    let withheld =
        "{ \"geography\": \"geo-west\", \"value\": [null, null, null], \"status\": [null, null, \"suppressed\"] }";
    let changes = diff(&feed(&[]), &feed(&[(west, withheld)]));
    let written = serde_json::to_string(&changes).unwrap();
    assert!(said(&changes)[0].ends_with("2023 hidden > none"), "{written}");
    assert!(!written.contains("58") && !written.contains("mark"), "{written}");
}

#[test]
fn items_of_lists_change_by_their_names() {
    check(&[("\"value\": 60, ", "\"value\": 65, ")], &["field ind-reading targets/all/value: 60 > 65"]);
    check(
        &[(
            "\"goals\": [\"goal-read\", \"goal-home\"],\n      \"strategies\"",
            "\"goals\": [\"goal-home\"],\n      \"strategies\"",
        )],
        &["field act-tutoring goals/goal-read: goal-read > -"],
    );
}

#[test]
fn the_order_of_records_is_a_difference() {
    let (first, second) = (
        "\"id\": \"geo-east\", \"kind\": \"neighbourhood\", \"parent\": \"geo-valley\",\n      \"name\": \"East\"",
        "\"id\": \"geo-west\", \"kind\": \"neighbourhood\", \"parent\": \"geo-valley\",\n      \"name\": \"West\"",
    );
    check(&[(first, "@"), (second, first), ("@", second)], &["order geography"]);
}

/// The net change of going through these feeds.
#[track_caller]
fn check_net(feeds: &[&[(&str, &str)]], expected: &[&str]) {
    let feeds: Vec<Feed> = feeds.iter().map(|edits| feed(edits)).collect();
    let steps: Vec<_> = feeds.windows(2).map(|pair| diff(&pair[0], &pair[1])).collect();
    assert_eq!(said(&net(steps.iter().map(Vec::as_slice))), expected);
}

const BETTER: (&str, &str) = ("[50.0, 52.0, 54.0]", "[50.0, 52.5, 54.0]");
const BEST: (&str, &str) = ("[50.0, 52.0, 54.0]", "[50.0, 53.0, 54.0]");

#[test]
fn what_was_undone_is_no_change() {
    check_net(&[&[], &[BETTER], &[]], &[]);
    check_net(&[&[], &[("\"order\": 10", "\"order\": 20")], &[]], &[]);
}

#[test]
fn steps_are_put_together() {
    check_net(&[&[], &[BETTER], &[BEST]], &["figures ind-reading 2022 52 > 53"]);
    check_net(&[&[BETTER], &[], &[BEST]], &["figures ind-reading 2022 52.5 > 53"]);
}

#[test]
fn a_record_that_came_and_changed_has_come() {
    let story = (
        "\"stories\": [",
        "\"stories\": [{ \"id\": \"sto-x\", \"indicator\": \"ind-reading\", \"as_of\": \"2025\", \
                 \"summary\": \"One.\", \"authors\": [\"par-library\"] },",
    );
    let other = (
        "\"stories\": [",
        "\"stories\": [{ \"id\": \"sto-x\", \"indicator\": \"ind-reading\", \"as_of\": \"2025\", \
                 \"summary\": \"Two.\", \"authors\": [\"par-library\"] },",
    );
    check_net(&[&[], &[story], &[other]], &["added sto-x"]);
    check_net(&[&[], &[story], &[]], &[]);
    check_net(&[&[story], &[], &[other]], &["replaced sto-x"]);
    check_net(&[&[story], &[], &[story]], &[]);
}

use super::*;
use crate::present::testing::Small;

const CHANNELS: &str = r#"[{"kind": "issue", "url": "https://git.example.org/new"}, {"kind": "web", "url": "https://survey.example.org/"},
    {"kind": "post", "note": "Card"}, {"kind": "in_person", "note": "Library"}]"#;

fn engagement(id: &str, fields: &str) -> (String, String) {
    let text = format!(
        r#"{{"id": "{id}", "title": "{id}", "plain_summary": "S", "kind": "survey", "level": "consult", "promise": "We answer.",
        "question": "Q", "channels": {CHANNELS}, {fields}}}"#
    );
    (format!("engagements/{id}.json"), text)
}

/// What is said of a process on 22 November 2026.
#[track_caller]
fn check(fields: &str, standing: Standing, when: &str) {
    let (path, text) = engagement("eng-bus", fields);
    let small = Small::new(&[(&path, &text)]);
    let context = small.context("en");
    let found = standing_so(&context, standing);
    assert_eq!(found.len(), 1, "{:?}", terms::standing(&context, &context.feed.engagements[0]));
    assert_eq!(item(&context, found[0]).when, when);
}

#[test]
fn days_are_told_as_of_today() {
    let open = |closes: &str| format!(r#""status": "open", "opens": "2026-11-01", "closes": "{closes}""#);
    check(&open("2026-12-05"), Standing::Open, "Until Saturday 5 December 2026. 13 days left.");
    check(&open("2026-11-23"), Standing::Open, "Until Monday 23 November 2026. 1 day left.");
    check(&open("2026-11-22"), Standing::Open, "Until Sunday 22 November 2026. Today is the last day.");
    check(&open("2026-11"), Standing::Open, "Until November 2026. 8 days left.");
    check(r#""status": "open", "opens": "2026""#, Standing::Open, "Open. No last day is set.");
}

#[test]
fn what_has_passed_its_day_is_not_open_whatever_the_feed_says() {
    let over = "Over since 31 October 2026. 22 days without a report of what came of it.";
    check(r#""status": "open", "opens": "2026-10", "closes": "2026-10-31""#, Standing::Waiting, over);
    check(r#""status": "open", "opens": "2026-11-24""#, Standing::Soon, "Begins Tuesday 24 November 2026, in 2 days.");
    check(r#""status": "planned", "opens": "2026-10""#, Standing::Soon, "It was to begin October 2026, and has not.");
    check(r#""status": "planned""#, Standing::Soon, "When it begins is not settled yet.");
    let told =
        r#""status": "reported", "opens": "2026-01", "closes": "2026-02", "outcome": "O", "reported_on": "2026-03-05""#;
    check(told, Standing::Reported, "What came of it was reported: 5 March 2026.");
}

#[test]
fn ways_without_internet_stand_first_and_accounts_last() {
    let (path, text) = engagement("eng-bus", r#""status": "open""#);
    let small = Small::new(&[(&path, &text)]);
    let context = small.context("en");
    let ways = item(&context, &context.feed.engagements[0]).ways;
    let said: Vec<_> = ways.iter().map(|way| format!("{}: {}", way.kind, way.says[0].text.text)).collect();
    let expected = [
        "In person: Library",
        "By post: Card",
        "On the web: survey.example.org",
        "As an issue in the tracker: git.example.org/new",
    ];
    assert_eq!(said, expected);
    assert_eq!(ways.iter().filter(|way| way.caution.is_some()).count(), 1);
}

#[test]
fn the_short_block_is_there_only_while_something_is_open() {
    let (path, text) = engagement("eng-bus", r#""status": "open", "goals": ["goal-read"]"#);
    let small = Small::new(&[(&path, &text)]);
    let context = small.context("es");
    let found = open_now(&context, &|one| one.goals.iter().any(|goal| goal.as_str() == "goal-read")).unwrap();
    assert_eq!((found.lines[0].level.as_str(), found.all.href.as_str()), ("Le preguntamos", "/es/take-part/"));
    assert_eq!(open_now(&context, &|_| false), None);
}

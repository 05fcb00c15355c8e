use super::*;
use crate::present::testing::Small;

const AGES: (&str, &str) = (
    "dimensions/dim-age.json",
    r#"{"id": "dim-age", "label": "Age", "exhaustive": true, "groups": [{"id": "young", "label": "Under 18"},
    {"id": "old", "label": "65 and over"}, {"id": "rest", "label": "18 to 64"}]}"#,
);
const EAST: (&str, &str) = (
    "geographies/geo-east.json",
    r#"{"id": "geo-east", "name": "Eastside", "kind": "neighbourhood", "parent": "geo-valley",
    "population": {"value": 4280, "year": "2025"}}"#,
);
const SAID: (&str, &str) = (
    "feedback/fb-bench.json",
    r#"{"id": "fb-bench", "you_said": "Nowhere to sit.", "engagement": "eng-bench",
    "heard": {"from": "2026-03-05", "to": "2026-03-05", "channel": "meeting", "people": "10-49"},
    "response": {"state": "doing", "we_did": "Three benches more.", "by": "par-library", "on": "2026-04-01"}}"#,
);
const DECIDED: (&str, &str) = (
    "decisions/dec-bench.json",
    r#"{"id": "dec-bench", "title": "Move three", "what": "W", "made_by": "par-library", "on": "2026-03-20",
    "result": "agreed", "reason": "R", "inputs": ["fb-bench"]}"#,
);

#[track_caller]
fn check(fields: &str, expect: impl FnOnce(EngagementPage)) {
    let text = format!(
        r#"{{"id": "eng-bench", "title": "Benches", "plain_summary": "S", "level": "involve", "promise": "P", "question": "Where?",
        "channels": [{{"kind": "in_person", "note": "Walk"}}], {fields}}}"#
    );
    let small = Small::new(&[("engagements/eng-bench.json", &text), AGES, EAST, SAID, DECIDED]);
    expect(engagement_page(&small.context("en"), "eng-bench").unwrap());
}

const REPORTED: &str = r#""status": "reported", "opens": "2026-03-01", "closes": "2026-03-31", "outcome": "Nine benches.",
    "reported_on": "2026-05-02", "geographies": ["geo-east"]"#;

#[test]
fn who_took_part_is_told_beside_who_lives_there() {
    let reach = r#""participants": 214, "reach": [{"dimension": "dim-age", "group": "old", "count": 107},
        {"dimension": "dim-age", "group": "young"}]"#;
    check(&format!(r#""kind": "survey", {REPORTED}, {reach}"#), |page| {
        let reached = page.reached.unwrap();
        let all = "214 people took part, of 4,280 who live in this place: Eastside (2025). That is 5 in 100.";
        assert_eq!(reached.says, [all]);
        let rows = reached.tables[0].rows.iter().map(|row| format!("{}: {}, {}", row.group.text, row.count, row.share));
        let expected = [
            "Under 18: Nobody counted, or too few to publish, Not known",
            "65 and over: 107, 50 in 100",
            "18 to 64: Nobody counted, Not known",
        ];
        assert_eq!(rows.collect::<Vec<_>>(), expected);
    });
}

#[test]
fn what_nobody_counted_is_said() {
    check(&format!(r#""kind": "survey", {REPORTED}"#), |page| {
        let says = page.reached.unwrap().says;
        assert_eq!(says[0], "Nobody counted how many took part.");
        assert_eq!(says.len(), 2);
    });
}

#[test]
fn what_came_of_it_stands_with_the_decisions_and_the_answers() {
    check(&format!(r#""kind": "survey", {REPORTED}"#), |page| {
        assert_eq!(page.after.outcome, Ok("Nine benches.".to_owned().into()));
        assert_eq!(page.after.decisions[0].0.href, "/promises/#dec-bench");
        assert_eq!((page.after.heard[0].id.as_str(), page.after.log.len()), ("fb-bench", 0));
    });
}

#[test]
fn a_service_that_is_designed_together_has_a_log() {
    check(&format!(r#""kind": "co_design", {REPORTED}"#), |page| {
        let said = page.after.log.iter().map(|one| format!("{} {}: {}", one.date, one.kind, one.title.text));
        let expected = [
            "1 March 2026 Asked: Where?",
            "5 March 2026 Residents said: Nowhere to sit.",
            "20 March 2026 Decided: Move three",
            "2 May 2026 Reported: Nine benches.",
        ];
        assert_eq!(said.collect::<Vec<_>>(), expected);
        assert!(page.after.heard.is_empty() && page.after.decisions.is_empty());
    });
}

#[test]
fn nobody_is_counted_before_it_begins() {
    check(r#""kind": "survey", "status": "planned""#, |page| {
        assert_eq!(page.reached, None);
        assert!(page.after.outcome.is_err());
        assert_eq!(page.about[0].says[0].text.text, "The whole agenda");
    });
}

#[test]
fn an_unknown_process_has_no_page() {
    assert!(engagement_page(&Small::new(&[]).context("en"), "eng-none").is_none());
}

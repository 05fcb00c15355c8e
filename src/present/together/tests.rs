use super::*;
use crate::present::testing::Small;

const PROMISE: (&str, &str) = (
    "commitments/com-a.json",
    r#"{"id": "com-a", "text": "T", "by": "par-library", "to": "par-circle", "made_on": "2026", "state": "promised",
    "goals": ["goal-read"]}"#,
);
const SAID: (&str, &str) = (
    "feedback/fb-a.json",
    r#"{"id": "fb-a", "you_said": "S", "heard": {"from": "2026", "to": "2026", "channel": "web", "people": "10-49"},
    "about": ["goal-read"]}"#,
);
const ASKED: (&str, &str) = (
    "engagements/eng-a.json",
    r#"{"id": "eng-a", "title": "T", "plain_summary": "S", "kind": "survey", "level": "consult", "promise": "P", "question": "Q",
    "status": "planned", "by": "par-circle", "channels": [{"kind": "phone", "note": "555-0100"}]}"#,
);

/// How many promises, processes and themes concern a record.
#[track_caller]
fn check(id: &str, promises: usize, asked: usize, heard: usize) {
    let small = Small::new(&[PROMISE, SAID, ASKED]);
    let found = together(&small.context("en"), id);
    assert_eq!((found.promises.len(), found.asked.len(), found.heard.len()), (promises, asked, heard));
    assert_eq!(found.open, None);
}

#[test]
fn a_page_shows_what_concerns_its_record() {
    check("goal-read", 1, 0, 1);
    check("goal-home", 0, 0, 0);
    check("par-library", 1, 0, 0);
    check("par-circle", 1, 1, 0);
}

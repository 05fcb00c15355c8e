use super::*;
use crate::present::testing::Small;
use crate::routes::Query;

fn promise(id: &str, fields: &str) -> (String, String) {
    let text = format!(r#"{{"id": "{id}", "text": "Text of {id}", "made_on": "2025-11", {fields}}}"#);
    (format!("commitments/{id}.json"), text)
}

/// Six promises, of which one has passed its day without a word.
fn six() -> Vec<(String, String)> {
    vec![
        promise("com-kept", r#""by": "par-library", "to": "public", "state": "kept", "evidence": ["goal-read"]"#),
        promise("com-late", r#""by": "par-library", "to": "par-circle", "state": "on_track", "due": "2026-10""#),
        promise("com-month", r#""by": "par-library", "to": "public", "state": "on_track", "due": "2026-11""#),
        promise(
            "com-risk",
            r#""by": "par-circle", "to": "public", "state": "at_risk", "state_reason": "Rain.", "due": "2027""#,
        ),
        promise(
            "com-broken",
            r#""by": "par-library", "to": "par-library", "state": "broken", "state_reason": "The lease fell through.",
            "due": "2026-01-31", "settled_on": "2026-02", "goals": ["goal-read"],
            "dispute": {"text": "No.", "by": "Parents", "on": "2026-03-05"}"#,
        ),
        promise("com-ahead", r#""by": "par-circle", "to": "par-library", "state": "promised""#),
    ]
}

fn small(records: &[(String, String)]) -> Small {
    let records: Vec<(&str, &str)> = records.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    Small::new(&records)
}

/// The ids that a query leaves, group by group.
#[track_caller]
fn check(query: &str, expected: &[&str]) {
    let small = small(&six());
    let context = small.context("en");
    let list = promise_list(&context, &promise_index(&context), (&Query::parse(query)).into());
    let said = list.rows.iter().map(|group| {
        let ids: Vec<_> = group.lines.iter().map(|line| line.id.as_str()).collect();
        format!("{} {}: {}", group.state.word, group.count, ids.join(", "))
    });
    assert_eq!(said.collect::<Vec<_>>(), expected);
    assert_eq!(list.empty.is_some(), expected.is_empty());
}

#[test]
fn what_needs_attention_stands_first() {
    check(
        "",
        &[
            "Overdue 1: com-late",
            "At risk 1: com-risk",
            "Broken 1: com-broken",
            "On track 1: com-month",
            "Promised, not begun 1: com-ahead",
            "Kept 1: com-kept",
        ],
    );
}

#[test]
fn promises_are_narrowed_down_by_who_and_whither() {
    check("direction=from-residents", &["At risk 1: com-risk", "Promised, not begun 1: com-ahead"]);
    check("direction=between", &["Broken 1: com-broken"]);
    check("direction=to-residents&state=kept", &["Kept 1: com-kept"]);
    check("partner=par-circle", &["Overdue 1: com-late", "At risk 1: com-risk", "Promised, not begun 1: com-ahead"]);
    check("q=lease", &["Broken 1: com-broken"]);
    check("q=nothing", &[]);
}

#[test]
fn counts_come_before_anything_and_leave_nothing_out() {
    let small = small(&six());
    let says = |lang| promises_page(&small.context(lang)).promises.unwrap().says;
    assert_eq!(says("en"), "6 promises: 1 kept, 1 broken, 1 overdue, 1 at risk, 1 on track and 1 not begun.");
    assert_eq!(says("es"), "6 promesas: 1 cumplida, 1 rota, 1 vencida, 1 en riesgo, 1 en camino y 1 sin empezar.");
}

#[test]
fn a_day_that_has_passed_is_said_as_of_today() {
    let small = small(&six());
    let lines = crate::present::commitments::lines(&small.context("en"), &|one| one.id.as_str() == "com-late");
    assert_eq!(lines[0].overdue.as_deref(), Some("22 days past its day."));
    let facts = lines[0].facts.iter().map(|pair| format!("{}: {}", pair.label.text, pair.says[0].text.text));
    let facts: Vec<_> = facts.collect();
    assert_eq!(facts, ["Promised by: Library", "To: Reading Circle", "Made: November 2025", "Due: October 2026"]);
}

#[test]
fn a_dispute_without_an_answer_says_so() {
    let small = small(&six());
    let lines = crate::present::commitments::lines(&small.context("en"), &|one| one.id.as_str() == "com-broken");
    let dispute = lines[0].dispute.clone().unwrap();
    assert_eq!(dispute.from, "Seen otherwise by: Parents, 5 March 2026");
    assert_eq!(dispute.answer, Err("Nobody has answered this yet.".to_owned()));
}

#[test]
fn decisions_are_told_with_rule_votes_and_reason() {
    let group = r#"{"id": "wg-read", "title": "Reading table", "purpose": "P", "kind": "steering",
        "members": [{"partner": "par-library"}], "decision_rule": "consent", "public": true}"#;
    let decision = |id: &str, fields: &str| {
        let text = format!(
            r#"{{"id": "{id}", "title": "T {id}", "what": "W", "made_by": "wg-read", "reason": "R", {fields}}}"#
        );
        (format!("decisions/{id}.json"), text)
    };
    let mut records = vec![("workgroups/wg-read.json".to_owned(), group.to_owned())];
    records.push(decision("dec-old", r#""on": "2024", "result": "rejected", "rule": "majority""#));
    records.push(decision(
        "dec-new",
        r#""on": "2026-01-12", "result": "agreed", "counts": {"for": 8, "against": 0, "abstain": 1},
        "inputs": ["goal-read"], "affects": ["par-circle"], "review_on": "2026-06""#,
    ));
    let small = small(&records);
    let page = promises_page(&small.context("en"));
    let said = page.decisions.iter().map(|one| format!("{} {} {}", one.id, one.date, one.result.word));
    assert_eq!(said.collect::<Vec<_>>(), ["dec-new 12 January 2026 Agreed", "dec-old 2024 Turned down"]);
    let facts = page.decisions[0].facts.iter().map(|pair| format!("{}: {}", pair.label.text, pair.says[0].text.text));
    let expected = [
        "Decided by: Reading table",
        "Rule: Nobody has a reasoned objection",
        "Votes: 8 for, 0 against, 1 neither",
        "Rests on: Children read well",
        "Changes: Reading Circle",
        "Looked at again: June 2026. The day has passed.",
    ];
    assert_eq!(facts.collect::<Vec<_>>(), expected);
    assert_eq!(page.decisions[1].facts[1].says[0].text.text, "More than half of the votes");
}

#[test]
fn a_feed_without_promises_says_so_and_what_to_do() {
    let small = small(&[]);
    let page = promises_page(&small.context("es"));
    assert!(page.promises.is_none() && page.none.is_some() && page.no_decisions.is_some());
}

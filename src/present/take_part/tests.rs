use super::*;
use crate::present::testing::Small;
use crate::routes::Query;

fn heard(id: &str, fields: &str) -> (String, String) {
    (format!("feedback/{id}.json"), format!(r#"{{"id": "{id}", "you_said": "Said {id}", {fields}}}"#))
}

/// Three themes: one done after a month, one refused within days, one that nobody has answered.
fn themes() -> Vec<(String, String)> {
    vec![
        heard(
            "fb-hours",
            r#""heard": {"from": "2026-03", "to": "2026-04", "channel": "meeting", "people": "10-49"},
            "theme": {"en": "Hours", "es": "Horario"}, "about": ["goal-read"], "geographies": ["geo-east"],
            "quotes": [{"text": "It closes too early.", "consent": true}],
            "response": {"state": "done", "we_did": "Open until 7.", "by": "par-library", "on": "2026-05-30"}"#,
        ),
        heard(
            "fb-app",
            r#""heard": {"from": "2026-06-11", "to": "2026-06-11", "channel": "survey", "people": "1-9"},
            "response": {"state": "not_doing", "we_did": "Kept paper.", "why": "Half would not use it.",
            "by": "par-circle", "on": "2026-06-16"}"#,
        ),
        heard(
            "fb-silent",
            r#""heard": {"from": "2026-09-01", "to": "2026-09-22", "channel": "conversation", "people": "200+"},
            "theme": {"en": "Hours", "es": "Horario"}"#,
        ),
    ]
}

fn small(records: &[(String, String)]) -> Small {
    let records: Vec<(&str, &str)> = records.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    Small::new(&records)
}

/// Every theme that a query leaves: its id, by whom, how it stands and when.
#[track_caller]
fn check(lang: &str, query: &str, expected: &[&str]) {
    let small = small(&themes());
    let context = small.context(lang);
    let list = heard_list(&context, &heard_index(&context), (&Query::parse(query)).into());
    let said = list.rows.iter().map(|row| format!("{}: {}. {}: {}", row.id, row.heard, row.state.word, row.when));
    assert_eq!(said.collect::<Vec<_>>(), expected);
    assert_eq!(list.empty.is_some(), expected.is_empty());
}

const SILENT: &str = "fb-silent: 200 people or more, in conversation, 1 September 2026 to 22 September 2026. No answer yet: Waiting 61 days.";
const APP: &str = "fb-app: A few people, in a survey, 11 June 2026. Not doing: 16 June 2026";
const HOURS: &str = "fb-hours: 10 to 49 people, at meetings, March 2026 to April 2026. Done: 30 May 2026";

#[test]
fn the_ledger_names_what_nobody_has_answered() {
    check("en", "", &[SILENT, APP, HOURS]);
    check("en", "state=unanswered", &[SILENT]);
}

#[test]
fn the_ledger_is_narrowed_down_by_words_theme_and_place() {
    check("en", "theme=Hours", &[SILENT, HOURS]);
    check("en", "place=geo-east", &[HOURS]);
    check("en", "q=paper", &[APP]);
    check("en", "q=nobody", &[]);
    let spanish =
        "fb-hours: De 10 a 49 personas, en reuniones, de marzo de 2026 a abril de 2026. Hecho: 30 de mayo de 2026";
    check("es", "theme=Hours&state=done", &[spanish]);
}

#[test]
fn sums_are_told_with_how_they_were_made() {
    let small = small(&themes());
    let sums = take_part_page(&small.context("en")).ledger.unwrap().sums;
    let said: Vec<_> = sums.iter().flat_map(|sum| [sum.says.as_str(), sum.how.as_str()]).collect();
    let expected = [
        "2 of 3 answered.",
        "3 themes heard, 1 without an answer: 3 − 1 = 2. The longest has waited 61 days.",
        "Half of the answers came within 17.5 days.",
        "Days from the last day of listening to the answer, for the 2 that have one: from 5 to 30; the middle one counts.",
        "1 of 2 answers changed something.",
        "1 done and 0 being done. The others: 0 planned, 0 being looked into, 1 not done, 0 decided by others.",
    ];
    assert_eq!(said, expected);
}

#[test]
fn needs_are_listed_until_their_day() {
    let need = |id: &str, fields: &str| {
        let text = format!(r#"{{"id": "{id}", "kind": "need", "what": "space", "text": "A room", {fields}}}"#);
        (format!("needs/{id}.json"), text)
    };
    let contact = r#""contact": {"kind": "phone", "value": "+1-555-0177"}"#;
    let small = small(&[
        need("need-today", r#""by": "par-circle", "until": "2026-11-22", "state": "open""#),
        need("need-past", r#""by": "par-circle", "until": "2026-11-21", "state": "open""#),
        need("need-met", r#""by": "par-circle", "state": "met""#),
        need("need-call", &format!(r#""by": "par-library", "state": "open", {contact}"#)),
    ]);
    let page = take_part_page(&small.context("en"));
    let answers = page.needs.iter().map(|need| {
        let says =
            |at: usize| need.facts[at].says.iter().map(|item| item.text.text.as_str()).collect::<Vec<_>>().join(" ");
        let href = need.facts[2].says.last().and_then(|item| item.href.as_deref()).unwrap_or_default();
        format!("{}: {} | {} | {}", need.id, says(1), says(2), href)
    });
    let expected = [
        "need-today: 22 November 2026. Today is the last day. | Reading Circle | /partners/par-circle/",
        "need-call: No last day is set. | Phone +1-555-0177 | tel:+15550177",
    ];
    assert_eq!(answers.collect::<Vec<_>>(), expected);
}

#[test]
fn money_is_told_by_its_stage_today() {
    let cycle = |id: &str, phases: &str| {
        let text = format!(
            r#"{{"id": "{id}", "title": "{id}", "money": 250000, "currency": "USD", "phases": [{phases}],
            "vote_type": "approval", "allocation_rule": "greedy"}}"#
        );
        (format!("budget_cycles/{id}.json"), text)
    };
    let small = small(&[
        cycle(
            "pb-now",
            r#"{"kind": "ideas", "from": "2026-06", "to": "2026-08"}, {"kind": "vote", "from": "2026-11-10", "to": "2026-12-06"}"#,
        ),
        cycle("pb-next", r#"{"kind": "ideas", "from": "2027-01-10", "to": "2027-02"}"#),
        cycle("pb-over", r#"{"kind": "results", "from": "2024-01", "to": "2024-02"}"#),
    ]);
    let page = take_part_page(&small.context("en"));
    let said: Vec<_> = page.money.iter().map(|line| line.says.as_str()).collect();
    let expected = [
        "$250,000. Now: people vote, until 6 December 2026.",
        "$250,000. From 10 January 2027: anybody can bring an idea.",
        "$250,000. All its stages are over.",
    ];
    assert_eq!(said, expected);
}

#[test]
fn a_feed_without_any_of_it_says_so_and_how_to_be_heard() {
    let small = small(&[]);
    let page = take_part_page(&small.context("en"));
    assert_eq!(page.none_open.as_deref(), Some("No question is open now. Say what you think at any time:"));
    assert_eq!(page.contacts[0].href.as_deref(), Some("tel:+15550100"));
    assert!(page.ledger.is_none() && page.past.is_empty() && page.no_meeting.is_some());
}

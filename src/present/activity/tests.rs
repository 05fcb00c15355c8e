use super::*;
use crate::present::testing::{READING, Small};

/// An activity with these fields, and the strategy and the indicator it may name.
#[track_caller]
fn check(lang: &str, fields: &str, expect: impl FnOnce(ActivityPage)) {
    let status = if fields.contains("\"status\"") { "" } else { r#""status": "active","# };
    let kind = if fields.starts_with("\"kind\"") { "" } else { r#""kind": "programme","# };
    let activity = format!(
        r#"{{"id": "act-tutoring", "title": "Tutoring", "plain_summary": "Three afternoons.", {kind} {status}
        "lead": "par-circle", "goals": ["goal-read"], {fields}}}"#
    );
    let strategy = r#"{"id": "str-books", "title": "Books at home", "plain_summary": "Every family.", "goals": ["goal-read"],
        "kind": "programme", "status": "active"}"#;
    let records = [
        ("activities/act-tutoring.json", activity.as_str()),
        ("strategies/str-books.json", strategy),
        READING[0],
        READING[1],
    ];
    let small = Small::new(&records);
    expect(activity_page(&small.context(lang), "act-tutoring").unwrap());
}

fn said(terms: &[Term]) -> Vec<String> {
    terms.iter().map(|term| format!("{}: {}", term.label.text, term.says.text)).collect()
}

#[test]
fn the_head_names_the_activity_and_the_coalition() {
    check("es", r#""strategies": ["str-books"]"#, |page| {
        assert_eq!(page.head.title, "Tutoring · Valle Unido");
        assert_eq!((page.title.lang.as_deref(), page.goals[0].label.lang.as_deref()), (Some("en"), None));
        assert_eq!(page.goals[0].href, "/es/goals/goal-read/");
        assert_eq!(page.strategies[0].0.text, "Books at home");
    });
}

#[test]
fn dates_say_since_when_and_until_when() {
    let when = |fields: &str, expected: Option<&str>| {
        check("en", fields, |page| {
            let when = page.facts.iter().find(|(label, _)| label == "When").map(|(_, value)| value.text.as_str());
            assert_eq!(when, expected);
        });
    };
    when(r#""start": "2022-09""#, Some("Since September 2022"));
    when(r#""start": "2027", "status": "planned""#, Some("Starts 2027"));
    when(r#""start": "2022-09", "end": "2027-06""#, Some("September 2022 to June 2027"));
    when(r#""end": "2027-06""#, Some("Until June 2027"));
    when(r#""goals": ["goal-read"]"#.replace("goals", "lessons").replace("goal-read", "L").as_str(), None);
}

#[test]
fn places_fall_back_to_the_whole_area() {
    let place = |fields: &str, expected: &str| {
        check("en", fields, |page| {
            let place = page.facts.iter().find(|(label, _)| label == "Place").map(|(_, value)| value.text.as_str());
            assert_eq!(place, Some(expected));
        });
    };
    place(r#""lessons": []"#, "The valley");
    place(r#""geographies": ["geo-east", "geo-west"]"#, "Eastside and Westside");
}

#[test]
fn a_step_whose_day_has_passed_is_late() {
    let steps = r#""milestones": [
        {"id": "a", "title": "A", "due": "2024-01", "done_on": "2024-02-12", "state": "done"},
        {"id": "b", "title": "B", "due": "2026-12", "state": "doing"},
        {"id": "c", "title": "C", "due": "2026-10", "state": "planned"},
        {"id": "d", "title": "D", "due": "2026", "state": "planned"},
        {"id": "e", "title": "E", "due": "2025-01", "state": "late", "note": "The bus."},
        {"id": "f", "title": "F", "due": "2024-01", "state": "dropped", "note": "Not needed."}]"#;
    check("en", steps, |page| {
        let steps: Vec<_> =
            page.steps.iter().map(|step| format!("{} {}, {}", step.title.text, step.state.word, step.when)).collect();
        let expected = [
            "A Done, due January 2024, done 12 February 2024",
            "B Under way, due December 2026",
            "C Late, due October 2026",
            "D Planned, due 2026",
            "E Late, due January 2025",
            "F Dropped, due January 2024",
        ];
        assert_eq!(steps, expected);
        assert_eq!(page.steps[4].note.as_ref().map(|note| note.text.as_str()), Some("The bus."));
        assert_eq!(page.steps[2].state.sign, Sign::Late);
    });
}

#[test]
fn means_are_added_up_only_where_they_are_alike() {
    let resources = r#""resources": [
        {"kind": "cash", "amount": 84000, "currency": "USD", "year": "2025", "basis": "actual"},
        {"kind": "cash", "amount": 1000.5, "currency": "USD", "year": "2025", "basis": "actual"},
        {"kind": "cash", "amount": 90000, "currency": "USD", "year": "2025", "basis": "planned"},
        {"kind": "cash", "amount": 56000, "currency": "USD", "year": "2026", "basis": "planned", "from": "par-library"},
        {"kind": "people", "amount": 1, "year": "2025", "basis": "actual"}]"#;
    check("en", resources, |page| {
        let rows: Vec<_> = page
            .resources
            .iter()
            .map(|row| {
                let from = row.from.as_ref().map(|from| from.label.text.as_str()).unwrap_or_default();
                format!("{} {} {from}: {} / {}", row.year, row.kind, row.planned, row.actual)
            })
            .collect();
        let expected = [
            "2026 Money Library: $56,000 / not given",
            "2025 Money : $90,000 / $85,000.50",
            "2025 Working time : not given / 1 hour",
        ];
        assert_eq!(rows, expected);
    });
}

#[test]
fn coproduction_is_a_strip_and_a_sentence() {
    let shared = |strip: &str, expected: &str| {
        check("en", &format!(r#""coproduction": {strip}"#), |page| {
            let strip = page.coproduction;
            assert_eq!(strip.says, expected);
            assert_eq!(strip.steps.map(|step| step.name), ["Commission", "Design", "Deliver", "Assess"]);
        });
    };
    let strip = r#"{"commission": "agency", "design": "shared", "deliver": "residents", "assess": "none"}"#;
    shared(strip, "Shared with residents in 2 of 4 steps");
    shared(&strip.replace("shared", "agency").replace("residents", "agency"), "Not shared with residents");
    let all = strip.replace("agency", "shared").replace("none", "shared");
    shared(&all, "Shared with residents in every step");
}

#[test]
fn a_pilot_says_what_was_decided_or_that_it_is_overdue() {
    let pilot = |fields: &str, expected: &[&str]| {
        let fields = format!(r#""kind": "pilot", "hypothesis": "They come.", {fields}"#);
        check("en", &fields, |page| assert_eq!(said(&page.pilot), expected));
    };
    let (what, when) = ("What it tries to find out: They come.", "Looked at again: April 2026");
    pilot(r#""review_on": "2026-04", "verdict": "adapt""#, &[what, when, "Decision: Go on, with changes"]);
    let overdue = "Decision: Overdue: no decision has been published";
    pilot(r#""review_on": "2026-04""#, &[what, when, overdue]);
    pilot(r#""review_on": "2027""#, &[what, "Looked at again: 2027", "Decision: Still open"]);
}

#[test]
fn a_policy_shows_the_stages_behind_and_ahead() {
    check("en", r#""kind": "policy_change", "stage": "adopted""#, |page| {
        let stages: Vec<_> = page.stages.iter().map(|stage| (stage.name.as_str(), stage.done, stage.current)).collect();
        let expected = [
            ("Proposed", true, false),
            ("Drafted", true, false),
            ("Adopted", false, true),
            ("In force", false, false),
            ("Reviewed", false, false),
        ];
        assert_eq!(stages, expected);
    });
}

#[test]
fn people_served_are_counted_or_not_published() {
    let served = r#""serves": {"population": "Grades 1 to 3", "planned": 1300, "reached": 262, "as_of": "2024-06"}"#;
    check("en", served, |page| {
        assert_eq!(
            said(&page.serves),
            ["Who it is for: Grades 1 to 3", "Planned for: 1,300", "Reached: 262, as of June 2024"]
        );
    });
    check("en", r#""serves": {"population": "Grades 1 to 3"}"#, |page| {
        let reached = "Reached: Not counted, or too few to publish";
        assert_eq!(said(&page.serves), ["Who it is for: Grades 1 to 3", reached]);
    });
}

#[test]
fn a_missing_plan_is_said() {
    check("en", r#""continuity": {"funding_ends": "2027-06"}"#, |page| {
        let expected = [
            "Funding ends: June 2027, in 7 months",
            "Plan after that: No plan yet",
            "Who answers for it then: Nobody yet",
        ];
        assert_eq!(said(&page.continuity), expected);
    });
    check("en", r#""continuity": {"plan": "School budget", "owner_after": "par-library"}"#, |page| {
        assert_eq!(said(&page.continuity), ["Plan after that: School budget", "Who answers for it then: Library"]);
        assert_eq!(page.continuity[1].href.as_deref(), Some("/partners/par-library/"));
    });
}

#[test]
fn people_and_ways_to_use_it_are_listed() {
    let fields = r#""people": {"staff_fte": 1.5, "volunteers": 38, "paid_residents": 1},
        "access": {"how": "Ask at the desk.", "languages": ["English", "Spanish"], "url": "https://library.example.org/help/"}"#;
    check("en", fields, |page| {
        let people = ["Paid staff: 1.5 full-time posts", "Volunteers: 38", "Residents paid for it: 1"];
        assert_eq!(said(&page.people), people);
        let access =
            ["What to do: Ask at the desk.", "Languages: English and Spanish", "Read more: library.example.org/help"];
        assert_eq!(said(&page.access), access);
    });
}

#[test]
fn measures_it_hopes_to_move_are_rows() {
    check("en", r#""indicators": ["ind-reading"]"#, |page| {
        assert_eq!(page.contributes.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["ind-reading"]);
        assert!(page.performance.is_none());
    });
}

#[test]
fn an_unknown_activity_has_no_page() {
    assert!(activity_page(&Small::new(&[]).context("en"), "act-none").is_none());
}

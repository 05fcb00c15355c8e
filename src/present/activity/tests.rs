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

#[test]
fn the_style_places_six_aspects_and_says_what_is_missing() {
    let style =
        r#""delivery_style": {"control": 2, "engagement": 5, "flexibility": 1, "innovation": 3, "outcomes": 4}"#;
    check("en", style, |page| {
        let style = page.style.unwrap();
        assert_eq!(style.says, "5 of 6 aspects are placed. Not said: Accountability.");
        assert_eq!(style.agreed.text, "Nobody has said who agreed these places.");
        let control = &style.aspects[0];
        assert_eq!((control.says.as_str(), control.places), ("2 of 5", [false, true, false, false, false]));
        assert_eq!(control.ends, ["staff decide", "residents decide"]);
        assert_eq!((style.aspects[4].says.as_str(), style.aspects[4].places), ("Not said", [false; 5]));
    });
    check("en", r#""lessons": ["L"]"#, |page| assert!(page.style.is_none()));
}

#[test]
fn nobody_has_said_who_shares_the_work() {
    check("en", r#""lessons": ["L"]"#, |page| {
        assert_eq!(page.coproduction.says, "Nobody has said who shares the work.");
        assert!(page.coproduction.steps.iter().all(|step| step.who.is_none() && step.word == "Not said"));
    });
}

#[test]
fn a_stopped_pilot_says_so_plainly() {
    let stopped = r#""kind": "pilot", "hypothesis": "H", "review_on": "2025", "status": "ended", "status_reason": "R", "verdict": "stop""#;
    check("en", stopped, |page| {
        assert!(page.stopped.unwrap().starts_with("This pilot was stopped."));
        assert_eq!(page.lessons[0].text, "Nobody has written down yet what was learned.");
    });
    check("en", r#""kind": "project", "status": "ended", "status_reason": "R""#, |page| assert_eq!(page.stopped, None));
}

#[test]
fn stages_of_a_policy_have_dates_and_what_residents_can_do() {
    let policy = r#""kind": "policy_change", "stage": "drafted", "stage_dates": [
        {"stage": "proposed", "on": "2025-03-04"}, {"stage": "adopted", "on": "2026-09", "note": "Speak."},
        {"stage": "in_force", "on": "2027-07"}]"#;
    check("en", policy, |page| {
        let steps: Vec<_> = page
            .stage_steps
            .iter()
            .map(|step| format!("{} {}: {}", step.title.text, step.state.word, step.when))
            .collect();
        let expected = [
            "Proposed Done: 4 March 2025",
            "Drafted Now here: No date given",
            "Adopted Late: was expected September 2026, not reached yet",
            "In force Ahead: expected July 2027",
            "Reviewed Ahead: No date given",
        ];
        assert_eq!(steps, expected);
        assert_eq!(page.stage_steps[2].note.as_ref().unwrap().text, "Speak.");
    });
    check("en", r#""kind": "policy_change", "stage": "drafted""#, |page| assert!(page.stage_steps.is_empty()));
}

#[test]
fn access_begins_with_whom_it_is_for() {
    let fields = r#""serves": {"population": "Grades 1 to 3"}, "access": {"how": "Ask."}, "locations": [{"text": "Hill Street hall"}]"#;
    check("en", fields, |page| {
        assert_eq!(said(&page.access), ["Who it is for: Grades 1 to 3", "What to do: Ask.", "Where: Hill Street hall"]);
        assert_eq!(page.no_access, None);
    });
    check("en", r#""serves": {"population": "Grades 1 to 3"}"#, |page| {
        assert!(page.access.is_empty());
        assert_eq!(page.no_access.unwrap(), "Nobody has written down yet how to use it. Ask Reading Circle.");
    });
    check("en", r#""kind": "project", "lessons": ["L"]"#, |page| assert_eq!(page.no_access, None));
}

#[test]
fn spent_is_held_against_planned_in_words() {
    let resource = |basis: &str, amount: u32| {
        format!(r#"{{"kind": "cash", "amount": {amount}, "currency": "USD", "year": "2025", "basis": "{basis}"}}"#)
    };
    let difference = |resources: &[String], expected: &str| {
        check("en", &format!(r#""resources": [{}]"#, resources.join(",")), |page| {
            assert_eq!(page.resources[0].difference, expected);
        });
    };
    difference(&[resource("planned", 100), resource("actual", 80)], "$20 less than planned");
    difference(&[resource("planned", 100), resource("actual", 130)], "$30 more than planned");
    difference(&[resource("planned", 100), resource("actual", 100)], "as planned");
    difference(&[resource("planned", 100)], "not known");
}

#[test]
fn money_that_ends_says_in_how_many_months() {
    let ends = |on: &str, expected: &str| {
        check("en", &format!(r#""continuity": {{"funding_ends": "{on}"}}"#), |page| {
            assert_eq!(page.continuity[0].says.text, expected);
        });
    };
    ends("2026-11", "November 2026, this month");
    ends("2026-12", "December 2026, in 1 month");
    ends("2026-06", "June 2026: that has passed");
}

#[test]
fn a_legal_duty_is_said_in_words() {
    check("en", r#""mandate": {"text": "School Act 4", "url": "https://law.example.org/4/"}"#, |page| {
        let (required, duty, link) = page.mandate.unwrap();
        assert_eq!((required.as_str(), duty.text.as_str()), ("Required by law:", "School Act 4"));
        assert_eq!(link.unwrap().label.text, "law.example.org/4");
    });
}

#[test]
fn residents_who_are_paid_are_counted_or_nobody_did() {
    check("en", r#""people": {"volunteers": 3}"#, |page| {
        assert_eq!(said(&page.people), ["Volunteers: 3", "Residents paid for it: Nobody counted"]);
    });
}

#[test]
fn open_needs_say_how_to_answer() {
    let activity = r#"{"id": "act-one", "title": "One", "plain_summary": "S", "kind": "project", "status": "active",
        "lead": "par-circle", "goals": ["goal-read"]}"#;
    let need = |id: &str, fields: &str| {
        format!(
            r#"{{"id": "{id}", "kind": "need", "what": "time", "text": "Two readers", "by": "par-circle", "activity": "act-one"{fields}}}"#
        )
    };
    let open = need(
        "need-a",
        r#", "until": "2027-01-05", "state": "open", "contact": {"kind": "phone", "value": "+1-555-0102"}"#,
    );
    let passed = need("need-b", r#", "until": "2026-01", "state": "open""#);
    let met = need("need-c", r#", "state": "met""#);
    let small = Small::new(&[
        ("activities/act-one.json", activity),
        ("needs/need-a.json", &open),
        ("needs/need-b.json", &passed),
        ("needs/need-c.json", &met),
    ]);
    let page = activity_page(&small.context("en"), "act-one").unwrap();
    let said = |ask: &Ask| {
        let contact = ask.contact.as_ref().map_or("", |contact| contact.says.text.as_str());
        format!("{}, {}. {} {contact}", ask.kind, ask.by.as_ref().unwrap().label.text, ask.until.as_ref().unwrap())
    };
    let expected = [
        "Needed: time, Reading Circle. Until 5 January 2027 +1-555-0102",
        "Needed: time, Reading Circle. Was wanted by January 2026. Ask whether it is still open. ",
    ];
    assert_eq!(page.asks.iter().map(said).collect::<Vec<_>>(), expected);
}

use super::*;
use crate::present::testing::Small;

/// Four activities: a pilot of the circle, a stopped pilot, a rule, a service of the library.
#[track_caller]
fn check(query: &str, expect: impl FnOnce(Portfolio)) {
    let activity = |id: &str, fields: &str| {
        let lead = if fields.contains("\"lead\"") { "" } else { r#""lead": "par-library","# };
        format!(r#"{{"id": "{id}", "title": "{id}", "plain_summary": "S", {lead} {fields}}}"#)
    };
    let pilot = activity(
        "act-pilot",
        r#""kind": "pilot", "status": "active", "lead": "par-circle", "goals": ["goal-read", "goal-home"], "hypothesis": "They come.",
        "review_on": "2026-04", "geographies": ["geo-east"],
        "coproduction": {"commission": "residents", "design": "residents", "deliver": "residents", "assess": "none"},
        "delivery_style": {"control": 5, "engagement": 4},
        "handover": [{"from": "agency", "to": "shared", "on": "2025-01", "support": "A desk"}, {"from": "shared", "to": "residents", "on": "2027"}],
        "continuity": {"funding_ends": "2027-06"}"#,
    );
    let stopped = activity(
        "act-stopped",
        r#""kind": "pilot", "status": "ended", "status_reason": "Nobody came.", "goals": ["goal-read"], "hypothesis": "H",
        "review_on": "2025-01", "verdict": "stop", "lessons": ["Ask first."]"#,
    );
    let rule = activity(
        "act-rule",
        r#""kind": "policy_change", "stage": "drafted", "status": "active", "goals": ["goal-home"],
        "stage_dates": [{"stage": "adopted", "on": "2027-02", "note": "Speak at the council."}],
        "delivery_style": {"control": 1}"#,
    );
    let service = activity(
        "act-service",
        r#""kind": "service", "status": "active", "goals": ["goal-home"],
        "coproduction": {"commission": "agency", "design": "agency", "deliver": "shared", "assess": "agency"},
        "continuity": {"funding_ends": "2029", "plan": "City budget", "owner_after": "par-library"}"#,
    );
    let small = Small::new(&[
        ("activities/act-pilot.json", pilot.as_str()),
        ("activities/act-stopped.json", &stopped),
        ("activities/act-rule.json", &rule),
        ("activities/act-service.json", &service),
    ]);
    let context = small.context("en");
    expect(portfolio(&context, &portfolio_index(&context), &Query::parse(query)));
}

/// A row as "name: counts, not said".
fn row(row: &SpreadRow) -> String {
    let counts: Vec<_> = row.cells.iter().map(|cell| cell.count.as_str()).collect();
    format!("{}: {}, {}", row.name, counts.join(" "), row.unsaid)
}

#[test]
fn every_aspect_counts_each_place_and_what_nobody_said() {
    check("", |page| {
        assert_eq!(page.style.groups.len(), 1);
        let rows = &page.style.groups[0].rows;
        assert_eq!(rows.len(), 6);
        assert_eq!((row(&rows[0]), rows[0].said.as_str()), ("Control: 1 0 0 0 1, 2".into(), "2 of 4 said"));
        assert_eq!(row(&rows[1]), "Engagement: 0 0 0 1 0, 3");
        assert_eq!(rows[0].cells.iter().map(|cell| cell.tenths).collect::<Vec<_>>(), [10, 0, 0, 0, 10]);
        let deliver = &page.phases.groups[0].rows[2];
        assert_eq!(row(deliver), "Deliver: 0 1 1 0, 2");
    });
}

#[test]
fn headlines_are_made_from_the_counts() {
    check("", |page| {
        let expected = [
            "Residents help deliver 2 of the 2 activities that say who does; 1 they deliver by themselves. 2 have not said.",
            "2 of 4 have said who is in control: 1 stand nearer “staff decide”, 0 in the middle, 1 nearer “residents decide”.",
        ];
        assert_eq!(page.says, expected);
    });
}

#[test]
fn the_tables_can_be_split_and_narrowed() {
    let groups = |query: &str, expected: &[&str]| {
        check(query, |page| {
            let said = page.style.groups.iter().map(|group| format!("{}: {}", group.name.text, group.count));
            assert_eq!(said.collect::<Vec<_>>(), expected);
        });
    };
    groups("by=goal", &["Children read well: 2 activities", "Families read at home: 3 activities"]);
    groups("by=place", &["Eastside: 1 activity", "Everywhere: 3 activities"]);
    groups("by=lead", &["Public agency: 3 activities", "Informal group: 1 activity"]);
    groups("by=lead&goal=goal-read", &["Public agency: 1 activity", "Informal group: 1 activity"]);
    groups("lead=informal_group", &[": 1 activity"]);
    check("by=goal", |page| {
        let options = page.switch.iter().map(|(link, current)| (link.href.as_str(), *current));
        let expected = [
            ("/portfolio/", false),
            ("/portfolio/?by=goal", true),
            ("/portfolio/?by=place", false),
            ("/portfolio/?by=lead", false),
        ];
        assert_eq!(options.collect::<Vec<_>>(), expected);
    });
}

#[test]
fn pilots_say_what_is_due_and_stopped_ones_stay() {
    check("", |page| {
        assert_eq!(page.trying_says, "1 pilot is being tried or was kept. 1 was stopped.");
        let trial = &page.trying[0];
        assert!(trial.overdue);
        assert_eq!(trial.decision, "Overdue: no decision has been published");
        let stopped = &page.stopped[0];
        assert_eq!((stopped.decision.as_str(), stopped.lessons[0].text.as_str()), ("Stop", "Ask first."));
    });
}

#[test]
fn what_residents_run_shows_the_way_there() {
    check("", |page| {
        assert_eq!(page.residents_says, "1 of 4 activities is run by residents or on the way there.");
        let run = &page.residents[0];
        assert_eq!(run.why, "A group of residents leads it, and residents deliver it.");
        let steps: Vec<_> = run
            .handovers
            .iter()
            .map(|step| {
                format!("{}: {}, {}. {}", step.state.word, step.title.text, step.when, step.note.as_ref().unwrap().text)
            })
            .collect();
        let expected = [
            "Done: From the agency to agency and residents together, January 2025. A desk",
            "Planned: From agency and residents together to residents, 2027. Nobody has said which support stays.",
        ];
        assert_eq!(steps, expected);
    });
}

#[test]
fn rules_say_when_to_speak_up() {
    check("", |page| {
        let (stage, rules) = &page.rules[0];
        let next = rules[0].next.as_ref().unwrap();
        assert_eq!((stage.as_str(), next.when.as_str()), ("Drafted", "expected February 2027"));
        assert_eq!(next.note.as_ref().unwrap().text, "Speak at the council.");
    });
}

#[test]
fn what_ends_soon_says_who_comes_after() {
    check("", |page| {
        let says = "The money of 1 activity ends within 12 months. 2 of 3 that go on say when theirs ends.";
        assert_eq!(page.ends_says, says);
        let end = &page.ends[0];
        assert_eq!(
            (end.ends.as_str(), end.after.as_ref().err().map(String::as_str)),
            ("June 2027, in 7 months", Some("Nobody yet"))
        );
    });
}

#[test]
fn a_feed_without_activities_says_so() {
    let small = Small::new(&[]);
    let context = small.context("en");
    let page = portfolio(&context, &portfolio_index(&context), &Query::default());
    assert_eq!(page.empty.unwrap().href, "/");
    check("goal=goal-none", |page| assert_eq!(page.empty.unwrap().href, "/portfolio/"));
}

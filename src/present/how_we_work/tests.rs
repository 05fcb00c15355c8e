use super::*;
use crate::present::testing::{READING, Small};

const GROUP: (&str, &str) = (
    "workgroups/wg-read.json",
    r#"{"id": "wg-read", "title": "Reading table", "purpose": "To read.", "kind": "action_network", "goals": ["goal-read"],
    "chairs": ["par-library"], "members": [{"partner": "par-library"}, {"partner": "par-circle", "role": "brings parents",
    "since": "2023"}, {"partner": "par-library", "role": "gone", "until": "2020"}],
    "seats": [{"sector": "residents", "count": 5, "paid": true}, {"sector": "agencies", "count": 4, "resident_count": 1},
    {"sector": "schools", "count": 3}], "decision_rule": "consent", "meets": "Monthly", "public": true}"#,
);

const DECISION: (&str, &str) = (
    "decisions/dec-hours.json",
    r#"{"id": "dec-hours", "title": "Open later", "what": "Until eight.", "made_by": "wg-read", "on": "2026-11-02",
    "result": "agreed", "reason": "Parents work."}"#,
);

fn event(on: &str, status: &str) -> (String, String) {
    let text = format!(
        r#"{{"id": "evt-{on}", "title": "Table meets", "start": "{on}T18:00:00-06:00", "tz": "America/Chicago", "where": {{"text": "Hall"}},
        "kind": "meeting", "status": "{status}", "open_to": "public", "workgroup": "wg-read"}}"#
    );
    (format!("events/evt-{on}.json"), text)
}

fn strategy(id: &str, fields: &str) -> (String, String) {
    let text = format!(
        r#"{{"id": "{id}", "title": "{id}", "plain_summary": "P", "kind": "programme", "status": "active", {fields}}}"#
    );
    (format!("strategies/{id}.json"), text)
}

fn owned(records: &[(&str, &str)]) -> Vec<(String, String)> {
    records.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

fn small(records: &[(String, String)]) -> Small {
    Small::new(&records.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect::<Vec<_>>())
}

/// Facts and gaps of one condition.
#[track_caller]
fn check(records: &[(String, String)], condition: usize, expected: &[&str]) {
    let small = small(records);
    let page = how_we_work_page(&small.context("en"));
    let found = &page.conditions[condition];
    let gaps = found.missing.iter().map(|gap| {
        let links: Vec<_> = gap.links.iter().map(|link| link.label.text.as_str()).collect();
        format!("! {} {}", gap.says, links.join(", "))
    });
    let said: Vec<_> = found.facts.iter().map(|fact| fact.says.text.clone()).chain(gaps).collect();
    assert_eq!(said, expected);
}

#[test]
fn the_agenda_is_counted_by_who_keeps_and_who_set_it() {
    check(
        &[],
        0,
        &[
            "1 of 2 goals have a partner that answers for them.",
            "Residents set 0 of 2 goals.",
            "! One goal has nobody who answers for it: Families read at home",
            "! Of 2 goals it is not said who set them: Children read well, Families read at home",
        ],
    );
}

#[test]
fn measures_are_counted_by_figures_targets_and_age() {
    check(
        &owned(&READING),
        1,
        &[
            "1 of 1 measures have two figures or more, so that a change can be seen.",
            "0 of 1 measures have a target.",
            "For 0 of 1 measures no figure is overdue.",
            "! One figure is overdue: Reading at grade level",
        ],
    );
}

#[test]
fn meetings_news_and_answers_are_counted_by_their_days() {
    let mut records = owned(&[GROUP, DECISION]);
    records.extend([
        event("2026-11-01", "confirmed"),
        event("2026-12-01", "confirmed"),
        event("2026-12-02", "cancelled"),
    ]);
    records.push((
        "updates/upd-one.json".into(),
        r#"{"id": "upd-one", "title": "News", "body": "B", "on": "2026-11-12", "kind": "news", "author": "par-library"}"#.into(),
    ));
    check(
        &records,
        3,
        &[
            "The latest news is of 12 November 2026, 10 days ago.",
            "1 meeting in the last 90 days, 1 in the next 90.",
            "1 decision published in the last 365 days, with its reason.",
            "! Nothing that residents said has been written down. Take part",
        ],
    );
}

#[test]
fn nothing_is_said_to_be_missing_not_zero_only() {
    check(
        &[],
        3,
        &[
            "No meetings in the last 90 days, none in the next 90.",
            "No decisions published in the last 365 days.",
            "! There is no news. News",
            "! No meeting is announced for the next 90 days. Events",
            "! Nothing that residents said has been written down. Take part",
        ],
    );
}

#[test]
fn the_backbone_is_named_with_what_is_known_of_its_staff() {
    check(
        &owned(&[GROUP]),
        4,
        &[
            "Library keeps the whole together.",
            "It leads 1 of 1 work groups.",
            "! With how many people it works is not said. Library",
        ],
    );
}

#[test]
fn a_table_says_who_sits_there_and_when_it_meets() {
    let mut records = owned(&[GROUP]);
    records.extend([event("2026-12-02", "cancelled"), event("2026-12-09", "confirmed")]);
    let small = small(&records);
    let page = how_we_work_page(&small.context("en"));
    let group = &page.groups[0];
    assert_eq!(group.next.as_ref().unwrap().label.text, "Table meets, 9 December 2026");
    let members: Vec<_> = (group.members.iter())
        .map(|one| format!("{} {}", one.partner.label.text, one.note.as_deref().unwrap_or("")))
        .collect();
    assert_eq!(members, ["Library leads it", "Reading Circle brings parents · since 2023"]);
    let says = "6 of 12 seats are residents’; 5 are paid. For 3 seats nobody counted who lives here.";
    assert_eq!(group.seats, says);
    let table = page.seats.unwrap();
    let rows: Vec<_> = table.rows.iter().map(|row| format!("{} {}", row.sector, row.cells.join(" "))).collect();
    assert_eq!(rows, ["Residents 5 5 5", "Agencies 4 1 0", "Schools 3 nobody counted 0"]);
    assert_eq!(table.total.cells, ["12", "6, and 3 not counted", "5"]);
}

#[test]
fn decisions_lead_to_where_they_stand() {
    let small = small(&owned(&[GROUP, DECISION]));
    let page = how_we_work_page(&small.context("en"));
    let row = &page.decisions[0];
    assert_eq!(row.title.href, "/promises/#dec-hours");
    assert_eq!((row.result.word.as_str(), row.reason.text.as_str()), ("Agreed", "Parents work."));
}

#[test]
fn every_strategy_stands_once_with_its_place() {
    let mut records = owned(&READING);
    records.extend([
        strategy(
            "str-one",
            r#""goals": ["goal-read", "goal-home"], "leads_to": [{"to": "ind-reading", "strength": "strong"}]"#,
        ),
        strategy("str-two", r#""goals": ["goal-home"], "evidence": {"level": "mixed"}"#),
    ]);
    let activity = r#"{"id": "act-one", "title": "One", "plain_summary": "P", "kind": "service", "status": "active",
        "lead": "par-library", "goals": ["goal-read"], "strategies": ["str-one"], "indicators": ["ind-reading"]}"#;
    records.push(("activities/act-one.json".into(), activity.into()));
    let small = small(&records);
    let page = how_we_work_page(&small.context("en"));
    let said = page.maps.iter().flat_map(|map| &map.strategies).map(|one| {
        let steps: Vec<_> = one.leads_to.iter().map(|(link, how)| format!("{} ({how})", link.label.text)).collect();
        let id = one.id.as_deref().unwrap_or("-");
        format!("{id} {} {} {}", one.evidence, steps.join(", "), one.activities.len())
    });
    let expected = [
        "str-one How well it is proven is not said. Reading at grade level (much speaks for it) 1",
        "- How well it is proven is not said. Reading at grade level (much speaks for it) 0",
        "str-two Proof so far: mixed.  0",
    ];
    assert_eq!(said.collect::<Vec<_>>(), expected);
    let picture = page.maps[0].picture.as_ref().unwrap();
    assert_eq!((picture.boxes.len(), picture.edges.len()), (4, 3));
}

#[test]
fn an_empty_feed_says_what_is_not_there() {
    let small = small(&[]);
    let page = how_we_work_page(&small.context("es"));
    assert!(page.no_groups.is_some() && page.no_decisions.is_some() && page.no_strategies.is_some());
    assert!(page.seats.is_none());
}

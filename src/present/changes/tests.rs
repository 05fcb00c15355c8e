use super::*;
use crate::feed::diff::diff;
use crate::present::testing::{READING, Small};

const TARGET: (&str, &str) = (
    "indicators/ind-reading.json",
    r#"{"id": "ind-reading", "title": "Reading at grade level", "plain_summary": "Third graders.", "definition": "D",
    "level": "population", "goals": ["goal-read"], "unit": {"kind": "percent", "decimals": 1}, "direction": "increase",
    "aggregation": "none", "period_type": "year", "update_frequency": "yearly", "expected_lag_days": 60,
    "baseline": {"period": "2022"}, "method": "census", "source": ["src-test"], "steward": "par-library", "phase": "live",
    "targets": [{"value": 70, "by": "2030", "kind": "aspiration"}]}"#,
);
const CORRECTED: (&str, &str) =
    ("series/ind-reading.csv", "period,value,status\n2022,50.4,final\n2023,52.5,final\n2024,56.2,final\n");
const LONGER: (&str, &str) = (
    "series/ind-reading.csv",
    "period,value,status\n2022,50.4,final\n2023,52,final\n2024,56.2,final\n2025,57,provisional\n",
);
const WITHHELD: (&str, &str) =
    ("series/ind-reading.csv", "period,value,status\n2022,50.4,final\n2023,,suppressed\n2024,56.2,final\n");
const TUTORING: (&str, &str) = (
    "activities/act-tutoring.json",
    r#"{"id": "act-tutoring", "title": "Tutoring", "plain_summary": "Three afternoons.", "kind": "programme",
    "status": "planned", "lead": "par-circle", "goals": ["goal-read"],
    "milestones": [{"id": "open", "title": "Open the room", "due": "2026-12", "state": "planned"}]}"#,
);
const RUNNING: (&str, &str) = (
    "activities/act-tutoring.json",
    r#"{"id": "act-tutoring", "title": "Tutoring", "plain_summary": "Three afternoons.", "kind": "programme",
    "status": "active", "lead": "par-circle", "partners": [{"partner": "par-library", "role": "host"}],
    "goals": ["goal-read"],
    "milestones": [{"id": "open", "title": "Open the room", "due": "2026-12", "done_on": "2026-11", "state": "done"}]}"#,
);

/// The feed of reading with these records in place of its own.
fn small(records: &[(&str, &str)]) -> Small {
    let own = READING.iter().filter(|(path, _)| !records.iter().any(|(known, _)| known == path));
    Small::new(&own.chain(records).copied().collect::<Vec<_>>())
}

#[track_caller]
fn check(lang: &str, old: &[(&str, &str)], new: &[(&str, &str)], sentence: &str, lines: &[&str]) {
    let (old, new) = (small(old), small(new));
    let context = new.context(lang);
    let changes = diff(old.context(lang).feed, context.feed);
    let said: Vec<String> = records(&context, &changes)
        .into_iter()
        .flat_map(|record| record.lines.into_iter().map(move |line| format!("{}: {line}", record.name.text)))
        .collect();
    assert_eq!(
        (summary(&context, &changes).as_str(), said),
        (sentence, lines.iter().map(|line| (*line).to_owned()).collect())
    );
}

#[test]
fn a_correction_says_both_values_and_whether_the_target_stays() {
    check(
        "en",
        &[TARGET],
        &[TARGET, CORRECTED],
        "Reading at grade level 2023 corrected from 52.0% to 52.5%; target unchanged.",
        &["Reading at grade level: 2023 corrected from 52.0% to 52.5%; target unchanged."],
    );
    check(
        "es",
        &[],
        &[CORRECTED],
        "Reading at grade level 2023, corregido de 52,0\u{a0}% a 52,5\u{a0}%.",
        &["Reading at grade level: 2023, corregido de 52,0\u{a0}% a 52,5\u{a0}%."],
    );
}

#[test]
fn of_many_targets_that_moved_their_number_is_said() {
    let of = |name: &str, value: u8| {
        let (path, text) = TARGET;
        let own = text.replace("\"value\": 70", &format!("\"value\": {value}")).replace("ind-reading", name);
        (path.replace("ind-reading", name), own.replace("Reading at", &format!("{name} at")))
    };
    let feed = |names: [(&str, u8); 3]| {
        let own = names.map(|(name, value)| of(name, value));
        let figures = names.map(|(name, _)| (format!("series/{name}.csv"), READING[1].1.to_owned()));
        let all: Vec<_> = own.iter().chain(&figures).map(|(path, text)| (path.as_str(), text.as_str())).collect();
        Small::new(&all)
    };
    let said = |now: [u8; 3]| {
        let names = ["ind-a1", "ind-b2", "ind-c3"];
        let (old, new) = (feed(names.map(|name| (name, 70))), feed(std::array::from_fn(|at| (names[at], now[at]))));
        let context = new.context("en");
        summary(&context, &diff(old.context("en").feed, context.feed))
    };
    assert_eq!(said([75, 75, 70]), "Target of ind-a1 at grade level changed; target of ind-b2 at grade level changed.");
    assert_eq!(said([75, 75, 75]), "Targets of 3 measures changed.");
}

#[test]
fn new_figures_are_said() {
    check(
        "en",
        &[],
        &[LONGER],
        "Reading at grade level 2025 added: 57.0%.",
        &["Reading at grade level: 2025 added: 57.0%."],
    );
}

#[test]
fn a_withheld_figure_is_named_without_its_value() {
    check("en", &[], &[WITHHELD], "1 figure withheld.", &["Reading at grade level: 2023 is now withheld."]);
}

#[test]
fn a_target_is_said_with_value_and_date() {
    check(
        "en",
        &[],
        &[TARGET],
        "Target of Reading at grade level changed.",
        &["Reading at grade level: Target set: 70.0% by 2030."],
    );
    check(
        "en",
        &[TARGET],
        &[],
        "Target of Reading at grade level changed.",
        &["Reading at grade level: Target taken out: 70.0% by 2030."],
    );
}

#[test]
fn records_are_counted_by_kind() {
    check("en", &[], &[TUTORING], "1 activity added.", &["Tutoring: New."]);
    check("es", &[TUTORING], &[], "1 actividad retirada.", &["Tutoring: Retirado."]);
}

#[test]
fn states_steps_and_partners_are_said_by_name() {
    check(
        "en",
        &[TUTORING],
        &[RUNNING],
        "Tutoring is now active; Tutoring: “Open the room” done; 1 text or fact changed.",
        &[
            "Tutoring: Status changed from planned to active.",
            "Tutoring: Partner added: Library.",
            "Tutoring: Milestone “Open the room” changed to done.",
        ],
    );
}

#[test]
fn nothing_is_said_of_nothing() {
    check("en", &[], &[], "Nothing changed.", &[]);
}

/// A history of three versions: as it was, corrected, back again.
fn history(old: &Small, new: &Small) -> History {
    let (old, new) = (old.context("en").feed, new.context("en").feed);
    let version = |on: &str, commit: &str, changes| Version {
        on: Date::parse(on).unwrap(),
        commit: commit.to_owned(),
        changes,
        left_out: 0,
    };
    let versions = vec![
        version("2026-08-01", "c3", diff(new, old)),
        version("2026-05-01", "c2", diff(old, new)),
        version("2026-03-01", "c1", Vec::new()),
    ];
    History::new(versions, true, 0)
}

#[track_caller]
fn check_list(query: &str, title: &str, net: Option<&str>, versions: &[&str]) {
    let (old, new) = (small(&[]), small(&[CORRECTED]));
    let list = changes_list(&old.context("en"), &history(&old, &new), &Query::parse(query));
    let ids: Vec<_> = list.versions.iter().map(|version| version.id.as_str()).collect();
    assert_eq!(
        (list.title.as_str(), list.net.as_ref().map(|net| net.summary.as_str()), ids.as_slice()),
        (title, net, versions)
    );
}

#[test]
fn the_address_says_what_is_listed() {
    check_list("", "All versions", None, &["v-c3", "v-c2", "v-c1"]);
    check_list(
        "since=2026-08-01",
        "1 version since 1 August 2026",
        Some("Reading at grade level 2023 corrected from 52.5% to 52.0%."),
        &["v-c3"],
    );
    check_list("since=2026-04", "2 versions since 1 April 2026", Some("Nothing changed."), &["v-c3", "v-c2"]);
    check_list("since=2027-01-01", "No new version since 1 January 2027", None, &[]);
    check_list(
        "from=c1&to=c2",
        "From 1 March 2026 to 1 May 2026",
        Some("Reading at grade level 2023 corrected from 52.0% to 52.5%."),
        &[],
    );
    check_list("from=c3&to=c1", "From 1 March 2026 to 1 August 2026", Some("Nothing changed."), &[]);
    for unknown in ["from=nothing", "since=yesterday"] {
        check_list(unknown, "This address asks for a version or a day that is not known here.", None, &[]);
    }
}

#[test]
fn choosing_one_version_keeps_the_other() {
    let (old, new) = (small(&[]), small(&[CORRECTED]));
    let context = old.context("es");
    let history = history(&old, &new);
    let href =
        |query: &str, name: &str, commit: &str| between_href(&context, &history, &Query::parse(query), name, commit);
    assert_eq!(href("", "from", "c2"), "/es/changes/?from=c2&to=c3");
    assert_eq!(href("from=c2&to=c3", "to", "c1"), "/es/changes/?from=c2&to=c1");
    assert_eq!(href("since=2026-05-01", "to", "c2"), "/es/changes/?from=c1&to=c2");
    assert_eq!(since_href(&context, "2026-05-01"), "/es/changes/?since=2026-05-01");
}

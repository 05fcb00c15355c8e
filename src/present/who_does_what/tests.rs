use super::*;
use crate::present::testing::{READING, Small};

fn activity(id: &str, fields: &str) -> (String, String) {
    let text = format!(
        r#"{{"id": "{id}", "title": "{id}", "plain_summary": "P", "kind": "service", "status": "active", {fields}}}"#
    );
    (format!("activities/{id}.json"), text)
}

fn partner(id: &str, fields: &str) -> (String, String) {
    let text = format!(
        r#"{{"id": "{id}", "name": "{id}", "plain_summary": "P", "roles": ["delivery"], "status": "active", {fields}}}"#
    );
    (format!("partners/{id}.json"), text)
}

fn small(records: &[(String, String)]) -> Small {
    Small::new(&records.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect::<Vec<_>>())
}

const LIBRARY_READS: &str = r#""lead": "par-library", "goals": ["goal-read"], "geographies": ["geo-east"]"#;

/// The gaps, each with what it is missing from.
#[track_caller]
fn check_gaps(records: &[(String, String)], expected: &[&str]) {
    let small = small(records);
    let page = who_does_what_page(&small.context("en"));
    let said = page.gaps.iter().map(|gap| {
        let links: Vec<_> = gap.links.iter().map(|link| link.label.text.as_str()).collect();
        format!("{} {}", gap.says, links.join(", "))
    });
    assert_eq!(said.collect::<Vec<_>>(), expected);
}

/// One row of the matrix: for each goal the letters and the number of activities.
#[track_caller]
fn check_row(records: &[(String, String)], partner: &str, expected: &[&str]) {
    let small = small(records);
    let page = who_does_what_page(&small.context("en"));
    let rows = page.matrix.groups.iter().flat_map(|group| &group.rows);
    let row = rows.clone().find(|row| row.partner.label.text == partner).unwrap();
    let cells = row.cells.iter().map(|cell| {
        let letter = |part| page.matrix.legend.iter().find(|one| one.part == part).unwrap().letter.as_str();
        let letters: String = cell.parts.iter().map(|part| letter(*part)).collect();
        format!("{letters}{}", cell.count.as_ref().map_or("", |(n, ..)| n.as_str()))
    });
    assert_eq!(cells.collect::<Vec<_>>(), expected);
}

/// The sentences about what stands side by side.
#[track_caller]
fn check_overlaps(records: &[(String, String)], expected: &[&str]) {
    let small = small(records);
    let page = who_does_what_page(&small.context("en"));
    assert_eq!(page.overlaps.iter().map(|one| one.says.as_str()).collect::<Vec<_>>(), expected);
}

#[test]
fn gaps_are_named() {
    check_gaps(
        &[activity("act-one", LIBRARY_READS)],
        &[
            "No one answers for 1 of 2 goals: Families read at home",
            "No one leads an activity for 1 of 2 goals: Families read at home",
            "Nothing measures 2 of 2 goals: Children read well, Families read at home",
            "No resident group takes part in 1 of 2 goals: Children read well",
            "No one is named as paying for 1 of 2 goals: Children read well",
            "1 of 2 partners have no activity here: Reading Circle",
        ],
    );
}

#[test]
fn what_is_there_is_no_gap() {
    let both = r#""lead": "par-library", "goals": ["goal-read", "goal-home"],
        "partners": [{"partner": "par-circle", "role": "deliver"}],
        "resources": [{"kind": "cash", "amount": 10, "currency": "USD", "year": "2026", "basis": "planned", "from": "par-library"}]"#;
    let mut records = vec![activity("act-one", both)];
    records.extend(READING.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())));
    check_gaps(
        &records,
        &[
            "No one answers for 1 of 2 goals: Families read at home",
            "Nothing measures 1 of 2 goals: Families read at home",
        ],
    );
}

#[test]
fn cells_say_what_partners_do() {
    let two = r#""lead": "par-circle", "goals": ["goal-read", "goal-home"], "partners":
        [{"partner": "par-library", "role": "host"}, {"partner": "par-library", "role": "fund"}]"#;
    let records = [activity("act-one", LIBRARY_READS), activity("act-two", two)];
    check_row(&records, "Library", &["ALFH2", "FH1"]);
    check_row(&records, "Reading Circle", &["L1", "L1"]);
}

#[test]
fn what_is_over_is_not_counted() {
    let over = activity("act-old", LIBRARY_READS).1.replace("\"active\"", "\"completed\"");
    check_row(&[("activities/act-old.json".into(), over), activity("act-one", LIBRARY_READS)], "Library", &["AL1", ""]);
}

#[test]
fn strangers_side_by_side_are_asked_about() {
    let other = |fields: &str| {
        vec![
            activity("act-one", LIBRARY_READS),
            activity("act-two", &format!(r#""lead": "par-circle", "goals": ["goal-read"], {fields}"#)),
        ]
    };
    let says = "2 activities for “Children read well” in Eastside, led by Library and Reading Circle: do they know of each other?";
    check_overlaps(&other(r#""geographies": ["geo-east"]"#), &[says]);
    check_overlaps(&other(r#""geographies": ["geo-west"]"#), &[]);
    // They meet in the activity, so they know of each other.
    check_overlaps(
        &other(r#""geographies": ["geo-east"], "partners": [{"partner": "par-library", "role": "host"}]"#),
        &[],
    );
}

#[test]
fn those_who_sit_at_one_table_are_not_asked() {
    let table = (
        "workgroups/wg-one.json".to_owned(),
        r#"{"id": "wg-one", "title": "Table", "purpose": "P", "kind": "steering", "decision_rule": "consent",
        "members": [{"partner": "par-library"}, {"partner": "par-circle"}]}"#
            .to_owned(),
    );
    let two = r#""lead": "par-circle", "goals": ["goal-read"], "geographies": ["geo-east"]"#;
    check_overlaps(&[activity("act-one", LIBRARY_READS), activity("act-two", two), table], &[]);
}

#[test]
fn empty_places_are_shown() {
    let wide = r#""lead": "par-circle", "goals": ["goal-home"]"#;
    let small = small(&[activity("act-one", LIBRARY_READS), activity("act-two", wide)]);
    let page = who_does_what_page(&small.context("en"));
    let rows = page.coverage.rows.iter().map(|row| {
        let cells = row.cells.iter().map(|cell| {
            let note = cell.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
            format!("{}{note}", cell.says)
        });
        format!("{} {}: {}", row.depth, row.place.label.text, cells.collect::<Vec<_>>().join(", "))
    });
    let expected = [
        "0 The valley: 1, 1 (all from around)",
        "1 Eastside: 1, 1 (all from around)",
        "1 Westside: nothing, 1 (all from around)",
    ];
    assert_eq!(rows.collect::<Vec<_>>(), expected);
    assert_eq!(page.coverage.empty, "In 1 of 6 cells nothing is done.");
}

#[test]
fn numbers_lead_to_as_many_activities() {
    use crate::present::activities::{activity_index, activity_list};
    let small = small(&[activity("act-one", LIBRARY_READS), activity("act-two", LIBRARY_READS)]);
    let context = small.context("en");
    let page = who_does_what_page(&context);
    let cells = page.matrix.groups.iter().flat_map(|group| &group.rows).flat_map(|row| &row.cells);
    let from_matrix = cells.filter_map(|cell| cell.count.as_ref()).map(|(n, _, href)| (n, href));
    let cells = page.coverage.rows.iter().flat_map(|row| &row.cells);
    let from_places = cells.filter_map(|cell| Some((&cell.says, &cell.link.as_ref()?.1)));
    let mut seen = 0;
    for (n, href) in from_matrix.chain(from_places) {
        let query = Query::parse(href.split_once('?').unwrap().1);
        assert_eq!(
            activity_list(&context, &activity_index(&context), (&query).into()).rows.len().to_string(),
            *n,
            "{href}"
        );
        seen += 1;
    }
    assert_eq!(seen, 3);
}

#[test]
fn steps_are_counted_by_who_takes_them() {
    let shared = r#""lead": "par-library", "goals": ["goal-read"], "coproduction":
        {"commission": "agency", "design": "shared", "deliver": "residents", "assess": "none"}"#;
    let small = small(&[activity("act-one", LIBRARY_READS), activity("act-two", shared)]);
    let page = who_does_what_page(&small.context("en"));
    let counts = page.phases.counts.iter().map(|(step, counts)| format!("{step} {}", counts.join(" ")));
    let expected = ["Commission 1 0 0 0 1", "Design 0 1 0 0 1", "Deliver 0 0 1 0 1", "Assess 0 0 0 1 1"];
    assert_eq!(counts.collect::<Vec<_>>(), expected);
    assert_eq!(
        page.phases.says,
        "Residents share in at least one step of 1 of 2 activities; 1 of 2 say who does what."
    );
}

#[test]
fn the_table_of_ties_is_the_pictures_equal() {
    let host =
        r#""lead": "par-library", "goals": ["goal-read"], "partners": [{"partner": "par-circle", "role": "host"}]"#;
    let records = [activity("act-one", host), activity("act-two", host), partner("par-alone", r#""kind": "business""#)];
    let small = small(&records);
    let page = who_does_what_page(&small.context("en"));
    let rows: Vec<_> =
        page.ties.rows.iter().map(|row| format!("{}: {} {}", row.partner.label.text, row.count, row.with)).collect();
    assert_eq!(rows[..2], ["Reading Circle: 1 Library (2)", "Library: 1 Reading Circle (2)"]);
    assert!(rows.contains(&"par-alone: 0 shares no activity with anybody".to_owned()));
    assert_eq!(page.ties.picture.ties.len(), 1);
    assert!(page.ties.picture.dots[0].round && !page.ties.picture.dots[1].round);
}

#[test]
fn one_view_can_be_chosen_and_a_wrong_one_chooses_nothing() {
    let query = Query::parse("view=places");
    assert!(shows(&query, "places") && !shows(&query, "goals"));
    assert!(VIEWS.iter().all(|view| shows(&Query::default(), view) && shows(&Query::parse("view=x"), view)));
}

#[test]
fn a_feed_without_activities_says_so() {
    let page = who_does_what_page(&small(&[]).context("es"));
    assert_eq!(page.empty.map(|empty| empty.links[0].href.clone()).as_deref(), Some("/es/partners/"));
}

use super::*;
use crate::cli::import::csv::merge::Kind;

/// Edits as `period|geography|dimension|group|field|new`, one a line.
fn edits(text: &str) -> Vec<Edit> {
    let edit = |line: &str| {
        let parts: Vec<&str> = line.split('|').collect();
        let scope = scope(parts[1], parts[2], parts[3]).unwrap();
        let field = FIELDS.into_iter().find(|field| field.name() == parts[4]).unwrap();
        let cells = vec![CellEdit { field, old: String::new(), new: parts[5].to_owned() }];
        let key = Key::new(Period::parse(parts[0]).unwrap(), scope.clone());
        Edit { row: 0, key, scope, kind: Kind::New, cells }
    };
    text.lines().map(edit).collect()
}

#[track_caller]
fn check(before: &str, changes: &str, after: &str) {
    assert_eq!(write(before, "ind-a", &edits(changes)).as_deref(), Some(after));
}

const BEFORE: &str = r#"{ "series": [ { "indicator": "ind-a",
  "periods": ["2021",  "2023"],
  "lines": [
    { "value": [50.0,  54.0], "status": ["final", "final"] },
    { "geography": "geo-b", "value": [null, 5e1], "x_by": "ana" }
  ] } ] }"#;

#[test]
fn only_the_changed_item_changes() {
    check(BEFORE, "2023||||value|55.5", &BEFORE.replace("54.0", "55.5"));
    check(BEFORE, "2023|geo-b|||value|", &BEFORE.replace("5e1", "null"));
    check(BEFORE, "2021|geo-b|||value|1", &BEFORE.replace("[null, 5e1]", "[1, 5e1]"));
}

#[test]
fn a_new_period_goes_to_its_place_in_every_line() {
    let after = BEFORE
        .replace(r#"["2021",  "2023"]"#, r#"["2021",  "2022",  "2023"]"#)
        .replace("[50.0,  54.0]", "[50.0,  52,  54.0]")
        .replace(r#"["final", "final"]"#, r#"["final", null, "final"]"#)
        .replace("[null, 5e1]", "[null, null, 5e1]");
    check(BEFORE, "2022||||value|52", &after);
    let after = BEFORE
        .replace(r#"["2021",  "2023"]"#, r#"["2020",  "2021",  "2023",  "2024",  "2025"]"#)
        .replace("[50.0,  54.0]", "[0,  50.0,  54.0,  4,  5]")
        .replace(r#"["final", "final"]"#, r#"[null, "final", "final", null, null]"#)
        .replace("[null, 5e1]", "[null, null, 5e1, null, null]");
    check(BEFORE, "2025||||value|5\n2020||||value|0\n2024||||value|4", &after);
}

#[test]
fn columns_and_lines_that_are_missing_are_added() {
    let after = BEFORE.replace(r#""x_by": "ana""#, r#""x_by": "ana", "note": [null, "a \"b\""]"#);
    check(BEFORE, "2023|geo-b|||note|a \"b\"", &after);
    let after = BEFORE
        .replace("\"ana\" }", "\"ana\" },\n    { \"dimension\": \"dim-x\", \"group\": \"g\", \"value\": [7, null] }");
    check(BEFORE, "2021||dim-x|g|value|7", &after);
}

#[test]
fn a_series_that_is_missing_is_added() {
    let line = r#"{ "indicator": "ind-a", "periods": ["2021"], "lines": [{ "value": [1] }] }"#;
    check(r#"{ "goals": [] }"#, "2021||||value|1", &format!(r#"{{ "goals": [], "series": [{line}] }}"#));
    check(r#"{ "series": [] }"#, "2021||||value|1", &format!(r#"{{ "series": [{line}] }}"#));
    check(
        r#"{"goals":[],"series":[{"indicator":"ind-b","periods":[],"lines":[]}]}"#,
        "2021||||value|1",
        r#"{"goals":[],"series":[{"indicator":"ind-b","periods":[],"lines":[]}, {"indicator":"ind-a","periods":["2021"],"lines":[{"value":[1]}]}]}"#,
    );
}

#[test]
fn what_is_written_is_read_again() {
    let changes = "2022||||value|52\n2023|geo-b|||status|final\n2021||dim-x|g|value|7";
    let after = write(BEFORE, "ind-a", &edits(changes)).unwrap();
    let (before, kept) = (read(BEFORE, "ind-a"), read(&after, "ind-a"));
    assert_eq!((before.known.len(), kept.known.len()), (3, 5));
    for edit in edits("2022||||value|52\n2021||dim-x|g|value|7") {
        assert_eq!(kept.known[&edit.key].value.map(|value| value.to_string()), Some(edit.cells[0].new.clone()));
    }
}

#[test]
fn a_broken_series_is_left_alone() {
    let broken = BEFORE.replace("[50.0,  54.0]", "[50.0]");
    assert_eq!(write(&broken, "ind-a", &edits("2021||||value|1")), None);
    assert_eq!(write("[", "ind-a", &edits("2021||||value|1")), None);
}

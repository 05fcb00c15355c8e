use super::*;
use crate::cli::import::csv::heads::Field;
use crate::cli::import::csv::merge::{CellEdit, Kind};

/// Edits as `period|geography|dimension|group|field|new`, one a line; `+` in front makes a new observation.
fn edits(text: &str) -> Vec<Edit> {
    let edit = |line: &str| {
        let kind = if line.starts_with('+') { Kind::New } else { Kind::Changed };
        let parts: Vec<&str> = line.trim_start_matches('+').split('|').collect();
        let scope = scope(parts[1], parts[2], parts[3]).unwrap();
        let field =
            Field::NUMBERS.into_iter().chain([Field::Status, Field::Note]).find(|field| field.name() == parts[4]);
        let cells = vec![CellEdit { field: field.unwrap(), old: String::new(), new: parts[5].to_owned() }];
        Edit { row: 0, key: Key::new(Period::parse(parts[0]).unwrap(), scope.clone()), scope, kind, cells }
    };
    text.lines().map(edit).collect()
}

#[track_caller]
fn check(before: &str, changes: &str, after: &str) {
    assert_eq!(write(before, &edits(changes)).as_deref(), Some(after));
}

#[test]
fn only_the_changed_cell_changes() {
    check(
        "period,value,x_by,note\r\n2021, 50.0 ,\"ana, b\",\"a \"\"b\"\"\"\r\n2022,52.00,,\r\n",
        "2022||||value|53",
        "period,value,x_by,note\r\n2021, 50.0 ,\"ana, b\",\"a \"\"b\"\"\"\r\n2022,53,,\r\n",
    );
    check("period,value,note\n2021,50,\n", "2021||||note|a, b", "period,value,note\n2021,50,\"a, b\"\n");
}

#[test]
fn new_rows_go_to_their_place() {
    let before = "period,geography,dimension,group,value\n2021,,,,1\n2023,,,,3\n2021,geo-b,,,5\n2021,,dim-x,g,7\n";
    let after = "period,geography,dimension,group,value\n2020,,,,0\n2021,,,,1\n2022,,,,2\n2023,,,,3\n2021,geo-a,,,4\n\
                 2021,geo-b,,,5\n2022,geo-b,,,6\n2021,,dim-x,g,7\n2021,,dim-x,h,8\n";
    let changes =
        "+2022||||value|2\n+2020||||value|0\n+2021|geo-a|||value|4\n+2022|geo-b|||value|6\n+2021||dim-x|h|value|8";
    check(before, changes, after);
}

#[test]
fn a_table_that_is_not_sorted_keeps_its_order() {
    check("value,period\n3,2023\n1,2021\n", "+2022||||value|2", "value,period\n3,2023\n1,2021\n2,2022\n");
}

#[test]
fn columns_that_are_missing_are_added_at_the_end() {
    check(
        "period,value\n2021,1\n\n2022,2\n",
        "+2021|geo-a|||value|4\n2022||||status|final",
        "period,value,geography,status\n2021,1,,\n\n2022,2,,final\n2021,4,geo-a,\n",
    );
}

#[test]
fn ends_of_files_are_kept() {
    check("period,value\n2021,1", "2021||||value|2", "period,value\n2021,2");
    check("period,value\n2021,1", "+2022||||value|2", "period,value\n2021,1\n2022,2\n");
    check("\u{feff}period,value\n2021,1\n", "2021||||value|2", "\u{feff}period,value\n2021,2\n");
    let empty = format!("{}\n2021,,,,1,,,,,,,\n", COLUMNS[..PLAIN_COLUMNS].join(","));
    check("", "+2021||||value|1", &empty);
    check(" \n", "+2021||||value|1", &empty);
}

#[test]
fn rows_that_are_broken_stay() {
    check("period,value\nlong ago,1\n2021\n2022,2\n", "2022||||value|3", "period,value\nlong ago,1\n2021\n2022,3\n");
}

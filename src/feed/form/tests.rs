use super::*;

fn folder(path: &str, text: &str) -> FeedSource {
    FeedSource::Folder(vec![SourceFile::new(path, text)])
}

#[track_caller]
fn check(path: &str, text: &str, expected: &str) {
    let once = formatted(&folder(path, text));
    let shown = |file: &SourceFile| String::from_utf8_lossy(&file.bytes).into_owned();
    assert_eq!(shown(&once.files[0]), expected);
    assert_eq!(once.findings, []);
    let twice = formatted(&FeedSource::Folder(once.files));
    assert_eq!(shown(&twice.files[0]), expected);
}

#[track_caller]
fn single(text: &str, expected: &str) {
    let source = |text: &str| FeedSource::File(SourceFile::new("feed.json", text));
    let shown = |source: FeedSource| String::from_utf8_lossy(&formatted(&source).files[0].bytes).into_owned();
    assert_eq!(shown(source(text)), expected);
    assert_eq!(shown(source(expected)), expected);
}

/// What cannot be read stays as it is, to the byte.
#[track_caller]
fn left_alone(path: &str, bytes: &[u8], codes: &[&str]) {
    let file = SourceFile::new(path, bytes);
    let done = formatted(&FeedSource::Folder(vec![file.clone()]));
    assert_eq!(done.files, [file]);
    assert_eq!(done.findings.iter().map(|finding| finding.rule.code()).collect::<Vec<_>>(), codes);
}

#[test]
fn fields_stand_in_the_order_of_the_record_and_unknown_ones_after_them() {
    check(
        "goals/a-goal.json",
        r#"{"x_b": 1, "status": "active", "id": "a-goal", "later": [], "x_a": {"z": 1, "a": 2}}"#,
        "{\n  \"id\": \"a-goal\",\n  \"status\": \"active\",\n  \"x_b\": 1,\n  \"later\": [],\n  \"x_a\": {\n    \"z\": 1,\n    \"a\": 2\n  }\n}\n",
    );
}

#[test]
fn records_inside_records_are_in_order_too() {
    check(
        "partners/a-partner.json",
        r#"{"own_goals": [{"goal": "g1", "text": "x"}]}"#,
        "{\n  \"own_goals\": [\n    {\n      \"text\": \"x\",\n      \"goal\": \"g1\"\n    }\n  ]\n}\n",
    );
}

#[test]
fn languages_keep_the_order_of_the_file() {
    check(
        "goals/a-goal.json",
        r#"{"title": {"es": "Leer", "en": "Read"}}"#,
        "{\n  \"title\": {\n    \"es\": \"Leer\",\n    \"en\": \"Read\"\n  }\n}\n",
    );
}

#[test]
fn numbers_and_escapes_stay_as_they_were_written() {
    check(
        "coalition.json",
        "{\"x_n\":[1.50,-0,1E+2,\"caf\\u00e9\\/\",true,null]}",
        "{\n  \"x_n\": [\n    1.50,\n    -0,\n    1E+2,\n    \"caf\\u00e9\\/\",\n    true,\n    null\n  ]\n}\n",
    );
}

#[test]
fn marks_line_ends_and_blanks_are_those_of_git() {
    check("coalition.json", "\u{feff}{\r\n\t\"id\" : \"ab\"\r\n}", "{\n  \"id\": \"ab\"\n}\n");
    check("series/ab.csv", "\u{feff}value,period\r\n 1.50 ,2024\r\n\r\n,\r\n", "period,value\n2024,1.50\n");
}

#[test]
fn a_field_that_is_there_twice_stays_twice() {
    check(
        "coalition.json",
        r#"{"name": "b", "id": "x1", "name": "a"}"#,
        "{\n  \"id\": \"x1\",\n  \"name\": \"b\",\n  \"name\": \"a\"\n}\n",
    );
}

#[test]
fn tables_are_sorted_and_keep_their_columns() {
    check(
        "series/ab.csv",
        "x_who,note,period,dimension,group,value\nann,\"a, b\",2024,dim-a,low,1\n,\"plain\",2023,dim-a,low,2.0\n,,2024,,,3\n",
        "period,dimension,group,value,note,x_who\n2024,,,3,,\n2023,dim-a,low,2.0,plain,\n2024,dim-a,low,1,\"a, b\",ann\n",
    );
}

#[test]
fn a_table_whose_periods_cannot_be_read_keeps_its_order() {
    check("series/ab.csv", "period,value\n2024,1\nsoon,2\n2023,3\n", "period,value\n2024,1\nsoon,2\n2023,3\n");
}

#[test]
fn what_cannot_be_read_is_left_alone_with_its_finding() {
    left_alone("coalition.json", b"{\"a\": 1,}", &["F003"]);
    left_alone("coalition.json", b"{\"a\": \"\xe9\"}", &["F001"]);
    left_alone("coalition.json", b"{\n<<<<<<< ours\n}", &["F005"]);
    left_alone("series/ab.csv", b"period,value\r\n2024,1,2\r\n", &[]);
    left_alone("series/ab.csv", b"period,valeu\r\n2024,1\r\n", &[]);
    left_alone("photo.png", b"\x89PNG", &[]);
}

#[test]
fn a_single_file_begins_with_the_coalition_and_ends_with_the_figures() {
    single(
        r#"{"x_own": 1, "series": [], "goals": [{"title": "T", "id": "g1"}], "coalition": {}, "$schema": "s"}"#,
        "{\n  \"$schema\": \"s\",\n  \"coalition\": {},\n  \"goals\": [\n    {\n      \"id\": \"g1\",\n      \"title\": \"T\"\n    }\n  ],\n  \"series\": [],\n  \"x_own\": 1\n}\n",
    );
}

fn lines(text: &str) -> String {
    text.split_whitespace().collect::<String>().replace("{\"series\":[", "").replace("]}]}", "]}")
}

#[track_caller]
fn figures(series: &str, expected: &str) {
    let source = FeedSource::File(SourceFile::new("feed.json", format!("{{\"series\": [{series}]}}")));
    let once = formatted(&source);
    assert_eq!(lines(&String::from_utf8_lossy(&once.files[0].bytes)), lines(&format!("{{\"series\": [{expected}]}}")));
    assert_eq!(formatted(&FeedSource::File(once.files[0].clone())).files, once.files);
}

#[test]
fn lines_and_periods_of_a_single_file_are_sorted_as_those_of_a_table() {
    figures(
        r#"{"lines": [{"value": [4, 3], "geography": "east"}, {"note": [null, null], "value": [2.0, 1]}],
            "periods": ["2024", "2023"], "indicator": "ab"}"#,
        r#"{"indicator": "ab", "periods": ["2023", "2024"],
            "lines": [{"value": [1, 2.0], "note": []}, {"geography": "east", "value": [3, 4]}]}"#,
    );
}

#[test]
fn figures_that_no_table_can_hold_keep_their_places() {
    // A period without a figure, an own field, two lines for one group.
    for series in [
        r#"{"indicator":"ab","periods":["2024","2023"],"lines":[{"value":[1,null]}]}"#,
        r#"{"indicator":"ab","periods":["2024","2023"],"lines":[{"value":[1,2]}],"x_own":1}"#,
        r#"{"indicator":"ab","periods":["2024","2023"],"lines":[{"value":[1,2]},{"value":[1,2]}]}"#,
        r#"{"indicator":"ab","periods":["2024","2023"],"lines":[{"value":[1]}]}"#,
        r#"{"indicator":"ab","periods":["2024","2023"],"lines":[{"value":[1,2],"x_ok":[true,null]}]}"#,
    ] {
        figures(series, series);
    }
}

#[test]
fn numbers_as_json_has_them() {
    for good in ["0", "-0", "1.50", "1e5", "1E+05", "-12.0e-3"] {
        assert!(points::is_number(good), "{good}");
    }
    for bad in ["", "-", "+1", "01", ".5", "1.", "1e", "1,5", "NaN", "0x1", "--1", "1e+-5"] {
        assert!(!points::is_number(bad), "{bad}");
    }
}

fn reasons(text: &str) -> Vec<String> {
    split(&SourceFile::new("feed.json", text)).unwrap_err().reasons
}

#[test]
fn what_a_folder_has_no_place_for_is_refused() {
    assert_eq!(
        reasons(r#"{"coalition": {}, "x_own": 1}"#),
        ["The field \"x_own\" of the feed has no place in a folder; move it into the coalition."]
    );
    assert_eq!(
        reasons(r#"{"goals": [{"id": "../etc"}, {}]}"#),
        ["A record in \"goals\" has no id that a file can be named by."; 2]
    );
    assert_eq!(
        reasons(r#"{"goals": [{"id": "ab"}, {"id": "ab"}]}"#),
        ["Two records would be written to goals/ab.json; give one of them another id."]
    );
    assert_eq!(
        reasons(r#"{"series": [{"indicator": "ab", "periods": ["2024", "2025"], "lines": [{"value": [1, null]}]}]}"#),
        ["The series of \"ab\": 2025 has no figure; write not_due as its status, or take the period out."]
    );
    assert_eq!(
        reasons(
            r#"{"series": [{"indicator": "ab", "periods": ["2024"], "lines": [{"value": [null], "lower": [1]}]}]}"#
        ),
        ["The series of \"ab\": 2024 has neither a value nor a status that says why."]
    );
}

#[test]
fn what_is_left_out_is_named() {
    let text = r#"{"$schema": "s", "coalition": {}, "goals": [{"id": "bb"}, {"id": "aa"}], "events": []}"#;
    let left_out = split(&SourceFile::new("feed.json", text)).unwrap().left_out;
    assert_eq!(
        left_out,
        [
            "$schema: in a folder, the editor's settings name the schema.",
            "The order of \"goals\": in a folder they stand in the order of their ids.",
            "The empty list \"events\".",
        ]
    );
}

fn joined(files: &[(&str, &str)]) -> Result<Converted, Refusal> {
    join(&files.iter().map(|(path, text)| SourceFile::new(*path, *text)).collect::<Vec<_>>())
}

#[test]
fn what_a_single_file_has_no_place_for_is_refused() {
    let reasons = |path, text| joined(&[("coalition.json", "{}"), (path, text)]).unwrap_err().reasons;
    assert_eq!(
        reasons("goals/ab.json", r#"{"id": "cd"}"#),
        ["goals/ab.json holds the id \"cd\"; name it goals/cd.json."]
    );
    assert_eq!(
        reasons("series/ab.csv", "period,value\n2024,1\n2024,2\n"),
        ["The series of \"ab\": 2024 is there twice for the same group and place."]
    );
    assert_eq!(
        reasons("series/ab.csv", "period,value\n2024,.5\n"),
        ["The series of \"ab\": \".5\" is not how a single file writes a number."]
    );
    assert_eq!(
        reasons("series/ab.csv", "period,value\n2024,1,1\n"),
        ["series/ab.csv is no sound table; `commonweal check` says where."]
    );
    assert_eq!(joined(&[]).unwrap_err().reasons, ["The folder has no coalition.json."]);
    let refusal = joined(&[("coalition.json", "{")]).unwrap_err();
    assert_eq!((refusal.reasons.len(), refusal.findings.len()), (0, 1));
}

#[test]
fn columns_without_a_figure_survive_the_way_there_and_back() {
    for table in [
        "period,geography,dimension,group,value,lower,upper,se,numerator,denominator,status,note\n2024,,,,1,,,,,,,\n",
        "period,value\n",
        "period,value,note,x_b,x_a\n",
        "period,geography,value,x_b,x_a\n2024,,1,,2\n2024,east,2,yes,\n",
        "period,dimension,group,value,status\n2024,dim-a,low,,suppressed\n",
    ] {
        let files = [("coalition.json", "{}\n"), ("series/ab.csv", table)];
        let single = joined(&files).unwrap();
        let back = split(&single.files[0]).unwrap().files;
        assert_eq!(back, files.map(|(path, text)| SourceFile::new(path, text)), "{single:?}");
    }
}

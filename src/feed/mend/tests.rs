use super::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

#[track_caller]
fn folder(files: &[(&str, &[u8])], rules: &dyn Fn(Rule) -> bool) -> (Vec<String>, Vec<&'static str>, Mended) {
    let files = files.iter().map(|(path, bytes)| SourceFile::new(*path, *bytes)).collect();
    let mut mended = mended(&FeedSource::Folder(files), today(), rules);
    let texts = super::files(&mut mended.source).iter().map(|file| String::from_utf8_lossy(&file.bytes).into_owned());
    let texts = texts.collect();
    let codes = mended.mends.iter().map(|(rule, _)| rule.code()).collect();
    (texts, codes, mended)
}

/// One file is mended by these rules, to the byte.
#[track_caller]
fn check(path: &str, text: &str, expected: &str, codes: &[&str]) {
    let (texts, found, _) = folder(&[(path, text.as_bytes())], &|_| true);
    assert_eq!((texts[0].as_str(), found.as_slice()), (expected, codes));
}

#[track_caller]
fn left_alone(path: &str, text: &str) {
    check(path, text, text, &[]);
}

#[test]
fn slips_in_json_are_mended_one_after_the_other() {
    check(
        "goals/ab.json",
        "{\n  \"id\": \"ab\", // the id\n  // all of it\n  'title': 'It''s',\n}",
        "{\n  \"id\": \"ab\",\n  \"title\": 'It''s',\n}",
        &["F003"; 3],
    );
    check(
        "goals/ab.json",
        "{\n  \"id\": \"ab\"\n  \"title\": “It’s a \"goal\"”\n  'x_a': /* b */ [{\"n\": +1} {\"n\": .5},],\n}\n",
        "{\n  \"id\": \"ab\",\n  \"title\": \"It’s a \\\"goal\\\"\",\n  \"x_a\": [{\"n\": 1}, {\"n\": 0.5}]\n}\n",
        &["F003"; 10],
    );
}

#[test]
fn a_comma_too_many_goes_before_a_field() {
    check("goals/ab.json", "{\"id\": \"ab\",, \"order\": 1}", "{\"id\": \"ab\", \"order\": 1}", &["F003"]);
    left_alone("goals/ab.json", "{\"x_a\": [\"a\",, \"b\"]}");
}

#[test]
fn what_is_no_sure_slip_is_left() {
    // A number with a blank, quotes inside a text, a text that is never closed, a value too few, a name without quotes.
    for text in [
        "{\"x_a\": [1 2]}",
        "{\"title\": \"He said \"no\" twice\"}",
        "{\"title\": “never closed}",
        "{\"title\": 'He said 'no', twice'}",
        "{\"x_a\": [1,,2]}",
        "{title: 1}",
        "{\"x_a\": NaN}",
        "{\"x_a\": 1} /* open",
        "{\"title\": 'a\\'b'}",
    ] {
        left_alone("goals/ab.json", text);
    }
}

#[test]
fn encodings_and_marks() {
    let (texts, codes, _) = folder(&[("goals/ab.json", b"{\"title\": \"Ni\xf1os\",}")], &|_| true);
    assert_eq!((texts[0].as_str(), codes.as_slice()), ("{\"title\": \"Niños\"}", ["F001", "F003"].as_slice()));
    let (texts, codes, _) = folder(&[("goals/ab.json", b"{\"title\": \"Ni\xf1os \xc3\xb1\"}")], &|_| true);
    assert_eq!((texts[0].contains('\u{fffd}'), codes.len()), (true, 0));
    check("series/ab.csv", "\u{feff}period,value\r\n2024,1\r\n", "period,value\r\n2024,1\r\n", &["F002"]);
}

#[test]
fn only_the_wanted_rules_mend() {
    let text = "\u{feff}{\"id\": \"ab\",}";
    let (texts, codes, _) = folder(&[("goals/ab.json", text.as_bytes())], &|rule| rule == Rule::JsonSyntax);
    assert_eq!((texts[0].as_str(), codes.as_slice()), ("\u{feff}{\"id\": \"ab\"}", ["F003"].as_slice()));
    let (texts, codes, _) = folder(&[("goals/ab.json", text.as_bytes())], &|rule| rule == Rule::ByteOrderMark);
    assert_eq!((texts[0].as_str(), codes.as_slice()), ("{\"id\": \"ab\",}", ["F002"].as_slice()));
}

#[test]
fn names_are_mended_where_one_is_meant() {
    check("goals/ab.json", "{\"titel\": \"T\"}", "{\"title\": \"T\"}", &["F008"]);
    // The right name is there too: which of the two counts?
    left_alone("goals/ab.json", "{\"titel\": \"T\", \"title\": \"U\"}");
    check(
        "activities/ab.json",
        "{\"milestones\": [{\"duee\": \"2024\"}]}",
        "{\"milestones\": [{\"due\": \"2024\"}]}",
        &["F008"],
    );
}

#[test]
fn numbers_words_and_dates_are_mended_where_they_are_sure() {
    check("goals/ab.json", "{\"order\": \"10\"}", "{\"order\": 10}", &["F010"]);
    check("goals/ab.json", "{\"status\": \"Active \"}", "{\"status\": \"active\"}", &["F010"]);
    check("goals/ab.json", "{\"kind\": \"North star\"}", "{\"kind\": \"north_star\"}", &["F010"]);
    check("coalition.json", "{\"sample\": \"True\"}", "{\"sample\": true}", &["F010"]);
    check("stories/ab.json", "{\"as_of\": \"17.05.2024\"}", "{\"as_of\": \"2024-05-17\"}", &["T204"]);
    check("stories/ab.json", "{\"as_of\": 2024}", "{\"as_of\": \"2024\"}", &["F010"]);
    left_alone("goals/ab.json", "{\"order\": \"1,234\"}");
    left_alone("goals/ab.json", "{\"order\": \"10%\"}");
    left_alone("goals/ab.json", "{\"title\": 10}");
    left_alone("stories/ab.json", "{\"as_of\": \"03/04/2024\"}");
    left_alone("goals/ab.json", "{\"parent\": \"Goal\"}");
}

#[test]
fn a_percent_sign_goes_where_the_unit_says_percent() {
    let files = |unit: &str| {
        let indicator =
            format!("{{\"id\": \"ab\", \"unit\": {{\"kind\": \"{unit}\"}}, \"targets\": [{{\"value\": \"60 %\"}}]}}");
        let (texts, codes, _) = folder(
            &[("indicators/ab.json", indicator.as_bytes()), ("series/ab.csv", b"period,value,note\n2024,71%,5%\n")],
            &|_| true,
        );
        (texts, codes)
    };
    let (texts, codes) = files("percent");
    assert!(texts[0].ends_with("{\"value\": 60}]}"), "{}", texts[0]);
    assert_eq!((texts[1].as_str(), codes.as_slice()), ("period,value,note\n2024,71,5%\n", ["F010"; 2].as_slice()));
    assert_eq!(files("count").1, [""; 0]);
}

#[test]
fn tables_are_mended_cell_by_cell() {
    check(
        "series/ab.csv",
        "period,value,status\n\"2024/05/17\",1,Final\n2023-05-17,2,\n",
        "period,value,status\n2023-05-17,2,\n2024-05-17,1,final\n",
        &["T204", "F010", "T202"],
    );
    left_alone("series/ab.csv", "period,value\n2023/24,1\n2024,\"1,5\"\n");
}

#[test]
fn a_mend_that_brings_a_new_error_is_taken_back() {
    // As a date it would be good; but then it would end before it starts.
    let small = |end: &str| {
        format!(
            "{{\"id\": \"act-a\", \"title\": \"A\", \"plain_summary\": \"A.\", \"kind\": \"service\", \"status\": \"active\", \
             \"start\": \"2024\", \"end\": \"{end}\", \"lead\": \"par-a\", \"goals\": [\"goal-a\"]}}"
        )
    };
    let others: [(&str, &[u8]); 2] = [
        ("goals/goal-a.json", b"{\"id\": \"goal-a\", \"title\": \"G\", \"plain_summary\": \"G.\", \"kind\": \"result\", \"status\": \"active\"}"),
        ("partners/par-a.json", b"{\"id\": \"par-a\", \"name\": \"P\", \"kind\": \"school\", \"plain_summary\": \"P.\", \"roles\": [\"data\"], \"status\": \"active\"}"),
    ];
    let tried = |end: &str| {
        let text = small(end);
        let files = [("activities/act-a.json", text.as_bytes()), others[0], others[1]];
        let (texts, codes, _) = folder(&files, &|_| true);
        (texts[0] == text, codes)
    };
    assert_eq!(tried("17.05.2023"), (true, vec![]));
    assert_eq!(tried("17.05.2028"), (false, vec!["T204"]));
}

#[test]
fn a_clean_feed_stays_as_it_is() {
    let text = "{\"coalition\": {}, \"goals\": [{\"id\": \"a\"}]}";
    let source = FeedSource::File(SourceFile::new("feed.json", text));
    let done = mended(&source, today(), &|_| true);
    assert_eq!((done.source, done.mends), (source, vec![]));
}

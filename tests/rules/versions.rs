//! Rules between two versions: the small clean feed, or an edited one, as the version before.

use super::*;
use commonweal::feed::read_since;
use commonweal::feed::rule::{Form as Of, Group};

pub(crate) const COVERED: &[Rule] = &[
    Rule::WithheldLater,
    Rule::CoverageShrank,
    Rule::RecordGone,
    Rule::UnmarkedBreak,
    Rule::HistoryChanged,
    Rule::DigitsSwapped,
    Rule::TargetMoved,
];

/// As [`edit`]; an edit that takes away the head of a record takes the whole record.
#[track_caller]
fn edit_records(files: &mut Vec<(String, String)>, edits: &[Edit<'_>]) {
    let single = files.len() == 1;
    for &(path, find, put) in edits {
        if !(find.starts_with("{ \"id\":") && put.is_empty()) {
            edit(files, &[(path, find, put)]);
        } else if single {
            let text = &mut files[0].1;
            let start = text.find(find).unwrap_or_else(|| panic!("{find} has to be there"));
            let end = start + text[start..].find("\n    }").map_or(0, |end| end + "\n    }".len());
            text.replace_range(start..end, "");
            *text = text.replace(",\n    \n", "\n").replace("    ,\n", "");
        } else {
            files.retain(|(name, _)| name != path);
        }
    }
}

/// The edited feed after the clean one, to which `before` has been done.
#[track_caller]
fn after(
    folder: bool,
    line_end: &str,
    rule: Rule,
    before: &[Edit<'_>],
    edits: &[Edit<'_>],
) -> (Vec<String>, Option<String>, Reading) {
    let mut old = base(folder);
    edit_records(&mut old, before);
    let mut new = old.clone();
    let reading = read(&source(old, folder), today());
    let previous = reading.feed.unwrap_or_else(|| panic!("the version before: {:#?}", reading.findings));
    edit_records(&mut new, edits);
    new.iter_mut().for_each(|(_, text)| *text = text.replace('\n', line_end));
    let expected = marked(&mut new).map(|place| line(rule, &place));
    let reading = read_since(&source(new, folder), &previous, today());
    reading.findings.iter().for_each(well_worded);
    (reading.findings.iter().map(|finding| line(finding.rule, &finding.place)).collect(), expected, reading)
}

/// As `check` of the other rules. An edit of a table makes a case of the folder form.
#[track_caller]
fn since(rule: Rule, before: &[Edit<'_>], broken: &[Edit<'_>], fine: &[Edit<'_>]) {
    let tables = [before, broken, fine].concat().iter().any(|(path, ..)| path.ends_with(".csv"));
    let single = broken.iter().any(|(path, ..)| *path == "feed.json");
    for (folder, line_end) in [(true, "\n"), (true, "\r\n"), (false, "\n"), (false, "\r\n")] {
        if tables && !folder || single && folder {
            continue;
        }
        let (findings, expected, reading) = after(folder, line_end, rule, before, broken);
        let expected = expected.unwrap_or_else(|| panic!("nothing is marked"));
        assert_eq!(findings, [expected], "{:#?}", reading.findings);
        let (findings, _, reading) = after(folder, line_end, rule, before, fine);
        assert_eq!(findings, [""; 0], "the near miss: {:#?}", reading.findings);
        assert!(reading.feed.is_some());
    }
}

#[test]
fn examples_between_versions() {
    for explanation in Group::ALL.iter().flat_map(|group| group.rules()) {
        let example = &explanation.example;
        if example.form == Of::Since {
            since(explanation.rule, &[], example.bad, example.good);
        }
    }
}

#[test]
fn every_rule_between_versions_has_an_example() {
    let explained: Vec<Rule> = Group::Versions.rules().iter().map(|explanation| explanation.rule).collect();
    assert_eq!(explained, COVERED);
}

#[test]
fn the_same_feed_again_has_nothing_to_say() {
    for folder in [true, false] {
        let (findings, ..) = after(folder, "\n", Rule::RecordGone, &[], &[]);
        assert_eq!(findings, [""; 0]);
    }
}

const COALITION: Edit<'_> = ("coalition.json", "\"valley-together\"", "⟦\"valley-together\"⟧");

#[test]
fn an_event_is_gone() {
    let (.., reading) = after(
        true,
        "\n",
        Rule::RecordGone,
        &[],
        &[COALITION, ("events/evt-table.json", "{ \"id\": \"evt-table\"", "")],
    );
    let finding = &reading.findings[0];
    assert_eq!(finding.record.as_deref(), Some("evt-table"));
    assert_eq!(finding.message, "The event \"evt-table\" has been published, and is gone.");
}

#[test]
fn what_had_been_retired_may_go() {
    let retired = [(
        "goals/goal-home.json",
        "\"result\", \"status\": \"active\"",
        "\"result\", \"status\": \"retired\", \"retired_reason\": \"Done\"",
    )];
    let unused = [
        ("strategies/str-books.json", "\"goals\": [\"goal-read\", \"goal-home\"]", "\"goals\": [\"goal-read\"]"),
        ("activities/act-tutoring.json", "\"goals\": [\"goal-read\", \"goal-home\"]", "\"goals\": [\"goal-read\"]"),
    ];
    let measured = ("indicators/ind-visits.json", "\"goals\": [\"goal-home\"],", "\"goals\": [\"goal-read\"],");
    let gone = [unused[0], unused[1], measured, ("goals/goal-home.json", "{ \"id\": \"goal-home\"", "")];
    let (findings, ..) = after(true, "\n", Rule::RecordGone, &[], &gone);
    assert_eq!(findings, ["R117 coalition.json:1:36+17"]);
    let (findings, ..) = after(true, "\n", Rule::RecordGone, &retired, &gone);
    assert_eq!(findings, [""; 0]);
}

#[test]
fn a_new_id_is_seen_as_such() {
    let text = "{ \"id\": \"str-book\", \"kind\": \"programme\", \"status\": \"active\",\n  \"title\": \"Books at home\",\n  \"plain_summary\": \"Every family gets books.\",\n  \"goals\": [\"goal-read\", \"goal-home\"]\n}\n";
    let edits = [
        ("strategies/str-books.json", "{ \"id\": \"str-books\"", ""),
        ("strategies/str-book.json", "", text),
        ("activities/act-tutoring.json", "[\"str-books\"]", "[\"str-book\"]"),
        COALITION,
    ];
    let (findings, expected, reading) = after(true, "\n", Rule::RecordGone, &[], &edits);
    assert_eq!(Some(&findings[0]), expected.as_ref());
    assert_eq!(reading.findings[0].message, "The strategy \"str-books\" is called \"str-book\" now.");
}

#[test]
fn a_record_that_cannot_be_read_is_not_gone() {
    let broken = [("goals/goal-home.json", "\"kind\": \"result\"", "\"kind\": ⟦\"resullt\"⟧")];
    let (findings, expected, _) = after(true, "\n", Rule::WrongType, &[], &broken);
    assert_eq!(Some(findings), expected.map(|line| vec![line]));
}

#[test]
fn values_are_gone_from_a_list() {
    since(
        Rule::CoverageShrank,
        &[],
        &[
            (
                "feed.json",
                "    {\n      \"indicator\": \"ind-reading\"",
                "    ⟦{⟧\n      \"indicator\": \"ind-reading\"",
            ),
            ("feed.json", "[50.0, 52.0, 54.0]", "[50.0, null, 54.0]"),
            (
                "feed.json",
                "\"lower\": [45.0, 47.0, 49.0],\n          \"upper\": [55.0, 57.0, 59.0],\n          \"numerator\": [200, 208, 216],\n          \"denominator\": [400, 400, 400],\n          \"status\": [\"final\", \"final\", \"final\"]",
                "\"status\": [\"final\", \"missing\", \"final\"]",
            ),
        ],
        &[],
    );
}

#[test]
fn both_numbers_are_said() {
    let (.., reading) = after(
        true,
        "\n",
        Rule::CoverageShrank,
        &[],
        &[("series/ind-reading.csv", "2022,,,,52.0,47.0,57.0,,208,400,final,\n", "")],
    );
    assert_eq!(reading.findings[0].message, "Published values: 7 before, 6 of them now; 2022 is gone.");
}

#[test]
fn a_whole_series_is_gone() {
    let mut files = base(true);
    let previous = read(&source(files.clone(), true), today()).feed.unwrap();
    files.retain(|(path, _)| path != "series/ind-visits.csv");
    let reading = read_since(&source(files, true), &previous, today());
    let found: Vec<_> = reading.findings.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "indicators/ind-visits.json:1:9: warning[R109] The whole series is gone. Published values: 2 before, none now."
        ]
    );
}

#[test]
fn provisional_values_may_change() {
    let provisional = [("series/ind-visits.csv", "118,final", "118,provisional")];
    let changed = [("series/ind-visits.csv", "118,provisional", "139,final")];
    let (findings, ..) = after(true, "\n", Rule::HistoryChanged, &provisional, &changed);
    assert_eq!(findings, [""; 0]);
}

#[test]
fn an_old_correction_does_not_excuse_a_new_change() {
    let correction = (
        "updates/upd-visits.json",
        "",
        "{ \"id\": \"upd-visits\", \"kind\": \"correction\", \"on\": \"2024-03-01\", \"title\": \"More\", \"body\": \"One list.\", \"author\": \"par-circle\", \"correction\": { \"record\": \"ind-visits\", \"was\": \"1\", \"now\": \"2\" } }\n",
    );
    since(
        Rule::HistoryChanged,
        &[correction],
        &[("series/ind-visits.csv", "118,final", "⟦139⟧,final")],
        &[
            ("series/ind-visits.csv", "118,final", "139,final"),
            ("updates/upd-visits.json", "\"was\": \"1\"", "\"was\": \"118\""),
        ],
    );
}

#[test]
fn many_changes_of_one_series_are_one_finding() {
    let edits =
        [("series/ind-visits.csv", "120,final", "⟦125⟧,final"), ("series/ind-visits.csv", "118,final", "139,final")];
    let (findings, expected, reading) = after(true, "\n", Rule::HistoryChanged, &[], &edits);
    assert_eq!(Some(findings), expected.map(|line| vec![line]));
    let message = &reading.findings[0].message;
    assert_eq!(message, "2022-Q1 was 120 and is 125 now; no correction says so. 1 value changed too.");
}

#[test]
fn a_break_marks_a_new_way_of_counting() {
    let definition = ("indicators/ind-visits.json", "\"Visits in the quarter.\"", "\"Children who came.\"");
    let marked = ("series/ind-visits.csv", "118,final", "118,final break");
    let (findings, ..) = after(true, "\n", Rule::UnmarkedBreak, &[], &[definition, marked]);
    assert_eq!(findings, [""; 0]);
    // One that was there before marks something else.
    let (findings, ..) = after(true, "\n", Rule::UnmarkedBreak, &[marked], &[definition]);
    assert_eq!(findings, ["T210 indicators/ind-visits.json:4:17+20"]);
}

#[test]
fn other_units_and_sources_are_other_ways_of_counting() {
    since(
        Rule::UnmarkedBreak,
        &[],
        &[("indicators/ind-visits.json", "\"administrative\"", "⟦\"self_report\"⟧")],
        &[("indicators/ind-visits.json", "\"decimals\": 0 }", "\"decimals\": 1 }")],
    );
    since(
        Rule::UnmarkedBreak,
        &[],
        &[("indicators/ind-visits.json", "[\"src-log\"]", "⟦[⟧\"src-survey\"]")],
        &[("indicators/ind-visits.json", "[\"src-log\"]", "[\"src-survey\", \"src-log\"]")],
    );
}

#[test]
fn a_target_is_put_off() {
    since(
        Rule::TargetMoved,
        &[],
        &[("indicators/ind-reading.json", "\"by\": \"2030\"", "\"by\": ⟦\"2035\"⟧")],
        &[(
            "indicators/ind-reading.json",
            "\"kind\": \"aspiration\" }]",
            "\"kind\": \"aspiration\" }, { \"value\": 70, \"by\": \"2035\", \"kind\": \"aspiration\" }]",
        )],
    );
}

#[test]
fn a_target_is_taken_away() {
    since(
        Rule::TargetMoved,
        &[],
        &[
            ("indicators/ind-reading.json", "\"id\": \"ind-reading\"", "\"id\": ⟦\"ind-reading\"⟧"),
            (
                "indicators/ind-reading.json",
                "\"targets\": [{ \"value\": 60, \"by\": \"2030\", \"kind\": \"aspiration\" }]",
                "\"targets\": []",
            ),
        ],
        &[],
    );
}

#[test]
fn the_record_of_an_earlier_target_is_taken_away() {
    let old = "\"value\": 60, \"previous\": [{ \"value\": 55, \"by\": \"2025\", \"replaced_on\": \"2024\", \"reason\": \"Too low.\" }]";
    since(
        Rule::TargetMoved,
        &[("indicators/ind-reading.json", "\"value\": 60", old)],
        &[
            ("indicators/ind-reading.json", "\"targets\": [", "\"targets\": ⟦[⟧"),
            ("indicators/ind-reading.json", old, "\"value\": 60"),
        ],
        &[("indicators/ind-reading.json", "Too low.", "Reached.")],
    );
}

#[test]
fn what_is_withheld_now_is_not_said_again() {
    let (.., reading) =
        after(true, "\n", Rule::WithheldLater, &[], &[("series/ind-visits.csv", "118,final", ",suppressed")]);
    assert_eq!(reading.findings.len(), 1);
    assert!(!format!("{:?}", reading.findings).contains("118"));
}

#[test]
fn a_waiver_of_a_rule_between_versions_counts_only_when_versions_are_compared() {
    let waiver = "{\"waivers\": [{\"rule\": \"T212\", \"record\": \"ind-visits\", \"period\": \"2022-Q2\", \"reason\": \"Counted again.\", \"by\": \"data lead\", \"until\": \"2027\"}]}";
    let edits = [("waivers.json", "", waiver), ("series/ind-visits.csv", "118,final", "139,final")];
    let (findings, _, reading) = after(true, "\n", Rule::HistoryChanged, &[], &edits);
    assert_eq!((findings.as_slice(), reading.waived.len()), (&[][..], 1));
    let mut files = base(true);
    edit(&mut files, &edits);
    assert_eq!(read(&source(files, true), today()).findings, []);
    let (findings, ..) = after(true, "\n", Rule::WaiverUnused, &[], &edits[..1]);
    assert_eq!(findings.len(), 1, "{findings:?}");
}

/// Whatever is left of a file: rules between versions look at what could be read, and never fail.
#[test]
fn a_version_that_is_cut_off_or_garbled_is_compared_without_harm() {
    let clean = base(false).remove(0).1;
    let previous = read(&source(base(false), false), today()).feed.unwrap();
    let mut tried = 0;
    for at in (0..clean.len()).step_by(61).filter(|at| clean.is_char_boundary(*at)) {
        for put in ["", "null", "\"waivers\": [{}], ", "[", "9", "\u{202e}"] {
            let text = format!("{}{put}{}", &clean[..at], if put.is_empty() { "" } else { &clean[at..] });
            let reading = read_since(&FeedSource::File(SourceFile::new("feed.json", text)), &previous, today());
            assert_eq!(reading.feed.is_none(), reading.findings.iter().any(Finding::is_error));
            tried += 1;
        }
    }
    assert!(tried > 500, "{tried}");
}

//! Waivers: what they accept, and what they cannot.

use super::*;

/// A waiver in the single file, of a rule that this feed breaks once.
macro_rules! waiver {
    ($fields:literal) => {
        concat!(
            "{\n  \"waivers\": [{",
            $fields,
            ", \"reason\": \"A new test.\", \"by\": \"data lead\"}],\n  \"coalition\""
        )
    };
}

const START: &str = "{\n  \"coalition\"";
const WRONG_SIDE: Edit<'_> = ("feed.json", "\"value\": 60", "\"value\": 40");

cases! {
    an_error_in_a_single_file: WaiverRefused in File,
        broken [("feed.json", START, waiver!("\"rule\": ⟦\"R101\"⟧, \"record\": \"ind-reading\", \"until\": \"2027\""))],
        fine [WRONG_SIDE, ("feed.json", START, waiver!("\"rule\": \"V309\", \"record\": \"ind-reading\", \"until\": \"2027\""))];
    a_rule_that_protects_people: WaiverRefused in File,
        broken [("feed.json", START, waiver!("\"rule\": ⟦\"D410\"⟧, \"record\": \"ind-reading\", \"until\": \"2027\""))],
        fine [("feed.json", START, waiver!("\"rule\": \"T212\", \"record\": \"ind-reading\", \"until\": \"2027\""))];
    a_rule_about_links: WaiverRefused in File,
        broken [("feed.json", START, waiver!("\"rule\": ⟦\"X502\"⟧, \"record\": \"src-survey\", \"until\": \"2027\""))],
        fine [WRONG_SIDE, ("feed.json", START, waiver!("\"rule\": \"V309\", \"record\": \"ind-reading\", \"until\": \"2027\""))];
    a_waiver_of_a_waiver: WaiverRefused in File,
        broken [("feed.json", START, waiver!("\"rule\": ⟦\"F020\"⟧, \"record\": \"ind-reading\", \"until\": \"2027\""))],
        fine [WRONG_SIDE, ("feed.json", START, waiver!("\"rule\": \"V309\", \"record\": \"ind-reading\", \"until\": \"2027\""))];
    a_waiver_that_ended_yesterday: WaiverExpired in File,
        broken [("feed.json", START, waiver!("\"rule\": \"V309\", \"record\": \"ind-reading\", \"until\": ⟦\"2026-11-21\"⟧"))],
        fine [WRONG_SIDE, ("feed.json", START, waiver!("\"rule\": \"V309\", \"record\": \"ind-reading\", \"until\": \"2026-11\""))];
    a_waiver_of_another_field: WaiverUnused in File,
        broken [("feed.json", START, waiver!("\"rule\": ⟦\"V309\"⟧, \"record\": \"ind-reading\", \"field\": \"targets/0/value\", \"until\": \"2027\""))],
        fine [WRONG_SIDE, ("feed.json", START, waiver!("\"rule\": \"V309\", \"record\": \"ind-reading\", \"field\": \"targets/0/value\", \"until\": \"2027\""))];
    a_rule_that_there_is_not: WrongType in File,
        broken [("feed.json", START, waiver!("\"rule\": ⟦\"W309\"⟧, \"record\": \"ind-reading\", \"until\": \"2027\""))],
        fine [WRONG_SIDE, ("feed.json", START, waiver!("\"rule\": \"V309\", \"record\": \"ind-reading\", \"until\": \"2027\""))];
    a_file_that_is_no_list_of_waivers: UnknownField in Folder,
        broken [("waivers.json", "", "{ ⟦\"accepted\"⟧: [] }\n")],
        fine [("waivers.json", "", "{ \"$schema\": \"waivers.schema.json\", \"waivers\": [] }\n")];
}

/// The wrong side of a target, with a waiver narrowed in this way.
fn narrowed(narrowing: &str) -> Reading {
    let mut files = base(false);
    let waiver = format!(
        "{{\n  \"waivers\": [{{\"rule\": \"V309\", \"record\": \"ind-reading\", {narrowing}\"reason\": \"A new test.\", \
         \"by\": \"data lead\", \"until\": \"2027\"}}],\n  \"coalition\""
    );
    edit(&mut files, &[WRONG_SIDE, ("feed.json", START, &waiver)]);
    read(&source(files, false), today())
}

#[track_caller]
fn codes(narrowing: &str, left: &[&str], waived: &[&str]) {
    let reading = narrowed(narrowing);
    let left_over: Vec<_> = reading.findings.iter().map(|finding| finding.rule.code()).collect();
    let kept_apart: Vec<_> = reading.waived.iter().map(|waived| waived.finding.rule.code()).collect();
    assert_eq!((left_over.as_slice(), kept_apart.as_slice()), (left, waived));
}

#[test]
fn a_waived_finding_is_kept_apart() {
    codes("", &[], &["V309"]);
    codes("\"field\": \"targets\", ", &[], &["V309"]);
    codes("\"field\": \"targets/1\", ", &["F021", "V309"], &[]);
    codes("\"field\": \"target\", ", &["F021", "V309"], &[]);
    codes("\"period\": \"2030\", ", &["F021", "V309"], &[]);
}

#[test]
fn waivers_are_no_part_of_the_feed() {
    let reading = narrowed("");
    let mut without = base(false);
    edit(&mut without, &[WRONG_SIDE]);
    let plain = read(&source(without, false), today());
    assert_eq!(reading.feed, plain.feed);
    let published = commonweal::feed::write::feed_json(&reading.feed.unwrap(), "feed.schema.json").unwrap();
    assert!(!String::from_utf8(published).unwrap().contains("A new test."));
}

#[test]
fn behind_an_error_no_waiver_is_called_unused() {
    let mut files = base(true);
    let waiver = "{\"waivers\": [{\"rule\": \"V309\", \"record\": \"ind-reading\", \"reason\": \"A new test.\", \"by\": \"data lead\", \"until\": \"2027\"}]}";
    let broken = ("activities/act-tutoring.json", "\"lead\": \"par-circle\"", "\"lead\": \"par-nobody\"");
    edit(&mut files, &[("waivers.json", "", waiver), broken]);
    let codes: Vec<_> =
        read(&source(files, true), today()).findings.iter().map(|finding| finding.rule.code()).collect();
    assert_eq!(codes, ["R101"]);
}

//! `new`, through the program.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::{check, copy, files};

const DAY: [&str; 2] = ["--as-of", "2026-11-22"];

/// Adds a record with everything that a kind needs, and gives what is then still found by the check.
#[track_caller]
fn added(here: &Path, arguments: &[&str]) -> Vec<String> {
    check(here, &[&["new"], arguments, &DAY].concat(), 0);
    check(here, &["fmt", "--check"], 0);
    findings(here)
}

fn findings(here: &Path) -> Vec<String> {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_commonweal"))
        .args(["check", "--format", "json", DAY[0], DAY[1]])
        .current_dir(here)
        .output()
        .unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let line =
        |finding: &Value| format!("{} {}", finding["code"].as_str().unwrap(), finding["message"].as_str().unwrap());
    // What is new is not yet part of anything, nor translated.
    let alone = |line: &String| ["R103 ", "R104 ", "R114 ", "X521 "].iter().any(|code| line.starts_with(code));
    report["findings"].as_array().unwrap().iter().map(line).filter(|line| !alone(line)).collect()
}

/// A record of every kind, whole: the texts are given, the references follow where there is one candidate.
const WHOLE: [&[&str]; 20] = [
    &["goal", "--title", "Niños leen", "--summary", "A."],
    &["strategy", "--title", "Walk together", "--summary", "A.", "--goal", "goal-read", "--kind", "policy"],
    &[
        "indicator",
        "ind-new",
        "--title",
        "New figure",
        "--summary",
        "A.",
        "--definition",
        "B.",
        "--level",
        "population",
        "--goal",
        "goal-read,goal-home",
        "--unit",
        "percent",
        "--decimals",
        "1",
        "--direction",
        "increase",
        "--period",
        "school_year",
        "--method",
        "sample",
        "--source",
        "src-log",
        "--steward",
        "par-library",
    ],
    &["source", "--title", "Street walk", "--publisher", "Us", "--kind", "survey", "--limitations", "Dry days only."],
    &["dimension", "--title", "Tenure", "--group", "People who rent", "--group", "People who own, or will"],
    &["geography", "--title", "South", "--kind", "neighbourhood", "--parent", "geo-valley"],
    &["partner", "--title", "Bus company", "--kind", "business", "--summary", "Runs buses.", "--role", "ally,delivery"],
    &[
        "activity",
        "--title",
        "Late bus",
        "--summary",
        "A bus at seven.",
        "--kind",
        "pilot",
        "--lead",
        "par-circle",
        "--goal",
        "goal-read",
        "--hypothesis",
        "More come.",
        "--review-on",
        "2027-06",
    ],
    &["story", "--indicator", "ind-visits", "--summary", "More came.", "--author", "par-circle"],
    &["update", "--title", "A bus comes", "--text", "It comes at seven.", "--author", "par-circle"],
    &[
        "event",
        "--title",
        "Open house",
        "--start",
        "2027-03-11",
        "--where",
        "Library",
        "--kind",
        "open_house",
        "--open-to",
        "public",
    ],
    &[
        "workgroup",
        "--title",
        "Evening table",
        "--purpose",
        "Plans the evenings.",
        "--kind",
        "action_network",
        "--member",
        "par-circle,par-library",
        "--decides-by",
        "consent",
    ],
    &["commitment", "--text", "We stay open until eight.", "--by", "evening-table", "--due", "2027-05"],
    &[
        "engagement",
        "--title",
        "What about Saturdays?",
        "--summary",
        "Say if Saturdays suit you.",
        "--kind",
        "meeting",
        "--level",
        "involve",
        "--promise",
        "We plan it with you.",
        "--question",
        "Do Saturdays suit you?",
        "--channel",
        "in_person,web",
    ],
    &["feedback", "--said", "The door is too heavy.", "--channel", "conversation", "--people", "1-9"],
    &[
        "decision",
        "--title",
        "A lighter door",
        "--what",
        "Buy a door that opens by itself.",
        "--by",
        "wg-table",
        "--result",
        "deferred",
        "--reason",
        "The price is not known yet.",
    ],
    &[
        "budget_cycle",
        "--title",
        "West decides",
        "--summary",
        "The west shares out its money.",
        "--money",
        "12000.50",
        "--currency",
        "USD",
        "--from",
        "2027-01",
        "--vote",
        "ranking",
        "--chosen-by",
        "equal_shares",
    ],
    &["budget_proposal", "--cycle", "west-decides", "--title", "A bench", "--summary", "A bench under the tree."],
    &["need", "--kind", "offer", "--what", "skill", "--text", "Two people can mend bikes.", "--by", "par-circle"],
    &["term", "--title", "Board book", "--definition", "A thick book for babies."],
];

#[test]
fn a_record_of_every_kind_is_valid_in_both_forms() {
    for feed in ["tests/fixtures/small", "tests/fixtures/small.json"] {
        let folder = copy(feed);
        let here = folder.path();
        check(here, &["fmt"], 0);
        for arguments in WHOLE {
            assert_eq!(added(here, arguments), [""; 0], "{arguments:?}");
        }
        let one = here.join("feed.json");
        if one.exists() {
            check(here, &["split", "feed.json", "--out", "parts"], 0);
        }
        let parts = here.join(if one.exists() { "parts" } else { "feed" });
        let made = fs::read_to_string(parts.join("goals/ninos-leen.json")).unwrap();
        assert!(made.contains("\"kind\": \"result\",\n  \"status\": \"active\""), "{made}");
        let made = fs::read_to_string(parts.join("stories/ind-visits-2026-11-22.json")).unwrap();
        assert!(made.contains("\"as_of\": \"2026-11-22\""), "{made}");
        let made = fs::read_to_string(parts.join("events/open-house.json")).unwrap();
        assert!(made.contains("\"tz\": \"America/Chicago\""), "{made}");
        let made = fs::read_to_string(parts.join("indicators/ind-new.json")).unwrap();
        assert!(made.contains("\"update_frequency\": \"yearly\""), "{made}");
        let made = fs::read_to_string(parts.join("workgroups/evening-table.json")).unwrap();
        assert!(made.contains("\"partner\": \"par-circle\""), "{made}");
        let made = fs::read_to_string(parts.join("commitments/we-stay-open-until-eight.json")).unwrap();
        assert!(made.contains("\"to\": \"public\"") && made.contains("\"made_on\": \"2026-11-22\""), "{made}");
        let made = fs::read_to_string(parts.join("budget_cycles/west-decides.json")).unwrap();
        assert!(made.contains("\"money\": 12000.50") && made.contains("\"from\": \"2027-01\""), "{made}");
    }
}

#[test]
fn texts_that_are_not_given_are_named_by_the_check_and_by_nothing_else() {
    let folder = copy("tests/fixtures/small");
    let here = folder.path();
    check(here, &["fmt"], 0);
    let arguments = ["new", "activity", "late-bus", "--kind", "service", "--lead", "par-circle", "--goal", "goal-home"];
    let (out, err) = check(here, &arguments, 0);
    assert_eq!(out, "feed/activities/late-bus.json\n");
    assert_eq!(
        err,
        "the activity late-bus was added\n\
         still empty, and named by commonweal check until you write them: title, plain_summary\n"
    );
    assert_eq!(findings(here), ["F010 This text is empty."; 2]);
}

#[test]
fn everything_that_is_missing_is_named_at_once_with_an_example() {
    let folder = copy("tests/fixtures/small");
    let before = files(folder.path());
    let (_, err) = check(folder.path(), &["new", "strategy", "--title", "Walk"], 2);
    assert_eq!(
        err,
        "commonweal: A new strategy also needs:\n  \
         --goal goal-home|goal-read\n  \
         --kind programme|systems_change|policy|engagement|data\n\
         For example: commonweal new strategy --title \"Walk\" --goal goal-home --kind programme\n"
    );
    assert_eq!(files(folder.path()), before);
}

#[test]
fn what_the_example_says_works() {
    let folder = copy("tests/fixtures/small");
    let here = folder.path();
    for kind in [
        "goal",
        "strategy",
        "indicator",
        "source",
        "dimension",
        "geography",
        "partner",
        "activity",
        "story",
        "update",
        "event",
        "workgroup",
        "commitment",
        "engagement",
        "feedback",
        "decision",
        "budget_cycle",
        "budget_proposal",
        "need",
        "term",
    ] {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_commonweal"))
            .args(["new", kind])
            .current_dir(here)
            .output()
            .unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        let example = err.lines().last().unwrap().strip_prefix("For example: ").unwrap_or_else(|| panic!("{err}"));
        let example = example.replacen("\"…\"", &format!("\"A {kind}\""), 1);
        let mut words: Vec<String> = Vec::new();
        for (at, part) in example.split('"').enumerate() {
            if at % 2 == 1 {
                words.push(part.to_owned())
            } else {
                words.extend(part.split_whitespace().map(str::to_owned))
            }
        }
        let words: Vec<&str> = words.iter().skip(1).map(String::as_str).collect();
        // Some ask for more once the first answers are there; the next example adds it.
        let again = std::process::Command::new(env!("CARGO_BIN_EXE_commonweal"))
            .args(&words)
            .current_dir(here)
            .output()
            .unwrap();
        let said = String::from_utf8(again.stderr).unwrap();
        assert!(again.status.success() || said.contains("also needs"), "{words:?}\n{said}");
    }
}

#[test]
fn slips_are_refused_with_what_there_is() {
    let folder = copy("tests/fixtures/small");
    let before = files(folder.path());
    let refused = |arguments: &[&str]| check(folder.path(), &[&["new"], arguments].concat(), 2).1;
    assert_eq!(
        refused(&["story", "--indicator", "ind-reding", "--author", "par-circle"]),
        "commonweal: There is no indicator \"ind-reding\"; there are: ind-reading|ind-visits.\n"
    );
    assert_eq!(refused(&["goal", "par-circle"]), "commonweal: The id \"par-circle\" is taken. Name another one.\n");
    assert!(refused(&["goal", "Par_Circle"]).contains("is not an id: lower-case letters, digits and hyphens"));
    assert!(refused(&["goal", "--title", "家庭"]).contains("No id can be made from this title."));
    assert!(refused(&["goal", "--kind", "dream"]).contains("[possible values: north_star, result]"));
    assert!(refused(&["event", "--start", "soon"]).contains("--start is a date such as "));
    assert!(refused(&["budget_cycle", "--money", "much"]).contains("--money is a number such as 10000."));
    let by = refused(&["commitment", "--by", "goal-read"]);
    let there = "There is no partner or workgroup \"goal-read\"; there are: par-circle|par-library|wg-table.";
    assert!(by.contains(there), "{by}");
    let promise = refused(&["engagement", "--level", "inform", "--promise", "P."]);
    assert!(promise.contains("whose \"level\" is \"consult\" or \"involve\""), "{promise}");
    let stage = refused(&["activity", "--kind", "service", "--stage", "drafted"]);
    assert!(stage.contains("--stage is only for those whose \"kind\" is \"policy_change\"."), "{stage}");
    assert_eq!(files(folder.path()), before);
}

#[test]
fn a_title_that_is_taken_gets_a_number() {
    let folder = copy("tests/fixtures/small");
    let here = folder.path();
    for file in ["feed/goals/walk.json", "feed/goals/walk-2.json"] {
        let (out, _) = check(here, &["new", "goal", "--title", "Walk!"], 0);
        assert_eq!(out, format!("{file}\n"));
    }
}

#[test]
fn in_one_file_no_other_byte_changes() {
    let folder = copy("samples/millbrook/feed.json");
    let here = folder.path();
    let before = fs::read_to_string(here.join("feed.json")).unwrap();
    check(here, &["new", "goal", "--title", "Walk", "--summary", "We walk."], 0);
    let after = fs::read_to_string(here.join("feed.json")).unwrap();
    let head = before.bytes().zip(after.bytes()).take_while(|(a, b)| a == b).count();
    assert!(after.ends_with(&before[head..]), "more than one place has changed");
    assert_eq!(findings(here), [""; 0]);
}

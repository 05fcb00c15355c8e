//! `commonweal import pabulib` and `commonweal export pabulib`, through the program, on invented files.

// Helpers of tests may stop a test in the plainest way; clippy allows it by itself only inside the tests.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use proptest::prelude::*;
use serde_json::Value;

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_commonweal")).args(arguments).output().expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn scratch() -> tempfile::TempDir {
    tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap()
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pabulib").join(name)
}

fn import(files: &[&Path], feed: &Path, more: &[&str]) -> Output {
    let mut arguments = vec!["import", "pabulib", "--all", "--out", feed.to_str().unwrap()];
    arguments.extend(files.iter().map(|file| file.to_str().unwrap()));
    run(&[&arguments[..], more].concat())
}

#[track_caller]
fn imported(files: &[&Path], feed: &Path) -> String {
    imported_with(0, files, feed)
}

#[track_caller]
fn imported_with(code: i32, files: &[&Path], feed: &Path) -> String {
    let output = import(files, feed, &[]);
    assert_eq!(output.status.code(), Some(code), "{}{}", text(&output.stdout), text(&output.stderr));
    text(&output.stdout)
}

#[track_caller]
fn export(feed: &Path, cycle: &str, to: &Path) {
    let out = to.to_str().unwrap();
    let output = run(&["export", "pabulib", feed.to_str().unwrap(), "--cycle", cycle, "--out", out]);
    assert_eq!(output.status.code(), Some(0), "{}{}", text(&output.stdout), text(&output.stderr));
}

/// Every record of a feed's budgets, by its path.
fn records(feed: &Path) -> BTreeMap<String, Value> {
    let mut found = BTreeMap::new();
    for list in ["budget_cycles", "budget_proposals"] {
        for entry in fs::read_dir(feed.join(list)).into_iter().flatten() {
            let path = entry.unwrap().path();
            let name = format!("{list}/{}", path.file_stem().unwrap().to_string_lossy());
            found.insert(name, serde_json::from_slice(&fs::read(&path).unwrap()).unwrap());
        }
    }
    found
}

fn only_cycle(feed: &Path) -> String {
    let cycles: Vec<_> = records(feed).into_keys().filter(|name| name.starts_with("budget_cycles/")).collect();
    assert_eq!(cycles.len(), 1, "{cycles:?}");
    cycles[0].trim_start_matches("budget_cycles/").to_owned()
}

/// META and PROJECTS of a file as a program that knows nothing of ours would read them; cells without blanks around,
/// numbers as numbers, empty cells left out.
fn parts(path: &Path) -> (BTreeMap<String, String>, BTreeMap<String, BTreeMap<String, String>>) {
    let bytes = fs::read(path).unwrap();
    let mut rows = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).flexible(true).from_reader(&bytes[..]);
    let (mut meta, mut projects) = (BTreeMap::new(), BTreeMap::new());
    let (mut section, mut head) = (String::new(), Vec::new());
    let plain = |text: &str| match text.parse::<f64>() {
        Ok(number) => number.to_string(),
        Err(_) => text.split(',').map(str::trim).collect::<Vec<_>>().join(","),
    };
    for row in rows.records() {
        let row: Vec<String> = row.unwrap().iter().map(|cell| cell.trim().to_owned()).collect();
        if row.len() == 1 && ["META", "PROJECTS", "VOTES"].contains(&row[0].as_str()) {
            section = row[0].clone();
            head.clear();
        } else if head.is_empty() {
            head = row;
        } else if section == "META" {
            meta.insert(row[0].clone(), plain(&row[1]));
        } else if section == "PROJECTS" {
            let cells = head.iter().cloned().zip(row.iter().map(|cell| plain(cell)));
            projects.insert(row[0].clone(), cells.filter(|(_, cell)| !cell.is_empty()).collect());
        }
    }
    (meta, projects)
}

/// In and out again gives the same file, and in once more the same records.
#[track_caller]
fn check(name: &str, ballots: u64) {
    let scratch = scratch();
    let (feed, again) = (scratch.path().join("feed"), scratch.path().join("again"));
    imported(&[&fixture(name)], &feed);
    let checked = run(&["check", feed.to_str().unwrap()]);
    assert_eq!(checked.status.code(), Some(0), "{}", text(&checked.stdout));
    let cycle = only_cycle(&feed);
    assert_eq!(records(&feed)[&format!("budget_cycles/{cycle}")]["ballots"], ballots);
    let out = scratch.path().join("out.pb");
    export(&feed, &cycle, &out);
    let (mut before, mut after) = (parts(&fixture(name)), parts(&out));
    // Votes that the file leaves to its ballots are counted.
    if !before.1.values().any(|project| project.contains_key("votes")) {
        after.1.values_mut().for_each(|project| drop(project.remove("votes")));
    }
    // One category a cell is a list; a number in it is none.
    before.0.remove("num_votes");
    assert_eq!(after.0.remove("num_votes"), Some(ballots.to_string()));
    assert_eq!(after, before);
    imported(&[&out], &again);
    assert_eq!(records(&again), records(&feed));
}

#[test]
fn approval_votes_go_in_and_out() {
    check("approval.pb", 8);
}

#[test]
fn ordinal_votes_go_in_and_out() {
    check("ordinal.pb", 4);
}

#[test]
fn cumulative_votes_go_in_and_out() {
    check("cumulative.pb", 3);
}

#[test]
fn scoring_votes_go_in_and_out() {
    check("scoring.pb", 2);
}

#[test]
fn a_single_choice_goes_in_and_out() {
    check("choose-1.pb", 3);
}

#[test]
fn votes_up_to_the_budget_go_in_and_out() {
    check("knapsack.pb", 1);
}

#[test]
fn records_say_what_the_file_says() {
    let scratch = scratch();
    let feed = scratch.path().join("feed");
    imported(&[&fixture("approval.pb")], &feed);
    let records = records(&feed);
    let cycle = &records["budget_cycles/pb-saltwick-2024-harbour"];
    assert_eq!(cycle["title"], "The harbour quarter decides on small works");
    assert_eq!(
        (&cycle["money"], &cycle["currency"], &cycle["max_choices"]),
        (&50_000.into(), &"EUR".into(), &3.into())
    );
    assert_eq!(cycle["phases"][0]["from"], "2024-05-03");
    let two = &records["budget_proposals/pb-saltwick-2024-harbour-2"];
    assert_eq!(two["title"], "Lamps; the dark steps, and \"The Snicket\"");
    assert_eq!((&two["cost_estimated"], &two["votes"], &two["stage"]), (&18_000.5.into(), &4.into(), &"funded".into()));
    let three = &records["budget_proposals/pb-saltwick-2024-harbour-3"];
    assert_eq!(three["title"], "A slipway\nfor small boats");
    assert_eq!((&three["categories"][1], &three["serves"][0]), (&"sport".into(), &"youth".into()));
    assert_eq!(three["location"]["longitude"], -1.26);
}

#[test]
fn votes_are_counted_where_the_file_has_no_sum_and_never_kept() {
    let scratch = scratch();
    let feed = scratch.path().join("feed");
    imported(&[&fixture("ordinal.pb")], &feed);
    assert_eq!(records(&feed)["budget_proposals/pb-saltwick-2023-a-1"]["votes"], 3);
    let mut folders = vec![feed];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = fs::read_to_string(&path).unwrap();
                assert!(!["x1", "x2", "voter_id"].iter().any(|voter| text.contains(voter)), "{text}");
            }
        }
    }
}

#[test]
fn what_is_wrong_is_listed_with_line_and_column() {
    let scratch = scratch();
    // The feed is written; that more was chosen than there was money for is an error of the check, until somebody mends it.
    let report = imported_with(1, &[&fixture("awkward.pb")], &scratch.path().join("feed"));
    for sentence in [
        "\"1200,50\" has a comma: write a decimal point and nothing between thousands (awkward.pb:21, column 2 (cost))",
        "The project_id \"2\" is there twice: line 22 counts (awkward.pb:23, column 1 (project_id))",
        "num_votes is 5, but VOTES has 3 lines: the lines count (awkward.pb:8, column 2 (num_votes))",
        "num_projects is 9, but 5 projects could be read (awkward.pb:7, column 2 (num_projects))",
        "A project without project_id (awkward.pb:24, column 1 (project_id))",
        "\"-5\" is below zero (awkward.pb:27, column 2 (cost))",
        "The vote ends before it begins: the end is left out (awkward.pb:13, column 2 (date_end))",
    ] {
        assert!(report.contains(sentence), "missing: {sentence}\n{report}");
    }
    assert!(report.contains("What was chosen costs 700 EUR more than there was."), "{report}");
    let written = fs::read_to_string(scratch.path().join("feed/budget_cycles/pb-saltwick-awkward.json")).unwrap();
    assert!(!written.contains("extra_funding_note") && !written.contains("clerk@"), "{written}");
    let names = records(&scratch.path().join("feed"));
    assert!(names.values().all(|record| !record.to_string().contains("Jane Doe")));
}

#[track_caller]
fn check_refused(file: &Path, more: &[&str], said: &str) {
    let scratch = scratch();
    let feed = scratch.path().join("feed");
    let output = import(&[file], &feed, more);
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stdout));
    assert!(text(&output.stderr).contains(said), "{}", text(&output.stderr));
    assert!(!feed.exists());
}

#[test]
fn what_cannot_be_a_budget_is_refused_with_a_sentence() {
    check_refused(&fixture("empty.pb"), &[], "The file is empty.");
    check_refused(&fixture("garbage.pb"), &[], "is not in UTF-8");
    check_refused(&fixture("windows-1252.pb"), &[], "Line 3 is not in UTF-8");
    check_refused(&fixture("no-projects.pb"), &[], "The section PROJECTS is missing");
    check_refused(&fixture("unknown-vote-type.pb"), &[], "Line 7, column 2: vote_type \"raffle\" is not known.");
    check_refused(&fixture("unclosed.pb"), &[], "A quotation mark is opened and not closed");
    check_refused(&fixture("windows-lines.pb"), &[], "META has no currency. Say which it is: --currency EUR.");
    check_refused(&fixture("there-is-none.pb"), &[], "cannot be read");
}

#[test]
fn a_mark_blanks_and_windows_lines_are_understood() {
    let scratch = scratch();
    let feed = scratch.path().join("feed");
    let output = import(&[&fixture("windows-lines.pb")], &feed, &["--currency", "PLN"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let records = records(&feed);
    assert_eq!(records["budget_cycles/pb-saltwick-2018"]["title"], "Blanks and a mark at the beginning");
    assert_eq!(records["budget_proposals/pb-saltwick-2018-1"]["categories"][1], "education");
    assert_eq!(records["budget_proposals/pb-saltwick-2018-1"]["title"], "Project 1");
}

#[test]
fn nothing_that_is_there_is_written_over() {
    let scratch = scratch();
    let feed = scratch.path().join("feed");
    imported(&[&fixture("approval.pb"), &fixture("ordinal.pb")], &feed);
    let before = records(&feed);
    let output = import(&[&fixture("approval.pb"), &fixture("scoring.pb")], &feed, &[]);
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stdout);
    assert!(said.contains("Not imported: approval.pb: The id pb-saltwick-2024-harbour is taken"), "{said}");
    let after = records(&feed);
    assert!(before.iter().all(|(name, record)| after.get(name) == Some(record)));
    assert!(after.contains_key("budget_cycles/pb-saltwick-2021"));
    let other = scratch.path().join("other");
    fs::create_dir_all(&other).unwrap();
    fs::write(other.join("mine.txt"), "mine").unwrap();
    let output = import(&[&fixture("approval.pb")], &other, &[]);
    assert!(text(&output.stderr).contains("holds something else than a feed"), "{}", text(&output.stderr));
    let file = scratch.path().join("out.pb");
    export(&feed, "pb-saltwick-2021", &file);
    let output = run(&[
        "export",
        "pabulib",
        feed.to_str().unwrap(),
        "--cycle",
        "pb-saltwick-2023",
        "--out",
        file.to_str().unwrap(),
    ]);
    assert!(text(&output.stderr).contains("is already there"), "{}", text(&output.stderr));
}

#[test]
fn a_feed_of_a_coalition_takes_budgets_in() {
    let scratch = scratch();
    let feed = scratch.path().join("feed");
    assert!(run(&["init", feed.to_str().unwrap()]).status.success());
    imported(&[&fixture("cumulative.pb")], &feed);
    // Its texts are French and the feed's are English.
    let cycle = &records(&feed)["budget_cycles/pb-saltwick-2022"];
    assert_eq!(cycle["title"]["fr"], "Paroisse de Saltwick");
    let checked = run(&["check", feed.to_str().unwrap()]);
    assert_eq!(checked.status.code(), Some(0), "{}", text(&checked.stdout));
}

const HEAD: &str = "META\nkey;value\ndescription;Generated\ncountry;Nowhereland\nunit;Saltwick\ninstance;gen\n\
    budget;1000000\nvote_type;approval\nrule;greedy\ndate_begin;2024\ndate_end;2024\ncurrency;EUR\n";

#[test]
fn thousands_of_projects_and_ballots_go_in() {
    let scratch = scratch();
    let (file, feed) = (scratch.path().join("many.pb"), scratch.path().join("feed"));
    let mut lines = format!("{HEAD}num_projects;3000\nnum_votes;20000\nPROJECTS\nproject_id;cost;name\n");
    (1..=3000).for_each(|n| lines.push_str(&format!("{n};{n}.5;Idea {n}\n")));
    lines.push_str("VOTES\nvoter_id;vote\n");
    (0..20_000).for_each(|n| lines.push_str(&format!("v{n};{},{}\n", n % 3000 + 1, (n * 7) % 3000 + 1)));
    fs::write(&file, lines).unwrap();
    let report = imported(&[&file], &feed);
    assert!(report.contains("with 3000 proposals; 20000 ballots were counted, none was kept."), "{report}");
    assert_eq!(fs::read_dir(feed.join("budget_proposals")).unwrap().count(), 3000);
}

#[test]
fn hostile_files_end_in_a_sentence() {
    let scratch = scratch();
    let semicolons = format!("{HEAD}PROJECTS\nproject_id;cost{}\n1;1\n", ";x".repeat(100_000));
    let keys: String = (0..10_000).map(|n| format!("k{n};v\n")).collect();
    let escapes = format!("{HEAD}PROJECTS\nproject_id;cost;name\n1;\u{1b}[2J;\u{202e}evil\n");
    let cases = [
        ("columns", semicolons, Some(2)),
        ("keys", format!("{HEAD}{keys}PROJECTS\nproject_id;cost\n1;1\n"), Some(2)),
        ("escapes", escapes, Some(0)),
        ("sections", "META\nPROJECTS\nVOTES\n".repeat(1000), Some(2)),
        ("long", format!("{HEAD}PROJECTS\nproject_id;cost;name\n1;1;{}\n", "a".repeat(2_000_000)), Some(0)),
    ];
    for (name, content, code) in cases {
        let file = scratch.path().join(format!("{name}.pb"));
        fs::write(&file, content).unwrap();
        let output = import(&[&file], &scratch.path().join(name), &[]);
        let said = text(&output.stdout) + &text(&output.stderr);
        assert_eq!(output.status.code(), code, "{name}: {said}");
        assert!(!said.contains("panicked") && !said.contains('\u{1b}') && said.len() < 20_000, "{name}: {said}");
    }
}

/// What a feed can hold of a name.
fn kept(name: &str) -> String {
    let hidden = |c: char| {
        matches!(u32::from(c),
            0x180E | 0x200B | 0x202A..=0x202E | 0x2060..=0x206F | 0xFEFF
            | 0xFFF9..=0xFFFB | 0xE000..=0xF8FF | 0xE0000..=0xE0FFF | 0xF0000..=0x10FFFF)
    };
    let lines = name.trim().replace("\r\n", "\n").replace('\r', "\n");
    let clean: String = lines.chars().filter(|c| !hidden(*c) && (!c.is_control() || "\n\t".contains(*c))).collect();
    clean.trim().to_owned()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Whatever stands in a name goes in and out again.
    #[test]
    fn names_of_any_characters_go_in_and_out(names in prop::collection::vec("[^\\x00@]{0,24}|[;\",\n\r=+ a-c']{1,12}", 1..12)) {
        let scratch = scratch();
        let (file, feed, out) = (scratch.path().join("n.pb"), scratch.path().join("feed"), scratch.path().join("o.pb"));
        let mut content = format!("{HEAD}PROJECTS\nproject_id;cost;name\n");
        for (n, name) in names.iter().enumerate() {
            content.push_str(&format!("{};1;\"{}\"\n", n + 1, name.replace('"', "\"\"")));
        }
        fs::write(&file, content).unwrap();
        imported(&[&file], &feed);
        let found = records(&feed);
        for (n, name) in names.iter().enumerate() {
            let expected = Some(kept(name)).filter(|name| !name.is_empty()).unwrap_or(format!("Project {}", n + 1));
            prop_assert_eq!(&found[&format!("budget_proposals/pb-saltwick-gen-{}", n + 1)]["title"], &expected);
        }
        export(&feed, "pb-saltwick-gen", &out);
        let again = scratch.path().join("again");
        imported(&[&out], &again);
        prop_assert_eq!(records(&again), found);
    }
}

//! `commonweal check` through the program: every form of report, every option, versions in git, hostile names.
#![cfg(not(target_arch = "wasm32"))]
// Helpers of tests are not tests to clippy.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// A copy of the small clean feed in a folder `feed`, which a test may break. The program runs beside it.
struct Feed {
    folder: tempfile::TempDir,
}

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small")
}

/// All files of a folder, as paths inside it, in this order or the other way round.
fn files(root: &Path, backwards: bool) -> Vec<String> {
    let (mut found, mut folders) = (Vec::new(), vec![root.to_path_buf()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path.strip_prefix(root).unwrap().to_str().unwrap().to_owned());
            }
        }
    }
    found.sort();
    if backwards {
        found.reverse();
    }
    found
}

impl Feed {
    fn new() -> Self {
        Self::copied(false)
    }

    fn copied(backwards: bool) -> Self {
        let feed = Self { folder: tempfile::tempdir().unwrap() };
        for path in files(&fixture(), backwards) {
            feed.write(&path, &fs::read_to_string(fixture().join(&path)).unwrap());
        }
        feed
    }

    fn write(&self, path: &str, text: &str) {
        let file = self.folder.path().join("feed").join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    #[track_caller]
    fn edit(&self, path: &str, find: &str, put: &str) {
        let file = self.folder.path().join("feed").join(path);
        let text = fs::read_to_string(&file).unwrap();
        assert_eq!(text.matches(find).count(), 1, "{find} in {path}");
        fs::write(file, text.replace(find, put)).unwrap();
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_commonweal"));
        command.arg("check").args(arguments).args(["--as-of", "2026-11-22"]).current_dir(self.folder.path());
        for name in ["NO_COLOR", "GITHUB_STEP_SUMMARY", "TERM"] {
            command.env_remove(name);
        }
        command
    }

    /// Runs the program and compares its exit code.
    #[track_caller]
    fn check(&self, arguments: &[&str], code: i32) -> (String, String) {
        told(self.command(arguments).output().unwrap(), code)
    }

    #[track_caller]
    fn json(&self, arguments: &[&str], code: i32) -> Value {
        let (out, _) = self.check(&[arguments, &["--format", "json"]].concat(), code);
        serde_json::from_str(&out).unwrap()
    }

    fn git(&self, arguments: &[&str]) {
        let mut command = Command::new("git");
        command.arg("-C").arg(self.folder.path()).args(["-c", "user.name=a", "-c", "user.email=a@example.org"]);
        let output = command.args(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {output:?}");
    }

    /// Puts everything as it is now under the name of a branch.
    fn commit(&self, branch: &str) {
        self.git(&["init", "--quiet", "--initial-branch", branch]);
        self.git(&["add", "."]);
        self.git(&["commit", "--quiet", "-m", "as it is"]);
    }

    /// Three findings in three files: an error, a warning and another warning.
    fn broken() -> Self {
        let feed = Self::new();
        feed.break_it();
        feed
    }

    fn break_it(&self) {
        self.edit("activities/act-tutoring.json", "\"lead\": \"par-circle\"", "\"lead\": \"par-cirkle\"");
        self.edit("indicators/ind-reading.json", "\"value\": 60", "\"value\": 40");
        self.write("notes.txt", "not part of it");
    }
}

#[track_caller]
fn told(output: Output, code: i32) -> (String, String) {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let (out, err) = (text(output.stdout), text(output.stderr));
    assert_eq!(output.status.code(), Some(code), "{out}\n{err}");
    (out, err)
}

const SUM: &str = "1 error, 2 warnings, no notices in feed\n";

#[test]
fn people_see_the_line_and_the_fix() {
    let (out, err) = Feed::broken().check(&[], 1);
    let expected = "activities/act-tutoring.json:5:11: error[R101] There is no partner with the id \"par-cirkle\". Did you mean \"par-circle\"?\n";
    assert!(out.starts_with(expected), "{out}");
    assert!(out.contains("5 |   \"lead\": \"par-cirkle\",\n  |           ^^^^^^^^^^^^\n  = fix: "), "{out}");
    assert_eq!(err, format!("{SUM}What a rule is for: commonweal check --explain R101\n"));
}

#[test]
fn editors_see_one_line_for_each_finding() {
    let (out, err) = Feed::broken().check(&["--format", "short"], 1);
    let starts: Vec<&str> = out.lines().map(|line| line.split_once("] ").unwrap().0).collect();
    assert_eq!(
        starts,
        [
            "feed/activities/act-tutoring.json:5:11: error[R101",
            "feed/indicators/ind-reading.json:12:26: warning[V309",
            "feed/notes.txt:1:1: warning[F017",
        ]
    );
    assert_eq!(err, SUM);
}

#[test]
fn colour_is_for_terminals_and_for_who_asks() {
    let feed = Feed::broken();
    assert!(!feed.check(&[], 1).0.contains('\u{1b}'));
    assert!(!feed.check(&["--color", "never"], 1).0.contains('\u{1b}'));
    assert!(feed.check(&["--color", "always"], 1).0.contains("\u{1b}[1;31merror[R101]\u{1b}[0m"));
    let output = feed.command(&["--color", "always"]).env("NO_COLOR", "1").output().unwrap();
    assert!(told(output, 1).0.contains('\u{1b}'));
}

/// Compares a value with the parts of JSON Schema that the report's schema is made of; anything else is refused.
fn conforms(schema: &Value, root: &Value, value: &Value, at: &str) {
    let Value::Object(rules) = schema else {
        assert_eq!(schema, &Value::Bool(true), "{at}");
        return;
    };
    for (keyword, rule) in rules {
        match keyword.as_str() {
            "$ref" => conforms(root.pointer(rule.as_str().unwrap().trim_start_matches('#')).unwrap(), root, value, at),
            "type" => {
                let kind = match value {
                    Value::Null => "null",
                    Value::Bool(_) => "boolean",
                    Value::Number(number) if number.is_u64() => "integer",
                    Value::Number(_) => "number",
                    Value::String(_) => "string",
                    Value::Array(_) => "array",
                    Value::Object(_) => "object",
                };
                let fits = rule == kind || rule.as_array().is_some_and(|kinds| kinds.contains(&kind.into()));
                assert!(fits, "{at} is {kind}");
            }
            "required" => {
                for name in rule.as_array().unwrap() {
                    assert!(value.get(name.as_str().unwrap()).is_some(), "{at} has no {name}");
                }
            }
            "properties" => {
                for (name, inner) in value.as_object().unwrap() {
                    if let Some(schema) = rule.get(name) {
                        conforms(schema, root, inner, &format!("{at}/{name}"));
                    }
                }
            }
            "additionalProperties" => {
                let known = |name: &&String| rules["properties"].get(name.as_str()).is_none();
                assert_eq!(value.as_object().unwrap().keys().find(known), None, "{at}");
            }
            "items" => {
                for (index, item) in value.as_array().unwrap().iter().enumerate() {
                    conforms(rule, root, item, &format!("{at}/{index}"));
                }
            }
            "enum" => assert!(rule.as_array().unwrap().contains(value), "{at}"),
            "minimum" => assert!(value.as_u64() >= rule.as_u64(), "{at}"),
            "pattern" => matches_pattern(rule.as_str().unwrap(), value.as_str().unwrap(), at),
            "$schema" | "$defs" | "title" | "description" => {}
            other => panic!("the test does not know {other}"),
        }
    }
}

/// The few patterns of the report's schema.
fn matches_pattern(pattern: &str, text: &str, at: &str) {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = match pattern {
        r"^1\.[0-9]+$" => text.strip_prefix("1.").is_some_and(digits),
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" => {
            text.len() == 10 && text.split('-').all(digits) && text.split('-').count() == 3
        }
        "^[A-Z][0-9]{3}$" => text.len() == 4 && text.as_bytes()[0].is_ascii_uppercase() && digits(&text[1..]),
        "^[0-9a-f]{32}:[0-9]+$" => text.split_once(':').is_some_and(|(hash, times)| {
            hash.len() == 32 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) && digits(times)
        }),
        other => panic!("the test does not know the pattern {other}"),
    };
    assert!(fits, "{at}: {text} is not {pattern}");
}

fn report_schema() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/report.schema.json");
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

const WAIVER: &str = "{\"waivers\": [{\"rule\": \"V309\", \"record\": \"ind-reading\", \"reason\": \"A new test.\", \"by\": \"data lead\", \"until\": \"2027\"}]}";

#[test]
fn programs_get_what_the_schema_says() {
    let feed = Feed::broken();
    let schema = report_schema();
    let report = feed.json(&["feed"], 1);
    conforms(&schema, &schema, &report, "");
    assert_eq!(report["summary"], serde_json::json!({"error": 1, "warning": 2, "notice": 0, "waived": 0}));
    assert_eq!(report["prefix"], "feed/");
    let finding = &report["findings"][0];
    for (name, expected) in [("code", "R101"), ("record", "act-tutoring"), ("docs", "docs/rules/R101.md")] {
        assert_eq!(finding[name], expected);
    }
    let file = fs::read(feed.folder.path().join("feed/activities/act-tutoring.json")).unwrap();
    let offset = usize::try_from(finding["offset"].as_u64().unwrap()).unwrap();
    assert!(file[offset..].starts_with(b"\"par-cirkle\""));
    assert_eq!(report["findings"][2]["record"], Value::Null);
}

#[test]
fn waived_findings_are_counted_apart() {
    let feed = Feed::new();
    feed.edit("indicators/ind-reading.json", "\"value\": 60", "\"value\": 40");
    feed.check(&["--strict"], 1);
    feed.write("waivers.json", WAIVER);
    let (out, err) = feed.check(&["--strict"], 0);
    assert_eq!((out.as_str(), err.as_str()), ("", "no errors, no warnings, no notices in feed; 1 waived\n"));
    let (schema, report) = (report_schema(), feed.json(&[], 0));
    conforms(&schema, &schema, &report, "");
    assert_eq!((report["findings"].as_array().unwrap().len(), &report["summary"]["waived"]), (0, &1.into()));
    assert_eq!(report["waived"][0]["code"], "V309");
    let waiver = serde_json::json!({"reason": "A new test.", "by": "data lead", "until": "2027"});
    assert_eq!(report["waived"][0]["waiver"], waiver);
}

#[test]
fn a_fingerprint_does_not_follow_lines() {
    let feed = Feed::broken();
    let prints = |report: &Value| -> Vec<(String, u64)> {
        let findings = report["findings"].as_array().unwrap().iter();
        findings.map(|f| (f["fingerprint"].as_str().unwrap().to_owned(), f["line"].as_u64().unwrap())).collect()
    };
    let before = prints(&feed.json(&[], 1));
    feed.edit("activities/act-tutoring.json", "\"lead\":", "\n\n\"lead\":");
    let after = prints(&feed.json(&[], 1));
    assert_eq!((&before[0].0, before[0].1 + 2), (&after[0].0, after[0].1));
    assert_eq!(before[1..], after[1..]);
    let mut all: Vec<_> = before.into_iter().map(|(print, _)| print).collect();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 3);
}

#[test]
fn code_scanning_gets_rules_places_and_fingerprints() {
    let feed = Feed::broken();
    feed.write("a b:ñ.txt", "x");
    let (out, err) = feed.check(&["feed", "--format", "sarif"], 1);
    let sarif: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    let run = &sarif["runs"][0];
    let (rules, results) = (run["tool"]["driver"]["rules"].as_array().unwrap(), run["results"].as_array().unwrap());
    assert_eq!(results.len(), 4);
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(result["partialFingerprints"]["commonweal/v1"].as_str().is_some_and(|print| print.len() > 32));
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
    }
    let uris: Vec<_> =
        results.iter().map(|r| &r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]).collect();
    assert_eq!(uris[0], "feed/a%20b%3A%C3%B1.txt");
    assert_eq!(uris[1], "feed/activities/act-tutoring.json");
    let region = &results[1]["locations"][0]["physicalLocation"]["region"];
    assert_eq!(region, &serde_json::json!({"startLine": 5, "startColumn": 11, "endColumn": 23}));
    assert_eq!(err, "1 error, 3 warnings, no notices in feed\n");
}

#[test]
fn code_scanning_gets_help_from_the_explanations() {
    let feed = Feed::new();
    feed.edit("sources/src-survey.json", "https://survey", "javascript:survey");
    let (out, _) = feed.check(&["--format", "sarif"], 1);
    let sarif: Value = serde_json::from_str(&out).unwrap();
    let rule = &sarif["runs"][0]["tool"]["driver"]["rules"][0];
    assert_eq!(rule["id"], "X501");
    assert!(rule["help"]["text"].as_str().unwrap().contains("https://"), "{rule}");
    assert!(rule["help"]["markdown"].as_str().unwrap().starts_with("# X501: "), "{rule}");
}

#[test]
fn github_gets_notes_at_lines_and_a_table() {
    let feed = Feed::broken();
    for name in 0..12 {
        feed.write(&format!("extra-{name:02}.txt"), "x");
    }
    let summary = feed.folder.path().join("summary.md");
    fs::write(&summary, "what was there\n").unwrap();
    let output = feed.command(&["feed", "--format", "github"]).env("GITHUB_STEP_SUMMARY", &summary).output().unwrap();
    let (out, _) = told(output, 1);
    let lines: Vec<&str> = out.lines().collect();
    assert!(
        lines[0]
            .starts_with("::error file=feed/activities/act-tutoring.json,line=5,col=11,endColumn=23,title=R101%3A "),
        "{out}"
    );
    assert_eq!(out.matches("::warning file=").count(), 10);
    assert_eq!(
        lines[11..],
        [
            "1 error, 14 warnings, no notices in feed",
            "4 more have no note at their line: the job's summary lists them."
        ]
    );
    let table = fs::read_to_string(summary).unwrap();
    assert!(table.starts_with("what was there\n## Check of the feed\n\n1 error, 14 warnings, no notices in feed.\n"));
    assert_eq!(table.matches("\n### feed/").count(), 15);
}

#[test]
fn the_summary_of_a_job_lists_what_has_no_note() {
    let feed = Feed::new();
    for name in 0..30 {
        feed.write(&format!("extra-{name:02}.txt"), "x");
    }
    let summary = feed.folder.path().join("summary.md");
    let output = feed.command(&["feed", "--format", "github"]).env("GITHUB_STEP_SUMMARY", &summary).output().unwrap();
    let (out, _) = told(output, 0);
    assert!(out.ends_with("20 more have no note at their line: the job's summary lists them.\n"), "{out}");
    assert_eq!(fs::read_to_string(summary).unwrap().matches("\n### feed/extra-").count(), 30);
    let (out, _) = feed.check(&["feed", "--format", "github"], 0);
    assert!(out.ends_with("20 more have no note at their line: `commonweal check --all` lists them.\n"), "{out}");
}

#[test]
fn a_summary_that_cannot_be_written_is_a_failure() {
    let feed = Feed::new();
    let output = feed.command(&["--format", "github"]).env("GITHUB_STEP_SUMMARY", "no/such/place").output().unwrap();
    assert!(told(output, 2).1.contains("The job's summary (GITHUB_STEP_SUMMARY) cannot be written"));
}

#[test]
fn a_merge_request_gets_a_table_for_each_file() {
    let (out, _) = Feed::broken().check(&["--format", "markdown", "--path-prefix", "data/our-feed"], 1);
    assert!(out.starts_with("## Check of the feed\n\n1 error, 2 warnings, no notices in feed.\n\n### data/our-feed/activities/act-tutoring.json\n\n| Line |"), "{out}");
    assert!(out.contains("\n| 5 | error | There is no partner with the id \"par-cirkle\". Did you mean \"par-circle\"? | Add the record, or correct the id. | R101 |\n"), "{out}");
    assert_eq!(out.matches("\n### ").count(), 3);
}

#[test]
fn warnings_count_if_that_is_asked_for() {
    let feed = Feed::new();
    feed.edit("indicators/ind-reading.json", "\"value\": 60", "\"value\": 40");
    feed.write("notes.txt", "not part of it");
    feed.check(&[], 0);
    feed.check(&["--max-warnings", "2"], 0);
    feed.check(&["--max-warnings", "1"], 1);
    feed.check(&["--strict"], 1);
    feed.check(&["--strict", "--max-warnings", "9"], 1);
}

#[test]
fn rules_are_chosen_by_code_and_by_letter() {
    let feed = Feed::broken();
    let codes = |arguments: &[&str], code: i32| -> Vec<String> {
        let report = feed.json(arguments, code);
        report["findings"].as_array().unwrap().iter().map(|f| f["code"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(codes(&["--only", "r101,F"], 1), ["R101", "F017"]);
    assert_eq!(codes(&["--skip", "R,V309"], 0), ["F017"]);
    assert_eq!(codes(&["--only", "F,V", "--skip", "F017"], 0), ["V309"]);
    let (_, err) = feed.check(&["--skip", "R", "--format", "short"], 0);
    assert_eq!(err, "no errors, 2 warnings, no notices in feed (not all rules were asked for)\n");
    let (out, err) = feed.check(&["--only", "X5O1"], 2);
    assert!(out.is_empty() && err.contains("Did you mean X501?"), "{err}");
    feed.check(&["--skip", "W"], 2);
}

#[test]
fn a_rule_is_explained_without_a_feed() {
    let feed = Feed { folder: tempfile::tempdir().unwrap() };
    let (out, err) = feed.check(&["--explain", "x501"], 0);
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules/X501.md")).unwrap();
    assert_eq!((out, err), (page, String::new()));
    feed.check(&["--explain", "X999"], 2);
}

#[test]
fn after_twenty_of_a_kind_the_rest_is_counted() {
    let feed = Feed::new();
    for name in 0..54 {
        feed.write(&format!("extra-{name:02}.txt"), "x");
    }
    let (out, err) = feed.check(&[], 0);
    assert_eq!(out.matches("warning[F017]").count(), 20);
    assert!(out.ends_with("\n\nand 34 more of this kind, F017 (see them with --all)\n\n"), "{out}");
    assert!(err.starts_with("no errors, 54 warnings, no notices in feed\n"), "{err}");
    assert_eq!(feed.check(&["--all"], 0).0.matches("warning[F017]").count(), 54);
    assert!(feed.check(&["--format", "markdown"], 0).0.ends_with("\nNot listed: 34 more of F017.\n"));
    assert_eq!(feed.check(&["--format", "short"], 0).0.lines().count(), 54);
}

#[test]
fn standard_input_is_a_feed_too() {
    let feed = Feed::new();
    let single = fs::read_to_string(fixture().with_extension("json")).unwrap();
    let input = |arguments: &[&str], text: &str, code: i32| {
        let mut command = feed.command(arguments);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        told(child.wait_with_output().unwrap(), code)
    };
    assert_eq!(input(&["-"], &single, 0), (String::new(), "no errors, no warnings, no notices in -\n".to_owned()));
    let (out, _) = input(&["-", "--format", "short", "--stdin-name", "staged.json"], "{", 1);
    assert!(out.starts_with("staged.json:1:1: error[F003] "), "{out}");
    let (_, err) = input(&["-", "--previous", "../nowhere"], &single, 2);
    assert!(err.contains("cannot be read"), "{err}");
}

#[test]
fn a_change_is_compared_with_a_revision() {
    let feed = Feed::new();
    feed.commit("main");
    feed.edit("series/ind-visits.csv", "118,final", "181,final");
    feed.check(&["--strict"], 0);
    let (out, _) = feed.check(&["feed", "--previous", "git:main", "--strict", "--format", "short"], 1);
    let expected =
        "feed/series/ind-visits.csv:3:9: warning[V308] 181 in place of 118? The version before had that for 2022-Q2.\n";
    assert_eq!(out, expected);
    let (_, err) = feed.check(&["--previous", "git:nowhere"], 2);
    assert!(err.contains("git knows no revision \"nowhere\" here."), "{err}");
}

#[test]
fn a_change_is_compared_with_another_feed() {
    let feed = Feed::new();
    fs::remove_file(feed.folder.path().join("feed/events/evt-table.json")).unwrap();
    let report = feed.json(&["--previous", fixture().to_str().unwrap()], 0);
    assert_eq!(report["findings"][0]["code"], "R117");
    assert_eq!(report["findings"][0]["record"], "evt-table");
    feed.write("waivers.json", &WAIVER.replace("V309", "R117").replace("ind-reading", "evt-table"));
    let report = feed.json(&["--previous", fixture().with_extension("json").to_str().unwrap()], 0);
    assert_eq!(report["summary"]["waived"], 1);
}

#[test]
fn a_change_that_mends_a_broken_version_passes() {
    let feed = Feed::broken();
    feed.commit("main");
    feed.edit("activities/act-tutoring.json", "\"lead\": \"par-cirkle\"", "\"lead\": \"par-circle\"");
    let (_, err) = feed.check(&["--previous", "git:main"], 0);
    assert!(err.starts_with("The version before (git:main) has 1 error itself;"), "{err}");
}

/// What names and texts may hold to fool a terminal, a log or a service.
const HOSTILE: &str = "\u{1b}[2J\u{202e}\u{7f}\u{85}";

#[test]
fn nothing_hostile_reaches_a_terminal_in_any_form() {
    let feed = Feed::new();
    feed.edit("goals/goal-read.json", "Six in ten", &format!("{}Six in ten", &HOSTILE[4..]));
    feed.edit("activities/act-tutoring.json", "\"lead\": \"par-circle\"", &format!("\"lead\": \"{}\"", &HOSTILE[4..]));
    feed.write(&format!("{HOSTILE}\n.txt"), "x");
    feed.write("::error::owned.txt", "x");
    for format in ["human", "short", "json", "sarif", "github", "gitlab", "markdown"] {
        let (out, err) = feed.check(&["--format", format], 1);
        let acts = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
        assert_eq!(out.chars().chain(err.chars()).find(|c| acts(*c)), None, "{format}: {out:?}");
        let orders = out.lines().filter(|line| line.starts_with("::") && !line.contains(" file=feed/")).count();
        assert_eq!(orders, 0, "{format}: {out}");
    }
    let report = feed.json(&[], 1);
    let paths: Vec<_> = report["findings"].as_array().unwrap().iter().map(|f| f["path"].as_str().unwrap()).collect();
    assert!(paths.contains(&format!("{HOSTILE}\n.txt").as_str()), "{paths:?}");
}

#[test]
fn the_same_feed_gives_the_same_bytes() {
    let (first, second) = (Feed::copied(false), Feed::copied(true));
    [&first, &second].iter().for_each(|feed| feed.break_it());
    for format in ["human", "short", "json", "sarif", "github", "gitlab", "markdown"] {
        let run = |feed: &Feed, zone: &str, language: &str| {
            let mut command = feed.command(&["feed", "--format", format]);
            let output = command.env("TZ", zone).env("LANG", language).env("LC_ALL", language).output().unwrap();
            (output.stdout, output.stderr)
        };
        let a = run(&first, "Pacific/Kiritimati", "C");
        assert_eq!(a, run(&second, "America/Los_Angeles", "tr_TR.UTF-8"), "{format}");
        assert!(!a.0.is_empty());
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_report_that_nobody_can_read_is_a_failure() {
    let feed = Feed::broken();
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = feed.command(&["--format", "json"]).stdout(full).output().unwrap();
    let (_, err) = told(output, 2);
    assert!(err.contains("The report cannot be written"), "{err}");
}

//! A proposed change: a bad one is stopped at its line, a good one passes, and what changes is said as a person would.

use std::fs;
use std::process::Output;

use serde_json::{Value, json};

use super::{Repository, step, text, yaml};

const GOAL: &str = "goals/first-goal.json";
const SERIES: &str = "series/first-figure.csv";

impl Repository {
    /// The branch `change` as it would be merged into `main`, which is what a host checks out.
    fn propose(&self, change: impl FnOnce(&Self)) {
        self.git(&["switch", "--quiet", "--create", "change"]);
        change(self);
        self.commit("A change");
        self.git(&["switch", "--quiet", "--detach", "main"]);
        self.git(&["merge", "--quiet", "--no-ff", "--no-edit", "change"]);
    }
}

/// Runs the step of the check with this name, as GitHub does; gives its output and what it wrote into `difference.md`.
fn run(repository: &Repository, name: &str) -> (Output, String) {
    let line = step(&yaml(&repository.at(".github/workflows/check.yml")), name);
    let temporary = repository.folder.path();
    let summary = temporary.join("summary.md");
    let variables = [
        ("GITHUB_ACTIONS", "true"),
        ("RUNNER_TEMP", temporary.to_str().unwrap()),
        ("GITHUB_STEP_SUMMARY", summary.to_str().unwrap()),
    ];
    let output = repository.line(&line, &variables);
    (output, fs::read_to_string(temporary.join("difference.md")).unwrap_or_default())
}

const CHECK: &str = "Look for mistakes";
const DIFFERENCE: &str = "Say what changes for readers";

#[test]
fn a_bad_change_is_stopped_at_its_line() {
    let repository = Repository::new();
    repository.propose(|repository| repository.replace(GOAL, "\"active\"", "\"actife\""));
    let line = repository.read(GOAL).lines().position(|line| line.contains("actife")).unwrap() + 1;
    let (output, _) = run(&repository, CHECK);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let said = text(&output.stdout);
    assert!(said.starts_with(&format!("::error file={GOAL},line={line},")), "{said}");
    assert!(said.contains("Did you mean \"active\"?"), "{said}");
    let (output, difference) = run(&repository, DIFFERENCE);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(difference, "What changes for readers cannot be said yet. See what the check found.\n");
}

#[test]
fn a_good_change_passes_and_is_said_in_words() {
    let repository = Repository::new();
    repository.propose(|repository| {
        let figures = repository.read(SERIES);
        fs::write(repository.at(SERIES), figures + "2024,,,,47.0,,,,235,500,final,\n").unwrap();
    });
    let (output, _) = run(&repository, CHECK);
    assert!(output.status.success() && !text(&output.stdout).contains("::error"), "{output:?}");
    let (output, difference) = run(&repository, DIFFERENCE);
    assert!(output.status.success(), "{output:?}");
    assert!(difference.starts_with("The figure you watch most closely 2024 added: 47.0%"), "{difference}");
    let summary = fs::read_to_string(repository.folder.path().join("summary.md")).unwrap();
    assert!(summary.ends_with(&difference), "{summary}");
}

#[test]
fn a_figure_that_was_corrected_is_compared_with_the_one_before() {
    let repository = Repository::new();
    repository.propose(|repository| repository.replace(SERIES, "2022,,,,43.0,,,,215,", "2022,,,,43.2,,,,216,"));
    let (output, _) = run(&repository, CHECK);
    let said = text(&output.stdout);
    assert!(output.status.success(), "{output:?}");
    assert!(said.contains(&format!("::warning file={SERIES},line=4,")) && said.contains("T212"), "{said}");
    let (_, difference) = run(&repository, DIFFERENCE);
    assert!(difference.contains("2022 corrected from 43.0% to 43.2%; target unchanged"), "{difference}");
}

#[test]
fn the_first_feed_of_a_repository_has_nothing_to_be_compared_with() {
    let repository = Repository::new();
    repository.git(&["switch", "--quiet", "--orphan", "empty"]);
    repository.git(&["commit", "--quiet", "--allow-empty", "--message", "Nothing"]);
    repository.git(&["merge", "--quiet", "--no-edit", "--allow-unrelated-histories", "--no-ff", "main"]);
    let (output, _) = run(&repository, CHECK);
    assert!(output.status.success(), "{output:?}");
    let (output, difference) = run(&repository, DIFFERENCE);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(difference, "The feed is new.\n");
}

/// Both scripts stop at this revision, and say why.
#[track_caller]
fn stopped(repository: &Repository, revision: &str, variables: &[(&str, &str)], why: &str) {
    for script in ["check", "diff"] {
        let output = repository.line(&format!("sh .commonweal/ci/{script} '{revision}' difference.md"), variables);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{script}: {output:?}");
        assert!(said.starts_with(&format!("The revision \"{revision}\" cannot be read")), "{script}: {said}");
        assert!(said.contains("git fetch --unshallow") && said.contains(why), "{script}: {said}");
        assert!(!repository.at("difference.md").exists());
    }
}

#[test]
fn a_revision_that_git_cannot_read_is_not_taken_for_a_time_before_the_feed() {
    let repository = Repository::new();
    stopped(&repository, "mian", &[], "Git says: fatal: ");
    stopped(&repository, "0123456789012345678901234567890123456789", &[], "Git says: fatal: ");
    // The parent of the first commit, or one that a shallow clone has left out.
    stopped(&repository, "HEAD^1", &[], "Git says: fatal: ");
    let other_owner = [("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")];
    stopped(&repository, "main", &other_owner, "detected dubious ownership");
}

#[test]
fn the_zeros_of_a_first_push_stand_for_no_feed_at_all() {
    let repository = Repository::new();
    let zeros = "0".repeat(40);
    let output = repository.line(&format!("sh .commonweal/ci/check {zeros}"), &[]);
    assert!(output.status.success(), "{output:?}");
    let output = repository.line(&format!("sh .commonweal/ci/diff {zeros} difference.md"), &[]);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(repository.read("difference.md"), "The feed is new.\n");
}

#[test]
fn gitlab_compares_with_what_the_change_began_from() {
    let repository = Repository::new();
    let before = repository.git(&["rev-parse", "HEAD"]);
    repository.git(&["switch", "--quiet", "--create", "change"]);
    repository.replace(GOAL, "\"active\"", "\"achieved\"");
    repository.commit("A change");
    let jobs = yaml(&repository.at(".gitlab-ci.yml"));
    let run = |job: &str| {
        let line = jobs[job]["script"][0].as_str().unwrap();
        repository.line(line, &[("CI_MERGE_REQUEST_DIFF_BASE_SHA", before.trim()), ("GITLAB_CI", "true")])
    };
    for job in ["check", "difference"] {
        let output = run(job);
        assert!(output.status.success(), "{output:?}");
    }
    assert_ne!(repository.read("difference.md"), "");
    assert_eq!(repository.git(&["status", "--porcelain"]), "", "what the scripts make is none of the repository's");
    // A mistake stops the job, and the report that GitLab shows says in which line it is.
    repository.replace(GOAL, "\"achieved\"", "\"acheived\"");
    assert_eq!(run("check").status.code(), Some(1));
    let report = jobs["check"]["artifacts"]["reports"]["codequality"].as_str().unwrap();
    let report: Value = serde_json::from_str(&repository.read(report)).unwrap();
    assert_eq!(report[0]["location"]["path"], GOAL);
    assert_eq!((&report[0]["check_name"], &report[0]["severity"]), (&json!("F010"), &json!("blocker")));
    assert!(report[0]["location"]["lines"]["begin"].as_u64().unwrap() > 1);
}

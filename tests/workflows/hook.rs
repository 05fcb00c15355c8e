//! The hook before a commit: it looks at what is about to be committed.

use std::fs;
use std::process::Output;

use super::{Repository, text};

const GOAL: &str = "goals/first-goal.json";

fn hooked() -> Repository {
    let repository = Repository::new();
    repository.git(&["config", "core.hooksPath", ".githooks"]);
    repository
}

fn spoil(repository: &Repository) {
    repository.replace(GOAL, "\"active\"", "\"actife\"");
}

fn commit(repository: &Repository, more: &[&str]) -> Output {
    let home = repository.home().join("bin");
    let path = format!("{}:{}", home.display(), std::env::var("PATH").unwrap());
    let mut command = repository.command("git");
    command.args(["commit", "--quiet", "--message", "A change"]).args(more).env("PATH", path).output().unwrap()
}

#[track_caller]
fn check(prepare: impl FnOnce(&Repository), more: &[&str], passes: bool) -> String {
    let repository = hooked();
    prepare(&repository);
    let output = commit(&repository, more);
    assert_eq!(output.status.success(), passes, "{output:?}");
    text(&output.stderr)
}

#[test]
fn a_mistake_is_not_committed_and_the_way_out_is_said() {
    let said = check(
        |repository| {
            spoil(repository);
            repository.git(&["add", GOAL]);
        },
        &[],
        false,
    );
    assert!(said.contains("goals/first-goal.json:") && said.contains("actife"), "{said}");
    assert!(said.contains("Nothing was committed.") && said.contains("git commit --no-verify"), "{said}");
}

#[test]
fn the_way_out_works() {
    check(
        |repository| {
            spoil(repository);
            repository.git(&["add", GOAL]);
        },
        &["--no-verify"],
        true,
    );
}

#[test]
fn what_is_staged_counts_and_not_what_lies_in_the_folder() {
    check(
        |repository| {
            repository.replace(GOAL, "\"active\"", "\"achieved\"");
            repository.git(&["add", GOAL]);
            repository.replace(GOAL, "\"achieved\"", "\"actife\"");
        },
        &[],
        true,
    );
    let said = check(
        |repository| {
            spoil(repository);
            repository.git(&["add", GOAL]);
            repository.replace(GOAL, "\"actife\"", "\"active\"");
        },
        &[],
        false,
    );
    assert!(said.contains("actife"), "{said}");
}

#[test]
fn other_files_of_a_repository_are_none_of_its_business() {
    let repository = hooked();
    fs::create_dir(repository.at("feed")).unwrap();
    repository.replace(".commonweal/ci/environment", "feed='.'", "feed='feed'");
    spoil(&repository);
    repository.git(&["add", "--all"]);
    let output = commit(&repository, &[]);
    assert!(output.status.success(), "{output:?}");
}

#[test]
fn without_the_program_the_commit_is_made_and_that_is_said() {
    let repository = hooked();
    fs::remove_file(repository.home().join("bin/commonweal")).unwrap();
    spoil(&repository);
    repository.git(&["add", "--all"]);
    let output = commit(&repository, &[]);
    assert!(output.status.success(), "{output:?}");
    assert!(text(&output.stderr).contains("was not checked"), "{output:?}");
}

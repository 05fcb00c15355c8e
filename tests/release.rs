//! What a release holds beside the program: man pages and completions, and that they know every command.
#![cfg(not(target_arch = "wasm32"))]
// Helpers of tests are not tests to clippy.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

fn run(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_commonweal")).args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The commands that `--help` lists.
fn commands() -> Vec<String> {
    let help = run(&["--help"]);
    let list = help.split("Commands:\n").nth(1).and_then(|rest| rest.split("\n\n").next()).unwrap();
    // Their names begin at the third column; lines that go on begin further right.
    let names = list.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    names.map(|line| line.split_whitespace().next().unwrap().to_owned()).filter(|name| name != "help").collect()
}

fn names(folder: &Path) -> BTreeSet<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// The manual as a release holds it.
fn manual() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    run(&["manual", folder.path().to_str().unwrap()]);
    folder
}

#[test]
fn every_command_has_a_page() {
    let folder = manual();
    let pages = names(&folder.path().join("man/man1"));
    let commands = commands();
    assert!(commands.len() > 15, "{commands:?}");
    for command in &commands {
        assert!(pages.contains(&format!("commonweal-{command}.1")), "{command} is not among {pages:?}");
    }
    assert!(pages.contains("commonweal.1") && pages.contains("commonweal-import-csv.1"), "{pages:?}");
    assert!(!pages.contains("commonweal-manual.1"), "{pages:?}");
}

#[test]
fn a_page_says_what_the_help_says() {
    let folder = manual();
    let page = fs::read_to_string(folder.path().join("man/man1/commonweal-build.1")).unwrap();
    assert!(
        page.contains(".SH NAME") && page.contains("Check a feed, then write its whole site into a folder"),
        "{page}"
    );
    assert!(page.contains("The folder to write the site into"), "{page}");
}

#[test]
fn four_shells_have_completions_that_know_every_command() {
    let folder = manual();
    let completions = folder.path().join("completions");
    let expected = ["_commonweal", "_commonweal.ps1", "commonweal.bash", "commonweal.fish"];
    assert_eq!(names(&completions), expected.map(str::to_owned).into());
    for (file, shell) in [("commonweal.bash", "bash"), ("_commonweal", "zsh"), ("commonweal.fish", "fish")] {
        let text = fs::read_to_string(completions.join(file)).unwrap();
        assert_eq!(run(&["completions", shell]), text);
        for command in commands() {
            assert!(text.contains(&command), "{file} does not know {command}");
        }
    }
}

#[test]
fn twice_the_same() {
    let text = |folder: &tempfile::TempDir, path: &str| fs::read(folder.path().join(path)).unwrap();
    let (one, two) = (manual(), manual());
    for path in ["man/man1/commonweal.1", "completions/commonweal.bash", "completions/_commonweal"] {
        assert_eq!(text(&one, path), text(&two, path), "{path}");
    }
}

//! `commonweal tools` and `init --git`, through the program: which files there are, and whose they are.
#![cfg(not(target_arch = "wasm32"))]
// Helpers of tests are not tests to clippy.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// Runs the program and compares its exit code; gives what it printed.
#[track_caller]
fn run(arguments: &[&str], code: i32) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_commonweal")).args(arguments).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{}\n{}", text(&output.stdout), text(&output.stderr));
    text(&output.stdout)
}

fn name(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// A folder with a new feed in it, at `feed`, and the folder `.git` of a repository around it, if it is to have one.
fn feed(git: bool) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    run(&["init", name(&folder.path().join("feed"))], 0);
    if git {
        fs::create_dir(folder.path().join(".git")).unwrap();
    }
    folder
}

#[test]
fn a_new_feed_is_clean_with_all_its_tools() {
    let folder = tempfile::tempdir().unwrap();
    let feed = folder.path().join("feed");
    run(&["init", name(&feed), "--git"], 0);
    assert_eq!(run(&["check", name(&feed), "--strict"], 0), "");
    assert!(fs::read_to_string(feed.join("README.md")).unwrap().contains("## Working together"));
    fs::create_dir(feed.join(".git")).unwrap();
    assert!(run(&["tools", name(&feed), "--check"], 0).starts_with("Nothing to write"));
}

#[test]
fn a_new_feed_is_in_the_programs_own_form() {
    let folder = feed(false);
    assert_eq!(run(&["fmt", name(&folder.path().join("feed")), "--check"], 0), "");
}

#[test]
fn the_readme_says_how_a_new_feed_becomes_a_true_one() {
    let folder = feed(false);
    let at = |path: &str| folder.path().join("feed").join(path);
    for (path, old, new) in [
        ("coalition.json", "\"sample\": true", "\"sample\": false"),
        ("sources/first-source.json", "\"synthetic\"", "\"official\""),
    ] {
        let text = fs::read_to_string(at(path)).unwrap();
        assert!(text.contains(old), "{path}");
        fs::write(at(path), text.replace(old, new)).unwrap();
    }
    assert!(fs::read_to_string(at("README.md")).unwrap().contains("`\"sample\": false`"));
    let coalition = fs::read_to_string(at("coalition.json")).unwrap();
    assert!(coalition.lines().nth_back(1).unwrap().contains("\"sample\""), "it stands where the text says");
    // It has warnings: figures that are true may be overdue.
    run(&["check", name(&at(""))], 0);
}

#[test]
fn a_new_feed_inside_a_repository_has_its_tools_where_the_host_reads_them() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    fs::write(folder.path().join(".editorconfig"), "mine").unwrap();
    let feed = folder.path().join("data/feed");
    let out = run(&["init", name(&feed), "--git"], 0);
    assert!(!out.contains(" init ") && out.contains("config core.hooksPath .githooks"), "{out}");
    assert!(out.ends_with(".editorconfig was changed by somebody and is left as it is.\n"), "{out}");
    assert_eq!(fs::read_to_string(folder.path().join(".editorconfig")).unwrap(), "mine");
    for path in [".github", ".gitlab-ci.yml", ".githooks", ".commonweal", ".pages.yml"] {
        assert!(folder.path().join(path).exists() && !feed.join(path).exists(), "{path}");
    }
    let environment = fs::read_to_string(folder.path().join(".commonweal/ci/environment")).unwrap();
    assert!(environment.contains("feed='data/feed'"), "{environment}");
    run(&["tools", name(&feed), "--check"], 0);
    // A second feed does not take the place of the first.
    let second = folder.path().join("data/second");
    run(&["init", name(&second), "--git"], 2);
    assert!(!second.exists());
    run(&["init", name(&second)], 0);
}

#[test]
fn every_file_of_the_feed_has_a_schema_that_is_there() {
    let folder = feed(false);
    let feed = folder.path().join("feed");
    let settings = json(&feed.join(".vscode/settings.json"));
    let matches = settings["json.schemas"].as_array().unwrap();
    let schema_of = |path: &str| {
        let found = matches.iter().find(|entry| {
            let pattern = entry["fileMatch"][0].as_str().unwrap().trim_start_matches('/');
            let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
            pattern == path || (pattern == format!("{folder}/*.json") && name.ends_with(".json"))
        });
        json(&feed.join(found.unwrap_or_else(|| panic!("{path} has none"))["url"].as_str().unwrap()))
    };
    let mut seen = 0;
    for entry in fs::read_dir(&feed).unwrap().map(|entry| entry.unwrap().path()) {
        let shown = !entry.file_name().unwrap().to_string_lossy().starts_with('.');
        for file in fs::read_dir(&entry).into_iter().flatten().map(|file| file.unwrap().path()).filter(|_| shown) {
            if file.extension().is_some_and(|extension| extension == "json") {
                let fields = json(&file);
                let schema = schema_of(name(file.strip_prefix(&feed).unwrap()));
                let known = schema["properties"].as_object().unwrap();
                assert!(
                    fields.as_object().unwrap().keys().all(|field| known.contains_key(field)),
                    "{}",
                    file.display()
                );
                seen += 1;
            }
        }
    }
    assert!(seen > 8, "{seen}");
    assert_eq!(schema_of("coalition.json")["title"], "Coalition");
}

#[test]
fn an_editor_shows_what_each_word_means() {
    let folder = feed(false);
    let schema = json(&folder.path().join("feed/.commonweal/schemas/indicator.json"));
    let direction = &schema["$defs"]["Direction"];
    assert_eq!(direction["enum"][0], "increase");
    assert_eq!(direction["enumDescriptions"][0], "Higher is better.");
    assert_eq!(direction["enum"].as_array().unwrap().len(), direction["enumDescriptions"].as_array().unwrap().len());
    assert!(direction.get("oneOf").is_none());
    assert!(schema["$defs"]["Text"]["oneOf"].is_array(), "only lists of words are rewritten");
}

#[test]
fn a_feed_inside_a_repository_has_its_tools_at_the_root() {
    let folder = feed(true);
    run(&["tools", name(&folder.path().join("feed"))], 0);
    let read = |path: &str| fs::read_to_string(folder.path().join(path)).unwrap();
    assert!(read(".vscode/settings.json").contains("\"/feed/goals/*.json\""));
    assert!(read(".commonweal/ci/environment").contains("feed='feed'"));
    assert!(read(".pages.yml").contains("path: feed/goals\n"));
    assert!(read(".commonweal/admin/config.yml").contains("folder: feed/goals\n"));
}

#[test]
fn without_a_repository_there_is_nothing_for_one() {
    let folder = feed(false);
    run(&["tools", name(&folder.path().join("feed"))], 0);
    for path in [".github", ".gitlab-ci.yml", ".pages.yml", ".githooks"] {
        assert!(!folder.path().join("feed").join(path).exists(), "{path}");
    }
}

#[test]
fn what_a_person_changed_is_left_and_said() {
    let folder = feed(true);
    let feed = folder.path().join("feed");
    run(&["tools", name(&feed)], 0);
    let at = |path: &str| folder.path().join(path);
    fs::write(at(".github/workflows/check.yml"), "mine").unwrap();
    fs::write(at(".gitignore"), "mine").unwrap();
    fs::remove_file(at(".gitlab-ci.yml")).unwrap();
    let out = run(&["tools", name(&feed)], 0);
    assert!(out.contains(".github/workflows/check.yml was changed by somebody and is left as it is."), "{out}");
    assert!(out.contains(".gitlab-ci.yml was taken away by somebody and is not written again."), "{out}");
    assert_eq!(fs::read_to_string(at(".github/workflows/check.yml")).unwrap(), "mine");
    assert_eq!(fs::read_to_string(at(".gitignore")).unwrap(), "mine");
    assert!(!at(".gitlab-ci.yml").exists());
}

#[test]
fn forms_follow_the_feed_and_the_check_says_when_they_do_not() {
    let folder = feed(true);
    let feed = folder.path().join("feed");
    run(&["tools", name(&feed)], 0);
    let goal = feed.join("goals/first-goal.json");
    let text = fs::read_to_string(&goal).unwrap();
    let title = text.lines().find(|line| line.contains("\"title\"")).unwrap();
    fs::write(&goal, text.replace(title, "  \"title\": {\"en\": \"One\", \"es\": \"Uno\"},")).unwrap();
    let out = run(&["tools", name(&feed), "--check"], 1);
    assert!(out.contains(".pages.yml is not as this program writes it."), "{out}");
    assert!(out.ends_with("Run `commonweal tools` to write them.\n"), "{out}");
    let out = run(&["tools", name(&feed)], 0);
    assert!(out.contains(".pages.yml is written."), "{out}");
    assert!(fs::read_to_string(folder.path().join(".pages.yml")).unwrap().contains("label: \"Español\""));
    run(&["tools", name(&feed), "--check"], 0);
}

#[test]
fn a_feed_with_errors_keeps_its_forms() {
    let folder = feed(true);
    let feed = folder.path().join("feed");
    run(&["tools", name(&feed)], 0);
    let before = fs::read_to_string(folder.path().join(".pages.yml")).unwrap();
    fs::write(feed.join("goals/first-goal.json"), "{").unwrap();
    let out = run(&["tools", name(&feed)], 0);
    assert!(out.contains("The forms were left out: the feed has errors."), "{out}");
    assert_eq!(fs::read_to_string(folder.path().join(".pages.yml")).unwrap(), before);
}

#[test]
fn a_feed_in_one_file_gets_what_fits_it() {
    let folder = tempfile::tempdir().unwrap();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/millbrook/feed.json");
    fs::copy(sample, folder.path().join("feed.json")).unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    let out = run(&["tools", name(&folder.path().join("feed.json"))], 0);
    assert!(out.contains("There are no forms"), "{out}");
    let settings = json(&folder.path().join(".vscode/settings.json"));
    assert_eq!(settings["json.schemas"][0]["fileMatch"][0], "/feed.json");
    assert_eq!(json(&folder.path().join(".commonweal/schemas/feed.json"))["title"], "Commonweal feed");
    let environment = fs::read_to_string(folder.path().join(".commonweal/ci/environment")).unwrap();
    assert!(environment.contains("feed='feed.json'"), "{environment}");
    assert!(!folder.path().join(".pages.yml").exists());
}

//! The files themselves: they are YAML, call the scripts and nothing else, and may do no more than they have to.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Repository, yaml};

/// The scripts that lines call. A line does nothing but call one.
#[track_caller]
fn called<'l>(repository: &Repository, lines: impl Iterator<Item = &'l Value>) -> BTreeSet<String> {
    lines
        .map(|line| {
            let line = line.as_str().unwrap();
            let script = line.strip_prefix("sh .commonweal/ci/").unwrap_or_else(|| panic!("{line} is no script"));
            let name = script.split(' ').next().unwrap();
            assert!(!line.contains(['\n', ';', '|', '`', '&']) && !line.contains("${{"), "{line}");
            assert!(repository.at(".commonweal/ci").join(name).is_file(), "{name} is not there");
            name.to_owned()
        })
        .collect()
}

fn jobs(workflow: &Value) -> impl Iterator<Item = (&String, &Value)> {
    workflow["jobs"].as_object().unwrap().iter()
}

fn steps(workflow: &Value) -> impl Iterator<Item = &Value> {
    jobs(workflow).flat_map(|(_, job)| job["steps"].as_array().unwrap())
}

#[test]
fn the_workflows_only_call_the_scripts() {
    let repository = Repository::new();
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
    for (path, scripts) in
        [("check", &["install", "check", "diff", "comment"][..]), ("publish", &["install", "publish"])]
    {
        let workflow = yaml(&repository.at(&format!(".github/workflows/{path}.yml")));
        assert_eq!(called(&repository, steps(&workflow).filter_map(|step| step.get("run"))), names(scripts));
    }
    let gitlab = yaml(&repository.at(".gitlab-ci.yml"));
    let lines = ["check", "difference", "pages"].iter().flat_map(|job| gitlab[job]["script"].as_array().unwrap());
    let before = gitlab["default"]["before_script"].as_array().unwrap();
    assert_eq!(called(&repository, lines.chain(before)), names(&["install", "check", "diff", "publish"]));
}

#[test]
fn the_workflows_may_do_no_more_than_they_have_to() {
    let repository = Repository::new();
    let expected = [
        ("check", json!({"check": {"contents": "read"}, "difference": {"contents": "read", "pull-requests": "write"}})),
        (
            "publish",
            json!({"build": {"contents": "read", "pages": "read"}, "publish": {"pages": "write", "id-token": "write"}}),
        ),
    ];
    for (path, permissions) in expected {
        let file = format!(".github/workflows/{path}.yml");
        let workflow = yaml(&repository.at(&file));
        let text = repository.read(&file);
        assert_eq!(workflow["permissions"], json!({}), "{path}");
        for (name, job) in jobs(&workflow) {
            assert_eq!(job["permissions"], permissions[name], "{path}: {name}");
            assert!(job["timeout-minutes"].is_u64(), "{path}: {name}");
        }
        assert!(!text.contains("secrets.") && !text.contains("pull_request_target"), "{path}");
        for step in steps(&workflow) {
            if let Some(action) = step.get("uses").and_then(Value::as_str) {
                let hash = action.split('@').nth(1).unwrap();
                assert!(hash.len() == 40 && hash.bytes().all(|b| b.is_ascii_hexdigit()), "{action}");
                assert!(!action.contains("checkout") || step["with"]["persist-credentials"] == false, "{path}");
            }
            // The one step that writes never sees a change from a fork.
            if step["env"].get("GH_TOKEN").is_some() {
                assert_eq!(step["if"], "github.event.pull_request.head.repo.full_name == github.repository");
            }
        }
    }
}

#[test]
fn changes_are_checked_before_and_published_after_the_merge() {
    let repository = Repository::new();
    let check = yaml(&repository.at(".github/workflows/check.yml"));
    assert_eq!(check["on"], json!({"pull_request": null}));
    let publish = yaml(&repository.at(".github/workflows/publish.yml"));
    assert_eq!(publish["jobs"]["build"]["if"], "github.ref_name == github.event.repository.default_branch");
    let gitlab = yaml(&repository.at(".gitlab-ci.yml"));
    assert_eq!(gitlab["check"]["rules"][0]["if"], "$CI_PIPELINE_SOURCE == \"merge_request_event\"");
    assert_eq!(gitlab["pages"]["rules"][0]["if"], "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH");
}

#[test]
fn the_other_files_for_hosts_are_yaml() {
    let repository = Repository::new();
    let report = yaml(&repository.at(".github/ISSUE_TEMPLATE/report-a-mistake.yml"));
    assert!(report["body"].as_array().is_some_and(|body| body.len() > 2));
    assert!(yaml(&repository.at(".pages.yml"))["content"].is_array());
    assert!(yaml(&repository.at(".commonweal/admin/config.yml"))["collections"].is_array());
}

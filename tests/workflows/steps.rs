//! The lines of the workflows, in a repository with a proposed change.

use std::fs;

use super::support::app;
use super::{Repository, step, yaml};

fn publish(repository: &Repository, path: &str) -> std::process::Output {
    let line = step(&yaml(&repository.at(".github/workflows/publish.yml")), "Check the feed and build its site");
    let (app, temporary) = (app(repository.folder.path()), repository.folder.path().to_string_lossy().into_owned());
    repository.line(&line, &[("COMMONWEAL_APP", &app), ("RUNNER_TEMP", &temporary), ("SITE_PATH", path)])
}

#[test]
fn a_good_feed_is_published_under_the_hosts_path() {
    let repository = Repository::new();
    let output = publish(&repository, "/our-data");
    assert!(output.status.success(), "{output:?}");
    let page = fs::read_to_string(repository.folder.path().join("site/index.html")).unwrap();
    assert!(page.contains("data-base=\"/our-data/\""));
    assert!(!repository.folder.path().join("site/index.html.gz").exists(), "GitHub Pages packs by itself");
    assert!(!repository.folder.path().join("site/admin").exists(), "nobody has switched on the forms");
}

#[test]
fn a_feed_with_errors_is_not_published() {
    let repository = Repository::new();
    repository.replace("goals/first-goal.json", "\"active\"", "\"actife\"");
    let output = publish(&repository, "");
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(!repository.folder.path().join("site").exists());
}

#[test]
fn gitlab_says_the_path_in_its_own_way() {
    let repository = Repository::new();
    let app = app(repository.folder.path());
    let line = yaml(&repository.at(".gitlab-ci.yml"))["pages"]["script"][0].as_str().unwrap().to_owned();
    let output =
        repository.line(&line, &[("COMMONWEAL_APP", &app), ("CI_PAGES_URL", "https://town.example.org/group/data")]);
    assert!(output.status.success(), "{output:?}");
    assert!(repository.read("public/index.html").contains("data-base=\"/group/data/\""));
    // GitLab Pages packs nothing by itself.
    assert!(repository.at("public/index.html.gz").is_file() && repository.at("public/index.html.br").is_file());
    assert_eq!(repository.git(&["status", "--porcelain"]), "");
}

#[test]
fn forms_are_published_once_their_program_is_there() {
    let repository = Repository::new();
    fs::write(repository.at(".commonweal/admin/sveltia-cms.js"), "// the program").unwrap();
    assert!(publish(&repository, "").status.success());
    for name in ["index.html", "config.yml", "sveltia-cms.js"] {
        assert!(repository.folder.path().join("site/admin").join(name).is_file(), "{name}");
    }
}

/// A stand-in for the program of GitHub: it notes what it is asked, and knows the comments of `$COMMENTS`.
const GH: &str = r#"#!/bin/sh
printf '%s\n' "$*" >>"$ASKED"
for word in "$@"; do
    case $word in body=@*) cat "${word#body=@}" >>"$ASKED" ;; esac
done
case $* in *--paginate*) printf '%s' "$COMMENTS" ;; esac
"#;

/// Puts a difference under a pull request where GitHub knows these comments; gives what GitHub was asked.
#[track_caller]
fn comment(known: &str, difference: &str) -> String {
    let repository = Repository::new();
    let gh = repository.home().join("bin/gh");
    fs::write(&gh, GH).unwrap();
    assert!(repository.command("chmod").arg("+x").arg(&gh).status().unwrap().success());
    let temporary = repository.folder.path().to_string_lossy().into_owned();
    fs::write(repository.folder.path().join("difference.md"), difference).unwrap();
    let path = format!("{}:{}", repository.home().join("bin").display(), std::env::var("PATH").unwrap());
    let asked = repository.folder.path().join("asked");
    let line = step(&yaml(&repository.at(".github/workflows/check.yml")), "Renew the comment");
    let output = repository.line(
        &line,
        &[
            ("PATH", &path),
            ("ASKED", asked.to_str().unwrap()),
            ("COMMENTS", known),
            ("RUNNER_TEMP", &temporary),
            ("GITHUB_REPOSITORY", "town/data"),
            ("PULL_REQUEST", "7"),
            ("GITHUB_SERVER_URL", "https://github.com"),
            ("GITHUB_RUN_ID", "12"),
        ],
    );
    assert!(output.status.success(), "{output:?}");
    fs::read_to_string(asked).unwrap()
}

#[test]
fn the_first_push_makes_a_comment_and_later_ones_renew_it() {
    let check = |known, expected| {
        let asked = comment(known, "One partner joined.\n");
        assert!(asked.lines().nth(1).unwrap().contains(expected), "{asked}");
        assert!(asked.ends_with("<!-- commonweal: what changes -->\n\nOne partner joined.\n"), "{asked}");
    };
    check("", "--method POST repos/town/data/issues/7/comments");
    check("41\n", "--method PATCH repos/town/data/issues/comments/41");
}

#[test]
fn a_comment_is_never_longer_than_github_takes_it() {
    let line = "- Señora Peña’s group joined.\n";
    let asked = comment("", &line.repeat(3000));
    let (_, body) = asked.split_once("<!-- commonweal: what changes -->\n\n").unwrap();
    assert!(body.len() < 65_000, "{}", body.len());
    let kept = body.lines().take_while(|kept| *kept == line.trim_end()).count();
    assert!(kept > 1500, "{kept}");
    let rest = &body[kept * line.len()..];
    assert!(rest.starts_with("\n**There is more than a comment may hold.**"), "{rest}");
    assert!(rest.ends_with("(https://github.com/town/data/actions/runs/12).\n"), "{rest}");
}

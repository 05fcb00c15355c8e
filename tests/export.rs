//! `commonweal export`: each form alone says what a built site says.
#![cfg(not(target_arch = "wasm32"))]
// Helpers of tests are not tests to clippy.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use commonweal::routes::Form;
use serde_json::Value;

#[path = "support/app.rs"]
mod support;
use support::app;

const SAMPLE: &str = "samples/millbrook/feed.json";

fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Runs the program and compares its exit code; what it printed, and what it said.
#[track_caller]
fn check(arguments: &[&str], code: i32) -> (Vec<u8>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_commonweal"));
    let output = command.args(arguments).args(["--as-of", "2026-11-22"]).current_dir(project()).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{said}");
    (output.stdout, said)
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn every_form_is_what_the_site_has() {
    let folder = tempfile::tempdir().unwrap();
    let (app, site, out) = (app(folder.path()), folder.path().join("site"), folder.path().join("out"));
    // In a repository of its own: the history of this one would be read for every form.
    let feed = folder.path().join("feed.json");
    let sample = fs::read_to_string(project().join(SAMPLE)).unwrap();
    let git = |day: &str, arguments: &[&str]| {
        let nobody = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org"];
        let mut command = Command::new("git");
        command.current_dir(folder.path()).args(nobody).args(arguments);
        command.env("GIT_COMMITTER_DATE", format!("{day}T12:00:00Z"));
        assert!(command.status().unwrap().success(), "{arguments:?}");
    };
    git("2026-03-01", &["init", "--quiet"]);
    for (day, text) in [("2026-03-01", sample.replacen("47.8", "47.9", 1)), ("2026-05-02", sample)] {
        fs::write(&feed, text).unwrap();
        git(day, &["add", "feed.json"]);
        git(day, &["commit", "--quiet", "--message", "Figures"]);
    }
    check(&["build", path(&feed), "--out", path(&site), "--app", &app], 0);
    let index: Value = serde_json::from_slice(&fs::read(site.join("data/index.json")).unwrap()).unwrap();
    for form in Form::ALL {
        let files: Vec<&Value> =
            index["files"].as_array().unwrap().iter().filter(|file| file["form"] == form.name()).collect();
        assert!(!files.is_empty(), "{form:?}");
        let own: Vec<&str> = files
            .iter()
            .filter(|file| matches!(file["language"].as_str(), None | Some("en")))
            .map(|file| file["path"].as_str().unwrap())
            .collect();
        let each = files[0]["record"].is_string();
        let target = if each { out.join(form.name()) } else { out.join(form.name()).join("file") };
        check(&["export", form.name(), path(&feed), "--out", path(&target)], 0);
        for name in own {
            let file = if each { target.join(name.rsplit('/').next().unwrap()) } else { target.clone() };
            assert!(fs::read(&file).unwrap() == fs::read(site.join(name)).unwrap(), "{name}");
        }
    }
}

#[test]
fn a_large_feed_is_told_as_its_site_has_it() {
    let folder = tempfile::tempdir().unwrap();
    let feed = folder.path().join("feed.json");
    let mut sample: Value = serde_json::from_slice(&fs::read(project().join(SAMPLE)).unwrap()).unwrap();
    let updates = sample["updates"].as_array_mut().unwrap();
    let long = updates[0].clone();
    for n in 0..1000 {
        let (mut more, body) = (long.clone(), "What happened. ".repeat(60));
        (more["id"], more["body"]) = (format!("upd-more-{n}").into(), body.into());
        updates.push(more);
    }
    fs::write(&feed, sample.to_string()).unwrap();
    let (llms, _) = check(&["export", "llms", path(&feed), "--out", "-"], 0);
    assert!(String::from_utf8(llms).unwrap().contains("[The feed in parts (JSON)]"));
    let (whole, _) = check(&["export", "feed", path(&feed), "--out", "-"], 0);
    let whole: Value = serde_json::from_slice(&whole).unwrap();
    assert!(whole.get("parts").is_none() && whole["indicators"].is_array());
}

#[test]
fn one_text_file_can_be_printed_in_a_language() {
    let (calendar, _) = check(&["export", "icalendar", SAMPLE, "--language", "ar", "--out", "-"], 0);
    let calendar = String::from_utf8(calendar).unwrap();
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n") && calendar.contains("معاً في وادي ميلبروك"), "{calendar}");
    let (record, _) = check(&["export", "json", SAMPLE, "--only", "ind-reading-g3", "--out", "-"], 0);
    let record: Value = serde_json::from_slice(&record).unwrap();
    assert_eq!(record["indicator"]["id"], "ind-reading-g3");
}

#[test]
fn help_says_what_each_form_is_and_what_it_needs() {
    let help = |arguments: &[&str]| String::from_utf8(check(arguments, 0).0).unwrap();
    let list = help(&["export", "--help"]);
    for form in Form::ALL {
        assert!(list.contains(&format!("\n  {} ", form.name())), "{list}");
    }
    assert!(
        list.contains("CSV tables in one zip") && list.contains("Pabulib") && !list.contains("A feed and the day"),
        "{list}"
    );
    assert!(help(&["export", "dcat", "--help"]).contains("Needs \"site\" and a contact of kind \"email\""));
}

#[test]
fn what_cannot_be_done_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let refused = |arguments: &[&str], why: &str| {
        let whole: Vec<&str> = ["export"].iter().chain(arguments).copied().collect();
        let (_, said) = check(&whole, 2);
        assert!(said.contains(why), "{said}");
    };
    refused(&["csv", SAMPLE, "--out", "-"], "There are several files");
    refused(&["datapackage", SAMPLE, "--out", "-"], "A zip is no text");
    refused(&["atom", SAMPLE, "--language", "fr", "--out", "-"], "not offered in fr. There are: en, es, ar.");
    refused(&["csv", SAMPLE, "--only", "ind-nothing", "--out", "-"], "no such file about ind-nothing");
    refused(&["nothing", SAMPLE, "--out", "-"], "unrecognized subcommand");
    let sample = fs::read_to_string(project().join(SAMPLE)).unwrap();
    let (taken, feed) = (folder.path().join("taken"), folder.path().join("feed.json"));
    fs::write(&taken, "mine").unwrap();
    fs::write(&feed, &sample).unwrap();
    refused(&["llms", path(&feed), "--out", path(&taken)], "already there");
    check(&["export", "llms", path(&feed), "--out", path(&taken), "--replace"], 0);
    check(&["export", "llms", path(&feed), "--out", path(&taken)], 0);
    let mut sample: Value = serde_json::from_str(&sample).unwrap();
    sample["coalition"].as_object_mut().unwrap().remove("site");
    fs::write(&feed, sample.to_string()).unwrap();
    refused(&["dcat", path(&feed), "--out", "-"], "Add \"site\"");
    fs::write(&feed, "{}").unwrap();
    check(&["export", "llms", path(&feed), "--out", "-"], 1);
}

#[test]
fn a_report_of_impact_is_of_everybody() {
    let reports = |place: &str| {
        let folder = tempfile::tempdir().unwrap();
        let feed = folder.path().join("feed");
        let mut command = Command::new(env!("CARGO_BIN_EXE_commonweal"));
        command.args(["split", path(&project().join("tests/fixtures/small.json")), "--out", path(&feed)]);
        assert!(command.status().unwrap().success());
        let table = format!("period,geography,value,status\n2021,{place},50,final\n2022,{place},52,final\n");
        fs::write(feed.join("series/ind-reading.csv"), table).unwrap();
        let (cids, _) = check(&["export", "cids", path(&feed), "--out", "-"], 0);
        String::from_utf8(cids).unwrap().matches("ind-reading/#").count()
    };
    assert!(reports("") > 0);
    // A place that stands in for everybody has none.
    assert_eq!(reports("geo-east"), 0);
}

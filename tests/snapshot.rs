//! The snapshot of a whole site: one file in which every link of its own leads somewhere, and nothing is asked for.
#![cfg(not(target_arch = "wasm32"))]
// Helpers of tests are not tests to clippy.
#![allow(clippy::unwrap_used)]

#[path = "support/app.rs"]
mod support;

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use support::app;

/// The snapshot of a sample and what the command said.
fn snapshot(feed: &str) -> (String, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a/copy.html");
    let made = Command::new(env!("CARGO_BIN_EXE_commonweal"))
        .args(["snapshot", feed, "--as-of", "2026-11-22", "--app", &app(folder.path()), "--out"])
        .arg(&file)
        .output()
        .unwrap();
    let said = String::from_utf8(made.stderr).unwrap();
    assert!(made.status.success(), "{said}");
    (fs::read_to_string(file).unwrap(), said)
}

/// Every value of an attribute in the file, as it is written.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let begin = format!(" {attribute}=\"");
    html.split(begin.as_str()).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

#[track_caller]
fn check(feed: &str, languages: &[&str], sections: &[&str]) {
    let (html, said) = snapshot(feed);
    let ids = values(&html, "id");
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(known.len(), ids.len(), "an id stands there twice");

    let pages = html.matches("<div class=\"copied\"").count();
    assert!(said.ends_with(" kB.\n") && said.contains(" pages in "), "{said}");
    assert_eq!(pages % languages.len(), 0);
    for section in sections {
        for language in languages {
            let id = match (*section, *language == languages[0]) {
                ("", true) => "overview".to_owned(),
                ("", false) => (*language).to_owned(),
                (path, true) => path.to_owned(),
                (path, false) => format!("{language}/{path}"),
            };
            assert!(known.contains(id.as_str()), "there is no section {id}");
        }
    }

    let nowhere = |place: &&str| !known.contains(place.replace("%20", " ").as_str());
    let links: Vec<&str> = values(&html, "href").into_iter().filter_map(|href| href.strip_prefix('#')).collect();
    assert!(links.len() > 20 * pages, "{} links on {pages} pages", links.len());
    assert_eq!(links.into_iter().filter(nowhere).collect::<BTreeSet<_>>(), BTreeSet::new());
    for reference in ["for", "aria-labelledby", "aria-describedby", "aria-controls"] {
        let all = values(&html, reference).into_iter().flat_map(str::split_whitespace);
        assert_eq!(all.filter(nowhere).collect::<BTreeSet<_>>(), BTreeSet::new(), "{reference}");
    }

    // Nothing can be searched in it but by the browser, and nothing leads to a search.
    assert!(!known.contains("search"));
    assert!(html.matches("class=\"find\"").count() == html.matches("class=\"find\" hidden=\"\"").count());

    // Nothing runs, and nothing but what a reader clicks leads out.
    assert!(!html.contains("<script") && !html.contains("<link") && !html.contains("<iframe"));
    assert!(values(&html, "src").is_empty() && !html.contains(" style=\""));
    let out = |href: &&str| !["#", "data:", "https:", "mailto:", "tel:"].iter().any(|begin| href.starts_with(begin));
    assert_eq!(values(&html, "href").into_iter().filter(out).collect::<BTreeSet<_>>(), BTreeSet::new());
}

#[test]
fn a_folder_becomes_one_file_with_every_page() {
    let sections = ["", "indicators", "activities", "promises", "present", "method", "data", "404.html"];
    check("samples/tri-river", &["en", "es"], &sections);
}

#[test]
fn a_file_in_three_languages_too() {
    check("samples/millbrook/feed.json", &["en", "es", "ar"], &["", "take-part", "places", "glossary", "changes"]);
}

#[test]
fn a_long_list_has_all_of_its_rows() {
    let text = fs::read_to_string("samples/millbrook/feed.json").unwrap();
    let mut feed: serde_json::Value = serde_json::from_str(&text).unwrap();
    let promises = feed["commitments"].as_array_mut().unwrap();
    let copy = |n: usize| {
        let mut copy = promises[0].clone();
        copy["id"] = format!("com-copy-{n}").into();
        copy
    };
    let copies: Vec<_> = (0..150).map(copy).collect();
    promises.extend(copies);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("feed.json");
    fs::write(&file, feed.to_string()).unwrap();
    let (html, _) = snapshot(file.to_str().unwrap());
    let ids: BTreeSet<&str> = values(&html, "id").into_iter().collect();
    for n in 0..150 {
        assert!(ids.contains(format!("promises~com-copy-{n}").as_str()), "{n}");
    }
    assert!(!ids.iter().any(|id| id.ends_with("page-all")));
}

#[test]
fn the_feed_and_its_tables_are_carried_along() {
    let (html, _) = snapshot("samples/tri-river");
    assert!(
        html.contains("href=\"data:application/json;charset=utf-8;base64,") && html.contains("download=\"feed.json\"")
    );
    assert!(html.contains("href=\"data:text/csv;charset=utf-8;base64,"));
    assert!(html.contains("href=\"data:text/calendar;charset=utf-8;base64,"));
}

#[test]
fn the_same_feed_gives_the_same_file() {
    assert!(snapshot("samples/tri-river").0 == snapshot("samples/tri-river").0);
}

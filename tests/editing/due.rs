//! `due`, through the program.

use std::fs;

use serde_json::Value;

use super::{check, copy, project};

/// The list of the small feed on a day.
#[track_caller]
fn listed(day: &str, arguments: &[&str], expected: &str) {
    let folder = copy("tests/fixtures/small");
    for (indicator, frequency) in [("ind-visits", "quarterly"), ("ind-reading", "yearly")] {
        let path = folder.path().join(format!("feed/indicators/{indicator}.json"));
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replace("\"irregular\"", &format!("\"{frequency}\""))).unwrap();
    }
    let (out, _) = check(folder.path(), &[&["due", "feed", "--as-of", day], arguments].concat(), 0);
    assert_eq!(out, expected);
}

#[test]
fn what_is_due_stands_under_who_answers_for_it() {
    listed(
        "2027-06-20",
        &["--within", "10"],
        "Reading Circle\n\
         - 2022-09-30 (1724 days late): the figure after 2022-Q2 of \"Visits to the tutoring\". Edit series/ind-visits.csv.\n\
         - 2027-06-30 (in 10 days): the end of \"Tutoring\": write how it ended, or a later end. Edit activities/act-tutoring.json.\n\
         \n\
         Library\n\
         - 2024-12-31 (901 days late): the figure after 2023 of \"Children who read well\". Edit series/ind-reading.csv.\n\
         - 2025-10-15 (613 days late): the story of 2024-10-15 behind \"Children who read well\" is a year old: tell it anew. Edit stories/sto-second.json.\n\
         - 2027-06-30 (in 10 days): the next step \"Count the evening readers\" for \"Children who read well\". Edit stories/sto-second.json.\n",
    );
}

#[test]
fn nothing_is_due_before_its_time() {
    let folder = copy("tests/fixtures/small.json");
    let path = folder.path().join("feed.json");
    let mut feed: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    for list in ["stories", "series"] {
        feed.as_object_mut().unwrap().remove(list);
    }
    feed["indicators"][0].as_object_mut().unwrap().remove("baseline");
    fs::write(&path, feed.to_string()).unwrap();
    let (out, err) = check(folder.path(), &["due", "--as-of", "2027-06-01", "--within", "28"], 0);
    assert_eq!(
        (out.as_str(), err.as_str()),
        ("Nothing is due.\n", "0 due until 2027-06-29, 0 of them overdue, in feed.json\n")
    );
    let (out, _) = check(folder.path(), &["due", "--as-of", "2027-06-01", "--within", "29"], 0);
    assert!(out.starts_with("Reading Circle\n- 2027-06-30 (in 29 days): the end of \"Tutoring\""), "{out}");
}

#[test]
fn the_list_ends_with_the_days_that_are_asked_for() {
    let here = project("samples");
    let count = |days: &str| {
        let (out, err) =
            check(&here, &["due", "tri-river", "--as-of", "2026-11-22", "--within", days, "--format", "json"], 0);
        let list: Value = serde_json::from_str(&out).unwrap();
        let items: Vec<&Value> =
            list["owners"].as_array().unwrap().iter().flat_map(|owner| owner["items"].as_array().unwrap()).collect();
        let late = items.iter().filter(|item| item["days_late"].as_i64().unwrap() > 0).count();
        let until = items.iter().map(|item| item["due"].as_str().unwrap()).max().unwrap().to_owned();
        assert!(
            err.starts_with(&format!("{} due until ", items.len()))
                && err.contains(&format!(", {late} of them overdue")),
            "{err}"
        );
        assert!(items.iter().all(|item| here.join("tri-river").join(item["file"].as_str().unwrap()).is_file()));
        (items.len(), late, until)
    };
    let (now, month) = (count("0"), count("31"));
    assert!(now.2.as_str() <= "2026-11-22" && month.2.as_str() <= "2026-12-23");
    assert!(now.0 < month.0 && now.1 == month.1, "{now:?} {month:?}");
}

#[test]
fn in_markdown_texts_say_what_they_say() {
    let folder = copy("tests/fixtures/small.json");
    let path = folder.path().join("feed.json");
    let text = fs::read_to_string(&path).unwrap().replacen("\"Tutoring\"", "\"*Tutoring* <now>\"", 1);
    let often = |text: &str, word: &str| text.replacen("\"irregular\"", &format!("\"{word}\""), 1);
    let text = often(&often(&text, "yearly"), "quarterly");
    fs::write(&path, text).unwrap();
    let (out, _) = check(folder.path(), &["due", "--as-of", "2027-06-29", "--format", "markdown"], 0);
    assert!(out.starts_with("### Reading Circle\n\n- **2022-09-30**, 1733 days late: the figure after "), "{out}");
    assert!(out.contains("- **2027-06-30**, in 1 day: the end of \"\\*Tutoring\\* \\<now\\>\": write"), "{out}");
    assert!(out.contains("Edit `act-tutoring in feed.json`."), "{out}");
}

#[test]
fn a_feed_with_errors_has_to_be_mended_first() {
    let folder = copy("tests/fixtures/small");
    fs::write(folder.path().join("feed/coalition.json"), "{}").unwrap();
    let (out, err) = check(folder.path(), &["due"], 1);
    assert_eq!(out, "");
    assert!(err.ends_with("nothing is listed while the feed has errors: commonweal check says where\n"), "{err}");
}

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
         - 2026-12-11 (191 days late): \"Which hours suit you?\" closes: write how it stands. Edit engagements/eng-hours.json.\n\
         - 2027-02-28 (112 days late): \"A van on two Saturdays a month\" ends: write \"met\" or \"withdrawn\". Edit needs/need-van.json.\n\
         - 2027-06-09 (11 days late): the review of the decision \"One room stays open late\". Edit decisions/dec-hours.json.\n\
         - 2027-06-30 (in 10 days): the end of \"Tutoring\": write how it ended, or a later end. Edit activities/act-tutoring.json.\n\
         \n\
         Library\n\
         - 2024-12-31 (901 days late): the figure after 2023 of \"Children who read well\". Edit series/ind-reading.csv.\n\
         - 2025-10-15 (613 days late): the story of 2024-10-15 behind \"Children who read well\" is a year old: tell it anew. Edit stories/sto-second.json.\n\
         - 2027-03-31 (81 days late): the promise \"A bus leaves after the last lesson\": keep it, or say how it stands. Edit commitments/com-bus.json.\n\
         - 2027-06-30 (in 10 days): the next step \"Count the evening readers\" for \"Children who read well\". Edit stories/sto-second.json.\n",
    );
}

#[test]
fn nothing_is_due_before_its_time() {
    let folder = copy("tests/fixtures/small.json");
    let path = folder.path().join("feed.json");
    let mut feed: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    for list in ["stories", "series", "commitments", "engagements", "decisions", "needs"] {
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
        // What a work group answers for stands under each of its chairs, and is one thing.
        let mut once: Vec<String> = items.iter().map(|item| item.to_string()).collect();
        once.sort();
        once.dedup();
        let items: Vec<Value> = once.iter().map(|item| serde_json::from_str(item).unwrap()).collect();
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

/// The small feed on the day after its last one, with one record changed.
#[track_caller]
fn among(record: &str, from: &str, to: &str, expected: &[(&str, &str)]) {
    let folder = copy("tests/fixtures/small");
    let path = folder.path().join("feed").join(record);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{text}");
    fs::write(&path, text.replacen(from, to, 1)).unwrap();
    let (out, _) = check(folder.path(), &["due", "--as-of", "2027-06-20", "--format", "json"], 0);
    let list: Value = serde_json::from_str(&out).unwrap();
    let found: Vec<(&str, &str)> = list["owners"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|owner| owner["items"].as_array().unwrap().iter().map(move |item| (owner, item)))
        .filter(|(_, item)| item["file"] == record)
        .map(|(owner, item)| (owner["partner"].as_str().unwrap(), item["due"].as_str().unwrap()))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn what_people_do_together_is_due() {
    among("commitments/com-bus.json", "on_track", "on_track", &[("par-library", "2027-03-31")]);
    let kept = "\"kept\", \"evidence\": [\"act-tutoring\"]";
    among("commitments/com-bus.json", "\"on_track\"", kept, &[]);
    // A work group answers through those who lead it.
    let two = "\"chairs\": [\"par-circle\", \"par-library\"]";
    among("workgroups/wg-table.json", "\"chairs\": [\"par-circle\"]", two, &[]);
    among("engagements/eng-hours.json", "\"open\"", "\"closed\"", &[("par-circle", "2027-03-11")]);
    among("engagements/eng-hours.json", "\"open\"", "\"reported\", \"outcome\": \"Later.\"", &[]);
    let unanswered = "\"about\": [\"act-tutoring\"], \"x_response\"";
    among(
        "feedback/fb-evening.json",
        "\"about\": [\"act-tutoring\", \"str-books\"],\n  \"response\"",
        unanswered,
        &[("par-library", "2026-06-29")],
    );
    among("decisions/dec-hours.json", "\"agreed\"", "\"withdrawn\"", &[]);
    among("needs/need-van.json", "\"open\"", "\"met\"", &[]);
}

#[test]
fn what_two_chairs_answer_for_is_counted_once() {
    let folder = copy("tests/fixtures/small");
    let path = folder.path().join("feed/workgroups/wg-table.json");
    let day = ["due", "--as-of", "2027-06-20"];
    let (_, before) = check(folder.path(), &day, 0);
    let text = fs::read_to_string(&path).unwrap();
    let two = text.replacen("\"chairs\": [\"par-circle\"]", "\"chairs\": [\"par-circle\", \"par-library\"]", 1);
    fs::write(&path, two).unwrap();
    let (out, after) = check(folder.path(), &day, 0);
    assert_eq!(before, after);
    assert_eq!(out.matches("the review of the decision").count(), 2, "{out}");
}

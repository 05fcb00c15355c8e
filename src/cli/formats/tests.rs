//! Every form of a sample, and of the same coalition when it says less.

use std::path::Path;

use chrono::NaiveDate;
use serde_json::Value;

use super::*;
use crate::feed::date::Date;
use crate::feed::diff::diff;
use crate::feed::history::Version;
use crate::feed::{FeedSource, SourceFile, read, schema, write};
use crate::words::Catalog;

const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();

#[track_caller]
fn feed(of: &Value) -> Feed {
    let source = FeedSource::File(SourceFile::new("feed.json", serde_json::to_vec(of).unwrap()));
    let reading = read(&source, TODAY);
    reading.feed.unwrap_or_else(|| panic!("{:#?}", reading.findings))
}

/// The sample of a small coalition, changed, and all its files: path and bytes. One figure of each indicator was another
/// one a month ago.
#[track_caller]
fn files(change: impl FnOnce(&mut Value)) -> Vec<(DataFile, Vec<u8>)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/millbrook/feed.json");
    let mut sample: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    change(&mut sample);
    let mut before = sample.clone();
    for value in before["series"].as_array_mut().unwrap().iter_mut().map(|series| &mut series["lines"][0]["value"][0]) {
        *value = value.as_f64().map_or(Value::Null, |value| (value + 0.1).into());
    }
    let (feed, before) = (feed(&sample), feed(&before));
    let version = |on: &str, changes| Version { on: Date::parse(on).unwrap(), commit: on.into(), changes, left_out: 0 };
    let changes = diff(&before, &feed);
    let history = History::new(vec![version("2026-11-01", changes), version("2026-10-01", Vec::new())], true, 0);
    let feed = feed.with_history(&history);
    let (languages, site) = site_of(&feed, "/");
    let catalogs: Vec<Catalog> = languages.iter().map(|language| language.catalog().unwrap()).collect();
    let context = |words| Context { feed: &feed, words, site: &site, today: TODAY, draft: None };
    let contexts: Vec<Context<'_>> = catalogs.iter().map(context).collect();
    let feed_json = write::feed_json(&feed, schema::FILE_NAME).unwrap();
    let material = Material { contexts: &contexts, history: &history, feed_json: &feed_json, changes_json: b"{}" };
    let all = Form::ALL.into_iter().flat_map(|form| form.files(&feed, &site));
    all.map(|file| (file.clone(), super::write(&material, &file).unwrap())).collect()
}

/// The first file of a form, as text.
#[track_caller]
fn check(form: Form, change: impl FnOnce(&mut Value), expect: impl FnOnce(&str)) {
    let files = files(change);
    let bytes = &files.iter().find(|(file, _)| file.form == form).unwrap().1;
    expect(&String::from_utf8_lossy(bytes));
}

fn as_it_is(_: &mut Value) {}

fn without_site(feed: &mut Value) {
    feed["coalition"].as_object_mut().unwrap().remove("site");
}

fn not_a_sample(feed: &mut Value) {
    feed["coalition"].as_object_mut().unwrap().remove("sample");
}

/// Forms that are about nothing invented: what the fields mean, what changed, where pages are.
const SAY_NOTHING: [Form; 4] = [Form::Schema, Form::Changes, Form::Sitemap, Form::Robots];

#[test]
fn every_form_has_a_file_and_says_that_it_is_a_sample() {
    let files = files(as_it_is);
    for form in Form::ALL {
        let own: Vec<_> = files.iter().filter(|(file, _)| file.form == form).collect();
        assert!(!own.is_empty(), "{form:?} has no file");
        for (file, bytes) in own {
            let text = String::from_utf8_lossy(bytes).replace("\r\n ", "").to_lowercase();
            let says = ["\"sample\": true", "\"sample\":true", "invent", "من الخيال", "مختلق"];
            let is_said = says.iter().any(|word| text.contains(word)) || form == Form::Package;
            assert!(is_said || SAY_NOTHING.contains(&form), "{} does not say that it is a sample", file.path);
        }
    }
}

#[test]
fn what_is_no_sample_is_not_called_one() {
    let words = Catalog::parse(include_str!("../../words/en.json")).unwrap();
    let strip = say(&words);
    for (file, bytes) in files(not_a_sample) {
        let text = String::from_utf8_lossy(&bytes).replace("\r\n ", "");
        assert!(!text.contains(&strip) && !text.contains("\"sample\": true"), "{}", file.path);
    }
}

/// What every sample says, without its name.
fn say(words: &Catalog) -> String {
    let whole = crate::words::say!(words, "sample-strip", name = "~");
    whole.split('~').next().unwrap().trim().to_owned()
}

#[test]
fn a_form_without_what_it_needs_is_left_out_and_the_others_hold_no_dead_address() {
    let files = files(without_site);
    let has = |form: Form| files.iter().any(|(file, _)| file.form == form);
    assert!(!has(Form::Catalog) && !has(Form::Sitemap) && has(Form::Impact));
    for (file, bytes) in &files {
        let text = String::from_utf8_lossy(bytes);
        // Calendars, JSON Feed and robots.txt know absolute addresses only.
        let addresses = ["URL:/", "\"url\": \"/", "\"home_page_url\"", "Sitemap:"];
        assert!(!addresses.iter().any(|address| text.contains(address)), "{}", file.path);
    }
}

#[test]
fn without_an_email_there_is_no_catalog() {
    let without = |feed: &mut Value| {
        feed["coalition"]["contacts"].as_array_mut().unwrap().retain(|contact| contact["kind"] != "email");
    };
    assert!(files(without).iter().all(|(file, _)| file.form != Form::Catalog));
}

#[test]
fn names_without_a_site_lie_below_invalid() {
    check(Form::Impact, without_site, |text| {
        assert!(text.contains("\"@id\": \"https://millbrook-together.invalid/#coalition\""), "{text}");
    });
    check(Form::Atom, without_site, |text| {
        assert!(text.contains("<id>tag:millbrook-together.invalid,2026:"), "{text}")
    });
}

#[test]
fn the_same_feed_gives_the_same_bytes() {
    let (one, other) = (files(as_it_is), files(as_it_is));
    for ((file, bytes), (_, again)) in one.iter().zip(&other) {
        assert!(bytes == again, "{} differs", file.path);
    }
}

#[test]
fn the_zip_holds_tables_and_the_feed() {
    let files = files(as_it_is);
    let bytes = files.iter().find(|(file, _)| file.form == Form::Package).map(|(_, bytes)| bytes.clone()).unwrap();
    let zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    for name in ["datapackage.json", "feed.json", "observations.csv", "indicators.csv", "commitments.csv"] {
        assert!(zip.index_for_name(name).is_some(), "{name}");
    }
}

#[test]
fn what_is_withheld_has_a_reason_and_no_value() {
    for (file, bytes) in files(as_it_is).iter().filter(|(file, _)| file.form == Form::Record) {
        let record: Value = serde_json::from_slice(bytes).unwrap();
        for one in record["observations"].as_array().unwrap() {
            let words: Vec<&str> =
                one["status"].as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect();
            let is_withheld = words.contains(&"suppressed") || words.contains(&"withheld");
            assert!(!is_withheld || (one["value"].is_null() && one.get("numerator").is_none()), "{}: {one}", file.path);
            assert!(!one["value"].is_null() || !words.is_empty(), "{}: {one}", file.path);
        }
    }
}

#[test]
fn news_tells_what_was_settled_and_nothing_that_is_open_or_ahead() {
    check(Form::JsonFeed, as_it_is, |text| {
        let feed: Value = serde_json::from_str(text).unwrap();
        let items = feed["items"].as_array().unwrap();
        let days: Vec<&str> = items.iter().map(|item| item["date_published"].as_str().unwrap()).collect();
        assert!(days.is_sorted_by(|a, b| a >= b) && days.iter().all(|day| *day <= "2026-11-22T00:00:00Z"), "{days:?}");
        let kinds = |kind: &str| items.iter().filter(|item| item["tags"][0] == kind).count();
        assert!(
            kinds("news") > 0 && kinds("decision") > 0 && kinds("answer") > 0 && kinds("promise") > 0,
            "{items:#?}"
        );
    });
    let open = |feed: &mut Value| {
        for promise in feed["commitments"].as_array_mut().unwrap() {
            promise["state"] = "on_track".into();
            promise.as_object_mut().unwrap().remove("settled_on");
        }
    };
    check(Form::JsonFeed, open, |text| assert!(!text.contains("\"promise\""), "{text}"));
}

#[test]
fn a_summary_names_goals_and_files() {
    check(Form::Summary, as_it_is, |text| {
        assert!(text.starts_with("# Millbrook Valley Together\n\n> "), "{text}");
        assert!(text.contains("](https://millbrook.example.org/data/datapackage.zip): "), "{text}");
        assert_eq!(text.matches("](https://millbrook.example.org/goals/").count(), 3, "{text}");
    });
}

#[test]
fn no_two_files_have_the_same_address() {
    let files = files(as_it_is);
    let paths: std::collections::BTreeSet<&str> = files.iter().map(|(file, _)| file.path.as_str()).collect();
    assert_eq!(paths.len(), files.len());
}

//! What holds for every language file: complete, sound and in order.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;

use super::super::message::{Kind, Part, parse};
use super::super::plural::Family;
use super::super::{Catalog, say};
use super::SRC;

/// Every language file: its name without the ending, and its text.
fn files() -> Vec<(String, String)> {
    let mut files: Vec<_> = fs::read_dir(format!("{SRC}/words"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(path).unwrap()))
        .collect();
    files.sort();
    files
}

/// Checks one thing in every language against English. The check gives what it finds wrong.
#[track_caller]
fn check(find: impl Fn(&Catalog, &Catalog) -> Vec<String>) {
    let catalogs: BTreeMap<_, _> =
        files().into_iter().map(|(lang, text)| (lang, Catalog::parse(&text).unwrap())).collect();
    let wrong: Vec<_> = catalogs
        .iter()
        .flat_map(|(lang, catalog)| {
            find(catalog, &catalogs["en"]).into_iter().map(move |what| format!("{lang}: {what}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Messages and formats as (key, text).
fn texts(catalog: &Catalog) -> impl Iterator<Item = (&String, &String)> {
    catalog.messages.iter().chain(&catalog.formats)
}

/// The arguments of a message: the name of each, again as "n plural" where it is counted, and with its cases where it
/// is selected by.
fn arguments(parts: &[Part], found: &mut BTreeSet<String>) {
    for part in parts {
        match part {
            Part::Text(_) | Part::Number => {}
            Part::Slot(name) => drop(found.insert((*name).to_owned())),
            Part::Choice { arg, kind, cases } => {
                found.insert((*arg).to_owned());
                found.insert(match kind {
                    Kind::Plural => format!("{arg} plural"),
                    Kind::Select => {
                        let cases: BTreeSet<_> = cases.iter().map(|(case, _)| *case).collect();
                        format!("{arg} select {cases:?}")
                    }
                });
                cases.iter().for_each(|(_, parts)| arguments(parts, found));
            }
        }
    }
}

/// The cases of every plural in a message.
fn plurals<'a>(parts: &[Part<'a>], found: &mut Vec<Vec<&'a str>>) {
    for part in parts {
        if let Part::Choice { kind, cases, .. } = part {
            if *kind == Kind::Plural {
                found.push(cases.iter().map(|(case, _)| *case).collect());
            }
            cases.iter().for_each(|(_, parts)| plurals(parts, found));
        }
    }
}

#[test]
fn english_spanish_and_arabic_are_there() {
    let langs: Vec<_> = files().into_iter().map(|(lang, _)| lang).collect();
    assert!(["ar", "en", "es"].iter().all(|lang| langs.contains(&(*lang).to_owned())), "{langs:?}");
}

#[test]
fn a_file_is_named_after_its_language() {
    for (lang, text) in files() {
        assert_eq!(Catalog::parse(&text).unwrap().lang(), lang);
    }
}

#[test]
fn every_field_is_known() {
    let fields = "currencies dir formats lang messages months months_alone months_short name numbers plural weekdays";
    for (lang, text) in files() {
        let Value::Object(file) = serde_json::from_str(&text).unwrap() else { panic!("{lang} is no object") };
        let unknown: Vec<_> = file.keys().filter(|field| !fields.split(' ').any(|known| known == *field)).collect();
        assert!(unknown.is_empty(), "{lang}: {unknown:?}");
    }
}

#[test]
fn every_language_has_the_keys_of_english() {
    check(|catalog, english| {
        // Words for large numbers are the language's own: millions here, ten thousands there.
        let keys = |catalog: &Catalog| -> BTreeSet<String> {
            let formats = catalog.formats.keys().filter(|key| !key.starts_with("large-"));
            catalog.messages.keys().chain(formats).cloned().collect()
        };
        keys(catalog).symmetric_difference(&keys(english)).cloned().collect()
    });
}

#[test]
fn every_message_has_the_arguments_of_english() {
    check(|catalog, english| {
        let of = |text: &str| {
            let mut found = BTreeSet::new();
            arguments(&parse(text).unwrap_or_default(), &mut found);
            found
        };
        // A language without plurals may leave them out. None may count what English does not: it might be a text.
        let optional = |arg: &str| catalog.plural == Family::None && arg.ends_with(" plural");
        let differs = |(key, text): &(&String, &String)| {
            let Some(english) = english.messages.get(*key) else { return false };
            let (wanted, found) = (of(english), of(text));
            !found.is_subset(&wanted) || wanted.difference(&found).any(|arg| !optional(arg))
        };
        catalog.messages.iter().filter(differs).map(|(key, _)| key.clone()).collect()
    });
}

#[test]
fn every_message_can_be_parsed() {
    check(|catalog, _| {
        let broken = texts(catalog).filter_map(|(key, text)| Some(format!("{key}: {}", parse(text).err()?.0)));
        broken.collect()
    });
}

#[test]
fn no_message_is_empty_or_padded() {
    check(|catalog, _| {
        let wrong = texts(catalog).filter(|(_, text)| text.is_empty() || text.trim() != *text || text.contains("  "));
        wrong.map(|(key, _)| key.clone()).collect()
    });
}

#[test]
fn every_plural_has_the_forms_of_its_family() {
    check(|catalog, _| {
        let forms = catalog.plural.forms();
        let mut wrong = Vec::new();
        for (key, text) in texts(catalog) {
            let mut found = Vec::new();
            plurals(&parse(text).unwrap_or_default(), &mut found);
            for cases in found {
                let missing = forms.iter().filter(|(form, must)| *must && !cases.contains(form)).map(|(form, _)| *form);
                let known = |case: &str| {
                    let exact = case.strip_prefix('=').is_some_and(|number| number.parse::<i64>().is_ok());
                    exact || forms.iter().any(|(form, _)| *form == case)
                };
                let unknown = cases.iter().copied().filter(|case| !known(case));
                wrong.extend(missing.map(|form| format!("{key} has no {form}")));
                wrong.extend(unknown.map(|form| format!("{key} has an unknown {form}")));
            }
        }
        wrong
    });
}

#[test]
fn keys_are_kebab_case_and_in_order() {
    for (lang, text) in files() {
        let (formats, messages) = text.split_once("\"messages\": {").unwrap();
        for block in [formats.split_once("\"formats\": {").unwrap().1, messages] {
            let keys: Vec<_> =
                block.lines().filter_map(|line| line.trim().strip_prefix('"')?.split('"').next()).collect();
            assert!(
                keys.len() > 10 && keys.is_sorted_by(|a, b| a < b),
                "{lang}: {:?}",
                keys.windows(2).find(|w| w[0] >= w[1])
            );
            let kebab = |key: &&str| {
                key.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
                    && key.split('-').all(|word| !word.is_empty())
            };
            assert_eq!(keys.iter().find(|key| !kebab(key)), None, "{lang}");
        }
    }
}

#[test]
fn english_sentences_are_short() {
    check(|_, english| {
        let sentences =
            english.messages.iter().filter(|(_, text)| !text.contains(", plural,") && !text.contains(", select,"));
        // A list of words, which nobody reads.
        let sentences = sentences.filter(|(key, _)| *key != "search-small-words");
        let long = |text: &str| text.split_inclusive(". ").any(|sentence| sentence.split_whitespace().count() > 25);
        sentences.filter(|(_, text)| long(text)).map(|(key, _)| key.clone()).collect()
    });
}

#[test]
fn every_format_can_be_filled() {
    check(|catalog, _| {
        let day = chrono::NaiveDate::from_ymd_opt(2024, 2, 29).unwrap();
        let mut said = vec![
            catalog.year(2024),
            catalog.month(2024, 2),
            catalog.month_short(2024, 2),
            catalog.day(day),
            catalog.day_short(day),
            catalog.weekday(day),
            catalog.percent(1.5, 1),
            catalog.money(1.5, "USD", 2),
            catalog.money(1.5, "XTS", 2),
            catalog.share_in_100(0.1),
            catalog.share_in_100(50.0),
            catalog.share_in_100(99.9),
            catalog.list(&["a", "b"]),
            catalog.list(&["a", "b", "c"]),
        ];
        said.extend((0..16).map(|zeros| catalog.compact(3.4 * 10_f64.powi(zeros))));
        for (hour, minute) in [(0, 0), (12, 0), (15, 0), (15, 20)] {
            said.push(catalog.time(chrono::NaiveTime::from_hms_opt(hour, minute, 0).unwrap()));
        }
        let periods = [
            "2024-H1",
            "2024-H2",
            "2024-Q1",
            "2024-Q2",
            "2024-Q3",
            "2024-Q4",
            "2024-W01",
            "2019..2023",
            "SY2023",
            "FY2023",
        ];
        for period in periods.map(|text| crate::feed::period::Period::parse(text).unwrap()) {
            said.extend([catalog.period(period), catalog.period_short(period)]);
        }
        said.retain(|text| text.contains(['[', '?']) || text.is_empty());
        said
    });
}

#[test]
fn messages_of_every_language_are_said() {
    check(|catalog, _| {
        let said = say!(catalog, "count-measures", n = 7);
        if said.contains('7') { vec![] } else { vec![said] }
    });
}

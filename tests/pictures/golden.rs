//! The files in `tests/golden/`: pictures as they have to be, byte for byte. They open in any browser.
//!
//! If a picture is meant to change: `REWRITE_PICTURES=1 cargo test --test pictures`, then look at the files.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::{env, fs};

use commonweal::app::charts::{Caption, Theme, svg_file};
use commonweal::app::html::Html;
use commonweal::chart::track::Tone;

use crate::forms::{
    EDGES, Texts, arabic, bars_of, dots_of, english, long, multiples_of, rich_bars, rich_dots, rich_multiples,
    rich_shares, shares_of, ways,
};
use crate::project;
use crate::samples::{arabic_line, history, line, long_line, rich_line, rich_spark, spark_of, years};

/// All pictures: the name of the file, and what is in it.
fn cases() -> Vec<(&'static str, String)> {
    vec![
        edge("line-no-points", line(&history(Vec::new()))),
        edge("line-one-point", line(&history(years(2024, &[23.])))),
        edge("line-equal", line(&history(years(2020, &[50., 50., 50., 50.])))),
        edge("line-negative", line(&history(years(2019, &[-10., 30., -5., -22., 12.])))),
        edge("line-huge", line(&history(years(2020, &[1e12, 2.5e12, 4e12])))),
        edge("line-tiny", line(&history(years(2020, &[1e-9, 4e-9, 2e-9])))),
        drawn("line-long", line(&long_line()), &long_caption(), Theme::Light),
        drawn("line-arabic", arabic_line(), &arabic_caption(), Theme::Light),
        drawn("line-rich", line(&rich_line()), &caption(), Theme::Light),
        drawn("line-rich-dark", line(&rich_line()), &caption(), Theme::Dark),
        edge("spark-no-points", spark_of(&[], None)),
        edge("spark-one-point", spark_of(&[23.], None)),
        edge("spark-equal", spark_of(&[50., 50., 50.], Some(50.))),
        edge("spark-negative", spark_of(&[-10., 30., -5.], Some(-20.))),
        edge("spark-huge", spark_of(&[1e12, 4e12], Some(5e12))),
        edge("spark-tiny", spark_of(&[1e-9, 4e-9], Some(5e-9))),
        drawn("spark-long", rich_spark(), &long_caption(), Theme::Light),
        drawn("spark-arabic", rich_spark(), &arabic_caption(), Theme::Light),
        drawn("spark-rich", rich_spark(), &caption(), Theme::Light),
        drawn("spark-rich-dark", rich_spark(), &caption(), Theme::Dark),
        edge(
            "way-edges",
            ways(&[
                (0., Tone::Neutral),
                (0.3, Tone::Slow),
                (1., Tone::Good),
                (1.2, Tone::Good),
                (-0.3, Tone::Away),
                (-9e9, Tone::Away),
            ]),
        ),
        drawn(
            "way-edges-dark",
            ways(&[(0.3, Tone::Slow), (1., Tone::Good), (-0.3, Tone::Away)]),
            &caption(),
            Theme::Dark,
        ),
    ]
}

/// Draws one form.
type Draw<T> = fn(&T) -> Html;

/// The forms that all have the same cases.
fn forms() -> Vec<(String, String)> {
    let edges: [(&str, Draw<[f64]>); 4] =
        [("dots", dots_of), ("bars", bars_of), ("shares", shares_of), ("multiples", multiples_of)];
    let rich: [(&str, Draw<Texts>); 4] =
        [("dots", rich_dots), ("bars", rich_bars), ("shares", rich_shares), ("multiples", rich_multiples)];
    let mut all = Vec::new();
    for (form, draw) in edges {
        all.extend(EDGES.iter().map(|(name, values)| {
            let name = format!("{form}-{name}");
            let caption = Caption { headline: name.replace('-', " "), lang: "en".into(), ..Caption::default() };
            let file = svg_file(&draw(values), &caption, Theme::Light);
            (name, file)
        }));
    }
    for (form, draw) in rich {
        let mut add = |case: &str, texts: &Texts, caption: &Caption, theme: Theme| {
            all.push((format!("{form}-{case}"), svg_file(&draw(texts), caption, theme)));
        };
        add("rich", &english(), &caption(), Theme::Light);
        add("rich-dark", &english(), &caption(), Theme::Dark);
        add("long", &long(), &long_caption(), Theme::Light);
        add("arabic", &arabic(), &arabic_caption(), Theme::Light);
    }
    all
}

/// Every file that there has to be.
fn all() -> Vec<(String, String)> {
    cases().into_iter().map(|(name, file)| (name.to_owned(), file)).chain(forms()).collect()
}

fn drawn(name: &'static str, picture: Html, caption: &Caption, theme: Theme) -> (&'static str, String) {
    (name, svg_file(&picture, caption, theme))
}

/// By day, with its name as headline.
fn edge(name: &'static str, picture: Html) -> (&'static str, String) {
    let headline = name.replace('-', " ");
    let caption = Caption { headline, notes: vec!["Invented data".into()], lang: "en".into(), ..Caption::default() };
    drawn(name, picture, &caption, Theme::Light)
}

fn caption() -> Caption {
    Caption {
        headline: "56 in 100 third graders read at grade level. Up 5.8 points since 2022, but too slow to reach 70 by \
                   2030."
            .into(),
        subtitle:
            "Third graders at or above grade level, percent, Tri-River, spring 2018 to spring 2025. The axis does \
                   not start at zero."
                .into(),
        notes: vec![
            "Invented data: a sample, not a real place.".into(),
            "Source: State Department of Education, spring assessment. Data of 14 August 2025.".into(),
            "CC BY 4.0 · https://example.org/indicators/reading/".into(),
        ],
        description: "56 in 100 third graders read at grade level. The table has all 8 figures.".into(),
        lang: "en".into(),
        right_to_left: false,
    }
}

/// Texts that are far too long.
fn long_caption() -> Caption {
    let longer = |text: &String| format!("{text} ").repeat(4);
    let usual = caption();
    Caption {
        headline: longer(&usual.headline),
        subtitle: longer(&usual.subtitle),
        notes: usual.notes.iter().map(longer).collect(),
        ..usual
    }
}

fn arabic_caption() -> Caption {
    Caption {
        headline: "يقرأ 56 من كل 100 تلميذ في الصف الثالث بالمستوى المطلوب (ربيع 2025).".into(),
        subtitle: "تلاميذ الصف الثالث، بالنسبة المئوية، 2018–2025.".into(),
        notes: vec!["المصدر: وزارة التعليم، 14 أغسطس 2025.".into(), "CC BY 4.0 · https://example.org/ar/".into()],
        description: "يقرأ 56 من كل 100 تلميذ.".into(),
        lang: "ar".into(),
        right_to_left: true,
    }
}

fn folder() -> PathBuf {
    project().join("tests/golden")
}

/// The files that are there.
fn kept() -> BTreeMap<String, String> {
    let files = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let name = |path: &PathBuf| path.file_stem().unwrap().to_string_lossy().into_owned();
    files.map(|path| (name(&path), fs::read_to_string(&path).unwrap())).collect()
}

/// Compares all pictures with their files, or writes the files if that is asked for.
#[track_caller]
fn check(pictures: &BTreeMap<String, String>) {
    if env::var_os("REWRITE_PICTURES").is_some() {
        for name in kept().keys() {
            fs::remove_file(folder().join(format!("{name}.svg"))).unwrap();
        }
        for (name, picture) in pictures {
            fs::write(folder().join(format!("{name}.svg")), picture).unwrap();
        }
    }
    let kept = kept();
    let names = kept.keys().chain(pictures.keys().filter(|name| !kept.contains_key(*name)));
    let faults: Vec<String> = names
        .filter_map(|name| match (kept.get(name), pictures.get(name)) {
            (Some(file), Some(picture)) if file == picture => None,
            (Some(_), Some(_)) => Some(format!("{name}.svg is another picture now")),
            (None, _) => Some(format!("{name}.svg is missing")),
            (_, None) => Some(format!("{name}.svg has no case")),
        })
        .collect();
    assert!(faults.is_empty(), "{faults:#?}\nIf that is meant: REWRITE_PICTURES=1 cargo test --test pictures");
}

#[test]
fn pictures_are_as_they_were() {
    let cases = all();
    let pictures: BTreeMap<String, String> = cases.iter().cloned().collect();
    assert_eq!(pictures.len(), cases.len(), "two cases have one name");
    check(&pictures);
}

#[test]
fn pictures_are_xml_and_need_nothing_from_elsewhere() {
    for (name, file) in all() {
        let document = roxmltree::Document::parse(&file).unwrap_or_else(|error| panic!("{name}: {error}"));
        for element in document.descendants().filter(roxmltree::Node::is_element) {
            assert_eq!(element.tag_name().namespace(), Some("http://www.w3.org/2000/svg"), "{name}: {element:?}");
            for attribute in element.attributes() {
                let (key, value) = (attribute.name(), attribute.value());
                assert!(!["class", "style", "href"].contains(&key), "{name}: {element:?} has {key}");
                for part in ["NaN", "inf", "var(", "%", "http"] {
                    assert!(!value.contains(part), "{name}: {key} is {value}");
                }
            }
        }
    }
}

//! Contrast of marks and chart texts after WCAG 2.2: 1.4.3 (text, 4.5) and 1.4.11 (graphics, 3).

use std::fs;

use crate::ink::{Look, Pair};
use crate::{project, real_ink};

/// Marks that are faint on purpose, and why nothing is lost if nobody sees them.
const FAINT: [(&str, &str); 6] = [
    (".grid", "the values of its lines are written beside them"),
    (".hatch", "the reason for the gap stands on it in words"),
    (".range", "its edges are lines of full strength"),
    (".bar--open", "its dashed outline is of full strength"),
    (".fan", "the projection's line and label say what it surrounds"),
    (".tgt-level", "a hairline to the target's bar, which is of full strength"),
];

/// Classes of the views that draw nothing by themselves.
const NO_INK: [(&str, &str); 17] = [
    ("plot", "has only room left and right"),
    ("rows", "has only room left and right"),
    ("rows--full", "has only room left and right"),
    ("spark", "is a box"),
    ("w", "is shown in the wide layout, and in files"),
    ("n", "is left out of files"),
    ("stripes", "only meets the pointer"),
    ("vh", "is heard, not seen"),
    ("multiples", "is a list"),
    ("mult", "is a box"),
    ("mult__h", "is a line of words, which files draw as strong text"),
    ("mult__name", "is a part of that line"),
    ("num", "is a part of that line"),
    ("withheld", "is a reason in words"),
    ("meta", "is a note in words"),
    ("way__svg", "is a box"),
    ("way__worse", "is left out on narrow pages"),
];

/// Red, green, blue and opacity, each from 0 to 1.
type Colour = [f64; 4];

fn colour(hex: &str) -> Colour {
    let part =
        |at: usize| hex.get(at..at + 2).map_or(1., |digits| f64::from(u8::from_str_radix(digits, 16).unwrap()) / 255.);
    [part(1), part(3), part(5), part(7)]
}

/// What is seen of a colour that lets the paper through.
fn over(paper: Colour, [red, green, blue, opacity]: Colour) -> Colour {
    let mix = |top: f64, below: f64| top * opacity + below * (1. - opacity);
    [mix(red, paper[0]), mix(green, paper[1]), mix(blue, paper[2]), 1.]
}

/// Relative luminance.
fn luminance([red, green, blue, _]: Colour) -> f64 {
    let linear = |part: f64| if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The weaker contrast of fill and stroke to the paper, by day or by night. None for a look without colour.
/// Paper itself is no colour here: it fills what is hollow and surrounds letters.
fn weaker(look: &Look, paper: &Pair, of: fn(&Pair) -> &str) -> Option<f64> {
    let value = |name: &str| look.attributes.iter().rfind(|(found, _)| found == name).map(|(_, pair)| of(pair));
    let paper = of(paper);
    [("fill", "fill-opacity"), ("stroke", "stroke-opacity")]
        .into_iter()
        .filter_map(|(paint, opacity)| Some((value(paint).filter(|hex| *hex != paper && *hex != "none")?, opacity)))
        .map(|(hex, opacity)| {
            let [red, green, blue, alpha] = colour(hex);
            let opacity = value(opacity).map_or(1., |opacity| opacity.parse().unwrap());
            contrast(colour(paper), over(colour(paper), [red, green, blue, alpha * opacity]))
        })
        .reduce(f64::min)
}

/// All rules for one selector together, the later the stronger.
fn whole(selector: &str) -> Look {
    let looks = real_ink().looks.into_iter().filter(|look| look.selector == selector);
    Look { selector: selector.to_owned(), attributes: looks.flat_map(|look| look.attributes).collect() }
}

/// The weakest contrast of a selector in either theme.
fn weakest(selector: &str) -> Option<f64> {
    let (look, paper) = (whole(selector), real_ink().paper);
    let day = weaker(&look, &paper, |pair| &pair.light)?;
    Some(day.min(weaker(&look, &paper, |pair| &pair.dark)?))
}

#[track_caller]
fn check(one: &str, other: &str, expected: f64) {
    let found = contrast(over(colour(other), colour(one)), colour(other));
    assert!((found - expected).abs() < 0.01, "{found}");
}

#[test]
fn contrast_is_that_of_the_standard() {
    check("#000000", "#ffffff", 21.);
    check("#777777", "#ffffff", 4.48);
    check("#ffffff", "#ffffff", 1.);
    check("#00000000", "#ffffff", 1.);
    check("#00000080", "#ffffff", 4.);
}

#[test]
fn marks_and_texts_stand_out_from_the_paper() {
    let ink = real_ink();
    let selectors = ink.looks.iter().map(|look| look.selector.as_str());
    let faults: Vec<String> = selectors
        .filter(|selector| !FAINT.iter().any(|(faint, _)| faint == selector))
        .filter_map(|selector| {
            let needed = if selector.starts_with("text") { 4.5 } else { 3. };
            let found = weakest(selector).filter(|found| *found < needed)?;
            Some(format!("{selector} has {found:.2}, and needs {needed}"))
        })
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
    // Something was measured.
    assert!(weakest(".hist").unwrap() > 8. && weakest("text").unwrap() > 7.);
}

/// Words on a bar of shares are held against the bar, not against the paper.
#[test]
fn words_on_shares_can_be_read() {
    let paint = |selector: &str| whole(selector).attributes.into_iter().find(|(name, _)| name == "fill").unwrap().1;
    let words = paint("text.on-fill");
    let looks = real_ink().looks;
    let bars: Vec<&str> =
        looks.iter().map(|look| look.selector.as_str()).filter(|selector| selector.starts_with(".share")).collect();
    assert!(bars.len() > 8, "{bars:?}");
    for bar in bars {
        let fill = paint(bar);
        for (words, fill) in [(&words.light, &fill.light), (&words.dark, &fill.dark)] {
            let found = contrast(colour(words), colour(fill));
            assert!(found >= 4.5, "{words} on {bar} ({fill}) has {found:.2}");
        }
    }
}

#[test]
fn no_exemption_without_need() {
    for (selector, _) in FAINT {
        assert!(weakest(selector).is_some_and(|found| found < 3.), "{selector}: {:?}", weakest(selector));
    }
}

/// A file shows what it has ink for: a class without any would be drawn black.
#[test]
fn every_class_of_a_chart_has_ink() {
    let style = fs::read_to_string(project().join("style/charts.css")).unwrap();
    let looks = real_ink().looks;
    let has_ink =
        |class: &str| looks.iter().any(|look| look.selector.split_once('.').is_some_and(|(_, own)| own == class));
    let mut seen = 0;
    for entry in fs::read_dir(project().join("src/app/charts")).unwrap() {
        let path = entry.unwrap().path();
        let Ok(source) = fs::read_to_string(&path) else { continue };
        let code = source.split("#[cfg(test)]\nmod tests {").next().unwrap();
        let literals = code.split('"').skip(1).step_by(2).flat_map(str::split_whitespace);
        let called =
            code.split(".class(\"").skip(1).filter_map(|rest| rest.split('"').next()).flat_map(str::split_whitespace);
        let styled = |word: &&str| {
            word.starts_with(|c: char| c.is_ascii_lowercase())
                && style
                    .split(&format!(".{word}"))
                    .skip(1)
                    .any(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || "-_".contains(c)))
        };
        for class in called.chain(literals.filter(styled)) {
            seen += 1;
            let exempt = NO_INK.iter().any(|(exempt, _)| *exempt == class);
            assert!(exempt || has_ink(class), "{}: no ink is known for the class {class}", path.display());
        }
    }
    assert!(seen > 40, "the charts have moved: {seen}");
}

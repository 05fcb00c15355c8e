//! Dot plots, bars, shares, small multiples and ways, at their edges and with everything on them.

use commonweal::app::charts::{multiples_figure, rows_figure, shares_figure, track_view};
use commonweal::app::html::{Html, Piece, el};
use commonweal::chart::multiples::{MultiplesInput, Panel, multiples};
use commonweal::chart::reading::{Absence, PointMark, Reading};
use commonweal::chart::rows::{Gap, Row, RowsInput, Total, bars, dots};
use commonweal::chart::shares::{Part, ShareRow, shares};
use commonweal::chart::spark::SparkPoint;
use commonweal::chart::track::{Tone, TrackInput, track};

/// The edges that every form is drawn at: name, and values.
pub const EDGES: [(&str, &[f64]); 6] = [
    ("no-points", &[]),
    ("one-point", &[23.]),
    ("equal", &[50., 50., 50.]),
    ("negative", &[-10., 30., -5., -22., 12.]),
    ("huge", &[1e12, 2.5e12, 4e12]),
    ("tiny", &[1e-9, 4e-9, 2e-9]),
];

/// The texts of the rich pictures.
pub struct Texts {
    pub names: [String; 5],
    pub total: String,
    pub gap: String,
    pub missing: String,
}

pub fn english() -> Texts {
    Texts {
        names: ["Low-income families", "All other families", "Mostly Spanish", "Mostly Hmong", "Another language"]
            .map(String::from),
        total: "All third graders 56.2%".into(),
        gap: "26.5 points".into(),
        missing: "withheld: too few people to publish".into(),
    }
}

pub fn long() -> Texts {
    let longer = |text: String| format!("{text} and what else there is to say of it, ").repeat(4);
    let Texts { names, total, gap, missing } = english();
    Texts { names: names.map(longer), total: longer(total), gap: longer(gap), missing: longer(missing) }
}

pub fn arabic() -> Texts {
    Texts {
        names: ["أسر ذات دخل منخفض", "سائر الأسر", "الإسبانية غالبًا", "الهمونغ غالبًا", "لغة أخرى"].map(String::from),
        total: "جميع تلاميذ الصف الثالث ٥٦٫٢٪".into(),
        gap: "٢٦٫٥ نقطة".into(),
        missing: "محجوب: عدد قليل جدًا من الأشخاص".into(),
    }
}

fn tick(value: f64, decimals: usize) -> String {
    format!("{value:.decimals$}")
}

fn rows_of(values: &[f64]) -> RowsInput {
    let row = |(index, value): (usize, &f64)| Row {
        name: format!("Group {}", index + 1),
        label: value.to_string(),
        reading: Reading::of(*value),
        baseline: None,
        target: None,
        missing: String::new(),
    };
    RowsInput { rows: values.iter().enumerate().map(row).collect(), ..RowsInput::default() }
}

fn rich_rows(texts: &Texts) -> RowsInput {
    let known = |name: usize, value: f64, mark, interval, baseline, target| Row {
        name: texts.names[name].clone(),
        label: format!("{value}%"),
        reading: Reading::Known { value, interval, mark },
        baseline: Some(baseline),
        target,
        missing: String::new(),
    };
    let absent = Row {
        name: texts.names[3].clone(),
        label: String::new(),
        reading: Reading::Absent(Absence::Suppressed),
        baseline: None,
        target: None,
        missing: texts.missing.clone(),
    };
    RowsInput {
        rows: vec![
            known(0, 41., PointMark::Final, Some((38., 44.)), 35.2, Some(60.)),
            known(1, 67.5, PointMark::Final, None, 61.3, None),
            known(2, 48.1, PointMark::Provisional, Some((42., 54.)), 41., None),
            absent,
            Row { reading: Reading::of(0.), label: "0%".into(), ..known(4, 0., PointMark::Final, None, 3., None) },
        ],
        total: Some(Total { value: 56.2, label: texts.total.clone() }),
        gap: Some(Gap { between: (1, 0), label: texts.gap.clone() }),
        whole: false,
    }
}

pub fn dots_of(values: &[f64]) -> Html {
    rows_figure(dots(&rows_of(values), &tick), "Groups".into(), "Dots.".into(), "dots").html()
}

pub fn bars_of(values: &[f64]) -> Html {
    rows_figure(bars(&rows_of(values), &tick), "Groups".into(), "Bars.".into(), "bars").html()
}

pub fn rich_dots(texts: &Texts) -> Html {
    rows_figure(dots(&rich_rows(texts), &tick), "Groups".into(), "Dots.".into(), "dots").html()
}

pub fn rich_bars(texts: &Texts) -> Html {
    let mut input = rich_rows(texts);
    (input.total, input.gap) = (None, None);
    rows_figure(bars(&input, &tick), "Groups".into(), "Bars.".into(), "bars").html()
}

fn share_row(name: &str, values: &[(String, f64)], missing: &str) -> ShareRow {
    let part = |(name, value): &(String, f64)| Part {
        name: name.clone(),
        label: value.to_string(),
        reading: if value.is_nan() { Reading::Absent(Absence::Withheld) } else { Reading::of(*value) },
        tone: None,
    };
    ShareRow { name: name.into(), parts: values.iter().map(part).collect(), missing: missing.into() }
}

pub fn shares_of(values: &[f64]) -> Html {
    let parts: Vec<_> =
        values.iter().enumerate().map(|(index, value)| (format!("Part {}", index + 1), *value)).collect();
    let rows: Vec<ShareRow> =
        if parts.is_empty() { Vec::new() } else { vec![share_row("2025", &parts, "not collected")] };
    shares_figure(shares(&rows), "Parts".into(), "Shares.".into(), "shares").html()
}

pub fn rich_shares(texts: &Texts) -> Html {
    let parts = |values: [f64; 5]| texts.names.iter().cloned().zip(values).collect::<Vec<_>>();
    let rows = [
        share_row("2019", &parts([40., 30., 15., f64::NAN, 5.]), &texts.missing),
        share_row("2022", &parts([40., 30., 15., 10., 5.]), ""),
        share_row("2025", &parts([52., 31., 15., 1.5, 0.5]), ""),
    ];
    shares_figure(shares(&rows), "Parts".into(), "Shares.".into(), "shares").html()
}

fn panel(name: &str, values: &[f64], texts: Option<&Texts>) -> Panel {
    let point = |(index, value): (usize, &f64)| SparkPoint {
        at: 2020. + index as f64,
        reading: if value.is_nan() { Reading::Absent(Absence::NotCollected) } else { Reading::of(*value) },
        break_before: texts.is_some() && index == 2,
    };
    Panel {
        name: name.into(),
        label: values.last().filter(|value| !value.is_nan()).map_or(String::new(), f64::to_string),
        note: texts.map_or(String::new(), |texts| texts.gap.clone()),
        points: values.iter().enumerate().map(point).collect(),
        baseline: (!values.is_empty()).then_some(0),
        target: texts.map(|_| 70.),
        missing: texts.map_or(String::new(), |texts| texts.missing.clone()),
    }
}

pub fn multiples_of(values: &[f64]) -> Html {
    let panels = if values.is_empty() { Vec::new() } else { vec![panel("A", values, None), panel("B", values, None)] };
    let input = MultiplesInput { panels, ..MultiplesInput::default() };
    multiples_figure(multiples(&input, &tick), "Places".into(), "One scale.".into(), "places").html()
}

pub fn rich_multiples(texts: &Texts) -> Html {
    let values: [&[f64]; 5] = [
        &[38.9, 41., 44., 45., 45.7],
        &[44.3, 48.2, 52., 50., 50.],
        &[52.1, f64::NAN, 57., 58., 57.9],
        &[f64::NAN, f64::NAN],
        &[60.2, 62., 65., 66., 65.9],
    ];
    let panels = texts.names.iter().zip(values).map(|(name, values)| panel(name, values, Some(texts))).collect();
    let total =
        [50., 52., 54., 57., 56.2].iter().zip(2020..).map(|(value, at)| (f64::from(at), Some(*value))).collect();
    let input = MultiplesInput { panels, total, whole: false };
    multiples_figure(multiples(&input, &tick), "Places".into(), "One scale.".into(), "places").html()
}

/// Ways one below the other.
pub fn ways(shares: &[(f64, Tone)]) -> Html {
    let way = |&(share, tone): &(f64, Tone)| {
        let input = TrackInput { share: Some(share), due: Some(0.4), tone, is_open: tone == Tone::Slow };
        el("div").child(track_view(track(input)))
    };
    shares.iter().map(way).collect()
}

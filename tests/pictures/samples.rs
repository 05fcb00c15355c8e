//! Charts at their edges, and one with everything on it.

use commonweal::app::charts::{line_figure, sparkline};
use commonweal::app::html::{Html, Piece};
use commonweal::chart::line::{
    Baseline, Break, Comparison, ComparisonKind, Forecast, ForecastPoint, LineInput, Point, Span, Spans, Superseded,
    Target, TargetStep, Wording,
};
use commonweal::chart::reading::{Absence, PointMark, Reading};
use commonweal::chart::spark::{SparkPoint, SparkSize};
use commonweal::chart::text::LabelText;

/// A line chart with English words.
pub fn line(input: &LineInput) -> Html {
    let gap = |points: &[Point], _| LabelText::same(["No test".to_string(), points[0].period.clone()]);
    drawn(input, &|value, decimals| format!("{value:.decimals$}%"), &gap)
}

fn drawn(input: &LineInput, tick: &dyn Fn(f64, usize) -> String, gap: &dyn Fn(&[Point], Absence) -> LabelText) -> Html {
    let wording = Wording { tick, year: &|year| year.to_string(), gap };
    let chart = commonweal::chart::line::line(input, &wording);
    line_figure(chart, "Reading at grade level".into(), "It rose.".into(), "curve").html()
}

pub fn history(points: Vec<Point>) -> LineInput {
    let baseline = Some(Baseline { index: 0, label: "Baseline".into() });
    LineInput { points, baseline, ..LineInput::default() }
}

/// One figure a year.
pub fn years(first: i32, values: &[f64]) -> Vec<Point> {
    values.iter().enumerate().map(|(n, value)| point(f64::from(first) + n as f64, *value)).collect()
}

fn point(at: f64, value: f64) -> Point {
    let reading = Reading::of(value);
    Point { at, period: format!("spring {at}"), label: value.to_string(), reading, was: None, break_before: None }
}

fn group(name: LabelText, values: &[Option<f64>]) -> Comparison {
    let points = values.iter().enumerate().map(|(n, value)| (2018. + n as f64, *value)).collect();
    Comparison { name, kind: ComparisonKind::Group, points }
}

/// Everything that a line chart can show.
pub fn rich_line() -> LineInput {
    let mut points = years(2018, &[61.2, 62., 0., 0., 50.4, 52.6, 54.3, 56.2]);
    points[2].reading = Reading::Absent(Absence::NotCollected);
    points[3].reading = Reading::Absent(Absence::NotCollected);
    let sentence = LabelText {
        wide: vec!["New test form: not comparable with earlier years".into()],
        narrow: vec!["New test".into()],
    };
    points[4].break_before = Some(Break { sentence, name_before: Some("Old test form".into()) });
    points[7].reading = Reading::Known { value: 56.2, interval: Some((54.1, 58.3)), mark: PointMark::Provisional };
    let groups = [
        ("Low income", [None, None, None, None, Some(35.), Some(37.5), Some(38.), Some(40.2)]),
        ("Spanish", [None, None, None, None, Some(42.), Some(43.), None, Some(46.1)]),
        ("Hmong", [None, None, None, None, Some(44.8), Some(47.), Some(50.), Some(51.)]),
    ];
    LineInput {
        points,
        baseline: Some(Baseline { index: 4, label: "Baseline 50.4".into() }),
        latest_label: Some("56.2%".into()),
        comparisons: groups.iter().map(|(name, values)| group((*name).into(), values)).collect(),
        target: Some(Target {
            at: 2030.5,
            value: 70.,
            label: LabelText::same(["Target: 70%", "by June 2030"]),
            steps: vec![TargetStep { at: 2027.5, value: 61., label: "61% by 2027".into() }],
        }),
        superseded: vec![Superseded {
            from_at: 2019.2,
            replaced_at: 2023.4,
            value: 75.,
            label: "Old target 75%, replaced in May 2023".into(),
        }],
        forecasts: vec![
            Forecast {
                made_at: 2022.5,
                points: vec![ForecastPoint { at: 2025., value: 64., interval: Some((60., 68.)) }],
                label: "Forecast of 2022".into(),
            },
            Forecast {
                made_at: 2025.6,
                points: vec![
                    ForecastPoint { at: 2027., value: 59., interval: Some((56., 62.)) },
                    ForecastPoint { at: 2030., value: 63., interval: Some((57., 69.)) },
                ],
                label: LabelText::same(["If the last four years go on:", "63% (our sum, August 2025)"]),
            },
        ],
        spans: Some(Spans {
            title: "What partners do for it".into(),
            now: 2026.2,
            now_label: "Today".into(),
            rows: vec![
                Span { from: 2016.5, to: Some(2024.7), label: "Evening bus 14: until September 2024".into() },
                Span { from: 2023.7, to: Some(2027.5), label: "After-school tutoring: funded to June 2027".into() },
                Span { from: 2026.1, to: None, label: "Saturday family reading: new".into() },
            ],
        }),
        whole: false,
    }
}

/// The same with texts that no chart has room for.
pub fn long_line() -> LineInput {
    let long = "a label that goes on for much longer than any chart has room for, and then goes on ".repeat(4);
    let text = || LabelText::from(long.as_str());
    let mut input = rich_line();
    for point in &mut input.points {
        point.label = long.clone();
        point.period = long.clone();
        point.break_before = point.break_before.take().map(|_| Break { sentence: text(), name_before: Some(text()) });
    }
    input.latest_label = Some(long.clone());
    input.baseline = Some(Baseline { index: 4, label: text() });
    input.target = input.target.map(|target| Target {
        label: text(),
        steps: target.steps.into_iter().map(|step| TargetStep { label: text(), ..step }).collect(),
        ..target
    });
    input.comparisons.iter_mut().for_each(|line| line.name = text());
    input.superseded.iter_mut().for_each(|old| old.label = text());
    input.forecasts.iter_mut().for_each(|forecast| forecast.label = text());
    if let Some(spans) = &mut input.spans {
        spans.title = text();
        spans.rows.iter_mut().for_each(|span| span.label = text());
    }
    input
}

/// A chart with Arabic words and numerals.
pub fn arabic_line() -> Html {
    let numerals = |text: String| -> String {
        let arabic = |c: char| c.to_digit(10).and_then(|digit| char::from_u32(0x660 + digit)).unwrap_or(c);
        text.chars().map(arabic).collect()
    };
    let mut input = rich_line();
    for point in &mut input.points {
        point.label = numerals(point.label.clone());
        point.period = numerals(format!("ربيع {}", point.at));
        point.break_before = point.break_before.take().map(|_| Break {
            sentence: "اختبار جديد (2022): لا يقارن بالسنوات السابقة".into(),
            name_before: Some("الاختبار القديم".into()),
        });
    }
    input.latest_label = Some("٥٦٫٢٪".into());
    input.baseline = Some(Baseline { index: 4, label: "خط الأساس ٥٠٫٤".into() });
    input.target = input.target.map(|target| Target {
        label: LabelText::same(["الهدف: ٧٠٪", "بحلول يونيو ٢٠٣٠"]),
        steps: target.steps.into_iter().map(|step| TargetStep { label: "٦١٪ (2027)".into(), ..step }).collect(),
        ..target
    });
    for (line, name) in input.comparisons.iter_mut().zip(["ذوو الدخل المنخفض", "الإسبانية", "الهمونغ"])
    {
        line.name = name.into();
    }
    input.superseded.iter_mut().for_each(|old| old.label = "الهدف السابق ٧٥٪، استبدل في ٢٠٢٣".into());
    if let Some(spans) = &mut input.spans {
        spans.title = "ما يفعله الشركاء".into();
        spans.rows.iter_mut().for_each(|span| span.label = "دروس بعد المدرسة منذ ٢٠٢٣".into());
    }
    input.forecasts.iter_mut().for_each(|forecast| forecast.label = "إذا استمر الاتجاه: ٦٣٪".into());
    let tick = |value: f64, decimals: usize| numerals(format!("{value:.decimals$}")) + "٪";
    drawn(&input, &tick, &|_, _| "لا اختبار".into())
}

/// A sparkline with every mark.
pub fn rich_spark() -> Html {
    let of =
        |point: Point| SparkPoint { at: point.at, reading: point.reading, break_before: point.break_before.is_some() };
    let mut points: Vec<SparkPoint> = rich_line().points.into_iter().map(of).collect();
    // A figure alone between two gaps.
    points[1].reading = Reading::Absent(Absence::NotCollected);
    points[2].reading = Reading::of(60.);
    small(&points, Some(4), Some(70.), SparkSize::Large)
}

pub fn spark_of(values: &[f64], target: Option<f64>) -> Html {
    let point = |(n, value): (usize, &f64)| SparkPoint {
        at: 2020. + n as f64,
        reading: Reading::of(*value),
        break_before: false,
    };
    small(&values.iter().enumerate().map(point).collect::<Vec<_>>(), Some(0), target, SparkSize::Small)
}

fn small(points: &[SparkPoint], baseline: Option<usize>, target: Option<f64>, size: SparkSize) -> Html {
    sparkline(commonweal::chart::spark::spark(points, baseline, target, size)).html()
}

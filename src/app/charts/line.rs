//! The line chart of one indicator.

use leptos::prelude::*;
use leptos::svg;

use super::{percent, view_box};
use crate::chart::labels::{Anchor, Label, Layout, TextStyle};
use crate::chart::line::{
    Band, BreakRule, Dot, DotKind, Interval, LineChart, SupersededMark, TargetMark, TimeTick, Trace, TraceKind,
    ValueTick,
};

/// A line chart. It stands in a `figure.fig`, whose width chooses between the two sets of labels; heading, caption
/// and table of the figure are the page's. An empty chart draws nothing: the page says what is missing.
#[component]
pub fn LineFigure(
    /// The geometry.
    chart: LineChart,
    /// Name of the picture for assistive technology.
    #[prop(into)]
    title: String,
    /// What the picture shows, in words.
    #[prop(into)]
    description: String,
    /// Prefix of the ids in the picture, unique on the page.
    #[prop(into)]
    id: String,
) -> impl IntoView {
    (!chart.empty).then(|| picture(chart, title, description, id))
}

fn picture(chart: LineChart, title: String, description: String, id: String) -> impl IntoView {
    let LineChart { height, top, bottom, .. } = chart;
    let (title_id, description_id, hatch_id) = (format!("{id}-title"), format!("{id}-desc"), format!("{id}-hatch"));
    let names = format!("{title_id} {description_id}");
    let hatch = format!("url(#{hatch_id})");
    let bands = chart.bands.into_iter().map(|band| band_view(band, top, bottom, hatch.clone())).collect_view();
    // Time runs from left to right in every language; only the words of a label follow their own direction.
    view! {
        <div class="plot" dir="ltr">
            <svg height=height role="img" aria-labelledby=names>
                {svg::title().id(title_id).child(title)}
                <desc id=description_id>{description}</desc>
                <defs>
                    <pattern
                        id=hatch_id
                        width="7"
                        height="7"
                        patternUnits="userSpaceOnUse"
                        patternTransform="rotate(45)"
                    >
                        <line class="hatch" x1="0" x2="0" y1="0" y2="7" />
                    </pattern>
                </defs>
                {chart.value_ticks.into_iter().map(value_tick).collect_view()}
                {bands}
                {chart.breaks.into_iter().map(break_rule).collect_view()}
                {chart.zero.map(|y| view! { <line class="axis" x1="0" x2="100%" y1=y y2=y /> })}
                <svg viewBox=view_box(height) height=height preserveAspectRatio="none">
                    {paths("fan", chart.fans)}
                    {paths("fc", chart.projections)}
                    {paths("tgt-old", chart.superseded.iter().map(|old| old.path.clone()).collect())}
                    {paths("tgt-level", level(&chart.target))}
                    {paths("tgt-path", way(&chart.target))}
                    {chart.traces.into_iter().map(trace).collect_view()}
                </svg>
                {chart.intervals.into_iter().map(interval).collect_view()}
                {chart.superseded.into_iter().map(superseded_dot).collect_view()}
                {chart.target.map(target)}
                {chart.dots.into_iter().map(dot).collect_view()}
                <line class="axis" x1="0" x2="100%" y1=bottom y2=bottom />
                {chart.time_ticks.into_iter().map(|tick| time_tick(tick, bottom)).collect_view()}
                {chart.labels.into_iter().map(label).collect_view()}
            </svg>
        </div>
    }
}

fn value_tick(tick: ValueTick) -> impl IntoView {
    let y = tick.y;
    view! {
        <line class="grid" x1="0" x2="100%" y1=y y2=y />
        {tick
            .label
            .map(|text| {
                view! {
                    <text x="0" y=y dy="4" dx="-8" text-anchor="end" unicode-bidi="plaintext">
                        {text}
                    </text>
                }
            })}
    }
}

fn time_tick(tick: TimeTick, bottom: f64) -> impl IntoView {
    let TimeTick { x, wide, narrow } = tick;
    let length = if wide.is_some() || narrow.is_some() { 6. } else { 3. };
    // In the narrow layout nothing may stand out to the right.
    let narrow_anchor = if x > 98. { "end" } else { "middle" };
    let text = move |text: String, class, anchor| {
        view! {
            <text class=class x=percent(x) y=bottom dy="22" text-anchor=anchor unicode-bidi="plaintext">
                {text}
            </text>
        }
    };
    let texts = if wide == narrow && narrow_anchor == "middle" {
        wide.map(|both| text(both, None, "middle")).into_iter().collect_view()
    } else {
        let wide = wide.map(|wide| text(wide, Some("w"), "middle"));
        wide.into_iter().chain(narrow.map(|narrow| text(narrow, Some("n"), narrow_anchor))).collect_view()
    };
    view! {
        <line class="axis" x1=percent(x) x2=percent(x) y1=bottom y2=bottom + length />
        {texts}
    }
}

fn band_view(band: Band, top: f64, bottom: f64, hatch: String) -> impl IntoView {
    view! { <rect x=percent(band.x) width=percent(band.width) y=top height=bottom - top fill=hatch /> }
}

fn break_rule(rule: BreakRule) -> impl IntoView {
    view! {
        <svg x=percent(rule.x) y="0">
            <path class="break" d=rule.path />
        </svg>
    }
}

fn paths(class: &'static str, paths: Vec<String>) -> impl IntoView {
    paths.into_iter().map(|path| view! { <path class=class d=path /> }).collect_view()
}

fn level(target: &Option<TargetMark>) -> Vec<String> {
    target.iter().filter_map(|target| target.level.clone()).collect()
}

fn way(target: &Option<TargetMark>) -> Vec<String> {
    target.iter().filter_map(|target| target.path.clone()).collect()
}

fn trace(trace: Trace) -> impl IntoView {
    let class = match trace.kind {
        TraceKind::Current => "hist",
        TraceKind::BeforeBreak => "hist hist--old",
        TraceKind::Second => "hist hist--2",
        TraceKind::Third => "hist hist--3",
        TraceKind::Fourth => "hist hist--4",
        TraceKind::Other => "hist hist--other",
        TraceKind::Whole => "hist hist--whole",
    };
    view! { <path class=class d=trace.path /> }
}

fn interval(interval: Interval) -> impl IntoView {
    let x = percent(interval.x);
    view! { <line class="axis" x1=x.clone() x2=x y1=interval.high y2=interval.low /> }
}

fn superseded_dot(old: SupersededMark) -> impl IntoView {
    view! { <circle class="tgt-old__dot" cx=percent(old.x) cy=old.y r="3" /> }
}

fn target(target: TargetMark) -> impl IntoView {
    let steps = target.steps.into_iter();
    view! {
        <line class="goalmark" x1=percent(target.x1) x2=percent(target.x2) y1=target.y y2=target.y />
        {steps.map(|(x, y)| view! { <circle class="tgt-step" cx=percent(x) cy=y r="3.5" /> }).collect_view()}
    }
}

fn dot(dot: Dot) -> impl IntoView {
    let class = match dot.kind {
        DotKind::Current => "pt",
        DotKind::BeforeBreak => "pt pt--old",
        DotKind::Second => "pt pt--2",
        DotKind::Third => "pt pt--3",
        DotKind::Fourth => "pt pt--4",
        DotKind::Other => "pt pt--other",
        DotKind::Whole => "pt pt--whole",
        DotKind::Baseline => "dot dot--base",
        DotKind::Latest => "dot dot--now",
        DotKind::Open => "dot dot--prov",
    };
    view! { <circle class=class cx=percent(dot.x) cy=dot.y r=dot.radius /> }
}

fn label(label: Label) -> impl IntoView {
    let layout = label.layout.map(|layout| match layout {
        Layout::Wide => "w",
        Layout::Narrow => "n",
    });
    let style = match label.style {
        TextStyle::Plain => None,
        TextStyle::Value => Some("lbl"),
        TextStyle::Strong => Some("strong"),
        TextStyle::Now => Some("now"),
        TextStyle::Second => Some("name--2"),
        TextStyle::Third => Some("name--3"),
        TextStyle::Fourth => Some("name--4"),
    };
    let class: Vec<&str> = layout.into_iter().chain(style).collect();
    let class = (!class.is_empty()).then(|| class.join(" "));
    let dx = (label.dx != 0.).then_some(label.dx);
    let anchor = match label.anchor {
        Anchor::Start => None,
        Anchor::Middle => Some("middle"),
        Anchor::End => Some("end"),
    };
    view! {
        <text class=class x=percent(label.x) dx=dx y=label.y text-anchor=anchor unicode-bidi="plaintext">
            {label.text}
        </text>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::line::{Baseline, Break, LineInput, Point, Target, Wording, line};
    use crate::chart::reading::{Absence, PointMark, Reading};
    use crate::chart::text::LabelText;

    fn point(at: f64, value: f64) -> Point {
        Point {
            at,
            period: format!("spring {at}"),
            label: value.to_string(),
            reading: Reading::of(value),
            break_before: None,
        }
    }

    fn example() -> LineInput {
        let mut points: Vec<Point> = (0..6).map(|n| point(2019. + f64::from(n), 50. + 2. * f64::from(n))).collect();
        points[1].reading = Reading::Absent(Absence::NotCollected);
        points[2].break_before = Some(Break { sentence: "New test".into(), name_before: None });
        points[5].reading = Reading::Known { value: 60., interval: None, mark: PointMark::Provisional };
        let label = LabelText { wide: vec!["Target: 70% <by 2030>".into()], narrow: vec!["Target: 70%".into()] };
        LineInput {
            points,
            baseline: Some(Baseline { index: 2, label: "Baseline".into() }),
            target: Some(Target { at: 2030., value: 70., label, steps: Vec::new() }),
            ..LineInput::default()
        }
    }

    fn html(input: &LineInput, id: &str) -> String {
        let wording = Wording {
            tick: &|value, _| value.to_string(),
            year: &|year| year.to_string(),
            gap: &|_, _| "No test".into(),
        };
        let chart = line(input, &wording);
        view! { <LineFigure chart=chart title="Reading" description="It rose." id=id /> }.to_html()
    }

    #[track_caller]
    fn check(input: &LineInput, contains: &[&str], lacks: &[&str]) {
        let html = html(input, "reading");
        for part in contains {
            assert!(html.contains(part), "{part} is not in {html}");
        }
        for part in lacks {
            assert!(!html.contains(part), "{part} is in {html}");
        }
    }

    #[test]
    fn has_a_name_and_a_description() {
        let parts = [
            r#"role="img" aria-labelledby="reading-title reading-desc""#,
            r#"<title id="reading-title">Reading<"#,
            r#"<desc id="reading-desc">It rose.<"#,
        ];
        check(&example(), &parts, &[]);
    }

    #[test]
    fn is_stretched_only_in_its_lines() {
        let parts =
            [r#"<div dir="ltr" class="plot">"#, r#"viewBox="0 0 1000 376" height="376" preserveAspectRatio="none""#];
        check(&example(), &parts, &["style=", "NaN"]);
        assert_eq!(html(&example(), "reading").matches("viewBox").count(), 1);
    }

    #[test]
    fn each_meaning_has_its_mark() {
        let classes = [
            "\"hist\"",
            "pt pt--old",
            "dot dot--base",
            "dot dot--prov",
            "goalmark",
            "tgt-path",
            "break",
            "hatch",
            "grid",
            "axis",
            "now",
            "w strong",
            "n strong",
        ];
        check(&example(), &classes, &["dot--now", "tgt-old", "fan", "\"fc\""]);
    }

    #[test]
    fn labels_are_text() {
        check(&example(), &["Target: 70% &lt;by 2030&gt;"], &["<by"]);
    }

    #[test]
    fn two_charts_share_no_id() {
        let (one, two) = (html(&example(), "one"), html(&example(), "two"));
        assert!(one.contains(r#"id="one-hatch""#) && one.contains("url(#one-hatch)"), "{one}");
        assert!(!two.contains("one-"), "{two}");
    }

    #[test]
    fn an_empty_chart_draws_nothing() {
        check(&LineInput::default(), &[], &["svg", "div"]);
    }
}

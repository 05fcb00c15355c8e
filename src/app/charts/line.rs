//! The line chart of one indicator.

use super::parts::{self, circle, level, rule, texts, upright};
use super::{percent, view_box};
use crate::app::html::{Html, Piece, svg};
use crate::chart::line::{
    Band, BreakRule, Dot, DotKind, Interval, LineChart, Projection, SpanBar, SupersededMark, TargetMark, TimeTick,
    Trace, TraceKind, ValueTick,
};

/// A line chart. It stands in a `figure.fig`, whose width chooses between the two sets of labels; heading, caption
/// and table of the figure are the page's. An empty chart draws nothing: the page says what is missing.
pub fn line_figure(chart: LineChart, title: String, description: String, id: &'static str) -> impl Piece {
    (!chart.empty).then(|| picture(chart, title, description, id))
}

fn picture(chart: LineChart, title: String, description: String, id: &'static str) -> impl Piece {
    let LineChart { height, top, bottom, .. } = chart;
    let hatch = format!("url(#{id}-hatch)");
    let bands = chart.bands.into_iter().map(|band| band_view(band, top, bottom, hatch.clone())).collect::<Html>();
    let lines = svg("svg")
        .attr("viewBox", view_box(height))
        .attr("height", height)
        .attr("preserveAspectRatio", "none")
        .child(paths("range", chart.ranges))
        .child(paths("fan", chart.fans))
        .child(chart.projections.into_iter().map(projection).collect::<Html>())
        .child(paths("tgt-old", chart.superseded.iter().map(|old| old.path.clone()).collect()))
        .child(paths("tgt-level", replaced_level(&chart.target)))
        .child(paths("tgt-path", way(&chart.target)))
        .child(chart.traces.into_iter().map(trace).collect::<Html>());
    let marks = (
        chart.value_ticks.into_iter().map(value_tick).collect::<Html>(),
        bands,
        chart.breaks.into_iter().map(break_rule).collect::<Html>(),
        chart.zero.map(|y| rule("axis", ("0", "100%"), (y, y))),
        lines,
        chart.intervals.into_iter().map(interval).collect::<Html>(),
        chart.superseded.into_iter().map(superseded_dot).collect::<Html>(),
        chart.target.map(target),
        chart.dots.into_iter().map(dot).collect::<Html>(),
        rule("axis", ("0", "100%"), (bottom, bottom)),
        chart.time_ticks.into_iter().map(|tick| time_tick(tick, bottom)).collect::<Html>(),
        chart.now.map(|(x, from, to)| upright("nowline", x, (from, to))),
        chart.spans.into_iter().map(span).collect::<Html>(),
        texts(chart.labels),
    );
    parts::picture("plot", height, title, description, id, marks)
}

fn projection(projection: Projection) -> impl Piece {
    svg("path").class(if projection.past { "fc fc--past" } else { "fc" }).attr("d", projection.path)
}

fn span(bar: SpanBar) -> impl Piece {
    let part = |class: &'static str, (x, width): (f64, f64), y: f64, height: f64| {
        svg("rect").class(class).attr("x", percent(x)).attr("width", percent(width)).attr("y", y).attr("height", height)
    };
    (
        bar.done.map(|done| part("span span--act", done, bar.y, 10.)),
        bar.planned.map(|planned| part("span span--next", planned, bar.y + 1., 8.)),
    )
}

fn value_tick(tick: ValueTick) -> impl Piece {
    let y = tick.y;
    (
        rule("grid", ("0", "100%"), (y, y)),
        tick.label.map(|text| {
            svg("text")
                .attr("x", "0")
                .attr("y", y)
                .attr("dy", "4")
                .attr("dx", "-8")
                .attr("text-anchor", "end")
                .attr("unicode-bidi", "plaintext")
                .child(text)
        }),
    )
}

fn time_tick(tick: TimeTick, bottom: f64) -> impl Piece {
    let TimeTick { x, wide, narrow } = tick;
    let length = if wide.is_some() || narrow.is_some() { 6. } else { 3. };
    // In the narrow layout nothing may stand out to the right.
    let narrow_anchor = if x > 98. { "end" } else { "middle" };
    let text = move |text: String, class, anchor| {
        svg("text")
            .class(class)
            .attr("x", percent(x))
            .attr("y", bottom)
            .attr("dy", "22")
            .attr("text-anchor", anchor)
            .attr("unicode-bidi", "plaintext")
            .child(text)
    };
    let texts = if wide == narrow && narrow_anchor == "middle" {
        wide.map(|both| text(both, None, "middle")).into_iter().collect::<Html>()
    } else {
        let wide = wide.map(|wide| text(wide, Some("w"), "middle"));
        wide.into_iter().chain(narrow.map(|narrow| text(narrow, Some("n"), narrow_anchor))).collect::<Html>()
    };
    (upright("axis", x, (bottom, bottom + length)), texts)
}

fn band_view(band: Band, top: f64, bottom: f64, hatch: String) -> impl Piece {
    svg("rect")
        .attr("x", percent(band.x))
        .attr("width", percent(band.width))
        .attr("y", top)
        .attr("height", bottom - top)
        .attr("fill", hatch)
}

fn break_rule(mark: BreakRule) -> impl Piece {
    svg("svg").attr("x", percent(mark.x)).attr("y", "0").child(svg("path").class("break").attr("d", mark.path))
}

fn paths(class: &'static str, paths: Vec<String>) -> impl Piece {
    paths.into_iter().map(|path| svg("path").class(class).attr("d", path)).collect::<Html>()
}

fn replaced_level(target: &Option<TargetMark>) -> Vec<String> {
    target.iter().filter_map(|target| target.level.clone()).collect()
}

fn way(target: &Option<TargetMark>) -> Vec<String> {
    target.iter().filter_map(|target| target.path.clone()).collect()
}

fn trace(trace: Trace) -> impl Piece {
    let class = match trace.kind {
        TraceKind::Current => "hist",
        TraceKind::BeforeBreak => "hist hist--old",
        TraceKind::Second => "hist hist--2",
        TraceKind::Third => "hist hist--3",
        TraceKind::Fourth => "hist hist--4",
        TraceKind::Other => "hist hist--other",
        TraceKind::Whole => "hist hist--whole",
    };
    svg("path").class(class).attr("d", trace.path)
}

fn interval(interval: Interval) -> impl Piece {
    upright("axis", interval.x, (interval.high, interval.low))
}

fn superseded_dot(old: SupersededMark) -> impl Piece {
    circle("tgt-old__dot", (old.x, old.y), 3.)
}

fn target(target: TargetMark) -> impl Piece {
    let steps = target.steps.into_iter().map(|step| circle("tgt-step", step, 3.5));
    (level("goalmark", (target.x1, target.x2), target.y), steps.collect::<Html>())
}

fn dot(dot: Dot) -> impl Piece {
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
        DotKind::Estimated => "dot dot--prov dot--est",
        DotKind::Revised => "was",
    };
    circle(class, (dot.x, dot.y), dot.radius)
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
            was: None,
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

    fn html(input: &LineInput, id: &'static str) -> String {
        let wording = Wording {
            tick: &|value, _| value.to_string(),
            year: &|year| year.to_string(),
            gap: &|_, _| "No test".into(),
        };
        let chart = line(input, &wording);
        line_figure(chart, "Reading".into(), "It rose.".into(), id).html().to_text()
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
            r#"<title id="reading-title">Reading</title>"#,
            r#"<desc id="reading-desc">It rose.</desc>"#,
        ];
        check(&example(), &parts, &[]);
    }

    #[test]
    fn is_stretched_only_in_its_lines() {
        let parts =
            [r#"<div class="plot" dir="ltr">"#, r#"viewBox="0 0 1000 376" height="376" preserveAspectRatio="none""#];
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
            "strong w",
            "strong n",
        ];
        check(&example(), &classes, &["dot--now", "tgt-old", "fan", "\"fc\""]);
    }

    #[test]
    fn a_value_that_was_replaced_has_a_ring() {
        let mut revised = example();
        revised.points[4].was = Some(52.);
        check(&revised, &["<circle class=\"was\""], &["NaN"]);
        // A slip of ten times the value would press the line flat.
        revised.points[4].was = Some(580.);
        check(&revised, &["\"hist\""], &["\"was\""]);
        check(&example(), &[], &["\"was\""]);
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

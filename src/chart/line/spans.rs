//! What was done in the years of the chart: one bar a row under the time axis, each under its name.
//!
//! Names stand above their bars and never beside them: so nothing has to be known of the width of the page.

use super::frame::{BOTTOM, Frame};
use super::{LineChart, LineInput, Span, SpanBar, Spans};
use crate::chart::labels::{Anchor, Label, Layout, TextStyle, join};
use crate::chart::round;
use crate::chart::text::{LabelText, TEXT_SIZE, wrap};

/// Where the title stands, px under the time axis.
const TITLE: f64 = 56.;
/// From the title to the name of the first bar, and from one name to the next.
const FIRST: f64 = 26.;
const ROW: f64 = 38.;
/// From a name to the upper edge of its bar, and below the last bar.
const UNDER_NAME: f64 = 6.;
const FOOT: f64 = 24.;
/// A bar is at least this wide, in percent: what took a day is seen.
const LEAST: f64 = 0.5;

/// Adds the bars, their names and the room for them.
pub fn draw(chart: &mut LineChart, input: &LineInput, frame: &Frame) {
    let Some(spans) = &input.spans else { return };
    let rows: Vec<(&Span, SpanBar)> =
        spans.rows.iter().filter_map(|span| Some((span, bar(span, spans, frame)?))).collect();
    if rows.is_empty() || !frame.has_time() {
        return;
    }
    let title = BOTTOM + TITLE;
    let lines = |layout: Layout| -> Vec<Label> {
        let mut labels = vec![line(&spans.title, layout, 0., Anchor::Start, title, TextStyle::Strong)];
        for (index, (span, bar)) in rows.iter().enumerate() {
            let (x, anchor) = name_at(bar);
            let y = title + FIRST + ROW * index as f64;
            labels.push(line(&span.label, layout, x, anchor, y, TextStyle::Plain));
        }
        labels.into_iter().flatten().collect()
    };
    chart.labels.extend(join(lines(Layout::Wide), lines(Layout::Narrow)));
    for (index, (_, bar)) in rows.into_iter().enumerate() {
        chart.spans.push(SpanBar { y: title + FIRST + ROW * index as f64 + UNDER_NAME, ..bar });
    }
    let end = title + FIRST + ROW * (chart.spans.len() - 1) as f64 + FOOT;
    let now = frame.time.clamped(spans.now);
    if !now.outside {
        let x = round(now.position);
        chart.now = Some((x, title + FIRST - TEXT_SIZE, end));
        let anchor = if x > 80. { Anchor::End } else { Anchor::Middle };
        let label = |layout| Label {
            text: spans.now_label.clone(),
            x,
            dx: 0.,
            y: round(end + TEXT_SIZE + 2.),
            anchor,
            style: TextStyle::Plain,
            layout: Some(layout),
        };
        chart.labels.extend(join(vec![label(Layout::Wide)], vec![label(Layout::Narrow)]));
    }
    chart.height = end + if chart.now.is_some() { TEXT_SIZE + 10. } else { 0. };
}

/// `None` if it lies outside the years of the chart.
fn bar(span: &Span, spans: &Spans, frame: &Frame) -> Option<SpanBar> {
    let end = span.to.filter(|to| to.is_finite()).unwrap_or(f64::MAX).max(span.from);
    let (start, stop) = (frame.time.clamped(span.from), frame.time.clamped(end));
    let nowhere =
        !span.from.is_finite() || start.outside && start.position >= 100. || stop.outside && stop.position <= 0.;
    if nowhere {
        return None;
    }
    let part = |from: f64, to: f64| -> Option<(f64, f64)> {
        let (x, end) = (frame.time.clamped(from).position, frame.time.clamped(to).position);
        let x = x.min(100. - LEAST);
        (to >= from).then(|| (round(x), round((end - x).max(LEAST))))
    };
    // What has no end goes on, but nobody has planned it.
    let planned = span.to.and_then(|to| (to > spans.now).then(|| part(span.from.max(spans.now), to))).flatten();
    let done = (span.from <= spans.now).then(|| part(span.from, end.min(spans.now))).flatten();
    (done.is_some() || planned.is_some()).then_some(SpanBar { y: 0., done, planned })
}

/// The name begins with the bar in the left half, and ends with it in the right half.
fn name_at(bar: &SpanBar) -> (f64, Anchor) {
    let parts = || [bar.done, bar.planned].into_iter().flatten();
    let start = parts().map(|(x, _)| x).fold(100., f64::min);
    let end = parts().map(|(x, width)| x + width).fold(0., f64::max);
    if start <= 50. { (start, Anchor::Start) } else { (round(end), Anchor::End) }
}

/// One line of text, cut where the narrowest page of the layout has no room.
fn line(text: &LabelText, layout: Layout, x: f64, anchor: Anchor, y: f64, style: TextStyle) -> Option<Label> {
    let narrowest = layout.plot_widths().iter().copied().fold(f64::INFINITY, f64::min);
    let room = match anchor {
        Anchor::Start => narrowest * (1. - x / 100.) + layout.end_margin(),
        Anchor::Middle | Anchor::End => narrowest * x / 100.,
    };
    let words = match layout {
        Layout::Wide => text.wide.join(" "),
        Layout::Narrow => text.narrow.join(" "),
    };
    let text = wrap(&[words], room / style.scale(), TEXT_SIZE, 1).into_iter().next()?;
    Some(Label { text, x, dx: 0., y: round(y), anchor, style, layout: Some(layout) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::line::{Point, Wording, line as chart_of};
    use crate::chart::reading::Reading;

    /// Start and width in percent.
    type Part = Option<(f64, f64)>;

    /// Spans as (from, to) in a chart of 2020 to 2030 whose now is 2025, and the bars as (done, planned).
    #[track_caller]
    fn check(rows: &[(f64, Option<f64>)], expected: &[(Part, Part)]) {
        let chart = drawn(rows);
        let bars: Vec<_> = chart.spans.iter().map(|bar| (bar.done, bar.planned)).collect();
        assert_eq!(bars, expected);
        assert!(!format!("{chart:?}").contains("NaN"));
        assert!(chart.spans.iter().all(|bar| bar.y > chart.bottom && bar.y < chart.height));
    }

    fn drawn(rows: &[(f64, Option<f64>)]) -> LineChart {
        let point = |at: f64| Point {
            at,
            period: at.to_string(),
            label: "5".into(),
            reading: Reading::of(5.),
            was: None,
            break_before: None,
        };
        let rows = rows.iter().map(|&(from, to)| Span { from, to, label: "A name that is rather long".into() });
        let spans = Spans { title: "What we did".into(), now: 2025., now_label: "Now".into(), rows: rows.collect() };
        let input = LineInput { points: vec![point(2020.), point(2030.)], spans: Some(spans), ..LineInput::default() };
        let wording =
            Wording { tick: &|value, _| value.to_string(), year: &|year| year.to_string(), gap: &|_, _| "".into() };
        chart_of(&input, &wording)
    }

    #[test]
    fn what_is_planned_is_another_mark() {
        check(&[(2022., Some(2027.))], &[(Some((20., 30.)), Some((50., 20.)))]);
        check(&[(2026., Some(2028.))], &[(None, Some((60., 20.)))]);
        check(&[(2021., Some(2024.))], &[(Some((10., 30.)), None)]);
    }

    #[test]
    fn without_an_end_it_goes_on_until_today() {
        check(&[(2022., None)], &[(Some((20., 30.)), None)]);
        check(&[(2026., None)], &[]);
    }

    #[test]
    fn what_lies_outside_is_cut_or_left_out() {
        check(&[(2010., Some(2022.))], &[(Some((0., 20.)), None)]);
        check(&[(2010., Some(2012.)), (2031., Some(2032.)), (f64::NAN, None)], &[]);
        check(&[(2024., Some(2040.))], &[(Some((40., 10.)), Some((50., 50.)))]);
    }

    #[test]
    fn one_day_is_seen() {
        check(&[(2023., Some(2023.))], &[(Some((30., 0.5)), None)]);
    }

    #[test]
    fn the_picture_grows_by_the_rows() {
        let (one, two) = (drawn(&[(2022., None)]), drawn(&[(2022., None), (2023., None)]));
        assert_eq!(two.height - one.height, ROW);
        assert_eq!(drawn(&[]).height, super::super::frame::HEIGHT);
        assert!(one.now.is_some() && drawn(&[]).now.is_none());
    }

    #[test]
    fn names_end_with_bars_of_the_right_half() {
        let anchor = |rows: &[(f64, Option<f64>)]| {
            drawn(rows).labels.iter().find(|label| label.text.starts_with("A name")).map(|label| label.anchor)
        };
        assert_eq!(anchor(&[(2021., None)]), Some(Anchor::Start));
        assert_eq!(anchor(&[(2026., Some(2028.))]), Some(Anchor::End));
    }
}

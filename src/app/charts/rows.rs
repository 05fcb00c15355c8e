//! Charts of rows: dot plots and bars.

use super::parts::{band, circle, level, picture, rule, texts, upright, words};
use super::percent;
use crate::app::html::{Element, Html, Piece, svg};
use crate::chart::rows::{BAR, BASELINE_RADIUS, GapMark, LATEST_RADIUS, RowChart, RowMarks, Tick};

/// A dot plot or bars. It stands in a `figure.fig`, whose width chooses between the two sets of labels; heading,
/// caption and table of the figure are the page's. An empty chart draws nothing.
pub fn rows_figure(chart: RowChart, title: String, description: String, id: &'static str) -> impl Piece {
    (!chart.empty).then(|| {
        let RowChart { height, top, bottom, .. } = chart;
        let ticks = chart.ticks.into_iter().map(|tick| tick_view(tick, top, bottom)).collect::<Html>();
        let rows = chart.rows.into_iter().map(|row| row_view(row, id)).collect::<Html>();
        let marks = (
            ticks,
            chart.zero.map(|x| upright("axis", x, (top, bottom))),
            chart.total.map(|x| upright("rows__total", x, (top, bottom))),
            chart.gap.map(gap),
            rows,
            rule("axis", ("0", "100%"), (bottom, bottom)),
            texts(chart.labels),
        );
        picture("rows", height, title, description, id, marks)
    })
}

fn tick_view(tick: Tick, top: f64, bottom: f64) -> Html {
    let Tick { x, label, anchor } = tick;
    let text = label.map(|text| words(None, (x, bottom + 18.), anchor, text));
    (upright("grid", x, (top, bottom)), text).html()
}

fn row_view(row: RowMarks, id: &str) -> Html {
    let y = row.y;
    let is_bar = row.bar.is_some();
    let run = row.value.zip(row.baseline).filter(|_| !is_bar);
    let latest = if row.is_open { "dot dot--prov" } else { "dot dot--now" };
    (
        row.band.map(|height| band(y, height, id)),
        row.bar.map(|bar| bar_view(bar, y, row.is_open)),
        run.map(|ends| level("rows__run", ends, y)),
        row.target.map(|x| {
            // On a bar, a mark needs paper around it.
            (is_bar.then(|| upright("under", x, (y - 9., y + 9.))), upright("goalmark", x, (y - 10., y + 10.)))
        }),
        row.interval.map(|ends| interval(ends, y, is_bar)),
        row.baseline.map(|x| circle("dot dot--base", (x, y), BASELINE_RADIUS)),
        row.value.filter(|_| !is_bar).map(|x| circle(latest, (x, y), LATEST_RADIUS)),
    )
        .html()
}

fn bar_view((x, width): (f64, f64), y: f64, is_open: bool) -> Element {
    svg("rect")
        .class(if is_open { "bar bar--open" } else { "bar" })
        .attr("x", percent(x))
        .attr("width", percent(width))
        .attr("y", y - BAR / 2.)
        .attr("height", BAR)
}

fn interval((low, high): (f64, f64), y: f64, is_bar: bool) -> Html {
    let under = is_bar.then(|| level("under under--thin", (low, high), y));
    let caps = [low, high].map(|x| upright("whisker", x, (y - 5., y + 5.)));
    (under, level("whisker", (low, high), y), Vec::from(caps)).html()
}

fn gap(gap: GapMark) -> Html {
    let GapMark { y, left, right } = gap;
    let ends = [left, right].map(|(x, from)| upright("rows__reach", x, (from, y + 4.)));
    (Vec::from(ends), level("rows__gap", (left.0, right.0), y)).html()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::reading::{Absence, PointMark, Reading};
    use crate::chart::rows::{Gap, Row, RowsInput, Total, bars, dots};

    fn example(mark: PointMark) -> RowsInput {
        let row = |name: &str, value: f64| Row {
            name: name.into(),
            label: format!("{value}%"),
            reading: Reading::Known { value, interval: Some((value - 2., value + 2.)), mark },
            baseline: Some(value - 6.),
            target: Some(70.),
            missing: String::new(),
        };
        let silent = Reading::Absent(Absence::Withheld);
        let withheld = Row { reading: silent, missing: "Withheld <10".into(), ..row("Mostly Hmong", 0.) };
        RowsInput {
            rows: vec![row("Low income", 41.), row("Others", 67.5), withheld],
            total: Some(Total { value: 56.2, label: "All 56.2%".into() }),
            gap: Some(Gap { between: (0, 1), label: "26.5 points".into() }),
            whole: false,
        }
    }

    fn html(chart: RowChart) -> String {
        rows_figure(chart, "Groups".into(), "Two groups.".into(), "groups").html().to_text()
    }

    fn tick(value: f64, _: usize) -> String {
        value.to_string()
    }

    #[track_caller]
    fn check(chart: RowChart, contains: &[&str], lacks: &[&str]) {
        let html = html(chart);
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
            r#"<div class="rows" dir="ltr">"#,
            r#"role="img" aria-labelledby="groups-title groups-desc""#,
            r#"<title id="groups-title">Groups</title>"#,
            r#"<desc id="groups-desc">Two groups.</desc>"#,
        ];
        check(dots(&example(PointMark::Final), &tick), &parts, &["style=", "NaN", "viewBox"]);
    }

    #[test]
    fn each_meaning_has_its_mark() {
        let marks = [
            "dot--now",
            "dot--base",
            "rows__run",
            "goalmark",
            "whisker",
            "rows__total",
            "rows__gap",
            "url(#groups-hatch)",
        ];
        check(dots(&example(PointMark::Final), &tick), &marks, &["dot--prov", "\"bar", "under"]);
        check(dots(&example(PointMark::Estimated), &tick), &["dot--prov"], &["dot--now"]);
    }

    #[test]
    fn bars_have_no_dot_of_the_latest() {
        let marks = ["\"bar\"", "dot--base", "goalmark", "whisker", "under", "url(#groups-hatch)"];
        check(bars(&example(PointMark::Final), &tick), &marks, &["dot--now", "bar--open", "rows__run"]);
        check(bars(&example(PointMark::Provisional), &tick), &["bar bar--open"], &["dot--prov"]);
    }

    #[test]
    fn labels_are_text() {
        check(bars(&example(PointMark::Final), &tick), &["Withheld &lt;10", "26.5 points", "All 56.2%"], &["<10"]);
    }

    #[test]
    fn an_empty_chart_draws_nothing() {
        check(dots(&RowsInput::default(), &tick), &[], &["svg", "div"]);
    }
}

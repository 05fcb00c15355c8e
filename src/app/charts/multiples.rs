//! Small multiples.

use super::parts::{circle, level, rule, shape, words};
use super::view_box;
use crate::app::html::{Element, Html, Piece, el, svg};
use crate::chart::labels::Anchor;
use crate::chart::multiples::{HEIGHT, Multiples, PanelMarks, TARGET_BAR};

/// A rule with a zigzag, from the top of a panel to its foot.
const BREAK: &str = "M0 20V43l-3 2 6 4 -6 4 6 4 -3 2V84";

/// Small multiples, as a list in a `figure.fig`. Name, value and note of each panel are text; its picture is hidden
/// from assistive technology. Without panels nothing is drawn.
pub fn multiples_figure(chart: Multiples, title: String, description: String, id: &'static str) -> impl Piece {
    (!chart.empty).then(|| {
        let description_id = format!("{id}-desc");
        let Multiples { ticks, total, panels, .. } = chart;
        let panels = panels.into_iter().map(|it| panel(it, &ticks, &total)).collect::<Html>();
        (
            el("p").class("vh").attr("id", description_id.clone()).child(description),
            el("ul")
                .class("multiples")
                .attr("role", "list")
                .attr("aria-label", title)
                .attr("aria-describedby", description_id)
                .child(panels),
        )
    })
}

fn panel(mut panel: PanelMarks, ticks: &[(f64, String)], total: &str) -> Element {
    let text = |class, text: String| (el("span").class(class).attr("dir", "auto").child(text), " ").html();
    let head = el("p")
        .class("mult__h")
        .child(text("mult__name", std::mem::take(&mut panel.name)))
        .child(text("num", std::mem::take(&mut panel.label)));
    let note = Some(std::mem::take(&mut panel.note)).filter(|note| !note.is_empty());
    let picture = match panel.missing.take() {
        Some(missing) => el("p").class("withheld").attr("dir", "auto").child(missing),
        None => picture(panel, ticks, total),
    };
    el("li")
        .child(head)
        .child(picture)
        .child(note.map(|note| el("p").class("meta num").attr("dir", "auto").child(note)))
}

fn picture(panel: PanelMarks, ticks: &[(f64, String)], total: &str) -> Element {
    let path = |class, path: String| (!path.is_empty()).then(|| svg("path").class(class).attr("d", path));
    let tick = |(index, (y, text)): (usize, &(f64, String))| {
        // The lowest stands below its line and the highest above: between them is the history.
        let at = if index == 0 { y + 15. } else { y - 6. };
        (rule("grid", ("0", "100%"), (*y, *y)), words(None, (0., at), Anchor::Start, text.clone()))
    };
    let latest = if panel.is_open { "dot dot--prov" } else { "dot dot--now" };
    svg("svg")
        .class("mult")
        .attr("height", HEIGHT)
        .attr("direction", "ltr")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(ticks.iter().enumerate().map(tick).collect::<Html>())
        .child(panel.breaks.into_iter().map(|x| shape("break", (x, 0.), BREAK)).collect::<Html>())
        .child(
            svg("svg")
                .attr("viewBox", view_box(HEIGHT))
                .attr("height", HEIGHT)
                .attr("preserveAspectRatio", "none")
                .child(path("mult__total", total.to_string()))
                .child(path("hist hist--old", panel.old_path))
                .child(path("hist", panel.path)),
        )
        .child(panel.alone.into_iter().map(|at| circle("pt", at, 2.5)).collect::<Html>())
        .child(panel.baseline.map(|at| circle("dot dot--base", at, 3.5)))
        .child(panel.latest.map(|at| circle(latest, at, 5.)))
        .child(panel.target.map(|y| level("goalmark", TARGET_BAR, y)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::multiples::{MultiplesInput, Panel, multiples};
    use crate::chart::reading::{PointMark, Reading};
    use crate::chart::spark::SparkPoint;

    fn panel(values: &[f64]) -> Panel {
        let point = |(n, value): (usize, &f64)| {
            let reading = Reading::Known { value: *value, interval: None, mark: PointMark::Provisional };
            SparkPoint { at: 2020. + n as f64, reading, break_before: n == 2 }
        };
        Panel {
            name: "Hill <Street>".into(),
            label: "50.0%".into(),
            points: values.iter().enumerate().map(point).collect(),
            baseline: Some(0),
            target: Some(70.),
            missing: "Not collected".into(),
            ..Panel::default()
        }
    }

    #[track_caller]
    fn check(panels: Vec<Panel>, contains: &[&str], lacks: &[&str]) {
        let total = vec![(2020., Some(50.)), (2023., Some(52.))];
        let chart = multiples(&MultiplesInput { panels, total, whole: true }, &|value, _| format!("{value}%"));
        let html = multiples_figure(chart, "Places".into(), "One scale.".into(), "places").html().to_text();
        for part in contains {
            assert!(html.contains(part), "{part} is not in {html}");
        }
        for part in lacks {
            assert!(!html.contains(part), "{part} is in {html}");
        }
    }

    #[test]
    fn each_meaning_has_its_mark() {
        let classes = ["\"hist\"", "hist--old", "mult__total", "dot--base", "dot--prov", "goalmark", "break", "grid"];
        check(vec![panel(&[40., 45., 50., 52.])], &classes, &["style=", "NaN", "withheld", "dot--now"]);
    }

    #[test]
    fn names_and_values_are_text() {
        let parts = ["Hill &lt;Street&gt;", "50.0%", "aria-label=\"Places\"", "id=\"places-desc\">One scale."];
        check(vec![panel(&[40., 45.])], &parts, &["<Street>", "meta"]);
        check(
            vec![Panel { note: "86 of 188".into(), ..panel(&[40.]) }],
            &["<p class=\"meta num\" dir=\"auto\">86 of 188"],
            &[],
        );
    }

    #[test]
    fn a_panel_without_a_figure_says_why() {
        check(vec![panel(&[])], &["<p class=\"withheld\" dir=\"auto\">Not collected"], &["<svg"]);
    }

    #[test]
    fn without_panels_nothing_is_drawn() {
        check(vec![], &[], &["ul", "<p"]);
    }
}

//! The sparkline beside a number.

use super::parts::{circle, level};
use super::{percent, view_box};
use crate::app::html::{Html, Piece, svg};
use crate::chart::spark::{Spark, TARGET_BAR};

/// A sparkline. It is hidden from assistive technology: the number and the sentence beside it are the content.
pub fn sparkline(spark: Spark) -> impl Piece {
    let Spark { height, path, alone, baseline, latest, latest_is_open, target, reach } = spark;
    let now = if latest_is_open { "dot dot--prov" } else { "dot dot--now" };
    svg("svg")
        .class("spark")
        .attr("height", height)
        .attr("direction", "ltr")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(
            svg("svg")
                .attr("viewBox", view_box(height))
                .attr("height", height)
                .attr("preserveAspectRatio", "none")
                .child(svg("path").class("spark__line").attr("d", path)),
        )
        .child(reach.map(|((x1, y1), (x2, y2))| {
            svg("line")
                .class("spark__reach")
                .attr("x1", percent(x1))
                .attr("y1", y1)
                .attr("x2", percent(x2))
                .attr("y2", y2)
        }))
        .child(alone.into_iter().map(|place| circle("pt", place, 2.5)).collect::<Html>())
        .child(baseline.map(|place| circle("dot dot--base", place, 3.)))
        .child(latest.map(|place| circle(now, place, 3.75)))
        .child(target.map(|y| level("goalmark", TARGET_BAR, y)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::reading::{PointMark, Reading};
    use crate::chart::spark::{SparkPoint, SparkSize, spark};

    #[track_caller]
    fn check(points: &[SparkPoint], target: Option<f64>, contains: &[&str], lacks: &[&str]) {
        let html = sparkline(spark(points, Some(0), target, SparkSize::Small)).html().to_text();
        for part in contains {
            assert!(html.contains(part), "{part} is not in {html}");
        }
        for part in lacks {
            assert!(!html.contains(part), "{part} is in {html}");
        }
    }

    fn point(at: f64, mark: PointMark) -> SparkPoint {
        SparkPoint { at, reading: Reading::Known { value: at, interval: None, mark }, break_before: false }
    }

    #[test]
    fn draws_history_baseline_latest_and_target() {
        let points = [point(2021., PointMark::Final), point(2025., PointMark::Final)];
        let parts = [
            r#"class="spark__line" d="M0 38L800 8""#,
            r#"<circle class="dot dot--base" cx="0%" cy="38" r="3""#,
            r#"<circle class="dot dot--now" cx="80%" cy="8" r="3.75""#,
            "goalmark",
        ];
        check(&points, Some(2025.), &parts, &["dot--prov", "style="]);
    }

    #[test]
    fn a_provisional_latest_is_a_ring() {
        let points = [point(2021., PointMark::Final), point(2025., PointMark::Provisional)];
        check(&points, None, &["dot dot--prov"], &["dot--now", "goalmark", "spark__reach"]);
    }

    #[test]
    fn nothing_known_is_an_empty_picture() {
        check(&[], None, &[r#"height="46""#, r#"aria-hidden="true""#], &["circle", "NaN"]);
    }
}

//! The sparkline beside a number.

use leptos::prelude::*;

use super::{percent, view_box};
use crate::chart::spark::{Spark, TARGET_BAR};

/// A sparkline. It is hidden from assistive technology: the number and the sentence beside it are the content.
#[component]
pub fn Sparkline(
    /// The geometry.
    spark: Spark,
) -> impl IntoView {
    let Spark { height, path, alone, baseline, latest, latest_is_open, target, reach } = spark;
    let (x1, x2) = TARGET_BAR;
    let now = if latest_is_open { "dot dot--prov" } else { "dot dot--now" };
    view! {
        <svg class="spark" height=height direction="ltr" aria-hidden="true" focusable="false">
            <svg viewBox=view_box(height) height=height preserveAspectRatio="none">
                <path class="spark__line" d=path />
            </svg>
            {reach
                .map(|((x1, y1), (x2, y2))| {
                    view! { <line class="spark__reach" x1=percent(x1) y1=y1 x2=percent(x2) y2=y2 /> }
                })}
            {alone.into_iter().map(|(x, y)| view! { <circle class="pt" cx=percent(x) cy=y r="2.5" /> }).collect_view()}
            {baseline.map(|(x, y)| view! { <circle class="dot dot--base" cx=percent(x) cy=y r="3" /> })}
            {latest.map(|(x, y)| view! { <circle class=now cx=percent(x) cy=y r="3.75" /> })}
            {target.map(|y| view! { <line class="goalmark" x1=percent(x1) x2=percent(x2) y1=y y2=y /> })}
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::reading::{PointMark, Reading};
    use crate::chart::spark::{SparkPoint, SparkSize, spark};

    #[track_caller]
    fn check(points: &[SparkPoint], target: Option<f64>, contains: &[&str], lacks: &[&str]) {
        let html = Sparkline(SparklineProps { spark: spark(points, Some(0), target, SparkSize::Small) }).to_html();
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
            r#"d="M0 38L800 8" class="spark__line""#,
            r#"<circle cx="0%" cy="38" r="3" class="dot dot--base""#,
            r#"<circle cx="80%" cy="8" r="3.75" class="dot dot--now""#,
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

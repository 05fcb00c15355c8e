//! The way from a baseline to a target, for a table.

use super::parts::{circle, level, shape, upright, words};
use crate::app::html::{Html, Piece, svg};
use crate::chart::labels::Anchor;
use crate::chart::scale::Clamped;
use crate::chart::track::{BASELINE_AT, HEIGHT, TARGET_AT, Tone, Track};

const MIDDLE: f64 = HEIGHT / 2.;
const RADIUS: f64 = 5.5;
const ENDS: (f64, f64) = (2., HEIGHT - 2.);

/// A way. It is hidden from assistive technology: the share and the verdict beside it are the content.
pub fn track_view(track: Track) -> impl Piece {
    let (run, now) = match track.tone {
        Tone::Good => ("way__run way__run--good", "way__now way__now--good"),
        Tone::Slow => ("way__run way__run--slow", "way__now way__now--slow"),
        Tone::Away => ("way__run way__run--away", "way__now way__now--away"),
        Tone::Neutral => ("way__run", "way__now"),
    };
    let is_open = track.is_open;
    let latest = move |latest: Clamped| {
        let at = (latest.position, MIDDLE);
        match (latest.outside, latest.position < BASELINE_AT) {
            (false, _) => (circle(now, at, RADIUS), is_open.then(|| circle("way__open", at, 2.5))).html(),
            (true, false) => shape(now, at, "M-5 -7L6 0L-5 7Z").html(),
            (true, true) => shape(now, at, "M5 -7L-6 0L5 7Z").html(),
        }
    };
    // Where it was due beyond an end, the tick is at the end: that it should be farther off changes nothing there.
    let due = track.due.map(|due| upright("way__due", due.position, ENDS));
    let end = track.latest.map(|latest| latest.position);
    let first = end.map_or(BASELINE_AT, |end| end.min(BASELINE_AT));
    svg("svg")
        .class("way__svg")
        .attr("height", HEIGHT)
        .attr("direction", "ltr")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(level("way__rail", (first, TARGET_AT), MIDDLE))
        .child(upright("way__zero", BASELINE_AT, (3., HEIGHT - 3.)))
        .child(end.map(|end| level(run, (BASELINE_AT, end), MIDDLE)))
        .child(due)
        .child(upright("goalmark", TARGET_AT, ENDS))
        .child(track.latest.map(latest))
}

/// Names above a column of ways: over the baseline, over the target, and over what is worse than the baseline.
pub fn track_axis(baseline: String, target: String, worse: String) -> impl Piece {
    let name = |class: Option<&str>, x, anchor, text| words(class.map(String::from), (x, 12.), anchor, text);
    let names: Html = [
        name(None, BASELINE_AT, Anchor::Middle, baseline),
        name(None, TARGET_AT, Anchor::End, target),
        name(Some("way__worse"), 0., Anchor::Start, worse),
    ]
    .into_iter()
    .collect();
    svg("svg").class("way__svg").attr("height", "18").attr("direction", "ltr").child(names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::track::{TrackInput, track};

    #[track_caller]
    fn check(share: Option<f64>, tone: Tone, contains: &[&str], lacks: &[&str]) {
        let html = track_view(track(TrackInput { share, due: Some(0.5), tone, is_open: false })).html().to_text();
        for part in contains {
            assert!(html.contains(part), "{part} is not in {html}");
        }
        for part in lacks {
            assert!(!html.contains(part), "{part} is in {html}");
        }
    }

    #[test]
    fn runs_from_the_baseline_to_the_latest() {
        let parts = [
            r#"aria-hidden="true""#,
            r#"class="way__run way__run--good" x1="33.33%" x2="46.66%""#,
            r#"class="way__now way__now--good" cx="46.66%""#,
            r#"class="way__due" x1="66.66%""#,
            "goalmark",
        ];
        check(Some(0.2), Tone::Good, &parts, &["<path", "style=", "NaN"]);
    }

    #[test]
    fn what_is_farther_off_is_an_arrow() {
        check(Some(2.), Tone::Good, &["M-5 -7L6 0L-5 7Z"], &["<circle"]);
        check(Some(-2.), Tone::Away, &["M5 -7L-6 0L5 7Z", "way__run--away"], &["<circle"]);
    }

    #[test]
    fn without_a_share_there_is_the_rail() {
        check(None, Tone::Neutral, &["way__rail", "goalmark"], &["way__run", "way__now"]);
    }

    #[test]
    fn an_open_figure_is_a_ring() {
        let input = TrackInput { share: Some(0.2), due: None, tone: Tone::Slow, is_open: true };
        assert!(track_view(track(input)).html().to_text().contains("way__open"));
    }

    #[test]
    fn the_axis_names_its_ends() {
        let html = track_axis("Baseline".into(), "Target".into(), "Moving away".into()).html().to_text();
        assert!(html.contains("Baseline") && html.contains("Target") && html.contains("Moving away"), "{html}");
    }
}

//! Shares of a whole.

use super::parts::{band, inside, picture, texts, upright};
use super::percent;
use crate::app::html::{Element, Html, Piece, svg};
use crate::chart::shares::{BAR, Leader, Segment, ShareChart};
use crate::chart::track::Tone;

/// Bars of shares. They stand in a `figure.fig`, whose width chooses between the two sets of labels; heading, caption
/// and table of the figure are the page's. An empty chart draws nothing.
pub fn shares_figure(chart: ShareChart, title: String, description: String, id: &'static str) -> impl Piece {
    (!chart.empty).then(|| {
        let marks = (
            chart.bands.into_iter().map(|(y, height)| band(y, height, id)).collect::<Html>(),
            chart.segments.into_iter().map(segment).collect::<Html>(),
            chart.leaders.into_iter().map(leader).collect::<Html>(),
            inside(chart.inside),
            texts(chart.labels),
        );
        picture("rows rows--full", chart.height, title, description, id, marks)
    })
}

fn segment(segment: Segment) -> Element {
    let Segment { x, width, y, series, tone, is_open } = segment;
    let fill = match (tone, series) {
        (Some(Tone::Good), _) => "share share--good",
        (Some(Tone::Slow), _) => "share share--slow",
        (Some(Tone::Away), _) => "share share--away",
        (Some(Tone::Neutral), _) => "share share--none",
        (None, 0) => "share",
        (None, 1) => "share share--2",
        (None, 2) => "share share--3",
        (None, 3) => "share share--4",
        // Two grays by turns: the paper between is thin.
        (None, n) if n % 2 == 0 => "share share--other",
        (None, _) => "share share--none",
    };
    let (from, height) = if is_open { (y - BAR / 2. + 3., BAR - 6.) } else { (y - BAR / 2., BAR) };
    svg("rect").class(fill).attr("x", percent(x)).attr("width", percent(width)).attr("y", from).attr("height", height)
}

fn leader(leader: Leader) -> Element {
    upright(if leader.is_wide { "axis w" } else { "axis n" }, leader.x, (leader.from, leader.to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::reading::Reading;
    use crate::chart::shares::{Part, ShareRow, shares};

    #[track_caller]
    fn check(values: &[f64], tone: Option<Tone>, contains: &[&str], lacks: &[&str]) {
        let part =
            |value: &f64| Part { name: "<a>".into(), label: format!("{value}%"), reading: Reading::of(*value), tone };
        let rows: &[ShareRow] = &[ShareRow {
            name: "2025".into(),
            parts: values.iter().map(part).collect(),
            missing: "Not all known".into(),
        }];
        let chart = shares(if values.is_empty() { &[] } else { rows });
        let html = shares_figure(chart, "Ways".into(), "To school.".into(), "ways").html().to_text();
        for part in contains {
            assert!(html.contains(part), "{part} is not in {html}");
        }
        for part in lacks {
            assert!(!html.contains(part), "{part} is in {html}");
        }
    }

    #[test]
    fn four_colours_then_grays() {
        let classes = ["\"share\"", "share--2", "share--3", "share--4", "share--other", "share--none"];
        check(&[10.; 6], None, &classes, &["style=", "NaN", "viewBox"]);
    }

    #[test]
    fn a_judgement_has_its_colour() {
        check(&[50., 50.], Some(Tone::Slow), &["share share--slow"], &["share--2"]);
    }

    #[test]
    fn texts_stand_on_the_bar_or_below_it() {
        check(&[98., 2.], None, &["class=\"on-fill\"", "&lt;a&gt; 98%", "axis w", "axis n"], &["<a>"]);
    }

    #[test]
    fn has_a_name_and_a_description() {
        check(&[1.], None, &[r#"aria-labelledby="ways-title ways-desc""#, "To school."], &[]);
    }

    #[test]
    fn a_bar_that_is_not_known_says_why() {
        check(&[1., f64::NAN], None, &["url(#ways-hatch)", "Not all known"], &["\"share"]);
    }

    #[test]
    fn an_empty_chart_draws_nothing() {
        check(&[], None, &[], &["svg", "div"]);
    }
}

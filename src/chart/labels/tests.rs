use super::place::{Block, crosses};
use super::*;

/// Pairs of labels of one layout that overlap at one of its widths, and labels outside the plot: for tests of charts.
pub(in crate::chart) fn faults(labels: &[Label], layout: Layout, bottom: f64) -> Vec<String> {
    let shown: Vec<&Label> = labels.iter().filter(|label| label.layout.is_none_or(|only| only == layout)).collect();
    let mut faults = Vec::new();
    for &plot in layout.plot_widths() {
        // Measured on the ink of a line, from the top of its capitals to its baseline, not by the code under test.
        let ink = |label: &Label| {
            let width = label.style.width(&label.text);
            let at = label.x / 100. * plot + label.dx;
            let left = match label.anchor {
                Anchor::Start => at,
                Anchor::Middle => at - width / 2.,
                Anchor::End => at - width,
            };
            (left, left + width, label.y - 0.75 * label.style.size(), label.y + 1.)
        };
        for (index, label) in shown.iter().enumerate() {
            let (left, right, top, foot) = ink(label);
            if left < -OVER_THE_EDGE - 0.1 || right > plot + layout.end_margin() + 0.1 || top < 0. || foot > bottom {
                faults.push(format!("outside at {plot}: {label:?}"));
            }
            for other in &shown[index + 1..] {
                let (l, r, t, f) = ink(other);
                if left < r && l < right && top < f && t < foot {
                    faults.push(format!("overlap at {plot}: {label:?} {other:?}"));
                }
            }
        }
    }
    faults
}

fn request(text: &str, rank: u8, spots: Vec<Spot>, tolerance: Option<f64>) -> Request {
    Request { forms: vec![vec![(text.to_string(), TextStyle::Value)]], last_resort: None, rank, spots, tolerance }
}

/// What was placed, in the order of placing, as `text@y`.
#[track_caller]
fn check(requests: Vec<Request>, obstacles: &[Obstacle], expected: &[&str]) {
    let labels = place(requests, obstacles, Layout::Narrow, 0., 300.);
    let found: Vec<String> = labels.iter().map(|label| format!("{}@{}", label.text, label.y)).collect();
    assert_eq!(found, expected);
    assert_eq!(faults(&labels, Layout::Narrow, 300.), Vec::<String>::new());
}

const SIDES: [Side; 2] = [Side::Above, Side::Below];

fn line(y: f64, weight: f64) -> Obstacle {
    Obstacle { from: (0., y), to: (100., y), weight }
}

#[test]
fn takes_the_first_spot() {
    check(vec![request("50.4", 1, around(50., 100., 5., &SIDES), Some(0.))], &[], &["50.4@87.68"]);
}

#[test]
fn moves_off_a_line() {
    check(vec![request("50.4", 1, around(50., 100., 5., &SIDES), Some(9.))], &[line(85., 6.)], &["50.4@121.68"]);
}

#[test]
fn is_dropped_where_every_spot_covers_a_line() {
    let lines = [line(85., 6.), line(115., 6.)];
    check(vec![request("50.4", 1, around(50., 100., 5., &SIDES), Some(5.))], &lines, &[]);
}

#[test]
fn the_important_one_is_placed_first() {
    let spots = around(50., 100., 5., &[Side::Above]);
    check(vec![request("low", 9, spots.clone(), Some(5.)), request("high", 1, spots, Some(5.))], &[], &["high@87.68"]);
}

#[test]
fn what_may_not_be_dropped_moves() {
    let spots = around(50., 100., 5., &[Side::Above]);
    check(vec![request("a", 1, spots.clone(), None), request("b", 2, spots, None)], &[], &["a@87.68", "b@105.68"]);
}

#[test]
fn what_may_not_be_dropped_moves_into_the_plot() {
    let spots = vec![Spot { x: 100., dx: 50., anchor: Anchor::Start, y: 900., rise: Rise::Below }];
    assert_eq!(place(vec![request("a", 1, spots, None)], &[], Layout::Narrow, 0., 300.).len(), 1);
}

#[test]
fn breaks_into_more_lines_where_one_would_not_fit() {
    let form = |lines: &[&str]| lines.iter().map(|line| (line.to_string(), TextStyle::Plain)).collect();
    let forms = vec![form(&["a rather long label, longer than half"]), form(&["a rather long", "label"])];
    let spots = vec![Spot { x: 60., dx: 0., anchor: Anchor::Start, y: 50., rise: Rise::Below }];
    check(
        vec![Request { forms, last_resort: None, rank: 1, spots, tolerance: Some(0.) }],
        &[],
        &["a rather long@62.68", "label@78.68"],
    );
}

#[test]
fn what_fits_in_no_form_is_cut_to_its_last_resort() {
    let text = |text: &str| vec![(text.to_string(), TextStyle::Plain)];
    let long = "a label that is wider than the whole of the narrowest plot";
    let spots = around(50., 100., 5., &SIDES);
    let request =
        Request { forms: vec![text(long)], last_resort: Some(text("a label…")), rank: 1, spots, tolerance: None };
    check(vec![request], &[], &["a label…@87.68"]);
}

#[test]
fn keeps_inside_the_plot() {
    check(vec![request("a label", 1, around(100., 100., 5., &[Side::Right]), Some(9.))], &[], &[]);
    check(vec![request("a label", 1, around(50., 5., 5., &[Side::Above]), Some(9.))], &[], &[]);
}

#[test]
fn the_wide_layout_has_room_at_the_right() {
    let requests = vec![request("a label", 1, around(100., 100., 5., &[Side::Right]), Some(9.))];
    assert_eq!(place(requests, &[], Layout::Wide, 0., 300.).len(), 1);
}

#[test]
fn a_label_without_text_takes_no_room() {
    let spots = around(50., 100., 5., &[Side::Above]);
    check(vec![request("", 1, spots.clone(), None), request("b", 2, spots, None)], &[], &["b@87.68"]);
}

#[test]
fn the_same_line_in_both_layouts_is_kept_once() {
    let spots = around(50., 100., 5., &SIDES);
    let placed = |layout| place(vec![request("a", 1, spots.clone(), None)], &[], layout, 0., 300.);
    let joined = join(placed(Layout::Wide), placed(Layout::Narrow));
    assert_eq!(joined.iter().map(|label| label.layout).collect::<Vec<_>>(), [None]);
}

#[test]
fn lines_are_met_only_where_they_run() {
    let block = Block { left: 10., right: 20., top: 10., bottom: 20. };
    let meets = |from, to| crosses(&Obstacle { from, to, weight: 1. }, block, 100.);
    assert!(meets((0., 0.), (30., 30.)));
    assert!(meets((15., 0.), (15., 300.)));
    assert!(meets((15., 15.), (15., 15.)));
    assert!(!meets((0., 0.), (5., 300.)));
    assert!(!meets((0., 30.), (7., 9.)));
}

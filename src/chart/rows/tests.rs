use std::fmt::Debug;

use super::*;
use crate::chart::labels::Layout;
use crate::chart::reading::{Absence, PointMark};
use crate::chart::room::faults;

fn row(name: &str, value: f64) -> Row {
    Row {
        name: name.into(),
        label: if value.abs() < 1e15 { format!("{value}%") } else { format!("{value:e}") },
        reading: Reading::of(value),
        baseline: None,
        target: None,
        missing: "Not collected".into(),
    }
}

fn absent(name: &str) -> Row {
    Row {
        reading: Reading::Absent(Absence::Suppressed),
        missing: "Withheld: fewer than 30 children".into(),
        ..row(name, 1.)
    }
}

fn rows(values: &[f64]) -> RowsInput {
    let rows = values.iter().enumerate().map(|(n, value)| row(&format!("Group {n}"), *value)).collect();
    RowsInput { rows, ..RowsInput::default() }
}

fn both(input: &RowsInput) -> [RowChart; 2] {
    let tick = |value: f64, decimals: usize| format!("{value:.decimals$}%");
    [dots(input, &tick), bars(input, &tick)]
}

/// Compares a part of the dot plot and of the bars, and asserts what holds of every chart.
#[track_caller]
fn check<T: PartialEq + Debug>(input: &RowsInput, part: impl Fn(&RowChart) -> T, expected: [T; 2]) {
    let charts = both(input);
    for chart in &charts {
        let text = format!("{chart:?}");
        assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
        assert_eq!(faults(&chart.labels, chart.height, ROOMS), Vec::<String>::new());
        assert_eq!(chart.stops.len(), input.rows.len());
        assert_eq!(chart.rows.len(), input.rows.len());
        for (mark, row) in chart.rows.iter().zip(&input.rows) {
            assert_eq!(mark.value.is_some(), row.reading.value().is_some());
            assert_eq!(mark.band.is_none(), row.reading.value().is_some());
            let places = mark.value.into_iter().chain(mark.baseline).chain(mark.target);
            assert!(places.chain(mark.interval.map(|it| it.0)).all(|x| (0. ..=100.).contains(&x)), "{mark:?}");
            assert!(mark.y > chart.top && mark.y < chart.bottom, "{mark:?}");
            // Nothing a row says of its value is lost.
            for wide in [true, false] {
                let is_in = |label: &&Label| label.layout.is_none_or(|it| (it == ROOMS[1].layout) == wide);
                let mut said = chart.labels.iter().filter(is_in).map(|label| label.text.as_str());
                assert!(mark.value.is_none() || said.any(|text| row.label.starts_with(text)), "{:?}", row.label);
            }
        }
        let known: Vec<_> = input
            .rows
            .iter()
            .zip(&chart.stops)
            .filter_map(|(row, stop)| Some((row.reading.value()?, (*stop)?.0)))
            .collect();
        for (value, x) in &known {
            for (other, place) in &known {
                assert!(value < other || x >= place, "{value} at {x}, {other} at {place}");
            }
        }
    }
    let [_, bars] = &charts;
    assert!(bars.ticks.is_empty() || bars.zero.is_some());
    for mark in bars.rows.iter() {
        let (zero, ends) = (bars.zero, mark.bar.map(|(left, width)| (left, round(left + width))));
        assert!(ends.is_none_or(|(left, right)| zero == Some(left) || zero == Some(right)), "{mark:?}");
    }
    assert_eq!(charts.each_ref().map(part), expected);
}

/// Of what is the same in both.
#[track_caller]
fn check_both<T: PartialEq + Debug + Clone>(input: &RowsInput, part: impl Fn(&RowChart) -> T, expected: T) {
    check(input, part, [expected.clone(), expected]);
}

fn places(chart: &RowChart) -> Vec<Option<f64>> {
    chart.stops.iter().map(|stop| stop.map(|stop| stop.0)).collect()
}

fn texts(chart: &RowChart) -> Vec<&str> {
    chart.labels.iter().map(|label| label.text.as_str()).collect()
}

#[test]
fn no_rows_draw_nothing() {
    check_both(&RowsInput::default(), Clone::clone, RowChart { empty: true, ..RowChart::default() });
}

#[test]
fn dots_stand_where_the_axis_says_and_bars_have_zero() {
    let input = rows(&[60., 80., 70.]);
    let dots = vec![Some(0.), Some(100.), Some(50.)];
    check(&input, places, [dots, vec![Some(75.), Some(100.), Some(87.5)]]);
    check(&input, |chart| chart.starts_at_zero, [false, true]);
    check(&input, |chart| chart.rows[0].bar, [None, Some((0., 75.))]);
}

#[test]
fn true_zero_is_a_figure() {
    let input = rows(&[0., 10.]);
    check_both(&input, |chart| chart.stops[0].map(|stop| stop.0), Some(0.));
    check(&input, |chart| chart.rows[0].bar, [None, Some((0., 0.))]);
    check_both(&rows(&[0.]), |chart| chart.stops[0].map(|stop| stop.0), Some(0.));
}

#[test]
fn negative_bars_run_to_the_left() {
    let input = rows(&[-10., 30.]);
    let bars =
        |chart: &RowChart| chart.rows.iter().filter_map(|row| row.bar).map(|bar| bar.0 + bar.1).collect::<Vec<_>>();
    check(&input, |chart| chart.zero == chart.rows[1].bar.map(|bar| bar.0), [false, true]);
    check(&input, |chart| bars(chart).first().copied() == chart.zero, [false, true]);
    // What it says stands left of its end.
    let anchor = |chart: &RowChart| chart.labels.iter().find(|label| label.text == "-10%").map(|label| label.anchor);
    check(&input, anchor, [Some(Anchor::Start), Some(Anchor::End)]);
}

#[test]
fn equal_values_stand_at_one_place() {
    check_both(
        &rows(&[7., 7., 7.]),
        |chart| chart.stops.iter().all(|stop| stop.map(|it| it.0) == chart.stops[0].map(|it| it.0)),
        true,
    );
}

#[test]
fn huge_and_tiny_values() {
    for values in [[1e12, 4e12], [1e-9, 4e-9], [-1e300, 1e300], [-4e-9, -1e-9]] {
        check_both(&rows(&values), |chart| chart.stops.iter().flatten().count(), 2);
    }
}

#[test]
fn a_row_without_a_figure_is_a_band_with_the_reason() {
    let input = RowsInput { rows: vec![row("A", 3.), absent("B"), row("C", f64::NAN)], ..RowsInput::default() };
    check_both(&input, |chart| chart.rows.iter().map(|row| row.band.is_some()).collect(), vec![false, true, true]);
    check_both(&input, |chart| chart.stops.iter().map(Option::is_some).collect(), vec![true, false, false]);
    check_both(&input, |chart| texts(chart).contains(&"Withheld: fewer than 30 children"), true);
    check_both(&input, |chart| texts(chart).contains(&"Not collected"), true);
}

#[test]
fn without_any_figure_there_is_no_axis() {
    let input = RowsInput {
        rows: vec![absent("A")],
        gap: Some(Gap { between: (0, 0), label: "0".into() }),
        ..RowsInput::default()
    };
    check_both(
        &input,
        |chart| (chart.ticks.len(), chart.zero, chart.gap.is_some(), chart.empty),
        (0, None, false, false),
    );
}

#[test]
fn marks_of_a_row() {
    let reading = Reading::Known { value: 40., interval: Some((50., 30.)), mark: PointMark::Provisional };
    let first = Row { reading, baseline: Some(20.), target: Some(60.), ..row("A", 40.) };
    let input = RowsInput { rows: vec![first, row("B", 20.)], ..RowsInput::default() };
    let marks = |chart: &RowChart| {
        let row = &chart.rows[0];
        (row.value, row.baseline, row.target, row.interval, row.is_open)
    };
    let dots = (Some(50.), Some(0.), Some(100.), Some((25., 75.)), true);
    check(&input, marks, [dots, (Some(66.67), Some(33.33), Some(100.), Some((50., 83.33)), true)]);
}

#[test]
fn marks_that_are_no_numbers_are_left_out() {
    let reading = Reading::Known { value: 4., interval: Some((f64::NAN, 5.)), mark: PointMark::Final };
    let first = Row { reading, baseline: Some(f64::NAN), target: Some(f64::INFINITY), ..row("A", 4.) };
    let total = Some(Total { value: f64::NAN, label: "All".into() });
    let input = RowsInput { rows: vec![first], total, ..RowsInput::default() };
    let marks = |chart: &RowChart| (chart.rows[0].baseline, chart.rows[0].target, chart.rows[0].interval, chart.total);
    check_both(&input, marks, (None, None, None, None));
    check_both(&input, |chart| texts(chart).contains(&"All"), false);
}

#[test]
fn the_total_is_drawn_through_all_rows() {
    let total = Some(Total { value: 70., label: "All third graders 70%".into() });
    let input = RowsInput { total, ..rows(&[60., 80.]) };
    check(&input, |chart| chart.total, [Some(50.), Some(87.5)]);
    check_both(&input, |chart| texts(chart)[0].to_string(), "All third graders 70%".to_string());
}

#[test]
fn the_gap_runs_between_two_rows_in_either_order() {
    let gap = |a, b| Some(Gap { between: (a, b), label: "20 points".into() });
    for (a, b) in [(0, 1), (1, 0)] {
        let input = RowsInput { gap: gap(a, b), ..rows(&[80., 60., 75.]) };
        let ends = |chart: &RowChart| chart.gap.as_ref().map(|gap| (gap.left.0, gap.right.0));
        check(&input, ends, [Some((0., 100.)), Some((75., 100.))]);
        check_both(
            &input,
            |chart| chart.gap.as_ref().is_some_and(|gap| gap.y > gap.left.1 && gap.y < chart.rows[2].y),
            true,
        );
        check_both(&input, |chart| texts(chart).contains(&"20 points"), true);
    }
}

#[test]
fn there_is_no_gap_without_two_figures() {
    for (a, b) in [(0, 0), (0, 7), (9, 12), (0, 1)] {
        let gap = Some(Gap { between: (a, b), label: "20 points".into() });
        let input = RowsInput { gap, rows: vec![row("A", 3.), absent("B"), row("C", 4.)], ..RowsInput::default() };
        check_both(&input, |chart| (chart.gap.is_some(), texts(chart).contains(&"20 points")), (false, false));
    }
}

#[test]
fn a_gap_of_nothing_is_still_said() {
    let input = RowsInput { gap: Some(Gap { between: (0, 1), label: "No gap".into() }), ..rows(&[5., 5.]) };
    check_both(&input, |chart| texts(chart).contains(&"No gap"), true);
}

#[test]
fn texts_stand_right_of_the_latest_or_left_of_it() {
    let anchor = |chart: &RowChart| chart.labels.iter().find(|label| label.text == "40%").map(|label| label.anchor);
    let with = |baseline, target| {
        let first = Row { baseline, target, ..row("A", 40.) };
        RowsInput { rows: vec![first, row("B", 0.), row("C", 100.)], ..RowsInput::default() }
    };
    check(&with(Some(20.), None), anchor, [Some(Anchor::Start); 2]);
    check(&with(Some(60.), None), anchor, [Some(Anchor::End), Some(Anchor::Start)]);
    let dx =
        |chart: &RowChart| chart.labels.iter().rfind(|label| label.text == "40%").map(|label| (label.x, label.layout));
    // Where both sides are taken, as in the narrow layout here, it stands above: beyond the target it would be its.
    check(&with(Some(30.), Some(50.)), dx, [Some((40., Some(Layout::Narrow))); 2]);
    let is_above = |chart: &RowChart| {
        chart.labels.iter().rfind(|label| label.text == "40%").is_some_and(|label| label.y < chart.rows[0].y - 10.)
    };
    check_both(&with(Some(30.), Some(50.)), is_above, true);
}

#[test]
fn a_value_without_room_beside_its_mark_has_a_line_of_its_own() {
    let long = Row { label: "about one million two hundred thousand".into(), ..row("A", 50.) };
    let input = RowsInput { rows: vec![long, row("B", 0.), row("C", 100.)], ..RowsInput::default() };
    let heights = |chart: &RowChart| (chart.rows[1].y - chart.rows[0].y, chart.rows[2].y - chart.rows[1].y);
    check_both(&input, heights, (64., 48.));
}

#[test]
fn long_and_arabic_names() {
    let long =
        "A group whose name goes on for much longer than any plot has room for on a phone, and on and on, to 120";
    let arabic = "الأطفال الذين يتحدثون العربية في المنزل ويذهبون إلى المدرسة";
    let input = RowsInput {
        rows: vec![row(long, 3.), row(arabic, 4.), absent(long), Row { label: long.into(), ..row("", -1.) }],
        total: Some(Total { value: 2., label: long.into() }),
        gap: Some(Gap { between: (1, 0), label: long.into() }),
        whole: false,
    };
    check_both(&input, |chart| texts(chart).iter().any(|text| text.starts_with("الأطفال")), true);
}

#[test]
fn sixty_rows() {
    let values: Vec<f64> = (0..60).map(|n| f64::from(n % 13) * 7.).collect();
    check_both(&rows(&values), |chart| chart.stops.len(), 60);
}

#[test]
fn whole_numbers_have_whole_ticks() {
    let input = RowsInput { whole: true, ..rows(&[1., 2.]) };
    let ticks = |chart: &RowChart| chart.ticks.iter().filter_map(|tick| tick.label.clone()).collect::<Vec<_>>();
    check(
        &input,
        ticks,
        [vec!["1%", "2%", "3%"], vec!["0%", "1%", "2%"]].map(|it| it.into_iter().map(String::from).collect()),
    );
}

#[test]
fn wide_tick_texts_are_thinned_and_keep_zero() {
    let input = rows(&[-3e6, 2e6]);
    let zero = |chart: &RowChart| chart.ticks.iter().any(|tick| tick.label.as_deref() == Some("0%"));
    check_both(&input, zero, true);
    check_both(&input, |chart| chart.ticks.iter().any(|tick| tick.label.is_none()), true);
}

/// Small changes of a seed, the same on every run.
struct Dice(u32);

impl Dice {
    fn throw(&mut self, sides: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) % sides
    }

    fn value(&mut self, scale: f64) -> f64 {
        (f64::from(self.throw(10_000)) / 10_000. - f64::from(self.throw(2)) * 0.4) * scale
    }
}

#[test]
fn whatever_the_data_texts_neither_collide_nor_leave_the_picture() {
    for seed in 0..200 {
        let mut dice = Dice(seed);
        let scale = [1., 100., 1e6, 1e-3][dice.throw(4) as usize];
        let n_rows = 1 + dice.throw(12) as usize;
        let rows = (0..n_rows).map(|n| {
            let value = dice.value(scale);
            let (low, high) = (value - dice.value(scale).abs(), value + dice.value(scale).abs());
            let known =
                Reading::Known { value, interval: (dice.throw(3) == 0).then_some((low, high)), mark: PointMark::Final };
            Row {
                name: "a group with a name ".repeat(1 + dice.throw(7) as usize),
                label: format!("{value:.0$}", dice.throw(8) as usize),
                reading: if dice.throw(6) == 0 { Reading::Absent(Absence::NotYet) } else { known },
                baseline: (dice.throw(2) == 0).then(|| dice.value(scale)),
                target: (dice.throw(2) == 0).then(|| dice.value(scale)),
                missing: "a reason that goes on ".repeat(n % 6),
            }
        });
        let rows: Vec<Row> = rows.collect();
        let between = (dice.throw(12) as usize, dice.throw(12) as usize);
        let input = RowsInput {
            total: (dice.throw(2) == 0).then(|| Total { value: dice.value(scale), label: "All of them ".repeat(3) }),
            gap: Some(Gap { between, label: format!("{between:?} points") }),
            whole: dice.throw(2) == 0,
            rows,
        };
        check_both(&input, |chart| chart.empty, false);
    }
}

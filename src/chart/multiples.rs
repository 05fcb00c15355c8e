//! Small multiples: the same small line chart for each group or place, all with one scale of values and one of time,
//! so that panels can be compared.

use super::path::through;
use super::round;
use super::scale::Scale;
use super::spark::SparkPoint;
use super::ticks::value_ticks;

/// What small multiples are made from. Times are decimal years.
#[derive(Clone, Debug, Default)]
pub struct MultiplesInput {
    pub panels: Vec<Panel>,
    /// Time and value of all together, in order of time: gray in each panel. Its line does not run across a missing
    /// value.
    pub total: Vec<(f64, Option<f64>)>,
    /// The unit has no parts (people, events): no tick has decimals.
    pub whole: bool,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Panel {
    pub name: String,
    /// The latest value in words.
    pub label: String,
    /// A line below the panel, such as "86 of 188; 38.9% in 2022". May be empty.
    pub note: String,
    /// In order of time. Periods without a figure have a point too, or the line runs across them.
    pub points: Vec<SparkPoint>,
    /// Index into the points.
    pub baseline: Option<usize>,
    pub target: Option<f64>,
    /// Why there is no figure at all, in words. Only shown if there is none.
    pub missing: String,
}

/// Geometry of small multiples. Across in percent of a panel, down in px; paths live in a box 1000 wide.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Multiples {
    /// There are no panels. Everything else is empty then.
    pub empty: bool,
    /// The lowest and the highest tick, the same in each panel. Without any figure there are none.
    pub ticks: Vec<(f64, String)>,
    /// The line of all together, the same in each panel.
    pub total: String,
    pub panels: Vec<PanelMarks>,
    /// Each point, panel by panel, in the order of the input: (panel, percent, px). None without a figure.
    pub stops: Vec<Option<(usize, f64, f64)>>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PanelMarks {
    pub name: String,
    pub label: String,
    pub note: String,
    /// The reason, if there is no figure. The panel has no marks then.
    pub missing: Option<String>,
    /// The line since the last break, and the one before it.
    pub path: String,
    pub old_path: String,
    /// Rules where the series breaks.
    pub breaks: Vec<f64>,
    /// Points with no neighbour to draw a line to.
    pub alone: Vec<(f64, f64)>,
    pub baseline: Option<(f64, f64)>,
    pub latest: Option<(f64, f64)>,
    /// The latest figure may still change.
    pub is_open: bool,
    /// Height of the target's bar.
    pub target: Option<f64>,
}

/// Height of a panel's picture in px.
pub const HEIGHT: f64 = 104.;
/// Where the ends of the value scale are.
pub const TOP: f64 = 20.;
pub const BOTTOM: f64 = 84.;
/// Where the first and the last period are, in percent.
const ACROSS: (f64, f64) = (3., 89.);
/// Left and right end of the target's bar, in percent.
pub const TARGET_BAR: (f64, f64) = (94., 100.);

/// Lays out small multiples. `tick` says a value on the axis, with the decimals that all ticks have.
pub fn multiples(input: &MultiplesInput, tick: &dyn Fn(f64, usize) -> String) -> Multiples {
    let known = |panel: &Panel| panel.points.iter().any(|point| place_of(point).is_some());
    let points = input.panels.iter().flat_map(|panel| &panel.points).filter_map(place_of);
    let total: Vec<Option<(f64, f64)>> = input
        .total
        .iter()
        .map(|&(at, value)| value.map(|value| (at, value)).filter(|(at, value)| at.is_finite() && value.is_finite()))
        .collect();
    // Nothing to compare with does not stretch the scales.
    let has_figures = input.panels.iter().any(known);
    let all = points.chain(total.iter().flatten().copied().filter(|_| has_figures));
    let (times, values): (Vec<f64>, Vec<f64>) = all.unzip();
    let targets = input.panels.iter().filter(|panel| known(panel)).filter_map(|panel| panel.target);
    let (low, high) = ends(values.into_iter().chain(targets.filter(|target| target.is_finite())));
    let (first, last) = ends(times.into_iter());

    let mut chart = Multiples { empty: input.panels.is_empty(), ..Multiples::default() };
    let ticks = value_ticks(low, high, input.whole);
    let floor = ticks.values.first().copied().unwrap_or(low);
    let top_tick = ticks.values.last().copied().unwrap_or(high);
    let down = Scale::new((floor, top_tick.max(high)), (BOTTOM, TOP));
    let across = Scale::new((first, last), ACROSS);
    // The only moment there is is the latest one.
    let x = |at: f64| if first == last { ACROSS.1 } else { round(across.at(at)) };
    let at = |(time, value): (f64, f64)| (x(time), round(down.at(value)));
    if has_figures {
        chart.ticks = [floor, top_tick].map(|value| (round(down.at(value)), tick(value, ticks.decimals))).into();
        let runs = total.split(Option::is_none).filter(|run| run.len() > 1);
        chart.total =
            runs.map(|run| through(&run.iter().flatten().map(|place| at(*place)).collect::<Vec<_>>())).collect();
    }
    for (index, panel) in input.panels.iter().enumerate() {
        let places: Vec<Option<(f64, f64)>> = panel.points.iter().map(|point| place_of(point).map(at)).collect();
        chart.stops.extend(places.iter().map(|place| place.map(|(x, y)| (index, x, y))));
        let missing = (!known(panel)).then(|| panel.missing.clone());
        let (name, label, note) = (panel.name.clone(), panel.label.clone(), panel.note.clone());
        let said = PanelMarks { name, label, note, missing, ..PanelMarks::default() };
        let target = panel.target.filter(|target| target.is_finite()).map(|target| round(down.at(target)));
        chart.panels.push(if known(panel) { PanelMarks { target, ..marks(said, panel, &places) } } else { said });
    }
    chart
}

/// Time and value of a point that can be drawn.
fn place_of(point: &SparkPoint) -> Option<(f64, f64)> {
    Some((point.at, point.reading.value()?)).filter(|place| place.0.is_finite())
}

fn ends(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)))
}

fn marks(said: PanelMarks, panel: &Panel, places: &[Option<(f64, f64)>]) -> PanelMarks {
    let placed: Vec<(usize, (f64, f64))> =
        places.iter().enumerate().filter_map(|(index, place)| Some((index, (*place)?))).collect();
    let first = placed.first().map_or(0, |place| place.0);
    // What has no figure before it is no break.
    let breaks: Vec<usize> = panel
        .points
        .iter()
        .enumerate()
        .filter(|(index, point)| point.break_before && *index > first)
        .map(|it| it.0)
        .collect();
    let last_break = breaks.last().copied().unwrap_or(0);
    // A break between two figures lies between them, even where it was said of a period without one.
    let is_joined = |a: usize, b: usize| a + 1 == b && !breaks.contains(&b);
    let runs: Vec<&[(usize, (f64, f64))]> = placed.chunk_by(|a, b| is_joined(a.0, b.0)).collect();
    let path = |is_old: bool| -> String {
        let runs = runs.iter().filter(|run| run.len() > 1 && (run[0].0 < last_break) == is_old);
        runs.map(|run| through(&run.iter().map(|it| it.1).collect::<Vec<_>>())).collect()
    };
    let rule = |&index: &usize| {
        let before = placed.iter().rfind(|it| it.0 < index)?;
        let after = placed.iter().find(|it| it.0 >= index)?;
        Some(round((before.1.0 + after.1.0) / 2.))
    };
    let latest = placed.last();
    PanelMarks {
        path: path(false),
        old_path: path(true),
        breaks: breaks.iter().filter_map(rule).collect(),
        alone: runs.iter().filter(|run| run.len() == 1).map(|run| run[0].1).collect(),
        baseline: panel.baseline.and_then(|index| *places.get(index)?),
        latest: latest.map(|it| it.1),
        is_open: latest.is_some_and(|it| panel.points[it.0].reading.is_open()),
        ..said
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use super::*;
    use crate::chart::reading::{Absence, PointMark, Reading};

    fn point(at: f64, value: f64) -> SparkPoint {
        SparkPoint { at, reading: Reading::of(value), break_before: false }
    }

    fn absent(at: f64) -> SparkPoint {
        SparkPoint { reading: Reading::Absent(Absence::NotCollected), ..point(at, 0.) }
    }

    fn panel(values: &[f64]) -> Panel {
        let points = values.iter().enumerate().map(|(n, value)| point(2020. + n as f64, *value)).collect();
        Panel { name: "Eastside".into(), points, missing: "Not collected".into(), ..Panel::default() }
    }

    fn input(panels: Vec<Panel>) -> MultiplesInput {
        MultiplesInput { panels, ..MultiplesInput::default() }
    }

    /// Compares a part of the chart, and asserts what holds of every chart.
    #[track_caller]
    fn check<T: PartialEq + Debug>(input: &MultiplesInput, part: impl Fn(&Multiples) -> T, expected: T) {
        let chart = multiples(input, &|value, decimals| format!("{value:.decimals$}"));
        assert_eq!(part(&chart), expected);
        let text = format!("{chart:?}");
        assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
        assert_eq!(chart.panels.len(), input.panels.len());
        let points: Vec<&SparkPoint> = input.panels.iter().flat_map(|panel| &panel.points).collect();
        assert_eq!(chart.stops.len(), points.len());
        let drawn: Vec<_> =
            points.iter().zip(&chart.stops).filter_map(|(point, stop)| Some((place_of(point)?, (*stop)?))).collect();
        for ((time, value), (_, x, y)) in &drawn {
            assert!((ACROSS.0..=ACROSS.1).contains(x) && (TOP..=BOTTOM).contains(y), "{x} {y}");
            for ((other_time, other_value), (_, other_x, other_y)) in &drawn {
                assert!(time < other_time || x >= other_x, "{time} at {x}, {other_time} at {other_x}");
                assert!(value < other_value || y <= other_y, "{value} at {y}, {other_value} at {other_y}");
            }
        }
    }

    #[test]
    fn all_panels_share_their_scales() {
        let mut late = panel(&[]);
        late.points = vec![point(2021., 100.), point(2022., 50.)];
        let panels = input(vec![panel(&[0., 50., 100.]), late]);
        let paths = |chart: &Multiples| chart.panels.iter().map(|panel| panel.path.clone()).collect::<Vec<_>>();
        check(&panels, paths, vec!["M30 84L460 52L890 20".to_string(), "M460 20L890 52".to_string()]);
        check(&panels, |chart| chart.ticks.clone(), vec![(84., "0".to_string()), (20., "100".to_string())]);
        check(&panels, |chart| chart.stops[4], Some((1, 89., 52.)));
    }

    #[test]
    fn no_panels_draw_nothing() {
        check(&input(vec![]), Clone::clone, Multiples { empty: true, ..Multiples::default() });
    }

    #[test]
    fn a_panel_without_any_figure_says_why() {
        let mut silent = panel(&[f64::NAN]);
        silent.points.push(absent(2021.));
        silent.target = Some(1e6);
        let reasons = |chart: &Multiples| chart.panels.iter().map(|panel| panel.missing.clone()).collect::<Vec<_>>();
        check(&input(vec![silent.clone(), panel(&[3., 4.])]), reasons, vec![Some("Not collected".into()), None]);
        // Its target does not stretch the others' scale, and there is no axis with nothing on it.
        check(&input(vec![silent.clone(), panel(&[3., 4.])]), |chart| chart.ticks[1].1.clone(), "4.0".to_string());
        check(&input(vec![silent.clone()]), |chart| (chart.ticks.len(), chart.panels[0].target), (0, None));
        let total = vec![(2020., Some(3.)), (2021., Some(4.))];
        check(&MultiplesInput { total, ..input(vec![silent]) }, |chart| chart.total.clone(), String::new());
    }

    #[test]
    fn the_line_stops_at_a_missing_value_and_at_a_break() {
        let mut one = panel(&[10., 20., 30., 40., 50., 60.]);
        one.points[2] = absent(2022.);
        one.points[4].break_before = true;
        let marks = |chart: &Multiples| {
            let panel = &chart.panels[0];
            (panel.old_path.clone(), panel.path.clone(), panel.breaks.clone(), panel.alone.len())
        };
        check(&input(vec![one]), marks, ("M30 84L202 71.2".into(), "M718 32.8L890 20".into(), vec![63.2], 1));
    }

    #[test]
    fn a_break_with_nothing_before_it_is_none() {
        let mut one = panel(&[10., 20., 30.]);
        one.points[0].break_before = true;
        check(
            &input(vec![one]),
            |chart| (chart.panels[0].breaks.len(), chart.panels[0].old_path.clone()),
            (0, String::new()),
        );
    }

    #[test]
    fn a_break_in_a_gap_is_drawn_once() {
        let mut one = panel(&[10., 20., 30.]);
        one.points[1] = SparkPoint { break_before: true, ..absent(2021.) };
        check(&input(vec![one]), |chart| chart.panels[0].breaks.clone(), vec![46.]);
    }

    #[test]
    fn baseline_latest_and_target() {
        let mut one = panel(&[10., 20., 30.]);
        (one.baseline, one.target) = (Some(1), Some(50.));
        one.points[2].reading = Reading::Known { value: 30., interval: None, mark: PointMark::Provisional };
        let marks = |chart: &Multiples| {
            let panel = &chart.panels[0];
            (panel.baseline, panel.latest, panel.is_open, panel.target)
        };
        check(&input(vec![one.clone()]), marks, (Some((46., 68.)), Some((89., 52.)), true, Some(20.)));
        (one.baseline, one.target) = (Some(9), Some(f64::NAN));
        check(&input(vec![one]), |chart| (chart.panels[0].baseline, chart.panels[0].target), (None, None));
    }

    #[test]
    fn the_total_has_gaps_too() {
        let total = [Some(1.), Some(2.), None, Some(f64::INFINITY), Some(3.), Some(2.)];
        let total = total.iter().enumerate().map(|(n, value)| (2020. + n as f64, *value)).collect();
        let path = "M30 84L202 52M718 20L890 52";
        check(
            &MultiplesInput { total, ..input(vec![panel(&[1., 3.])]) },
            |chart| chart.total.clone(),
            path.to_string(),
        );
    }

    #[test]
    fn huge_tiny_and_equal_values_and_one_point() {
        for values in [[1e12, 4e12], [1e-9, 4e-9], [-1e300, 1e300], [-5., -5.], [0., 0.]] {
            check(&input(vec![panel(&values)]), |chart| chart.stops.len(), 2);
        }
        check(&input(vec![panel(&[7.])]), |chart| chart.panels[0].latest.map(|at| at.0), Some(89.));
    }

    #[test]
    fn sixty_panels() {
        let panels = (0..60).map(|n| panel(&[f64::from(n), f64::from(n % 7)])).collect();
        check(&input(panels), |chart| chart.panels.len(), 60);
    }

    #[test]
    fn whatever_the_data_marks_stay_in_their_panel() {
        let mut seed = 3_u32;
        let mut throw = |sides: u32| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 8) % sides
        };
        for _ in 0..200 {
            let scale = [1., 1e6, 1e-3, -1.][throw(4) as usize];
            let panels = (0..1 + throw(5)).map(|_| {
                let mut one = panel(&(0..throw(9)).map(|_| (f64::from(throw(100)) - 30.) * scale).collect::<Vec<_>>());
                for point in &mut one.points {
                    point.break_before = throw(5) == 0;
                    if throw(4) == 0 {
                        point.reading = Reading::Absent(Absence::NotYet);
                    }
                }
                (one.baseline, one.target) = (Some(throw(9) as usize), Some(f64::from(throw(100)) * scale));
                one
            });
            let panels: Vec<Panel> = panels.collect();
            check(&input(panels), |chart| chart.empty, false);
        }
    }
}

//! What the labels of a line chart should not cover, and how much it matters.

use super::frame::Frame;
use super::marks::{breaks, known, projected, stretches};
use super::{LineChart, LineInput};
use crate::chart::labels::Obstacle;

// Weights; the tolerances of the labels are in the same measure.
const CURRENT: f64 = 20.;
const DOT: f64 = 16.;
const RULE: f64 = 9.;
const LINE: f64 = 3.;
const TARGET: f64 = 8.;
const LIGHT: f64 = 1.;

/// What labels should not cover.
pub fn obstacles(chart: &LineChart, input: &LineInput, frame: &Frame) -> Vec<Obstacle> {
    let mut obstacles = Vec::new();
    let mut line = |points: &[(f64, f64)], weight: f64| {
        obstacles.extend(points.windows(2).map(|pair| Obstacle { from: pair[0], to: pair[1], weight }));
    };
    let known: Vec<_> = known(input, frame);
    let breaks = breaks(&input.points);
    for run in known.chunk_by(|a, b| a.0 + 1 == b.0 && !breaks.contains(&b.0)) {
        line(&run.iter().map(|&(_, x, y)| (x, y)).collect::<Vec<_>>(), CURRENT);
    }
    for comparison in &input.comparisons {
        for run in stretches(&comparison.points, frame) {
            line(&run, LINE);
        }
    }
    for rule in &chart.breaks {
        line(&[(rule.x, chart.top), (rule.x, chart.bottom)], RULE);
    }
    for interval in &chart.intervals {
        line(&[(interval.x, interval.low), (interval.x, interval.high)], LINE);
    }
    for dot in &chart.dots {
        line(&[(dot.x, dot.y - dot.radius), (dot.x, dot.y + dot.radius)], DOT);
    }
    for forecast in &input.forecasts {
        let marks = projected(input, forecast, frame);
        line(&marks.iter().map(|mark| (mark.x, mark.y)).collect::<Vec<_>>(), LINE);
        line(&marks.iter().filter_map(|mark| Some((mark.x, mark.range?.0))).collect::<Vec<_>>(), LIGHT);
        line(&marks.iter().filter_map(|mark| Some((mark.x, mark.range?.1))).collect::<Vec<_>>(), LIGHT);
    }
    for old in &chart.superseded {
        line(&[(old.x, old.y), (old.end, old.y), (old.end, old.next_y.unwrap_or(old.y))], LINE);
    }
    if let (Some(mark), Some(target)) = (&chart.target, &input.target) {
        line(&[(mark.x1, mark.y), (mark.x2, mark.y)], RULE);
        let baseline = input.baseline.as_ref().and_then(|base| known.iter().find(|point| point.0 == base.index));
        let start = baseline.map(|&(_, x, y)| (x, y));
        let way: Vec<_> =
            start.into_iter().chain(mark.steps.iter().copied()).chain([frame.at(target.at, target.value)]).collect();
        line(&way, TARGET);
        for &(x, y) in &mark.steps {
            line(&[(x, y - 4.), (x, y + 4.)], DOT);
        }
    }
    obstacles
}

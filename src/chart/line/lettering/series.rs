//! Labels of the series themselves: latest value, baseline, other values, and the names of lines.

use super::{Letterer, MARGIN, OF_A_VALUE, Rank, styled};
use crate::chart::labels::{Side, Spot, TextStyle, around};
use crate::chart::line::TraceKind;
use crate::chart::line::marks::{BASELINE_RADIUS, LATEST_RADIUS, RADIUS, breaks, comparison_kinds, known, stretches};
use crate::sorted::sort_by;

/// With more points than this, only the ends and the extremes of the series have their values written.
const MOST_VALUES: usize = 12;

const ALL_ROUND: [Side; 12] = [
    Side::Above,
    Side::Below,
    Side::UpperLeft,
    Side::LowerRight,
    Side::UpperRight,
    Side::LowerLeft,
    Side::AboveStart,
    Side::BelowStart,
    Side::AboveEnd,
    Side::BelowEnd,
    Side::Right,
    Side::Left,
];

impl Letterer<'_> {
    pub(super) fn points(&mut self) {
        let known = known(self.input, self.frame);
        let Some(&(latest, x, y)) = known.last() else { return };
        let point = &self.input.points[latest];
        let value = self.input.latest_label.as_ref().unwrap_or(&point.label);
        let mut lines = styled(value, 200., 1, TextStyle::Now);
        let baseline = self.input.baseline.as_ref().filter(|base| known.iter().any(|(index, ..)| *index == base.index));
        let is_baseline = baseline.is_some_and(|baseline| baseline.index == latest);
        if self.is_wide() {
            if let Some(baseline) = baseline.filter(|_| is_baseline) {
                lines.extend(self.wrapped(&baseline.label, 180., 110., TextStyle::Strong));
            }
            lines.extend(styled(&point.period, 180., 1, TextStyle::Plain));
        }
        let mut sides = vec![Side::Below, Side::Above];
        sides.extend(ALL_ROUND);
        self.insist(Rank::Latest, vec![lines], around(x, y, LATEST_RADIUS, &sides));

        if let Some(baseline) = baseline.filter(|_| !is_baseline)
            && let Some(&(_, x, y)) = known.iter().find(|(index, ..)| *index == baseline.index)
        {
            let mut sides = vec![Side::BelowStart, Side::Below, Side::LowerRight, Side::Above, Side::UpperLeft];
            sides.extend(ALL_ROUND);
            let forms = self.forms(&baseline.label, [(180., 110.)], TextStyle::Strong);
            self.insist(Rank::Baseline, forms, around(x, y, BASELINE_RADIUS, &sides));
        }
        let baseline = baseline.map(|baseline| baseline.index);
        self.values(&known, latest, baseline);
    }

    /// Values of the points that are neither latest nor baseline.
    fn values(&mut self, known: &[(usize, f64, f64)], latest: usize, baseline: Option<usize>) {
        let breaks = breaks(&self.input.points);
        let last_break = breaks.last().copied().unwrap_or(0);
        let by_height = |a: &&(usize, f64, f64), b: &&(usize, f64, f64)| a.2.total_cmp(&b.2);
        let extremes = [known.iter().min_by(by_height), known.iter().max_by(by_height)];
        let extremes = extremes.map(|point| point.map(|point| point.0));
        let many = known.len() > MOST_VALUES;
        let all = self.is_wide() && !many;
        let series: Vec<_> = known.chunk_by(|_, b| !breaks.contains(&b.0)).collect();
        for series in &series {
            let ends = [series.first(), series.last()].map(|point| point.map(|point| point.0));
            for &(index, x, y) in *series {
                let old = index < last_break;
                let rank = if ends.contains(&Some(index)) {
                    Rank::End
                } else if extremes.contains(&Some(index)) {
                    Rank::Extreme
                } else if all && !old {
                    Rank::Value
                } else {
                    continue;
                };
                if index == latest || Some(index) == baseline {
                    continue;
                }
                let style = if old { TextStyle::Plain } else { TextStyle::Value };
                let lines = styled(&self.input.points[index].label, 110., 1, style);
                // Beside the point, an extreme of many would seem to belong to its neighbour.
                let sides: &[Side] = match rank {
                    Rank::Extreme if many && extremes[0] == Some(index) => {
                        &[Side::Above, Side::AboveStart, Side::AboveEnd]
                    }
                    Rank::Extreme if many => &[Side::Below, Side::BelowStart, Side::BelowEnd],
                    _ => &ALL_ROUND,
                };
                self.ask(rank, vec![lines], around(x, y, RADIUS, sides), OF_A_VALUE);
            }
        }
        // The name of a history stands over its middle.
        for (series, next) in series.iter().zip(&breaks) {
            let name = self.input.points[*next].break_before.as_ref().and_then(|broken| broken.name_before.as_ref());
            let Some(name) = name else { continue };
            let between = series.windows(2).map(|pair| ((pair[0].1 + pair[1].1) / 2., (pair[0].2 + pair[1].2) / 2.));
            let marks = series.iter().map(|&(_, x, y)| (x, y)).chain(between);
            let sides =
                [Side::Above, Side::Below, Side::UpperLeft, Side::UpperRight, Side::LowerLeft, Side::LowerRight];
            let mut spots: Vec<Spot> = marks.flat_map(|(x, y)| around(x, y, 7., &sides)).collect();
            sort_by(&mut spots, |a, b| off_centre(a, series).total_cmp(&off_centre(b, series)));
            spots.truncate(24);
            let lines = self.wrapped(name, 180., 110., TextStyle::Plain);
            self.ask(Rank::Before, vec![lines], spots, OF_A_VALUE);
        }
    }

    pub(super) fn names(&mut self) {
        for (line, (kind, _)) in self.input.comparisons.iter().zip(comparison_kinds(self.input)) {
            let marks: Vec<(f64, f64)> = stretches(&line.points, self.frame).into_iter().flatten().collect();
            let Some(&(x, y)) = marks.last() else { continue };
            let mut spots = if self.is_wide() { around(x, y, 4., &[Side::Right]) } else { Vec::new() };
            spots.extend(around(x, y, 5., &[Side::AboveEnd, Side::BelowEnd, Side::Above, Side::Below]));
            // Any point of the line will do.
            spots.extend(
                marks.iter().rev().skip(1).take(6).flat_map(|&(x, y)| around(x, y, 5., &[Side::Above, Side::Below])),
            );
            let coloured = match kind {
                TraceKind::Second => Some(TextStyle::Second),
                TraceKind::Third => Some(TextStyle::Third),
                TraceKind::Fourth => Some(TextStyle::Fourth),
                TraceKind::Current | TraceKind::BeforeBreak | TraceKind::Other | TraceKind::Whole => None,
            };
            let text = self.lines(&line.name).join(" ");
            let rooms = [if self.is_wide() { MARGIN } else { 130. }, 110., 84.];
            let forms = rooms.map(|room| styled(&text, room, 2, coloured.unwrap_or(TextStyle::Plain))).into();
            if coloured.is_some() {
                self.insist(Rank::Name, forms, spots);
            } else {
                self.ask(Rank::GrayName, forms, spots, OF_A_VALUE);
            }
        }
    }
}

fn off_centre(spot: &Spot, series: &[(usize, f64, f64)]) -> f64 {
    let ends = series.first().zip(series.last()).map_or(0., |(first, last)| (first.1 + last.1) / 2.);
    (spot.x - ends).abs()
}

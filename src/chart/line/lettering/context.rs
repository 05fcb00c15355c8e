//! Labels of what surrounds the series: targets, breaks, gaps and projections.

use super::{FOOT, Letterer, MARGIN, OF_A_VALUE, Rank};
use crate::chart::labels::{Anchor, Rise, Side, Spot, TextStyle, around};
use crate::chart::line::Wording;
use crate::chart::line::frame::TOP_OF_RULES;
use crate::chart::line::marks::{Projected, break_x, breaks, gaps, projected};

/// A mark this far to the right has its label in the margin.
const NEAR_END: f64 = 96.;
/// A sentence that is missing leaves a mark unexplained.
const OF_A_SENTENCE: f64 = 7.;
/// An old target stays named, even across a rule.
const OF_AN_OLD_TARGET: f64 = 14.;

impl Letterer<'_> {
    pub(super) fn target(&mut self) {
        let Some(target) = self.input.target.as_ref() else { return };
        if !target.at.is_finite() || !target.value.is_finite() {
            return;
        }
        let (x, y) = self.frame.at(target.at, target.value);
        let sides = [Side::AboveEnd, Side::Above, Side::AboveStart, Side::BelowEnd, Side::Below, Side::Left];
        let spots = if self.is_wide() && x >= NEAR_END { margin(x, y) } else { around(x, y, 5., &sides) };
        let forms = self.forms(&target.label, [(MARGIN, 220.), (150., 150.), (110., 110.)], TextStyle::Strong);
        self.insist(Rank::Target, forms, spots);
        for step in &target.steps {
            if step.at.is_finite() && step.value.is_finite() {
                let (x, y) = self.frame.at(step.at, step.value);
                let sides = [Side::UpperLeft, Side::LowerRight, Side::Above, Side::Left, Side::Right, Side::Below];
                let lines = self.wrapped(&step.label, 180., 110., TextStyle::Plain);
                self.ask(Rank::Step, vec![lines], around(x, y, 4., &sides), OF_A_VALUE);
            }
        }
    }

    pub(super) fn breaks(&mut self) {
        for index in breaks(&self.input.points) {
            let Some(broken) = &self.input.points[index].break_before else { continue };
            let x = break_x(&self.input.points, index, self.frame);
            let heights = [
                (FOOT - 4., Rise::Above),
                (TOP_OF_RULES - 4., Rise::Below),
                (FOOT - 30., Rise::Above),
                (TOP_OF_RULES + 26., Rise::Below),
            ];
            // What it says is true from here on, so it stands on the right if it can.
            let sides = [(10., Anchor::Start), (-10., Anchor::End)];
            let beside = |(dx, anchor)| heights.map(|(y, rise)| Spot { x, dx, anchor, y, rise });
            let spots = sides.into_iter().flat_map(beside).collect();
            let forms = self.forms(&broken.sentence, [(230., 140.), (150., 110.), (110., 84.)], TextStyle::Plain);
            self.ask(Rank::Break, forms, spots, OF_A_SENTENCE);
        }
    }

    pub(super) fn gaps(&mut self, wording: &Wording<'_>) {
        for gap in gaps(&self.input.points) {
            let points = &self.input.points[gap.first..=gap.last];
            let (Some(first), Some(last)) = (points.first(), points.last()) else { continue };
            let x = self.frame.x((first.at + last.at) / 2.);
            let spot = |(y, rise)| Spot { x, dx: 0., anchor: Anchor::Middle, y, rise };
            let heights = [
                (FOOT - 4., Rise::Above),
                (TOP_OF_RULES + 4., Rise::Below),
                (FOOT - 40., Rise::Above),
                (TOP_OF_RULES + 44., Rise::Below),
                (185., Rise::Centred),
            ];
            let mut spots: Vec<Spot> = heights.map(spot).to_vec();
            // At the edge of the plot a centred text would stand outside.
            let edges = [(Anchor::Start, 4.), (Anchor::End, -4.)];
            spots.extend(edges.map(|(anchor, dx)| Spot { anchor, dx, ..spots[0] }));
            let lines = self.wrapped(&(wording.gap)(points, gap.absence), 110., 72., TextStyle::Plain);
            self.ask(Rank::Gap, vec![lines], spots, OF_A_SENTENCE);
        }
    }

    pub(super) fn forecasts(&mut self) {
        for forecast in &self.input.forecasts {
            let marks = projected(self.input, forecast, self.frame);
            let Some(&Projected { x, y, range }) = marks.last().filter(|_| marks.len() > 1) else { continue };
            let (low, high) = range.unwrap_or((y, y));
            let mut spots = if self.is_wide() && x >= NEAR_END { margin(x, y) } else { Vec::new() };
            if self.is_wide() && x >= NEAR_END {
                spots.extend([30., -30., 60., -60., 90., -90.].map(|shift| Spot { y: y + shift, ..spots[0] }));
            }
            // Below or above the range, then inside it.
            spots.extend(around(x, low, 4., &[Side::BelowEnd]));
            spots.extend(around(x, high, 4., &[Side::AboveEnd]));
            spots.extend(around(x, low + 30., 4., &[Side::BelowEnd]));
            spots.extend(around(x, y, 0., &[Side::BelowEnd, Side::AboveEnd]));
            let forms = self.forms(&forecast.label, [(MARGIN, 140.), (MARGIN, 110.), (110., 84.)], TextStyle::Plain);
            self.ask(Rank::Forecast, forms, spots, OF_A_SENTENCE);
        }
    }

    pub(super) fn superseded(&mut self) {
        for old in &self.input.superseded {
            if !old.from_at.is_finite() || !old.replaced_at.is_finite() || !old.value.is_finite() {
                continue;
            }
            let (x, y) = self.frame.at(old.from_at, old.value);
            let end = self.frame.x(old.replaced_at);
            let mut spots = around(x, y, 3., &[Side::AboveStart, Side::BelowStart]);
            // Clear of the step to the next target.
            let before_end = around(end, y, 3., &[Side::AboveEnd, Side::BelowEnd]);
            spots.extend(before_end.into_iter().map(|spot| Spot { dx: -7., ..spot }));
            spots.extend(around((x + end) / 2., y, 3., &[Side::Above, Side::Below]));
            let forms = self.forms(&old.label, [(300., 140.), (150., 110.), (110., 84.)], TextStyle::Plain);
            self.ask(Rank::Superseded, forms, spots, OF_AN_OLD_TARGET);
        }
    }
}

/// Beside a mark at the right edge, in the margin.
fn margin(x: f64, y: f64) -> Vec<Spot> {
    vec![Spot { x, dx: 18., anchor: Anchor::Start, y, rise: Rise::Centred }]
}

//! The labels of a line chart: which there are, how important each is, and which spots it would like.

use super::frame::{BOTTOM, Frame, TOP_OF_RULES};
use super::marks::{BASELINE_RADIUS, break_x, breaks, comparison_kinds, gaps, known, projected, stretches};
use super::{LineChart, LineInput, TraceKind, Wording};
use crate::chart::labels::{
    Anchor, Label, Layout, Obstacle, Request, Rise, Side, Spot, TextStyle, around, join, place,
};
use crate::chart::text::{LabelText, TEXT_SIZE, wrap};

/// Space for labels above the rules.
const TOP: f64 = 6.;
const FOOT: f64 = BOTTOM - 3.;
/// Width of the texts in the margin of the wide layout, in px.
const MARGIN: f64 = 188.;
/// With more points than this, only the ends and the extremes of the series have their values written.
const MOST_VALUES: usize = 12;
const MOST_LINES: usize = 4;
/// A mark this far to the right has its label in the margin.
const NEAR_END: f64 = 96.;

/// Who is placed first. Target, latest value, baseline and the names of coloured lines are never dropped.
#[derive(Clone, Copy)]
enum Rank {
    Tick,
    Target,
    Latest,
    Baseline,
    Name,
    Superseded,
    Break,
    Gap,
    Forecast,
    GrayName,
    Step,
    End,
    Extreme,
    Before,
    Value,
}

/// Weights of what a label may cover.
mod weight {
    pub const CURRENT: f64 = 6.;
    pub const DOT: f64 = 6.;
    pub const RULE: f64 = 9.;
    pub const LINE: f64 = 3.;
    pub const TARGET: f64 = 4.;
    pub const LIGHT: f64 = 2.;
}

/// A value may cover one light line, not its own.
const OF_A_VALUE: f64 = 3.5;
/// An old target stays named, even across a rule.
const OF_AN_OLD_TARGET: f64 = 14.;
/// A sentence that is missing leaves a mark unexplained.
const OF_A_SENTENCE: f64 = 7.;

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

/// All labels of the chart, in both layouts.
pub fn labels(chart: &LineChart, input: &LineInput, frame: &Frame, wording: &Wording<'_>) -> Vec<Label> {
    let of = |layout| {
        let mut requests = Vec::new();
        let mut letterer = Letterer { layout, input, frame, requests: &mut requests };
        letterer.ticks(wording);
        letterer.target();
        letterer.points();
        letterer.names();
        letterer.breaks();
        letterer.gaps(wording);
        letterer.forecasts();
        letterer.superseded();
        place(requests, &obstacles(chart, input, frame), layout, TOP, FOOT)
    };
    join(of(Layout::Wide), of(Layout::Narrow))
}

type Form = Vec<(String, TextStyle)>;

/// A text in lines of one style.
fn styled(text: &str, room: f64, most: usize, style: TextStyle) -> Form {
    let lines = wrap(&[text.to_string()], room / style.scale(), TEXT_SIZE, most);
    lines.into_iter().map(|line| (line, style)).collect()
}

struct Letterer<'a> {
    layout: Layout,
    input: &'a LineInput,
    frame: &'a Frame,
    requests: &'a mut Vec<Request>,
}

impl Letterer<'_> {
    fn is_wide(&self) -> bool {
        self.layout == Layout::Wide
    }

    fn lines<'t>(&self, text: &'t LabelText) -> &'t [String] {
        match self.layout {
            Layout::Wide => &text.wide,
            Layout::Narrow => &text.narrow,
        }
    }

    /// The text in lines of at most so many px, in the wide and in the narrow layout.
    fn wrapped(&self, text: &LabelText, wide: f64, narrow: f64, first: TextStyle) -> Form {
        let room = if self.is_wide() { wide } else { narrow };
        let mut form = Form::new();
        for (n, line) in self.lines(text).iter().enumerate() {
            let style = if n == 0 { first } else { TextStyle::Plain };
            form.extend(styled(line, room, MOST_LINES - form.len().min(MOST_LINES), style));
        }
        form
    }

    fn ask(&mut self, rank: Rank, form: Form, spots: Vec<Spot>, tolerance: Option<f64>) {
        self.ask_in_forms(rank, vec![form], spots, tolerance);
    }

    fn ask_in_forms(&mut self, rank: Rank, mut forms: Vec<Form>, spots: Vec<Spot>, tolerance: Option<f64>) {
        forms.dedup();
        // A text that had to be cut is the last resort.
        let is_whole = |form: &Form| !form.last().is_some_and(|(line, _)| line.ends_with('…'));
        if forms.iter().any(is_whole) {
            forms.retain(is_whole);
        }
        self.requests.push(Request { forms, rank: rank as u8, spots, tolerance });
    }

    fn ticks(&mut self, wording: &Wording<'_>) {
        for (y, text) in self.frame.ticks_inside(wording).into_iter().flatten() {
            let spot = Spot { x: 0., dx: 0., anchor: Anchor::Start, y: y.min(FOOT), rise: Rise::Above };
            let lines = styled(&text, 120., 1, TextStyle::Plain);
            self.ask(Rank::Tick, lines, vec![spot], Some(f64::INFINITY));
        }
    }

    fn target(&mut self) {
        let Some(target) = self.input.target.as_ref() else { return };
        if !target.at.is_finite() || !target.value.is_finite() {
            return;
        }
        let (x, y) = self.frame.at(target.at, target.value);
        let sides = [Side::AboveEnd, Side::Above, Side::AboveStart, Side::BelowEnd, Side::Below, Side::Left];
        let spots = if self.is_wide() && x >= NEAR_END { margin(x, y) } else { around(x, y, 6., &sides) };
        let lines = self.wrapped(&target.label, MARGIN, 220., TextStyle::Strong);
        self.ask(Rank::Target, lines, spots, None);
        for step in &target.steps {
            if step.at.is_finite() && step.value.is_finite() {
                let (x, y) = self.frame.at(step.at, step.value);
                let sides = [Side::UpperLeft, Side::LowerRight, Side::Above, Side::Left, Side::Right, Side::Below];
                let lines = self.wrapped(&step.label, 180., 110., TextStyle::Plain);
                self.ask(Rank::Step, lines, around(x, y, 4., &sides), Some(OF_A_VALUE));
            }
        }
    }

    fn points(&mut self) {
        let known = known(self.input, self.frame);
        let Some(&(latest, x, y)) = known.last() else { return };
        let point = &self.input.points[latest];
        let mut lines = styled(self.input.latest_label.as_ref().unwrap_or(&point.label), 200., 1, TextStyle::Now);
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
        self.ask(Rank::Latest, lines, around(x, y, 6.5, &sides), None);

        if let Some(baseline) = baseline.filter(|_| !is_baseline)
            && let Some(&(_, x, y)) = known.iter().find(|(index, ..)| *index == baseline.index)
        {
            let mut sides = vec![Side::BelowStart, Side::Below, Side::LowerRight, Side::Above, Side::UpperLeft];
            sides.extend(ALL_ROUND);
            let lines = self.wrapped(&baseline.label, 180., 110., TextStyle::Strong);
            self.ask(Rank::Baseline, lines, around(x, y, BASELINE_RADIUS, &sides), None);
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
        let all = self.is_wide() && known.len() <= MOST_VALUES;
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
                self.ask(rank, lines, around(x, y, 5., &ALL_ROUND), Some(OF_A_VALUE));
            }
        }
        // The name of a history stands over its middle.
        for (series, next) in series.iter().zip(&breaks) {
            let name = self.input.points[*next].break_before.as_ref().and_then(|broken| broken.name_before.as_ref());
            let Some(name) = name else { continue };
            let mut spots: Vec<Spot> =
                series.iter().flat_map(|&(_, x, y)| around(x, y, 7., &[Side::Above, Side::Below])).collect();
            spots.sort_by(|a, b| off_centre(a, series).total_cmp(&off_centre(b, series)));
            spots.truncate(8);
            let lines = self.wrapped(name, 180., 110., TextStyle::Plain);
            self.ask(Rank::Before, lines, spots, Some(OF_A_VALUE));
        }
    }

    fn names(&mut self) {
        for (line, (kind, _)) in self.input.comparisons.iter().zip(comparison_kinds(self.input)) {
            let marks: Vec<(f64, f64)> = stretches(&line.points, self.frame).into_iter().flatten().collect();
            let Some(&(x, y)) = marks.last() else { continue };
            let mut spots = if self.is_wide() { around(x, y, 4., &[Side::Right]) } else { Vec::new() };
            spots.extend(around(x, y, 5., &[Side::AboveEnd, Side::BelowEnd, Side::Above, Side::Below]));
            // Any point of the line will do.
            spots.extend(
                marks.iter().rev().skip(1).take(6).flat_map(|&(x, y)| around(x, y, 5., &[Side::Above, Side::Below])),
            );
            let (rank, tolerance) = match kind {
                TraceKind::Second | TraceKind::Third | TraceKind::Fourth => (Rank::Name, None),
                _ => (Rank::GrayName, Some(OF_A_VALUE)),
            };
            let lines = self.wrapped(&line.name, MARGIN, 130., TextStyle::Plain);
            self.ask(rank, lines, spots, tolerance);
        }
    }

    fn breaks(&mut self) {
        for index in breaks(&self.input.points) {
            let Some(broken) = &self.input.points[index].break_before else { continue };
            let x = break_x(&self.input.points, index, self.frame);
            let heights = [
                (FOOT - 4., Rise::Above),
                (TOP_OF_RULES, Rise::Below),
                (FOOT - 30., Rise::Above),
                (TOP_OF_RULES + 26., Rise::Below),
            ];
            // What it says is true from here on, so it stands on the right if it can.
            let sides = [(10., Anchor::Start), (-10., Anchor::End)];
            let beside = |(dx, anchor)| heights.map(|(y, rise)| Spot { x, dx, anchor, y, rise });
            let spots = sides.into_iter().flat_map(beside).collect();
            let forms = [(230., 140.), (150., 110.), (110., 84.)]
                .map(|(wide, narrow)| self.wrapped(&broken.sentence, wide, narrow, TextStyle::Plain));
            self.ask_in_forms(Rank::Break, forms.into(), spots, Some(OF_A_SENTENCE));
        }
    }

    fn gaps(&mut self, wording: &Wording<'_>) {
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
            self.ask(Rank::Gap, lines, spots, Some(OF_A_SENTENCE));
        }
    }

    fn forecasts(&mut self) {
        for forecast in &self.input.forecasts {
            let marks = projected(self.input, forecast, self.frame);
            let Some(&(x, y, range)) = marks.last().filter(|_| marks.len() > 1) else { continue };
            let (low, high) = range.unwrap_or((y, y));
            let mut spots = if self.is_wide() && x >= NEAR_END { margin(x, y) } else { Vec::new() };
            if self.is_wide() && x >= NEAR_END {
                spots.extend([30., -30., 60., -60., 90., -90.].map(|shift| Spot { y: y + shift, ..spots[0] }));
            }
            spots.extend(around(x, low, 6., &[Side::BelowEnd]));
            spots.extend(around(x, high, 6., &[Side::AboveEnd]));
            spots.extend(around(x, low + 30., 6., &[Side::BelowEnd]));
            let lines = self.wrapped(&forecast.label, MARGIN, 140., TextStyle::Plain);
            self.ask(Rank::Forecast, lines, spots, Some(OF_A_SENTENCE));
        }
    }

    fn superseded(&mut self) {
        for old in &self.input.superseded {
            if !old.from_at.is_finite() || !old.replaced_at.is_finite() || !old.value.is_finite() {
                continue;
            }
            let (x, y) = self.frame.at(old.from_at, old.value);
            let end = self.frame.x(old.replaced_at);
            let mut spots = around(x, y, 3., &[Side::AboveStart, Side::BelowStart]);
            spots.extend(around(end - 0.8, y, 3., &[Side::AboveEnd, Side::BelowEnd]));
            spots.extend(around((x + end) / 2., y, 3., &[Side::Above, Side::Below]));
            let forms = [(300., 140.), (150., 110.), (110., 84.)]
                .map(|(wide, narrow)| self.wrapped(&old.label, wide, narrow, TextStyle::Plain));
            self.ask_in_forms(Rank::Superseded, forms.into(), spots, Some(OF_AN_OLD_TARGET));
        }
    }
}

/// Beside a mark at the right edge, in the margin.
fn margin(x: f64, y: f64) -> Vec<Spot> {
    vec![Spot { x, dx: 18., anchor: Anchor::Start, y, rise: Rise::Centred }]
}

fn off_centre(spot: &Spot, series: &[(usize, f64, f64)]) -> f64 {
    let ends = series.first().zip(series.last()).map_or(0., |(first, last)| (first.1 + last.1) / 2.);
    (spot.x - ends).abs()
}

/// What labels should not cover.
fn obstacles(chart: &LineChart, input: &LineInput, frame: &Frame) -> Vec<Obstacle> {
    let mut obstacles = Vec::new();
    let mut line = |points: &[(f64, f64)], weight: f64| {
        obstacles.extend(points.windows(2).map(|pair| Obstacle { from: pair[0], to: pair[1], weight }));
    };
    let known: Vec<_> = known(input, frame);
    let breaks = breaks(&input.points);
    for run in known.chunk_by(|a, b| a.0 + 1 == b.0 && !breaks.contains(&b.0)) {
        line(&run.iter().map(|&(_, x, y)| (x, y)).collect::<Vec<_>>(), weight::CURRENT);
    }
    for comparison in &input.comparisons {
        for run in stretches(&comparison.points, frame) {
            line(&run, weight::LINE);
        }
    }
    for rule in &chart.breaks {
        line(&[(rule.x, chart.top), (rule.x, chart.bottom)], weight::RULE);
    }
    for interval in &chart.intervals {
        line(&[(interval.x, interval.low), (interval.x, interval.high)], weight::LINE);
    }
    for dot in &chart.dots {
        line(&[(dot.x, dot.y - dot.radius), (dot.x, dot.y + dot.radius)], weight::DOT);
    }
    for forecast in &input.forecasts {
        let marks = projected(input, forecast, frame);
        line(&marks.iter().map(|&(x, y, _)| (x, y)).collect::<Vec<_>>(), weight::LINE);
        line(&marks.iter().filter_map(|&(x, _, range)| Some((x, range?.0))).collect::<Vec<_>>(), weight::LIGHT);
        line(&marks.iter().filter_map(|&(x, _, range)| Some((x, range?.1))).collect::<Vec<_>>(), weight::LIGHT);
    }
    for (old, mark) in input.superseded.iter().zip(&chart.superseded) {
        let end = frame.x(old.replaced_at);
        line(&[(mark.x, mark.y), (end, mark.y)], weight::LINE);
        line(&[(end, mark.y), (end, mark.next_y.unwrap_or(mark.y))], weight::LINE);
    }
    if let (Some(mark), Some(target)) = (&chart.target, &input.target) {
        line(&[(mark.x1, mark.y), (mark.x2, mark.y)], weight::RULE);
        let baseline = input.baseline.as_ref().and_then(|base| known.iter().find(|point| point.0 == base.index));
        let start = baseline.map(|&(_, x, y)| (x, y));
        let way: Vec<_> =
            start.into_iter().chain(mark.steps.iter().copied()).chain([frame.at(target.at, target.value)]).collect();
        line(&way, weight::TARGET);
        for &(x, y) in &mark.steps {
            line(&[(x, y - 4.), (x, y + 4.)], weight::DOT);
        }
    }
    obstacles
}

//! The labels of a line chart: which there are, how important each is, and which spots it would like.

mod context;
mod series;

use super::frame::{BOTTOM, Frame};
use super::obstacles::obstacles;
use super::{LineChart, LineInput, Wording};
use crate::chart::labels::{Anchor, Form, Label, Layout, Request, Rise, Spot, TextStyle, join, place};
use crate::chart::text::{LabelText, TEXT_SIZE, wrap};

/// Space for labels above the rules.
const TOP: f64 = 6.;
const FOOT: f64 = BOTTOM - 3.;
/// Width of the texts in the margin of the wide layout, in px.
const MARGIN: f64 = 190.;
const MOST_LINES: usize = 5;

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

/// Tolerances, in the weights of [`super::obstacles`]. A value may cover the edge of a range.
const OF_A_VALUE: f64 = 2.5;

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

    /// The text in each of some widths, in the wide and in the narrow layout.
    fn forms<const N: usize>(&self, text: &LabelText, rooms: [(f64, f64); N], first: TextStyle) -> Vec<Form> {
        rooms.map(|(wide, narrow)| self.wrapped(text, wide, narrow, first)).into()
    }

    fn ask(&mut self, rank: Rank, mut forms: Vec<Form>, spots: Vec<Spot>, tolerance: f64) {
        forms.dedup();
        // A part of a text is the last resort.
        let is_cut = |form: &mut Form| form.last().is_some_and(|(line, _)| line.ends_with('…'));
        let last_resort = forms.extract_if(.., is_cut).last();
        let request = Request { forms, last_resort, rank: rank as u8, spots, tolerance: Some(tolerance) };
        self.requests.push(request);
    }

    /// For a label that is never dropped: at worst, its first line is cut short.
    fn insist(&mut self, rank: Rank, mut forms: Vec<Form>, spots: Vec<Spot>) {
        forms.dedup();
        let first = forms.first().and_then(|form| form.first());
        let last_resort = first.map(|(line, style)| styled(line, 110., 1, *style));
        self.requests.push(Request { forms, last_resort, rank: rank as u8, spots, tolerance: None });
    }

    fn ticks(&mut self, wording: &Wording<'_>) {
        for (y, text) in self.frame.ticks_inside(wording).into_iter().flatten() {
            let spot = Spot { x: 0., dx: 0., anchor: Anchor::Start, y: y.min(FOOT), rise: Rise::Above };
            let lines = styled(&text, 120., 1, TextStyle::Plain);
            self.ask(Rank::Tick, vec![lines], vec![spot], f64::INFINITY);
        }
    }
}

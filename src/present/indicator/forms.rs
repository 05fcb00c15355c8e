//! The forms that the figures of an indicator are drawn in: what each needs, and the words on it.

use super::curve::{self, short_value, tick};
use super::figure::{Area, Picture, Stop};
use super::groups::PLACES;
use super::sheet::at;
use crate::chart::line::DotKind;
use crate::chart::multiples::{self, MultiplesInput, Panel, multiples};
use crate::chart::reading::Reading;
use crate::chart::rows::{Gap, Row, RowsInput, Total, bars, dots};
use crate::chart::shares::{self, Part, ShareRow, shares};
use crate::chart::sheet::{Entry, Sheet, SheetLine};
use crate::chart::spark::SparkPoint;
use crate::feed::period::Period;
use crate::feed::records::Indicator;
use crate::feed::records::indicator::{Aggregation, UnitKind};
use crate::feed::series::Line;
use crate::measure::assess::{DimensionGap, target_for};
use crate::present::Context;
use crate::words::say;

/// How figures are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Lines over time.
    Line,
    /// One row a group or place, or a period: where each stands.
    Now,
    /// A small chart for each.
    Each,
    /// Parts of a whole.
    Shares,
}

impl Form {
    const ALL: [Self; 4] = [Self::Line, Self::Now, Self::Each, Self::Shares];

    /// Its name in the address.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Now => "now",
            Self::Each => "each",
            Self::Shares => "shares",
        }
    }

    pub(super) fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.code() == code)
    }
}

/// More rows than this are a table.
const MOST_PERIODS: usize = 16;
/// Parts make a whole if they miss it by less than this share of it: what was rounded, not what is missing.
const ROUNDING: f64 = 0.01;

/// What is shown, before it is drawn.
pub(super) struct View<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) indicator: &'a Indicator,
    /// Whose figures, as the address says it; empty for everybody.
    pub(super) by: &'a str,
    /// The main line first.
    pub(super) lines: &'a [&'a Line],
    pub(super) sheet: &'a Sheet,
    /// How many lines stand for everybody beside the groups or places: one or none.
    pub(super) aside: usize,
    /// Of the dimension that is shown.
    pub(super) gap: Option<&'a DimensionGap<'a>>,
}

/// A picture, the figures in it, and how they are walked through.
pub(super) struct Drawn {
    pub(super) picture: Picture,
    /// The figures that are drawn, and no others.
    pub(super) sheet: Sheet,
    pub(super) stops: Vec<Stop>,
    /// One row a line rather than a period.
    pub(super) lines_down: bool,
    /// What has to be said of the picture.
    pub(super) note: Option<String>,
    /// The kind of picture, for the words that describe it.
    pub(super) kind: &'static str,
}

impl View<'_> {
    /// The forms that make sense, the usual one first.
    pub(super) fn forms(&self) -> Vec<Form> {
        let shares = self.is_whole().then_some(Form::Shares);
        let forms = match self.by {
            "" if self.is_amount() => vec![Form::Line, Form::Now],
            "" => vec![Form::Line],
            PLACES => vec![Form::Each, Form::Now, Form::Line],
            _ => vec![Form::Now, Form::Line, Form::Each],
        };
        forms.into_iter().chain(shares).collect()
    }

    pub(super) fn draw(&self, form: Form) -> Drawn {
        match form {
            Form::Line => self.line(),
            Form::Now => self.now(),
            Form::Each => self.each(),
            Form::Shares => self.shares(),
        }
    }

    /// Amounts have a length: they are drawn as bars. Shares and rates only have a place.
    fn is_amount(&self) -> bool {
        matches!(self.indicator.unit.kind, UnitKind::Count | UnitKind::Quantity | UnitKind::Currency)
    }

    /// The lines beside the main one.
    pub(super) fn others(&self) -> &[SheetLine] {
        self.sheet.lines.get(self.aside..).unwrap_or_default()
    }

    /// The line of everybody beside them.
    fn whole<'s>(&self, sheet: &'s Sheet) -> Option<&'s SheetLine> {
        sheet.lines.first().filter(|_| self.aside > 0)
    }

    /// Whether the others are the parts of the main line, at the last moment.
    fn is_whole(&self) -> bool {
        let Some(latest) = self.latest() else { return false };
        let whole = self.whole(self.sheet).and_then(|line| line.value(latest));
        let parts: Option<Vec<f64>> = self.others().iter().map(|line| line.value(latest)).collect();
        match (whole, parts) {
            (Some(whole), Some(parts)) if parts.len() > 1 => {
                let sum: f64 = parts.iter().sum();
                self.is_amount()
                    && self.indicator.aggregation == Aggregation::Sum
                    && parts.iter().all(|part| *part >= 0.0)
                    && whole > 0.0
                    && (sum - whole).abs() <= ROUNDING * whole
            }
            _ => false,
        }
    }

    /// The period that groups are compared at: that of the gap, so that picture and sum speak of the same one.
    fn latest(&self) -> Option<usize> {
        let moment = |period: Period| self.moment(period);
        let of_gap = self.gap.and_then(|gap| gap.now.as_ref()).and_then(|(period, _)| moment(*period));
        let of_others = (0..self.sheet.moments.len())
            .rev()
            .find(|index| self.others().iter().any(|line| line.value(*index).is_some()));
        of_gap.or(of_others).or(self.sheet.latest())
    }

    fn moment(&self, period: Period) -> Option<usize> {
        let name = self.context.words.period(period);
        self.sheet.moments.iter().position(|moment| moment.at == at(period) && moment.name == name)
    }

    fn baseline(&self) -> Option<usize> {
        self.moment(self.indicator.baseline.as_ref()?.period)
    }

    /// Baseline and latest moment, in order; one if they are the same.
    fn two(&self) -> (Sheet, usize) {
        let latest = self.latest().unwrap_or_default();
        let mut moments: Vec<usize> = self.baseline().into_iter().filter(|from| *from < latest).collect();
        moments.push(latest);
        (self.sheet.at(&moments), moments.len() - 1)
    }

    fn value(&self, entry: Option<&Entry>) -> String {
        match entry.and_then(|entry| entry.reading.value()) {
            Some(value) => {
                let value = self.context.value(self.indicator, value);
                match entry.and_then(|entry| entry.revised.as_ref()) {
                    Some(revised) => [value.as_str(), " (", &revised.says, ")"].join(""),
                    None => value,
                }
            }
            None => self.reason(entry),
        }
    }

    /// Why there is no figure.
    fn reason(&self, entry: Option<&Entry>) -> String {
        entry.map_or_else(|| say!(self.context.words, "value-not-collected"), |entry| entry.text.clone())
    }

    fn short(&self, entry: Option<&Entry>) -> String {
        let value = entry.and_then(|entry| entry.reading.value());
        value.map_or(String::new(), |value| short_value(self.context, self.indicator, value))
    }

    /// The target of a line.
    fn target(&self, line: usize) -> Option<f64> {
        let scope = &self.lines.get(line)?.scope;
        target_for(self.indicator, scope, self.context.today).map(|target| target.value)
    }

    fn is_whole_number(&self) -> bool {
        self.indicator.unit.kind == UnitKind::Count && self.indicator.unit.multiplier.is_none()
    }

    fn line(&self) -> Drawn {
        let Some(main) = self.lines.first() else { return self.nothing() };
        let chart = curve::curve(self.context, self.indicator, self.sheet, main);
        let words = self.context.words;
        let alone = self.sheet.lines.len() == 1;
        let moments = self.sheet.moments.iter().enumerate();
        let places: Vec<f64> = self.sheet.moments.iter().map(|moment| chart.axes.x(moment.at)).collect();
        let stops = moments.map(|(index, moment)| {
            let said = self.sheet.lines.iter().filter_map(|line| {
                let value = self.value(Some(line.entry(index)?));
                Some(if alone { value } else { say!(words, "stop-line", name = &line.name, value = value) })
            });
            let values = said.collect::<Vec<_>>().join("; ");
            let marks = self.sheet.lines.iter().filter_map(|line| Some(chart.axes.at(moment.at, line.value(index)?)));
            Stop {
                says: say!(words, "stop", period = &moment.name, values = values),
                marks: marks.collect(),
                rule: Some(places[index]),
                area: Some(stripe(&places, index)),
            }
        });
        Drawn {
            stops: stops.collect(),
            sheet: self.sheet.clone(),
            lines_down: false,
            note: with(
                (!chart.starts_at_zero).then(|| say!(words, "chart-not-from-zero")),
                chart.dots.iter().any(|dot| dot.kind == DotKind::Revised).then(|| say!(words, "chart-revised")),
            ),
            kind: "line",
            picture: Picture::Line(Box::new(chart)),
        }
    }

    /// Rows of groups and places with the total as a line through them, or of the last periods of everybody.
    fn now(&self) -> Drawn {
        if self.by.is_empty() {
            return self.periods();
        }
        let words = self.context.words;
        let (sheet, latest) = self.two();
        let others = sheet.lines.iter().enumerate().skip(self.aside);
        let rows = others.clone().map(|(index, line)| Row {
            baseline: if latest > 0 { line.value(0) } else { None },
            target: self.target(index),
            ..self.row(&line.name, line.entry(latest))
        });
        // Amounts of parts are not to be compared with the amount of all.
        let main = self.whole(&sheet).filter(|_| !self.is_amount());
        let total = main.and_then(|line| {
            let label = say!(words, "stop-line", name = &line.name, value = self.short(line.entry(latest)));
            Some(Total { value: line.value(latest)?, label })
        });
        let input = RowsInput { rows: rows.collect(), total, gap: self.gap_mark(), whole: self.is_whole_number() };
        let says = others.map(|(_, line)| (line.name.clone(), self.by_moment(&sheet, line))).collect();
        let mut drawn = self.rows_of(&input, says, sheet.clone(), true);
        if let ([then, now], false) = (sheet.moments.as_slice(), self.is_amount()) {
            drawn.note = with(drawn.note, Some(say!(words, "dots-key", then = &then.short, now = &now.short)));
        }
        drawn.stops.extend(self.whole(&sheet).map(|line| self.last_stop(&sheet, line)));
        drawn
    }

    /// The figures of everybody, of whom the rows are parts, as the last stop.
    fn last_stop(&self, sheet: &Sheet, line: &SheetLine) -> Stop {
        let says = say!(self.context.words, "stop", period = &line.name, values = self.by_moment(sheet, line));
        Stop { says, marks: Vec::new(), rule: None, area: None }
    }

    /// The last periods of everybody, as bars.
    fn periods(&self) -> Drawn {
        let from = self.sheet.moments.len().saturating_sub(MOST_PERIODS);
        let sheet = self.sheet.at(&(from..self.sheet.moments.len()).collect::<Vec<_>>());
        let entry = |index: usize| sheet.lines.first().and_then(|line| line.entry(index));
        let moments = || sheet.moments.iter().enumerate();
        let rows = moments().map(|(index, moment)| self.row(&moment.name, entry(index))).collect();
        let input = RowsInput { rows, total: None, gap: None, whole: self.is_whole_number() };
        let says = moments().map(|(index, moment)| (moment.name.clone(), self.value(entry(index)))).collect();
        self.rows_of(&input, says, sheet.clone(), false)
    }

    fn row(&self, name: &str, entry: Option<&Entry>) -> Row {
        Row {
            name: name.to_owned(),
            label: self.short(entry),
            reading: reading(entry),
            baseline: None,
            target: None,
            missing: self.reason(entry),
        }
    }

    /// Bars or dots of some rows, as the unit wants it. Each row has its words: what it is, and its figures.
    fn rows_of(&self, input: &RowsInput, says: Vec<(String, String)>, sheet: Sheet, lines_down: bool) -> Drawn {
        let words = self.context.words;
        let amounts = self.is_amount();
        let tick = |value: f64, decimals: usize| tick(self.context, self.indicator, value, decimals);
        let chart = if amounts { bars(input, &tick) } else { dots(input, &tick) };
        let marks = chart.rows.iter().zip(&chart.stops);
        let stops = says.into_iter().zip(marks).map(|((name, values), (row, place))| Stop {
            says: say!(words, "stop", period = name, values = values),
            marks: place.iter().copied().collect(),
            rule: None,
            area: Some((0.0, 100.0, row.y - 30.0, 44.0)),
        });
        Drawn {
            stops: stops.collect(),
            sheet,
            lines_down,
            note: (!amounts && !chart.starts_at_zero).then(|| say!(words, "chart-not-from-zero")),
            kind: if amounts { "bars" } else { "dots" },
            picture: Picture::Rows(chart),
        }
    }

    /// The figures of a line, each after its period.
    fn by_moment(&self, sheet: &Sheet, line: &SheetLine) -> String {
        let said = sheet.moments.iter().enumerate().map(|(index, moment)| {
            say!(self.context.words, "stop-when", period = &moment.name, value = self.value(line.entry(index)))
        });
        said.collect::<Vec<_>>().join("; ")
    }

    /// The gap between the highest and the lowest group, as the sum has it.
    fn gap_mark(&self) -> Option<Gap> {
        let gap = self.gap?;
        let (_, extremes) = gap.now.as_ref()?;
        // The extremes count the groups that have a figure; the rows are those that have a line.
        let known: Vec<usize> = (0..gap.groups.len()).filter(|index| gap.groups[*index].now.is_some()).collect();
        let between = (*known.get(extremes.highest)?, *known.get(extremes.lowest)?);
        Some(Gap { between, label: self.context.change(self.indicator, extremes.difference) })
    }

    fn each(&self) -> Drawn {
        let words = self.context.words;
        let baseline = self.baseline();
        let latest_of = |line: &SheetLine| (0..line.entries.len()).rev().find(|index| line.value(*index).is_some());
        let panel = |(index, line): (usize, &SheetLine)| {
            let latest = latest_of(line);
            let then = baseline.and_then(|index| line.entry(index)).filter(|entry| entry.reading.value().is_some());
            let note = then.zip(baseline).map(|(entry, index)| {
                let name = &self.sheet.moments[index].short;
                say!(words, "panel-was", value = self.value(Some(entry)), period = name)
            });
            Panel {
                name: line.name.clone(),
                label: latest.map_or(String::new(), |index| self.short(line.entry(index))),
                note: note.unwrap_or_default(),
                points: (self.sheet.moments.iter().enumerate())
                    .map(|(index, moment)| SparkPoint {
                        at: moment.at,
                        reading: reading(line.entry(index)),
                        break_before: line.entry(index).is_some_and(|entry| entry.broken),
                    })
                    .collect(),
                baseline,
                target: self.target(index + self.aside),
                missing: self.reason(line.entries.last().and_then(Option::as_ref)),
            }
        };
        let main = self.whole(self.sheet);
        let total = self.sheet.moments.iter().enumerate();
        let input = MultiplesInput {
            panels: self.others().iter().enumerate().map(panel).collect(),
            // The amount of all would press the parts flat.
            total: if self.is_amount() || main.is_none() {
                Vec::new()
            } else {
                total.map(|(index, moment)| (moment.at, main.and_then(|line| line.value(index)))).collect()
            },
            whole: self.is_whole_number(),
        };
        let tick = |value: f64, decimals: usize| tick(self.context, self.indicator, value, decimals);
        let chart: multiples::Multiples = multiples(&input, &tick);
        // Everybody's line is in each panel; it is walked once, after the others.
        let stops = self.others().iter().chain(main).flat_map(|line| {
            self.sheet.moments.iter().enumerate().filter_map(|(index, moment)| {
                let value = self.value(Some(line.entry(index)?));
                let says = say!(words, "stop-of", name = &line.name, period = &moment.name, values = value);
                Some(Stop { says, marks: Vec::new(), rule: None, area: None })
            })
        });
        Drawn {
            stops: stops.collect(),
            sheet: self.sheet.clone(),
            lines_down: false,
            note: Some(if input.total.is_empty() {
                say!(words, "panels-note")
            } else {
                say!(words, "panels-note-total", whom = main.map_or("", |line| line.name.as_str()))
            }),
            kind: "panels",
            picture: Picture::Multiples(chart),
        }
    }

    fn shares(&self) -> Drawn {
        let words = self.context.words;
        let (sheet, _) = self.two();
        let row = |(index, moment): (usize, &crate::chart::sheet::Moment)| {
            let sum: f64 = sheet.lines.iter().skip(self.aside).filter_map(|line| line.value(index)).sum();
            let part = |line: &SheetLine| Part {
                name: line.name.clone(),
                label: line.value(index).map_or(String::new(), |value| share(self.context, value, sum)),
                reading: reading(line.entry(index)),
                tone: None,
            };
            let unknown = sheet.lines.iter().skip(self.aside).find(|line| line.value(index).is_none());
            ShareRow {
                name: moment.name.clone(),
                parts: sheet.lines.iter().skip(self.aside).map(part).collect(),
                missing: unknown.map_or(String::new(), |line| {
                    say!(words, "stop", period = &line.name, values = self.reason(line.entry(index)))
                }),
            }
        };
        let rows: Vec<ShareRow> = sheet.moments.iter().enumerate().map(row).collect();
        let chart: shares::ShareChart = shares(&rows);
        let n_parts = self.others().len();
        let stops = rows.iter().zip(0..).flat_map(|(row, index): (&ShareRow, usize)| {
            let lines = sheet.lines.iter().skip(self.aside).zip(&row.parts).enumerate();
            let (chart, sheet) = (&chart, &sheet);
            lines.map(move |(part, (line, said))| {
                let value = self.value(line.entry(index));
                let values = if said.label.is_empty() {
                    value
                } else {
                    say!(words, "stop-share", value = value, share = &said.label)
                };
                let place = chart.stops.get(index * n_parts + part).copied().flatten();
                let period = &sheet.moments[index].name;
                Stop {
                    says: say!(words, "stop-of", name = &line.name, period = period, values = values),
                    marks: place.into_iter().collect(),
                    rule: None,
                    area: None,
                }
            })
        });
        let mut stops: Vec<Stop> = stops.collect();
        stops.extend(self.whole(&sheet).map(|line| self.last_stop(&sheet, line)));
        Drawn {
            stops,
            lines_down: true,
            note: Some(say!(words, "shares-note")),
            kind: "shares",
            picture: Picture::Shares(chart.clone()),
            sheet,
        }
    }

    fn nothing(&self) -> Drawn {
        Drawn {
            picture: Picture::Shares(shares::ShareChart { empty: true, ..shares::ShareChart::default() }),
            sheet: self.sheet.clone(),
            stops: Vec::new(),
            lines_down: false,
            note: None,
            kind: "line",
        }
    }
}

fn reading(entry: Option<&Entry>) -> Reading {
    entry.map_or(Reading::Absent(crate::chart::reading::Absence::NotCollected), |entry| entry.reading)
}

fn share(context: &Context<'_>, part: f64, whole: f64) -> String {
    if whole > 0.0 { context.words.percent(100.0 * part / whole, 0) } else { String::new() }
}

/// One sentence after another, as far as there are any.
fn with(note: Option<String>, more: Option<String>) -> Option<String> {
    match (note, more) {
        (Some(note), Some(more)) => Some([note, more].join(" ")),
        (note, more) => note.or(more),
    }
}

/// From half way to the place before, to half way to the place after. As high as a line chart without its spans.
fn stripe(places: &[f64], index: usize) -> Area {
    let here = places[index];
    let near = |a: Option<&f64>, other: f64| a.map_or(other, |there| (here + there) / 2.0);
    let from = near(index.checked_sub(1).and_then(|before| places.get(before)), here - 3.0);
    let to = near(places.get(index + 1), here + 3.0);
    (from, (to - from).max(0.0), 0.0, 352.0)
}

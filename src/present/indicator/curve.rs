//! The line chart of an indicator: its marks, and the words on it.

use super::sheet::at;
use crate::chart::line::{
    Baseline, Break, Comparison, ComparisonKind, Forecast, ForecastPoint, LineChart, LineInput, Point, Span, Spans,
    Superseded, Target, TargetStep, Wording, line,
};
use crate::chart::reading::Absence;
use crate::chart::sheet::{Entry, Moment, Sheet};
use crate::chart::text::LabelText;
use crate::feed::date::Date;
use crate::feed::period::decimal_year;
use crate::feed::records::Indicator;
use crate::feed::records::activity::{Activity, ActivityStatus};
use crate::feed::records::indicator::UnitKind;
use crate::feed::series::{Line, Observation};
use crate::measure::change::standing;
use crate::present::Context;
use crate::present::row::main_target;
use crate::sorted::sort_by_key;
use crate::words::say;

/// So many activities have a bar under the axis. The rest stands in the list of the page.
const MOST_SPANS: usize = 8;

/// The chart of a sheet, whose first line is this one.
pub(super) fn curve(context: &Context<'_>, indicator: &Indicator, sheet: &Sheet, main: &Line) -> LineChart {
    let input = input(context, indicator, sheet, main);
    let tick = |value: f64, decimals: usize| tick(context, indicator, value, decimals);
    let year = |year: i32| context.words.year(year);
    let gap = |points: &[Point], why: Absence| gap_label(context, points, why);
    line(&input, &Wording { tick: &tick, year: &year, gap: &gap })
}

/// A value on an axis.
pub(super) fn tick(context: &Context<'_>, indicator: &Indicator, value: f64, decimals: usize) -> String {
    let decimals = u8::try_from(decimals).unwrap_or(3);
    match indicator.unit.kind {
        UnitKind::Percent | UnitKind::PercentChange | UnitKind::PercentRatio => context.words.percent(value, decimals),
        _ => context.words.number(value, decimals),
    }
}

fn input(context: &Context<'_>, indicator: &Indicator, sheet: &Sheet, main: &Line) -> LineInput {
    let standing = standing(main, indicator);
    let is_total = main.scope.is_total();
    let index_of = |wanted: &Observation| main.points.iter().position(|point| point == wanted);
    let baseline = standing.baseline.and_then(|from| Some((index_of(from)?, from.value?)));
    // Periods that only others have are no gap of the main line.
    let first = sheet.lines.first();
    let entries = sheet.moments.iter().enumerate().filter_map(|(at, moment)| Some((moment, first?.entry(at)?)));
    LineInput {
        points: entries
            .zip(&main.points)
            .map(|((moment, entry), point)| point_of(context, moment, entry, point))
            .collect(),
        baseline: baseline.map(|(index, value)| Baseline {
            index,
            label: LabelText {
                wide: vec![say!(context.words, "chart-baseline", value = context.bare_value(indicator, value))],
                narrow: vec![context.bare_value(indicator, value)],
            },
        }),
        latest_label: standing
            .latest
            .and_then(|latest| latest.value)
            .map(|value| short_value(context, indicator, value)),
        comparisons: sheet
            .lines
            .iter()
            .skip(1)
            .map(|line| Comparison {
                name: LabelText::same([line.name.clone()]),
                kind: ComparisonKind::Group,
                points: (sheet.moments.iter().enumerate())
                    .filter_map(|(index, moment)| Some((moment.at, line.entry(index)?.reading.value())))
                    .collect(),
            })
            .collect(),
        // What everybody aims at and expects is no measure of a group that stands in for them.
        target: target(context, indicator).filter(|_| is_total),
        superseded: if is_total { superseded(context, indicator, main) } else { Vec::new() },
        forecasts: if is_total { forecasts(context, indicator) } else { Vec::new() },
        spans: spans(context, indicator),
        whole: indicator.unit.kind == UnitKind::Count && indicator.unit.multiplier.is_none(),
    }
}

fn point_of(context: &Context<'_>, moment: &Moment, entry: &Entry, observation: &Observation) -> Point {
    // A label of a picture cannot name its language, so a note in another one stands in the table only.
    let note = observation.note.as_ref().filter(|_| context.feed.coalition.default_locale.as_str() == context.lang());
    let sentence = || LabelText {
        wide: vec![note.cloned().unwrap_or_else(|| say!(context.words, "chart-break"))],
        narrow: vec![say!(context.words, "chart-break-short")],
    };
    Point {
        at: moment.at,
        period: moment.short.clone(),
        label: entry.text.clone(),
        reading: entry.reading,
        was: entry.revised.as_ref().map(|revised| revised.was),
        break_before: entry.broken.then(|| Break { sentence: sentence(), name_before: None }),
    }
}

/// A value as short as a label has to be.
pub(super) fn short_value(context: &Context<'_>, indicator: &Indicator, value: f64) -> String {
    match indicator.unit.kind {
        UnitKind::Percent | UnitKind::PercentChange | UnitKind::PercentRatio | UnitKind::Currency => {
            context.value(indicator, value)
        }
        _ => context.bare_value(indicator, value),
    }
}

fn target(context: &Context<'_>, indicator: &Indicator) -> Option<Target> {
    let target = main_target(indicator)?;
    let short = say!(context.words, "chart-target", value = short_value(context, indicator, target.value));
    let by = say!(context.words, "chart-by", by = context.date(target.by));
    Some(Target {
        at: date_at(target.by),
        value: target.value,
        label: LabelText { wide: vec![short.clone(), by], narrow: vec![short] },
        steps: target
            .interim
            .iter()
            .map(|step| {
                let (value, by) = (short_value(context, indicator, step.value), context.date(step.by));
                TargetStep {
                    at: date_at(step.by),
                    value: step.value,
                    label: LabelText {
                        wide: vec![say!(context.words, "chart-step", value = &value, by = by)],
                        narrow: vec![say!(context.words, "chart-step-short", value = value)],
                    },
                }
            })
            .collect(),
    })
}

/// Replaced targets. When a target was set is not in the feed, so its step begins at the baseline.
fn superseded(context: &Context<'_>, indicator: &Indicator, main: &Line) -> Vec<Superseded> {
    let Some(target) = main_target(indicator) else { return Vec::new() };
    let start = indicator.baseline.as_ref().map(|baseline| baseline.period).or(main.points.first().map(|p| p.period));
    let mut from_at = start.map_or(0.0, at);
    let mut old: Vec<_> = target.previous.iter().collect();
    sort_by_key(&mut old, |old| old.replaced_on.first());
    old.into_iter()
        .map(|old| {
            let replaced_at = date_at(old.replaced_on);
            let value = short_value(context, indicator, old.value);
            let (by, on) = (context.date(old.by), context.date(old.replaced_on));
            let superseded = Superseded {
                from_at: from_at.min(replaced_at),
                replaced_at,
                value: old.value,
                label: LabelText {
                    wide: vec![say!(context.words, "chart-old-target", value = &value, by = by, on = on)],
                    narrow: vec![say!(context.words, "chart-old-target-short", value = value)],
                },
            };
            from_at = replaced_at;
            superseded
        })
        .collect()
}

fn forecasts(context: &Context<'_>, indicator: &Indicator) -> Vec<Forecast> {
    let mut all: Vec<_> = indicator.forecasts.iter().collect();
    sort_by_key(&mut all, |forecast| forecast.made_on.last());
    let n_past = all.len().saturating_sub(1);
    all.into_iter()
        .enumerate()
        .map(|(index, forecast)| {
            let last = forecast.points.last();
            let about = last.map_or(String::new(), |point| {
                let value = short_value(context, indicator, point.value);
                match point.low.zip(point.high) {
                    Some((low, high)) => say!(
                        context.words,
                        "chart-about-between",
                        value = value,
                        low = context.bare_value(indicator, low),
                        high = context.bare_value(indicator, high)
                    ),
                    None => say!(context.words, "chart-about", value = value),
                }
            });
            let by =
                context.feed.partner(&forecast.made_by).map_or(String::new(), |partner| context.plain(&partner.name));
            let author = say!(context.words, "chart-forecast-by", by = by, on = context.date(forecast.made_on));
            let assumption = context.plain(&forecast.assumption);
            let label = if index < n_past {
                // An earlier forecast is there to see how good it was; its words would crowd those of the last one.
                let short = say!(context.words, "chart-old-forecast", on = context.date(forecast.made_on));
                LabelText { wide: vec![short], narrow: Vec::new() }
            } else {
                LabelText { wide: vec![assumption.clone(), about.clone(), author], narrow: vec![assumption, about] }
            };
            Forecast {
                made_at: decimal_year(forecast.made_on.last()),
                points: forecast
                    .points
                    .iter()
                    .map(|point| ForecastPoint {
                        at: at(point.period),
                        value: point.value,
                        interval: point.low.zip(point.high),
                    })
                    .collect(),
                label,
            }
        })
        .collect()
}

fn gap_label(context: &Context<'_>, points: &[Point], why: Absence) -> LabelText {
    let reason = say!(
        context.words,
        match why {
            Absence::NotCollected => "value-not-collected",
            Absence::Suppressed => "value-suppressed",
            Absence::Withheld => "value-withheld",
            Absence::NotYet => "value-not-due",
        }
    );
    let when = match points {
        [] => String::new(),
        [one] => one.period.clone(),
        [first, .., last] => say!(context.words, "chart-gap-span", from = &first.period, to = &last.period),
    };
    LabelText { wide: vec![reason.clone(), when.clone()], narrow: vec![reason] }
}

/// What partners do for this indicator, in the order of its beginning.
fn spans(context: &Context<'_>, indicator: &Indicator) -> Option<Spans> {
    let owner = indicator.activity.as_ref();
    let began = |activity: &&Activity| match activity.status {
        ActivityStatus::Idea | ActivityStatus::Cancelled => false,
        ActivityStatus::Planned
        | ActivityStatus::Active
        | ActivityStatus::Paused
        | ActivityStatus::Completed
        | ActivityStatus::Ended => activity.start.is_some(),
    };
    let meant = |activity: &&Activity| activity.indicators.contains(&indicator.id) || Some(&activity.id) == owner;
    let mut activities: Vec<&Activity> = context.feed.activities.iter().filter(meant).filter(began).collect();
    sort_by_key(&mut activities, |activity| activity.start.map(Date::first));
    let rows: Vec<Span> = activities
        .into_iter()
        .take(MOST_SPANS)
        .filter_map(|activity| {
            let start = activity.start?;
            let name = context.plain(&activity.title);
            let since = context.date_short(start);
            let wide = match activity.end {
                Some(end) => {
                    say!(context.words, "chart-span", name = &name, from = since, to = context.date_short(end))
                }
                None => say!(context.words, "chart-span-open", name = &name, from = since),
            };
            let label = LabelText { wide: vec![wide], narrow: vec![name] };
            Some(Span { from: decimal_year(start.first()), to: activity.end.map(date_at), label })
        })
        .collect();
    (!rows.is_empty()).then(|| Spans {
        title: say!(context.words, "chart-spans").as_str().into(),
        now: decimal_year(context.today),
        now_label: say!(context.words, "chart-today"),
        rows,
    })
}

/// A date at the end of what it names, where a whole year stands at its tick.
fn date_at(date: Date) -> f64 {
    match date {
        Date::Year(year) => f64::from(year),
        Date::Month(..) | Date::Day(_) => decimal_year(date.last()),
    }
}

//! The chart of an indicator: which lines it shows, and the words on it.

use super::groups::{PLACES, line_name, lines_of, places};
use super::table::{Table, table};
use crate::chart::line::{
    Baseline, Break, Comparison, ComparisonKind, Forecast, ForecastPoint, LineChart, LineInput, Point, Superseded,
    Target, TargetStep, Wording, line,
};
use crate::chart::reading::Absence;
use crate::chart::text::LabelText;
use crate::feed::date::Date;
use crate::feed::period::{Period, decimal_year};
use crate::feed::records::Indicator;
use crate::feed::records::indicator::UnitKind;
use crate::feed::series::{Line, Observation, Scope, Status};
use crate::measure::change::standing;
use crate::present::row::{main_line, main_target, reading};
use crate::present::{Context, Phrase};
use crate::routes::Query;
use crate::sorted::sort_by_key;
use crate::words::say;

/// A chart, its words and its table: all from the same lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    pub title: Phrase,
    /// Unit, place and years; says so if the axis does not start at zero.
    pub subtitle: String,
    /// What the picture shows, for those who do not see it.
    pub description: String,
    pub chart: LineChart,
    pub table: Table,
    /// "Show the 12 figures as a table".
    pub show_table: String,
}

/// The chart in the view that the query asks for. `None` if nothing has been measured.
pub(super) fn curve(context: &Context<'_>, indicator: &Indicator, query: &Query) -> Option<Curve> {
    let main = main_line(context, &indicator.id)?;
    let standing = standing(main, indicator);
    let latest = standing.latest?;
    let others = others(context, indicator, query, main);
    let input = input(context, indicator, main, &others);
    let tick = |value: f64, decimals: usize| {
        let number = context.words.number(value, u8::try_from(decimals).unwrap_or(3));
        let percent =
            matches!(indicator.unit.kind, UnitKind::Percent | UnitKind::PercentChange | UnitKind::PercentRatio);
        if percent { context.words.percent(value, u8::try_from(decimals).unwrap_or(3)) } else { number }
    };
    let year = |year: i32| context.words.year(year);
    let gap = |points: &[Point], why: Absence| gap_label(context, points, why);
    let chart = line(&input, &Wording { tick: &tick, year: &year, gap: &gap });
    let mut lines = vec![(line_name(context, &main.scope), main)];
    lines.extend(others.iter().map(|line| (line_name(context, &line.scope), *line)));
    let table = table(context, indicator, &lines);
    let first = main.points.first().unwrap_or(latest);
    let place = context.feed.geography(&context.feed.coalition.geography).map(|place| context.plain(&place.name));
    let subtitle = say!(
        context.words,
        "chart-subtitle",
        unit = context.unit(indicator),
        place = place.unwrap_or_default(),
        from = context.words.period_short(first.period),
        to = context.words.period_short(latest.period)
    );
    let subtitle = match (&main.scope, chart.starts_at_zero) {
        (scope, _) if *scope != Scope::default() => {
            format!("{subtitle} {}", say!(context.words, "chart-only", whom = line_name(context, scope).text))
        }
        (_, true) => subtitle,
        (_, false) => format!("{subtitle} {}", say!(context.words, "chart-not-from-zero")),
    };
    let headline = context.headline(indicator, Some(main)).text;
    let description = say!(context.words, "chart-description", headline = headline, n = table.rows.len());
    let show_table = say!(context.words, "chart-show-table", n = table.rows.len());
    Some(Curve { title: context.text(&indicator.title), subtitle, description, chart, table, show_table })
}

/// The lines beside the main one.
fn others<'a>(context: &Context<'a>, indicator: &Indicator, query: &Query, main: &Line) -> Vec<&'a Line> {
    let lines = match query.get("by") {
        None => return Vec::new(),
        Some(PLACES) => places(context, indicator),
        Some(by) => {
            let dimension = context.feed.dimensions.iter().find(|dimension| dimension.id.as_str() == by);
            dimension.map_or(Vec::new(), |dimension| lines_of(context, indicator, dimension))
        }
    };
    lines.into_iter().filter(|line| line.scope != main.scope).collect()
}

fn input(context: &Context<'_>, indicator: &Indicator, main: &Line, others: &[&Line]) -> LineInput {
    let standing = standing(main, indicator);
    let index_of = |wanted: &Observation| main.points.iter().position(|point| point == wanted);
    let baseline = standing.baseline.and_then(|from| Some((index_of(from)?, from.value?)));
    let breaks = main.points.iter().map(|point| (point.status.has(Status::Break), point));
    LineInput {
        points: breaks.map(|(broken, point)| point_of(context, indicator, point, broken)).collect(),
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
        comparisons: others
            .iter()
            .map(|line| Comparison {
                name: LabelText::same([line_name(context, &line.scope).text]),
                kind: ComparisonKind::Group,
                points: line.points.iter().map(|point| (at(point.period), reading(point).value())).collect(),
            })
            .collect(),
        target: target(context, indicator),
        superseded: superseded(context, indicator, main),
        forecasts: forecasts(context, indicator),
        whole: indicator.unit.kind == UnitKind::Count && indicator.unit.multiplier.is_none(),
    }
}

fn point_of(context: &Context<'_>, indicator: &Indicator, point: &Observation, broken: bool) -> Point {
    // A label of a picture cannot name its language, so a note in another one stands in the table only.
    let note = point.note.as_ref().filter(|_| context.feed.coalition.default_locale.as_str() == context.lang());
    let sentence = || match note {
        Some(note) => LabelText { wide: vec![note.clone()], narrow: vec![say!(context.words, "chart-break-short")] },
        None => LabelText {
            wide: vec![say!(context.words, "chart-break")],
            narrow: vec![say!(context.words, "chart-break-short")],
        },
    };
    Point {
        at: at(point.period),
        period: context.words.period_short(point.period),
        label: point.value.map_or(String::new(), |value| context.bare_value(indicator, value)),
        reading: reading(point),
        break_before: broken.then(|| Break { sentence: sentence(), name_before: None }),
    }
}

/// A value as short as a label has to be.
fn short_value(context: &Context<'_>, indicator: &Indicator, value: f64) -> String {
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
    indicator
        .forecasts
        .iter()
        .map(|forecast| {
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
            Forecast {
                points: forecast
                    .points
                    .iter()
                    .map(|point| ForecastPoint {
                        at: at(point.period),
                        value: point.value,
                        interval: point.low.zip(point.high),
                    })
                    .collect(),
                label: LabelText {
                    wide: vec![assumption.clone(), about.clone(), author],
                    narrow: vec![assumption, about],
                },
            }
        })
        .collect()
}

fn gap_label(context: &Context<'_>, points: &[Point], why: Absence) -> LabelText {
    let reason = match why {
        Absence::NotCollected => say!(context.words, "value-not-collected"),
        Absence::Suppressed => say!(context.words, "value-suppressed"),
        Absence::Withheld => say!(context.words, "value-withheld"),
        Absence::NotYet => say!(context.words, "value-not-due"),
    };
    let when = match points {
        [] => String::new(),
        [one] => one.period.clone(),
        [first, .., last] => say!(context.words, "chart-gap-span", from = &first.period, to = &last.period),
    };
    LabelText { wide: vec![reason.clone(), when.clone()], narrow: vec![reason] }
}

/// Where a period stands on the axis: whole years at the tick of their year, so that a reader finds them.
fn at(period: Period) -> f64 {
    match period {
        Period::Year(year) | Period::FinancialYear(year) => f64::from(year),
        Period::SchoolYear(year) => f64::from(year + 1),
        Period::Pooled(from, to) => f64::from(from + to) / 2.0,
        Period::Half(..) | Period::Quarter(..) | Period::Month(..) | Period::Week(..) | Period::Day(_) => {
            period.middle()
        }
    }
}

fn date_at(date: Date) -> f64 {
    match date {
        Date::Year(year) => f64::from(year),
        Date::Month(..) | Date::Day(_) => decimal_year(date.last()),
    }
}

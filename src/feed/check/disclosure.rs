//! Disclosure control: what could point to a person must not be in the file, because the file is public.
//!
//! Limits after the small-numbers guidance of US health departments and CMS: counts below the limit are withheld,
//! rates over few people too, and no withheld count may follow by subtraction from what is published.

mod families;
mod recover;
mod solve;

use std::collections::{BTreeMap, HashMap};

use super::series::Wrong;
use super::{Check, shown};
use crate::feed::period;
use crate::feed::read::Draft;
use crate::feed::records::indicator::{Indicator, UnitKind};
use crate::feed::records::{Coalition, Source};
use crate::feed::rule::{Rule, Severity};
use crate::feed::series::{Observation, Row, Scope, SeriesDraft, Status};
use families::Families;
use recover::{MOST_UNKNOWN, Period, breakdown};

pub(super) fn check(draft: &Draft<'_, '_>, wrong: &Wrong, check: &mut Check<'_>) {
    let Some(coalition) = &draft.coalition else { return };
    let sources: HashMap<&str, &Source> = draft.sources.iter().map(|s| (s.record.id.as_str(), &s.record)).collect();
    let indicators: HashMap<&str, &Indicator> =
        draft.indicators.iter().map(|indicator| (indicator.record.id.as_str(), &indicator.record)).collect();
    let families = Families::new(draft, coalition.record.geography.clone());
    for (at, series) in draft.series.iter().enumerate() {
        let Some(indicator) = indicators.get(series.indicator.as_str()) else { continue };
        let limits = Limits::of(&coalition.record, indicator, &sources);
        let right =
            series.rows.iter().enumerate().filter(|(index, _)| !wrong.contains(&(at, *index))).map(|(_, row)| row);
        small(series, right.clone(), indicator, &limits, check);
        recoverable(series, right, indicator, &limits, &families, check);
    }
    let least = coalition.record.disclosure.min_count;
    for activity in &draft.activities {
        let reached = activity.record.serves.as_ref().and_then(|serves| serves.reached);
        if let Some(reached) = reached.filter(|reached| (1..least).contains(reached)) {
            let message =
                format!("Only {reached} people were reached; counts from 1 to {} can point to a person.", least - 1);
            check.report(
                Rule::SmallCount,
                activity.at("serves/reached"),
                message,
                "Leave \"reached\" out until there are more.",
            );
        }
    }
}

struct Limits {
    min_count: f64,
    min_denominator: f64,
    zero_ok: bool,
    severity: Severity,
}

impl Limits {
    fn of(coalition: &Coalition, indicator: &Indicator, sources: &HashMap<&str, &Source>) -> Self {
        let rules = || {
            indicator.source.iter().filter_map(|id| sources.get(id.as_str())).map(|source| source.disclosure.as_ref())
        };
        let stricter = rules().flatten().filter_map(|rule| rule.min_count).max().unwrap_or(0);
        let by_publisher = rules().all(|rule| rule.is_some_and(|rule| rule.applied_by_publisher));
        Self {
            min_count: f64::from(coalition.disclosure.min_count.max(stricter)),
            min_denominator: f64::from(coalition.disclosure.min_denominator),
            zero_ok: coalition.disclosure.zero_ok,
            severity: if by_publisher { Severity::Notice } else { Severity::Error },
        }
    }

    fn is_small(&self, count: f64) -> bool {
        (count > 0.0 && count < self.min_count) || (count == 0.0 && !self.zero_ok)
    }
}

/// The number of people that an observation gives away, if it does. A share of a known number gives it away too.
fn people(observation: &Observation, indicator: &Indicator) -> Option<f64> {
    let Observation { value, numerator, denominator, .. } = *observation;
    match indicator.unit.kind {
        _ if indicator.unit.things => None,
        UnitKind::Count => value.map(|value| value * indicator.unit.multiplier.unwrap_or(1.0)),
        UnitKind::Percent => numerator.or_else(|| Some((value? * denominator? / 100.0).round())),
        UnitKind::Rate => numerator
            .or_else(|| Some((value? * denominator? / indicator.unit.per_size.filter(|per| *per > 0.0)?).round())),
        _ => numerator,
    }
}

/// The same of the value before a revision, of which only the value is known.
fn people_before(observation: &Observation, indicator: &Indicator) -> Option<f64> {
    let bare = Observation { value: observation.was, numerator: None, denominator: None, ..observation.clone() };
    people(&bare, indicator)
}

/// The people of a share's base who are not counted in it: nearly all of a known number gives the few others away.
fn others(observation: &Observation, indicator: &Indicator) -> Option<f64> {
    let counted = people(observation, indicator).filter(|_| indicator.unit.kind == UnitKind::Percent)?;
    observation.denominator.map(|base| base - counted)
}

fn small<'r>(
    series: &SeriesDraft<'_, '_>,
    rows: impl Iterator<Item = &'r Row>,
    indicator: &Indicator,
    limits: &Limits,
    check: &mut Check<'_>,
) {
    let withhold = "Empty all number cells of this line and write suppressed in the column status.";
    for row in rows {
        let observation = &row.observation;
        let column = if indicator.unit.kind == UnitKind::Count || observation.numerator.is_none() {
            "value"
        } else {
            "numerator"
        };
        if let Some(count) = people(observation, indicator).filter(|count| limits.is_small(*count)) {
            let message = format!(
                "Only {} people stand behind this; counts below {} can point to a person.",
                shown(count),
                shown(limits.min_count)
            );
            check.report_as(limits.severity, Rule::SmallCount, series.place(row, column), message, withhold);
        } else if let Some(count) = others(observation, indicator).filter(|count| limits.is_small(*count)) {
            let message = format!(
                "All but {} of these {} people are counted here; fewer than {} can point to a person.",
                shown(count),
                observation.denominator.map_or_else(String::new, shown),
                shown(limits.min_count)
            );
            check.report_as(limits.severity, Rule::SmallCount, series.place(row, column), message, withhold);
        } else if let Some(base) =
            observation.denominator.filter(|base| *base < limits.min_denominator && !indicator.unit.things)
        {
            let message = format!(
                "This is a rate over {} people; rates over fewer than {} are not published.",
                shown(base),
                shown(limits.min_denominator)
            );
            check.report_as(limits.severity, Rule::SmallBase, series.place(row, "denominator"), message, withhold);
        } else if let Some(count) = people_before(observation, indicator).filter(|count| limits.is_small(*count)) {
            let message = format!(
                "Only {} people stood behind the value before; counts below {} can point to a person.",
                shown(count),
                shown(limits.min_count)
            );
            let fix = "Empty the columns was and revised of this line.";
            check.report_as(limits.severity, Rule::SmallCount, series.place(row, "was"), message, fix);
        }
    }
}

fn recoverable<'r>(
    series: &SeriesDraft<'_, '_>,
    rows: impl Iterator<Item = &'r Row>,
    indicator: &Indicator,
    limits: &Limits,
    families: &Families,
    check: &mut Check<'_>,
) {
    let hidden = |row: &Row| [Status::Suppressed, Status::Withheld].iter().any(|s| row.observation.status.has(*s));
    let mut withheld: BTreeMap<period::Period, Vec<(Scope, &Row)>> = BTreeMap::new();
    for row in rows.filter(|row| hidden(row)) {
        withheld.entry(row.observation.period).or_default().push((families.cell(&row.scope), row));
    }
    if withheld.is_empty() {
        return;
    }
    let breakdowns = series.rows.iter().map(|row| breakdown(&families.cell(&row.scope))).collect();
    let mut published: BTreeMap<period::Period, Vec<&Row>> = BTreeMap::new();
    for row in series.rows.iter().filter(|row| !hidden(row)) {
        published.entry(row.observation.period).or_default().push(row);
    }
    for (when, withheld) in &withheld {
        let cells = |number: &dyn Fn(&Observation) -> Option<f64>| -> HashMap<Scope, f64> {
            let rows = published.get(when).into_iter().flatten();
            rows.filter_map(|row| Some((families.cell(&row.scope), number(&row.observation)?))).collect()
        };
        let period = Period {
            counts: cells(&|observation| people(observation, indicator)),
            bases: cells(&|observation| observation.denominator),
            withheld: withheld.iter().map(|(cell, _)| cell.clone()).collect(),
            breakdowns: &breakdowns,
        };
        let (found, whole) = period.recoverable(families, limits);
        if let Some((_, row)) = withheld.first().filter(|_| !whole) {
            let message = format!(
                "More than {MOST_UNKNOWN} figures of {when} are unknown: not all ways to work withheld ones out were tried."
            );
            let fix = "Split the indicator, or take breakdowns out of which little is published.";
            check.report_as(Severity::Notice, Rule::Recoverable, series.place(row, "status"), message, fix);
        }
        for (cell, message) in found {
            let Some((_, row)) = withheld.iter().find(|(known, _)| *known == cell) else { continue };
            let fix = "Withhold one more group or place of this period that is shown, or the total.";
            check.report_as(limits.severity, Rule::Recoverable, series.place(row, "status"), message, fix);
        }
    }
}

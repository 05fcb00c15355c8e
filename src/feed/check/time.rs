//! Rules about when: years that nobody means, holes in a series, a break after the baseline, verdicts without figures.

use chrono::Datelike;

use super::Check;
use super::lines::{Line, median};
use crate::feed::date::Date;
use crate::feed::finding::Place;
use crate::feed::period::{Period, PeriodKind};
use crate::feed::read::{Draft, Placed};
use crate::feed::records::Indicator;
use crate::feed::records::indicator::{Frequency, GivenStatus};
use crate::feed::rule::Rule;
use crate::feed::series::{SeriesDraft, Status};

/// The years that a feed of a coalition speaks of. Others are mostly slips: 202, 20225, 1022.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// Fewest periods of a line that show a rhythm.
const RHYTHM: usize = 4;

/// Dates of records.
pub(super) fn dates(draft: &Draft<'_, '_>, check: &mut Check<'_>) {
    for indicator in &draft.indicators {
        for (index, target) in indicator.record.targets.iter().enumerate() {
            date(target.by, || indicator.at(&format!("targets/{index}/by")), check);
            for (step, interim) in target.interim.iter().enumerate() {
                date(interim.by, || indicator.at(&format!("targets/{index}/interim/{step}/by")), check);
            }
        }
    }
    for activity in &draft.activities {
        for (field, value) in [("start", activity.record.start), ("end", activity.record.end)] {
            if let Some(value) = value {
                date(value, || activity.at(field), check);
            }
        }
        for (index, milestone) in activity.record.milestones.iter().enumerate() {
            date(milestone.due, || activity.at(&format!("milestones/{index}/due")), check);
        }
    }
    for partner in &draft.partners {
        if let Some(joined) = partner.record.joined {
            date(joined, || partner.at("joined"), check);
        }
    }
    for update in &draft.updates {
        date(update.record.on, || update.at("on"), check);
    }
    together(draft, check);
}

/// Dates of what people do together.
fn together(draft: &Draft<'_, '_>, check: &mut Check<'_>) {
    for activity in &draft.activities {
        for (index, stage) in activity.record.stage_dates.iter().enumerate() {
            date(stage.on, || activity.at(&format!("stage_dates/{index}/on")), check);
        }
    }
    for commitment in &draft.commitments {
        let record = &commitment.record;
        for (field, value) in [("made_on", Some(record.made_on)), ("due", record.due)] {
            value.into_iter().for_each(|value| date(value, || commitment.at(field), check));
        }
    }
    for engagement in &draft.engagements {
        for (field, value) in [("opens", engagement.record.opens), ("closes", engagement.record.closes)] {
            value.into_iter().for_each(|value| date(value, || engagement.at(field), check));
        }
    }
    for theme in &draft.feedback {
        date(theme.record.heard.from, || theme.at("heard/from"), check);
    }
    for decision in &draft.decisions {
        date(decision.record.on, || decision.at("on"), check);
        decision.record.review_on.into_iter().for_each(|value| date(value, || decision.at("review_on"), check));
    }
    for cycle in &draft.budget_cycles {
        for (index, phase) in cycle.record.phases.iter().enumerate() {
            date(phase.from, || cycle.at(&format!("phases/{index}/from")), check);
        }
    }
    for need in &draft.needs {
        need.record.until.into_iter().for_each(|value| date(value, || need.at("until"), check));
    }
}

fn date(date: Date, place: impl FnOnce() -> Place, check: &mut Check<'_>) {
    far(date.first().year(), &date.to_string(), place, check);
}

fn far(year: i32, written: &str, place: impl FnOnce() -> Place, check: &mut Check<'_>) -> bool {
    let is_far = !YEARS.contains(&year);
    if is_far {
        let (first, last) = (YEARS.start(), YEARS.end());
        let message = format!("{written} lies outside the years {first} to {last}: a digit is wrong, it seems.");
        check.report(Rule::FarAway, place(), message, "Correct the year.");
    }
    is_far
}

/// Periods of a series, and what is missing between them. One finding of a kind for each series: mostly all lines have
/// the same hole.
pub(super) fn periods(
    series: &SeriesDraft<'_, '_>,
    lines: &[Line<'_>],
    indicator: &Indicator,
    is_wrong: impl Fn(usize) -> bool,
    check: &mut Check<'_>,
) {
    for row in lines.iter().flat_map(|line| line.rows_without(&is_wrong)) {
        let period = row.observation.period;
        if far(period.bounds().0.year(), &period.to_string(), || series.place(row, "period"), check) {
            return;
        }
    }
    // What could not be read is no hole.
    if !series.whole {
        return;
    }
    // What the total says of a period without a value holds for groups and places too.
    let total = lines.first().filter(|line| line.scope.is_total());
    let told: Vec<Period> = total
        .into_iter()
        .flat_map(|line| line.rows_without(&is_wrong))
        .filter(|row| row.observation.value.is_none())
        .map(|row| row.observation.period)
        .collect();
    for line in lines {
        let rows = line.rows_without(&is_wrong);
        let periods: Vec<Period> = rows.iter().map(|row| row.observation.period).collect();
        if let Some((at, missing)) = gap(&periods, &told, indicator) {
            let message =
                format!("There is nothing between {} and {}: {} is missing.", periods[at - 1], periods[at], missing);
            let fix = "Add the value, or a line with an empty value, the status missing and a note that says why.";
            check.report(Rule::Gap, series.place(rows[at], "period"), message, fix);
            return;
        }
    }
}

/// The first hole among the periods of a line: the index of the period after it, and the first that is missing.
///
/// Figures are expected as often as the indicator says, or as they mostly come if that is less often. A hole is where at
/// least one expected figure is not there, and nobody has told why.
fn gap(periods: &[Period], told: &[Period], indicator: &Indicator) -> Option<(usize, Period)> {
    if periods.len() < RHYTHM {
        return None;
    }
    let numbers: Option<Vec<i64>> = periods.iter().map(|period| number(*period)).collect();
    let steps: Vec<i64> = numbers?.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let said = expected_step(indicator)?;
    let mostly = median(steps.iter().map(|step| *step as f64).collect())? as i64;
    let expected = said.max(mostly);
    steps.iter().zip(periods).enumerate().find_map(|(at, (step, before))| {
        let mut missing = (1..step / expected).filter_map(|times| after(*before, times * expected));
        Some((at + 1, missing.find(|period| !told.contains(period))?))
    })
}

/// The place of a period among all of its kind. Pooled periods overlap, and days and weeks have holes of their own.
fn number(period: Period) -> Option<i64> {
    let (year, part, parts) = match period {
        Period::Year(year) | Period::SchoolYear(year) | Period::FinancialYear(year) => (year, 1, 1),
        Period::Half(year, half) => (year, half, 2),
        Period::Quarter(year, quarter) => (year, quarter, 4),
        Period::Month(year, month) => (year, month, 12),
        Period::Week(..) | Period::Day(_) | Period::Pooled(..) => return None,
    };
    Some(i64::from(year) * parts + i64::from(part) - 1)
}

/// The period that lies some steps later.
fn after(period: Period, steps: i64) -> Option<Period> {
    let place = number(period)? + steps;
    let year = |parts: i64| i32::try_from(place.div_euclid(parts)).ok();
    let part = |parts: i64| u32::try_from(place.rem_euclid(parts) + 1).ok();
    Some(match period {
        Period::Year(_) => Period::Year(year(1)?),
        Period::SchoolYear(_) => Period::SchoolYear(year(1)?),
        Period::FinancialYear(_) => Period::FinancialYear(year(1)?),
        Period::Half(..) => Period::Half(year(2)?, part(2)?),
        Period::Quarter(..) => Period::Quarter(year(4)?, part(4)?),
        Period::Month(..) => Period::Month(year(12)?, part(12)?),
        Period::Week(..) | Period::Day(_) | Period::Pooled(..) => return None,
    })
}

/// How many periods lie between two figures, by the indicator's own words. `None` where it promises no rhythm.
fn expected_step(indicator: &Indicator) -> Option<i64> {
    let period = match indicator.period_type {
        PeriodKind::Year | PeriodKind::SchoolYear | PeriodKind::FinancialYear => 12,
        PeriodKind::Half => 6,
        PeriodKind::Quarter => 3,
        PeriodKind::Month => 1,
        PeriodKind::Week | PeriodKind::Day | PeriodKind::Pooled => return None,
    };
    let months = match indicator.update_frequency {
        Frequency::Weekly => 1,
        rhythm => i64::from(rhythm.months()?),
    };
    Some((months / period).max(1))
}

/// A break after the baseline forbids every comparison with it.
pub(super) fn break_after_baseline(indicator: &Placed<'_, '_, Indicator>, lines: &[Line<'_>], check: &mut Check<'_>) {
    let Some(baseline) = indicator.record.baseline.as_ref().map(|baseline| baseline.period) else { return };
    let Some(total) = lines.first().filter(|line| line.scope.is_total()) else { return };
    let breaks = total.rows.iter().map(|(_, row)| &row.observation).filter(|o| o.status.has(Status::Break));
    if let Some(last) = breaks.map(|observation| observation.period).filter(|period| *period > baseline).max() {
        let message =
            format!("The series has a break in {last}, so nothing can be compared with the baseline {baseline}.");
        let fix = format!("Set the baseline to {last} or later, and look at the targets again.");
        check.report(Rule::BreakAfterBaseline, indicator.at("baseline/period"), message, fix);
    }
}

/// A verdict about change needs two figures, one that a target is met needs one.
pub(super) fn verdict(
    indicator: &Placed<'_, '_, Indicator>,
    series: Option<&SeriesDraft<'_, '_>>,
    whole: bool,
    check: &mut Check<'_>,
) {
    let Some(given) = indicator.record.assessment_override.as_ref().filter(|_| whole) else { return };
    let needed = match given.status {
        GivenStatus::TargetMet => 1,
        GivenStatus::Improving | GivenStatus::LittleChange | GivenStatus::GettingWorse => 2,
        GivenStatus::NotAssessable => return,
    };
    let rows = series.into_iter().flat_map(|series| &series.rows);
    let figures = rows.filter(|row| row.scope.is_total() && row.observation.value.is_some()).count();
    if figures < needed {
        let message = format!(
            "The verdict \"{}\" is given, but for everybody the series has {figures} of the {needed} figures it takes.",
            given.status.wire()
        );
        let fix = "Add the figures, or take the verdict away until there are some.";
        check.report(Rule::VerdictWithoutFigures, indicator.at("assessment_override/status"), message, fix);
    }
}

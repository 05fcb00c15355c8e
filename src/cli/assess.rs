//! `commonweal assess`: every measure of progress as a table or as JSON.

use std::path::Path;

use chrono::NaiveDate;
use clap::ValueEnum;

use super::{CLEAN, FINDINGS, FeedArguments, check, load};
use crate::feed::records::Indicator;
use crate::feed::series::Scope;
use crate::feed::{Feed, FeedSource, Finding, Summary, read};
use crate::measure::assess::{Comparison, DimensionGap, gaps, scopes};
use crate::measure::tally::{Tally, tally};
use crate::measure::{Assessment, assess};

mod json;

#[derive(clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    feed: FeedArguments,
    /// How the assessments are printed
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people: one line for each indicator and scope
    Table,
    /// For programs: one object, versioned, with everything that the sums were made from
    Json,
}

/// What is said of one indicator.
struct Found<'f> {
    indicator: &'f Indicator,
    /// For everybody first, then for the groups and places that have a target of their own.
    parts: Vec<Assessment<'f>>,
    /// For each dimension.
    gaps: Vec<DimensionGap<'f>>,
}

pub(super) fn run(arguments: &Arguments) -> Result<u8, String> {
    let path = arguments.feed.path()?;
    let source = load::load(&path)?;
    let today = arguments.feed.today();
    let reading = read(&source, today);
    let Some(feed) = reading.feed else {
        refuse(&source, &path, &reading.findings);
        return Ok(FINDINGS);
    };
    let found: Vec<Found<'_>> = feed.indicators.iter().map(|indicator| find(&feed, indicator, today)).collect();
    let tallies = tally(found.iter().filter_map(|found| found.parts.first()));
    match arguments.format {
        Format::Table => {
            super::out(&table(&feed, &found));
            tallies.iter().for_each(|tally| eprintln!("{}", counted(tally)));
        }
        Format::Json => {
            let report = json::report(&feed, &found, &tallies, today);
            let text = serde_json::to_string_pretty(&report).map_err(|why| why.to_string())?;
            super::out(&format!("{text}\n"));
        }
    }
    Ok(CLEAN)
}

fn refuse(source: &FeedSource, path: &Path, findings: &[Finding]) {
    for finding in findings.iter().filter(|finding| finding.is_error()) {
        super::out(&check::human(source, finding));
    }
    eprintln!("{}. Nothing was assessed.", check::total(&Summary::of(findings), path));
}

fn find<'f>(feed: &'f Feed, indicator: &'f Indicator, today: NaiveDate) -> Found<'f> {
    let parts = scopes(indicator).iter().map(|scope| assess(feed, indicator, scope, today)).collect();
    Found { indicator, parts, gaps: gaps(feed, indicator) }
}

/// The rows of the JSON report about one indicator: for everybody, for groups and places with a target, for each gap.
pub(super) fn rows(feed: &Feed, indicator: &Indicator, today: NaiveDate) -> Vec<serde_json::Value> {
    json::rows(&find(feed, indicator, today))
}

/// The columns of the table; the keys of the JSON rows begin with the same ones.
const COLUMNS: [&str; 14] = [
    "indicator",
    "scope",
    "status",
    "basis",
    "ptca",
    "pct_change",
    "pace_ratio",
    "pace_label",
    "needed_per_year",
    "recent_per_year",
    "projected_year",
    "trend",
    "gap",
    "freshness",
];

fn table(feed: &Feed, found: &[Found<'_>]) -> String {
    let chosen = feed.coalition.assessment.as_ref().map_or(&[][..], |assessment| &assessment.comparisons);
    let heads = COLUMNS.iter().copied().chain(chosen.iter().map(|method| method.wire())).map(str::to_owned);
    let mut lines: Vec<Vec<String>> = vec![heads.collect()];
    for found in found {
        lines.extend(found.parts.iter().map(part));
        lines.extend(found.gaps.iter().map(|gap| between(found.indicator, gap, COLUMNS.len() + chosen.len())));
    }
    let widths: Vec<usize> = (0..COLUMNS.len() + chosen.len())
        .map(|column| lines.iter().filter_map(|line| line.get(column)).map(|cell| cell.chars().count()).max())
        .map(Option::unwrap_or_default)
        .collect();
    let mut text = String::new();
    for line in lines {
        let cells: Vec<String> = line.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        text.push_str(cells.join("  ").trim_end());
        text.push('\n');
    }
    text
}

fn part(found: &Assessment<'_>) -> Vec<String> {
    let judgement = found.status.judgement();
    let mut cells = vec![
        found.indicator.id.to_string(),
        scope(&found.scope),
        status(found),
        judgement.map_or(NOTHING.into(), |judgement| judgement.basis.code().into()),
        number(judgement.and_then(|judgement| judgement.ptca)),
        number(found.percent_change()),
        number(found.pace.ratio),
        labelled(found.pace.label.code(), found.pace.why.map(|why| why.code())),
        number(found.pace.needed_per_year),
        number(found.pace.recent.map(|slope| slope.per_year)),
        found.pace.projected_year().map_or(NOTHING.into(), |year| year.to_string()),
        found.trend.label.code().into(),
        NOTHING.into(),
        found.freshness.map_or(NOTHING.into(), |fresh| format!("{} {}", fresh.as_of, fresh.state.code())),
    ];
    cells.extend(found.comparisons.iter().map(|comparison| match comparison {
        Comparison::Growth(Ok(growth)) => match growth.label {
            Ok(label) => labelled(label.code(), growth.ratio.ok().map(|ratio| number(Some(ratio))).as_deref()),
            Err(why) => labelled(NOTHING, Some(why.code())),
        },
        Comparison::PercentOfTarget(Ok(share)) => number(Some(*share)),
        Comparison::Growth(Err(why)) | Comparison::PercentOfTarget(Err(why)) => labelled(NOTHING, Some(why.code())),
    }));
    cells
}

/// A row that holds a gap and nothing else.
fn between(indicator: &Indicator, gap: &DimensionGap<'_>, columns: usize) -> Vec<String> {
    let levelling = gap.change.filter(|change| change.levelling_down).map(|_| "levelling_down");
    let mut cells = vec![NOTHING.to_owned(); columns];
    let known = [
        ("indicator", indicator.id.to_string()),
        ("scope", gap.dimension.id.to_string()),
        ("gap", labelled(gap.label.code(), gap.why.map(|why| why.code()).or(levelling))),
    ];
    for (name, text) in known {
        if let Some(cell) = COLUMNS.iter().position(|column| *column == name).and_then(|at| cells.get_mut(at)) {
            *cell = text;
        }
    }
    cells
}

/// What stands where there is nothing.
const NOTHING: &str = "-";

fn labelled(label: &str, more: Option<&str>) -> String {
    more.map_or_else(|| label.to_owned(), |more| format!("{label} ({more})"))
}

fn status(found: &Assessment<'_>) -> String {
    let judged_without_target = found.status.judgement().is_some_and(|judgement| judgement.change.goal.is_none());
    let notes = [
        found.status.reason().map(|reason| reason.code().to_owned()),
        judged_without_target.then(|| "no target".to_owned()),
        found.is_provisional().then(|| "provisional".to_owned()),
        found.given.map(|given| format!("given: {}", given.status.wire())),
    ];
    let notes: Vec<String> = notes.into_iter().flatten().collect();
    labelled(found.status.label().code(), (!notes.is_empty()).then(|| notes.join(", ")).as_deref())
}

/// `whole`, `income=low`, `east`, or `income=low east`.
fn scope(scope: &Scope) -> String {
    if scope.is_total() {
        return "whole".into();
    }
    let groups = scope.groups.iter().map(|(dimension, group)| format!("{dimension}={}", group.as_str()));
    groups.chain(scope.geography.as_ref().map(ToString::to_string)).collect::<Vec<_>>().join(" ")
}

/// Three digits that count, at most six after the point.
fn number(value: Option<f64>) -> String {
    let Some(value) = value.filter(|value| value.is_finite()) else { return NOTHING.into() };
    let size = if value == 0.0 { 0.0 } else { value.abs().log10().floor() };
    format!("{value:.*}", (2.0 - size).clamp(0.0, 6.0) as usize)
}

/// "population: 20 of 24 judged (8 improving, …), 1 for context, 3 missing (2 developmental, …); pace: 5 on_pace, …".
fn counted(tally: &Tally) -> String {
    let list = |counts: Vec<(&str, usize)>| {
        counts.iter().map(|(label, count)| format!("{count} {label}")).collect::<Vec<_>>().join(", ")
    };
    let statuses = list(tally.statuses.iter().map(|(label, count)| (label.code(), *count)).collect());
    let paces = list(tally.paces.iter().map(|(label, count)| (label.code(), *count)).collect());
    let Tally { level, total, judged, context, missing, overridden, .. } = tally;
    format!(
        "{}: {judged} of {total} judged, {context} for context, {missing} missing, {overridden} with another verdict given; \
        status: {statuses}; pace: {paces}",
        level.wire()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: f64, expected: &str) {
        assert_eq!(number(Some(value)), expected);
    }

    #[test]
    fn numbers_keep_three_digits_that_count() {
        check(0.0, "0.00");
        check(-1.75, "-1.75");
        check(12.345, "12.3");
        check(1234.5, "1234");
        check(0.001_234, "0.00123");
        check(f64::INFINITY, "-");
    }
}

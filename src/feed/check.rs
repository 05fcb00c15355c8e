//! The rules that look at more than one field. One file for each group, one small function for each rule.

mod copies;
mod coverage;
mod disclosure;
mod fold;
mod groups;
mod interim;
mod language;
mod leaves;
mod lines;
mod names;
mod outliers;
mod plausible;
mod records;
mod samples;
mod scopes;
mod series;
mod sources;
mod stories;
mod sums;
mod targets;
mod time;
mod together;
mod translations;
mod upkeep;
mod values;
mod versions;

use chrono::NaiveDate;

use super::finding::{Finding, Place};
use super::model::Feed;
use super::read::Draft;
use super::record::{enough, takes};
use super::records::Indicator;
use super::rule::{Rule, Severity};

/// What a rule needs: the day it is, and where to put its findings.
pub(super) struct Check<'f> {
    today: NaiveDate,
    findings: &'f mut Vec<Finding>,
    /// How many errors have been reported so far.
    errors: usize,
}

impl Check<'_> {
    /// Whether a day is in the future wherever on Earth it was written down. *Today* is a day in UTC: up to fourteen hours
    /// east of there it is tomorrow already, and an editor who writes down what was done today is right.
    fn is_to_come(&self, day: NaiveDate) -> bool {
        self.today.succ_opt().is_some_and(|tomorrow| day > tomorrow)
    }

    fn report(&mut self, rule: Rule, place: Place, message: impl Into<String>, fix: impl Into<String>) {
        self.report_as(rule.severity(), rule, place, message, fix);
    }

    fn report_as(
        &mut self,
        severity: Severity,
        rule: Rule,
        place: Place,
        message: impl Into<String>,
        fix: impl Into<String>,
    ) {
        self.push(Finding { severity, ..Finding::new(rule, place, message, fix) });
    }

    fn push(&mut self, finding: Finding) {
        self.errors += usize::from(finding.is_error());
        if takes(self.findings, finding.severity) && !enough(self.findings) {
            self.findings.push(finding);
        }
    }
}

/// Runs every rule over a draft whose references have been looked up.
pub(super) fn all(draft: &Draft<'_, '_>, today: NaiveDate, findings: &mut Vec<Finding>) {
    let whole = !findings.iter().any(Finding::is_error);
    let mut check = Check { today, findings, errors: 0 };
    records::check(draft, &mut check);
    stories::check(draft, &mut check);
    targets::check(draft, &mut check);
    time::dates(draft, &mut check);
    groups::labels(draft, &mut check);
    let wrong = series::check(draft, &mut check);
    disclosure::check(draft, &wrong, &mut check);
    sources::check(draft, &mut check);
    // What weighs least comes last: only so many findings are kept.
    let records = leaves::all(draft);
    let language = draft.coalition.as_ref().map_or("", |coalition| coalition.record.default_locale.as_str());
    together::check(draft, &records, &mut check);
    names::check(&records, language, &mut check);
    coverage::check(draft, &records, whole, &mut check);
    upkeep::check(draft, &records, &mut check);
    translations::check(draft, &records, &mut check);
    language::check(draft, &records, language, &mut check);
}

/// Runs the rules between a draft and the version before it.
pub(super) fn since(draft: &Draft<'_, '_>, previous: &Feed, today: NaiveDate, findings: &mut Vec<Finding>) {
    versions::check(draft, previous, &mut Check { today, findings, errors: 0 });
}

/// The limits that an indicator names; none if they are upside down, which is reported once and not at every value.
fn named_limits(indicator: &Indicator) -> (Option<f64>, Option<f64>) {
    let limits = indicator.limits.as_ref();
    match (limits.and_then(|limits| limits.min), limits.and_then(|limits| limits.max)) {
        (Some(min), Some(max)) if min > max => (None, None),
        limits => limits,
    }
}

/// A number as a message shows it: no needless decimals.
fn shown(value: f64) -> String {
    let rounded = (value * 1e6).round() / 1e6;
    format!("{rounded}")
}

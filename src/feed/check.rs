//! The rules that look at more than one field. One file for each group, one small function for each rule.

mod disclosure;
mod records;
mod series;
mod targets;

use chrono::NaiveDate;

use super::finding::{Finding, Place};
use super::read::Draft;
use super::rule::{Rule, Severity};

/// What a rule needs: the day it is, and where to put its findings.
pub(super) struct Check<'f> {
    today: NaiveDate,
    findings: &'f mut Vec<Finding>,
}

impl Check<'_> {
    fn report(&mut self, rule: Rule, place: Place, message: impl Into<String>, fix: impl Into<String>) {
        self.findings.push(Finding::new(rule, place, message, fix));
    }

    fn report_as(&mut self, severity: Severity, rule: Rule, place: Place, message: impl Into<String>, fix: impl Into<String>) {
        self.findings.push(Finding { severity, ..Finding::new(rule, place, message, fix) });
    }
}

/// Runs every rule over a draft whose references have been looked up.
pub(super) fn all(draft: &Draft<'_, '_>, today: NaiveDate, findings: &mut Vec<Finding>) {
    let mut check = Check { today, findings };
    records::check(draft, &mut check);
    targets::check(draft, &mut check);
    series::check(draft, &mut check);
    disclosure::check(draft, &mut check);
}

/// A number as a message shows it: no needless decimals.
fn shown(value: f64) -> String {
    let rounded = (value * 1e6).round() / 1e6;
    format!("{rounded}")
}

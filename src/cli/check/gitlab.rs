//! Findings as a Code Quality report, which GitLab shows in the merge request.

use serde_json::{Value, json};

use super::Report;
use super::fingerprint::Fingerprints;
use super::visible::json_visible;
use crate::feed::{Finding, Severity};

pub(super) fn write(report: &Report<'_>) -> Result<String, String> {
    let mut fingerprints = Fingerprints::new(report.source);
    let all: Vec<Value> =
        report.findings.iter().map(|finding| issue(finding, &report.prefix, &fingerprints.of(finding))).collect();
    let text = serde_json::to_string_pretty(&all).map_err(|why| why.to_string())?;
    Ok(format!("{}\n", json_visible(&text)))
}

fn issue(finding: &Finding, prefix: &str, fingerprint: &str) -> Value {
    // GitLab's words.
    let severity = match finding.severity {
        Severity::Error => "blocker",
        Severity::Warning => "minor",
        Severity::Notice => "info",
    };
    json!({
        "description": format!("{}: {} {}", finding.rule.code(), finding.message, finding.fix),
        "check_name": finding.rule.code(),
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {"path": format!("{prefix}{}", finding.place.path), "lines": {"begin": finding.place.line}},
    })
}

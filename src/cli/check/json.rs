//! Findings for programs: one object, versioned, described in `docs/report.schema.json`.

use serde_json::{Value, json};

use super::fingerprint::Fingerprints;
use super::visible::json_visible;
use super::{REPORT_VERSION, Report};
use crate::feed::Finding;

pub(super) fn write(report: &Report<'_>) -> Result<String, String> {
    let mut fingerprints = Fingerprints::new(report.source);
    let findings: Vec<Value> =
        report.findings.iter().map(|finding| described(finding, fingerprints.of(finding))).collect();
    let waived: Vec<Value> = report
        .waived
        .iter()
        .map(|waived| {
            let mut described = described(&waived.finding, fingerprints.of(&waived.finding));
            let waiver = &waived.waiver;
            described["waiver"] = json!({"reason": waiver.reason, "by": waiver.by, "until": waiver.until.to_string()});
            described
        })
        .collect();
    let summary = report.summary;
    let report = json!({
        "version": REPORT_VERSION,
        "tool": concat!("commonweal ", env!("CARGO_PKG_VERSION")),
        "as_of": report.as_of.to_string(),
        "prefix": report.prefix,
        "summary": {
            "error": summary.error,
            "warning": summary.warning,
            "notice": summary.notice,
            "waived": report.waived.len(),
        },
        "findings": findings,
        "waived": waived,
    });
    let text = serde_json::to_string_pretty(&report).map_err(|why| why.to_string())?;
    Ok(json_visible(&format!("{text}\n")))
}

fn described(finding: &Finding, fingerprint: String) -> Value {
    json!({
        "code": finding.rule.code(),
        "severity": finding.severity.to_string(),
        "title": finding.rule.title(),
        "path": finding.place.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "length": finding.place.length,
        "offset": finding.place.offset,
        "record": finding.record,
        "message": finding.message,
        "fix": finding.fix,
        "docs": docs(finding),
        "fingerprint": fingerprint,
    })
}

/// The page about the rule, in this project's own folder.
pub(super) fn docs(finding: &Finding) -> String {
    format!("docs/rules/{}.md", finding.rule.code())
}

//! Findings for editors: `path:line:column: severity[CODE] sentence`, one line each.

use super::Report;
use super::visible::{visible, visible_path};

pub(super) fn write(report: &Report<'_>) -> String {
    let lines = report.findings.iter().map(|finding| {
        format!(
            "{}:{}:{}: {}[{}] {}\n",
            visible_path(&format!("{}{}", report.prefix, finding.place.path)),
            finding.place.line,
            finding.place.column,
            finding.severity,
            finding.rule.code(),
            visible(&finding.message)
        )
    });
    lines.collect()
}

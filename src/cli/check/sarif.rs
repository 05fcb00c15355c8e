//! Findings as SARIF 2.1.0, for services that scan what is kept in git.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::Report;
use super::fingerprint::Fingerprints;
use super::visible::json_visible;
use crate::feed::rule::page;
use crate::feed::{Finding, Rule, Severity};

/// Most results that GitHub shows of one run.
const MOST: usize = 5_000;

/// What may stand in a path of an address as it is.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

pub(super) fn write(report: &Report<'_>) -> Result<String, String> {
    let shown = &report.findings[..report.findings.len().min(MOST)];
    let mut rules: Vec<Rule> = shown.iter().map(|finding| finding.rule).collect();
    rules.sort_by_key(|rule| rule.code());
    rules.dedup();
    let mut fingerprints = Fingerprints::new(report.source);
    let results: Vec<Value> = shown
        .iter()
        .map(|finding| {
            let index = rules.iter().position(|rule| *rule == finding.rule);
            result(finding, index, &report.prefix, fingerprints.of(finding))
        })
        .collect();
    let mut invocation = json!({"executionSuccessful": true});
    let left_out = report.findings.len() - shown.len();
    if left_out > 0 {
        let text = format!("{left_out} more findings were left out; {MOST} are the most that are shown.");
        invocation["toolExecutionNotifications"] = json!([{"level": "warning", "message": {"text": text}}]);
    }
    let sarif = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "commonweal",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.into_iter().map(described).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "invocations": [invocation],
            "results": results,
        }],
    });
    let text = serde_json::to_string_pretty(&sarif).map_err(|why| why.to_string())?;
    Ok(json_visible(&format!("{text}\n")))
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Notice => "note",
    }
}

fn described(rule: Rule) -> Value {
    let mut described = json!({
        "id": rule.code(),
        "shortDescription": {"text": rule.title()},
        "defaultConfiguration": {"level": level(rule.severity())},
    });
    if let Some((group, explanation)) = rule.explained() {
        described["fullDescription"] = json!({"text": explanation.why});
        let text = format!("{} {}", explanation.why, explanation.fix);
        described["help"] = json!({"text": text, "markdown": page::page(rule)});
        described["properties"] = json!({"tags": [group.title()]});
    }
    described
}

fn result(finding: &Finding, index: Option<usize>, prefix: &str, fingerprint: String) -> Value {
    let place = &finding.place;
    json!({
        "ruleId": finding.rule.code(),
        "ruleIndex": index,
        "level": level(finding.severity),
        "message": {"text": format!("{} {}", finding.message, finding.fix)},
        "locations": [{"physicalLocation": {
            "artifactLocation": {"uri": uri(prefix, &place.path)},
            "region": {
                "startLine": place.line,
                "startColumn": place.column,
                "endColumn": place.column + place.length,
            },
        }}],
        "partialFingerprints": {"commonweal/v1": fingerprint},
    })
}

/// The path as an address: relative where the feed lies below the place the program runs at.
fn uri(prefix: &str, path: &str) -> String {
    let path = format!("{prefix}{path}");
    let scheme = if path.starts_with('/') { "file://" } else { "" };
    format!("{scheme}{}", utf8_percent_encode(&path, PATH))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::{FeedSource, Place, Summary};

    #[track_caller]
    fn check(prefix: &str, path: &str, expected: &str) {
        assert_eq!(uri(prefix, path), expected);
    }

    #[test]
    fn paths_are_addresses() {
        check("feed/", "goals/a.json", "feed/goals/a.json");
        check("", "a:b c/ñ%.json", "a%3Ab%20c/%C3%B1%25.json");
        check("", "a\u{202e}\n.json", "a%E2%80%AE%0A.json");
        check("/home/", "feed.json", "file:///home/feed.json");
    }

    #[test]
    fn too_many_results_are_counted() {
        let finding = Finding::new(Rule::UnknownField, Place::start_of("a.json"), "This.", "That.");
        let findings = vec![finding; MOST + 3];
        let source = FeedSource::Folder(Vec::new());
        let report = Report {
            source: &source,
            prefix: String::new(),
            as_of: chrono::NaiveDate::default(),
            findings: &findings,
            waived: &[],
            summary: Summary::of(&findings),
            sum: String::new(),
        };
        let sarif: Value = serde_json::from_str(&write(&report).unwrap()).unwrap();
        let run = &sarif["runs"][0];
        assert_eq!(run["results"].as_array().unwrap().len(), MOST);
        let note = run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].as_str().unwrap();
        assert!(note.starts_with("3 more findings were left out"), "{note}");
    }
}

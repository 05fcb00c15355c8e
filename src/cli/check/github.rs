//! Findings as notes at the lines of a change on GitHub, and as a table in the summary of its job.

use std::fs::OpenOptions;
use std::io::Write as _;

use super::visible::visible;
use super::{Report, markdown};
use crate::feed::{Finding, Severity};

/// GitHub shows no more notes of one severity for each step.
const MOST: usize = 10;

/// Most bytes of a step's summary that GitHub takes, with some room.
const MOST_BYTES: usize = 1_000_000;

/// The file that a job's summary is made from.
const SUMMARY: &str = "GITHUB_STEP_SUMMARY";

pub(super) fn write(report: &Report<'_>) -> Result<String, String> {
    let summary = std::env::var_os(SUMMARY).filter(|path| !path.is_empty());
    if let Some(path) = &summary {
        let table = cut(markdown::write(report, true));
        let file = OpenOptions::new().append(true).create(true).open(path);
        file.and_then(|mut file| file.write_all(table.as_bytes()))
            .map_err(|why| format!("The job's summary ({SUMMARY}) cannot be written: {why}."))?;
    }
    let mut out = String::new();
    let mut left_out = 0;
    for severity in [Severity::Error, Severity::Warning, Severity::Notice] {
        let of_it: Vec<_> = report.findings.iter().filter(|finding| finding.severity == severity).collect();
        of_it.iter().take(MOST).for_each(|finding| out.push_str(&note(finding, &report.prefix)));
        left_out += of_it.len().saturating_sub(MOST);
    }
    // Plain lines: a note for the sum would take the place of a finding's.
    out.push_str(&format!("{}\n", report.sum));
    if left_out > 0 {
        let where_else = if summary.is_some() { "the job's summary" } else { "`commonweal check --all`" };
        out.push_str(&format!("{left_out} more have no note at their line: {where_else} lists them.\n"));
    }
    Ok(out)
}

fn note(finding: &Finding, prefix: &str) -> String {
    let place = &finding.place;
    format!(
        "::{} file={},line={},col={},endColumn={},title={}::{}\n",
        finding.severity,
        property(&format!("{prefix}{}", place.path)),
        place.line,
        place.column,
        place.column + place.length,
        property(&format!("{}: {}", finding.rule.code(), finding.rule.title())),
        message(&format!("{} {}", finding.message, finding.fix))
    )
}

/// What GitHub reads as an order is written as it wants to have it back.
fn message(text: &str) -> String {
    visible(text).replace('%', "%25")
}

fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}

/// At the end of a line before there is too much.
fn cut(mut table: String) -> String {
    if table.len() > MOST_BYTES {
        let end = table.as_bytes().iter().take(MOST_BYTES).rposition(|byte| *byte == b'\n').unwrap_or(0);
        table.truncate(end);
        table.push_str("\n\nThe rest does not fit here.\n");
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::{Place, Rule};

    #[test]
    fn a_note_gives_no_other_order() {
        let place = Place { path: "a,b:c%\n::error::x".into(), line: 3, column: 4, length: 2, offset: 0 };
        let finding = Finding::new(Rule::UnknownField, place, "50% of\n::set-output x", "Delete it.");
        let expected = "::warning file=feed/a%2Cb%3Ac%25\\u{000A}%3A%3Aerror%3A%3Ax,line=3,col=4,endColumn=6,\
                        title=F014%3A A field is one this program knows::\
                        50%25 of\\u{000A}::set-output x Delete it.\n";
        assert_eq!(note(&finding, "feed/"), expected);
    }

    #[test]
    fn a_long_table_is_cut_at_a_line() {
        let cut = cut("| ñ |\n".repeat(MOST_BYTES / 7 + 10));
        assert!(cut.len() < MOST_BYTES + 100 && cut.ends_with("| ñ |\n\nThe rest does not fit here.\n"));
    }
}

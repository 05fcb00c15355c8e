//! `commonweal check`.

use std::path::Path;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use clap::ValueEnum;
use serde_json::{Value, json};

use super::{CLEAN, FINDINGS, FeedArguments, load};
use crate::feed::{FeedSource, Finding, Severity, Summary, read};

#[derive(clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    feed: FeedArguments,
    /// What a feed from standard input is called in findings
    #[arg(long, value_name = "NAME", default_value = "feed.json")]
    stdin_name: String,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Fail on warnings too
    #[arg(long)]
    strict: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people: the sentence, the line, the fix
    Human,
    /// For programs: one object, versioned
    Json,
}

/// Version of the JSON report. A new first number means that a program has to look again.
const REPORT_VERSION: &str = "1.0";

pub(super) fn run(arguments: &Arguments) -> Result<u8, String> {
    let path = arguments.feed.path()?;
    let source = if path == Path::new("-") { load::standard_input(&arguments.stdin_name)? } else { load::load(&path)? };
    let findings = read(&source, arguments.feed.today()).findings;
    let summary = Summary::of(&findings);
    match arguments.format {
        Format::Human => {
            for finding in &findings {
                super::out(&human(&source, finding));
            }
            eprintln!("{}", total(&summary, &path));
        }
        Format::Json => {
            let report = report(&findings, &arguments.feed.today().to_string());
            let text = serde_json::to_string_pretty(&report).map_err(|why| why.to_string())?;
            super::out(&format!("{text}\n"));
        }
    }
    let failed = summary.error > 0 || (arguments.strict && summary.warning > 0);
    Ok(if failed { FINDINGS } else { CLEAN })
}

/// "2 errors, 1 warning, no notices in feed".
pub(super) fn total(summary: &Summary, path: &Path) -> String {
    let count = |n: usize, word: &str| match n {
        0 => format!("no {word}s"),
        1 => format!("1 {word}"),
        _ => format!("{n} {word}s"),
    };
    let parts = [count(summary.error, "error"), count(summary.warning, "warning"), count(summary.notice, "notice")];
    format!("{} in {}", parts.join(", "), path.display())
}

/// A finding for people: first line as `path:line:column: severity[CODE] sentence`, then the source line and the fix.
pub(super) fn human(source: &FeedSource, finding: &Finding) -> String {
    let mut out = format!("{finding}\n");
    if let Some(line) = source_line(source, finding) {
        let from = char_offset(&line, finding.place.column - 1);
        let to = char_offset(&line, finding.place.column - 1 + finding.place.length).max(from);
        let snippet = Snippet::source(line.as_str())
            .line_start(finding.place.line)
            .annotation(AnnotationKind::Primary.span(from..to));
        let level = match finding.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Notice => Level::NOTE,
        };
        let rendered = Renderer::plain().render(&[level.primary_title("").element(snippet)]);
        for line in rendered.lines().skip(2) {
            out.push_str(line.trim_end());
            out.push('\n');
        }
    }
    out.push_str(&format!("  = fix: {}\n\n", finding.fix));
    out
}

/// The source line under a finding, with everything that could move a terminal's cursor made visible. Long lines are
/// cut around the finding, so that a feed in a single line stays readable.
fn source_line(source: &FeedSource, finding: &Finding) -> Option<String> {
    const WIDEST: usize = 160;
    let files = match source {
        FeedSource::File(file) => std::slice::from_ref(file),
        FeedSource::Folder(files) => files,
    };
    let file = files.iter().find(|file| file.path == finding.place.path)?;
    let text = String::from_utf8_lossy(&file.bytes);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let line = text.lines().nth(finding.place.line - 1)?;
    if line.trim().is_empty() || line.chars().count() > WIDEST {
        return None;
    }
    let safe = |c: char| if c.is_control() || crate::feed::text::is_hidden(c) { '\u{fffd}' } else { c };
    Some(line.chars().map(safe).collect())
}

fn char_offset(line: &str, characters: usize) -> usize {
    line.char_indices().nth(characters).map_or(line.len(), |(offset, _)| offset)
}

fn report(findings: &[Finding], as_of: &str) -> Value {
    let summary = Summary::of(findings);
    let items: Vec<Value> = findings
        .iter()
        .map(|finding| {
            json!({
                "code": finding.rule.code(),
                "severity": finding.severity.to_string(),
                "path": finding.place.path,
                "line": finding.place.line,
                "column": finding.place.column,
                "length": finding.place.length,
                "message": finding.message,
                "fix": finding.fix,
            })
        })
        .collect();
    json!({
        "version": REPORT_VERSION,
        "tool": concat!("commonweal ", env!("CARGO_PKG_VERSION")),
        "as_of": as_of,
        "summary": {"error": summary.error, "warning": summary.warning, "notice": summary.notice},
        "findings": items,
    })
}

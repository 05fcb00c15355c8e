//! Findings for people: the sentence, the line with the place marked, the fix.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::visible::{acts, visible, visible_path};
use super::{Report, shown};
use crate::feed::{FeedSource, Finding, Severity};

pub(super) fn write(report: &Report<'_>, all: bool, coloured: bool) -> String {
    let mut out = String::new();
    for (finding, more) in shown(report.findings, all) {
        out.push_str(&written(report.source, finding, coloured));
        if more > 0 {
            out.push_str(&format!("and {more} more of this kind, {} (see them with --all)\n\n", finding.rule.code()));
        }
    }
    out
}

/// A finding for people: first line as `path:line:column: severity[CODE] sentence`, then the source line and the fix.
pub(in crate::cli) fn human(source: &FeedSource, finding: &Finding) -> String {
    written(source, finding, false)
}

fn written(source: &FeedSource, finding: &Finding, coloured: bool) -> String {
    let (level, colour) = match finding.severity {
        Severity::Error => (Level::ERROR, "\u{1b}[1;31m"),
        Severity::Warning => (Level::WARNING, "\u{1b}[1;33m"),
        Severity::Notice => (Level::NOTE, "\u{1b}[1;36m"),
    };
    let (colour, plain) = if coloured { (colour, "\u{1b}[0m") } else { ("", "") };
    let mut out = format!(
        "{}:{}:{}: {colour}{}[{}]{plain} {}\n",
        visible_path(&finding.place.path),
        finding.place.line,
        finding.place.column,
        finding.severity,
        finding.rule.code(),
        visible(&finding.message)
    );
    if let Some(line) = source_line(source, finding) {
        let from = char_offset(&line, finding.place.column - 1);
        let to = char_offset(&line, finding.place.column - 1 + finding.place.length).max(from);
        let snippet = Snippet::source(line.as_str())
            .line_start(finding.place.line)
            .annotation(AnnotationKind::Primary.span(from..to));
        let renderer = if coloured { Renderer::styled() } else { Renderer::plain() };
        let rendered = renderer.render(&[level.primary_title("").element(snippet)]);
        for line in rendered.lines().skip(2) {
            out.push_str(line.trim_end());
            out.push('\n');
        }
    }
    out.push_str(&format!("  = fix: {}\n\n", visible(&finding.fix)));
    out
}

/// The source line under a finding, with everything that could move a terminal's cursor made visible. Long lines are
/// left out: a feed in a single line stays readable.
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
    // One for one, so that the marks below stand where they should.
    Some(line.chars().map(|c| if acts(c) { '\u{fffd}' } else { c }).collect())
}

fn char_offset(line: &str, characters: usize) -> usize {
    line.char_indices().nth(characters).map_or(line.len(), |(offset, _)| offset)
}

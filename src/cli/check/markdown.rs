//! Findings for a merge request: a table for each file.

use super::visible::visible;
use super::{Report, shown};

pub(super) fn write(report: &Report<'_>, all: bool) -> String {
    let mut out = format!("## Check of the feed\n\n{}.\n", text(&report.sum));
    let (mut file, mut more_of) = (None, Vec::new());
    for (finding, more) in shown(report.findings, all) {
        let place = &finding.place;
        if file.replace(&place.path) != Some(&place.path) {
            out.push_str(&format!(
                "\n### {}\n\n| Line | | What is wrong | How to mend it | Rule |\n|---:|---|---|---|---|\n",
                text(&format!("{}{}", report.prefix, place.path))
            ));
        }
        out.push_str(&format!(
            "| {} | {} | {} | {} | {} |\n",
            place.line,
            finding.severity,
            text(&finding.message),
            text(&finding.fix),
            finding.rule.code()
        ));
        if more > 0 {
            more_of.push(format!("{more} more of {}", finding.rule.code()));
        }
    }
    if !more_of.is_empty() {
        out.push_str(&format!("\nNot listed: {}.\n", more_of.join(", ")));
    }
    out
}

/// Text that stays text: no markup, no link, nobody called by name.
fn text(text: &str) -> String {
    let mut out = String::new();
    for c in visible(text).chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            // An empty comment between the mark and the word: the mark alone calls nobody and links nowhere.
            '@' | '#' | '!' | '~' | '$' => out.extend([c, '<', '!', '-', '-', '-', '-', '>']),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out.replace("://", ":<!---->//").replace("www.", "www<!---->.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(given: &str, expected: &str) {
        assert_eq!(text(given), expected);
    }

    #[test]
    fn text_stays_text() {
        check("Here stands \"a | b\".", "Here stands \"a \\| b\".");
        check("<script> & `x`", "&lt;script&gt; &amp; \\`x\\`");
        check("[a](https://x.example.org) www.x.org", "\\[a\\](https:<!---->//x.example.org) www<!---->.x.org");
        check("@all see #12", "@<!---->all see #<!---->12");
        check("a\nb\u{202e}", "a\\\\u{000A}b\\\\u{202E}");
    }
}

//! What the check has to say: one finding, its place and its rule.

use std::fmt;

use super::rule::{Rule, Severity};

/// One thing that is wrong with a feed, or that a person should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub rule: Rule,
    /// Usually the rule's own; a rule may be softened where a source has already applied disclosure control.
    pub severity: Severity,
    pub place: Place,
    /// The id of the record that it is about; of an observation, the indicator's. None for a file that is no record.
    pub record: Option<String>,
    /// What is wrong, with the value, in one sentence.
    pub message: String,
    /// How to mend it, one action.
    pub fix: String,
}

/// Where in the source form a finding is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Path inside the feed, with forward slashes.
    pub path: String,
    /// Counted from 1.
    pub line: usize,
    /// In characters, counted from 1.
    pub column: usize,
    /// Length in characters on that line, at least 1.
    pub length: usize,
    /// The first byte in the file, counted from 0, without a byte order mark.
    pub offset: usize,
}

impl Place {
    /// The very beginning of a file.
    pub fn start_of(path: &str) -> Self {
        Self { path: path.to_owned(), line: 1, column: 1, length: 1, offset: 0 }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.path, self.line, self.column)
    }
}

/// The line that a finding points into: what stands before the place, in it and after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub before: String,
    pub marked: String,
    pub after: String,
}

/// The line of a finding, with all that could move a cursor or turn the direction of writing made visible. Long lines are
/// cut around the place, so that a feed in a single line can be read. `None` if the line is empty or is not there.
pub fn line_of(source: &super::FeedSource, place: &Place) -> Option<Line> {
    const AROUND: usize = 60;
    let files = match source {
        super::FeedSource::File(file) => std::slice::from_ref(file),
        super::FeedSource::Folder(files) => files,
    };
    let file = files.iter().find(|file| file.path == place.path)?;
    let text = file.bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&file.bytes);
    let start = text.get(..place.offset)?.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let line = text.get(start..)?.split(|byte| *byte == b'\n').next()?;
    let safe = |c: char| if c.is_control() || super::text::is_hidden(c) { '\u{fffd}' } else { c };
    let line: Vec<char> = String::from_utf8_lossy(line).trim_end_matches('\r').chars().map(safe).collect();
    let from = place.column.saturating_sub(1).min(line.len());
    let to = (from + place.length).min(line.len());
    let (left, right) = (from.saturating_sub(AROUND), (to + AROUND).min(line.len()));
    let cut = |yes: bool| if yes { "…" } else { "" };
    let part = |range: std::ops::Range<usize>| line.get(range).map(|part| part.iter().collect::<String>());
    let found = Line {
        before: format!("{}{}", cut(left > 0), part(left..from)?),
        marked: part(from..to.min(from + 2 * AROUND))?,
        after: format!("{}{}", part(to..right)?, cut(right < line.len())),
    };
    let blank = [&found.before, &found.marked, &found.after].iter().all(|part| part.trim().is_empty());
    (!blank).then_some(found)
}

/// A formatted sentence of a finding; nothing where findings are not spoken.
macro_rules! sentence {
    ($($part:tt)*) => {
        if crate::SPEAKS { format!($($part)*) } else { String::new() }
    };
}
pub(crate) use sentence;

impl Finding {
    /// A finding of a rule, with the rule's severity. Where findings are not spoken, sentence and fix are left out.
    pub fn new(rule: Rule, place: Place, message: impl Into<String>, fix: impl Into<String>) -> Self {
        let (message, fix) = if crate::SPEAKS { (message.into(), fix.into()) } else { (String::new(), String::new()) };
        Self { rule, severity: rule.severity(), place, record: None, message, fix }
    }

    /// Whether it stops a build.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}[{}] {}", self.place, self.severity, self.rule.code(), self.message)
    }
}

/// How many findings of each severity there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    pub error: usize,
    pub warning: usize,
    pub notice: usize,
}

impl Summary {
    /// Counts findings.
    pub fn of(findings: &[Finding]) -> Self {
        let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        Self { error: count(Severity::Error), warning: count(Severity::Warning), notice: count(Severity::Notice) }
    }
}

/// Text as it may be put on a terminal or into a message: control and direction characters become `\u{…}`,
/// long values are cut.
pub fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut out = String::from("\"");
    for (n, c) in text.chars().enumerate() {
        if n == LONGEST {
            out.push('…');
            break;
        }
        if super::text::is_hidden(c) || c.is_control() {
            out.push_str(&format!("\\u{{{:04X}}}", u32::from(c)));
        } else {
            out.push(c);
        }
    }
    out.push('"');
    out
}

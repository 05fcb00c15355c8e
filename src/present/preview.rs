//! A draft that an editor has chosen: what is wrong with it, whether it could be published, and how to look at it.

use chrono::NaiveDate;

use super::changes::{RecordChanges, records, summary};
use super::{Context, Head, Link, Phrase};
use crate::feed::bundle::{self, Unfit};
use crate::feed::diff::{Change, diff};
use crate::feed::finding::{Line, line_of};
use crate::feed::{Feed, FeedSource, Finding, Severity, SourceFile, Summary, read, read_since};
use crate::routes::Page;
use crate::words::{Catalog, say};

/// What an editor has chosen, and what became of it.
#[derive(Clone, Debug)]
pub struct Draft {
    /// As the editor knows it: the name of the file or the folder.
    pub name: String,
    outcome: Outcome,
}

#[derive(Clone, Debug)]
enum Outcome {
    /// No feed could be made out.
    Refused(Unfit),
    /// Read and checked.
    Read { source: FeedSource, findings: Vec<Finding>, good: bool, changes: Option<Vec<Change>> },
}

impl Draft {
    /// Reads and checks what was chosen, exactly as the command line does, with the published feed as the version before
    /// if it is the same coalition's, and all of it is there. The feed is there if it has no error.
    pub fn judge(
        name: String,
        files: Result<Vec<SourceFile>, Unfit>,
        published: &Feed,
        today: NaiveDate,
    ) -> (Self, Option<Feed>) {
        let unpacked = files.and_then(|files| match files.as_slice() {
            [one] if bundle::is_zip(&one.bytes) => bundle::unzip(&one.bytes),
            _ => Ok(files),
        });
        match unpacked.and_then(bundle::bundle) {
            Err(unfit) => (Self { name, outcome: Outcome::Refused(unfit) }, None),
            Ok(source) => {
                let mut reading = read(&source, today);
                let known = published.is_whole();
                let same =
                    known && reading.feed.as_ref().is_some_and(|feed| feed.coalition.id == published.coalition.id);
                if same {
                    reading = read_since(&source, published, today);
                }
                let changes = reading.feed.as_ref().filter(|_| same).map(|feed| diff(published, feed));
                let good = reading.feed.is_some();
                let outcome = Outcome::Read { source, findings: reading.findings, good, changes };
                (Self { name, outcome }, reading.feed)
            }
        }
    }

    /// Whether it has no error, so that it can be shown.
    pub fn is_good(&self) -> bool {
        matches!(self.outcome, Outcome::Read { good: true, .. })
    }
}

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewPage {
    pub head: Head,
    pub title: String,
    pub lead: String,
    pub result: Option<Outcomes>,
}

/// What became of the draft.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcomes {
    /// Why there is no feed in it, and what to choose instead.
    Refused {
        name: String,
        why: String,
    },
    Report(Box<Report>),
}

/// What the check says about a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    pub name: String,
    /// "2 errors and 1 warning."
    pub count: String,
    /// Whether it can be published.
    pub verdict: String,
    pub good: bool,
    /// Into the draft, if it is good.
    pub look: Option<Link>,
    pub files: Vec<FileReport>,
    /// Said if not all findings are listed.
    pub more: Option<String>,
    /// All findings as text, for a message to whoever edits the feed.
    pub copy: String,
    /// What it would change, if the published feed is of the same coalition.
    pub differs: Option<Differs>,
}

/// How a draft differs from the published feed.
#[derive(Clone, Debug, PartialEq)]
pub struct Differs {
    pub summary: String,
    pub records: Vec<RecordChanges>,
}

/// What is wrong in one file.
#[derive(Clone, Debug, PartialEq)]
pub struct FileReport {
    pub path: String,
    pub findings: Vec<Item>,
}

/// One finding. Its sentences are English, as they are on the command line.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub severity: Severity,
    pub weight: String,
    pub code: &'static str,
    pub place: String,
    pub message: Phrase,
    pub fix: Phrase,
    pub why: Option<Phrase>,
    pub line: Option<Line>,
}

/// Most findings that the page lists.
const MOST_LISTED: usize = 200;

/// The page.
pub fn preview_page(context: &Context<'_>) -> PreviewPage {
    let words = context.words;
    let (title, lead) = (say!(words, "nav-preview"), say!(words, "preview-lead"));
    let result = context.draft.map(|draft| match &draft.outcome {
        Outcome::Refused(unfit) => Outcomes::Refused { name: draft.name.clone(), why: refused(words, unfit) },
        Outcome::Read { source, findings, good, changes } => Outcomes::Report(Box::new(Report {
            differs: changes.as_ref().map(|changes| differs(context, changes)),
            ..report(context, &draft.name, source, findings, *good)
        })),
    });
    PreviewPage { head: context.head(&title, lead.clone()), title, lead, result }
}

fn refused(words: &Catalog, unfit: &Unfit) -> String {
    let mib = bundle::MAX_BYTES / (1024 * 1024);
    match unfit {
        Unfit::TooManyFiles => say!(words, "preview-too-many", n = words.number(bundle::MAX_FILES as f64, 0)),
        Unfit::TooLarge => say!(words, "preview-too-large", n = mib),
        Unfit::NoFeed => say!(words, "preview-no-feed"),
        Unfit::SeveralFeeds(folders) => say!(words, "preview-several", list = words.list(folders)),
        Unfit::BrokenZip => say!(words, "preview-broken-zip"),
        Unfit::LockedZip => say!(words, "preview-locked-zip"),
        Unfit::Unreadable(path) => say!(words, "preview-unreadable", name = path.clone()),
    }
}

fn report(context: &Context<'_>, name: &str, source: &FeedSource, findings: &[Finding], good: bool) -> Report {
    let words = context.words;
    let Summary { error, warning, notice } = Summary::of(findings);
    let mut files: Vec<FileReport> = Vec::new();
    for finding in findings.iter().take(MOST_LISTED) {
        let path = &finding.place.path;
        if files.last().is_none_or(|file| file.path != *path) {
            files.push(FileReport { path: path.clone(), findings: Vec::new() });
        }
        if let Some(file) = files.last_mut() {
            file.findings.push(item(context, source, finding));
        }
    }
    let all = findings.iter().map(|finding| format!("{finding} {}\n", finding.fix));
    Report {
        name: name.to_owned(),
        count: say!(words, "preview-count", errors = error, warnings = warning, notices = notice),
        verdict: match (error, warning + notice) {
            (0, 0) => say!(words, "preview-clean"),
            (0, _) => say!(words, "preview-good"),
            (n, _) => say!(words, "preview-bad", n = n),
        },
        good,
        look: good.then(|| Link { label: say!(words, "preview-look").into(), href: context.href(&Page::Overview) }),
        files,
        more: (findings.len() > MOST_LISTED).then(|| say!(words, "preview-more", n = findings.len() - MOST_LISTED)),
        copy: all.collect(),
        differs: None,
    }
}

fn differs(context: &Context<'_>, changes: &[Change]) -> Differs {
    if changes.is_empty() {
        return Differs { summary: say!(context.words, "preview-same"), records: Vec::new() };
    }
    Differs { summary: summary(context, changes), records: records(context, changes) }
}

fn item(context: &Context<'_>, source: &FeedSource, finding: &Finding) -> Item {
    let words = context.words;
    let english =
        |text: &str| Phrase { text: text.to_owned(), lang: (context.lang() != "en").then(|| "en".to_owned()) };
    Item {
        severity: finding.severity,
        weight: say!(
            words,
            match finding.severity {
                Severity::Error => "preview-error",
                Severity::Warning => "preview-warning",
                Severity::Notice => "preview-notice",
            }
        ),
        code: finding.rule.code(),
        place: say!(words, "preview-place", line = finding.place.line, column = finding.place.column),
        message: english(&finding.message),
        fix: english(&finding.fix),
        why: finding.rule.explained().map(|(_, explanation)| english(explanation.why)),
        line: line_of(source, &finding.place),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::testing::Small;

    fn file(path: &str, text: &str) -> SourceFile {
        SourceFile::new(path, text)
    }

    #[track_caller]
    fn check(files: Vec<SourceFile>, expected: &[&str]) {
        let small = Small::new(&[]);
        let (draft, feed) =
            Draft::judge("draft".into(), Ok(files), small.context("en").feed, small.context("en").today);
        assert_eq!(feed.is_some(), draft.is_good());
        let context = Context { draft: Some(&draft), ..small.context("en") };
        let said = match preview_page(&context).result {
            Some(Outcomes::Refused { why, .. }) => vec![why],
            Some(Outcomes::Report(report)) => {
                let lines = report.files.iter().flat_map(|file| {
                    file.findings.iter().map(|item| {
                        let marked = item.line.as_ref().map_or("", |line| &line.marked);
                        format!("{} {} {} {marked}", file.path, item.code, item.place)
                    })
                });
                [report.count, report.verdict].into_iter().chain(lines).collect()
            }
            None => vec![],
        };
        assert_eq!(said, expected);
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        check(
            vec![file("draft.json", "{\n  \"coalition\": {},\n}")],
            &[
                "1 error, no warnings and no notices.",
                "With an error, this draft would not be published. Mend it, then choose it again.",
                "draft.json F003 line 2, column 18 ,",
            ],
        );
    }

    #[test]
    fn what_is_no_feed_says_what_to_choose() {
        check(
            vec![file("a.txt", ""), file("b.txt", "")],
            &["There is no feed in it: neither coalition.json nor feed.json was found. Choose the folder that holds \
             coalition.json, a zip of it, or a feed.json."],
        );
        check(vec![file("x.zip", "PK\u{3}\u{4}")], &["This zip is damaged. Make or download it again."]);
    }
}

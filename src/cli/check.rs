//! `commonweal check`: reads a feed, and prints what is to be mended in the form that is asked for.

mod choice;
mod fingerprint;
mod github;
mod gitlab;
mod human;
mod json;
mod markdown;
mod sarif;
mod short;
mod visible;

use std::collections::HashMap;
use std::io::ErrorKind;
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Component, Path};

use chrono::NaiveDate;
use clap::ValueEnum;

use super::{CLEAN, FINDINGS, FeedArguments, load};
use crate::feed::rule::page;
use crate::feed::waiver::Waived;
use crate::feed::{FeedSource, Finding, Reading, Rule, Summary, read, read_since};
use choice::Choice;
pub(super) use human::human;
pub(super) use visible::visible;

#[derive(clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    feed: FeedArguments,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Fail on warnings too
    #[arg(long)]
    strict: bool,
    /// Fail on more than N warnings
    #[arg(long, value_name = "N")]
    max_warnings: Option<usize>,
    /// Look at these rules only: codes, or letters that stand for all codes that begin with them
    #[arg(long, value_name = "CODE,…", value_delimiter = ',', value_parser = choice::parse)]
    only: Vec<Choice>,
    /// Leave out these rules: codes or letters, as for --only
    #[arg(long, value_name = "CODE,…", value_delimiter = ',', value_parser = choice::parse)]
    skip: Vec<Choice>,
    /// Also look at what has changed since this version: a feed, or git:REV for this one as it was
    #[arg(long, value_name = "FEED|git:REV")]
    previous: Option<String>,
    /// Print why a rule is there and how to follow it, and look at no feed
    #[arg(long, value_name = "CODE", value_parser = choice::rule)]
    explain: Option<Rule>,
    /// Print every finding, not only the first 20 of each rule
    #[arg(long)]
    all: bool,
    /// Whether findings for people are coloured
    #[arg(long, value_enum, default_value_t = Colour::Auto)]
    color: Colour,
    /// What stands before paths in short, sarif, github, gitlab and markdown; without it, the way to the feed from here
    #[arg(long, value_name = "FOLDER")]
    path_prefix: Option<String>,
    /// What a feed from standard input (`-`) is called in findings
    #[arg(long, value_name = "NAME", default_value = "feed.json")]
    stdin_name: String,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people: the sentence, the line, the fix
    Human,
    /// For editors: one line for each finding
    Short,
    /// For programs: one object, versioned
    Json,
    /// For code scanning: SARIF 2.1.0
    Sarif,
    /// For GitHub's workflows: notes at the lines, and a table in the job's summary
    Github,
    /// For GitLab's merge requests: a Code Quality report
    Gitlab,
    /// For merge requests: tables, file by file
    Markdown,
}

#[derive(Clone, Copy, ValueEnum)]
enum Colour {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    Always,
    Never,
}

/// Version of the JSON report. A new first number means that a program has to look again.
const REPORT_VERSION: &str = "1.1";

/// Most findings of one rule that people are shown at once.
const AT_ONCE: usize = 20;

/// What every format prints.
struct Report<'r> {
    source: &'r FeedSource,
    /// What leads from the repository's root to the feed's folder, with a slash at its end; empty if they are one.
    prefix: String,
    as_of: NaiveDate,
    findings: &'r [Finding],
    waived: &'r [Waived],
    summary: Summary,
    /// The summary as a sentence.
    sum: String,
}

pub(super) fn run(arguments: &Arguments) -> Result<u8, String> {
    guarded(|| checked(arguments))
}

/// A fault of the program must not look like a feed that was checked, nor like one with mistakes.
fn guarded(work: impl FnOnce() -> Result<u8, String>) -> Result<u8, String> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        Err("This is a fault of the program, not of the feed. Please report it with the lines above.".to_owned())
    })
}

fn checked(arguments: &Arguments) -> Result<u8, String> {
    if let Some(rule) = arguments.explain {
        print(&page::page(rule))?;
        return Ok(CLEAN);
    }
    let path = arguments.feed.path()?;
    let from_input = path == Path::new("-");
    let source = if from_input { load::standard_input(&arguments.stdin_name)? } else { load::load(&path)? };
    let place = if from_input { Path::new(&arguments.stdin_name) } else { &path };
    let as_of = arguments.feed.today();
    let Reading { mut findings, mut waived, .. } = judged(&source, arguments.previous.as_deref(), place, as_of)?;
    let wanted = |finding: &Finding| choice::wanted(finding.rule, &arguments.only, &arguments.skip);
    findings.retain(wanted);
    waived.retain(|waived| wanted(&waived.finding));
    let summary = Summary::of(&findings);
    let mut sum = total(&summary, &path);
    if !waived.is_empty() {
        sum.push_str(&format!("; {} waived", waived.len()));
    }
    if !(arguments.only.is_empty() && arguments.skip.is_empty()) {
        sum.push_str(" (not all rules were asked for)");
    }
    let prefix = match &arguments.path_prefix {
        Some(given) => with_slash(given.trim_end_matches('/')),
        None if from_input => String::new(),
        None => prefix(&path),
    };
    let report = Report { source: &source, prefix, as_of, findings: &findings, waived: &waived, summary, sum };
    print(&match arguments.format {
        Format::Human => human::write(&report, arguments.all, coloured(arguments.color)),
        Format::Short => short::write(&report),
        Format::Json => json::write(&report)?,
        Format::Sarif => sarif::write(&report)?,
        Format::Github => github::write(&report)?,
        Format::Gitlab => gitlab::write(&report)?,
        Format::Markdown => markdown::write(&report, arguments.all),
    })?;
    eprintln!("{}", report.sum);
    if let (Format::Human, Some(first)) = (arguments.format, findings.first()) {
        eprintln!("What a rule is for: commonweal check --explain {}", first.rule.code());
    }
    let allowed = if arguments.strict { 0 } else { arguments.max_warnings.unwrap_or(usize::MAX) };
    Ok(if summary.error > 0 || summary.warning > allowed { FINDINGS } else { CLEAN })
}

/// Reads the feed, beside the version before it if one is named and is free of errors itself.
fn judged(source: &FeedSource, previous: Option<&str>, path: &Path, today: NaiveDate) -> Result<Reading, String> {
    let Some(named) = previous else { return Ok(read(source, today)) };
    let before = read(&load::version(named, path)?, today);
    Ok(match before.feed {
        Some(before) => read_since(source, &before, today),
        // A feed that mends its errors must not be stopped by them.
        None => {
            let errors = counted(Summary::of(&before.findings).error, "error");
            let named = visible(named);
            eprintln!("The version before ({named}) has {errors} itself; what has changed since is not looked at.");
            read(source, today)
        }
    })
}

/// "2 errors, 1 warning, no notices in feed".
pub(super) fn total(summary: &Summary, path: &Path) -> String {
    let parts = [(summary.error, "error"), (summary.warning, "warning"), (summary.notice, "notice")];
    let parts = parts.map(|(n, word)| counted(n, word));
    format!("{} in {}", parts.join(", "), visible(&path.to_string_lossy()))
}

fn counted(n: usize, word: &str) -> String {
    match n {
        0 => format!("no {word}s"),
        1 => format!("1 {word}"),
        _ => format!("{n} {word}s"),
    }
}

/// The way from here to the feed's folder. Workflows and hooks run at the root of the repository.
fn prefix(path: &Path) -> String {
    let folder = if path.is_dir() { path } else { path.parent().unwrap_or(path) };
    let here = std::env::current_dir().unwrap_or_default();
    let folder = folder.strip_prefix(&here).unwrap_or(folder);
    let root = if folder.is_absolute() { "/" } else { "" };
    let steps = folder.components().filter(|step| matches!(step, Component::Normal(_) | Component::ParentDir));
    let steps: Vec<_> = steps.map(|step| step.as_os_str().to_string_lossy()).collect();
    format!("{root}{}", with_slash(&steps.join("/")))
}

fn with_slash(folder: &str) -> String {
    if folder.is_empty() { String::new() } else { format!("{folder}/") }
}

fn coloured(wanted: Colour) -> bool {
    use std::io::IsTerminal as _;
    let says_no = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    match wanted {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => std::io::stdout().is_terminal() && !says_no("NO_COLOR") && !dumb,
    }
}

/// Writes the report. Whoever closes the pipe has read enough; any other failure means that nobody saw it.
fn print(text: &str) -> Result<(), String> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(why) if why.kind() != ErrorKind::BrokenPipe => Err(format!("The report cannot be written: {why}.")),
        _ => Ok(()),
    }
}

/// The findings that people are shown, and how many more there are of a rule after the last one that is.
fn shown(findings: &[Finding], all: bool) -> Vec<(&Finding, usize)> {
    let mut left: HashMap<Rule, usize> = HashMap::new();
    findings.iter().for_each(|finding| *left.entry(finding.rule).or_default() += 1);
    let mut told: HashMap<Rule, usize> = HashMap::new();
    let mut shown = Vec::new();
    for finding in findings {
        let told = told.entry(finding.rule).or_default();
        *told += 1;
        if all || *told <= AT_ONCE {
            let total = left.get(&finding.rule).copied().unwrap_or_default();
            shown.push((finding, if all || *told < AT_ONCE { 0 } else { total - AT_ONCE }));
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::Place;

    #[test]
    fn a_fault_of_the_program_is_no_finding() {
        let told = guarded(|| panic!("on purpose")).unwrap_err();
        assert!(told.starts_with("This is a fault of the program"), "{told}");
        assert_eq!(guarded(|| Ok(CLEAN)), Ok(CLEAN));
    }

    #[track_caller]
    fn check(count: usize, all: bool, expected: (usize, usize)) {
        let finding = Finding::new(Rule::UnknownField, Place::start_of("a.json"), "This.", "That.");
        let findings = vec![finding; count];
        let shown = shown(&findings, all);
        assert_eq!((shown.len(), shown.iter().map(|(_, more)| more).sum::<usize>()), expected);
    }

    #[test]
    fn after_twenty_of_a_rule_the_rest_is_counted() {
        check(0, false, (0, 0));
        check(20, false, (20, 0));
        check(21, false, (20, 1));
        check(54, false, (20, 34));
        check(54, true, (54, 0));
    }

    #[test]
    fn paths_begin_where_the_program_runs() {
        let here = std::env::current_dir().unwrap();
        assert_eq!(prefix(Path::new("samples/tri-river")), "samples/tri-river/");
        assert_eq!(prefix(Path::new("./samples/millbrook/feed.json")), "samples/millbrook/");
        assert_eq!(prefix(&here.join("samples/tri-river")), "samples/tri-river/");
        assert_eq!(prefix(Path::new("feed.json")), "");
        assert_eq!(prefix(Path::new(".")), "");
        assert_eq!(prefix(Path::new("/nowhere/feed.json")), "/nowhere/");
    }
}

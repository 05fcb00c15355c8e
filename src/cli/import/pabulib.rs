//! `commonweal import pabulib`: participatory budgets as Pabulib publishes them (pabulib.org/format), into a feed.
//!
//! ```text
//! bytes -> file (META, PROJECTS; VOTES only counted) -> cycle + proposals (records) -> written, read, checked
//! ```
//!
//! What has no field of its own is kept in identifiers whose schemes begin with `pabulib-`, so that an export gives it
//! back. What cannot be carried over is listed with its place. Ballots never leave this process.

mod cycle;
mod feed;
mod file;
mod proposals;
pub(in crate::cli) mod terms;
mod values;
mod votes;

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::leftovers::Leftovers;
use super::texts::own;
use super::{CLEAN, FINDINGS, check, ids, load, put};
use crate::cli::save;
use crate::feed::records::budget::{BudgetCycle, BudgetProposal};
use crate::feed::records::coalition::Locale;
use crate::feed::records::indicator::CurrencyCode;
use crate::feed::text::Text;
use crate::feed::{FeedSource, SourceFile, Summary, read};
use cycle::{Given, cycle};
use feed::Target;
use file::File;
pub(in crate::cli) use proposals::nameless;
use proposals::proposals;
pub(in crate::cli) use values::written_date;

#[derive(clap::Args)]
pub(in crate::cli) struct Arguments {
    /// The files, each one budget cycle
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The feed's folder: one that is there, to which the records are added, or a new one
    #[arg(long, value_name = "FEED")]
    out: PathBuf,
    /// The currency of files that do not name one, such as EUR
    #[arg(long, value_name = "CODE", value_parser = currency)]
    currency: Option<CurrencyCode>,
    /// List every place that was not carried over, not only the first of each kind
    #[arg(long)]
    all: bool,
}

fn currency(text: &str) -> Result<CurrencyCode, String> {
    CurrencyCode::new(text).ok_or_else(|| "write three capital letters, such as EUR".to_owned())
}

/// In which language a file's texts are, and how a feed says that.
struct Voice {
    /// The language of the feed's plain strings.
    locale: String,
    /// The file's, if it says so.
    language: Option<String>,
}

impl Voice {
    fn say(&self, text: String) -> Text {
        match &self.language {
            Some(language) if *language != self.locale => Text::Languages(vec![(language.clone(), text)]),
            _ => Text::Plain(text),
        }
    }

    /// A sentence of this program, which writes English.
    fn own(&self, sentence: String) -> Text {
        own(&self.locale, sentence)
    }
}

/// What a file has become.
struct Made {
    cycle: BudgetCycle,
    proposals: Vec<BudgetProposal>,
}

pub(super) fn run(arguments: &Arguments) -> Result<u8, String> {
    let out = &arguments.out;
    let mut leftovers = Leftovers::default();
    let read_files: Vec<(String, Result<File, String>)> =
        arguments.files.iter().map(|path| (shown(path), open(path))).collect();
    let first = read_files.iter().find_map(|(_, file)| file.as_ref().ok());
    let mut target = Target::of(out, first)?;
    let (mut made, mut refused) = (Vec::new(), Vec::new());
    for (name, file) in read_files {
        match file.and_then(|file| target.make(file, arguments.currency.as_ref(), &name, &mut leftovers)) {
            Ok(one) => made.push((name, one)),
            Err(why) => refused.push(format!("{name}: {why}")),
        }
    }
    if made.is_empty() {
        return Err(format!("Nothing was imported.\n{}", refused.join("\n")));
    }
    let files = target.files(made.iter().map(|(_, one)| one))?;
    put(out, &FeedSource::Folder(files.clone()))?;
    let source = target.with(files);
    let findings = read(&source, load::today()).findings;
    for finding in findings.iter().filter(|finding| finding.is_error()) {
        crate::cli::out(&save::briefly(finding));
    }
    for (name, one) in &made {
        crate::cli::out(&told(name, one));
    }
    for sentence in &refused {
        crate::cli::out(&format!("Not imported: {sentence}\n"));
    }
    crate::cli::out(&leftovers.report(arguments.all));
    let summary = Summary::of(&findings);
    crate::cli::out(&format!("Check: {}.\n", check::total(&summary, out)));
    Ok(if summary.error > 0 || !refused.is_empty() { FINDINGS } else { CLEAN })
}

/// The bytes of a file, read as far as files may be long.
fn open(path: &Path) -> Result<File, String> {
    let unreadable = |why: std::io::Error| format!("it cannot be read: {why}.");
    let mut bytes = Vec::new();
    let opened = fs::File::open(path).map_err(unreadable)?;
    opened.take(file::MAX_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > file::MAX_BYTES {
        return Err(format!("The file has more than {} MiB.", file::MAX_BYTES / (1024 * 1024)));
    }
    file::read(&bytes)
}

/// A file's name as it may stand on a terminal.
fn shown(path: &Path) -> String {
    check::visible(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy())
}

/// What became of a file, and whether its sums are right.
fn told(name: &str, made: &Made) -> String {
    let Made { cycle, proposals } = made;
    let currency = cycle.currency.as_str();
    let ballots = match cycle.ballots {
        Some(ballots) => format!("{ballots} ballots were counted, none was kept"),
        None => "nobody says how many ballots there were".to_owned(),
    };
    let mut text = format!("{name}: budget cycle {} with {} proposals; {ballots}.\n", cycle.id, proposals.len());
    let chosen: Vec<_> = proposals.iter().filter(|proposal| proposal.stage.is_chosen()).collect();
    let sum: f64 = chosen.iter().filter_map(|proposal| proposal.cost_estimated).sum();
    let unknown = chosen.iter().filter(|proposal| proposal.cost_estimated.is_none()).count();
    if chosen.is_empty() {
        return text + "  The file does not say that any was chosen.\n";
    }
    text += &format!("  {} were chosen, for {sum} of {} {currency}.\n", chosen.len(), cycle.money);
    if unknown > 0 {
        text += &format!("  The cost of {unknown} of them is not known, so nobody can say if the money was enough.\n");
    }
    if sum > cycle.money {
        text += &format!(
            "  What was chosen costs {} {currency} more than there was. Look the costs up; if they are right, write in \
             \"extra_funding_note\" of {} where the rest comes from.\n",
            sum - cycle.money,
            cycle.id
        );
    }
    text
}

/// The language of a file's texts.
fn language(file: &File) -> Option<String> {
    file.meta("language").map(|cell| cell.text.to_lowercase()).filter(|tag| Locale::new(tag).is_some())
}

/// A record as staff edit it: whole numbers without a point, as people write them.
fn written<R: crate::feed::Record + serde::Serialize>(record: &R) -> Result<SourceFile, String> {
    let unwritable = |why: serde_json::Error| format!("The record {} cannot be written: {why}.", record.id_text());
    let mut value = serde_json::to_value(record).map_err(unwritable)?;
    whole(&mut value);
    let bytes = crate::feed::write::pretty(&value).map_err(unwritable)?;
    Ok(SourceFile::new(format!("{}/{}.json", R::KIND.list(), record.id_text()), bytes))
}

fn whole(value: &mut serde_json::Value) {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    match value {
        serde_json::Value::Object(fields) => fields.iter_mut().for_each(|(_, value)| whole(value)),
        serde_json::Value::Array(items) => items.iter_mut().for_each(whole),
        serde_json::Value::Number(number) => {
            let plain = number.as_f64().filter(|value| value.fract() == 0.0 && value.abs() < EXACT);
            if let Some(plain) = plain {
                *value = serde_json::Value::from(plain as i64);
            }
        }
        _ => {}
    }
}

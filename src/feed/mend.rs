//! Mending what can be mended without knowing what was meant.
//!
//! A mend changes as few bytes as it can, and is safe: there is one thing the writer can have meant, and no information is
//! added or lost. So a decimal comma is left alone (1,234 may be a thousand), and so are `03/04/2024`, an id that differs
//! from its file's name (which of the two is right?), `http:` (the other address may not exist) and a missing comma inside
//! a line (a text may hold quotes). Comments go, as a file with one is no JSON; the difference shows them.
//!
//! After a mend the feed is read again. A mend that brings a new error is taken back.

mod dates;
mod encoding;
mod rows;
mod spot;
mod syntax;
mod values;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::finding::Finding;
use super::json;
use super::number::by_std;
use super::read::{FeedSource, belongs, read};
use super::rule::Rule;
use super::source::SourceFile;

/// Most mends of one run; a guard, as every mend leaves less to do.
const MAX_MENDS: usize = 10_000;

/// A feed after mending.
#[derive(Debug)]
pub struct Mended {
    pub source: FeedSource,
    /// Rule and file of every mend, in the order in which they were made.
    pub mends: Vec<(Rule, String)>,
    /// What is left to a person.
    pub findings: Vec<Finding>,
}

/// Bytes of a file that are replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Edit {
    start: usize,
    end: usize,
    put: Vec<u8>,
}

impl Edit {
    fn new(start: usize, end: usize, put: impl Into<Vec<u8>>) -> Self {
        Self { start, end, put: put.into() }
    }

    fn apply(&self, bytes: &mut Vec<u8>) {
        let end = self.end.min(bytes.len());
        bytes.splice(self.start.min(end)..end, self.put.iter().copied());
    }
}

/// Mends what `wanted` rules find, as often as there is something to mend.
pub fn mended(source: &FeedSource, today: NaiveDate, wanted: &dyn Fn(Rule) -> bool) -> Mended {
    let mut mends = Vec::new();
    let mut source = source.clone();
    let single = matches!(source, FeedSource::File(_));
    for file in files(&mut source).iter_mut().filter(|file| single || belongs(&file.path)) {
        make_readable(file, wanted, &mut mends);
    }
    let mut findings = read(&source, today).findings;
    let mut refused: Vec<Finding> = Vec::new();
    while mends.len() < MAX_MENDS {
        let edits = edits(&source, &findings, &|finding| wanted(finding.rule) && !refused.contains(finding));
        if edits.is_empty() {
            break;
        }
        // All at once, which is mostly right; else one after the other, to find the one that does harm.
        let alone: Vec<Vec<(Finding, Edit)>> =
            if edits.len() > 1 { edits.iter().map(|edit| vec![edit.clone()]).collect() } else { Vec::new() };
        let mut taken = false;
        for attempt in std::iter::once(edits).chain(alone) {
            let changed = with(&source, &attempt);
            let after = read(&changed, today).findings;
            if is_better(&findings, &after) {
                mends.extend(attempt.into_iter().map(|(finding, _)| (finding.rule, finding.place.path)));
                (source, findings, taken) = (changed, after, true);
                break;
            }
            if let [(finding, _)] = attempt.as_slice() {
                refused.push(finding.clone());
            }
        }
        if !taken && refused.len() > MAX_MENDS {
            break;
        }
    }
    Mended { source, mends, findings }
}

fn files(source: &mut FeedSource) -> &mut [SourceFile] {
    match source {
        FeedSource::File(file) => std::slice::from_mut(file),
        FeedSource::Folder(files) => files,
    }
}

/// Mends what keeps a file from being read: its encoding, and slips in JSON. They hide what is behind them, so what comes
/// to light is not held against the mend; only the file has to become readable, or readable further than before.
fn make_readable(file: &mut SourceFile, wanted: &dyn Fn(Rule) -> bool, mends: &mut Vec<(Rule, String)>) {
    while mends.len() < MAX_MENDS {
        let before = unread(file);
        let Some((rule, first)) = aided(file, &before, wanted) else { return };
        let better = |after: &SourceFile| {
            rule != Rule::JsonSyntax || bytes_unread(after, &unread(after)) < bytes_unread(file, &before)
        };
        // A slip may stand before another that was found first: a comma is missed only once the quotes are right.
        let second = || aided(&first, &unread(&first), wanted).filter(|(rule, _)| *rule == Rule::JsonSyntax);
        let (changed, count) = match better(&first) {
            true => (first, 1),
            false => match second().map(|(_, second)| second).filter(better) {
                Some(second) => (second, 2),
                None => return,
            },
        };
        mends.extend(std::iter::repeat_n((rule, file.path.clone()), count));
        *file = changed;
    }
}

/// The file after the first mend that a wanted rule leads to.
fn aided(file: &SourceFile, findings: &[Finding], wanted: &dyn Fn(Rule) -> bool) -> Option<(Rule, SourceFile)> {
    let rules = findings.iter().map(|finding| finding.rule).filter(|rule| wanted(*rule));
    let (rule, edit) = rules.filter_map(|rule| Some((rule, first_aid(file, rule)?))).next()?;
    let mut changed = file.clone();
    edit.apply(&mut changed.bytes);
    Some((rule, changed))
}

/// What keeps a file from being read.
fn unread(file: &SourceFile) -> Vec<Finding> {
    let mut findings = Vec::new();
    let text = file.text(by_std, &mut findings);
    if let Some(text) = text.filter(|_| !file.path.ends_with(".csv")) {
        json::parse(&text, &mut findings);
    }
    findings
}

/// How many bytes of a file stand behind the error that ends its reading.
fn bytes_unread(file: &SourceFile, findings: &[Finding]) -> usize {
    let error = findings.iter().find(|finding| finding.is_error());
    error.map_or(0, |error| file.bytes.len().saturating_sub(error.place.offset))
}

fn first_aid(file: &SourceFile, rule: Rule) -> Option<Edit> {
    const MARK: &str = "\u{feff}";
    let text = std::str::from_utf8(&file.bytes);
    match rule {
        Rule::NotUtf8 => Some(Edit::new(0, file.bytes.len(), encoding::from_windows(&file.bytes)?)),
        Rule::ByteOrderMark => Some(Edit::new(0, MARK.len(), "")),
        Rule::JsonSyntax => {
            let bare = text.ok()?.trim_start_matches(MARK);
            let mark = file.bytes.len() - bare.len();
            syntax::edit(bare).map(|edit| Edit { start: edit.start + mark, end: edit.end + mark, ..edit })
        }
        _ => None,
    }
}

/// The edits that findings lead to, none of them in another's place.
fn edits(source: &FeedSource, findings: &[Finding], wanted: &dyn Fn(&Finding) -> bool) -> Vec<(Finding, Edit)> {
    let values = values::Values::of(source);
    let mut edits: Vec<(Finding, Edit)> = Vec::new();
    for finding in findings.iter().filter(|finding| wanted(finding)) {
        let Some(edit) = values.edit(finding) else { continue };
        let same_place = |(other, taken): &(Finding, Edit)| {
            other.place.path == finding.place.path
                && taken.start < edit.end.max(edit.start + 1)
                && edit.start < taken.end.max(taken.start + 1)
        };
        if !edits.iter().any(same_place) {
            edits.push((finding.clone(), edit));
        }
    }
    edits
}

fn with(source: &FeedSource, edits: &[(Finding, Edit)]) -> FeedSource {
    let mut changed = source.clone();
    for file in files(&mut changed) {
        let mut mine: Vec<&Edit> =
            edits.iter().filter(|(finding, _)| finding.place.path == file.path).map(|(_, edit)| edit).collect();
        crate::sorted::sort_by_key(&mut mine, |edit| std::cmp::Reverse(edit.start));
        mine.iter().for_each(|edit| edit.apply(&mut file.bytes));
    }
    changed
}

/// Whether there are fewer errors than before, or as many and fewer findings, and no error that was not there. Lines and
/// columns may have moved. Warnings and notices that were not there are not held against a mend: many rules say nothing
/// before what they look at can be read.
fn is_better<'f>(before: &'f [Finding], after: &'f [Finding]) -> bool {
    let weight = |findings: &[Finding]| (findings.iter().filter(|finding| finding.is_error()).count(), findings.len());
    let mut left: BTreeMap<(&'f str, &'f str, String), usize> = BTreeMap::new();
    for finding in before {
        *left.entry(known_by(finding)).or_default() += 1;
    }
    for finding in after {
        match left.get_mut(&known_by(finding)) {
            Some(count @ 1..) => *count -= 1,
            _ if !finding.is_error() => {}
            _ => return false,
        }
    }
    weight(after) < weight(before)
}

fn known_by(finding: &Finding) -> (&str, &str, String) {
    let message = finding.message.chars().filter(|c| !c.is_ascii_digit()).collect();
    (finding.rule.code(), &finding.place.path, message)
}

#[cfg(test)]
mod tests;

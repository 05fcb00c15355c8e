//! The written form of a feed: how its files are laid out, so that a change is a small one and two people's changes
//! meet as seldom as can be. And the way from one source form to the other.
//!
//! All of it works on the files' own texts: numbers and escapes stay as they were written, and what this program does not
//! know stays where it belongs. Nothing goes through the records, which know less than the files.

mod convert;
mod insert;
mod layout;
pub(crate) mod order;
pub(super) mod points;
mod table;
pub mod tree;

pub use convert::{Converted, Refusal, join, split};
pub use insert::{records, with_record};
pub(crate) use table::quote;

use super::finding::Finding;
use super::id::Kind;
use super::json;
use super::number::by_std;
use super::read::{FeedSource, belongs};
use super::source::SourceFile;
use table::Table;
use tree::Tree;

/// A feed's files in their written form.
#[derive(Debug)]
pub struct Formatted {
    /// All the files that were given, in their order. What cannot be read is as it was.
    pub files: Vec<SourceFile>,
    /// Why a file could not be read.
    pub findings: Vec<Finding>,
}

/// Every file in its written form: UTF-8 without a mark, bare line feeds, two blanks of indent, the fields of a record in
/// the order of its declaration and unknown ones after them, one item a line, tables sorted.
///
/// Lists are one item a line however short they are. Two people who add to a list that stands on one line always meet;
/// apart in a list of lines they do not, and no line is ever laid out anew because it grew too long.
pub fn formatted(source: &FeedSource) -> Formatted {
    let (files, single) = match source {
        FeedSource::File(file) => (std::slice::from_ref(file), true),
        FeedSource::Folder(files) => (files.as_slice(), false),
    };
    let mut findings = Vec::new();
    let files = files
        .iter()
        .map(|file| {
            let wanted = single || belongs(&file.path);
            let text = if wanted { written(file, single, &mut findings) } else { None };
            text.map_or_else(|| file.clone(), |text| SourceFile::new(file.path.clone(), text))
        })
        .collect();
    // A mark at the beginning has been taken out; that is no reason to say more.
    findings.retain(Finding::is_error);
    Formatted { files, findings }
}

fn written(file: &SourceFile, single: bool, findings: &mut Vec<Finding>) -> Option<String> {
    let source = file.text(by_std, findings)?;
    if !single && file.path.ends_with(".csv") {
        return Table::read(source.text).map(|table| table.written());
    }
    let tree = Tree::of(&json::parse(&source, findings)?, source.text);
    let tree = match file.path.split_once('/') {
        _ if single => order::feed(tree),
        None => order::coalition(tree),
        Some((folder, _)) => order::record(tree, Kind::from_list(folder)?),
    };
    Some(layout::file(&tree))
}

#[cfg(test)]
mod tests;

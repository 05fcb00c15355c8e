//! From one source form to the other and back. What one form has and the other has not is named, never dropped in
//! silence.

use std::collections::HashSet;

use super::tree::{Field, Tree};
use super::{layout, order, points, table::Table};
use crate::feed::finding::{Finding, quoted};
use crate::feed::id::{Kind, is_id};
use crate::feed::json;
use crate::feed::number::by_std;
use crate::feed::read::{CHANGED, belongs};
use crate::feed::source::SourceFile;

/// A feed in the other form.
#[derive(Debug, PartialEq, Eq)]
pub struct Converted {
    pub files: Vec<SourceFile>,
    /// What says nothing in the other form and is left out, as sentences.
    pub left_out: Vec<String>,
}

/// Why a feed cannot be converted without loss.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Refusal {
    /// What keeps files from being read at all.
    pub findings: Vec<Finding>,
    /// What has no place in the other form, as sentences.
    pub reasons: Vec<String>,
}

impl Refusal {
    fn or<T>(self, converted: T) -> Result<T, Self> {
        if self.findings.is_empty() && self.reasons.is_empty() { Ok(converted) } else { Err(self) }
    }
}

/// A single file as a folder: one file a record, one table a series, all in the written form.
///
/// # Errors
/// What cannot be read, or has no place in a folder.
pub fn split(file: &SourceFile) -> Result<Converted, Refusal> {
    let mut refusal = Refusal::default();
    let root = tree_of(file, &mut refusal).map(order::feed);
    let mut out = Converted { files: Vec::new(), left_out: Vec::new() };
    let fields = match root {
        Some(Tree::Object(fields)) => fields,
        Some(_) => {
            refusal.reasons.push("The file holds a list, not a feed.".into());
            Vec::new()
        }
        None => Vec::new(),
    };
    let mut taken = HashSet::new();
    for (at, field) in fields.iter().enumerate() {
        let name = field.name.as_str();
        if fields[..at].iter().any(|other| other.name == name) {
            refusal.reasons.push(format!("{} is there twice; keep one.", quoted(name)));
            continue;
        }
        match (name, &field.value) {
            ("$schema", _) => out.left_out.push("$schema: in a folder, the editor's settings name the schema.".into()),
            (CHANGED, _) => out.left_out.push("changed: the build writes it anew, out of the history in git.".into()),
            ("coalition", record) => {
                put(&mut out, &mut refusal, &mut taken, "coalition.json".into(), layout::file(record))
            }
            ("series", Tree::List(items)) => {
                for item in items {
                    match points::table_of(item) {
                        Ok((id, table)) if is_id(&id) => {
                            put(&mut out, &mut refusal, &mut taken, format!("series/{id}.csv"), table.written());
                        }
                        Ok((id, _)) => refusal.reasons.push(format!("{} is not an id.", quoted(&id))),
                        Err(why) => refusal.reasons.push(why),
                    }
                }
                unsorted(name, items, "indicator", &mut out);
            }
            (list, Tree::List(items)) if Kind::from_list(list).is_some() => {
                for item in items {
                    match item.field("id").and_then(Tree::says) {
                        Some(id) if is_id(id) => {
                            put(&mut out, &mut refusal, &mut taken, format!("{list}/{id}.json"), layout::file(item));
                        }
                        _ => refusal
                            .reasons
                            .push(format!("A record in \"{list}\" has no id that a file can be named by.")),
                    }
                }
                unsorted(list, items, "id", &mut out);
            }
            _ => refusal.reasons.push(format!(
                "The field {} of the feed has no place in a folder; move it into the coalition.",
                quoted(name)
            )),
        }
    }
    refusal.or(out)
}

/// Adds a file, unless another record has claimed its path.
fn put(out: &mut Converted, refusal: &mut Refusal, taken: &mut HashSet<String>, path: String, text: String) {
    if !taken.insert(path.clone()) {
        refusal.reasons.push(format!("Two records would be written to {path}; give one of them another id."));
    } else {
        out.files.push(SourceFile::new(path, text));
    }
}

/// In a folder, records stand in the order of their files' names.
fn unsorted(list: &str, items: &[Tree], id: &str, out: &mut Converted) {
    let ids: Vec<&str> = items.iter().filter_map(|item| item.field(id).and_then(Tree::says)).collect();
    if !ids.is_sorted() {
        out.left_out.push(format!("The order of \"{list}\": in a folder they stand in the order of their ids."));
    }
    if items.is_empty() {
        out.left_out.push(format!("The empty list \"{list}\"."));
    }
}

/// A folder as a single file in the written form.
///
/// # Errors
/// What cannot be read, or has no place in a single file.
pub fn join(files: &[SourceFile]) -> Result<Converted, Refusal> {
    let mut refusal = Refusal::default();
    let mut left_out = Vec::new();
    let mut coalition = None;
    let mut series = Vec::new();
    let mut lists: Vec<(Kind, Vec<Tree>)> = Kind::ALL.iter().map(|kind| (*kind, Vec::new())).collect();
    for file in files {
        let (folder, name) = file.path.split_once('/').unwrap_or(("", &file.path));
        if !belongs(&file.path) {
            left_out.push(format!("{}: it is no part of a feed.", file.path));
        } else if folder == "series" {
            match series_in(file, name, &mut refusal) {
                Some(Ok(item)) => series.push(item),
                Some(Err(why)) => refusal.reasons.push(why),
                None => {}
            }
        } else if folder.is_empty() {
            coalition = tree_of(file, &mut refusal).map(order::coalition);
        } else if let Some((kind, list)) = lists.iter_mut().find(|(kind, _)| kind.list() == folder)
            && let Some(tree) = tree_of(file, &mut refusal)
        {
            let tree = order::record(tree, *kind);
            let id = tree.field("id").and_then(Tree::says).unwrap_or_default();
            if name == format!("{id}.json") {
                list.push(tree);
            } else {
                let why = format!("{} holds the id {}; name it {folder}/{id}.json.", file.path, quoted(id));
                refusal.reasons.push(why);
            }
        }
    }
    let mut fields: Vec<Field> = Vec::new();
    match coalition {
        Some(record) => fields.push(Field::new("coalition", record)),
        None if refusal.findings.is_empty() => refusal.reasons.push("The folder has no coalition.json.".into()),
        None => {}
    }
    let lists = lists.into_iter().map(|(kind, list)| (kind.list(), list)).chain([("series", series)]);
    fields.extend(lists.filter(|(_, list)| !list.is_empty()).map(|(name, list)| Field::new(name, Tree::List(list))));
    let text = layout::file(&Tree::Object(fields));
    refusal.or(Converted { files: vec![SourceFile::new("feed.json", text)], left_out })
}

fn series_in(file: &SourceFile, name: &str, refusal: &mut Refusal) -> Option<Result<Tree, String>> {
    let text = file.text(by_std, &mut refusal.findings);
    refusal.findings.retain(Finding::is_error);
    let indicator = name.trim_end_matches(".csv");
    if !is_id(indicator) {
        return Some(Err(format!("{} is not named after an indicator.", file.path)));
    }
    let Some(table) = Table::read(text?.text) else {
        return Some(Err(format!("{} is no sound table; `commonweal check` says where.", file.path)));
    };
    Some(points::series_of(indicator, &table))
}

/// The tree of a file, or the finding that says why there is none.
fn tree_of(file: &SourceFile, refusal: &mut Refusal) -> Option<Tree> {
    let source = file.text(by_std, &mut refusal.findings);
    let tree = source.and_then(|source| Some(Tree::of(&json::parse(&source, &mut refusal.findings)?, source.text)));
    refusal.findings.retain(Finding::is_error);
    tree
}

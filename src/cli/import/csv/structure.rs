//! A feed whose rules are broken, read for its records: an indicator may lack the very figures that are to be imported.

use crate::feed::id::Kind;
use crate::feed::{Feed, FeedSource, SourceFile, by_std, read_published};

/// The records of a feed without the rules that look at several fields. Of a folder, without figures. `None` if structure,
/// ids or references are broken.
pub(super) fn feed(source: &FeedSource) -> Option<Feed> {
    match source {
        FeedSource::File(file) => read_published(file, by_std).feed,
        FeedSource::Folder(files) => read_published(&SourceFile::new("feed.json", joined(files)?), by_std).feed,
    }
}

/// The records of a folder as one file.
fn joined(files: &[SourceFile]) -> Option<String> {
    let text = |file: &SourceFile| {
        let text = std::str::from_utf8(&file.bytes).ok()?;
        Some(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned())
    };
    let coalition = files.iter().find(|file| file.path == "coalition.json").and_then(text)?;
    let mut parts = vec![format!("\"coalition\": {coalition}")];
    for kind in Kind::ALL {
        let inside = |file: &&SourceFile| {
            file.path.split_once('/').is_some_and(|(folder, name)| folder == kind.list() && name.ends_with(".json"))
        };
        let records = files.iter().filter(inside).map(text).collect::<Option<Vec<_>>>()?;
        parts.push(format!("\"{}\": [{}]", kind.list(), records.join(",")));
    }
    Some(format!("{{{}}}", parts.join(",")))
}

//! What an editor hands over as a feed: one file, the files of a folder, or a zip of them, with whatever else lies
//! around it.

use std::io::{Cursor, Read as _};

use super::read::FeedSource;
use super::source::SourceFile;
use crate::sorted::sort_by;

/// Most files that are looked at; a guard against pointing at a whole disk.
pub const MAX_FILES: usize = 50_000;

/// Most bytes of all files together, unpacked: 64 MiB. A small zip can hold a very large file.
pub const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// Why what was handed over is not looked at as a feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    TooManyFiles,
    TooLarge,
    /// Neither `coalition.json` nor `feed.json` is among the files.
    NoFeed,
    /// More than one feed, each with the folder it is in.
    SeveralFeeds(Vec<String>),
    /// Not a zip, or a damaged one.
    BrokenZip,
    /// A zip that asks for a password.
    LockedZip,
    /// A file that the browser would not give.
    Unreadable(String),
}

/// Whether a file is none of a feed's by its name: hidden files, copies that editors leave behind, notes.
pub fn is_passed_over(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    path.split('/').any(|part| part.starts_with('.'))
        || name.ends_with('~')
        || name.to_ascii_lowercase().ends_with(".md")
}

/// Whether bytes begin as a zip does.
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// The feed among files. Paths have forward slashes. The files of a folder may lie deeper, as they do when a whole
/// repository is chosen.
///
/// # Errors
/// If there is no feed, more than one, or too much.
pub fn bundle(files: Vec<SourceFile>) -> Result<FeedSource, Unfit> {
    if files.len() > MAX_FILES {
        return Err(Unfit::TooManyFiles);
    }
    if files.iter().map(|file| file.bytes.len() as u64).sum::<u64>() > MAX_BYTES {
        return Err(Unfit::TooLarge);
    }
    let mut files: Vec<_> = files.into_iter().filter(|file| !is_passed_over(&file.path)).collect();
    sort_by(&mut files, |a, b| a.path.cmp(&b.path));
    if let Some(root) = root(&files, "coalition.json")? {
        let inside = files.into_iter().filter_map(|file| {
            let path = file.path.strip_prefix(&root)?.to_owned();
            Some(SourceFile { path, ..file })
        });
        return Ok(FeedSource::Folder(inside.collect()));
    }
    let single = match root(&files, "feed.json")? {
        Some(root) => files.iter().position(|file| file.path == format!("{root}feed.json")),
        // A single file may have any name.
        None if files.len() == 1 => Some(0),
        None => None,
    };
    let file = single.map(|at| files.swap_remove(at)).ok_or(Unfit::NoFeed)?;
    let path = file.path.rsplit('/').next().unwrap_or(&file.path).to_owned();
    Ok(FeedSource::File(SourceFile { path, ..file }))
}

/// The folder, with its slash, in which a file of this name lies highest. None if there is no such file.
fn root(files: &[SourceFile], name: &str) -> Result<Option<String>, Unfit> {
    let mut roots: Vec<&str> = files
        .iter()
        .filter_map(|file| file.path.strip_suffix(name).filter(|root| root.is_empty() || root.ends_with('/')))
        .collect();
    let depth = |root: &str| root.matches('/').count();
    let least = roots.iter().map(|root| depth(root)).min();
    roots.retain(|root| Some(depth(root)) == least);
    match roots.as_slice() {
        [] => Ok(None),
        [one] => Ok(Some((*one).to_owned())),
        many => Err(Unfit::SeveralFeeds(many.iter().map(|root| root.trim_end_matches('/').to_owned()).collect())),
    }
}

/// The files of a zip, without folders and without what is passed over.
///
/// # Errors
/// If it is no zip, damaged, locked, or holds too much.
pub fn unzip(bytes: &[u8]) -> Result<Vec<SourceFile>, Unfit> {
    let broken = |_| Unfit::BrokenZip;
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    if zip.len() > MAX_FILES {
        return Err(Unfit::TooManyFiles);
    }
    let (mut files, mut left) = (Vec::new(), MAX_BYTES);
    for index in 0..zip.len() {
        let entry = zip.by_index_raw(index).map_err(broken)?;
        let path = entry.name().map_err(broken)?.replace('\\', "/");
        let (encrypted, is_dir) = (entry.encrypted(), entry.is_dir());
        drop(entry);
        if is_dir || is_passed_over(&path) {
            continue;
        }
        if encrypted {
            return Err(Unfit::LockedZip);
        }
        let mut bytes = Vec::new();
        // What the zip says about sizes is not believed.
        let mut entry = zip.by_index(index).map_err(broken)?.take(left + 1);
        entry.read_to_end(&mut bytes).map_err(|_| Unfit::BrokenZip)?;
        left = left.checked_sub(bytes.len() as u64).ok_or(Unfit::TooLarge)?;
        files.push(SourceFile { path, bytes });
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    /// The paths that are taken, those of a single file after `=`.
    #[track_caller]
    fn check(paths: &[&str], expected: Result<&[&str], Unfit>) {
        let files = paths.iter().map(|path| SourceFile::new(*path, "{}")).collect();
        let found = bundle(files).map(|source| match source {
            FeedSource::File(file) => vec![format!("={}", file.path)],
            FeedSource::Folder(files) => files.into_iter().map(|file| file.path).collect(),
        });
        assert_eq!(found, expected.map(|paths| paths.iter().map(|path| (*path).to_owned()).collect()));
    }

    #[test]
    fn a_feed_is_found_wherever_it_lies() {
        check(&["coalition.json", "goals/a.json"], Ok(&["coalition.json", "goals/a.json"]));
        check(
            &["repo-main/README.md", "repo-main/feed/coalition.json", "repo-main/feed/goals/a.json", "repo-main/x.txt"],
            Ok(&["coalition.json", "goals/a.json"]),
        );
        check(&["a/feed.json", "a/logo.png"], Ok(&["=feed.json"]));
        check(&["draft (2).json"], Ok(&["=draft (2).json"]));
        check(&["feed/coalition.json", "feed/.git/x", "feed/a.json~"], Ok(&["coalition.json"]));
    }

    #[test]
    fn what_holds_no_feed_is_refused() {
        check(&[], Err(Unfit::NoFeed));
        check(&["goals/a.json", "goals/b.json"], Err(Unfit::NoFeed));
        check(&["x-coalition.json", "y.json"], Err(Unfit::NoFeed));
        check(&["a/coalition.json", "b/coalition.json"], Err(Unfit::SeveralFeeds(vec!["a".into(), "b".into()])));
    }

    fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (path, bytes) in files {
            writer.start_file(*path, zip::write::SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn a_zip_gives_its_files() {
        let zip = zipped(&[("feed/coalition.json", b"{}"), ("feed/.hidden", b"x"), ("feed/goals/\u{f1}.json", b"[]")]);
        assert!(is_zip(&zip));
        let files = unzip(&zip).unwrap();
        let expected = [SourceFile::new("feed/coalition.json", "{}"), SourceFile::new("feed/goals/\u{f1}.json", "[]")];
        assert_eq!(files, expected);
    }

    #[test]
    fn a_zip_that_unpacks_without_end_is_refused() {
        let zeros = vec![0; MAX_BYTES as usize + 1];
        let zip = zipped(&[("feed.json", &zeros)]);
        assert!(zip.len() < 1_000_000);
        assert_eq!(unzip(&zip), Err(Unfit::TooLarge));
    }

    #[test]
    fn damaged_zips_never_panic() {
        let zip = zipped(&[("feed.json", b"{\"coalition\": {\"name\": \"a long enough text\"}}")]);
        for end in 0..zip.len() {
            assert!(unzip(&zip[..end]).is_err(), "cut at {end}");
        }
        for at in 0..zip.len() {
            let mut changed = zip.clone();
            changed[at] ^= 0xff;
            let _ = unzip(&changed);
        }
        assert_eq!(unzip(b"not a zip"), Err(Unfit::BrokenZip));
    }
}

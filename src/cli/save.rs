//! Writing a feed's files back to where they came from.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};

use crate::feed::bundle::is_zip;
use crate::feed::{FeedSource, Finding, SourceFile};

/// The path on disk of a file of the feed at `feed`, to write it.
///
/// # Errors
/// A sentence if the feed is in a zip, as the file would take the place of the whole zip; or if the folder holds no feed.
pub(super) fn place(feed: &Path, source: &FeedSource, file: &SourceFile) -> Result<PathBuf, String> {
    let single = if feed.is_dir() { feed.join("feed.json") } else { feed.to_path_buf() };
    let mut start = Vec::new();
    let opened = File::open(&single).and_then(|zip| zip.take(4).read_to_end(&mut start));
    let has_own_files = feed.join("coalition.json").is_file();
    if opened.is_ok() && is_zip(&start) && !has_own_files {
        let name = single.display();
        return Err(format!("{name} is a zip, and nothing is written into one. Unpack it and name its folder."));
    }
    match source {
        FeedSource::Folder(_) if has_own_files => Ok(feed.join(&file.path)),
        FeedSource::Folder(_) => {
            Err(format!("{} holds no feed: there is no coalition.json in it. Nothing was written.", feed.display()))
        }
        FeedSource::File(_) => Ok(single),
    }
}

/// Writes a file, and the folders it stands in. The file that is there stays whole until the new one is: a full disk would
/// otherwise cut off what somebody has written.
///
/// # Errors
/// A sentence if it cannot be written.
pub(super) fn save(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let made = folder.map_or(Ok(()), fs::create_dir_all);
    made.and_then(|()| exchange(path, bytes)).map_err(|why| format!("{} cannot be written: {why}.", path.display()))
}

fn exchange(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link goes on leading to the file.
    let Ok(path) = path.canonicalize() else { return fs::write(path, bytes) };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.new-{}", std::process::id()));
    let written = (|| {
        let mut file = File::create(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::set_permissions(&beside, fs::metadata(&path)?.permissions())?;
        fs::rename(&beside, &path)
    })();
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    match written {
        // Where nothing may be put beside it, or where the file itself is mounted.
        Err(why) if [ErrorKind::PermissionDenied, ErrorKind::ResourceBusy].contains(&why.kind()) => {
            fs::write(path, bytes)
        }
        written => written,
    }
}

/// The files of a feed, however it is kept.
pub(super) fn files(source: &FeedSource) -> &[SourceFile] {
    match source {
        FeedSource::File(file) => std::slice::from_ref(file),
        FeedSource::Folder(files) => files,
    }
}

/// A finding in two lines, for commands whose work is not to check.
pub(super) fn briefly(finding: &Finding) -> String {
    format!("{finding}\n  = fix: {}\n", finding.fix)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_exchanged_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("goals/a.json");
        for text in ["before", "after"] {
            save(&file, text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&file).unwrap(), text);
        }
        assert_eq!(fs::read_dir(folder.path().join("goals")).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn rights_and_links_stay() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("a.json"), folder.path().join("link.json"));
        fs::write(&file, "before").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&file, &link).unwrap();
        save(&link, b"after").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "after");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    }
}

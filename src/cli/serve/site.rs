//! One built site on disk, as a static host sees it: which file an address means, and nothing outside the folder.

use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
    io::{self, Write},
    path::{Component, Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use flate2::{Compression, write::GzEncoder};
use percent_encoding::percent_decode_str;

/// A folder with a built site. A new build is a new `Site`, so that no reader sees half of one and half of another.
pub struct Site {
    root: PathBuf,
    /// Tells this build from every other one this machine has served.
    pub revision: u64,
    packed: Mutex<HashMap<u64, Arc<Vec<u8>>>>,
}

/// What an address means.
#[derive(Debug, PartialEq, Eq)]
pub enum Found {
    File(PathBuf),
    /// A folder with a page, asked for without the closing slash.
    Folder,
    Missing,
}

impl Site {
    /// Takes a folder as a site. Fails if it is not there or is no folder.
    pub fn open(root: &Path, revision: u64) -> io::Result<Self> {
        let root = root.canonicalize()?;
        if !root.is_dir() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        Ok(Self { root, revision, packed: Mutex::default() })
    }

    /// Finds what `path` means. It is as the request has it, percent-encoded, and without the base: `goals/a/`.
    /// Nothing is tidied up: `.`, `..`, doubled and encoded slashes, backslashes and control characters mean nothing
    /// here, as no browser sends them.
    pub fn find(&self, path: &str) -> Found {
        let (folder, wants_page) = match path.strip_suffix('/') {
            Some(folder) => (folder, true),
            None => (path, path.is_empty()),
        };
        let mut file = self.root.clone();
        if !folder.is_empty() {
            for segment in folder.split('/') {
                let Some(name) = file_name(segment) else { return Found::Missing };
                file.push(name);
            }
        } else if !path.is_empty() {
            return Found::Missing;
        }
        if wants_page {
            return self.inside(&file.join("index.html")).map_or(Found::Missing, Found::File);
        }
        match self.inside(&file) {
            Some(file) => Found::File(file),
            None if self.inside(&file.join("index.html")).is_some() => Found::Folder,
            None => Found::Missing,
        }
    }

    /// The true path of a file, if it is one and no link leads it out of the site.
    fn inside(&self, file: &Path) -> Option<PathBuf> {
        let file = file.canonicalize().ok()?;
        (file.starts_with(&self.root) && file.is_file()).then_some(file)
    }

    /// `body` in gzip. Packed once and kept as long as this site is shown; `print` is its [`fingerprint`].
    pub fn pack(&self, print: u64, body: &[u8]) -> io::Result<Arc<Vec<u8>>> {
        if let Some(packed) = self.packed.lock().unwrap_or_else(PoisonError::into_inner).get(&print) {
            return Ok(packed.clone());
        }
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(body)?;
        let packed = Arc::new(encoder.finish()?);
        self.packed.lock().unwrap_or_else(PoisonError::into_inner).insert(print, packed.clone());
        Ok(packed)
    }
}

/// A number that changes when the content does. Good enough to ask "is it still the same?", not to keep secrets.
pub fn fingerprint(body: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    body.hash(&mut hasher);
    hasher.finish()
}

/// One decoded segment of an address, if it is a plain file name on this system.
fn file_name(segment: &str) -> Option<String> {
    let name = percent_decode_str(segment).decode_utf8().ok()?;
    if name.contains(['/', '\\']) || name.chars().any(char::is_control) {
        return None;
    }
    // Whatever else the system would take for more than a name: `..`, a drive, an alternate stream.
    let mut components = Path::new(name.as_ref()).components();
    match (components.next(), components.next()) {
        (Some(Component::Normal(only)), None) if only == name.as_ref() && !(cfg!(windows) && name.contains(':')) => {
            Some(name.into_owned())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn site() -> (tempfile::TempDir, Site) {
        let outer = tempfile::tempdir().unwrap();
        let root = outer.path().join("site");
        fs::create_dir_all(root.join("goals/a b")).unwrap();
        fs::create_dir_all(root.join("empty")).unwrap();
        fs::write(outer.path().join("secret.txt"), "secret").unwrap();
        for file in ["index.html", "goals/a b/index.html", "niño.csv", "100%.txt"] {
            fs::write(root.join(file), file).unwrap();
        }
        let site = Site::open(&root, 1).unwrap();
        (outer, site)
    }

    /// `expected`: the file below the root, `/` for a folder, empty for nothing.
    #[track_caller]
    fn check(path: &str, expected: &str) {
        let (_outer, site) = site();
        let expected = match expected {
            "" => Found::Missing,
            "/" => Found::Folder,
            file => Found::File(site.root.join(file)),
        };
        assert_eq!(site.find(path), expected, "{path:?}");
    }

    #[test]
    fn a_closing_slash_means_the_page_of_the_folder() {
        check("", "index.html");
        check("goals/a%20b/", "goals/a b/index.html");
        check("goals/a%20b", "/");
    }

    #[test]
    fn a_folder_without_a_page_is_missing() {
        check("goals", "");
        check("goals/", "");
        check("empty/", "");
    }

    #[test]
    fn a_file_is_no_folder() {
        check("index.html", "index.html");
        check("index.html/", "");
    }

    #[test]
    fn names_are_decoded_once() {
        check("ni%C3%B1o.csv", "niño.csv");
        check("niño.csv", "niño.csv");
        check("100%25.txt", "100%.txt");
        check("100%2525.txt", "");
        check("ni%F1o.csv", "");
    }

    #[test]
    fn there_is_no_way_up() {
        for path in ["../secret.txt", "%2e%2e/secret.txt", "goals/../../secret.txt", "%2e%2e%2fsecret.txt"] {
            check(path, "");
        }
        for path in ["..%5csecret.txt", "..\\secret.txt", ".", "./index.html", "goals/./a%20b/", "..", "../"] {
            check(path, "");
        }
    }

    #[test]
    fn absolute_and_doubled_slashes_are_missing() {
        for path in ["/", "/index.html", "/etc/passwd", "%2fetc%2fpasswd", "goals//a%20b/", "goals/a%20b//"] {
            check(path, "");
        }
        // A redirect to `//goals/` would lead to a host of that name.
        for path in ["/goals/a%20b", "\\goals/a%20b"] {
            check(path, "");
        }
    }

    #[test]
    fn control_characters_are_missing() {
        for path in ["index.html%00", "index.html%00.csv", "%0d%0aX: y", "%7f"] {
            check(path, "");
        }
    }

    #[cfg(unix)]
    #[test]
    fn links_may_not_lead_out() {
        use std::os::unix::fs::symlink;
        let (outer, site) = site();
        symlink(outer.path().join("secret.txt"), site.root.join("out.txt")).unwrap();
        symlink(outer.path(), site.root.join("up")).unwrap();
        symlink(site.root.join("niño.csv"), site.root.join("in.csv")).unwrap();
        assert_eq!(site.find("out.txt"), Found::Missing);
        assert_eq!(site.find("up/secret.txt"), Found::Missing);
        assert_eq!(site.find("in.csv"), Found::File(site.root.join("niño.csv")));
    }

    #[test]
    fn only_a_folder_is_a_site() {
        let (outer, _) = site();
        assert!(Site::open(&outer.path().join("secret.txt"), 1).is_err());
        assert!(Site::open(&outer.path().join("nowhere"), 1).is_err());
    }

    #[test]
    fn packing_is_done_once() {
        let (_outer, site) = site();
        let body = b"goal ".repeat(500);
        let packed = site.pack(fingerprint(&body), &body).unwrap();
        assert!(packed.len() < 100);
        assert!(Arc::ptr_eq(&packed, &site.pack(fingerprint(&body), &body).unwrap()));
    }

    #[test]
    fn fingerprints_follow_the_content() {
        assert_eq!(fingerprint(b"a"), fingerprint(b"a"));
        assert_ne!(fingerprint(b"a"), fingerprint(b"b"));
    }
}

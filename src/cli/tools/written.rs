//! Writing files that people may change, and never over what a person wrote.
//!
//! `.commonweal/written` lists what was written, each with the hash of its content, in the form that `sha256sum --check`
//! reads. A file that still has that hash is this program's to renew; every other belongs to somebody.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

/// A file to write.
pub(super) struct ToolFile {
    /// From the root, with `/` between.
    pub(super) path: String,
    pub(super) content: String,
    /// Whether it is a script that is called by its name.
    pub(super) runs: bool,
}

/// What happened to the files, by path.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Outcome {
    pub(super) written: Vec<String>,
    /// Changed or made by somebody: left as they are.
    pub(super) kept: Vec<String>,
    /// Taken away by somebody: left away.
    pub(super) gone: Vec<String>,
}

/// The list of what was written.
pub(super) const LIST: &str = ".commonweal/written";

const LIST_HEAD: &str = "\
# Files that `commonweal tools` wrote, with their hashes. It renews a file as long as nobody has changed it.
# To have a file as the program writes it: delete the file and its line here, then run `commonweal tools`.
";

/// Writes the files below `root`, or only says what would be written.
///
/// # Errors
/// A sentence if a file cannot be read or written.
pub(super) fn write(root: &Path, files: &[ToolFile], really: bool) -> Result<Outcome, String> {
    let list = root.join(LIST);
    let mut known = match fs::read_to_string(&list) {
        Ok(text) => parse(&text),
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => BTreeMap::new(),
        Err(why) => return Err(format!("{} cannot be read: {why}.", list.display())),
    };
    let mut outcome = Outcome::default();
    for file in files {
        let path = root.join(&file.path);
        let now = match fs::read(&path) {
            Ok(bytes) => Some(hash(&bytes)),
            Err(why) if why.kind() == std::io::ErrorKind::NotFound => None,
            Err(why) => return Err(format!("{} cannot be read: {why}.", path.display())),
        };
        let wanted = hash(file.content.as_bytes());
        match (known.get(&file.path), now) {
            (_, Some(now)) if now == wanted => {}
            (Some(before), Some(now)) if *before != now => {
                outcome.kept.push(file.path.clone());
                continue;
            }
            (None, Some(_)) => {
                outcome.kept.push(file.path.clone());
                continue;
            }
            (Some(_), None) => {
                outcome.gone.push(file.path.clone());
                continue;
            }
            _ => {
                outcome.written.push(file.path.clone());
                if really {
                    put(&path, file)?;
                }
            }
        }
        known.insert(file.path.clone(), wanted);
    }
    if really {
        let lines = known.iter().map(|(path, hash)| format!("{hash}  {path}\n"));
        let text = lines.fold(LIST_HEAD.to_owned(), |text, line| text + &line);
        put(&list, &ToolFile { path: LIST.to_owned(), content: text, runs: false })?;
    }
    Ok(outcome)
}

fn parse(text: &str) -> BTreeMap<String, String> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once("  ")).map(|(hash, path)| (path.to_owned(), hash.to_owned())).collect()
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn put(path: &Path, file: &ToolFile) -> Result<(), String> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, &file.content))
        .and_then(|()| if file.runs { let_run(path) } else { Ok(()) })
        .map_err(|why| format!("{} cannot be written: {why}.", path.display()))
}

#[cfg(unix)]
fn let_run(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755))
}

/// Where there is no such permission, every file may be run.
#[cfg(not(unix))]
fn let_run(_: &Path) -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(content: &str) -> Vec<ToolFile> {
        vec![ToolFile { path: "a/b.txt".into(), content: content.into(), runs: false }]
    }

    fn paths(outcome: &Outcome) -> (usize, usize, usize) {
        (outcome.written.len(), outcome.kept.len(), outcome.gone.len())
    }

    /// Writes "one", lets `meanwhile` happen, then writes "two"; compares what happened and what the file says.
    #[track_caller]
    fn check(meanwhile: impl FnOnce(&Path), expected: (usize, usize, usize), content: Option<&str>) {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(paths(&write(folder.path(), &files("one"), true).unwrap()), (1, 0, 0));
        meanwhile(folder.path());
        assert_eq!(paths(&write(folder.path(), &files("two"), false).unwrap()), expected, "without writing");
        assert_eq!(paths(&write(folder.path(), &files("two"), true).unwrap()), expected);
        assert_eq!(fs::read_to_string(folder.path().join("a/b.txt")).ok().as_deref(), content);
    }

    #[test]
    fn what_nobody_changed_is_renewed() {
        check(|_| (), (1, 0, 0), Some("two"));
    }

    #[test]
    fn what_somebody_changed_stays() {
        check(|root| fs::write(root.join("a/b.txt"), "mine").unwrap(), (0, 1, 0), Some("mine"));
    }

    #[test]
    fn what_somebody_took_away_stays_away() {
        check(|root| fs::remove_file(root.join("a/b.txt")).unwrap(), (0, 0, 1), None);
    }

    #[test]
    fn without_its_line_a_file_is_written_again() {
        let again = |root: &Path| {
            fs::remove_file(root.join("a/b.txt")).unwrap();
            fs::remove_file(root.join(LIST)).unwrap();
        };
        check(again, (1, 0, 0), Some("two"));
    }

    #[test]
    fn a_file_of_somebody_else_is_never_touched() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("a")).unwrap();
        fs::write(folder.path().join("a/b.txt"), "mine").unwrap();
        assert_eq!(paths(&write(folder.path(), &files("one"), true).unwrap()), (0, 1, 0));
        assert_eq!(fs::read_to_string(folder.path().join("a/b.txt")).unwrap(), "mine");
    }

    #[test]
    fn what_is_as_it_should_be_is_not_written_and_known_from_then_on() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("a")).unwrap();
        fs::write(folder.path().join("a/b.txt"), "one").unwrap();
        assert_eq!(paths(&write(folder.path(), &files("one"), true).unwrap()), (0, 0, 0));
        assert_eq!(paths(&write(folder.path(), &files("two"), true).unwrap()), (1, 0, 0));
    }
}

//! A feed as it was at a revision, read with the `git` program. No shell; nothing of a repository's hooks or filters is
//! run by what is asked here.

use std::ffi::OsStr;
use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use super::{MAX_FILES, is_passed_over, too_many};
use crate::feed::finding::quoted;
use crate::feed::{FeedSource, SourceFile, may_be_read};

/// The feed at `feed`, a folder or a file, as it was at `revision`.
pub(super) fn at(revision: &str, feed: &Path) -> Result<FeedSource, String> {
    if revision.is_empty() || revision.starts_with('-') {
        return Err(format!("{} is no revision. Name one, such as git:HEAD or git:main.", quoted(revision)));
    }
    let repository = Repository { at: if feed.is_dir() { feed } else { folder_of(feed) }, feed };
    let path = repository.path()?;
    let commit = repository.resolve(&format!("{revision}^{{commit}}"))?.ok_or_else(|| {
        format!(
            "git knows no revision {} here. Fetch it first if this is a shallow clone: `git fetch --unshallow`.",
            quoted(revision)
        )
    })?;
    let missing = || format!("There is no {} at the revision {}.", feed.display(), quoted(revision));
    let object = repository.resolve(&format!("{commit}:{path}"))?.ok_or_else(missing)?;
    if repository.ask(&["cat-file", "-t", &object])?.trim() == "blob" {
        let name = path.rsplit('/').next().unwrap_or(&path);
        return repository.single(name, object);
    }
    let mut entries = repository.files(&object)?;
    let has = |name: &str| entries.iter().position(|(path, _)| path == name);
    if let (Some(single), None) = (has("feed.json"), has("coalition.json")) {
        let (name, object) = entries.swap_remove(single);
        return repository.single(&name, object.ok_or_else(|| not_plain(&name, revision))?);
    }
    entries.sort();
    let plain = entries.into_iter().filter_map(|(path, object)| match object {
        Some(object) => Some(Ok((path, object))),
        None => may_be_read(&path).then(|| Err(not_plain(&path, revision))),
    });
    Ok(FeedSource::Folder(repository.contents(plain.collect::<Result<_, _>>()?)?))
}

/// The folder that a file is in; of a bare name, the one here.
fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A repository, found from the folder that the feed is in.
struct Repository<'p> {
    at: &'p Path,
    feed: &'p Path,
}

impl Repository<'_> {
    /// git with these arguments. What a hook has set must not lead it to another repository, and a clone that lacks
    /// objects must not fetch them.
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("git");
        command.arg("-C").arg(self.at).arg("--no-optional-locks").args(arguments).stdin(Stdio::null());
        for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_PREFIX", "GIT_INDEX_FILE"] {
            command.env_remove(name);
        }
        command.env("LC_ALL", "C").env("GIT_NO_LAZY_FETCH", "1");
        command
    }

    fn run(&self, arguments: &[&str]) -> Result<Output, String> {
        self.command(arguments).output().map_err(not_started)
    }

    fn ask(&self, arguments: &[&str]) -> Result<String, String> {
        let output = self.run(arguments)?;
        if !output.status.success() {
            return Err(failed(&output));
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// The feed's path inside the repository, without a slash at its end.
    fn path(&self) -> Result<String, String> {
        let output = self.run(&["rev-parse", "--show-prefix"])?;
        let said = String::from_utf8_lossy(&output.stderr);
        if said.contains("dubious ownership") {
            return Err(format!(
                "git does not trust the repository of {}, because it belongs to somebody else. \
                 Allow it with `git config --global --add safe.directory FOLDER`.",
                self.feed.display()
            ));
        }
        if !output.status.success() {
            return Err(format!("{} is in no git repository, so it has no earlier version.", self.feed.display()));
        }
        let prefix = String::from_utf8_lossy(&output.stdout);
        let prefix = prefix.trim_end_matches(['\n', '\r']);
        if self.feed.is_dir() {
            return Ok(prefix.trim_end_matches('/').to_owned());
        }
        let name = self.feed.file_name().map(OsStr::to_string_lossy).unwrap_or_default();
        Ok(format!("{prefix}{name}"))
    }

    /// The name of an object, if there is one.
    fn resolve(&self, named: &str) -> Result<Option<String>, String> {
        let output = self.run(&["rev-parse", "--verify", "--quiet", "--end-of-options", named])?;
        let name = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        Ok((output.status.success() && !name.is_empty()).then_some(name))
    }

    /// Paths below a tree that may belong to a feed, each with its object if it is a plain file: a link's object holds the
    /// path that it leads to, not what is there, and another repository is only named.
    fn files(&self, tree: &str) -> Result<Vec<(String, Option<String>)>, String> {
        let list = self.ask(&["ls-tree", "-r", "-z", "--full-tree", tree])?;
        let mut found = Vec::new();
        for entry in list.split('\0').filter(|entry| !entry.is_empty()) {
            let (what, path) = entry.split_once('\t').unwrap_or((entry, ""));
            if path.split('/').any(is_passed_over) {
                continue;
            }
            let mut words = what.split(' ');
            let object = match (words.next(), words.next(), words.next()) {
                (Some(mode), Some("blob"), Some(object)) if mode != "120000" => Some(object.to_owned()),
                _ => None,
            };
            found.push((path.to_owned(), object));
            if found.len() > MAX_FILES {
                return Err(too_many(self.feed));
            }
        }
        Ok(found)
    }

    fn single(&self, name: &str, object: String) -> Result<FeedSource, String> {
        let file = self.contents(vec![(name.to_owned(), object)])?.pop();
        file.map(FeedSource::File).ok_or_else(|| format!("git gave nothing for {}.", quoted(name)))
    }

    /// The files' bytes, asked for in one go.
    fn contents(&self, entries: Vec<(String, String)>) -> Result<Vec<SourceFile>, String> {
        let asked: String = entries.iter().map(|(_, object)| format!("{object}\n")).collect();
        let mut child = self
            .command(&["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(not_started)?;
        let input = child.stdin.take();
        // Written beside the reading: either pipe may be full before the other is empty.
        let output = std::thread::scope(|scope| {
            scope.spawn(move || input.map(|mut input| input.write_all(asked.as_bytes())));
            child.wait_with_output()
        });
        let output = output.map_err(not_started)?;
        if !output.status.success() {
            return Err(failed(&output));
        }
        let mut rest = output.stdout.as_slice();
        let mut files = Vec::with_capacity(entries.len());
        for (path, _) in entries {
            let bytes = next(&mut rest).ok_or_else(|| format!("git gave nothing for {}.", quoted(&path)))?;
            files.push(SourceFile { path, bytes });
        }
        Ok(files)
    }
}

/// The next object of a batch: a line that ends with its length, its bytes, a line end.
fn next(rest: &mut &[u8]) -> Option<Vec<u8>> {
    let line = rest.iter().position(|byte| *byte == b'\n')?;
    let head = std::str::from_utf8(rest.get(..line)?).ok()?;
    let length: usize = head.rsplit(' ').next()?.parse().ok()?;
    let bytes = rest.get(line + 1..)?.get(..length)?.to_vec();
    *rest = rest.get(line + 1 + length + 1..)?;
    Some(bytes)
}

fn not_plain(path: &str, revision: &str) -> String {
    format!("{} is no plain file at the revision {}.", quoted(path), quoted(revision))
}

fn not_started(why: std::io::Error) -> String {
    match why.kind() {
        ErrorKind::NotFound => "git is not installed, so no earlier version can be read from it.".to_owned(),
        _ => format!("git cannot be started: {why}."),
    }
}

/// What git itself says, in one line.
fn failed(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    format!("git could not do it: {}.", quoted(said.lines().next().unwrap_or_default().trim()))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::process::Command;

    use super::super::version;
    use super::next;
    use crate::feed::{FeedSource, SourceFile};

    #[track_caller]
    fn check(batch: &str, expected: &[&str]) {
        let mut rest = batch.as_bytes();
        let found: Vec<Vec<u8>> = std::iter::from_fn(|| next(&mut rest)).collect();
        assert_eq!(found, expected.iter().map(|text| text.as_bytes().to_vec()).collect::<Vec<_>>());
    }

    #[test]
    fn objects_are_taken_out_of_a_batch_one_by_one() {
        check("a1 blob 3\n{}\n\nb2 blob 0\n\nc3 blob 1\nx\n", &["{}\n", "", "x"]);
        check("a1 blob 9\ncut", &[]);
        check("a1 missing\n", &[]);
        check("", &[]);
    }

    #[track_caller]
    fn git(folder: &Path, arguments: &[&str]) {
        let mut command = Command::new("git");
        command.arg("-C").arg(folder).args(["-c", "user.name=a", "-c", "user.email=a@example.org"]);
        assert!(command.args(arguments).output().unwrap().status.success(), "{arguments:?}");
    }

    #[track_caller]
    fn commit(folder: &Path) {
        git(folder, &["add", "."]);
        git(folder, &["commit", "--quiet", "-m", "a commit"]);
    }

    /// A repository whose folder `our feed` has been changed after its only commit.
    fn repository() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let feed = folder.path().join("our feed");
        fs::create_dir_all(feed.join("goals")).unwrap();
        let write = |path: &str, text: &str| fs::write(feed.join(path), text).unwrap();
        for (path, text) in [
            ("goals/b.json", "before\n"),
            ("goals/a.json", "{}"),
            (".hidden", "x"),
            ("README.md", "x"),
            ("coalition.json", "{}\n"),
        ] {
            write(path, text);
        }
        git(folder.path(), &["init", "--quiet", "--initial-branch=main"]);
        commit(folder.path());
        write("goals/b.json", "after\n");
        write("goals/c.json", "new\n");
        (folder, feed)
    }

    #[test]
    fn a_folder_is_read_as_it_was() {
        let (_folder, feed) = repository();
        let files = [("coalition.json", "{}\n"), ("goals/a.json", "{}"), ("goals/b.json", "before\n")];
        let before = files.map(|(path, text)| SourceFile::new(path, text)).to_vec();
        assert_eq!(version("git:HEAD", &feed), Ok(FeedSource::Folder(before.clone())));
        assert_eq!(version("git:main", &feed), Ok(FeedSource::Folder(before)));
    }

    #[cfg(unix)]
    #[track_caller]
    fn linked(links: &[&str], expected: Result<usize, &str>) {
        let (folder, feed) = repository();
        for link in links {
            let _ = fs::remove_file(feed.join(link));
            std::os::unix::fs::symlink("coalition.json", feed.join(link)).unwrap();
        }
        commit(folder.path());
        let found = version("git:HEAD", &feed).map(|source| match source {
            FeedSource::Folder(files) => files.len(),
            FeedSource::File(_) => 1,
        });
        match expected {
            Ok(count) => assert_eq!(found, Ok(count)),
            Err(why) => assert!(found.as_ref().is_err_and(|said| said.contains(why)), "{found:?}"),
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_refused_only_where_the_feed_would_be_read_from() {
        linked(&["latest", "LOGO.svg", "docs.json"], Ok(4));
        linked(&["feed.json"], Ok(4));
        linked(&["goals/d.json"], Err("\"goals/d.json\" is no plain file at the revision"));
        linked(&["coalition.json"], Err("\"coalition.json\" is no plain file"));
        // It may lead to a folder of tables.
        linked(&["series"], Err("\"series\" is no plain file"));
        linked(&["goals/more"], Err("\"goals/more\" is no plain file"));
    }

    #[test]
    fn a_repository_in_the_folder_is_passed_over() {
        let (folder, feed) = repository();
        git(folder.path(), &["init", "--quiet", "our feed/tools"]);
        fs::write(feed.join("tools/x"), "x").unwrap();
        commit(&feed.join("tools"));
        commit(folder.path());
        assert!(matches!(version("git:HEAD", &feed), Ok(FeedSource::Folder(files)) if files.len() == 4));
    }

    #[cfg(unix)]
    #[test]
    fn a_feed_of_one_file_is_no_link() {
        let (folder, feed) = repository();
        fs::remove_file(feed.join("coalition.json")).unwrap();
        std::os::unix::fs::symlink("goals/a.json", feed.join("feed.json")).unwrap();
        commit(folder.path());
        refused("git:HEAD", &feed, "\"feed.json\" is no plain file at the revision");
    }

    #[test]
    fn a_single_file_is_read_as_it_was() {
        let (_folder, feed) = repository();
        let before = FeedSource::File(SourceFile::new("b.json", "before\n"));
        assert_eq!(version("git:HEAD", &feed.join("goals/b.json")), Ok(before));
    }

    #[track_caller]
    fn refused(named: &str, feed: &Path, expected: &str) {
        let refusal = version(named, feed).unwrap_err();
        assert!(refusal.contains(expected), "{refusal}");
    }

    #[test]
    fn what_git_does_not_know_is_said() {
        let (folder, feed) = repository();
        refused("git:nowhere", &feed, "git knows no revision \"nowhere\" here.");
        refused("git:--output=x", &feed, "is no revision");
        refused("git:", &feed, "is no revision");
        refused("git:HEAD", &feed.join("goals/c.json"), "at the revision \"HEAD\"");
        fs::remove_dir_all(folder.path().join(".git")).unwrap();
        refused("git:HEAD", &feed, "is in no git repository");
    }
}

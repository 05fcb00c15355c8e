//! Where a feed lies in its repository.

use std::path::{Path, PathBuf};

/// A feed and the folder that its tools belong into.
pub(super) struct Place {
    /// The repository's folder; without one, the feed's own.
    pub(super) root: PathBuf,
    /// The feed's folder inside it, with `/` between and at the end; empty if it is the root itself.
    pub(super) folder: String,
    /// The name of the feed's file, if it is a single one.
    pub(super) file: Option<String>,
    /// Whether there is a repository.
    pub(super) git: bool,
}

/// The folder of the nearest repository around a folder, which need not be there yet.
pub(in super::super) fn repository(folder: &Path) -> Option<PathBuf> {
    let full = std::path::absolute(folder).ok()?;
    let there = full.ancestors().find_map(|folder| std::fs::canonicalize(folder).ok())?;
    // A worktree has a file of this name.
    there.ancestors().find(|folder| folder.join(".git").exists()).map(Path::to_path_buf)
}

impl Place {
    /// # Errors
    /// A sentence if the path cannot be read.
    pub(super) fn of(feed: &Path) -> Result<Self, String> {
        let unreadable = |why| format!("{} cannot be read: {why}.", feed.display());
        let full = std::fs::canonicalize(feed).map_err(unreadable)?;
        let single = if full.is_dir() { full.join("feed.json") } else { full.clone() };
        let (home, file) = if full.is_dir() && (full.join("coalition.json").is_file() || !single.is_file()) {
            (full.as_path(), None)
        } else {
            let name = single.file_name().map(|name| name.to_string_lossy().into_owned());
            (single.parent().unwrap_or(&full), name)
        };
        let repository = repository(home);
        let git = repository.is_some();
        let root = repository.unwrap_or_else(|| home.to_path_buf());
        let inside = home.strip_prefix(&root).unwrap_or(Path::new(""));
        let folder = inside.iter().map(|part| format!("{}/", part.to_string_lossy())).collect();
        Ok(Self { root, folder, file, git })
    }

    /// A folder that is to become a repository with the feed in it.
    pub(super) fn new(root: &Path, git: bool) -> Self {
        Self { root: root.to_path_buf(), folder: String::new(), file: None, git }
    }

    /// The feed as scripts name it from the root.
    pub(super) fn feed(&self) -> String {
        match &self.file {
            Some(file) => format!("{}{file}", self.folder),
            None if self.folder.is_empty() => ".".to_owned(),
            None => self.folder.trim_end_matches('/').to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[track_caller]
    fn check(feed: &str, expected: (&str, &str, bool)) {
        let folder = tempfile::tempdir().unwrap();
        let at = |path: &str| folder.path().join(path);
        for path in ["repo/.git", "repo/data/feed", "repo/one", "alone"] {
            fs::create_dir_all(at(path)).unwrap();
        }
        for path in
            ["repo/coalition.json", "repo/data/feed/coalition.json", "repo/one/feed.json", "alone/coalition.json"]
        {
            fs::write(at(path), "{}").unwrap();
        }
        let place = Place::of(&at(feed)).unwrap();
        let root = fs::canonicalize(at(expected.0)).unwrap();
        assert_eq!((place.root.as_path(), place.feed().as_str(), place.git), (root.as_path(), expected.1, expected.2));
    }

    #[test]
    fn the_repository_is_the_nearest_one_around_the_feed() {
        check("repo", ("repo", ".", true));
        check("repo/data/feed", ("repo", "data/feed", true));
        check("repo/one", ("repo", "one/feed.json", true));
        check("repo/one/feed.json", ("repo", "one/feed.json", true));
    }

    #[test]
    fn without_a_repository_the_feed_has_its_tools_beside_it() {
        check("alone", ("alone", ".", false));
    }
}

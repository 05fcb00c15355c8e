//! `commonweal init`: a tiny feed, ready to edit, and what an editor needs beside it. The feed's files lie beside this
//! one, as plain files; the others come from [`super::tools`].

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::{CLEAN, load, tools};

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The folder to make
    dir: PathBuf,
    /// Also write what works in git: the check of every proposed change, publishing, a hook, forms
    #[arg(long)]
    git: bool,
}

macro_rules! template {
    ($($path:literal,)*) => {
        /// Path inside the feed, and content.
        const TEMPLATE: &[(&str, &str)] = &[$(($path, include_str!(concat!("init/", $path))),)*];
    };
}

template! {
    "README.md",
    "coalition.json",
    "goals/first-goal.json",
    "strategies/first-strategy.json",
    "indicators/first-figure.json",
    "series/first-figure.csv",
    "sources/first-source.json",
    "geographies/our-area.json",
    "partners/first-partner.json",
    "partners/second-partner.json",
    "activities/first-activity.json",
    "activities/second-activity.json",
    "stories/first-story.json",
    "updates/first-update.json",
    "events/first-event.json",
    "engagements/first-engagement.json",
    "feedback/first-feedback.json",
    "commitments/first-commitment.json",
}

pub(super) fn run(arguments: &Arguments) -> Result<u8, String> {
    let dir = &arguments.dir;
    let repository = if arguments.git { tools::repository(dir) } else { None };
    let left = make(dir, arguments.git)?;
    super::out(&next(dir, arguments.git, repository.as_deref()));
    super::out(&left);
    Ok(CLEAN)
}

const README: &str = "README.md";

/// What the template's README says when the folder is made for git.
const WORKING_TOGETHER: &str = include_str!("tools/files/working-together.md");

/// Writes the template and its tools, if nothing is in their way. Says which files of a repository were left as they are.
fn make(dir: &Path, git: bool) -> Result<String, String> {
    if !is_free(dir)? {
        return Err(format!("{} is not empty, so nothing was written. Name a new folder.", dir.display()));
    }
    // They are for one feed: its checks and its site would be those of the new one from now on.
    if let Some(root) = tools::repository(dir).filter(|root| git && tools::has_tools(root)) {
        return Err(format!(
            "{} has its workflows and forms already, for one feed only, so nothing was written. Leave out --git.",
            root.display()
        ));
    }
    for (path, content) in TEMPLATE {
        let file = dir.join(path);
        let folder = file.parent().unwrap_or(dir);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&file, content))
            .map_err(|why| format!("{} cannot be written: {why}.", file.display()))?;
    }
    if git {
        let readme = dir.join(README);
        let text = TEMPLATE.iter().filter(|(path, _)| *path == README).map(|(_, text)| *text);
        let text: String = text.chain([WORKING_TOGETHER]).collect();
        fs::write(&readme, text).map_err(|why| format!("{} cannot be written: {why}.", readme.display()))?;
    }
    tools::begin(dir, &load::load(dir)?, git)
}

/// Whether there is no such folder yet, or nothing in it but git's own folder: many people begin with `git init`.
pub(super) fn is_free(dir: &Path) -> Result<bool, String> {
    let unreadable = |why: std::io::Error| format!("{} cannot be read: {why}.", dir.display());
    let entries = match fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(why) if why.kind() == ErrorKind::NotFound => return Ok(true),
        Err(why) if why.kind() == ErrorKind::NotADirectory => {
            return Err(format!("{} is a file, so nothing was written. Name a new folder.", dir.display()));
        }
        Err(why) => return Err(unreadable(why)),
    };
    for entry in entries {
        if entry.map_err(unreadable)?.file_name() != ".git" {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A path as a shell takes it.
fn quoted(path: &Path) -> String {
    let text = path.display().to_string();
    let plain = |c: char| c.is_alphanumeric() || "/._-".contains(c);
    if text.chars().all(plain) { text } else { format!("'{}'", text.replace('\'', r"'\''")) }
}

/// What to do with the new folder, and with the repository that it lies in or is itself.
fn next(dir: &Path, git: bool, repository: Option<&Path>) -> String {
    let dir = quoted(dir);
    let rest = match repository {
        Some(root) => {
            let root = quoted(root);
            format!(
                "git -C {root} config core.hooksPath .githooks    has your commits checked on this computer\n\
                 The workflows, the hook and the forms are in {root}, the folder of the repository.\n"
            )
        }
        None if git => format!(
            "git -C {dir} init && git -C {dir} config core.hooksPath .githooks    puts it under git, with the hook\n"
        ),
        None => String::new(),
    };
    format!(
        "commonweal check {dir}    looks for mistakes\n\
         commonweal serve {dir}    shows the site on this computer\n\
         commonweal build {dir} --out site    makes the site to publish\n{rest}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::{FeedSource, SourceFile, read};

    /// A folder that is removed again when the test is over.
    struct Scratch(PathBuf);

    impl Scratch {
        fn new(name: &str) -> Self {
            let dir = std::env::temp_dir().join(format!("commonweal-init-{name}-{}", std::process::id()));
            let _ = fs::remove_dir_all(&dir);
            fs::create_dir_all(&dir).unwrap();
            Self(dir)
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    /// All files below a folder, as paths inside it.
    fn files(dir: &Path) -> Vec<String> {
        let mut found = Vec::new();
        let mut folders = vec![dir.to_path_buf()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let parts = path.strip_prefix(dir).unwrap().iter().map(|part| part.to_string_lossy());
                    found.push(parts.collect::<Vec<_>>().join("/"));
                }
            }
        }
        found.sort();
        found
    }

    /// The files that a person sees: what is for programs is hidden.
    fn shown(dir: &Path) -> Vec<String> {
        files(dir).into_iter().filter(|path| !path.starts_with('.')).collect()
    }

    fn in_table() -> Vec<String> {
        let mut paths: Vec<_> = TEMPLATE.iter().map(|(path, _)| (*path).to_owned()).collect();
        paths.sort();
        paths
    }

    #[track_caller]
    fn check(today: &str) {
        let records = TEMPLATE.iter().filter(|(path, _)| !path.ends_with(".md"));
        let source = FeedSource::Folder(records.map(|(path, text)| SourceFile::new(*path, *text)).collect());
        let reading = read(&source, today.parse().unwrap());
        assert_eq!(reading.findings, []);
        assert!(reading.feed.is_some_and(|feed| feed.coalition.sample));
    }

    #[test]
    fn the_template_is_clean_on_any_day() {
        check("2024-01-01");
        check("2026-11-22");
        check("2035-01-01");
    }

    #[test]
    fn every_file_of_the_template_is_written() {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/cli/init");
        assert_eq!(files(&source), in_table());
        let scratch = Scratch::new("all");
        make(&scratch.0.join("new/feed"), false).unwrap();
        assert_eq!(shown(&scratch.0.join("new/feed")), in_table());
    }

    #[test]
    fn what_is_there_stays_as_it_is() {
        let scratch = Scratch::new("full");
        fs::write(scratch.0.join("mine.txt"), "mine").unwrap();
        let refusal = make(&scratch.0, false).unwrap_err();
        assert!(refusal.ends_with("is not empty, so nothing was written. Name a new folder."), "{refusal}");
        assert_eq!(files(&scratch.0), ["mine.txt"]);
        let refusal = make(&scratch.0.join("mine.txt"), false).unwrap_err();
        assert!(refusal.ends_with("is a file, so nothing was written. Name a new folder."), "{refusal}");
    }

    #[test]
    fn a_fresh_git_folder_counts_as_empty() {
        let scratch = Scratch::new("git");
        fs::create_dir(scratch.0.join(".git")).unwrap();
        make(&scratch.0, true).unwrap();
        assert_eq!(shown(&scratch.0), in_table());
    }

    #[test]
    fn a_folder_with_a_blank_is_quoted() {
        assert!(next(Path::new("our feed"), false, None).contains("check 'our feed' "));
    }
}

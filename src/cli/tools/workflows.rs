//! What works in git: the check of every proposed change, publishing, the hook before a commit, and the forms of the
//! host. Their files lie in `files/`, as plain files; only the feed's place is filled in.

use super::place::Place;
use super::written::ToolFile;

macro_rules! files {
    ($($path:literal $from:literal $runs:literal;)*) => {
        /// Path from the root, content, and whether it is a script.
        const FILES: &[(&str, &str, bool)] = &[$(($path, include_str!(concat!("files/", $from)), $runs),)*];
    };
}

files! {
    ".commonweal/ci/environment" "ci/environment" false;
    ".commonweal/ci/program" "ci/program" false;
    ".commonweal/ci/install" "ci/install" true;
    ".commonweal/ci/check" "ci/check" true;
    ".commonweal/ci/diff" "ci/diff" true;
    ".commonweal/ci/comment" "ci/comment" true;
    ".commonweal/ci/publish" "ci/publish" true;
    ".githooks/pre-commit" "hooks/pre-commit" true;
    ".github/workflows/check.yml" "github/check.yml" false;
    ".github/workflows/publish.yml" "github/publish.yml" false;
    ".github/ISSUE_TEMPLATE/report-a-mistake.yml" "github/report-a-mistake.yml" false;
    ".github/pull_request_template.md" "github/pull_request_template.md" false;
    ".gitlab-ci.yml" "gitlab/gitlab-ci.yml" false;
}

/// Where the feed's place is filled in, in quotes of the shell.
const FEED: &str = "@FEED@";

pub(super) fn files(place: &Place) -> Vec<ToolFile> {
    let feed = format!("'{}'", place.feed().replace('\'', r"'\''"));
    let file = |(path, content, runs): &(&str, &str, bool)| ToolFile {
        path: (*path).to_owned(),
        content: content.replace(FEED, &feed),
        runs: *runs,
    };
    FILES.iter().map(file).chain([ignored(place)]).collect()
}

/// What git passes over. A feed may lie in a folder that has the name of a site's.
fn ignored(place: &Place) -> ToolFile {
    let feed = format!("/{}", place.feed());
    let lines = include_str!("files/gitignore").lines().filter(|line| {
        let inside = line.strip_suffix('/').and_then(|folder| feed.strip_prefix(folder));
        inside.is_none_or(|rest| !rest.is_empty() && !rest.starts_with('/'))
    });
    let content = lines.map(|line| format!("{line}\n")).collect();
    ToolFile { path: ".gitignore".to_owned(), content, runs: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(folder: &str, is_in_it: bool) {
        let place = Place { root: "repository".into(), folder: folder.to_owned(), file: None, git: true };
        let content = ignored(&place).content;
        assert!(content.contains("/public/\n/.cache/\n"), "{content}");
        assert_eq!(content.contains("/site/\n"), is_in_it, "{content}");
    }

    #[test]
    fn the_feed_itself_is_never_passed_over() {
        check("", true);
        check("feed/", true);
        check("sites/", true);
        check("data/site/", true);
        check("site/", false);
        check("site/feed/", false);
    }
}

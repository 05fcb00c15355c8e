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
    FILES.iter().map(file).collect()
}

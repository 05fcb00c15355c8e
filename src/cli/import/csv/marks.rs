//! Signs that stand in a sheet where a number could stand, and what each becomes in the feed. Never a number.

use crate::feed::series::Status;

/// Withheld because it could point to a person.
const SUPPRESSED: [&str; 12] =
    ["*", "**", "***", "s", "(s)", "[s]", "c", "(c)", "[c]", "suppressed", "masked", "redacted"];

/// Not collected, or not known.
const MISSING: [&str; 25] = [
    "n/a",
    "na",
    "n.a.",
    "n.a",
    "#n/a",
    "-",
    "--",
    "---",
    "–",
    "—",
    ".",
    "..",
    "...",
    "…",
    ":",
    "x",
    "[x]",
    "nd",
    "n.d.",
    "null",
    "none",
    "missing",
    "no data",
    "not available",
    "not collected",
];

/// The status that a cell stands for: `<10` and `*` are suppressed, `n/a` and `..` missing. `None` for anything else.
pub(super) fn status(cell: &str) -> Option<Status> {
    let small = cell.trim().to_lowercase();
    if SUPPRESSED.contains(&small.as_str()) || is_bound(&small) {
        Some(Status::Suppressed)
    } else {
        MISSING.contains(&small.as_str()).then_some(Status::Missing)
    }
}

/// `<10`, `≤ 5 %`, `>95`, "fewer than 10": only a bound was published.
fn is_bound(cell: &str) -> bool {
    let starts = ["<=", ">=", "<", ">", "≤", "≥", "fewer than", "less than", "under", "menos de"];
    let Some(rest) = starts.iter().find_map(|start| cell.strip_prefix(start)) else { return false };
    let rest = rest.trim().trim_end_matches('%').trim();
    !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit() || ".,".contains(c)) && rest.len() <= 8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cells: &[&str], expected: Option<Status>) {
        for cell in cells {
            assert_eq!(status(cell), expected, "{cell}");
        }
    }

    #[test]
    fn signs_become_the_stated_status() {
        check(&["*", "s", "S", "<10", "< 10", "≤5%", ">95", "fewer than 10", "[c]"], Some(Status::Suppressed));
        check(&["n/a", "N/A", "-", "–", "..", "#N/A", "…", "no data", " x "], Some(Status::Missing));
    }

    #[test]
    fn numbers_and_other_words_are_no_signs() {
        check(&["", "0", "10", "-5", "<", "<ten", "p", "e", "#DIV/0!", "nil", "54.2*"], None);
    }
}

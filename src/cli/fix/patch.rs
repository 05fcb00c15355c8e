//! The difference between two texts in the form that `git apply` and `patch` take.

/// Lines that stand around a change.
const AROUND: usize = 3;

/// Most steps of the search for the smallest difference. Past it, everything between the first and the last changed line
/// is shown as replaced: right, only longer.
const MAX_STEPS: usize = 2_000;

/// The unified difference of a file; nothing if there is none. Bytes that are no text are shown as `�`.
pub(super) fn patch(path: &str, before: &[u8], after: &[u8]) -> String {
    let (before, after) = (String::from_utf8_lossy(before), String::from_utf8_lossy(after));
    let (old, new): (Vec<&str>, Vec<&str>) =
        (before.split_inclusive('\n').collect(), after.split_inclusive('\n').collect());
    let changes = changes(&old, &new);
    if changes.is_empty() {
        return String::new();
    }
    let mut out = format!("--- a/{path}\n+++ b/{path}\n");
    let mut rest = changes.as_slice();
    while let Some(first) = rest.first() {
        // Changes whose surroundings touch are shown as one.
        let together = 1 + rest.windows(2).take_while(|pair| pair[1].old.0 - pair[0].old.1 <= 2 * AROUND).count();
        let (group, later) = rest.split_at(together);
        hunk(&old, &new, group, first, &mut out);
        rest = later;
    }
    out
}

/// Lines of the old text that are replaced by lines of the new one: from the first to before the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Change {
    old: (usize, usize),
    new: (usize, usize),
}

fn hunk(old: &[&str], new: &[&str], group: &[Change], first: &Change, out: &mut String) {
    let last = group.last().unwrap_or(first);
    let before = first.old.0.min(AROUND);
    let after = (old.len() - last.old.1).min(AROUND);
    let (old_from, old_to) = (first.old.0 - before, last.old.1 + after);
    let (new_from, new_to) = (first.new.0 - before, last.new.1 + after);
    // An empty range is named by the line before it.
    let range = |from: usize, to: usize| match to - from {
        0 => format!("{from},0"),
        1 => format!("{}", from + 1),
        length => format!("{},{length}", from + 1),
    };
    out.push_str(&format!("@@ -{} +{} @@\n", range(old_from, old_to), range(new_from, new_to)));
    let mut at = old_from;
    for change in group {
        lines(' ', &old[at..change.old.0], out);
        lines('-', &old[change.old.0..change.old.1], out);
        lines('+', &new[change.new.0..change.new.1], out);
        at = change.old.1;
    }
    lines(' ', &old[at..old_to], out);
}

fn lines(mark: char, lines: &[&str], out: &mut String) {
    for line in lines {
        out.push(mark);
        // A carriage return before the line's end belongs to it; other control characters could move the cursor.
        let hidden = |c: char| (c.is_control() && !"\n\r\t".contains(c)) || crate::feed::text::is_hidden(c);
        out.extend(line.chars().map(|c| if hidden(c) { '\u{fffd}' } else { c }));
        if !line.ends_with('\n') {
            out.push_str("\n\\ No newline at end of file\n");
        }
    }
}

/// The smallest set of changes (Myers 1986), after what is equal at both ends has been set aside.
fn changes(old: &[&str], new: &[&str]) -> Vec<Change> {
    let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (old, new) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    if old.is_empty() && new.is_empty() {
        return Vec::new();
    }
    let kept = common(old, new).unwrap_or_default();
    let mut changes = Vec::new();
    let mut at = (0, 0);
    for (a, b) in kept.into_iter().chain([(old.len(), new.len())]) {
        if a > at.0 || b > at.1 {
            changes.push(Change { old: (head + at.0, head + a), new: (head + at.1, head + b) });
        }
        at = (a + 1, b + 1);
    }
    changes
}

/// The longest common run of lines, as places in both texts. `None` if the search would take too long.
fn common(old: &[&str], new: &[&str]) -> Option<Vec<(usize, usize)>> {
    let limit = (old.len() + new.len()).min(MAX_STEPS);
    let place = |diagonal: isize| usize::try_from(diagonal + limit as isize + 1).unwrap_or_default();
    let mut furthest = vec![0_usize; 2 * limit + 3];
    let mut traces = Vec::new();
    for steps in 0..=limit as isize {
        traces.push(furthest.clone());
        for diagonal in (-steps..=steps).step_by(2) {
            let down = diagonal == -steps
                || (diagonal != steps && furthest[place(diagonal - 1)] < furthest[place(diagonal + 1)]);
            let mut a = if down { furthest[place(diagonal + 1)] } else { furthest[place(diagonal - 1)] + 1 };
            let Ok(mut b) = usize::try_from(a as isize - diagonal) else { continue };
            while a < old.len() && b < new.len() && old[a] == new[b] {
                (a, b) = (a + 1, b + 1);
            }
            furthest[place(diagonal)] = a;
            if a >= old.len() && b >= new.len() {
                return Some(back(&traces, old.len(), new.len(), &place));
            }
        }
    }
    None
}

/// The way back through the search: the places where both texts agree.
fn back(traces: &[Vec<usize>], old: usize, new: usize, place: &dyn Fn(isize) -> usize) -> Vec<(usize, usize)> {
    let (mut a, mut b) = (old, new);
    let mut kept = Vec::new();
    for (steps, furthest) in traces.iter().enumerate().rev() {
        let (diagonal, steps) = (a as isize - b as isize, steps as isize);
        let down =
            diagonal == -steps || (diagonal != steps && furthest[place(diagonal - 1)] < furthest[place(diagonal + 1)]);
        let before = if down { diagonal + 1 } else { diagonal - 1 };
        let from = if steps == 0 { 0 } else { furthest[place(before)] };
        let from_b = usize::try_from(from as isize - before).unwrap_or_default();
        let start = if steps == 0 {
            (0, 0)
        } else if down {
            (from, from_b + 1)
        } else {
            (from + 1, from_b)
        };
        while a > start.0 && b > start.1 {
            (a, b) = (a - 1, b - 1);
            kept.push((a, b));
        }
        (a, b) = (from, from_b);
    }
    kept.reverse();
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: &str, after: &str, expected: &str) {
        assert_eq!(patch("f", before.as_bytes(), after.as_bytes()), expected);
    }

    #[test]
    fn a_changed_line_stands_among_its_neighbours() {
        check("a\n", "a\n", "");
        check(
            "1\n2\n3\n4\n5\n6\n7\n8\n9\n",
            "1\n2\n3\n4\nx\n6\n7\n8\n9\n",
            "--- a/f\n+++ b/f\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n",
        );
        check("", "a\n", "--- a/f\n+++ b/f\n@@ -0,0 +1 @@\n+a\n");
        check("a\nb", "a\nb\n", "--- a/f\n+++ b/f\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n");
    }

    #[test]
    fn a_line_that_moves_is_taken_out_and_put_in() {
        check("a\nb\nc\nd\n", "b\nc\na\nd\n", "--- a/f\n+++ b/f\n@@ -1,4 +1,4 @@\n-a\n b\n c\n+a\n d\n");
    }

    #[test]
    fn changes_far_apart_are_shown_apart() {
        let numbers = |change: &[usize]| -> String {
            (0..40).map(|n| if change.contains(&n) { format!("x{n}\n") } else { format!("{n}\n") }).collect()
        };
        let shown = patch("f", numbers(&[]).as_bytes(), numbers(&[3, 20, 26]).as_bytes());
        assert_eq!(shown.matches("@@ -").count(), 2, "{shown}");
        assert!(shown.contains("@@ -1,7 +1,7 @@") && shown.contains("@@ -18,13 +18,13 @@"), "{shown}");
    }

    #[test]
    fn large_differences_take_no_time() {
        let text = |from: usize| -> String { (from..from + 50_000).map(|n| format!("{n}\n")).collect() };
        let shown = patch("f", text(0).as_bytes(), text(100_000).as_bytes());
        assert_eq!(shown.lines().count(), 2 + 1 + 100_000);
    }
}

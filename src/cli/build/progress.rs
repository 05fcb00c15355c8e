//! How far a build is, for somebody who looks on; and what it did, in one sentence.

use std::io::IsTerminal as _;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::place::Written;

/// A bar on a terminal; elsewhere nothing.
pub(super) struct Progress(ProgressBar);

impl Progress {
    /// `parts` pieces of work lie ahead.
    pub(super) fn begin(parts: usize) -> Self {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        if !std::io::stderr().is_terminal() || set("NO_COLOR") || set("CI") {
            return Self(ProgressBar::hidden());
        }
        let bar = ProgressBar::with_draw_target(Some(parts as u64), ProgressDrawTarget::stderr());
        if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos} of {len}, {eta} left") {
            bar.set_style(style);
        }
        Self(bar)
    }

    pub(super) fn step(&self) {
        self.0.inc(1);
    }

    /// Takes the bar away.
    pub(super) fn end(&self) {
        self.0.finish_and_clear();
    }
}

/// What a build did.
pub(super) fn said(pages: usize, languages: usize, written: &Written, took: Duration) -> String {
    let Written { new, changed, bytes, unchanged, removed } = written;
    let s = |count: usize| if count == 1 { "" } else { "s" };
    let what = match (new, changed) {
        (0, 0) => "nothing written".to_owned(),
        (new, 0) => format!("{} new file{} ({})", number(*new), s(*new), size(*bytes)),
        (0, changed) => format!("{} changed file{} ({})", number(*changed), s(*changed), size(*bytes)),
        (new, changed) => {
            let files = new + changed;
            let (new, changed, size) = (number(*new), number(*changed), size(*bytes));
            format!("{} files written ({size}), {new} of them new, {changed} changed", number(files))
        }
    };
    format!(
        "{} page{} in {languages} language{}: {what}, {} unchanged, {} removed, in {}.",
        number(pages),
        s(pages),
        s(languages),
        number(*unchanged),
        number(*removed),
        time(took)
    )
}

/// A number with commas between thousands.
fn number(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..10_000_000 => format!("{} kB", number(usize::try_from(bytes.div_ceil(1000)).unwrap_or(usize::MAX))),
        _ => format!("{} MB", number(usize::try_from(bytes.div_ceil(1_000_000)).unwrap_or(usize::MAX))),
    }
}

fn time(took: Duration) -> String {
    match took.as_secs() {
        0..100 => format!("{:.1} s", took.as_secs_f64()),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(files: [usize; 5], milliseconds: u64, expected: &str) {
        let [new, changed, bytes, unchanged, removed] = files;
        let written = Written { new, changed, bytes: bytes as u64, unchanged, removed };
        assert_eq!(
            said(534, 3, &written, Duration::from_millis(milliseconds)),
            format!("534 pages in 3 languages: {expected}")
        );
    }

    #[test]
    fn one_sentence_says_what_was_done() {
        check(
            [4, 8, 309_500, 2841, 3],
            1800,
            "12 files written (310 kB), 4 of them new, 8 changed, 2,841 unchanged, 3 removed, in 1.8 s.",
        );
        check([2853, 0, 41_000_000, 0, 0], 200_000, "2,853 new files (41 MB), 0 unchanged, 0 removed, in 3 min 20 s.");
        check([0, 1, 999, 2852, 0], 90, "1 changed file (999 bytes), 2,852 unchanged, 0 removed, in 0.1 s.");
        check([0, 0, 0, 2853, 0], 0, "nothing written, 2,853 unchanged, 0 removed, in 0.0 s.");
        assert_eq!((number(0), number(1_000_000)), ("0".to_owned(), "1,000,000".to_owned()));
    }
}

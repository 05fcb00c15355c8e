//! The bytes of a feed as they come: from a folder, from one file, from the network.

use std::cell::OnceCell;

use super::finding::{Finding, Place, sentence};
use super::number::ReadNumber;
use super::rule::Rule;

/// Most bytes a single file of a feed may have, decoded: 5 MiB.
pub const MAX_FILE_BYTES: usize = 5 * 1024 * 1024;

/// A number that tells bytes from others (FNV-1a, 32 bits): to ask whether a feed is still the same, not to trust it.
pub fn print(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// One file of a feed. The path is relative to the feed, with forward slashes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    pub path: String,
    pub bytes: Vec<u8>,
}

impl SourceFile {
    /// A file; its path is relative to the feed, with forward slashes.
    pub fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), bytes: bytes.into() }
    }

    /// The file's text, or the finding that says why there is none. A byte order mark is passed over and reported.
    pub(super) fn text(&self, numbers: ReadNumber, findings: &mut Vec<Finding>) -> Option<SourceText<'_>> {
        let at_start = || Place::start_of(&self.path);
        if self.bytes.len() > MAX_FILE_BYTES {
            findings.push(Finding::new(
                Rule::TooLarge,
                at_start(),
                sentence!(
                    "The file has {:.1} MiB; the limit is {} MiB.",
                    self.bytes.len() as f64 / 1_048_576.0,
                    MAX_FILE_BYTES / 1_048_576
                ),
                "Split the feed into a folder with one file a record, or leave out decimals that nobody needs.",
            ));
            return None;
        }
        let text = match std::str::from_utf8(&self.bytes) {
            Ok(text) => text,
            Err(_) if !crate::SPEAKS => {
                findings.push(Finding::new(Rule::NotUtf8, at_start(), "", ""));
                return None;
            }
            Err(error) => {
                let good = &self.bytes[..error.valid_up_to()];
                let good = String::from_utf8_lossy(good);
                let line = good.matches('\n').count() + 1;
                let column = good.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
                findings.push(Finding::new(
                    Rule::NotUtf8,
                    Place { path: self.path.clone(), line, column, length: 1, offset: error.valid_up_to() },
                    "The file is not saved as UTF-8 from here on.",
                    "In your editor choose Save as, then UTF-8.",
                ));
                return None;
            }
        };
        let bare = text.strip_prefix('\u{feff}');
        if bare.is_some() {
            findings.push(Finding::new(
                Rule::ByteOrderMark,
                at_start(),
                "The file starts with an invisible mark (a byte order mark).",
                "Save it as UTF-8, not as UTF-8 with BOM.",
            ));
        }
        let source = SourceText { path: &self.path, text: bare.unwrap_or(text), numbers, lines: OnceCell::new() };
        match source.conflict_marker() {
            None => Some(source),
            Some(offset) => {
                findings.push(Finding::new(
                    Rule::ConflictMarker,
                    source.place(offset, offset + 7),
                    "The file holds a git conflict mark: two people changed the same lines.",
                    "Keep one of the two versions and delete the lines with <<<<<<<, ======= and >>>>>>>.",
                ));
                None
            }
        }
    }
}

/// A file's text, which can turn byte offsets into places.
#[derive(Debug)]
pub(super) struct SourceText<'a> {
    pub(super) path: &'a str,
    pub(super) text: &'a str,
    /// Reads the digits of its numbers.
    pub(super) numbers: ReadNumber,
    /// Offset of each line's first byte; made at the first place that is asked for.
    lines: OnceCell<Vec<usize>>,
}

/// A range of a file's bytes. Turned into a [`Place`] only when somebody asks: on a long line that takes a while.
#[derive(Clone, Copy, Debug)]
pub(super) struct At<'s, 'a> {
    source: &'s SourceText<'a>,
    start: usize,
    end: usize,
}

impl At<'_, '_> {
    pub(super) fn place(self) -> Place {
        self.source.place(self.start, self.end)
    }

    pub(super) fn path(&self) -> &str {
        self.source.path
    }
}

impl<'a> SourceText<'a> {
    pub(super) fn at(&self, start: usize, end: usize) -> At<'_, 'a> {
        At { source: self, start, end }
    }

    /// The place of a byte range. Offsets past the end mean the end.
    pub(super) fn place(&self, start: usize, end: usize) -> Place {
        let start = self.floor(start);
        let end = self.floor(end.max(start));
        let line = self.line_starts().partition_point(|&first| first <= start).max(1);
        let first = self.line_starts()[line - 1];
        let same_line = self.text[start..end].split('\n').next().unwrap_or_default();
        Place {
            path: self.path.to_owned(),
            line,
            column: self.text[first..start].chars().count() + 1,
            length: same_line.chars().count().max(1),
            offset: start,
        }
    }

    /// Byte offset at which a line (counted from 1) begins.
    pub(super) fn line_start(&self, number: usize) -> usize {
        let starts = self.line_starts();
        starts.get(number.saturating_sub(1)).copied().unwrap_or(self.text.len())
    }

    fn line_starts(&self) -> &[usize] {
        self.lines.get_or_init(|| {
            std::iter::once(0).chain(self.text.match_indices('\n').map(|(offset, _)| offset + 1)).collect()
        })
    }

    fn floor(&self, offset: usize) -> usize {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }

    fn conflict_marker(&self) -> Option<usize> {
        const MARK: &str = "<<<<<<< ";
        if self.text.starts_with(MARK) {
            return Some(0);
        }
        self.text.match_indices(MARK).map(|(offset, _)| offset).find(|&at| self.text.as_bytes()[at - 1] == b'\n')
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::by_std;

    #[track_caller]
    fn check(bytes: &[u8], expected: &[&str]) {
        let file = SourceFile::new("feed.json", bytes);
        let mut findings = Vec::new();
        file.text(by_std, &mut findings);
        let found: Vec<_> =
            findings.iter().map(|f| format!("{}:{} {}", f.place.line, f.place.column, f.rule.code())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn what_is_no_text_says_where() {
        check(b"{}", &[]);
        check(b"{\n  \"a\": \"\xe9\"}", &["2:9 F001"]);
        check("\u{feff}{}".as_bytes(), &["1:1 F002"]);
        check(b"{\n<<<<<<< ours\n", &["2:1 F005"]);
        check(&vec![b' '; MAX_FILE_BYTES], &[]);
        check(&vec![b' '; MAX_FILE_BYTES + 1], &["1:1 F007"]);
    }

    #[test]
    fn columns_count_characters() {
        let file = SourceFile::new("a", "x\nñandú: {}");
        let text = file.text(by_std, &mut Vec::new()).unwrap();
        let at = text.text.find('{').unwrap();
        assert_eq!(text.place(at, at + 2), Place { path: "a".into(), line: 2, column: 8, length: 2, offset: at });
        assert_eq!(text.place(900, 901).line, 2);
        assert_eq!((text.line_start(2), text.line_start(9)), (2, text.text.len()));
    }
}

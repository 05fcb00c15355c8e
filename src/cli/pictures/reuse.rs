//! Pictures of an earlier build. Each says in its file what it was made from, so that what is the same need not be drawn
//! again: of a site with thousands of pictures a new figure changes a few.

use std::path::Path;

/// The word before what a picture was made from, in its file.
pub(super) const KEYWORD: &str = "commonweal";
/// What stands at the end of every whole PNG file.
const END: &[u8] = b"IEND\xaeB`\x82";
/// Texts stand at the beginning of the file, before the pixels.
const HEAD: usize = 4096;

/// The picture that lies at a path, if it is whole and was made from the same; else what `draw` draws.
pub(super) fn again(known: Option<&Path>, source: &str, draw: impl FnOnce() -> Option<Vec<u8>>) -> Option<Vec<u8>> {
    let known = known.and_then(|path| std::fs::read(path).ok()).filter(|bytes| is_of(bytes, source));
    known.or_else(draw)
}

/// Whether a PNG file says that it was made from this, and has an end.
pub(super) fn is_of(file: &[u8], source: &str) -> bool {
    let text = format!("tEXt{KEYWORD}\0{source}");
    let head = file.get(..HEAD.min(file.len())).unwrap_or_default();
    file.ends_with(END) && head.windows(text.len()).any(|part| part == text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a file with these bytes is drawn again for this source.
    #[track_caller]
    fn check(file: Option<&[u8]>, source: &str, is_drawn: bool) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.png");
        if let Some(bytes) = file {
            std::fs::write(&path, bytes).unwrap();
        }
        let found = again(Some(&path), source, || Some(b"drawn".to_vec())).unwrap();
        assert_eq!(found == b"drawn", is_drawn);
        assert_eq!(again(None, source, || None), None);
    }

    #[test]
    fn only_a_whole_picture_of_the_same_is_taken() {
        let file = [b"\x89PNG tEXtcommonweal\0abc ".as_slice(), END].concat();
        check(Some(&file), "abc", false);
        check(Some(&file), "abd", true);
        check(Some(&file[..file.len() - 1]), "abc", true);
        check(Some(b""), "abc", true);
        check(None, "abc", true);
    }
}

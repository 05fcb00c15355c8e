//! A site packed ahead of time: `.gz` and `.br` beside every file that gets smaller by it. Hosts send them to browsers
//! that take them, packed better than a server would on each request, and without its work.

use std::io::{self, Write as _};
use std::path::Path;

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::releases::is_asset;
use crate::cli::app_files::File;
use crate::cli::serve::media;

/// Bytes below which a packed file saves less than a packet of the network.
const WORTH_PACKING: usize = 1024;

/// How hard to try, by brotli's measure from 0 to 11. The highest two take a hundred times as long as these for a tenth of
/// the bytes: a site would no longer be published within a minute.
const FOR_PAGES: i32 = 6;
/// Files of the app are the heaviest, and kept by browsers for good.
const FOR_ASSETS: i32 = 9;

/// The packed versions of a file that are smaller than it is. `known` gives the one at a path if it is known already.
///
/// # Errors
/// What the packers say, which write into memory.
pub(super) fn versions(file: &File, known: &dyn Fn(&str) -> Option<Vec<u8>>) -> io::Result<Vec<File>> {
    let File { path, bytes } = file;
    if !is_worth(path, bytes) {
        return Ok(Vec::new());
    }
    let quality = if is_asset(path) { FOR_ASSETS } else { FOR_PAGES };
    let mut found = Vec::new();
    for ending in ["gz", "br"] {
        let path = format!("{path}.{ending}");
        let packed = match known(&path) {
            Some(packed) => packed,
            None if ending == "gz" => gzip(bytes)?,
            None => brotli(bytes, quality)?,
        };
        if packed.len() < bytes.len() {
            found.push(File { path, bytes: packed });
        }
    }
    Ok(found)
}

/// Not small, not packed already, and for readers: what begins with a dot or an underscore at the root is for the host.
fn is_worth(path: &str, bytes: &[u8]) -> bool {
    bytes.len() >= WORTH_PACKING
        && !path.starts_with(['.', '_'])
        && media::is_worth_packing(media::content_type(Path::new(path)))
}

/// Without name and time, so that the same bytes are packed to the same bytes.
fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

fn brotli(mut bytes: &[u8], quality: i32) -> io::Result<Vec<u8>> {
    let parameters = BrotliEncoderParams { quality, size_hint: bytes.len(), ..BrotliEncoderParams::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut packed, &parameters)?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    /// The names of a file's packed versions, which hold the same.
    #[track_caller]
    fn check(path: &str, bytes: &[u8], expected: &[&str]) {
        let made = versions(&File { path: path.to_owned(), bytes: bytes.to_vec() }, &|_| None).unwrap();
        let names: Vec<_> = made.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(names, expected);
        for File { path, bytes: packed } in &made {
            let mut read = Vec::new();
            match path.rsplit_once('.') {
                Some((_, "gz")) => drop(flate2::read::GzDecoder::new(&packed[..]).read_to_end(&mut read).unwrap()),
                _ => brotli::BrotliDecompress(&mut &packed[..], &mut read).unwrap(),
            }
            assert!(read == bytes, "{path} holds something else");
        }
    }

    fn text() -> Vec<u8> {
        b"We said, you did. ".repeat(100)
    }

    #[test]
    fn text_lies_there_in_three_forms() {
        check("goals/a/index.html", &text(), &["goals/a/index.html.gz", "goals/a/index.html.br"]);
        check("assets/a-1.wasm", &text(), &["assets/a-1.wasm.gz", "assets/a-1.wasm.br"]);
        check("data/feed.json", &text(), &["data/feed.json.gz", "data/feed.json.br"]);
    }

    #[test]
    fn what_is_packed_already_is_left_alone() {
        check("card.png", &text(), &[]);
        check("data/feed.zip", &text(), &[]);
    }

    #[test]
    fn what_does_not_get_smaller_is_left_alone() {
        check("small.txt", b"small", &[]);
        let mut state = 1_u32;
        let noise: Vec<u8> = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        })
        .take(5000)
        .collect();
        check("noise.txt", &noise, &[]);
    }

    #[test]
    fn what_is_for_the_host_is_left_alone() {
        check("_headers", &text(), &[]);
        check(".commonweal-site", &text(), &[]);
    }

    #[test]
    fn the_same_bytes_are_packed_to_the_same_bytes() {
        assert_eq!(gzip(&text()).unwrap(), gzip(&text()).unwrap());
        assert_eq!(gzip(&text()).unwrap()[4..8], [0; 4], "a time");
    }
}

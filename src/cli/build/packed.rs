//! A site packed ahead of time: `.gz` and `.br` beside every file that gets smaller by it. Hosts send them to browsers
//! that take them, packed better than a server would on each request, and without its work.

use std::collections::BTreeMap;
use std::io::{self, Write as _};
use std::path::Path;
use std::thread;

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::site::BuiltSite;
use crate::cli::serve::media;
use crate::routes::ASSETS;

/// Bytes below which a packed file saves less than a packet of the network.
const WORTH_PACKING: usize = 1024;

/// How hard to try, by brotli's measure from 0 to 11. The highest two take a hundred times as long as these for a tenth of
/// the bytes: a site would no longer be published within a minute.
const FOR_PAGES: i32 = 6;
/// Files of the app are the heaviest, and kept by browsers for good.
const FOR_ASSETS: i32 = 9;

/// Adds the packed files to a site.
///
/// # Errors
/// A sentence, if a file cannot be packed.
pub(super) fn add(site: &mut BuiltSite) -> Result<(), String> {
    let worth: Vec<_> = site.files().iter().filter(|(path, bytes)| is_worth(path, bytes)).collect();
    let packed = pack_all(&worth).map_err(|why| format!("The site cannot be packed: {why}."))?;
    for (path, bytes) in packed {
        site.add(path, bytes);
    }
    Ok(())
}

/// Not small, not packed already, and for readers: what begins with a dot or an underscore at the root is for the host.
fn is_worth(path: &str, bytes: &[u8]) -> bool {
    bytes.len() >= WORTH_PACKING
        && !path.starts_with(['.', '_'])
        && media::is_worth_packing(media::content_type(Path::new(path)))
}

type Packed = BTreeMap<String, Vec<u8>>;

/// Packs on all processors; each takes every so many-th file, so that the heavy ones are spread.
fn pack_all(files: &[(&String, &Vec<u8>)]) -> io::Result<Packed> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let share = |first: usize| files.iter().skip(first).step_by(threads);
        let work: Vec<_> = (0..threads)
            .map(|first| {
                scope.spawn(move || {
                    let mut packed = Packed::new();
                    for (path, bytes) in share(first) {
                        pack(path, bytes, &mut packed)?;
                    }
                    Ok::<_, io::Error>(packed)
                })
            })
            .collect();
        let mut all = Packed::new();
        for thread in work {
            all.append(&mut thread.join().map_err(|_| io::Error::other("a thread ended early"))??);
        }
        Ok(all)
    })
}

/// Packs a file in both ways, and keeps what is smaller than the file itself.
fn pack(path: &str, bytes: &[u8], packed: &mut Packed) -> io::Result<()> {
    let quality = if path.starts_with(ASSETS) { FOR_ASSETS } else { FOR_PAGES };
    for (ending, made) in [("gz", gzip(bytes)?), ("br", brotli(bytes, quality)?)] {
        if made.len() < bytes.len() {
            packed.insert(format!("{path}.{ending}"), made);
        }
    }
    Ok(())
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

    /// The names in a site of one file, and what the packed ones hold.
    #[track_caller]
    fn check(path: &str, bytes: &[u8], expected: &[&str]) {
        let mut site = BuiltSite::default();
        site.add(path.to_owned(), bytes.to_vec());
        add(&mut site).unwrap();
        let names: Vec<_> = site.files().keys().map(String::as_str).collect();
        assert_eq!(names, expected);
        for (name, packed) in site.files() {
            let mut read = Vec::new();
            match name.rsplit_once('.') {
                Some((_, "gz")) => drop(flate2::read::GzDecoder::new(&packed[..]).read_to_end(&mut read).unwrap()),
                Some((_, "br")) => brotli::BrotliDecompress(&mut &packed[..], &mut read).unwrap(),
                _ => read.clone_from(packed),
            }
            assert!(read == bytes, "{name} holds something else");
        }
    }

    fn text() -> Vec<u8> {
        b"We said, you did. ".repeat(100)
    }

    #[test]
    fn text_lies_there_in_three_forms() {
        check("goals/a/index.html", &text(), &["goals/a/index.html", "goals/a/index.html.br", "goals/a/index.html.gz"]);
        check("assets/a-1.wasm", &text(), &["assets/a-1.wasm", "assets/a-1.wasm.br", "assets/a-1.wasm.gz"]);
        check("data/feed.json", &text(), &["data/feed.json", "data/feed.json.br", "data/feed.json.gz"]);
    }

    #[test]
    fn what_is_packed_already_is_left_alone() {
        check("card.png", &text(), &["card.png"]);
        check("data/feed.zip", &text(), &["data/feed.zip"]);
    }

    #[test]
    fn what_does_not_get_smaller_is_left_alone() {
        check("small.txt", b"small", &["small.txt"]);
        let mut state = 1_u32;
        let noise: Vec<u8> = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        })
        .take(5000)
        .collect();
        check("noise.txt", &noise, &["noise.txt"]);
    }

    #[test]
    fn what_is_for_the_host_is_left_alone() {
        check("_headers", &text(), &["_headers"]);
        check(".commonweal-site", &text(), &[".commonweal-site"]);
    }

    #[test]
    fn the_same_bytes_are_packed_to_the_same_bytes() {
        assert_eq!(gzip(&text()).unwrap(), gzip(&text()).unwrap());
        assert_eq!(gzip(&text()).unwrap()[4..8], [0; 4], "a time");
    }
}

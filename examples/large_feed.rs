//! Writes a large feed, to see what sizes do: `cargo run --example large_feed -- --out DIR`.
//!
//! The same numbers and the same seed give the same bytes. Everything in it is invented, and says so. With
//! `--groups 20` the feed has ten million observations, in 400 MB of tables: without it, it has half a million in 20 MB.

#[path = "large_feed/feed.rs"]
mod feed;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser as _;

use feed::Size;

/// Writes a large feed in source form: a folder with one file for each record.
#[derive(clap::Parser)]
struct Arguments {
    #[arg(long, default_value_t = 500)]
    partners: usize,
    #[arg(long, default_value_t = 2000)]
    activities: usize,
    #[arg(long, default_value_t = 5000)]
    indicators: usize,
    /// Quarters of each indicator
    #[arg(long, default_value_t = 100)]
    periods: usize,
    /// Groups that each indicator is broken down by, at most 50
    #[arg(long, default_value_t = 0)]
    groups: usize,
    /// Another number gives another feed of the same size
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The folder to write into; it must not be there, or be empty
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

fn main() -> ExitCode {
    let Arguments { partners, activities, indicators, periods, groups, seed, out } = Arguments::parse();
    let size = Size { partners, activities, indicators, periods, groups };
    match written(&size, seed, &out) {
        Ok((files, bytes)) => {
            eprintln!("{files} files with {:.1} MB in {}.", bytes as f64 / 1e6, out.display());
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{}: {why}", out.display());
            ExitCode::FAILURE
        }
    }
}

/// How many files were written, and how many bytes.
fn written(size: &Size, seed: u64, out: &Path) -> std::io::Result<(usize, usize)> {
    if fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(std::io::Error::other("The folder is not empty."));
    }
    let (mut files, mut bytes) = (0, 0);
    feed::write(size, seed, &mut |path, text| {
        files += 1;
        bytes += text.len();
        let file = out.join(path);
        file.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(file, text)
    })?;
    Ok((files, bytes))
}

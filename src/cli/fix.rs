//! `commonweal fix`.

mod patch;

use super::{CLEAN, FINDINGS, FeedArguments, load, save};
use crate::feed::mend::mended;
use crate::feed::{Rule, Summary};

#[derive(clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    feed: FeedArguments,
    /// Write the mended files, not only the difference
    #[arg(long)]
    write: bool,
    /// Mend only what these rules find, such as F003
    #[arg(long, value_name = "CODE", value_delimiter = ',', value_parser = rule)]
    only: Vec<Rule>,
    /// Leave what these rules find
    #[arg(long, value_name = "CODE", value_delimiter = ',', value_parser = rule)]
    skip: Vec<Rule>,
}

fn rule(code: &str) -> Result<Rule, String> {
    Rule::from_code(code).ok_or_else(|| "no rule has this code; docs/rules.md lists them".to_owned())
}

pub(super) fn run(arguments: &Arguments) -> Result<u8, String> {
    let path = arguments.feed.path()?;
    let source = load::load(&path)?;
    let wanted =
        |rule| (arguments.only.is_empty() || arguments.only.contains(&rule)) && !arguments.skip.contains(&rule);
    let done = mended(&source, arguments.feed.today(), &wanted);
    let changed = save::files(&source).iter().zip(save::files(&done.source)).filter(|(before, after)| before != after);
    let mut files = 0;
    for (before, after) in changed {
        files += 1;
        let place = arguments.write.then(|| save::place(&path, &source, after)).transpose()?;
        super::out(&patch::patch(&after.path, &before.bytes, &after.bytes));
        if let Some(place) = place {
            save::save(&place, &after.bytes)?;
        }
    }
    let left = Summary::of(&done.findings).error;
    eprintln!("{}", total(done.mends.len(), files, arguments.write, left));
    Ok(if left > 0 || (files > 0 && !arguments.write) { FINDINGS } else { CLEAN })
}

/// "2 mends in 1 file, not written: add --write; 1 error would be left to you".
fn total(mends: usize, files: usize, written: bool, left: usize) -> String {
    let count = |n: usize, word: &str| if n == 1 { format!("1 {word}") } else { format!("{n} {word}s") };
    let (mended, is_left) = match (mends, written) {
        (0, _) => ("nothing to mend".to_owned(), "is left"),
        (_, true) => (format!("{} in {}, written", count(mends, "mend"), count(files, "file")), "is left"),
        (_, false) => {
            (format!("{} in {}, not written: add --write", count(mends, "mend"), count(files, "file")), "would be left")
        }
    };
    match left {
        0 => format!("{mended}; no error {is_left}"),
        _ => format!("{mended}; what {is_left} to you: {}, see commonweal check", count(left, "error")),
    }
}

//! `commonweal manual`: the man pages and completions that a release holds beside the program, out of the arguments
//! themselves, so that they say what `--help` says. `scripts/dist` calls it; people need `--help` and `completions`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::CommandFactory as _;
use clap_complete::{Shell, generate_to};

use super::CLEAN;

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The folder to write into
    dir: PathBuf,
}

/// The shells whose completions are in a release.
const SHELLS: [Shell; 4] = [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::PowerShell];

pub(super) fn run(arguments: &Arguments) -> Result<u8, String> {
    write(&arguments.dir).map_err(|why| format!("{} cannot be written: {why}.", arguments.dir.display()))?;
    Ok(CLEAN)
}

fn write(dir: &Path) -> io::Result<()> {
    let (pages, completions) = (dir.join("man/man1"), dir.join("completions"));
    fs::create_dir_all(&pages)?;
    fs::create_dir_all(&completions)?;
    clap_mangen::generate_to(super::Arguments::command(), &pages)?;
    for shell in SHELLS {
        generate_to(shell, &mut super::Arguments::command(), "commonweal", &completions)?;
    }
    Ok(())
}

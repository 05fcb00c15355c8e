//! `commonweal completions`: what a shell needs to complete the command line, out of the arguments themselves.

use clap::CommandFactory as _;
use clap_complete::{Shell, generate};

use super::CLEAN;

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The shell
    shell: Shell,
}

/// Prints them; `commonweal completions bash > ~/.local/share/bash-completion/completions/commonweal` keeps them.
pub(super) fn run(arguments: &Arguments) -> Result<u8, String> {
    let mut text = Vec::new();
    generate(arguments.shell, &mut super::Arguments::command(), "commonweal", &mut text);
    super::out(&String::from_utf8_lossy(&text));
    Ok(CLEAN)
}

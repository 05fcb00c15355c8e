//! `commonweal export`: a part of a feed in a form that others read.

mod pabulib;

use clap::Subcommand;

#[derive(clap::Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    form: Form,
}

#[derive(Subcommand)]
enum Form {
    /// A budget cycle as Pabulib has it: one .pb file with META and PROJECTS, and no ballots
    Pabulib(pabulib::Arguments),
}

pub(super) fn run(arguments: &Arguments) -> Result<u8, String> {
    match &arguments.form {
        Form::Pabulib(arguments) => pabulib::run(arguments),
    }
}

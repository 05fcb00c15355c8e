//! `commonweal export`: a part of a feed in a form that others read. The forms are those that `build` writes, and one
//! more: a budget as Pabulib has it.

mod form;
mod pabulib;

use clap::error::ErrorKind;
use clap::{ArgMatches, Args as _, Command, FromArgMatches, Subcommand};

use crate::routes::Form;

#[derive(clap::Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    wanted: Wanted,
}

/// What is to be written.
enum Wanted {
    Pabulib(Box<pabulib::Arguments>),
    Form(Form, Box<form::Arguments>),
}

pub(super) fn run(arguments: &Arguments) -> Result<u8, String> {
    match &arguments.wanted {
        Wanted::Pabulib(arguments) => pabulib::run(arguments),
        Wanted::Form(form, arguments) => form::run(*form, arguments),
    }
}

const PABULIB: &str = "pabulib";

// By hand, as the forms are not listed here a second time: each form of the site is a subcommand of its own.
impl Subcommand for Wanted {
    fn augment_subcommands(command: Command) -> Command {
        let command = Form::ALL.into_iter().fold(command, |command, form| {
            // What it is comes last: the arguments bring a sentence about themselves.
            let own = form::Arguments::augment_args(Command::new(form.name()));
            command.subcommand(own.about(form::about(form)).after_help(form::after(form)))
        });
        let about = "A budget cycle as Pabulib has it: one .pb file with META and PROJECTS, and no ballots";
        command
            .subcommand(pabulib::Arguments::augment_args(Command::new(PABULIB)).about(about))
            .subcommand_required(true)
            .arg_required_else_help(true)
            .subcommand_help_heading("Forms")
            .subcommand_value_name("FORM")
    }

    fn augment_subcommands_for_update(command: Command) -> Command {
        Self::augment_subcommands(command)
    }

    fn has_subcommand(name: &str) -> bool {
        name == PABULIB || Form::ALL.iter().any(|form| form.name() == name)
    }
}

impl FromArgMatches for Wanted {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        match matches.subcommand() {
            Some((PABULIB, own)) => pabulib::Arguments::from_arg_matches(own).map(Box::new).map(Self::Pabulib),
            Some((name, own)) => match Form::ALL.into_iter().find(|form| form.name() == name) {
                Some(form) => form::Arguments::from_arg_matches(own).map(|own| Self::Form(form, Box::new(own))),
                None => Err(clap::Error::new(ErrorKind::InvalidSubcommand)),
            },
            None => Err(clap::Error::new(ErrorKind::MissingSubcommand)),
        }
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

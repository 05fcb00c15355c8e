//! `commonweal new KIND`: a record with everything that can be derived, and an empty text where a person has to write.
//!
//! Nothing made up is written: a text that is not given stands there empty, which the check reports at its place, so that
//! no placeholder is ever published. A word that changes what is said (which way is better, what kind of unit) has no
//! default and has to be given.

mod ask;
mod make;

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, FromArgMatches};

use super::{CLEAN, FeedArguments, load, save};
use crate::feed::form::{records, with_record};
use crate::feed::id::Kind;
use crate::feed::{FeedSource, SourceFile, read};
use ask::{How, asks};
use make::{Answers, Known, make};

/// What was asked for: the kind, and what was given for it.
pub(super) struct Arguments {
    kind: Kind,
    answers: Answers,
    feed: FeedArguments,
}

/// One subcommand for each kind, from the table of what a kind needs.
impl clap::Args for Arguments {
    fn augment_args(command: Command) -> Command {
        let command = command.subcommand_required(true).arg_required_else_help(true);
        Kind::ALL.iter().fold(command, |command, kind| command.subcommand(subcommand(*kind)))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

fn subcommand(kind: Kind) -> Command {
    let feed = Arg::new("feed").long("feed").value_name("FEED").value_parser(clap::value_parser!(PathBuf));
    let as_of = Arg::new("as-of").long("as-of").value_name("DATE").value_parser(super::day);
    let command = Command::new(kind.wire())
        .about(format!("Add to the feed's {}", kind.list()))
        .arg(Arg::new("id").value_name("ID").help("Its id; without it, one is made from the title"))
        .arg(feed.help("The feed: a folder, or one feed.json. Without it, the one that is here."))
        .arg(as_of.help("Take DATE (year-month-day) for today"));
    asks(kind).iter().fold(command, |command, ask| {
        let many = matches!(ask.how, How::Many(_) | How::Words | How::Groups);
        let action = if many { ArgAction::Append } else { ArgAction::Set };
        let arg = Arg::new(ask.flag).long(ask.flag).value_name(ask.value_name()).help(ask.help).action(action);
        let words = ask.words(kind);
        let arg = if words.is_empty() { arg } else { arg.value_parser(PossibleValuesParser::new(words)) };
        // A label may hold a comma.
        command.arg(if many && !matches!(ask.how, How::Groups) { arg.value_delimiter(',') } else { arg })
    })
}

impl FromArgMatches for Arguments {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let missing = || clap::Error::new(clap::error::ErrorKind::MissingSubcommand);
        let (name, matches) = matches.subcommand().ok_or_else(missing)?;
        let kind = Kind::from_wire(name).ok_or_else(missing)?;
        let given = |flag: &str| matches.get_many::<String>(flag).into_iter().flatten().cloned().collect::<Vec<_>>();
        let flags = asks(kind).iter().map(|ask| (ask.flag, given(ask.flag))).filter(|(_, given)| !given.is_empty());
        Ok(Self {
            kind,
            answers: Answers { id: matches.get_one("id").cloned(), flags: flags.collect() },
            feed: FeedArguments { feed: matches.get_one("feed").cloned(), as_of: matches.get_one("as-of").copied() },
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

pub(super) fn run(arguments: &Arguments) -> Result<u8, String> {
    let path = arguments.feed.path()?;
    let source = load::load(&path)?;
    let today = arguments.feed.today();
    let known = Known::of(&records(&source));
    let made = make(arguments.kind, &arguments.answers, &known, today)?;
    let file = with_record(&source, arguments.kind, &made.id, made.record)?;
    let place = save::place(&path, &source, &file)?;
    if matches!(source, FeedSource::Folder(_)) && place.exists() {
        return Err(format!("{} is already there, so nothing was written. Name another id.", place.display()));
    }
    save::save(&place, &file.bytes)?;
    super::out(&format!("{}\n", place.display()));
    let id = &made.id;
    eprintln!("the {} {id} was added", arguments.kind.wire());
    if !made.empty.is_empty() {
        eprintln!("still empty, and named by commonweal check until you write them: {}", made.empty.join(", "));
    }
    if arguments.kind == Kind::Indicator {
        eprintln!("its figures go into the series of {id}; then write \"live\" as its phase");
    }
    let others = read(&changed(source, file), today).findings.into_iter().filter(|finding| {
        finding.record.as_deref() == Some(id.as_str()) && !finding.message.starts_with("This text is empty.")
    });
    for finding in others {
        super::out(&save::briefly(&finding));
    }
    Ok(CLEAN)
}

/// The feed with the new or changed file.
fn changed(source: FeedSource, file: SourceFile) -> FeedSource {
    match source {
        FeedSource::File(_) => FeedSource::File(file),
        FeedSource::Folder(mut files) => {
            files.push(file);
            crate::sorted::sort_by(&mut files, |a, b| a.path.cmp(&b.path));
            FeedSource::Folder(files)
        }
    }
}

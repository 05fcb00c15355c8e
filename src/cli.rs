//! The command line. Thin: it reads arguments and files, calls the core, prints, and chooses the exit code.

mod app_files;
mod assess;
mod build;
mod check;
mod completions;
mod diff;
mod document;
mod due;
mod edition;
mod export;
mod fix;
mod fmt;
mod formats;
mod history;
mod hosting;
mod import;
mod init;
mod join;
mod load;
mod manual;
mod new;
mod pictures;
mod save;
mod schema;
mod serve;
mod snapshot;
mod split;
mod tools;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::OnceLock;

use chrono::NaiveDate;
use clap::{Parser, Subcommand};

/// Everything that went right, nothing to say.
const CLEAN: u8 = 0;
/// The command did its work and has something to say against the feed.
const FINDINGS: u8 = 1;
/// The command could not do its work.
const FAILED: u8 = 2;

/// Checks a coalition's data feed, builds its site, and serves it.
#[derive(Parser)]
#[command(version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Look for mistakes in a feed and say how to mend them
    Check(check::Arguments),
    /// Say in words what differs between two versions of a feed
    Diff(diff::Arguments),
    /// Print how every indicator stands: status, pace, trend, gap, freshness
    Assess(assess::Arguments),
    /// Check a feed, then write its whole site into a folder
    Build(build::Arguments),
    /// Build a feed's site and show it on this machine, following every change
    Serve(serve::Arguments),
    /// Write the whole dashboard into one file that opens without network and without script
    Snapshot(snapshot::Arguments),
    /// Write a small coalition's feed, ready to edit
    Init(init::Arguments),
    /// Add a record to a feed, with everything that can be derived
    New(new::Arguments),
    /// List what is due or overdue, by the partner who answers for it
    Due(due::Arguments),
    /// Make a feed out of data that is kept in another form
    Import(import::Arguments),
    /// Write a part of a feed in a form that others read
    Export(export::Arguments),
    /// Lay out the files of a feed in the one written form
    Fmt(fmt::Arguments),
    /// Mend the slips that can be mended in one way only; shows the difference
    Fix(fix::Arguments),
    /// Turn a feed in one file into a folder
    Split(split::Arguments),
    /// Turn the folder of a feed into one file
    Join(join::Arguments),
    /// Print the JSON Schema of the feed
    Schema,
    /// Write what an editor, a git host and forms need beside a feed, or renew it
    Tools(tools::Arguments),
    /// Print what a web server has to be told to send a site as it is meant
    Hosting(hosting::Arguments),
    /// Print what a shell needs to complete this command line
    Completions(completions::Arguments),
    /// Write the man pages and completions of a release into a folder
    #[command(hide = true)]
    Manual(manual::Arguments),
}

/// A feed and the day on which it is looked at.
#[derive(clap::Args)]
struct FeedArguments {
    /// The feed: a folder, one feed.json, or a zip of either. Without it, the folder "feed" or the file "feed.json" here, or this folder.
    feed: Option<PathBuf>,
    /// Judge dates as if today were DATE (year-month-day)
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<NaiveDate>,
}

fn day(text: &str) -> Result<NaiveDate, String> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| "write it as year-month-day, such as 2026-11-22".to_owned())
}

/// Runs the program with the process's arguments.
pub fn run() -> ExitCode {
    let code = match Arguments::parse().command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Assess(arguments) => assess::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Build(arguments) => build::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Snapshot(arguments) => snapshot::run(&arguments),
        Command::Init(arguments) => init::run(&arguments),
        Command::New(arguments) => new::run(&arguments),
        Command::Due(arguments) => due::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Export(arguments) => export::run(&arguments),
        Command::Fmt(arguments) => fmt::run(&arguments),
        Command::Fix(arguments) => fix::run(&arguments),
        Command::Split(arguments) => split::run(&arguments),
        Command::Join(arguments) => join::run(&arguments),
        Command::Schema => schema::run(),
        Command::Tools(arguments) => tools::run(&arguments),
        Command::Hosting(arguments) => hosting::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments),
        Command::Manual(arguments) => manual::run(&arguments),
    };
    let written = || UNWRITTEN.get().map_or(Ok(()), |why| Err(format!("Standard output cannot be written: {why}.")));
    match code.and_then(|code| written().map(|()| code)) {
        Ok(code) => ExitCode::from(code),
        Err(sentence) => {
            eprintln!("commonweal: {sentence}");
            ExitCode::from(FAILED)
        }
    }
}

/// Why standard output did not take all that was written to it.
static UNWRITTEN: OnceLock<std::io::Error> = OnceLock::new();

/// Writes to standard output. A closed pipe (`commonweal check | head`) ends the output, not the program; what else goes
/// wrong is said when the command is done.
fn out(text: &str) {
    use std::io::Write as _;
    let mut out = std::io::stdout().lock();
    if let Err(why) = out.write_all(text.as_bytes()).and_then(|()| out.flush())
        && why.kind() != std::io::ErrorKind::BrokenPipe
    {
        let _ = UNWRITTEN.set(why);
    }
}

//! `commonweal import`: a feed made out of data that is kept in another form.
//!
//! ```text
//! folder -> repository (files) -> table + meta (one source indicator) -> convert (records, series) -> written, read, checked
//! ```
//!
//! A single table goes into a feed that is there already: [`csv`]. So do participatory budgets: [`pabulib`].
//!
//! Nothing is dropped in silence: what has no place in a feed goes into [`leftovers::Leftovers`] with file and reason.

mod convert;
mod csv;
mod data;
mod goals;
mod ids;
mod judge;
mod leftovers;
mod meta;
pub(super) mod pabulib;
mod plain;
mod repository;
mod scope;
mod sources;
mod table;
mod targets;
mod texts;
mod unit;
mod yaml;
mod year;

use std::fs;
use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::{CLEAN, FINDINGS, check, load};
use crate::feed::{FeedSource, Finding, SourceFile, Summary, read, schema, write};
use convert::{Imported, convert};

#[derive(clap::Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    form: Form,
}

#[derive(Subcommand)]
enum Form {
    /// An Open SDG data repository: data/indicator_*.csv and meta/*.md
    OpenSdg(OpenSdg),
    /// A table out of a spreadsheet, into the figures of one indicator
    Csv(csv::Arguments),
    /// Participatory budgets as Pabulib has them: .pb files with META and PROJECTS; ballots are only counted
    Pabulib(pabulib::Arguments),
}

#[derive(clap::Args)]
struct OpenSdg {
    /// The repository's folder
    dir: PathBuf,
    /// Where the feed is written: a new folder, or one new file whose name ends in .json
    #[arg(long, value_name = "FEED")]
    out: PathBuf,
    /// List every place that was not carried over, not only the first of each kind
    #[arg(long)]
    all: bool,
}

pub(super) fn run(arguments: &Arguments) -> Result<u8, String> {
    match &arguments.form {
        Form::OpenSdg(arguments) => open_sdg(arguments),
        Form::Csv(arguments) => csv::run(arguments),
        Form::Pabulib(arguments) => pabulib::run(arguments),
    }
}

fn open_sdg(arguments: &OpenSdg) -> Result<u8, String> {
    let out = &arguments.out;
    must_be_free(out)?;
    let repository = repository::read(&arguments.dir)?;
    let today = load::today();
    let imported = convert(repository, today)?;
    let mut source = FeedSource::Folder(imported.files.clone());
    let mut reading = read(&source, today);
    let single = out.extension().is_some_and(|extension| extension == "json");
    if single && let Some(feed) = &reading.feed {
        let bytes =
            write::feed_json(feed, schema::FILE_NAME).map_err(|why| format!("The feed cannot be written: {why}."))?;
        let name = out.file_name().map_or_else(|| "feed.json".into(), |name| name.to_string_lossy().into_owned());
        source = FeedSource::File(SourceFile::new(name, bytes));
        reading = read(&source, today);
    } else if single {
        report(&imported, &source, &reading.findings, arguments);
        return Err(format!(
            "{} was not written: a single file is only made of a feed without errors. Import into a folder to mend them.",
            out.display()
        ));
    }
    put(out, &source)?;
    report(&imported, &source, &reading.findings, arguments);
    Ok(if Summary::of(&reading.findings).error > 0 { FINDINGS } else { CLEAN })
}

/// A feed that is already there is never written over: it may hold a person's work.
fn must_be_free(out: &Path) -> Result<(), String> {
    let taken = match fs::metadata(out) {
        Err(_) => false,
        Ok(kind) if kind.is_dir() => fs::read_dir(out).map_or(true, |mut entries| entries.next().is_some()),
        Ok(_) => true,
    };
    if taken {
        return Err(format!(
            "{} is already there and not empty. Name a new folder or file after --out.",
            out.display()
        ));
    }
    Ok(())
}

fn put(out: &Path, source: &FeedSource) -> Result<(), String> {
    let unwritable = |path: &Path, why: std::io::Error| format!("{} cannot be written: {why}.", path.display());
    let save = |path: &Path, bytes: &[u8]| {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            fs::create_dir_all(folder).map_err(|why| unwritable(folder, why))?;
        }
        fs::write(path, bytes).map_err(|why| unwritable(path, why))
    };
    match source {
        FeedSource::File(file) => save(out, &file.bytes),
        FeedSource::Folder(files) => files.iter().try_for_each(|file| save(&out.join(&file.path), &file.bytes)),
    }
}

fn report(imported: &Imported, source: &FeedSource, findings: &[Finding], arguments: &OpenSdg) {
    for finding in findings.iter().filter(|finding| finding.is_error()) {
        super::out(&check::human(source, finding));
    }
    super::out(&format!(
        "Imported {} of {} indicators as {}; {} observations of {} rows with a number.\n",
        imported.indicators_found,
        imported.indicators_there,
        imported.indicators_made,
        imported.observations,
        imported.rows_with_number,
    ));
    super::out(&imported.leftovers.report(arguments.all));
    super::out(&format!("Check: {}.\n", check::total(&Summary::of(findings), &arguments.out)));
}

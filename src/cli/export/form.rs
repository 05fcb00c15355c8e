//! `commonweal export FORM`: the files of one form, as `build` writes them into a site.

use std::fs;
use std::path::{Path, PathBuf};

use crate::cli::build::Split;
use crate::cli::formats::{self, Material};
use crate::cli::{CLEAN, FINDINGS, FeedArguments, check, history, load, save};
use crate::feed::{read, schema, write};
use crate::present::Context;
use crate::routes::{DataFile, Form};

#[derive(clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    feed: FeedArguments,
    /// The file to write; "-" for standard output. Where there is a file for each record: the folder to write them into
    #[arg(long, value_name = "FILE|DIR")]
    out: PathBuf,
    /// Only the file of the record with this id
    #[arg(long, value_name = "ID")]
    only: Option<String>,
    /// The language of forms that have one: a language of the coalition, its default one if left out
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// Write over a file that is there and says something else
    #[arg(long)]
    replace: bool,
}

/// What a form is, in the list of forms.
pub(super) fn about(form: Form) -> &'static str {
    match form {
        Form::Feed => "The whole feed in one JSON file",
        Form::Schema => "The JSON Schema of the feed",
        Form::Changes => "The versions of the feed out of git, and what each changed (JSON)",
        Form::Package => "The whole feed as CSV tables in one zip (Frictionless Data Package 2)",
        Form::Table => "A CSV table for each indicator: every period, group and place",
        Form::Vintages => "A CSV table for each indicator whose figures changed: what was published when, out of git",
        Form::Record => "A JSON file for each indicator: definition, targets, assessment, every observation",
        Form::Calendar => "All events as one calendar (iCalendar)",
        Form::Event => "A calendar file for each event (iCalendar)",
        Form::Atom => "News, decisions, answers, settled promises and changes, for feed readers (Atom)",
        Form::JsonFeed => "The same as Atom, in JSON (JSON Feed 1.1)",
        Form::Places => "Places with their codes, and points where something happens (GeoJSON)",
        Form::Catalog => "The datasets for catalogs that harvest open data (DCAT-US 1.1, data.json)",
        Form::Impact => "Goals, indicators and values in the Common Impact Data Standard 3, basic tier (JSON-LD)",
        Form::Summary => "A summary in plain text for language models (llms.txt)",
        Form::Index => "The list of all files that a program can fetch from the site (JSON)",
        Form::Sitemap => "The list of all pages for search engines (sitemaps.org)",
        Form::Robots => "What crawlers may read (robots.txt)",
    }
}

/// Where the site has it, and what is missing in it as long as nobody knows where the site is.
pub(super) fn after(form: Form) -> &'static str {
    match form {
        Form::Catalog => {
            "Needs \"site\" and a contact of kind \"email\" in the coalition: the form asks for absolute addresses and for \
             somebody to write to."
        }
        Form::Sitemap => "Needs \"site\" in the coalition: the form asks for absolute addresses.",
        Form::Feed => {
            "A site publishes a large feed in parts and has it whole in the data package. It is the same with and without \
             \"site\" in the coalition."
        }
        Form::Schema | Form::Changes | Form::Table | Form::Vintages => {
            "It is the same with and without \"site\" in the coalition."
        }
        Form::Impact | Form::Atom => {
            "Without \"site\" in the coalition, names of things end in .invalid: they are well-formed and lead nowhere."
        }
        _ => "Without \"site\" in the coalition, the addresses of pages and files are left out.",
    }
}

pub(super) fn run(form: Form, arguments: &Arguments) -> Result<u8, String> {
    let path = arguments.feed.path()?;
    let source = load::load(&path)?;
    let today = arguments.feed.today();
    let reading = read(&source, today);
    let Some(feed) = reading.feed else {
        for finding in reading.findings.iter().filter(|finding| finding.is_error()) {
            crate::cli::out(&save::briefly(finding));
        }
        eprintln!("Nothing was written: the feed has errors.");
        return Ok(FINDINGS);
    };
    if let Some(lack) = form.lacks(&feed) {
        return Err(formats::lacking(lack).to_owned());
    }
    let unwritable = |why: serde_json::Error| format!("The feed cannot be written: {why}.");
    let (history, changes_json) = history::history(&path, &feed, today).written().map_err(unwritable)?;
    let feed = feed.with_history(&history);
    let feed_json = write::feed_json(&feed, schema::FILE_NAME).map_err(unwritable)?;
    let (languages, site) = formats::site_of(&feed, "/");
    // A site says so of such a feed, and what is exported is what it has.
    let site = if Split::default().is_meant(feed_json.len()) { site.in_parts() } else { site };
    let catalogs: Result<Vec<_>, _> = languages.iter().map(|language| language.catalog()).collect();
    let catalogs = catalogs.map_err(|why| why.to_string())?;
    let contexts: Vec<Context<'_>> =
        catalogs.iter().map(|words| Context { feed: &feed, words, site: &site, today, draft: None }).collect();
    let material =
        Material { contexts: &contexts, history: &history, feed_json: &feed_json, changes_json: &changes_json };
    let language = language(arguments.language.as_deref(), site.languages(), site.default_language())?;
    let files = form.files(&feed, &site);
    let files: Vec<DataFile> = files
        .into_iter()
        .filter(|file| file.lang.as_deref().is_none_or(|lang| lang == language || form == Form::Summary))
        .filter(|file| arguments.only.is_none() || file.of == arguments.only)
        .collect();
    save_all(&material, form, &files, arguments)
}

fn language<'l>(wanted: Option<&'l str>, known: &[String], default: &'l str) -> Result<&'l str, String> {
    match wanted {
        None => Ok(default),
        Some(tag) if known.iter().any(|lang| lang == tag) => Ok(tag),
        Some(tag) => {
            Err(format!("The site is not offered in {}. There are: {}.", check::visible(tag), known.join(", ")))
        }
    }
}

fn save_all(material: &Material<'_>, form: Form, files: &[DataFile], arguments: &Arguments) -> Result<u8, String> {
    let out = &arguments.out;
    let one_each = files.iter().any(|file| file.of.is_some()) && arguments.only.is_none();
    match files {
        [] => Err(match &arguments.only {
            Some(id) => format!("There is no such file about {}: it is no record of this kind.", check::visible(id)),
            None => "The feed has no record that would stand in such a file. Nothing was written.".to_owned(),
        }),
        _ if out.as_os_str() == "-" => {
            let [file] = files else {
                return Err(
                    "There are several files, and standard output takes one. Name a folder, or one with --only.".into(),
                );
            };
            if form == Form::Package {
                return Err("A zip is no text for standard output. Name a file.".into());
            }
            crate::cli::out(&String::from_utf8_lossy(&formats::write(material, file)?));
            Ok(CLEAN)
        }
        [file] if !one_each => {
            put(out, &formats::write(material, file)?, arguments.replace)?;
            eprintln!("{} was written.", out.display());
            Ok(CLEAN)
        }
        _ => {
            if out.is_file() {
                return Err(format!(
                    "{} is a file, and there are {} to write. Name a folder.",
                    out.display(),
                    files.len()
                ));
            }
            for file in files {
                let name = file.path.rsplit('/').next().unwrap_or(&file.path);
                put(&out.join(name), &formats::write(material, file)?, arguments.replace)?;
            }
            let count = if files.len() == 1 { "1 file was".to_owned() } else { format!("{} files were", files.len()) };
            eprintln!("{count} written into {}.", out.display());
            Ok(CLEAN)
        }
    }
}

/// Writes a file. The same bytes again are no work of a person that would be lost.
fn put(path: &Path, bytes: &[u8], replace: bool) -> Result<(), String> {
    if path.is_dir() {
        return Err(format!("{} is a folder. Name a file in it.", path.display()));
    }
    if !replace && path.exists() && fs::read(path).ok().as_deref() != Some(bytes) {
        return Err(format!(
            "{} is already there and says something else, so nothing was written. Name another file, or add --replace.",
            path.display()
        ));
    }
    save::save(path, bytes)
}

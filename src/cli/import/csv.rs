//! `commonweal import csv`: a table out of a spreadsheet into the figures of one indicator.
//!
//! ```text
//! bytes -> decode -> grid -> layout (heads) -> facts (labels, numbers) -> merge (beside the feed) -> table or single
//! ```
//!
//! What is not understood is refused with its row and column, never guessed at. Without `--write` nothing changes.

mod decode;
mod facts;
mod grid;
mod heads;
mod kept;
mod layout;
mod marks;
mod merge;
mod names;
mod number;
mod period;
mod refusal;
mod report;
mod single;
mod split;
mod structure;
mod table;
#[cfg(test)]
mod testing;

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::super::{CLEAN, FINDINGS, FeedArguments, day, load, out, save};
use crate::feed::finding::quoted;
use crate::feed::records::Indicator;
use crate::feed::records::indicator::UnitKind;
use crate::feed::{Feed, FeedSource, Finding, SourceFile, read};
use heads::Knowledge;
use kept::Kept;
use merge::{Plan, merge};
use names::Names;
use number::DecimalMark;
use refusal::Refusal;
use report::{Report, Understood};

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The table: a CSV or text file out of Excel, LibreOffice or Google Sheets
    file: PathBuf,
    /// The id of the indicator whose figures these are
    #[arg(long, value_name = "ID")]
    indicator: String,
    /// The feed: a folder, or one feed.json. Without it, the folder "feed" or the file "feed.json" here.
    #[arg(long)]
    feed: Option<PathBuf>,
    /// Judge dates as if today were DATE (year-month-day)
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<NaiveDate>,
    /// Say what a column is, by its head or letter: period, place, dimension, group, value, lower, upper, se, numerator,
    /// denominator, status, note, ignore; a dimension, a group (dimension/group) or a place of the feed
    #[arg(long, value_name = "COLUMN=FIELD")]
    map: Vec<String>,
    /// Say which decimal mark the sheet has, where the sheet does not tell
    #[arg(long, value_enum)]
    decimal: Option<DecimalMark>,
    /// Write the figures into the feed; without it, only show what would change
    #[arg(long)]
    write: bool,
    /// Write also if something is refused, without it
    #[arg(long)]
    partial: bool,
    /// List every figure, not only the first of each kind
    #[arg(long)]
    all: bool,
}

pub(super) fn run(arguments: &Arguments) -> Result<u8, String> {
    let feed_arguments = FeedArguments { feed: arguments.feed.clone(), as_of: arguments.as_of };
    let (path, today) = (feed_arguments.path()?, feed_arguments.today());
    let source = load::load(&path)?;
    let bytes =
        fs::read(&arguments.file).map_err(|why| format!("{} cannot be read: {why}.", arguments.file.display()))?;
    let before = read(&source, today);
    let feed = match before.feed {
        Some(feed) => feed,
        None => structure::feed(&source).ok_or_else(|| {
            format!("The feed {} cannot be read. Run `commonweal check` on it first.", path.display())
        })?,
    };
    let indicator = indicator(&feed, &arguments.indicator)?;
    let series = Place::of(&source, &arguments.indicator)?;
    let kept = series.kept(&arguments.indicator);
    let names = Names::of(&feed, kept.names_place(feed.coalition.geography.as_str()));
    let maps = arguments.map.iter().map(|map| Knowledge::read_map(&names, map)).collect::<Result<Vec<_>, _>>()?;
    let report = Report { file: &arguments.file, indicator, all: arguments.all };
    let mut knowledge = Knowledge { indicator, names: &names, order: None, maps };
    let (understood, plan) = match understand(&bytes, &mut knowledge, &kept, arguments.decimal, today) {
        Ok(found) => found,
        Err(refused) => {
            out(&report.not_understood(&refused));
            return Ok(FINDINGS);
        }
    };
    let changed = series.changed(&arguments.indicator, &plan)?;
    let after = with_file(&source, &changed);
    let new = new_errors(&before.findings, read(&after, today).findings);
    let takes = new.is_empty() && (plan.refused.is_empty() || arguments.partial);
    let writes = arguments.write && takes && !plan.edits.is_empty();
    if writes {
        put(&save::place(&path, &source, &changed)?, &changed.bytes)?;
    }
    out(&report.text(&understood, &plan, &new, writes));
    out(&report.end(&plan, &new, arguments.write, writes, &series.file.path));
    Ok(if takes { CLEAN } else { FINDINGS })
}

/// From the bytes of a sheet to what an import would do.
fn understand(
    bytes: &[u8],
    knowledge: &mut Knowledge<'_>,
    kept: &Kept,
    decimal: Option<DecimalMark>,
    today: NaiveDate,
) -> Result<(Understood, Plan), Vec<Refusal>> {
    let one = |refusal: Refusal| vec![refusal];
    let decoded = decode::decode(bytes).map_err(|why| vec![Refusal::sheet(why)])?;
    let grid = grid::Grid::read(&decoded.text).map_err(one)?;
    knowledge.order = period::order(grid.rows.iter().flatten().map(String::as_str));
    let layout = layout::find(&grid, knowledge)?;
    let facts = facts::read(&grid, &layout, knowledge, decimal, today).map_err(one)?;
    let is_whole = |value: f64| value.abs() > 1.0;
    let known_as_shares = !kept.known.is_empty() && !kept.known.values().filter_map(|known| known.value).any(is_whole);
    if knowledge.indicator.unit.kind == UnitKind::Percent && facts.look_like_shares_of_one() && !known_as_shares {
        let why = "Every figure lies between 0 and 1, but the indicator counts percent. Format the cells as percent in the spreadsheet, then export again.";
        return Err(one(Refusal::sheet(why)));
    }
    let mut plan = merge(&facts.facts, kept);
    plan.refused.extend(facts.refused.iter().cloned());
    plan.refused.sort();
    Ok((Understood { encoding: decoded.encoding, grid, layout, facts }, plan))
}

fn indicator<'f>(feed: &'f Feed, id: &str) -> Result<&'f Indicator, String> {
    let found = feed.indicators.iter().find(|indicator| indicator.id.as_str() == id);
    found.ok_or_else(|| {
        let alike = |known: &str| strsim::normalized_damerau_levenshtein(id, known);
        let ids = feed.indicators.iter().map(|indicator| indicator.id.as_str());
        let nearest = ids.max_by(|a, b| alike(a).total_cmp(&alike(b)));
        let meant = nearest.map_or(String::new(), |nearest| format!(" The nearest is {}.", quoted(nearest)));
        format!("The feed has no indicator {}.{meant}", quoted(id))
    })
}

/// The file that holds the figures of an indicator.
struct Place {
    file: SourceFile,
    is_table: bool,
}

impl Place {
    fn of(source: &FeedSource, indicator: &str) -> Result<Self, String> {
        let (file, is_table) = match source {
            FeedSource::File(file) => (file.clone(), false),
            FeedSource::Folder(files) => {
                let mine = |file: &&SourceFile| {
                    let name = file.path.strip_prefix("series/").and_then(|rest| rest.rsplit('/').next());
                    name.and_then(|name| name.strip_suffix(".csv")) == Some(indicator)
                };
                let new = || SourceFile::new(format!("series/{indicator}.csv"), "");
                (files.iter().find(mine).cloned().unwrap_or_else(new), true)
            }
        };
        match std::str::from_utf8(&file.bytes) {
            Ok(_) => Ok(Self { file, is_table }),
            Err(_) => Err(format!("{} is not saved as UTF-8. Run `commonweal check` first.", file.path)),
        }
    }

    fn text(&self) -> &str {
        std::str::from_utf8(&self.file.bytes).unwrap_or_default()
    }

    fn kept(&self, indicator: &str) -> Kept {
        if self.is_table { table::read(self.text()) } else { single::read(self.text(), indicator) }
    }

    /// The file with the changes of a plan; byte for byte the same if there are none.
    fn changed(&self, indicator: &str, plan: &Plan) -> Result<SourceFile, String> {
        if plan.edits.is_empty() {
            return Ok(self.file.clone());
        }
        let text = match self.is_table {
            true => table::write(self.text(), &plan.edits),
            false => single::write(self.text(), indicator, &plan.edits),
        };
        let text = text.ok_or_else(|| {
            format!("The figures in {} cannot be read. Run `commonweal check` first.", self.file.path)
        })?;
        Ok(SourceFile::new(self.file.path.clone(), text))
    }
}

fn with_file(source: &FeedSource, file: &SourceFile) -> FeedSource {
    match source {
        FeedSource::File(_) => FeedSource::File(file.clone()),
        FeedSource::Folder(files) => {
            let mut files: Vec<SourceFile> = files.iter().filter(|other| other.path != file.path).cloned().collect();
            if !file.bytes.is_empty() {
                files.push(file.clone());
            }
            files.sort_by(|a, b| a.path.cmp(&b.path));
            FeedSource::Folder(files)
        }
    }
}

/// Errors that were not there before. A row that only moved brings no new one.
fn new_errors(before: &[Finding], after: Vec<Finding>) -> Vec<Finding> {
    let same = |a: &Finding, b: &Finding| a.rule == b.rule && a.place.path == b.place.path && a.message == b.message;
    after.into_iter().filter(|new| new.is_error() && !before.iter().any(|old| same(old, new))).collect()
}

/// Writes a file beside its place and moves it there, so that nobody ever reads half of it.
fn put(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let unwritable = |path: &Path, why: std::io::Error| format!("{} cannot be written: {why}.", path.display());
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(|why| unwritable(folder, why))?;
    }
    let mut beside = path.as_os_str().to_owned();
    beside.push("~");
    let beside = PathBuf::from(beside);
    fs::write(&beside, bytes).map_err(|why| unwritable(&beside, why))?;
    fs::rename(&beside, path).map_err(|why| unwritable(path, why))
}

#[cfg(test)]
mod tests;

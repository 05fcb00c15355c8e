//! `commonweal export pabulib`: a budget cycle and its proposals as a `.pb` file (pabulib.org/format).
//!
//! The form asks for three sections. Ballots are not in a feed, so VOTES has its head and no lines. What the form has no
//! place for, and what it asks for and the feed does not say, is told; nothing is made up.

use std::fs;
use std::path::PathBuf;

use crate::cli::import::pabulib::terms::{
    META, OBLIGATORY, PROJECT, PROJECTS, SCHEME, kept, of_fields, rank, still_says, vote,
};
use crate::cli::import::pabulib::{nameless, written_date};
use crate::cli::{CLEAN, FINDINGS, FeedArguments, check, load, save};
use crate::feed::records::Identifier;
use crate::feed::records::budget::{BudgetCycle, BudgetProposal, ProposalStage, VoteType};
use crate::feed::{Feed, Text, read};
use crate::sorted::sort_by;

#[derive(clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    feed: FeedArguments,
    /// The budget cycle's id
    #[arg(long, value_name = "ID")]
    cycle: String,
    /// The file to write: a new one; "-" for standard output
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

pub(super) fn run(arguments: &Arguments) -> Result<u8, String> {
    let path = arguments.feed.path()?;
    let source = load::load(&path)?;
    let reading = read(&source, arguments.feed.today());
    let Some(feed) = reading.feed else {
        for finding in reading.findings.iter().filter(|finding| finding.is_error()) {
            crate::cli::out(&save::briefly(finding));
        }
        eprintln!("Nothing was written: the feed has errors.");
        return Ok(FINDINGS);
    };
    let Some(cycle) = feed.budget_cycles.iter().find(|cycle| cycle.id.as_str() == arguments.cycle) else {
        let known: Vec<&str> = feed.budget_cycles.iter().map(|cycle| cycle.id.as_str()).collect();
        let known = if known.is_empty() { "the feed has none".to_owned() } else { known.join(", ") };
        return Err(format!("There is no budget cycle {}. There are: {known}.", check::visible(&arguments.cycle)));
    };
    let made = made(&feed, cycle)?;
    let out = &arguments.out;
    if out.as_os_str() == "-" {
        crate::cli::out(&String::from_utf8_lossy(&made.bytes));
    } else {
        // The same bytes again are no work of a person that would be lost.
        if out.exists() && fs::read(out).ok().as_deref() != Some(&made.bytes) {
            return Err(format!("{} is already there, so nothing was written. Name a new file.", out.display()));
        }
        save::save(out, &made.bytes)?;
        eprintln!("{} with {} projects was written to {}", cycle.id, made.projects, out.display());
    }
    for note in &made.notes {
        eprintln!("{note}");
    }
    Ok(CLEAN)
}

/// A file, and what is to be said of it.
struct Made {
    bytes: Vec<u8>,
    projects: usize,
    notes: Vec<String>,
}

fn made(feed: &Feed, cycle: &BudgetCycle) -> Result<Made, String> {
    if cycle.vote_type == VoteType::NoVote {
        return Err(format!("In {} nobody votes, and the form is about votes. Nothing was written.", cycle.id));
    }
    let locale = feed.coalition.default_locale.as_str();
    let language = kept(&cycle.identifiers, "language").map_or_else(|| locale.to_owned(), str::to_lowercase);
    let say = |text: &Text| text.in_language(&language, locale).0.to_owned();
    let all = feed.budget_proposals.iter().filter(|proposal| proposal.cycle == cycle.id);
    let (mut projects, rest): (Vec<&BudgetProposal>, Vec<_>) = all.partition(|proposal| proposal.stage.was_on_ballot());
    // As people count: 9 before 10. Other names in the order of the records, which is that of a later import.
    let number = |proposal: &BudgetProposal| project_id(proposal).parse::<u64>().unwrap_or(u64::MAX);
    sort_by(&mut projects, |a, b| number(a).cmp(&number(b)).then_with(|| a.id.cmp(&b.id)));
    let mut notes = Vec::new();
    if !rest.is_empty() {
        notes.push(format!("Left out: {} proposals that were not on the ballot.", rest.len()));
    }
    let mut rows = vec![vec!["META".to_owned()], vec!["key".to_owned(), "value".to_owned()]];
    let meta = meta(feed, cycle, projects.len(), &say);
    let missing: Vec<&str> = OBLIGATORY.into_iter().filter(|key| !meta.iter().any(|(known, _)| known == key)).collect();
    if !missing.is_empty() {
        notes.push(format!(
            "The form also asks for {}, which the feed does not say. An identifier of the cycle with the scheme \
             \"{SCHEME}country\" and so on keeps it.",
            missing.join(", ")
        ));
    }
    rows.extend(meta.into_iter().map(|(key, value)| vec![key, value]));
    rows.push(vec!["PROJECTS".to_owned()]);
    rows.extend(table(&projects, &say, &mut notes));
    rows.push(vec!["VOTES".to_owned()]);
    let points = matches!(cycle.vote_type, VoteType::Cumulative | VoteType::Scoring);
    let head = ["voter_id", "vote", "points"];
    rows.push(head.iter().take(if points { 3 } else { 2 }).map(|name| (*name).to_owned()).collect());
    notes.push("VOTES has no lines: a feed holds no ballots. num_votes says how many there were.".to_owned());
    Ok(Made { bytes: bytes(&rows)?, projects: projects.len(), notes })
}

/// META: what was kept of an imported file where it still says what the fields say, else what the fields say.
fn meta(feed: &Feed, cycle: &BudgetCycle, projects: usize, say: &impl Fn(&Text) -> String) -> Vec<(String, String)> {
    let mut keys: Vec<&str> = META.to_vec();
    let mut own: Vec<&str> = names(&cycle.identifiers).filter(|name| !META.contains(name)).collect();
    sort_by(&mut own, Ord::cmp);
    keys.extend(own);
    let value = |key: &str| match key {
        "description" => Some(say(&cycle.title)),
        "num_projects" => Some(projects.to_string()),
        "num_votes" => cycle.ballots.map(|ballots| ballots.to_string()),
        _ => kept(&cycle.identifiers, key)
            .filter(|value| still_says(cycle, key, value))
            .map(str::to_owned)
            .or_else(|| of_fields(cycle, key))
            .or_else(|| elsewhere(feed, cycle, key, say)),
    };
    keys.into_iter().filter_map(|key| Some((key.to_owned(), value(key)?))).collect()
}

/// For a budget that was never a file: its place, and the year of its vote.
fn elsewhere(feed: &Feed, cycle: &BudgetCycle, key: &str, say: &impl Fn(&Text) -> String) -> Option<String> {
    match key {
        "unit" => {
            let place = cycle.geographies.first().unwrap_or(&feed.coalition.geography);
            feed.geographies.iter().find(|known| known.id == *place).map(|place| say(&place.name))
        }
        "instance" => vote(cycle)
            .map(|phase| written_date(phase.from))
            .map(|day| day.rsplit('.').next().map_or_else(String::new, str::to_owned)),
        _ => None,
    }
}

/// The names under which something of a file is kept.
fn names(identifiers: &[Identifier]) -> impl Iterator<Item = &str> {
    identifiers.iter().filter(|one| one.scheme != PROJECT).filter_map(|one| one.scheme.strip_prefix(SCHEME))
}

fn project_id(proposal: &BudgetProposal) -> &str {
    let known = proposal.identifiers.iter().find(|one| one.scheme == PROJECT);
    known.map_or(proposal.id.as_str(), |one| one.value.as_str())
}

/// PROJECTS: the head and a row for each. A column that would be empty is left out; the form asks for the first two.
fn table(projects: &[&BudgetProposal], say: &impl Fn(&Text) -> String, notes: &mut Vec<String>) -> Vec<Vec<String>> {
    let mut columns: Vec<&str> = PROJECTS.to_vec();
    let mut own: Vec<&str> =
        projects.iter().flat_map(|one| names(&one.identifiers)).filter(|name| !PROJECTS.contains(name)).collect();
    sort_by(&mut own, Ord::cmp);
    own.dedup();
    columns.extend(own);
    let without_cost = projects.iter().filter(|project| project.cost_estimated.is_none()).count();
    if without_cost > 0 {
        notes.push(format!("The form asks for the cost of every project; {without_cost} have none."));
    }
    let commas = |texts: &[Text]| texts.iter().any(|text| say(text).contains(','));
    if projects.iter().any(|project| commas(&project.categories) || commas(&project.serves)) {
        notes.push("A comma parts categories in the form; commas inside a category became blanks.".to_owned());
    }
    let columns: Vec<&str> = columns
        .into_iter()
        .filter(|name| rank(&PROJECTS, name) < 2 || projects.iter().any(|project| !cell(project, name, say).is_empty()))
        .collect();
    let head = columns.iter().map(|name| (*name).to_owned()).collect();
    let row = |project: &&BudgetProposal| columns.iter().map(|name| cell(project, name, say)).collect();
    std::iter::once(head).chain(projects.iter().map(row)).collect()
}

fn cell(project: &BudgetProposal, column: &str, say: &impl Fn(&Text) -> String) -> String {
    let list = |texts: &[Text]| {
        let words: Vec<String> = texts.iter().map(|text| say(text).replace(',', " ")).collect();
        words.join(",")
    };
    let number = |value: Option<f64>| value.map_or_else(String::new, |value| value.to_string());
    let own = |name: &str| kept(&project.identifiers, name).unwrap_or_default().to_owned();
    match column {
        "project_id" => project_id(project).to_owned(),
        "cost" => number(project.cost_estimated),
        "votes" => project.votes.map_or_else(String::new, |votes| votes.to_string()),
        "score" => number(project.score),
        "name" => Some(say(&project.title)).filter(|name| *name != nameless(project_id(project))).unwrap_or_default(),
        "category" => list(&project.categories),
        "target" => list(&project.serves),
        "selected" => match project.stage {
            ProposalStage::NotFunded => "0".to_owned(),
            stage if stage.is_chosen() => {
                let other = own("selected");
                if other.is_empty() || other == "0" { "1".to_owned() } else { other }
            }
            _ => String::new(),
        },
        "description" => project.plain_summary.as_ref().map_or_else(|| own(column), say),
        "latitude" => number(project.location.as_ref().map(|point| point.latitude)),
        "longitude" => number(project.location.as_ref().map(|point| point.longitude)),
        _ => own(column),
    }
}

fn bytes(rows: &[Vec<String>]) -> Result<Vec<u8>, String> {
    let unwritable = |why: String| format!("The file cannot be written: {why}.");
    let mut table = csv::WriterBuilder::new().delimiter(b';').flexible(true).from_writer(Vec::new());
    for row in rows {
        table.write_record(row).map_err(|why| unwritable(why.to_string()))?;
    }
    table.into_inner().map_err(|why| unwritable(why.to_string()))
}

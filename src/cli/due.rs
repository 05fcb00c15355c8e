//! `commonweal due`: what somebody has to do soon, by who answers for it. Its output can be pasted into a mail.

mod items;
mod print;
mod together;

use chrono::{Days, NaiveDate};
use clap::ValueEnum;

use super::{CLEAN, FINDINGS, FeedArguments, check, load};
use crate::feed::{Summary, read};
use items::items;

#[derive(clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    feed: FeedArguments,
    /// How many days to look ahead
    #[arg(long, value_name = "DAYS", default_value_t = 30)]
    within: u32,
    /// How the list is printed
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Plain text, for a terminal or a mail
    Human,
    /// Headings and lists, for an issue or a chat
    Markdown,
    /// For programs: one object, versioned
    Json,
}

pub(super) fn run(arguments: &Arguments) -> Result<u8, String> {
    let path = arguments.feed.path()?;
    let source = load::load(&path)?;
    let today = arguments.feed.today();
    let reading = read(&source, today);
    let Some(feed) = reading.feed else {
        eprintln!("{}", check::total(&Summary::of(&reading.findings), &path));
        eprintln!("nothing is listed while the feed has errors: commonweal check says where");
        return Ok(FINDINGS);
    };
    let until = today.checked_add_days(Days::new(u64::from(arguments.within))).unwrap_or(NaiveDate::MAX);
    let list = items(&feed, today, until).by_owner(&feed);
    super::out(&match arguments.format {
        Format::Human => print::human(&list, &source, today),
        Format::Markdown => print::markdown(&list, &source, today),
        Format::Json => print::json(&list, &source, today, arguments.within)?,
    });
    // What several answer for stands under each of them, and is one thing.
    let mut all: Vec<_> = list.iter().flat_map(|owner| &owner.items).collect();
    crate::sorted::sort_by(&mut all, |a, b| a.place().cmp(&b.place()));
    all.dedup_by(|a, b| a.place() == b.place());
    let items = all.len();
    let late = all.iter().filter(|item| item.due < today).count();
    eprintln!("{items} due until {until}, {late} of them overdue, in {}", path.display());
    Ok(CLEAN)
}

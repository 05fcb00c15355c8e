//! META to a budget cycle.

use super::file::{Cell, File, Note};
use super::terms::{self, META, OBLIGATORY, SCHEME, is_single, of_fields, rank, rule, same, still_says, vote_type};
use super::values::{count, date, number, text};
use super::{Voice, ids};
use crate::feed::date::Date;
use crate::feed::finding::quoted;
use crate::feed::id::{BudgetCycleId, GeographyId};
use crate::feed::record::OneOrMore;
use crate::feed::records::Identifier;
use crate::feed::records::budget::{BudgetCycle, BudgetPhase, PhaseKind, VoteType};
use crate::feed::records::indicator::CurrencyCode;

/// What a file is about, from which its id is made.
const NAMING: [&str; 3] = ["unit", "instance", "subunit"];

/// What the person who imports has said, and what the feed knows.
pub(super) struct Given<'g> {
    pub(super) currency: Option<&'g CurrencyCode>,
    pub(super) places: &'g [(String, GeographyId)],
}

/// Makes a cycle. What does not fit goes to the file's notes.
///
/// # Errors
/// A sentence if something is missing without which there is no cycle.
pub(super) fn cycle(file: &mut File, given: &Given<'_>, voice: &Voice) -> Result<BudgetCycle, String> {
    for key in OBLIGATORY {
        if file.meta(key).is_none() {
            file.notes.push(Note {
                line: 1,
                column: None,
                reason: format!("META has no {key}, which the form asks for"),
            });
        }
    }
    let name: Vec<String> = NAMING.iter().filter_map(|key| file.meta(key)).map(|cell| cell.text.clone()).collect();
    let broken = || "META has neither unit nor instance, so the budget cycle has no name. Write them.".to_owned();
    let id = BudgetCycleId::new(ids::Ids::default().take("pb", &name.join(" "))).ok_or_else(broken)?;
    let word = required(file, "vote_type", "Write one of approval, ordinal, cumulative, scoring, choose-1.")?;
    let vote = vote_type(&word.text).ok_or_else(|| {
        format!(
            "{}: vote_type {} is not known. Write one of approval, ordinal, cumulative, scoring, choose-1.",
            at(&word),
            quoted(&word.text)
        )
    })?;
    let budget = required(file, "budget", "Write how much money there is, such as 2500.")?;
    let money = number(&budget.text, false).map_err(|why| format!("{}: the budget {why}.", at(&budget)))?;
    let spend = file.meta("max_sum_cost").and_then(|cell| number(&cell.text, false).ok());
    let single = is_single(&word.text);
    let vote_type =
        if vote == VoteType::Approval && !single && spend == Some(money) { VoteType::Knapsack } else { vote };
    let max_choices = good(file, "max_length", count).or(single.then_some(1));
    let title = match file.meta("description").cloned().and_then(|cell| clean(file, "description", &cell)) {
        Some(title) => voice.say(title),
        None if name.is_empty() => return Err(broken()),
        None => name.join(" ").into(),
    };
    let mut cycle = BudgetCycle {
        id,
        title,
        plain_summary: None,
        money,
        currency: currency(file, given)?,
        phases: phases(file)?,
        vote_type,
        max_choices,
        allocation_rule: file.meta("rule").map_or(terms::rule("unknown"), |cell| rule(&cell.text)),
        eligible: None,
        ballots: ballots(file),
        extra_funding_note: None,
        geographies: place(file, given),
        decided_by: None,
        engagement: None,
        identifiers: Vec::new(),
    };
    // What the ballot is decides how a longest length is written, so it is kept first.
    keep(file, &mut cycle, |key| key == "vote_type");
    keep(file, &mut cycle, |key| key != "vote_type");
    crate::sorted::sort_by(&mut cycle.identifiers, |a, b| {
        let name = |one: &Identifier| one.scheme.trim_start_matches(SCHEME).to_owned();
        rank(&META, &name(a)).cmp(&rank(&META, &name(b))).then_with(|| a.scheme.cmp(&b.scheme))
    });
    Ok(cycle)
}

/// The place of a value in a sentence.
fn at(cell: &Cell) -> String {
    format!("Line {}, column {}", cell.line, cell.column)
}

fn required(file: &File, key: &str, fix: &str) -> Result<Cell, String> {
    file.meta(key).cloned().ok_or_else(|| format!("META has no {key}. {fix}"))
}

/// A value that a record can do without.
fn good<T>(file: &mut File, key: &str, read: impl Fn(&str) -> Result<T, String>) -> Option<T> {
    let cell = file.meta(key)?.clone();
    match read(&cell.text) {
        Ok(value) => Some(value),
        Err(why) => {
            note(file, key, &cell, why);
            None
        }
    }
}

fn note(file: &mut File, key: &str, cell: &Cell, reason: impl Into<String>) {
    let column = Some((cell.column, key.to_owned()));
    file.notes.push(Note { line: cell.line, column, reason: reason.into() });
}

/// A text of META, as a feed may have it.
fn clean(file: &mut File, key: &str, cell: &Cell) -> Option<String> {
    let (clean, changes) = text(&cell.text);
    for change in changes {
        note(file, key, cell, change);
    }
    clean
}

fn currency(file: &mut File, given: &Given<'_>) -> Result<CurrencyCode, String> {
    if let Some(cell) = file.meta("currency").cloned() {
        let code = CurrencyCode::new(&cell.text.to_uppercase())
            .ok_or_else(|| format!("{}: {} is not a currency such as EUR or PLN.", at(&cell), quoted(&cell.text)))?;
        if code.as_str() != cell.text {
            note(file, "currency", &cell, "The code of a currency has capital letters: written so");
        }
        return Ok(code);
    }
    given.currency.cloned().ok_or_else(|| "META has no currency. Say which it is: --currency EUR.".to_owned())
}

/// The days of the vote. A file that has none may at least say in which year it was.
fn phases(file: &mut File) -> Result<OneOrMore<BudgetPhase>, String> {
    let begin = good(file, "date_begin", date);
    let end = good(file, "date_end", date);
    let year = || file.meta("instance").and_then(|cell| Date::parse(&cell.text).ok());
    let Some(from) = begin.or(end).or_else(year) else {
        return Err("Nobody says when the vote was: META has no date_begin that can be read. Write a day such as \
                    16.09.2023, or a year."
            .to_owned());
    };
    let to = end.filter(|to| to.last() >= from.first());
    if let (Some(cell), true) = (file.meta("date_end").cloned(), to.is_none() && end.is_some()) {
        note(file, "date_end", &cell, "The vote ends before it begins: the end is left out");
    }
    let phase = BudgetPhase { kind: PhaseKind::Vote, from, to };
    OneOrMore::new(vec![phase]).ok_or_else(|| "The cycle has no phase.".to_owned())
}

/// How many ballots there are: those that are in the file, or as many as it says if they were left out.
fn ballots(file: &mut File) -> Option<u32> {
    let said = good(file, "num_votes", count);
    let counted = file.votes.ballots;
    let cell = file.meta("num_votes").cloned();
    match (said, cell) {
        (said, _) if counted == 0 => said,
        (Some(said), Some(cell)) if said != counted => {
            let reason = format!("num_votes is {said}, but VOTES has {counted} lines: the lines count");
            note(file, "num_votes", &cell, reason);
            Some(counted)
        }
        _ => Some(counted),
    }
}

/// The place of the feed that has the name of the part of town, or else of the town.
fn place(file: &File, given: &Given<'_>) -> Vec<GeographyId> {
    let named = |key: &str| {
        let name = crate::words::fold(&file.meta(key)?.text);
        let mut found = given.places.iter().filter(|(known, _)| crate::words::fold(known) == name);
        // Two places of one name: nobody knows which is meant.
        found.next().filter(|_| found.next().is_none()).map(|(_, id)| id.clone())
    };
    let part = file.meta("subunit").is_some();
    named("subunit").or_else(|| if part { None } else { named("unit") }).into_iter().collect()
}

/// Puts into the identifiers what the fields do not say.
fn keep(file: &mut File, cycle: &mut BudgetCycle, which: impl Fn(&str) -> bool) {
    for (key, cell) in file.meta.clone() {
        let said = of_fields(cycle, &key).is_some_and(|said| same(&said, &cell.text));
        if cell.text.is_empty() || !which(&key) || said || !still_says(cycle, &key, &cell.text) {
            continue;
        }
        let scheme = format!("{SCHEME}{key}");
        if text(&scheme).0.as_deref() != Some(&scheme) {
            note(file, &key, &cell, "A key with invisible characters or an address");
        } else if let Some(value) = clean(file, &key, &cell) {
            cycle.identifiers.push(Identifier { scheme, value });
        }
    }
}

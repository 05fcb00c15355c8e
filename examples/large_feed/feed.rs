//! The whole feed, file by file.

mod chance;
mod figures;
mod frame;
mod people;
mod together;
mod words;

use std::fmt::Write as _;
use std::io;

use serde_json::{Value, json};

use words::{GOALS, PLACES, Said};

/// How large a feed is to be.
pub struct Size {
    pub partners: usize,
    pub activities: usize,
    pub indicators: usize,
    pub periods: usize,
    pub groups: usize,
}

/// Takes each file as it is made: its path, and its text.
pub type Put<'p> = dyn FnMut(&str, &str) -> io::Result<()> + 'p;

/// Most groups of the dimension: bands of two years.
const MOST_GROUPS: usize = 50;
/// Most live indicators of the population for each goal. The check warns of more than fifteen.
const FOR_EACH_GOAL: usize = 14;

/// What all files are made from.
pub struct Plan {
    pub seed: u64,
    pub partners: usize,
    pub activities: usize,
    pub goals: usize,
    /// Indicators that speak of the population; the others measure activities.
    pub population: usize,
    pub indicators: usize,
    pub periods: usize,
    pub groups: usize,
}

/// Makes the feed. The smallest has one of everything.
///
/// # Errors
/// What `put` returns.
pub fn write(size: &Size, seed: u64, put: &mut Put<'_>) -> io::Result<()> {
    let (indicators, activities) = (size.indicators.max(1), size.activities.max(1));
    let population = (indicators * 2 / 5).clamp(1, GOALS.len() * FOR_EACH_GOAL);
    let plan = Plan {
        seed,
        partners: size.partners.max(1),
        activities,
        goals: population.min(activities).min(GOALS.len()),
        population,
        indicators,
        periods: size.periods.max(1),
        groups: size.groups.min(MOST_GROUPS),
    };
    frame::write(&plan, put)?;
    people::write(&plan, put)?;
    figures::write(&plan, put)?;
    together::write(&plan, put)
}

impl Plan {
    pub fn partner(&self, number: usize) -> String {
        format!("p{:03}", number % self.partners)
    }

    pub fn activity(&self, number: usize) -> String {
        format!("a{:04}", number % self.activities)
    }

    pub fn goal(&self, number: usize) -> String {
        format!("goal-{:02}", number % self.goals)
    }
}

/// Writes a record as the written form has it.
fn record(put: &mut Put<'_>, list: &str, id: &str, record: &Value) -> io::Result<()> {
    put(&format!("{list}/{id}.json"), &format!("{record:#}\n"))
}

/// A text in both languages, the first letter of each a capital.
fn text(english: &str, spanish: &str) -> Value {
    json!({"en": capital(english), "es": capital(spanish)})
}

fn said((english, spanish): Said) -> Value {
    text(english, spanish)
}

/// Two sentences, one after the other.
fn sentences(first: (&str, &str), second: (&str, &str)) -> Value {
    text(&format!("{} {}", first.0, second.0), &format!("{} {}", first.1, second.1))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

/// Puts `with` where `~` stands, in both languages.
fn filled((english, spanish): Said, with: Said) -> Value {
    text(&english.replace('~', with.0), &spanish.replace('~', with.1))
}

/// A place, by number; their ids count up.
fn place(number: usize) -> &'static str {
    PLACES[number % PLACES.len()]
}

fn place_id(number: usize) -> String {
    format!("place-{:02}", number % PLACES.len())
}

/// Which round of a list a number is in, as it is said after a name; nothing in the first.
fn round(number: usize, of: usize) -> (String, String) {
    let (mut english, mut spanish) = (String::new(), String::new());
    if number >= of {
        let _ = write!(english, ", round {}", number / of + 1);
        let _ = write!(spanish, ", ronda {}", number / of + 1);
    }
    (english, spanish)
}

/// The number at a place of a list in which neighbours are unlike each other. Each number below `of` comes once.
fn spread(at: usize, of: usize) -> usize {
    /// A prime that divides the length of none of the lists.
    const STEP: usize = 7919;
    at % of * STEP % of
}

//! What can be found on the site of a feed: every record that has a page or a place on one, and the pages themselves.
//!
//! Only what pages show goes in: no contacts, no quotes, nothing that is not shown yet or any more.

use std::collections::BTreeSet;

use super::entry::{Entry, KINDS};
use super::fold::each_word;
use super::pages::pages;
use crate::feed::Text;
use crate::feed::id::GeographyId;
use crate::present::record::{href, name};
use crate::present::{Context, Phrase, budgets, events, news, partners, place, take_part};
use crate::routes::Page;
use crate::sorted::sort_by_key;
use crate::words::{fold, say};

/// Most other words of one entry, the most telling first: texts are found by how they begin.
const MOST_WORDS: usize = 32;
/// Most other words of all entries together, as far as each has at least [`FEWEST_WORDS`]: a reader waits for the file.
const ALL_WORDS: usize = 60_000;
const FEWEST_WORDS: usize = 8;
/// Longest context, in characters. What is longer is cut between words.
const LONGEST_CONTEXT: usize = 90;

/// Everything that can be found, in the page's language: by kind, then by title.
pub fn entries(context: &Context<'_>) -> Vec<Entry> {
    let feed = context.feed;
    let mut found = Found { context, entries: Vec::new() };
    for goal in &feed.goals {
        found.add(goal.id.as_str(), &goal.title, &[], context.text(&goal.plain_summary), goal.theme.as_ref());
    }
    for one in &feed.indicators {
        let goals = one.goals.iter().map(|id| id.as_str()).chain(one.activity.iter().map(|id| id.as_str()));
        let texts = [Some(&one.plain_summary), one.phrase.as_ref(), one.unit.name.as_ref()].into_iter().flatten();
        found.add(one.id.as_str(), &one.title, &[], names(context, goals), texts);
    }
    for one in &feed.activities {
        let lead = name(context, one.lead.as_str()).unwrap_or_default();
        let places = place_names(context, &one.geographies);
        let locations = one.locations.iter().map(|location| &location.text);
        let serves = one.serves.iter().map(|serves| &serves.population);
        let texts = std::iter::once(&one.plain_summary).chain(serves).chain(locations);
        found.add(one.id.as_str(), &one.title, &places, lead, texts);
    }
    for one in &feed.partners {
        let places = place_names(context, &one.geographies);
        let kind = partners::kind(context, one.kind);
        found.add(one.id.as_str(), &one.name, &places, kind.into(), [&one.plain_summary]);
    }
    for one in &feed.geographies {
        let parent = one.parent.iter().filter_map(|id| context.feed.geography(id)).map(|parent| &parent.name);
        found.add(one.id.as_str(), &one.name, &[], place::kind(context, one.kind).into(), parent);
    }
    together(&mut found);
    money(&mut found);
    told(&mut found);
    for one in &feed.strategies {
        let goals = names(context, one.goals.iter().map(|id| id.as_str()));
        found.add(one.id.as_str(), &one.title, &[], goals, [&one.plain_summary]);
    }
    for one in &feed.workgroups {
        let members = one.members.iter().filter_map(|member| Some(name(context, member.partner.as_str())?.text));
        found.add(one.id.as_str(), &one.title, &members.collect::<Vec<_>>(), context.text(&one.purpose), []);
    }
    for one in &feed.terms {
        let short: Vec<String> = one.acronym.iter().cloned().collect();
        found.add(one.id.as_str(), &one.term, &short, context.text(&one.definition), [&one.definition]);
    }
    let mut entries = found.entries;
    entries.extend(pages(context));
    let most = (ALL_WORDS / entries.len().max(1)).max(FEWEST_WORDS);
    for entry in entries.iter_mut().filter(|_| most < MOST_WORDS) {
        let words: Vec<&str> = entry.words.split(' ').take(most).collect();
        entry.words = words.join(" ");
    }
    let rank = |kind| KINDS.iter().position(|known| *known == kind);
    sort_by_key(&mut entries, |entry| (rank(entry.kind), fold(&entry.title.text), entry.path.clone()));
    entries
}

/// What residents are asked, what they said, what is needed and what was promised.
fn together(found: &mut Found<'_, '_>) {
    let context = found.context;
    let feed = context.feed;
    for one in &feed.engagements {
        let places = place_names(context, &one.geographies);
        found.add(one.id.as_str(), &one.title, &places, context.text(&one.question), [&one.plain_summary]);
    }
    for one in &feed.feedback {
        let places = place_names(context, &one.geographies);
        let answer = one.response.iter().map(|response| &response.we_did);
        let theme = one.theme.as_ref().map(|theme| context.text(theme)).unwrap_or_default();
        found.add(one.id.as_str(), &one.you_said, &places, theme, answer);
    }
    for item in take_part::needs(context) {
        let Some(one) = feed.find(&item.id).and_then(|(_, at)| feed.needs.get(at)) else { continue };
        let places = place_names(context, &one.geographies);
        found.add(one.id.as_str(), &one.text, &places, item.kind.into(), []);
    }
    for one in &feed.commitments {
        let by = name(context, one.by.as_str()).unwrap_or_default();
        found.add(one.id.as_str(), &one.text, &place_names(context, &one.geographies), by, []);
    }
    for one in &feed.decisions {
        found.add(one.id.as_str(), &one.title, &[], context.text(&one.what), [&one.what, &one.reason]);
    }
}

/// Participatory budgets and what was proposed there.
fn money(found: &mut Found<'_, '_>) {
    let context = found.context;
    for one in &context.feed.budget_cycles {
        let places = place_names(context, &one.geographies);
        found.add(
            one.id.as_str(),
            &one.title,
            &places,
            budgets::stage_now(context, one).into(),
            one.plain_summary.as_ref(),
        );
    }
    for one in &context.feed.budget_proposals {
        let places = place_names(context, &one.geographies);
        let cycle = name(context, one.cycle.as_str()).unwrap_or_default();
        let texts = one.plain_summary.iter().chain(&one.categories).chain(&one.serves);
        found.add(one.id.as_str(), &one.title, &places, cycle, texts);
    }
}

/// Stories, news and dates.
fn told(found: &mut Found<'_, '_>) {
    let context = found.context;
    let feed = context.feed;
    for one in &feed.stories {
        let Some(indicator) = feed.indicator(&one.indicator) else { continue };
        let forces = one.contributing.iter().map(|one| &one.text).chain(one.restricting.iter().map(|one| &one.text));
        let texts = std::iter::once(&one.summary).chain(forces);
        found.add(one.id.as_str(), &indicator.title, &[], context.text(&one.summary), texts);
    }
    let published = feed.updates.iter().filter(|update| update.on.first() <= context.today);
    for one in published {
        let line =
            say!(context.words, "search-dated", kind = news::kind(context, one.kind), date = context.date(one.on));
        found.add(one.id.as_str(), &one.title, &[], line.into(), [&one.body]);
    }
    for one in &feed.events {
        let day = context.words.day(one.start.day());
        let line = say!(context.words, "search-dated", kind = events::kind(context, one.kind), date = day);
        let places = place_names(context, &one.geographies);
        let texts = one.plain_summary.iter().chain([&one.venue.text]);
        found.add(one.id.as_str(), &one.title, &places, line.into(), texts);
    }
}

/// The entries that are made.
struct Found<'c, 'f> {
    context: &'c Context<'f>,
    entries: Vec<Entry>,
}

impl Found<'_, '_> {
    /// Adds a record with its title; `more` and `texts` are what else it is found by, the most telling first. A record
    /// that no page shows is left out.
    fn add<'t>(
        &mut self,
        id: &str,
        title: &'t Text,
        more: &[String],
        about: Phrase,
        texts: impl IntoIterator<Item = &'t Text>,
    ) {
        let context = self.context;
        let (Some(kind), Some(href)) = (context.feed.kind_of(id), href(context, id)) else { return };
        let shown = context.text(title);
        let line = Phrase { text: cut(&about.text), lang: about.lang };
        let texts: Vec<&Text> = texts.into_iter().collect();
        // A title is known by its other languages as well: who looks for a name has it from anywhere.
        let titles = title.versions();
        let own = texts.iter().map(|text| context.text(text).text).collect::<Vec<_>>();
        let all = titles.chain(more.iter().map(String::as_str)).chain([about.text.as_str()]);
        let words = other_words(&shown.text, &line.text, all.chain(own.iter().map(String::as_str)));
        self.entries.push(Entry { kind: Some(kind), path: below(context, &href), title: shown, context: line, words });
    }
}

/// The words of these texts that are not in title and context, each once.
pub(super) fn other_words<'t>(title: &str, context: &str, texts: impl Iterator<Item = &'t str>) -> String {
    let mut seen = BTreeSet::new();
    for text in [title, context] {
        each_word(text, &mut |word| {
            seen.insert(word.to_owned());
        });
    }
    let mut found: Vec<String> = Vec::new();
    for text in texts {
        each_word(text, &mut |word| {
            // One letter says nothing.
            if found.len() < MOST_WORDS && word.chars().nth(1).is_some() && seen.insert(word.to_owned()) {
                found.push(word.to_owned());
            }
        });
    }
    found.join(" ")
}

/// A text as one line that is not too long.
pub(super) fn cut(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = text.char_indices().nth(LONGEST_CONTEXT) else { return text };
    let end = text[..end].rfind(' ').unwrap_or(end);
    format!("{}…", text[..end].trim_end_matches([',', ';', ':', '.', '،']))
}

/// An address of the site, below the first step of the language.
pub(super) fn below(context: &Context<'_>, href: &str) -> String {
    let home = context.href(&Page::Overview);
    href.strip_prefix(&home).unwrap_or(href).to_owned()
}

/// The names of records, as one text.
fn names<'i>(context: &Context<'_>, ids: impl Iterator<Item = &'i str>) -> Phrase {
    let names: Vec<Phrase> = ids.filter_map(|id| name(context, id)).collect();
    let lang = names.first().and_then(|name| name.lang.clone());
    let same: Vec<String> = names.into_iter().filter(|name| name.lang == lang).map(|name| name.text).collect();
    Phrase { text: same.join(" · "), lang }
}

/// The names of places.
fn place_names(context: &Context<'_>, ids: &[GeographyId]) -> Vec<String> {
    ids.iter().filter_map(|id| Some(name(context, id.as_str())?.text)).collect()
}

//! Promises and decisions: what was promised to whom and how it stands, what was decided and why.

use super::commitments::{Direction, PromiseLine, Standing, direction, line, put_in_order, standing, state};
use super::decisions::{DecisionItem, decisions};
use super::filters::{Facet, ListIndex};
use super::list::{Asked, List};
use super::{Context, Head};
use crate::feed::id::PublicOrParty;
use crate::feed::records::Commitment;
use crate::routes::Page;
use crate::sorted::sort_by_key;
use crate::words::{fold, say};

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct PromisesPage {
    pub head: Head,
    pub title: String,
    pub lead: String,
    /// Promises without any filter, counted by how they stand. `None`: nobody has written one down.
    pub promises: Option<Counted>,
    /// Said if there are no promises.
    pub none: Option<String>,
    pub decisions: Vec<DecisionItem>,
    /// Said if there are no decisions.
    pub no_decisions: Option<String>,
}

/// What stands around the list of promises; it does not change while filters do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// "14 promises: 5 kept, 2 kept in part, 1 broken and 6 on track."
    pub says: String,
    pub count: String,
    pub search_label: String,
}

/// Promises that stand alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromiseGroup {
    pub state: super::activity::State,
    /// How many there are.
    pub count: usize,
    /// What the word means, where it needs to be said.
    pub note: Option<String>,
    pub lines: Vec<PromiseLine>,
}

/// The page.
pub fn promises_page(context: &Context<'_>) -> PromisesPage {
    let words = context.words;
    let title = super::labels::label(context, super::labels::Label::Promises).text;
    let lead = say!(words, "promise-lead");
    let decided = decisions(context, &|_| true);
    let all = &context.feed.commitments;
    PromisesPage {
        head: context.head(&title, lead.clone()),
        promises: (!all.is_empty()).then(|| Counted {
            says: counted(context),
            count: {
                let n = all.len();
                context.counted(&Page::Promises, n, count(context, n))
            },
            search_label: say!(words, "promise-search"),
        }),
        none: all.is_empty().then(|| say!(words, "promise-none")),
        no_decisions: decided.is_empty().then(|| say!(words, "decision-none")),
        decisions: decided,
        title,
        lead,
    }
}

fn count(context: &Context<'_>, n: usize) -> String {
    say!(context.words, "promise-total", n = n)
}

/// All promises by how they stand: counts, and never a rate in which something is missing.
fn counted(context: &Context<'_>) -> String {
    let words = context.words;
    let order = [
        Standing::Kept,
        Standing::PartlyKept,
        Standing::Broken,
        Standing::Overdue,
        Standing::AtRisk,
        Standing::OnTrack,
        Standing::Promised,
        Standing::Withdrawn,
    ];
    let all = &context.feed.commitments;
    let parts = order.iter().filter_map(|wanted| {
        let n = all.iter().filter(|commitment| standing(context, commitment) == *wanted).count();
        (n > 0).then(|| say!(words, "promise-count", n = n, state = wanted.wire()))
    });
    let parts: Vec<String> = parts.collect();
    say!(words, "promise-counted", total = count(context, all.len()), parts = words.list(&parts))
}

/// What the promises are narrowed down by. By how they stand, what needs attention first.
pub fn promise_index(context: &Context<'_>) -> ListIndex {
    let mut records: Vec<&Commitment> = context.feed.commitments.iter().collect();
    put_in_order(context, &mut records);
    let order = records.iter().filter_map(|commitment| context.feed.place_of(*commitment)).collect();
    ListIndex::new(order, facets(context, &records))
}

/// The promises under a query: `q` (words), `state`, `direction`, `partner`. By how they stand, what needs attention
/// first.
pub fn promise_list(context: &Context<'_>, index: &ListIndex, asked: Asked<'_>) -> List<PromiseGroup> {
    let words = context.words;
    let total = index.len();
    let texts = |commitment: &Commitment| {
        let by = super::record::name(context, commitment.by.as_str()).unwrap_or_default().text;
        let texts = std::iter::once(&commitment.text).chain(&commitment.state_reason);
        texts.map(|text| context.plain(text)).chain([by]).collect()
    };
    let (filters, chosen) = index.narrow(context, &Page::Promises, asked, &context.feed.commitments, texts);
    let nothing = || context.nothing_matches(say!(words, "promise-no-match", n = total), &Page::Promises);
    let shown = context.listed(&Page::Promises, asked, &chosen, count(context, chosen.len()));
    let mut groups: Vec<(Standing, PromiseGroup)> = Vec::new();
    for (at, commitment) in chosen.iter().enumerate() {
        let found = standing(context, commitment);
        if groups.last().is_none_or(|(last, _)| *last != found) {
            let note = match found {
                Standing::Overdue => Some(say!(words, "promise-overdue-note")),
                _ => None,
            };
            groups.push((found, PromiseGroup { state: state(context, found), count: 0, note, lines: Vec::new() }));
        }
        if let Some((_, group)) = groups.last_mut() {
            group.count += 1;
            if shown.rows.contains(&at) {
                group.lines.push(line(context, commitment));
            }
        }
    }
    List {
        filters,
        paging: shown.paging,
        count: shown.count,
        empty: chosen.is_empty().then(nothing),
        rows: groups.into_iter().map(|(_, group)| group).filter(|group| !group.lines.is_empty()).collect(),
    }
}

fn facets<'a>(context: &Context<'a>, records: &[&'a Commitment]) -> Vec<Facet> {
    let (words, feed) = (context.words, context.feed);
    let used = |test: &dyn Fn(&Commitment) -> bool| feed.commitments.iter().any(test);
    let here = *context;
    let states = Standing::ALL.into_iter().filter(|known| used(&|one| standing(&here, one) == *known));
    let ways = Direction::ALL.into_iter().filter(|known| used(&|one| direction(&here, one) == *known));
    let mut parties: Vec<&'a str> = Vec::new();
    for id in feed.commitments.iter().flat_map(parties_of) {
        if !parties.contains(&id) {
            parties.push(id);
        }
    }
    let mut named: Vec<_> = parties.into_iter().filter_map(|id| Some((super::record::name(&here, id)?, id))).collect();
    sort_by_key(&mut named, |(name, _)| fold(&name.text));
    vec![
        Facet::new(
            "state",
            say!(words, "promise-filter-state"),
            states.map(|known| (state(&here, known).word.into(), known.wire())).collect(),
            &mut records.iter().map(|one| vec![standing(&here, one).wire()]),
        ),
        Facet::new(
            "direction",
            say!(words, "promise-filter-direction"),
            ways.map(|known| (direction_word(&here, known).into(), known.wire())).collect(),
            &mut records.iter().map(|one| vec![direction(&here, one).wire()]),
        ),
        Facet::new(
            "partner",
            say!(words, "promise-filter-partner"),
            named,
            &mut records.iter().map(|one| parties_of(one).collect()),
        ),
    ]
}

/// Who promised, and to whom, if not to all.
fn parties_of(commitment: &Commitment) -> impl Iterator<Item = &str> {
    let to = match &commitment.to {
        PublicOrParty::Public => None,
        PublicOrParty::Party(id) => Some(id.as_str()),
    };
    std::iter::once(commitment.by.as_str()).chain(to)
}

fn direction_word(context: &Context<'_>, direction: Direction) -> String {
    let words = context.words;
    say!(
        words,
        match direction {
            Direction::ToResidents => "promise-to-residents",
            Direction::FromResidents => "promise-from-residents",
            Direction::Between => "promise-between",
        }
    )
}

#[cfg(test)]
mod tests;

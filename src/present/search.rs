//! Search over everything on the site: typed words, found entries, the best first. All state is in the address.
//!
//! The build writes what can be found into a file for each language (`search/entry.rs`); the page makes an index of it
//! (`search/index.rs`) and asks that at every key press (`search/rank.rs`).

mod entry;
mod fold;
mod index;
mod kinds;
mod mark;
mod pages;
mod rank;
mod records;
mod typo;

use std::sync::Arc;

pub use entry::{Entry, written};
pub use index::Index;
pub use mark::Piece;
pub use records::entries;

use self::kinds::{kind, kinds, lists};
use self::rank::{Ranked, nearest, search};
use super::filters::{Filter, FilterOption};
use super::list::{Paging, TEXT, from_the_top};
use super::{Context, Head, Link, Phrase};
use crate::feed::id::Kind;
use crate::routes::{Page, Query};
use crate::words::say;

/// In the address: a kind of entries.
const KIND: &str = "kind";

/// Longest text that is searched, in characters.
const LONGEST: usize = 200;

/// What stands around the results; it does not change while somebody types.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchPage {
    pub head: Head,
    pub title: String,
    pub lead: String,
    pub label: String,
    /// Said where no script runs.
    pub without_script: String,
}

/// What the address asks for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// How many entries were found, or can be found.
    pub count: String,
    /// Said if no entry has all words, or none has any.
    pub note: Option<String>,
    /// The same search with words that are known.
    pub meant: Option<Link>,
    pub filters: Vec<Filter>,
    pub rows: Vec<Hit>,
    /// If these are not all that were found.
    pub paging: Option<Paging>,
    /// Where to look otherwise; while nothing is found.
    pub lists: Option<Lists>,
}

/// An entry that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub href: String,
    /// In pieces, to mark what was found.
    pub title: Vec<Piece>,
    /// The language of the title, if it is not the page's.
    pub lang: Option<String>,
    /// "Activity".
    pub kind: String,
    pub context: Phrase,
}

/// What there is, by kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lists {
    /// Said where something was looked for.
    pub title: Option<String>,
    /// The page that lists them, and how many there are.
    pub lines: Vec<(Link, String)>,
}

/// Searches what can be found. A function and not an index, so that programs without a search hold nothing of one.
pub type Finder = dyn Fn(&Context<'_>, &Query) -> Results + Send + Sync;

/// What searches an index.
pub fn finder(index: Index) -> Arc<Finder> {
    Arc::new(move |context, query| results(context, &index, query))
}

/// The page without its results.
pub fn search_page(context: &Context<'_>) -> SearchPage {
    let words = context.words;
    let (title, lead) = (say!(words, "search-title"), say!(words, "search-lead"));
    SearchPage {
        head: context.head(&title, lead.clone()),
        title,
        lead,
        label: say!(words, "search-label"),
        without_script: say!(words, "search-without-script"),
    }
}

/// The results under a query: `q` (words), `kind`, `page`.
pub fn results(context: &Context<'_>, index: &Index, query: &Query) -> Results {
    let words = context.words;
    let text: String = query.get(TEXT).unwrap_or_default().chars().take(LONGEST).collect();
    let found = search(index, &text, &say!(words, "search-small-words"));
    if found.typed.is_empty() {
        let count = say!(words, "search-everything", n = index.len());
        return Results { count, lists: Some(lists(context, index, None)), ..Results::default() };
    }
    let meant = meant(context, index, query, &found);
    if found.entries.is_empty() {
        return Results {
            count: say!(words, "search-found", n = 0),
            note: Some(say!(words, "search-none", text = text.trim())),
            meant,
            lists: Some(lists(context, index, Some(say!(words, "search-lists")))),
            ..Results::default()
        };
    }
    let asked = query.get(KIND);
    let entry = |at: &usize| &index.entries()[*at];
    let is_asked = |at: &usize| asked.is_none_or(|kind| entry::word(entry(at).kind) == kind);
    let chosen: Vec<usize> = found.entries.iter().copied().filter(is_asked).collect();
    let n = chosen.len();
    let shown = context.paged(&Page::Search, query, n, say!(words, "search-found", n = n));
    Results {
        count: shown.count,
        note: (!found.all).then(|| say!(words, "search-partly")),
        meant,
        filters: filter(context, index, query, &found).into_iter().collect(),
        rows: chosen[shown.rows].iter().map(|at| hit(context, entry(at), &found)).collect(),
        // What is meant stands among the first, or other words are typed: nobody looks through all.
        paging: shown.paging.map(|paging| Paging { all: None, elsewhere: None, ..paging }),
        lists: None,
    }
}

fn hit(context: &Context<'_>, entry: &Entry, found: &Ranked) -> Hit {
    Hit {
        href: format!("{}{}", context.href(&Page::Overview), entry.path),
        title: mark::marked(&entry.title.text, &found.typed),
        lang: entry.title.lang.clone(),
        kind: kind(context, entry.kind),
        context: entry.context.clone(),
    }
}

/// The kinds of what was found, if there are several; or if one was chosen, so that it can be left again.
fn filter(context: &Context<'_>, index: &Index, query: &Query, found: &Ranked) -> Option<Filter> {
    let asked = query.get(KIND).unwrap_or_default();
    let count = |kind: Option<Kind>| found.entries.iter().filter(|at| index.entries()[**at].kind == kind).count();
    let mut options = vec![(say!(context.words, "filter-all"), "", found.entries.len())];
    for kind in entry::KINDS {
        let (n, word) = (count(kind), entry::word(kind));
        if n > 0 || asked == word {
            options.push((kinds(context, kind), word, n));
        }
    }
    let query = from_the_top(query);
    let option = |(label, word, count): (String, &str, usize)| FilterOption {
        label: label.into(),
        href: context.href_with(&Page::Search, &query.with(KIND, word)),
        count,
        current: asked == word,
    };
    (options.len() > 2 || !asked.is_empty()).then(|| Filter {
        title: say!(context.words, "filter-kind"),
        options: options.into_iter().map(option).collect(),
    })
}

/// The search with the nearest known word in place of each that fits nothing; `None` if there is none near.
fn meant(context: &Context<'_>, index: &Index, query: &Query, found: &Ranked) -> Option<Link> {
    let mut changed = false;
    let words: Vec<&str> = (found.typed.iter())
        .map(|typed| match nearest(index, typed).filter(|_| !typed.fits) {
            Some(near) => {
                changed = true;
                near
            }
            None => typed.text.as_str(),
        })
        .collect();
    let text = words.join(" ");
    let href = context.typed_href(&Page::Search, query, &text);
    changed.then(|| Link { label: say!(context.words, "search-meant", text = text).into(), href })
}

#[cfg(test)]
mod tests;

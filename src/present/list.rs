//! Lists with search and filters, whose state is in the address.

use std::ops::Range;

use super::filters::Filter;
use super::{Context, Head, Link};
use crate::routes::{Page, Query};
use crate::words::say;

/// Most rows that a list shows at once. More take longer to draw than a key stays unnoticed, and nobody reads on.
pub const MOST_ROWS: usize = 100;

/// Most rows while somebody searches: they are drawn anew at every key, and that has to be done before the next one.
const MOST_FOUND: usize = 20;

/// In the address: what is searched; and the number of the page of a list, or `all`.
pub const TEXT: &str = "q";
const PAGE: &str = "page";
const ALL: &str = "all";
/// The heading above a list, which says how many rows there are: where a reader goes on on the next page.
pub const TOP: &str = "list-count";

/// What stands around a list; it does not change while filters do.
#[derive(Clone, Debug, PartialEq)]
pub struct ListPage {
    pub head: Head,
    pub title: String,
    pub lead: String,
    pub search_label: String,
    /// How many things there are without any filter, in words.
    pub count: String,
    /// The page whose list it is.
    pub page: Page,
    /// Pages that show the same in another way.
    pub see: Vec<Link>,
}

/// A list as the address asks for it.
#[derive(Clone, Debug, PartialEq)]
pub struct List<Row> {
    pub filters: Vec<Filter>,
    pub count: String,
    pub rows: Vec<Row>,
    pub empty: Option<Nothing>,
    /// If the rows are not all that were found.
    pub paging: Option<Paging>,
}

/// The ways through a long list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paging {
    pub label: String,
    /// Without a page before, or after, there is no link.
    pub previous: Option<Link>,
    pub next: Option<Link>,
    pub all: Option<Link>,
    /// Said where these are all that can be had: where the others are.
    pub elsewhere: Option<(String, Link)>,
}

/// One page of a list.
pub(super) struct Paged {
    /// Which of the rows it has.
    pub(super) rows: Range<usize>,
    /// How many rows there are, and which of them these are if they are not all.
    pub(super) count: String,
    pub(super) paging: Option<Paging>,
}

/// Said, with a way out, if nothing matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nothing {
    pub says: String,
    pub way_out: String,
    pub href: String,
}

impl Context<'_> {
    pub(super) fn list_page(&self, page: Page, title: String, lead: String, count: String) -> ListPage {
        let search_label = say!(self.words, "filter-search");
        ListPage { head: self.head(&title, lead.clone()), title, lead, search_label, count, page, see: Vec::new() }
    }

    /// The rows that the query asks for, of so many; `count` says how many these are.
    pub(super) fn paged(&self, page: &Page, query: &Query, n: usize, count: String) -> Paged {
        let rows = range(query, n);
        if rows.len() == n {
            return Paged { rows, count, paging: None };
        }
        let words = self.words;
        let at = rows.start / most(query) + 1;
        let link = |label: String, value: &str| Link {
            label: label.into(),
            href: format!("{}#{TOP}", self.href_with(page, &query.with(PAGE, value))),
        };
        let number = |at: usize| if at == 1 { String::new() } else { at.to_string() };
        let goals = Link { label: say!(words, "mine-choose-goals").into(), href: self.href(&Page::Overview) };
        let paging = Paging {
            label: say!(words, "list-pages"),
            previous: (at > 1).then(|| link(say!(words, "list-previous"), &number(at - 1))),
            next: (rows.end < n).then(|| link(say!(words, "list-next"), &number(at + 1))),
            all: Some(link(say!(words, "list-all", n = n), ALL)),
            elsewhere: Some((say!(words, "list-elsewhere", n = MOST_ROWS), goals)),
        };
        let count = say!(words, "list-shown", count = count, from = rows.start + 1, to = rows.end);
        Paged { rows, count, paging: Some(paging) }
    }

    /// The address of a page where this text is searched, in place of another one.
    pub fn typed_href(&self, page: &Page, query: &Query, text: &str) -> String {
        self.href_with(page, &from_the_top(query).with(TEXT, text.trim_start()))
    }

    /// Nothing of what there is matches: the way out takes the filters away.
    pub(super) fn nothing_matches(&self, says: String, page: &Page) -> Nothing {
        Nothing { says, way_out: say!(self.words, "filter-clear"), href: self.href(page) }
    }
}

/// Which of so many rows a query asks for. A number that no page has is the nearest that one has.
fn range(query: &Query, n: usize) -> Range<usize> {
    let wanted = query.get(PAGE).unwrap_or_default();
    if wanted == ALL {
        return 0..n;
    }
    let at = wanted.parse::<usize>().unwrap_or(1).clamp(1, n.div_ceil(most(query)).max(1));
    let start = (at - 1) * most(query);
    start..n.min(start + most(query))
}

/// How many rows a page of a list has.
fn most(query: &Query) -> usize {
    if query.get(TEXT).is_some() { MOST_FOUND } else { MOST_ROWS }
}

/// A query without the page of a list: of other rows there are other pages.
pub(super) fn from_the_top(query: &Query) -> Query {
    query.with(PAGE, "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::testing::Small;

    #[track_caller]
    fn check(query: &str, n: usize, rows: Range<usize>, says: &str, ways: [Option<&str>; 2]) {
        let small = Small::new(&[]);
        let context = small.context("en");
        let query = Query::parse(query);
        let shown = context.paged(&Page::Activities, &query, n, format!("{n} things"));
        assert_eq!((shown.rows, shown.count.as_str()), (rows, says));
        let found = shown.paging.map_or([None, None], |paging| [paging.previous, paging.next]);
        assert_eq!(found.map(|link| link.map(|link| link.href)), ways.map(|way| way.map(str::to_owned)));
    }

    #[test]
    fn a_short_list_has_no_pages() {
        check("", 0, 0..0, "0 things", [None, None]);
        check("", 100, 0..100, "100 things", [None, None]);
        check("page=7", 100, 0..100, "100 things", [None, None]);
    }

    #[test]
    fn a_long_list_has_pages_in_the_address() {
        let to = |query: &str| format!("/activities/{query}#list-count");
        let (first, second, third) = (to(""), to("?page=2"), to("?page=3"));
        check("", 250, 0..100, "250 things: 1 to 100 are shown", [None, Some(&second)]);
        check("page=2", 250, 100..200, "250 things: 101 to 200 are shown", [Some(&first), Some(&third)]);
        check("page=3", 250, 200..250, "250 things: 201 to 250 are shown", [Some(&second), None]);
        check("page=all", 250, 0..250, "250 things", [None, None]);
    }

    #[test]
    fn a_search_shows_fewer_rows() {
        let to = |query: &str| format!("/activities/{query}#list-count");
        check("q=a", 20, 0..20, "20 things", [None, None]);
        check("q=a", 21, 0..20, "21 things: 1 to 20 are shown", [None, Some(&to("?page=2&q=a"))]);
        check("q=a&page=2", 21, 20..21, "21 things: 21 to 21 are shown", [Some(&to("?q=a")), None]);
        check("q=a&page=all", 250, 0..250, "250 things", [None, None]);
    }

    #[test]
    fn a_page_that_is_none_is_the_nearest() {
        let to = |query: &str| format!("/activities/{query}#list-count");
        check("page=9", 101, 100..101, "101 things: 101 to 101 are shown", [Some(&to("")), None]);
        for query in ["page=0", "page=-1", "page=x", "page=99999999999999999999999"] {
            check(query, 101, 0..100, "101 things: 1 to 100 are shown", [None, Some(&to("?page=2"))]);
        }
    }
}

//! Lists with search and filters, whose state is in the address.

use std::ops::Range;

use super::filters::Filter;
use super::{Context, Head, Link};
use crate::feed::Record;
use crate::routes::{Page, Query};
use crate::words::say;

/// Most rows that a list shows at once. More take longer to draw than a key stays unnoticed, and nobody reads on.
pub const MOST_ROWS: usize = 100;

/// Most rows while somebody searches: they are drawn anew at every key, and that has to be done before the next one.
const MOST_FOUND: usize = 20;

/// Rows while somebody is typing: as many as a small screen has room for. To make and draw more, and all filters, takes
/// longer than a frame.
const FIRST: usize = 5;

/// Most rows of a list that stands among others on a page. Where there are more, it leads to the list of all: a page of
/// thousands of rows is read by nobody, and loads for a minute on a phone.
pub(super) const MOST_AMONG: usize = 60;

/// In the address: what is searched; and the number of the page of a list, or `all`.
pub const TEXT: &str = "q";
const PAGE: &str = "page";
const ALL: &str = "all";
/// In the address: the record whose page of the list is asked for. No link is written with it: one that leads to a record
/// names it after `#` alone, as the page it stands on changes with the day, the language and the filters, and other pages
/// of a large feed do not know what stands before it. Where the page that is shown has it not, the browser asks for it
/// ([`showing`]).
const RECORD: &str = "record";
/// The link to all rows: it is there if these are not all shown.
pub const TO_ALL: &str = "page-all";
/// The heading above a list, which says how many rows there are: where a reader goes on on the next page.
pub const TOP: &str = "list-count";

/// What stands around a list; it does not change while filters do.
#[derive(Clone, Debug, PartialEq)]
pub struct ListPage {
    pub head: Head,
    pub title: String,
    pub lead: String,
    /// `None` where there is nothing to search.
    pub search_label: Option<String>,
    /// How many things there are without any filter, in words.
    pub count: String,
    /// The page whose list it is.
    pub page: Page,
    /// Pages that show the same in another way.
    pub see: Vec<Link>,
}

/// What a list is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'q> {
    pub query: &'q Query,
    /// Somebody is typing: the first rows are enough, and no filters.
    pub hasty: bool,
}

impl<'q> From<&'q Query> for Asked<'q> {
    fn from(query: &'q Query) -> Self {
        Self { query, hasty: false }
    }
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
    /// The frame of a list of so many rows; `count` says how many these are.
    pub(super) fn list_page(&self, page: Page, title: String, lead: String, n: usize, count: String) -> ListPage {
        let search_label = (n > 0).then(|| say!(self.words, "filter-search"));
        let count = self.counted(&page, n, count);
        ListPage { head: self.head(&title, lead.clone()), title, lead, search_label, count, page, see: Vec::new() }
    }

    /// The rows that the query asks for, of so many; `count` says how many these are.
    pub(super) fn paged(&self, page: &Page, query: &Query, n: usize, count: String) -> Paged {
        self.page_with(page, query, n, None, count)
    }

    /// The same of records, with the one that the query names among them if it names one.
    pub(super) fn listed<R: Record>(&self, page: &Page, asked: Asked<'_>, records: &[&R], count: String) -> Paged {
        let Asked { query, hasty } = asked;
        let place = query.get(RECORD).and_then(|id| records.iter().position(|record| record.id_text() == id));
        let mut paged = self.page_with(page, query, records.len(), place, count);
        if hasty {
            paged.rows.end = paged.rows.end.min(paged.rows.start + FIRST);
        }
        paged
    }

    /// What is said of the number of rows before anybody has asked for some of them.
    pub(super) fn counted(&self, page: &Page, n: usize, count: String) -> String {
        self.paged(page, &Query::default(), n, count).count
    }

    fn page_with(&self, page: &Page, query: &Query, n: usize, place: Option<usize>, count: String) -> Paged {
        let rows = range(query, n, place);
        if rows.len() == n {
            return Paged { rows, count, paging: None };
        }
        let query = &from_the_top(query);
        let words = self.words;
        let at = rows.start / most(query) + 1;
        let link = |label: String, value: &str| Link {
            label: label.into(),
            href: format!("{}#{TOP}", self.href_with(page, &query.with(PAGE, value))),
        };
        let number = |at: usize| if at == 1 { String::new() } else { at.to_string() };
        let data = Link { label: say!(words, "nav-data").into(), href: self.href(&Page::Data) };
        let paging = Paging {
            label: say!(words, "list-pages"),
            previous: (at > 1).then(|| link(say!(words, "list-previous"), &number(at - 1))),
            next: (rows.end < n).then(|| link(say!(words, "list-next"), &number(at + 1))),
            all: Some(link(say!(words, "list-all", n = n), ALL)),
            elsewhere: Some((say!(words, "list-elsewhere", n = MOST_ROWS), data)),
        };
        let count = say!(words, "list-shown", count = count, from = rows.start + 1, to = rows.end);
        Paged { rows, count, paging: Some(paging) }
    }

    /// The address of a page where this text is searched, in place of another one.
    pub fn typed_href(&self, page: &Page, query: &Query, text: &str) -> String {
        self.href_with(page, &from_the_top(query).with(TEXT, text.trim_start()))
    }

    /// The way to the list of all, if of so many things on a page not all are shown there.
    pub(super) fn more_among(&self, n: usize, page: &Page, query: &Query) -> Option<Link> {
        // Without their number: of a large feed, the page then needs no more of them than it shows.
        let link = || Link { label: say!(self.words, "list-among").into(), href: self.href_with(page, query) };
        (n > MOST_AMONG).then(link)
    }

    /// What stands in place of the rows if none were found: there is nothing at all yet, or the filters leave nothing.
    pub(super) fn no_rows(
        &self,
        page: &Page,
        total: usize,
        found: usize,
        none: String,
        no_match: String,
    ) -> Option<Nothing> {
        match (total, found) {
            (0, _) => Some(Nothing {
                says: none,
                way_out: say!(self.words, "nav-overview"),
                href: self.href(&Page::Overview),
            }),
            (_, 0) => Some(self.nothing_matches(no_match, page)),
            _ => None,
        }
    }

    /// Nothing of what there is matches: the way out takes the filters away.
    pub(super) fn nothing_matches(&self, says: String, page: &Page) -> Nothing {
        Nothing { says, way_out: say!(self.words, "filter-clear"), href: self.href(page) }
    }
}

/// Which of so many rows a query asks for: those around a place, if it has one. A number that no page has is the nearest
/// that one has.
fn range(query: &Query, n: usize, place: Option<usize>) -> Range<usize> {
    let (wanted, most) = (query.get(PAGE).unwrap_or_default(), most(query));
    if wanted == ALL {
        return 0..n;
    }
    let at = match place {
        Some(place) => place / most,
        None => wanted.parse::<usize>().unwrap_or(1).clamp(1, n.div_ceil(most).max(1)) - 1,
    };
    at * most..n.min((at + 1) * most)
}

/// How many rows a page of a list has.
fn most(query: &Query) -> usize {
    if query.get(TEXT).is_some() { MOST_FOUND } else { MOST_ROWS }
}

/// Whether a query is another one only in the words that are searched: somebody is typing.
pub fn is_typed(before: &Query, now: &Query) -> bool {
    let rest = |query: &Query| from_the_top(query).with(TEXT, "");
    before.get(TEXT) != now.get(TEXT) && rest(before) == rest(now)
}

/// A query without the page of a list: of other rows there are other pages.
pub(super) fn from_the_top(query: &Query) -> Query {
    query.with(PAGE, "").with(RECORD, "")
}

/// The query for the page of a list on which the record with this id stands.
pub fn showing(query: &Query, id: &str) -> Query {
    from_the_top(query).with(RECORD, id)
}

/// The query for all rows of the list of a page, where nothing runs that would show the others.
pub fn whole(page: &Page) -> Query {
    let is_list =
        matches!(page, Page::Indicators | Page::Activities | Page::Partners | Page::Promises | Page::TakePart);
    if is_list { Query::default().with(PAGE, ALL) } else { Query::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::promises::{promise_index, promise_list};
    use crate::present::search::entries;
    use crate::present::take_part::{heard_index, heard_list};
    use crate::present::testing::Small;
    use crate::present::{record, take_part};

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
    fn a_list_without_rows_says_why_and_leads_on() {
        let small = Small::new(&[]);
        let context = small.context("en");
        let said = |total, found| {
            let nothing = context.no_rows(&Page::Partners, total, found, "none".into(), "no match".into());
            nothing.map(|nothing| (nothing.says, nothing.way_out, nothing.href))
        };
        let owned = |texts: [&str; 3]| Some((texts[0].to_owned(), texts[1].to_owned(), texts[2].to_owned()));
        assert_eq!(said(0, 0), owned(["none", "Overview", "/"]));
        assert_eq!(said(3, 0), owned(["no match", "Clear filters", "/partners/"]));
        assert_eq!(said(3, 1), None);
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
    fn a_list_among_others_leads_to_all_if_it_is_cut() {
        let small = Small::new(&[]);
        let context = small.context("en");
        let more = |n| context.more_among(n, &Page::Activities, &Query::parse("goal=goal-read"));
        assert_eq!((more(0), more(MOST_AMONG)), (None, None));
        let link = more(MOST_AMONG + 1).unwrap();
        assert_eq!(link.label.text, "The others are in the list of all");
        assert_eq!(link.href, "/activities/?goal=goal-read");
    }

    #[test]
    fn somebody_who_types_gets_the_first_rows_of_the_same_page() {
        let small = many();
        let context = small.context("en");
        let query = Query::parse("q=promise&page=2");
        let list = |hasty| promise_list(&context, &promise_index(&context), Asked { query: &query, hasty });
        let ids = |list: &List<_>| -> Vec<String> {
            let groups: &Vec<crate::present::promises::PromiseGroup> = &list.rows;
            groups.iter().flat_map(|group| &group.lines).map(|line| line.id.clone()).collect()
        };
        let (hasty, whole) = (list(true), list(false));
        assert_eq!((ids(&whole).len(), ids(&hasty)), (MOST_FOUND, ids(&whole)[..FIRST].to_vec()));
        assert_eq!((&hasty.count, &hasty.paging), (&whole.count, &whole.paging));
        assert!(hasty.filters.is_empty() && !whole.filters.is_empty());
    }

    #[test]
    fn typing_changes_the_words_alone() {
        for (before, now, expected) in [
            ("", "q=a", true),
            ("q=a&goal=g", "q=ab&goal=g", true),
            ("q=a&page=2", "q=ab", true),
            ("q=a", "q=a", false),
            ("q=a", "q=ab&goal=g", false),
            ("q=a", "q=a&page=2", false),
        ] {
            assert_eq!(is_typed(&Query::parse(before), &Query::parse(now)), expected, "{before} {now}");
        }
    }

    #[test]
    fn a_page_that_is_none_is_the_nearest() {
        let to = |query: &str| format!("/activities/{query}#list-count");
        check("page=9", 101, 100..101, "101 things: 101 to 101 are shown", [Some(&to("")), None]);
        for query in ["page=0", "page=-1", "page=x", "page=99999999999999999999999"] {
            check(query, 101, 0..100, "101 things: 1 to 100 are shown", [None, Some(&to("?page=2"))]);
        }
    }

    /// Promises and answers, of which each list has three pages.
    fn many() -> Small {
        let promise = |n: usize| {
            let id = format!("com-{n}");
            let text = format!(
                r#"{{"id": "{id}", "text": "Promise {n}", "by": "par-library", "to": "public", "made_on": "2025-11",
                "state": "on_track", "due": "{}"}}"#,
                // Half of them are late: in the list these stand first.
                if n.is_multiple_of(2) { "2026-10" } else { "2027-01" }
            );
            (format!("commitments/{id}.json"), text)
        };
        let heard = |n: usize| {
            let id = format!("fb-{n}");
            let heard = r#"{"from": "2026-03", "to": "2026-04", "channel": "meeting", "people": "10-49"}"#;
            (format!("feedback/{id}.json"), format!(r#"{{"id": "{id}", "you_said": "Said {n}", "heard": {heard}}}"#))
        };
        let records: Vec<_> = (0..210).map(promise).chain((0..210).map(heard)).collect();
        Small::new(&records.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect::<Vec<_>>())
    }

    /// The ids that stand on a page under a query.
    fn shown(context: &Context<'_>, page: &Page, query: &Query) -> Vec<String> {
        match page {
            Page::Promises => {
                let groups = promise_list(context, &promise_index(context), query.into()).rows;
                groups.into_iter().flat_map(|group| group.lines).map(|line| line.id).collect()
            }
            _ => {
                heard_list(context, &heard_index(context), query.into()).rows.into_iter().map(|item| item.id).collect()
            }
        }
    }

    /// What the browser shows at an address: the page of the list as the address has it, or the one with what it names.
    #[track_caller]
    fn check_reached(context: &Context<'_>, href: &str, id: &str) {
        let (path, fragment) = href.split_once('#').unwrap();
        assert_eq!(fragment, id);
        let page = context.site.parse(path, "").page;
        let query = Query::default();
        let first = shown(context, &page, &query);
        let there = first.iter().any(|one| one == id);
        let query = if there { query } else { showing(&query, fragment) };
        let rows = shown(context, &page, &query);
        assert!(rows.iter().any(|one| one == id) && rows.len() <= MOST_ROWS, "{id} is not where {href} leads");
    }

    #[test]
    fn a_link_leads_to_a_record_however_long_its_list_is() {
        let small = many();
        let context = small.context("es");
        let ids = (0..210).flat_map(|n| [format!("com-{n}"), format!("fb-{n}")]);
        ids.for_each(|id| check_reached(&context, &record::href(&context, &id).unwrap(), &id));
    }

    #[test]
    fn the_search_leads_to_a_record_however_long_its_list_is() {
        let small = many();
        let context = small.context("es");
        let entries = entries(&context);
        let listed = entries.iter().filter_map(|entry| Some((entry, entry.path.split_once('#')?.1)));
        let listed: Vec<_> = listed.filter(|(entry, _)| entry.kind.is_some()).collect();
        assert_eq!(listed.len(), 420);
        for (entry, id) in listed {
            check_reached(&context, &format!("{}{}", context.href(&Page::Overview), entry.path), id);
        }
    }

    #[test]
    fn the_page_of_a_record_is_left_by_any_other_way() {
        let small = many();
        let context = small.context("en");
        let query = showing(&Query::parse("state=overdue&page=2"), "com-0");
        assert_eq!(query.written(), "?record=com-0&state=overdue");
        assert_eq!(shown(&context, &Page::Promises, &query), shown(&context, &Page::Promises, &from_the_top(&query)));
        assert_eq!(context.typed_href(&Page::Promises, &query, " a"), "/promises/?q=a&state=overdue");
        let list = promise_list(&context, &promise_index(&context), (&showing(&Query::default(), "com-1")).into());
        let hrefs = list.filters.iter().flat_map(|filter| &filter.options).map(|option| option.href.as_str());
        let paging = list.paging.unwrap();
        let ways = [paging.previous, paging.next, paging.all].into_iter().flatten();
        let ways: Vec<String> = ways.map(|link| link.href).collect();
        assert_eq!(ways.len(), 3);
        assert!(hrefs.chain(ways.iter().map(String::as_str)).all(|href| !href.contains("record=")), "{ways:?}");
        // What the list does not have is on none of its pages: the first one is shown.
        for id in ["com-999", "com-0", ""] {
            let query = showing(&Query::parse("q=promise&state=on_track"), id);
            assert_eq!(shown(&context, &Page::Promises, &query).len(), MOST_FOUND);
        }
    }

    #[test]
    fn all_rows_are_shown_where_nothing_runs() {
        let small = many();
        let context = small.context("en");
        for page in [Page::Promises, Page::TakePart] {
            assert_eq!(shown(&context, &page, &whole(&page)).len(), 210);
        }
        assert!(whole(&Page::Changes).is_empty());
        assert_eq!(take_part::take_part_page(&context).ledger.unwrap().count, "210 themes: 1 to 100 are shown");
    }
}

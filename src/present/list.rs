//! Lists with search and filters, whose state is in the address.

use super::filters::Filter;
use super::{Context, Head, Link};
use crate::routes::Page;
use crate::words::say;

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

    /// Nothing of what there is matches: the way out takes the filters away.
    pub(super) fn nothing_matches(&self, says: String, page: &Page) -> Nothing {
        Nothing { says, way_out: say!(self.words, "filter-clear"), href: self.href(page) }
    }
}

//! The views: page models in, elements out. Renders on both targets, and knows neither network nor browser.

pub mod behind;
pub mod charts;
pub mod follow;
pub mod html;
pub mod pages;
pub mod parts;
pub mod share;
pub mod shell;

use std::sync::Arc;
use std::time::Duration;

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::feed::Feed;
use crate::feed::history::History;
use crate::present::Context;
use crate::present::preview::Draft;
use crate::present::search::Finder;
use crate::routes::{Address, Query, Site};
use crate::words::Catalog;

pub use shell::{app, site};

/// How long nobody has to type until everything follows. Before, a key draws the first rows of a list alone, as all of them,
/// the filters and the links around the page that name its address take longer than a frame.
pub const PAUSE: Duration = Duration::from_millis(150);

/// Everything that pages are made from, shared by all views.
#[derive(Clone)]
pub struct Shown {
    pub feed: Arc<Feed>,
    pub words: Arc<Catalog>,
    pub site: Arc<Site>,
    pub today: NaiveDate,
    /// What an editor has chosen to look at. If it is good, it is the feed.
    pub draft: Option<Arc<Draft>>,
    /// In a build for every page. In the browser only on the page of changes, which is always loaded anew.
    pub changes: Option<Arc<Changes>>,
    /// What can be found, in the language of the words. In the browser only on the page of the search.
    pub search: Option<Arc<Finder>>,
    /// Of a feed in parts, on the reader's own page: each record that is followed, with what its page is made of.
    pub followed: Vec<(String, Arc<Feed>)>,
}

/// The history of the feed, and when this reader looked at it last.
pub struct Changes {
    pub history: History,
    /// Known to the reader's browser alone.
    pub last_visit: Option<NaiveDate>,
}

impl Shown {
    pub fn context(&self) -> Context<'_> {
        Context {
            feed: &self.feed,
            words: &self.words,
            site: &self.site,
            today: self.today,
            draft: self.draft.as_deref(),
        }
    }

    /// What is known of a record that is followed: of a feed in parts only what has come with its page.
    pub fn context_of(&self, id: &str) -> Option<Context<'_>> {
        if self.feed.is_whole() {
            return Some(self.context());
        }
        let (_, feed) = self.followed.iter().find(|(known, _)| known == id)?;
        Some(Context { feed, ..self.context() })
    }
}

/// What the browser does for the views. Natively nothing ever calls it.
#[derive(Clone, Copy)]
pub struct Hands {
    /// Replaces the address without a new entry in the history: called while somebody types a search.
    pub replace_address: Callback<String>,
    /// Keeps the chosen theme: `light`, `dark`, or nothing for the system's.
    pub keep_theme: fn(&str),
    /// Called with the title of each page that is shown, the first one too.
    pub arrived: Callback<String>,
    /// Hands a file to the reader.
    pub save: fn(File),
    /// Puts a text on the clipboard; without a text, the address of the page. Then says whether it was allowed to.
    pub copy: fn(Option<String>, Answer),
    /// What the reader's own page has kept in this browser.
    pub kept: fn() -> Kept,
    /// Keeps it; an empty text takes it away. False if the browser does not let us.
    pub keep: fn(&str) -> bool,
    /// Lets the reader choose a file, and hands over its text; nothing if it cannot be read as text.
    pub open: fn(Opened),
    /// Opens the print dialog of the browser.
    pub print: fn(),
    /// Loads the page anew.
    pub reload: fn(),
    /// Moves the focus to the element with this id, once it is there.
    pub focus: fn(&'static str),
}

/// What was kept in the reader's browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    Text(String),
    Nothing,
    /// Storage is switched off.
    Refused,
}

/// Hears the text of a file.
pub type Opened = Box<dyn FnOnce(Option<String>)>;

/// Hears whether the browser allowed it.
pub type Answer = Box<dyn FnOnce(bool)>;

/// A file made in the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum File {
    /// Comma-separated values.
    Table {
        name: String,
        text: String,
    },
    Json {
        name: String,
        text: String,
    },
    Svg {
        name: String,
        text: String,
    },
    /// The picture of an SVG file.
    Png {
        name: String,
        svg: String,
    },
}

/// The data, in every view.
pub fn use_shown() -> Shown {
    expect_context::<Shown>()
}

/// The state part of the address.
pub fn use_query() -> Memo<Query> {
    let address = expect_context::<Signal<Address>>();
    Memo::new(move |_| address.with(|address| address.query.clone()))
}

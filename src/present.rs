//! What each page says, as plain structs with finished sentences. Views decide tags and classes, nothing else.

pub mod about;
pub mod accessibility;
pub mod activities;
pub mod activity;
pub mod budget;
pub mod budgets;
pub mod card;
pub mod changes;
pub mod chapter;
pub mod commitments;
pub mod csv;
pub mod data;
pub mod decisions;
pub mod embed;
pub mod engagement;
pub mod events;
pub mod filters;
pub mod frame;
pub mod glossary;
pub mod goal;
pub mod headline;
pub mod heard;
pub mod how_we_work;
pub mod indicator;
pub mod indicators;
pub mod labels;
pub mod list;
pub mod mending;
pub mod method;
pub mod mine;
pub mod needs;
pub mod news;
pub mod not_found;
pub mod open_now;
pub mod overview;
pub mod pairs;
pub mod partner;
pub mod partners;
pub mod place;
pub mod places;
pub mod portfolio;
pub mod preview;
pub mod promises;
pub mod published;
pub mod record;
pub mod region;
pub mod review;
pub mod row;
pub mod search;
pub mod share;
pub mod sheet;
pub mod slides;
pub mod snapshot;
pub mod stand;
pub mod standing;
pub mod take_part;
pub mod together;
pub mod value;
pub mod who_does_what;

use chrono::NaiveDate;

use crate::feed::date::Date;
use crate::feed::{Feed, Text};
use crate::routes::{Address, Page, Query, Site};
use crate::words::{Catalog, say};
use crate::{BUILDS, CHANGES, COALITION, FIGURES, TOGETHER, WHOLE};
use preview::Draft;

/// Everything a page is made from.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    pub feed: &'a Feed,
    pub words: &'a Catalog,
    pub site: &'a Site,
    pub today: NaiveDate,
    /// What an editor has chosen to look at. If it is good, it is the feed.
    pub draft: Option<&'a Draft>,
}

/// A text of the feed. `lang` is there if the text is not in the page's language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase {
    pub text: String,
    pub lang: Option<String>,
}

impl From<String> for Phrase {
    fn from(text: String) -> Self {
        Self { text, lang: None }
    }
}

/// A text that leads somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub label: Phrase,
    pub href: String,
}

/// What stands in the page's head: for tabs, search engines and preview cards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub title: String,
    pub description: String,
}

impl<'a> Context<'a> {
    /// The page's language.
    pub fn lang(&self) -> &'a str {
        self.words.lang()
    }

    /// Whether the feed is a draft that nobody has published.
    pub fn is_draft(&self) -> bool {
        self.draft.is_some_and(|draft| draft.is_good())
    }

    /// A text of the feed in the page's language, or in another one that is then named.
    pub fn text(&self, text: &Text) -> Phrase {
        let (text, lang) = text.in_language(self.lang(), self.feed.coalition.default_locale.as_str());
        Phrase { text: text.to_owned(), lang: (lang != self.lang()).then(|| lang.to_owned()) }
    }

    /// As [`Self::text`], only the words.
    pub fn plain(&self, text: &Text) -> String {
        self.text(text).text
    }

    /// A note of a series: these are written in one language, the feed's own.
    pub fn note(&self, text: String) -> Phrase {
        let lang = self.feed.coalition.default_locale.as_str();
        Phrase { text, lang: (lang != self.lang()).then(|| lang.to_owned()) }
    }

    /// The address of a page in the page's language.
    pub fn href(&self, page: &Page) -> String {
        self.site.path(self.lang(), page)
    }

    /// The address of a page with some state.
    pub fn href_with(&self, page: &Page, query: &Query) -> String {
        self.site.href(&Address { lang: self.lang().to_owned(), page: page.clone(), query: query.clone() })
    }

    pub fn link(&self, label: &Text, page: &Page) -> Link {
        Link { label: self.text(label), href: self.href(page) }
    }

    /// A date as precise as it is known, in words.
    pub fn date(&self, date: Date) -> String {
        match date {
            Date::Year(year) => self.words.year(year),
            Date::Month(year, month) => self.words.month(year, month),
            Date::Day(day) => self.words.day(day),
        }
    }

    /// As [`Self::date`], for narrow columns.
    pub fn date_short(&self, date: Date) -> String {
        match date {
            Date::Year(year) => self.words.year(year),
            Date::Month(year, month) => self.words.month_short(year, month),
            Date::Day(day) => self.words.day_short(day),
        }
    }

    /// The head of a page: its name and the coalition's, and one sentence.
    pub fn head(&self, title: &str, description: impl Into<String>) -> Head {
        let name = self.plain(&self.feed.coalition.name);
        let title = if title.is_empty() { name } else { format!("{title} · {name}") };
        let title = if WHOLE && self.is_draft() { say!(self.words, "draft-title", title = title) } else { title };
        Head { title, description: description.into() }
    }
}

macro_rules! page_models {
    ($($Name:ident ($Model:ty),)*) => {
        /// What a page says, whichever page it is.
        #[derive(Clone, Debug, PartialEq)]
        pub enum PageModel { $($Name(Box<$Model>),)* }

        impl PageModel {
            pub fn head(&self) -> &Head {
                match self { $(Self::$Name(model) => &model.head,)* }
            }
        }

        $(impl From<$Model> for PageModel {
            fn from(model: $Model) -> Self {
                Self::$Name(Box::new(model))
            }
        })*
    };
}

page_models! {
    Overview(overview::Overview),
    Goal(goal::GoalPage),
    Indicator(indicator::IndicatorPage),
    Published(published::PublishedPage),
    List(list::ListPage),
    Activity(activity::ActivityPage),
    Partner(partner::PartnerPage),
    News(news::NewsPage),
    Changes(changes::ChangesPage),
    Events(events::EventsPage),
    Review(review::ReviewPage),
    Method(method::MethodPage),
    Data(data::DataPage),
    About(about::AboutPage),
    Accessibility(accessibility::AccessibilityPage),
    Preview(preview::PreviewPage),
    TakePart(take_part::TakePartPage),
    Engagement(engagement::EngagementPage),
    Promises(promises::PromisesPage),
    WhoDoesWhat(who_does_what::WhoDoesWhatPage),
    HowWeWork(how_we_work::HowWeWorkPage),
    Portfolio(portfolio::PortfolioPage),
    Budget(budget::BudgetPage),
    Places(places::PlacesPage),
    Place(place::PlacePage),
    Mine(mine::MinePage),
    Sheet(sheet::SheetPage),
    Present(slides::SlidesPage),
    Glossary(glossary::GlossaryPage),
    Search(search::SearchPage),
    NotFound(not_found::NotFoundPage),
}

/// What a page says. An id that the feed does not have is a page that is not found.
pub fn page(context: &Context<'_>, page: &Page) -> PageModel {
    let found = match page {
        Page::Overview if FIGURES => Some(overview::overview(context).into()),
        Page::Goal(id) if TOGETHER => goal::goal_page(context, id).map(Into::into),
        Page::Indicators if FIGURES => Some(indicators::indicators_page(context).into()),
        Page::Indicator(id) if FIGURES => indicator::indicator_page(context, id).map(Into::into),
        Page::Published(id) if BUILDS => published::published_page(context, id).map(Into::into),
        Page::Activities if TOGETHER => Some(activities::activities_page(context).into()),
        Page::Activity(id) if TOGETHER => activity::activity_page(context, id).map(Into::into),
        Page::Partners if TOGETHER => Some(partners::partners_page(context).into()),
        Page::Partner(id) if TOGETHER => partner::partner_page(context, id).map(Into::into),
        Page::News if TOGETHER => Some(news::news_page(context).into()),
        Page::Changes if CHANGES => Some(changes::changes_page(context).into()),
        Page::Events if TOGETHER => Some(events::events_page(context).into()),
        Page::TakePart if TOGETHER => Some(take_part::take_part_page(context).into()),
        Page::Engagement(id) if TOGETHER => engagement::engagement_page(context, id).map(Into::into),
        Page::Promises if TOGETHER => Some(promises::promises_page(context).into()),
        Page::WhoDoesWhat if COALITION => Some(who_does_what::who_does_what_page(context).into()),
        Page::HowWeWork if COALITION => Some(how_we_work::how_we_work_page(context).into()),
        Page::Portfolio if COALITION => Some(portfolio::portfolio_page(context).into()),
        Page::Budget(id) if TOGETHER => budget::budget_page(context, id).map(Into::into),
        Page::Places if COALITION => Some(places::places_page(context).into()),
        Page::Place(id) if COALITION => place::place_page(context, id).map(Into::into),
        Page::Mine if COALITION => Some(mine::mine_page(context).into()),
        Page::Sheet(id) if COALITION => sheet::sheet_page(context, id).map(Into::into),
        Page::Present if COALITION => Some(slides::slides_page(context).into()),
        Page::Glossary if COALITION => Some(glossary::glossary_page(context).into()),
        Page::Search if COALITION => Some(search::search_page(context).into()),
        Page::Review if COALITION => Some(review::review_page(context).into()),
        Page::Method if WHOLE => Some(method::method_page(context).into()),
        Page::Data if WHOLE => Some(data::data_page(context).into()),
        Page::About if WHOLE => Some(about::about_page(context).into()),
        Page::Accessibility if WHOLE => Some(accessibility::accessibility_page(context).into()),
        Page::Preview if WHOLE => Some(preview::preview_page(context).into()),
        // Pages that this program does not carry: it loads them.
        _ => None,
    };
    found.unwrap_or_else(|| not_found::not_found_page(context).into())
}

#[cfg(test)]
mod testing;

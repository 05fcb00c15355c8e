//! The preview card of a page: what is seen of it in a message or a post that links to it.

use super::activity::State;
use super::labels::{Label, label};
use super::region::RegionPage;
use super::row::Now;
use super::stand::{Stand, StandCount};
use super::{Context, PageModel};
use crate::chart::spark::SparkSize;
use crate::routes::Page;
use crate::words::{Catalog, say};

/// What stands on a card, as finished texts.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    pub coalition: String,
    /// What kind of thing it is, or which measure; empty if the title says so.
    pub kicker: String,
    pub title: String,
    /// One or two sentences. May be empty.
    pub says: String,
    pub detail: Detail,
    /// Where the site is, without scheme; empty if nobody knows.
    pub address: String,
    /// Said on every card of a sample.
    pub sample: Option<String>,
}

/// What is shown below the words.
#[derive(Clone, Debug, PartialEq)]
pub enum Detail {
    Nothing,
    /// The latest figure of a measure, its shape, and how it stands.
    Measure(Box<Now>),
    /// How many measures have which verdict.
    Counts(Vec<StandCount>),
    State(State),
}

/// The card of a page, made from what the page says.
pub fn card(context: &Context<'_>, page: &Page, model: &PageModel) -> Card {
    let words = context.words;
    let coalition = &context.feed.coalition;
    let name = context.plain(&coalition.name);
    let head = model.head();
    let title = head.title.strip_suffix(&format!(" · {name}")).unwrap_or(&head.title).to_owned();
    let mut card = Card {
        kicker: kicker(context, page),
        title,
        says: head.description.clone(),
        detail: Detail::Nothing,
        address: coalition.site.as_ref().map_or(String::new(), |site| host_and_path(site.as_str())),
        sample: coalition.sample.then(|| say!(words, "sample-strip", name = &name)),
        coalition: name,
    };
    match model {
        PageModel::Overview(page) => {
            card.title = page.vision.text.clone();
            card.says = page.summary.text.clone();
            card.detail = counts(page.stand.as_ref());
        }
        PageModel::Goal(page) => {
            card.kicker = page.section.north_star.clone().unwrap_or_default();
            card.detail = counts(page.stand.as_ref());
        }
        PageModel::Indicator(page) => {
            let measured = context.feed.indicators.iter().find(|one| one.id.as_str() == page.id);
            // The headline names the measure already.
            let goal = measured.and_then(|one| one.goals.first()).and_then(|id| context.feed.goal(id));
            card.kicker = goal.map_or_else(|| page.title.text.clone(), |goal| context.plain(&goal.title));
            card.title = page.headline.text.clone();
            card.says = page.more.join(" ");
            let now = measured.and_then(|one| context.measure_row(one, SparkSize::Large).now);
            card.detail = now.map_or(Detail::Nothing, |now| Detail::Measure(Box::new(now)));
        }
        PageModel::Activity(page) => card.detail = Detail::State(page.status.clone()),
        _ => {}
    }
    card
}

/// The card of a page over several coalitions, published at an address; empty if nobody knows it.
pub fn region_card(words: &Catalog, page: &RegionPage, address: &str) -> Card {
    let names: Vec<String> = page.coalitions.iter().map(|one| one.name.label.text.clone()).collect();
    Card {
        coalition: words.list(&names),
        kicker: String::new(),
        title: page.title.clone(),
        says: page.lead.clone(),
        detail: Detail::Nothing,
        address: host_and_path(address),
        sample: page.sample.clone(),
    }
}

/// Of which list a record is a part. Pages that are lists say so themselves.
fn kicker(context: &Context<'_>, page: &Page) -> String {
    match page {
        Page::Activity(_) => label(context, Label::Activities).text,
        Page::Partner(_) => label(context, Label::Partners).text,
        Page::Engagement(_) | Page::Budget(_) => label(context, Label::TakePart).text,
        Page::Place(_) => say!(context.words, "places-title"),
        _ => String::new(),
    }
}

fn counts(stand: Option<&Stand>) -> Detail {
    stand.map_or(Detail::Nothing, |stand| Detail::Counts(stand.counts.clone()))
}

fn host_and_path(site: &str) -> String {
    site.split_once("//").map_or(site, |(_, rest)| rest).trim_end_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::page;
    use crate::present::testing::{READING, Small};

    #[track_caller]
    fn check(which: &Page, kicker: &str, title: &str, says: &str) -> Detail {
        let small = Small::new(&READING);
        let context = small.context("en");
        let card = card(&context, which, &page(&context, which));
        assert_eq!((card.kicker.as_str(), card.title.as_str(), card.says.as_str()), (kicker, title, says));
        assert_eq!((card.coalition.as_str(), card.address.as_str(), card.sample), ("Valley Together", "", None));
        card.detail
    }

    #[test]
    fn a_measure_shows_its_figure_and_its_goal() {
        let page = Page::Indicator("ind-reading".into());
        let title = "Reading at grade level: 56.2%, up 5.8 points since 2022";
        let detail = check(&page, "Children read well", title, "");
        assert!(matches!(detail, Detail::Measure(now) if now.value == "56.2%"));
    }

    #[test]
    fn a_goal_shows_how_its_measures_stand() {
        let detail = check(&Page::Goal("goal-read".into()), "North star", "Children read well", "All of them.");
        assert!(matches!(detail, Detail::Counts(counts) if counts.len() == 1));
        let detail = check(&Page::Goal("goal-home".into()), "", "Families read at home", "Ten minutes.");
        assert_eq!(detail, Detail::Nothing);
    }

    #[test]
    fn other_pages_show_their_title_without_the_name_of_the_coalition() {
        let detail = check(&Page::Partner("par-library".into()), "Partners", "Library", "Keeps the table.");
        assert_eq!(detail, Detail::Nothing);
        check(&Page::Overview, "", "Every child reads well.", "Two groups, one goal.");
    }

    #[test]
    fn addresses_lose_their_scheme() {
        assert_eq!(host_and_path("https://a.example/town/"), "a.example/town");
        assert_eq!(host_and_path("a.example"), "a.example");
    }
}

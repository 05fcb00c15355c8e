//! The page of a place: how each goal stands there, what is going on, and what was asked, promised and done.

pub(super) mod figures;
mod goals;
pub mod lines;
pub mod near;

use super::activities::{ActivityRow, activity_row};
use super::list::MOST_AMONG;
use super::{Context, Head, Link, Phrase, record};
use crate::feed::records::Geography;
use crate::feed::records::geography::GeographyKind;
use crate::feed::records::partner::PartnerStatus;
use crate::routes::{Page, Query};
use crate::words::say;
pub use figures::{Figure, Figures, figures, line_of};
pub use goals::GoalHere;
use lines::Item;
use near::{Where, near};

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacePage {
    pub head: Head,
    pub crumbs: Vec<Link>,
    pub id: String,
    pub title: Phrase,
    /// Label and value, in hairline columns.
    pub facts: Vec<(String, Phrase)>,
    /// Places inside it.
    pub parts: Vec<Link>,
    pub goals: Vec<GoalHere>,
    pub figures: Option<Figures>,
    /// What residents chose to measure, where no figure is for this place alone.
    pub chosen: Vec<Link>,
    pub activities: Vec<ActivityRow>,
    /// To all of them, if there are more.
    pub more_activities: Option<Link>,
    /// Said if no activity is for this place.
    pub no_activity: Option<String>,
    /// Activities for everybody, or for a wider place.
    pub also: Vec<Item>,
    /// "52 more activities".
    pub also_count: String,
    pub lists: Vec<ItemList>,
    /// What there is nothing of, in one sentence.
    pub nothing: Option<String>,
    pub take_part: Link,
}

/// A list under a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemList {
    pub id: &'static str,
    pub title: String,
    pub items: Vec<Item>,
    /// To the list of all, if there are more.
    pub more: Option<Link>,
}

/// The word for a kind of place.
pub fn kind(context: &Context<'_>, kind: GeographyKind) -> String {
    say!(
        context.words,
        match kind {
            GeographyKind::Country => "place-kind-country",
            GeographyKind::Region => "place-kind-region",
            GeographyKind::County => "place-kind-county",
            GeographyKind::City => "place-kind-city",
            GeographyKind::Neighbourhood => "place-kind-neighbourhood",
            GeographyKind::SchoolDistrict => "place-kind-school-district",
            GeographyKind::CensusTract => "place-kind-tract",
            GeographyKind::ServiceArea => "place-kind-service-area",
            GeographyKind::Custom => "place-kind-custom",
        }
    )
}

/// "11,200 residents (2025)".
pub fn population(context: &Context<'_>, place: &Geography) -> Option<String> {
    let count = place.population.as_ref()?;
    Some(say!(context.words, "place-population", n = count.value, year = context.date(count.year)))
}

/// The page of a place; `None` if there is none with this id.
pub fn place_page(context: &Context<'_>, id: &str) -> Option<PlacePage> {
    let words = context.words;
    let feed = context.feed;
    let place = feed.geographies.iter().find(|place| place.id.as_str() == id)?;
    let title = context.text(&place.name);
    let mut crumbs = vec![
        Link { label: say!(words, "nav-overview").into(), href: context.href(&Page::Overview) },
        Link { label: say!(words, "places-title").into(), href: context.href(&Page::Places) },
    ];
    crumbs.extend(near::around(feed, &place.id).into_iter().rev().filter_map(|id| record::link(context, id.as_str())));
    let mut facts = vec![(say!(words, "filter-kind"), Phrase::from(kind(context, place.kind)))];
    facts.push((
        say!(words, "place-residents"),
        population(context, place).unwrap_or_else(|| say!(words, "place-nobody-counted")).into(),
    ));
    let inside = feed.geographies.iter().filter(|other| other.parent.as_ref() == Some(&place.id));
    let here = |activity: &&crate::feed::records::Activity| near(feed, &place.id, &activity.geographies) == Where::Here;
    let activities: Vec<_> = feed.activities.iter().filter(here).collect();
    let of_place = Query::default().with("place", id);
    let more_activities = context.more_among(activities.len(), &Page::Activities, &of_place);
    let activities: Vec<_> = activities.into_iter().take(MOST_AMONG).map(|one| activity_row(context, one)).collect();
    let also = feed.activities.iter().filter_map(|activity| {
        let note = match near(feed, &place.id, &activity.geographies) {
            Where::Wider => {
                let names =
                    activity.geographies.iter().filter_map(|id| feed.geography(id)).map(|it| context.plain(&it.name));
                say!(words, "place-activity-wider", places = words.list(&names.collect::<Vec<_>>()))
            }
            Where::Everywhere => say!(words, "place-activity-everywhere"),
            Where::Here | Where::Elsewhere => return None,
        };
        let href = Some(context.href(&Page::Activity(activity.id.to_string())));
        Some(Item { text: context.text(&activity.title), href, notes: vec![note.into()] })
    });
    let also: Vec<Item> = also.collect();
    let (lists, nothing) = lists(context, place);
    let figures = figures(context, place);
    Some(PlacePage {
        head: context.head(&title.text, say!(words, "place-description", place = &title.text)),
        crumbs,
        id: place.id.to_string(),
        facts,
        parts: inside.map(|other| context.link(&other.name, &Page::Place(other.id.to_string()))).collect(),
        goals: goals::goals(context, place),
        chosen: figures::chosen(context, place),
        figures,
        no_activity: activities.is_empty().then(|| say!(words, "place-no-activity", place = &title.text)),
        activities,
        more_activities,
        also_count: say!(words, "place-also-count", n = also.len()),
        also,
        lists,
        nothing,
        take_part: Link { label: say!(words, "place-take-part").into(), href: context.href(&Page::TakePart) },
        title,
    })
}

/// What was asked, said, promised and chosen here, what comes and who is here; and what there is nothing of.
fn lists(context: &Context<'_>, place: &Geography) -> (Vec<ItemList>, Option<String>) {
    let (words, feed) = (context.words, context.feed);
    let here = |named: &[crate::feed::id::GeographyId]| near(feed, &place.id, named) == Where::Here;
    let partner = |partner: &crate::feed::records::Partner| Item {
        text: context.text(&partner.name),
        href: Some(context.href(&Page::Partner(partner.id.to_string()))),
        notes: vec![super::partners::kind(context, partner.kind).into()],
    };
    // Each with where all of its kind stand.
    let all = Query::default;
    let of = |id, title, (page, query): (Page, Query), mut items: Vec<Item>| {
        let more = context.more_among(items.len(), &page, &query);
        items.truncate(MOST_AMONG);
        ItemList { id, title, items, more }
    };
    let all = vec![
        of(
            "asked",
            say!(words, "place-asked"),
            (Page::TakePart, all()),
            feed.engagements
                .iter()
                .filter(|it| here(&it.geographies))
                .map(|it| lines::engagement(context, it))
                .collect(),
        ),
        of(
            "heard",
            say!(words, "place-heard"),
            (Page::TakePart, all().with("place", place.id.as_str())),
            feed.feedback.iter().filter(|it| here(&it.geographies)).map(|it| lines::feedback(context, it)).collect(),
        ),
        of(
            "promised",
            say!(words, "place-promised"),
            (Page::Promises, all()),
            feed.commitments.iter().filter(|it| here(&it.geographies)).map(|it| lines::promise(context, it)).collect(),
        ),
        // Not cut: there is no list of the ideas of all budgets.
        ItemList {
            id: "ideas",
            title: say!(words, "place-ideas"),
            items: feed
                .budget_proposals
                .iter()
                .filter(|it| here(&it.geographies))
                .map(|it| lines::proposal(context, it))
                .collect(),
            more: None,
        },
        of(
            "wanted",
            say!(words, "place-wanted"),
            (Page::TakePart, all()),
            feed.needs
                .iter()
                .filter(|it| lines::is_wanted(context, it) && here(&it.geographies))
                .map(|it| lines::need(context, it))
                .collect(),
        ),
        of(
            "dates",
            say!(words, "place-dates"),
            (Page::Events, all()),
            super::events::coming(context)
                .into_iter()
                .filter(|it| here(&it.geographies))
                .map(|it| lines::event(context, it))
                .collect(),
        ),
        of(
            "partners",
            say!(words, "nav-partners"),
            (Page::Partners, all()),
            feed.partners
                .iter()
                .filter(|it| it.status != PartnerStatus::Left && here(&it.geographies))
                .map(partner)
                .collect(),
        ),
    ];
    let (full, empty): (Vec<_>, Vec<_>) = all.into_iter().partition(|list: &ItemList| !list.items.is_empty());
    let missing: Vec<String> = empty.into_iter().map(|list| list.title).collect();
    let nothing = (!missing.is_empty()).then(|| say!(words, "place-nothing", what = missing.join(" · ")));
    (full, nothing)
}

#[cfg(test)]
mod tests;

//! All places, each inside the place that it lies in, and which goal is worked on where.

use super::place::near::{DEEPEST, Where, near};
use super::{Context, Head, Link, place};
use crate::feed::id::GeographyId;
use crate::feed::records::{Activity, Geography, Goal};
use crate::routes::Page;
use crate::words::say;

/// More places than this are read in the list, not in the table.
const MOST_ROWS: usize = 60;

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacesPage {
    pub head: Head,
    pub title: String,
    pub lead: String,
    /// Said if the feed has no places.
    pub none: Option<(String, Link)>,
    pub places: Vec<PlaceNode>,
    pub coverage: Option<Coverage>,
}

/// A place with those inside it.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceNode {
    pub place: Link,
    pub kind: String,
    /// Residents, activities and figures, in one sentence each.
    pub says: String,
    pub parts: Vec<PlaceNode>,
}

/// Goals by places.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    pub title: String,
    pub caption: String,
    pub corner: String,
    pub goals: Vec<Link>,
    /// A place and its cells, in the order of the goals.
    pub rows: Vec<(Link, Vec<CoverageCell>)>,
    pub notes: Vec<String>,
}

/// What there is for a goal in a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverageCell {
    pub text: String,
    pub empty: bool,
}

/// All places.
pub fn places_page(context: &Context<'_>) -> PlacesPage {
    let words = context.words;
    let (title, lead) = (say!(words, "places-title"), say!(words, "places-lead"));
    let feed = context.feed;
    let mut shown = Vec::new();
    let is_root = |place: &Geography| place.parent.as_ref().is_none_or(|parent| feed.geography(parent).is_none());
    let mut places: Vec<PlaceNode> = (feed.geographies.iter())
        .filter(|place| is_root(place))
        .map(|place| node(context, place, 0, &mut shown))
        .collect();
    // Places that go round in a circle are inside no root: they are still said.
    for place in &feed.geographies {
        if !shown.contains(&place.id) {
            places.push(node(context, place, DEEPEST, &mut shown));
        }
    }
    let data = Link { label: say!(words, "places-none-next").into(), href: context.href(&Page::Data) };
    PlacesPage {
        head: context.head(&title, lead.clone()),
        none: places.is_empty().then(|| (say!(words, "places-none"), data)),
        coverage: coverage(context, &shown),
        places,
        title,
        lead,
    }
}

fn node(context: &Context<'_>, place: &Geography, depth: usize, shown: &mut Vec<GeographyId>) -> PlaceNode {
    let words = context.words;
    shown.push(place.id.clone());
    let here = |activity: &&Activity| near(context.feed, &place.id, &activity.geographies) == Where::Here;
    let activities = context.feed.activities.iter().filter(here).count();
    let figures = place::figures::measures(context, place).count();
    let residents = match place::population(context, place) {
        Some(residents) => say!(words, "places-residents", residents = residents),
        None => say!(words, "places-nobody-counted"),
    };
    let parts =
        [residents, say!(words, "places-activities", n = activities), say!(words, "places-figures", n = figures)];
    let inside = context.feed.geographies.iter().filter(|other| other.parent.as_ref() == Some(&place.id));
    let inside: Vec<&Geography> = if depth < DEEPEST { inside.collect() } else { Vec::new() };
    PlaceNode {
        place: context.link(&place.name, &Page::Place(place.id.to_string())),
        kind: place::kind(context, place.kind),
        says: parts.join(" "),
        parts: inside.into_iter().map(|other| node(context, other, depth + 1, shown)).collect(),
    }
}

/// What there is for each goal in each place.
fn coverage(context: &Context<'_>, order: &[GeographyId]) -> Option<Coverage> {
    let (words, feed) = (context.words, context.feed);
    let goals = super::goal::active(context);
    let places: Vec<&Geography> = order.iter().take(MOST_ROWS).filter_map(|id| feed.geography(id)).collect();
    if goals.is_empty() || places.is_empty() {
        return None;
    }
    let row = |place: &&Geography| {
        let link = context.link(&place.name, &Page::Place(place.id.to_string()));
        (link, goals.iter().map(|goal| cell(context, goal, place)).collect())
    };
    let everywhere = feed.activities.iter().filter(|activity| activity.geographies.is_empty()).count();
    let mut notes = vec![say!(words, "places-coverage-everywhere", n = everywhere)];
    if order.len() > MOST_ROWS {
        notes.push(say!(words, "places-coverage-more", n = order.len() - MOST_ROWS));
    }
    Some(Coverage {
        title: say!(words, "places-coverage"),
        caption: say!(words, "places-coverage-caption"),
        corner: say!(words, "table-place"),
        goals: goals.iter().map(|goal| context.link(&goal.title, &Page::Goal(goal.id.to_string()))).collect(),
        rows: places.iter().map(row).collect(),
        notes,
    })
}

fn cell(context: &Context<'_>, goal: &Goal, place: &Geography) -> CoverageCell {
    let words = context.words;
    let here = |activity: &&Activity| near(context.feed, &place.id, &activity.geographies) == Where::Here;
    let activities = context.feed.activities_of(&goal.id).filter(here).count();
    let measured =
        context.feed.indicators_of(&goal.id).filter(|it| place::line_of(context, it, place).is_some()).count();
    let text = match (activities, measured) {
        (0, 0) => say!(words, "places-cell-nothing"),
        (0, n) => say!(words, "places-cell-measured", n = n),
        (n, 0) => say!(words, "places-cell-activities", n = n),
        (n, m) => say!(words, "places-cell-both", activities = n, measures = m),
    };
    CoverageCell { text, empty: activities == 0 && measured == 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::testing::{READING, Small};

    const FIGURES: (&str, &str) = (
        "series/ind-reading.csv",
        "period,geography,value,status\n2022,,50.4,final\n2024,,56.2,final\n2024,geo-east,48,final\n",
    );
    const CLUB: (&str, &str) = (
        "activities/act-club.json",
        r#"{"id": "act-club", "title": "Book club", "plain_summary": "S", "kind": "programme", "status": "active",
        "lead": "par-circle", "goals": ["goal-read"], "geographies": ["geo-east"]}"#,
    );

    #[track_caller]
    fn check(lang: &str, records: &[(&str, &str)], expect: impl FnOnce(PlacesPage)) {
        expect(places_page(&Small::new(records).context(lang)));
    }

    #[test]
    fn places_stand_inside_each_other() {
        check("en", &[READING[0], FIGURES, CLUB], |page| {
            assert_eq!(page.places.len(), 1, "{:?}", page.places);
            let county = &page.places[0];
            assert_eq!((county.kind.as_str(), county.parts.len()), ("County", 2));
            assert_eq!(county.parts[0].says, "Nobody has counted who lives here. 1 activity. Figures for 1 measure.");
            assert_eq!(county.parts[1].says, "Nobody has counted who lives here. No activity. No figures.");
        });
    }

    #[test]
    fn empty_cells_say_that_there_is_nothing() {
        check("en", &[READING[0], FIGURES, CLUB], |page| {
            let coverage = page.coverage.unwrap();
            let row = |at: usize| coverage.rows[at].1.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>();
            assert_eq!(row(1), ["1 activity, 1 measure", "nothing yet"]);
            assert_eq!(row(2), ["nothing yet", "nothing yet"]);
            assert!(coverage.rows[2].1[0].empty);
        });
        check("es", &[], |page| assert_eq!(page.coverage.unwrap().rows[1].1[0].text, "nada todavía"));
    }
}

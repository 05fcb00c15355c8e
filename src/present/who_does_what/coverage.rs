//! Goal by place: where something is done, where only from around, and where nothing.

use super::{Work, list_href};
use crate::feed::id::GeographyId;
use crate::feed::records::Geography;
use crate::present::activities::happens_in;
use crate::present::{Context, Link};
use crate::routes::Page;
use crate::words::say;

/// A row for each place, a column for each goal.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    pub title: String,
    pub note: String,
    pub place: String,
    pub rows: Vec<CoverageRow>,
    /// How many cells are empty.
    pub empty: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct CoverageRow {
    pub place: Link,
    /// How many places it lies in.
    pub depth: usize,
    pub cells: Vec<CoverageCell>,
}

/// What is done for one goal at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverageCell {
    /// The number, or "nothing".
    pub says: String,
    /// "all from around".
    pub note: Option<String>,
    /// In full words, for those who hear it, and where it is listed; `None` if nothing is.
    pub link: Option<(String, String)>,
}

pub(super) fn coverage(context: &Context<'_>, goals: &[Work<'_>]) -> Coverage {
    let words = context.words;
    let mut rows = Vec::new();
    for top in context.feed.geographies.iter().filter(|place| above(context, place).is_none()) {
        add(context, goals, top, 0, &mut rows);
    }
    let cells = rows.iter().flat_map(|row| &row.cells);
    let empty = cells.clone().filter(|cell| cell.link.is_none()).count();
    Coverage {
        title: say!(words, "who-view-places"),
        note: say!(words, "who-places-note"),
        place: say!(words, "table-place"),
        empty: say!(words, "who-places-empty", n = empty, of = cells.count()),
        rows,
    }
}

/// The place that a place lies in, as far as the feed has it.
fn above<'a>(context: &Context<'a>, place: &Geography) -> Option<&'a Geography> {
    place.parent.as_ref().and_then(|id| context.feed.geography(id)).filter(|parent| parent.id != place.id)
}

/// Deeper than this, places are no longer set in: a feed can make a circle.
const DEEPEST: usize = 6;

fn add(context: &Context<'_>, goals: &[Work<'_>], place: &Geography, depth: usize, rows: &mut Vec<CoverageRow>) {
    rows.push(CoverageRow {
        place: context.link(&place.name, &Page::Place(place.id.to_string())),
        depth,
        cells: goals.iter().map(|work| cell(context, work, place)).collect(),
    });
    if depth < DEEPEST {
        let inside =
            context.feed.geographies.iter().filter(|inner| above(context, inner).is_some_and(|p| p.id == place.id));
        inside.for_each(|inner| add(context, goals, inner, depth + 1, rows));
    }
}

fn cell(context: &Context<'_>, work: &Work<'_>, place: &Geography) -> CoverageCell {
    let words = context.words;
    let goal = work.goal;
    let all = work.going.iter().filter(|activity| happens_in(context, activity, place.id.as_str()));
    let n = all.clone().count();
    let here = all.filter(|activity| activity.geographies.iter().any(|id| lies_in(context, id, place))).count();
    if n == 0 {
        return CoverageCell { says: say!(words, "who-nothing"), note: None, link: None };
    }
    let around = n - here;
    let note = match (here, around) {
        (_, 0) => None,
        (0, _) => Some(say!(words, "who-all-around")),
        _ => Some(say!(words, "who-some-around", n = around)),
    };
    let (goal_name, place_name) = (context.plain(&goal.title), context.plain(&place.name));
    let says = say!(words, "who-place-cell", n = n, goal = goal_name, place = place_name);
    let href = list_href(context, goal.id.as_str(), "place", place.id.as_str());
    CoverageCell { says: words.number(n as f64, 0), note, link: Some((says, href)) }
}

/// Whether a place is another one or lies inside it.
fn lies_in(context: &Context<'_>, id: &GeographyId, place: &Geography) -> bool {
    let mut at = context.feed.geography(id);
    for _ in 0..=DEEPEST {
        match at {
            Some(found) if found.id == place.id => return true,
            Some(found) => at = above(context, found),
            None => return false,
        }
    }
    false
}

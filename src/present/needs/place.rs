//! What the page of one place is made of: not all that there is, of which most is for other places.

use std::collections::BTreeSet;

use crate::feed::id::GeographyId;
use crate::feed::records::indicator::Level;
use crate::feed::records::{Geography, Indicator};
use crate::measure::change::standing;
use crate::present::Context;
use crate::present::list::MOST_AMONG;
use crate::present::mine::MOST_MARKED;
use crate::present::place::near::{Where, near};
use crate::present::place::{figures, line_of, lines};
use crate::present::row::main_line;

/// The ids of the records that say something of a place; those of indicators apart.
pub(super) fn records<'f>(context: &Context<'f>, place: &'f Geography) -> (BTreeSet<&'f str>, BTreeSet<&'f str>) {
    let feed = context.feed;
    let is = |named: &[GeographyId], wanted: &[Where]| wanted.contains(&near(feed, &place.id, named));
    let here = |named: &[GeographyId]| is(named, &[Where::Here]);
    // What is for everybody, or for a wider place, is for this one too.
    let also = |named: &[GeographyId]| !is(named, &[Where::Elsewhere]);
    let mut found = BTreeSet::new();
    found.extend(feed.partners.iter().filter(|one| here(&one.geographies)).map(|one| one.id.as_str()));
    found.extend(feed.activities.iter().filter(|one| also(&one.geographies)).map(|one| one.id.as_str()));
    found.extend(feed.engagements.iter().filter(|one| also(&one.geographies)).map(|one| one.id.as_str()));
    found.extend(feed.feedback.iter().filter(|one| here(&one.geographies)).map(|one| one.id.as_str()));
    found.extend(feed.budget_proposals.iter().filter(|one| here(&one.geographies)).map(|one| one.id.as_str()));
    found.extend(feed.needs.iter().filter(|one| also(&one.geographies)).map(|one| one.id.as_str()));
    found.extend(feed.events.iter().filter(|one| here(&one.geographies)).map(|one| one.id.as_str()));
    found.extend(feed.commitments.iter().filter(|one| here(&one.geographies)).map(|one| one.id.as_str()));
    // Of the promises to everybody, each goal tells the first that is open.
    let open = lines::open_promises(context);
    for goal in &feed.goals {
        let of_goal = open.iter().find(|one| one.goals.contains(&goal.id) && also(&one.geographies));
        found.extend(of_goal.map(|one| one.id.as_str()));
    }
    (found, indicators(context, place))
}

/// Measures that the page draws, or of which a follower's browser keeps marks; what residents chose; and of each goal the
/// first one that is measured here, or by anybody: where there is no figure of a place, that of everybody is told.
fn indicators<'f>(context: &Context<'f>, place: &'f Geography) -> BTreeSet<&'f str> {
    let feed = context.feed;
    let measured: Vec<&Indicator> = figures::measures(context, place).collect();
    let is_own = |one: &&Indicator| figures::is_residents_own(context, one);
    let line = |one: &Indicator| line_of(context, one, place);
    let has_mark = |one: &&&Indicator| line(one).is_some_and(|line| standing(line, one).latest.is_some());
    // One more than is drawn: that there are others is said.
    let mut found: Vec<&Indicator> = figures::in_order(measured.clone()).into_iter().take(MOST_AMONG + 1).collect();
    found.extend(measured.iter().filter(has_mark).take(MOST_MARKED));
    found.extend(feed.indicators.iter().filter(is_own));
    for goal in &feed.goals {
        let of_goal = || feed.indicators_of(&goal.id).filter(|one| one.level != Level::Performance);
        let is_told = |one: &&Indicator| line(one).is_some_and(|line| figures::latest(context, one, line).is_ok());
        let by_anybody =
            |one: &&Indicator| main_line(context, &one.id).is_some_and(|line| standing(line, one).latest.is_some());
        found.extend(of_goal().find(is_told));
        found.extend(of_goal().find(|one| line(one).is_some()));
        found.extend(of_goal().find(by_anybody));
    }
    found.into_iter().map(|one| one.id.as_str()).collect()
}

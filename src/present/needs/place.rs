//! What the page of one place is made of: not all that there is, of which most is for other places.

use std::collections::BTreeSet;

use crate::feed::id::GeographyId;
use crate::feed::records::indicator::Level;
use crate::feed::records::{Geography, Indicator};
use crate::measure::change::standing;
use crate::present::Context;
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

/// Measures with a figure of this place or a target for it, what residents chose, and the first of each goal that anybody
/// measures: where there is no figure of a place, that of everybody is told.
fn indicators<'f>(context: &Context<'f>, place: &Geography) -> BTreeSet<&'f str> {
    let feed = context.feed;
    let mut found: BTreeSet<&str> = BTreeSet::new();
    let is_here = |one: &&Indicator| {
        let targeted = one.targets.iter().filter_map(|target| target.scope.as_ref());
        let mut targeted = targeted.filter_map(|scope| scope.geography.as_ref());
        line_of(context, one, place).is_some()
            || targeted.any(|named| *named == place.id)
            || feed.coalition.geography == place.id && !one.targets.is_empty()
            || figures::is_residents_own(context, one)
    };
    found.extend(feed.indicators.iter().filter(is_here).map(|one| one.id.as_str()));
    for goal in &feed.goals {
        let mut measured = feed.indicators_of(&goal.id).filter(|one| {
            let line = main_line(context, &one.id).filter(|_| one.level != Level::Performance);
            line.is_some_and(|line| standing(line, one).latest.is_some())
        });
        found.extend(measured.next().map(|one| one.id.as_str()));
    }
    found
}

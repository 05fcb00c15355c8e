//! Three plain sentences for each goal: how it stands in a place, what is going on there, and what one can do.

use super::figures::{latest, line_of};
use super::lines;
use super::near::{Where, around, near};
use crate::feed::id::GeographyId;
use crate::feed::records::activity::ActivityStatus;
use crate::feed::records::indicator::Level;
use crate::feed::records::{Activity, Geography, Goal, Indicator};
use crate::measure::change::standing;
use crate::present::row::main_line;
use crate::present::{Context, Link, goal, record};
use crate::routes::Page;
use crate::words::say;

/// Activities that a sentence names; the others are counted.
const NAMED: usize = 3;

/// A goal in a place.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalHere {
    pub title: Link,
    /// How it stands, what is going on, what one can do.
    pub says: [String; 3],
    /// What the sentences speak of.
    pub links: Vec<Link>,
}

/// All goals that are pursued.
pub fn goals(context: &Context<'_>, place: &Geography) -> Vec<GoalHere> {
    goal::active(context).into_iter().map(|goal| goal_here(context, goal, place)).collect()
}

fn goal_here(context: &Context<'_>, goal: &Goal, place: &Geography) -> GoalHere {
    let mut links = Vec::new();
    let says = [
        stands(context, goal, place, &mut links),
        goes_on(context, goal, place, &mut links),
        next(context, goal, place, &mut links),
    ];
    GoalHere { title: context.link(&goal.title, &Page::Goal(goal.id.to_string())), says, links }
}

/// How the goal stands here: from the first of its measures with figures of this place.
fn stands(context: &Context<'_>, goal: &Goal, place: &Geography, links: &mut Vec<Link>) -> String {
    let words = context.words;
    let name = context.plain(&place.name);
    let of_goal = context.feed.indicators_of(&goal.id).filter(|indicator| indicator.level != Level::Performance);
    let measures: Vec<&Indicator> = of_goal.collect();
    let mut link = |indicator: &Indicator| {
        links.push(context.link(&indicator.title, &Page::Indicator(indicator.id.to_string())));
    };
    let mut here = Vec::new();
    for indicator in &measures {
        here.extend(line_of(context, indicator, place).map(|line| (*indicator, line)));
    }
    if let Some((indicator, line)) = here.iter().find(|(it, line)| latest(context, it, line).is_ok()) {
        link(indicator);
        let headline = context.headline_there(indicator, Some(line)).text;
        // In the coalition's own area everybody is meant anyway.
        let total = context.feed.series_of(&indicator.id).and_then(|series| series.total());
        let whole = total.filter(|total| total.scope != line.scope).and_then(|total| {
            let latest = standing(total, indicator).latest?;
            Some(context.value(indicator, latest.value?))
        });
        return match whole {
            Some(whole) => say!(words, "place-stands-beside", place = name, headline = headline, whole = whole),
            None => say!(words, "place-stands", place = name, headline = headline),
        };
    }
    // Nothing is said of a place in figures that would let people be made out; why is said.
    if let Some((indicator, line)) = here.first() {
        link(indicator);
        let why = latest(context, indicator, line).err().unwrap_or_default();
        let title = context.plain(&indicator.title);
        return say!(words, "place-stands-withheld", place = name, title = title, why = why);
    }
    let measured = |indicator: &&&Indicator| {
        main_line(context, &indicator.id).is_some_and(|line| standing(line, indicator).latest.is_some())
    };
    let Some(indicator) = measures.iter().find(measured) else {
        return say!(words, "place-stands-unmeasured");
    };
    link(indicator);
    for wider in around(context.feed, &place.id) {
        let Some(wider) = context.feed.geography(wider) else { continue };
        if let Some(line) = line_of(context, indicator, wider)
            && latest(context, indicator, line).is_ok()
        {
            let headline = context.headline_there(indicator, Some(line)).text;
            let area = context.plain(&wider.name);
            return say!(words, "place-stands-wider", place = name, area = area, headline = headline);
        }
    }
    let headline = context.headline(indicator, main_line(context, &indicator.id)).text;
    say!(words, "place-stands-whole", place = name, headline = headline)
}

/// What is going on here: activities by name.
fn goes_on(context: &Context<'_>, goal: &Goal, place: &Geography, links: &mut Vec<Link>) -> String {
    let words = context.words;
    let running = |activity: &&Activity| activity.status == ActivityStatus::Active;
    let found = |wanted: &[Where]| -> Vec<&Activity> {
        let of_goal = context.feed.activities_of(&goal.id).filter(running);
        of_goal.filter(|it| wanted.contains(&near(context.feed, &place.id, &it.geographies))).collect()
    };
    let mut named = |activities: &[&Activity]| {
        let mut names: Vec<String> = activities.iter().take(NAMED).map(|it| context.plain(&it.title)).collect();
        if activities.len() > NAMED {
            names.push(say!(words, "place-more", n = activities.len() - NAMED));
        }
        links.extend(
            activities.iter().take(NAMED).map(|it| context.link(&it.title, &Page::Activity(it.id.to_string()))),
        );
        words.list(&names)
    };
    let (here, around) = (found(&[Where::Here]), found(&[Where::Wider, Where::Everywhere]));
    match (here.len(), around.len()) {
        (0, 0) => say!(words, "place-goes-on-nothing"),
        (0, n) => say!(words, "place-goes-on-around", n = n, names = named(&around)),
        (n, 0) => say!(words, "place-goes-on", n = n, names = named(&here)),
        (n, others) => say!(words, "place-goes-on-both", n = n, names = named(&here), others = others),
    }
}

/// What is asked, promised, answered or wanted here; else whom to ask.
fn next(context: &Context<'_>, goal: &Goal, place: &Geography, links: &mut Vec<Link>) -> String {
    let (words, feed) = (context.words, context.feed);
    // What is for this place comes before what is for everybody.
    let order = |named: &[GeographyId]| match near(feed, &place.id, named) {
        Where::Here => Some(0),
        Where::Wider | Where::Everywhere => Some(1),
        Where::Elsewhere => None,
    };
    let asked = feed.engagements.iter().filter(|it| it.goals.contains(&goal.id) && lines::takes_part_now(context, it));
    if let Some(asked) = first(asked, |it| order(&it.geographies)) {
        links.extend(record::link(context, asked.id.as_str()));
        let title = context.plain(&asked.title);
        return match asked.closes {
            Some(closes) => say!(words, "place-next-asked-until", title = title, date = context.date(closes)),
            None => say!(words, "place-next-asked", title = title),
        };
    }
    let promises = lines::open_promises(context).into_iter().filter(|it| it.goals.contains(&goal.id));
    if let Some(promise) = first(promises, |it| order(&it.geographies)) {
        links.extend(record::link(context, promise.id.as_str()));
        let (who, text) = (lines::party(context, promise.by.as_str()), context.plain(&promise.text));
        let text = text.trim_end_matches('.').to_owned();
        return match promise.due {
            Some(due) => say!(words, "place-next-promise-by", who = who, text = text, due = context.date(due)),
            None => say!(words, "place-next-promise", who = who, text = text),
        };
    }
    let heard = feed.feedback.iter().filter(|it| lines::is_about(context, it, &goal.id) && it.response.is_some());
    if let Some(heard) = first(heard, |it| order(&it.geographies).filter(|order| *order == 0))
        && let Some(response) = &heard.response
    {
        links.extend(record::link(context, heard.id.as_str()));
        let (said, answer) = (context.plain(&heard.you_said), context.plain(&response.we_did));
        return say!(words, "place-next-heard", said = said.trim_end_matches('.'), answer = answer);
    }
    let wanted = feed.needs.iter().filter(|it| it.goals.contains(&goal.id) && lines::is_wanted(context, it));
    if let Some(need) = first(wanted, |it| order(&it.geographies)) {
        links.extend(record::link(context, need.id.as_str()));
        let (who, text) = (lines::party(context, need.by.as_str()), context.plain(&need.text));
        return say!(words, "place-next-wanted", who = who, text = text.trim_end_matches('.'));
    }
    match goal.stewards.iter().find_map(|id| feed.partner(id)) {
        Some(steward) => {
            links.push(context.link(&steward.name, &Page::Partner(steward.id.to_string())));
            say!(words, "place-next-ask", who = context.plain(&steward.name))
        }
        None => say!(words, "place-next-nobody"),
    }
}

/// The first of the records with the lowest order.
fn first<'f, Record>(
    records: impl Iterator<Item = &'f Record>,
    order: impl Fn(&Record) -> Option<u8>,
) -> Option<&'f Record> {
    records.filter_map(|record| Some((order(record)?, record))).min_by_key(|(order, _)| *order).map(|(_, it)| it)
}

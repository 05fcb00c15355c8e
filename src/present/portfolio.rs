//! How activities are run, over the whole agenda: how they spread over the six aspects and the four steps, what is being
//! tried, what residents run, which rules move, and whose money ends.
//!
//! Everything is a count, with the number that nobody has said. Unlike activities are never averaged.

mod lanes;
mod spread;

pub use lanes::{Ending, ResidentRun, Rule, Trial};
pub use spread::{Cell, Group, Spread, SpreadRow};

use super::activities::{happens_in, rank};
use super::filters::{Facet, Filter, narrow};
use super::list::Nothing;
use super::{Context, Head, Link, Phrase};
use crate::feed::records::Activity;
use crate::feed::records::partner::PartnerKind;
use crate::routes::{Page, Query};
use crate::sorted::sort_by_key;
use crate::words::{fold, say};

/// What stands around; it does not change with the address.
#[derive(Clone, Debug, PartialEq)]
pub struct PortfolioPage {
    pub head: Head,
    pub crumbs: Vec<Link>,
    pub title: String,
    pub lead: String,
}

/// The whole as the address asks for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Portfolio {
    pub switch_title: String,
    /// Ways to split the tables, and whether it is the current one.
    pub switch: Vec<(Link, bool)>,
    pub filters: Vec<Filter>,
    /// How many activities it is about.
    pub count: String,
    /// What the counts say.
    pub says: Vec<String>,
    pub style: Spread,
    pub phases: Spread,
    pub trying_says: String,
    pub trying: Vec<Trial>,
    /// Pilots that do not go on. They stay in sight.
    pub stopped: Vec<Trial>,
    pub residents_says: String,
    pub residents: Vec<ResidentRun>,
    pub rules_says: String,
    /// By stage.
    pub rules: Vec<(String, Vec<Rule>)>,
    pub ends_says: String,
    pub ends: Vec<Ending>,
    /// Said instead of everything if there is nothing.
    pub empty: Option<Nothing>,
}

/// The page.
pub fn portfolio_page(context: &Context<'_>) -> PortfolioPage {
    let words = context.words;
    let (title, lead) = (say!(words, "portfolio-title"), say!(words, "portfolio-lead"));
    let link = |label: String, page: Page| Link { label: label.into(), href: context.href(&page) };
    PortfolioPage {
        head: context.head(&title, lead.clone()),
        crumbs: vec![
            link(say!(words, "nav-overview"), Page::Overview),
            link(say!(words, "nav-activities"), Page::Activities),
        ],
        title,
        lead,
    }
}

/// The whole under a query: `by` (goal, place, lead) splits it, `goal`, `place` and `lead` narrow it down.
pub fn portfolio(context: &Context<'_>, query: &Query) -> Portfolio {
    let words = context.words;
    let mut records: Vec<&Activity> = context.feed.activities.iter().collect();
    sort_by_key(&mut records, |activity| (rank(activity.status), fold(&context.plain(&activity.title))));
    let total = records.len();
    let (filters, chosen) = narrow(context, &Page::Portfolio, query, &facets(context), records, |activity| {
        vec![context.plain(&activity.title)]
    });
    let groups = groups(context, &chosen, query.get("by").unwrap_or_default());
    let (trying, stopped) = lanes::trials(context, &chosen);
    let residents = lanes::residents(context, &chosen);
    let rules = lanes::rules(context, &chosen);
    let (ends, ends_says) = lanes::ends(context, &chosen);
    Portfolio {
        switch_title: say!(words, "portfolio-by"),
        switch: switch(context, query),
        filters,
        count: say!(words, "count-activities", n = chosen.len()),
        says: spread::says(context, &chosen),
        style: spread::style(context, &groups),
        phases: spread::phases(context, &groups),
        trying_says: say!(words, "portfolio-trying-says", n = trying.len(), stopped = stopped.len()),
        residents_says: say!(words, "portfolio-residents-says", n = residents.len(), total = chosen.len()),
        rules_says: say!(words, "portfolio-rules-says", n = rules.iter().map(|(_, rules)| rules.len()).sum::<usize>()),
        trying,
        stopped,
        residents,
        rules,
        ends_says,
        ends,
        empty: match total {
            0 => Some(Nothing {
                says: say!(words, "activities-none"),
                way_out: say!(words, "nav-overview"),
                href: context.href(&Page::Overview),
            }),
            _ if chosen.is_empty() => {
                Some(context.nothing_matches(say!(words, "filter-no-activities", n = total), &Page::Portfolio))
            }
            _ => None,
        },
    }
}

/// Links that split the tables.
fn switch(context: &Context<'_>, query: &Query) -> Vec<(Link, bool)> {
    let words = context.words;
    let current = query.get("by").unwrap_or_default();
    let option = |label: String, value: &str| {
        let href = context.href_with(&Page::Portfolio, &query.with("by", value));
        (Link { label: label.into(), href }, current == value)
    };
    vec![
        option(say!(words, "portfolio-by-nothing"), ""),
        option(say!(words, "filter-goal"), "goal"),
        option(say!(words, "table-place"), "place"),
        option(say!(words, "portfolio-by-lead"), "lead"),
    ]
}

fn facets<'a>(context: &Context<'a>) -> Vec<Facet<'a, Activity>> {
    let (words, feed) = (context.words, context.feed);
    let goals = super::goal::active(context);
    let places =
        feed.geographies.iter().filter(|place| feed.activities.iter().any(|one| one.geographies.contains(&place.id)));
    let leads =
        PartnerKind::ALL.iter().filter(|kind| feed.activities.iter().any(|one| is_led_by(context, one, **kind)));
    vec![
        Facet {
            name: "goal",
            title: say!(words, "filter-goal"),
            options: goals.into_iter().map(|goal| (context.text(&goal.title), goal.id.as_str())).collect(),
            has: Box::new(|activity: &Activity, value| activity.goals.iter().any(|id| id.as_str() == value)),
        },
        Facet {
            name: "place",
            title: say!(words, "table-place"),
            options: places.map(|place| (context.text(&place.name), place.id.as_str())).collect(),
            has: Box::new({
                let context = *context;
                move |activity: &Activity, value| happens_in(&context, activity, value)
            }),
        },
        Facet {
            name: "lead",
            title: say!(words, "portfolio-by-lead"),
            options: leads.map(|kind| (super::partners::kind(context, *kind).into(), kind.wire())).collect(),
            has: Box::new({
                let feed = context.feed;
                move |activity: &Activity, value| {
                    feed.partner(&activity.lead).is_some_and(|partner| partner.kind.wire() == value)
                }
            }),
        },
    ]
}

fn is_led_by(context: &Context<'_>, activity: &Activity, kind: PartnerKind) -> bool {
    context.feed.partner(&activity.lead).is_some_and(|partner| partner.kind == kind)
}

/// The activities of each goal, place or kind of lead; all of them as one group without a name if nothing splits them.
/// An activity with two goals stands in both.
fn groups<'r>(context: &Context<'_>, activities: &[&'r Activity], by: &str) -> Vec<(Phrase, Vec<&'r Activity>)> {
    let mut groups: Vec<(Phrase, Vec<&Activity>)> = Vec::new();
    let mut add = |name: Phrase, belongs: &dyn Fn(&Activity) -> bool| {
        let members: Vec<_> = activities.iter().copied().filter(|activity| belongs(activity)).collect();
        if !members.is_empty() {
            groups.push((name, members));
        }
    };
    match by {
        "goal" => {
            for goal in super::goal::active(context) {
                add(context.text(&goal.title), &|activity| activity.goals.contains(&goal.id));
            }
        }
        "place" => {
            for place in &context.feed.geographies {
                add(context.text(&place.name), &|activity| activity.geographies.contains(&place.id));
            }
            let everywhere = say!(context.words, "portfolio-everywhere");
            add(everywhere.into(), &|activity| activity.geographies.is_empty());
        }
        "lead" => {
            for kind in PartnerKind::ALL {
                let name = super::partners::kind(context, *kind);
                add(name.into(), &|activity| is_led_by(context, activity, *kind));
            }
        }
        _ => add(Phrase::default(), &|_| true),
    }
    groups
}

#[cfg(test)]
mod tests;

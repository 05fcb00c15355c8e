//! How activities are run, over the whole agenda: how they spread over the six aspects and the four steps, what is being
//! tried, what residents run, which rules move, and whose money ends.
//!
//! Everything is a count, with the number that nobody has said. Unlike activities are never averaged.

mod lanes;
mod spread;

pub use lanes::{Ending, ResidentRun, Rule, Trial};
pub use spread::{Cell, Group, Spread, SpreadRow};

use super::activities::{in_order, of_goals, of_places};
use super::filters::{Facet, Filter, ListIndex};
use super::list::Nothing;
use super::{Context, Head, Link, Phrase};
use crate::feed::records::Activity;
use crate::feed::records::partner::PartnerKind;
use crate::routes::{Page, Query};
use crate::words::say;

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

/// What the page is narrowed down by.
pub fn portfolio_index(context: &Context<'_>) -> ListIndex {
    let (order, records) = in_order(context);
    ListIndex::new(order, facets(context, &records))
}

/// The whole under a query: `by` (goal, place, lead) splits it, `goal`, `place` and `lead` narrow it down.
pub fn portfolio(context: &Context<'_>, index: &ListIndex, query: &Query) -> Portfolio {
    let words = context.words;
    let total = index.len();
    let texts = |activity: &Activity| vec![context.plain(&activity.title)];
    let (filters, chosen) = index.narrow(context, &Page::Portfolio, query.into(), &context.feed.activities, texts);
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
        empty: context.no_rows(
            &Page::Portfolio,
            total,
            chosen.len(),
            say!(words, "activities-none"),
            say!(words, "filter-no-activities", n = total),
        ),
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

fn facets<'a>(context: &Context<'a>, records: &[&'a Activity]) -> Vec<Facet> {
    let lead = |activity: &Activity| context.feed.partner(&activity.lead).map(|partner| partner.kind);
    let leads = PartnerKind::ALL.iter().filter(|kind| records.iter().any(|one| lead(one) == Some(**kind)));
    vec![
        of_goals(context, records),
        of_places(context, records),
        Facet::new(
            "lead",
            say!(context.words, "portfolio-by-lead"),
            leads.map(|kind| (super::partners::kind(context, *kind).into(), kind.wire())).collect(),
            &mut records.iter().map(|activity| lead(activity).map(PartnerKind::wire).into_iter().collect()),
        ),
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

//! What nobody does, and what several do side by side.

use super::Work;
use super::matrix::{funders, residents};
use crate::feed::id::PartnerId;
use crate::feed::records::indicator::{Level, Phase};
use crate::feed::records::{Activity, Partner};
use crate::present::activities::has_part;
use crate::present::{Context, Link};
use crate::routes::Page;
use crate::sorted::sort_by_key;
use crate::words::say;

/// Something missing: a sentence, and what it is missing from.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    pub says: String,
    pub links: Vec<Link>,
    /// "and 7 more", if there are more than a page should list.
    pub more: Option<String>,
}

/// Activities for the same goal at the same place, whose leads have nothing to do with each other here.
#[derive(Clone, Debug, PartialEq)]
pub struct Overlap {
    pub says: String,
    pub activities: Vec<Link>,
}

/// So many names stand behind a sentence.
const MOST_NAMES: usize = 12;

impl Gap {
    /// Nothing, if it is missing nowhere.
    pub(in crate::present) fn of(context: &Context<'_>, says: String, mut links: Vec<Link>) -> Option<Self> {
        let rest = links.len().saturating_sub(MOST_NAMES);
        links.truncate(MOST_NAMES);
        let more = (rest > 0).then(|| say!(context.words, "who-and-more", n = rest));
        (!links.is_empty()).then_some(Self { says, links, more })
    }
}

pub(super) fn gaps(context: &Context<'_>, goals: &[Work<'_>], partners: &[&Partner], going: &[&Activity]) -> Vec<Gap> {
    let words = context.words;
    let of = goals.len();
    let without = |has: &dyn Fn(&Work<'_>) -> bool| -> Vec<Link> {
        let lacking = goals.iter().filter(|work| !has(work)).map(|work| work.goal);
        lacking.map(|goal| context.link(&goal.title, &Page::Goal(goal.id.to_string()))).collect()
    };
    let is_measured = |work: &Work<'_>| {
        let mut all = context.feed.indicators_of(&work.goal.id);
        all.any(|indicator| indicator.level != Level::Performance && indicator.phase == Phase::Live)
    };
    let no_steward = without(&|work| !work.goal.stewards.is_empty());
    let no_activity = without(&|work| !work.going.is_empty());
    let no_measure = without(&is_measured);
    // Of a goal without any activity only that is said.
    let no_residents = without(&|work| work.going.is_empty() || residents(context, work) > 0);
    let no_money = without(&|work| work.going.is_empty() || funders(work) > 0);
    let idle = partners.iter().filter(|partner| !going.iter().any(|one| has_part(one, partner.id.as_str())));
    let idle: Vec<_> =
        idle.map(|partner| context.link(&partner.name, &Page::Partner(partner.id.to_string()))).collect();
    [
        Gap::of(context, say!(words, "who-gap-steward", n = no_steward.len(), of = of), no_steward),
        Gap::of(context, say!(words, "who-gap-lead", n = no_activity.len(), of = of), no_activity),
        Gap::of(context, say!(words, "who-gap-measure", n = no_measure.len(), of = of), no_measure),
        Gap::of(context, say!(words, "who-gap-residents", n = no_residents.len(), of = of), no_residents),
        Gap::of(context, say!(words, "who-gap-money", n = no_money.len(), of = of), no_money),
        Gap::of(context, say!(words, "who-gap-idle", n = idle.len(), of = partners.len()), idle),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Activities for one goal which name the same place, and whose leads know none of the others: they share no activity and
/// no table. Two who sit together know of each other: that is no question.
pub(super) fn overlaps(context: &Context<'_>, goals: &[Work<'_>]) -> Vec<Overlap> {
    let words = context.words;
    let acquainted = Acquainted::new(context);
    let mut found = Vec::new();
    for work in goals {
        for place in &context.feed.geographies {
            let here: Vec<&Activity> =
                work.going.iter().filter(|one| one.geographies.contains(&place.id)).copied().collect();
            let strange = |one: &&&Activity| {
                here.iter().all(|other| other.id == one.id || !acquainted.know(&one.lead, &other.lead))
            };
            let strangers: Vec<&Activity> = here.iter().filter(strange).copied().collect();
            if strangers.len() < 2 {
                continue;
            }
            let leads: Vec<_> = (strangers.iter())
                .filter_map(|activity| context.feed.partner(&activity.lead))
                .map(|partner| context.plain(&partner.name))
                .collect();
            let says = say!(
                words,
                "who-overlap",
                n = strangers.len(),
                goal = context.plain(&work.goal.title),
                place = context.plain(&place.name),
                partners = words.list(&leads)
            );
            let link = |activity: &&Activity| context.link(&activity.title, &Page::Activity(activity.id.to_string()));
            found.push(Overlap { says, activities: strangers.iter().map(link).collect() });
        }
    }
    sort_by_key(&mut found, |overlap| std::cmp::Reverse(overlap.activities.len()));
    found
}

/// Which partners know of each other: they have parts in one activity, or sit at one table.
struct Acquainted<'a> {
    partners: &'a [Partner],
    /// A square of all partners by all partners.
    know: Vec<bool>,
}

impl<'a> Acquainted<'a> {
    fn new(context: &Context<'a>) -> Self {
        let feed = context.feed;
        let mut square =
            Self { partners: &feed.partners, know: vec![false; feed.partners.len() * feed.partners.len()] };
        for activity in &feed.activities {
            square.meet(activity.partners.iter().map(|role| &role.partner).chain([&activity.lead]).collect());
        }
        for group in &feed.workgroups {
            square.meet(group.members.iter().map(|member| &member.partner).chain(&group.chairs).collect());
        }
        square
    }

    fn meet(&mut self, all: Vec<&PartnerId>) {
        let places: Vec<usize> = all.into_iter().filter_map(|id| self.place(id)).collect();
        for one in &places {
            for other in &places {
                self.know[one * self.partners.len() + other] = true;
            }
        }
    }

    fn place(&self, id: &PartnerId) -> Option<usize> {
        self.partners.iter().position(|partner| partner.id == *id)
    }

    fn know(&self, one: &PartnerId, other: &PartnerId) -> bool {
        let places = self.place(one).zip(self.place(other));
        one == other || places.is_some_and(|(one, other)| self.know[one * self.partners.len() + other])
    }
}

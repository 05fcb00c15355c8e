//! Who took part, group by group, beside who lives there.

use crate::feed::id::DimensionId;
use crate::feed::records::{Engagement, Geography};
use crate::present::{Context, Phrase};
use crate::words::say;

/// Who took part, in words and by groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    /// How many in all, beside how many live there; or that nobody counted.
    pub says: Vec<String>,
    pub tables: Vec<ReachTable>,
    pub columns: [String; 3],
}

/// The groups of one dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReachTable {
    pub title: Phrase,
    pub rows: Vec<ReachRow>,
    /// Groups that nobody counts anywhere, with the reason.
    pub not_collected: Vec<Phrase>,
}

/// One group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReachRow {
    pub group: Phrase,
    /// How many; or that nobody counted.
    pub count: String,
    /// Of all who took part; or that it is not known.
    pub share: String,
}

/// Who took part.
pub(super) fn reached(context: &Context<'_>, engagement: &Engagement) -> Reached {
    let words = context.words;
    let mut dimensions: Vec<&DimensionId> = Vec::new();
    for reach in &engagement.reach {
        if !dimensions.contains(&&reach.dimension) {
            dimensions.push(&reach.dimension);
        }
    }
    let mut says = vec![people(context, engagement)];
    if dimensions.is_empty() {
        says.push(say!(words, "engagement-no-groups"));
    }
    Reached {
        says,
        tables: dimensions.into_iter().filter_map(|id| table(context, engagement, id)).collect(),
        columns: [
            say!(words, "engagement-column-group"),
            say!(words, "engagement-column-count"),
            say!(words, "engagement-column-share"),
        ],
    }
}

/// How many took part in all, and of how many.
fn people(context: &Context<'_>, engagement: &Engagement) -> String {
    let words = context.words;
    let Some(n) = engagement.participants else { return say!(words, "engagement-nobody-counted") };
    let place = place(context, engagement);
    let population = place.and_then(|place| Some((place, place.population.as_ref()?)));
    match population {
        Some((place, population)) if population.value > 0 => {
            let share = words.share_in_100(100.0 * f64::from(n) / f64::from(population.value));
            let (name, year) = (context.plain(&place.name), context.date(population.year));
            say!(words, "engagement-people-of", n = n, all = population.value, place = name, year = year, share = share)
        }
        _ => say!(words, "engagement-people", n = n),
    }
}

/// The one place it is about; the coalition's own area if it is about no place in particular.
fn place<'a>(context: &Context<'a>, engagement: &'a Engagement) -> Option<&'a Geography> {
    match engagement.geographies.as_slice() {
        [] => context.feed.geography(&context.feed.coalition.geography),
        [one] => context.feed.geography(one),
        // Several places may lie in each other; nobody can add them up from here.
        _ => None,
    }
}

fn table(context: &Context<'_>, engagement: &Engagement, id: &DimensionId) -> Option<ReachTable> {
    let words = context.words;
    let dimension = context.feed.dimension(id)?;
    let row = |group: &crate::feed::records::geography::Group| {
        let reach = engagement.reach.iter().find(|reach| reach.dimension == *id && reach.group == group.id);
        let count = reach.and_then(|reach| reach.count);
        let share = match (count, engagement.participants) {
            (Some(count), Some(all)) if all > 0 => words.share_in_100(100.0 * f64::from(count) / f64::from(all)),
            _ => say!(words, "engagement-share-unknown"),
        };
        ReachRow {
            group: context.text(&group.label),
            count: match (reach, count) {
                (_, Some(count)) => words.number(f64::from(count), 0),
                (Some(_), None) => say!(words, "engagement-group-unpublished"),
                (None, None) => say!(words, "engagement-group-uncounted"),
            },
            share,
        }
    };
    let missing = dimension.not_collected.iter().map(|group| {
        let (label, why) = (context.plain(&group.label), context.plain(&group.why));
        Phrase::from(say!(words, "engagement-not-collected", group = label, why = why))
    });
    Some(ReachTable {
        title: context.text(&dimension.label),
        rows: dimension.groups.iter().map(row).collect(),
        not_collected: missing.collect(),
    })
}

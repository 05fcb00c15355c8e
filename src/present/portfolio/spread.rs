//! How many activities stand at each place: counts only.

use crate::feed::records::Activity;
use crate::feed::records::activity::{Coproduction, Who};
use crate::present::activity::style::{Aspect, ends};
use crate::present::activity::{who, with_residents};
use crate::present::{Context, Phrase};
use crate::words::say;

/// A table of counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// What the rows are.
    pub rows: String,
    pub columns: Vec<String>,
    pub groups: Vec<Group>,
}

/// The counts of one goal, place or kind of lead; without a name, of all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub name: Phrase,
    /// How many activities.
    pub count: String,
    pub rows: Vec<SpreadRow>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpreadRow {
    pub name: String,
    /// What the ends mean, if there are ends.
    pub ends: Option<[String; 2]>,
    pub cells: Vec<Cell>,
    /// How many have said nothing.
    pub unsaid: String,
    /// "12 of 62 said".
    pub said: String,
}

/// How many, and how long the bar beside it is, in tenths of the longest of its group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub count: String,
    pub tenths: usize,
}

/// The six aspects.
pub(super) fn style(context: &Context<'_>, groups: &[(Phrase, Vec<&Activity>)]) -> Spread {
    let words = context.words;
    let [standard, shared] = ends(context);
    let end = |n: u8, end: String| say!(words, "portfolio-end", n = n, end = end);
    let number = |n: u8| words.number(f64::from(n), 0);
    let rows = |activities: &[&Activity]| {
        let row = |aspect: &Aspect| {
            let at =
                |activity: &&Activity| aspect.position(activity.delivery_style.as_ref()).map(|n| usize::from(n) - 1);
            row(context, aspect.name(context), Some(aspect.ends(context)), 5, activities.iter().map(at).collect())
        };
        Aspect::ALL.iter().map(row).collect()
    };
    Spread {
        rows: say!(words, "style-aspect"),
        columns: vec![end(1, standard), number(2), number(3), number(4), end(5, shared)],
        groups: groups.iter().map(|(name, activities)| group(context, name, activities, &rows)).collect(),
    }
}

/// The four steps of co-production.
pub(super) fn phases(context: &Context<'_>, groups: &[(Phrase, Vec<&Activity>)]) -> Spread {
    let words = context.words;
    type Step = fn(&Coproduction) -> Who;
    let steps: [(String, Step); 4] = [
        (say!(words, "coproduction-step-commission"), |known| known.commission),
        (say!(words, "coproduction-step-design"), |known| known.design),
        (say!(words, "coproduction-step-deliver"), |known| known.deliver),
        (say!(words, "coproduction-step-assess"), |known| known.assess),
    ];
    let rows = |activities: &[&Activity]| {
        let row = |(name, step): &(String, Step)| {
            let at = |activity: &&Activity| {
                let by = step(activity.coproduction.as_ref()?);
                Who::ALL.iter().position(|known| *known == by)
            };
            row(context, name.clone(), None, Who::ALL.len(), activities.iter().map(at).collect())
        };
        steps.iter().map(row).collect()
    };
    Spread {
        rows: say!(words, "portfolio-step"),
        columns: Who::ALL.iter().map(|known| who(context, *known)).collect(),
        groups: groups.iter().map(|(name, activities)| group(context, name, activities, &rows)).collect(),
    }
}

fn group(
    context: &Context<'_>,
    name: &Phrase,
    activities: &[&Activity],
    rows: &dyn Fn(&[&Activity]) -> Vec<SpreadRow>,
) -> Group {
    let count = say!(context.words, "count-activities", n = activities.len());
    let mut rows = rows(activities);
    let most = rows.iter().flat_map(|row| &row.cells).map(|cell| cell.tenths).max().unwrap_or(0).max(1);
    for cell in rows.iter_mut().flat_map(|row| &mut row.cells) {
        cell.tenths = (cell.tenths * 10).div_ceil(most);
    }
    Group { name: name.clone(), count, rows }
}

fn row(
    context: &Context<'_>,
    name: String,
    ends: Option<[String; 2]>,
    places: usize,
    found: Vec<Option<usize>>,
) -> SpreadRow {
    let words = context.words;
    let total = found.len();
    let cell = |place: usize| {
        let n = found.iter().filter(|at| **at == Some(place)).count();
        // As long as its number until the most of the group is known.
        Cell { count: words.number(n as f64, 0), tenths: n }
    };
    let unsaid = found.iter().filter(|at| at.is_none()).count();
    SpreadRow {
        name,
        ends,
        cells: (0..places).map(cell).collect(),
        unsaid: words.number(unsaid as f64, 0),
        said: say!(words, "portfolio-said", n = total - unsaid, total = total),
    }
}

/// What the counts say, in sentences.
pub(super) fn says(context: &Context<'_>, activities: &[&Activity]) -> Vec<String> {
    let words = context.words;
    let total = activities.len();
    let known: Vec<Who> =
        activities.iter().filter_map(|one| one.coproduction.as_ref()).map(|one| one.deliver).collect();
    let help = known.iter().filter(|by| with_residents(**by)).count();
    let alone = known.iter().filter(|by| **by == Who::Residents).count();
    let mut says = vec![match known.len() {
        0 => say!(words, "portfolio-says-nobody-delivers", total = total),
        _ => say!(
            words,
            "portfolio-says-deliver",
            n = help,
            known = known.len(),
            alone = alone,
            unsaid = total - known.len()
        ),
    }];
    let control: Vec<u8> =
        activities.iter().filter_map(|one| Aspect::Control.position(one.delivery_style.as_ref())).collect();
    let count = |test: fn(u8) -> bool| control.iter().filter(|at| test(**at)).count();
    says.push(match control.len() {
        0 => say!(words, "portfolio-says-no-style"),
        n => say!(
            words,
            "portfolio-says-control",
            n = n,
            total = total,
            low = count(|at| at < 3),
            middle = count(|at| at == 3),
            high = count(|at| at > 3)
        ),
    });
    says
}

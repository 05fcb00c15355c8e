//! Activities by the four steps of co-production: who commissions, designs, delivers and assesses.

use crate::feed::records::Activity;
use crate::feed::records::activity::Who;
use crate::present::{Context, Link};
use crate::routes::Page;
use crate::sorted::sort_by_key;
use crate::words::{fold, say};

/// The table of all, and the table of each.
#[derive(Clone, Debug, PartialEq)]
pub struct Phases {
    pub title: String,
    pub note: String,
    /// What the table says, in a sentence.
    pub says: String,
    pub step: String,
    pub steps: [String; 4],
    /// Who: agency, shared, residents, nobody, not said.
    pub who: [String; 5],
    /// For each step, how many activities are of each.
    pub counts: Vec<(String, [String; 5])>,
    pub each: String,
    pub rows: Vec<PhaseRow>,
    /// Said if not all are listed.
    pub cut: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhaseRow {
    pub activity: Link,
    pub cells: [String; 4],
}

/// More rows than this are left to the list of activities.
const MOST_ROWS: usize = 200;

/// The step's place and the activity.
type Step = fn(&crate::feed::records::activity::Coproduction) -> Who;
const STEPS: [Step; 4] = [|co| co.commission, |co| co.design, |co| co.deliver, |co| co.assess];

pub(super) fn phases(context: &Context<'_>, going: &[&Activity]) -> Phases {
    let words = context.words;
    let who = [
        say!(words, "who-by-agency"),
        say!(words, "who-by-shared"),
        say!(words, "who-by-residents"),
        say!(words, "who-by-nobody"),
        say!(words, "who-not-said"),
    ];
    let steps = [
        say!(words, "coproduction-step-commission"),
        say!(words, "coproduction-step-design"),
        say!(words, "coproduction-step-deliver"),
        say!(words, "coproduction-step-assess"),
    ];
    let place = |activity: &Activity, step: Step| activity.coproduction.as_ref().map_or(4, |co| place(step(co)));
    let counts = steps.iter().zip(STEPS).map(|(name, step)| {
        let mut counts = [0_usize; 5];
        going.iter().for_each(|activity| counts[place(activity, step)] += 1);
        (name.clone(), counts.map(|n| words.number(n as f64, 0)))
    });
    let mut sorted = going.to_vec();
    sort_by_key(&mut sorted, |activity| fold(&context.plain(&activity.title)));
    let rest = sorted.len().saturating_sub(MOST_ROWS);
    let row = |activity: &&Activity| PhaseRow {
        activity: context.link(&activity.title, &Page::Activity(activity.id.to_string())),
        cells: STEPS.map(|step| who[place(activity, step)].clone()),
    };
    let said = going.iter().filter(|activity| activity.coproduction.is_some()).count();
    let with = going.iter().filter(|activity| STEPS.iter().any(|step| matches!(place(activity, *step), 1 | 2))).count();
    Phases {
        title: say!(words, "who-view-phases"),
        note: say!(words, "who-phases-note"),
        says: say!(words, "who-phases-says", n = with, said = said, of = going.len()),
        step: say!(words, "who-step"),
        counts: counts.collect(),
        each: say!(words, "who-phases-each", n = going.len()),
        rows: sorted.iter().take(MOST_ROWS).map(row).collect(),
        cut: (rest > 0).then(|| say!(words, "who-and-more", n = rest)),
        steps,
        who,
    }
}

fn place(who: Who) -> usize {
    match who {
        Who::Agency => 0,
        Who::Shared => 1,
        Who::Residents => 2,
        Who::Nobody => 3,
    }
}

//! My page: what a reader follows and means to do. It is kept in the reader's own browser and nowhere else; here is what
//! it is, how it is written down and read, and what is said of it.

mod changes;
mod written;

use chrono::{Datelike, NaiveDate};

use super::{Context, Head, Link, Phrase, record};
use crate::feed::id::Kind;
use crate::routes::Page;
use crate::words::say;
pub use changes::{MOST_MARKED, Mark, marks};
pub use written::read;

/// Longest text of an own goal or a step, in characters.
pub const LONGEST: usize = 300;
/// Most records that are followed, most goals, and most steps in each.
const MOST_FOLLOWED: usize = 50;
const MOST_GOALS: usize = 50;
const MOST_STEPS: usize = 30;
/// Most bytes that are read.
pub const MOST_BYTES: usize = 4 * 1024 * 1024;

/// What a reader keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mine {
    pub follows: Vec<Follow>,
    pub goals: Vec<OwnGoal>,
    /// What was kept before and could not be read. It is not thrown away before the reader says so.
    pub broken: Option<String>,
}

/// A record that is followed, as it was when the reader looked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Follow {
    pub id: String,
    pub latest: Seen,
    /// The visit before this day's first one.
    pub before: Option<Seen>,
}

/// What a record that is followed is compared with: a context in which it is known, if there is one.
pub type Known<'c, 'k> = &'k dyn Fn(&str) -> Option<Context<'c>>;

/// What was shown on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// Year-month-day.
    pub on: String,
    pub marks: Vec<Mark>,
}

/// A goal of the reader's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnGoal {
    pub text: String,
    pub steps: Vec<OwnStep>,
}

/// A step towards it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnStep {
    pub text: String,
    pub done: bool,
}

/// What the page says before anything of the reader's is known.
#[derive(Clone, Debug, PartialEq)]
pub struct MinePage {
    pub head: Head,
    pub title: String,
    pub lead: String,
    /// That it needs a script, and that nothing leaves the device.
    pub without_script: String,
    /// Where things to follow are.
    pub choose: Vec<Link>,
}

/// What is said of a record that is followed.
#[derive(Clone, Debug, PartialEq)]
pub struct Followed {
    pub id: String,
    pub name: Phrase,
    pub href: Option<String>,
    /// "Goal", "Place", "Partner".
    pub kind: String,
    /// What differs from the last visit; one sentence that nothing does, if so.
    pub says: Vec<String>,
}

/// The page.
pub fn mine_page(context: &Context<'_>) -> MinePage {
    let words = context.words;
    let title = say!(words, "mine-title");
    let link = |label: String, page: Page| Link { label: label.into(), href: context.href(&page) };
    MinePage {
        head: context.head(&title, say!(words, "mine-lead")),
        lead: say!(words, "mine-lead"),
        without_script: say!(words, "mine-needs-script"),
        choose: vec![
            link(say!(words, "mine-choose-goals"), Page::Overview),
            link(say!(words, "mine-choose-places"), Page::Places),
            link(say!(words, "mine-choose-partners"), Page::Partners),
        ],
        title,
    }
}

/// A day as it is kept.
fn iso(day: NaiveDate) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

/// A text as it is kept: without blanks around it, and not without end.
fn fitted(text: &str) -> String {
    text.trim().chars().take(LONGEST).collect()
}

impl Mine {
    pub fn follows(&self, id: &str) -> bool {
        self.follows.iter().any(|follow| follow.id == id)
    }

    /// Begins to follow a record, or ends it.
    pub fn turn(&mut self, context: &Context<'_>, id: &str) {
        if self.follows(id) {
            self.follows.retain(|follow| follow.id != id);
        } else if let Some(marks) = marks(context, id).filter(|_| self.follows.len() < MOST_FOLLOWED) {
            let latest = Seen { on: iso(context.today), marks };
            self.follows.push(Follow { id: id.to_owned(), latest, before: None });
        }
    }

    /// Notes what is shown now. What was shown on an earlier day stays to be compared with.
    pub fn visit<'c>(&mut self, of: Known<'c, '_>) {
        for follow in &mut self.follows {
            let Some(context) = of(&follow.id) else { continue };
            let Some(marks) = marks(&context, &follow.id) else { continue };
            let today = iso(context.today);
            let now = Seen { on: today.clone(), marks };
            let earlier = std::mem::replace(&mut follow.latest, now);
            if earlier.on != today {
                follow.before = Some(earlier);
            }
        }
    }

    /// The texts of goals and steps: when they change, a list of them is another one.
    pub fn texts(&self) -> Vec<Vec<String>> {
        let steps = |goal: &OwnGoal| goal.steps.iter().map(|step| step.text.clone()).collect::<Vec<_>>();
        self.goals.iter().map(|goal| [vec![goal.text.clone()], steps(goal)].concat()).collect()
    }

    pub fn add_goal(&mut self, text: &str) {
        let text = fitted(text);
        if !text.is_empty() && self.goals.len() < MOST_GOALS {
            self.goals.push(OwnGoal { text, steps: Vec::new() });
        }
    }

    /// Gives a goal another text; an empty one changes nothing.
    pub fn rename_goal(&mut self, at: usize, text: &str) {
        let text = fitted(text);
        if let Some(goal) = self.goals.get_mut(at).filter(|_| !text.is_empty()) {
            goal.text = text;
        }
    }

    pub fn remove_goal(&mut self, at: usize) {
        if at < self.goals.len() {
            self.goals.remove(at);
        }
    }

    pub fn add_step(&mut self, at: usize, text: &str) {
        let text = fitted(text);
        if let Some(goal) = self.goals.get_mut(at).filter(|goal| !text.is_empty() && goal.steps.len() < MOST_STEPS) {
            goal.steps.push(OwnStep { text, done: false });
        }
    }

    pub fn tick(&mut self, at: usize, step: usize, done: bool) {
        if let Some(step) = self.goals.get_mut(at).and_then(|goal| goal.steps.get_mut(step)) {
            step.done = done;
        }
    }

    pub fn remove_step(&mut self, at: usize, step: usize) {
        if let Some(goal) = self.goals.get_mut(at).filter(|goal| step < goal.steps.len()) {
            goal.steps.remove(step);
        }
    }
}

/// "2 of 5 steps done". Nothing without steps.
pub fn progress(context: &Context<'_>, goal: &OwnGoal) -> Option<String> {
    let done = goal.steps.iter().filter(|step| step.done).count();
    let total = goal.steps.len();
    (total > 0).then(|| say!(context.words, "mine-progress", n = done, total = total))
}

/// What is said of all that a reader follows.
pub fn followed<'c>(context: &Context<'c>, of: Known<'c, '_>, mine: &Mine) -> Vec<Followed> {
    mine.follows.iter().map(|follow| one(context, of(&follow.id), follow)).collect()
}

fn one(page: &Context<'_>, known: Option<Context<'_>>, follow: &Follow) -> Followed {
    let words = page.words;
    let context = known.as_ref().unwrap_or(page);
    let kind = match context.feed.kind_of(&follow.id) {
        Some(Kind::Goal) => say!(words, "mine-kind-goal"),
        Some(Kind::Geography) => say!(words, "mine-kind-place"),
        Some(Kind::Partner) => say!(words, "mine-kind-partner"),
        _ => String::new(),
    };
    let Some(name) = record::name(context, &follow.id) else {
        let name = follow.id.clone().into();
        return Followed { id: follow.id.clone(), name, href: None, kind, says: vec![say!(words, "mine-gone")] };
    };
    Followed {
        href: record::href(context, &follow.id),
        says: match known.is_some() {
            true => changes::since(context, follow),
            false => vec![say!(words, "mine-not-here")],
        },
        id: follow.id.clone(),
        name,
        kind,
    }
}

/// The name of the file that a reader takes away.
pub fn file_name(context: &Context<'_>) -> String {
    format!("my-page-{}.json", iso(context.today))
}

#[cfg(test)]
mod tests;

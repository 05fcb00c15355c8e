//! Who does what for which goal and where, and where nobody does.
//!
//! Four views of the same activities. What is over is not counted: the page is about who can be asked today.

mod coverage;
mod gaps;
mod matrix;
mod phases;
mod ties;

pub use coverage::{Coverage, CoverageCell, CoverageRow};
pub use gaps::{Gap, Overlap};
pub use matrix::{Cell, Column, FootCell, FootRow, Legend, Matrix, MatrixRow, Part, PartnerGroup};
pub use phases::{PhaseRow, Phases};
use ties::by_kind;
pub use ties::{Ties, TiesRow};

use super::activities::is_going;
use super::{Context, Head, Link};
use crate::feed::records::partner::PartnerStatus;
use crate::feed::records::{Activity, Goal, Partner};
use crate::routes::{Page, Query};
use crate::words::say;

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct WhoDoesWhatPage {
    pub head: Head,
    pub title: String,
    pub lead: String,
    /// Said, with a way on, if there is nothing to show.
    pub empty: Option<Gap>,
    /// What is missing, as sentences.
    pub gaps: Vec<Gap>,
    pub no_gaps: Option<String>,
    pub overlaps_note: String,
    pub overlaps: Vec<Overlap>,
    pub views: Vec<View>,
    pub matrix: Matrix,
    pub coverage: Coverage,
    pub phases: Phases,
    pub ties: Ties,
}

/// One of the four views, as a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// Its value in the address; empty for all of them.
    pub name: &'static str,
    pub label: String,
    /// Leads to the view alone; without script, to its place on the page.
    pub href: String,
}

/// The views by their names in the address, which are also their places on the page.
pub const VIEWS: [&str; 4] = ["goals", "places", "phases", "ties"];

/// Whether a view is shown under this state of the address: all are, unless one is chosen.
pub fn shows(query: &Query, view: &str) -> bool {
    !query.get("view").is_some_and(|chosen| chosen != view && VIEWS.contains(&chosen))
}

/// The page.
pub fn who_does_what_page(context: &Context<'_>) -> WhoDoesWhatPage {
    let words = context.words;
    let title = say!(words, "who-title");
    let going = going(context);
    let partners = partners(context);
    let goals = work(context, &going);
    let lead = say!(words, "who-lead", partners = partners.len(), goals = goals.len(), n = going.len());
    let (gaps, overlaps) = (gaps::gaps(context, &goals, &partners, &going), gaps::overlaps(context, &goals));
    let empty = (going.is_empty() || goals.is_empty()).then(|| Gap {
        says: say!(words, "who-empty"),
        links: vec![Link { label: say!(words, "nav-partners").into(), href: context.href(&Page::Partners) }],
        more: None,
    });
    WhoDoesWhatPage {
        head: context.head(&title, lead.clone()),
        title,
        lead,
        no_gaps: (gaps.is_empty() && empty.is_none()).then(|| say!(words, "who-no-gaps")),
        empty,
        gaps,
        overlaps_note: say!(words, "who-overlap-note"),
        overlaps,
        views: views(context),
        matrix: matrix::matrix(context, &goals, &partners),
        coverage: coverage::coverage(context, &goals),
        phases: phases::phases(context, &going),
        ties: ties::ties(context, &partners, &going),
    }
}

fn views(context: &Context<'_>) -> Vec<View> {
    let words = context.words;
    let page = Page::WhoDoesWhat;
    let mut views = vec![View { name: "", label: say!(words, "who-view-all"), href: context.href(&page) }];
    views.extend(VIEWS.iter().map(|name| View {
        name,
        label: say!(
            words,
            match *name {
                "goals" => "who-view-goals",
                "places" => "who-view-places",
                "phases" => "who-view-phases",
                _ => "who-view-ties",
            }
        ),
        href: format!("{}#{name}", context.href_with(&page, &Query::default().with("view", name))),
    }));
    views
}

/// A goal and what is done for it. Sorted out once: large coalitions have thousands of activities.
struct Work<'a> {
    goal: &'a Goal,
    going: Vec<&'a Activity>,
}

/// The goals that are pursued, each with its activities.
fn work<'a>(context: &Context<'a>, going: &[&'a Activity]) -> Vec<Work<'a>> {
    let serves = |goal: &Goal| going.iter().filter(|activity| activity.goals.contains(&goal.id)).copied().collect();
    super::goal::active(context).into_iter().map(|goal| Work { going: serves(goal), goal }).collect()
}

/// What is not over.
fn going<'a>(context: &Context<'a>) -> Vec<&'a Activity> {
    context.feed.activities.iter().filter(|activity| is_going(activity)).collect()
}

/// Who has not left, by kind and name.
fn partners<'a>(context: &Context<'a>) -> Vec<&'a Partner> {
    by_kind(context, context.feed.partners.iter().filter(|partner| partner.status != PartnerStatus::Left).collect())
}

/// The activities that are not over, of one goal and perhaps one partner or place, as a list.
fn list_href(context: &Context<'_>, goal: &str, name: &str, value: &str) -> String {
    let query = Query::default().with("going", "on").with("goal", goal).with(name, value);
    context.href_with(&Page::Activities, &query)
}

#[cfg(test)]
mod tests;

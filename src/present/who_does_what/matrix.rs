//! Partner by goal.

use super::ties::{is_residents, shelf};
use super::{Work, list_href};
use crate::feed::records::Partner;
use crate::feed::records::activity::{ResourceKind, RoleKind};
use crate::feed::records::indicator::{Level, Phase};
use crate::present::activities::has_part;
use crate::present::{Context, Link};
use crate::routes::Page;
use crate::words::say;

/// A row for each partner, a column for each goal.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    pub title: String,
    pub note: String,
    pub partner: String,
    pub columns: Vec<Column>,
    /// Too many columns for words: letters stand for what partners do, on wide pages too.
    pub narrow: bool,
    pub groups: Vec<PartnerGroup>,
    pub foot: Vec<FootRow>,
    pub legend: Vec<Legend>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub number: usize,
    pub goal: Link,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PartnerGroup {
    pub title: String,
    pub rows: Vec<MatrixRow>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct MatrixRow {
    pub partner: Link,
    pub cells: Vec<Cell>,
}

/// What one partner does for one goal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    pub parts: Vec<Part>,
    /// How many activities, in full words for those who hear it, and where they are listed.
    pub count: Option<(String, String, String)>,
}

/// What a partner can do for a goal, the heaviest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Answers,
    Lead,
    Deliver,
    Design,
    Fund,
    Host,
    Measure,
    Advise,
    Refer,
}

impl Part {
    const ALL: [Self; 9] = [
        Self::Answers,
        Self::Lead,
        Self::Deliver,
        Self::Design,
        Self::Fund,
        Self::Host,
        Self::Measure,
        Self::Advise,
        Self::Refer,
    ];

    fn of(role: RoleKind) -> Self {
        match role {
            RoleKind::Deliver => Self::Deliver,
            RoleKind::Design => Self::Design,
            RoleKind::Fund => Self::Fund,
            RoleKind::Host => Self::Host,
            RoleKind::Measure => Self::Measure,
            RoleKind::Advise => Self::Advise,
            RoleKind::Refer => Self::Refer,
        }
    }
}

/// A part's letter, its word and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Legend {
    pub part: Part,
    pub letter: String,
    pub word: String,
    pub means: String,
}

/// A row below the partners: who leads, residents, money.
#[derive(Clone, Debug, PartialEq)]
pub struct FootRow {
    pub title: String,
    pub cells: Vec<FootCell>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FootCell {
    pub says: String,
    /// Nobody does.
    pub gap: bool,
}

/// More goals than this leave no room for words in the cells.
const MOST_IN_WORDS: usize = 6;

pub(super) fn matrix(context: &Context<'_>, goals: &[Work<'_>], partners: &[&Partner]) -> Matrix {
    let words = context.words;
    let mut groups: Vec<(usize, PartnerGroup)> = Vec::new();
    for partner in partners {
        let (place, title) = shelf(context, partner.kind);
        let row = MatrixRow {
            partner: context.link(&partner.name, &Page::Partner(partner.id.to_string())),
            cells: goals.iter().map(|work| cell(context, work, partner)).collect(),
        };
        match groups.last_mut() {
            Some((last, group)) if *last == place => group.rows.push(row),
            _ => groups.push((place, PartnerGroup { title, rows: vec![row] })),
        }
    }
    let column = |(at, work): (usize, &Work<'_>)| Column {
        number: at + 1,
        goal: context.link(&work.goal.title, &Page::Goal(work.goal.id.to_string())),
    };
    Matrix {
        title: say!(words, "who-view-goals"),
        note: say!(words, "who-matrix-note"),
        partner: say!(words, "who-partner"),
        columns: goals.iter().enumerate().map(column).collect(),
        narrow: goals.len() > MOST_IN_WORDS,
        groups: groups.into_iter().map(|(_, group)| group).collect(),
        foot: foot(context, goals),
        legend: Part::ALL.iter().map(|part| legend(context, *part)).collect(),
    }
}

fn cell(context: &Context<'_>, work: &Work<'_>, partner: &Partner) -> Cell {
    let goal = work.goal;
    let mut found = [false; Part::ALL.len()];
    found[Part::Answers as usize] = goal.stewards.contains(&partner.id);
    found[Part::Measure as usize] = context.feed.indicators_of(&goal.id).any(|indicator| {
        indicator.steward == partner.id && indicator.level != Level::Performance && indicator.phase != Phase::Retired
    });
    let mut n = 0;
    for activity in &work.going {
        n += usize::from(has_part(activity, partner.id.as_str()));
        found[Part::Lead as usize] |= activity.lead == partner.id;
        for role in activity.partners.iter().filter(|role| role.partner == partner.id) {
            found[Part::of(role.role) as usize] = true;
        }
    }
    let words = context.words;
    let count = (n > 0).then(|| {
        let says =
            say!(words, "who-cell", n = n, partner = context.plain(&partner.name), goal = context.plain(&goal.title));
        (words.number(n as f64, 0), says, list_href(context, goal.id.as_str(), "partner", partner.id.as_str()))
    });
    Cell { parts: Part::ALL.into_iter().filter(|part| found[*part as usize]).collect(), count }
}

fn foot(context: &Context<'_>, goals: &[Work<'_>]) -> Vec<FootRow> {
    let words = context.words;
    let row =
        |title: String, none: String, count: &dyn Fn(&Work<'_>) -> usize, says: &dyn Fn(usize) -> String| FootRow {
            title,
            cells: (goals.iter())
                .map(|work| match count(work) {
                    0 => FootCell { says: none.clone(), gap: true },
                    n => FootCell { says: says(n), gap: false },
                })
                .collect(),
        };
    let none = say!(words, "who-foot-none");
    let partners = |n: usize| say!(words, "who-foot-partners", n = n);
    let groups = |n: usize| say!(words, "who-foot-groups", n = n);
    let funded = |n: usize| say!(words, "who-foot-funders", n = n);
    vec![
        row(say!(words, "who-foot-lead"), none.clone(), &|work| work.goal.stewards.len(), &partners),
        row(say!(words, "who-foot-residents"), none, &|work| residents(context, work), &groups),
        row(say!(words, "who-foot-money"), say!(words, "who-foot-no-money"), &funders, &funded),
    ]
}

/// How many groups of residents have a part in what is done for a goal.
pub(super) fn residents(context: &Context<'_>, work: &Work<'_>) -> usize {
    let has_a_part = |partner: &Partner| work.going.iter().any(|one| has_part(one, partner.id.as_str()));
    context.feed.partners.iter().filter(|partner| is_residents(partner) && has_a_part(partner)).count()
}

/// How many partners are named as paying for what is done for a goal.
pub(super) fn funders(work: &Work<'_>) -> usize {
    let mut payers = Vec::new();
    for activity in &work.going {
        payers.extend(activity.partners.iter().filter(|role| role.role == RoleKind::Fund).map(|role| &role.partner));
        let cash = activity.resources.iter().filter(|means| means.kind == ResourceKind::Cash);
        payers.extend(cash.filter_map(|means| means.from.as_ref()));
    }
    crate::sorted::sort_by(&mut payers, |a, b| a.as_str().cmp(b.as_str()));
    payers.dedup();
    payers.len()
}

fn legend(context: &Context<'_>, part: Part) -> Legend {
    let words = context.words;
    let letter = say!(
        words,
        match part {
            Part::Answers => "who-letter-answers",
            Part::Lead => "who-letter-lead",
            Part::Deliver => "who-letter-deliver",
            Part::Design => "who-letter-design",
            Part::Fund => "who-letter-fund",
            Part::Host => "who-letter-host",
            Part::Measure => "who-letter-measure",
            Part::Advise => "who-letter-advise",
            Part::Refer => "who-letter-refer",
        }
    );
    let word = say!(
        words,
        match part {
            Part::Answers => "who-part-answers",
            Part::Lead => "role-lead",
            Part::Deliver => "role-deliver",
            Part::Design => "role-design",
            Part::Fund => "role-fund",
            Part::Host => "role-host",
            Part::Measure => "role-measure",
            Part::Advise => "role-advise",
            Part::Refer => "role-refer",
        }
    );
    let means = say!(
        words,
        match part {
            Part::Answers => "who-means-answers",
            Part::Lead => "who-means-lead",
            Part::Deliver => "who-means-deliver",
            Part::Design => "who-means-design",
            Part::Fund => "who-means-fund",
            Part::Host => "who-means-host",
            Part::Measure => "who-means-measure",
            Part::Advise => "who-means-advise",
            Part::Refer => "who-means-refer",
        }
    );
    Legend { part, letter, word, means }
}

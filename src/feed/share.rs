//! A share of a feed: the records and lines that one page is made of. The large feed of a site is published in shares.

use std::collections::{BTreeMap, BTreeSet};

use super::id::Kind;
use super::model::{Changed, Feed, Record, for_each_list};
use super::period::Period;
use super::records::activity::{MilestoneState, ResourceKind};
use super::records::{
    Activity, BudgetCycle, BudgetProposal, Commitment, Decision, Dimension, Engagement, Event, Feedback, Geography,
    Goal, Indicator, Need, Partner, Source, Story, Strategy, Term, Update, WorkGroup,
};
use super::series::{Line, Series, Status};
use super::text::Text;

/// The lists that every page is made with: few, small, and named everywhere.
pub const CORE: [Kind; 3] = [Kind::Goal, Kind::Dimension, Kind::Geography];

/// How much of a series a page needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lines {
    /// The line that speaks for the indicator: everybody if there is such a line, else the first.
    Main,
    /// That line, and the lines of everybody in one place.
    Places,
    Whole,
}

/// An indicator in short, as lists show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest {
    /// How it stands, as a code.
    pub verdict: String,
    /// The points of its main line that are kept.
    pub periods: BTreeSet<Period>,
}

/// Which records and lines of a feed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Lists that are there in full.
    pub kinds: BTreeSet<Kind>,
    /// Single records.
    pub records: BTreeSet<String>,
    /// By the indicator's id. A series that is not named is left out.
    pub series: BTreeMap<String, Lines>,
    /// The record whose page it is: of this one it is said when it was changed.
    pub own: Option<String>,
    /// Indicators in short, by their ids: without what no list shows, and with the few points that are kept.
    pub digests: BTreeMap<String, Digest>,
    /// Whether activities are without what no list of them shows.
    pub activities_in_short: bool,
    /// Whose lines are there, where lines of places are; without any, those of all places.
    pub places: BTreeSet<String>,
}

impl Share {
    /// What every page has.
    pub fn core() -> Self {
        Self { kinds: CORE.into(), ..Self::default() }
    }

    /// Whether a record is part of it.
    pub fn has(&self, kind: Kind, id: &str) -> bool {
        self.kinds.contains(&kind) || self.records.contains(id)
    }

    /// Asks for at least so much of a series.
    pub fn add_series(&mut self, indicator: &str, lines: Lines) {
        let known = self.series.entry(indicator.to_owned()).or_insert(lines);
        *known = lines.max(*known);
    }
}

macro_rules! shared {
    ($($list:ident $one:ident $Record:ident $Id:ident;)*) => {
        impl Feed {
            /// The share of this feed, as a feed of its own. Everything keeps its order; references may lead out of it.
            #[must_use]
            pub fn share(&self, share: &Share) -> Self {
                $(let $list = (self.$list.iter())
                    .filter(|record| share.has(<$Record as Record>::KIND, record.id_text()))
                    .cloned()
                    .collect();)*
                let series = self.series.iter().filter_map(|series| {
                    let id = series.indicator.as_str();
                    let lines = match (share.digests.get(id), share.series.get(id)) {
                        (Some(digest), _) if digest.periods.is_empty() => return None,
                        (Some(digest), _) => thinned(series, digest),
                        (None, lines) => taken(series, *lines?, &share.places).cloned().collect(),
                    };
                    Some(Series { indicator: series.indicator.clone(), lines })
                });
                let mut feed = Self::new(self.coalition.clone(), $($list,)* series.collect());
                feed.indicators.iter_mut().filter(|one| share.digests.contains_key(one.id.as_str())).for_each(in_short);
                if share.activities_in_short {
                    feed.activities.iter_mut().for_each(activity_in_short);
                }
                let verdicts = share.digests.iter().map(|(id, digest)| (id.clone(), digest.verdict.clone()));
                feed.with_changed(changed_of(self.changed(), share.own.as_deref())).into_share(verdicts.collect())
            }
        }
    };
}
for_each_list!(shared);

impl Feed {
    /// How many observations a share of this feed holds, without those of indicators in short.
    pub fn count_observations(&self, share: &Share) -> usize {
        let lines = |series: &Series| -> usize {
            let wanted = share.series.get(series.indicator.as_str());
            wanted.map_or(0, |wanted| taken(series, *wanted, &share.places).map(|line| line.points.len()).sum())
        };
        self.series.iter().map(lines).sum()
    }
}

/// What is known of the changes of one record.
fn changed_of(changed: &Changed, own: Option<&str>) -> Changed {
    let Some(own) = own else { return Changed::default() };
    let of = |list: &[(String, String)]| list.iter().filter(|(id, _)| id == own).cloned().collect();
    Changed { since: changed.since.clone(), records: of(&changed.records), figures: of(&changed.figures) }
}

/// The lines of a series, in their order.
fn taken<'s>(series: &'s Series, wanted: Lines, places: &'s BTreeSet<String>) -> impl Iterator<Item = &'s Line> {
    let total = series.total().is_some();
    // Where nobody counts everybody, a page says whether anybody is counted at all.
    let first_known = series.lines.iter().position(|line| line.points.iter().any(|point| point.value.is_some()));
    let is_main = move |at: usize, line: &Line| match total {
        true => line.scope.is_total(),
        false => at == 0 || Some(at) == first_known,
    };
    let is_there = move |line: &Line| {
        let place = line.scope.geography.as_ref();
        places.is_empty() || place.is_none_or(|place| places.contains(place.as_str()))
    };
    let takes = move |at: usize, line: &Line| match wanted {
        Lines::Main => is_main(at, line),
        Lines::Places => line.scope.groups.is_empty() && is_there(line) || is_main(at, line),
        Lines::Whole => true,
    };
    let chosen = series.lines.iter().enumerate().filter(move |(at, line)| takes(*at, line));
    chosen.map(|(_, line)| line)
}

/// The main line of a series with the points of a digest.
fn thinned(series: &Series, digest: &Digest) -> Vec<Line> {
    let mut lines: Vec<Line> = taken(series, Lines::Main, &BTreeSet::new()).cloned().collect();
    for line in &mut lines {
        line.points.retain(|point| digest.periods.contains(&point.period));
        // A line in a list has no room for more than the values, and what is to be known of them.
        for point in &mut line.points {
            (point.se, point.numerator, point.denominator, point.note) = (None, None, None, None);
            if point.value.is_some() {
                point.status = point.status.without(Status::Final);
            }
        }
    }
    lines
}

/// Leaves out what no list shows. Summary and definition have to be there.
fn in_short(indicator: &mut Indicator) {
    indicator.plain_summary = Text::Plain("–".into());
    indicator.definition = Text::Plain("–".into());
    indicator.targets.retain(|target| target.scope.is_none());
    indicator.caveats.clear();
    indicator.related.clear();
    indicator.forecasts.clear();
    indicator.expected_dimensions.clear();
    indicator.limits = None;
    indicator.rba = None;
}

/// Leaves out what of an activity only its own page shows.
fn activity_in_short(activity: &mut Activity) {
    activity.status_reason = None;
    activity.partners.iter_mut().for_each(|role| role.note = None);
    activity.locations.clear();
    activity.serves = None;
    activity.milestones.retain(|milestone| milestone.state != MilestoneState::Done);
    activity.resources.retain(|means| means.kind == ResourceKind::Cash);
    activity.access = None;
    activity.evidence_links.clear();
    activity.identifiers.clear();
}

#[cfg(test)]
mod tests;

//! What each page is made of: the share of a large feed that is published for it.
//!
//! A share may hold more than its page shows, never less: the build shows every page from both and compares.

mod place;

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::list::MOST_AMONG;
use super::place::near;
use super::row::main_line;
use super::{Context, goal, overview, slides};
use crate::feed::Feed;
use crate::feed::history::History;
use crate::feed::id::Kind;
use crate::feed::mentions::Mentions;
use crate::feed::period::Period;
use crate::feed::records::Indicator;
use crate::feed::records::indicator::Level;
use crate::feed::series::{Line, Observation, Status};
use crate::feed::share::{CORE, Digest, Lines, Share};
use crate::measure::change::{is_measured, standing};
use crate::routes::Page;

/// How far names are followed from what a page shows: a promise names who gave it, and that is a work group of partners.
const STEPS: usize = 2;

/// How many points of a line a list draws, besides those that are spoken of.
const POINTS: usize = 8;

/// The shares of a feed's pages.
pub struct Needs<'f> {
    context: Context<'f>,
    feed: &'f Feed,
    mentions: Arc<Mentions>,
    history: Option<&'f History>,
}

impl<'f> Needs<'f> {
    /// # Errors
    /// Only if a record cannot be written as JSON, which no record type allows.
    pub fn of(context: Context<'f>) -> Result<Self, serde_json::Error> {
        Ok(Self::with(context, Arc::new(Mentions::of(context.feed)?), None))
    }

    /// As [`Self::of`], for a feed of which it is known who names whom, and what has changed.
    pub fn with(context: Context<'f>, mentions: Arc<Mentions>, history: Option<&'f History>) -> Self {
        Self { context, feed: context.feed, mentions, history }
    }

    /// What a page is made of.
    pub fn page(&self, page: &Page) -> Share {
        Share { own: super::mending::record(page).map(str::to_owned), ..self.with_frame(self.of_page(page)) }
    }

    /// The frame around every page offers a calendar if there is any event.
    fn with_frame(&self, mut share: Share) -> Share {
        share.records.extend(self.feed.events.first().map(|event| event.id.to_string()));
        share
    }

    fn of_page(&self, page: &Page) -> Share {
        match page {
            Page::Goal(id) => self.goal(id, MOST_AMONG),
            Page::Sheet(id) => {
                let mut share = self.goal(id, usize::MAX);
                // Dates of other goals are told from those of all goals by whose they are.
                self.add_lists(&mut share, &[Kind::Event]);
                share
            }
            Page::Indicator(id) => {
                let mut share = self.around(id, &[]);
                share.add_series(id, Lines::Whole);
                share
            }
            Page::Activity(id) | Page::Partner(id) => {
                let mut share = self.around(id, &[Kind::Decision]);
                self.add_series(&mut share, Lines::Main);
                share
            }
            Page::Engagement(id) | Page::Budget(id) => self.around(id, &[Kind::Decision]),
            Page::Place(id) => self.place(id),
            Page::Overview => {
                let mut share = Share::core();
                // Of these it says no more than the names.
                share.kinds.extend([Kind::Partner, Kind::Update, Kind::Event]);
                let open = self.feed.engagements.iter().filter(|one| one.outcome.is_none());
                share.records.extend(open.map(|engagement| engagement.id.to_string()));
                self.add_measures(&mut share, &overview::drawn(&self.context));
                share
            }
            Page::Indicators => self.lists(&[Kind::Indicator, Kind::Partner], Some(Lines::Main)),
            // Gaps between groups are part of what is said.
            Page::Review => self.lists(&[Kind::Indicator, Kind::Partner], Some(Lines::Whole)),
            Page::Activities | Page::Partners | Page::Portfolio => self.lists(&[Kind::Activity, Kind::Partner], None),
            Page::News => self.lists(&[Kind::Update], None),
            Page::Events => self.lists(&[Kind::Event], None),
            Page::Glossary => self.lists(&[Kind::Term], None),
            Page::Promises => self.lists(&[Kind::Commitment, Kind::Decision], None),
            Page::TakePart => {
                use Kind::{BudgetCycle, Commitment, Engagement, Event, Feedback, Need, WorkGroup};
                self.lists(&[Engagement, Feedback, Need, Event, BudgetCycle, WorkGroup, Commitment], None)
            }
            Page::WhoDoesWhat => {
                let mut share = self.lists(&[Kind::Partner, Kind::Activity, Kind::WorkGroup, Kind::Strategy], None);
                // It says who answers for measures, but for those of what is done.
                let counted = self.feed.indicators.iter().filter(|one| one.level != Level::Performance);
                share.records.extend(counted.map(|indicator| indicator.id.to_string()));
                share
            }
            Page::HowWeWork => {
                use Kind::{Activity, Decision, Event, Feedback, Indicator, Partner, Strategy, Update, WorkGroup};
                let kinds = [Strategy, Indicator, Partner, Activity, Update, Event, WorkGroup, Feedback, Decision];
                self.lists(&kinds, Some(Lines::Main))
            }
            Page::Present => {
                let mut share = Share::core();
                // Of these it says no more than they do themselves.
                share.kinds.extend([Kind::Partner, Kind::Story, Kind::Event, Kind::Commitment]);
                self.add_measures(&mut share, &slides::drawn(&self.context));
                share
            }
            Page::Places => self.lists(&[Kind::Indicator, Kind::Activity], Some(Lines::Places)),
            // Of figures the history says enough.
            Page::Changes => self.history.map_or_else(|| self.lists(Kind::ALL, None), |history| self.changed(history)),
            // These show nothing of the data but the frame, or are only read; what can be found is in a file of its own.
            // What is followed is compared with what was shown on its own page, and comes with the part of that page.
            Page::Embed(_)
            | Page::Mine
            | Page::Published(_)
            | Page::Preview
            | Page::Search
            | Page::NotFound
            | Page::Method
            | Page::Data
            | Page::About
            | Page::Accessibility => Share::core(),
        }
    }

    /// What has changed, and what has come or gone there.
    fn changed(&self, history: &History) -> Share {
        let mut share = Share::core();
        let found: BTreeSet<&str> = history.named().filter(|id| self.feed.kind_of(id).is_some()).collect();
        share.records.extend(found.iter().map(|id| (*id).to_owned()));
        self.follow(&mut share, found);
        share
    }

    /// A goal with its measures, those of its activities, what was said about both, and meetings of its work groups.
    fn goal(&self, id: &str, most: usize) -> Share {
        let further = [Kind::Indicator, Kind::Story, Kind::Feedback, Kind::Decision, Kind::Event];
        let mut share = self.around(id, &further);
        self.add_series(&mut share, Lines::Main);
        let Some(goal) = self.feed.goals.iter().find(|goal| goal.id.as_str() == id) else { return share };
        // The page draws so many of its own measures, and of those of what is done; others it counts.
        let drawn = goal::first_of(&self.context, goal, most).0;
        let is_drawn = |one: &&Indicator| drawn.iter().any(|known| known.id == one.id);
        for indicator in goal::measures_of(&self.context, goal).into_iter().filter(|one| !is_drawn(one)) {
            share.digests.insert(indicator.id.to_string(), self.digest(indicator, compared));
        }
        for indicator in goal::performance_of(&self.context, goal).into_iter().skip(MOST_AMONG) {
            share.digests.insert(indicator.id.to_string(), self.digest(indicator, |_, _| BTreeSet::new()));
        }
        share
    }

    /// What a page is made of where its share would be too large for a phone: activities without what only their own pages
    /// show, measures with how they stand on the day of the context and few points of their lines. `None` for a page
    /// that has no use for it.
    pub fn in_short(&self, page: &Page) -> Option<Share> {
        let mut share = match page {
            // It names who answers for a measure; all else stands on the measures' own pages.
            Page::Indicators => self.lists(&[Kind::Indicator], None),
            Page::HowWeWork | Page::WhoDoesWhat | Page::Activities | Page::Partners | Page::Portfolio => {
                self.of_page(page)
            }
            _ => return None,
        };
        share.activities_in_short = true;
        let is_drawn = *page == Page::Indicators || !share.series.is_empty();
        share.series.clear();
        for indicator in &self.feed.indicators {
            let id = indicator.id.as_str();
            if !share.has(Kind::Indicator, id) {
                continue;
            }
            let keep = if is_drawn { sketched } else { |_: &Line, _: &Indicator| BTreeSet::new() };
            share.digests.insert(id.to_owned(), self.digest(indicator, keep));
        }
        if *page == Page::Indicators {
            share.records.retain(|id| self.feed.kind_of(id) == Some(Kind::Partner));
        }
        Some(self.with_frame(share))
    }

    /// Whole lists, what is named in them, and so much of the series of the indicators among them.
    fn lists(&self, kinds: &[Kind], lines: Option<Lines>) -> Share {
        let mut share = Share::core();
        self.add_lists(&mut share, kinds);
        if let Some(lines) = lines {
            self.add_series(&mut share, lines);
        }
        share
    }

    fn add_lists(&self, share: &mut Share, kinds: &[Kind]) {
        share.kinds.extend(kinds);
        let listed = kinds.iter().flat_map(|kind| self.mentions.of_kind(*kind)).collect();
        self.follow(share, listed);
    }

    /// A record, what names it, those of the kinds `further` that name these, and what all of them name.
    fn around(&self, id: &str, further: &[Kind]) -> Share {
        let naming: Vec<(&str, Kind)> = self.mentions.naming(id).collect();
        let mut found: BTreeSet<&str> = naming.iter().map(|(id, _)| *id).collect();
        // Half of the feed names a goal or a place: what names those is no closer than the rest.
        for (near, _) in naming.iter().filter(|(_, kind)| !CORE.contains(kind) && *kind != Kind::Partner) {
            let next = self.mentions.naming(near).filter(|(_, kind)| further.contains(kind));
            found.extend(next.map(|(id, _)| id));
        }
        let own = self.feed.kind_of(id).into_iter().flat_map(|_| self.mentions.named_by(id)).map(|(id, _)| id);
        found.extend(own);
        let mut share = Share::core();
        share.records.insert(id.to_owned());
        share.records.extend(found.iter().map(|id| (*id).to_owned()));
        self.follow(&mut share, found);
        share
    }

    /// Adds what records name, and what that names.
    fn follow<'s>(&'s self, share: &mut Share, mut from: BTreeSet<&'s str>) {
        for _ in 0..STEPS {
            let mut next = BTreeSet::new();
            for id in from {
                let core = self.feed.kind_of(id).is_some_and(|kind| CORE.contains(&kind));
                let named = self.mentions.named_by(id).filter(|_| !core);
                next.extend(named.filter(|(id, kind)| !share.has(*kind, id)).map(|(id, _)| id));
            }
            share.records.extend(next.iter().map(|id| (*id).to_owned()));
            from = next;
        }
    }

    /// Adds the measures that are drawn, and all others of which it is counted how they stand: of these, the verdict and
    /// the points that it compares. How a programme does is asked on the programme's page, and most measures are of
    /// programmes.
    fn add_measures(&self, share: &mut Share, drawn: &[&Indicator]) {
        let drawn: BTreeSet<&str> = drawn.iter().map(|indicator| indicator.id.as_str()).collect();
        for indicator in self.feed.indicators.iter().filter(|one| one.level != Level::Performance) {
            let id = indicator.id.as_str();
            share.records.insert(id.to_owned());
            match drawn.contains(id) {
                true => share.add_series(id, Lines::Main),
                false => {
                    share.digests.insert(id.to_owned(), self.digest(indicator, compared));
                }
            }
        }
    }

    /// A measure in short, with so much of its main line.
    fn digest(&self, indicator: &Indicator, keep: fn(&Line, &Indicator) -> BTreeSet<Period>) -> Digest {
        let line = main_line(&self.context, &indicator.id);
        let verdict = self.context.verdict(&self.context.assessed(indicator)).code.to_owned();
        Digest { verdict, periods: line.map(|line| keep(line, indicator)).unwrap_or_default() }
    }

    /// A place with what is there and what is for it, though it is for everybody.
    fn place(&self, id: &str) -> Share {
        let mut share = Share::core();
        let Some(place) = self.feed.geographies.iter().find(|place| place.id.as_str() == id) else { return share };
        let (records, indicators) = place::records(&self.context, place);
        let found: BTreeSet<&str> = records.union(&indicators).copied().collect();
        share.records.extend(found.iter().map(|id| (*id).to_owned()));
        self.follow(&mut share, found);
        indicators.into_iter().for_each(|id| share.add_series(id, Lines::Places));
        share.places.insert(id.to_owned());
        share.places.extend(near::around(self.feed, &place.id).into_iter().map(ToString::to_string));
        share.activities_in_short = true;
        share
    }

    /// Asks for so much of the series of every indicator in a share.
    fn add_series(&self, share: &mut Share, lines: Lines) {
        let indicators = self.feed.indicators.iter().map(|indicator| indicator.id.as_str());
        for id in indicators.filter(|id| share.has(Kind::Indicator, id)).collect::<Vec<_>>() {
            share.add_series(id, lines);
        }
    }
}

/// The points of a line that speak: its ends, baseline, latest value, highest, lowest and breaks; and some between them.
fn sketched(line: &Line, indicator: &Indicator) -> BTreeSet<Period> {
    let measured = || line.points.iter().filter(|point| is_measured(point));
    let by_value = |a: &&Observation, b: &&Observation| a.value.partial_cmp(&b.value).unwrap_or(Ordering::Equal);
    let ends = [measured().min_by(by_value), measured().max_by(by_value)];
    let between = line.points.iter().step_by(line.points.len().div_ceil(POINTS).max(1));
    let mut periods = compared(line, indicator);
    periods.extend(ends.into_iter().flatten().chain(between).map(|point| point.period));
    periods
}

/// The points that are compared where a line is not drawn: its ends, baseline, latest value and breaks.
fn compared(line: &Line, indicator: &Indicator) -> BTreeSet<Period> {
    let standing = standing(line, indicator);
    let spoken = [line.points.first(), line.points.last(), standing.baseline, standing.latest];
    let breaks = line.points.iter().filter(|point| point.status.has(Status::Break));
    spoken.into_iter().flatten().chain(breaks).map(|point| point.period).collect()
}

//! What each page is made of: the share of a large feed that is published for it.
//!
//! A share may hold more than its page shows, never less: the build shows every page from both and compares.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::Context;
use super::row::main_line;
use crate::feed::Feed;
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
    feed: &'f Feed,
    mentions: Mentions,
}

impl<'f> Needs<'f> {
    /// # Errors
    /// Only if a record cannot be written as JSON, which no record type allows.
    pub fn of(feed: &'f Feed) -> Result<Self, serde_json::Error> {
        Ok(Self { feed, mentions: Mentions::of(feed)? })
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
            Page::Goal(id) => self.goal(id),
            Page::Sheet(id) => {
                let mut share = self.goal(id);
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
            // Of every goal it is said what goes on for this place, though it is for everybody.
            Page::Place(_) => {
                use Kind::{
                    Activity, BudgetProposal, Commitment, Engagement, Event, Feedback, Indicator, Need, Partner,
                };
                let kinds =
                    [Indicator, Partner, Activity, Commitment, Engagement, Event, Feedback, BudgetProposal, Need];
                self.lists(&kinds, Some(Lines::Places))
            }
            Page::Overview => {
                let mut share = Share::core();
                // Of these it says no more than the names.
                share.kinds.extend([Kind::Partner, Kind::Update, Kind::Event]);
                let open = self.feed.engagements.iter().filter(|one| one.outcome.is_none());
                share.records.extend(open.map(|engagement| engagement.id.to_string()));
                self.add_shown_first(&mut share);
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
                self.lists(&[Kind::Indicator, Kind::Partner, Kind::Activity, Kind::WorkGroup, Kind::Strategy], None)
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
                self.add_shown_first(&mut share);
                share
            }
            Page::Places => self.lists(&[Kind::Indicator, Kind::Activity], Some(Lines::Places)),
            // Whatever is followed is compared with what was shown on its own page.
            Page::Mine => self.lists(
                &[Kind::Indicator, Kind::Partner, Kind::Activity, Kind::Commitment, Kind::Feedback],
                Some(Lines::Places),
            ),
            // Any record can have changed; of figures the history says enough.
            Page::Changes => self.lists(Kind::ALL, None),
            // These show nothing of the data but the frame, or are only read; what can be found is in a file of its own.
            Page::Embed(_)
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

    /// A goal with its measures, those of its activities, what was said about both, and meetings of its work groups.
    fn goal(&self, id: &str) -> Share {
        let further = [Kind::Indicator, Kind::Story, Kind::Feedback, Kind::Decision, Kind::Event];
        let mut share = self.around(id, &further);
        self.add_series(&mut share, Lines::Main);
        share
    }

    /// What a page is made of where its share would be too large for a phone: activities without what only their own pages
    /// show, measures with how they stand on the day of the context and few points of their lines. `None` for a page
    /// that has no use for it.
    pub fn in_short(&self, context: &Context<'_>, page: &Page) -> Option<Share> {
        let mut share = match page {
            // It names who answers for a measure; all else stands on the measures' own pages.
            Page::Indicators => self.lists(&[Kind::Indicator], None),
            Page::HowWeWork | Page::WhoDoesWhat | Page::Mine | Page::Activities | Page::Partners | Page::Portfolio => {
                self.of_page(page)
            }
            _ => return None,
        };
        share.activities_in_short = true;
        let is_drawn = *page == Page::Indicators || !share.series.is_empty();
        share.series.clear();
        for indicator in &self.feed.indicators {
            if !share.has(Kind::Indicator, indicator.id.as_str()) {
                continue;
            }
            // How one stands in each place is judged from all of its points there.
            if *page == Page::Mine && self.has_places(indicator) {
                share.add_series(indicator.id.as_str(), Lines::Places);
                continue;
            }
            let line = main_line(context, &indicator.id).filter(|_| is_drawn);
            let periods = line.map(|line| kept(line, indicator)).unwrap_or_default();
            let verdict = context.verdict(&context.assessed(indicator)).code.to_owned();
            share.digests.insert(indicator.id.to_string(), Digest { verdict, periods });
        }
        if *page == Page::Indicators {
            share.records.retain(|id| self.feed.kind_of(id) == Some(Kind::Partner));
        }
        Some(self.with_frame(share))
    }

    fn has_places(&self, indicator: &Indicator) -> bool {
        let series = self.feed.series_of(&indicator.id);
        series.is_some_and(|series| series.lines.iter().any(|line| line.scope.geography.is_some()))
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

    /// Adds the measures that stand on the overview. How a programme does is asked on the programme's page, and most
    /// measures are of programmes.
    fn add_shown_first(&self, share: &mut Share) {
        let shown = self.feed.indicators.iter().filter(|one| one.level != Level::Performance);
        let shown: BTreeSet<&str> = shown.map(|indicator| indicator.id.as_str()).collect();
        share.records.extend(shown.iter().map(|id| (*id).to_owned()));
        shown.iter().for_each(|id| share.add_series(id, Lines::Main));
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
fn kept(line: &Line, indicator: &Indicator) -> BTreeSet<Period> {
    let standing = standing(line, indicator);
    let measured = || line.points.iter().filter(|point| is_measured(point));
    let by_value = |a: &&Observation, b: &&Observation| a.value.partial_cmp(&b.value).unwrap_or(Ordering::Equal);
    let spoken = [line.points.first(), line.points.last(), standing.baseline, standing.latest];
    let ends = [measured().min_by(by_value), measured().max_by(by_value)];
    let breaks = line.points.iter().filter(|point| point.status.has(Status::Break));
    let between = line.points.iter().step_by(line.points.len().div_ceil(POINTS).max(1));
    spoken.into_iter().chain(ends).flatten().chain(breaks).chain(between).map(|point| point.period).collect()
}

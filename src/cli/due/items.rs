//! What is due, as plain data. *Today* is an argument.

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};

use crate::feed::Feed;
use crate::feed::id::{Kind, PartnerId};
use crate::feed::records::activity::{ActivityStatus, MilestoneState};
use crate::feed::records::event::EventStatus;
use crate::feed::records::indicator::{Indicator, Phase, Target};
use crate::feed::records::{Activity, Story};
use crate::feed::series::Scope;
use crate::feed::text::Text;
use crate::measure::assess;

/// After how many months a story is told anew.
const STORY_MONTHS: u32 = 12;

/// One thing that has to be done.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    /// The last day on which it is not late.
    pub(super) due: NaiveDate,
    pub(super) kind: What,
    /// The record that says so.
    pub(super) list: &'static str,
    pub(super) record: String,
    /// What has to be done, without its date.
    pub(super) text: String,
    pub(super) owner: Option<PartnerId>,
}

impl Item {
    /// What tells it from all others, whoever answers for it.
    pub(super) fn place(&self) -> (NaiveDate, What, &str, &str) {
        (self.due, self.kind, &self.record, &self.text)
    }
}

/// Kinds of things that are due; the word is for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    Figure,
    Target,
    Milestone,
    Review,
    End,
    Funding,
    Story,
    NextStep,
    Event,
    Promise,
    Engagement,
    Feedback,
    Decision,
    Need,
}

impl What {
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Figure => "figure",
            Self::Target => "target",
            Self::Milestone => "milestone",
            Self::Review => "review",
            Self::End => "end",
            Self::Funding => "funding",
            Self::Story => "story",
            Self::NextStep => "next_step",
            Self::Event => "event",
            Self::Promise => "promise",
            Self::Engagement => "engagement",
            Self::Feedback => "feedback",
            Self::Decision => "decision",
            Self::Need => "need",
        }
    }
}

/// What is due of a feed.
#[derive(Debug)]
pub(super) struct Items(Vec<Item>);

/// Who answers, and for what.
#[derive(Debug)]
pub(super) struct Owner {
    /// `None` where the feed names nobody.
    pub(super) partner: Option<PartnerId>,
    pub(super) name: String,
    /// By date.
    pub(super) items: Vec<Item>,
}

/// All that is due until a day, that day included, and all that is overdue.
pub(super) fn items(feed: &Feed, today: NaiveDate, until: NaiveDate) -> Items {
    let say = |text: &Text| in_a_line(text.in_language("", feed.coalition.default_locale.as_str()).0);
    let mut all = Vec::new();
    for indicator in &feed.indicators {
        figure(feed, indicator, today, &say, &mut all);
        targets(indicator, &say, &mut all);
        stories(feed, indicator, &say, &mut all);
    }
    feed.activities.iter().for_each(|activity| self::activity(activity, &say, &mut all));
    for event in feed.events.iter().filter(|event| event.status == EventStatus::Tentative) {
        // What is over needs nothing more.
        let day = event.start.day();
        if day >= today {
            all.push(Item {
                due: day,
                kind: What::Event,
                list: Kind::Event.list(),
                record: event.id.to_string(),
                text: format!("\"{}\" takes place and is not confirmed yet", say(&event.title)),
                owner: feed.coalition.backbone.clone(),
            });
        }
    }
    super::together::items(feed, today, &say, &mut all);
    all.retain(|item| item.due <= until);
    all.sort_by(|a, b| a.place().cmp(&b.place()));
    Items(all)
}

fn figure(feed: &Feed, indicator: &Indicator, today: NaiveDate, say: &dyn Fn(&Text) -> String, all: &mut Vec<Item>) {
    // Some indicators have figures for groups only.
    let lines = feed.series_of(&indicator.id).into_iter().flat_map(|series| &series.lines);
    let scopes = [Scope::default()].into_iter().chain(lines.map(|line| line.scope.clone()));
    let found = scopes.filter_map(|scope| assess(feed, indicator, &scope, today).freshness).next();
    if let Some((fresh, due)) = found.and_then(|fresh| Some((fresh, fresh.due?))) {
        all.push(Item {
            due,
            kind: What::Figure,
            list: "series",
            record: indicator.id.to_string(),
            text: format!("the figure after {} of \"{}\"", fresh.as_of, say(&indicator.title)),
            owner: Some(indicator.steward.clone()),
        });
    }
}

/// A target whose date comes near, or has passed without a later one for the same group and place.
fn targets(indicator: &Indicator, say: &dyn Fn(&Text) -> String, all: &mut Vec<Item>) {
    if indicator.phase == Phase::Retired {
        return;
    }
    for target in &indicator.targets {
        let later = |other: &Target| other.scope == target.scope && other.by.last() > target.by.last();
        if !indicator.targets.iter().any(later) {
            all.push(Item {
                due: target.by.last(),
                kind: What::Target,
                list: Kind::Indicator.list(),
                record: indicator.id.to_string(),
                text: format!(
                    "the target {} by {} of \"{}\": say what came of it, and what comes next",
                    target.value,
                    target.by,
                    say(&indicator.title)
                ),
                owner: Some(indicator.steward.clone()),
            });
        }
    }
}

/// The newest story: when it is a year old, and what it promised.
fn stories(feed: &Feed, indicator: &Indicator, say: &dyn Fn(&Text) -> String, all: &mut Vec<Item>) {
    let newest: Option<&Story> = feed.stories_of(&indicator.id).max_by_key(|story| story.as_of.last());
    let Some(story) = newest.filter(|_| indicator.phase != Phase::Retired) else { return };
    let item = |due, kind, text, owner: &PartnerId| Item {
        due,
        kind,
        list: Kind::Story.list(),
        record: story.id.to_string(),
        text,
        owner: Some(owner.clone()),
    };
    let title = say(&indicator.title);
    if let Some(due) = story.as_of.last().checked_add_months(Months::new(STORY_MONTHS)) {
        let text = format!("the story of {} behind \"{title}\" is a year old: tell it anew", story.as_of);
        all.push(item(due, What::Story, text, &indicator.steward));
    }
    for step in &story.next_steps {
        let text = format!("the next step \"{}\" for \"{title}\"", say(&step.text));
        all.push(item(step.by.last(), What::NextStep, text, &step.owner));
    }
}

fn activity(activity: &Activity, say: &dyn Fn(&Text) -> String, all: &mut Vec<Item>) {
    use ActivityStatus::{Active, Cancelled, Completed, Ended};
    if matches!(activity.status, Completed | Ended | Cancelled) {
        return;
    }
    let title = say(&activity.title);
    let mut add = |due: NaiveDate, kind, text| {
        all.push(Item {
            due,
            kind,
            list: Kind::Activity.list(),
            record: activity.id.to_string(),
            text,
            owner: Some(activity.lead.clone()),
        });
    };
    for milestone in &activity.milestones {
        if !matches!(milestone.state, MilestoneState::Done | MilestoneState::Dropped) {
            let text = format!("the milestone \"{}\" of \"{title}\"", say(&milestone.title));
            add(milestone.due.last(), What::Milestone, text);
        }
    }
    if let Some(review) = activity.review_on.filter(|_| activity.verdict.is_none()) {
        add(review.last(), What::Review, format!("the review of the pilot \"{title}\""));
    }
    if let Some(end) = activity.end.filter(|_| activity.status == Active) {
        add(end.last(), What::End, format!("the end of \"{title}\": write how it ended, or a later end"));
    }
    if let Some(end) = activity.continuity.as_ref().and_then(|plan| plan.funding_ends) {
        add(end.last(), What::Funding, format!("the funding of \"{title}\" ends: say how it goes on"));
    }
}

/// A title may be written over several lines; a list is not.
fn in_a_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Items {
    /// Grouped by who answers; who has the earliest thing to do comes first.
    pub(super) fn by_owner(self, feed: &Feed) -> Vec<Owner> {
        let mut places: BTreeMap<Option<PartnerId>, usize> = BTreeMap::new();
        let mut owners: Vec<Owner> = Vec::new();
        for item in self.0 {
            let at = *places.entry(item.owner.clone()).or_insert_with(|| {
                let partner = item.owner.as_ref().and_then(|id| feed.partner(id));
                let name = partner.map(|partner| &partner.name).unwrap_or(&feed.coalition.name);
                let name = in_a_line(name.in_language("", feed.coalition.default_locale.as_str()).0);
                owners.push(Owner { partner: item.owner.clone(), name, items: Vec::new() });
                owners.len() - 1
            });
            if let Some(owner) = owners.get_mut(at) {
                owner.items.push(item);
            }
        }
        owners
    }
}

//! One process in which residents take part, from the question to what came of it.

mod log;
mod reach;
pub mod terms;

pub use log::LogEntry;
pub use reach::{ReachRow, ReachTable, Reached};
pub use terms::{Standing, Way};

use super::activity::State;
use super::events::EventItem;
use super::heard::HeardItem;
use super::open_now::{OpenItem, item};
use super::pairs::{Item, Pair, links, party};
use super::{Context, Head, Link, Phrase};
use crate::feed::id::FeedbackId;
use crate::feed::records::engagement::EngagementKind;
use crate::feed::records::{Decision, Engagement, Feedback};
use crate::routes::Page;
use crate::words::say;

/// What the page says, in the order of time.
#[derive(Clone, Debug, PartialEq)]
pub struct EngagementPage {
    pub head: Head,
    pub crumbs: Vec<Link>,
    pub title: Phrase,
    pub summary: Phrase,
    pub state: State,
    /// Label and value, in hairline columns.
    pub facts: Vec<Pair>,
    /// Question, level, promise and ways.
    pub asked: OpenItem,
    /// The day that counts, as long as it is not over.
    pub when: Option<String>,
    /// Heading of the ways: how one can take part, or could.
    pub ways_title: String,
    pub dates: Vec<EventItem>,
    pub reached: Option<Reached>,
    /// What came of it.
    pub after: After,
    pub about: Vec<Pair>,
}

/// What came of a process.
#[derive(Clone, Debug, PartialEq)]
pub struct After {
    pub outcome: Result<Phrase, String>,
    /// When it was told, or how long people wait.
    pub when: String,
    /// Only where a service is designed together: everything in order.
    pub log: Vec<LogEntry>,
    pub decisions: Vec<(Link, State)>,
    pub heard: Vec<HeardItem>,
}

/// The page of a process; `None` if the feed has none with this id.
pub fn engagement_page(context: &Context<'_>, id: &str) -> Option<EngagementPage> {
    let words = context.words;
    let engagement = context.feed.engagements.iter().find(|engagement| engagement.id.as_str() == id)?;
    let (title, summary) = (context.text(&engagement.title), context.text(&engagement.plain_summary));
    let standing = terms::standing(context, engagement);
    let over = matches!(standing, Standing::Waiting | Standing::Reported);
    let dates =
        super::events::coming(context).into_iter().filter(|event| event.engagement.as_ref() == Some(&engagement.id));
    Some(EngagementPage {
        head: context.head(&title.text, summary.text.clone()),
        crumbs: vec![
            Link { label: say!(words, "nav-overview").into(), href: context.href(&Page::Overview) },
            Link {
                label: super::labels::label(context, super::labels::Label::TakePart),
                href: context.href(&Page::TakePart),
            },
        ],
        state: terms::state(context, standing),
        facts: facts(context, engagement),
        asked: item(context, engagement),
        when: (!over).then(|| terms::when(context, engagement)),
        ways_title: match over {
            true => say!(words, "engagement-ways-then"),
            false => say!(words, "engagement-ways"),
        },
        dates: dates.map(|event| super::events::item(context, event, true)).collect(),
        // Before it begins there is nobody to count.
        reached: (standing != Standing::Soon).then(|| reach::reached(context, engagement)),
        after: after(context, engagement, standing),
        about: about(context, engagement),
        title,
        summary,
    })
}

fn facts(context: &Context<'_>, engagement: &Engagement) -> Vec<Pair> {
    let words = context.words;
    let mut facts = vec![Pair::new(say!(words, "filter-kind"), terms::kind(context, engagement.kind))];
    facts.extend(engagement.by.as_ref().map(|by| Pair::new(say!(words, "engagement-by"), party(context, by.as_str()))));
    let date = |date: crate::feed::date::Date| context.date(date);
    let days = match (engagement.opens, engagement.closes) {
        (Some(from), Some(to)) => Some(say!(words, "when-from-to", start = date(from), end = date(to))),
        (Some(from), None) if from.first() > context.today => Some(say!(words, "when-starts", start = date(from))),
        (Some(from), None) => Some(say!(words, "when-since", start = date(from))),
        (None, Some(to)) => Some(say!(words, "when-until", end = date(to))),
        (None, None) => None,
    };
    facts.extend(days.map(|days| Pair::new(say!(words, "engagement-days"), days)));
    facts.extend(Pair::links(
        say!(words, "engagement-places"),
        links(context, engagement.geographies.iter().map(|id| id.as_str())),
    ));
    facts
}

fn after(context: &Context<'_>, engagement: &Engagement, standing: Standing) -> After {
    let words = context.words;
    let said = |one: &&Feedback| one.engagement.as_ref() == Some(&engagement.id);
    let is_design = engagement.kind == EngagementKind::CoDesign;
    let decided = |decision: &Decision| {
        Some((super::record::link(context, decision.id.as_str())?, super::decisions::result(context, decision.result)))
    };
    After {
        outcome: match standing {
            Standing::Open | Standing::Soon if engagement.outcome.is_none() => Err(say!(words, "engagement-not-over")),
            _ => super::take_part::outcome(context, engagement),
        },
        when: terms::when(context, engagement),
        // The log tells of what was said and decided; without it both are listed by themselves.
        log: if is_design { log::log(context, engagement) } else { Vec::new() },
        decisions: match is_design {
            true => Vec::new(),
            false => rests_on_it(context, engagement).into_iter().filter_map(decided).collect(),
        },
        heard: match is_design {
            true => Vec::new(),
            false => context.feed.feedback.iter().filter(said).map(|one| super::heard::item(context, one)).collect(),
        },
    }
}

/// The decisions that rest on this process or on something that was said in it.
fn rests_on_it<'a>(context: &Context<'a>, engagement: &Engagement) -> Vec<&'a Decision> {
    let feed = context.feed;
    let said = |id: &str| {
        let one = FeedbackId::new(id).and_then(|id| feed.feedback_theme(&id));
        one.is_some_and(|one| one.engagement.as_ref() == Some(&engagement.id))
    };
    let rests = |input: &crate::feed::id::AnyId| input.as_str() == engagement.id.as_str() || said(input.as_str());
    feed.decisions.iter().filter(|decision| decision.inputs.iter().any(rests)).collect()
}

fn about(context: &Context<'_>, engagement: &Engagement) -> Vec<Pair> {
    let words = context.words;
    let goals = links(context, engagement.goals.iter().map(|id| id.as_str()));
    let activities = links(context, engagement.activities.iter().map(|id| id.as_str()));
    let cycles = context.feed.budget_cycles.iter().filter(|cycle| cycle.engagement.as_ref() == Some(&engagement.id));
    let budgets: Vec<Link> =
        cycles.map(|cycle| context.link(&cycle.title, &Page::Budget(cycle.id.to_string()))).collect();
    let all = [
        Pair::links(say!(words, "activity-goals"), goals),
        Pair::links(say!(words, "nav-activities"), activities),
        Pair::links(say!(words, "engagement-budget"), budgets),
    ];
    let pairs: Vec<Pair> = all.into_iter().flatten().collect();
    if pairs.is_empty() {
        let label = say!(words, "engagement-about");
        return vec![Pair::new(label, Item::from(say!(words, "engagement-about-all")))];
    }
    pairs
}

#[cfg(test)]
mod tests;

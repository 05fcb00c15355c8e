//! Take part: what residents are asked, what they said, what was done about it, and how to have a say.

mod ledger;
mod money;
mod needs;

pub use ledger::{Sum, heard_index, heard_list};
pub use money::MoneyLine;
pub use needs::{NeedItem, needs};

use super::activity::State;
use super::engagement::{Standing, terms};
use super::events::EventItem;
use super::frame::ContactLine;
use super::open_now::{OpenItem, item, promise, standing_so};
use super::pairs::{Item, Pair, party};
use super::{Context, Head, Link, Phrase};
use crate::feed::records::Engagement;
use crate::feed::records::event::OpenTo;
use crate::routes::Page;
use crate::words::say;

/// What the page says. What is empty is not shown.
#[derive(Clone, Debug, PartialEq)]
pub struct TakePartPage {
    pub head: Head,
    pub title: String,
    pub lead: String,
    pub open: Vec<OpenItem>,
    /// Said if nothing is open.
    pub none_open: Option<String>,
    /// Ways to be heard at any time.
    pub contacts: Vec<ContactLine>,
    pub soon: Vec<OpenItem>,
    pub ledger: Option<Ledger>,
    pub past: Vec<PastItem>,
    pub meetings: Vec<EventItem>,
    /// Said if no meeting is planned.
    pub no_meeting: Option<String>,
    /// When work groups meet.
    pub rhythms: Vec<Pair>,
    pub events: Link,
    /// All events as a calendar, if there are any.
    pub calendar: Option<String>,
    pub needs: Vec<NeedItem>,
    pub money: Vec<MoneyLine>,
}

/// What stands around the ledger; it does not change while filters do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ledger {
    pub sums: Vec<Sum>,
    /// How many themes there are without any filter, in words.
    pub count: String,
    pub search_label: String,
}

/// A process that is over: its promise beside what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastItem {
    pub title: Link,
    pub level: String,
    pub question: Phrase,
    pub state: State,
    pub when: String,
    pub promise: Result<Phrase, String>,
    pub outcome: Result<Phrase, String>,
}

/// As many meetings as are listed here; the calendar has all.
const MEETINGS: usize = 6;

/// The page.
pub fn take_part_page(context: &Context<'_>) -> TakePartPage {
    let (words, feed) = (context.words, context.feed);
    let title = super::labels::label(context, super::labels::Label::TakePart).text;
    let open = standing_so(context, Standing::Open);
    let without = open.iter().filter(|engagement| terms::has_way_without_internet(engagement)).count();
    let soon = standing_so(context, Standing::Soon);
    let lead = match open.len() {
        0 => say!(words, "take-lead-none"),
        n if n == without => say!(words, "take-lead-all", n = n),
        n => say!(words, "take-lead-some", n = n, without = without),
    };
    let over = standing_so(context, Standing::Waiting).into_iter().chain(standing_so(context, Standing::Reported));
    let coming = super::events::coming(context).into_iter().filter(|event| event.open_to == OpenTo::Public);
    let meetings: Vec<_> = coming.take(MEETINGS).map(|event| super::events::item(context, event, true)).collect();
    TakePartPage {
        head: context.head(&title, lead.clone()),
        none_open: open.is_empty().then(|| say!(words, "take-none-open", soon = soon.len())),
        contacts: super::frame::contacts(context),
        open: open.into_iter().map(|engagement| item(context, engagement)).collect(),
        soon: soon.into_iter().map(|engagement| item(context, engagement)).collect(),
        ledger: (!feed.feedback.is_empty()).then(|| Ledger {
            sums: ledger::sums(context),
            count: {
                let n = feed.feedback.len();
                context.counted(&Page::TakePart, n, ledger::count(context, n))
            },
            search_label: say!(words, "heard-search"),
        }),
        past: over.map(|engagement| past(context, engagement)).collect(),
        no_meeting: meetings.is_empty().then(|| say!(words, "take-no-meeting")),
        meetings,
        rhythms: rhythms(context),
        events: Link { label: say!(words, "take-all-events").into(), href: context.href(&Page::Events) },
        calendar: (!feed.events.is_empty()).then(|| context.site.calendar(context.lang())),
        needs: needs(context),
        money: money::money(context),
        title,
        lead,
    }
}

fn past(context: &Context<'_>, engagement: &Engagement) -> PastItem {
    PastItem {
        title: context.link(&engagement.title, &Page::Engagement(engagement.id.to_string())),
        level: terms::level(context, engagement.level),
        question: context.text(&engagement.question),
        state: terms::state(context, terms::standing(context, engagement)),
        when: terms::when(context, engagement),
        promise: promise(context, engagement),
        outcome: outcome(context, engagement),
    }
}

/// What came of it, or the gap that nobody said it.
pub(super) fn outcome(context: &Context<'_>, engagement: &Engagement) -> Result<Phrase, String> {
    match &engagement.outcome {
        Some(outcome) => Ok(context.text(outcome)),
        None => Err(say!(context.words, "engagement-no-outcome")),
    }
}

/// When the work groups meet, as far as it is said.
fn rhythms(context: &Context<'_>) -> Vec<Pair> {
    let words = context.words;
    let rhythm = |group: &crate::feed::records::WorkGroup| {
        let meets = Item::from(context.text(group.meets.as_ref()?));
        let who = Item::from(match group.public {
            true => say!(words, "take-group-public"),
            false => say!(words, "take-group-closed"),
        });
        let name = party(context, group.id.as_str());
        let label = name.text.clone();
        let more = Link { label: say!(words, "take-group-more").into(), href: name.href? };
        Some(Pair { label, says: vec![meets, who, more.into()] })
    };
    context.feed.workgroups.iter().filter_map(rhythm).collect()
}

#[cfg(test)]
mod tests;

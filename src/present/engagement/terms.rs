//! The words for kinds, levels and ways of taking part, and how far a process is today.

use crate::feed::date::Date;
use crate::feed::records::Engagement;
use crate::feed::records::engagement::{
    Channel, ChannelKind, EngagementKind, EngagementStatus, ParticipationLevel, Support,
};
use crate::present::activity::{Sign, State, shown};
use crate::present::pairs::Item;
use crate::present::{Context, Link, news};
use crate::sorted::sort_by_key;
use crate::words::say;

/// How far a process is today. The feed says what was meant; days that have passed are looked at here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// People can take part now.
    Open,
    /// It has not begun.
    Soon,
    /// It is over, and nobody has said what came of it.
    Waiting,
    /// It is over, and its outcome is told.
    Reported,
}

/// A way to take part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    pub kind: String,
    pub says: Vec<Item>,
    /// What one has to know before.
    pub caution: Option<String>,
}

/// How far a process is.
pub fn standing(context: &Context<'_>, engagement: &Engagement) -> Standing {
    let over = engagement.closes.is_some_and(|closes| closes.last() < context.today);
    let ahead = engagement.opens.is_some_and(|opens| opens.first() > context.today);
    match engagement.status {
        EngagementStatus::Reported => Standing::Reported,
        EngagementStatus::Closed => Standing::Waiting,
        EngagementStatus::Planned | EngagementStatus::Open if over => Standing::Waiting,
        EngagementStatus::Planned => Standing::Soon,
        EngagementStatus::Open if ahead => Standing::Soon,
        EngagementStatus::Open => Standing::Open,
    }
}

/// The same in a word, with its sign.
pub fn state(context: &Context<'_>, standing: Standing) -> State {
    let words = context.words;
    let (word, sign) = match standing {
        Standing::Open => (say!(words, "engagement-open"), Sign::Running),
        Standing::Soon => (say!(words, "engagement-soon"), Sign::Ahead),
        Standing::Waiting => (say!(words, "engagement-waiting"), Sign::Late),
        Standing::Reported => (say!(words, "engagement-reported"), Sign::Done),
    };
    State { word, sign }
}

/// The day that counts most now, in words: the last one, the first one, or since when people wait for a report.
pub fn when(context: &Context<'_>, engagement: &Engagement) -> String {
    let words = context.words;
    let days = |from: chrono::NaiveDate, to: chrono::NaiveDate| (to - from).num_days();
    match (standing(context, engagement), engagement.opens, engagement.closes) {
        (Standing::Open, _, Some(closes)) => {
            let n = days(context.today, closes.last());
            say!(words, "engagement-until", date = weekday(context, closes), n = n)
        }
        (Standing::Open, ..) => say!(words, "engagement-until-open"),
        (Standing::Soon, Some(opens), _) if opens.first() > context.today => {
            let n = days(context.today, opens.first());
            say!(words, "engagement-begins", date = weekday(context, opens), n = n)
        }
        (Standing::Soon, Some(opens), _) if opens.last() < context.today => {
            say!(words, "engagement-was-to-begin", date = context.date(opens))
        }
        (Standing::Soon, Some(opens), _) => say!(words, "engagement-begins-about", date = context.date(opens)),
        (Standing::Soon, ..) => say!(words, "engagement-begin-unknown"),
        (Standing::Waiting, _, Some(closes)) if closes.last() < context.today => {
            let n = days(closes.last(), context.today);
            say!(words, "engagement-waits", date = context.date(closes), n = n)
        }
        (Standing::Waiting, ..) => say!(words, "engagement-waits-unknown"),
        (Standing::Reported, ..) => match engagement.reported_on {
            Some(on) => say!(words, "engagement-reported-on", date = context.date(on)),
            None => say!(words, "engagement-reported-some-day"),
        },
    }
}

/// A day with its weekday, for what people come to.
fn weekday(context: &Context<'_>, date: Date) -> String {
    match date {
        Date::Day(day) => context.words.weekday(day),
        _ => context.date(date),
    }
}

/// How much say residents have, in our own plain words.
pub fn level(context: &Context<'_>, level: ParticipationLevel) -> String {
    let words = context.words;
    say!(
        words,
        match level {
            ParticipationLevel::Inform => "engagement-we-tell",
            ParticipationLevel::Consult => "engagement-we-ask",
            ParticipationLevel::Involve => "engagement-we-work",
            ParticipationLevel::Collaborate => "engagement-we-decide",
            ParticipationLevel::Empower => "engagement-you-decide",
        }
    )
}

/// The level as IAP2 calls it, with its source.
pub fn level_term(context: &Context<'_>, level: ParticipationLevel) -> String {
    say!(context.words, "engagement-level", level = level.wire())
}

/// What kind of process it is.
pub fn kind(context: &Context<'_>, kind: EngagementKind) -> String {
    let words = context.words;
    say!(
        words,
        match kind {
            EngagementKind::Consultation => "engagement-kind-consultation",
            EngagementKind::CoDesign => "engagement-kind-co-design",
            EngagementKind::Survey => "engagement-kind-survey",
            EngagementKind::Meeting => "engagement-kind-meeting",
            EngagementKind::Evaluation => "engagement-kind-evaluation",
            EngagementKind::Deliberation => "engagement-kind-deliberation",
            EngagementKind::Budgeting => "engagement-kind-budgeting",
        }
    )
}

/// The ways to take part. Those that need no internet and no account stand first, whatever the feed's order.
pub fn ways(context: &Context<'_>, engagement: &Engagement) -> Vec<Way> {
    let mut channels: Vec<&Channel> = engagement.channels.iter().collect();
    sort_by_key(&mut channels, |channel| rank(channel.kind));
    channels.into_iter().map(|channel| way(context, channel)).collect()
}

/// Whether there is a way that needs no internet.
pub fn has_way_without_internet(engagement: &Engagement) -> bool {
    engagement.channels.iter().any(|channel| rank(channel.kind) < rank(ChannelKind::Web))
}

fn rank(kind: ChannelKind) -> u8 {
    match kind {
        ChannelKind::InPerson => 0,
        ChannelKind::Phone => 1,
        ChannelKind::Post => 2,
        ChannelKind::Web => 3,
        ChannelKind::Issue => 4,
    }
}

fn way(context: &Context<'_>, channel: &Channel) -> Way {
    let words = context.words;
    let kind = say!(
        words,
        match channel.kind {
            ChannelKind::InPerson => "engagement-way-in-person",
            ChannelKind::Phone => "engagement-way-phone",
            ChannelKind::Post => "engagement-way-post",
            ChannelKind::Web => "engagement-way-web",
            ChannelKind::Issue => "engagement-way-issue",
        }
    );
    let note = channel.note.as_ref().map(|note| Item::from(context.text(note)));
    let url = channel
        .url
        .as_ref()
        .map(|url| Item::from(Link { label: shown(url.as_str()).into(), href: news::local(context, url) }));
    let says: Vec<Item> = note.into_iter().chain(url).collect();
    let nothing = || vec![Item::from(say!(words, "engagement-way-unsaid"))];
    let caution = (channel.kind == ChannelKind::Issue).then(|| say!(words, "engagement-way-caution"));
    Way { kind, says: if says.is_empty() { nothing() } else { says }, caution }
}

/// What helps people to come, in one sentence.
pub fn support(context: &Context<'_>, support: Option<&Support>) -> String {
    let words = context.words;
    let Some(support) = support else { return say!(words, "engagement-support-unsaid") };
    let all = [
        (support.childcare, say!(words, "engagement-support-childcare")),
        (support.travel, say!(words, "engagement-support-travel")),
        (support.pay, say!(words, "engagement-support-pay")),
        (support.interpretation, say!(words, "engagement-support-interpretation")),
    ];
    let given: Vec<String> = all.into_iter().filter_map(|(is, word)| is.then_some(word)).collect();
    if given.is_empty() { say!(words, "engagement-support-none") } else { words.list(&given) }
}

/// The languages it is offered in.
pub fn languages(context: &Context<'_>, engagement: &Engagement) -> String {
    let all: Vec<String> = engagement.languages.iter().map(|language| context.plain(language)).collect();
    if all.is_empty() { say!(context.words, "engagement-languages-unsaid") } else { context.words.list(&all) }
}

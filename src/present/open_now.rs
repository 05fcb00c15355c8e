//! What residents are asked now, and soon: for the page "Take part", and in short for every other page.

use super::engagement::{Standing, Way, terms};
use super::{Context, Link, Phrase};
use crate::feed::records::Engagement;
use crate::routes::Page;
use crate::sorted::sort_by_key;
use crate::words::say;

/// A process with all one has to know to take part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenItem {
    pub id: String,
    pub title: Link,
    pub question: Phrase,
    /// "We ask you".
    pub level: String,
    /// "Consult, after the spectrum of IAP2".
    pub level_term: String,
    pub promise: Result<Phrase, String>,
    /// "Until Friday 5 December 2025. 13 days left."
    pub when: String,
    pub ways: Vec<Way>,
    pub support: String,
    pub languages: String,
}

/// A process in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenLine {
    pub title: Link,
    pub level: String,
    pub when: String,
    pub state: super::activity::State,
}

/// What is open now, in short, and where to read on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenNow {
    pub title: String,
    pub lines: Vec<OpenLine>,
    pub all: Link,
}

/// What people can take part in now, the nearest last day first; `None` if there is nothing.
pub fn open_now(context: &Context<'_>, is_meant: &dyn Fn(&Engagement) -> bool) -> Option<OpenNow> {
    let words = context.words;
    let open = standing_so(context, Standing::Open).into_iter().filter(|engagement| is_meant(engagement));
    let lines: Vec<_> = open.map(|engagement| line(context, engagement)).collect();
    (!lines.is_empty()).then(|| OpenNow {
        title: say!(words, "take-open"),
        lines,
        all: Link { label: say!(words, "take-all").into(), href: context.href(&Page::TakePart) },
    })
}

/// Processes that are so far. Those that are open or come: by their nearest day. Those that are over: the latest first.
pub fn standing_so<'a>(context: &Context<'a>, wanted: Standing) -> Vec<&'a Engagement> {
    let all = context.feed.engagements.iter();
    let mut so: Vec<_> = all.filter(|engagement| terms::standing(context, engagement) == wanted).collect();
    sort_by_key(&mut so, |engagement| {
        let far = chrono::NaiveDate::MAX;
        let (opens, closes) = (engagement.opens.map(|day| day.first()), engagement.closes.map(|day| day.last()));
        let turned = |day: chrono::NaiveDate| i64::from(chrono::Datelike::num_days_from_ce(&day));
        match wanted {
            Standing::Open => turned(closes.unwrap_or(far)),
            Standing::Soon => turned(opens.unwrap_or(far)),
            Standing::Waiting => turned(closes.unwrap_or(chrono::NaiveDate::MIN)).saturating_neg(),
            Standing::Reported => {
                let told = engagement.reported_on.map(|day| day.last()).or(closes);
                turned(told.unwrap_or(chrono::NaiveDate::MIN)).saturating_neg()
            }
        }
    });
    so
}

/// One process in a line.
pub fn line(context: &Context<'_>, engagement: &Engagement) -> OpenLine {
    OpenLine {
        title: context.link(&engagement.title, &Page::Engagement(engagement.id.to_string())),
        level: terms::level(context, engagement.level),
        when: terms::when(context, engagement),
        state: terms::state(context, terms::standing(context, engagement)),
    }
}

/// One process with all one has to know.
pub fn item(context: &Context<'_>, engagement: &Engagement) -> OpenItem {
    OpenItem {
        id: engagement.id.to_string(),
        title: context.link(&engagement.title, &Page::Engagement(engagement.id.to_string())),
        question: context.text(&engagement.question),
        level: terms::level(context, engagement.level),
        level_term: terms::level_term(context, engagement.level),
        promise: promise(context, engagement),
        when: terms::when(context, engagement),
        ways: terms::ways(context, engagement),
        support: terms::support(context, engagement.support.as_ref()),
        languages: terms::languages(context, engagement),
    }
}

/// What residents can count on, or the gap that nobody said it.
pub(super) fn promise(context: &Context<'_>, engagement: &Engagement) -> Result<Phrase, String> {
    match &engagement.promise {
        Some(promise) => Ok(context.text(promise)),
        None => Err(say!(context.words, "engagement-no-promise")),
    }
}

#[cfg(test)]
mod tests;

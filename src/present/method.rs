//! How the figures are made and read. Says what the program does, and nothing that it does not do.

use super::chapter::{Chapter, Term, TextBody};
use super::standing::Fact;
use super::{Context, Head, Link};
use crate::feed::records::Indicator;
use crate::feed::records::indicator::Level;
use crate::measure::assess::gaps;
use crate::measure::gap::GapLabel;
use crate::measure::numbers::Z_ONE_SIDED;
use crate::measure::pace::{FARTHEST_YEARS, PaceLabel};
use crate::measure::status::StatusLabel;
use crate::measure::trend;
use crate::routes::Page;
use crate::words::say;

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct MethodPage {
    pub head: Head,
    pub text: TextBody,
    /// `None` if no measure of the feed can be judged.
    pub example: Option<Example>,
}

/// One measure of this feed, judged step by step.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    pub title: String,
    pub says: String,
    pub measure: Link,
    pub facts: Vec<Fact>,
}

/// The page, with the limits that this coalition has set itself.
pub fn method_page(context: &Context<'_>) -> MethodPage {
    let words = context.words;
    let (title, lead) = (say!(words, "nav-method"), say!(words, "method-lead"));
    let chapters = vec![
        origin(context),
        levels(context),
        change(context),
        judging(context),
        unjudged(context),
        statuses(context),
        small(context),
        fresh(context),
        claim(context),
    ];
    MethodPage {
        head: context.head(&title, lead.clone()),
        text: TextBody { title, lead: lead.into(), chapters },
        example: example(context),
    }
}

/// The measure that shows most of the method: a headline measure before others, and one with a pace, then with a gap.
fn example(context: &Context<'_>) -> Option<Example> {
    let headline = context.feed.coalition.headline_indicators.iter().filter_map(|id| context.feed.indicator(id));
    let others = context.feed.indicators.iter().filter(|one| one.level == Level::Population);
    let all = || headline.clone().chain(others.clone());
    let judged = |indicator: &&Indicator| context.assessed(indicator).pace.ratio.is_some();
    let apart = |indicator: &&Indicator| gaps(context.feed, indicator).iter().any(|gap| gap.change.is_some());
    let indicator = all().filter(judged).find(apart).or_else(|| all().find(judged))?;
    Some(Example {
        title: say!(context.words, "method-example"),
        says: say!(context.words, "method-example-says"),
        measure: context.link(&indicator.title, &Page::Indicator(indicator.id.to_string())),
        facts: context.standing_facts(indicator),
    })
}

/// How large the sum of a trend test has to be, for each number of figures.
fn critical_values(context: &Context<'_>) -> String {
    let words = context.words;
    let item = |(at, value): (usize, &i64)| {
        say!(words, "method-critical-item", n = trend::FEWEST_POINTS + at, s = value.to_string())
    };
    let items: Vec<String> = trend::CRITICAL.iter().enumerate().map(item).collect();
    say!(words, "method-critical-text", items = items.join("; "), z = words.number(Z_ONE_SIDED, 3))
}

/// Words that stand in the place of a judgement.
fn unjudged(context: &Context<'_>) -> Chapter {
    let words = context.words;
    let status = |label: StatusLabel| context.status_word(label);
    Chapter {
        id: "unjudged",
        title: say!(words, "method-unjudged"),
        terms: vec![
            Term::new(status(StatusLabel::Developmental), say!(words, "method-developmental-text")),
            Term::new(status(StatusLabel::NoData), say!(words, "method-no-data-text")),
            Term::new(status(StatusLabel::BaselineOnly), say!(words, "method-baseline-only-text")),
            Term::new(status(StatusLabel::ContextOnly), say!(words, "method-context-text")),
            Term::new(status(StatusLabel::NotAssessable), say!(words, "method-cannot-text")),
            Term::new(say!(words, "method-override"), say!(words, "method-override-text")),
        ],
        ..Chapter::default()
    }
}

fn origin(context: &Context<'_>) -> Chapter {
    let words = context.words;
    Chapter {
        id: "origin",
        title: say!(words, "method-origin"),
        paragraphs: vec![say!(words, "method-origin-files").into(), say!(words, "method-origin-sources").into()],
        ..Chapter::default()
    }
}

/// Whom a measure speaks about.
fn levels(context: &Context<'_>) -> Chapter {
    let words = context.words;
    Chapter {
        id: "levels",
        title: say!(words, "method-levels"),
        paragraphs: vec![say!(words, "method-levels-apart").into()],
        terms: vec![
            Term::new(say!(words, "level-population-short"), say!(words, "method-population-text")),
            Term::new(say!(words, "level-performance-short"), say!(words, "method-performance-text")),
            Term::new(say!(words, "level-process-short"), say!(words, "method-process-text")),
        ],
        ..Chapter::default()
    }
}

/// Status, pace, trend and gap.
fn judging(context: &Context<'_>) -> Chapter {
    let words = context.words;
    let improving_or_worse =
        [StatusLabel::Improving, StatusLabel::GettingWorse].map(|label| context.status_word(label));
    let gaps_named = [GapLabel::Closing, GapLabel::Widening, GapLabel::Same].map(|label| context.gap_word(label));
    Chapter {
        id: "judging",
        title: say!(words, "method-judging"),
        paragraphs: vec![
            say!(words, "method-judging-apart").into(),
            say!(words, "method-judging-word").into(),
            say!(words, "method-judging-pace").into(),
            say!(words, "method-judging-sources").into(),
        ],
        terms: vec![
            Term::new(context.pace_word(PaceLabel::OnPace), say!(words, "method-pace-on-text")),
            Term::new(context.pace_word(PaceLabel::TooSlow), say!(words, "method-pace-slow-text")),
            Term::new(context.pace_word(PaceLabel::FarTooSlow), say!(words, "method-pace-far-text")),
            Term::new(context.pace_word(PaceLabel::MovingAway), say!(words, "method-pace-away-text")),
            Term::new(context.pace_word(PaceLabel::Met), say!(words, "method-met-text")),
            Term::new(context.pace_word(PaceLabel::MissedDate), say!(words, "method-missed-text")),
            Term::new(context.pace_word(PaceLabel::AwaitingFigure), say!(words, "method-awaiting-text")),
            Term::new(words.list(&improving_or_worse), say!(words, "method-moved-text")),
            Term::new(context.status_word(StatusLabel::LittleChange), say!(words, "method-little-text")),
            Term::new(say!(words, "method-least"), say!(words, "method-least-text")),
            Term::new(say!(words, "method-trend"), say!(words, "method-trend-text")),
            Term::new(say!(words, "method-critical"), critical_values(context)),
            Term::new(say!(words, "method-arrival"), say!(words, "method-arrival-text", n = FARTHEST_YEARS as usize)),
            Term::new(words.list(&gaps_named), say!(words, "method-gap-text")),
        ],
        ..Chapter::default()
    }
}

/// Baseline, target, change.
fn change(context: &Context<'_>) -> Chapter {
    let words = context.words;
    Chapter {
        id: "change",
        title: say!(words, "method-change"),
        terms: vec![
            Term::new(say!(words, "table-baseline"), say!(words, "method-baseline-text")),
            Term::new(say!(words, "table-latest"), say!(words, "method-latest-text")),
            Term::new(say!(words, "method-since-baseline"), say!(words, "method-since-baseline-text")),
            Term::new(say!(words, "method-points"), say!(words, "method-points-text")),
            Term::new(say!(words, "method-break"), say!(words, "method-break-text")),
            Term::new(say!(words, "table-target"), say!(words, "method-target-text")),
            Term::new(say!(words, "method-replaced"), say!(words, "method-replaced-text")),
            Term::new(say!(words, "method-in-100"), say!(words, "method-in-100-text")),
        ],
        ..Chapter::default()
    }
}

/// The words beside a value or in its place.
fn statuses(context: &Context<'_>) -> Chapter {
    let words = context.words;
    Chapter {
        id: "words",
        title: say!(words, "method-words"),
        terms: vec![
            Term::new(say!(words, "value-provisional"), say!(words, "method-provisional-text")),
            Term::new(say!(words, "value-estimated"), say!(words, "method-estimated-text")),
            Term::new(say!(words, "value-forecast"), say!(words, "method-forecast-text")),
            Term::new(say!(words, "method-withheld"), say!(words, "method-withheld-text")),
            Term::new(say!(words, "value-not-collected"), say!(words, "method-not-collected-text")),
            Term::new(say!(words, "value-not-measured"), say!(words, "method-not-measured-text")),
        ],
        ..Chapter::default()
    }
}

/// The coalition's own limits.
fn small(context: &Context<'_>) -> Chapter {
    let words = context.words;
    let limits = &context.feed.coalition.disclosure;
    let zero = match limits.zero_ok {
        true => say!(words, "method-zero-shown"),
        false => say!(words, "method-zero-withheld"),
    };
    Chapter {
        id: "small",
        title: say!(words, "method-small"),
        paragraphs: vec![say!(words, "method-small-why").into()],
        points: vec![
            say!(words, "method-small-count", n = limits.min_count.saturating_sub(1)).into(),
            say!(words, "method-small-base", n = limits.min_denominator).into(),
            zero.into(),
            say!(words, "method-small-source").into(),
            say!(words, "method-small-subtract").into(),
            say!(words, "method-small-publisher").into(),
        ],
        ..Chapter::default()
    }
}

fn fresh(context: &Context<'_>) -> Chapter {
    let words = context.words;
    Chapter {
        id: "fresh",
        title: say!(words, "method-fresh"),
        paragraphs: vec![say!(words, "method-fresh-due").into(), say!(words, "method-fresh-late").into()],
        terms: vec![
            Term::new(say!(words, "age-fresh"), say!(words, "method-age-fresh")),
            Term::new(say!(words, "age-due"), say!(words, "method-age-due")),
            Term::new(say!(words, "age-late"), say!(words, "method-age-late")),
            Term::new(say!(words, "age-stale"), say!(words, "method-age-stale")),
            Term::new(say!(words, "age-not-promised"), say!(words, "method-age-not-promised")),
        ],
        ..Chapter::default()
    }
}

fn claim(context: &Context<'_>) -> Chapter {
    let words = context.words;
    Chapter {
        id: "claim",
        title: say!(words, "method-claim"),
        paragraphs: vec![say!(words, "method-claim-contribution").into(), say!(words, "method-claim-no-score").into()],
        ..Chapter::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::testing::Small;

    /// The points on small numbers of a coalition with these limits.
    #[track_caller]
    fn check(disclosure: &str, expected: [&str; 3]) {
        let coalition = format!(
            r#"{{"schema_version": "1.0.0", "id": "valley", "name": "V", "plain_summary": "S", "vision": "V",
            "geography": "geo-valley", "population": "All", "default_locale": "en", "locales": ["en", "es"],
            "disclosure": {disclosure}, "contacts": [{{"kind": "phone", "value": "+1-555-0100"}}], "license": "CC0-1.0"}}"#
        );
        let small = Small::new(&[("coalition.json", &coalition)]);
        let page = method_page(&small.context("en"));
        let chapter = page.text.chapters.iter().find(|chapter| chapter.id == "small").unwrap();
        let points: Vec<_> = chapter.points.iter().take(3).map(|point| point.text.as_str()).collect();
        assert_eq!(points, expected);
    }

    #[test]
    fn the_limits_are_the_coalitions_own() {
        let count = "A count of 1 to 10 people is withheld.";
        let base = "A share or a rate over fewer than 40 people is withheld.";
        let zero = "A zero is withheld too.";
        check(r#"{"min_count": 11, "min_denominator": 40, "zero_ok": false}"#, [count, base, zero]);
    }

    #[test]
    fn a_true_zero_may_be_shown() {
        let count = "A count of 1 to 9 people is withheld.";
        let base = "A share or a rate over fewer than 30 people is withheld.";
        let zero = "A true zero is shown.";
        check(r#"{"min_count": 10, "min_denominator": 30, "zero_ok": true}"#, [count, base, zero]);
    }

    #[test]
    fn chapters_have_ids_and_titles_of_their_own() {
        let page = method_page(&Small::new(&[]).context("es"));
        let mut ids: Vec<_> = page.text.chapters.iter().map(|chapter| chapter.id).collect();
        let n = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!((ids.len(), page.text.chapters.iter().any(|chapter| chapter.title.is_empty())), (n, false));
    }
}

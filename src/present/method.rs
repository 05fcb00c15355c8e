//! How the figures are made and read. Says what the program does, and nothing that it does not do.

use super::chapter::{Chapter, Fixed, Term, TextBody, keys};
use super::standing::Fact;
use super::{Context, Head, Link};
use crate::feed::records::Indicator;
use crate::feed::records::indicator::Level;
use crate::measure::assess::gaps;
use crate::measure::gap::GapLabel;
use crate::measure::numbers::Z_ONE_SIDED;
use crate::measure::pace::FARTHEST_YEARS;
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
    let fixed = |fixed: Fixed| fixed.chapter(words);
    let chapters = vec![
        fixed(ORIGIN),
        fixed(LEVELS),
        fixed(CHANGE),
        judging(context),
        fixed(UNJUDGED),
        fixed(STATUSES),
        small(context),
        fixed(FRESH),
        fixed(CLAIM),
    ];
    MethodPage {
        head: context.head(&title, lead.clone()),
        text: TextBody { title, lead: lead.into(), chapters },
        example: example(context),
    }
}

/// Where the figures come from.
const ORIGIN: Fixed = Fixed {
    id: "origin",
    title: keys!["method-origin"][0],
    paragraphs: keys!["method-origin-files", "method-origin-sources"],
    points: &[],
    terms: &[],
};

/// Whom a measure speaks about.
const LEVELS: Fixed = Fixed {
    id: "levels",
    title: keys!["method-levels"][0],
    paragraphs: keys!["method-levels-apart"],
    points: &[],
    terms: keys![
        "level-population-short",
        "method-population-text",
        "level-performance-short",
        "method-performance-text",
        "level-process-short",
        "method-process-text",
    ],
};

/// Baseline, target, change.
const CHANGE: Fixed = Fixed {
    id: "change",
    title: keys!["method-change"][0],
    paragraphs: &[],
    points: &[],
    terms: keys![
        "table-baseline",
        "method-baseline-text",
        "table-latest",
        "method-latest-text",
        "method-since-baseline",
        "method-since-baseline-text",
        "method-points",
        "method-points-text",
        "method-break",
        "method-break-text",
        "table-target",
        "method-target-text",
        "method-replaced",
        "method-replaced-text",
        "method-in-100",
        "method-in-100-text",
    ],
};

/// Status, pace, trend and gap.
const JUDGING: Fixed = Fixed {
    id: "judging",
    title: keys!["method-judging"][0],
    paragraphs: keys!["method-judging-apart", "method-judging-word", "method-judging-pace", "method-judging-sources",],
    points: &[],
    terms: keys![
        "pace-on",
        "method-pace-on-text",
        "pace-slow",
        "method-pace-slow-text",
        "pace-far",
        "method-pace-far-text",
        "pace-away",
        "method-pace-away-text",
        "stands-met",
        "method-met-text",
        "pace-missed",
        "method-missed-text",
        "pace-awaiting",
        "method-awaiting-text",
        "stands-little-change",
        "method-little-text",
        "method-least",
        "method-least-text",
        "method-trend",
        "method-trend-text",
    ],
};

/// Words that stand in the place of a judgement.
const UNJUDGED: Fixed = Fixed {
    id: "unjudged",
    title: keys!["method-unjudged"][0],
    paragraphs: &[],
    points: &[],
    terms: keys![
        "stands-developmental",
        "method-developmental-text",
        "stands-no-data",
        "method-no-data-text",
        "stands-baseline-only",
        "method-baseline-only-text",
        "stands-context",
        "method-context-text",
        "stands-not-assessable",
        "method-cannot-text",
        "method-override",
        "method-override-text",
    ],
};

/// The words beside a value or in its place.
const STATUSES: Fixed = Fixed {
    id: "words",
    title: keys!["method-words"][0],
    paragraphs: &[],
    points: &[],
    terms: keys![
        "value-provisional",
        "method-provisional-text",
        "value-estimated",
        "method-estimated-text",
        "value-forecast",
        "method-forecast-text",
        "method-withheld",
        "method-withheld-text",
        "value-not-collected",
        "method-not-collected-text",
        "value-not-measured",
        "method-not-measured-text",
    ],
};

const FRESH: Fixed = Fixed {
    id: "fresh",
    title: keys!["method-fresh"][0],
    paragraphs: keys!["method-fresh-due", "method-fresh-late"],
    points: &[],
    terms: keys![
        "age-fresh",
        "method-age-fresh",
        "age-due",
        "method-age-due",
        "age-late",
        "method-age-late",
        "age-stale",
        "method-age-stale",
        "age-not-promised",
        "method-age-not-promised",
    ],
};

const CLAIM: Fixed = Fixed {
    id: "claim",
    title: keys!["method-claim"][0],
    paragraphs: keys!["method-claim-contribution", "method-claim-no-score"],
    points: &[],
    terms: &[],
};

/// Status, pace, trend and gap, with the words and numbers that the method itself knows.
fn judging(context: &Context<'_>) -> Chapter {
    let words = context.words;
    let moved = [StatusLabel::Improving, StatusLabel::GettingWorse].map(|label| context.status_word(label));
    let gaps = [GapLabel::Closing, GapLabel::Widening, GapLabel::Same].map(|label| context.gap_word(label));
    let mut chapter = JUDGING.chapter(words);
    chapter.terms.extend([
        Term::new(words.list(&moved), say!(words, "method-moved-text")),
        Term::new(say!(words, "method-critical"), critical_values(context)),
        Term::new(say!(words, "method-arrival"), say!(words, "method-arrival-text", n = FARTHEST_YEARS as usize)),
        Term::new(words.list(&gaps), say!(words, "method-gap-text")),
    ]);
    chapter
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

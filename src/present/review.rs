//! Every measure by standing and age of its figure, in one table: for the coalition's own meeting.

use super::list::MOST_ROWS;
use super::standing::{VERDICTS, Verdict};
use super::{Context, Head, Link, Phrase};
use crate::feed::records::Indicator;
use crate::feed::records::indicator::Level;
use crate::feed::series::Scope;
use crate::measure::assess;
use crate::measure::assess::{Assessment, gaps};
use crate::measure::freshness::FreshnessState;
use crate::measure::gap::GapLabel;
use crate::routes::{Page, Query};
use crate::sorted::sort_by_key;
use crate::words::say;

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewPage {
    pub head: Head,
    pub title: String,
    pub lead: String,
    /// Population, performance and process apart: they are never counted together.
    pub levels: Vec<LevelReview>,
    /// Said if the feed has no measure.
    pub nothing: Option<String>,
}

/// The measures of one level.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelReview {
    /// Unique on the page.
    pub id: &'static str,
    pub title: String,
    /// How many stand where, and how many are judged at all.
    pub says: String,
    pub counts: CountTable,
    pub columns: [String; 6],
    pub rows: Vec<ReviewRow>,
    /// To the list of all of them, if these are not all.
    pub more: Option<Link>,
}

/// Verdicts by the age of the figure.
#[derive(Clone, Debug, PartialEq)]
pub struct CountTable {
    pub caption: String,
    /// Names the table among those of the other levels.
    pub region: String,
    pub corner: String,
    /// The ages that occur, then the sum.
    pub columns: Vec<String>,
    /// Each with one count a column.
    pub rows: Vec<(Verdict, Vec<usize>)>,
}

/// One measure.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewRow {
    pub measure: Link,
    pub steward: Phrase,
    pub verdict: Verdict,
    pub moved: String,
    pub trend: String,
    /// The gaps of its dimensions: "Family income: Widening".
    pub gaps: Vec<Phrase>,
    pub latest: String,
    pub fresh: String,
    pub late: bool,
}

/// The page.
pub fn review_page(context: &Context<'_>) -> ReviewPage {
    let words = context.words;
    let (title, lead) = (say!(words, "nav-review"), say!(words, "review-lead"));
    let levels: Vec<LevelReview> = Level::ALL.iter().filter_map(|level| review(context, *level)).collect();
    ReviewPage {
        head: context.head(&title, lead.clone()),
        nothing: levels.is_empty().then(|| say!(words, "review-nothing")),
        title,
        lead,
        levels,
    }
}

fn review(context: &Context<'_>, level: Level) -> Option<LevelReview> {
    let words = context.words;
    let own = context.feed.indicators.iter().filter(|indicator| indicator.level == level);
    let mut judged: Vec<(Assessment<'_>, Verdict)> = own
        .clone()
        .map(|indicator| {
            let assessment = assess(context.feed, indicator, &Scope::default(), context.today);
            let verdict = context.verdict(&assessment);
            (assessment, verdict)
        })
        .collect();
    let stand = context.stand(level, own)?;
    let place = |verdict: &Verdict| VERDICTS.iter().position(|code| *code == verdict.code);
    // Within a verdict, what is late comes first.
    sort_by_key(&mut judged, |(assessment, verdict)| (place(verdict), std::cmp::Reverse(age(assessment))));
    let (id, title) = match level {
        Level::Population => ("population", say!(words, "review-population")),
        Level::Performance => ("performance", say!(words, "review-performance")),
        Level::Process => ("process", say!(words, "review-process")),
    };
    Some(LevelReview {
        id,
        says: stand.says,
        counts: counts(context, &title, &judged),
        title,
        columns: [
            say!(words, "ways-measure"),
            say!(words, "fact-standing"),
            say!(words, "review-moved"),
            say!(words, "method-trend"),
            say!(words, "method-gap"),
            say!(words, "review-figure"),
        ],
        more: (judged.len() > MOST_ROWS).then(|| Link {
            label: say!(words, "review-more", n = MOST_ROWS, total = judged.len()).into(),
            href: context.href_with(&Page::Indicators, &Query::default().with("level", level.wire())),
        }),
        rows: judged.iter().take(MOST_ROWS).map(|(assessment, verdict)| row(context, assessment, verdict)).collect(),
    })
}

/// The age of a figure, and none as the oldest.
fn age(assessment: &Assessment<'_>) -> usize {
    let state = assessment.freshness.map(|fresh| fresh.state);
    let known = |state| FreshnessState::ALL.iter().position(|known| *known == state);
    state.and_then(known).map_or(FreshnessState::ALL.len(), |at| at)
}

fn counts(context: &Context<'_>, level: &str, judged: &[(Assessment<'_>, Verdict)]) -> CountTable {
    let words = context.words;
    let ages: Vec<usize> = (0..=FreshnessState::ALL.len())
        .filter(|wanted| judged.iter().any(|(assessment, _)| age(assessment) == *wanted))
        .collect();
    let name = |age: &usize| {
        say!(
            words,
            match FreshnessState::ALL.get(*age) {
                Some(FreshnessState::Fresh) => "age-fresh",
                Some(FreshnessState::Due) => "age-due",
                Some(FreshnessState::Late) => "age-late",
                Some(FreshnessState::Stale) => "age-stale",
                Some(FreshnessState::NotPromised) => "age-not-promised",
                None => "age-none",
            }
        )
    };
    let rows = VERDICTS.iter().filter_map(|code| {
        let own: Vec<_> = judged.iter().filter(|(_, verdict)| verdict.code == *code).collect();
        let (_, verdict) = own.first()?;
        let of = |wanted: &usize| own.iter().filter(|(assessment, _)| age(assessment) == *wanted).count();
        Some((verdict.clone(), ages.iter().map(of).chain([own.len()]).collect()))
    });
    CountTable {
        caption: say!(words, "review-counts"),
        region: say!(words, "review-counts-of", level = level),
        corner: say!(words, "fact-standing"),
        columns: ages.iter().map(name).chain([say!(words, "review-sum")]).collect(),
        rows: rows.collect(),
    }
}

fn row(context: &Context<'_>, assessment: &Assessment<'_>, verdict: &Verdict) -> ReviewRow {
    let (words, indicator): (_, &Indicator) = (context.words, assessment.indicator);
    let steward = context.feed.partner(&indicator.steward);
    let gaps = gaps(context.feed, indicator).into_iter().filter(|gap| gap.label != GapLabel::TooFewGroups);
    let line = super::row::main_line(context, &indicator.id);
    let latest = line.and_then(|line| crate::measure::change::standing(line, indicator).latest);
    let (fresh, late) = latest.map_or((say!(words, "age-none"), false), |latest| context.fresh(indicator, latest));
    ReviewRow {
        measure: context.link(&indicator.title, &Page::Indicator(indicator.id.to_string())),
        steward: steward.map(|partner| context.text(&partner.name)).unwrap_or_default(),
        verdict: verdict.clone(),
        moved: context.status_word(assessment.status.label()),
        trend: if assessment.window.is_empty() { String::new() } else { context.trend_word(assessment.trend.label) },
        gaps: gaps
            .map(|gap| {
                let dimension = context.text(&gap.dimension.label);
                let says = say!(words, "review-gap", dimension = dimension.text, gap = context.gap_word(gap.label));
                Phrase { text: says, lang: dimension.lang }
            })
            .collect(),
        latest: latest.and_then(|latest| latest.value).map_or(String::new(), |value| context.value(indicator, value)),
        fresh,
        late,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::testing::{READING, Small};

    #[track_caller]
    fn check<T: PartialEq + std::fmt::Debug>(records: &[(&str, &str)], read: impl Fn(ReviewPage) -> T, expected: T) {
        assert_eq!(read(review_page(&Small::new(records).context("en"))), expected);
    }

    const WANTED: (&str, &str) = (
        "indicators/ind-wanted.json",
        r#"{"id": "ind-wanted", "title": "Friendly faces", "plain_summary": "S", "definition": "D",
        "level": "population", "goals": ["goal-read"], "unit": {"kind": "percent", "decimals": 0},
        "direction": "increase", "aggregation": "none", "period_type": "year", "update_frequency": "yearly",
        "method": "census", "source": ["src-test"], "steward": "par-circle", "phase": "developmental"}"#,
    );

    #[test]
    fn measures_stand_in_the_order_of_their_verdicts() {
        let names = |page: ReviewPage| {
            let rows = page.levels[0].rows.iter();
            rows.map(|row| (row.measure.label.text.clone(), row.verdict.code, row.late)).collect::<Vec<_>>()
        };
        let expected = vec![
            ("Reading at grade level".to_owned(), "improving", true),
            ("Friendly faces".to_owned(), "developmental", false),
        ];
        check(&[WANTED, READING[0], READING[1]], names, expected);
    }

    #[test]
    fn counts_are_by_verdict_and_age() {
        let table = |page: ReviewPage| {
            let counts = page.levels[0].counts.clone();
            (
                counts.columns,
                counts.rows.into_iter().map(|(verdict, counts)| (verdict.code, counts)).collect::<Vec<_>>(),
            )
        };
        let columns = ["Late", "No figure", "Together"].map(str::to_owned).to_vec();
        let rows = vec![("improving", vec![1, 0, 1]), ("developmental", vec![0, 1, 1])];
        check(&[WANTED, READING[0], READING[1]], table, (columns, rows));
    }

    #[test]
    fn a_feed_without_measures_says_so() {
        let said = |page: ReviewPage| page.nothing.is_some() && page.levels.is_empty();
        check(&[], said, true);
        check(&[WANTED], said, false);
    }
}

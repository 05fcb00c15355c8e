//! The list of all indicators, with search and filters whose state is in the address.

use super::filters::{Facet, narrow};
pub use super::filters::{Filter, FilterOption};
use super::row::MeasureRow;
use super::{Context, Head};
use crate::chart::spark::SparkSize;
use crate::feed::records::Indicator;
use crate::feed::records::indicator::{Level, Phase};
use crate::routes::{Page, Query};
use crate::words::say;

/// What stands around the list; it does not change while filters do.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorsPage {
    pub head: Head,
    pub title: String,
    pub lead: String,
    pub search_label: String,
}

/// The list as the address asks for it.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorList {
    pub filters: Vec<Filter>,
    pub count: String,
    pub rows: Vec<MeasureRow>,
    /// Said, with a way out, if nothing matches.
    pub empty: Option<(String, String, String)>,
}

/// The frame of the list.
pub fn indicators_page(context: &Context<'_>) -> IndicatorsPage {
    let words = context.words;
    let title = say!(words, "nav-measures");
    let lead = say!(words, "indicators-lead");
    IndicatorsPage { head: context.head(&title, lead.clone()), search_label: say!(words, "filter-search"), title, lead }
}

/// The list under a query: `q` (words), `goal`, `level`, `phase`.
pub fn indicator_list(context: &Context<'_>, query: &Query) -> IndicatorList {
    let words = context.words;
    let total = context.feed.indicators.len();
    let texts = |indicator: &Indicator| {
        [&indicator.title, &indicator.plain_summary, &indicator.definition].map(|text| context.plain(text)).to_vec()
    };
    let records = context.feed.indicators.iter().collect();
    let (filters, chosen) = narrow(context, &Page::Indicators, query, &facets(context), records, texts);
    let (n, clear) = (chosen.len(), context.href(&Page::Indicators));
    IndicatorList {
        filters,
        count: say!(words, "count-measures", n = n),
        rows: chosen.into_iter().map(|indicator| context.measure_row(indicator, SparkSize::Small)).collect(),
        empty: (n == 0).then(|| (say!(words, "filter-no-measures", n = total), say!(words, "filter-clear"), clear)),
    }
}

fn facets<'a>(context: &Context<'a>) -> Vec<Facet<'a, Indicator>> {
    let (words, indicators) = (context.words, &context.feed.indicators);
    let goals = super::goal::active(context);
    let levels = Level::ALL.iter().filter(|level| indicators.iter().any(|indicator| indicator.level == **level));
    let phases = Phase::ALL.iter().filter(|phase| indicators.iter().any(|indicator| indicator.phase == **phase));
    vec![
        Facet {
            name: "goal",
            title: say!(words, "filter-goal"),
            options: goals.into_iter().map(|goal| (context.text(&goal.title), goal.id.as_str())).collect(),
            has: Box::new(|indicator: &Indicator, value| indicator.goals.iter().any(|id| id.as_str() == value)),
        },
        Facet {
            name: "level",
            title: say!(words, "filter-level"),
            options: levels.map(|known| (level(context, *known).into(), known.wire())).collect(),
            has: Box::new(|indicator: &Indicator, value| indicator.level.wire() == value),
        },
        Facet {
            name: "phase",
            title: say!(words, "filter-phase"),
            options: phases.map(|known| (phase(context, *known).into(), known.wire())).collect(),
            has: Box::new(|indicator: &Indicator, value| indicator.phase.wire() == value),
        },
    ]
}

fn level(context: &Context<'_>, level: Level) -> String {
    match level {
        Level::Population => say!(context.words, "level-population-short"),
        Level::Performance => say!(context.words, "level-performance-short"),
        Level::Process => say!(context.words, "level-process-short"),
    }
}

fn phase(context: &Context<'_>, phase: Phase) -> String {
    match phase {
        Phase::Live => say!(context.words, "phase-live"),
        Phase::Developmental => say!(context.words, "phase-developmental"),
        Phase::Retired => say!(context.words, "phase-retired"),
    }
}

//! The list of all indicators, with search and filters whose state is in the address.

use super::Context;
use super::filters::{Facet, ListIndex};
use super::list::{Asked, List, ListPage};
use super::row::MeasureRow;
use super::standing::VERDICTS;
use crate::chart::spark::SparkSize;
use crate::feed::records::Indicator;
use crate::feed::records::indicator::{Level, Phase};
use crate::routes::Page;
use crate::words::say;

/// In the address: whether the newest figure is late.
const LATE: &str = "late";
const CURRENT: &str = "current";

/// The frame of the list.
pub fn indicators_page(context: &Context<'_>) -> ListPage {
    let words = context.words;
    let n = context.feed.indicators.len();
    context.list_page(
        Page::Indicators,
        super::labels::label(context, super::labels::Label::Measures).text,
        say!(words, "indicators-lead"),
        n,
        say!(words, "count-measures", n = n),
    )
}

/// What the list is narrowed down by.
pub fn indicator_index(context: &Context<'_>) -> ListIndex {
    ListIndex::new((0..context.feed.indicators.len()).collect(), facets(context))
}

/// The list under a query: `q` (words), `standing`, `fresh`, `goal`, `level`, `phase`.
pub fn indicator_list(context: &Context<'_>, index: &ListIndex, asked: Asked<'_>) -> List<MeasureRow> {
    let words = context.words;
    let total = index.len();
    let texts = |indicator: &Indicator| {
        [&indicator.title, &indicator.plain_summary, &indicator.definition].map(|text| context.plain(text)).to_vec()
    };
    let (filters, chosen) = index.narrow(context, &Page::Indicators, asked, &context.feed.indicators, texts);
    let n = chosen.len();
    let shown = context.listed(&Page::Indicators, asked, &chosen, say!(words, "count-measures", n = n));
    List {
        filters,
        paging: shown.paging,
        count: shown.count,
        rows: chosen[shown.rows].iter().map(|indicator| context.measure_row(indicator, SparkSize::Small)).collect(),
        empty: context.no_rows(
            &Page::Indicators,
            total,
            n,
            say!(words, "indicators-none"),
            say!(words, "filter-no-measures", n = total),
        ),
    }
}

fn facets(context: &Context<'_>) -> Vec<Facet> {
    let (words, indicators) = (context.words, &context.feed.indicators);
    let records: Vec<&Indicator> = indicators.iter().collect();
    let (goals, offered) = super::goal::choices(context);
    let levels = Level::ALL.iter().filter(|level| indicators.iter().any(|indicator| indicator.level == **level));
    let phases = Phase::ALL.iter().filter(|phase| indicators.iter().any(|indicator| indicator.phase == **phase));
    let judged = |indicator: &Indicator| {
        let assessment = context.assessed(indicator);
        let late = assessment.freshness.is_some_and(|fresh| fresh.is_late());
        (context.verdict(&assessment), if late { LATE } else { CURRENT })
    };
    let judged: Vec<_> = indicators.iter().map(judged).collect();
    let of = |indicator: &Indicator| context.feed.place_of(indicator).and_then(|at| judged.get(at));
    let known = |code: &str| judged.iter().find(|(verdict, _)| verdict.code == code).map(|(verdict, _)| verdict);
    let verdicts = VERDICTS.iter().filter_map(|code| Some((known(code)?.word.clone().into(), *code)));
    let ages =
        vec![(say!(words, "filter-fresh-current").into(), CURRENT), (say!(words, "filter-fresh-late").into(), LATE)];
    vec![
        Facet::new(
            "standing",
            say!(words, "filter-standing"),
            verdicts.collect(),
            &mut records.iter().map(|indicator| of(indicator).map(|(verdict, _)| verdict.code).into_iter().collect()),
        ),
        Facet::new(
            "fresh",
            say!(words, "filter-fresh"),
            ages,
            &mut records.iter().map(|indicator| of(indicator).map(|(_, age)| *age).into_iter().collect()),
        ),
        Facet::new(
            "goal",
            say!(words, "filter-goal"),
            goals,
            &mut records.iter().map(|indicator| indicator.goals.iter().map(|id| id.as_str()).collect()),
        )
        .offering(offered),
        Facet::new(
            "level",
            say!(words, "filter-level"),
            levels.map(|known| (level(context, *known).into(), known.wire())).collect(),
            &mut records.iter().map(|indicator| vec![indicator.level.wire()]),
        ),
        Facet::new(
            "phase",
            say!(words, "filter-phase"),
            phases.map(|known| (phase(context, *known).into(), known.wire())).collect(),
            &mut records.iter().map(|indicator| vec![indicator.phase.wire()]),
        ),
    ]
}

fn level(context: &Context<'_>, level: Level) -> String {
    say!(
        context.words,
        match level {
            Level::Population => "level-population-short",
            Level::Performance => "level-performance-short",
            Level::Process => "level-process-short",
        }
    )
}

fn phase(context: &Context<'_>, phase: Phase) -> String {
    say!(
        context.words,
        match phase {
            Phase::Live => "phase-live",
            Phase::Developmental => "phase-developmental",
            Phase::Retired => "phase-retired",
        }
    )
}

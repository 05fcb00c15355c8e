//! The list of all indicators, with search and filters whose state is in the address.

use super::Context;
use std::rc::Rc;

use super::filters::{Facet, narrow};
use super::list::{List, ListPage};
use super::row::MeasureRow;
use super::standing::{VERDICTS, Verdict};
use crate::chart::spark::SparkSize;
use crate::feed::records::Indicator;
use crate::feed::records::indicator::{Level, Phase};
use crate::routes::{Page, Query};
use crate::words::say;

/// The frame of the list.
pub fn indicators_page(context: &Context<'_>) -> ListPage {
    let words = context.words;
    let n = context.feed.indicators.len();
    let count = context.counted(say!(words, "count-measures", n = n), &Query::default(), n);
    context.list_page(
        Page::Indicators,
        super::labels::label(context, super::labels::Label::Measures).text,
        say!(words, "indicators-lead"),
        count,
    )
}

/// The list under a query: `q` (words), `standing`, `fresh`, `goal`, `level`, `phase`.
pub fn indicator_list(context: &Context<'_>, query: &Query) -> List<MeasureRow> {
    let words = context.words;
    let total = context.feed.indicators.len();
    let texts = |indicator: &Indicator| {
        [&indicator.title, &indicator.plain_summary, &indicator.definition].map(|text| context.plain(text)).to_vec()
    };
    let records = context.feed.indicators.iter().collect();
    let (filters, chosen) = narrow(context, &Page::Indicators, query, &facets(context), records, texts);
    let n = chosen.len();
    let (shown, paging) = context.paged(&Page::Indicators, query, n);
    List {
        filters,
        paging,
        count: context.counted(say!(words, "count-measures", n = n), query, n),
        rows: chosen[shown].iter().map(|indicator| context.measure_row(indicator, SparkSize::Small)).collect(),
        empty: (n == 0)
            .then(|| context.nothing_matches(say!(words, "filter-no-measures", n = total), &Page::Indicators)),
    }
}

fn facets<'a>(context: &Context<'a>) -> Vec<Facet<'a, Indicator>> {
    let (words, indicators) = (context.words, &context.feed.indicators);
    let goals = super::goal::active(context);
    let levels = Level::ALL.iter().filter(|level| indicators.iter().any(|indicator| indicator.level == **level));
    let phases = Phase::ALL.iter().filter(|phase| indicators.iter().any(|indicator| indicator.phase == **phase));
    // Judged once, not once for every option.
    let standing: Rc<Vec<(Verdict, bool)>> = Rc::new(
        indicators
            .iter()
            .map(|indicator| {
                let assessment = context.assessed(indicator);
                let late = assessment.freshness.is_some_and(|fresh| fresh.is_late());
                (context.verdict(&assessment), late)
            })
            .collect(),
    );
    let place = |indicator: &Indicator| context.feed.place_of(&indicator.id);
    let (by_verdict, by_age) = (Rc::clone(&standing), Rc::clone(&standing));
    let known = |code: &str| standing.iter().find(|(verdict, _)| verdict.code == code).map(|(verdict, _)| verdict);
    let verdicts = VERDICTS.iter().filter_map(|code| Some((known(code)?.word.clone().into(), *code)));
    vec![
        Facet {
            name: "standing",
            title: say!(words, "filter-standing"),
            options: verdicts.collect(),
            has: Box::new(move |indicator: &Indicator, value| {
                place(indicator).and_then(|at| by_verdict.get(at)).is_some_and(|(verdict, _)| verdict.code == value)
            }),
        },
        Facet {
            name: "fresh",
            title: say!(words, "filter-fresh"),
            options: vec![
                (say!(words, "filter-fresh-current").into(), "current"),
                (say!(words, "filter-fresh-late").into(), "late"),
            ],
            has: Box::new(move |indicator: &Indicator, value| {
                place(indicator).and_then(|at| by_age.get(at)).is_some_and(|(_, late)| *late == (value == "late"))
            }),
        },
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

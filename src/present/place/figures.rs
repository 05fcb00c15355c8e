//! The figures of a place, beside those of the whole area, with the targets set for it.

use crate::feed::records::geography::Geography;
use crate::feed::records::indicator::{DefinedBy, Level, Target};
use crate::feed::records::source::SourceKind;
use crate::feed::records::{Indicator, SetBy};
use crate::feed::series::{Line, Scope};
use crate::measure::change::{is_measured, standing};
use crate::present::indicator::status_words;
use crate::present::list::MOST_AMONG;
use crate::present::standing::Verdict;
use crate::present::{Context, Link, Phrase};
use crate::routes::{Page, Query};
use crate::sorted::sort_by_key;
use crate::words::say;

/// A table of figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    pub caption: String,
    /// Measure, here, the whole area, target, standing.
    pub columns: [String; 5],
    pub rows: Vec<Figure>,
    /// To all measures, if there are more.
    pub more: Option<Link>,
}

/// One measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub measure: Link,
    /// "Chosen by residents".
    pub marks: Vec<String>,
    pub here: String,
    pub wider: String,
    pub targets: Vec<Phrase>,
    /// How it stands; nothing where no figure of this place can be judged.
    pub verdict: Option<Verdict>,
}

/// The line of everybody in a place. The coalition's own area has the line without any place, too.
pub fn line_of<'a>(context: &Context<'a>, indicator: &Indicator, place: &Geography) -> Option<&'a Line> {
    let series = context.feed.series_of(&indicator.id)?;
    let own = |line: &&Line| line.scope.groups.is_empty() && line.scope.geography.as_ref() == Some(&place.id);
    let whole = context.feed.coalition.geography == place.id;
    series.lines.iter().find(own).or_else(|| series.total().filter(|_| whole))
}

/// The latest value of a line with its period, or why there is none.
pub fn latest(context: &Context<'_>, indicator: &Indicator, line: &Line) -> Result<(f64, String), String> {
    let withheld = line.points.last().filter(|last| !is_measured(last));
    let said = standing(line, indicator).latest;
    match (withheld, said.and_then(|latest| Some((latest.value?, latest.period)))) {
        (None, Some((value, period))) => Ok((value, context.words.period_short(period))),
        (Some(last), _) => Err(status_words(context, last).join(", ")),
        (None, None) => Err(say!(context.words, "value-not-measured")),
    }
}

fn cell(context: &Context<'_>, indicator: &Indicator, line: Option<&Line>) -> String {
    match line.map(|line| latest(context, indicator, line)) {
        Some(Ok((value, period))) => {
            say!(context.words, "place-value-in", value = context.value(indicator, value), period = period)
        }
        Some(Err(why)) => why,
        None => say!(context.words, "place-nobody-measures"),
    }
}

/// The measures with a figure of a place or a target for it.
pub fn measures<'a>(context: &Context<'a>, place: &'a Geography) -> impl Iterator<Item = &'a Indicator> {
    let context = *context;
    let is_for = move |target: &Target| is_for(&context, target, place);
    let is_here = move |one: &&Indicator| line_of(&context, one, place).is_some() || one.targets.iter().any(is_for);
    context.feed.indicators.iter().filter(is_here)
}

/// Whether a target is for a place.
fn is_for(context: &Context<'_>, target: &Target, place: &Geography) -> bool {
    match &target.scope {
        Some(scope) => scope.geography.as_ref() == Some(&place.id),
        None => context.feed.coalition.geography == place.id,
    }
}

/// The order in which so many measures are shown that not all are: those of the population before those of what is done.
pub(in crate::present) fn in_order(mut measures: Vec<&Indicator>) -> Vec<&Indicator> {
    if measures.len() > MOST_AMONG {
        sort_by_key(&mut measures, |one| one.level == Level::Performance);
    }
    measures
}

/// The figures of a place; `None` if nothing is broken down for it and no target is set.
pub fn figures(context: &Context<'_>, place: &Geography) -> Option<Figures> {
    let words = context.words;
    let all: Vec<&Indicator> = measures(context, place).collect();
    let more = context.more_among(all.len(), &Page::Indicators, &Query::default());
    let first = in_order(all).into_iter().take(MOST_AMONG);
    let rows: Vec<Figure> = first.map(|one| figure(context, one, place)).collect();
    (!rows.is_empty()).then(|| Figures {
        caption: say!(words, "place-figures-caption", place = context.plain(&place.name)),
        columns: [
            say!(words, "ways-measure"),
            say!(words, "place-figures-here"),
            say!(words, "place-figures-whole"),
            say!(words, "place-figures-target"),
            say!(words, "fact-standing"),
        ],
        rows,
        more,
    })
}

fn figure(context: &Context<'_>, indicator: &Indicator, place: &Geography) -> Figure {
    let words = context.words;
    let line = line_of(context, indicator, place);
    let targets: Vec<Phrase> = indicator
        .targets
        .iter()
        .filter(|target| is_for(context, target, place))
        .map(|target| {
            let value = context.value_and_unit(indicator, target.value).0;
            let text = say!(words, "row-target", value = value, by = context.date(target.by));
            let residents = target.set_by.as_ref().is_some_and(|set| set.who == SetBy::Residents);
            let text = if residents { say!(words, "place-target-residents", target = text) } else { text };
            let group = target.scope.as_ref().and_then(|scope| {
                let dimension = context.feed.dimension(scope.dimension.as_ref()?)?;
                dimension.groups.iter().find(|group| Some(&group.id) == scope.group.as_ref())
            });
            match group {
                Some(group) => {
                    say!(words, "place-target-group", group = context.plain(&group.label), target = text).into()
                }
                None => Phrase::from(text),
            }
        })
        .collect();
    let scope = Scope { groups: Vec::new(), geography: line.and_then(|line| line.scope.geography.clone()) };
    let judged = line.filter(|line| latest(context, indicator, line).is_ok());
    let total = context.feed.series_of(&indicator.id).and_then(|series| series.total());
    Figure {
        measure: context.link(&indicator.title, &Page::Indicator(indicator.id.to_string())),
        marks: marks(context, indicator),
        here: cell(context, indicator, line),
        wider: cell(context, indicator, total),
        targets,
        verdict: judged
            .map(|_| context.verdict(&crate::measure::assess(context.feed, indicator, &scope, context.today))),
    }
}

/// Whether residents chose or count a measure.
pub(in crate::present) fn is_residents_own(context: &Context<'_>, indicator: &Indicator) -> bool {
    !marks(context, indicator).is_empty()
}

/// What residents have to do with a measure.
fn marks(context: &Context<'_>, indicator: &Indicator) -> Vec<String> {
    let words = context.words;
    let collected = indicator
        .source
        .iter()
        .filter_map(|id| context.feed.source(id))
        .any(|source| source.kind == SourceKind::ResidentCollected);
    let chosen = indicator.defined_by == Some(DefinedBy::Residents);
    let mut marks = Vec::new();
    marks.extend(chosen.then(|| say!(words, "place-chosen-by-residents")));
    marks.extend(collected.then(|| say!(words, "place-counted-by-residents")));
    marks
}

/// What residents chose or count, without a figure of this place.
pub fn chosen(context: &Context<'_>, place: &Geography) -> Vec<Link> {
    let all = context.feed.indicators.iter();
    let wanted = all.filter(|it| line_of(context, it, place).is_none() && is_residents_own(context, it));
    wanted.map(|it| context.link(&it.title, &Page::Indicator(it.id.to_string()))).collect()
}

//! Changed figures in words.

use super::fields;
use crate::feed::diff::{Change, Figure, FigureChange};
use crate::feed::series::{Scope, Status};
use crate::present::Context;
use crate::present::value::digits;
use crate::words::say;

/// From so many changes of one sort on they are counted instead of listed.
const LISTED: usize = 3;

/// What happened to a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Added,
    Corrected,
    Withheld,
    /// It is there, and says that there is no value.
    Missing,
    Gone,
    Final,
    Hidden,
    Detail,
}

impl Fate {
    pub(super) const ALL: [Self; 8] = [
        Self::Corrected,
        Self::Added,
        Self::Final,
        Self::Withheld,
        Self::Missing,
        Self::Gone,
        Self::Hidden,
        Self::Detail,
    ];

    /// The case of the messages that count.
    pub(super) fn case(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Corrected => "corrected",
            Self::Withheld => "withheld",
            Self::Final => "final",
            Self::Gone => "gone",
            Self::Missing | Self::Hidden | Self::Detail => "other",
        }
    }
}

pub(super) fn fate(figure: &FigureChange) -> Fate {
    let value = |figure: &Option<Figure>| figure.as_ref().and_then(|figure| figure.value);
    let hidden = |figure: &Option<Figure>| figure.as_ref().is_some_and(|figure| figure.hidden);
    let has = |figure: &Option<Figure>, status| figure.as_ref().is_some_and(|one| one.status.contains(&status));
    let withheld = [Status::Suppressed, Status::Withheld].into_iter().any(|status| has(&figure.now, status));
    match (value(&figure.was), value(&figure.now)) {
        _ if figure.now.is_none() => Fate::Gone,
        _ if hidden(&figure.now) => Fate::Hidden,
        (_, None) if withheld => Fate::Withheld,
        (_, None) => Fate::Missing,
        (None, Some(_)) => Fate::Added,
        (Some(was), Some(now)) if was != now => Fate::Corrected,
        _ if has(&figure.was, Status::Provisional) && !has(&figure.now, Status::Provisional) => Fate::Final,
        _ => Fate::Detail,
    }
}

/// A sentence for each figure, or one for many of a sort.
pub(super) fn lines(context: &Context<'_>, change: &Change, target_stays: bool) -> Vec<String> {
    let mut lines = Vec::new();
    for fate_of in Fate::ALL {
        let same: Vec<_> = change.figures.iter().filter(|figure| fate(figure) == fate_of).collect();
        match (same.first(), same.last()) {
            (Some(first), Some(last)) if same.len() > LISTED => {
                let (from, to) = (context.words.period(first.period), context.words.period(last.period));
                let what = fate_of.case();
                lines.push(say!(context.words, "change-figures", what = what, n = same.len(), from = from, to = to));
            }
            _ => lines.extend(same.into_iter().map(|figure| line(context, change, figure, target_stays))),
        }
    }
    match change.whom.as_ref().map(|whom| whom_name(context, &whom.scope())) {
        Some(whom) => {
            lines.into_iter().map(|says| say!(context.words, "change-whom", whom = &whom, says = says)).collect()
        }
        None => lines,
    }
}

fn line(context: &Context<'_>, change: &Change, figure: &FigureChange, target_stays: bool) -> String {
    let words = context.words;
    let period = words.period(figure.period);
    let (was, now) = values(context, change, figure);
    match fate(figure) {
        Fate::Added => say!(words, "change-figure-added", period = period, now = now),
        Fate::Corrected if target_stays => {
            say!(words, "change-figure-corrected-target", period = period, was = was, now = now)
        }
        Fate::Corrected => say!(words, "change-figure-corrected", period = period, was = was, now = now),
        Fate::Withheld => say!(words, "change-figure-withheld", period = period),
        Fate::Missing => say!(words, "change-figure-missing", period = period),
        Fate::Gone => say!(words, "change-figure-gone", period = period),
        Fate::Final => say!(words, "change-figure-final", period = period, now = now),
        Fate::Hidden => say!(words, "change-figure-hidden", period = period),
        Fate::Detail => say!(words, "change-figure-detail", period = period),
    }
}

/// Both values in their indicator's unit; with all digits if these are needed to tell them apart.
pub(super) fn values(context: &Context<'_>, change: &Change, figure: &FigureChange) -> (String, String) {
    let (was, now) = (value(context, change, figure.was.as_ref()), value(context, change, figure.now.as_ref()));
    let number = |figure: &Option<Figure>| figure.as_ref().and_then(|figure| figure.value);
    match (number(&figure.was), number(&figure.now)) {
        (Some(exactly_was), Some(exactly_now)) if was == now && exactly_was != exactly_now => {
            let decimals = digits(exactly_was).max(digits(exactly_now));
            (context.words.number(exactly_was, decimals), context.words.number(exactly_now, decimals))
        }
        _ => (was, now),
    }
}

/// A value in its indicator's unit; bare if the indicator is gone.
fn value(context: &Context<'_>, change: &Change, figure: Option<&Figure>) -> String {
    let Some(value) = figure.and_then(|figure| figure.value) else { return String::new() };
    match fields::indicator(context, change) {
        Some(indicator) => context.value_after_title(indicator, value),
        None => context.words.number(value, 1),
    }
}

/// Whom and where figures speak of, in words.
pub(super) fn whom_name(context: &Context<'_>, scope: &Scope) -> String {
    let group = scope.groups.iter().map(|(dimension, name)| {
        let dimension = context.feed.dimension(dimension);
        let group = dimension.and_then(|dimension| dimension.groups.iter().find(|group| group.id == *name));
        group.map_or_else(|| name.as_str().to_owned(), |group| context.plain(&group.label))
    });
    let place = scope
        .geography
        .iter()
        .map(|id| context.feed.geography(id).map_or_else(|| id.to_string(), |place| context.plain(&place.name)));
    group.chain(place).collect::<Vec<_>>().join(", ")
}

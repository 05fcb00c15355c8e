//! Tables about what is measured: observations, indicators, targets, and what they are broken down by.

use super::super::cells::Of;
use super::{Table, links, pairs, words};
use crate::feed::period::PeriodKind;
use crate::feed::records::geography::{GeographyKind, Group};
use crate::feed::records::indicator::{
    Aggregation, Direction, Frequency, Level, Method, Phase, Rba, Target, TargetKind, UnitKind,
};
use crate::feed::records::source::SourceKind;
use crate::feed::records::{Dimension, Geography, Indicator, Source};
use crate::feed::series::{Line, Observation};
use crate::present::Context;

/// An observation with where it belongs.
struct Figure<'f> {
    indicator: &'f str,
    line: &'f Line,
    point: &'f Observation,
}

/// A target with its indicator.
struct Aim<'f> {
    indicator: &'f Indicator,
    target: &'f Target,
}

/// A group with its dimension.
struct Member<'f> {
    dimension: &'f str,
    group: &'f Group,
}

pub(super) fn tables(context: &Context<'_>) -> Vec<Table> {
    let feed = context.feed;
    vec![
        observations(context),
        indicators(context),
        links(
            context,
            "indicator_goals",
            "Which goals an indicator speaks for",
            ("indicator", "indicators"),
            ("goal", "goals"),
            &pairs(&feed.indicators, |one| Box::new(one.goals.iter())),
        ),
        links(
            context,
            "indicator_sources",
            "Which sources an indicator's figures come from",
            ("indicator", "indicators"),
            ("source", "sources"),
            &pairs(&feed.indicators, |one| Box::new(one.source.iter())),
        ),
        targets(context),
        dimensions(context),
        groups(context),
        places(context),
        sources(context),
    ]
}

fn observations(context: &Context<'_>) -> Table {
    let mut figures: Vec<Figure<'_>> = Vec::new();
    for series in &context.feed.series {
        let indicator = series.indicator.as_str();
        for line in &series.lines {
            figures.extend(line.points.iter().map(|point| Figure { indicator, line, point }));
        }
    }
    let group = |text: String| Some(text).filter(|text| !text.is_empty());
    let synthetic = context.feed.coalition.sample;
    Of::<Figure<'_>>::new(context)
        .id("indicator", "What is counted: an id of indicators.", |row| row.indicator.to_owned())
        .code("place", "An id of places; empty for the coalition's whole area.", |row| {
            row.line.scope.geography.as_ref().map(ToString::to_string)
        })
        .code(
            "dimension",
            "How groups are told apart: an id of dimensions; several with * between them; empty for everybody.",
            move |row| group(row.line.scope.dimension()),
        )
        .code(
            "group",
            "The group: an id of groups in that dimension; several with * between them; empty for everybody.",
            move |row| group(row.line.scope.group()),
        )
        .id(
            "period",
            "2024, 2024-H1, 2024-Q3, 2024-05, 2024-W07, 2024-05-17, 2019..2023 (years put together), SY2023 (a school \
             year by its first year) or FY2023 (a financial year).",
            |row| row.point.period.to_string(),
        )
        .day("from", "First day of the period.", |row| Some(row.point.period.bounds().0))
        .day("to", "Last day of the period.", |row| Some(row.point.period.bounds().1))
        .number("value", "In the indicator's unit. Empty where status says why there is none.", |row| row.point.value)
        .number("lower", "Low end of the interval.", |row| row.point.lower)
        .number("upper", "High end of the interval.", |row| row.point.upper)
        .number("standard_error", "In the indicator's unit.", |row| row.point.se)
        .number("numerator", "How many of them.", |row| row.point.numerator)
        .number("denominator", "Of how many.", |row| row.point.denominator)
        .code(
            "status",
            "One or more words with blanks between them: final, provisional, estimated, forecast, break, missing, \
             suppressed, withheld, not_due, unreliable, pooled, imputed, definition_differs, synthetic.",
            |row| Some(row.point.status.written()).filter(|text| !text.is_empty()),
        )
        .code("note", "In the default language.", |row| row.point.note.clone())
        .number("value_before", "The value that was published before, if this one replaced it.", |row| row.point.was)
        .date("revised_on", "When it was replaced.", |row| row.point.revised)
        .flag("sample", "True for invented figures.", move |_| synthetic)
        .rows("observations", "Every figure, one in a row", &figures)
        .key(&["indicator", "place", "dimension", "group", "period"])
        .refers("indicator", "indicators")
        .refers("place", "places")
}

fn indicators(context: &Context<'_>) -> Table {
    Of::<Indicator>::new(context)
        .id("id", "Its name in addresses and references.", |one| one.id.to_string())
        .text("title", "What is counted, in a few words.", |one| Some(&one.title))
        .text("summary", "In one or two plain sentences.", |one| Some(&one.plain_summary))
        .text("definition", "Exactly what is counted.", |one| Some(&one.definition))
        .word("level", "Whom it speaks about.", words!(Level), |one| Some(one.level.wire()))
        .word("rba", "For programmes: how much, how well, or who is better off.", words!(Rba), |one| {
            one.rba.map(Rba::wire)
        })
        .code("activity", "The programme it measures: an id of activities.", |one| {
            one.activity.as_ref().map(ToString::to_string)
        })
        .word("unit", "The kind of unit. A percent runs from 0 to 100.", words!(UnitKind), |one| {
            Some(one.unit.kind.wire())
        })
        .text("unit_name", "What is counted or measured.", |one| one.unit.name.as_ref())
        .text("unit_per", "For rates: for how many.", |one| one.unit.per.as_ref())
        .code("currency", "For money: the ISO 4217 code.", |one| {
            one.unit.currency.as_ref().map(|code| code.as_str().to_owned())
        })
        .number("multiplier", "Values are multiples of this.", |one| one.unit.multiplier)
        .whole("decimals", "Decimals to show.", |one| Some(one.unit.decimals))
        .word("direction", "Which way is better.", words!(Direction), |one| Some(one.direction.wire()))
        .number("range_low", "Low end of the wanted range.", |one| one.range.as_ref().map(|range| range.lo))
        .number("range_high", "High end of the wanted range.", |one| one.range.as_ref().map(|range| range.hi))
        .word("aggregation", "Whether values may be added up.", words!(Aggregation), |one| Some(one.aggregation.wire()))
        .word("period_type", "The kind of period.", words!(PeriodKind), |one| Some(one.period_type.wire()))
        .word("update_frequency", "How often a figure comes.", words!(Frequency), |one| {
            Some(one.update_frequency.wire())
        })
        .whole("expected_lag_days", "Days from the end of a period to its figure.", |one| one.expected_lag_days)
        .code("baseline_period", "The period that change is measured from.", |one| {
            one.baseline.as_ref().map(|baseline| baseline.period.to_string())
        })
        .word("method", "Where the numbers come from.", words!(Method), |one| Some(one.method.wire()))
        .code("steward", "Who brings the figure: an id of partners.", |one| Some(one.steward.to_string()))
        .word("phase", "Whether it is measured yet.", words!(Phase), |one| Some(one.phase.wire()))
        .code("status_code", "How it stands since the baseline, for everybody, on the day of the package.", |one| {
            Some(context.assessed(one).status.label().code().to_owned())
        })
        .code("pace_code", "Whether it will reach its target in time.", |one| {
            Some(context.assessed(one).pace.label.code().to_owned())
        })
        .code("trend_code", "Where it has been heading.", |one| {
            Some(context.assessed(one).trend.label.code().to_owned())
        })
        .rows("indicators", "What is measured, and how it stands", &context.feed.indicators)
        .key(&["id"])
        .refers("activity", "activities")
        .refers("steward", "partners")
}

fn targets(context: &Context<'_>) -> Table {
    let aims: Vec<Aim<'_>> = context
        .feed
        .indicators
        .iter()
        .flat_map(|indicator| indicator.targets.iter().map(move |target| Aim { indicator, target }))
        .collect();
    Of::<Aim<'_>>::new(context)
        .id("indicator", "An id of indicators.", |row| row.indicator.id.to_string())
        .code("place", "An id of places; empty for the whole area.", |row| {
            row.target.scope.as_ref()?.geography.as_ref().map(ToString::to_string)
        })
        .code("dimension", "An id of dimensions; empty for everybody.", |row| {
            row.target.scope.as_ref()?.dimension.as_ref().map(ToString::to_string)
        })
        .code("group", "An id of groups in that dimension.", |row| {
            row.target.scope.as_ref()?.group.as_ref().map(|group| group.as_str().to_owned())
        })
        .number("value", "In the indicator's unit.", |row| Some(row.target.value))
        .date("by", "By when.", |row| Some(row.target.by))
        .word("kind", "How it was chosen.", words!(TargetKind), |row| Some(row.target.kind.wire()))
        .rows("targets", "What indicators should become", &aims)
        .refers("indicator", "indicators")
        .refers("place", "places")
}

fn dimensions(context: &Context<'_>) -> Table {
    Of::<Dimension>::new(context)
        .id("id", "Its name in observations.", |one| one.id.to_string())
        .text("label", "What it is called.", |one| Some(&one.label))
        .flag("exhaustive", "Whether its groups add up to everybody.", |one| one.exhaustive)
        .rows("dimensions", "Ways to tell groups of people apart", &context.feed.dimensions)
        .key(&["id"])
}

fn groups(context: &Context<'_>) -> Table {
    let members: Vec<Member<'_>> = context
        .feed
        .dimensions
        .iter()
        .flat_map(|one| one.groups.iter().map(|group| Member { dimension: one.id.as_str(), group }))
        .collect();
    Of::<Member<'_>>::new(context)
        .id("dimension", "An id of dimensions.", |row| row.dimension.to_owned())
        .id("id", "Its name in observations.", |row| row.group.id.as_str().to_owned())
        .text("label", "What it is called.", |row| Some(&row.group.label))
        .text("definition", "Who belongs to it.", |row| row.group.definition.as_ref())
        .rows("groups", "Groups of people", &members)
        .key(&["dimension", "id"])
        .refers("dimension", "dimensions")
}

fn places(context: &Context<'_>) -> Table {
    Of::<Geography>::new(context)
        .id("id", "Its name in observations.", |one| one.id.to_string())
        .text("name", "What it is called.", |one| Some(&one.name))
        .word("kind", "What kind of place it is.", words!(GeographyKind), |one| Some(one.kind.wire()))
        .code("parent", "The place it lies in.", |one| one.parent.as_ref().map(ToString::to_string))
        .code("code_scheme", "The register of its code.", |one| one.code.as_ref().map(|code| code.scheme.clone()))
        .code("code", "Its code in that register.", |one| one.code.as_ref().map(|code| code.value.clone()))
        .whole("population", "How many people live there.", |one| one.population.as_ref().map(|count| count.value))
        .date("population_year", "When that was counted.", |one| one.population.as_ref().map(|count| count.year))
        .rows("places", "Places", &context.feed.geographies)
        .key(&["id"])
        .refers("parent", "places")
}

fn sources(context: &Context<'_>) -> Table {
    Of::<Source>::new(context)
        .id("id", "Its name in references.", |one| one.id.to_string())
        .text("title", "What it is called.", |one| Some(&one.title))
        .text("publisher", "Who publishes it.", |one| Some(&one.publisher))
        .link("url", "Where it is.", |one| {
            one.url.as_ref().filter(|url| url.leaves_site()).map(|url| url.as_str().to_owned())
        })
        .text("license", "Its licence.", |one| one.license.as_ref())
        .word("kind", "What kind of source it is.", words!(SourceKind), |one| Some(one.kind.wire()))
        .date("retrieved_on", "When the figures were fetched.", |one| one.retrieved_on)
        .text("limitations", "What it cannot say.", |one| Some(&one.limitations))
        .rows("sources", "Where figures come from", &context.feed.sources)
        .key(&["id"])
}

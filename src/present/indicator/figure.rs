//! The figure of an indicator: which lines it shows in which form, with its words, its table and its file.
//!
//! The address decides: `by` names whose figures are shown, `form` how they are drawn, `show` whether picture, table or
//! downloads are to be seen.

use super::curve;
use super::groups::{PLACES, dimensions, has_places, lines_of, places};
use super::sheet::sheet;
use super::table::{Table, by_period};
use crate::chart::line::LineChart;
use crate::chart::sheet::Sheet;
use crate::feed::records::Indicator;
use crate::feed::records::indicator::Phase;
use crate::feed::series::Line;
use crate::measure::change::standing;
use crate::present::row::main_line;
use crate::present::{Context, Phrase};
use crate::routes::{Page, Query};
use crate::words::say;

/// The part of the page that the address's state decides.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartPart {
    /// The chart with its table, if anything has been measured.
    pub figure: Option<Figure>,
    /// What is said in place of a chart.
    pub not_measured: String,
    /// Whose figures, and in which form: each a row of links. Rows without a choice are not there.
    pub choices: Vec<Choices>,
    /// Picture, table or downloads.
    pub switch: Choices,
    pub show: Show,
}

/// Links to other views of the figure, the current one marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    /// Unique on the page, for programs.
    pub name: &'static str,
    pub label: String,
    pub items: Vec<View>,
}

/// One choice of what the figure shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    pub label: Phrase,
    pub href: String,
    pub current: bool,
}

/// What of the figure is to be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    Picture,
    Table,
    Downloads,
}

/// A picture, its words and its table: all from one sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What is counted.
    pub title: Phrase,
    /// What the figures say, where the page's heading does not say it.
    pub says: Option<String>,
    /// Unit, place and years; says so if the axis does not start at zero.
    pub subtitle: String,
    /// What the picture shows, for those who do not see it.
    pub description: String,
    pub picture: Picture,
    /// The figures one by one.
    pub stops: Vec<Stop>,
    pub table: Table,
    /// "Show the 12 figures as a table".
    pub show_table: String,
    /// How to take it away.
    pub downloads: Downloads,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Picture {
    Line(LineChart),
}

/// One figure or one period of a picture, for those who walk through it by key.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    /// The period and its figures in words.
    pub says: String,
    /// Percent across.
    pub x: f64,
    /// Where its figures stand: percent across, px down.
    pub marks: Vec<(f64, f64)>,
}

/// Files and words to take away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Downloads {
    /// Name of the files, without their ending.
    pub name: String,
    /// What the figures say: the headline of a saved picture.
    pub headline: String,
    /// Address of the table of all observations.
    pub all: String,
    /// Source, licence, date and address, as they stand in a saved picture.
    pub imprint: Vec<String>,
    pub cite: String,
}

/// Whose figures are shown.
pub(super) struct Chosen<'a> {
    /// The wire name in the address; empty for everybody.
    by: String,
    /// The main line first.
    pub(super) lines: Vec<&'a Line>,
}

/// The chart of an indicator in the view that the query asks for.
pub fn chart_part(context: &Context<'_>, id: &str, query: &Query) -> Option<ChartPart> {
    let indicator = context.feed.indicators.iter().find(|indicator| indicator.id.as_str() == id)?;
    let chosen = chosen(context, indicator, query);
    let show = match query.get("show") {
        Some("table") => Show::Table,
        Some("downloads") => Show::Downloads,
        _ => Show::Picture,
    };
    Some(ChartPart {
        figure: chosen.as_ref().and_then(|chosen| figure(context, indicator, chosen)),
        not_measured: match indicator.phase {
            Phase::Developmental => say!(context.words, "indicator-developmental"),
            Phase::Live | Phase::Retired => say!(context.words, "indicator-no-figure"),
        },
        choices: whose(context, indicator, query).into_iter().collect(),
        switch: switch(context, indicator, query, show),
        show,
    })
}

/// The figures that the view shows, as a table to take away.
pub fn shown_csv(context: &Context<'_>, id: &str, query: &Query) -> Option<String> {
    let indicator = context.feed.indicators.iter().find(|indicator| indicator.id.as_str() == id)?;
    let chosen = chosen(context, indicator, query)?;
    Some(crate::present::csv::series_csv(context, indicator, &chosen.lines))
}

/// The lines that the query asks for. `None` if the series has no line at all.
fn chosen<'a>(context: &Context<'a>, indicator: &Indicator, query: &Query) -> Option<Chosen<'a>> {
    let main = main_line(context, &indicator.id)?;
    let by = query.get("by").unwrap_or_default();
    let others = if by == PLACES {
        places(context, indicator)
    } else {
        let dimension = context.feed.dimensions.iter().find(|dimension| dimension.id.as_str() == by);
        dimension.map_or(Vec::new(), |dimension| lines_of(context, indicator, dimension))
    };
    let by = if others.is_empty() { String::new() } else { by.to_owned() };
    let others = others.into_iter().filter(|line| line.scope != main.scope);
    Some(Chosen { by, lines: std::iter::once(main).chain(others).collect() })
}

fn figure(context: &Context<'_>, indicator: &Indicator, chosen: &Chosen<'_>) -> Option<Figure> {
    let main = chosen.lines.first()?;
    let latest = standing(main, indicator).latest?;
    let sheet = sheet(context, indicator, &chosen.lines);
    let chart = curve::curve(context, indicator, &sheet, main);
    let first = main.points.first().unwrap_or(latest);
    let place = context.feed.geography(&context.feed.coalition.geography).map(|place| context.plain(&place.name));
    let mut subtitle = say!(
        context.words,
        "chart-subtitle",
        unit = context.unit(indicator),
        place = place.unwrap_or_default(),
        from = context.words.period_short(first.period),
        to = context.words.period_short(latest.period)
    );
    let mut add = |sentence: String| subtitle = format!("{subtitle} {sentence}");
    if !main.scope.is_total() {
        add(say!(context.words, "chart-only", whom = super::groups::line_name(context, &main.scope).text));
    }
    if !chart.starts_at_zero {
        add(say!(context.words, "chart-not-from-zero"));
    }
    let table = by_period(context, indicator, &sheet, &chosen.lines);
    let headline = context.headline(indicator, Some(main)).text;
    Some(Figure {
        title: context.text(&indicator.title),
        says: None,
        description: say!(context.words, "chart-description", headline = &headline, n = table.rows.len()),
        stops: stops(context, indicator, &sheet, &chart),
        show_table: say!(context.words, "chart-show-table", n = table.rows.len()),
        downloads: downloads(context, indicator, chosen, latest.period, &headline),
        picture: Picture::Line(chart),
        subtitle,
        table,
    })
}

/// One stop a period.
fn stops(context: &Context<'_>, indicator: &Indicator, sheet: &Sheet, chart: &LineChart) -> Vec<Stop> {
    let alone = sheet.lines.len() == 1;
    let stop = |(index, moment): (usize, &crate::chart::sheet::Moment)| {
        let said = sheet.lines.iter().filter_map(|line| {
            let entry = line.entry(index)?;
            let value = entry.reading.value().map(|value| context.value(indicator, value));
            let value = value.unwrap_or_else(|| entry.text.clone());
            Some(if alone { value } else { say!(context.words, "stop-line", name = &line.name, value = value) })
        });
        let values = said.collect::<Vec<_>>().join("; ");
        Stop {
            says: say!(context.words, "stop", period = &moment.name, values = values),
            x: chart.axes.x(moment.at),
            marks: sheet.lines.iter().filter_map(|line| Some(chart.axes.at(moment.at, line.value(index)?))).collect(),
        }
    };
    sheet.moments.iter().enumerate().map(stop).collect()
}

fn downloads(
    context: &Context<'_>,
    indicator: &Indicator,
    chosen: &Chosen<'_>,
    latest: crate::feed::period::Period,
    headline: &str,
) -> Downloads {
    let words = context.words;
    let id = indicator.id.as_str();
    let page = context.site.absolute(&context.href(&Page::Indicator(id.to_owned())));
    let coalition = &context.feed.coalition;
    let name = context.plain(&coalition.name);
    let mut imprint: Vec<String> = indicator
        .source
        .iter()
        .filter_map(|id| context.feed.source(id))
        .map(|source| {
            let (title, publisher) = (context.plain(&source.title), context.plain(&source.publisher));
            say!(words, "imprint-source", title = title, publisher = publisher)
        })
        .collect();
    let (period, today) = (words.period(latest), words.day(context.today));
    imprint.push(say!(words, "imprint-date", period = &period, today = &today));
    imprint.push(say!(words, "imprint-from", name = &name, license = &coalition.license, address = &page));
    imprint.extend(coalition.sample.then(|| say!(words, "sample-strip", name = &name)));
    Downloads {
        name: if chosen.by.is_empty() { id.to_owned() } else { format!("{id}-{}", chosen.by) },
        all: context.site.indicator_csv(id),
        cite: say!(
            words,
            "cite",
            name = name,
            year = words.year(chrono::Datelike::year(&context.today)),
            title = headline,
            period = period,
            today = today,
            address = page
        ),
        headline: headline.to_owned(),
        imprint,
    }
}

/// The choice of whose figures are shown: everybody, then each dimension that has figures, then places.
fn whose(context: &Context<'_>, indicator: &Indicator, query: &Query) -> Option<Choices> {
    let mut all: Vec<(Phrase, String)> = vec![(say!(context.words, "view-everybody").into(), String::new())];
    let dimensions = dimensions(context, indicator).into_iter();
    all.extend(dimensions.map(|dimension| (context.text(&dimension.label), dimension.id.to_string())));
    if has_places(context, indicator) {
        all.push((say!(context.words, "view-places").into(), PLACES.to_owned()));
    }
    (all.len() > 1).then(|| choices(context, indicator, query, "by", say!(context.words, "view-label"), all))
}

fn switch(context: &Context<'_>, indicator: &Indicator, query: &Query, show: Show) -> Choices {
    let words = context.words;
    let all = vec![
        (say!(words, "show-picture").into(), String::new()),
        (say!(words, "show-table").into(), "table".to_owned()),
        (say!(words, "show-downloads").into(), "downloads".to_owned()),
    ];
    // An unknown word in the address shows the picture, and the link to it is the current one.
    let query = if show == Show::Picture { &query.with("show", "") } else { query };
    choices(context, indicator, query, "show", say!(words, "show-label"), all)
}

/// A row of links that each set one name of the query.
fn choices(
    context: &Context<'_>,
    indicator: &Indicator,
    query: &Query,
    name: &'static str,
    label: String,
    all: Vec<(Phrase, String)>,
) -> Choices {
    let chosen = query.get(name).unwrap_or_default();
    let page = Page::Indicator(indicator.id.to_string());
    // Another form may not be there for other lines.
    let query = if name == "by" { &query.with("form", "") } else { query };
    let items = all.into_iter().map(|(label, value)| View {
        label,
        href: context.href_with(&page, &query.with(name, &value)),
        current: value == chosen,
    });
    Choices { name, label, items: items.collect() }
}

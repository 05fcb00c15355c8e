//! The figure of an indicator: which lines it shows in which form, with its words, its table and its file.
//!
//! The address decides: `by` names whose figures are shown, `form` how they are drawn, `show` whether picture, table or
//! downloads are to be seen.

use super::forms::{Drawn, Form, View};
use super::groups::{PLACES, dimensions, has_places, line_name, lines_of, places};
use super::sheet::sheet;
use super::table::{Table, by_line, by_period};
use crate::chart::line::LineChart;
use crate::chart::multiples::Multiples;
use crate::chart::rows::RowChart;
use crate::chart::shares::ShareChart;
use crate::chart::sheet::{Moment, Sheet, SheetLine};
use crate::feed::period::Period;
use crate::feed::records::Indicator;
use crate::feed::records::indicator::Phase;
use crate::feed::series::Line;
use crate::measure::assess::{DimensionGap, gap};
use crate::measure::change::standing;
use crate::present::csv::series_csv;
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
    pub items: Vec<ViewLink>,
}

/// One choice of what the figure shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ViewLink {
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
    Line(Box<LineChart>),
    Rows(RowChart),
    Multiples(Multiples),
    Shares(ShareChart),
}

/// One figure or one period of a picture, for those who walk through it by key.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    /// Whose figure, when, and how much, in words.
    pub says: String,
    /// Where the figures stand: percent across, px down. Pictures of several panels have none.
    pub marks: Vec<(f64, f64)>,
    /// An upright rule at a moment of a time axis, in percent.
    pub rule: Option<f64>,
    /// Where a pointer means this stop.
    pub area: Option<Area>,
}

/// From where across and how wide, in percent; from where down and how high, in px.
pub type Area = (f64, f64, f64, f64);

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
struct Chosen<'a> {
    indicator: &'a Indicator,
    /// As the address says it; empty for everybody.
    by: String,
    /// The main line first.
    lines: Vec<&'a Line>,
    sheet: Sheet,
    gap: Option<DimensionGap<'a>>,
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
    let mut rows: Vec<Choices> = whose(context, indicator, query).into_iter().collect();
    let figure = chosen.as_ref().and_then(|chosen| {
        let view = chosen.view(context);
        let forms = view.forms();
        let form = chosen_form(&forms, query);
        rows.extend((forms.len() > 1).then(|| how(context, indicator, query, &forms, form)));
        figure(&view, form)
    });
    Some(ChartPart {
        figure,
        not_measured: match indicator.phase {
            Phase::Developmental => say!(context.words, "indicator-developmental"),
            Phase::Live | Phase::Retired => say!(context.words, "indicator-no-figure"),
        },
        choices: rows,
        switch: switch(context, indicator, query, show),
        show,
    })
}

/// The figures that the view shows, as a table to take away.
pub fn shown_csv(context: &Context<'_>, id: &str, query: &Query) -> Option<String> {
    let indicator = context.feed.indicators.iter().find(|indicator| indicator.id.as_str() == id)?;
    let chosen = chosen(context, indicator, query)?;
    let view = chosen.view(context);
    let drawn = view.draw(chosen_form(&view.forms(), query));
    let is_drawn = |period: Period| {
        let name = context.words.period(period);
        drawn.sheet.moments.iter().any(|moment| moment.name == name)
    };
    Some(series_csv(context, indicator, &chosen.lines, is_drawn))
}

impl Chosen<'_> {
    fn view<'v>(&'v self, context: &'v Context<'v>) -> View<'v> {
        View {
            context,
            indicator: self.indicator,
            by: &self.by,
            lines: &self.lines,
            sheet: &self.sheet,
            gap: self.gap.as_ref(),
            aside: usize::from(!self.by.is_empty() && self.lines.first().is_some_and(|line| line.scope.is_total())),
        }
    }
}

/// The lines that the query asks for. `None` if the series has no line at all.
fn chosen<'a>(context: &Context<'a>, indicator: &'a Indicator, query: &Query) -> Option<Chosen<'a>> {
    let main = main_line(context, &indicator.id)?;
    let by = query.get("by").unwrap_or_default();
    let dimension = context.feed.dimensions.iter().find(|dimension| dimension.id.as_str() == by);
    let others = match dimension {
        _ if by == PLACES => places(context, indicator),
        Some(dimension) => lines_of(context, indicator, dimension),
        None => Vec::new(),
    };
    let by = if others.is_empty() { String::new() } else { by.to_owned() };
    // A group that stands in for everybody is no whole for the others.
    let lines: Vec<&Line> =
        if main.scope.is_total() || others.is_empty() { std::iter::once(main).chain(others).collect() } else { others };
    let sheet = sheet(context, indicator, &lines);
    let gap = dimension.and_then(|dimension| gap(context.feed, indicator, dimension));
    Some(Chosen { indicator, by, lines, sheet, gap })
}

/// The form that the query asks for, else the usual one.
fn chosen_form(forms: &[Form], query: &Query) -> Form {
    let wanted = query.get("form").and_then(Form::of).filter(|form| forms.contains(form));
    wanted.or(forms.first().copied()).unwrap_or(Form::Line)
}

fn figure(view: &View<'_>, form: Form) -> Option<Figure> {
    let View { context, indicator, lines, .. } = *view;
    let words = context.words;
    let main = *lines.first()?;
    let latest = standing(main, indicator).latest?;
    let drawn = view.draw(form);
    let says = says(view);
    let headline = match &says {
        Some(says) => says.clone(),
        None => context.headline(indicator, Some(main)).text,
    };
    let table = if drawn.lines_down {
        by_line(context, indicator, &drawn.sheet)
    } else {
        by_period(context, indicator, &drawn.sheet, lines)
    };
    Some(Figure {
        title: context.text(&indicator.title),
        description: say!(
            words,
            "chart-description",
            kind = drawn.kind,
            headline = ended(&headline),
            n = table.rows.len()
        ),
        show_table: say!(words, "chart-show-table", n = table.rows.len()),
        downloads: downloads(context, indicator, view.by, latest.period, &headline),
        subtitle: subtitle(view, &drawn),
        says,
        stops: drawn.stops,
        picture: drawn.picture,
        table,
    })
}

/// A headline as a sentence among others.
fn ended(headline: &str) -> String {
    if headline.ends_with('.') { headline.to_owned() } else { format!("{headline}.") }
}

/// Unit, place and years, and what is special about the picture.
fn subtitle(view: &View<'_>, drawn: &Drawn) -> String {
    let View { context, indicator, lines, .. } = *view;
    let words = context.words;
    let place = context.feed.geography(&context.feed.coalition.geography).map(|place| context.plain(&place.name));
    let name = |moment: Option<&Moment>| moment.map_or(String::new(), |moment| moment.short.clone());
    let known = drawn.sheet.latest().map_or(0, |latest| latest + 1);
    let moments = drawn.sheet.moments.get(..known).unwrap_or_default();
    let (from, to) = (name(moments.first()), name(moments.last()));
    let (unit, place) = (context.unit(indicator), place.unwrap_or_default());
    let mut subtitle = match moments {
        [_] | [] => say!(words, "chart-subtitle-one", unit = unit, place = place, period = to),
        _ => say!(words, "chart-subtitle", unit = unit, place = place, from = from, to = to),
    };
    let only = lines.first().filter(|main| !main.scope.is_total() && view.by.is_empty());
    let only = only.map(|main| say!(words, "chart-only", whom = line_name(context, &main.scope).text));
    for sentence in only.into_iter().chain(drawn.note.clone()) {
        subtitle = format!("{subtitle} {sentence}");
    }
    subtitle
}

/// What the figures of groups or places say: the gap between groups, the ends of places.
fn says(view: &View<'_>) -> Option<String> {
    let View { context, indicator, .. } = *view;
    if let Some(gap) = view.gap {
        return Some(context.gap_sentence(indicator, gap));
    }
    if view.by != PLACES {
        return None;
    }
    let others = view.others();
    let values = |index: usize| others.iter().filter_map(move |line| Some((line, line.value(index)?)));
    let latest = (0..view.sheet.moments.len()).rev().find(|index| values(*index).count() > 1)?;
    let by_value = |a: &(&SheetLine, f64), b: &(&SheetLine, f64)| a.1.total_cmp(&b.1);
    let (low, high) = (values(latest).min_by(by_value)?, values(latest).max_by(by_value)?);
    Some(say!(
        context.words,
        "figure-places",
        period = &view.sheet.moments[latest].inside,
        low = &low.0.name,
        least = context.value(indicator, low.1),
        high = &high.0.name,
        most = context.value(indicator, high.1)
    ))
}

fn downloads(context: &Context<'_>, indicator: &Indicator, by: &str, latest: Period, headline: &str) -> Downloads {
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
        name: if by.is_empty() { id.to_owned() } else { format!("{id}-{by}") },
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
    // Whose figures there are none of are everybody's.
    let by = query.get("by").unwrap_or_default();
    let query = if all.iter().any(|(_, value)| value == by) { query } else { &query.with("by", "") };
    (all.len() > 1).then(|| choices(context, indicator, query, "by", say!(context.words, "view-label"), all))
}

/// The choice of the form.
fn how(context: &Context<'_>, indicator: &Indicator, query: &Query, forms: &[Form], form: Form) -> Choices {
    let words = context.words;
    let everybody = query.get("by").is_none();
    let label = |form: &Form| {
        say!(
            words,
            match form {
                Form::Line => "form-line",
                Form::Now if everybody => "form-bars",
                Form::Now => "form-now",
                Form::Each => "form-each",
                Form::Shares => "form-shares",
            }
        )
    };
    let usual = forms.first().copied();
    let value = |form: &Form| if Some(*form) == usual { String::new() } else { form.code().to_owned() };
    let all = forms.iter().map(|form| (label(form).into(), value(form))).collect();
    // An unknown form in the address shows the usual one.
    let query = &query.with("form", &value(&form));
    choices(context, indicator, query, "form", say!(words, "form-label"), all)
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
    let items = all.into_iter().map(|(label, value)| ViewLink {
        label,
        href: context.href_with(&page, &query.with(name, &value)),
        current: value == chosen,
    });
    Choices { name, label, items: items.collect() }
}

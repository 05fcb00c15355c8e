//! An indicator's observations as a table to take away, safe to open in a spreadsheet.

use super::Context;
use crate::feed::period::Period;
use crate::feed::records::Indicator;
use crate::feed::series::{Line, Observation, Scope};
use crate::words::say;

/// The columns: ids for programs, names for people.
const COLUMNS: [&str; 20] = [
    "indicator",
    "title",
    "unit",
    "period",
    "place",
    "place_name",
    "dimension",
    "group",
    "group_name",
    "value",
    "lower",
    "upper",
    "standard_error",
    "numerator",
    "denominator",
    "status",
    "note",
    "value_before",
    "revised_on",
    "source",
];

/// All observations of an indicator (RFC 4180, UTF-8).
pub fn indicator_csv(context: &Context<'_>, indicator: &Indicator) -> String {
    let lines = context.feed.series_of(&indicator.id).map_or(Vec::new(), |series| series.lines.iter().collect());
    series_csv(context, indicator, &lines, |_| true)
}

/// The observations of some lines and periods, as [`indicator_csv`] writes them.
pub fn series_csv(
    context: &Context<'_>,
    indicator: &Indicator,
    lines: &[&Line],
    is_wanted: impl Fn(Period) -> bool,
) -> String {
    let mut out = String::new();
    row(&mut out, &COLUMNS.map(str::to_owned));
    let fixed = Fixed::new(context, indicator);
    for line in lines {
        for point in line.points.iter().filter(|point| is_wanted(point.period)) {
            row(&mut out, &cells(context, &fixed, line, point));
        }
    }
    out
}

/// What is the same in every row, safe.
pub(super) struct Fixed {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) unit: String,
    pub(super) source: String,
}

impl Fixed {
    pub(super) fn new(context: &Context<'_>, indicator: &Indicator) -> Self {
        let own = indicator.source.iter().filter_map(|id| context.feed.source(id)).map(|s| context.plain(&s.title));
        // A table is passed on without the site around it.
        let sample = context.feed.coalition.sample.then(|| say!(context.words, "data-sample"));
        let sources: Vec<_> = sample.into_iter().chain(own).collect();
        Self {
            id: safe(indicator.id.as_str()),
            title: safe(&context.plain(&indicator.title)),
            unit: safe(&context.unit(indicator)),
            source: safe(&sources.join("; ")),
        }
    }
}

fn cells(context: &Context<'_>, fixed: &Fixed, line: &Line, point: &Observation) -> [String; 20] {
    let [place, place_name, dimension, group, group_name] = whose(context, &line.scope);
    [
        fixed.id.clone(),
        fixed.title.clone(),
        fixed.unit.clone(),
        point.period.to_string(),
        place,
        place_name,
        dimension,
        group,
        group_name,
        number(point.value),
        number(point.lower),
        number(point.upper),
        number(point.se),
        number(point.numerator),
        number(point.denominator),
        point.status.written(),
        safe(point.note.as_deref().unwrap_or_default()),
        number(point.was),
        point.revised.map_or(String::new(), |day| day.to_string()),
        fixed.source.clone(),
    ]
}

/// Place, its name, dimension, group and its name: empty means the whole area and everybody.
pub(super) fn whose(context: &Context<'_>, scope: &Scope) -> [String; 5] {
    let place = scope.geography.as_ref();
    let group_names: Vec<_> = scope
        .groups
        .iter()
        .filter_map(|(dimension, group)| {
            context.feed.dimension(dimension)?.groups.iter().find(|known| known.id == *group)
        })
        .map(|group| context.plain(&group.label))
        .collect();
    [
        place.map_or(String::new(), ToString::to_string),
        safe(
            &place.and_then(|id| context.feed.geography(id)).map_or(String::new(), |place| context.plain(&place.name)),
        ),
        scope.dimension(),
        scope.group(),
        safe(&group_names.join(" · ")),
    ]
}

pub(super) fn number(value: Option<f64>) -> String {
    value.map_or(String::new(), |value| value.to_string())
}

/// Text that a spreadsheet might take for a formula gets an apostrophe in front (OWASP, CSV injection). Numbers are
/// written by us and stay numbers, negative ones too.
pub fn safe(text: &str) -> String {
    if is_risky(text) { format!("'{text}") } else { text.to_owned() }
}

/// A text out of a table of ours, without that apostrophe.
pub fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| is_risky(rest)).unwrap_or(text)
}

/// Apostrophes in front change nothing: a text that begins with one of its own gets another, so that taking one away
/// gives the text back.
fn is_risky(text: &str) -> bool {
    text.trim_start_matches(['\'', ' ', '\u{feff}'])
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'])
}

pub(super) fn row(out: &mut String, cells: &[String]) {
    for (n, cell) in cells.iter().enumerate() {
        out.push_str(if n == 0 { "" } else { "," });
        match cell.contains([',', '"', '\n', '\r']) {
            true => out.push_str(&format!("\"{}\"", cell.replace('"', "\"\""))),
            false => out.push_str(cell),
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::{safe, unguarded};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!((safe(text).as_str(), unguarded(expected)), (expected, text));
    }

    #[test]
    fn formulas_are_disarmed_and_texts_left_alone() {
        check("=1+1", "'=1+1");
        check("  @SUM(A1)", "'  @SUM(A1)");
        check("\u{feff}-2", "'\u{feff}-2");
        check("＝cmd", "'＝cmd");
        check("\tx", "'\tx");
        check("'=1", "''=1");
        check("'\nx", "''\nx");
        check("'tis", "'tis");
        check("Reading - grade 3", "Reading - grade 3");
        check("", "");
    }
}

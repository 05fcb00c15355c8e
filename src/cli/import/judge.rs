//! What the metadata say between the lines: how figures are made and how often, what kind of year, whether a series is a
//! stand-in, and what this program has to add.

use super::data::Slice;
use super::leftovers::Leftovers;
use super::plain::line;
use super::scope::Scopes;
use super::texts::Voices;
use super::yaml::Yaml;
use crate::feed::id::DimensionId;
use crate::feed::records::indicator::{Frequency, Method, Unit, UnitKind};
use crate::feed::text::Text;

/// What this program has to say about figures that it has carried over.
pub(super) fn own_notes(
    voices: &Voices<'_>,
    slice: &Slice<'_>,
    unit_text: &str,
    unit: &Unit,
    repeated: bool,
) -> Vec<Text> {
    let mut notes = Vec::new();
    let plain = matches!(unit.kind, UnitKind::Percent | UnitKind::Rate)
        && ["percentage (%)", "percentage", "percent", "%"].contains(&unit_text.to_lowercase().as_str());
    if !plain && !unit_text.is_empty() && unit.kind != UnitKind::Rate {
        notes.push(voices.own(format!("Unit in the source: {unit_text}.")));
    }
    if repeated {
        notes.push(voices.own("The source has two rows with different values for the same groups and year. The first stands in its place, the other under \"Repeated row\"."));
    }
    if slice.rows.iter().any(|(_, year)| year.repeat.is_some()) {
        notes.push(
            voices.own("The source has several values for one year; they stand under \"Repeat within the year\"."),
        );
    }
    notes
}

pub(super) fn is_proxy(voices: &Voices<'_>, slice: &Slice<'_>) -> bool {
    let Some(meta) = voices.main() else { return false };
    let series = meta.get("proxy_series").map_or(&[][..], Yaml::items);
    match meta.text("proxy").map(str::to_lowercase).as_deref() {
        Some("proxy") => true,
        Some("both") => series.iter().filter_map(Yaml::text).any(|name| name == slice.series),
        _ => false,
    }
}

/// The expected breakdowns: those that are dimensions of the feed, and the names of the others.
pub(super) fn expected_dimensions(
    voices: &Voices<'_>,
    scopes: &Scopes,
    leftovers: &mut Leftovers,
) -> (Vec<DimensionId>, Vec<String>) {
    let (mut known, mut named) = (Vec::new(), Vec::new());
    let Some(meta) = voices.main() else { return (known, named) };
    let items = meta.get("expected_disaggregations").map_or(&[][..], Yaml::items);
    for name in items.iter().filter_map(Yaml::text) {
        match scopes.dimension(name) {
            Some(id) if !known.contains(&id) => known.push(id),
            Some(_) => {}
            None => named.extend(line(name, &meta.path, leftovers)),
        }
    }
    (known, named)
}

/// Whether the metadata speak of academic years: then 2015/16 is a school year.
pub(super) fn says_school(voices: &Voices<'_>) -> bool {
    const FIELDS: [&str; 7] = [
        "computation_definitions",
        "computation_calculations",
        "other_info",
        "data_footnote",
        "national_indicator_description",
        "page_content",
        "source_other_info_1",
    ];
    let Some(meta) = voices.main() else { return false };
    let texts = FIELDS
        .iter()
        .filter_map(|name| meta.text(name))
        .chain(meta.body())
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase();
    ["academic year", "school year"].iter().any(|words| texts.contains(words)) && !texts.contains("financial year")
}

/// How often figures come, and whether the source says so.
pub(super) fn frequency(periodicity: Option<&str>) -> (Frequency, bool) {
    let Some(lower) = periodicity.map(str::to_lowercase) else { return (Frequency::Irregular, false) };
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let found = if has(&["biennial", "every two", "every 2", "two-year"]) {
        Frequency::EveryTwoYears
    } else if has(&["every three", "every 3", "triennial"]) {
        Frequency::EveryThreeYears
    } else if has(&["every five", "every 5", "quinquennial"]) {
        Frequency::EveryFiveYears
    } else if has(&["half", "biannual", "semi-annual", "twice a year"]) {
        Frequency::HalfYearly
    } else if has(&["quarter"]) {
        Frequency::Quarterly
    } else if has(&["month"]) {
        Frequency::Monthly
    } else if has(&["week"]) {
        Frequency::Weekly
    } else if has(&["annual", "year"]) {
        Frequency::Yearly
    } else {
        let told = has(&["discontinuous", "continuous", "irregular", "ad hoc", "unknown"]);
        return (Frequency::Irregular, told);
    };
    (found, true)
}

/// Where the figures come from, by the words of the metadata. Administrative records are the rest: neither survey,
/// census nor model is spoken of.
pub(super) fn method(voices: &Voices<'_>) -> Method {
    let fields = [
        "computation_calculations",
        "computation_definitions",
        "source_url_text_1",
        "source_organisation_1",
        "source_other_info_1",
    ];
    let Some(meta) = voices.main() else { return Method::Administrative };
    let texts = fields.iter().filter_map(|name| meta.text(name)).collect::<Vec<_>>().join(" ").to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| texts.contains(word));
    if has(&["survey"]) {
        Method::Sample
    } else if has(&["modelled", "modelling", "modeled", "modeling"]) {
        Method::Model
    } else if has(&["population census", "census data"]) {
        Method::Census
    } else {
        Method::Administrative
    }
}

#[cfg(test)]
mod tests {
    use super::super::meta::Meta;
    use super::super::yaml;
    use super::*;

    #[track_caller]
    fn check(fields: &str, expected: Method, school: bool) {
        let meta = Meta::new("m", yaml::parse(fields).unwrap(), "", &mut Leftovers::default());
        let voices = Voices { default_locale: "en", metas: &[("en".to_owned(), meta)] };
        assert_eq!((method(&voices), says_school(&voices)), (expected, school), "{fields}");
    }

    #[test]
    fn methods_and_school_years_by_their_words() {
        check("source_url_text_1: Labour Force Survey", Method::Sample, false);
        check("computation_calculations: Estimates are modelled.", Method::Model, false);
        check("other_info: By academic year.", Method::Administrative, true);
        check("other_info: School years are put together to a financial year.", Method::Administrative, false);
    }

    #[test]
    fn frequencies_by_their_words() {
        let found = ["Annual ", "Every two years", "Quarterly", "Biannual", "Discontinuous", "When ready"]
            .map(|said| frequency(Some(said)));
        let expected = [
            (Frequency::Yearly, true),
            (Frequency::EveryTwoYears, true),
            (Frequency::Quarterly, true),
            (Frequency::HalfYearly, true),
            (Frequency::Irregular, true),
            (Frequency::Irregular, false),
        ];
        assert_eq!(found, expected);
        assert_eq!(frequency(None), (Frequency::Irregular, false));
    }
}

//! What the head of a column says: what its cells are.

use super::names::{Named, Names, Wanted, key};
use super::period::{self, DayOrder};
use crate::feed::finding::quoted;
use crate::feed::id::DimensionId;
use crate::feed::period::Period;
use crate::feed::records::Indicator;

/// The cells of an observation that a sheet can bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Value,
    Lower,
    Upper,
    Se,
    Numerator,
    Denominator,
    Status,
    Note,
}

impl Field {
    /// Those that hold numbers, in the order of the table.
    pub(super) const NUMBERS: [Self; 6] =
        [Self::Value, Self::Lower, Self::Upper, Self::Se, Self::Numerator, Self::Denominator];

    /// Its column in a table of observations.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Lower => "lower",
            Self::Upper => "upper",
            Self::Se => "se",
            Self::Numerator => "numerator",
            Self::Denominator => "denominator",
            Self::Status => "status",
            Self::Note => "note",
        }
    }

    pub(super) fn is_number(self) -> bool {
        self <= Self::Denominator
    }
}

/// What the cells of a column are.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Head {
    Period,
    Place,
    Dimension,
    /// Groups of one dimension, or of any.
    Group(Option<DimensionId>),
    /// Groups or places.
    Either,
    /// The indicator that a row is about.
    Indicator,
    Figure(Slot),
    /// Not needed, and why.
    Skip(&'static str),
}

/// A column of figures. What its head does not say, its rows do.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Slot {
    pub(super) field: Option<Field>,
    pub(super) period: Option<Period>,
    pub(super) named: Vec<Named>,
}

/// What heads are read with.
pub(super) struct Knowledge<'k> {
    pub(super) indicator: &'k Indicator,
    pub(super) names: &'k Names,
    pub(super) order: Option<DayOrder>,
    /// What the person has said of columns: the letter or the head's key, and what it is.
    pub(super) maps: Vec<(String, Head)>,
}

const PERIODS: &[&str] = &[
    "period",
    "time",
    "time period",
    "year",
    "years",
    "date",
    "month",
    "quarter",
    "week",
    "day",
    "half",
    "half year",
    "school year",
    "academic year",
    "fiscal year",
    "financial year",
    "calendar year",
    "periodo",
    "ano",
    "anos",
    "fecha",
    "mes",
    "trimestre",
    "semana",
    "dia",
    "semestre",
    "ano escolar",
    "curso",
    "ano fiscal",
];
const PLACES: &[&str] = &[
    "geography",
    "place",
    "places",
    "area",
    "location",
    "region",
    "county",
    "city",
    "town",
    "neighborhood",
    "neighbourhood",
    "district",
    "school district",
    "zone",
    "lugar",
    "area geografica",
    "zona",
    "barrio",
    "condado",
    "ciudad",
    "municipio",
    "distrito",
];
const DIMENSIONS: &[&str] = &["dimension", "breakdown", "disaggregation", "desglose"];
const GROUPS: &[&str] =
    &["group", "groups", "subgroup", "student group", "population group", "grupo", "grupos", "subgrupo"];
const EITHER: &[&str] = &["group or place", "place or group", "name", "nombre"];
const FIGURES: &[(Field, &[&str])] = &[
    (
        Field::Value,
        &[
            "value",
            "values",
            "rate",
            "percent",
            "percentage",
            "%",
            "number",
            "count",
            "amount",
            "figure",
            "estimate",
            "share",
            "result",
            "valor",
            "porcentaje",
            "tasa",
            "numero",
            "cantidad",
        ],
    ),
    (
        Field::Lower,
        &[
            "lower",
            "low",
            "lower bound",
            "lower limit",
            "lower ci",
            "ci lower",
            "lci",
            "ci low",
            "lower 95% ci",
            "95% ci lower",
            "lower 95%",
            "limite inferior",
        ],
    ),
    (
        Field::Upper,
        &[
            "upper",
            "high",
            "upper bound",
            "upper limit",
            "upper ci",
            "ci upper",
            "uci",
            "ci high",
            "upper 95% ci",
            "95% ci upper",
            "upper 95%",
            "limite superior",
        ],
    ),
    (Field::Se, &["se", "standard error", "std error", "std err", "error estandar"]),
    (Field::Numerator, &["numerator", "num", "numerador"]),
    (Field::Denominator, &["denominator", "denom", "denominador"]),
    (Field::Status, &["status", "estado"]),
    (Field::Note, &["note", "notes", "comment", "comments", "footnote", "footnotes", "nota", "notas", "observaciones"]),
];
/// Columns of the table that readers download, which repeat what other columns say.
const REPEATED: &[&str] = &["title", "unit", "place name", "group name", "value before", "revised on", "source"];
/// Sums and changes beside or below the figures of a wide table.
const RECKONED: &[&str] = &[
    "total",
    "grand total",
    "subtotal",
    "sum",
    "average",
    "avg",
    "mean",
    "median",
    "change",
    "% change",
    "difference",
    "diff",
    "trend",
    "suma",
    "promedio",
    "media",
    "cambio",
    "diferencia",
];

/// Whether a text stands for something that was reckoned from the other figures.
pub(super) fn is_reckoned(text: &str) -> bool {
    RECKONED.contains(&key(text).as_str())
}

/// Whether a head is one of the feed's own tables: there a blank group or place means everybody.
pub(super) fn is_own(text: &str) -> bool {
    const OWN: &[&str] = &[
        "indicator",
        "period",
        "place",
        "geography",
        "dimension",
        "group",
        "value",
        "lower",
        "upper",
        "se",
        "standard_error",
        "numerator",
        "denominator",
        "status",
        "note",
    ];
    OWN.contains(&text) || text.starts_with("x_") || REPEATED.contains(&key(text).as_str())
}

impl Knowledge<'_> {
    /// What a column is by its head. `within` is the dimension that a head above it names.
    pub(super) fn understand(&self, text: &str, within: Option<&DimensionId>) -> Option<Head> {
        let exact = key(text);
        if let Some(head) = self.mapped(&exact) {
            return Some(head);
        }
        if exact.is_empty() {
            return None;
        }
        if let Ok(period) = period::read(text, self.indicator.period_type, self.order) {
            return Some(Head::Figure(Slot { period: Some(period), ..Slot::default() }));
        }
        // "Rate (per 1,000)" is a rate, whatever stands in brackets.
        let short = key(text.split(['(', '[']).next().unwrap_or_default());
        let among = |words: &[&str]| words.contains(&exact.as_str()) || words.contains(&short.as_str());
        if exact == "indicator" {
            return Some(Head::Indicator);
        }
        if text.trim().starts_with("x_") {
            return Some(Head::Skip("a column of its own"));
        }
        if let Some(dimension) = self.names.dimension(text) {
            return Some(Head::Group(Some(dimension.clone())));
        }
        let wanted = within.map_or(Wanted::Either, |dimension| Wanted::Group(Some(dimension)));
        if let Some(named) = self.names.get(text, wanted) {
            return Some(Head::Figure(Slot { named: vec![named], ..Slot::default() }));
        }
        if let Some((field, _)) = FIGURES.iter().find(|(_, words)| among(words)) {
            return Some(Head::Figure(Slot { field: Some(*field), ..Slot::default() }));
        }
        let own = |text: &str| key(text) == exact;
        if own(self.indicator.id.as_str()) || self.indicator.title.versions().any(own) {
            return Some(Head::Figure(Slot { field: Some(Field::Value), ..Slot::default() }));
        }
        let head = match () {
            () if among(PERIODS) => Head::Period,
            () if among(PLACES) => Head::Place,
            () if among(DIMENSIONS) => Head::Dimension,
            () if among(GROUPS) => Head::Group(None),
            () if among(EITHER) => Head::Either,
            () if REPEATED.contains(&exact.as_str()) => Head::Skip("it says what the feed knows"),
            () if is_reckoned(text) => Head::Skip("reckoned from the other figures"),
            () => return None,
        };
        Some(head)
    }

    /// What the person has said of the column with this letter or head.
    pub(super) fn mapped(&self, key: &str) -> Option<Head> {
        self.maps.iter().find(|(known, _)| known == key).map(|(_, head)| head.clone())
    }

    /// Reads `COLUMN=FIELD`.
    ///
    /// # Errors
    /// A sentence if either side is missing or the field is none.
    pub(super) fn read_map(names: &Names, text: &str) -> Result<(String, Head), String> {
        let forms = "Write --map COLUMN=FIELD, such as --map \"Rate per 1000=value\" or --map C=ignore.";
        let Some((column, field)) = text.rsplit_once('=').filter(|(column, _)| !key(column).is_empty()) else {
            return Err(format!("{} is no mapping. {forms}", quoted(text)));
        };
        let figure = |field| Head::Figure(Slot { field: Some(field), ..Slot::default() });
        let head = match key(field).as_str() {
            "period" => Head::Period,
            "place" | "geography" => Head::Place,
            "dimension" => Head::Dimension,
            "group" => Head::Group(None),
            "group or place" => Head::Either,
            "ignore" => Head::Skip("you said so"),
            known => match Field::NUMBERS.into_iter().chain([Field::Status, Field::Note]).find(|f| f.name() == known) {
                Some(field) => figure(field),
                None => Self::other_field(names, field.trim())
                    .ok_or_else(|| format!("{} is no field. {forms}", quoted(field)))?,
            },
        };
        Ok((key(column), head))
    }

    /// A dimension; or one group or place, for a column of its figures: `dim-age`, `dim-age/old`, `geo-east`.
    fn other_field(names: &Names, field: &str) -> Option<Head> {
        if let Some(dimension) = names.dimension(field) {
            return Some(Head::Group(Some(dimension.clone())));
        }
        let found = match field.split_once('/') {
            Some((dimension, group)) => names.get(group, Wanted::Group(Some(names.dimension(dimension)?))),
            None => names.get(field, Wanted::Either),
        };
        found.map(|named| Head::Figure(Slot { named: vec![named], ..Slot::default() }))
    }
}

impl Head {
    /// The head of a column under a head of several columns; `None` if the two contradict each other.
    pub(super) fn under(&self, above: &Self) -> Option<Self> {
        match (above, self) {
            (Self::Figure(above), Self::Figure(below)) => {
                let twice = (above.field.is_some() && below.field.is_some())
                    || (above.period.is_some() && below.period.is_some());
                let named = above.named.iter().chain(&below.named).cloned().collect();
                let (field, period) = (above.field.or(below.field), above.period.or(below.period));
                (!twice).then_some(Self::Figure(Slot { field, period, named }))
            }
            (Self::Group(_), Self::Figure(_)) => Some(self.clone()),
            _ => None,
        }
    }

    /// As the report says it.
    pub(super) fn written(&self) -> String {
        match self {
            Self::Period => "period".to_owned(),
            Self::Place => "place".to_owned(),
            Self::Dimension => "dimension".to_owned(),
            Self::Group(None) => "group".to_owned(),
            Self::Group(Some(dimension)) => format!("groups of {dimension}"),
            Self::Either => "group or place".to_owned(),
            Self::Indicator => "indicator".to_owned(),
            Self::Figure(slot) => slot.written(),
            Self::Skip(why) => format!("left out: {why}"),
        }
    }
}

impl Slot {
    fn written(&self) -> String {
        let named = self.named.iter().map(Named::written);
        let parts: Vec<String> = std::iter::once(self.field.unwrap_or(Field::Value).name().to_owned())
            .chain(self.period.map(|period| format!("of {period}")))
            .chain(named.map(|named| format!("for {named}")))
            .collect();
        parts.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(texts: &[&str], expected: &str) {
        let feed = super::super::testing::feed();
        let names = Names::of(&feed, false);
        let knowledge = Knowledge { indicator: &feed.indicators[0], names: &names, order: None, maps: Vec::new() };
        for text in texts {
            let found = knowledge.understand(text, None).map_or("unknown".to_owned(), |head| head.written());
            assert_eq!(found, expected, "{text}");
        }
    }

    #[track_caller]
    fn check_map(text: &str, expected: Option<(&str, &str)>) {
        let names = Names::of(&super::super::testing::feed(), false);
        let found = Knowledge::read_map(&names, text).ok().map(|(column, head)| (column, head.written()));
        let found = found.as_ref().map(|(column, head)| (column.as_str(), head.as_str()));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn heads_in_everyday_words() {
        check(&["Year", "time_period", "AÑO", "School year"], "period");
        check(&["County", "Place", "barrio"], "place");
        check(&["Age"], "groups of dim-age");
        check(&["Value", "Rate (per 1,000)", "Percentage", "%", "Children who read well", "ind-reading"], "value");
        check(&["Lower CI", "95% CI Lower", "lower"], "lower");
        check(&["Standard_error", "SE"], "se");
        check(&["2021", "CY2021"], "value of 2021");
        check(&["East", "geo-east"], "value for geo-east");
        check(&["Six and seven"], "value for dim-age/young");
        check(&["Everyone", "Total"], "value for everybody");
        check(&["% change", "Average"], "left out: reckoned from the other figures");
        check(&["", "Graduation by place", "Q1 2021", "Charter"], "unknown");
    }

    #[test]
    fn a_person_can_say_what_a_column_is() {
        check_map("Rate=value", Some(("rate", "value")));
        check_map("A = b=ignore", Some(("a b", "left out: you said so")));
        check_map("Boys=dim-age/old", Some(("boys", "value for dim-age/old")));
        check_map("Charter=dim-age", Some(("charter", "groups of dim-age")));
        check_map("c=geo-west", Some(("c", "value for geo-west")));
        check_map("Rate=valeu", None);
        check_map("=value", None);
        check_map("Rate", None);
    }
}

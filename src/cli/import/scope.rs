//! Whom and where a row speaks of: dimensions, groups and geographies, shared by all indicators.
//!
//! A row with a GeoCode lies at a geography, named by the most local of its columns for places; the other columns for
//! places give its parents. Without a code nothing says that two places of the same name are one place, so a column
//! such as "City" is then a dimension like any other. Either way every cell of a row takes part in its scope, so that
//! no two rows that differ in the table become one.

use std::collections::{BTreeMap, HashMap};

use super::ids::{Ids, slug};
use super::leftovers::Leftovers;
use super::plain::line;
use super::table::{Row, Table};
use crate::feed::finding::quoted;
use crate::feed::id::{DimensionId, GeographyId, Name};
use crate::feed::record::OneOrMore;
use crate::feed::records::Identifier;
use crate::feed::records::geography::{Dimension, Geography, GeographyKind, Group};
use crate::feed::series::Scope;

/// The dimension of rows that are there twice with different values.
pub(super) const REPEATED_ROW: &str = "Repeated row";
/// The dimension of years such as 1974a and 1974b.
pub(super) const REPEATED_YEAR: &str = "Repeat within the year";

/// All dimensions and places met so far.
pub(super) struct Scopes {
    area: GeographyId,
    ids: Ids,
    dimensions: Vec<Column>,
    /// By code.
    places: BTreeMap<String, Place>,
}

struct Place {
    /// Its parent is the whole area until all tables are read.
    record: Geography,
    /// The name of the place that it lies in.
    above: Option<String>,
}

struct Column {
    name: String,
    id: DimensionId,
    groups: Vec<Group>,
    /// By label, without regard to case.
    by_label: HashMap<String, Name>,
    names: Ids,
}

impl Scopes {
    /// `area` is the place that rows without a code speak of.
    pub(super) fn new(area: GeographyId) -> Self {
        let mut ids = Ids::default();
        ids.take("", area.as_str());
        Self { area, ids, dimensions: Vec::new(), places: BTreeMap::new() }
    }

    /// The scope of a row. `extra` are dimensions that the table does not have, with the group's label.
    pub(super) fn scope(
        &mut self,
        table: &Table,
        row: &Row,
        extra: &[(&str, &str)],
        leftovers: &mut Leftovers,
    ) -> Scope {
        let place = table.place(row);
        let filled = || table.columns.iter().zip(&row.cells).filter(|(_, cell)| !cell.is_empty());
        let mut geography = None;
        if !row.geocode.is_empty() {
            let mut names: Vec<(GeographyKind, &str)> =
                filled().filter_map(|(column, cell)| Some((place_kind(column)?, cell.as_str()))).collect();
            names.sort_by_key(|(kind, _)| rank(*kind));
            geography = self.place(&row.geocode, &names, &place, leftovers);
        }
        let at_place = geography.is_some();
        let cells = filled().filter(|(column, _)| !at_place || place_kind(column).is_none());
        let cells = cells.map(|(column, cell)| (column.as_str(), cell.as_str())).chain(extra.iter().copied());
        let mut groups: Vec<(DimensionId, Name)> =
            cells.filter_map(|(column, cell)| self.group(column, cell, &place, leftovers)).collect();
        groups.sort();
        Scope { groups, geography }
    }

    fn group(
        &mut self,
        column: &str,
        label: &str,
        place: &str,
        leftovers: &mut Leftovers,
    ) -> Option<(DimensionId, Name)> {
        let at = match self.dimensions.iter().position(|known| known.name.eq_ignore_ascii_case(column)) {
            Some(at) => at,
            None => {
                let id = DimensionId::new(self.ids.take("dim", column))?;
                let name = line(column, place, leftovers).unwrap_or_else(|| "Unnamed".to_owned());
                self.dimensions.push(Column {
                    name,
                    id,
                    groups: Vec::new(),
                    by_label: HashMap::new(),
                    names: Ids::default(),
                });
                self.dimensions.len() - 1
            }
        };
        let column = &mut self.dimensions[at];
        let key = label.to_lowercase();
        if let Some(name) = column.by_label.get(&key) {
            if !column
                .groups
                .iter()
                .any(|group| group.id == *name && group.label.versions().any(|known| known == label))
            {
                let file = place.split(':').next().unwrap_or(place);
                let reason = format!(
                    "{} differs only in capitals from a group of \"{}\"; both are one group",
                    quoted(label),
                    column.name
                );
                leftovers.changed(file, reason);
            }
            return Some((column.id.clone(), name.clone()));
        }
        let name = Name::new(column.names.take("", label))?;
        let label = line(label, place, leftovers).unwrap_or_else(|| "Unnamed".to_owned());
        column.groups.push(Group {
            id: name.clone(),
            label: label.into(),
            definition: None,
            label_source: None,
            note: None,
        });
        column.by_label.insert(key, name.clone());
        Some((column.id.clone(), name))
    }

    fn place(
        &mut self,
        code: &str,
        names: &[(GeographyKind, &str)],
        place: &str,
        leftovers: &mut Leftovers,
    ) -> Option<GeographyId> {
        let above = names.len().checked_sub(2).and_then(|at| names.get(at)).map(|(_, name)| (*name).to_owned());
        let (kind, name) = names.last().copied().unwrap_or((GeographyKind::Custom, code));
        if let Some(known) = self.places.get_mut(code) {
            if !is_named(&known.record, name) {
                let was = known.record.name.versions().next().unwrap_or_default();
                let reason = format!(
                    "The place {} has the code {code} of {}; it keeps the first name",
                    quoted(name),
                    quoted(was)
                );
                leftovers.changed(place.split(':').next().unwrap_or(place), reason);
            }
            // A later table may name the place above that an earlier one left out.
            known.above = known.above.take().or(above);
            return Some(known.record.id.clone());
        }
        let id = GeographyId::new(self.ids.take("geo", code))?;
        let label = line(name, place, leftovers).unwrap_or_else(|| code.to_owned());
        let register = line(code, place, leftovers).map(|value| Identifier { scheme: scheme(code).to_owned(), value });
        let parent = Some(self.area.clone());
        let record = Geography { id: id.clone(), name: label.into(), kind, parent, code: register, population: None };
        self.places.insert(code.to_owned(), Place { record, above });
        Some(id)
    }

    /// The dimension of a column, and the group with a label, if both are known.
    pub(super) fn find(&self, column: &str, label: &str) -> Option<(DimensionId, Name)> {
        let column = self.dimensions.iter().find(|known| known.name.eq_ignore_ascii_case(column))?;
        Some((column.id.clone(), column.by_label.get(&label.to_lowercase())?.clone()))
    }

    /// The dimension of a column.
    pub(super) fn dimension(&self, column: &str) -> Option<DimensionId> {
        self.dimensions.iter().find(|known| known.name.eq_ignore_ascii_case(column)).map(|known| known.id.clone())
    }

    /// The place with a name.
    pub(super) fn find_place(&self, name: &str) -> Option<GeographyId> {
        self.places
            .values()
            .map(|known| &known.record)
            .find(|known| is_named(known, name))
            .map(|known| known.id.clone())
    }

    /// All records. Whether the groups of a dimension are everybody, the tables do not say.
    pub(super) fn records(self, leftovers: &mut Leftovers) -> (Vec<Dimension>, Vec<Geography>) {
        let mut places = Vec::new();
        for Place { record, above } in self.places.values() {
            let mut record = record.clone();
            if let Some(above) = above {
                // Only a larger kind of place can lie above, so that no place comes to lie in itself.
                let larger = |known: &&Geography| rank(known.kind) < rank(record.kind) && is_named(known, above);
                match self.places.values().map(|known| &known.record).find(larger) {
                    Some(parent) => record.parent = Some(parent.id.clone()),
                    None => {
                        let reason = format!(
                            "The place {}, of which another is a part: it has no code of its own",
                            quoted(above)
                        );
                        leftovers.dropped(record.id.as_str(), reason);
                    }
                }
            }
            places.push(record);
        }
        let dimensions = self.dimensions.into_iter().filter_map(|column| {
            Some(Dimension {
                id: column.id,
                label: column.name.into(),
                exhaustive: false,
                order_rule: None,
                order_reason: None,
                groups: OneOrMore::new(column.groups)?,
                not_collected: Vec::new(),
            })
        });
        (dimensions.collect(), places)
    }
}

fn is_named(place: &Geography, name: &str) -> bool {
    place.name.versions().any(|known| known.eq_ignore_ascii_case(name))
}

/// The kind of place that a column names, if it names places.
fn place_kind(column: &str) -> Option<GeographyKind> {
    Some(match slug(column).as_str() {
        "country" | "nation" => GeographyKind::Country,
        "region" | "state" | "province" => GeographyKind::Region,
        "county" | "district" => GeographyKind::County,
        "city" | "municipality" | "town" => GeographyKind::City,
        "local-authority" | "local-authority-district" | "geography" | "location" | "area" | "place" => {
            GeographyKind::Custom
        }
        "ward" | "neighbourhood" | "neighborhood" => GeographyKind::Neighbourhood,
        _ => return None,
    })
}

/// From large to small.
fn rank(kind: GeographyKind) -> u8 {
    match kind {
        GeographyKind::Country => 0,
        GeographyKind::Region => 1,
        GeographyKind::County => 2,
        GeographyKind::ServiceArea | GeographyKind::Custom => 3,
        GeographyKind::City => 4,
        GeographyKind::SchoolDistrict => 5,
        GeographyKind::Neighbourhood => 6,
        GeographyKind::CensusTract => 7,
    }
}

/// The register of a code. Those of the UK's statistics authorities are a letter for the country and eight digits.
fn scheme(code: &str) -> &'static str {
    let gss =
        code.len() == 9 && code.starts_with(['E', 'W', 'S', 'N', 'K']) && code[1..].bytes().all(|b| b.is_ascii_digit());
    if gss { "gss" } else { "geocode" }
}

#[cfg(test)]
mod tests {
    use super::super::table;
    use super::*;

    #[track_caller]
    fn check(csv: &str, expected: &[&str], listed: &str) -> Scopes {
        let mut leftovers = Leftovers::default();
        let table = table::read("t.csv", csv.as_bytes(), &mut leftovers).unwrap();
        let mut scopes = Scopes::new(GeographyId::new("geo-area").unwrap());
        let found: Vec<String> = table
            .rows
            .iter()
            .map(|row| {
                let scope = scopes.scope(&table, row, &[], &mut leftovers);
                let place = scope.geography.as_ref().map_or("", |id| id.as_str());
                format!("{}={}@{place}", scope.dimension(), scope.group())
            })
            .collect();
        assert_eq!(found, expected);
        assert!(leftovers.report(true).contains(listed), "{}", leftovers.report(true));
        scopes
    }

    #[test]
    fn columns_are_dimensions_and_both_ways_are_kept() {
        let csv = "Year,Sex,Age,Value\n1,,,1\n1,Male,,1\n1,Male,<5,1\n1,male,5,1\n";
        check(
            csv,
            &["=@", "dim-sex=male@", "dim-age*dim-sex=5*male@", "dim-age*dim-sex=5-2*male@"],
            "differs only in capitals",
        );
    }

    #[test]
    fn coded_places_are_geographies_and_others_are_dimensions() {
        let csv = "Year,Country,Region,GeoCode,Sex,Value\n1,A,,E92000001,,1\n1,A,North,E12000001,F,1\n1,B,,,,1\n1,A,Norf,E12000001,,1\n";
        let expected = ["=@geo-e92000001", "dim-sex=f@geo-e12000001", "dim-country=b@", "=@geo-e12000001"];
        let scopes = check(csv, &expected, "keeps the first name");
        let (_, places) = scopes.records(&mut Leftovers::default());
        let parents: Vec<_> = places.iter().map(|place| place.parent.as_ref().unwrap().as_str()).collect();
        assert_eq!(parents, ["geo-e92000001", "geo-area"]);
    }
}

//! Dimensions (groups of people) and geographies (places): what a series can be broken down by.

use super::Identifier;
use crate::feed::id::{DimensionId, GeographyId, Name, SourceId};
use crate::feed::record::{OneOrMore, choice, record};
use crate::feed::text::Text;

record! {
    /// A way of telling groups of people apart.
    pub struct Dimension ("a dimension") {
        /// Its name in series and references, equal to the file's name.
        id: DimensionId,
        /// What it is called.
        label: Text,
        /// Whether its groups add up to everybody.
        exhaustive: bool,
        /// The order in which groups are shown.
        order_rule: Option<OrderRule>,
        /// Why this order.
        order_reason: Option<Text>,
        /// The groups.
        groups: OneOrMore<Group>,
        /// Groups that nobody counts, and why.
        not_collected: Vec<NotCollected>,
    }
}

record! {
    /// One group.
    pub struct Group ("a group") {
        /// Its name in series.
        id: Name,
        /// What it is called, people first.
        label: Text,
        /// Who belongs to it.
        definition: Option<Text>,
        /// Where the label comes from.
        label_source: Option<Text>,
        /// A note.
        note: Option<Text>,
    }
}

record! {
    /// A group that nobody counts.
    pub struct NotCollected ("a group that is not counted") {
        /// What it would be called.
        label: Text,
        /// Why it is not counted.
        why: Text,
    }
}

choice! {
    /// Orders of groups.
    pub enum OrderRule {
        /// By name.
        Alphabetical = "alphabetical",
        /// By their figures.
        ByValue = "by_value",
        /// By how many people they hold.
        BySize = "by_size",
        /// In the order of the list here.
        Custom = "custom",
    }
}

record! {
    /// A place.
    pub struct Geography ("a geography") {
        /// Its name in series and references, equal to the file's name.
        id: GeographyId,
        /// What it is called.
        name: Text,
        /// What kind of place it is.
        kind: GeographyKind,
        /// The place it lies in.
        parent: Option<GeographyId>,
        /// Its code in a register.
        code: Option<Identifier>,
        /// How many people live there.
        population: Option<PopulationCount>,
    }
}

record! {
    /// A number of residents.
    pub struct PopulationCount ("a number of residents") {
        /// How many.
        value: u32,
        /// In which year.
        year: crate::feed::date::Date,
        /// Who says so.
        source: Option<SourceId>,
    }
}

choice! {
    /// Kinds of places.
    pub enum GeographyKind {
        /// A country.
        Country = "country",
        /// A region, state or province.
        Region = "region",
        /// A county.
        County = "county",
        /// A city or town.
        City = "city",
        /// A part of a city.
        Neighbourhood = "neighbourhood",
        /// The area of a school authority.
        SchoolDistrict = "school_district",
        /// An area that the census counts by.
        CensusTract = "census_tract",
        /// The area that a service reaches.
        ServiceArea = "service_area",
        /// An area that the coalition drew itself.
        Custom = "custom",
    }
}

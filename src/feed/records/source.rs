//! Sources: where figures come from and what they cannot say.

use crate::feed::date::Date;
use crate::feed::id::SourceId;
use crate::feed::link::Link;
use crate::feed::record::{choice, record};
use crate::feed::text::Text;

record! {
    /// Where figures come from.
    pub struct Source ("a source") {
        /// Its name in references, equal to the file's name.
        id: SourceId,
        /// The source's title.
        title: Text,
        /// Who publishes it.
        publisher: Text,
        /// Where it is.
        url: Option<Link>,
        /// Its licence, as an SPDX identifier where there is one.
        license: Option<Text>,
        /// What kind of source it is.
        kind: SourceKind,
        /// When the figures were fetched.
        retrieved_on: Option<Date>,
        /// What times and places it covers.
        coverage: Option<Text>,
        /// How the figures are made.
        method_note: Option<Text>,
        /// What it cannot say.
        limitations: Text,
        /// Stricter limits than the coalition's, or a publisher that has already applied its own.
        disclosure: Option<SourceDisclosure>,
        /// How often it is renewed.
        refresh: Option<Text>,
        /// Whether persons can be known from it. Data about single persons have no place in a feed.
        personal_data: Option<PersonalData>,
    }
}

record! {
    /// Disclosure control of a source.
    pub struct SourceDisclosure ("the disclosure rule of a source") {
        /// Smallest count that is published; can only be higher than the coalition's.
        min_count: Option<u32>,
        /// True where the publisher has already withheld what could point to a person, as national statistics
        /// offices do. Small values are then reported as notices.
        applied_by_publisher: bool,
    }
}

choice! {
    /// Kinds of sources.
    pub enum SourceKind {
        /// A public office of statistics or administration.
        Official = "official",
        /// A partner's own records.
        Partner = "partner",
        /// People were asked.
        Survey = "survey",
        /// Residents counted it themselves.
        ResidentCollected = "resident_collected",
        /// Invented figures.
        Synthetic = "synthetic",
    }
}

choice! {
    /// Whether a source holds data about persons.
    pub enum PersonalData {
        /// No data about persons at all.
        None = "none",
        /// Only sums over many persons.
        Aggregated = "aggregated",
    }
}

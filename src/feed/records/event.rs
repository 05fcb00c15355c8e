//! Events: meetings, deadlines and data releases.

use crate::feed::date::Moment;
use crate::feed::id::{EngagementId, EventId, GeographyId, WorkGroupId};
use crate::feed::link::Link;
use crate::feed::record::{choice, record};
use crate::feed::text::Text;

record! {
    /// Something at a time and a place.
    pub struct Event ("an event") {
        /// Its name in addresses, equal to the file's name.
        id: EventId,
        /// What it is.
        title: Text,
        /// More, in plain text.
        plain_summary: Option<Text>,
        /// When it begins.
        start: Moment,
        /// When it ends.
        end: Option<Moment>,
        /// The time zone's name, such as America/Chicago.
        tz: String,
        /// Where.
        venue as "where": Venue,
        /// What kind of event.
        kind: EventKind,
        /// Whether it is sure.
        status: EventStatus,
        /// Who may come.
        open_to: OpenTo,
        /// The work group that meets.
        workgroup: Option<WorkGroupId>,
        /// The process that it belongs to.
        engagement: Option<EngagementId>,
        /// The places it is for, if not everywhere.
        geographies: Vec<GeographyId>,
        /// Languages spoken.
        languages: Vec<Text>,
        /// How many times it was changed, for calendars.
        sequence: Option<u32>,
    }
}

record! {
    /// Where an event is.
    pub struct Venue ("the place of an event") {
        /// The place in words.
        text: Text,
        /// A link to join or to find it.
        url: Option<Link>,
        /// Steps, hearing loops, interpreters.
        accessibility: Option<Text>,
    }
}

choice! {
    /// Kinds of events.
    pub enum EventKind {
        /// People meet and talk.
        Meeting = "meeting",
        /// Anybody can come and look.
        OpenHouse = "open_house",
        /// The last day for something.
        Deadline = "deadline",
        /// New figures come out.
        DataRelease = "data_release",
        /// People celebrate.
        Celebration = "celebration",
    }
}

choice! {
    /// Whether an event is sure.
    pub enum EventStatus {
        /// It takes place.
        Confirmed = "confirmed",
        /// It is planned, but not sure.
        Tentative = "tentative",
        /// It does not take place.
        Cancelled = "cancelled",
    }
}

choice! {
    /// Who may come.
    pub enum OpenTo {
        /// Anybody.
        Public = "public",
        /// Only partners.
        Partners = "partners",
    }
}

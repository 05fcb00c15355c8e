//! Updates: news, stories, lessons and corrections.

use crate::feed::date::Date;
use crate::feed::id::{AnyId, PartnerId, UpdateId};
use crate::feed::link::Link;
use crate::feed::record::{choice, record};
use crate::feed::text::Text;

record! {
    /// A piece of news.
    pub struct Update ("an update") {
        /// Its name in addresses, equal to the file's name.
        id: UpdateId,
        /// What happened, as a headline.
        title: Text,
        /// The news, in plain text.
        body: Text,
        /// When.
        on: Date,
        /// What kind of news.
        kind: UpdateKind,
        /// Records it is about.
        about: Vec<AnyId>,
        /// Who wrote it.
        author: PartnerId,
        /// For a correction: what was wrong.
        correction: Option<Correction>,
        /// A picture.
        image: Option<Picture>,
    }
}

record! {
    /// What was corrected.
    pub struct Correction ("a correction") {
        /// The record that was wrong.
        record: AnyId,
        /// What it said.
        was: Text,
        /// What it says now.
        now: Text,
    }
}

record! {
    /// A picture of the same site, and what it shows.
    pub struct Picture ("a picture") {
        /// Its address on this site.
        src: Link,
        /// What it shows, for people who cannot see it.
        alt: Option<Text>,
    }
}

choice! {
    /// Kinds of news.
    pub enum UpdateKind {
        /// Something happened.
        News = "news",
        /// What somebody lived through.
        Story = "story",
        /// What was learned.
        Learning = "learning",
        /// Something said before was wrong. Say what in correction.
        Correction = "correction",
        /// What a whole year has brought.
        AnnualReport = "annual_report",
    }
}

//! The language of the feed: its records, how it is read, checked and written.
//!
//! [`read()`] is the only way in. A [`Feed`] exists only if no finding is an error.

pub mod bundle;
pub mod date;
pub mod diff;
pub mod due;
pub mod finding;
pub mod form;
pub mod history;
pub mod id;
pub mod link;
pub mod locate;
pub mod mend;
pub mod mentions;
pub mod model;
pub mod period;
pub mod records;
pub mod revisions;
pub mod rule;
pub mod schema;
pub mod series;
pub mod share;
pub mod source;
pub mod text;
pub mod waiver;
pub mod write;

mod check;
pub(crate) mod json;
mod number;
mod read;
pub(crate) mod record;

pub use finding::{Finding, Place, Summary};
pub use model::{Feed, Record};
pub use number::{ReadNumber, by_std};
pub use read::{FeedSource, Reading, may_be_read, read, read_part, read_published, read_since, read_table};
pub use rule::{Rule, Severity};
pub use source::SourceFile;
pub use text::Text;

//! The small clean feed of the tests, for the tests of this folder.

use chrono::NaiveDate;

use crate::feed::{Feed, FeedSource, SourceFile, read};

/// In Spanish, East is called Este.
pub(super) fn feed() -> Feed {
    let text = include_str!("../../../../tests/fixtures/small.json");
    let text = text.replacen("\"name\": \"East\"", "\"name\": {\"en\": \"East\", \"es\": \"Este\"}", 1);
    let source = FeedSource::File(SourceFile::new("feed.json", text));
    let reading = read(&source, NaiveDate::from_ymd_opt(2026, 11, 22).unwrap());
    reading.feed.unwrap_or_else(|| panic!("{:#?}", reading.findings))
}

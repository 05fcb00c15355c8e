//! A small coalition in memory, for the tests of page models. Each test adds the records it is about.

use chrono::NaiveDate;

use super::Context;
use crate::feed::history::History;
use crate::feed::{Feed, FeedSource, SourceFile, read};
use crate::routes::Site;
use crate::words::Catalog;

/// A feed, its languages and its site. Today is 22 November 2026.
pub(super) struct Small {
    feed: Feed,
    site: Site,
    catalogs: [Catalog; 2],
}

impl Small {
    /// The base and these records: path and JSON. A path that is in the base already replaces it.
    #[track_caller]
    pub(super) fn new(records: &[(&str, &str)]) -> Self {
        let given = |path: &str| records.iter().any(|(known, _)| *known == path);
        let base = BASE.iter().filter(|(path, _)| !given(path));
        let files = base.chain(records).map(|(path, text)| SourceFile::new(*path, *text)).collect();
        let reading = read(&FeedSource::Folder(files), TODAY);
        let feed = reading.feed.unwrap_or_else(|| panic!("{:#?}", reading.findings));
        let catalog = |json| Catalog::parse(json).unwrap();
        Self {
            feed,
            site: Site::new("/", vec!["en".into(), "es".into()]),
            catalogs: [catalog(include_str!("../words/en.json")), catalog(include_str!("../words/es.json"))],
        }
    }

    /// The same, with what a history says of it.
    pub(super) fn known(self, history: &History) -> Self {
        Self { feed: self.feed.with_history(history), ..self }
    }

    /// The context of a page in English ("en") or Spanish ("es").
    pub(super) fn context(&self, lang: &str) -> Context<'_> {
        let words = self.catalogs.iter().find(|catalog| catalog.lang() == lang).unwrap();
        Context { feed: &self.feed, words, site: &self.site, today: TODAY, draft: None }
    }
}

const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();

const BASE: [(&str, &str); 9] = [
    (
        "coalition.json",
        r#"{"schema_version": "1.0.0", "id": "valley", "name": {"en": "Valley Together", "es": "Valle Unido"},
        "plain_summary": "Two groups, one goal.", "vision": "Every child reads well.", "geography": "geo-valley",
        "population": "All children of the valley", "backbone": "par-library", "default_locale": "en",
        "locales": ["en", "es"], "disclosure": {"min_count": 10, "min_denominator": 30, "zero_ok": true},
        "contacts": [{"kind": "phone", "value": "+1-555-0100", "label": "Library desk"}], "license": "CC-BY-4.0"}"#,
    ),
    ("geographies/geo-valley.json", r#"{"id": "geo-valley", "name": "The valley", "kind": "county"}"#),
    (
        "geographies/geo-east.json",
        r#"{"id": "geo-east", "name": "Eastside", "kind": "neighbourhood", "parent": "geo-valley"}"#,
    ),
    (
        "geographies/geo-west.json",
        r#"{"id": "geo-west", "name": "Westside", "kind": "neighbourhood", "parent": "geo-valley"}"#,
    ),
    (
        "goals/goal-read.json",
        r#"{"id": "goal-read", "title": {"en": "Children read well", "es": "Los niños leen bien"}, "plain_summary": "All of them.",
        "kind": "north_star", "status": "active", "stewards": ["par-library"], "order": 1}"#,
    ),
    (
        "goals/goal-home.json",
        r#"{"id": "goal-home", "title": "Families read at home", "plain_summary": "Ten minutes.", "kind": "result",
        "status": "active", "order": 2}"#,
    ),
    (
        "partners/par-library.json",
        r#"{"id": "par-library", "name": "Library", "kind": "public_agency", "plain_summary": "Keeps the table.",
        "roles": ["backbone", "data"], "joined": "2020-01", "status": "active"}"#,
    ),
    (
        "partners/par-circle.json",
        r#"{"id": "par-circle", "name": "Reading Circle", "kind": "informal_group", "plain_summary": "Parents who read.",
        "roles": ["delivery"], "resident_led": true, "status": "active"}"#,
    ),
    (
        "sources/src-test.json",
        r#"{"id": "src-test", "title": "School test", "publisher": "Schools", "kind": "official", "limitations": "None known."}"#,
    ),
];

/// An indicator with three years of figures, for `ind-reading`.
pub(super) const READING: [(&str, &str); 2] = [
    (
        "indicators/ind-reading.json",
        r#"{"id": "ind-reading", "title": "Reading at grade level", "plain_summary": "Third graders.", "definition": "D",
        "level": "population", "goals": ["goal-read"], "unit": {"kind": "percent", "decimals": 1}, "direction": "increase",
        "aggregation": "none", "period_type": "year", "update_frequency": "yearly", "expected_lag_days": 60,
        "baseline": {"period": "2022"}, "method": "census", "source": ["src-test"], "steward": "par-library", "phase": "live"}"#,
    ),
    ("series/ind-reading.csv", "period,value,status\n2022,50.4,final\n2023,52,final\n2024,56.2,final\n"),
];

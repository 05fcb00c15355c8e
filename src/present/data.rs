//! The data to take away: files, licence, how to cite, and how much there is.

use super::chapter::Term;
use super::frame::{ContactLine, contacts};
use super::{Context, Head, Link, Phrase};
use crate::feed::records::Indicator;
use crate::routes::Page;
use crate::words::say;

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct DataPage {
    pub head: Head,
    pub title: String,
    pub lead: String,
    /// The feed, its schema, the calendar.
    pub files: Vec<DataFile>,
    pub tables: Vec<TableFile>,
    /// How many records of each kind there are.
    pub counts: Vec<(String, String)>,
    /// Licence, how to cite, where the feed is kept.
    pub terms: Vec<Term>,
    /// Said of invented data.
    pub sample: Option<String>,
    pub contacts: Vec<ContactLine>,
}

/// A file and what it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFile {
    pub name: String,
    pub href: String,
    pub says: String,
}

/// The table of an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableFile {
    pub indicator: Link,
    /// How many figures it has, with those that are withheld or missing.
    pub figures: String,
    /// First and last period.
    pub span: String,
    pub href: String,
    /// Says which table the link fetches.
    pub download: String,
}

/// The page.
pub fn data_page(context: &Context<'_>) -> DataPage {
    let words = context.words;
    let (title, lead) = (say!(words, "nav-data"), say!(words, "data-lead"));
    let file = |name: String, href: String, says: String| DataFile { name, href, says };
    let mut files = vec![
        file(say!(words, "data-feed"), context.site.feed(), say!(words, "data-feed-text")),
        file(say!(words, "data-schema"), context.site.schema(), say!(words, "data-schema-text")),
    ];
    if !context.feed.events.is_empty() {
        files.push(file(say!(words, "footer-calendar"), context.site.calendar(), say!(words, "data-calendar-text")));
    }
    DataPage {
        head: context.head(&title, lead.clone()),
        files,
        tables: context.feed.indicators.iter().filter_map(|indicator| table(context, indicator)).collect(),
        counts: counts(context),
        terms: terms(context),
        sample: context.feed.coalition.sample.then(|| say!(words, "data-sample")),
        contacts: contacts(context),
        title,
        lead,
    }
}

/// The table of an indicator that has figures.
fn table(context: &Context<'_>, indicator: &Indicator) -> Option<TableFile> {
    let words = context.words;
    let lines = &context.feed.series_of(&indicator.id)?.lines;
    let periods = || lines.iter().flat_map(|line| &line.points).map(|point| point.period);
    let (first, last) = (periods().min()?, periods().max()?);
    let title = context.text(&indicator.title);
    let span = match first == last {
        true => words.period_short(first),
        false => say!(words, "data-span", from = words.period_short(first), to = words.period_short(last)),
    };
    Some(TableFile {
        figures: words.number(periods().count() as f64, 0),
        span,
        href: context.site.indicator_csv(indicator.id.as_str()),
        download: say!(words, "data-table-of", title = &title.text),
        indicator: Link { label: title, href: context.href(&Page::Indicator(indicator.id.to_string())) },
    })
}

fn counts(context: &Context<'_>) -> Vec<(String, String)> {
    let (words, feed) = (context.words, context.feed);
    let figures: usize = feed.series.iter().flat_map(|series| &series.lines).map(|line| line.points.len()).sum();
    [
        (say!(words, "data-goals"), feed.goals.len()),
        (say!(words, "data-strategies"), feed.strategies.len()),
        (say!(words, "nav-measures"), feed.indicators.len()),
        (say!(words, "data-figures"), figures),
        (say!(words, "data-sources"), feed.sources.len()),
        (say!(words, "data-dimensions"), feed.dimensions.len()),
        (say!(words, "data-places"), feed.geographies.len()),
        (say!(words, "nav-partners"), feed.partners.len()),
        (say!(words, "nav-activities"), feed.activities.len()),
        (say!(words, "data-stories"), feed.stories.len()),
        (say!(words, "nav-news"), feed.updates.len()),
        (say!(words, "nav-events"), feed.events.len()),
    ]
    .into_iter()
    .map(|(label, n)| (label, words.number(n as f64, 0)))
    .collect()
}

fn terms(context: &Context<'_>) -> Vec<Term> {
    let words = context.words;
    let coalition = &context.feed.coalition;
    let name = context.plain(&coalition.name);
    let date = words.day(context.today);
    let cite = match &coalition.site {
        Some(site) => say!(words, "data-cite-site", name = name, site = site.as_str(), date = date),
        None => say!(words, "data-cite-name", name = name, date = date),
    };
    let mut terms = vec![
        Term::new(say!(words, "data-license"), coalition.license.clone()),
        Term::new(say!(words, "data-cite"), cite),
    ];
    terms.extend(repository(context));
    let disclaimer = coalition.disclaimer.as_ref().map(|text| context.text(text));
    terms.extend(disclaimer.map(|text: Phrase| Term::new(say!(words, "data-disclaimer"), text)));
    terms
}

/// Where the feed is kept, with the branch that is published.
pub(super) fn repository(context: &Context<'_>) -> Option<Term> {
    let repository = context.feed.coalition.repository.as_ref()?;
    let address = super::activity::shown(repository.url.as_str());
    let says = match &repository.branch {
        Some(branch) => say!(context.words, "data-branch", address = address, branch = branch),
        None => address,
    };
    Some(Term::leading(say!(context.words, "data-repository"), says, super::news::local(context, &repository.url)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::testing::{READING, Small};

    #[track_caller]
    fn check(records: &[(&str, &str)], expect: impl FnOnce(DataPage)) {
        expect(data_page(&Small::new(records).context("en")));
    }

    #[test]
    fn every_measure_with_figures_has_a_table() {
        check(&READING, |page| {
            let table = &page.tables[0];
            let said = (table.figures.as_str(), table.span.as_str(), table.href.as_str());
            assert_eq!(said, ("3", "2022 to 2024", "/data/indicators/ind-reading.csv"));
        });
        check(&[], |page| assert!(page.tables.is_empty()));
    }

    #[test]
    fn records_are_counted() {
        check(&READING, |page| {
            let count = |wanted: &str| page.counts.iter().find(|(label, _)| label == wanted).map(|(_, n)| n.as_str());
            assert_eq!((count("Goals"), count("Figures"), count("Partners")), (Some("2"), Some("3"), Some("2")));
        });
    }

    #[test]
    fn a_citation_names_coalition_and_day() {
        check(&[], |page| {
            let cite = page.terms.iter().find(|term| term.label.text == "How to cite").unwrap();
            assert_eq!(cite.says.text, "Valley Together: shared measures. Read on 22 November 2026.");
        });
    }

    #[test]
    fn without_events_there_is_no_calendar() {
        check(&[], |page| {
            let files: Vec<_> = page.files.iter().map(|file| file.href.as_str()).collect();
            assert_eq!(files, ["/data/feed.json", "/data/feed.schema.json"]);
        });
    }
}

//! The data to take away: files, licence, how to cite, and how much there is.

use super::chapter::Term;
use super::frame::{ContactLine, contacts};
use super::{Context, Head, Link, Phrase};
use crate::feed::records::Indicator;
use crate::routes::{Form, Page};
use crate::words::say;

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct DataPage {
    pub head: Head,
    pub title: String,
    pub lead: String,
    /// Files about the whole, by what they are for.
    pub files: Vec<FileGroup>,
    pub tables: Vec<TableFile>,
    /// How many records of each kind there are.
    pub counts: Vec<(String, String)>,
    /// Licence, how to cite, where the feed is kept.
    pub terms: Vec<Term>,
    /// Said of invented data.
    pub sample: Option<String>,
    pub contacts: Vec<ContactLine>,
}

/// Files that serve the same purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileGroup {
    /// The fragment of its address.
    pub id: &'static str,
    pub title: String,
    pub files: Vec<FileLine>,
}

/// A file and what it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileLine {
    pub name: String,
    pub href: String,
    pub says: String,
}

/// What a form is, and who needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormSays {
    pub name: String,
    pub text: String,
}

/// The files of an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableFile {
    pub indicator: Link,
    /// How many figures it has, with those that are withheld or missing.
    pub figures: String,
    /// First and last period.
    pub span: String,
    /// Its table. One that has no figures yet has none.
    pub csv: Option<String>,
    pub json: String,
    /// What was published earlier, where its figures have changed.
    pub vintages: Option<String>,
    /// Says which table and which file the links fetch.
    pub csv_label: String,
    pub json_label: String,
    pub vintages_label: String,
}

/// The page.
pub fn data_page(context: &Context<'_>) -> DataPage {
    let words = context.words;
    let (title, lead) = (say!(words, "nav-data"), say!(words, "data-lead"));
    DataPage {
        head: context.head(&title, lead.clone()),
        files: groups(context),
        tables: context.feed.indicators.iter().map(|indicator| table(context, indicator)).collect(),
        counts: counts(context),
        terms: terms(context),
        sample: context.feed.coalition.sample.then(|| say!(words, "data-sample")),
        contacts: contacts(context),
        title,
        lead,
    }
}

/// The files that are not about one record, in groups. Of those in several languages the one in the page's.
fn groups(context: &Context<'_>) -> Vec<FileGroup> {
    let words = context.words;
    let groups: [(&str, String, &[Form]); 3] = [
        ("files", say!(words, "data-all"), &[Form::Package, Form::Feed, Form::Schema, Form::Changes, Form::Index]),
        ("follow", say!(words, "data-follow"), &[Form::Calendar, Form::Atom, Form::JsonFeed]),
        (
            "programs",
            say!(words, "data-programs"),
            &[Form::Places, Form::Catalog, Form::Impact, Form::Summary, Form::Sitemap, Form::Robots],
        ),
    ];
    let line = |form: &Form| {
        let FormSays { name, text } = says(context, *form);
        Some(FileLine { name, href: context.site.form(*form, context.feed, context.lang())?, says: text })
    };
    groups
        .into_iter()
        .map(|(id, title, forms)| FileGroup { id, title, files: forms.iter().filter_map(line).collect() })
        .collect()
}

/// What a form is, and who needs it.
pub fn says(context: &Context<'_>, form: Form) -> FormSays {
    let (words, in_parts) = (context.words, context.site.is_in_parts());
    let name = say!(
        words,
        match form {
            Form::Feed if in_parts => "data-feed-parts",
            Form::Feed => "data-feed",
            Form::Schema => "data-schema",
            Form::Changes => "data-changes",
            Form::Package => "data-package",
            Form::Table => "data-table",
            Form::Vintages => "data-vintages",
            Form::Record => "data-record",
            Form::Calendar => "footer-calendar",
            Form::Event => "data-event",
            Form::Atom => "footer-news-feed",
            Form::JsonFeed => "data-json-feed",
            Form::Places => "data-geojson",
            Form::Catalog => "data-catalog",
            Form::Impact => "data-impact",
            Form::Summary => "data-summary",
            Form::Index => "data-index",
            Form::Sitemap => "data-sitemap",
            Form::Robots => "data-robots",
        }
    );
    let text = say!(
        words,
        match form {
            Form::Feed if in_parts => "data-feed-parts-text",
            Form::Feed => "data-feed-text",
            Form::Schema => "data-schema-text",
            Form::Changes => "data-changes-text",
            Form::Package => "data-package-text",
            Form::Table => "data-table-text",
            Form::Vintages => "data-vintages-text",
            Form::Record => "data-record-text",
            Form::Calendar => "data-calendar-text",
            Form::Event => "data-event-text",
            Form::Atom => "data-atom-text",
            Form::JsonFeed => "data-json-feed-text",
            Form::Places => "data-geojson-text",
            Form::Catalog => "data-catalog-text",
            Form::Impact => "data-impact-text",
            Form::Summary => "data-summary-text",
            Form::Index => "data-index-text",
            Form::Sitemap => "data-sitemap-text",
            Form::Robots => "data-robots-text",
        }
    );
    FormSays { name, text }
}

/// The files of an indicator.
fn table(context: &Context<'_>, indicator: &Indicator) -> TableFile {
    let words = context.words;
    let lines = context.feed.series_of(&indicator.id).map_or(&[][..], |series| &series.lines);
    let periods = || lines.iter().flat_map(|line| &line.points).map(|point| point.period);
    let title = context.text(&indicator.title);
    let span = match periods().min().zip(periods().max()) {
        None => say!(words, "value-not-measured"),
        Some((first, last)) if first == last => words.period_short(first),
        Some((first, last)) => {
            say!(words, "data-span", from = words.period_short(first), to = words.period_short(last))
        }
    };
    let id = indicator.id.as_str();
    TableFile {
        figures: words.number(periods().count() as f64, 0),
        span,
        csv: context.feed.series_of(&indicator.id).map(|_| context.site.indicator_csv(id)),
        json: context.site.indicator_json(id),
        vintages: context.feed.figures_changed_on(id).map(|_| context.site.indicator_vintages(id)),
        csv_label: say!(words, "data-table-of", title = &title.text),
        json_label: say!(words, "data-record-of", title = &title.text),
        vintages_label: say!(words, "data-vintages-of", title = &title.text),
        indicator: Link { label: title, href: context.href(&Page::Indicator(id.to_owned())) },
    }
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
    let mut terms = vec![
        Term::new(say!(words, "data-license"), coalition.license.clone()),
        Term::new(say!(words, "data-cite"), cite(context)),
    ];
    terms.extend(repository(context));
    let disclaimer = coalition.disclaimer.as_ref().map(|text| context.text(text));
    terms.extend(disclaimer.map(|text: Phrase| Term::new(say!(words, "data-disclaimer"), text)));
    terms
}

/// How to cite the data of this day.
pub fn cite(context: &Context<'_>) -> String {
    let words = context.words;
    let coalition = &context.feed.coalition;
    let (name, date) = (context.plain(&coalition.name), words.day(context.today));
    match &coalition.site {
        Some(site) => say!(words, "data-cite-site", name = name, site = site.as_str(), date = date),
        None => say!(words, "data-cite-name", name = name, date = date),
    }
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
    fn every_measure_has_a_file_and_one_with_figures_a_table() {
        check(&READING, |page| {
            let table = &page.tables[0];
            let said = (table.figures.as_str(), table.span.as_str(), table.csv.as_deref());
            assert_eq!(said, ("3", "2022 to 2024", Some("/data/indicators/ind-reading.csv")));
        });
        let wanted =
            READING[0].1.replace("\"baseline\": {\"period\": \"2022\"}, ", "").replace("live", "developmental");
        check(&[(READING[0].0, &wanted)], |page| {
            let table = &page.tables[0];
            let said = (table.figures.as_str(), table.json.as_str(), table.csv.as_deref());
            assert_eq!(said, ("0", "/data/indicators/ind-reading.json", None));
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
    fn what_cannot_be_written_is_not_listed() {
        check(&[], |page| {
            let files: Vec<_> =
                page.files.iter().flat_map(|group| &group.files).map(|file| file.href.as_str()).collect();
            assert!(files.contains(&"/data/datapackage.zip") && files.contains(&"/data/news.json"), "{files:?}");
            // No events, no address of the site, no e-mail.
            assert!(!files.iter().any(|file| ["/data/events.ics", "/sitemap.xml", "/data.json"].contains(file)));
        });
    }
}

//! The search of the samples: every record is found by its title, in every language, and leads where it is shown; a slip
//! of the finger does no harm; and the file says no more than the pages.
#![cfg(not(target_arch = "wasm32"))]
// Helpers of tests are not tests to clippy.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use commonweal::app::html::Piece;
use commonweal::app::{Shown, app};
use commonweal::feed::id::Kind;
use commonweal::feed::{Feed, FeedSource, SourceFile, read};
use commonweal::present::Context;
use commonweal::present::search::{Entry, Index, entries, finder, results, written};
use commonweal::routes::{Address, Page, Query, Site};
use commonweal::words::Catalog;
use leptos::prelude::{Owner, Signal};
use proptest::prelude::*;

const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();

/// A sample in one of its languages.
struct Sample {
    feed: Arc<Feed>,
    words: Arc<Catalog>,
    site: Arc<Site>,
}

fn files(at: &Path, below: &str, found: &mut Vec<SourceFile>) {
    for entry in fs::read_dir(at).unwrap().map(Result::unwrap) {
        let name = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            files(&entry.path(), &format!("{name}/"), found);
        } else {
            found.push(SourceFile::new(&name, fs::read(entry.path()).unwrap()));
        }
    }
}

fn feed(name: &str) -> Feed {
    let mut found = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name), "", &mut found);
    let single = found.iter().find(|file| file.path == "feed.json").cloned();
    let source = single.map_or_else(|| FeedSource::Folder(found), FeedSource::File);
    read(&source, TODAY).feed.unwrap()
}

/// Both samples in all their languages.
static SAMPLES: LazyLock<Vec<Sample>> = LazyLock::new(|| {
    let mut all = Vec::new();
    for (name, languages) in [("tri-river", &["en", "es"][..]), ("millbrook", &["en", "es", "ar"])] {
        let feed = Arc::new(feed(name));
        let site = Arc::new(Site::new("/base/", languages.iter().map(|tag| (*tag).to_owned()).collect()));
        for lang in languages {
            let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/words/{lang}.json"));
            let words = Arc::new(Catalog::parse(&fs::read_to_string(file).unwrap()).unwrap());
            all.push(Sample { feed: feed.clone(), words, site: site.clone() });
        }
    }
    all
});

impl Sample {
    fn context(&self) -> Context<'_> {
        Context { feed: &self.feed, words: &self.words, site: &self.site, today: TODAY, draft: None }
    }

    fn entries(&self) -> Vec<Entry> {
        entries(&self.context())
    }

    /// The index as a browser makes it, out of the published file.
    fn index(&self) -> Index {
        Index::read(&written(&self.entries())).unwrap()
    }

    /// The addresses of the first results.
    fn found(&self, index: &Index, text: &str) -> Vec<String> {
        let found = results(&self.context(), index, &Query::default().with("q", text));
        found.rows.into_iter().map(|hit| hit.href).collect()
    }

    fn href(&self, entry: &Entry) -> String {
        format!("{}{}", self.context().href(&Page::Overview), entry.path)
    }

    /// A page, and with an index what is found on it.
    fn page(&self, page: Page, query: &str, search: Option<Index>) -> String {
        let Self { feed, words, site } = self;
        let shown = Shown {
            feed: feed.clone(),
            words: words.clone(),
            site: site.clone(),
            today: TODAY,
            draft: None,
            changes: None,
            search: search.map(finder),
            followed: Vec::new(),
        };
        let address = Address { lang: self.words.lang().to_owned(), page, query: Query::parse(query) };
        let owner = Owner::new();
        let html = owner.with(|| app(shown, Signal::stored(address), None).html().to_text());
        owner.cleanup();
        html
    }
}

#[test]
fn every_entry_is_found_by_its_title() {
    for sample in SAMPLES.iter() {
        let index = sample.index();
        let missing: Vec<String> = (index.entries().iter())
            .filter(|entry| !sample.found(&index, &entry.title.text).contains(&sample.href(entry)))
            .map(|entry| format!("{} ({})", entry.title.text, entry.path))
            .collect();
        assert_eq!(missing, Vec::<String>::new(), "{}", sample.words.lang());
    }
}

#[test]
fn every_kind_of_record_with_a_page_can_be_found() {
    let seen: BTreeSet<Kind> =
        SAMPLES.iter().flat_map(|sample| sample.entries()).filter_map(|entry| entry.kind).collect();
    let nowhere = [Kind::Source, Kind::Dimension];
    let missing: Vec<_> = Kind::ALL.iter().filter(|kind| !seen.contains(kind) && !nowhere.contains(kind)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_entry_leads_to_where_it_is_shown() {
    for sample in SAMPLES.iter() {
        let mut pages: BTreeMap<String, String> = BTreeMap::new();
        for entry in sample.entries() {
            let href = sample.href(&entry);
            let (path, anchor) = href.split_once('#').unwrap_or((href.as_str(), ""));
            let page = sample.site.parse(path, "").page;
            assert!(Page::all(&sample.feed).contains(&page), "{href} is no page");
            let html = pages.entry(path.to_owned()).or_insert_with(|| sample.page(page, "", None));
            assert!(anchor.is_empty() || html.contains(&format!("id=\"{anchor}\"")), "{href} has no such place");
        }
    }
}

#[test]
fn the_languages_have_the_same_entries() {
    let paths = |sample: &Sample| sample.entries().into_iter().map(|entry| entry.path).collect::<BTreeSet<_>>();
    for samples in [&SAMPLES[..2], &SAMPLES[2..]] {
        for other in &samples[1..] {
            assert_eq!(paths(other), paths(&samples[0]), "{}", other.words.lang());
        }
    }
}

#[test]
fn a_title_is_known_in_every_language_of_the_feed() {
    for sample in SAMPLES.iter() {
        let index = sample.index();
        for goal in &sample.feed.goals {
            let href = sample.context().href(&Page::Goal(goal.id.to_string()));
            for title in goal.title.versions() {
                assert!(sample.found(&index, title).contains(&href), "{title} in {}", sample.words.lang());
            }
        }
    }
}

/// Contacts and quotes are shown beside a record, and are not what it is found by.
#[test]
fn the_file_holds_no_contacts_and_no_quotes() {
    for sample in SAMPLES.iter() {
        let file = written(&sample.entries());
        let needs = sample.feed.needs.iter().filter_map(|need| need.contact.as_ref());
        let partners = sample.feed.partners.iter().filter_map(|partner| partner.contact.as_ref());
        for contact in needs.chain(partners).chain(sample.feed.coalition.contacts.iter()) {
            assert!(!file.contains(contact.value.as_str()), "{}", contact.value.as_str());
        }
        for quote in sample.feed.feedback.iter().flat_map(|one| &one.quotes).flat_map(|quote| quote.text.versions()) {
            assert!(!file.contains(quote), "{quote}");
        }
    }
}

/// What is drawn: a plain list of links, with the kind, one line, and marks on the words that fit.
#[test]
fn results_are_links_with_marks() {
    let check = |at: usize, query: &str, expected: &[&str]| {
        let sample: &Sample = &SAMPLES[at];
        let html = sample.page(Page::Search, query, Some(sample.index()));
        for part in expected {
            assert!(html.contains(part), "{query} lacks {part}: {html}");
        }
    };
    let bus = "<li><a class=\"finds__title\" href=\"/base/activities/late-bus-14/\"><mark>Bus</mark> <mark>14</mark> until eleven</a>\
               <p class=\"meta\">Activity · Tri-River Transit</p></li>";
    check(0, "?q=bus+14", &[bus, "role=\"search\"", "<span role=\"status\">"]);
    let pantry = "<a class=\"finds__title\" href=\"/base/es/activities/evening-pantry/\"><mark>Despensa</mark> abierta";
    check(1, "?q=dispensa", &[pantry]);
    check(0, "?q=qqqqzzzz", &["Nothing found", "Look through a list", "href=\"/base/activities/\""]);
    check(0, "?q=school", &["aria-current=\"true\">All <span", "id=\"page-next\""]);
    check(4, "?q=%D8%A8%D8%B7%D8%A7%D9%82%D8%A7%D8%AA", &["<mark>بطاقات</mark>"]);
    check(0, "", &["class=\"flag without-script\"", "href=\"/base/glossary/\">Words we use</a>"]);
}

#[test]
fn the_same_feed_gives_the_same_file() {
    assert_eq!(written(&SAMPLES[0].entries()), written(&SAMPLES[0].entries()));
}

/// What residents type, with slips and without accents.
#[test]
fn residents_find_what_they_mean() {
    let check = |at: usize, text: &str, path: &str| {
        let sample: &Sample = &SAMPLES[at];
        let index = sample.index();
        let href = format!("{}{path}", sample.context().href(&Page::Overview));
        let found = sample.found(&index, text);
        assert!(found.iter().take(5).any(|one| *one == href), "{text}: {found:#?}");
    };
    RESIDENTS.iter().for_each(|(at, text, path)| check(*at, text, path));
}

/// Sample, what is typed, and the path that is meant. The samples: Tri-River in English and Spanish, Millbrook in English,
/// Spanish and Arabic.
const RESIDENTS: [(usize, &str, &str); 22] = [
    (0, "bus", "activities/late-bus-14/"),
    (0, "bus 14", "activities/late-bus-14/"),
    (0, "libary", "partners/port-wendell-library/"),
    (0, "Port Wendel Public Libary", "partners/port-wendell-library/"),
    (0, "evicton", "indicators/evictions/"),
    (0, "pantry late", "activities/evening-pantry/"),
    (0, "despensa", "activities/evening-pantry/"),
    (0, "where can I get food", "partners/tri-river-food-bank/"),
    (0, "evicted", "indicators/evictions/"),
    (0, "booths in the library", "activities/library-telehealth-booths/"),
    (0, "about", "about/"),
    (1, "despensa", "activities/evening-pantry/"),
    (1, "dispensa", "activities/evening-pantry/"),
    (1, "¿dónde está la biblioteca?", "partners/port-wendell-library/"),
    (1, "autobus", "activities/late-bus-14/"),
    (1, "autobús 14", "activities/late-bus-14/"),
    (1, "bibloteca publica", "partners/port-wendell-library/"),
    (2, "tutring", "activities/act-tutoring/"),
    (3, "tutoria despues", "activities/act-tutoring/"),
    (4, "بطاقات المكتبه", "activities/act-library-cards/"),
    (4, "أين المكتبة العامة", "partners/millbrook-library/"),
    (4, "المكتبة بطقات", "activities/act-library-cards/"),
];

static INDEXES: LazyLock<Vec<Index>> = LazyLock::new(|| SAMPLES.iter().map(Sample::index).collect());

/// A word with one slip: a letter left out, doubled, exchanged with the next one, or another one in its place.
fn slipped(word: &str, kind: u8, at: usize) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = at % letters.len();
    match kind {
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, letters[at]),
        2 if at + 1 < letters.len() => letters.swap(at, at + 1),
        _ => letters[at] = if letters[at] == 'x' { 'q' } else { 'x' },
    }
    letters.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// One slip in one word of a title: the record is still found, unless the slip has made another word of the index.
    #[test]
    fn a_slip_does_no_harm(
        sample in 0..5_usize,
        at in any::<prop::sample::Index>(),
        word in any::<prop::sample::Index>(),
        kind in 0..4_u8,
        letter in 0..40_usize,
    ) {
        let (sample, index) = (&SAMPLES[sample], &INDEXES[sample]);
        let entry = &index.entries()[at.index(index.len())];
        let mut words: Vec<String> = entry.title.text.split_whitespace().map(str::to_owned).collect();
        let is_long = |word: &String| word.chars().count() >= 4 && word.chars().all(char::is_alphabetic);
        let long: Vec<usize> = (0..words.len()).filter(|at| is_long(&words[*at])).collect();
        prop_assume!(!long.is_empty());
        let chosen = long[word.index(long.len())];
        words[chosen] = slipped(&words[chosen], kind, letter);
        prop_assume!(!index.knows(&words[chosen]));
        let text = words.join(" ");
        let query = Query::default().with("q", &text).with("kind", entry.kind.map_or("page", Kind::wire));
        let href = sample.href(entry);
        let is_on = |page: usize| {
            let query = query.with("page", &page.to_string());
            results(&sample.context(), index, &query).rows.iter().any(|hit| hit.href == href)
        };
        prop_assert!((1..=5).any(is_on), "{text} does not find {}", entry.title.text);
    }

    /// Whatever is typed, the pieces of a title are the title, and nothing panics.
    #[test]
    fn pieces_make_the_title(sample in 0..5_usize, text in "\\PC{0,24}", at in any::<prop::sample::Index>()) {
        let (sample, index) = (&SAMPLES[sample], &INDEXES[sample]);
        let title = &index.entries()[at.index(index.len())].title.text;
        let typed = format!("{text} {}", title.chars().take(3).collect::<String>());
        for hit in results(&sample.context(), index, &Query::default().with("q", &typed)).rows {
            let whole: String = hit.title.iter().map(|(text, _)| text.as_str()).collect();
            prop_assert!(index.entries().iter().any(|entry| entry.title.text == whole), "{whole}");
        }
    }
}

//! A large feed is published in parts: from its part, every page is the same as from the whole feed.

// Helpers of tests are not tests to clippy.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use commonweal::app::html::Piece;
use commonweal::app::{Changes, Shown, app};
use commonweal::feed::date::Date;
use commonweal::feed::diff::diff;
use commonweal::feed::history::{History, Version};
use commonweal::feed::mentions::Mentions;
use commonweal::feed::schema::schema;
use commonweal::feed::series::Series;
use commonweal::feed::share::Share;
use commonweal::feed::write::{entry_json, feed_json, part_json};
use commonweal::feed::{Feed, FeedSource, Reading, SourceFile, by_std, read, read_part, read_published, read_table};
use commonweal::present::Context;
use commonweal::present::indicators::{indicator_index, indicator_list};
use commonweal::present::mine::Mine;
use commonweal::present::needs::Needs;
use commonweal::present::standing::VERDICTS;
use commonweal::routes::{Address, Page, Query, Site};
use commonweal::words::Catalog;
use leptos::prelude::{Owner, Signal};
use serde_json::{Map, Value, json};

#[path = "support/app.rs"]
mod support;
use support::app as app_files;

const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();

fn files(folder: &Path, below: &str, found: &mut Vec<SourceFile>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            files(&entry.path(), &format!("{name}/"), found);
        } else {
            found.push(SourceFile::new(name, std::fs::read(entry.path()).unwrap()));
        }
    }
}

/// A feed as its site publishes it.
fn sample(name: &str) -> Feed {
    let mut found = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name), "", &mut found);
    let single = found.iter().find(|file| file.path == "feed.json").cloned();
    let source = single.map_or_else(|| FeedSource::Folder(found), FeedSource::File);
    read(&source, TODAY).feed.unwrap()
}

fn words(lang: &str) -> Arc<Catalog> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/words/{lang}.json"));
    Arc::new(Catalog::parse(&std::fs::read_to_string(file).unwrap()).unwrap())
}

fn site() -> Arc<Site> {
    Arc::new(Site::new("/", vec!["en".into(), "es".into(), "ar".into()]))
}

static ENGLISH: LazyLock<Arc<Catalog>> = LazyLock::new(|| words("en"));
static SITE: LazyLock<Arc<Site>> = LazyLock::new(site);

/// What pages are made from, in English.
fn context(feed: &Feed) -> Context<'_> {
    Context { feed, words: &ENGLISH, site: &SITE, today: TODAY, draft: None }
}

fn needs(feed: &Feed) -> Needs<'_> {
    Needs::of(context(feed)).unwrap()
}

fn html(feed: &Arc<Feed>, words: &Arc<Catalog>, page: &Page, query: &Query) -> String {
    html_with(None, feed, words, page, query)
}

fn html_with(
    changes: Option<&Arc<Changes>>,
    feed: &Arc<Feed>,
    words: &Arc<Catalog>,
    page: &Page,
    query: &Query,
) -> String {
    let shown = Shown {
        feed: feed.clone(),
        words: words.clone(),
        site: site(),
        today: TODAY,
        draft: None,
        changes: changes.cloned(),
        search: None,
        followed: Vec::new(),
    };
    let address = Address { lang: words.lang().to_owned(), page: page.clone(), query: query.clone() };
    let owner = Owner::new();
    let html = owner.with(|| app(shown, Signal::stored(address), None).html().to_text());
    owner.cleanup();
    html
}

/// What a page keeps in the reader's browser of a record that is followed there.
fn followed(feed: &Feed, words: &Catalog, id: &str) -> Mine {
    let site = site();
    let mut mine = Mine::default();
    mine.turn(&Context { feed, words, site: &site, today: TODAY, draft: None }, id);
    mine
}

fn entry(feed: &Feed) -> SourceFile {
    SourceFile::new("feed.json", entry_json(feed, "data/parts/table-0123456789ab.json").unwrap())
}

fn written(share: &Feed, page: &Page) -> SourceFile {
    SourceFile::new("part.json", part_json(share, &page.path(), Map::new()).unwrap())
}

fn part(feed: &Feed, needs: &Needs<'_>, page: &Page) -> SourceFile {
    written(&feed.share(&needs.page(page)), page)
}

fn reading(feed: &Feed, needs: &Needs<'_>, page: &Page) -> Reading {
    read_part(&part(feed, needs, page), &page.path(), by_std)
}

/// The other views of a page that it links to.
fn views(html: &str, words: &Catalog, page: &Page) -> Vec<Query> {
    let own = format!("href=\"{}?", site().path(words.lang(), page));
    let found: BTreeSet<&str> = html.split(&own).skip(1).filter_map(|rest| rest.split('"').next()).collect();
    found.into_iter().map(|query| Query::parse(&query.replace("&amp;", "&"))).collect()
}

/// What is only read is not made anew in the browser.
fn is_live(page: &Page) -> bool {
    !matches!(page, Page::Method | Page::Data | Page::About | Page::Accessibility)
}

/// Every page in English with all its views, and in one of the other languages in turn.
fn check(name: &str) {
    let whole = Arc::new(sample(name));
    let needs = needs(&whole);
    let (english, others) = (words("en"), [words("es"), words("ar")]);
    let mut wrong = Vec::new();
    for (at, page) in Page::all(&whole).iter().chain([&Page::NotFound]).filter(|page| is_live(page)).enumerate() {
        let reading = reading(&whole, &needs, page);
        let Some(share) = reading.feed else { panic!("{page:?}: {:#?}", reading.findings) };
        let share = Arc::new(share);
        let wanted = html(&whole, &english, page, &Query::default());
        let queries = std::iter::once(Query::default()).chain(views(&wanted, &english, page).into_iter().take(6));
        for query in queries {
            if html(&share, &english, page, &query) != html(&whole, &english, page, &query) {
                wrong.push(format!("{page:?}{}", query.written()));
            }
        }
        let other = &others[at % others.len()];
        if html(&share, other, page, &Query::default()) != html(&whole, other, page, &Query::default()) {
            wrong.push(format!("{page:?} ({})", other.lang()));
        }
        if let Page::Goal(id) | Page::Place(id) | Page::Partner(id) = page
            && followed(&share, &english, id) != followed(&whole, &english, id)
        {
            wrong.push(format!("{page:?}: what is kept of it"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_page_of_a_folder_is_the_same_from_its_part() {
    check("tri-river");
}

#[test]
fn every_page_of_a_single_file_is_the_same_from_its_part() {
    check("millbrook");
}

/// Other pages of a very large feed are made of records in short: each of their views says the same.
#[test]
fn pages_say_the_same_of_records_in_short() {
    let english = words("en");
    for name in ["tri-river", "millbrook"] {
        let whole = Arc::new(sample(name));
        let needs = needs(&whole);
        for page in [Page::Activities, Page::Partners, Page::Portfolio, Page::WhoDoesWhat, Page::HowWeWork] {
            let share = whole.share(&needs.in_short(&page).unwrap());
            let short = Arc::new(read_part(&written(&share, &page), &page.path(), by_std).feed.unwrap());
            let wanted = html(&whole, &english, &page, &Query::default());
            for query in std::iter::once(Query::default()).chain(views(&wanted, &english, &page)) {
                let found = html(&short, &english, &page, &query);
                assert!(found == html(&whole, &english, &page, &query), "{name}: {page:?}{}", query.written());
            }
        }
    }
}

/// The larger sample with nine more measures beside each, so that neither overview nor goals have room for all.
fn many() -> Feed {
    let whole = sample("tri-river");
    let mut feed: Value = serde_json::from_slice(&feed_json(&whole, "s").unwrap()).unwrap();
    for (list, name) in [("indicators", "id"), ("series", "indicator")] {
        let list = feed[list].as_array_mut().unwrap();
        let again = |one: &Value, n: usize| {
            let mut one = one.clone();
            one[name] = format!("{}-{n}", one[name].as_str().unwrap()).into();
            one
        };
        let more: Vec<Value> = list.iter().flat_map(|one| (0..9).map(|n| again(one, n)).collect::<Vec<_>>()).collect();
        list.extend(more);
    }
    let reading = read_published(&SourceFile::new("feed.json", feed.to_string()), by_std);
    reading.feed.unwrap_or_else(|| panic!("{:#?}", reading.findings))
}

/// A history of the larger sample: a month ago it had news less and another name for a partner, and before that an
/// event which is gone and other figures.
fn history(whole: &Feed) -> History {
    let edited = |edit: &dyn Fn(&mut Value)| {
        let mut feed: Value = serde_json::from_slice(&feed_json(whole, "s").unwrap()).unwrap();
        edit(&mut feed);
        let reading = read_published(&SourceFile::new("feed.json", feed.to_string()), by_std);
        reading.feed.unwrap_or_else(|| panic!("{:#?}", reading.findings))
    };
    let later = |feed: &mut Value| {
        feed["updates"].as_array_mut().unwrap().pop();
        feed["partners"][3]["name"] = json!("Another name");
        feed["commitments"][0]["state"] = json!("on_track");
        feed["commitments"][1]["by"] = feed["commitments"][0]["by"].clone();
    };
    let before = edited(&later);
    let first = edited(&|feed| {
        later(feed);
        let mut gone = feed["events"][0].clone();
        gone["id"] = json!("evt-that-is-gone");
        feed["events"].as_array_mut().unwrap().push(gone);
        let values = feed["series"][0]["lines"][0]["value"].as_array_mut().unwrap();
        let value = values.iter_mut().rfind(|value| value.is_f64()).unwrap();
        *value = json!(value.as_f64().unwrap() + 0.5);
        feed["indicators"][0]["title"] = json!("Something else");
    });
    let version =
        |on: &str, changes| Version { on: Date::parse(on).unwrap(), commit: on.replace('-', ""), changes, left_out: 0 };
    let versions = vec![
        version("2026-10-20", diff(&before, whole)),
        version("2026-09-20", diff(&first, &before)),
        version("2026-08-20", Vec::new()),
    ];
    assert!(versions[..2].iter().all(|version| version.changes.len() >= 3), "{versions:#?}");
    History::new(versions, true, 0)
}

/// The page of changes is made of the records that have changed, under every question.
#[test]
fn changes_are_told_from_the_records_that_have_changed() {
    let whole = Arc::new(sample("tri-river"));
    let changes = Arc::new(Changes { history: history(&whole), last_visit: None });
    let mentions = Arc::new(Mentions::of(&whole).unwrap());
    let needs = Needs::with(context(&whole), mentions, Some(&changes.history));
    let share = Arc::new(reading(&whole, &needs, &Page::Changes).feed.unwrap());
    assert!(share.partners.len() < whole.partners.len() / 2 && share.series.is_empty());
    for query in ["", "since=2026-09-25", "since=2026-01-01", "from=20260820&to=20261020", "from=20260820&to=20260920"]
    {
        for lang in ["en", "es", "ar"] {
            let seen = |feed| html_with(Some(&changes), feed, &words(lang), &Page::Changes, &Query::parse(query));
            let wanted = seen(&whole);
            assert!(wanted.contains("class=\"changed\""), "{query}");
            assert!(seen(&share) == wanted, "{query} {lang}");
        }
    }
}

/// Measures that are only counted come with the few points that are compared.
#[test]
fn what_is_only_counted_comes_without_its_line() {
    let whole = Arc::new(many());
    let needs = needs(&whole);
    for page in [Page::Overview, Page::Present] {
        let share = Arc::new(reading(&whole, &needs, &page).feed.unwrap());
        for (lang, query) in [("en", ""), ("es", ""), ("ar", "slide=2")] {
            let (words, query) = (words(lang), Query::parse(query));
            assert!(html(&share, &words, &page, &query) == html(&whole, &words, &page, &query), "{page:?} {lang}");
        }
        let points = |feed: &Feed, id: &str| {
            let of = feed.series.iter().filter(|series| series.indicator.as_str() == id);
            of.flat_map(|series| &series.lines).map(|line| line.points.len()).sum::<usize>()
        };
        let is_short = |series: &&Series| points(&share, series.indicator.as_str()) < 6;
        let long = whole.series.iter().filter(|series| points(&whole, series.indicator.as_str()) >= 12);
        assert!(long.filter(is_short).count() > 50, "{page:?}");
        let whole_lines = share.series.iter().filter(|series| points(&share, series.indicator.as_str()) > 6).count();
        assert!((1..=60).contains(&whole_lines), "{page:?}: {whole_lines}");
    }
}

/// A page on which a list is cut is the same from its part, and loads no lines of measures that it only counts.
#[test]
fn what_is_cut_on_a_page_does_not_come_with_it() {
    let whole = Arc::new(many());
    let needs = needs(&whole);
    let mut cut = [0, 0];
    let goals = whole.goals.iter().map(|goal| Page::Goal(goal.id.to_string()));
    let places = whole.geographies.iter().map(|place| Page::Place(place.id.to_string()));
    for page in goals.chain(places).chain([Page::WhoDoesWhat]) {
        let share = Arc::new(reading(&whole, &needs, &page).feed.unwrap());
        for lang in ["en", "ar"] {
            assert!(
                html(&share, &words(lang), &page, &Query::default())
                    == html(&whole, &words(lang), &page, &Query::default()),
                "{page:?} {lang}"
            );
        }
        if let Page::Goal(id) | Page::Place(id) = &page {
            assert!(followed(&share, &ENGLISH, id) == followed(&whole, &ENGLISH, id), "{page:?}: what is kept of it");
        }
        let is_cut = html(&whole, &ENGLISH, &page, &Query::default()).contains("The others are in the list of all");
        if is_cut && matches!(page, Page::Goal(_)) {
            let whole_lines = share.series.iter().filter(|one| one.lines.iter().any(|line| line.points.len() > 6));
            assert!(whole_lines.count() < share.indicators.len() - 5, "{page:?}");
        }
        cut[usize::from(matches!(page, Page::Place(_)))] += usize::from(is_cut);
    }
    assert!(cut.iter().all(|n| *n >= 2), "goals and places: {cut:?}");
}

/// Of every measure a list says the same in short; only the line drawn in it has fewer points.
#[test]
fn a_list_says_the_same_of_measures_in_short() {
    let page = Page::Indicators;
    for name in ["tri-river", "millbrook"] {
        let whole = sample(name);
        let context = context(&whole);
        let share = whole.share(&needs(&whole).in_short(&page).unwrap());
        let reading = read_part(&written(&share, &page), &page.path(), by_std);
        let short = reading.feed.unwrap_or_else(|| panic!("{:#?}", reading.findings));
        assert_eq!(short.partners.len() + short.sources.len() + short.activities.len(), short.partners.len());
        let short = Context { feed: &short, ..context };
        // Of its texts the title alone is searched.
        let title = whole.indicators[0].title.in_language("en", "en").0;
        let queries = ["", "standing=improving", "fresh=late", "level=population", "page=2"].map(Query::parse);
        for query in queries.into_iter().chain([Query::default().with("q", title)]) {
            let list = |context| indicator_list(context, &indicator_index(context), (&query).into());
            let (mut found, expected) = (list(&short), list(&context));
            for (row, wanted) in found.rows.iter_mut().zip(&expected.rows) {
                if let (Some(now), Some(wanted)) = (&mut row.now, &wanted.now) {
                    now.spark = wanted.spark.clone();
                }
            }
            assert_eq!(found, expected, "{name}{}", query.written());
        }
    }
}

/// How a measure in short stands is what was found when the feed was published, where it is a code that is known.
#[test]
fn a_measure_in_short_stands_as_it_is_told() {
    let page = Page::Indicators;
    let whole = sample("millbrook");
    let context = context(&whole);
    let share = whole.share(&needs(&whole).in_short(&page).unwrap());
    let mut part: Value = serde_json::from_slice(&written(&share, &page).bytes).unwrap();
    let own = |part: &Value| {
        let part = SourceFile::new("part.json", part.to_string());
        let feed = read_part(&part, &page.path(), by_std).feed.unwrap();
        let short = Context { feed: &feed, ..context };
        short.verdict(&short.assessed(&feed.indicators[0])).code
    };
    let id = whole.indicators[0].id.as_str();
    for code in VERDICTS {
        part["verdicts"][id] = json!(code);
        assert_eq!(own(&part), code);
    }
    for broken in [json!("nonsense"), json!(7), json!(null), json!([])] {
        part["verdicts"][id] = broken;
        own(&part);
    }
    part["verdicts"] = json!("nonsense");
    own(&part);
}

/// The lists of a page's part with how long they are; of the series, how many lines each has at most.
fn lists(page: &Page) -> Vec<(String, usize)> {
    let feed = sample("tri-river");
    let part = part(&feed, &needs(&feed), page);
    let part: Value = serde_json::from_slice(&part.bytes).unwrap();
    let length = |list: &Value| list.as_array().map(Vec::len);
    let found = part.as_object().unwrap().iter().filter_map(|(name, list)| Some((name.clone(), length(list)?)));
    let lines = part["series"].as_array().into_iter().flatten().filter_map(|series| length(&series["lines"])).max();
    found.chain(lines.map(|lines| ("lines".to_owned(), lines))).collect()
}

#[track_caller]
fn holds(page: &Page, list: &str, expected: usize) {
    let found = lists(page).into_iter().find(|(name, _)| name == list).map_or(0, |(_, length)| length);
    assert_eq!(found, expected, "{list} of {page:?}");
}

#[test]
fn no_part_holds_series_that_its_page_does_not_show() {
    for page in [Page::Activities, Page::Partners, Page::News, Page::Promises, Page::TakePart, Page::WhoDoesWhat] {
        holds(&page, "series", 0);
    }
    let feed = sample("tri-river");
    let measured = feed.indicators.iter().find(|one| feed.series_of(&one.id).is_some_and(|it| it.lines.len() > 2));
    let measured = measured.unwrap();
    let page = Page::Indicator(measured.id.to_string());
    holds(&page, "series", 1);
    holds(&page, "lines", feed.series_of(&measured.id).unwrap().lines.len());
    let goal = Page::Goal(measured.goals[0].to_string());
    holds(&goal, "lines", 1);
}

#[test]
fn the_entry_holds_no_list_that_grows() {
    let feed = sample("tri-river");
    let entry: Value = serde_json::from_slice(&entry(&feed).bytes).unwrap();
    let names: Vec<&str> = entry.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(names, ["parts", "coalition", "goals", "dimensions", "geographies"]);
}

#[test]
fn only_what_follows_the_schema_names_it() {
    let schema = schema();
    let feed = sample("millbrook");
    let known = |file: &SourceFile| {
        let file: Value = serde_json::from_slice(&file.bytes).unwrap();
        let fields = file.as_object().unwrap();
        (fields.contains_key("$schema"), fields.keys().all(|name| schema["properties"].get(name).is_some()))
    };
    assert_eq!(known(&SourceFile::new("feed.json", feed_json(&feed, "s").unwrap())), (true, true));
    let needs = needs(&feed);
    for file in [entry(&feed), part(&feed, &needs, &Page::Partners), part(&feed, &needs, &Page::Mine)] {
        assert_eq!(known(&file), (false, false));
    }
}

/// No page can be made of this.
#[track_caller]
fn refused(part: &SourceFile, page: &Page, what: &str) {
    let reading = read_part(part, &page.path(), by_std);
    assert!(reading.feed.is_none(), "{what}");
    assert!(reading.findings.iter().any(|finding| finding.is_error()), "{what}");
}

#[test]
fn what_is_not_the_part_of_a_page_is_not_shown_on_it() {
    let feed = sample("millbrook");
    let needs = needs(&feed);
    let page = Page::Partners;
    refused(&part(&feed, &needs, &Page::News), &page, "the part of another page");
    refused(&part(&feed, &needs, &page), &Page::Overview, "the part of another page");
    refused(&entry(&feed), &page, "the entry");
    refused(&SourceFile::new("feed.json", feed_json(&feed, "s").unwrap()), &page, "a whole feed");
    let own: Value = serde_json::from_slice(&part(&feed, &needs, &page).bytes).unwrap();
    for name in [json!(""), json!(1), json!([page.path()]), json!(null)] {
        let mut other = own.clone();
        other["page"] = name.clone();
        refused(&SourceFile::new("part.json", other.to_string()), &page, &format!("a part of the page {name}"));
    }
}

#[test]
fn what_is_cut_or_broken_is_no_page() {
    let feed = sample("millbrook");
    let needs = needs(&feed);
    let page = Page::Indicator(feed.indicators[0].id.to_string());
    let own = part(&feed, &needs, &page);
    assert!(read_part(&own, &page.path(), by_std).feed.is_some());
    for length in (0..own.bytes.len()).step_by(97) {
        refused(&SourceFile::new("part.json", &own.bytes[..length]), &page, &format!("cut at {length}"));
    }
    let coalition = serde_json::to_string(&feed.coalition).unwrap();
    let head = format!(r#""page": "{}", "coalition": {coalition}"#, page.path());
    assert!(read_part(&SourceFile::new("part.json", format!("{{{head}}}")), &page.path(), by_std).feed.is_some());
    for rest in ["", r#""indicators": 1"#, r#""indicators": [{}]"#, r#""series": [[]]"#, r#""partners": [null]"#] {
        let part = SourceFile::new("part.json", format!("{{{head}, {}}}", if rest.is_empty() { "1" } else { rest }));
        refused(&part, &page, rest);
    }
    for text in ["", "null", "[]", "<!doctype html>", "\u{feff}{}"] {
        refused(&SourceFile::new("part.json", text), &page, text);
    }
    let no_coalition = json!({"page": page.path()}).to_string();
    refused(&SourceFile::new("part.json", no_coalition), &page, "without a coalition");
}

/// A part that names records which are nowhere is shown without them, on every page.
#[test]
fn references_that_lead_out_of_a_part_do_no_harm() {
    let feed = sample("tri-river");
    let english = words("en");
    let bare = feed.share(&Share::core());
    for page in Page::all(&feed) {
        let reading = read_part(&written(&bare, &page), &page.path(), by_std);
        html(&Arc::new(reading.feed.unwrap()), &english, &page, &Query::default());
    }
}

#[test]
fn an_entry_or_a_part_is_not_taken_for_a_whole_feed() {
    let feed = sample("millbrook");
    for file in [entry(&feed), part(&feed, &needs(&feed), &Page::Partners)] {
        for reading in [read_published(&file, by_std), read(&FeedSource::File(file.clone()), TODAY)] {
            assert!(reading.feed.is_none());
            let said: Vec<&str> = reading.findings.iter().map(|finding| finding.message.as_str()).collect();
            assert_eq!(said, ["This feed is published in parts, and this file is only one of them, or their entry."]);
        }
    }
}

/// Builds a site below a folder, and gives all its files.
fn built(folder: &Path, name: &str, split: &str) -> BTreeMap<String, Vec<u8>> {
    let app = app_files(folder);
    let out = folder.join(name);
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/millbrook/feed.json");
    let mut build = std::process::Command::new(env!("CARGO_BIN_EXE_commonweal"));
    build.arg("build").arg(sample).args(["--as-of", "2026-11-22", "--split", split, "--app", &app, "--out"]).arg(&out);
    assert!(build.output().unwrap().status.success());
    let mut found = Vec::new();
    files(&out, "", &mut found);
    found.into_iter().map(|file| (file.path, file.bytes)).collect()
}

/// What a page tells the start script under a name.
fn told<'h>(html: &'h str, name: &str) -> Option<&'h str> {
    html.split(&format!(" data-{name}=\"")).nth(1)?.split('"').next()
}

#[test]
fn a_site_in_parts_has_the_same_pages_and_each_its_part() {
    let folder = tempfile::tempdir().unwrap();
    let (split, plain) = (built(folder.path(), "split", "always"), built(folder.path(), "plain", "auto"));
    let text = |files: &BTreeMap<String, Vec<u8>>, path: &str| {
        String::from_utf8(files.get(path).unwrap_or_else(|| panic!("{path}")).clone()).unwrap()
    };
    let languages = told(&text(&plain, "index.html"), "languages").unwrap().split(' ').map(str::to_owned).collect();
    let site = Site::new("/", languages);
    let content = |html: &str| html.split("<div id=\"app\">").nth(1).unwrap().to_owned();
    let (mut made, mut read) = (0, 0);
    // What stands in frames of other sites loads nothing of the feed.
    for path in plain.keys().filter(|path| path.ends_with(".html") && !path.starts_with("embed/")) {
        let html = text(&split, path);
        match site.parse(&format!("/{path}"), "").page {
            // It names the files, of which one is another.
            Page::Data => assert_ne!(content(&html), content(&text(&plain, path)), "{path}"),
            _ => assert_eq!(content(&html), content(&text(&plain, path)), "{path}"),
        }
        let Some(part) = told(&html, "part") else {
            assert_eq!((told(&html, "feed"), told(&html, "words")), (None, None), "{path}");
            assert!(html.contains(" data-read>"), "{path}");
            read += 1;
            continue;
        };
        let preload = format!("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{part}\">");
        assert!(html.contains(&preload), "{path}: {preload}");
        let file = SourceFile::new(part, split[part.trim_start_matches('/')].clone());
        let page = site.parse(&format!("/{path}"), "").page.path();
        let reading = read_part(&file, &page, by_std);
        assert!(reading.feed.is_some(), "{path}: {:#?}", reading.findings);
        assert_eq!(
            (told(&html, "feed"), told(&html, "shipped")),
            (None, None),
            "{path}: the part is all it is made of"
        );
        made += 1;
    }
    assert!(made > 10, "{made}");
    assert_eq!(read, 5 * site.languages().len(), "method, data, about, accessibility, not found");
    // The entry leads to every part.
    let entry: Value = serde_json::from_slice(&split["data/feed.json"]).unwrap();
    let table: Value = serde_json::from_slice(&split[entry["parts"]["table"].as_str().unwrap()]).unwrap();
    let pages = table["pages"].as_object().unwrap();
    assert_eq!(pages.len() * site.languages().len(), made);
    assert!(pages.values().all(|file| split.contains_key(file.as_str().unwrap())));
    // The reader's own page has a table of the parts of all that can be followed.
    let followed =
        read_table(&SourceFile::new("table.json", split[pages["my-page/"].as_str().unwrap()].clone()), by_std);
    let can_be = ["goals/", "places/", "partners/"]
        .map(|below| pages.keys().filter(|path| path.starts_with(below) && path.matches('/').count() == 2).count());
    assert_eq!(followed.len(), can_be.iter().sum::<usize>(), "{can_be:?}");
    assert!(can_be.iter().all(|n| *n > 0), "{can_be:?}");
    assert!(followed.iter().all(|(page, file)| pages[page] == file.as_str()));
    assert!(!plain.keys().any(|path| path.starts_with("data/parts/")));
    // What programs read, the package of everything above all, is the same; only the feed itself is told otherwise, and
    // said to be so by what names it.
    let other: Vec<&String> = plain
        .iter()
        .filter(|(path, bytes)| {
            // Nor the build's own list of hashes.
            !path.starts_with("assets/")
                && !path.starts_with('.')
                && !path.ends_with(".html")
                && split.get(*path) != Some(bytes)
        })
        .map(|(path, _)| path)
        .collect();
    assert_eq!(other, ["data.json", "data/feed.json", "data/index.json", "llms.txt"]);
    for path in ["data/index.html", "data/index.json", "llms.txt"] {
        let names = |files| text(files, path).contains("The feed in parts (JSON)");
        assert_eq!((names(&split), names(&plain)), (true, false), "{path}");
    }
    let catalog = |files| text(files, "data.json").contains("/data/feed.json");
    assert_eq!((catalog(&split), catalog(&plain)), (false, true));
}

#[test]
fn two_builds_of_a_site_in_parts_are_the_same() {
    let folder = tempfile::tempdir().unwrap();
    assert!(built(folder.path(), "one", "always") == built(folder.path(), "two", "always"));
}

//! `build --with`: a page over several coalitions, with the whole site of each below it.

use std::num::NonZero;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::site::BuiltSite;
use super::{PlaceArguments, build, edition, load};
use crate::app::Shown;
use crate::app::html::Html;
use crate::app::pages::region::{RegionFrame, region_not_found_view, region_view};
use crate::cli::app_files::{App, File};
use crate::cli::document::{self, escape};
use crate::cli::formats::sitemap;
use crate::cli::pictures::Pictures;
use crate::cli::serve::headers;
use crate::feed::link::Link;
use crate::present::Context;
use crate::present::card::region_card;
use crate::present::frame::Language as Choice;
use crate::present::region::{self, RegionPage, region_page};
use crate::routes::{self, Form, Page, Site};
use crate::words::carried::{self, Language};
use crate::words::{Catalog, endonym};

/// One of the coalitions: its step in addresses, and its feed.
#[derive(Clone, Debug)]
pub(super) struct Member {
    name: String,
    feed: PathBuf,
}

/// Steps of addresses that the page over all has for itself.
const TAKEN: [&str; 4] = ["assets", "data", "pictures", "admin"];

/// Reads `NAME=FEED`.
pub(super) fn member(text: &str) -> Result<Member, String> {
    let (step, feed) = text.split_once('=').ok_or("write it as NAME=FEED, such as east=feeds/east")?;
    Ok(Member { name: name(step)?, feed: feed.into() })
}

/// Reads the name of a site below the page: its step in addresses.
///
/// # Errors
/// A sentence if it may not stand in addresses, or the page over all has that address for itself.
pub(in crate::cli) fn name(name: &str) -> Result<String, String> {
    let is_plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    if name.is_empty() || !name.chars().all(is_plain) {
        return Err("the name stands in addresses: small letters, digits and - only".to_owned());
    }
    if TAKEN.contains(&name) || carried::language(name).is_some() {
        return Err(format!("the name {name} is taken for other addresses of the page; choose another one"));
    }
    Ok(name.to_owned())
}

/// Reads the address of the published page.
pub(super) fn address(text: &str) -> Result<Link, String> {
    let is_plain = |link: &Link| link.as_str().starts_with("http") && !link.as_str().contains(['?', '#', '&', '\'']);
    let link = Link::new(text).filter(is_plain);
    link.ok_or_else(|| "write it as https://our-region.example.org/".to_owned())
}

/// Checks all feeds and makes the sites and the page over them. With errors in any of them there is none.
///
/// # Errors
/// A sentence if two have one name, or if something cannot be read.
pub(super) fn make(
    members: &[Member],
    title: &str,
    address: Option<&Link>,
    today: NaiveDate,
    place: &PlaceArguments,
    threads: NonZero<usize>,
) -> Result<Option<BuiltSite>, String> {
    if let Some((n, twice)) =
        members.iter().enumerate().find(|(n, one)| members[..*n].iter().any(|m| m.name == one.name))
    {
        return Err(format!("Two feeds have the name {}. Number {} needs another one.", twice.name, n + 1));
    }
    let base = Site::new(&place.base, Vec::new()).base().to_owned();
    let (mut all, mut editions) = (Vec::new(), Vec::new());
    for member in members {
        let below = format!("{base}{}/", member.name);
        // All are looked at before anything is refused: whoever mends wants the whole list.
        if let Some(edition) = edition(load::load(&member.feed)?, &member.feed, today, &below)? {
            all.extend(edition.languages.first().map(|(_, shown)| (member.name.clone(), shown.clone())));
            editions.push((member, edition));
        }
    }
    if editions.len() < members.len() {
        return Ok(None);
    }
    let app = App::load(place.app.as_deref())?;
    let mut made = over_all(&all, title, address.map(Link::as_str), &base, &app)?;
    for (member, edition) in editions {
        let app = App::load(place.app.as_deref())?;
        made.add_below(&member.name, build(edition, app, place.split, threads)?);
    }
    Ok(Some(made))
}

/// The page over all coalitions, in every language that one of them has.
fn over_all(
    all: &[(String, Shown)],
    title: &str,
    address: Option<&str>,
    base: &str,
    app: &App,
) -> Result<BuiltSite, String> {
    let offered: Vec<String> = all.iter().flat_map(|(_, shown)| shown.site.languages().iter().cloned()).collect();
    let default = offered.first().cloned().unwrap_or_default();
    let languages = carried::languages(&default, &offered);
    let site = Site::new(base, languages.iter().map(|language| language.tag.to_owned()).collect());
    let site = address.map_or(site.clone(), |address| site.at(address));
    let pictures = Arc::new(Pictures::new(&app.fonts));
    let mut made = BuiltSite::default();
    made.languages = languages.len();
    let mut index = None;
    for language in &languages {
        let words = language.catalog().map_err(|why| why.to_string())?;
        let members: Vec<_> = all.iter().map(|(_, shown)| region::Member { context: context(shown, &words) }).collect();
        let page = region_page(&words, title, &members);
        index.get_or_insert_with(|| written(&page));
        let frame = |page: &RegionPage| frame(page, &languages, language, &site);
        let missing = region_not_found_view(frame(&page), &words);
        let surrounds = |which| Surrounds { which, words: &words, site: &site, app, has_card: pictures.has_cards() };
        let missing = document(&page, missing, &surrounds(Page::NotFound));
        made.add(site.file(language.tag, &Page::NotFound), missing.into_bytes());
        let view = region_view(page.clone(), frame(&page), &words);
        let document = document(&page, view, &surrounds(Page::Overview));
        made.add(site.file(language.tag, &Page::Overview), document.into_bytes());
        let card = region_card(&words, &page, address.unwrap_or_default());
        let (pictures, direction) = (pictures.clone(), words.dir());
        let path = site.card_file(language.tag, &Page::Overview);
        made.add_later(move |before| Ok(pictures.drawn_card(&card, direction, path, before).into_iter().collect()));
        made.pages += 1;
    }
    let index = serde_json::to_vec_pretty(&index).map_err(|why| format!("The index cannot be written: {why}."))?;
    made.add(routes::REGION_FILE.into(), index);
    let map = address.is_some().then(|| site.absolute(&site.to(routes::SITEMAP_FILE)));
    if map.is_some() {
        for (path, bytes) in sitemap::over_all(&site, &sitemaps(all, &site)) {
            made.add(path, bytes);
        }
    }
    made.add(routes::ROBOTS_FILE.into(), sitemap::robots_with(map).into_bytes());
    made.add_asset(&app.style);
    for File { path, bytes } in &app.others {
        made.add(path.clone(), bytes.clone());
    }
    let headers = std::iter::once(headers::headers_file_of_page(&site)).chain(all.iter().map(|(name, _)| {
        let below = format!("{base}{name}/");
        headers::headers_file(&below, &[])
    }));
    made.add("_headers".into(), headers.collect::<String>().into_bytes());
    made.add(".nojekyll".into(), Vec::new());
    Ok(made)
}

/// The sitemaps of those whose own address lies below the page's. The pages of others have their address elsewhere, and a
/// sitemap may only name addresses of its own host.
fn sitemaps(all: &[(String, Shown)], site: &Site) -> Vec<String> {
    let own = |(_, shown): &(String, Shown)| {
        Form::Sitemap.lacks(&shown.feed).is_none().then(|| shown.site.to(routes::SITEMAP_FILE))
    };
    let is_here = |path: &String, (_, shown): &(String, Shown)| shown.site.absolute(path) == site.absolute(path);
    let paths = all.iter().filter_map(|one| own(one).filter(|path| is_here(path, one)));
    paths.map(|path| site.absolute(&path)).collect()
}

fn context<'a>(shown: &'a Shown, words: &'a Catalog) -> Context<'a> {
    Context { words, ..shown.context() }
}

fn frame(page: &RegionPage, languages: &[&'static Language], current: &Language, site: &Site) -> RegionFrame {
    let language = |language: &&'static Language| Choice {
        tag: language.tag.to_owned(),
        name: endonym(language.tag).unwrap_or(language.tag).to_owned(),
        href: site.path(language.tag, &Page::Overview),
        current: language.tag == current.tag,
    };
    RegionFrame {
        name: page.title.clone(),
        sample: page.sample.clone(),
        // One alone is no choice.
        languages: languages.iter().filter(|_| languages.len() > 1).map(language).collect(),
        home: site.path(current.tag, &Page::Overview),
        index: site.region(),
    }
}

/// What a document is besides its page.
struct Surrounds<'a> {
    which: Page,
    words: &'a Catalog,
    site: &'a Site,
    app: &'a App,
    has_card: bool,
}

/// The document around the page. No script runs in it.
fn document(page: &RegionPage, view: Html, around: &Surrounds<'_>) -> String {
    let Surrounds { which, words, site, app, has_card } = around;
    let style = &app.style;
    let more = match which {
        Page::NotFound => vec!["<meta name=\"robots\" content=\"noindex\">".to_owned()],
        which => {
            let addresses = document::addresses(site, words.lang(), which);
            [addresses, document::preview(site, words.lang(), which, &page.head, *has_card)].concat()
        }
    };
    format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\" data-app=\"failed\">\n<head>\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n\
         <meta name=\"description\" content=\"{}\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <link rel=\"stylesheet\" href=\"{base}{}\" integrity=\"{}\">\n\
         <link rel=\"icon\" href=\"{base}favicon.svg\" type=\"image/svg+xml\">\n{}\n</head>\n<body>\n{}\n</body>\n</html>\n",
        words.lang(),
        words.dir().as_str(),
        escape(&headers::policy_for_meta()),
        escape(&page.head.title),
        escape(&page.head.description),
        style.file.path,
        style.integrity,
        more.join("\n"),
        view.to_text(),
        base = site.base(),
    )
}

/// The same for programs: where the coalitions are, and which of their measures are the same.
fn written(page: &RegionPage) -> Value {
    let coalition = |one: &region::Coalition| json!({ "name": one.name.label.text, "href": one.name.href, "feed": format!("{}{}", one.home, routes::FEED_FILE) });
    let measure = |one: &region::SharedMeasure| {
        let rows: Vec<&str> = one.rows.iter().map(|row| row.coalition.href.as_str()).collect();
        json!({ "title": one.title.text, "definition": one.definition.text, "measures": rows })
    };
    json!({
        "title": page.title,
        "coalitions": page.coalitions.iter().map(coalition).collect::<Vec<_>>(),
        "shared": page.shared.iter().map(measure).collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<(&str, &str), &str>) {
        let found = member(text).map(|member| (member.name, member.feed.to_string_lossy().into_owned()));
        match expected {
            Ok((name, feed)) => assert_eq!(found, Ok((name.to_owned(), feed.to_owned()))),
            Err(why) => assert!(found.as_ref().is_err_and(|found| found.contains(why)), "{found:?}"),
        }
    }

    #[test]
    fn a_member_is_a_name_and_a_feed() {
        check("east=feeds/east", Ok(("east", "feeds/east")));
        check("e-2=a=b.json", Ok(("e-2", "a=b.json")));
        // A language, but none that the program has.
        check("uk=feeds/uk", Ok(("uk", "feeds/uk")));
        check("feeds/east", Err("NAME=FEED"));
        check("East=feeds/east", Err("small letters"));
        check("=feeds/east", Err("small letters"));
        check("../x=feeds/east", Err("small letters"));
    }

    #[test]
    fn an_address_is_one_of_the_web() {
        let read = |text| address(text).ok().map(|link| link.as_str().to_owned());
        assert_eq!(read("https://region.example.org/r/").as_deref(), Some("https://region.example.org/r/"));
        for text in ["region.example.org", "mailto:a@example.org", "https://a b", "https://a.example/?b", ""] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn addresses_of_the_page_itself_are_taken() {
        check("es=feeds/east", Err("taken"));
        check("data=feeds/east", Err("taken"));
        check("pictures=feeds/east", Err("taken"));
    }
}

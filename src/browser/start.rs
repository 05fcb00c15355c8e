//! From an empty program to a running app: words and feed come in, the prerendered page is replaced in one go.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlInputElement};

use super::draft;
use super::fetch::{self, Failure};
use super::kept::{self, Kept};
use super::mine;
use super::navigate::{Navigation, here, meant};
use super::page::{self, Focus, Published, Settings};
use super::refresh::{self, Refresh};
use super::save;
use crate::app::html::Piece;
use crate::app::{Changes, Hands, Shown, app};
use crate::feed::date::Date;
use crate::feed::history::History;
use crate::feed::source::print;
use crate::feed::{Feed, Rule, SourceFile, read_part, read_published, read_table};
use crate::present::search::{Finder, Index, finder};
use crate::routes::Page;
use crate::words::{Catalog, say};

/// What only some pages are made from, besides words and feed.
#[derive(Default)]
struct Extra {
    changes: Option<Arc<Changes>>,
    search: Option<Arc<Finder>>,
    followed: Vec<(String, Arc<Feed>)>,
}

/// Starts the app in the page. Where that is not possible the prerendered page stays.
pub fn start() {
    console_error_panic_hook::set_once();
    let Some(settings) = Settings::read() else { return failed() };
    // Two futures and not one with a condition in it: what a future may wait for goes into the program, needed or not.
    if crate::WHOLE {
        spawn_local(begin(settings, Extra::default()));
    } else if crate::CHANGES {
        spawn_local(async {
            let Ok(changes) = history(&settings).await else { return failed() };
            begin(settings, Extra { changes, ..Extra::default() }).await;
        });
    } else if crate::COALITION {
        spawn_local(async {
            let Ok(search) = search(&settings).await else { return failed() };
            let Ok(followed) = followed(&settings).await else { return failed() };
            begin(settings, Extra { search, followed, ..Extra::default() }).await;
        });
    } else {
        spawn_local(begin(settings, Extra::default()));
    }
}

/// What can be found, on the page that searches it. An error if it does not come: the page as it was written leads to the
/// lists, and says what to do there.
async fn search(settings: &Settings) -> Result<Option<Arc<Finder>>, ()> {
    let Some(address) = &settings.search else { return Ok(None) };
    let file = fetch::bytes(address).await.ok().and_then(|bytes| String::from_utf8(bytes).ok()).ok_or(())?;
    Index::read(&file).map(|index| Some(finder(index))).ok_or(())
}

/// Of a feed in parts, on the reader's own page: each record that is followed, with what its page is made of. An error if
/// one of them does not come: what is followed would seem to be gone.
async fn followed(settings: &Settings) -> Result<Vec<(String, Arc<Feed>)>, Failure> {
    let mut found = Vec::new();
    let published = settings.fetched.as_ref().map(|from| &from.feed);
    let (Some(Published::Part(address)), true) = (published, here(&settings.site).page == Page::Mine) else {
        return Ok(found);
    };
    let table = read_table(&SourceFile { path: FILE.into(), bytes: fetch::bytes(address).await? }, number);
    let mut wanted = Vec::new();
    for id in mine::follows() {
        let pages = [Page::Goal(id.clone()), Page::Place(id.clone()), Page::Partner(id.clone())];
        let of = |page: &Page| table.iter().find(|(path, _)| *path == page.path());
        // What is in none of them is gone, or its page is only read.
        let Some((path, file)) = pages.iter().find_map(of) else { continue };
        wanted.push((id, path.clone(), format!("{}{file}", settings.site.base())));
    }
    // All at once: none waits for another.
    let came = all(wanted.iter().map(|(_, _, address)| fetch::bytes(address))).await;
    for ((id, path, _), bytes) in wanted.into_iter().zip(came) {
        let (feed, _) = judged(Ok(bytes?), Some(&path)).map_err(|_| Failure::Offline)?;
        found.push((id, Arc::new(feed)));
    }
    Ok(found)
}

/// The history of the feed, on the page that shows it. An error if it does not come: the page as it was written has it,
/// and without it this one would show less.
async fn history(settings: &Settings) -> Result<Option<Arc<Changes>>, ()> {
    let Some(address) = &settings.changes else { return Ok(None) };
    let history = fetch::bytes(address).await.ok().and_then(|bytes| History::read(bytes, number)).ok_or(())?;
    Ok(Some(Arc::new(Changes { history, last_visit: page::last_visit(page::today()) })))
}

/// Fetches words and feed, and takes the page over.
async fn begin(settings: Settings, extra: Extra) {
    let Extra { changes, search, followed } = extra;
    let Some(from) = &settings.fetched else { return page::only_read() };
    let (address, part_of) = match &from.feed {
        Published::Whole { feed, .. } => (feed, None),
        Published::Part(address) => (address, Some(here(&settings.site).page.path())),
    };
    // At once: neither waits for the other.
    let (words, feed) = futures_both(fetch::bytes(&from.words), fetch::bytes(address)).await;
    let words = words.ok().and_then(|bytes| String::from_utf8(bytes).ok()).and_then(|text| Catalog::parse(&text).ok());
    let Some(words) = words else { return failed() };
    let feed = match (&from.feed, feed) {
        // A browser may have kept an older feed than this page is made of, as long as a host allows: a page would lose what
        // has been added, and show what has been withheld since. Where the two differ, the server is asked.
        (Published::Whole { print: shipped, .. }, Ok(bytes)) if print(&bytes) != *shipped => {
            Ok(fetch::read(address).await.unwrap_or(bytes))
        }
        (_, feed) => feed,
    };
    let today = page::today();
    let mut seen = 0;
    let found = match judged(feed, part_of.as_deref()) {
        Ok((feed, bytes)) => {
            seen = print(&bytes);
            if !crate::WHOLE
                && feed.is_whole()
                && let Published::Whole { shipped, .. } = &from.feed
            {
                kept::keep(address, shipped, &bytes, &page::written(today)).await;
            }
            Some((feed, None))
        }
        Err(reason) => older(&settings, &from.feed).await.map(|(feed, came_on)| (feed, Some((reason, came_on)))),
    };
    let Some((feed, excuse)) = found else { return failed() };
    if let Some((reason, came_on)) = excuse {
        let reason = reason.says(&words);
        page::say(&say!(words, "notice-older", date = day(&words, &came_on), reason = reason));
    }
    let (feed, words, site) = (Arc::new(feed), Arc::new(words), Arc::new(settings.site));
    let shown = Shown { feed, words: words.clone(), site: site.clone(), today, draft: None, changes, search, followed };
    if crate::COALITION && shown.search.is_some() {
        keep_typed(&shown);
    }
    let Some(navigation) = take_over(shown) else { return failed() };
    page::mark("ready");
    page::settled();
    // Editors look at what they have chosen; what can be found belongs to its page for good.
    if !crate::WHOLE && settings.search.is_none() {
        let (seen, newer) = (Cell::new(seen), RefCell::default());
        // The history comes with its page.
        let loaded = settings.changes.is_some() || part_of.is_some();
        refresh::listen(Refresh { published: from.feed.clone(), loaded, words, site, navigation, seen, newer });
    }
}

/// Puts into the address what was typed into the field of the search before the app was there.
fn keep_typed(shown: &Shown) {
    let field = document().get_element_by_id("search").and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    let Some(typed) = field.map(|field| field.value()).filter(|typed| !typed.is_empty()) else { return };
    let href = shown.context().typed_href(&Page::Search, &here(&shown.site).query, &typed);
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&href));
    }
}

/// The prerendered page stays, and its own sentence is said.
fn failed() {
    if let Some(notice) = document().get_element_by_id("notice") {
        page::say(&notice.get_attribute("data-not-started").unwrap_or_default());
    }
    page::mark("failed");
    page::settled();
}

/// Why the feed of the network is not shown.
pub(super) enum Reason {
    Failure(Failure),
    Damaged,
    TooNew,
}

impl Reason {
    fn says(&self, words: &Catalog) -> String {
        match self {
            Self::Failure(Failure::Offline) => say!(words, "reason-offline"),
            Self::Failure(Failure::Slow) => say!(words, "reason-slow"),
            Self::Failure(Failure::Status(code)) => say!(words, "reason-status", code = code.to_string()),
            Self::Failure(Failure::TooLarge) | Self::Damaged => say!(words, "reason-damaged"),
            Self::TooNew => say!(words, "reason-too-new"),
        }
    }
}

/// The number that a text is, as the browser reads it. Only texts that are numbers of JSON come here.
fn number(text: &str) -> Option<f64> {
    Some(js_sys::parse_float(text))
}

/// What a file is called in findings, which nobody sees.
const FILE: &str = "feed.json";

/// The feed that these bytes hold, read by the same reader as on the command line: all of it, or the part of a page.
pub(super) fn judged(bytes: Result<Vec<u8>, Failure>, part_of: Option<&str>) -> Result<(Feed, Vec<u8>), Reason> {
    let bytes = bytes.map_err(Reason::Failure)?;
    let file = SourceFile { path: FILE.into(), bytes };
    let reading = match part_of {
        Some(page) => read_part(&file, page, number),
        None => read_published(&file, number),
    };
    let too_new = reading.findings.iter().any(|finding| finding.rule == Rule::TooNew);
    match reading.feed {
        Some(feed) => Ok((feed, file.bytes)),
        None if too_new => Err(Reason::TooNew),
        None => Err(Reason::Damaged),
    }
}

/// The last good feed, else the one that came with the site. A part is that of the site, and nothing is older.
async fn older(settings: &Settings, published: &Published) -> Option<(Feed, String)> {
    let Published::Whole { feed, shipped, .. } = published else { return None };
    if let Some(Kept { bytes, came_on }) = kept::kept(feed, shipped).await
        && let Ok((feed, _)) = judged(Ok(bytes), None)
    {
        return Some((feed, came_on));
    }
    let shipped = fetch::bytes(shipped).await;
    judged(shipped, None).ok().map(|(feed, _)| (feed, settings.built.clone()))
}

/// A kept day in words.
fn day(words: &Catalog, written: &str) -> String {
    match Date::parse(written) {
        Ok(Date::Day(day)) => words.day(day),
        _ => written.to_owned(),
    }
}

/// Replaces the prerendered content in one frame, keeping scroll and focus. `None` if the page has no place for it.
fn take_over(shown: Shown) -> Option<Navigation> {
    let (x, y) = (window().scroll_x().unwrap_or(0.0), window().scroll_y().unwrap_or(0.0));
    let focus = Focus::now();
    let top = |element: &Element| element.get_bounding_client_rect().top();
    let stood = meant().as_ref().map(top);
    // What the reader does to the address outlives whatever is shown.
    let owner = Owner::new();
    let navigation = owner.with(|| Navigation::new(shown.site.clone(), shown.feed.is_whole()));
    std::mem::forget(owner);
    navigation.listen();
    if crate::WHOLE {
        draft::listen(&shown, &navigation);
    }
    show(shown, &navigation)?;
    window().scroll_to_with_x_and_y(x, y);
    focus.restore();
    match (meant(), stood) {
        // The page as it was written has only the first rows of a list, so the browser could not lead to this one.
        (Some(element), None) => element.scroll_into_view(),
        // What stands above it may have another height now, as what is over has gone.
        (Some(element), Some(stood)) => {
            let height = document().document_element().map_or(0, |root| root.client_height());
            if (0.0..f64::from(height)).contains(&stood) {
                window().scroll_by_with_x_and_y(0.0, top(&element) - stood);
            }
        }
        (None, _) => navigation.reach(),
    }
    Some(navigation)
}

thread_local! {
    /// What is shown, until something else is.
    static MOUNTED: RefCell<Option<Box<dyn Any>>> = const { RefCell::new(None) };
}

/// Shows a site in place of what is there. `None` if the page has no place for it.
pub(super) fn show(shown: Shown, navigation: &Navigation) -> Option<()> {
    let root: web_sys::HtmlElement = document().get_element_by_id("app")?.dyn_into().ok()?;
    drop(MOUNTED.take());
    root.set_text_content(None);
    let navigation = *navigation;
    let mounted = mount_to(root, move || {
        let address = navigation.address();
        let first = StoredValue::new(true);
        let hands = Hands {
            replace_address: Callback::new(move |href: String| navigation.replace(&href)),
            keep_theme: page::keep_theme,
            arrived: Callback::new(move |title: String| {
                document().set_title(&title);
                if !first.get_value() {
                    request_animation_frame(page::focus_heading);
                }
                first.set_value(false);
            }),
            save: save::save,
            copy: save::copy,
            kept: mine::kept,
            keep: mine::keep,
            open: mine::open,
            focus: mine::focus,
            print: mine::print,
            reload: mine::reload,
        };
        app(shown, address, Some(hands)).html()
    });
    MOUNTED.set(Some(Box::new(mounted)));
    page::show_theme();
    Some(())
}

/// Two futures at the same time.
async fn futures_both<A, B>(one: impl Future<Output = A>, two: impl Future<Output = B>) -> (A, B) {
    use std::pin::pin;
    use std::task::Poll;
    let (mut one, mut two) = (pin!(one), pin!(two));
    let (mut a, mut b) = (None, None);
    std::future::poll_fn(move |context| {
        if a.is_none()
            && let Poll::Ready(value) = one.as_mut().poll(context)
        {
            a = Some(value);
        }
        if b.is_none()
            && let Poll::Ready(value) = two.as_mut().poll(context)
        {
            b = Some(value);
        }
        match (a.take(), b.take()) {
            (Some(a), Some(b)) => Poll::Ready((a, b)),
            (one, two) => {
                (a, b) = (one, two);
                Poll::Pending
            }
        }
    })
    .await
}

/// All of them at the same time. What they give keeps their order.
async fn all<T>(futures: impl Iterator<Item = impl Future<Output = T>>) -> Vec<T> {
    use std::task::Poll;
    let mut running: Vec<_> = futures.map(|future| (Box::pin(future), None)).collect();
    std::future::poll_fn(move |context| {
        for (future, done) in running.iter_mut().filter(|(_, done)| done.is_none()) {
            if let Poll::Ready(value) = future.as_mut().poll(context) {
                *done = Some(value);
            }
        }
        match running.iter().all(|(_, done)| done.is_some()) {
            true => Poll::Ready(running.iter_mut().filter_map(|(_, done)| done.take()).collect()),
            false => Poll::Pending,
        }
    })
    .await
}

//! A newer feed while a page is open: looked for now and then, offered, and shown when the reader asks for it. Nothing
//! is exchanged under the eyes of somebody who reads.
//!
//! When to look is decided by the start script (`commonwealWatch`), where a listener costs a line.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use js_sys::{Function, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use super::fetch;
use super::kept;
use super::mine;
use super::navigate::Navigation;
use super::page::{self, Focus, Published};
use super::start::{judged, show};
use crate::app::Shown;
use crate::feed::Feed;
use crate::feed::source::print;
use crate::routes::Site;
use crate::words::{Catalog, say};

/// What is looked for, and what has been found.
pub(super) struct Refresh {
    /// Where the feed is asked for. A part belongs to its page: where there is another one, the page on the server names it.
    pub(super) published: Published,
    /// Whether what is newer is shown by loading the page anew.
    pub(super) loaded: bool,
    pub(super) words: Arc<Catalog>,
    pub(super) site: Arc<Site>,
    pub(super) navigation: Navigation,
    /// Of the last feed that was shown or offered, its [`print`]; 0 where an older one had to do.
    pub(super) seen: Cell<u32>,
    /// What the reader is offered.
    pub(super) newer: RefCell<Option<Feed>>,
}

/// Looks for a newer feed as often as the start script says, until the document goes away.
pub(super) fn listen(refresh: Refresh) {
    let refresh = Rc::new(refresh);
    let look = Closure::<dyn Fn()>::new(move || spawn_local(look(refresh.clone())));
    if let Ok(watch) = Reflect::get(&window(), &JsValue::from_str("commonwealWatch"))
        && let Some(watch) = watch.dyn_ref::<Function>()
    {
        let _ = watch.call1(&JsValue::NULL, look.as_ref());
    }
    look.forget();
}

/// Asks once, and offers what is new and good. What fails is not worth a word: the page has its figures.
async fn look(refresh: Rc<Refresh>) {
    let asked = match &refresh.published {
        Published::Whole { feed, .. } => feed.clone(),
        Published::Part(_) => window().location().pathname().unwrap_or_default(),
    };
    let Ok(bytes) = fetch::read(&asked).await else { return };
    let seen = print(&bytes);
    if seen == refresh.seen.get() {
        return;
    }
    if let Published::Part(part) = &refresh.published {
        let page = String::from_utf8_lossy(&bytes);
        // Whatever else answers for the network is no page of ours.
        if page.contains(" data-part=") && !page.contains(part.as_str()) {
            refresh.seen.set(seen);
            offer(&refresh);
        }
        return;
    }
    let Ok((feed, bytes)) = judged(Ok(bytes), None) else { return };
    refresh.seen.set(seen);
    refresh.newer.replace(Some(feed));
    offer(&refresh);
    if let Published::Whole { shipped, .. } = &refresh.published {
        kept::keep(&asked, shipped, &bytes, &page::written(page::today())).await;
    }
}

/// Says that there are newer figures, with a button that shows them.
fn offer(refresh: &Rc<Refresh>) {
    let words = &refresh.words;
    page::say(&say!(words, "notice-newer", date = words.day(page::today())));
    let button = document().create_element("button").ok().and_then(|button| button.dyn_into::<HtmlElement>().ok());
    let (Some(notice), Some(button)) = (document().get_element_by_id("notice"), button) else { return };
    button.set_class_name("button");
    button.set_text_content(Some(&say!(words, "notice-show-newer")));
    let pressed = refresh.clone();
    let pressed = Closure::once_into_js(move || accept(&pressed));
    button.set_onclick(pressed.dyn_ref());
    let _ = notice.append_child(&button);
}

/// Shows what was offered, in one frame, with the reader where they were. What is shown with its own page alone comes with
/// that page, which is loaded; the browser finds the place again.
fn accept(refresh: &Refresh) {
    if refresh.loaded {
        return mine::reload();
    }
    let Some(feed) = refresh.newer.take() else { return };
    let (x, y) = (window().scroll_x().unwrap_or(0.0), window().scroll_y().unwrap_or(0.0));
    let focus = Focus::now();
    page::say("");
    let Refresh { words, site, navigation, .. } = refresh;
    let (words, site) = (words.clone(), site.clone());
    let (feed, today) = (Arc::new(feed), page::today());
    let shown = Shown { feed, words, site, today, draft: None, changes: None, search: None, followed: Vec::new() };
    if show(shown, navigation).is_some() {
        window().scroll_to_with_x_and_y(x, y);
        focus.restore_or_heading();
    }
}

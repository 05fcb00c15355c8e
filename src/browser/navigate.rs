//! Links without page loads, back and forward, and the place on a page that a reader comes back to.
//!
//! The addresses are `routes`'. leptos_router was rejected: it chooses pages by itself, moves no focus, forgets the
//! place on the page, and costs far more bytes than the listeners below.

use std::cell::RefCell;
use std::sync::Arc;
use std::time::Duration;

use leptos::ev::{click, pagehide, popstate, scroll};
use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlAnchorElement, MouseEvent, ScrollRestoration};

use super::draft;
use super::page::{self, Focus};
use crate::app::PAUSE;
use crate::app::behind::carries;
use crate::present::list::{TO_ALL, showing};
use crate::routes::{Address, Page, Site};

/// Browsers allow about a hundred notes in the history within half a minute.
const PLACE_KEPT_AFTER: Duration = Duration::from_millis(400);

/// Where the reader is, and how to go elsewhere.
#[derive(Clone, Copy)]
pub(super) struct Navigation {
    site: StoredValue<Arc<Site>>,
    address: RwSignal<Address>,
    /// Whether the data of all pages is there, and not only that of this one.
    whole: bool,
    /// The page that the document was loaded for. What the pages of the search and of changes show came with it.
    loaded: StoredValue<Page>,
    /// What is not in the address bar yet.
    unwritten: StoredValue<Option<String>>,
}

impl Navigation {
    /// Starts at the address of the document.
    pub(super) fn new(site: Arc<Site>, whole: bool) -> Self {
        let address = here(&site);
        let loaded = StoredValue::new(address.page.clone());
        let address = RwSignal::new(address);
        Self { site: StoredValue::new(site), address, whole, loaded, unwritten: StoredValue::new(None) }
    }

    /// Goes on with another site under the same base: that of a draft can have other languages.
    pub(super) fn go_on_with(&self, site: Arc<Site>) {
        self.site.set_value(site);
        self.address.set(self.here());
    }

    /// The address of the document.
    fn here(&self) -> Address {
        self.site.with_value(|site| here(site))
    }

    pub(super) fn address(&self) -> Signal<Address> {
        self.address.into()
    }

    /// Puts another state of the same page in place of this one. The address bar follows after a pause: it costs a part
    /// of a frame, and browsers refuse a hundred changes within half a minute, which is less than some people type.
    pub(super) fn replace(&self, href: &str) {
        let path = href.split('#').next().unwrap_or_default();
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        self.address.set(self.site.with_value(|site| site.parse(path, query)));
        self.unwritten.set_value(Some(href.to_owned()));
        let (navigation, href) = (*self, href.to_owned());
        let write = move || {
            if navigation.unwritten.with_value(|latest| latest.as_ref() == Some(&href)) {
                navigation.write();
            }
        };
        set_timeout(write, PAUSE);
    }

    /// Writes into the address bar what is not there yet.
    fn write(&self) {
        let href = self.unwritten.try_update_value(Option::take).flatten();
        if let (Some(href), Ok(history)) = (href, window().history()) {
            let _ = history.replace_state_with_url(&place(), "", Some(&href));
        }
    }

    /// Where the address means what is not on the page, and the page has a list whose rows are not all shown: shows those
    /// among which it is, and leads to it.
    pub(super) fn reach(&self) {
        let is_there = |id: &str| document().get_element_by_id(id).is_some();
        let Some(id) = fragment().filter(|id| !is_there(id) && is_there(TO_ALL)) else { return };
        self.write();
        let mut to = self.here();
        let href = |to: &Address| format!("{}#{id}", self.site.with_value(|site| site.href(to)));
        let before = href(&to);
        to.query = showing(&to.query, &id);
        self.replace(&href(&to));
        self.write();
        let navigation = *self;
        request_animation_frame(move || match is_there(&id) {
            true => page::focus_on(&id),
            // It is on none of the list's pages.
            false => {
                navigation.replace(&before);
                navigation.write();
            }
        });
    }

    /// Follows links, and back and forward, until the document goes away.
    pub(super) fn listen(&self) {
        restoration(ScrollRestoration::Manual);
        // A reload is the browser's again.
        let _ = window_event_listener(pagehide, |_| restoration(ScrollRestoration::Auto));
        let scrolled = RefCell::new(debounce(PLACE_KEPT_AFTER, |()| keep_place()));
        let _ = window_event_listener(scroll, move |_| (scrolled.borrow_mut())(()));
        let navigation = *self;
        let _ = window_event_listener(popstate, move |event| {
            // It was meant for the place that has been left.
            navigation.unwritten.set_value(None);
            let to = navigation.here();
            // Entries of the history outlive the document that made them: this one may not have what they show.
            if navigation.address.with_untracked(|from| *from != to) && !navigation.can_show(&to) {
                let _ = window().location().reload();
                return;
            }
            navigation.arrive(event.state().as_f64());
        });
        let navigation = *self;
        let _ = window_event_listener(click, move |event| navigation.clicked(&event));
    }

    /// Follows a link that is one of ours; any other is the browser's.
    fn clicked(&self, event: &MouseEvent) {
        let modified = event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key();
        if event.default_prevented() || event.button() != 0 || modified {
            return;
        }
        let Some(link) = link(event) else { return };
        self.write();
        if !matches!(link.target().as_str(), "" | "_self") || link.has_attribute("download") {
            return;
        }
        let location = window().location();
        let inside = location.origin().is_ok_and(|origin| origin == link.origin());
        let to = self.site.with_value(|site| site.parse(&link.pathname(), &link.search()));
        // A draft lives in this document alone: what would load another one is kept away.
        if crate::WHOLE && inside && draft::is_shown() && (to.page == Page::NotFound || !carries(&to.page)) {
            event.prevent_default();
            return draft::say_no_file();
        }
        if !inside || !self.can_show(&to) {
            return;
        }
        keep_place();
        // A jump within the page.
        if !link.hash().is_empty() && self.address.with_untracked(|from| *from == to) {
            return;
        }
        event.prevent_default();
        if let Ok(history) = window().history() {
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&link.href()));
        }
        self.arrive(None);
    }

    /// Whether this document can show an address. Another language has another language file, another page of a large feed
    /// another part, what is no page is a file, and some pages are not in this program: all these are loaded.
    fn can_show(&self, to: &Address) -> bool {
        let is_own = |own: Page| to.page == own && self.loaded.with_value(|loaded| *loaded == own);
        let is_there = || crate::COALITION && is_own(Page::Search) || crate::CHANGES && is_own(Page::Changes);
        let is_ready = self.address.with_untracked(|from| to.lang == from.lang && (self.whole || to.page == from.page));
        to.page != Page::NotFound
            && (carries(&to.page) || is_there())
            && (is_ready || crate::WHOLE && draft::is_shown())
    }

    /// Shows what the address says. `place` is how far down the reader was, in CSS pixels, when they left it.
    fn arrive(&self, place: Option<f64>) {
        let to = self.here();
        let (same, same_page) = self.address.with_untracked(|from| (*from == to, from.page == to.page));
        if same && place.is_none() {
            return self.reach();
        }
        let focus = Focus::now();
        if crate::WHOLE && self.address.with_untracked(|from| from.lang != to.lang) {
            draft::speak(&to.lang);
        }
        self.address.set(to);
        let navigation = *self;
        request_animation_frame(move || {
            if same_page {
                focus.restore();
            }
            match place {
                Some(y) => window().scroll_to_with_x_and_y(0.0, y),
                None => match meant() {
                    // On the same page, it is the top of another part of a list: the reader goes on from there.
                    Some(element) if same_page => page::focus_on(&element.id()),
                    Some(element) => element.scroll_into_view(),
                    None => {
                        if !same_page {
                            window().scroll_to_with_x_and_y(0.0, 0.0);
                        }
                        navigation.reach();
                    }
                },
            }
        });
    }
}

/// The address of the document.
pub(super) fn here(site: &Site) -> Address {
    let location = window().location();
    site.parse(&location.pathname().unwrap_or_default(), &location.search().unwrap_or_default())
}

/// The link that was clicked.
fn link(event: &Event) -> Option<HtmlAnchorElement> {
    let clicked: Element = event.target()?.dyn_into().ok()?;
    clicked.closest("a[href]").ok()??.dyn_into().ok()
}

/// The part of the address after `#`.
fn fragment() -> Option<String> {
    let hash = window().location().hash().ok()?;
    hash.strip_prefix('#').filter(|id| !id.is_empty()).map(str::to_owned)
}

/// What the address means by its part after `#`, if it is on the page.
pub(super) fn meant() -> Option<Element> {
    document().get_element_by_id(&fragment()?)
}

fn place() -> JsValue {
    window().scroll_y().unwrap_or(0.0).into()
}

/// Notes how far down the reader is, for when they come back.
fn keep_place() {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&place(), "", None);
    }
}

fn restoration(kind: ScrollRestoration) {
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(kind);
    }
}

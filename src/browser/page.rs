//! The document that the app runs in, and what the build has written into it.

use chrono::{Datelike, NaiveDate};
use leptos::prelude::{document, window, window_event_listener};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

use crate::routes::Site;

/// What the build has told the page, in the attributes of the start script.
pub(super) struct Settings {
    pub(super) site: Site,
    /// `None` on a page that is only read.
    pub(super) fetched: Option<Fetched>,
    /// Address of the history of the feed; only on the page of changes.
    pub(super) changes: Option<String>,
    /// Address of what can be found; only on the page of the search.
    pub(super) search: Option<String>,
    /// The day the site was built for.
    pub(super) built: String,
}

/// What a page is made from.
pub(super) struct Fetched {
    /// Address of the reader's language file.
    pub(super) words: String,
    pub(super) feed: Published,
}

/// In which form the feed is published.
#[derive(Clone)]
pub(super) enum Published {
    /// Address of all of it; and of what it was when the site was built, with its print.
    Whole { feed: String, shipped: String, print: u32 },
    /// Of a large one, address of what this page is made of.
    Part(String),
}

impl Settings {
    /// `None` if the page was not written by the build.
    pub(super) fn read() -> Option<Self> {
        let boot: HtmlElement = document().get_element_by_id("boot")?.dyn_into().ok()?;
        let data = boot.dataset();
        let languages = data.get("languages")?.split_whitespace().map(str::to_owned).collect();
        let base = data.get("base")?;
        let whole = || {
            let print = data.get("print")?.parse().ok()?;
            Some(Published::Whole { feed: data.get("feed")?, shipped: data.get("shipped")?, print })
        };
        let feed = data.get("part").map(Published::Part).or_else(whole);
        let origin = window().location().origin().unwrap_or_default();
        Some(Self {
            site: Site::new(&base, languages).at(&format!("{origin}{base}")),
            fetched: data.get("words").zip(feed).map(|(words, feed)| Fetched { words, feed }),
            changes: data.get("changes"),
            search: data.get("search"),
            built: data.get("built")?,
        })
    }
}

/// Today where the reader is.
pub(super) fn today() -> NaiveDate {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or(1970);
    NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
}

/// A day as it is kept beside a stored feed.
pub(super) fn written(day: NaiveDate) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

/// Says a sentence above the page; an empty one takes it away.
pub(super) fn say(sentence: &str) {
    if let Some(notice) = document().get_element_by_id("notice") {
        notice.set_text_content(Some(sentence));
    }
}

/// Marks how far the app is: the style and the tests look at it.
pub(super) fn mark(state: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-app", state);
    }
}

/// Tells the start script that it need not wait any longer.
pub(super) fn settled() {
    let name = JsValue::from_str("commonwealSettled");
    if let Ok(callback) = js_sys::Reflect::get(&window(), &name)
        && let Some(callback) = callback.dyn_ref::<js_sys::Function>()
    {
        let _ = callback.call0(&JsValue::NULL);
    }
}

/// Moves the focus to the page's heading, as a page load would move it to the top.
pub(super) fn focus_heading() {
    if let Ok(Some(heading)) = document().query_selector("main h1") {
        focus(&heading);
    }
}

/// Moves the reader to the element with this id.
pub(super) fn focus_on(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        focus(&element);
        element.scroll_into_view();
    }
}

/// Focuses without scrolling.
fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let quietly = js_sys::Object::new();
        let _ = js_sys::Reflect::set(&quietly, &"preventScroll".into(), &JsValue::TRUE);
        // web-sys has no options for focus in this version without an extra feature; the call is the same.
        let method = js_sys::Reflect::get(element, &"focus".into()).ok();
        if let Some(method) = method.as_ref().and_then(|method| method.dyn_ref::<js_sys::Function>()) {
            let _ = method.call1(element, &quietly);
        }
    }
}

fn is_lost() -> bool {
    document().active_element().is_none_or(|element| element.tag_name() == "BODY")
}

/// What has the focus, so that it can be found again after its part of the page was drawn anew.
pub(super) struct Focus {
    id: Option<String>,
    address: Option<String>,
}

impl Focus {
    pub(super) fn now() -> Self {
        let active = document().active_element();
        let inside = active.filter(|element| element.tag_name() != "BODY");
        Self {
            id: inside.as_ref().map(Element::id).filter(|id| !id.is_empty()),
            address: inside.and_then(|element| element.get_attribute("href")),
        }
    }

    /// Focuses the same thing again, if the focus is lost; if that is gone too, the heading.
    pub(super) fn restore_or_heading(&self) {
        self.restore();
        if is_lost() {
            focus_heading();
        }
    }

    /// Focuses the same thing again, if the focus is lost.
    pub(super) fn restore(&self) {
        if !is_lost() {
            return;
        }
        let by_id = self.id.as_ref().and_then(|id| document().get_element_by_id(id));
        // Addresses are percent-encoded, so none can end the quotes of the selector.
        let by_address = || {
            let selector = format!("a[href=\"{}\"]", self.address.as_deref()?.replace('"', "%22"));
            document().query_selector(&selector).ok().flatten()
        };
        if let Some(element) = by_id.or_else(by_address) {
            focus(&element);
        }
    }
}

/// Keeps the chosen theme, and shows it.
pub(super) fn keep_theme(theme: &str) {
    let Some(root) = document().document_element() else { return };
    let storage = window().local_storage().ok().flatten();
    if theme.is_empty() {
        let _ = root.remove_attribute("data-theme");
        let _ = storage.map(|storage| storage.remove_item("commonweal-theme"));
    } else {
        let _ = root.set_attribute("data-theme", theme);
        // Without storage the choice holds until the page is left.
        let _ = storage.map(|storage| storage.set_item("commonweal-theme", theme));
    }
}

/// Leaves the page as the build wrote it; only the choice of a theme is listened to.
pub(super) fn only_read() {
    let _ = window_event_listener(leptos::ev::change, |event| {
        let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        if let Some(input) = input.filter(|input| input.name() == "theme") {
            keep_theme(&input.value());
        }
    });
    // An entry of the history that an earlier document has made may be another page.
    let path = window().location().pathname();
    let _ = window_event_listener(leptos::ev::popstate, move |_| {
        if window().location().pathname() != path {
            let _ = window().location().reload();
        }
    });
    show_theme();
    mark("ready");
    settled();
}

/// The day of the visit before this day's first one, as this browser has kept it, and keeps today. Nothing is sent, and
/// without storage there is no such day.
pub(super) fn last_visit(today: NaiveDate) -> Option<NaiveDate> {
    const VISITS: &str = "commonweal-visits";
    let storage = window().local_storage().ok().flatten()?;
    let kept = storage.get_item(VISITS).ok().flatten().unwrap_or_default();
    let mut days = kept.split(' ').map(|day| day.parse::<NaiveDate>().ok());
    let (latest, before) = (days.next().flatten(), days.next().flatten());
    let last = if latest == Some(today) { before } else { latest };
    let days: Vec<String> = std::iter::once(today).chain(last).map(written).collect();
    let _ = storage.set_item(VISITS, &days.join(" "));
    last
}

/// Checks the radio button of the theme that holds.
pub(super) fn show_theme() {
    let theme = document().document_element().and_then(|root| root.get_attribute("data-theme"));
    let id = match theme.as_deref() {
        Some("light") => "theme-light",
        Some("dark") => "theme-dark",
        _ => "theme-system",
    };
    if let Some(button) = document().get_element_by_id(id).and_then(|e| e.dyn_into::<web_sys::HtmlInputElement>().ok())
    {
        button.set_checked(true);
    }
}

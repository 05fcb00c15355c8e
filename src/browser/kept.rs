//! The last good feed, kept in the reader's browser. Everything works without it: storage may be off, full or broken.

use js_sys::Uint8Array;
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Cache, Headers, Response, ResponseInit};

const CACHE: &str = "commonweal-feed";
/// The day on which a feed came, beside it.
const CAME_ON: &str = "x-came-on";
/// What the site of that time was built with, by the address of its copy.
const OF: &str = "x-of";

/// A feed that was good before.
pub(super) struct Kept {
    pub(super) bytes: Vec<u8>,
    /// Year-month-day.
    pub(super) came_on: String,
}

async fn cache() -> Option<Cache> {
    let caches = window().caches().ok()?;
    JsFuture::from(caches.open(CACHE)).await.ok()?.dyn_into().ok()
}

/// The feed that was kept for an address. One that an earlier site has left is older than the page that is there now.
pub(super) async fn kept(address: &str, shipped: &str) -> Option<Kept> {
    let found = JsFuture::from(cache().await?.match_with_str(address)).await.ok()?;
    let found: Response = found.dyn_into().ok()?;
    let told = |name: &str| found.headers().get(name).ok().flatten();
    let came_on = told(CAME_ON).filter(|_| told(OF).as_deref() == Some(shipped))?;
    let buffer = JsFuture::from(found.array_buffer().ok()?).await.ok()?;
    Some(Kept { bytes: Uint8Array::new(&buffer).to_vec(), came_on })
}

/// Keeps a good feed in place of the one before.
pub(super) async fn keep(address: &str, shipped: &str, bytes: &[u8], came_on: &str) -> Option<()> {
    let headers = Headers::new().ok()?;
    headers.set(CAME_ON, came_on).ok()?;
    headers.set(OF, shipped).ok()?;
    let init = ResponseInit::new();
    init.set_headers(&headers);
    let body = Uint8Array::from(bytes);
    let answer = Response::new_with_opt_js_u8_array_and_init(Some(&body), &init).ok()?;
    JsFuture::from(cache().await?.put_with_str(address, &answer)).await.ok()?;
    Some(())
}

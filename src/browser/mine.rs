//! What the reader's own page keeps in this browser, and the file it comes from or goes to. Nothing of it is sent.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlElement, HtmlInputElement, Storage};

use super::page;
use crate::app::{Kept, Opened};
use crate::present::mine::{MOST_BYTES, read};

/// Sites under one host keep apart: the base path is part of the name.
fn key() -> String {
    let boot = document().get_element_by_id("boot").and_then(|boot| boot.dyn_into::<HtmlElement>().ok());
    let base = boot.and_then(|boot| boot.dataset().get("base")).unwrap_or_default();
    format!("commonweal-mine:{base}")
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

pub(super) fn kept() -> Kept {
    match storage().map(|storage| storage.get_item(&key())) {
        Some(Ok(Some(text))) => Kept::Text(text),
        Some(Ok(None)) => Kept::Nothing,
        Some(Err(_)) | None => Kept::Refused,
    }
}

/// The ids of what is followed.
pub(super) fn follows() -> Vec<String> {
    let Kept::Text(text) = kept() else { return Vec::new() };
    read(&text).map(|mine| mine.follows.into_iter().map(|follow| follow.id).collect()).unwrap_or_default()
}

pub(super) fn keep(text: &str) -> bool {
    let Some(storage) = storage() else { return false };
    if text.is_empty() { storage.remove_item(&key()).is_ok() } else { storage.set_item(&key(), text).is_ok() }
}

/// Lets the reader choose a file. If none is chosen, nothing is said.
pub(super) fn open(then: Opened) {
    let field = document().create_element("input").ok().and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field else { return then(None) };
    field.set_type("file");
    let _ = field.set_attribute("accept", "application/json,.json");
    let chosen = field.clone();
    let listener = Closure::once_into_js(move || {
        let Some(file) = chosen.files().and_then(|files| files.get(0)) else { return then(None) };
        if file.size() > MOST_BYTES as f64 {
            return then(None);
        }
        spawn_local(async move {
            let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
            then(text);
        });
    });
    let _ = field.add_event_listener_with_callback("change", listener.unchecked_ref());
    field.click();
}

pub(super) fn reload() {
    let _ = window().location().reload();
}

pub(super) fn focus(id: &'static str) {
    request_animation_frame(move || page::focus_on(id));
}

pub(super) fn print() {
    let _ = window().print();
}

//! A draft that an editor chooses or drops: it is read in this tab, shown in it, and forgotten with it. Nothing of it is
//! sent or kept. Only in the whole program.

use std::cell::RefCell;
use std::sync::Arc;

use js_sys::{Array, Promise, Uint8Array};
use leptos::ev::{change, dragover, drop as dropped};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    DataTransfer, Element, Event, File, FileList, FileSystemDirectoryEntry, FileSystemDirectoryReader, FileSystemEntry,
    FileSystemFileEntry, HtmlInputElement,
};

use super::navigate::Navigation;
use super::{page, start};
use crate::app::Shown;
use crate::app::pages::preview::{DROP, FILE_FIELD, FOLDER_FIELD, RESULT};
use crate::feed::SourceFile;
use crate::feed::bundle::{self, Unfit};
use crate::present::preview::Draft;
use crate::routes::Site;
use crate::words::{carried, say};

/// What the page was before any draft, and what is shown now.
struct State {
    published: Shown,
    shown: Shown,
    navigation: Navigation,
}

thread_local! {
    static STATE: RefCell<Option<State>> = const { RefCell::new(None) };
}

/// Waits for a draft. One that was chosen before the program ran is read at once.
pub(super) fn listen(published: &Shown, navigation: &Navigation) {
    let state = State { published: published.clone(), shown: published.clone(), navigation: *navigation };
    STATE.set(Some(state));
    for id in [FILE_FIELD, FOLDER_FIELD] {
        if let Some(field) = document().get_element_by_id(id) {
            chosen(&field);
        }
    }
    let _ = window_event_listener(change, |event| {
        if let Some(field) = target(&event).filter(|field| [FILE_FIELD, FOLDER_FIELD].contains(&field.id().as_str())) {
            chosen(&field);
        }
    });
    // Without this the browser would open what is dropped, in place of the page.
    let _ = window_event_listener(dragover, |event| {
        if document().get_element_by_id(DROP).is_some() {
            event.prevent_default();
        }
    });
    let _ = window_event_listener(dropped, |event| {
        if let Some(transfer) = event.data_transfer().filter(|_| document().get_element_by_id(DROP).is_some()) {
            event.prevent_default();
            taken(&transfer);
        }
    });
}

/// Whether what is shown is a draft.
pub(super) fn is_shown() -> bool {
    STATE.with_borrow(|state| state.as_ref().is_some_and(|state| state.shown.context().is_draft()))
}

/// Says that a file of the site is not there for a draft.
pub(super) fn say_no_file() {
    let sentence = STATE.with_borrow(|state| state.as_ref().map(|state| say!(state.shown.words, "draft-files")));
    page::say(&sentence.unwrap_or_default());
}

/// Goes on in another language, without loading anything.
pub(super) fn speak(lang: &str) {
    let shown = STATE.with_borrow_mut(|state| {
        let state = state.as_mut()?;
        let words = carried::language(lang)?.catalog().ok()?;
        state.shown = Shown { words: Arc::new(words), ..state.shown.clone() };
        Some((state.shown.clone(), state.navigation))
    });
    if let Some((shown, navigation)) = shown {
        let root = document().document_element();
        let set = |name: &str, value: &str| root.as_ref().map(|root| root.set_attribute(name, value));
        set("lang", shown.words.lang());
        set("dir", shown.words.dir().as_str());
        let _ = start::show(shown, &navigation);
    }
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Reads what a field holds.
fn chosen(field: &Element) {
    let files = field.dyn_ref::<HtmlInputElement>().and_then(HtmlInputElement::files);
    if let Some(files) = files.filter(|files| files.length() > 0) {
        let files = listed(&files);
        spawn_local(async move { judge(named(&files), read(&files).await) });
    }
}

/// The files of a list with their paths.
fn listed(files: &FileList) -> Vec<(String, File)> {
    let path = |file: &File| {
        let path = js_sys::Reflect::get(file, &"webkitRelativePath".into()).ok().and_then(|path| path.as_string());
        path.filter(|path| !path.is_empty()).unwrap_or_else(|| file.name())
    };
    (0..files.length()).filter_map(|at| files.get(at)).map(|file| (path(&file), file)).collect()
}

/// Reads what was dropped: files, or whole folders.
fn taken(transfer: &DataTransfer) {
    let items = transfer.items();
    // The entries are gone once this event is over.
    let entries: Vec<FileSystemEntry> =
        (0..items.length()).filter_map(|at| items.get(at)?.webkit_get_as_entry().ok().flatten()).collect();
    // What comes from another page, and not from a disk, has no entries.
    if entries.is_empty() {
        let files = transfer.files().map(|files| listed(&files)).unwrap_or_default();
        return spawn_local(async move { judge(named(&files), read(&files).await) });
    }
    spawn_local(async move {
        let mut files = Vec::new();
        let name = entries.first().map(FileSystemEntry::name).unwrap_or_default();
        let read = match walked(entries, &mut files).await {
            Ok(()) => read(&files).await,
            Err(unfit) => Err(unfit),
        };
        judge(name, read);
    });
}

/// All files below these entries.
async fn walked(mut entries: Vec<FileSystemEntry>, files: &mut Vec<(String, File)>) -> Result<(), Unfit> {
    while let Some(entry) = entries.pop() {
        let path = entry.full_path().trim_start_matches('/').to_owned();
        if bundle::is_passed_over(&path) {
            continue;
        }
        if files.len() + entries.len() > bundle::MAX_FILES {
            return Err(Unfit::TooManyFiles);
        }
        if entry.is_directory() {
            let reader = entry.unchecked_into::<FileSystemDirectoryEntry>().create_reader();
            loop {
                let some = some_entries(&reader).await.map_err(|_| Unfit::Unreadable(path.clone()))?;
                if some.is_empty() {
                    break;
                }
                entries.extend(some);
            }
        } else {
            let entry = entry.unchecked_into::<FileSystemFileEntry>();
            let file = promised(|resolve, reject| {
                entry.file_with_callback_and_callback(resolve, reject);
            });
            let file = file.await.map_err(|_| Unfit::Unreadable(path.clone()))?;
            files.push((path, file.unchecked_into()));
        }
    }
    Ok(())
}

/// Browsers give a folder's entries a hundred at a time.
async fn some_entries(reader: &FileSystemDirectoryReader) -> Result<Vec<FileSystemEntry>, JsValue> {
    let found = promised(|resolve, reject| {
        let _ = reader.read_entries_with_callback_and_callback(resolve, reject);
    });
    Ok(Array::from(&found.await?).iter().map(JsCast::unchecked_into).collect())
}

/// What one of two callbacks is given.
async fn promised(mut ask: impl FnMut(&js_sys::Function, &js_sys::Function)) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::new(&mut |resolve, reject| ask(&resolve, &reject))).await
}

/// The name of the folder, or of the one file.
fn named(files: &[(String, File)]) -> String {
    files.first().map_or(String::new(), |(path, _)| path.split('/').next().unwrap_or(path).to_owned())
}

/// The bytes of files, unless they are too many or too large.
async fn read(files: &[(String, File)]) -> Result<Vec<SourceFile>, Unfit> {
    let wanted: Vec<_> = files.iter().filter(|(path, _)| !bundle::is_passed_over(path)).collect();
    if wanted.len() > bundle::MAX_FILES {
        return Err(Unfit::TooManyFiles);
    }
    if wanted.iter().map(|(_, file)| file.size()).sum::<f64>() > bundle::MAX_BYTES as f64 {
        return Err(Unfit::TooLarge);
    }
    let mut read = Vec::with_capacity(wanted.len());
    for (path, file) in wanted {
        let bytes = JsFuture::from(file.array_buffer()).await.map_err(|_| Unfit::Unreadable(path.clone()))?;
        read.push(SourceFile { path: path.clone(), bytes: Uint8Array::new(&bytes).to_vec() });
    }
    Ok(read)
}

/// Gives the tab another sign. It shows which tab holds a draft; and browsers ask for the sign of the site again whenever
/// the address changes, which would be a request.
fn mark_tab() {
    const DISC: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Ccircle cx='4' cy='4' r='3'/%3E%3C/svg%3E";
    if let Ok(Some(sign)) = document().query_selector("link[rel=icon]") {
        let _ = sign.set_attribute("href", DISC);
    }
}

/// Shows what became of a draft, in place of what was there.
fn judge(name: String, files: Result<Vec<SourceFile>, Unfit>) {
    let shown = STATE.with_borrow_mut(|state| {
        let state = state.as_mut()?;
        let (draft, feed) = Draft::judge(name, files, &state.published.feed, state.published.today);
        let draft = Some(Arc::new(draft));
        let words = state.shown.words.clone();
        state.shown = match feed {
            Some(feed) => {
                let locales: Vec<_> = feed.coalition.locales.iter().map(|tag| tag.as_str().to_owned()).collect();
                let languages = carried::languages(feed.coalition.default_locale.as_str(), &locales);
                let tags = languages.iter().map(|language| language.tag.to_owned()).collect();
                let base = state.published.site.base();
                let site = Site::new(base, tags).at(&state.published.site.absolute(base));
                Shown { feed: Arc::new(feed), site: Arc::new(site), words, draft, ..state.published.clone() }
            }
            None => Shown { words, draft, ..state.published.clone() },
        };
        Some((state.shown.clone(), state.navigation))
    });
    let Some((shown, navigation)) = shown else { return };
    page::say("");
    mark_tab();
    navigation.go_on_with(shown.site.clone());
    let _ = start::show(shown, &navigation);
    request_animation_frame(|| page::focus_on(RESULT));
}

//! Files and texts that a reader takes away. All are made in the page: nothing is asked of a server.

use js_sys::{Array, encode_uri_component};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement, Url,
};

use crate::app::{Answer, File};

/// Pixels of a saved picture for each px: sharp on paper and on dense screens.
const DENSITY: u32 = 2;

/// Hands a file to the reader.
pub(super) fn save(file: File) {
    // What the browser refuses stays where it is: the table of the page holds the same figures.
    match file {
        File::Table { name, text } => _ = save_text(&name, &text, "text/csv;charset=utf-8"),
        File::Json { name, text } => _ = save_text(&name, &text, "application/json"),
        File::Svg { name, text } => _ = save_text(&name, &text, "image/svg+xml;charset=utf-8"),
        File::Png { name, svg } => spawn_local(async move {
            if let Ok(picture) = painted(&svg).await {
                let _ = follow(&name, &picture);
            }
        }),
    }
}

fn save_text(name: &str, text: &str, kind: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    follow(name, &address)?;
    Url::revoke_object_url(&address)
}

/// Follows a link that saves what it leads to.
fn follow(name: &str, address: &str) -> Result<(), JsValue> {
    let link: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    link.set_href(address);
    link.set_download(name);
    link.click();
    Ok(())
}

/// The address of a PNG of an SVG file. The policy of the page allows pictures from `data:`.
async fn painted(svg: &str) -> Result<String, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{}", String::from(encode_uri_component(svg))));
    JsFuture::from(image.decode()).await?;
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
    canvas.set_width(image.natural_width() * DENSITY);
    canvas.set_height(image.natural_height() * DENSITY);
    let pen = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into::<CanvasRenderingContext2d>()?;
    let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
    pen.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    canvas.to_data_url_with_type("image/png")
}

/// Puts a text, or the address of the page, on the clipboard. Browsers allow it on secure pages only.
pub(super) fn copy(what: Option<String>, then: Answer) {
    let text = what.or_else(|| window().location().href().ok()).unwrap_or_default();
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into()).ok();
    let Some(clipboard) = clipboard.and_then(|found| found.dyn_into::<web_sys::Clipboard>().ok()) else {
        return then(false);
    };
    let writing = clipboard.write_text(&text);
    spawn_local(async move { then(JsFuture::from(writing).await.is_ok()) });
}

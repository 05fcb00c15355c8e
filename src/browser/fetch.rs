//! Files from the network: as bytes, with a limit on size and time, and a few polite repetitions.

use js_sys::{Function, Promise, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, ReadableStreamDefaultReader, RequestCache, RequestInit, Response};

use crate::feed::source::MAX_FILE_BYTES;

/// Longest that one repetition may take. The start script gives the first attempt 8 seconds.
const PATIENCE_MS: u32 = 3_000;
/// Pauses before the second and third attempt.
const PAUSES_MS: [i32; 2] = [500, 1_000];

/// Why a file did not come. Each has its sentence in the language files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Failure {
    Offline,
    Slow,
    Status(u16),
    /// Larger than any feed may be.
    TooLarge,
}

/// The bytes at an address of this site.
pub(super) async fn bytes(address: &str) -> Result<Vec<u8>, Failure> {
    let mut last = read(address).await;
    for pause_ms in PAUSES_MS {
        match last {
            // Asking again helps only where the connection or the server faltered, not where it has let us wait.
            Err(Failure::Offline | Failure::Status(500..)) => {
                pause(pause_ms).await;
                last = read(address).await;
            }
            _ => break,
        }
    }
    last
}

/// The bytes at an address, asked for once.
pub(super) async fn read(address: &str) -> Result<Vec<u8>, Failure> {
    let promise = asked(address).unwrap_or_else(|| {
        let options = RequestInit::new();
        // Whoever asks again wants what is on the server now.
        options.set_cache(RequestCache::NoCache);
        options.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE_MS)));
        window().fetch_with_str_and_init(address, &options)
    });
    let answer = JsFuture::from(promise).await.map_err(|why| failure(&why))?;
    let answer: Response = answer.dyn_into().map_err(|_| Failure::Offline)?;
    if answer.status() != 200 {
        return Err(Failure::Status(answer.status()));
    }
    let Some(body) = answer.body() else { return Ok(Vec::new()) };
    let reader: ReadableStreamDefaultReader = body.get_reader().dyn_into().map_err(|_| Failure::Offline)?;
    let mut bytes = Vec::new();
    loop {
        let chunk = JsFuture::from(reader.read()).await.map_err(|why| failure(&why))?;
        let field = |name: &str| Reflect::get(&chunk, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED);
        if field("done").is_truthy() {
            return Ok(bytes);
        }
        let value: Uint8Array = field("value").dyn_into().map_err(|_| Failure::Offline)?;
        // Decoded bytes are counted: a small packed file can become a very large one.
        if bytes.len() + value.length() as usize > MAX_FILE_BYTES {
            let _ = reader.cancel();
            return Err(Failure::TooLarge);
        }
        bytes.extend(value.to_vec());
    }
}

/// What an error of the browser means.
fn failure(why: &JsValue) -> Failure {
    let name = Reflect::get(why, &JsValue::from_str("name")).ok().and_then(|name| name.as_string());
    if name.as_deref() == Some("TimeoutError") { Failure::Slow } else { Failure::Offline }
}

/// The answer that the start script has already asked for.
fn asked(address: &str) -> Option<Promise> {
    let callback = Reflect::get(&window(), &JsValue::from_str("commonwealAsked")).ok()?.dyn_into::<Function>().ok()?;
    callback.call1(&JsValue::NULL, &JsValue::from_str(address)).ok()?.dyn_into().ok()
}

async fn pause(milliseconds: i32) {
    let promise = Promise::new(&mut |resolve, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
    });
    let _ = JsFuture::from(promise).await;
}

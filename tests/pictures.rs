//! Pictures that leave the page: their ink, their files, and the contrast of their marks.

// Helpers of tests are not tests to clippy.
#![allow(clippy::unwrap_used)]

#[path = "pictures/contrast.rs"]
mod contrast;
#[path = "pictures/forms.rs"]
mod forms;
#[path = "pictures/golden.rs"]
mod golden;
#[path = "../build/ink.rs"]
mod ink;
#[path = "pictures/samples.rs"]
mod samples;

use std::fs;
use std::path::PathBuf;

fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The ink of the real style sheets.
fn real_ink() -> ink::Ink {
    let text = |name: &str| fs::read_to_string(project().join("style").join(name)).unwrap();
    ink::read(&text("tokens.css"), &text("charts.css")).unwrap()
}

//! Before the program is compiled: the look of the charts is read from the style sheets, for pictures that leave the page
//! (`build/ink.rs`; only `style/` knows colours, so no other file may hold them), and the built app is taken into the
//! command line, if there is to be one (`build/app.rs`).

#[path = "build/app.rs"]
mod app;
#[path = "build/ink.rs"]
mod ink;

use std::path::{Path, PathBuf};
use std::{env, fs};

const TOKENS: &str = "style/tokens.css";
const CHARTS: &str = "style/charts.css";

fn main() {
    println!("cargo::rerun-if-changed={TOKENS}");
    println!("cargo::rerun-if-changed={CHARTS}");
    println!("cargo::rerun-if-env-changed={}", app::VARIABLE);
    println!("cargo::rustc-check-cfg=cfg(carries_app)");
    if let Err(error) = write_ink().and_then(|()| write_app()) {
        println!("cargo::error={error}");
    }
}

fn write_ink() -> Result<(), String> {
    let text = |path: &str| fs::read_to_string(path).map_err(|error| format!("{path} cannot be read: {error}"));
    let ink = ink::read(&text(TOKENS)?, &text(CHARTS)?)?;
    write("ink.rs", &ink::as_rust(&ink))
}

fn write_app() -> Result<(), String> {
    // The app carries no app.
    let named = env::var_os(app::VARIABLE).filter(|name| !name.is_empty());
    let named = named.filter(|_| env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|target| target != "wasm32"));
    let mut files = Vec::new();
    if let Some(folder) = named {
        // A folder is looked at with all that is in it.
        println!("cargo::rerun-if-changed={}", Path::new(&folder).display());
        files = app::files(Path::new(&folder))?;
        println!("cargo::rustc-cfg=carries_app");
    }
    write("carried.rs", &app::as_rust(&files))
}

fn write(name: &str, text: &str) -> Result<(), String> {
    let folder = env::var_os("OUT_DIR").ok_or("only Cargo runs this")?;
    let file = PathBuf::from(folder).join(name);
    fs::write(&file, text).map_err(|error| format!("{} cannot be written: {error}", file.display()))
}

//! Before the program is compiled, the look of the charts is read from the style sheets, for pictures that leave the
//! page: see `build/ink.rs`. Only `style/` knows colours, so no other file may hold them.

#[path = "build/ink.rs"]
mod ink;

use std::path::PathBuf;
use std::{env, fs};

const TOKENS: &str = "style/tokens.css";
const CHARTS: &str = "style/charts.css";

fn main() {
    println!("cargo::rerun-if-changed={TOKENS}");
    println!("cargo::rerun-if-changed={CHARTS}");
    if let Err(error) = write() {
        println!("cargo::error={error}");
    }
}

fn write() -> Result<(), String> {
    let text = |path: &str| fs::read_to_string(path).map_err(|error| format!("{path} cannot be read: {error}"));
    let ink = ink::read(&text(TOKENS)?, &text(CHARTS)?)?;
    let folder = env::var_os("OUT_DIR").ok_or("only Cargo runs this")?;
    let file = PathBuf::from(folder).join("ink.rs");
    fs::write(&file, ink::as_rust(&ink)).map_err(|error| format!("{} cannot be written: {error}", file.display()))
}

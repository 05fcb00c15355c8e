//! A stand-in for the built app, shared by the tests that build sites.

use std::fs;
use std::path::Path;

/// Writes it below a folder and gives its path: what the build needs of the files are their names.
pub fn app(folder: &Path) -> String {
    let app = folder.join("app");
    fs::create_dir_all(app.join("whole")).unwrap();
    fs::write(app.join("index.html"), "<link rel=\"stylesheet\" href=\"./style.css\" integrity=\"x\">").unwrap();
    let programs = ["commonweal-1.js", "commonweal-1_bg.wasm", "whole/commonweal-2.js", "whole/commonweal-2_bg.wasm"];
    for name in programs.into_iter().chain(["style.css", "boot.js", "favicon.svg"]) {
        fs::write(app.join(name), name).unwrap();
    }
    app.to_string_lossy().into_owned()
}

//! A stand-in for the built app, shared by the tests that build sites.

use std::fs;
use std::path::Path;

/// Writes it below a folder and gives its path: what the build needs of the files are their names.
pub fn app(folder: &Path) -> String {
    let app = folder.join("app");
    for part in ["together", "coalition", "changes", "whole"] {
        fs::create_dir_all(app.join(part)).unwrap();
    }
    fs::write(app.join("index.html"), "<link rel=\"stylesheet\" href=\"./style.css\" integrity=\"x\">").unwrap();
    let programs = ["", "together/", "coalition/", "changes/", "whole/"]
        .map(|part| [format!("{part}commonweal-1.js"), format!("{part}commonweal-1_bg.wasm")]);
    let others = ["style.css", "boot.js", "favicon.svg"].map(str::to_owned);
    for name in programs.into_iter().flatten().chain(others) {
        fs::write(app.join(&name), &name).unwrap();
    }
    app.to_string_lossy().into_owned()
}

//! The app inside the program: the files of a built app, as Rust that includes them.
//!
//! `COMMONWEAL_APP` names their folder while the program is compiled, as a path from the project or a whole one. Without
//! it nothing is carried, and the program looks for the app when it runs: that is how one works on it.

use std::fmt::Write;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Names the folder of the built app.
pub const VARIABLE: &str = "COMMONWEAL_APP";

/// All files of a built app, with their paths inside it, in order.
///
/// # Errors
/// A sentence if there is no built app in the folder.
pub fn files(folder: &Path) -> Result<Vec<(String, PathBuf)>, String> {
    let broken =
        |why: &str| format!("{VARIABLE} names {}, and {why}. Build the app with scripts/app.", folder.display());
    if !folder.join("index.html").is_file() {
        return Err(broken("there is no index.html of a built app in it"));
    }
    let folder = folder.canonicalize().map_err(|why| broken(&why.to_string()))?;
    let mut found = walk(&folder).map_err(|why| broken(&why.to_string()))?;
    found.sort();
    Ok(found)
}

fn walk(folder: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let (mut found, mut todo) = (Vec::new(), vec![folder.to_path_buf()]);
    while let Some(inner) = todo.pop() {
        for entry in fs::read_dir(inner)? {
            let path = entry?.path();
            // Trunk works in hidden folders while it builds.
            if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')) {
                continue;
            }
            if path.is_dir() {
                todo.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                found.push((name, path));
            }
        }
    }
    Ok(found)
}

/// The table that `src/cli/app_files/carried.rs` includes.
pub fn as_rust(files: &[(String, PathBuf)]) -> String {
    let mut out = String::from("/// Path inside the app, and content.\npub const FILES: &[(&str, &[u8])] = &[\n");
    for (name, path) in files {
        let _ = writeln!(out, "    ({name:?}, include_bytes!({:?})),", path.display().to_string());
    }
    out.push_str("];\n");
    out
}

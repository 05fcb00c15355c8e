//! The app in a folder, as Trunk writes it.

use std::fs;
use std::path::{Path, PathBuf};

use super::File;

/// Beside the program (`app/`), in the project it was built in (`dist/`), or here.
pub(super) fn find() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    let beside = program.parent().map(|folder| folder.join("app"));
    let project = program.ancestors().nth(3).map(|project| project.join("dist"));
    beside.into_iter().chain(project).chain([PathBuf::from("dist")]).find(|folder| folder.join("index.html").is_file())
}

/// All files, with their paths inside the folder, in order.
///
/// # Errors
/// A sentence if one cannot be read.
pub(super) fn read(folder: &Path) -> Result<Vec<File>, String> {
    let unreadable = |path: &Path, why: std::io::Error| format!("{} cannot be read: {why}.", path.display());
    let mut read = Vec::new();
    for path in files(folder).map_err(|why| unreadable(folder, why))? {
        let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        let bytes = fs::read(&path).map_err(|why| unreadable(&path, why))?;
        read.push(File { path: name, bytes });
    }
    Ok(read)
}

fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let (mut found, mut folders) = (Vec::new(), vec![folder.to_path_buf()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            // Trunk works in hidden folders while it builds.
            if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')) {
                continue;
            }
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}

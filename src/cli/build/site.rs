//! A whole site before it is on disk, and how it gets there.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::cli::app_files::Asset;

/// A file in every folder that a build has written, by which the next build knows that it may replace it.
pub(super) const MARK: &str = ".commonweal-site";

/// A whole site, not yet on disk.
#[derive(Default)]
pub(in crate::cli) struct BuiltSite {
    files: BTreeMap<String, Vec<u8>>,
    pub(in crate::cli) pages: usize,
}

impl BuiltSite {
    pub(super) fn add(&mut self, path: String, bytes: Vec<u8>) {
        self.files.insert(path, bytes);
    }

    pub(super) fn add_asset(&mut self, asset: &Asset) {
        self.add(asset.file.path.clone(), asset.file.bytes.clone());
    }

    /// Everything in the site, by its path.
    pub(super) fn files(&self) -> &BTreeMap<String, Vec<u8>> {
        &self.files
    }

    /// Writes the site into a folder: first beside it, then in its place, so that no reader of the folder sees half a
    /// site and a failure leaves what was there.
    ///
    /// # Errors
    /// A sentence if the folder holds something else, or cannot be written.
    pub(in crate::cli) fn write(&self, out: &Path) -> Result<(), String> {
        let occupied = fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_some());
        if out.is_file() || (occupied && !out.join(MARK).is_file()) {
            return Err(format!(
                "{} holds something that no build has written. Choose an empty folder.",
                out.display()
            ));
        }
        let name = out.file_name().ok_or_else(|| format!("{} cannot be replaced. Name a folder.", out.display()))?;
        let beside =
            |suffix: &str| out.with_file_name(format!(".{}.{suffix}-{}", name.to_string_lossy(), std::process::id()));
        let (new, old) = (beside("new"), beside("old"));
        let failed = |why: std::io::Error| format!("{} cannot be written: {why}.", out.display());
        self.write_files(&new).map_err(|why| {
            let _ = fs::remove_dir_all(&new);
            failed(why)
        })?;
        if out.exists() {
            fs::rename(out, &old).map_err(failed)?;
        }
        if let Err(why) = fs::rename(&new, out) {
            let _ = fs::rename(&old, out);
            return Err(failed(why));
        }
        let _ = fs::remove_dir_all(&old);
        Ok(())
    }

    /// Writes all files below a folder.
    pub(in crate::cli) fn write_files(&self, folder: &Path) -> std::io::Result<()> {
        for (path, bytes) in &self.files {
            let path = folder.join(path);
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::write(path, bytes)?;
        }
        Ok(())
    }
}

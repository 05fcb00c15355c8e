//! A whole site before it is on disk: files that are ready, and work that makes files.

use std::collections::BTreeMap;
use std::io;
use std::num::NonZero;
use std::path::Path;

use super::work;
use crate::cli::app_files::{Asset, File};

/// Makes files when it is asked to, or says in a sentence why not. Nothing that it makes may depend on when that is, nor on
/// the site before, whose folder it gets: what lies there only saves work.
type Job = Box<dyn FnOnce(Option<&Path>) -> Made + Send>;
type Made = Result<Vec<File>, String>;

/// A whole site, not yet on disk.
#[derive(Default)]
pub(in crate::cli) struct BuiltSite {
    ready: BTreeMap<String, Vec<u8>>,
    later: Vec<Job>,
    pub(in crate::cli) pages: usize,
    pub(in crate::cli) languages: usize,
}

/// A file of a site, or the work that makes some.
enum Part {
    Ready(File),
    Later(Job),
}

impl BuiltSite {
    /// Adds a file that is ready. A later one of the same path takes its place.
    pub(super) fn add(&mut self, path: String, bytes: Vec<u8>) {
        self.ready.insert(path, bytes);
    }

    /// Adds work that makes files. It is done when the site is written, beside other work, and each file is let go once
    /// it is on disk: a site may be larger than the memory.
    pub(super) fn add_later(&mut self, job: impl FnOnce(Option<&Path>) -> Made + Send + 'static) {
        self.later.push(Box::new(job));
    }

    pub(super) fn add_asset(&mut self, asset: &Asset) {
        self.add(asset.file.path.clone(), asset.file.bytes.clone());
    }

    /// Puts a whole site into a folder of this one.
    pub(super) fn add_below(&mut self, folder: &str, other: Self) {
        for (path, bytes) in other.ready {
            self.add(format!("{folder}/{path}"), bytes);
        }
        for job in other.later {
            let folder = folder.to_owned();
            self.add_later(move |before| {
                let before = before.map(|before| before.join(&folder));
                let below = |file: File| File { path: format!("{folder}/{}", file.path), ..file };
                Ok(job(before.as_deref())?.into_iter().map(below).collect())
            });
        }
        self.pages += other.pages;
    }

    /// How many pieces of work there are until everything is made.
    pub(super) fn parts(&self) -> usize {
        self.ready.len() + self.later.len()
    }

    /// Makes everything on so many threads, with the folder of the site `before`, and hands over each file once it is made, in no order. `part` is called
    /// after each piece of work.
    ///
    /// # Errors
    /// The first error of `take`, or of a piece of work.
    pub(super) fn make(
        self,
        threads: NonZero<usize>,
        before: Option<&Path>,
        take: impl Fn(&File) -> io::Result<()> + Sync,
        part: impl Fn() + Sync,
    ) -> io::Result<()> {
        let ready = self.ready.into_iter().map(|(path, bytes)| Part::Ready(File { path, bytes }));
        let parts: Vec<_> = ready.chain(self.later.into_iter().map(Part::Later)).collect();
        work::all(parts, threads, |one| {
            match one {
                Part::Ready(file) => take(&file)?,
                Part::Later(job) => job(before).map_err(io::Error::other)?.iter().try_for_each(&take)?,
            }
            part();
            Ok(())
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    #[test]
    fn every_file_comes_once() {
        let mut site = BuiltSite::default();
        site.add("a".into(), b"old".to_vec());
        site.add("a".into(), b"new".to_vec());
        let file = |path: &str| File { path: path.into(), bytes: path.into() };
        for name in ["b", "c"] {
            site.add_later(move |_| Ok(vec![file(name), file(&format!("{name}.csv"))]));
        }
        assert_eq!(site.parts(), 3);
        let (came, parts) = (Mutex::new(Vec::new()), Mutex::new(0));
        let take = |file: &File| {
            came.lock().unwrap().push(format!("{}: {}", file.path, String::from_utf8_lossy(&file.bytes)));
            Ok(())
        };
        site.make(NonZero::new(2).unwrap(), None, take, || *parts.lock().unwrap() += 1).unwrap();
        let mut came = came.into_inner().unwrap();
        came.sort();
        assert_eq!(came, ["a: new", "b.csv: b.csv", "b: b", "c.csv: c.csv", "c: c"]);
        assert_eq!(parts.into_inner().unwrap(), 3);
    }
}

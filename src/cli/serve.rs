//! `commonweal serve`: builds a feed's site, shows it on this machine, and follows the feed's changes.

mod connection;
pub(super) mod headers;
mod host;
mod http;
mod live;
pub(super) mod media;
mod request;
mod site;
mod watch;

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::mpsc;

pub(super) use http::base_path;
use http::{Options, Server};

use super::build::{self, PlaceArguments};
use super::{CLEAN, FINDINGS, FeedArguments, load};

#[derive(clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    feed: FeedArguments,
    /// The port; without it the first free one from 8080 on
    #[arg(long)]
    port: Option<u16>,
    #[command(flatten)]
    place: PlaceArguments,
    /// Show a site that has been built before, just as it is
    #[arg(long, value_name = "DIR", conflicts_with = "feed")]
    site: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> Result<u8, String> {
    if let Some(site) = &arguments.site {
        if !site.join("index.html").is_file() {
            return Err(format!("{} holds no site: there is no index.html in it. Build one first.", site.display()));
        }
        let server = start(site, arguments, false)?;
        super::out(&format!("{}\n", server.address()));
        server.wait();
        return Ok(CLEAN);
    }
    let path = arguments.feed.path()?;
    let mut folders = Folders::new(&path)?;
    // Watching begins before the first reading, so that no edit falls in between.
    let (changed, changes) = mpsc::channel();
    let _watch = watch::watch(&path, &[folders.root.clone()], move |_| {
        let _ = changed.send(());
    })
    .map_err(|why| why.to_string())?;
    let Some(first) = folders.rebuild(&path, arguments)? else { return Ok(FINDINGS) };
    let server = start(&first, arguments, true)?;
    super::out(&format!("{}\n", server.address()));
    eprintln!("This shows {}. Changes appear by themselves; Ctrl+C ends it.", path.display());
    while changes.recv().is_ok() {
        match folders.rebuild(&path, arguments) {
            Ok(Some(site)) => match server.show(&site) {
                Ok(()) => eprintln!("Rebuilt."),
                Err(why) => eprintln!("{why}"),
            },
            Ok(None) => {
                eprintln!("The site from before this change is still shown.");
                server.say("The feed has errors, so this is the site from before the last change. The command line says what to mend.");
            }
            Err(sentence) => eprintln!("{sentence}"),
        }
        folders.tidy();
    }
    Ok(CLEAN)
}

fn start(root: &Path, arguments: &Arguments, live: bool) -> Result<Server, String> {
    let options = Options { root: root.to_path_buf(), base: arguments.place.base.clone(), port: arguments.port, live };
    Server::start(&options).map_err(|why| why.to_string())
}

/// Where sites lie while they are served: each build in a folder of its own, below one for this process.
struct Folders {
    root: PathBuf,
    built: usize,
}

impl Folders {
    /// Takes away what earlier processes that served the same feed have left: Ctrl+C gives them no time to do so.
    fn new(feed: &Path) -> Result<Self, String> {
        let mut hasher = DefaultHasher::new();
        feed.canonicalize().unwrap_or_else(|_| feed.to_path_buf()).hash(&mut hasher);
        let name = format!("commonweal-{:016x}-", hasher.finish());
        let temporary = std::env::temp_dir();
        for entry in fs::read_dir(&temporary).into_iter().flatten().flatten() {
            let file = entry.file_name().to_string_lossy().into_owned();
            let ended = |process: &str| Path::new("/proc/self").exists() && !Path::new("/proc").join(process).exists();
            if file.strip_prefix(&name).is_some_and(ended) {
                let _ = fs::remove_dir_all(entry.path());
            }
        }
        let root = temporary.join(format!("{name}{}", std::process::id()));
        fs::create_dir_all(&root).map_err(|why| format!("{} cannot be made: {why}.", root.display()))?;
        Ok(Self { root, built: 0 })
    }

    /// The folder of a new site, or nothing if the feed has errors, which have been printed.
    fn rebuild(&mut self, feed: &Path, arguments: &Arguments) -> Result<Option<PathBuf>, String> {
        let source = load::load(feed)?;
        let Some(site) = build::make(source, feed, arguments.feed.today(), &arguments.place, build::threads())? else {
            return Ok(None);
        };
        let before = self.root.join(self.built.to_string());
        self.built += 1;
        let folder = self.root.join(self.built.to_string());
        build::write(site, &folder, Some(&before))?;
        Ok(Some(folder))
    }

    /// Takes away all sites but the newest.
    fn tidy(&self) {
        for number in 1..self.built {
            let _ = fs::remove_dir_all(self.root.join(number.to_string()));
        }
    }
}

//! The local web server: shows a built site on this machine only, the way a static host would.
//!
//! Written on `std` and `httparse`, one thread a connection. tiny_http sets no time limits, so that half a request
//! would hold a thread for good; axum and hyper would bring an async runtime for the sake of one reader with six
//! connections.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    ops::RangeInclusive,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use super::{
    connection::{self, Patience},
    host::Host,
    site::Site,
};

/// The ports tried in turn when none is asked for.
const PORTS: RangeInclusive<u16> = 8080..=8099;

/// More connections at once than any reader opens; further ones are dropped.
const MAX_CONNECTIONS: usize = 256;

/// What to show, and where.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder of the built site.
    pub root: PathBuf,
    /// The path the site is below: `/`, `/name/` or `/some/name/`. Slashes at both ends may be left out.
    pub base: String,
    /// The port. `None` takes the first free one from 8080 to 8099, `Some(0)` any free one.
    pub port: Option<u16>,
    /// Whether open pages are told of changes and reload. Adds one script tag to pages on their way out; without it
    /// every byte is as in the folder.
    pub live: bool,
}

/// Why a site cannot be served or a feed cannot be watched. Reads as a sentence for the person who called.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    #[error("another program uses this port; name another one, or none to get the first free one: {0}")]
    PortTaken(u16),
    #[error("this account may not use this port; name one above 1023: {0}")]
    PortForbidden(u16),
    #[error("every port from {} to {} is in use; name a free one", PORTS.start(), PORTS.end())]
    NoPortFree,
    #[error("no connection can be opened on this machine: {0}")]
    Listen(io::Error),
    #[error("the folder of the site cannot be read ({1}): {path}", path = .0.display())]
    Root(PathBuf, io::Error),
    #[error("the base path may hold letters, digits and . _ ~ - between slashes, as in /our-town/: {0}")]
    Base(String),
    #[error("the feed cannot be watched ({1}): {path}", path = .0.display())]
    Watch(PathBuf, io::Error),
    #[error("the system starts no further thread: {0}")]
    Thread(io::Error),
}

/// A running server. Dropping it ends it.
pub struct Server {
    host: Arc<Host>,
    local: SocketAddr,
    ending: Arc<AtomicBool>,
    accepting: Option<JoinHandle<()>>,
}

impl Server {
    /// Starts serving and returns at once.
    pub fn start(options: &Options) -> Result<Self, ServeError> {
        Self::start_with(options, Patience::default())
    }

    fn start_with(options: &Options, patience: Patience) -> Result<Self, ServeError> {
        let base = base_path(&options.base)?;
        // Told apart from the builds an earlier server showed under the same address: pages still open reload.
        let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let revision = u64::try_from(since_epoch.as_millis()).unwrap_or_default();
        let site = open(&options.root, revision)?;
        let listener = listen(options.port)?;
        let local = listener.local_addr().map_err(ServeError::Listen)?;

        let host = Arc::new(Host::new(base.clone(), format!("http://{local}{base}"), options.live, site));
        let ending = Arc::new(AtomicBool::new(false));
        let (its_host, its_ending) = (host.clone(), ending.clone());
        let accepting = thread::Builder::new()
            .name("accept".to_owned())
            .spawn(move || accept(&listener, &its_host, &its_ending, patience))
            .map_err(ServeError::Thread)?;
        Ok(Self { host, local, ending, accepting: Some(accepting) })
    }

    /// The address of the front page, as in `http://127.0.0.1:8080/our-town/`.
    pub fn address(&self) -> &str {
        self.host.address()
    }

    #[cfg(test)]
    pub fn port(&self) -> u16 {
        self.local.port()
    }

    /// Shows another folder from the next request on; open pages reload. The folder before may be deleted as soon as
    /// this returns: a request under way turns to the new one. If the folder cannot be read, nothing changes.
    pub fn show(&self, root: &Path) -> Result<(), ServeError> {
        self.host.show(open(root, self.host.site().revision + 1)?);
        Ok(())
    }

    /// Shows a sentence on open pages and on those opened from now on, until the next [`Server::show`]: the newest
    /// edit cannot be built, and why.
    pub fn say(&self, sentence: &str) {
        self.host.listeners.say(sentence);
    }

    /// Serves until the program is ended.
    pub fn wait(mut self) {
        if let Some(accepting) = self.accepting.take() {
            // It cannot panic, and if it did, there would be nothing left to wait for.
            let _ = accepting.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.ending.store(true, Ordering::SeqCst);
        self.host.listeners.close();
        // Wakes the thread that waits for connections. If it cannot be reached, it is not left waiting for either.
        if TcpStream::connect_timeout(&self.local, Duration::from_secs(1)).is_ok()
            && let Some(accepting) = self.accepting.take()
        {
            let _ = accepting.join();
        }
    }
}

fn accept(listener: &TcpListener, host: &Arc<Host>, ending: &Arc<AtomicBool>, patience: Patience) {
    for stream in listener.incoming() {
        if ending.load(Ordering::SeqCst) {
            return;
        }
        let Ok(stream) = stream else {
            // Too many open files, or a reader who left before being let in: both pass.
            thread::sleep(Duration::from_millis(50));
            continue;
        };
        // Each connection holds the host once.
        if Arc::strong_count(host) > MAX_CONNECTIONS {
            continue;
        }
        let host = host.clone();
        // Without a thread for it the connection is dropped, and the browser asks again.
        let _ = thread::Builder::new().spawn(move || connection::serve(stream, &host, patience));
    }
}

fn open(root: &Path, revision: u64) -> Result<Site, ServeError> {
    Site::open(root, revision).map_err(|error| ServeError::Root(root.to_owned(), error))
}

/// Listens on loopback only: a draft is nobody else's business.
fn listen(port: Option<u16>) -> Result<TcpListener, ServeError> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let Some(port) = port else {
        return PORTS.into_iter().find_map(|port| bind(port).ok()).ok_or(ServeError::NoPortFree);
    };
    bind(port).map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => ServeError::PortTaken(port),
        io::ErrorKind::PermissionDenied => ServeError::PortForbidden(port),
        _ => ServeError::Listen(error),
    })
}

/// The base with a slash at both ends.
///
/// # Errors
/// If it holds what has a meaning of its own in an address.
pub fn base_path(base: &str) -> Result<String, ServeError> {
    if ["", "/"].contains(&base) {
        return Ok("/".to_owned());
    }
    let inner = base.strip_prefix('/').unwrap_or(base);
    let inner = inner.strip_suffix('/').unwrap_or(inner);
    let is_name = |segment: &str| {
        !["", ".", ".."].contains(&segment)
            && segment.chars().all(|letter| letter.is_ascii_alphanumeric() || "._~-".contains(letter))
    };
    if inner.split('/').all(is_name) { Ok(format!("/{inner}/")) } else { Err(ServeError::Base(base.to_owned())) }
}

#[cfg(test)]
mod tests;

//! What the local server answers. It behaves like a static host with prerendered pages: a real page or an honest
//! "not found", and never the front page in place of something else.

use std::{
    fs, io,
    sync::{Arc, PoisonError, RwLock},
};

use super::{
    headers::headers_for,
    live::{self, Listeners},
    media::{self, HTML, TEXT},
    request::Request,
    site::{Found, Site, fingerprint},
};

/// Below this, gzip saves less than a packet.
const WORTH_PACKING: usize = 1024;

/// The site being shown, and where.
pub struct Host {
    /// Begins and ends with a slash.
    base: String,
    /// The whole address of the front page, for sentences.
    address: String,
    /// Whether pages are told of changes.
    live: bool,
    site: RwLock<Arc<Site>>,
    pub listeners: Listeners,
}

/// What to send back.
pub enum Answer {
    Whole(Response),
    /// An event stream, from now until either side ends it.
    Changes,
}

/// A whole answer. A body is given for HEAD, too; the connection keeps it back.
#[derive(Debug)]
pub struct Response {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Arc<Vec<u8>>,
}

impl Host {
    pub fn new(base: String, address: String, live: bool, site: Site) -> Self {
        Self { base, address, live, site: RwLock::new(Arc::new(site)), listeners: Listeners::default() }
    }

    pub fn address(&self) -> &str {
        &self.address
    }

    /// The site as it is now. Whoever holds it keeps seeing that one.
    pub fn site(&self) -> Arc<Site> {
        self.site.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Shows another site from the next request on, and tells open pages.
    pub fn show(&self, site: Site) {
        let revision = site.revision;
        *self.site.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(site);
        self.listeners.site_changed(revision);
    }

    /// Answers a request. Never fails: what goes wrong is an answer, too.
    pub fn answer(&self, request: &Request) -> Answer {
        let (path, query) = request.target.split_once('?').unwrap_or((&request.target, ""));
        let Some(inside) = path.strip_prefix(&self.base).filter(|_| request.is_for_this_machine()) else {
            return Answer::Whole(self.answer_outside(request, path, query));
        };
        if !["GET", "HEAD"].contains(&request.method.as_str()) {
            return Answer::Whole(not_allowed());
        }
        match inside {
            live::SCRIPT if self.live => {
                Answer::Whole(plain(200, "text/javascript; charset=utf-8", live::SCRIPT_TEXT.to_owned()))
            }
            live::CHANGES if self.live && request.method == "GET" => Answer::Changes,
            _ => Answer::Whole(self.answer_from(self.site(), request, inside, query)),
        }
    }

    fn answer_outside(&self, request: &Request, path: &str, query: &str) -> Response {
        if !request.is_for_this_machine() {
            return plain(421, TEXT, format!("This preview answers only on this machine, at {}\n", self.address));
        }
        if !["GET", "HEAD"].contains(&request.method.as_str()) {
            return not_allowed();
        }
        if self.base.strip_suffix('/') == Some(path) {
            return moved(&self.base, query);
        }
        plain(404, TEXT, format!("The site is at {}\n", self.address))
    }

    fn answer_from(&self, mut site: Arc<Site>, request: &Request, inside: &str, query: &str) -> Response {
        loop {
            if let Some(response) = self.page(&site, request, inside, query) {
                return response;
            }
            // Another build may be shown by now, and the folder of this one gone: then the new one has the last word.
            let now = self.site();
            if Arc::ptr_eq(&site, &now) {
                return self.not_found(&site, request);
            }
            site = now;
        }
    }

    fn page(&self, site: &Site, request: &Request, inside: &str, query: &str) -> Option<Response> {
        let file = match site.find(inside) {
            Found::File(file) => file,
            Found::Folder => return Some(moved(&format!("{}{inside}/", self.base), query)),
            Found::Missing => return None,
        };
        match fs::read(&file) {
            Ok(body) => {
                Some(self.with_body(site, request, 200, &format!("/{inside}"), media::content_type(&file), body))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => Some(plain(500, TEXT, format!("This file cannot be read: {error}\n"))),
        }
    }

    /// The site's own page for it. Its headers are those of that page: what is missing among the files kept for good
    /// must not be missing for good.
    fn not_found(&self, site: &Site, request: &Request) -> Response {
        let page = match site.find("404.html") {
            Found::File(file) => fs::read(file).ok(),
            Found::Folder | Found::Missing => None,
        };
        match page {
            Some(body) => self.with_body(site, request, 404, "/404.html", HTML, body),
            None => plain(404, TEXT, "There is no such page\n".to_owned()),
        }
    }

    fn with_body(
        &self,
        site: &Site,
        request: &Request,
        status: u16,
        path: &str,
        kind: &str,
        body: Vec<u8>,
    ) -> Response {
        let body = if self.live && kind == HTML { live::with_script(body, &self.base, site.revision) } else { body };
        let (print, can_be_packed) = (fingerprint(&body), media::is_worth_packing(kind) && body.len() >= WORTH_PACKING);
        let packed = (can_be_packed && request.takes_gzip()).then(|| site.pack(print, &body).ok()).flatten();
        let tag = format!("\"{:x}-{print:016x}{}\"", body.len(), if packed.is_some() { "-gzip" } else { "" });

        let mut headers = headers_for(path, true);
        if !headers.iter().any(|(name, _)| *name == "Content-Type") {
            headers.push(("Content-Type", kind.to_owned()));
        }
        if can_be_packed {
            headers.push(("Vary", "Accept-Encoding".to_owned()));
        }
        let is_known = status == 200 && request.has(&tag);
        headers.push(("ETag", tag));
        if is_known {
            return Response { status: 304, headers, body: Arc::default() };
        }
        if packed.is_some() {
            headers.push(("Content-Encoding", "gzip".to_owned()));
        }
        Response { status, headers, body: packed.unwrap_or_else(|| Arc::new(body)) }
    }
}

/// An answer made here and not on disk.
pub fn plain(status: u16, kind: &str, text: String) -> Response {
    let mut headers = headers_for("/", true);
    headers.push(("Content-Type", kind.to_owned()));
    Response { status, headers, body: Arc::new(text.into_bytes()) }
}

fn moved(path: &str, query: &str) -> Response {
    let location = if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") };
    let mut response = plain(301, TEXT, format!("The page is at {location}\n"));
    response.headers.push(("Location", location));
    response
}

fn not_allowed() -> Response {
    let mut response = plain(405, TEXT, "This is a static site: it takes only GET and HEAD\n".to_owned());
    response.headers.push(("Allow", "GET, HEAD".to_owned()));
    response
}

#[cfg(test)]
mod tests {
    use super::{super::request::Parsed, *};

    fn site(title: &str, revision: u64) -> (tempfile::TempDir, Site) {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("index.html"), title).unwrap();
        let site = Site::open(folder.path(), revision).unwrap();
        (folder, site)
    }

    #[test]
    fn a_request_that_began_on_a_deleted_build_is_answered_from_the_next() {
        let ((first, one), (_second, two)) = (site("One", 1), site("Two", 2));
        let host = Host::new("/".to_owned(), "http://localhost/".to_owned(), false, one);
        let stale = host.site();
        host.show(two);
        drop(first);
        let Parsed::Whole(request, _) = Request::parse(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n") else { panic!() };
        let response = host.answer_from(stale, &request, "", "");
        assert_eq!((response.status, response.body.as_slice()), (200, b"Two".as_slice()));
    }
}

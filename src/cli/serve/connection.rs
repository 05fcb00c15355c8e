//! One connection: reads requests from it and writes the answers, one after the other, until someone closes.

use std::{
    io::{self, Read, Write},
    net::{Shutdown, TcpStream},
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError},
    },
    time::{Duration, Instant},
};

use super::{
    headers::headers_for,
    host::{Answer, Host, Response, plain},
    live::site_event,
    media::TEXT,
    request::{Parsed, Request},
};

/// The longest head that is read, in bytes.
const MAX_HEAD: usize = 16 * 1024;

/// How long to wait for whom.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// For the next request on an open connection. Browsers keep them for a minute or more.
    pub idle: Duration,
    /// From the first to the last byte of a head.
    pub head: Duration,
    /// For a reader to take what is sent.
    pub write: Duration,
    /// Between two signs of life on an event stream; a page that has gone is noticed then.
    pub heartbeat: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        let seconds = Duration::from_secs;
        Self { idle: seconds(60), head: seconds(5), write: seconds(30), heartbeat: seconds(15) }
    }
}

/// Serves a connection to its end. An error is only the end of this one: there is nobody left to tell.
pub fn serve(stream: TcpStream, host: &Arc<Host>, patience: Patience) {
    let mut connection = Connection { stream, read: Vec::new(), patience };
    // Errors here are readers who left.
    let _ = connection.converse(host);
}

struct Connection {
    stream: TcpStream,
    /// Read, but not yet understood. May hold the beginning of the next request.
    read: Vec<u8>,
    patience: Patience,
}

/// What came next on a connection.
enum Next {
    Request(Request),
    /// Something that is answered with this status and then closed.
    Refused(u16),
    Closed,
}

impl Connection {
    fn converse(&mut self, host: &Arc<Host>) -> io::Result<()> {
        self.stream.set_nodelay(true)?;
        self.stream.set_write_timeout(Some(self.patience.write))?;
        loop {
            let request = match self.next_request()? {
                Next::Request(request) => request,
                Next::Refused(status) => {
                    self.send(&plain(status, TEXT, format!("{}\n", reason(status))), false, true)?;
                    return self.part();
                }
                Next::Closed => return Ok(()),
            };
            let closes = request.closes();
            match host.answer(&request) {
                Answer::Whole(response) => self.send(&response, request.method == "HEAD", closes)?,
                Answer::Changes => return self.tell_changes(host),
            }
            if closes {
                return self.part();
            }
        }
    }

    fn next_request(&mut self) -> io::Result<Next> {
        let mut deadline = Instant::now() + if self.read.is_empty() { self.patience.idle } else { self.patience.head };
        loop {
            match Request::parse(&self.read) {
                Parsed::Whole(request, length) => {
                    self.read.drain(..length);
                    return Ok(Next::Request(request));
                }
                Parsed::Broken => return Ok(Next::Refused(400)),
                Parsed::Part if self.read.len() > MAX_HEAD => return Ok(Next::Refused(431)),
                Parsed::Part => {}
            }
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Ok(if self.read.is_empty() { Next::Closed } else { Next::Refused(408) });
            }
            self.stream.set_read_timeout(Some(left))?;
            let mut bytes = [0; 4096];
            match self.stream.read(&mut bytes) {
                Ok(0) => return Ok(Next::Closed),
                Ok(length) => {
                    if self.read.is_empty() {
                        deadline = Instant::now() + self.patience.head;
                    }
                    self.read.extend_from_slice(&bytes[..length]);
                }
                Err(error) if is_timeout(&error) || error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    fn send(&mut self, response: &Response, without_body: bool, closes: bool) -> io::Result<()> {
        let mut bytes = head(response.status, &response.headers, closes);
        if response.status != 304 {
            bytes.extend_from_slice(format!("Content-Length: {}\r\n", response.body.len()).as_bytes());
        }
        bytes.extend_from_slice(b"\r\n");
        if !without_body && response.status != 304 {
            bytes.extend_from_slice(&response.body);
        }
        self.stream.write_all(&bytes)
    }

    /// Holds an event stream open. The build shown now comes first, so that a page which missed a change hears of it.
    fn tell_changes(&mut self, host: &Arc<Host>) -> io::Result<()> {
        // Join before asking which build is shown: a change in between is then told twice, and not lost.
        let changes: Receiver<String> = host.listeners.join();
        let mut headers = headers_for("/", true);
        headers.retain(|(name, _)| *name != "Cache-Control");
        headers.push(("Cache-Control", "no-store".to_owned()));
        headers.push(("Content-Type", "text/event-stream".to_owned()));
        let mut bytes = head(200, &headers, true);
        bytes.extend_from_slice(b"\r\n");
        bytes.extend_from_slice(site_event(host.site().revision).as_bytes());
        self.stream.write_all(&bytes)?;
        loop {
            match changes.recv_timeout(self.patience.heartbeat) {
                Ok(event) => self.stream.write_all(event.as_bytes())?,
                Err(RecvTimeoutError::Timeout) => self.stream.write_all(b": still here\n\n")?,
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
            }
        }
    }

    /// Closes so that the answer arrives even when something unread was sent after the request: dropping the
    /// connection right away would reset it.
    fn part(&mut self) -> io::Result<()> {
        self.stream.shutdown(Shutdown::Write)?;
        self.stream.set_read_timeout(Some(Duration::from_millis(200)))?;
        let mut rest = [0; 4096];
        for _ in 0..16 {
            if self.stream.read(&mut rest)? == 0 {
                break;
            }
        }
        Ok(())
    }
}

/// Status line and headers, without the empty line that ends them.
fn head(status: u16, headers: &[(&'static str, String)], closes: bool) -> Vec<u8> {
    let mut text = format!("HTTP/1.1 {status} {}\r\n", reason(status));
    for (name, value) in headers {
        text.push_str(&format!("{name}: {value}\r\n"));
    }
    text.push_str(if closes { "Connection: close\r\n" } else { "Connection: keep-alive\r\n" });
    text.into_bytes()
}

/// The words for a status. Only those that are sent.
fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        301 => "Moved Permanently",
        304 => "Not Modified",
        400 => "Bad Request",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        421 => "Misdirected Request",
        431 => "Request Header Fields Too Large",
        _ => "Internal Server Error",
    }
}

/// What a read that waited too long says: it differs between systems.
fn is_timeout(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut)
}

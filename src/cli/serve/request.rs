//! One request as the browser wrote it. Bodies are not read: nothing here takes any.

use std::net::IpAddr;

/// More headers than any browser sends.
const MAX_HEADERS: usize = 64;

/// The head of a request.
#[derive(Debug)]
pub struct Request {
    pub method: String,
    /// Path and query, percent-encoded as sent.
    pub target: String,
    headers: Vec<(String, String)>,
    /// False for HTTP/1.0, which says less and closes by itself.
    modern: bool,
}

/// What the bytes read so far are.
#[derive(Debug)]
pub enum Parsed {
    /// A whole head, and how many bytes it took.
    Whole(Request, usize),
    /// The beginning of one.
    Part,
    /// Not HTTP.
    Broken,
}

impl Request {
    pub fn parse(bytes: &[u8]) -> Parsed {
        let mut headers = [httparse::EMPTY_HEADER; MAX_HEADERS];
        let mut head = httparse::Request::new(&mut headers);
        let length = match head.parse(bytes) {
            Ok(httparse::Status::Complete(length)) => length,
            Ok(httparse::Status::Partial) => return Parsed::Part,
            Err(_) => return Parsed::Broken,
        };
        let (Some(method), Some(target), Some(version)) = (head.method, head.path, head.version) else {
            return Parsed::Broken;
        };
        let text = |value: &[u8]| String::from_utf8_lossy(value).trim().to_owned();
        let request = Self {
            method: method.to_owned(),
            target: target.to_owned(),
            headers: head.headers.iter().map(|header| (header.name.to_owned(), text(header.value))).collect(),
            modern: version == 1,
        };
        Parsed::Whole(request, length)
    }

    /// The first header of this name, in any case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// Whether the browser takes gzip.
    pub fn takes_gzip(&self) -> bool {
        let offered = self.header("Accept-Encoding").unwrap_or_default();
        offered.split(',').any(|offer| {
            let mut parts = offer.split(';').map(str::trim);
            let name = parts.next().unwrap_or_default();
            let refused = parts.any(|part| part.strip_prefix("q=").is_some_and(|q| q.parse() == Ok(0.0)));
            (name.eq_ignore_ascii_case("gzip") || name == "*") && !refused
        })
    }

    /// Whether the browser already has what this entity tag names.
    pub fn has(&self, tag: &str) -> bool {
        let known = self.header("If-None-Match").unwrap_or_default();
        known.split(',').map(str::trim).any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
    }

    /// Whether the connection is closed after the answer: asked for, or because a body follows that nobody reads.
    pub fn closes(&self) -> bool {
        let asked = self.header("Connection").unwrap_or_default().to_ascii_lowercase();
        let has_body = self.header("Content-Length").is_some_and(|length| length != "0");
        !self.modern || asked.contains("close") || has_body || self.header("Transfer-Encoding").is_some()
    }

    /// Whether the request names this machine. A page elsewhere can point its own name at 127.0.0.1 and would then
    /// read the preview as its own site; such a request carries that page's name.
    pub fn is_for_this_machine(&self) -> bool {
        let Some(host) = self.header("Host") else { return !self.modern };
        let name = match host.strip_prefix('[') {
            Some(rest) => rest.split(']').next().unwrap_or_default(),
            None => host.split(':').next().unwrap_or_default(),
        };
        let name = name.to_ascii_lowercase();
        name == "localhost"
            || name.ends_with(".localhost")
            || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn request(lines: &str) -> Request {
        let bytes = format!("GET /a?b HTTP/1.1\r\n{lines}\r\n");
        match Request::parse(bytes.as_bytes()) {
            Parsed::Whole(request, length) if length == bytes.len() => request,
            other => panic!("{other:?}"),
        }
    }

    #[track_caller]
    fn check(question: fn(&Request) -> bool, line: &str, expected: bool) {
        assert_eq!(question(&request(&format!("{line}\r\n"))), expected, "{line}");
    }

    #[test]
    fn a_head_is_read_up_to_its_end() {
        let bytes = b"GET /a?b HTTP/1.1\r\nHost: x\r\n\r\nGET /next";
        let Parsed::Whole(request, length) = Request::parse(bytes) else { panic!() };
        assert_eq!((request.method.as_str(), request.target.as_str()), ("GET", "/a?b"));
        assert_eq!(&bytes[length..], b"GET /next");
        assert_eq!(request.header("hOST"), Some("x"));
    }

    #[test]
    fn half_a_head_is_a_part_and_noise_is_broken() {
        assert!(matches!(Request::parse(b"GET /a HTTP/1.1\r\nHos"), Parsed::Part));
        assert!(matches!(Request::parse(b""), Parsed::Part));
        assert!(matches!(Request::parse(b"\x16\x03\x01\x02\x00\x01"), Parsed::Broken));
        assert!(matches!(Request::parse(b"GET /a\0b HTTP/1.1\r\n\r\n"), Parsed::Broken));
    }

    #[test]
    fn gzip_only_when_taken() {
        check(Request::takes_gzip, "Accept-Encoding: gzip, deflate, br", true);
        check(Request::takes_gzip, "accept-encoding: br;q=1.0, GZIP; q=0.8", true);
        check(Request::takes_gzip, "Accept-Encoding: *", true);
        check(Request::takes_gzip, "Accept-Encoding: gzip;q=0", false);
        check(Request::takes_gzip, "Accept-Encoding: gzip;q=0.000, br", false);
        check(Request::takes_gzip, "Accept-Encoding: identity", false);
        check(Request::takes_gzip, "X: gzip", false);
    }

    #[test]
    fn known_tags_are_recognised() {
        let has: fn(&Request) -> bool = |request| request.has("\"a-1\"");
        check(has, "If-None-Match: \"a-1\"", true);
        check(has, "If-None-Match: \"b\", W/\"a-1\"", true);
        check(has, "If-None-Match: *", true);
        check(has, "If-None-Match: \"a-10\"", false);
        check(has, "X: \"a-1\"", false);
    }

    #[test]
    fn connections_stay_open_unless_told() {
        check(Request::closes, "X: y", false);
        check(Request::closes, "Connection: keep-alive", false);
        check(Request::closes, "Connection: Close", true);
        check(Request::closes, "Content-Length: 0", false);
        check(Request::closes, "Content-Length: 5", true);
        check(Request::closes, "Transfer-Encoding: chunked", true);
        let Parsed::Whole(old, _) = Request::parse(b"GET / HTTP/1.0\r\n\r\n") else { panic!() };
        assert!(old.closes() && old.is_for_this_machine());
    }

    #[test]
    fn only_this_machine_is_answered() {
        for host in ["localhost", "LOCALHOST:8080", "127.0.0.1:8080", "127.0.0.2", "[::1]:8080", "a.localhost:80"] {
            check(Request::is_for_this_machine, &format!("Host: {host}"), true);
        }
        for host in ["evil.example", "evil.example:8080", "192.168.1.5:8080", "localhost.evil.example", "", "[::2]"] {
            check(Request::is_for_this_machine, &format!("Host: {host}"), false);
        }
        check(Request::is_for_this_machine, "X: y", false);
    }
}

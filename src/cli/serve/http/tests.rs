//! A server on a real port, spoken to over a plain connection.

use std::{
    fs,
    io::{Read, Write},
    sync::Barrier,
};

use super::*;

const PAGE: &str = "<!doctype html><html><body><h1>Front</h1></body></html>";
const FEED: &str = r#"{"title":"A feed"}"#;

/// A site of a few files in a folder that goes with it.
fn built(title: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("index.html", &PAGE.replace("Front", title));
    write("404.html", "<body>No such page</body>");
    write("goals/a/index.html", "<body>Goal</body>");
    write("assets/app-1a2b.js", &"export const goal = 1;\n".repeat(200));
    write("assets/app-1a2b.wasm", "\0asm");
    write("data/feed.json", FEED);
    folder
}

fn options(root: &Path, base: &str, live: bool) -> Options {
    Options { root: root.to_owned(), base: base.to_owned(), port: Some(0), live }
}

/// Long enough never to matter on a busy machine, except where a test is about running out of it.
const PATIENCE: Patience = Patience {
    idle: Duration::from_secs(20),
    head: Duration::from_secs(20),
    write: Duration::from_secs(20),
    heartbeat: Duration::from_secs(20),
};

fn start(root: &Path, base: &str, live: bool) -> Server {
    Server::start_with(&options(root, base, live), PATIENCE).unwrap()
}

fn connect(server: &Server) -> TcpStream {
    let stream = TcpStream::connect(server.local).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    stream
}

struct Reply {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Reply {
    fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().skip(1).filter_map(|line| line.split_once(": "));
        lines.find(|(other, _)| *other == name).map(|(_, value)| value)
    }

    fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

/// Reads one reply of known length and leaves the connection open.
#[track_caller]
fn read_reply(stream: &mut TcpStream, has_body: bool) -> Reply {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        assert_eq!(stream.read(&mut byte).unwrap(), 1, "closed after {:?}", String::from_utf8_lossy(&head));
        head.push(byte[0]);
    }
    let head = String::from_utf8(head).unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    let mut reply = Reply { status, head, body: Vec::new() };
    if has_body && status != 304 {
        let length = reply.header("Content-Length").unwrap().parse().unwrap();
        reply.body = vec![0; length];
        stream.read_exact(&mut reply.body).unwrap();
    }
    reply
}

/// Sends one request on a connection of its own. `lines`: further header lines, each with `\r\n`.
#[track_caller]
fn ask(server: &Server, method: &str, target: &str, lines: &str) -> Reply {
    let mut stream = connect(server);
    // In one piece, as browsers send it.
    let request = format!("{method} {target} HTTP/1.1\r\nHost: {}\r\n{lines}\r\n", server.local);
    stream.write_all(request.as_bytes()).unwrap();
    read_reply(&mut stream, method != "HEAD")
}

/// What a GET answers, by status, a part of the body and optionally the value of one header.
#[track_caller]
fn check(target: &str, status: u16, body: &str, header: Option<(&str, &str)>) {
    let folder = built("Front");
    for base in ["/", "/our/town/"] {
        let server = start(folder.path(), base, false);
        let under = |path: &str| path.strip_prefix('/').map_or(path.to_owned(), |path| format!("{base}{path}"));
        let reply = ask(&server, "GET", &under(target), "");
        assert_eq!(reply.status, status, "{base} {target}");
        assert!(String::from_utf8_lossy(&reply.body).contains(body), "{base} {target}: {:?}", reply.text());
        if let Some((name, value)) = header {
            let value = if name == "Location" { under(value) } else { value.to_owned() };
            assert_eq!(reply.header(name), Some(value.as_str()), "{base} {target}");
        }
    }
}

#[test]
fn pages_and_files() {
    check("/", 200, PAGE, Some(("Content-Type", "text/html; charset=utf-8")));
    check("/index.html", 200, PAGE, Some(("Cache-Control", "no-cache")));
    check("/goals/a/?period=2024", 200, "Goal", None);
    check("/assets/app-1a2b.wasm", 200, "\0asm", Some(("Content-Type", "application/wasm")));
    check("/data/feed.json", 200, FEED, Some(("Access-Control-Allow-Origin", "*")));
}

#[test]
fn a_folder_is_sent_to_its_closing_slash() {
    check("/goals/a", 301, "", Some(("Location", "/goals/a/")));
    check("/goals/a?x=1&y=%20", 301, "", Some(("Location", "/goals/a/?x=1&y=%20")));
}

#[test]
fn what_is_missing_says_so() {
    check("/goals/b/", 404, "No such page", Some(("Content-Type", "text/html; charset=utf-8")));
    check("/goals/", 404, "No such page", None);
    check("/404.html", 200, "No such page", None);
}

#[test]
fn what_is_missing_among_the_kept_files_is_not_missing_for_good() {
    check("/assets/gone.js", 404, "No such page", Some(("Cache-Control", "no-cache")));
}

#[test]
fn there_is_no_way_out_of_the_folder() {
    let outer = tempfile::tempdir().unwrap();
    fs::write(outer.path().join("secret"), "secret").unwrap();
    let root = outer.path().join("site");
    fs::create_dir(&root).unwrap();
    fs::write(root.join("index.html"), PAGE).unwrap();
    let server = start(&root, "/", false);
    for target in [
        "/../secret",
        "/%2e%2e/secret",
        "/%2E%2E%2Fsecret",
        "/..%5csecret",
        "/..\\secret",
        "/index.html%00",
        "//../secret",
        "/%2fetc/passwd",
        "//etc/passwd",
    ] {
        let reply = ask(&server, "GET", target, "");
        assert_eq!(reply.status, 404, "{target}");
        assert!(!reply.text().contains("secret"), "{target}");
    }
}

#[test]
fn a_site_without_an_own_page_for_it_answers_404_in_words() {
    let folder = built("Front");
    fs::remove_file(folder.path().join("404.html")).unwrap();
    let reply = ask(&start(folder.path(), "/", false), "GET", "/nowhere", "");
    assert_eq!((reply.status, reply.text()), (404, "There is no such page\n"));
}

#[test]
fn outside_the_base_stands_where_the_site_is() {
    let folder = built("Front");
    let server = start(folder.path(), "our/town", false);
    assert_eq!(server.address(), format!("http://127.0.0.1:{}/our/town/", server.port()));
    for target in ["/", "/our/", "/our/townhall/", "/index.html"] {
        let reply = ask(&server, "GET", target, "");
        assert_eq!((reply.status, reply.text()), (404, format!("The site is at {}\n", server.address()).as_str()));
    }
    let reply = ask(&server, "GET", "/our/town?a=b", "");
    assert_eq!((reply.status, reply.header("Location")), (301, Some("/our/town/?a=b")));
}

#[test]
fn the_production_headers_are_sent_except_those_for_https() {
    let folder = built("Front");
    let server = start(folder.path(), "/", false);
    for (target, status) in [("/", 200), ("/nowhere", 404), ("/goals/a", 301)] {
        let reply = ask(&server, "GET", target, "");
        assert_eq!(reply.status, status);
        assert!(reply.header("Content-Security-Policy").unwrap().starts_with("default-src 'none'; script-src 'self'"));
        assert_eq!(reply.header("Cross-Origin-Embedder-Policy"), Some("require-corp"));
        assert!(!reply.head.contains("upgrade-insecure-requests") && !reply.head.contains("Strict-Transport"));
    }
}

#[test]
fn only_reading_is_allowed() {
    let folder = built("Front");
    let server = start(folder.path(), "/", false);
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "get"] {
        let reply = ask(&server, method, "/", "");
        assert_eq!((reply.status, reply.header("Allow")), (405, Some("GET, HEAD")), "{method}");
    }
    // A body that is sent along does not turn into the next request.
    let mut stream = connect(&server);
    let body = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    write!(stream, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: {}\r\n\r\n{body}", body.len()).unwrap();
    assert_eq!(read_reply(&mut stream, true).status, 405);
    assert_eq!(stream.read(&mut [0]).unwrap(), 0);
}

#[test]
fn head_is_get_without_the_body() {
    let folder = built("Front");
    let server = start(folder.path(), "/", false);
    for target in ["/", "/nowhere", "/goals/a"] {
        let (get, mut stream) = (ask(&server, "GET", target, ""), connect(&server));
        write!(stream, "HEAD {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
        let mut all = String::new();
        stream.read_to_string(&mut all).unwrap();
        assert_eq!(all.replace("Connection: close", "Connection: keep-alive"), get.head, "{target}");
    }
}

#[test]
fn what_is_known_is_not_sent_again() {
    let folder = built("Front");
    let server = start(folder.path(), "/", false);
    let tag = ask(&server, "GET", "/", "").header("ETag").unwrap().to_owned();
    let known = format!("If-None-Match: {tag}\r\n");
    let reply = ask(&server, "GET", "/", &known);
    assert_eq!((reply.status, reply.header("ETag")), (304, Some(tag.as_str())));
    assert_eq!(ask(&server, "GET", "/nowhere", "If-None-Match: *\r\n").status, 404);

    fs::write(folder.path().join("index.html"), PAGE.replace("Front", "Fresh")).unwrap();
    let reply = ask(&server, "GET", "/", &known);
    assert_eq!(reply.status, 200);
    assert!(reply.text().contains("Fresh"));
}

#[test]
fn gzip_is_sent_to_those_who_take_it() {
    let folder = built("Front");
    let server = start(folder.path(), "/", false);
    let plain = ask(&server, "GET", "/assets/app-1a2b.js", "");
    assert_eq!((plain.header("Content-Encoding"), plain.header("Vary")), (None, Some("Accept-Encoding")));
    let packed = ask(&server, "GET", "/assets/app-1a2b.js", "Accept-Encoding: gzip, br\r\n");
    assert_eq!((packed.header("Content-Encoding"), packed.header("Vary")), (Some("gzip"), Some("Accept-Encoding")));
    assert!(packed.body.len() < plain.body.len() / 10);
    let mut unpacked = Vec::new();
    flate2::read::GzDecoder::new(packed.body.as_slice()).read_to_end(&mut unpacked).unwrap();
    assert_eq!(unpacked, plain.body);
    assert_ne!(packed.header("ETag"), plain.header("ETag"));
    // Too small to be worth it.
    assert_eq!(ask(&server, "GET", "/", "Accept-Encoding: gzip\r\n").header("Content-Encoding"), None);
}

#[test]
fn a_connection_serves_many_requests() {
    let folder = built("Front");
    let server = start(folder.path(), "/", false);
    let mut stream = connect(&server);
    for _ in 0..3 {
        write!(stream, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        assert_eq!(read_reply(&mut stream, true).text(), PAGE);
    }
    // Two at once, the first of them with nothing to send.
    write!(stream, "HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\nGET /data/feed.json HTTP/1.1\r\nHost: localhost\r\n\r\n")
        .unwrap();
    assert_eq!(read_reply(&mut stream, false).status, 200);
    assert_eq!(read_reply(&mut stream, true).text(), FEED);
}

#[test]
fn a_name_from_elsewhere_is_refused() {
    let folder = built("Front");
    let server = start(folder.path(), "/", false);
    let mut stream = connect(&server);
    write!(stream, "GET /data/feed.json HTTP/1.1\r\nHost: evil.example:{}\r\n\r\n", server.port()).unwrap();
    let reply = read_reply(&mut stream, true);
    assert_eq!(reply.status, 421);
    assert!(reply.text().contains(server.address()) && !reply.text().contains("A feed"));
}

#[test]
fn noise_is_refused_and_the_server_goes_on() {
    let folder = built("Front");
    let server = start(folder.path(), "/", false);
    for (noise, status) in [
        ("\u{16}\u{3}\u{1}\r\n\r\n".to_owned(), 400),
        ("GET http://127.0.0.1/ HTTP/9\r\n\r\n".to_owned(), 400),
        (format!("GET / HTTP/1.1\r\nX: {}", "y".repeat(20_000)), 431),
    ] {
        let mut stream = connect(&server);
        stream.write_all(noise.as_bytes()).unwrap();
        assert_eq!(read_reply(&mut stream, true).status, status);
    }
    drop(connect(&server));
    assert_eq!(ask(&server, "GET", "/", "").status, 200);
}

#[test]
fn half_a_request_holds_up_nobody_and_is_ended() {
    let folder = built("Front");
    let patience = Patience { head: Duration::from_secs(2), ..PATIENCE };
    let server = Server::start_with(&options(folder.path(), "/", false), patience).unwrap();
    let mut slow: Vec<_> = (0..8).map(|_| connect(&server)).collect();
    for stream in &mut slow {
        write!(stream, "GET / HTTP/1.1\r\nHos").unwrap();
    }
    assert_eq!(ask(&server, "GET", "/", "").status, 200);
    for stream in &mut slow {
        assert_eq!(read_reply(stream, true).status, 408);
        assert_eq!(stream.read(&mut [0]).unwrap(), 0);
    }
}

#[test]
fn an_idle_connection_is_closed_without_a_word() {
    let folder = built("Front");
    let patience = Patience { idle: Duration::from_millis(50), ..PATIENCE };
    let server = Server::start_with(&options(folder.path(), "/", false), patience).unwrap();
    assert_eq!(connect(&server).read(&mut [0]).unwrap(), 0);
}

#[test]
fn another_folder_is_shown_at_once() {
    let (one, two) = (built("One"), built("Two"));
    let server = start(one.path(), "/", false);
    assert!(ask(&server, "GET", "/", "").text().contains("One"));
    server.show(two.path()).unwrap();
    assert!(ask(&server, "GET", "/", "").text().contains("Two"));
    assert!(server.show(&two.path().join("nowhere")).is_err());
    assert!(ask(&server, "GET", "/", "").text().contains("Two"));
}

#[test]
fn while_builds_are_swapped_and_deleted_no_page_is_missing() {
    let mut shown = built("Build 0");
    let server = start(shown.path(), "/", false);
    let together = Barrier::new(4);
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                let mut stream = connect(&server);
                together.wait();
                for _ in 0..100 {
                    write!(stream, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
                    let reply = read_reply(&mut stream, true);
                    assert!(reply.status == 200 && reply.text().contains("Build "), "{}", reply.status);
                }
            });
        }
        together.wait();
        for n in 1..30 {
            let next = built(&format!("Build {n}"));
            server.show(next.path()).unwrap();
            // Deletes the folder of the build before.
            shown = next;
        }
    });
    assert!(ask(&server, "GET", "/", "").text().contains("Build 29"), "{}", shown.path().display());
}

/// Opens the event stream and reads its head.
fn listen(server: &Server) -> TcpStream {
    let mut stream = connect(server);
    write!(stream, "GET /__commonweal/changes HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n")
        .unwrap();
    let reply = read_reply(&mut stream, false);
    assert_eq!((reply.status, reply.header("Content-Type")), (200, Some("text/event-stream")));
    assert_eq!((reply.header("Cache-Control"), reply.header("Content-Length")), (Some("no-store"), None));
    stream
}

/// Reads one event: its lines up to the empty one.
fn read_event(stream: &mut TcpStream) -> String {
    let mut event = Vec::new();
    while !event.ends_with(b"\n\n") {
        let mut byte = [0];
        assert_eq!(stream.read(&mut byte).unwrap(), 1, "closed");
        event.push(byte[0]);
    }
    String::from_utf8(event).unwrap()
}

#[test]
fn open_pages_hear_of_builds_and_of_mistakes() {
    let (one, two) = (built("One"), built("Two"));
    let server = start(one.path(), "/", true);
    let first = server.host.site().revision;
    let mut stream = listen(&server);
    assert_eq!(read_event(&mut stream), format!("event: site\ndata: {first}\n\n"));
    server.say("goals/a.json:3: the title is missing");
    let notice = "event: notice\ndata: goals/a.json:3: the title is missing\n\n";
    assert_eq!(read_event(&mut stream), notice);
    let mut late = listen(&server);
    read_event(&mut late);
    assert_eq!(read_event(&mut late), notice);
    server.show(two.path()).unwrap();
    for stream in [&mut stream, &mut late] {
        assert_eq!(read_event(stream), format!("event: site\ndata: {}\n\n", first + 1));
    }
}

#[test]
fn open_event_streams_hold_up_nobody_and_end_with_the_server() {
    let folder = built("One");
    let server = start(folder.path(), "/", true);
    let mut streams: Vec<_> = (0..8).map(|_| listen(&server)).collect();
    assert_eq!(ask(&server, "GET", "/", "").status, 200);
    let local = server.local;
    drop(server);
    for stream in &mut streams {
        read_event(stream);
        assert_eq!(stream.read(&mut [0]).unwrap(), 0);
    }
    assert!(TcpStream::connect(local).is_err());
}

#[test]
fn an_event_stream_shows_signs_of_life() {
    let folder = built("One");
    let patience = Patience { heartbeat: Duration::from_millis(20), ..PATIENCE };
    let server = Server::start_with(&options(folder.path(), "/", true), patience).unwrap();
    let mut stream = listen(&server);
    read_event(&mut stream);
    assert_eq!(read_event(&mut stream), ": still here\n\n");
}

#[test]
fn pages_on_their_way_out_get_the_script_and_files_do_not() {
    let folder = built("Front");
    let server = start(folder.path(), "/our/town/", true);
    let revision = server.host.site().revision;
    let tag = format!(r#"<script src="/our/town/__commonweal/live.js?site={revision}" defer></script></body>"#);
    for (target, status) in [("/our/town/", 200), ("/our/town/goals/a/", 200), ("/our/town/nowhere", 404)] {
        let reply = ask(&server, "GET", target, "");
        assert_eq!((reply.status, reply.text().matches(&tag).count()), (status, 1), "{target}");
    }
    assert_eq!(ask(&server, "GET", "/our/town/data/feed.json", "").text(), FEED);
    assert_eq!(fs::read_to_string(folder.path().join("index.html")).unwrap(), PAGE);
    let script = ask(&server, "GET", &format!("/our/town/__commonweal/live.js?site={revision}"), "");
    assert_eq!((script.status, script.header("Content-Type")), (200, Some("text/javascript; charset=utf-8")));
    assert!(script.text().contains("EventSource"));
}

#[test]
fn without_live_nothing_is_added() {
    let folder = built("Front");
    let server = start(folder.path(), "/", false);
    assert_eq!(ask(&server, "GET", "/", "").text(), PAGE);
    for target in ["/__commonweal/live.js", "/__commonweal/changes"] {
        assert_eq!(ask(&server, "GET", target, "").status, 404);
    }
}

#[test]
fn a_port_in_use_is_named_and_without_a_wish_the_next_one_is_taken() {
    let folder = built("Front");
    let server = start(folder.path(), "/", false);
    let wanted = Options { port: Some(server.port()), ..options(folder.path(), "/", false) };
    let error = Server::start(&wanted).err().unwrap().to_string();
    assert!(error.ends_with(&format!(": {}", server.port())) && error.contains("another program"), "{error}");

    let anywhere = Options { port: None, ..wanted };
    let (one, two) = (Server::start(&anywhere).unwrap(), Server::start(&anywhere).unwrap());
    assert!(PORTS.contains(&one.port()) && PORTS.contains(&two.port()) && one.port() != two.port());
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let error = Server::start(&options(Path::new("/no/such/site"), "/", false)).err().unwrap();
    assert!(error.to_string().ends_with(": /no/such/site"), "{error}");
}

#[test]
fn bases_are_brought_into_one_form() {
    let form = |base: &str| base_path(base).ok();
    for base in ["", "/"] {
        assert_eq!(form(base).as_deref(), Some("/"));
    }
    for base in ["our-town", "/our-town", "our-town/", "/our-town/"] {
        assert_eq!(form(base).as_deref(), Some("/our-town/"));
    }
    for base in ["//", "/a//b/", "/../", "/a b/", "/a\"/", "/a?b/", "https://a.example/"] {
        assert_eq!(form(base), None, "{base}");
    }
}

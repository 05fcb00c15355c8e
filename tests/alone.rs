//! A release alone: one file in an empty folder, with nothing on the PATH and no settings, takes a coalition from
//! nothing to a site.
//!
//! Only a program that carries the app can do that. `COMMONWEAL` names another one than that of these tests:
//! `COMMONWEAL=target/release/commonweal cargo test --test alone -- --include-ignored`
#![cfg(not(target_arch = "wasm32"))]
// Helpers of tests are not tests to clippy.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// What somebody types on the first day, from the first command to the last.
const FIRST_DAY: &[&[&str]] = &[
    &["init", "feed"],
    &["check", "feed", "--strict"],
    &["build", "feed", "--out", "site"],
    &["build", "feed", "--out", "below", "--base", "/our-town/", "--compress"],
    &["snapshot", "feed", "--out", "copy.html"],
    // A further command that has to need nothing gets its line here.
];

/// A folder that holds nothing but the program.
///
/// Another process copies it. With `fs::copy` the file is open for writing here for a moment; a program that another
/// test starts in that moment inherits it until it runs, and Linux refuses to start a file that somebody writes.
fn alone() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let program = std::env::var_os("COMMONWEAL").map_or(env!("CARGO_BIN_EXE_commonweal").into(), PathBuf::from);
    let copied = Command::new("cp").arg(&program).arg(folder.path().join("commonweal")).status().unwrap();
    assert!(copied.success(), "{}: {copied}", program.display());
    folder
}

/// The program in a folder, without anything of the person's own.
fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(folder.join("commonweal"));
    command.args(arguments).current_dir(folder).env_clear().env("PATH", "").stdin(Stdio::null());
    command
}

#[track_caller]
fn check(folder: &Path, arguments: &[&str]) {
    let output = command(folder, arguments).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{arguments:?}\n{}\n{}", text(&output.stdout), text(&output.stderr));
}

/// Ends with the test, whatever becomes of it.
struct Ends(Child);

impl Drop for Ends {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What a server on this machine answers: the whole of it.
fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
#[cfg_attr(not(carries_app), ignore = "this program carries no app: COMMONWEAL_APP was not set when it was compiled")]
fn the_first_day_needs_nothing_but_the_program() {
    let folder = alone();
    for arguments in FIRST_DAY {
        check(folder.path(), arguments);
    }
    let home = fs::read_to_string(folder.path().join("site/index.html")).unwrap();
    assert!(home.contains("<h1"), "{home}");
    let assets: Vec<_> =
        fs::read_dir(folder.path().join("site/assets")).unwrap().map(|one| one.unwrap().path()).collect();
    for part in ["figures-", "together-", "coalition-", "changes-", "whole-", "boot-", "style-"] {
        let named = |path: &&PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(part));
        assert!(assets.iter().any(|path| named(&path)), "{part} is not in {assets:?}");
    }
}

#[test]
#[cfg_attr(not(carries_app), ignore = "this program carries no app: COMMONWEAL_APP was not set when it was compiled")]
fn it_shows_the_site_as_well() {
    let folder = alone();
    check(folder.path(), &["init", "feed"]);
    let mut serve = command(folder.path(), &["serve", "feed", "--port", "0"]);
    let mut server = Ends(serve.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap());
    let mut said = String::new();
    BufReader::new(server.0.stdout.take().unwrap()).read_line(&mut said).unwrap();
    let address = said.trim().trim_start_matches("http://").trim_end_matches('/');
    let answer = get(address, "/");
    assert!(answer.starts_with("HTTP/1.1 200 ") && answer.contains("<h1"), "{answer}");
    let answer = get(address, "/nothing-here/");
    assert!(answer.starts_with("HTTP/1.1 404 ") && answer.contains("<h1"), "{answer}");
}

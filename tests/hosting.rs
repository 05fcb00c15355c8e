//! `commonweal hosting`: the files in `hosting/` are what it prints, and it refuses what a server would take for more than
//! a name. Whether the servers understand them is asked of the servers: `tests/site/hosts.spec.js`.
//!
//! `REWRITE_DOCS=1 cargo test --test hosting` writes the files anew.
#![cfg(not(target_arch = "wasm32"))]
// Helpers of tests are not tests to clippy.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_commonweal")).arg("hosting").args(arguments).output().unwrap()
}

fn printed(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[track_caller]
fn check(file: &str, arguments: &[&str]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("hosting").join(file);
    let text = printed(arguments);
    if std::env::var_os("REWRITE_DOCS").is_some() {
        fs::write(&path, &text).unwrap();
    }
    let is = fs::read_to_string(&path).unwrap();
    assert!(is == text, "hosting/{file} is out of date: REWRITE_DOCS=1 cargo test --test hosting");
}

#[test]
fn the_files_are_what_the_program_prints() {
    check("nginx.conf", &["nginx"]);
    check("Caddyfile", &["caddy"]);
    check("cloudfront.js", &["cloudfront"]);
}

#[test]
fn below_a_path_every_address_begins_with_it() {
    for host in ["nginx", "caddy", "cloudfront", "headers"] {
        let text = printed(&[host, "--base", "our-town"]);
        assert!(text.contains("/our-town/assets/"), "{text}");
        assert!(!text.replace("/our-town/assets/", "").contains("/assets/"), "{text}");
    }
    assert!(printed(&["nginx", "--base", "/a.b/"]).contains("\"~^/a\\.b/assets/\""));
}

#[test]
fn an_address_may_be_named() {
    assert!(printed(&["nginx", "--listen", "[::1]:8080"]).contains("    listen [::1]:8080;\n"));
    assert!(printed(&["caddy", "--listen", "127.0.0.1:8080"]).contains("\nhttp://127.0.0.1:8080 {\n"));
    assert!(printed(&["caddy", "--listen", "8080"]).contains("\nhttp://:8080 {\n"));
    assert!(printed(&["caddy", "--name", "our-town.org"]).contains("\nour-town.org {\n"));
    assert!(printed(&["nginx", "--name", "our-town.org"]).contains("    server_name our-town.org;\n"));
    assert!(printed(&["nginx", "--root", "/var/www/our-town/"]).contains("    root /var/www/our-town;\n"));
}

#[track_caller]
fn refused(arguments: &[&str], why: &str) {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    assert!(String::from_utf8_lossy(&output.stderr).contains(why), "{output:?}");
}

#[test]
fn what_a_server_would_take_for_more_is_refused() {
    refused(&["nginx", "--root", "/srv/a; include /etc/passwd"], "--root may hold letters, digits and");
    refused(&["caddy", "--listen", "a {"], "--listen may hold letters");
    refused(&["nginx", "--name", "a; b"], "--name may hold letters");
    refused(&["nginx", "--base", "/a b/"], "the base path may hold letters");
    refused(&["apache"], "possible values: nginx, caddy, cloudfront, headers");
}

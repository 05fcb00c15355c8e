//! `commonweal hosting`: the files in `hosting/` are what it prints, and it refuses what a server would take for more than
//! a name. Whether the servers understand them is asked of the servers: `tests/site/hosts.spec.js`.
//!
//! What a container starts, `hosting/start`, is run without a container and up to the server; with the server:
//! `tests/site/hosts.spec.js`.
//!
//! `REWRITE_DOCS=1 cargo test --test hosting` writes the files anew.
#![cfg(not(target_arch = "wasm32"))]
// Helpers of tests are not tests to clippy.
#![allow(clippy::unwrap_used)]

#[path = "support/app.rs"]
mod support;

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use support::app;

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
fn sites_below_a_page_over_several_have_their_rules() {
    for host in ["nginx", "caddy", "headers"] {
        let text = printed(&[host, "--base", "/r/", "--with", "east", "--with", "west-2"]);
        for path in ["assets/", "data/", "data/parts/", "embed/", "pictures/"] {
            for site in ["/r/", "/r/east/", "/r/west-2/"] {
                assert!(text.contains(&format!("{site}{path}")), "{host} {site}{path}");
            }
        }
        assert!(!text.contains("\"/r/east/\"") && !text.contains("/r/east/*"), "{host} repeats what holds for all");
    }
    let text = printed(&["cloudfront", "--base", "r", "--with", "east", "--with", "west-2"]);
    assert!(text.contains("var base = \"/r/\";\nvar below = [\"/r/east/\", \"/r/west-2/\"];"), "{text}");
    // CloudFront takes no function of more than 10 kB.
    let many: Vec<String> = (0..40).map(|n| format!("--with=our-town-{n}")).collect();
    let many: Vec<&str> = std::iter::once("cloudfront").chain(many.iter().map(String::as_str)).collect();
    assert!(printed(&many).len() < 10_000, "{}", printed(&many).len());
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
    refused(&["nginx", "--with", "a b"], "small letters, digits and - only");
    refused(&["nginx", "--with", "es"], "is taken for other addresses of the page");
    refused(&["apache"], "possible values: nginx, caddy, cloudfront, headers");
}

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// What a container starts, in a folder of its own: `nginx` prints how it was told, and `commonweal` is a script.
struct Container {
    folder: tempfile::TempDir,
}

impl Container {
    #[track_caller]
    fn new(commonweal: &str) -> Self {
        let container = Self { folder: tempfile::tempdir().unwrap() };
        container.program("nginx", "cat \"$2\"");
        container.program("commonweal", commonweal);
        container
    }

    /// With the real program, and a stand-in for the app inside it.
    fn whole() -> Self {
        let container = Self::new("");
        let app = app(container.folder.path());
        let real = env!("CARGO_BIN_EXE_commonweal");
        container.program(
            "commonweal",
            &format!("[ \"$1\" != build ] || set -- \"$@\" --app '{app}'\nexec '{real}' \"$@\""),
        );
        container
    }

    fn program(&self, name: &str, script: &str) {
        let file = self.path("bin").join(name);
        fs::create_dir_all(self.path("bin")).unwrap();
        fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
        assert!(Command::new("chmod").arg("+x").arg(file).status().unwrap().success());
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, feed: &Path, base: Option<&str>) -> Command {
        let path = std::env::var("PATH").unwrap();
        // What runs in the background of a shell was told to pass over signals, and no shell hears these again.
        let mut command = Command::new("env");
        command.args(["--default-signal=INT,QUIT,TERM", "sh"]);
        command.arg(Path::new(ROOT).join("hosting/start")).env_remove("BASE").env_remove("LISTEN");
        command.env("PATH", format!("{}:{path}", self.path("bin").display()));
        command.env("FEED", feed).env("WORK", self.path("work")).envs(base.map(|base| ("BASE", base)));
        command
    }
}

#[track_caller]
fn starts(base: Option<&str>, at: &str, page: &str) {
    let container = Container::whole();
    let output = container.command(&Path::new(ROOT).join("tests/fixtures/small.json"), base).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("    access_log off;\n"), "{told}");
    let site = fs::read_to_string(container.path("work/site.conf")).unwrap();
    let root = container.path("work/www");
    assert!(site.contains(&format!("    root {};\n", root.display())) && site.contains("    listen 8080;\n"), "{site}");
    assert!(site.contains(&format!("error_page 404 {at}404.html;")), "{site}");
    let page = root.join(page);
    assert!(fs::read_to_string(&page).unwrap().contains(&format!("data-base=\"{at}\"")), "{}", page.display());
    assert!(page.with_file_name("index.html.br").is_file());
}

#[test]
fn a_container_finds_the_site_that_it_built_at_any_base_path() {
    starts(None, "/", "index.html");
    starts(Some("/"), "/", "index.html");
    starts(Some("/our-town/"), "/our-town/", "our-town/index.html");
    starts(Some("our-town"), "/our-town/", "our-town/index.html");
    starts(Some("/a/b"), "/a/b/", "a/b/index.html");
}

#[test]
fn a_container_without_a_sound_feed_serves_nothing_and_says_why() {
    let container = Container::whole();
    fs::write(container.path("feed.json"), "{}").unwrap();
    for (feed, code, why) in [("feed.json", 1, "Nothing was built."), ("nowhere", 2, "nowhere")] {
        let output = container.command(&container.path(feed), None).output().unwrap();
        assert_eq!(output.status.code(), Some(code), "{output:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains(why), "{output:?}");
        assert!(!container.path("work/nginx.conf").exists(), "{feed}");
    }
}

#[test]
fn a_container_that_is_stopped_while_it_builds_ends() {
    // It says where it is and then waits for good.
    let container = Container::new("echo $$\nexec tail -f /dev/null");
    for signal in ["-QUIT", "-TERM"] {
        let mut start = container.command(Path::new("feed"), None).stdout(Stdio::piped()).spawn().unwrap();
        let mut said = BufReader::new(start.stdout.take().unwrap());
        let mut build = String::new();
        said.read_line(&mut build).unwrap();
        let kill = |signal, process: &str| Command::new("kill").args([signal, process]).status().unwrap().success();
        assert!(kill(signal, &start.id().to_string()));
        let code = start.wait().unwrap().code();
        if code != Some(143) {
            kill("-KILL", build.trim());
        }
        assert_eq!(code, Some(143), "{signal}");
        // The build has ended too: nobody holds the other end any more.
        said.read_to_string(&mut build).unwrap();
    }
}

#[test]
fn an_image_is_made_of_what_a_release_holds() {
    let file = fs::read_to_string(Path::new(ROOT).join("hosting/Dockerfile")).unwrap();
    let dist = fs::read_to_string(Path::new(ROOT).join("scripts/dist")).unwrap();
    let held = dist.lines().find_map(|line| line.strip_prefix("cp -R ")).unwrap();
    let copied: Vec<&str> = file.lines().filter_map(|line| line.strip_prefix("COPY ")).collect();
    assert_eq!(copied.len(), 2);
    for line in copied {
        // Whoever unpacks it may do so for nobody but themselves.
        let from = line.strip_prefix("--chmod=755 ").and_then(|rest| rest.split(' ').next()).unwrap();
        let first = from.split('/').next().unwrap();
        assert!(held.split(' ').any(|word| word == first || word == format!("\"${first}\"")), "{from}");
    }
}

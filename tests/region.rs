//! A page over several coalitions: each keeps its own site, and what they count in the same way stands side by side.
#![cfg(not(target_arch = "wasm32"))]
// Helpers of tests are not tests to clippy.
#![allow(clippy::unwrap_used)]

#[path = "support/app.rs"]
mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use support::app;

const TRI_RIVER: &str = "tri-river=samples/tri-river";
const MILLBROOK: &str = "millbrook=samples/millbrook/feed.json";

fn build(folder: &Path, members: &[&str], more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_commonweal"));
    command.args(["build", "--as-of", "2026-11-22", "--app", &app(folder), "--out"]).arg(folder.join("site"));
    command.args(members.iter().flat_map(|member| ["--with", member]));
    command.args(more).output().unwrap()
}

/// Builds into a folder, which is returned.
#[track_caller]
fn built(members: &[&str], more: &[&str]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let made = build(folder.path(), members, more);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let site = folder.path().join("site");
    (folder, site)
}

fn read(site: &Path, file: &str) -> String {
    fs::read_to_string(site.join(file)).unwrap_or_else(|why| panic!("{file}: {why}"))
}

/// Every address of the page is a file of the site.
#[track_caller]
fn check(site: &Path, base: &str, file: &str, texts: &[&str]) {
    let html = read(site, file);
    for text in texts {
        assert!(html.contains(text), "{text} is not on {file}");
    }
    assert!(!html.contains("<script") && !html.contains(" style=\""));
    let addresses = html.split(" href=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    let mut seen = 0;
    for address in addresses.filter(|address| !address.starts_with('#')) {
        let inside = address.strip_prefix(base).unwrap_or_else(|| panic!("{address} leaves the site"));
        let target =
            if inside.is_empty() || inside.ends_with('/') { format!("{inside}index.html") } else { inside.into() };
        assert!(site.join(&target).is_file(), "{address} on {file} leads nowhere");
        seen += 1;
    }
    assert!(seen > 5, "{seen} addresses on {file}");
}

#[test]
fn both_samples_keep_their_sites_below_one_page() {
    let (_folder, site) = built(&[TRI_RIVER, MILLBROOK], &["--region", "Two valleys"]);
    let names =
        ["Two valleys", "Tri-River Healthy Communities", "No two coalitions count the same thing", "Sample data."];
    check(&site, "/", "index.html", &names);
    check(&site, "/", "es/index.html", &["Las coaliciones", "href=\"/tri-river/es/\""]);
    // One of them is not there in Arabic: then the link leads to its own language.
    check(&site, "/", "ar/index.html", &["dir=\"rtl\"", "href=\"/millbrook/ar/\"", "href=\"/tri-river/\""]);
    check(&site, "/", "404.html", &["Page not found"]);
    let own = read(&site, "tri-river/index.html");
    assert!(own.contains("data-base=\"/tri-river/\"") && own.contains("href=\"/tri-river/indicators/\""));
    assert!(site.join("millbrook/es/index.html").is_file() && site.join("millbrook/data/feed.json").is_file());
    let index: Value = serde_json::from_str(&read(&site, "data/region.json")).unwrap();
    assert_eq!(index["coalitions"][1]["feed"], "/millbrook/data/feed.json");
    assert_eq!(index["shared"].as_array().unwrap().len(), 0);
}

#[test]
fn one_feed_twice_shares_everything_and_adds_up_nothing() {
    let (_folder, site) = built(&[MILLBROOK, "again=samples/millbrook/feed.json"], &["--base", "/region/"]);
    check(
        &site,
        "/region/",
        "index.html",
        &["Counted in the same way", "href=\"/region/again/indicators/ind-library-card/\""],
    );
    let index: Value = serde_json::from_str(&read(&site, "data/region.json")).unwrap();
    let shared = index["shared"].as_array().unwrap();
    assert_eq!(shared.len(), 5);
    for measure in shared {
        let both: Vec<&str> = measure["measures"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
        let [one, two] = both.as_slice() else { panic!("{both:?}") };
        assert_eq!(one.replace("/millbrook/", "/again/"), *two);
    }
    let headers = read(&site, "_headers");
    assert!(headers.contains("\n/region/again/*\n") && headers.starts_with("/region/\n"));
    assert!(!headers.contains("\n/region/*\n"), "two rules for one address, which hosts join");
}

#[test]
fn a_feed_that_is_imported_stands_beside_the_samples() {
    let real = Path::new("../shared/real/open-sdg-uk");
    if !real.is_dir() {
        println!("skipped: {} is not there", real.display());
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let feed = folder.path().join("uk");
    let imported = Command::new(env!("CARGO_BIN_EXE_commonweal"))
        .args(["import", "open-sdg"])
        .arg(real)
        .arg("--out")
        .arg(&feed)
        .output()
        .unwrap();
    assert!(imported.status.code().is_some_and(|code| code < 2), "{}", String::from_utf8_lossy(&imported.stderr));
    let uk = format!("uk={}", feed.display());
    let (_folder, site) = built(&[TRI_RIVER, MILLBROOK, &uk], &[]);
    check(&site, "/", "index.html", &["Coalitions side by side", "href=\"/uk/\""]);
    let index: Value = serde_json::from_str(&read(&site, "data/region.json")).unwrap();
    assert_eq!(index["coalitions"].as_array().unwrap().len(), 3);
    assert!(site.join("uk/indicators/index.html").is_file());
}

#[test]
fn a_fault_in_one_feed_stops_the_whole() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("feed.json"), "{}").unwrap();
    let broken = format!("broken={}", folder.path().join("feed.json").display());
    let made = build(folder.path(), &[MILLBROOK, &broken], &[]);
    assert_eq!(made.status.code(), Some(1));
    assert!(!folder.path().join("site").exists());
    let made = build(folder.path(), &[MILLBROOK, MILLBROOK], &[]);
    assert_eq!(made.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&made.stderr).contains("Two feeds have the name millbrook."));
}

/// The addresses that a sitemap names, in order.
fn addresses(site: &Path, file: &str) -> Vec<String> {
    let text = read(site, file);
    text.split("<loc>").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned()).collect()
}

#[test]
fn where_the_address_is_known_a_sitemap_names_the_page_and_the_sites_below_it() {
    let folder = tempfile::tempdir().unwrap();
    let sample = fs::read_to_string("samples/millbrook/feed.json").unwrap();
    let own = sample.replace("https://millbrook.example.org/", "https://region.example.org/all/own/");
    assert!(own != sample);
    fs::write(folder.path().join("feed.json"), own).unwrap();
    let own = format!("own={}", folder.path().join("feed.json").display());
    // The other sample says that its address is elsewhere: its sitemap is not this host's to name.
    let address = ["--base", "/all/", "--site", "https://region.example.org/all"];
    let (_folder, site) = built(&[MILLBROOK, &own], &address);
    let below = "https://region.example.org/all/";
    let listed = ["sitemap-1.xml", "own/sitemap.xml"].map(|file| format!("{below}{file}"));
    assert!(read(&site, "sitemap.xml").contains("<sitemapindex"));
    assert_eq!(addresses(&site, "sitemap.xml"), listed);
    assert_eq!(addresses(&site, "sitemap-1.xml"), ["", "es/", "ar/"].map(|path| format!("{below}{path}")));
    assert!(addresses(&site, "own/sitemap.xml").iter().all(|address| address.starts_with(&format!("{below}own/"))));
    assert_eq!(read(&site, "robots.txt"), format!("User-agent: *\nAllow: /\nSitemap: {below}sitemap.xml\n"));
    let page = read(&site, "es/index.html");
    for line in [
        "<link rel=\"canonical\" href=\"https://region.example.org/all/es/\">",
        "<link rel=\"alternate\" hreflang=\"ar\" href=\"https://region.example.org/all/ar/\">",
        "<meta property=\"og:url\" content=\"https://region.example.org/all/es/\">",
        "<meta property=\"og:title\" content=\"",
    ] {
        assert!(page.contains(line), "{line} is not in {page}");
    }
    // The stand-in for the app has no fonts, with which a card would be drawn.
    assert!(!page.contains("og:image"));
    let missing = read(&site, "404.html");
    assert!(missing.contains("content=\"noindex\"") && !missing.contains("canonical"));
}

#[test]
fn a_page_over_sites_of_other_addresses_has_a_sitemap_of_its_own() {
    let (_folder, site) = built(&[MILLBROOK], &["--site", "https://region.example.org/"]);
    assert!(read(&site, "sitemap.xml").contains("<urlset"));
    assert_eq!(addresses(&site, "sitemap.xml")[0], "https://region.example.org/");
    assert!(!site.join("sitemap-1.xml").exists());
}

#[test]
fn without_an_address_there_is_no_sitemap() {
    let (_folder, site) = built(&[MILLBROOK], &[]);
    assert!(!site.join("sitemap.xml").exists() && site.join("millbrook/sitemap.xml").is_file());
    assert_eq!(read(&site, "robots.txt"), "User-agent: *\nAllow: /\n");
    assert!(read(&site, "index.html").contains("<link rel=\"canonical\" href=\"/\">"));
    let folder = tempfile::tempdir().unwrap();
    let made = build(folder.path(), &[MILLBROOK], &["--site", "region.example.org"]);
    assert_eq!(made.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&made.stderr).contains("write it as https://"));
}

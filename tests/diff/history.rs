//! What a built site says of earlier figures: on the page of a measure, on the page of what was published, in its files.

use super::*;

/// A repository in which a figure is revised twice, another one is withheld, and a target is moved.
fn revised() -> Repository {
    let repository = Repository::new();
    repository.edit("series/ind-visits.csv", "2022-Q1,120,", "2022-Q1,1301,");
    repository.edit("series/ind-visits.csv", "2022-Q2,118,", "2022-Q2,1177,");
    repository.commit("2026-05-02");
    repository.edit("series/ind-visits.csv", "2022-Q1,1301,", "2022-Q1,1404,");
    repository.edit("indicators/ind-reading.json", "\"value\": 60", "\"value\": 58");
    repository.commit("2026-06-03");
    repository.edit("series/ind-visits.csv", "2022-Q2,1177,final", "2022-Q2,,suppressed");
    repository.commit("2026-07-04");
    repository
}

/// The text of a page, without its tags.
fn words(page: &str) -> String {
    let body = page.split("<main").nth(1).unwrap_or_default();
    let texts = body.split('<').map(|part| part.split_once('>').map_or("", |(_, text)| text));
    texts.filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn says(page: &str, parts: &[&str]) {
    let text = words(page);
    for part in parts {
        assert!(text.contains(part), "{part} is not in {text}");
    }
}

#[test]
fn the_page_of_a_measure_says_what_its_figures_were() {
    let repository = revised();
    let site = build(repository.path(), "feed", "revised");
    let page = read(site.join("indicators/ind-visits/index.html"));
    says(
        &page,
        &["1,301 until 3 June 2026", "A ring marks a value that was published before", "Last changed on 4 July 2026"],
    );
    assert!(page.contains("class=\"was\"") && page.contains("href=\"/indicators/ind-visits/history/\""));
    let history = read(site.join("indicators/ind-visits/history/index.html"));
    says(
        &history,
        &[
            "1 of 2 figures was revised",
            "As published on 3 June 2026",
            "As published on 1 March 2026",
            "1,404 revised 1,301 revised 120",
            "withheld later",
        ],
    );
    assert!(history.contains(" data-read"), "the page is only read");
    says(&read(site.join("es/indicators/ind-visits/history/index.html")), &["Publicado el 3 de junio de 2026"]);
    // No figure of reading has changed, but its target has.
    assert!(!site.join("indicators/ind-reading/history").exists());
    says(&read(site.join("indicators/ind-reading/index.html")), &["Last changed on 3 June 2026"]);
    says(&read(site.join("goals/goal-home/index.html")), &["Not changed since 1 March 2026"]);
    assert!(read(site.join("sitemap.xml")).contains("/indicators/ind-visits/history/"));
}

#[test]
fn the_files_of_a_site_say_it_too_and_leak_nothing() {
    let repository = revised();
    let site = build(repository.path(), "feed", "files");
    let feed: Value = serde_json::from_str(&read(site.join("data/feed.json"))).unwrap();
    let series = feed["series"].as_array().unwrap().iter().find(|one| one["indicator"] == "ind-visits").unwrap();
    let line = &series["lines"][0];
    assert_eq!((&line["was"], &line["revised"]), (&json!([1301, null]), &json!(["2026-06-03", null])));
    assert_eq!(feed["changed"]["since"], "2026-03-01");
    assert_eq!(feed["changed"]["figures"], json!({"ind-visits": "2026-07-04"}));
    assert_eq!(feed["changed"]["records"]["ind-reading"], "2026-06-03");
    let csv = read(site.join("data/indicators/ind-visits.csv"));
    assert!(csv.contains(",1301,2026-06-03,"), "{csv}");
    let stood = [
        "2022-Q1 120 final 2026-03-01 false 2026-05-02 false",
        "2022-Q1 1301 final 2026-05-02 false 2026-06-03 false",
        "2022-Q1 1404 final 2026-06-03 false false",
        "2022-Q2 final 2026-03-01 false 2026-07-04 true",
        "2022-Q2 suppressed 2026-07-04 false false",
    ];
    let vintages = read(site.join("data/indicators/ind-visits.vintages.csv"));
    let short =
        |line: &str| line.split(',').skip(3).take(12).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" ");
    assert_eq!(vintages.lines().skip(1).map(short).collect::<Vec<_>>(), stood);
    assert!(!site.join("data/indicators/ind-reading.vintages.csv").exists(), "no figure of it has changed");
    for file in walk(&site) {
        let text = String::from_utf8_lossy(&fs::read(&file).unwrap()).into_owned();
        assert!(!text.contains("1177") && !text.contains("1,177"), "{}", file.display());
    }
}

#[test]
fn a_feed_without_a_history_is_published_as_before() {
    let repository = Repository::new();
    for name in ["one", "none"] {
        if name == "none" {
            fs::remove_dir_all(repository.path().join(".git")).unwrap();
        }
        let site = build(repository.path(), "feed", name);
        let feed: Value = serde_json::from_str(&read(site.join("data/feed.json"))).unwrap();
        assert_eq!(feed.get("changed"), None, "{name}");
        let page = read(site.join("goals/goal-home/index.html"));
        assert!(!page.contains("Last changed") && !page.contains("Not changed since"), "{name}");
    }
}

#[test]
fn what_a_build_has_published_is_a_feed_again() {
    let repository = revised();
    let site = build(repository.path(), "feed", "again");
    let published = site.join("data/feed.json");
    check(repository.path(), &["check", published.to_str().unwrap()], 0);
    let (_, err) = check(repository.path(), &["split", published.to_str().unwrap(), "--out", "parts"], 0);
    assert!(err.contains("changed: the build writes it anew"), "{err}");
    assert!(read(repository.path().join("parts/series/ind-visits.csv")).contains("2022-Q1,1404,final,1301,2026-06-03"));
    // A program that has no history says nothing of days.
    let site = build(repository.path(), published.to_str().unwrap(), "copy");
    let feed: Value = serde_json::from_str(&read(site.join("data/feed.json"))).unwrap();
    assert_eq!(feed.get("changed"), None);
    says(&read(site.join("indicators/ind-visits/index.html")), &["1,301 until 3 June 2026"]);
}

#[test]
fn what_is_exported_is_what_the_site_has() {
    let repository = revised();
    let site = build(repository.path(), "feed", "exported");
    let only = ["--only", "ind-visits"];
    for (form, more, file) in [
        ("feed", &[][..], "data/feed.json"),
        ("datapackage", &[], "data/datapackage.zip"),
        ("vintages", &only, "data/indicators/ind-visits.vintages.csv"),
    ] {
        let out = format!("exported-{form}");
        check(
            repository.path(),
            &[&["export", form, "feed", "--as-of", "2026-11-22", "--out", &out], more].concat(),
            0,
        );
        let exported = fs::read(repository.path().join(&out)).unwrap();
        assert!(exported == fs::read(site.join(file)).unwrap(), "{form}");
    }
}

#[test]
fn a_copy_in_one_file_has_earlier_figures_too() {
    let repository = revised();
    let app = app(repository.path());
    check(repository.path(), &["snapshot", "feed", "--as-of", "2026-11-22", "--app", &app, "--out", "all.html"], 0);
    let all = read(repository.path().join("all.html"));
    assert!(all.contains("As published on 3 June 2026") && all.contains("1,301 until 3 June 2026"));
    assert!(!all.contains("1,177") && !all.contains("1177"));
}

#[test]
fn a_page_is_the_same_from_its_part() {
    let repository = revised();
    let scratch = repository.path().join("built-parts");
    fs::create_dir_all(&scratch).unwrap();
    let (app, out) = (app(&scratch), scratch.join("site"));
    let arguments = ["build", "feed", "--as-of", "2026-11-22", "--app", &app, "--split", "always", "--out"];
    check(repository.path(), &[&arguments[..], &[out.to_str().unwrap()]].concat(), 0);
    let parts = walk(&out.join("data/parts")).into_iter().map(read).collect::<Vec<_>>();
    let of = |page: &str| parts.iter().find(|part| part.contains(&format!("\"page\":\"{page}\""))).unwrap();
    assert!(of("indicators/ind-visits/").contains("\"figures\":{\"ind-visits\":\"2026-07-04\"}"));
    assert!(of("goals/goal-home/").contains("\"changed\":{\"since\":\"2026-03-01\",\"records\":{},\"figures\":{}}"));
    assert!(!of("activities/").contains("\"changed\""));
}

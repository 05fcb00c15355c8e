//! What differs between versions of a feed: over arbitrary feeds, on the command line, and on the built site.
#![cfg(not(target_arch = "wasm32"))]
// Helpers of tests are not tests to clippy.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use commonweal::feed::diff::{Change, ORDER, What, diff, net};
use commonweal::feed::{Feed, SourceFile, by_std, read_published};
use proptest::prelude::*;
use serde_json::{Value, json};

#[path = "diff/history.rs"]
mod history;
#[path = "support/app.rs"]
mod support;
use support::app;

/// What an arbitrary feed is made of.
#[derive(Clone, Debug)]
struct Parts {
    goals: Vec<(usize, usize, Option<u32>)>,
    partners: usize,
    title: usize,
    target: Option<(u32, usize)>,
    serves: Option<u32>,
    lessons: Vec<usize>,
    milestone: Option<usize>,
    cells: Vec<Option<(u32, usize)>>,
    places: Vec<Option<(u32, usize)>>,
    sample: bool,
}

fn parts() -> impl Strategy<Value = Parts> {
    let cell = || prop::collection::vec(prop::option::of((0..4_u32, 0..4_usize)), 3);
    let goals = Just(vec![0_usize, 1, 2]).prop_shuffle().prop_flat_map(|ids| {
        (1..4_usize, prop::collection::vec((0..2_usize, prop::option::of(0..2_u32)), 3)).prop_map(
            move |(count, rest)| {
                ids.iter().zip(rest).take(count).map(|(id, (status, order))| (*id, status, order)).collect::<Vec<_>>()
            },
        )
    });
    let texts = (0..3_usize, prop::option::of((50..52_u32, 0..2_usize)), prop::option::of(0..2_u32));
    let lists = (prop::collection::vec(0..3_usize, 0..4), prop::option::of(0..3_usize));
    (goals, 1..4_usize, texts, lists, cell(), cell(), any::<bool>()).prop_map(
        |(goals, partners, (title, target, serves), (lessons, milestone), cells, places, sample)| Parts {
            goals,
            partners,
            title,
            target,
            serves,
            lessons,
            milestone,
            cells,
            places,
            sample,
        },
    )
}

fn feed(parts: &Parts) -> Feed {
    let titles = [json!("One"), json!({"en": "One", "es": "Uno"}), json!({"en": "One", "es": "Una"})];
    let (steps, years, aims) = (["planned", "doing", "done"], ["2030", "2031"], ["active", "achieved"]);
    let statuses = ["final", "provisional", "suppressed", "missing"];
    let line = |scope: Value, cells: &[Option<(u32, usize)>]| {
        let mut line = scope;
        let known = |at: usize| at < 2;
        line["value"] = cells.iter().map(|cell| cell.filter(|(_, at)| known(*at)).map(|(value, _)| value)).collect();
        line["status"] = cells.iter().map(|cell| statuses[cell.map_or(3, |(_, at)| at)]).collect();
        line
    };
    let mut activity = json!({"id": "act", "title": titles[parts.title], "plain_summary": "S", "kind": "service",
        "status": "active", "lead": "par-0", "goals": parts.goals.iter().map(|(id, ..)| format!("goal-{id}")).collect::<Vec<_>>(),
        "lessons": parts.lessons.iter().map(|at| titles[*at].clone()).collect::<Vec<_>>()});
    if let Some(reached) = parts.serves {
        activity["serves"] = json!({"population": "P", "reached": reached});
    }
    if let Some(state) = parts.milestone {
        activity["milestones"] = json!([{"id": "m", "title": "M", "due": "2030", "state": steps[state]}]);
    }
    let targets: Vec<Value> = (parts.target.iter())
        .map(|(value, by)| json!({"value": value, "by": years[*by], "kind": "aspiration"}))
        .collect();
    let partner = |at| json!({"id": format!("par-{at}"), "name": "N", "kind": "school", "plain_summary": "S", "status": "active", "roles": ["ally"]});
    let goal = |(id, status, order): &(usize, usize, Option<u32>)| {
        let mut goal = json!({"id": format!("goal-{id}"), "title": "G", "plain_summary": "S", "kind": "result",
            "status": aims[*status]});
        if let Some(order) = order {
            goal["order"] = json!(order);
        }
        goal
    };
    let feed = json!({
        "coalition": {"schema_version": "1.0.0", "id": "valley", "name": "Valley", "plain_summary": "S", "vision": "V",
            "geography": "here", "population": "All", "default_locale": "en", "locales": ["en"], "sample": parts.sample,
            "disclosure": {"min_count": 10, "min_denominator": 30, "zero_ok": true},
            "contacts": [{"kind": "phone", "value": "+1-555-0100"}], "license": "CC0-1.0"},
        "goals": parts.goals.iter().map(goal).collect::<Vec<_>>(),
        "indicators": [{"id": "ind", "title": "Measure", "plain_summary": "S", "definition": "D", "level": "population",
            "unit": {"kind": "percent", "decimals": 1}, "direction": "increase", "aggregation": "none",
            "period_type": "year", "update_frequency": "yearly", "method": "census", "source": ["src"],
            "steward": "par-0", "phase": "live", "targets": targets}],
        "sources": [{"id": "src", "title": "T", "publisher": "P", "kind": "official", "limitations": "None."}],
        "geographies": [{"id": "here", "name": "Here", "kind": "city"}, {"id": "east", "name": "E", "kind": "city"}],
        "partners": (0..parts.partners).map(partner).collect::<Vec<_>>(),
        "activities": [activity],
        "series": [{"indicator": "ind", "periods": ["2020", "2021", "2022"],
            "lines": [line(json!({}), &parts.cells), line(json!({"geography": "east"}), &parts.places)]}],
    });
    let reading = read_published(&SourceFile::new("feed.json", feed.to_string()), by_std);
    reading.feed.unwrap_or_else(|| panic!("{:#?}", reading.findings))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn feeds_differ_exactly_if_there_are_changes(old in parts(), new in parts()) {
        let (old, new) = (feed(&old), feed(&new));
        prop_assert_eq!(diff(&old, &new).is_empty(), old == new);
        prop_assert_eq!(diff(&old, &old), []);
    }

    #[test]
    fn there_and_back_leaves_nothing_but_what_must_not_be_repeated(old in parts(), new in parts()) {
        let (old, new) = (feed(&old), feed(&new));
        let steps = [diff(&old, &new), diff(&new, &old)];
        let mut left = net(steps.iter().map(Vec::as_slice));
        for change in &mut left {
            change.figures.retain(|figure| !figure.was.as_ref().is_some_and(|was| was.hidden));
        }
        left.retain(|change| change.what != What::Figures || change.figures.iter().any(|figure| figure.was != figure.now));
        prop_assert_eq!(left, []);
    }

    #[test]
    fn two_steps_together_say_what_one_step_does(a in parts(), b in parts(), c in parts()) {
        let (a, b, c) = (feed(&a), feed(&b), feed(&c));
        let steps = [diff(&a, &b), diff(&b, &c)];
        // A record that came or went has no fields to compare; the order of lists is only known to differ.
        let whole = |change: &&Change| matches!(change.what, What::Added | What::Removed);
        let away: Vec<_> = steps.iter().flatten().filter(whole).map(|change| change.id.clone()).collect();
        let fields = |changes: &[Change]| -> BTreeSet<String> {
            let fields = changes.iter().filter(|change| change.what == What::Field && !away.contains(&change.id));
            let fields = fields.filter(|change| !change.path.as_ref().unwrap().ends_with(ORDER));
            fields.map(|change| format!("{:?} {:?} {:?} {:?}", change.id, change.path, change.was, change.now)).collect()
        };
        prop_assert_eq!(fields(&net(steps.iter().map(Vec::as_slice))), fields(&diff(&a, &c)));
    }
}

fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn program(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_commonweal")).args(arguments).current_dir(folder).output().unwrap()
}

/// Runs the program in a folder and compares its exit code.
#[track_caller]
fn check(folder: &Path, arguments: &[&str], code: i32) -> (String, String) {
    let output = program(folder, arguments);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{out}\n{err}");
    (out, err)
}

/// The small feed in a git repository, with a commit for each version.
struct Repository(tempfile::TempDir);

impl Repository {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let repository = Self(folder);
        repository.git(&["init", "-q", "-b", "main"]);
        for entry in walk(&project().join("tests/fixtures/small")) {
            let to = repository
                .path()
                .join("feed")
                .join(entry.strip_prefix(project().join("tests/fixtures/small")).unwrap());
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::copy(entry, to).unwrap();
        }
        repository.edit("coalition.json", "\"locales\": [\"en\"]", "\"locales\": [\"en\", \"es\"]");
        repository.commit("2026-03-01");
        repository
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    #[track_caller]
    fn git(&self, arguments: &[&str]) {
        let output = Command::new("git").arg("-C").arg(self.path()).args(arguments).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    #[track_caller]
    fn commit(&self, day: &str) {
        self.commit_at(&format!("{day}T12:00:00Z"));
    }

    #[track_caller]
    fn commit_at(&self, date: &str) {
        self.git(&["add", "-A"]);
        let output = Command::new("git")
            .arg("-C")
            .arg(self.path())
            .args([
                "-c",
                "user.name=Somebody Private",
                "-c",
                "user.email=private@example.org",
                "commit",
                "-q",
                "-m",
                date,
            ])
            .env("GIT_AUTHOR_DATE", date)
            .env("GIT_COMMITTER_DATE", date)
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    /// Puts a text in place of another one.
    #[track_caller]
    fn edit(&self, file: &str, from: &str, to: &str) {
        let path = self.path().join("feed").join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{from} is not in {text}");
        fs::write(path, text.replacen(from, to, 1)).unwrap();
    }
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}

/// A repository with three versions: a goal is reached; a figure of a place is corrected, and then withheld.
fn three_versions() -> Repository {
    let repository = Repository::new();
    repository.edit("goals/goal-home.json", "\"status\": \"active\"", "\"status\": \"achieved\"");
    repository.edit("series/ind-visits.csv", "118", "121");
    repository.commit("2026-05-02");
    repository.edit("partners/par-circle.json", "Parents who read.", "Parents who read to children.");
    repository.commit("2026-08-09");
    repository
}

#[test]
fn the_difference_reads_as_a_person_would_say_it() {
    let repository = three_versions();
    let (out, _) = check(repository.path(), &["diff", "git:HEAD~2", "git:HEAD~1"], 0);
    assert_eq!(
        out,
        "Visits to the tutoring second quarter of 2022 corrected from 118 to 121; Families read at home is now reached.\n\n\
         Goal Families read at home\n  Status changed from active to reached.\n\n\
         Measure Visits to the tutoring\n  Second quarter of 2022 corrected from 118 to 121.\n"
    );
}

#[test]
fn versions_are_folders_files_and_revisions() {
    let repository = three_versions();
    let (all, _) = check(repository.path(), &["diff", "git:HEAD~2"], 0);
    let (same, _) = check(repository.path(), &["diff", "git:HEAD~2", "feed"], 0);
    assert_eq!(all, same);
    let (nothing, _) = check(repository.path(), &["diff", "feed", "feed", "--exit-code"], 0);
    assert_eq!(nothing, "Nothing changed.\n");
    check(repository.path(), &["diff", "git:HEAD~2", "--exit-code"], 1);
    check(repository.path(), &["diff", "git:nothing", "feed"], 2);
}

#[test]
fn the_language_is_chosen() {
    let repository = three_versions();
    let (out, _) = check(repository.path(), &["diff", "git:HEAD~1", "--language", "es"], 0);
    assert!(out.starts_with("1 texto o dato cambiado.\n\nSocio Reading Circle\n  Resumen: antes «"), "{out}");
    let (_, err) = check(repository.path(), &["diff", "git:HEAD~1", "--language", "xx"], 2);
    assert!(err.contains("no words for the language xx. There are: en, es, ar."), "{err}");
}

#[test]
fn programs_get_every_change() {
    let repository = three_versions();
    let (out, _) = check(repository.path(), &["diff", "git:HEAD~2", "--format", "json"], 0);
    let report: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(report["version"], "1.0");
    assert_eq!(report["changes"].as_array().unwrap().len(), 3);
    let (out, _) = check(repository.path(), &["diff", "git:HEAD~1", "--format", "markdown"], 0);
    assert!(
        out.contains("\n**Partner Reading Circle**\n\n- Summary changed from “Parents who read” to “Parents"),
        "{out}"
    );
}

#[test]
fn a_version_with_errors_is_not_compared() {
    let repository = three_versions();
    repository.edit("goals/goal-home.json", "\"achieved\"", "\"finished\"");
    let (_, err) = check(repository.path(), &["diff", "git:HEAD"], 2);
    assert!(err.contains("feed has 1 error, so it cannot be compared. `commonweal check` shows it."), "{err}");
}

/// Builds the site of the feed in a folder, and gives where it is.
#[track_caller]
fn build(folder: &Path, feed: &str, name: &str) -> PathBuf {
    let scratch = folder.join(format!("built-{name}"));
    fs::create_dir_all(&scratch).unwrap();
    let (app, out) = (app(&scratch), scratch.join("site"));
    check(folder, &["build", feed, "--as-of", "2026-11-22", "--app", &app, "--out", out.to_str().unwrap()], 0);
    out
}

fn read(path: PathBuf) -> String {
    fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

/// The history that a site has published.
fn history(site: &Path) -> Value {
    serde_json::from_str(&read(site.join("data/changes.json"))).unwrap()
}

/// The days of its versions, the newest first.
fn days(site: &Path) -> Vec<String> {
    let history = history(site);
    let versions = history["versions"].as_array().unwrap();
    versions.iter().map(|version| version["on"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_site_tells_every_version_and_names_no_author() {
    let repository = three_versions();
    let site = build(repository.path(), "feed", "site");
    assert_eq!(days(&site), ["2026-08-09", "2026-05-02", "2026-03-01"]);
    assert_eq!(history(&site)["complete"], true);
    let page = read(site.join("changes/index.html"));
    assert!(page.contains("data-changes=\"/data/changes.json\""));
    for said in [
        "9 August 2026",
        "Families read at home is now reached",
        "118 to 121",
        "begins with the first version, 1 March 2026",
    ] {
        assert!(page.contains(said), "{said}");
    }
    assert!(read(site.join("es/changes/index.html")).contains("corregido de 118 a 121"));
    assert!(!read(site.join("news/index.html")).contains("data-changes"));
    let atom = read(site.join("news.atom"));
    assert!(
        atom.contains("<updated>2026-08-09T00:00:00+00:00</updated>") && atom.contains("Hill Street is open"),
        "{atom}"
    );
    let atom = roxmltree::Document::parse(&atom).unwrap();
    let kinds = |kind: &str| {
        atom.descendants()
            .filter(|node| node.tag_name().name() == "category" && node.attribute("term") == Some(kind))
            .count()
    };
    assert_eq!((kinds("news"), kinds("version"), kinds("decision"), kinds("answer")), (1, 2, 1, 1));
    assert!(page.contains("type=\"application/atom+xml\"") && page.contains("href=\"/news.atom\""));
    for file in walk(&site) {
        let bytes = fs::read(&file).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains("rivate@example"), "{}", file.display());
    }
}

#[test]
fn the_same_commit_gives_the_same_bytes() {
    let repository = three_versions();
    let (one, two) = (build(repository.path(), "feed", "one"), build(repository.path(), "feed", "two"));
    for file in walk(&one) {
        let other = two.join(file.strip_prefix(&one).unwrap());
        assert!(fs::read(&file).unwrap() == fs::read(other).unwrap(), "{}", file.display());
    }
}

#[test]
fn a_figure_that_was_withheld_is_told_nowhere() {
    let repository = Repository::new();
    repository.edit("series/ind-visits.csv", "118", "11873");
    repository.commit("2026-05-02");
    repository.edit("series/ind-visits.csv", "11873", "11999");
    repository.commit("2026-06-02");
    let open = build(repository.path(), "feed", "open");
    assert!(read(open.join("data/changes.json")).contains("11873"));
    repository.edit("series/ind-visits.csv", "11999,final", ",suppressed");
    repository.commit("2026-07-02");
    says_nowhere(&repository, "closed", &["11873", "11,873", "11999", "11,999"]);
}

/// Builds the site, in whose files none of these texts stands.
#[track_caller]
fn says_nowhere(repository: &Repository, name: &str, texts: &[&str]) {
    let site = build(repository.path(), "feed", name);
    for file in walk(&site) {
        let told = String::from_utf8_lossy(&fs::read(&file).unwrap()).into_owned();
        assert_eq!(texts.iter().find(|text| told.contains(**text)), None, "{}", file.display());
    }
    assert!(read(site.join("changes/index.html")).contains("it was withheld later"));
}

#[test]
fn a_figure_that_is_withheld_now_is_told_nowhere_though_no_version_says_so() {
    for (name, now) in [("suppressed", ",suppressed"), ("withheld", ",withheld"), ("missing", ",missing")] {
        let repository = Repository::new();
        repository.edit("series/ind-visits.csv", "118", "11873");
        repository.commit("2026-05-02");
        repository.edit("series/ind-visits.csv", "11873", "11999");
        repository.commit("2026-06-02");
        let texts = ["11873", "11,873", "11999", "11,999"];
        repository.edit("series/ind-visits.csv", "11999,final", now);
        says_nowhere(&repository, name, &texts);
        for form in ["changes", "atom", "jsonfeed"] {
            let arguments = ["export", form, "feed", "--as-of", "2026-11-22", "--language", "en", "--out", "-"];
            let (out, _) = check(repository.path(), &arguments, 0);
            assert_eq!(texts.iter().find(|text| out.contains(**text)), None, "{form}");
        }
        // A version that is passed over says nothing either.
        repository.edit("goals/goal-home.json", "\"active\"", "\"finished\"");
        repository.commit("2026-07-02");
        repository.edit("goals/goal-home.json", "\"finished\"", "\"active\"");
        says_nowhere(&repository, &format!("{name}-passed-over"), &texts);
    }
}

#[test]
fn what_is_taken_out_now_is_told_nowhere_though_no_version_says_so() {
    let repository = Repository::new();
    repository.edit("series/ind-visits.csv", "118", "11873");
    repository.edit("updates/upd-open.json", "Tutoring has begun at Hill Street.", "Ask for Somebody.");
    repository.commit("2026-05-02");
    repository.edit("updates/upd-open.json", "Ask for Somebody.", "Ask for another.");
    repository.commit("2026-06-02");
    assert!(history(&build(repository.path(), "feed", "open")).to_string().contains("Ask for Somebody."));
    repository.edit("series/ind-visits.csv", "2022-Q2,11873,final\n", "");
    fs::remove_file(repository.path().join("feed/updates/upd-open.json")).unwrap();
    let texts = ["11873", "11,873", "Ask for Somebody.", "Ask for another."];
    says_nowhere(&repository, "gone", &texts);
    let app = app(repository.path());
    let copy = ["snapshot", "feed", "--as-of", "2026-11-22", "--app", &app, "--out", "all.html"];
    check(repository.path(), &copy, 0);
    let all = read(repository.path().join("all.html"));
    assert_eq!(texts.iter().find(|text| all.contains(**text)), None);
}

#[test]
fn a_version_with_errors_is_passed_over_and_that_is_said() {
    let repository = three_versions();
    repository.edit("goals/goal-home.json", "\"achieved\"", "\"finished\"");
    repository.commit("2026-09-01");
    repository.edit("goals/goal-home.json", "\"finished\"", "\"active\"");
    repository.commit("2026-09-02");
    let page = read(build(repository.path(), "feed", "site").join("changes/index.html"));
    assert!(page.contains("1 version had errors and is left out") && page.contains("2 September 2026"), "{page}");
}

#[test]
fn a_commit_is_of_the_day_in_utc_wherever_it_was_made() {
    let repository = Repository::new();
    repository.edit("series/ind-visits.csv", "118", "121");
    repository.commit_at("2026-06-01T23:30:00-05:00");
    repository.edit("series/ind-visits.csv", "121", "122");
    // The day that the site is built for, though it is the next one already where the editor sits.
    repository.commit_at("2026-11-23T08:00:00+13:00");
    assert_eq!(days(&build(repository.path(), "feed", "site")), ["2026-11-22", "2026-06-02", "2026-03-01"]);
}

#[test]
fn feeds_in_one_repository_keep_their_histories_apart() {
    let repository = Repository::new();
    repository.git(&["mv", "feed", "east"]);
    for entry in walk(&repository.path().join("east")) {
        let to = repository.path().join("west").join(entry.strip_prefix(repository.path().join("east")).unwrap());
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(entry, to).unwrap();
    }
    repository.commit("2026-04-01");
    for (folder, visits) in [("east", "11873"), ("west", "11999")] {
        let table = repository.path().join(folder).join("series/ind-visits.csv");
        fs::write(&table, read(table.clone()).replacen("118", visits, 1)).unwrap();
    }
    repository.commit("2026-05-02");
    let (app, out) = (app(repository.path()), repository.path().join("site"));
    let arguments = ["build", "--with", "east=east", "--with", "west=west", "--app", &app];
    let rest = ["--as-of", "2026-11-22", "--out", out.to_str().unwrap()];
    check(repository.path(), &[&arguments[..], &rest].concat(), 0);
    let told = |site: &str, visits: &str| history(&out.join(site)).to_string().contains(visits);
    assert_eq!((told("east", "11873"), told("east", "11999")), (true, false));
    assert_eq!((told("west", "11999"), told("west", "11873")), (true, false));
}

#[test]
fn a_shallow_clone_says_since_when_history_is_known() {
    let repository = three_versions();
    let clone = tempfile::tempdir().unwrap();
    let from = format!("file://{}", repository.path().display());
    let to = clone.path().join("clone");
    repository.git(&["clone", "-q", "--depth", "2", &from, to.to_str().unwrap()]);
    let page = read(build(&to, "feed", "site").join("changes/index.html"));
    assert!(page.contains("known since 2 May 2026") && !page.contains("history is complete"), "{page}");
}

/// Whether the site of a folder tells its history as complete, after a move in the repository.
#[track_caller]
fn moved(files: &[(&str, &str)], feed: &str, complete: bool) {
    let repository = three_versions();
    for (from, to) in files {
        fs::create_dir_all(repository.path().join(to).parent().unwrap()).unwrap();
        repository.git(&["mv", from, to]);
    }
    fs::write(repository.path().join("other.txt"), "x").unwrap();
    repository.commit("2026-09-01");
    let table = repository.path().join(feed).join("series/ind-visits.csv");
    fs::write(&table, read(table.clone()).replacen("121", "122", 1)).unwrap();
    repository.commit("2026-10-01");
    let site = build(repository.path(), feed, "site");
    assert_eq!(history(&site)["complete"] == true, complete, "{files:?}");
    let vintages = read(site.join("data/indicators/ind-visits.vintages.csv"));
    let of_quarter = |line: &&str| line.contains(",2022-Q1,");
    let or_before = vintages.lines().find(of_quarter).unwrap().contains(",true,");
    assert_eq!(or_before, !complete, "{vintages}");
}

#[test]
fn where_the_feed_was_moved_history_is_not_complete() {
    moved(&[], "feed", true);
    moved(&[("feed", "data")], "data", false);
    moved(&[("feed", "site/feed")], "site/feed", false);
}

#[test]
fn a_folder_that_was_a_file_before_has_had_versions() {
    let repository = Repository::new();
    let single = repository.path().join("feed.json");
    fs::copy(project().join("tests/fixtures/small.json"), &single).unwrap();
    fs::remove_dir_all(repository.path().join("feed")).unwrap();
    repository.commit("2026-04-01");
    check(repository.path(), &["split", "feed.json", "--out", "feed"], 0);
    fs::remove_file(single).unwrap();
    repository.commit("2026-05-01");
    // Of a feed that was taken out and came back, git knows the time before; of one in another form, it does not.
    assert_eq!(history(&build(repository.path(), "feed", "back"))["complete"], true);
    repository.git(&["mv", "feed", "parts"]);
    repository.commit("2026-06-01");
    assert_eq!(history(&build(repository.path(), "parts", "moved")).get("complete"), None);
    check(repository.path(), &["join", "parts", "--out", "feed.json"], 0);
    fs::remove_dir_all(repository.path().join("parts")).unwrap();
    repository.commit("2026-07-01");
    repository.git(&["mv", "feed.json", "valley.json"]);
    repository.commit("2026-08-01");
    assert_eq!(history(&build(repository.path(), "valley.json", "file")).get("complete"), None);
}

#[test]
fn a_feed_beside_another_one_has_all_its_history() {
    let repository = Repository::new();
    let beside = repository.path().join("beside/feed.json");
    fs::create_dir_all(beside.parent().unwrap()).unwrap();
    fs::copy(project().join("tests/fixtures/small.json"), &beside).unwrap();
    repository.edit("goals/goal-home.json", "\"status\": \"active\"", "\"status\": \"achieved\"");
    repository.commit("2026-04-01");
    assert_eq!(history(&build(repository.path(), "beside", "site"))["complete"], true);
}

#[test]
fn without_git_the_page_says_that_there_is_no_history() {
    let repository = Repository::new();
    fs::remove_dir_all(repository.path().join(".git")).unwrap();
    let site = build(repository.path(), "feed", "site");
    assert!(read(site.join("changes/index.html")).contains("built without a history"));
    assert!(
        read(site.join("data/changes.json")).contains("\"versions\":[]")
            || !read(site.join("data/changes.json")).contains("commit")
    );
    assert!(read(site.join("news.atom")).contains("Hill Street is open"));
}

//! The invariants of ARCHITECTURE.md that a text search can hold.

// Helpers of tests are not tests to clippy.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All files with this extension below a folder or at a path, with their paths inside the project.
fn files(at: &str, extension: &str) -> Vec<(String, String)> {
    let (mut found, mut todo) = (Vec::new(), vec![project().join(at)]);
    while let Some(path) = todo.pop() {
        if path.is_dir() && !path.ends_with("node_modules") && !path.ends_with("results") {
            todo.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.is_file() && path.extension().is_some_and(|found| found == extension) {
            let name = path.strip_prefix(project()).unwrap().to_string_lossy().replace('\\', "/");
            found.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
    found.sort();
    found
}

/// The Rust files below a folder, without files of tests.
fn sources(at: &str) -> Vec<(String, String)> {
    let is_test = |name: &str| name.contains("/tests/") || name.ends_with("/tests.rs") || name.ends_with("/testing.rs");
    files(at, "rs").into_iter().filter(|(name, _)| !is_test(name)).collect()
}

/// Source without comments and without the tests at a file's foot.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or(text);
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// No file of these rooms holds any of these words.
#[track_caller]
fn check(rooms: &[&str], forbidden: &[&str]) {
    let mut seen = 0;
    for room in rooms {
        for (name, text) in sources(room).into_iter().chain(sources(&format!("{room}.rs"))) {
            seen += 1;
            for word in forbidden {
                assert!(!code(&text).contains(word), "{name} names {word}");
            }
        }
    }
    assert!(seen >= rooms.len(), "the rooms have moved");
}

/// A room is a file and the folder beside it.
const PURE: [&str; 6] = ["src/feed", "src/measure", "src/chart", "src/present", "src/words", "src/routes"];

#[test]
fn pure_rooms_know_no_clock_disk_network_environment_or_browser() {
    let outside = [
        "leptos",
        "web_sys",
        "js_sys",
        "wasm_bindgen",
        "std::fs",
        "std::env",
        "std::net",
        "std::process",
        "std::thread",
        "std::time",
        "SystemTime",
        "Instant::now",
        "Utc::now",
        "Local::now",
    ];
    check(&PURE, &outside);
}

#[test]
fn no_text_reaches_an_html_sink() {
    check(
        &["src"],
        &["inner_html", "set_inner_html", "outer_html", "insert_adjacent_html", "document.write", "srcdoc"],
    );
}

#[test]
fn views_hold_no_style_attribute_and_no_colour() {
    for (name, text) in sources("src/app") {
        assert!(!code(&text).contains("\"style\""), "{name} has a style attribute, which the policy drops");
        let colour = text.split('"').any(|part| {
            part.strip_prefix('#')
                .is_some_and(|hex| matches!(hex.len(), 3 | 6) && hex.bytes().all(|b| b.is_ascii_hexdigit()))
        });
        assert!(!colour, "{name} names a colour");
    }
}

#[test]
fn views_name_a_language_with_its_direction() {
    for (name, text) in sources("src/app") {
        // The choice of languages names each in itself; that is a word of its own, not a text of the page.
        let exempt = name.ends_with("parts.rs") || name.ends_with("shell.rs");
        let alone = code(&text).contains(".attr(\"lang\"");
        assert!(exempt || !alone, "{name} says .attr(\"lang\", …): .lang(…) says the direction too");
    }
}

#[test]
fn the_style_knows_no_left_and_no_right() {
    for (name, text) in files("style", "css") {
        for line in without_comments(&text).lines() {
            let Some((property, value)) = line.trim().trim_end_matches(';').split_once(": ") else { continue };
            let sided = property.split('-').any(|word| matches!(word, "left" | "right"));
            let values: Vec<&str> = value.split(' ').collect();
            let sided_values = match property {
                "text-align" | "float" | "clear" => matches!(value, "left" | "right"),
                "margin" | "padding" | "inset" => values.len() == 4 && values[1] != values[3],
                _ => false,
            };
            assert!(!sided && !sided_values, "{name} names a side that a language may swap: {}", line.trim());
        }
    }
}

#[test]
fn only_lib_and_main_look_at_the_target() {
    for (name, text) in files("src", "rs") {
        let gated = code(&text).contains("target_arch");
        assert!(!gated || name == "src/lib.rs" || name == "src/main.rs", "{name} looks at the target");
    }
}

#[test]
fn addresses_come_from_routes() {
    let pages = ["goals/", "indicators/", "activities/", "partners/", "news/", "events/", "method/", "about/", "data/"];
    for room in ["src/present", "src/app", "src/browser"] {
        for (name, text) in sources(room) {
            for page in pages {
                assert!(!code(&text).contains(&format!("\"/{page}")), "{name} writes the address /{page}");
                assert!(!code(&text).contains(&format!("\"{page}\"")), "{name} writes the address {page}");
            }
        }
    }
}

#[test]
fn every_style_file_is_linked_and_in_a_layer() {
    let index = fs::read_to_string(project().join("index.html")).unwrap();
    for (name, text) in files("style", "css") {
        assert!(index.contains(&format!("href=\"{name}\"")), "index.html does not link {name}");
        assert!(text.contains("@layer"), "{name} stands outside the layers");
        assert!(!text.contains("!important"), "{name} shouts");
    }
}

#[test]
fn only_the_tokens_know_colours() {
    for (name, text) in files("style", "css").into_iter().filter(|(name, _)| !name.ends_with("tokens.css")) {
        for (number, line) in text.lines().enumerate() {
            let colour = line.split(|c: char| !(c.is_ascii_alphanumeric() || c == '#')).any(|word| {
                word.strip_prefix('#')
                    .is_some_and(|hex| matches!(hex.len(), 3 | 4 | 6 | 8) && hex.bytes().all(|b| b.is_ascii_hexdigit()))
            });
            // Paper is white and ink is black whatever the theme is.
            let paper = name.ends_with("print.css");
            assert!(!colour || paper, "{name}:{} names a colour", number + 1);
        }
    }
}

/// Classes that the views name, and classes that the style knows.
fn classes() -> (BTreeSet<String>, BTreeSet<String>) {
    let mut used = BTreeSet::new();
    // Besides the views, the document around them names classes.
    for (_, text) in files("src/app", "rs").into_iter().chain(files("src/cli/document.rs", "rs")) {
        for part in code(&text).split('"').skip(1) {
            used.extend(part.trim_end_matches('\\').split_whitespace().map(str::to_owned));
        }
    }
    let mut styled = BTreeSet::new();
    for (_, text) in files("style", "css") {
        let text = without_comments(&text);
        for part in text.split('.').skip(1) {
            let name: String = part.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
            if name.starts_with(|c: char| c.is_ascii_lowercase()) {
                styled.insert(name);
            }
        }
    }
    (used, styled)
}

fn without_comments(text: &str) -> String {
    text.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, after)| after)).collect()
}

#[test]
fn every_class_has_a_rule() {
    let (_, styled) = classes();
    for (name, text) in files("src/app", "rs") {
        for part in code(&text).split(".class(\"").skip(1) {
            for class in part.split('"').next().unwrap_or_default().split_whitespace() {
                assert!(styled.contains(class), "{name} uses the class {class}, for which no style is written");
            }
        }
    }
}

#[test]
fn every_rule_has_a_user() {
    let (used, styled) = classes();
    let unused: Vec<_> = styled.iter().filter(|class| !used.contains(*class)).collect();
    assert!(unused.is_empty(), "nobody uses these classes: {unused:?}");
}

#[test]
fn the_program_and_its_app_have_one_version_of_wasm_bindgen() {
    let manifest = fs::read_to_string(project().join("Cargo.toml")).unwrap();
    let lock = fs::read_to_string(project().join("Cargo.lock")).unwrap();
    let wanted = manifest.split("wasm-bindgen = \"=").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    assert!(
        lock.contains(&format!("name = \"wasm-bindgen\"\nversion = \"{wanted}\"")),
        "Cargo.lock has another wasm-bindgen"
    );
}

#[test]
fn every_dependency_has_its_reason() {
    let manifest = fs::read_to_string(project().join("Cargo.toml")).unwrap();
    let lines: Vec<&str> = manifest.lines().collect();
    let mut inside = false;
    let mut reason = false;
    for line in lines {
        if line.starts_with('[') {
            inside = line.contains("dependencies]");
            reason = false;
        } else if line.starts_with('#') {
            reason = true;
        } else if line.trim().is_empty() {
            reason = false;
        } else if inside && line.contains(" = ") && !line.starts_with(' ') && !line.starts_with(']') {
            // The reason of leptos stands at its first mention.
            assert!(reason || line.starts_with("leptos = {"), "no reason stands above {line}");
            reason = line.starts_with("js-sys") || line.starts_with("wasm-bindgen-futures");
        }
    }
}

#[test]
fn nothing_names_a_machine() {
    for folder in ["src", "tests", "scripts", "docs", "samples"] {
        for extension in ["rs", "md", "json", "csv", "js", "css"] {
            for (name, text) in files(folder, extension) {
                let own = Path::new(&name) == Path::new("tests/tidy.rs") || name.contains("node_modules");
                assert!(own || !text.contains("/work/"), "{name} names a path of a machine");
            }
        }
    }
}

#[test]
fn what_goes_into_the_app_is_sorted_by_the_one_sort() {
    let rooms =
        ["src/feed", "src/measure", "src/chart", "src/present", "src/words", "src/routes", "src/app", "src/browser"];
    // The rules are only in the command line.
    let in_app = |name: &str| !name.starts_with("src/feed/check") && name != "src/feed/schema.rs";
    for (name, text) in rooms.iter().flat_map(|room| sources(room)).filter(|(name, _)| in_app(name)) {
        assert!(!code(&text).contains(".sort"), "{name} sorts by itself; src/sorted.rs says why not");
    }
}

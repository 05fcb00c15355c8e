//! Holds the calls in the source against the messages: none missing, none left over.
//!
//! A call is `say!(words, key ...)` or `.say(key ...)`, or a list `keys![key, ...]`. Its key is a string, or an expression, such as a `match`,
//! in which every key is written out.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::{SRC, en};

/// The keys of each call in a source text, in order. A call without any is one whose key is built elsewhere.
fn calls(source: &str) -> Vec<Vec<String>> {
    // Comments and tests say what they like.
    let source = source.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let code: Vec<_> = source.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let code = code.join("\n");
    let mut found = Vec::new();
    for (at, _) in code.match_indices("say!(").chain(code.match_indices(".say(")) {
        let (_, behind) = code[at..].split_once('(').unwrap();
        let key_at = if code[at..].starts_with("say!") { 1 } else { 0 };
        found.push((at, strings(arguments(behind).get(key_at).copied().unwrap_or_default())));
    }
    // Keys as values: every string in the list is one.
    for (at, _) in code.match_indices("keys![") {
        let list = code[at..].split(']').next().unwrap_or_default();
        found.extend(strings(list).into_iter().map(|key| (at, vec![key])));
    }
    found.sort();
    found.into_iter().map(|(_, keys)| keys).collect()
}

/// Splits the text behind an opening parenthesis into arguments, up to the closing one.
fn arguments(text: &str) -> Vec<&str> {
    let (mut depth, mut in_string, mut from, mut found) = (0, false, 0, Vec::new());
    for (at, c) in text.char_indices() {
        match c {
            '"' => in_string = !in_string,
            _ if in_string => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => {
                found.push(&text[from..at]);
                break;
            }
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                found.push(&text[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    found
}

/// The strings in an expression, but not those that a `match` compares with.
fn strings(expression: &str) -> Vec<String> {
    let pieces: Vec<_> = expression.split('"').collect();
    let string = |i: usize| {
        let compared = pieces.get(i + 1).is_some_and(|behind| behind.trim_start().starts_with(['|', '=']));
        (!compared).then(|| pieces[i].to_owned())
    };
    (1..pieces.len()).step_by(2).filter_map(string).collect()
}

/// Every call under a folder, with its file. The messages' own tests are left out.
fn calls_under(folder: &Path, found: &mut Vec<(String, Vec<String>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("tests") {
            calls_under(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
            let source = fs::read_to_string(&path).unwrap();
            found.extend(calls(&source).into_iter().map(|keys| (path.display().to_string(), keys)));
        }
    }
}

fn all_calls() -> Vec<(String, Vec<String>)> {
    let mut found = Vec::new();
    calls_under(Path::new(SRC), &mut found);
    // The command line has no catalog of its own sentences; its `.say(` is the server's. What it writes for programs
    // speaks the languages of the site.
    found.retain(|(file, _)| !file.contains("/cli/") || file.contains("/cli/formats/"));
    // The macro itself, and nothing else, passes on a key it was given.
    // So do the texts of which all keys stand in `keys!`.
    let passes_on = |file: &str| file.ends_with("words.rs") || file.ends_with("chapter.rs");
    found.retain(|(file, keys)| !(passes_on(file) && keys.is_empty()));
    found
}

#[track_caller]
fn check(source: &str, expected: &[&[&str]]) {
    assert_eq!(calls(source), expected);
}

#[test]
fn calls_are_found() {
    check(r#"let a = say!(w, "nav-main"); w.say("nav-news", &[]);"#, &[&["nav-main"], &["nav-news"]]);
    check(r#"say!(self.words(a, "b"), "nav-main", n = "not-a-key")"#, &[&["nav-main"]]);
    check("say!(\n    w,\n    \"nav-main\",\n    n = 5,\n)", &[&["nav-main"]]);
    check(
        r#"say!(w, match role { Lead | Host => "role-lead", Fund(_, _) => "role-fund" })"#,
        &[&["role-lead", "role-fund"]],
    );
    check(
        r#"say!(w, match text { "lead" | "host" => "role-lead", _ => "role-fund" })"#,
        &[&["role-lead", "role-fund"]],
    );
    check(r#"say!(w, key)"#, &[&[]]);
    check("keys![\n    \"nav-main\",\n    \"nav-news\",\n]", &[&["nav-main"], &["nav-news"]]);
    check("// say!(w, \"old\")\n/// `say!(w, \"doc\")`\nfn f() {}\n#[cfg(test)]\nmod tests { say!(w, \"test\") }", &[]);
}

#[test]
fn every_key_is_written_in_its_call() {
    let hidden: Vec<_> = all_calls().into_iter().filter(|(_, keys)| keys.is_empty()).collect();
    assert!(hidden.is_empty(), "keys built elsewhere: {hidden:#?}");
}

#[test]
fn every_key_that_is_said_has_a_message() {
    let messages = en().messages;
    let missing: Vec<_> = all_calls()
        .into_iter()
        .flat_map(|(file, keys)| keys.into_iter().map(move |key| (file.clone(), key)))
        .filter(|(_, key)| !messages.contains_key(key))
        .collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_message_is_said() {
    let said: BTreeSet<_> = all_calls().into_iter().flat_map(|(_, keys)| keys).collect();
    let unused: Vec<_> = en().messages.into_keys().filter(|key| !said.contains(key)).collect();
    assert!(unused.is_empty(), "{unused:#?}");
}

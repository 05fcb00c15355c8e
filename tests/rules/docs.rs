//! The table of rules against itself: every example is run, and the pages in `docs/rules/` are written from it.

use super::*;
use commonweal::feed::rule::{Form as Of, Group, page};

/// The example of every rule of a group breaks it where it says, and nothing else; its near miss breaks nothing.
#[track_caller]
fn examples(group: Group) {
    for explanation in group.rules() {
        let example = &explanation.example;
        let form = match example.form {
            Of::Both => Form::Both,
            Of::Folder => Form::Folder,
            Of::File => Form::File,
            // Tried by the tests of `versions`.
            Of::Since => continue,
        };
        check(explanation.rule, form, example.bad, example.good);
    }
}

macro_rules! groups {
    ($($name:ident $Group:ident;)*) => {$(
        #[test]
        fn $name() {
            examples(Group::$Group);
        }
    )*};
}

groups! {
    examples_about_files File;
    examples_about_references References;
    examples_about_time Time;
    examples_about_values Values;
    examples_about_groups Groups;
    examples_about_text Text;
    examples_about_links Links;
    examples_about_people People;
    examples_about_together Together;
    examples_about_upkeep Upkeep;
}

#[test]
fn explanations_are_in_order_and_well_worded() {
    for group in Group::ALL {
        let codes: Vec<_> = group.rules().iter().map(|explanation| explanation.rule.code()).collect();
        assert!(codes.is_sorted(), "{codes:?}");
        for explanation in group.rules() {
            let code = explanation.rule.code();
            assert!(!explanation.example.bad.is_empty(), "{code} has no example");
            for text in [explanation.why, explanation.fix] {
                assert!(text.ends_with('.'), "{code}: no full stop: {text}");
                assert!(text.chars().count() <= 300, "{code}: long: {text}");
            }
        }
    }
}

/// `REWRITE_DOCS=1 cargo test --test rules` writes the pages.
#[test]
fn the_documentation_is_the_table() {
    const HEAD: &str = include_str!("docs-head.md");
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let mut pages = vec![(docs.join("rules.md"), format!("{HEAD}{}", page::index()))];
    let explained = Rule::ALL.iter().filter(|rule| rule.explained().is_some());
    pages.extend(explained.map(|rule| (docs.join(format!("rules/{}.md", rule.code())), page::page(*rule))));
    if std::env::var_os("REWRITE_DOCS").is_some() {
        fs::create_dir_all(docs.join("rules")).unwrap();
        pages.iter().for_each(|(path, text)| fs::write(path, text).unwrap());
    }
    for (path, text) in &pages {
        assert_eq!(&fs::read_to_string(path).unwrap_or_default(), text, "{}", path.display());
    }
    for (path, text) in &pages {
        let links = text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
        for link in links.filter(|link| !link.is_empty() && !link.contains(':')) {
            assert!(path.parent().unwrap().join(link).is_file(), "{}: {link}", path.display());
        }
    }
    let written = fs::read_dir(docs.join("rules")).map_or(0, Iterator::count);
    assert_eq!(written, pages.len() - 1, "a page in docs/rules/ belongs to no rule");
}

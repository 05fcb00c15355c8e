//! A rule as a page of documentation, in Markdown: for `docs/rules/` and for `commonweal check --explain`.

use super::{Edit, Form, Group, Rule, Severity};

/// All that is known of a rule. Empty if nothing has been written about it, which a test forbids.
pub fn page(rule: Rule) -> String {
    let Some((group, explanation)) = rule.explained() else { return String::new() };
    let weight = match rule.severity() {
        Severity::Error => "An error: nothing is built until it is mended.",
        Severity::Warning => "A warning: probably a mistake; a person has to look.",
        Severity::Notice => "A notice: good to know.",
    };
    let example = &explanation.example;
    let form = match example.form {
        Form::Since => "\nThis rule compares a feed with the version before it (`--previous`).\n",
        Form::Both | Form::Folder | Form::File => "",
    };
    format!(
        "# {code}: {title}\n\n{group}. {weight}\n{form}\n## Why\n\n{why}\n\n## What to do\n\n{fix}\n\n\
         ## An example that breaks the rule\n\n{bad}\n## An example that keeps it\n\n{good}",
        code = rule.code(),
        title = rule.title(),
        group = group.title(),
        why = explanation.why,
        // Links count from docs/, where the index of the rules is; this page is one folder further in.
        fix = explanation.fix.replace("](feed.md", "](../feed.md"),
        bad = snippets(example.bad),
        good = if example.good.is_empty() {
            "The same place in the feed as it was before.\n".to_owned()
        } else {
            snippets(example.good)
        },
    )
}

/// The table of all rules, group by group.
pub fn index() -> String {
    let mut out = String::new();
    for group in Group::ALL {
        out.push_str(&format!(
            "\n## {}\n\n| Code | Severity | What holds | What to do |\n|---|---|---|---|\n",
            group.title()
        ));
        for explanation in group.rules() {
            let (code, rule) = (explanation.rule.code(), explanation.rule);
            out.push_str(&format!(
                "| [{code}](rules/{code}.md) | {} | {} | {} |\n",
                rule.severity(),
                rule.title(),
                explanation.fix
            ));
        }
    }
    out
}

fn snippets(edits: &[Edit]) -> String {
    let one = |(file, find, put): &Edit| {
        let text = put.replace(['⟦', '⟧'], "").replace('␦', "\u{fffd}");
        let text: String = text.chars().map(visible).collect();
        let language = if file.ends_with(".csv") { "csv" } else { "json" };
        let whole = if find.is_empty() { ", the whole file" } else { "" };
        let text = if text.is_empty() {
            format!("(without `{}`)\n", find.trim())
        } else {
            format!("```{language}\n{}\n```\n", text.trim_end())
        };
        format!("`{file}`{whole}:\n\n{text}")
    };
    edits.iter().map(one).collect::<Vec<_>>().join("\n")
}

/// What nobody would see on a page of documentation is shown by a mark.
fn visible(c: char) -> char {
    if crate::feed::text::is_hidden(c) || (c.is_control() && c != '\n') { '\u{fffd}' } else { c }
}

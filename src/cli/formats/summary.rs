//! A summary for language models (llms.txt, as llmstxt.org describes it): Markdown with a title, what it is about in a
//! quote, and sections of links. In the default language.

use super::address::absolute;
use crate::present::{Context, data, goal};
use crate::routes::{Form, Page};
use crate::words::say;

/// The summary.
pub(super) fn summary(context: &Context<'_>) -> String {
    let (words, feed) = (context.words, context.feed);
    let coalition = &feed.coalition;
    let name = context.plain(&coalition.name);
    let link = |path: String| absolute(context, &path).unwrap_or(path);
    let page = |page: Page| link(context.href(&page));
    let mut out = format!("# {}\n\n> {}\n", one_line(&name), one_line(&context.plain(&coalition.plain_summary)));
    let mut paragraph = |text: String| out.push_str(&format!("\n{}\n", one_line(&text)));
    if coalition.sample {
        paragraph(say!(words, "sample-strip", name = name.clone()));
        paragraph(say!(words, "data-sample"));
    }
    paragraph(say!(words, "llms-vision", vision = context.plain(&coalition.vision)));
    paragraph(say!(words, "llms-population", population = context.plain(&coalition.population)));
    paragraph(say!(words, "llms-careful"));
    paragraph(data::cite(context));
    paragraph(say!(words, "llms-license", license = coalition.license.clone()));
    out.push_str(&section(&say!(words, "data-goals")));
    for (n, one) in goal::active(context).into_iter().enumerate() {
        let of_goal = goal::goal_section(context, one, n + 1, usize::MAX);
        let stand = context.stand(crate::feed::records::indicator::Level::Population, feed.indicators_of(&one.id));
        let says = stand.map(|stand| stand.says).or(of_goal.unmeasured).unwrap_or_default();
        out.push_str(&item(&of_goal.title.label.text, &link(of_goal.title.href), &says));
    }
    out.push_str(&section(&say!(words, "nav-measures")));
    for indicator in &feed.indicators {
        let title = context.plain(&indicator.title);
        let line = crate::present::row::main_line(context, &indicator.id);
        let says = context.headline(indicator, line).text;
        let verdict = context.verdict(&context.assessed(indicator)).word;
        let says = say!(words, "llms-measure", headline = says, verdict = verdict);
        out.push_str(&item(&title, &page(Page::Indicator(indicator.id.to_string())), &says));
    }
    out.push_str(&section(&say!(words, "nav-data")));
    for form in Form::ALL.into_iter().filter(|form| *form != Form::Summary) {
        // Of forms with a file for each record, the index says which there are.
        let files = form.files(feed, context.site);
        let Some(file) = files.first().filter(|file| file.of.is_none()) else { continue };
        let says = data::says(context, form);
        out.push_str(&item(&says.name, &link(context.site.to(&file.path)), &says.text));
    }
    // Sections of this name hold what may be left out where a short text is wanted.
    out.push_str(&section("Optional"));
    for (title, which) in [
        (say!(words, "nav-method"), Page::Method),
        (say!(words, "promises-title"), Page::Promises),
        (say!(words, "take-part-title"), Page::TakePart),
        (say!(words, "nav-partners"), Page::Partners),
        (say!(words, "nav-about"), Page::About),
    ] {
        out.push_str(&item(&title, &page(which), ""));
    }
    out
}

fn section(title: &str) -> String {
    format!("\n## {}\n\n", one_line(title))
}

fn item(title: &str, address: &str, says: &str) -> String {
    let says = one_line(says);
    let colon = if says.is_empty() { "" } else { ": " };
    format!("- [{}]({address}){colon}{says}\n", one_line(title))
}

/// A text of the feed inside Markdown: on one line, and with no sign at its beginning or in a link's name that means
/// something there.
fn one_line(text: &str) -> String {
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    joined.chars().fold(String::with_capacity(joined.len()), |mut out, sign| {
        if matches!(sign, '[' | ']' | '<' | '>' | '`' | '\\' | '#') {
            out.push('\\');
        }
        out.push(sign);
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(one_line(text), expected);
    }

    #[test]
    fn texts_stay_texts_in_markdown() {
        check("a\n\n# b", "a \\# b");
        check("[x](y)", "\\[x\\](y)");
        check("  plain  words ", "plain words");
    }
}

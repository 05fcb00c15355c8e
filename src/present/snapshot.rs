//! What a copy of the whole site says of itself.

use super::Context;
use crate::words::say;

/// The title of the file.
pub fn title(context: &Context<'_>) -> String {
    let name = context.plain(&context.feed.coalition.name);
    say!(context.words, "snapshot-title", name = name, date = context.words.day(context.today))
}

/// The name of what is said above every page.
pub fn label(context: &Context<'_>) -> String {
    say!(context.words, "snapshot-label")
}

/// Above every page: from when the copy is, and where newer figures are.
pub fn strip(context: &Context<'_>) -> String {
    let date = context.words.day(context.today);
    match &context.feed.coalition.site {
        Some(site) => say!(context.words, "snapshot-strip-site", date = date, site = site.as_str()),
        None => say!(context.words, "snapshot-strip", date = date),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::testing::Small;

    #[track_caller]
    fn check(lang: &str, expected: [&str; 3]) {
        let small = Small::new(&[]);
        let context = small.context(lang);
        assert_eq!([title(&context), label(&context), strip(&context)], expected.map(str::to_owned));
    }

    #[test]
    fn a_copy_names_its_day() {
        check(
            "en",
            [
                "Valley Together: as it was on 22 November 2026",
                "About this copy",
                "A copy of the whole site from 22 November 2026. It does not change.",
            ],
        );
        check(
            "es",
            [
                "Valle Unido: tal como era el 22 de noviembre de 2026",
                "Acerca de esta copia",
                "Una copia de todo el sitio del 22 de noviembre de 2026. No cambia.",
            ],
        );
    }
}

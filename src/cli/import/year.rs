//! The ways in which Open SDG tables write the column "Year".

use std::collections::BTreeSet;

use crate::feed::period::Period;

/// One cell of the column "Year".
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Year {
    pub(super) period: Period,
    /// What stood in square or round brackets: "Note 9".
    pub(super) note: Option<String>,
    /// `a` in `1974a`: a year that is there several times on purpose.
    pub(super) repeat: Option<char>,
}

/// How to read what one cell alone does not settle, learnt from all cells of a file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Habits {
    /// `2003-05` stands for the years 2003 to 2005, not for May 2003.
    pooled: bool,
    /// `2015/16` is a school year, not a financial year.
    pub(super) school: bool,
}

impl Habits {
    /// `2003-05` is taken for pooled years if all such cells of the file span the same number of years.
    pub(super) fn of<'y>(years: impl Iterator<Item = &'y str>, school: bool) -> Self {
        let spans: BTreeSet<Option<i32>> = years
            .filter_map(|year| {
                let (first, rest) = bare(year).0.split_once('-')?;
                (rest.len() == 2).then(|| Some(short_end(number(first)?, rest)? - number(first)?))
            })
            .collect();
        Self {
            pooled: spans.len() == 1 && spans.iter().all(|span| span.is_some_and(|span| (1..=9).contains(&span))),
            school,
        }
    }
}

impl Year {
    /// `None` if the text is no stretch of time that a feed knows.
    pub(super) fn read(text: &str, habits: Habits) -> Option<Self> {
        let (core, note) = bare(text);
        let found = |period| Some(Self { period, note: note.clone(), repeat: None });
        if let Some(year) = number(core) {
            return found(Period::Year(year));
        }
        // As a spreadsheet writes a whole number that it took for a decimal one.
        if let Some(year) = core.strip_suffix(".0").and_then(number) {
            return found(Period::Year(year));
        }
        if let Some((year, repeat)) =
            core.char_indices().last().and_then(|(at, last)| Some((number(&core[..at])?, last)))
            && repeat.is_ascii_alphabetic()
        {
            let repeat = Some(repeat.to_ascii_lowercase());
            return Some(Self { period: Period::Year(year), note, repeat });
        }
        if let Some((first, last)) = core.split_once(['/', '-', '–']) {
            let (first_year, last_text) = (number(first.trim()), last.trim());
            let last_year =
                number(last_text).or_else(|| short_end(first_year?, last_text).filter(|_| last_text.len() == 2));
            if let (Some(from), Some(to)) = (first_year, last_year) {
                let slash = core.contains('/');
                let long = last_text.len() == 4;
                if slash && to == from + 1 {
                    return found(if habits.school { Period::SchoolYear(from) } else { Period::FinancialYear(from) });
                }
                if to > from && (slash || long || habits.pooled || core.contains('–')) {
                    return found(Period::Pooled(from, to));
                }
            }
        }
        let tidy = core.to_ascii_uppercase().replace(' ', "-").replace("--", "-");
        let with_hyphen = match tidy.split_once(['Q', 'H', 'W']) {
            Some((year, _)) if year.len() == 4 => format!("{}-{}", year, &tidy[4..]),
            _ => tidy,
        };
        Period::parse(&with_hyphen).ok().and_then(found)
    }
}

/// The cell without a note in brackets, and the note.
fn bare(text: &str) -> (&str, Option<String>) {
    let text = text.trim();
    let Some(open) = text.find(['[', '(']) else { return (text, None) };
    let note = text[open..].trim_matches(|c: char| "[]() ".contains(c));
    (text[..open].trim(), Some(note.to_owned()).filter(|note| !note.is_empty()))
}

/// The year that `05` means after 2003: 2005; after 1999 `00` is 2000.
fn short_end(first: i32, rest: &str) -> Option<i32> {
    let end = if rest.len() == 2 && rest.bytes().all(|b| b.is_ascii_digit()) {
        rest.parse::<i32>().ok()?
    } else {
        return None;
    };
    let year = first - first.rem_euclid(100) + end;
    Some(if year > first { year } else { year + 100 })
}

fn number(text: &str) -> Option<i32> {
    (text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, file: &[&str], expected: &str) {
        let habits = Habits::of(file.iter().copied().chain([text]), false);
        let year = Year::read(text, habits);
        let shown = year.map_or("none".to_owned(), |year| {
            let note = year.note.map_or(String::new(), |note| format!(" [{note}]"));
            let repeat = year.repeat.map_or(String::new(), |letter| format!(" {letter}"));
            format!("{}{note}{repeat}", year.period)
        });
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn years_of_all_kinds() {
        check("2015", &[], "2015");
        check("2015.0", &[], "2015");
        check("2015/16", &[], "FY2015");
        check("1999/00", &[], "FY1999");
        check("2019/2020", &[], "FY2019");
        check("2012/13 [Note 9]", &[], "FY2012 [Note 9]");
        check("1974a", &[], "1974 a");
        check("2001/03", &[], "2001..2003");
        check("2003-2005", &[], "2003..2005");
        check("2021Q3", &[], "2021-Q3");
        check("2021 Q3", &[], "2021-Q3");
        check("2021-H1", &[], "2021-H1");
        check("2021-05-17", &[], "2021-05-17");
    }

    #[test]
    fn short_ends_are_pooled_only_if_the_file_says_so() {
        check("2003-05", &["2004-06", "2005-07"], "2003..2005");
        check("1998-00", &["1999-01"], "1998..2000");
        check("2003-05", &["2003-06", "2003-07"], "2003-05");
        check("2020-12", &["2021-01"], "2020-12");
    }

    #[test]
    fn what_is_no_period_is_none() {
        for text in
            ["", "n/a", "20155", "2015/", "/", "2015-16-17", "2020-13", "é", "[x]", "2010/2005", "201é", "Q1 2020"]
        {
            check(text, &[], "none");
        }
    }
}

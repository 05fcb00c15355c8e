//! The texts of an indicator, in every language that the repository has.

use super::data::Slice;
use super::leftovers::Leftovers;
use super::meta::Meta;
use super::plain::{line, plain};
use super::yaml::Yaml;
use crate::feed::period::PeriodKind;
use crate::feed::text::{MAX_CHARACTERS, Text};

/// Longest plain summary, in characters.
const SUMMARY: usize = 280;

/// The metadata of one indicator in all languages.
pub(super) struct Voices<'m> {
    /// The language of plain strings.
    pub(super) default_locale: &'m str,
    /// The default language first, if it is there.
    pub(super) metas: &'m [(String, Meta)],
}

impl Voices<'_> {
    /// The metadata that settings are read from.
    pub(super) fn main(&self) -> Option<&Meta> {
        self.metas.first().map(|(_, meta)| meta)
    }

    /// A text in every language in which it is there. One language that is the default one makes a plain string.
    pub(super) fn say(&self, get: impl Fn(&Meta) -> Option<String>, leftovers: &mut Leftovers) -> Option<Text> {
        self.say_with(get, plain, leftovers)
    }

    /// As [`Self::say`], on one line.
    pub(super) fn say_line(&self, get: impl Fn(&Meta) -> Option<String>, leftovers: &mut Leftovers) -> Option<Text> {
        self.say_with(get, line, leftovers)
    }

    fn say_with(
        &self,
        get: impl Fn(&Meta) -> Option<String>,
        clean: fn(&str, &str, &mut Leftovers) -> Option<String>,
        leftovers: &mut Leftovers,
    ) -> Option<Text> {
        let said = self.metas.iter().filter_map(|(locale, meta)| {
            let text = clean(&get(meta)?, &meta.path, leftovers)?;
            Some((locale.clone(), text))
        });
        let mut said: Vec<(String, String)> = said.collect();
        match said.as_slice() {
            [] => None,
            [(locale, _)] if locale == self.default_locale => said.pop().map(|(_, text)| Text::Plain(text)),
            _ => Some(Text::Languages(said)),
        }
    }

    /// A sentence of this program, which writes English.
    pub(super) fn own(&self, sentence: impl Into<String>) -> Text {
        own(self.default_locale, sentence)
    }
}

/// A sentence of this program in a feed whose plain strings are in `locale`.
pub(super) fn own(locale: &str, sentence: impl Into<String>) -> Text {
    if locale == "en" || locale.starts_with("en-") {
        Text::Plain(sentence.into())
    } else {
        Text::Languages(vec![("en".to_owned(), sentence.into())])
    }
}

/// Puts an English word and a colon before the English version of a short text; other languages stay as they are.
pub(super) fn labelled(voices: &Voices<'_>, text: Text, label: &str) -> Text {
    let english = |tag: &str| tag == "en" || tag.starts_with("en-");
    match text {
        Text::Plain(text) if english(voices.default_locale) => Text::Plain(format!("{label}: {text}")),
        Text::Plain(text) => Text::Plain(text),
        Text::Languages(texts) => {
            let said = |(tag, text): (String, String)| {
                if english(&tag) { (tag, format!("{label}: {text}")) } else { (tag, text) }
            };
            Text::Languages(texts.into_iter().map(said).collect())
        }
    }
}

/// Changes every version of a text.
pub(super) fn map(text: Text, change: impl Fn(&str) -> String) -> Text {
    match text {
        Text::Plain(text) => Text::Plain(change(&text)),
        Text::Languages(texts) => Text::Languages(texts.into_iter().map(|(tag, text)| (tag, change(&text))).collect()),
    }
}

/// The title of the chart for a series and a unit; else the indicator's name; else the series.
pub(super) fn title(voices: &Voices<'_>, slice: &Slice<'_>, number: &str, leftovers: &mut Leftovers) -> Text {
    let fits = |item: &Yaml, name: &str, wanted: &str| {
        item.get_text(name).is_none_or(|said| said.eq_ignore_ascii_case(wanted))
    };
    let found = |meta: &Meta| {
        let items = meta.get("graph_titles").map_or(&[][..], Yaml::items);
        let closest = items
            .iter()
            .filter(|item| fits(item, "series", slice.series) && fits(item, "unit", slice.unit))
            .max_by_key(|item| [item.get_text("series"), item.get_text("unit")].iter().flatten().count());
        let said = closest.and_then(|item| item.get_text("title"));
        let names =
            ["graph_title", "indicator_available", "national_indicator_available", "indicator_name", "indicator"];
        said.or_else(|| names.iter().find_map(|name| meta.text(name))).map(str::to_owned)
    };
    let title = voices.say_line(found, leftovers);
    title.unwrap_or_else(|| {
        if slice.series.is_empty() { voices.own(format!("Indicator {number}")) } else { slice.series.into() }
    })
}

/// Adds to titles that are equal what tells their indicators apart: series, unit, kind of period.
pub(super) fn tell_apart(titles: &mut [Text], slices: &[Slice<'_>]) {
    let parts: [fn(&Slice<'_>) -> String; 3] = [
        |slice| slice.series.to_owned(),
        |slice| slice.unit.to_owned(),
        |slice| {
            match slice.kind {
                PeriodKind::Year => "calendar years",
                PeriodKind::FinancialYear => "financial years",
                PeriodKind::SchoolYear => "school years",
                PeriodKind::Pooled => "several years together",
                PeriodKind::Half => "half years",
                PeriodKind::Quarter => "quarters",
                PeriodKind::Month => "months",
                PeriodKind::Week => "weeks",
                PeriodKind::Day => "days",
            }
            .to_owned()
        },
    ];
    for part in parts {
        let before = titles.to_vec();
        for (at, title) in titles.iter_mut().enumerate() {
            let words = part(&slices[at]);
            let differs = |other: usize| other != at && before[other] == before[at] && part(&slices[other]) != words;
            if !words.is_empty() && (0..slices.len()).any(differs) {
                *title = map(title.clone(), |title| format!("{title} ({words})"));
            }
        }
    }
}

/// What is counted and how, with the indicator's number first, so that a search for the number finds it.
pub(super) fn definition(voices: &Voices<'_>, number: &str, leftovers: &mut Leftovers) -> Option<Text> {
    const FIELDS: [&str; 9] = [
        "indicator_name",
        "indicator_available",
        "national_indicator_description",
        "indicator_definition",
        "computation_definitions",
        "computation_numerator",
        "computation_denominator",
        "computation_calculations",
        "national_indicator_source",
    ];
    let said = |meta: &Meta| {
        let mut parts: Vec<String> = Vec::new();
        for text in FIELDS.iter().filter_map(|name| meta.text(name)) {
            // The description often begins with the name.
            if !parts.iter().any(|part| part.starts_with(text)) {
                parts.retain(|part| !text.starts_with(part.as_str()));
                parts.push(text.to_owned());
            }
        }
        if let Some(address) = meta.text("goal_meta_link") {
            let words = meta.text("goal_meta_link_text").unwrap_or_default();
            parts.push(format!("{words} ({})", address.trim()).trim().to_owned());
        }
        (!parts.is_empty()).then(|| parts.join("\n\n"))
    };
    let text = voices.say(said, leftovers);
    text.map(|text| map(text, |text| shortened(&format!("{number}: {text}"), MAX_CHARACTERS)))
}

/// One or two sentences: what the indicator is, with its number.
pub(super) fn summary(voices: &Voices<'_>, title: &Text, alone: bool, number: &str, leftovers: &mut Leftovers) -> Text {
    let available =
        voices.say_line(|meta| meta.text("indicator_available").map(str::to_owned), leftovers).filter(|_| alone);
    map(available.unwrap_or_else(|| title.clone()), |text| shortened(&format!("{number}: {text}"), SUMMARY))
}

/// A text cut at the end of a word.
pub(super) fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let head: String = text.chars().take(most - 1).collect();
    let end = head.rfind(' ').unwrap_or(head.len());
    format!("{}…", head[..end].trim_end_matches([',', '.', ';', ':']))
}

/// What the source wants its readers to know, one text for each field.
pub(super) fn notes(voices: &Voices<'_>, leftovers: &mut Leftovers) -> Vec<Text> {
    const FIELDS: [&str; 6] =
        ["data_footnote", "comments_limitations", "page_content", "other_info", "copyright", "national_data_update"];
    let heading = |meta: &Meta| {
        let parts: Vec<&str> =
            ["data_notice_heading", "data_notice_text"].iter().filter_map(|name| meta.text(name)).collect();
        (!parts.is_empty()).then(|| parts.join(": "))
    };
    let mut notes: Vec<Text> = voices.say(heading, leftovers).into_iter().collect();
    for name in FIELDS {
        notes.extend(voices.say(|meta| meta.text(name).map(str::to_owned), leftovers));
    }
    notes.extend(voices.say(|meta| meta.body().map(str::to_owned), leftovers));
    for name in ["available_disaggregations", "computation_disaggregation"] {
        notes.extend(
            voices
                .say(|meta| meta.text(name).map(str::to_owned), leftovers)
                .map(|text| labelled(voices, text, "Breakdowns")),
        );
    }
    let nothing = |said: &str| {
        let said = said.strip_prefix("Breakdowns: ").unwrap_or(said).to_lowercase();
        ["not applicable", "n/a", "na", "none", "-"].contains(&said.as_str())
    };
    notes.retain(|note| !note.versions().all(nothing));
    notes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_end_with_a_word() {
        assert_eq!(shortened("one two three", 10), "one two…");
        assert_eq!(shortened("one two", 7), "one two");
        assert_eq!(shortened("ééééééé", 4), "ééé…");
    }

    #[test]
    fn our_own_sentences_say_that_they_are_english() {
        assert_eq!(own("en", "x"), Text::Plain("x".into()));
        assert_eq!(own("es", "x"), Text::Languages(vec![("en".into(), "x".into())]));
    }
}

//! Where figures come from, and what pictures say.

use super::Check;
use crate::feed::finding::quoted;
use crate::feed::read::{Draft, Placed};
use crate::feed::records::source::SourceKind;
use crate::feed::records::{Source, Update};
use crate::feed::rule::{Rule, Severity};

/// Most characters of a picture's text: screen readers read it in one go.
const MAX_ALT: usize = 150;

pub(super) fn check(draft: &Draft<'_, '_>, check: &mut Check<'_>) {
    for source in draft.sources.iter().filter(|source| source.record.kind == SourceKind::Official) {
        unclear(source, check);
    }
    mixed(draft, check);
    draft.updates.iter().for_each(|update| picture(update, check));
}

/// Invented figures in a real feed, or official ones in a sample. If one source says so, the slip is there; if several
/// do, it is in the coalition, and one finding.
fn mixed(draft: &Draft<'_, '_>, check: &mut Check<'_>) {
    let Some(coalition) = &draft.coalition else { return };
    let sample = coalition.record.sample;
    let other = if sample { SourceKind::Official } else { SourceKind::Synthetic };
    let sources: Vec<_> = draft.sources.iter().filter(|source| source.record.kind == other).collect();
    let (place, whose) = match sources.as_slice() {
        [] => return,
        [source] => (source.at("kind"), "this source".to_owned()),
        several => (coalition.at("sample"), format!("{} sources", several.len())),
    };
    let (message, fix) = match sample {
        false => (
            format!("The figures of {whose} are invented, but the coalition is not marked as a sample."),
            "Write \"sample\": true in the coalition, or correct \"kind\" in the source.",
        ),
        true => (
            format!("The coalition is marked as a sample, but the figures of {whose} are official."),
            "Write \"kind\": \"synthetic\" if they are invented; else take \"sample\" out of the coalition.",
        ),
    };
    check.report(Rule::SampleMixed, place, message, fix);
}

/// Official figures can be looked up. Without a licence they still can, so that weighs less.
fn unclear(source: &Placed<'_, '_, Source>, check: &mut Check<'_>) {
    let record = &source.record;
    let title = quoted(record.title.versions().next().unwrap_or_default());
    let (severity, message, fix) = match (&record.url, &record.license) {
        (None, _) => (
            Rule::SourceUnclear.severity(),
            format!("The official source {title} has no address: readers cannot look it up."),
            "Add \"url\": the page where the figures are.",
        ),
        (Some(_), None) => (
            Severity::Notice,
            format!("The official source {title} has no licence: nobody knows whether the figures may be used."),
            "Add \"license\", such as \"CC0-1.0\", \"OGL-UK-3.0\" or \"public domain\".",
        ),
        (Some(_), Some(_)) => return,
    };
    check.report_as(severity, Rule::SourceUnclear, source.at("title"), message, fix);
}

/// A picture's text that is only the file's name, only the word for a picture, or a whole story.
fn picture(update: &Placed<'_, '_, Update>, check: &mut Check<'_>) {
    const EMPTY: [&str; 12] = [
        "image",
        "picture",
        "photo",
        "photograph",
        "logo",
        "icon",
        "graphic",
        "imagen",
        "foto",
        "fotografía",
        "gráfico",
        "ícono",
    ];
    const ENDINGS: [&str; 6] = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg"];
    let Some(image) = &update.record.image else { return };
    let file = image.src.as_str().rsplit('/').next().unwrap_or_default().to_lowercase();
    let stem = file.split('.').next().unwrap_or_default();
    for text in image.alt.iter().flat_map(|alt| alt.versions()) {
        let bare = text.trim().trim_end_matches('.').to_lowercase();
        let characters = text.chars().count();
        let (message, fix) = if EMPTY.contains(&bare.as_str())
            || bare == stem
            || ENDINGS.iter().any(|ending| text.to_lowercase().ends_with(ending))
        {
            (format!("{} does not say what the picture shows.", quoted(text)), "Say in a few words what is to be seen.")
        } else if characters > MAX_ALT {
            (
                format!("The picture's text has {characters} characters; it is read aloud in one go."),
                "Say the main thing in at most 150 characters, and the rest in the news.",
            )
        } else {
            continue;
        };
        check.report(Rule::EmptyAlt, update.at("image/alt"), message, fix);
        return;
    }
}

//! Words that label people, and words that claim a cause.

use super::{Passage, Remark, behind, flat};
use crate::feed::rule::Rule;

/// Language, words, and what to write instead. Few, and each against the advice of those concerned: people first, then
/// their situation (the guidelines of the American Psychological Association on bias-free language; "Words Matter" of the
/// US National Institute on Drug Abuse).
const LABELS: &[(&str, &str, &str)] = &[
    ("en", "addict", "person who uses drugs"),
    ("en", "addicts", "people who use drugs"),
    ("en", "drug abusers", "people who use drugs"),
    ("en", "substance abusers", "people who use drugs"),
    ("en", "alcoholics", "people with a drinking problem"),
    ("en", "at risk youth", "young people who need more support"),
    ("en", "at risk children", "children who need more support"),
    ("en", "wheelchair bound", "who uses a wheelchair"),
    ("en", "confined to a wheelchair", "who uses a wheelchair"),
    ("en", "handicapped", "with a disability"),
    ("en", "mentally retarded", "with an intellectual disability"),
    ("en", "illegal immigrants", "people without papers"),
    ("en", "illegal aliens", "people without papers"),
    ("en", "ex convicts", "people who have been in prison"),
    ("en", "felons", "people with a conviction"),
    ("en", "inmates", "people in prison"),
    ("es", "adictos", "personas que consumen drogas"),
    ("es", "drogadictos", "personas que consumen drogas"),
    ("es", "alcohólicos", "personas con problemas de alcohol"),
    ("es", "discapacitados", "personas con discapacidad"),
    ("es", "minusválidos", "personas con discapacidad"),
    ("es", "retrasados mentales", "personas con discapacidad intelectual"),
    ("es", "enfermos mentales", "personas con una enfermedad mental"),
    ("es", "inmigrantes ilegales", "personas sin papeles"),
    ("es", "indigentes", "personas sin hogar"),
    ("es", "vagabundos", "personas sin hogar"),
    ("es", "jóvenes en riesgo", "jóvenes que necesitan más apoyo"),
    ("es", "los ancianos", "las personas mayores"),
];

/// English adjectives that are made into a kind of people by "the", unless a noun follows: "the homeless shelter".
const THE: [(&str, &str); 6] = [
    ("homeless", "people without a home"),
    ("poor", "people with low incomes"),
    ("needy", "people who need support"),
    ("disabled", "people with a disability"),
    ("elderly", "older people"),
    ("mentally ill", "people with a mental illness"),
];

/// After these words no noun has followed.
const CLOSING: [&str; 40] = [
    "|", "", "a", "and", "are", "as", "at", "be", "but", "by", "can", "do", "for", "from", "get", "go", "had", "have",
    "in", "into", "is", "live", "may", "must", "need", "of", "on", "or", "than", "that", "the", "to", "was", "were",
    "when", "where", "who", "will", "with", "without",
];

pub(super) fn label(passage: Passage<'_>) -> Option<Remark> {
    if !["en", "es"].contains(&passage.language) {
        return None;
    }
    let flat = flat(passage.text);
    let listed = (LABELS.iter())
        .find(|(language, words, _)| *language == passage.language && behind(&flat, words).next().is_some());
    let (words, instead) = match listed {
        Some((_, words, instead)) => ((*words).to_owned(), *instead),
        None if passage.language == "en" => THE.iter().find_map(|(word, instead)| {
            let closed = |after: &str| CLOSING.contains(&after.split(' ').next().unwrap_or_default());
            let words = format!("the {word}");
            behind(&flat, &words).any(closed).then(|| (words.clone(), *instead))
        })?,
        None => return None,
    };
    Some(Remark::new(
        Rule::Label,
        format!("\"{words}\" puts a label on people."),
        format!("Name the people first, such as \"{instead}\"."),
    ))
}

/// Language and words by which a coalition would take the credit for what a whole population did.
const CLAIMS: &[(&str, &str)] = &[
    ("en", "because of our"),
    ("en", "because of the coalition"),
    ("en", "thanks to our"),
    ("en", "thanks to the coalition"),
    ("en", "due to our"),
    ("en", "as a result of our"),
    ("en", "caused by our"),
    ("en", "our work led to"),
    ("en", "our work reduced"),
    ("en", "our work has reduced"),
    ("en", "our program reduced"),
    ("en", "our programs reduced"),
    ("en", "we reduced"),
    ("en", "we have reduced"),
    ("es", "gracias a nuestro"),
    ("es", "gracias a nuestra"),
    ("es", "gracias a la coalición"),
    ("es", "debido a nuestro"),
    ("es", "debido a nuestra"),
    ("es", "a causa de nuestro"),
    ("es", "por nuestro trabajo"),
    ("es", "nuestro trabajo redujo"),
    ("es", "nuestro trabajo ha reducido"),
    ("es", "logramos reducir"),
    ("es", "hemos reducido"),
];

pub(super) fn cause(passage: Passage<'_>) -> Option<Remark> {
    if !passage.population || !["en", "es"].contains(&passage.language) {
        return None;
    }
    let flat = flat(passage.text);
    let (_, claim) = (CLAIMS.iter())
        .find(|(language, claim)| *language == passage.language && behind(&flat, claim).next().is_some())?;
    let instead = if passage.language == "es" { "contribuyó a" } else { "contributed to" };
    Some(Remark::new(
        Rule::CausalClaim,
        format!("\"{claim}\" claims a cause; a figure of a whole population shows that something changed, not why."),
        format!("Say what was done beside it, such as \"{instead}\"."),
    ))
}

//! What a public text must not tell about a person.

use super::{Passage, Remark, behind, flat, sentences};
use crate::feed::finding::quoted;
use crate::feed::rule::Rule;

/// Numbers of identity papers whose form or check letter leaves little doubt: the social security number of the US, the
/// national insurance number of the UK, DNI and NIE of Spain, the CURP of Mexico.
pub(super) fn identity(passage: Passage<'_>) -> Option<Remark> {
    let part = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if !has_digit(passage) {
        return None;
    }
    let mut words = passage.text.split(|c| !part(c)).filter(|word| !word.is_empty());
    let kind = words.find_map(|word| match word {
        ssn if is_ssn(ssn) => Some("a US social security number"),
        nino if is_nino(nino) => Some("a UK national insurance number"),
        dni if is_dni(dni) => Some("a Spanish identity number"),
        curp if is_curp(curp) => Some("a Mexican CURP"),
        _ => None,
    })?;
    // The number itself is not repeated: reports are public too.
    Some(Remark::new(
        Rule::IdentityNumber,
        format!("This text holds what looks like {kind}."),
        "Delete it; if it has been published, tell the person, and take it out of git's history too.",
    ))
}

/// Most texts have none, and then there is nothing to look for.
fn has_digit(passage: Passage<'_>) -> bool {
    passage.text.bytes().any(|byte| byte.is_ascii_digit())
}

fn digits(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_ssn(word: &str) -> bool {
    let parts: Vec<&str> = word.split('-').collect();
    match parts.as_slice() {
        [area, group, serial] => {
            let form = digits(area, 3) && digits(group, 2) && digits(serial, 4);
            form && !area.starts_with('9') && !["000", "666"].contains(area) && *group != "00" && *serial != "0000"
        }
        _ => false,
    }
}

fn is_nino(word: &str) -> bool {
    word.is_ascii() && word.len() == 9 && {
        let (prefix, rest) = word.split_at(2);
        let letters = prefix.bytes().all(|byte| byte.is_ascii_uppercase() && !b"DFIQUV".contains(&byte));
        let unused = ["BG", "GB", "NK", "KN", "TN", "NT", "ZZ"].contains(&prefix) || prefix.ends_with('O');
        letters && !unused && digits(&rest[..6], 6) && ["A", "B", "C", "D"].contains(&&rest[6..])
    }
}

/// Eight digits, or X, Y or Z and seven, and the letter that their remainder by 23 gives.
fn is_dni(word: &str) -> bool {
    const LETTERS: &[u8; 23] = b"TRWAGMYFPDXBNJZSQVHLCKE";
    if !word.is_ascii() || word.len() != 9 {
        return false;
    }
    let number = match word.as_bytes()[0] {
        b'X' => format!("0{}", &word[1..8]),
        b'Y' => format!("1{}", &word[1..8]),
        b'Z' => format!("2{}", &word[1..8]),
        _ => word[..8].to_owned(),
    };
    digits(&number, 8) && number.parse::<usize>().is_ok_and(|number| LETTERS[number % 23] == word.as_bytes()[8])
}

fn is_curp(word: &str) -> bool {
    word.is_ascii() && word.len() == 18 && {
        let capitals = |text: &str| text.bytes().all(|byte| byte.is_ascii_uppercase());
        capitals(&word[..4])
            && digits(&word[4..10], 6)
            && ["H", "M"].contains(&&word[10..11])
            && capitals(&word[11..16])
            && word.as_bytes()[17].is_ascii_digit()
    }
}

/// Words that announce a date of birth, in English and Spanish.
const BORN: [&str; 8] =
    ["born on", "born", "date of birth", "dob", "nacido el", "nacida el", "nació el", "fecha de nacimiento"];

/// A whole date behind such a word: a day and a year of four digits. "Born in 2015" names no day.
pub(super) fn birth(passage: Passage<'_>) -> Option<Remark> {
    if !has_digit(passage) {
        return None;
    }
    let flat = flat(passage.text).replace(['|', '\''], " ");
    BORN.iter().find(|words| {
        behind(&flat, words).any(|after| {
            let after: Vec<&str> = after.split_whitespace().take(5).collect();
            let year = after.iter().any(|word| digits(word, 4) && (word.starts_with("19") || word.starts_with("20")));
            let days = after.iter().filter(|word| is_day(word)).count();
            let month = after.iter().any(|word| MONTHS.iter().any(|month| word.starts_with(month)));
            year && (days >= 2 || days == 1 && month)
        })
    })?;
    Some(Remark::new(
        Rule::BirthDate,
        "This text holds what looks like a person's date of birth.",
        "Delete it, or give the age in years if it matters.",
    ))
}

/// How the names of months begin, in English and Spanish.
const MONTHS: [&str; 16] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "ene", "abr", "ago", "dic"];

/// One or two digits, as in 3, 03 and 3rd.
fn is_day(word: &str) -> bool {
    let number = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    digits(number, 1) || digits(number, 2)
}

/// Words that say where somebody lives.
const LIVES: [&str; 8] =
    ["lives at", "lived at", "living at", "resides at", "vive en", "vivía en", "domiciliado en", "domiciliada en"];

const STREETS: [&str; 22] = [
    "street",
    "st",
    "avenue",
    "ave",
    "road",
    "rd",
    "lane",
    "drive",
    "court",
    "boulevard",
    "blvd",
    "way",
    "apartment",
    "apt",
    "calle",
    "avenida",
    "av",
    "camino",
    "plaza",
    "paseo",
    "carretera",
    "piso",
];

/// A street and a house number behind such words.
pub(super) fn home(passage: Passage<'_>) -> Option<Remark> {
    if !has_digit(passage) {
        return None;
    }
    let flat = flat(passage.text).replace('|', " ");
    LIVES.iter().find(|words| {
        behind(&flat, words).any(|after| {
            let after: Vec<&str> = after.split_whitespace().take(7).collect();
            after.iter().any(|word| STREETS.contains(word))
                && after.iter().any(|word| word.bytes().all(|b| b.is_ascii_digit()))
        })
    })?;
    Some(Remark::new(
        Rule::HomeAddress,
        "This text tells at which street and number somebody lives.",
        "Delete the address, or name the neighborhood only.",
    ))
}

/// First names that are common in English and Spanish, and seldom anything else.
const FIRST_NAMES: [&str; 47] = [
    "Alejandro",
    "Ana",
    "Andrew",
    "Antonio",
    "Carlos",
    "Carmen",
    "Charles",
    "Daniel",
    "David",
    "Elizabeth",
    "Emily",
    "Fernando",
    "Francisco",
    "Guadalupe",
    "Isabel",
    "James",
    "Javier",
    "Jennifer",
    "Jessica",
    "John",
    "Jorge",
    "Joseph",
    "José",
    "Juan",
    "Laura",
    "Linda",
    "Lisa",
    "Luis",
    "Manuel",
    "Marcus",
    "Maria",
    "Marta",
    "Mary",
    "María",
    "Michael",
    "Miguel",
    "Patricia",
    "Pedro",
    "Rafael",
    "Ricardo",
    "Robert",
    "Sandra",
    "Sarah",
    "Sofía",
    "Susan",
    "Thomas",
    "William",
];

const TITLES: [&str; 9] = ["Mr", "Mrs", "Ms", "Miss", "Sr", "Sra", "Srta", "Don", "Doña"];

/// In front of a first name or behind it, these make a place or a house of it.
const NOT_A_PERSON: [&str; 18] = [
    "San",
    "Santa",
    "St",
    "Saint",
    "Street",
    "School",
    "Park",
    "Center",
    "Centre",
    "House",
    "Hospital",
    "Library",
    "Clinic",
    "Church",
    "County",
    "Avenue",
    "River",
    "Foundation",
];

/// Health, need and trouble, in English and Spanish.
const NEED: [&str; 54] = [
    "abused",
    "addicted",
    "addiction",
    "anxiety",
    "arrested",
    "autism",
    "bankrupt",
    "cancer",
    "dementia",
    "depressed",
    "depression",
    "diabetes",
    "disability",
    "disabled",
    "evicted",
    "eviction",
    "hiv",
    "homeless",
    "jail",
    "miscarriage",
    "overdose",
    "overdosed",
    "pregnant",
    "prison",
    "rehab",
    "suicidal",
    "undocumented",
    "unemployed",
    "adicción",
    "adicta",
    "adicto",
    "autismo",
    "cárcel",
    "cáncer",
    "demencia",
    "depresión",
    "desalojada",
    "desalojado",
    "desempleada",
    "desempleado",
    "detenida",
    "detenido",
    "discapacidad",
    "embarazada",
    "indocumentada",
    "indocumentado",
    "maltrato",
    "prisión",
    "recaída",
    "sobredosis",
    "suicidio",
    "vih",
    "deportada",
    "deportado",
];

/// A sentence that names a person and tells of health, need or trouble.
pub(super) fn need(passage: Passage<'_>) -> Option<Remark> {
    sentences(passage.text).find_map(|sentence| {
        let name = person(sentence)?;
        let flat = flat(sentence);
        let need = flat.split(' ').find(|word| NEED.contains(word))?;
        Some(Remark::new(
            Rule::PersonAndNeed,
            format!(
                "{} and \"{need}\" stand in one sentence: it may tell something private about a person.",
                quoted(name)
            ),
            "Ask the person, or tell it without the name.",
        ))
    })
}

fn person(sentence: &str) -> Option<&str> {
    let words: Vec<&str> = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let capital = |word: &&&str| word.starts_with(char::is_uppercase);
    words.iter().enumerate().filter(|(_, word)| capital(word)).find_map(|(at, word)| {
        let before = at.checked_sub(1).and_then(|at| words.get(at)).copied().unwrap_or_default();
        let after = words.get(at + 1).copied().unwrap_or_default();
        let place = NOT_A_PERSON.contains(&before) || NOT_A_PERSON.contains(&after);
        let titled = TITLES.contains(word) && after.starts_with(char::is_uppercase);
        match (titled, FIRST_NAMES.contains(word) && !place) {
            (true, _) => Some(after),
            (false, true) => Some(*word),
            (false, false) => None,
        }
    })
}

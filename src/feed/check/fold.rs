//! Letters that look alike.

/// The Latin letter that a letter of another script is taken for by the eye: the commonest of Cyrillic and Greek.
pub(super) fn twin(c: char) -> Option<char> {
    Some(match c {
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'С' => 'C',
        'Е' | 'Ε' => 'E',
        'Н' | 'Η' => 'H',
        'І' | 'Ι' => 'I',
        'Ј' => 'J',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'Ν' => 'N',
        'О' | 'Ο' => 'O',
        'Р' | 'Ρ' => 'P',
        'Ѕ' => 'S',
        'Т' | 'Τ' => 'T',
        'Х' | 'Χ' => 'X',
        'Ү' | 'Υ' => 'Y',
        'Ζ' => 'Z',
        'а' => 'a',
        'с' => 'c',
        'е' => 'e',
        'һ' => 'h',
        'і' => 'i',
        'ј' => 'j',
        'о' | 'ο' => 'o',
        'р' => 'p',
        'ѕ' => 's',
        'ν' => 'v',
        'х' => 'x',
        'у' => 'y',
        _ => return None,
    })
}

/// A letter without its accent.
fn bare(c: char) -> char {
    match c {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ť' | 'ț' => 't',
        'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    }
}

/// What is left of a name for the eye: letters, digits and signs with a meaning, without
/// case, accents, blanks, marks and script.
pub(super) fn skeleton(name: &str) -> String {
    let letters = name.chars().map(|c| twin(c).unwrap_or(c)).flat_map(char::to_lowercase);
    // Accents may also stand after their letter, as characters of their own.
    letters.map(bare).filter(|c| c.is_alphanumeric() || "$£€%+<>=#".contains(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::skeleton;

    #[track_caller]
    fn check(one: &str, other: &str, alike: bool) {
        assert_eq!(skeleton(one) == skeleton(other), alike, "{one} / {other}");
    }

    #[test]
    fn what_the_eye_takes_for_one_name() {
        check("YMCA North", "Ymca  north", true);
        check("Café Río", "Cafe Rio", true);
        check("Cafe\u{301}", "Café", true);
        check("Сlinic", "Clinic", true);
        check("Clinic, East", "Clinic (East)", true);
        check("Clinic East", "Clinic West", false);
        check("School 1", "School 2", false);
        check("Rent ($)", "Rent (£)", false);
    }
}

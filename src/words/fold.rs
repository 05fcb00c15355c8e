//! A key to search and sort text by, whatever its case and accents.

/// Small letters without accents: "Año Ångström" becomes "ano angstrom". Covers the Latin letters of European
/// languages and Vietnamese, and accents written as characters of their own; other scripts only lose their capitals.
/// For sorting this is near enough: Spanish would put ñ after n.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        let plain = match c {
            '\u{300}'..='\u{36f}' => continue,
            ..='\u{7f}' => {
                folded.push(c);
                continue;
            }
            'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ'..='ặ' => "a",
            'æ' => "ae",
            'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
            'ð' | 'ď' | 'đ' => "d",
            'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => "e",
            'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
            'ĥ' | 'ħ' => "h",
            'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ỉ' | 'ị' => "i",
            'ĵ' => "j",
            'ķ' => "k",
            'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
            'ñ' | 'ń' | 'ņ' | 'ň' => "n",
            'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ọ'..='ợ' => "o",
            'œ' => "oe",
            'ŕ' | 'ŗ' | 'ř' => "r",
            'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
            'ß' => "ss",
            'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
            'þ' => "th",
            'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ'..='ự' => "u",
            'ŵ' => "w",
            'ý' | 'ÿ' | 'ŷ' | 'ỳ'..='ỹ' => "y",
            'ź' | 'ż' | 'ž' => "z",
            // Apostrophes: people type the straight one.
            '‘' | '’' | 'ʻ' | 'ʼ' => "'",
            _ => {
                folded.push(c);
                continue;
            }
        };
        folded.push_str(plain);
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(fold(text), expected);
    }

    #[test]
    fn case_and_accents_are_dropped() {
        check("Educación Pública", "educacion publica");
        check("AÑO", "ano");
        check("Ångström Čapek Łódź Øre Þór Œuvre Straße", "angstrom capek lodz ore thor oeuvre strasse");
        check("Nguyễn Thị Hương", "nguyen thi huong");
    }

    #[test]
    fn accents_as_characters_of_their_own_are_dropped() {
        check("nin\u{303}o", "nino");
        check("İstanbul", "istanbul");
    }

    #[test]
    fn curly_apostrophes_are_straight() {
        check("Parents’ Circle", "parents' circle");
    }

    #[test]
    fn other_scripts_stay() {
        check("Привет 漢字 عربي ×2", "привет 漢字 عربي ×2");
    }

    #[test]
    fn accented_names_sort_among_the_plain_ones() {
        let mut names = ["Zona", "Óscar", "nube", "Ñandú", "oso", "Águila"];
        names.sort_by_key(|name| fold(name));
        assert_eq!(names, ["Águila", "Ñandú", "nube", "Óscar", "oso", "Zona"]);
    }
}

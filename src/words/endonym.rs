//! What languages call themselves, for the choice of language: a reader has to recognise the own one.

/// The name of a language in itself; `None` for those that are not in the table.
pub fn endonym(tag: &str) -> Option<&'static str> {
    Some(match tag.split('-').next().unwrap_or(tag) {
        "am" => "አማርኛ",
        "ar" => "العربية",
        "bn" => "বাংলা",
        "cy" => "Cymraeg",
        "de" => "Deutsch",
        "en" => "English",
        "es" => "Español",
        "fa" => "فارسی",
        "fr" => "Français",
        "he" => "עברית",
        "hi" => "हिन्दी",
        "hmn" => "Hmoob",
        "ht" => "Kreyòl ayisyen",
        "it" => "Italiano",
        "ja" => "日本語",
        "km" => "ខ្មែរ",
        "ko" => "한국어",
        "ne" => "नेपाली",
        "pl" => "Polski",
        "pt" => "Português",
        "ru" => "Русский",
        "so" => "Soomaali",
        "sw" => "Kiswahili",
        "tl" => "Tagalog",
        "uk" => "Українська",
        "ur" => "اردو",
        "vi" => "Tiếng Việt",
        "zh" => "中文",
        _ => return None,
    })
}

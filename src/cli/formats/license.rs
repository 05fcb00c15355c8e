//! Where a licence can be read.

/// Licences with a page of their own that everybody knows: SPDX identifier and address.
const KNOWN: [(&str, &str); 12] = [
    ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
    ("CC-BY-3.0", "https://creativecommons.org/licenses/by/3.0/"),
    ("CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    ("CC-BY-NC-4.0", "https://creativecommons.org/licenses/by-nc/4.0/"),
    ("CC-BY-ND-4.0", "https://creativecommons.org/licenses/by-nd/4.0/"),
    ("CC-BY-NC-SA-4.0", "https://creativecommons.org/licenses/by-nc-sa/4.0/"),
    ("CC-BY-NC-ND-4.0", "https://creativecommons.org/licenses/by-nc-nd/4.0/"),
    ("ODbL-1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    ("ODC-By-1.0", "https://opendatacommons.org/licenses/by/1-0/"),
    ("PDDL-1.0", "https://opendatacommons.org/licenses/pddl/1-0/"),
    ("OGL-UK-3.0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"),
];

/// The address of a licence: its own page, or that in the list of SPDX. `None` for a text that is no identifier.
pub(super) fn address(license: &str) -> Option<String> {
    let known = KNOWN.iter().find(|(name, _)| name.eq_ignore_ascii_case(license));
    if let Some((_, address)) = known {
        return Some((*address).to_owned());
    }
    let sign = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    let identifier =
        license.chars().all(sign) && license.contains('-') && license.contains(|c: char| c.is_ascii_digit());
    identifier.then(|| format!("https://spdx.org/licenses/{license}.html"))
}

#[cfg(test)]
mod tests {
    use super::address;

    #[track_caller]
    fn check(license: &str, expected: Option<&str>) {
        assert_eq!(address(license).as_deref(), expected);
    }

    #[test]
    fn identifiers_have_an_address_and_other_texts_none() {
        check("CC-BY-4.0", Some("https://creativecommons.org/licenses/by/4.0/"));
        check("cc0-1.0", Some("https://creativecommons.org/publicdomain/zero/1.0/"));
        check("Etalab-2.0", Some("https://spdx.org/licenses/Etalab-2.0.html"));
        check("Ask us", None);
        check("free", None);
    }
}

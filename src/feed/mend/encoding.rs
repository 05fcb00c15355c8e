//! Files that were saved in the encoding of older Windows programs.

/// The characters 0x80 to 0x9F of Windows-1252; the rest is as in Latin-1. Five places are empty.
const HIGH: [Option<char>; 32] = [
    Some('€'),
    None,
    Some('‚'),
    Some('ƒ'),
    Some('„'),
    Some('…'),
    Some('†'),
    Some('‡'),
    Some('ˆ'),
    Some('‰'),
    Some('Š'),
    Some('‹'),
    Some('Œ'),
    None,
    Some('Ž'),
    None,
    None,
    Some('‘'),
    Some('’'),
    Some('“'),
    Some('”'),
    Some('•'),
    Some('–'),
    Some('—'),
    Some('˜'),
    Some('™'),
    Some('š'),
    Some('›'),
    Some('œ'),
    None,
    Some('ž'),
    Some('Ÿ'),
];

/// Marks that texts hold beside their letters.
const MARKS: &str = "€‚„…‰‹›‘’“”•–—™«»¿¡°§ºª·£©®±²³½¼¾×\u{a0}";

/// The text of a file in Windows-1252, which holds Latin-1. `None` unless the whole file reads sensibly so: every byte is a
/// character, letters stand in words, and there is no sign of UTF-8. A file of both encodings, or of a third, is left to
/// a person.
pub(super) fn from_windows(bytes: &[u8]) -> Option<String> {
    let text: String = bytes.iter().map(|byte| character(*byte)).collect::<Option<String>>()?;
    let has_utf8 = text.chars().zip(text.chars().skip(1)).any(|(a, b)| {
        // What UTF-8 of the same letters looks like: Ã©, â€œ, Â°.
        matches!(a, 'Ã' | 'Â' | 'â') && !b.is_ascii() && !(b.is_alphabetic() && b > 'Ã' && a == 'â')
    });
    let around: Vec<char> = text.chars().collect();
    let sensible = |(at, c): (usize, &char)| {
        let beside = [at.checked_sub(1).and_then(|at| around.get(at)), around.get(at + 1)];
        c.is_ascii()
            || MARKS.contains(*c)
            || (c.is_alphabetic() && beside.into_iter().flatten().any(|c| c.is_alphabetic()))
    };
    (!has_utf8 && around.iter().enumerate().all(sensible)).then_some(text)
}

fn character(byte: u8) -> Option<char> {
    match byte {
        0x80..=0x9f => HIGH.get(usize::from(byte) - 0x80).copied().flatten(),
        // A byte that no text has: this is another kind of file.
        0x00..=0x08 | 0x0b | 0x0c | 0x0e..=0x1f | 0x7f => None,
        _ => Some(char::from(byte)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: Option<&str>) {
        assert_eq!(from_windows(bytes).as_deref(), expected);
    }

    #[test]
    fn texts_of_older_programs_are_read() {
        check(b"{\"a\": \"Ni\xf1os, caf\xe9 \x96 \x93s\xed\x94\"}", Some("{\"a\": \"Niños, café – “sí”\"}"));
        check(b"12 \xb0C, \x80 5", Some("12 °C, € 5"));
        check(b"\xc9cole", Some("École"));
    }

    #[test]
    fn what_does_not_read_sensibly_is_left() {
        // Half UTF-8, an empty place, a letter outside of any word, a byte of a picture, UTF-16.
        check("é".as_bytes().iter().chain(b" caf\xe9").copied().collect::<Vec<_>>().as_slice(), None);
        check(b"a\x81b", None);
        check(b"1 \xe9 2", None);
        check(b"\x89PNG\x1a", None);
        check(b"\xff\xfe{\0}\0", None);
    }
}

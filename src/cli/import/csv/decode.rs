//! The bytes of a sheet to text, whichever program saved it.

use crate::feed::source::MAX_FILE_BYTES;

/// A sheet's text and the way in which it was saved.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) encoding: &'static str,
}

/// What the bytes 0x80 to 0x9f stand for in Windows-1252; a blank where they stand for nothing.
const WINDOWS: [char; 32] = [
    '€', ' ', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', ' ', 'Ž', ' ', ' ', '‘', '’', '“', '”', '•', '–',
    '—', '˜', '™', 'š', '›', 'œ', ' ', 'ž', 'Ÿ',
];

/// Reads UTF-8, UTF-16 and Windows-1252.
///
/// # Errors
/// A sentence if the bytes are no text of these.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, String> {
    if bytes.len() > MAX_FILE_BYTES {
        let size = bytes.len() as f64 / 1_048_576.0;
        let most = MAX_FILE_BYTES / 1_048_576;
        return Err(format!("The file has {size:.1} MiB, the limit is {most} MiB. Export only the rows you need."));
    }
    if let Some(kind) = other_kind(bytes) {
        return Err(format!("This is {kind}, not a table as text. Open it and save it as \"CSV UTF-8\"."));
    }
    let (text, encoding) = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => (String::from_utf8(rest.to_vec()).ok(), "UTF-8"),
        [0xff, 0xfe, rest @ ..] => (wide(rest, u16::from_le_bytes), "UTF-16"),
        [0xfe, 0xff, rest @ ..] => (wide(rest, u16::from_be_bytes), "UTF-16"),
        _ => match zeros(bytes) {
            // Latin letters in UTF-16: every second byte is zero.
            [even, 0] if even > 0 => (wide(bytes, u16::from_be_bytes), "UTF-16"),
            [0, odd] if odd > 0 => (wide(bytes, u16::from_le_bytes), "UTF-16"),
            _ => match std::str::from_utf8(bytes) {
                Ok(text) => (Some(text.to_owned()), "UTF-8"),
                Err(_) => (windows(bytes), "Windows-1252"),
            },
        },
    };
    let text = text.ok_or_else(|| {
        format!("The file starts like {encoding}, but cannot be read as it. Save it as \"CSV UTF-8\" and try again.")
    })?;
    if let Some(at) = text.find('\0') {
        let row = text[..at].matches('\n').count() + 1;
        return Err(format!("Row {row} holds a NUL character, which no text has. Save it as \"CSV UTF-8\" again."));
    }
    if text.trim_start().starts_with('<') {
        return Err("This is a web page, not a table. Download the file itself and save it as CSV.".to_owned());
    }
    if text.trim().is_empty() {
        return Err("The file is empty. Export the sheet again and look at what it holds.".to_owned());
    }
    Ok(Decoded { text, encoding })
}

/// Kinds of files that people take for a table.
fn other_kind(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 4] = [
        (b"PK\x03\x04", "a workbook (such as .xlsx or .ods)"),
        (b"\xd0\xcf\x11\xe0", "a workbook of an older Excel (.xls)"),
        (b"%PDF", "a PDF"),
        (b"\x1f\x8b", "a packed file"),
    ];
    KINDS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| *kind)
}

/// How many zero bytes there are at even and at odd places.
fn zeros(bytes: &[u8]) -> [usize; 2] {
    let count = |from: usize| bytes.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    [count(0), count(1)]
}

fn wide(bytes: &[u8], read: fn([u8; 2]) -> u16) -> Option<String> {
    let units = bytes.chunks(2).map(|pair| <[u8; 2]>::try_from(pair).ok().map(read)).collect::<Option<Vec<u16>>>()?;
    String::from_utf16(&units).ok()
}

fn windows(bytes: &[u8]) -> Option<String> {
    let letter = |byte: &u8| match byte {
        0x80..=0x9f => Some(WINDOWS[usize::from(byte - 0x80)]).filter(|letter| *letter != ' '),
        _ => Some(char::from(*byte)),
    };
    bytes.iter().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], encoding: &str) {
        let decoded = decode(bytes).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.encoding), ("Año;54,2\n", encoding));
    }

    #[track_caller]
    fn check_not(bytes: &[u8], said: &str) {
        let why = decode(bytes).unwrap_err();
        assert!(why.contains(said), "{why}");
        assert!(why.chars().count() <= 200, "{why}");
    }

    fn wide_bytes(to: fn(u16) -> [u8; 2]) -> Vec<u8> {
        "Año;54,2\n".encode_utf16().flat_map(to).collect()
    }

    #[test]
    fn texts_of_every_program_read_alike() {
        check("Año;54,2\n".as_bytes(), "UTF-8");
        check("\u{feff}Año;54,2\n".as_bytes(), "UTF-8");
        check(b"A\xf1o;54,2\n", "Windows-1252");
        check(&wide_bytes(u16::to_le_bytes), "UTF-16");
        check(&wide_bytes(u16::to_be_bytes), "UTF-16");
        check(&[&[0xff, 0xfe][..], &wide_bytes(u16::to_le_bytes)].concat(), "UTF-16");
        check(&[&[0xfe, 0xff][..], &wide_bytes(u16::to_be_bytes)].concat(), "UTF-16");
    }

    #[test]
    fn what_is_no_text_is_named() {
        check_not(b"PK\x03\x04\x14\0", "workbook");
        check_not(b"\xd0\xcf\x11\xe0", "older Excel");
        check_not(b"%PDF-1.7", "PDF");
        check_not(b"a,b\n1,\0\0\n", "Row 2 holds a NUL");
        check_not(b"\xef\xbb\xbfa\xff", "starts like UTF-8");
        check_not(b"\xff\xfea", "starts like UTF-16");
        check_not(b"a\x81b\xff", "starts like Windows-1252");
        check_not(b" <!doctype html>", "web page");
        check_not(b" \r\n ", "empty");
        check_not(&vec![b'"'; MAX_FILE_BYTES + 1], "the limit is 5 MiB");
    }
}

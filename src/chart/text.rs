//! Label texts: what they say in either layout, how wide they are likely to be, and where their lines break.
//!
//! Nothing can be measured here, so widths are estimated, a little on the large side, for the widest of the usual
//! system fonts. A label that is in fact narrower only leaves some air.

/// Size of chart text in px; see `--t-chart`.
pub const TEXT_SIZE: f64 = 13.;

/// What a label says in the wide and in the narrow layout. One string per wanted line; long ones are wrapped. No
/// line at all leaves the label out of that layout. In the narrow layout some 20 letters find a place in most charts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LabelText {
    pub wide: Vec<String>,
    pub narrow: Vec<String>,
}

impl LabelText {
    /// The same lines in both layouts.
    pub fn same<S: Into<String>>(lines: impl IntoIterator<Item = S>) -> Self {
        let wide: Vec<String> = lines.into_iter().map(Into::into).collect();
        Self { narrow: wide.clone(), wide }
    }
}

impl From<&str> for LabelText {
    fn from(text: &str) -> Self {
        Self::same([text])
    }
}

/// Estimated width of a line in px, in regular weight.
pub fn width(line: &str, size: f64) -> f64 {
    line.chars().map(|letter| advance(letter) * size).sum()
}

/// Width of a letter as a share of the text size.
fn advance(letter: char) -> f64 {
    match letter {
        // Marks that sit on the letter before them.
        '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{200b}'..='\u{200f}' => 0.,
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '!' | '|' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}' => 0.27,
        'f' | 't' | 'I' | 'J' | '(' | ')' | '-' | '/' => 0.38,
        'r' | '“' | '”' => 0.43,
        'c' | 's' | 'z' => 0.5,
        'k' | 'v' | 'x' | 'y' => 0.54,
        'a' | 'e' | '0'..='9' | '$' | '€' | '£' | '+' | '−' | '<' | '=' | '>' => 0.58,
        'm' | 'M' | 'W' | '@' | '—' | '…' => 0.93,
        'w' | '%' => 0.83,
        'A'..='Z' => 0.74,
        _ if is_square(letter) => 1.,
        '\u{1f000}'..='\u{3ffff}' => 1.2,
        _ => 0.62,
    }
}

/// Han, kana, Hangul and full-width forms fill a square, and a line may break between any two of them.
fn is_square(letter: char) -> bool {
    matches!(letter, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}')
}

/// Breaks the lines so that none is wider than `room` px, between words where possible, and ends with an ellipsis
/// after `most` lines. No-break spaces hold.
pub fn wrap(lines: &[String], room: f64, size: f64, most: usize) -> Vec<String> {
    let mut wrapped: Vec<String> = Vec::new();
    for line in lines {
        let mut current = String::new();
        for (space, part) in parts(line) {
            let longer = format!("{current}{}{part}", if current.is_empty() { "" } else { space });
            if width(&longer, size) <= room || current.is_empty() {
                current = longer;
            } else {
                wrapped.push(std::mem::replace(&mut current, part.to_string()));
            }
        }
        if !current.is_empty() {
            wrapped.push(current);
        }
    }
    let cut = wrapped.len() > most;
    wrapped.truncate(most);
    let n_lines = wrapped.len();
    for (index, line) in wrapped.iter_mut().enumerate() {
        shorten(line, room, size, cut && index + 1 == n_lines);
    }
    wrapped
}

/// The parts of a line that stay together, each with what stands before it unless the line breaks there.
fn parts(line: &str) -> impl Iterator<Item = (&'static str, &str)> {
    line.split_ascii_whitespace().flat_map(|word| {
        let mut last_square = false;
        let mut starts: Vec<usize> = Vec::new();
        for (at, letter) in word.char_indices() {
            let square = is_square(letter);
            if at == 0 || (square && last_square) {
                starts.push(at);
            }
            last_square = square;
        }
        let ends: Vec<usize> = starts.iter().skip(1).copied().chain([word.len()]).collect();
        starts.into_iter().zip(ends).map(move |(from, to)| (if from == 0 { " " } else { "" }, &word[from..to]))
    })
}

/// Cuts a line that is too wide, and ends it with an ellipsis if it was cut or if text is missing after it.
fn shorten(line: &mut String, room: f64, size: f64, more_follows: bool) {
    if !more_follows && width(line, size) <= room {
        return;
    }
    while !line.is_empty() && width(line, size) + advance('…') * size > room {
        line.pop();
    }
    let kept = line.trim_end_matches([' ', ',', ';', ':', '.']).len();
    line.truncate(kept);
    line.push('…');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lines: &[&str], room: f64, most: usize, expected: &[&str]) {
        let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
        let wrapped = wrap(&lines, room, TEXT_SIZE, most);
        assert_eq!(wrapped, expected);
        assert!(wrapped.iter().all(|line| width(line, TEXT_SIZE) <= room), "{wrapped:?}");
    }

    #[test]
    fn short_lines_stay() {
        check(&["Target: 70%", "by June 2030"], 190., 4, &["Target: 70%", "by June 2030"]);
    }

    #[test]
    fn long_lines_break_between_words() {
        check(&["New test form from 2022: not comparable"], 150., 4, &["New test form from", "2022: not comparable"]);
    }

    #[test]
    fn too_many_lines_end_with_an_ellipsis() {
        check(&["one", "two", "three"], 100., 2, &["one", "two…"]);
    }

    #[test]
    fn a_word_that_never_fits_is_cut() {
        check(&["Donaudampfschifffahrtsgesellschaft"], 80., 2, &["Donauda…"]);
    }

    #[test]
    fn no_break_spaces_hold() {
        check(&["about 57\u{a0}%"], 50., 2, &["about", "57\u{a0}%"]);
    }

    #[test]
    fn squares_break_anywhere() {
        check(&["三年生の読解力"], 60., 2, &["三年生の", "読解力"]);
    }

    #[test]
    fn no_text_gives_no_line() {
        check(&["", "  "], 80., 2, &[]);
        check(&["a"], 80., 0, &[]);
    }

    #[test]
    fn squares_are_wider_and_accents_have_no_width() {
        assert!(width("読書", 13.) > width("ab", 13.) * 1.5);
        assert_eq!(width("e\u{301}", 13.), width("e", 13.));
    }
}

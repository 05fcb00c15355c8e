//! The preview card of a page as a drawing: 1200 x 630 px, the size that messengers and networks show.
//!
//! Its texts, icons, sparklines and colours are those of the pages. Cards are seen small, so there are few words on them,
//! and these are large: first in the size that is meant, then in smaller ones, and only then cut, between words.

use std::fmt::Write;

use crate::app::charts::{Theme, bare_picture, reads_from_right, role, sparkline};
use crate::app::html::{Piece, escape};
use crate::app::pages::activities::state_sign;
use crate::app::parts::{brand_mark, sign, sprite};
use crate::chart::text::{width, wrap};
use crate::present::card::{Card, Detail};
use crate::present::row::Now;
use crate::words::Direction;

pub(in crate::cli) const WIDTH: f64 = 1200.;
pub(in crate::cli) const HEIGHT: f64 = 630.;
const MARGIN: f64 = 72.;
const ROOM: f64 = WIDTH - 2. * MARGIN;
/// How much wider bold letters are than those that charts are measured for.
const BOLDER: f64 = 1.08;
/// Where the words below the masthead begin, and where the detail does, if there is one.
const TOP: f64 = 128.;
const DETAIL_TOP: f64 = 414.;
/// Where the foot begins.
const FOOT: f64 = 572.;
/// The sparkline of a list, enlarged: its width on the card and the factor.
const SPARK: (f64, f64) = (590., 1.6);

/// Sizes that a text may have, from the one that is meant to the smallest, each with the most lines it may take.
type Sizes = [(f64, usize)];
const TITLE: &Sizes = &[(66., 2), (58., 3), (50., 3), (44., 4)];
const STATEMENT: &Sizes = &[(54., 2), (48., 3), (42., 4), (38., 4)];
const TITLE_ALONE: &Sizes = &[(88., 2), (76., 2), (64., 3), (54., 4)];
const SAYS: &Sizes = &[(32., 3), (28., 4)];
const SAYS_ALONE: &Sizes = &[(36., 3), (32., 5)];
const SAYS_SHORT: &Sizes = &[(30., 1), (28., 2)];
const ONE_LINE: &Sizes = &[(30., 1), (26., 1)];

/// The card as an SVG file.
pub(super) fn svg(card: &Card, direction: Direction) -> String {
    let mut drawing = Drawing { out: String::new(), from_right: direction == Direction::Rtl, y: 0. };
    drawing.masthead(&card.coalition);
    // With nothing below them, the words are larger and stand in the middle.
    let alone = matches!(card.detail, Detail::Nothing);
    let (title, says) = match card.detail {
        Detail::Nothing => (TITLE_ALONE, SAYS_ALONE),
        Detail::Measure(_) => (STATEMENT, SAYS_SHORT),
        Detail::Counts(_) | Detail::State(_) => (TITLE, SAYS),
    };
    let bottom = if alone { FOOT - 24. } else { DETAIL_TOP };
    drawing.y = if alone { TOP + 40. } else { TOP };
    if !card.kicker.is_empty() {
        drawing.lines(&card.kicker, ONE_LINE, "text-soft", false, bottom);
        drawing.y += 4.;
    }
    drawing.lines(&card.title, title, "text", true, bottom);
    drawing.y += 14.;
    let said = sentences(&card.says, ROOM, says, bottom - drawing.y);
    drawing.put(&card.says, said, "text-soft", false);
    match &card.detail {
        Detail::Nothing => {}
        Detail::Measure(now) => drawing.measure(now),
        Detail::Counts(counts) => {
            let counts: Vec<_> =
                counts.iter().map(|one| (sign(one.verdict.sign), Some(one.count), &one.verdict.word)).collect();
            drawing.signs(&counts);
        }
        Detail::State(state) => drawing.signs(&[(state_sign(state.sign), None, &state.word)]),
    }
    drawing.foot(&card.address, card.sample.as_deref());
    drawing.finished()
}

/// Class and icon of something, how many there are, and its word.
type Signed<'a> = ((&'static str, &'static str), Option<usize>, &'a String);

struct Drawing {
    out: String,
    /// Everything but the sparkline is mirrored.
    from_right: bool,
    /// Where the next line begins.
    y: f64,
}

/// How a line of text looks.
#[derive(Clone, Copy)]
struct Look {
    size: f64,
    colour: &'static str,
    bold: bool,
    /// Whether its text runs from right to left.
    to_left: bool,
}

impl Drawing {
    /// A position across, counted from where lines begin.
    fn across(&self, x: f64) -> f64 {
        if self.from_right { WIDTH - x } else { x }
    }

    /// Whether a text runs from right to left: by its first letter, without any as the card does.
    fn runs_left(&self, text: &str) -> bool {
        if text.chars().any(char::is_alphabetic) { reads_from_right(text) } else { self.from_right }
    }

    /// One line. `x` is where it begins, or ends if it is `at_end`.
    fn line(&mut self, text: &str, (x, y): (f64, f64), look: Look, at_end: bool) {
        let anchor = if self.from_right == at_end { "start" } else { "end" };
        // A line of another direction than the card's still runs in its own.
        let (open, close) = if look.to_left { ("\u{202b}", "\u{202c}") } else { ("", "") };
        let weight = if look.bold { 700 } else { 400 };
        self.write(&format!(
            "<text x=\"{}\" y=\"{y}\" text-anchor=\"{anchor}\" font-size=\"{}\" font-weight=\"{weight}\" fill=\"{}\">{open}",
            self.across(x),
            look.size,
            colour(look.colour),
        ));
        escape(text, &mut self.out);
        self.write(close);
        self.write("</text>\n");
    }

    /// A text in the first size in which it fits above `bottom`, and moves on.
    fn lines(&mut self, text: &str, sizes: &Sizes, colour: &'static str, bold: bool, bottom: f64) {
        let room = if bold { ROOM / BOLDER } else { ROOM };
        self.put(text, fitted(text, room, sizes, bottom - self.y), colour, bold);
    }

    /// Lines of a text, below each other.
    fn put(&mut self, text: &str, (size, lines): (f64, Vec<String>), colour: &'static str, bold: bool) {
        let to_left = self.runs_left(text);
        for line in lines {
            self.y += size * LEADING;
            self.line(&line, (MARGIN, self.y - size * 0.28), Look { size, colour, bold, to_left }, false);
        }
    }

    fn masthead(&mut self, coalition: &str) {
        self.write(&format!("<rect width=\"{WIDTH}\" height=\"12\" fill=\"{}\"/>\n", colour("accent")));
        let mark = self.across(MARGIN) - if self.from_right { 56. } else { 0. };
        self.write(&format!(
            "<g transform=\"translate({mark} 56) scale(1.4)\" fill=\"none\" stroke=\"{}\" stroke-width=\"1.6\">",
            colour("accent")
        ));
        let drawn = brand_mark().html().to_text();
        self.write(&drawn);
        self.write("</g>\n");
        let (size, lines) = fitted(coalition, (ROOM - 80.) / BOLDER, ONE_LINE, f64::MAX);
        let look = Look { size, colour: "text", bold: true, to_left: self.runs_left(coalition) };
        self.line(lines.first().map_or("", String::as_str), (MARGIN + 76., 86.), look, false);
    }

    /// A sparkline, the value beside it, its target, and how it stands.
    fn measure(&mut self, now: &Now) {
        let (width, scale) = SPARK;
        // The line runs from left to right in every language; only its place is mirrored.
        let left = if self.from_right { WIDTH - MARGIN - width } else { MARGIN };
        self.write(&format!("<g transform=\"translate({left} {DETAIL_TOP}) scale({scale})\">"));
        self.write(&bare_picture(&sparkline(now.spark.clone()).html(), width / scale, Theme::Light));
        self.write("</g>\n");
        let start = MARGIN + width + 52.;
        let room = WIDTH - MARGIN - start;
        let (size, value) = fitted(&now.value, room / BOLDER, &[(64., 1), (54., 1), (44., 1)], f64::MAX);
        let mut y = DETAIL_TOP + 50.;
        for line in value {
            self.line(
                &line,
                (start, y),
                Look { size, colour: "text", bold: true, to_left: self.runs_left(&now.value) },
                false,
            );
        }
        for note in now.unit.iter().chain(&now.target) {
            let (size, lines) = fitted(note, room, &[(24., 1), (20., 1)], f64::MAX);
            for line in lines {
                y += 32.;
                self.line(
                    &line,
                    (start, y),
                    Look { size, colour: "text-soft", bold: false, to_left: self.runs_left(note) },
                    false,
                );
            }
        }
        self.sign((sign(now.verdict.sign), None, &now.verdict.word), (start, y + 40.), 28., room);
    }

    /// Icons with their words, side by side, in rows.
    fn signs(&mut self, all: &[Signed<'_>]) {
        // What goes badly comes last, so nothing may be left out: more of them are smaller.
        let (columns, size, height) = match all.len() {
            0..=4 => (2, 32., 58.),
            5..=6 => (3, 27., 58.),
            _ => (4, 21., 46.),
        };
        let across = ROOM / columns as f64;
        for (at, one) in all.iter().enumerate() {
            let (row, column) = (at / columns, at % columns);
            let place = (MARGIN + column as f64 * across, DETAIL_TOP + 54. + row as f64 * height);
            self.sign(*one, place, size, across - 16.);
        }
    }

    /// An icon and its word on one line; `room` is for both.
    fn sign(&mut self, ((class, icon), count, word): Signed<'_>, (x, y): (f64, f64), size: f64, room: f64) {
        let role = class.rsplit_once("--").map_or("none", |(_, name)| name);
        let colour_name = match role {
            "good" => "status-good",
            "slow" => "status-slow",
            "away" => "status-away",
            _ => "status-none",
        };
        let icon_left = self.across(x) - if self.from_right { size } else { 0. };
        self.write(&format!(
            "<use href=\"#{icon}\" x=\"{icon_left}\" y=\"{}\" width=\"{size}\" height=\"{size}\" color=\"{}\"/>\n",
            y - size * 0.86,
            colour(colour_name),
        ));
        let text = count.map_or_else(|| word.clone(), |count| format!("{count} {word}"));
        let (size, lines) = fitted(&text, (room - size * 1.4) / BOLDER, &[(size, 1), (size * 0.85, 1)], f64::MAX);
        let look = Look { size, colour: colour_name, bold: true, to_left: self.runs_left(&text) };
        self.line(lines.first().map_or("", String::as_str), (x + 1.4 * size, y), look, false);
    }

    fn foot(&mut self, address: &str, sample: Option<&str>) {
        self.write(&format!(
            "<rect x=\"{MARGIN}\" y=\"{FOOT}\" width=\"{ROOM}\" height=\"1.5\" fill=\"{}\"/>\n",
            colour("rule-strong")
        ));
        // Addresses run from left to right.
        let look = Look { size: 22., colour: "text-soft", bold: false, to_left: false };
        let y = FOOT + 38.;
        let mut room = ROOM;
        if !address.is_empty() {
            let (_, lines) = fitted(address, ROOM * 0.4, &[(look.size, 1)], f64::MAX);
            let line = lines.first().map_or("", String::as_str);
            room -= width(line, look.size) + 40.;
            self.line(line, (WIDTH - MARGIN, y), look, true);
        }
        if let Some(sample) = sample {
            let (size, lines) = fitted(sample, room / BOLDER, &[(look.size, 1), (19., 1), (17., 2)], f64::MAX);
            let top = y - (lines.len() as f64 - 1.) * size * 0.6;
            for (line, at) in lines.iter().zip(0..) {
                let look = Look { size, colour: "status-slow", bold: true, to_left: self.runs_left(sample) };
                self.line(line, (MARGIN, top + f64::from(at) * size * LEADING), look, false);
            }
        }
    }

    fn write(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn finished(self) -> String {
        let mut file = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" viewBox=\"0 0 {WIDTH} {HEIGHT}\">\n"
        );
        let paper = colour("bg");
        // As style/components.css draws icons. Nobody but the writer of PNG files ever sees these rules.
        // Writing to a string cannot fail.
        let _ = write!(
            file,
            "<style>.line{{fill:none;stroke:currentColor;stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}}\
             .knock{{fill:none;stroke:{paper};stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}}\
             .dotted{{stroke-dasharray:0.1 3.3;stroke-width:2}}</style>\n<rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"{paper}\"/>\n"
        );
        file.push_str(&sprite().html().to_text());
        file.push_str(&self.out);
        file.push_str("</svg>\n");
        file
    }
}

/// Height of a line for each px of its letters.
const LEADING: f64 = 1.22;

/// The first size in which a text fits into `room` across and `height` down, with its lines; `None` if in none of them.
fn whole(text: &str, room: f64, sizes: &Sizes, height: f64) -> Option<(f64, Vec<String>)> {
    let text = [text.to_owned()];
    let fits = |step: &&(f64, usize)| {
        let lines = wrap(&text, room, step.0, usize::MAX);
        lines.len() <= most(step, height) && !lines.iter().any(|line| line.ends_with('…') && !text[0].ends_with('…'))
    };
    sizes.iter().find(fits).map(|step| (step.0, balanced(&text, room, step.0)))
}

/// How many lines of a size there may be.
fn most(&(size, most): &(f64, usize), height: f64) -> usize {
    most.min((height / (size * LEADING)).max(0.) as usize)
}

/// A text of sentences: fewer of them say more than a part of one. An abbreviation ends none ("St. Anne").
fn sentences(text: &str, room: f64, sizes: &Sizes, height: f64) -> (f64, Vec<String>) {
    let mut kept = text.trim_end();
    loop {
        if let Some(found) = whole(kept, room, sizes, height) {
            return found;
        }
        let is_end = |&(at, _): &(usize, &str)| {
            let word = kept[..at].rsplit(char::is_whitespace).next().unwrap_or_default();
            word.chars().count() > 3 || !word.starts_with(char::is_uppercase)
        };
        match kept.trim_end_matches('.').rmatch_indices(". ").find(is_end) {
            Some((at, _)) => kept = &kept[..=at],
            None => return fitted(text, room, sizes, height),
        }
    }
}

/// As [`whole`]. What fits in no size: the smallest, with as many lines as there may be, the last ending with an ellipsis
/// after a whole word.
fn fitted(text: &str, room: f64, sizes: &Sizes, height: f64) -> (f64, Vec<String>) {
    if let Some(found) = whole(text, room, sizes, height) {
        return found;
    }
    let Some(step) = sizes.last() else { return (0., Vec::new()) };
    let mut lines = wrap(&[text.to_owned()], room, step.0, usize::MAX);
    if lines.len() > most(step, height) {
        lines.truncate(most(step, height));
        if let Some(last) = lines.last_mut() {
            while width(&format!("{last}…"), step.0) > room
                && let Some((kept, _)) = last.rsplit_once(' ')
            {
                *last = kept.to_owned();
            }
            *last = format!("{}…", last.trim_end_matches([',', ';', ':', '.', ' ']));
        }
    }
    (step.0, lines)
}

/// The lines of a text that fits, of about the same width: as many as there have to be, in the least room.
fn balanced(text: &[String], room: f64, size: f64) -> Vec<String> {
    let lines = wrap(text, room, size, usize::MAX);
    let (mut least, mut enough) = (room / 2., room);
    while lines.len() > 1 && enough - least > 4. {
        let middle = f64::midpoint(least, enough);
        let narrower = wrap(text, middle, size, usize::MAX);
        // A word that has no room would be cut.
        let whole = !narrower.iter().any(|line| line.ends_with('…'));
        if narrower.len() == lines.len() && whole { enough = middle } else { least = middle }
    }
    wrap(text, enough, size, usize::MAX)
}

/// The colour of a role. Cards are light: they stand on other people's pages.
fn colour(name: &str) -> &'static str {
    role(name, Theme::Light).unwrap_or("none")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::stand::StandCount;
    use crate::present::standing::{Sign, Verdict};

    #[track_caller]
    fn check(text: &str, room: f64, sizes: &Sizes, height: f64, size: f64, lines: &[&str]) {
        assert_eq!(fitted(text, room, sizes, height), (size, lines.iter().map(ToString::to_string).collect()));
    }

    #[test]
    fn a_text_gets_smaller_before_it_is_cut() {
        let sizes = [(40., 1), (20., 2)];
        check("Every child", 300., &sizes, 999., 40., &["Every child"]);
        check("Every child reads well", 300., &sizes, 999., 20., &["Every child reads well"]);
        check("Every child reads well at nine.", 220., &sizes, 999., 20., &["Every child reads", "well at nine."]);
        check("Every child reads well at nine", 160., &sizes, 999., 20., &["Every child", "reads well at…"]);
        // The height counts, too.
        check("Every child reads", 110., &sizes, 30., 20., &["Every…"]);
    }

    #[test]
    fn sentences_that_have_no_room_are_left_out_whole() {
        let sizes = [(20., 1)];
        let check =
            |text: &str, line: &str| assert_eq!(sentences(text, 240., &sizes, 999.), (20., vec![line.to_owned()]));
        check("Every child reads. All of us help them.", "Every child reads.");
        check("Every child reads well at nine.", "Every child reads well…");
        check("We read at St. Anne and at St. Mary every day.", "We read at St. Anne…");
    }

    #[test]
    fn names_are_not_taken_for_sentences() {
        check("Greater St. Louis Partnership for Reading", 240., &[(20., 1)], 999., 20., &["Greater St. Louis…"]);
    }

    #[test]
    fn all_colours_of_cards_are_roles_of_the_style() {
        for name in [
            "bg",
            "text",
            "text-soft",
            "accent",
            "rule-strong",
            "status-good",
            "status-slow",
            "status-away",
            "status-none",
        ] {
            assert_ne!(colour(name), "none", "{name}");
        }
    }

    fn drawn(direction: Direction, detail: Detail) -> String {
        let card = Card {
            coalition: "Valley <Together>".into(),
            kicker: "Activities".into(),
            title: "Reading at six".into(),
            says: "Every child, every evening.".into(),
            detail,
            address: "valley.example".into(),
            sample: Some("Sample data.".into()),
        };
        svg(&card, direction)
    }

    #[test]
    fn a_card_is_an_svg_file_with_all_its_words() {
        let counts = |n| {
            let verdict = Verdict { sign: Sign::Slow, word: "Too slow".into(), code: "too_slow" };
            Detail::Counts(
                (0..n).map(|count| StandCount { verdict: verdict.clone(), count, href: "/".into() }).collect(),
            )
        };
        for detail in [Detail::Nothing, counts(2), counts(9)] {
            let n = if let Detail::Counts(counts) = &detail { counts.len() } else { 0 };
            let file = drawn(Direction::Ltr, detail);
            let document = roxmltree::Document::parse(&file).unwrap();
            let root = document.root_element();
            assert_eq!((root.attribute("width"), root.attribute("height")), (Some("1200"), Some("630")));
            let texts: Vec<&str> =
                document.descendants().filter(|at| at.has_tag_name("text")).filter_map(|at| at.text()).collect();
            for text in [
                "Valley <Together>",
                "Activities",
                "Reading at six",
                "Every child, every evening.",
                "Sample data.",
                "valley.example",
            ] {
                assert!(texts.contains(&text), "{text} is not among {texts:?}");
            }
            // Nothing is left out, and nothing stands below the card.
            assert_eq!(texts.iter().filter(|text| text.ends_with("Too slow")).count(), n);
            for at in document.descendants().filter(|at| at.has_tag_name("text")) {
                let y: f64 = at.attribute("y").unwrap().parse().unwrap();
                assert!(y < HEIGHT - 4., "{at:?}");
            }
        }
    }

    #[test]
    fn from_right_to_left_lines_begin_at_the_right() {
        let file = drawn(Direction::Rtl, Detail::Nothing);
        assert!(file.contains("<text x=\"1128\""), "{file}");
        assert!(!drawn(Direction::Ltr, Detail::Nothing).contains("<text x=\"72\" y=\"610\" text-anchor=\"end\""));
    }
}

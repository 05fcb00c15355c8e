//! The language messages are written in: a small part of ICU MessageFormat.
//!
//! - `{name}` is a slot: a text as it is, a number in the way of the language.
//! - `{n, plural, =0 {none} one {# day} other {# days}}` picks by number. `=0` goes by the number itself, the words
//!   by the plural family; `#` is the number. A form that is not there falls back to `other`.
//! - `{kind, select, school {a school} other {a partner}}` picks by text.
//!
//! Both can be nested and must have `other`. There are no quotes: an apostrophe is an apostrophe, and a brace cannot
//! be written. Messages are parsed each time they are said; most pages say few of them, and the parse is a walk over
//! one line.

use std::borrow::Cow;

use super::number::Shown;
use super::{Catalog, Direction};

/// What goes into a slot.
#[derive(Clone, Debug)]
pub enum Arg<'a> {
    /// A number and its decimals.
    Number(f64, u8),
    /// Text as it is. Years are text too, as a number a year would read "2,025": see [`Catalog::year`].
    Text(Cow<'a, str>),
}

/// Finds an argument by its name.
pub(super) type Find<'a> = dyn Fn(&str) -> Option<&'a Arg<'a>> + 'a;

macro_rules! arg_from_whole_number {
    ($($number:ty)*) => {$(
        impl From<$number> for Arg<'_> {
            fn from(number: $number) -> Self {
                Self::Number(number as f64, 0)
            }
        }
    )*};
}
arg_from_whole_number!(u8 u16 u32 u64 usize i32 i64);

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

/// A piece of a parsed message.
#[derive(Debug, PartialEq)]
pub(super) enum Part<'a> {
    Text(&'a str),
    Slot(&'a str),
    /// `#`: the number of the plural around it.
    Number,
    Choice {
        arg: &'a str,
        kind: Kind,
        cases: Vec<(&'a str, Vec<Part<'a>>)>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Plural,
    Select,
}

/// What is wrong with a message.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Broken(pub(super) &'static str);

const LEFT_TO_RIGHT: char = '\u{2066}';
const END_OF_ISOLATE: char = '\u{2069}';

/// Whether a text would be torn in a sentence that runs from right to left: a name in Latin letters beside a figure, a
/// phone number. Such a text is set apart by the characters that Unicode has for this. A figure alone needs none of
/// it, and "2019–2023" has to follow its sentence. What has a letter from right to left was made by a sentence of the
/// same language, which has set apart what it took in.
fn is_strange(text: &str) -> bool {
    let from_right = |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    text.contains(|c: char| c.is_alphabetic() || matches!(c, '-' | '+'))
        && !text.contains(|c: char| from_right(c) || c == LEFT_TO_RIGHT)
}

/// Deeper nesting than this is a mistake, and could exhaust the stack.
const MAX_DEPTH: usize = 8;

/// Parses one message.
pub(super) fn parse(message: &str) -> Result<Vec<Part<'_>>, Broken> {
    let mut reader = Reader { rest: message };
    let parts = reader.parts(0, false)?;
    if reader.rest.is_empty() { Ok(parts) } else { Err(Broken("a closing brace too many")) }
}

struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    /// Reads up to the end or to a closing brace, which is left for the caller.
    fn parts(&mut self, depth: usize, in_plural: bool) -> Result<Vec<Part<'a>>, Broken> {
        if depth > MAX_DEPTH {
            return Err(Broken("nested too deep"));
        }
        let mut parts = Vec::new();
        loop {
            let text = self.until(|c| matches!(c, '{' | '}') || (in_plural && c == '#'));
            if !text.is_empty() {
                parts.push(Part::Text(text));
            }
            if self.eat('{') {
                parts.push(self.slot(depth, in_plural)?);
            } else if in_plural && self.eat('#') {
                parts.push(Part::Number);
            } else {
                return Ok(parts);
            }
        }
    }

    /// Reads a slot or a choice, from behind its opening brace to behind its closing one.
    fn slot(&mut self, depth: usize, in_plural: bool) -> Result<Part<'a>, Broken> {
        let arg = self.word()?;
        if self.eat('}') {
            return Ok(Part::Slot(arg));
        }
        self.expect(',', "a slot without a closing brace")?;
        let kind = match self.word()? {
            "plural" => Kind::Plural,
            "select" => Kind::Select,
            _ => return Err(Broken("neither plural nor select")),
        };
        self.expect(',', "no comma after plural or select")?;
        let mut cases = Vec::new();
        loop {
            self.rest = self.rest.trim_start();
            if self.eat('}') {
                break;
            }
            let case = self.word()?;
            self.expect('{', "a case without an opening brace")?;
            let parts = self.parts(depth + 1, in_plural || kind == Kind::Plural)?;
            self.expect('}', "a case without a closing brace")?;
            cases.push((case, parts));
        }
        match cases.iter().any(|(case, _)| *case == "other") {
            true => Ok(Part::Choice { arg, kind, cases }),
            false => Err(Broken("no case for other")),
        }
    }

    /// Reads one word and the spaces around it.
    fn word(&mut self) -> Result<&'a str, Broken> {
        let word = self.until(|c| matches!(c, '{' | '}' | ',')).trim();
        match word.is_empty() || word.contains(char::is_whitespace) {
            true => Err(Broken("one word is wanted as name or case")),
            false => Ok(word),
        }
    }

    fn until(&mut self, stop: impl Fn(char) -> bool) -> &'a str {
        let (text, rest) = self.rest.split_at(self.rest.find(stop).unwrap_or(self.rest.len()));
        self.rest = rest;
        text
    }

    fn eat(&mut self, c: char) -> bool {
        match self.rest.strip_prefix(c) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn expect(&mut self, c: char, otherwise: &'static str) -> Result<(), Broken> {
        if self.eat(c) { Ok(()) } else { Err(Broken(otherwise)) }
    }
}

impl Catalog {
    /// A text that stands in a line of this language, set apart if it would be torn there.
    pub fn apart<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match self.dir == Direction::Rtl && is_strange(text) {
            true => Cow::Owned(format!("{LEFT_TO_RIGHT}{text}{END_OF_ISOLATE}")),
            false => Cow::Borrowed(text),
        }
    }

    /// Fills a message, or gives its key in brackets if that cannot be done.
    pub(super) fn fill(&self, message: Option<&String>, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.filled(message, key, &|name| args.iter().find(|(known, _)| *known == name).map(|(_, arg)| arg))
    }

    /// As [`fill`](Self::fill), with whatever finds an argument by its name.
    pub(super) fn filled(&self, message: Option<&String>, key: &str, find: &Find<'_>) -> String {
        let mut text = String::new();
        let parts = message.and_then(|message| parse(message).ok());
        match parts.and_then(|parts| self.write(&parts, find, None, &mut text)) {
            Some(()) => text,
            None => format!("[{key}]"),
        }
    }

    /// `None` if an argument is missing or of the wrong kind; the text is then of no use.
    fn write(&self, parts: &[Part], find: &Find<'_>, number: Option<&Shown>, text: &mut String) -> Option<()> {
        for part in parts {
            match part {
                Part::Text(plain) => text.push_str(plain),
                Part::Number => text.push_str(&self.shown(number?)),
                Part::Slot(name) => match find(name)? {
                    Arg::Text(plain) => text.push_str(&self.apart(plain)),
                    Arg::Number(value, decimals) => text.push_str(&self.number(*value, *decimals)),
                },
                Part::Choice { arg, kind, cases } => {
                    let case = |wanted: &str| cases.iter().find(|(case, _)| *case == wanted).map(|(_, parts)| parts);
                    let (chosen, own_number) = match (kind, find(arg)?) {
                        (Kind::Plural, Arg::Number(value, decimals)) => {
                            let shown = Shown::new(*value, *decimals)?;
                            let exact = case(&format!("={}", shown.plain()));
                            (exact.or_else(|| case(self.plural.category(&shown))), Some(shown))
                        }
                        (Kind::Plural, Arg::Text(_)) => return None,
                        (Kind::Select, Arg::Number(value, decimals)) => {
                            (case(&Shown::new(*value, *decimals)?.plain()), None)
                        }
                        (Kind::Select, Arg::Text(plain)) => (case(plain), None),
                    };
                    let parts = chosen.or_else(|| case("other"))?;
                    self.write(parts, find, own_number.as_ref().or(number), text)?;
                }
            }
        }
        Some(())
    }
}

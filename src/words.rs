//! Words: what the site says in a language, and how that language writes numbers, dates and lists.
//!
//! A language is one file in `words/`: `en.json`, `es.json`. To add one, copy `en.json`, translate it and give its
//! plural family; only a family that [`plural`] does not know needs Rust. The browser fetches the file of its reader
//! and no other, so no file is compiled in here. Nothing here asks the browser either: its `Intl` would give other
//! text than the prerendered page wherever its language data differ from ours.
//!
//! Messages and formats are written in the small language of [`message`].

pub(crate) mod carried;
mod date;
mod endonym;
mod file;
mod fold;
mod message;
mod number;
mod period;
mod plural;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt;

pub use endonym::endonym;
pub use fold::fold;
pub use message::Arg;
pub use number::in_100;

/// Everything about one language, as read from its file.
#[derive(Debug)]
pub struct Catalog {
    lang: String,
    name: String,
    dir: Direction,
    plural: plural::Family,
    numbers: number::Symbols,
    /// January first, in the form used inside a date ("14 de noviembre").
    months: [String; 12],
    /// The form used without a day, where the language has another one, as Russian and Polish have.
    months_alone: Option<[String; 12]>,
    months_short: [String; 12],
    /// Monday first.
    weekdays: [String; 7],
    /// Signs by ISO 4217 code. A currency not listed is written with its code.
    currencies: BTreeMap<String, String>,
    /// How numbers, dates, periods and lists are put together.
    formats: BTreeMap<String, String>,
    messages: BTreeMap<String, String>,
}

/// The direction a language is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Ltr,
    Rtl,
}

impl Direction {
    /// The direction of the language with this tag. All that are not known to run from right to left run the other way.
    pub fn of(tag: &str) -> Self {
        match tag.split('-').next().unwrap_or(tag) {
            "ar" | "ckb" | "dv" | "fa" | "he" | "ps" | "sd" | "ug" | "ur" | "yi" => Self::Rtl,
            _ => Self::Ltr,
        }
    }

    /// The value of the HTML attribute `dir`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// Why a text is no language file. Says what is wrong and in which line and column.
#[derive(Debug)]
pub struct CatalogError(String);

impl fmt::Display for CatalogError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the language file cannot be used: {}", self.0)
    }
}

impl std::error::Error for CatalogError {}

impl Catalog {
    /// Reads a language file. Fields it does not know are passed over, so that an older app reads a newer file.
    pub fn parse(json: &str) -> Result<Self, CatalogError> {
        file::catalog(json)
    }

    /// The language as a BCP 47 tag, for `lang` and addresses.
    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// The name of the language in that language.
    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn dir(&self) -> Direction {
        self.dir
    }

    /// The message of this key with its slots filled. A key that is missing, a message that is broken or a slot
    /// without an argument gives the key in brackets: ugly enough to be seen, and the page stands.
    ///
    /// The key is written where it is said, if need be as a `match` inside the call; a test reads the calls and
    /// holds them against the language files. Most callers use [`say!`].
    ///
    /// The names of the arguments stand in one text, each with a space behind it, in the order of the values: a call has
    /// one name to hand over then, and there are so many calls that this is felt in the size of the app.
    pub fn say(&self, key: &'static str, names: &'static str, values: &[Arg<'_>]) -> String {
        let place = |name: &str| names.split(' ').position(|known| known == name);
        self.filled(self.messages.get(key), key, &|name| values.get(place(name)?))
    }

    /// Like [`say`](Self::say) for the formats of the language.
    fn format(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.fill(self.formats.get(key), key, args)
    }

    /// A list in a sentence: "a, b and c".
    pub fn list<T: AsRef<str>>(&self, items: &[T]) -> String {
        let Some((first, rest)) = items.split_first() else { return String::new() };
        rest.iter().enumerate().fold(first.as_ref().to_owned(), |so_far, (i, item)| {
            let item = item.as_ref();
            let key = match (i + 1 == rest.len(), rest.len()) {
                (true, 1) => "list-two",
                (true, _) => "list-last",
                (false, _) => "list-more",
            };
            let i_sound = if begins_with_i_sound(item) { "yes" } else { "no" };
            self.format(key, &[("a", so_far.into()), ("b", item.into()), ("b_i_sound", i_sound.into())])
        })
    }
}

/// Spanish says "e" for "and" before the sound i, but not before "hie" and "hia": "padres e hijos", "agua y hielo".
fn begins_with_i_sound(text: &str) -> bool {
    let text = fold(text);
    let sound = text.strip_prefix('h').unwrap_or(&text);
    sound.starts_with('i') && !["ia", "ie", "io"].iter().any(|glide| sound.starts_with(glide))
}

/// Says a message: `say!(words, "filter-none", n = total, name = title)`. Arguments are whole numbers, texts or
/// any other [`Arg`].
macro_rules! say {
    ($words:expr, $key:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $words.say($key, concat!($(stringify!($name), " "),*), &[$($crate::words::Arg::from($value)),*])
    };
}
pub(crate) use say;

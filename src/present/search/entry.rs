//! What can be found: an entry for everything that has a place on the site, and the file that holds all entries of a
//! language.
//!
//! The file is text: a line that says how many entries there are, then a line for each, its fields between tabs. It says
//! the same of a record as the pages do and nothing else; the app makes what it searches in out of it.

use crate::feed::id::Kind;
use crate::present::Phrase;

/// What an entry is about. In the order in which equals are listed.
pub(super) const KINDS: [Option<Kind>; 19] = [
    Some(Kind::Goal),
    Some(Kind::Indicator),
    Some(Kind::Activity),
    Some(Kind::Partner),
    Some(Kind::Geography),
    Some(Kind::Engagement),
    Some(Kind::BudgetCycle),
    Some(Kind::BudgetProposal),
    Some(Kind::Feedback),
    Some(Kind::Need),
    Some(Kind::Commitment),
    Some(Kind::Decision),
    Some(Kind::Strategy),
    Some(Kind::WorkGroup),
    Some(Kind::Story),
    Some(Kind::Update),
    Some(Kind::Event),
    Some(Kind::Term),
    None,
];

/// The word of what is no record in addresses and in the file.
const PAGE: &str = "page";

/// The word for a kind in addresses and in the file.
pub(super) fn word(kind: Option<Kind>) -> &'static str {
    kind.map_or(PAGE, Kind::wire)
}

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// `None` for a page that is about no record.
    pub kind: Option<Kind>,
    /// Its address, below the first step of the language.
    pub path: String,
    pub title: Phrase,
    /// One line that tells it from others of its name. May be empty.
    pub context: Phrase,
    /// Other words that it can be found by: folded, each once.
    pub words: String,
}

/// What the file begins with. Another number means another form.
const HEAD: &str = "commonweal-search\t1\t";

/// The entries as a file.
pub fn written(entries: &[Entry]) -> String {
    let mut out = format!("{HEAD}{}\n", entries.len());
    for entry in entries {
        let lang = |phrase: &Phrase| phrase.lang.clone().unwrap_or_default();
        let fields = [
            word(entry.kind).to_owned(),
            entry.path.clone(),
            one_line(&entry.title.text),
            lang(&entry.title),
            one_line(&entry.context.text),
            lang(&entry.context),
            entry.words.clone(),
        ];
        out.push_str(&fields.join("\t"));
        out.push('\n');
    }
    out
}

/// A text without what would end its field.
fn one_line(text: &str) -> String {
    text.replace(['\t', '\n', '\r'], " ")
}

/// The entries in a file; `None` if it is not whole, or something else.
pub(super) fn read(file: &str) -> Option<Vec<Entry>> {
    let (head, rest) = file.strip_prefix(HEAD)?.split_once('\n')?;
    let entries: Option<Vec<Entry>> = rest.lines().map(entry).collect();
    entries.filter(|entries| head.parse() == Ok(entries.len()))
}

fn entry(line: &str) -> Option<Entry> {
    let mut fields = line.split('\t');
    let mut next = || fields.next();
    let kind = next()?;
    let kind = if kind == PAGE { None } else { Some(Kind::from_wire(kind)?) };
    let path = next()?.to_owned();
    let phrase =
        |text: &str, lang: &str| Phrase { text: text.to_owned(), lang: (!lang.is_empty()).then(|| lang.to_owned()) };
    let title = phrase(next()?, next()?);
    let context = phrase(next()?, next()?);
    Some(Entry { kind, path, title, context, words: next()?.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some() -> Vec<Entry> {
        let phrase = |text: &str, lang: Option<&str>| Phrase { text: text.into(), lang: lang.map(str::to_owned) };
        vec![
            Entry {
                kind: Some(Kind::Goal),
                path: "goals/read/".into(),
                title: phrase("Every child\treads", None),
                context: Phrase::default(),
                words: "books".into(),
            },
            Entry {
                kind: None,
                path: "about/".into(),
                title: phrase("About", Some("en")),
                context: phrase("Who\nwe are", Some("es")),
                words: String::new(),
            },
        ]
    }

    #[track_caller]
    fn check(file: &str, expected: Option<usize>) {
        assert_eq!(read(file).map(|entries| entries.len()), expected, "{file}");
    }

    #[test]
    fn what_is_written_comes_back() {
        let file = written(&some());
        let mut expected = some();
        expected[0].title.text = "Every child reads".into();
        expected[1].context.text = "Who we are".into();
        assert_eq!(read(&file), Some(expected));
        check(&written(&[]), Some(0));
    }

    #[test]
    fn a_file_that_is_not_whole_is_none() {
        let file = written(&some());
        check(&file, Some(2));
        for cut in [file.len() - 9, 30, 5, 0] {
            check(&file[..cut], None);
        }
        check("<!doctype html>", None);
        check(&file.replace("goal\t", "dragon\t"), None);
        check(&file.replace("search\t1", "search\t2"), None);
    }

    #[test]
    fn every_kind_has_its_word() {
        for kind in KINDS {
            assert_eq!(KINDS.iter().filter(|other| word(**other) == word(kind)).count(), 1);
        }
        // Sources and dimensions have no page, and no place on one.
        assert_eq!(KINDS.len(), Kind::ALL.len() - 2 + 1);
    }
}

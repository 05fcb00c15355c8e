//! From what was given, and what the feed knows, to a record. No disk, no clock.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::ask::{Ask, How, asks, named_by};
use crate::feed::date::{Date, Moment};
use crate::feed::form::tree::{Field, Tree};
use crate::feed::id::{Kind, PUBLIC, PartnerId};
use crate::words::fold;

/// What the person gave.
#[derive(Debug, Default)]
pub(super) struct Answers {
    pub(super) id: Option<String>,
    pub(super) flags: BTreeMap<&'static str, Vec<String>>,
}

/// What the feed knows.
#[derive(Debug, Default)]
pub(super) struct Known {
    ids: Vec<(Kind, String)>,
    /// Time zones of the events.
    zones: Vec<String>,
}

impl Known {
    pub(super) fn of(records: &[(Option<Kind>, Tree)]) -> Self {
        let mut known = Self::default();
        for (kind, record) in records {
            let text = |name: &str| record.field(name).and_then(Tree::says).map(str::to_owned);
            known.ids.extend(kind.zip(text("id")));
            if let Some(zone) = text("tz").filter(|zone| !known.zones.contains(zone)) {
                known.zones.push(zone);
            }
        }
        known
    }

    fn of_kinds(&self, wanted: &[Kind]) -> Vec<&str> {
        self.ids.iter().filter(|(kind, _)| wanted.contains(kind)).map(|(_, id)| id.as_str()).collect()
    }

    fn is_taken(&self, id: &str) -> bool {
        self.ids.iter().any(|(_, known)| known == id)
    }
}

/// A record to be written.
#[derive(Debug)]
pub(super) struct Made {
    pub(super) id: String,
    pub(super) record: Tree,
    /// The texts that a person still has to write.
    pub(super) empty: Vec<&'static str>,
}

/// Makes a record.
///
/// # Errors
/// A sentence that names everything that is missing or wrong, with an example.
pub(super) fn make(kind: Kind, answers: &Answers, known: &Known, today: NaiveDate) -> Result<Made, String> {
    let mut work = Work {
        kind,
        answers,
        known,
        today,
        record: Vec::new(),
        empty: Vec::new(),
        needs: Vec::new(),
        wrong: Vec::new(),
    };
    for ask in asks(kind) {
        let said =
            |(path, words): (&str, &[&str])| work.word_at(path).is_some_and(|word| words.contains(&word.as_str()));
        let unasked = ask.when.is_some_and(|when| !said(when));
        match (unasked, answers.flags.get(ask.flag)) {
            (true, Some(_)) => {
                let (path, words) = ask.when.unwrap_or_default();
                let words = words.join("\" or \"");
                work.wrong.push(format!("--{} is only for those whose \"{path}\" is \"{words}\".", ask.flag));
            }
            (true, None) => {}
            (false, given) => work.answer(ask, given.map_or(&[][..], Vec::as_slice)),
        }
    }
    let id = work.id();
    if !work.wrong.is_empty() {
        return Err(work.wrong.join(" "));
    }
    if !work.needs.is_empty() {
        return Err(work.missing());
    }
    let mut record = vec![Field::new("id", Tree::text(&id))];
    record.append(&mut work.record);
    Ok(Made { id, record: Tree::Object(record), empty: work.empty })
}

struct Work<'w> {
    kind: Kind,
    answers: &'w Answers,
    known: &'w Known,
    today: NaiveDate,
    record: Vec<Field>,
    empty: Vec<&'static str>,
    /// Flags that have to be given, each with an example of its value.
    needs: Vec<(String, String)>,
    wrong: Vec<String>,
}

impl Work<'_> {
    fn put(&mut self, path: &str, value: Tree) {
        match path.split_once('/') {
            None => self.record.push(Field::new(path, value)),
            Some((list, rest)) if rest.starts_with("*/") => self.put_into_items(list, &rest[2..], value),
            Some((outer, inner)) => {
                let field = Field::new(inner, value);
                match self.record.iter_mut().find(|known| known.name == outer).map(|known| &mut known.value) {
                    Some(Tree::Object(fields)) => fields.push(field),
                    _ => self.record.push(Field::new(outer, Tree::Object(vec![field]))),
                }
            }
        }
    }

    /// A list of values makes an item of each; a single value goes into the one item that there is.
    fn put_into_items(&mut self, list: &str, name: &str, value: Tree) {
        let there = self.record.iter_mut().find(|field| field.name == list).map(|field| &mut field.value);
        match (value, there) {
            (Tree::List(values), _) => {
                let items = values.into_iter().map(|value| Tree::Object(vec![Field::new(name, value)]));
                self.record.push(Field::new(list, Tree::List(items.collect())));
            }
            (value, Some(Tree::List(items))) => {
                if let Some(Tree::Object(fields)) = items.first_mut() {
                    fields.push(Field::new(name, value));
                }
            }
            (value, _) => {
                let item = Tree::Object(vec![Field::new(name, value)]);
                self.record.push(Field::new(list, Tree::List(vec![item])));
            }
        }
    }

    fn word_at(&self, path: &str) -> Option<String> {
        let (outer, inner) = path.split_once('/').unwrap_or((path, ""));
        let value = &self.record.iter().find(|field| field.name == outer)?.value;
        let value = if inner.is_empty() { value } else { value.field(inner)? };
        value.says().map(str::to_owned)
    }

    fn need(&mut self, ask: &Ask, example: &str) {
        self.needs.push((ask.flag.to_owned(), example.to_owned()));
    }

    fn answer(&mut self, ask: &'static Ask, given: &[String]) {
        let first = given.first().map(|text| text.trim());
        match ask.how {
            How::Prose => match first {
                Some(text) => self.put(ask.path, Tree::text(text)),
                None => {
                    self.put(ask.path, Tree::text(""));
                    self.empty.push(ask.path);
                }
            },
            // That it is one of the field's words has been seen to by the arguments.
            How::Word(start) => match first.or(start).or_else(|| self.derived(ask.path)) {
                Some(word) => self.put(ask.path, Tree::text(word)),
                // It mostly follows from the period, which is asked for first.
                None if ask.path == "update_frequency" && self.word_at("period_type").is_none() => {}
                None => self.need(ask, &ask.words(self.kind).join("|")),
            },
            How::Words if given.is_empty() => self.need(ask, &ask.words(self.kind).join("|")),
            How::Words => self.put(ask.path, Tree::List(given.iter().map(|word| Tree::text(word)).collect())),
            How::One(kind) | How::Many(kind) | How::Maybe(kind) => self.reference(ask, &[kind], given),
            How::Everybody if first.is_none_or(|word| word == PUBLIC) => self.put(ask.path, Tree::text(PUBLIC)),
            How::Party | How::Everybody => self.reference(ask, &[Kind::Partner, Kind::WorkGroup], given),
            How::Today => match first.map(Date::parse) {
                None => self.put(ask.path, Tree::text(&self.today.to_string())),
                Some(Ok(date)) => self.put(ask.path, Tree::text(&date.to_string())),
                Some(Err(_)) => self.wrong.push(format!("--{} is a date such as {}.", ask.flag, self.today)),
            },
            How::Until | How::Perhaps if first.is_none() => {}
            How::Day | How::Until => match first {
                None => self.need(ask, &self.today.to_string()),
                Some(text) if Date::parse(text).is_ok() || Moment::parse(text).is_ok() => {
                    self.put(ask.path, Tree::text(text));
                }
                Some(_) => self.wrong.push(format!("--{} is a date such as {}.", ask.flag, self.today)),
            },
            How::Number(start) => match first.map(str::parse::<u32>) {
                None => self.put(ask.path, Tree::Bare(start.to_string())),
                Some(Ok(number)) => self.put(ask.path, Tree::Bare(number.to_string())),
                Some(Err(_)) => self.wrong.push(format!("--{} is a whole number.", ask.flag)),
            },
            How::Amount => match first.map(|text| (text, text.parse::<f64>())) {
                None => self.need(ask, "10000"),
                // As it is written, if JSON writes it so too.
                Some((text, Ok(_))) if serde_json::from_str::<f64>(text).is_ok() => {
                    self.put(ask.path, Tree::Bare(text.to_owned()));
                }
                Some(_) => self.wrong.push(format!("--{} is a number such as 10000.", ask.flag)),
            },
            How::Zone => match (first, self.known.zones.as_slice()) {
                (Some(zone), _) => self.put(ask.path, Tree::text(zone)),
                (None, [zone]) => self.put(ask.path, Tree::text(zone)),
                (None, _) => self.need(ask, "America/Chicago"),
            },
            How::Given | How::Perhaps => match first {
                Some(text) => self.put(ask.path, Tree::text(text)),
                None => self.need(ask, ask.help.rsplit(": ").next().unwrap_or("TEXT")),
            },
            How::Groups if given.is_empty() => self.need(ask, "\"Under 18\""),
            How::Groups => {
                let groups = given.iter().map(|label| {
                    let id = Field::new("id", Tree::text(&slug(label).unwrap_or_default()));
                    Tree::Object(vec![id, Field::new("label", Tree::text(label))])
                });
                self.put(ask.path, Tree::List(groups.collect()));
            }
        }
    }

    /// A word that follows from another: a figure comes once a period.
    fn derived(&self, path: &str) -> Option<&'static str> {
        if path != "update_frequency" {
            return None;
        }
        match self.word_at("period_type").as_deref() {
            Some("year" | "school_year" | "financial_year") => Some("yearly"),
            Some("half") => Some("half_yearly"),
            Some("quarter") => Some("quarterly"),
            Some("month") => Some("monthly"),
            Some("week") => Some("weekly"),
            _ => None,
        }
    }

    fn reference(&mut self, ask: &Ask, kinds: &[Kind], given: &[String]) {
        let there = self.known.of_kinds(kinds);
        let what = kinds.iter().map(|kind| kind.wire()).collect::<Vec<_>>().join(" or ");
        let list = |ids: &[&str]| match ids.len() {
            0 => format!("none yet: add one with commonweal new {}", kinds.first().map_or("", |kind| kind.wire())),
            1..=8 => ids.join("|"),
            more => format!("{}|… ({more} of them)", ids[..8].join("|")),
        };
        if let Some(unknown) = given.iter().find(|id| !there.contains(&id.as_str())) {
            self.wrong.push(format!("There is no {what} {unknown:?}; there are: {}.", list(&there)));
            return;
        }
        let ids: Vec<&str> = match (given, there.as_slice()) {
            ([], [only]) if !matches!(ask.how, How::Maybe(_)) => vec![*only],
            ([], _) => {
                if !matches!(ask.how, How::Maybe(_)) {
                    let example = list(&there);
                    self.need(ask, &example);
                }
                return;
            }
            (given, _) => given.iter().map(String::as_str).collect(),
        };
        let value = match (ask.how, ids.first()) {
            (How::Many(_), _) => Tree::List(ids.into_iter().map(Tree::text).collect()),
            (_, Some(id)) => Tree::text(id),
            _ => return,
        };
        self.put(ask.path, value);
    }

    /// The id that was given, or one made from the title or sentence; of a story, from its indicator and date.
    fn id(&mut self) -> String {
        if let Some(id) = &self.answers.id {
            if PartnerId::new(id.as_str()).is_none() {
                self.wrong
                    .push(format!("{id:?} is not an id: lower-case letters, digits and hyphens, 2 to 63 of them."));
            } else if self.known.is_taken(id) {
                self.wrong.push(format!("The id {id:?} is taken. Name another one."));
            }
            return id.clone();
        }
        let named_by = named_by(self.kind);
        let title = named_by.and_then(|ask| self.answers.flags.get(ask.flag)?.first().cloned());
        let of_story = self.word_at("indicator").zip(self.word_at("as_of")).filter(|_| self.kind == Kind::Story);
        let from = title.clone().or_else(|| of_story.map(|(indicator, date)| format!("{indicator} {date}")));
        let Some(stem) = from.as_deref().and_then(slug).filter(|stem| stem.len() >= 2) else {
            if title.is_some() {
                let flag = named_by.map_or("title", |ask| ask.flag);
                self.wrong.push(format!(
                    "No id can be made from this {flag}. Name one behind the kind, such as our-new-record."
                ));
            } else if let Some(ask) = named_by {
                self.needs.insert(0, (ask.flag.into(), "\"…\"".into()));
            }
            return String::new();
        };
        if !self.known.is_taken(&stem) {
            return stem;
        }
        // Ids are unique in the whole feed: a partner and its activity often have one name.
        let numbered =
            |n: u32| format!("{}-{n}", stem.get(..stem.len().min(58)).unwrap_or(&stem).trim_end_matches('-'));
        (2..1_000).map(numbered).find(|id| !self.known.is_taken(id)).unwrap_or(stem)
    }

    /// "A new strategy also needs --goal and --kind. For example: commonweal new strategy …".
    fn missing(&self) -> String {
        let flags: Vec<String> = self.needs.iter().map(|(flag, example)| format!("--{flag} {example}")).collect();
        let wire = self.kind.wire();
        let title = named_by(self.kind).and_then(|ask| Some((ask.flag, self.answers.flags.get(ask.flag)?)));
        let title = title.map_or_else(String::new, |(flag, title)| format!(" --{flag} {:?}", title.join(" ")));
        let first = |example: &str| match example.split_once('|') {
            Some((first, _)) => first.to_owned(),
            None if example.contains("none yet") => "ID".to_owned(),
            None if example.contains(' ') && !example.starts_with('"') => format!("{example:?}"),
            None => example.to_owned(),
        };
        let example: Vec<String> =
            self.needs.iter().map(|(flag, example)| format!("--{flag} {}", first(example))).collect();
        format!(
            "A new {wire} also needs:\n  {}\nFor example: commonweal new {wire}{title} {}",
            flags.join("\n  "),
            example.join(" ")
        )
    }
}

/// A text as an id: small letters without accents, digits, hyphens. `None` if nothing of it is left.
fn slug(text: &str) -> Option<String> {
    let mut slug = String::new();
    for c in fold(text).chars() {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            // "Children's" is one word.
            '\'' => {}
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    // At a word's end, if it has to be cut.
    const LONGEST: usize = 60;
    if slug.len() > LONGEST {
        slug.truncate(slug[..=LONGEST].rfind('-').filter(|at| *at > 0).unwrap_or(LONGEST));
    }
    let slug = slug.trim_end_matches('-').to_owned();
    (!slug.is_empty()).then_some(slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(title: &str, expected: Option<&str>) {
        assert_eq!(slug(title).as_deref(), expected);
    }

    #[test]
    fn titles_become_ids() {
        check("Children read well by age 9", Some("children-read-well-by-age-9"));
        check("  Niños & Familias — ¡sí!", Some("ninos-familias-si"));
        check("Children’s books", Some("childrens-books"));
        check("家庭", None);
        let long = slug(&"every family ".repeat(9)).unwrap();
        assert_eq!(long, "every-family-every-family-every-family-every-family-every");
        check(&"a".repeat(80), Some(&"a".repeat(60)));
    }

    #[test]
    fn every_field_that_is_asked_for_is_one_of_the_record() {
        use crate::feed::form::order::shape;
        use crate::feed::record::Shape;
        for kind in Kind::ALL {
            let Shape::Record(fields) = shape(*kind) else { panic!("{kind:?}") };
            for ask in asks(*kind) {
                let name = ask.path.split('/').next().unwrap_or_default();
                assert!(fields.iter().any(|(known, _)| *known == name), "{kind:?} {name}");
                assert_eq!(matches!(ask.how, How::Word(_) | How::Words), !ask.words(*kind).is_empty(), "{}", ask.path);
                if let How::Word(Some(start)) = ask.how {
                    assert!(ask.words(*kind).contains(&start), "{start}");
                }
            }
        }
    }
}
